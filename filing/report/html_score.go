package report

import (
	"strings"

	"yice/entry"
	"yice/scoring"
	"yice/text"
)

// indicators is the scored lines: a chart of the way to full marks, then value, target, score and what is missing.
func (d *document) indicators() {
	sh := d.m.Sheet
	if sh == nil {
		return
	}
	d.begin(text.ReportIndicators)
	defer d.end()
	ways := make([]way, len(sh.Indicators))
	rows := make([]tableRow, 0, len(ways)+1)
	for i := range sh.Indicators {
		in := &sh.Indicators[i]
		n, known := progress(in)
		name := d.m.lineTitle(in)
		state := statusTitle(in.Status).In(d.l)
		if known {
			state = percentText(n)
		}
		ways[i] = way{name.In(d.l), text.ReportHTMLOfTarget.With(dash(in.ValueText), dash(in.TargetText)).In(d.l), state, n, known}
		rows = append(rows, line(name, clauseIDs(in), dash(in.ValueText), dash(in.TargetText), dash(in.Weight.Text), in.Score.Confirmed.String(),
			in.Score.Pending.String(), some(in.Unfilled), d.status(in.Status), dash(in.GapText)))
	}
	rows = append(rows, total(text.ScoreInnovation, "", "", "", fullMarks(sh), sh.Innovation.Confirmed.String(), sh.Innovation.Pending.String(), some(sh.Unfilled), "", ""))
	d.figure(text.ReportProgressTitle, func(title string) markup { return progressBars(ways, title) })
	d.table([]col{
		words(text.ReportIndicator), words(text.ReportClauses), figures(text.ReportActual), figures(text.ReportTarget), figures(text.ReportWeight),
		figures(text.ReportScore), figures(text.ReportPending), figures(text.ReportUnfilled), tight(text.ReportStatus), figures(text.ReportGap),
	}, rows)
	d.w("<p class=\"note\">%s</p>\n", text.ReportProgressNote)
}

func (d *document) status(s scoring.Status) markup {
	look := "bad"
	switch s {
	case scoring.Reached:
		look = "good"
	case scoring.Short:
		look = "warn"
	}
	return d.tag(look, statusTitle(s))
}

func (d *document) tag(look string, p text.Pair) markup {
	return markup(`<span class="tag ` + look + `">` + escape(p.In(d.l)) + `</span>`)
}

func (d *document) bonus() {
	sh := d.m.Sheet
	if sh == nil || len(sh.Bonuses) == 0 {
		return
	}
	d.begin(text.ScoreBonus)
	defer d.end()
	var rows []tableRow
	for i := range sh.Bonuses {
		b := &sh.Bonuses[i]
		rows = append(rows, line(b.Title(), clauseIDs(b), b.Score.Confirmed.String(), b.Score.Pending.String(), dash(b.Target.Text)))
	}
	rows = append(rows, total(text.ReportTotal, "", sh.BonusTotal.Confirmed.String(), sh.BonusTotal.Pending.String(), dash(sh.BonusCap.Text)))
	d.table([]col{words(text.ReportGroup), words(text.ReportClauses), figures(text.ReportPointsHead), figures(text.ReportPending), figures(text.ReportCap)}, rows)
}

// profit is the assessed profit, and what the add-back would be under the other readings.
func (d *document) profit() {
	if d.m.Sheet == nil {
		return
	}
	d.begin(text.ReportProfit)
	defer d.end()
	d.accounts(d.m.profitRows())
	chosen := d.m.chosenReading()
	if chosen == "" {
		return
	}
	d.w("<h3>%s</h3>\n", text.ReportReadings)
	var rows []tableRow
	for _, r := range readings {
		amount := grouped(d.m.Sheet.Alternatives[r])
		if r == chosen {
			rows = append(rows, total(reading(r), amount, d.tag("good", text.ReportChosen)))
			continue
		}
		rows = append(rows, line(reading(r), amount, ""))
	}
	d.table([]col{words(text.ReportReadingHead), figures(text.ReportAmountWan), tight(text.ReportChosen)}, rows)
	d.w("<p class=\"note\">%s</p>\n", text.ReportHTMLReadingsNote)
}

func (d *document) accounts(all []account) {
	var rows []tableRow
	for _, a := range all {
		cells := []any{a.title, a.clauses, d.known(a.confirmed), d.known(a.pending)}
		rows = append(rows, tableRow{cells, a.total})
	}
	d.table([]col{words(text.ReportItem), words(text.ReportClauses), figures(text.ReportConfirmed), figures(text.ReportPending)}, rows)
}

// known is a figure, or that there is none.
func (d *document) known(decimal string) any {
	if decimal == "" {
		return text.ReportNoFigure
	}
	return separated(decimal)
}

func (d *document) payroll() {
	if d.m.Sheet == nil {
		return
	}
	rows, rewards := d.m.payrollRows(), d.m.Sheet.Rewards
	if len(rows)+len(rewards) == 0 {
		return
	}
	d.begin(text.ReportHTMLPayroll)
	defer d.end()
	if len(rows) > 0 {
		d.accounts(rows)
	}
	for _, r := range rewards {
		d.paragraph(rewardWords(r))
	}
}

// stepsShown is how many next steps the page lists.
const stepsShown = 12

