package report

import (
	"strings"

	"yice/entry"
	"yice/scoring"
	"yice/text"
)

// ways is the chart of every indicator's way to full marks.
func (d *document) ways() {
	sh := d.m.Sheet
	ways := make([]way, len(sh.Indicators))
	for i := range sh.Indicators {
		in := &sh.Indicators[i]
		n, known := progress(in)
		state := in.Status.Title().In(d.l)
		if known {
			state = percentText(n)
		}
		ways[i] = way{in.Title().In(d.l), text.ReportHTMLOfTarget.With(dash(in.ValueText), dash(in.Goal())).In(d.l), state, n, known}
	}
	d.pen.chart(text.ReportProgressTitle, nil, func(title string) markup { return progressBars(ways, title) })
}

// readings is what the add-back would be under the other readings.
func (d *document) readings() {
	chosen := d.m.chosenReading()
	if chosen == "" {
		return
	}
	d.pen.heading(text.ReportReadings)
	var rows []tableRow
	for _, r := range readings {
		amount := grouped(d.m.Sheet.Alternatives[r])
		if r == chosen {
			rows = append(rows, total(reading(r), amount, tag{"good", text.ReportChosen}))
			continue
		}
		rows = append(rows, line(reading(r), amount, ""))
	}
	d.table([]col{words(text.ReportReadingHead), figures(text.ReportAmountWan), tight(text.ReportChosen)}, rows)
	d.note(text.ReportHTMLReadingsNote)
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
	d.note(text.ReportHTMLStepsNote)
	d.note(text.ReportHTMLBookNote)
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
		state := tag{"bad", text.ReportOpen}
		if f.Explained {
			state = tag{"good", text.ReportExplained}
		}
		rows = append(rows, line(f.Severity.Title(), m.place(f), f.Message, dash(f.Reason), state))
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
	d.begin(d.m.Sheet.LeftOpen().Title)
	defer d.end()
	d.paragraph(d.m.Sheet.LeftOpen().Note)
	rows := make([]tableRow, len(all))
	for i, a := range all {
		class := "warn"
		if a.standing.Settled() {
			class = "good"
		}
		rows[i] = line(a.of, a.name, a.value, a.path, tag{class, a.standing.Word()})
	}
	d.table([]col{words(text.ReportOf), words(text.ReportParameter), figures(text.ReportValue), words(text.ReportPath), tight(text.ReportState)}, rows)
}

// signatures is the block that is signed by hand, with what has been confirmed on the desk.
func (d *document) signatures() {
	m := d.m
	var rows [][3]text.Pair
	for _, role := range []entry.Role{entry.UnitHead, entry.StatisticsHead, entry.Preparer} {
		name, when := m.signer(role)
		rows = append(rows, [3]text.Pair{
			joined(text.ReportHTMLRole.With(roleTitle(role)), text.Same(name)), text.ReportHTMLSignHere, text.ReportHTMLDateIs.With(reportedOn(when)),
		})
	}
	d.pen.signatures(signing{text.ReportHTMLDeclare.With(m.Year), rows, text.ReportHTMLPhone.With(m.card("phone", d.l)), text.ReportSeal})
}

// explained is the annex: how every line came about.
func (d *document) explained() {
	if d.m.Sheet == nil {
		return
	}
	d.pen.annex(text.ReportHTMLAnnex)
	for _, id := range d.m.Sheet.LineIDs() {
		e, ok := d.m.Sheet.Explain(id)
		if !ok {
			continue
		}
		d.pen.heading(joined(joined(e.Title, text.Same("　")), e.Score))
		var terms []term
		for _, p := range e.Paragraphs {
			lines := make([]string, len(p.Lines))
			for i, l := range p.Lines {
				lines[i] = l.In(d.l)
			}
			terms = append(terms, term{p.Label, lines})
		}
		terms = d.uses(terms, text.ReportUsed, e.Used)
		d.pen.terms(d.uses(terms, text.ReportRejected, e.Rejected))
	}
	d.end()
}

// pageUses is how many records a line of the annex names.
const pageUses = 60

func (d *document) uses(terms []term, label text.Pair, all []scoring.Use) []term {
	if len(all) == 0 {
		return terms
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
	return append(terms, term{label, lines})
}