// next lists what would help most.
func (d *document) next() {
	m := d.m
	if m.Sheet == nil || len(m.Steps) == 0 {
		return
	}
	d.begin(text.ReportHTMLNext)
	defer d.end()
	var rows []tableRow
	for i := range m.Steps[:min(len(m.Steps), stepsShown)] {
		st := &m.Steps[i]
		gain := any(st.Gain.Signed())
		if st.UpTo.Sign() > 0 {
			gain = text.ReportHTMLUpTo.With(st.UpTo.String())
		}
		also := make([]string, len(st.Also))
		for j, a := range st.Also {
			also[j] = a.In(d.l)
		}
		rows = append(rows, line(st.Say, gain, st.Bonus.Signed(), signed(st.Profit), signed(st.Net), strings.Join(also, text.ScoreComma.In(d.l))))
	}
	d.table([]col{words(text.ReportHTMLStep), figures(text.ReportHTMLGain), figures(text.ScoreBonus), figures(text.ReportHTMLProfitGain), figures(text.ReportHTMLNetGain), words(text.ReportHTMLEffect)}, rows)
	d.w("<p class=\"note\">%s</p>\n", text.ReportHTMLStepsNote)
	d.w("<p class=\"note\">%s</p>\n", text.ReportHTMLBookNote)
}

func signed(d scoring.Dec) string {
	if d.Sign() > 0 {
		return "+" + grouped(d)
	}
	return grouped(d)
}

// pageFindings is how many findings the page lists; the workbook and check list more.
const pageFindings = 200

func (d *document) findings() {
	m := d.m
	d.begin(text.ReportHTMLFindings)
	defer d.end()
	d.paragraph(text.ReportAboutFindings.With(m.Must, m.Verify, m.Explained))
	var rows []tableRow
	for i := range m.Findings[:min(len(m.Findings), pageFindings)] {
		f := &m.Findings[i]
		state := d.tag("bad", text.ReportOpen)
		if f.Explained {
			state = d.tag("good", text.ReportExplained)
		}
		rows = append(rows, line(f.Severity.Title(), place(f), f.Message, dash(f.Reason), state))
	}
	if len(rows) == 0 {
		d.paragraph(text.ReportNoFindings)
		return
	}
	d.table([]col{tight(text.ReportSeverity), words(text.ReportWhere), words(text.ReportFinding), words(text.ReportReason), tight(text.ReportState)}, rows)
	if more := m.Must + m.Verify + m.Explained - len(rows); more > 0 {
		d.paragraph(text.ReportMoreFindings.With(more))
	}
}

func (d *document) assumed() {
	all := d.m.assumptions(d.l)
	if len(all) == 0 {
		return
	}
	d.begin(text.ReportHTMLAssumed)
	defer d.end()
	d.paragraph(text.ReportAssumedNote)
	rows := make([]tableRow, len(all))
	for i, a := range all {
		rows[i] = line(a.of, a.name, a.value, a.path, d.tag("warn", text.ReportAssumed))
	}
	d.table([]col{words(text.ReportOf), words(text.ReportParameter), figures(text.ReportValue), words(text.ReportPath), tight(text.ReportState)}, rows)
}

// signatures is the block that is signed by hand, with what has been confirmed on the desk.
func (d *document) signatures() {
	m := d.m
	d.w("<section class=\"sign\">\n<p>%s</p>\n", text.ReportHTMLDeclare.With(m.Year))
	for _, role := range []entry.Role{entry.UnitHead, entry.StatisticsHead, entry.Preparer} {
		name, when := m.signer(role)
		d.w("<div class=\"row\"><div>%s%s</div><div>%s</div><div>%s</div></div>\n", text.ReportHTMLRole.With(roleTitle(role)), name,
			text.ReportHTMLSignHere, text.ReportHTMLDateIs.With(reportedOn(when)))
	}
	d.paragraph(text.ReportHTMLPhone.With(m.card("phone", d.l)))
	d.w("<p class=\"seal\">%s</p>\n</section>\n", text.ReportSeal)
}

// explained is the annex: how every line came about.
func (d *document) explained() {
	if d.m.Sheet == nil {
		return
	}
	d.w("<section class=\"annex\">\n<h2>%s</h2>\n", text.ReportHTMLAnnex)
	for _, id := range d.m.Sheet.LineIDs() {
		e, ok := d.m.Sheet.Explain(id)
		if !ok {
			continue
		}
		d.w("<h3>%s　%s</h3>\n<dl>\n", e.Title, e.Score)
		for _, p := range e.Paragraphs {
			lines := make([]string, len(p.Lines))
			for i, l := range p.Lines {
				lines[i] = l.In(d.l)
			}
			d.w("<div><dt>%s</dt><dd>%s</dd></div>\n", p.Label, strings.Join(lines, "\n"))
		}
		d.uses(text.ReportUsed, e.Used)
		d.uses(text.ReportRejected, e.Rejected)
		d.w("</dl>\n")
	}
	d.end()
}

// pageUses is how many records a line of the annex names.
const pageUses = 60

func (d *document) uses(label text.Pair, all []scoring.Use) {
	if len(all) == 0 {
		return
	}
	var lines []string
	for i := range all[:min(len(all), pageUses)] {
		u := &all[i]
		said := useName(u)
		for _, more := range []text.Pair{u.Counts, u.Why} {
			if !more.Empty() {
				said = text.ReportHTMLColon.With(said, more)
			}
		}
		lines = append(lines, said.In(d.l))
	}
	if more := len(all) - len(lines); more > 0 {
		lines = append(lines, text.ReportMoreRecords.With(more).In(d.l))
	}
	d.w("<div><dt>%s</dt><dd>%s</dd></div>\n", label, strings.Join(lines, "\n"))
}
