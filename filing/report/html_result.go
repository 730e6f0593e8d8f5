package report

import (
	"math/big"
	"strconv"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/text"
)

// result is the first section: what came out, in figures and in words that a manager can put a name under.
func (d *document) result() {
	d.begin(text.ReportHTMLResult)
	defer d.end()
	sh := d.m.Sheet
	if sh == nil {
		d.paragraph(d.m.PackNote)
		d.readiness()
		return
	}
	d.w("<div class=\"tiles\">\n")
	d.tile(text.ScoreInnovation, sh.Innovation.Confirmed.String(), pendingNote(sh.Innovation, ""))
	d.tile(text.ScoreContribution, sh.AnnualContribution.Confirmed.String(), pendingNote(sh.AnnualContribution, ""))
	d.tile(text.ScoreBonus, sh.BonusTotal.Confirmed.String(), pendingNote(sh.BonusTotal, ""))
	if sh.Assessed != nil {
		d.tile(text.ReportUnit.With(text.ScoreAssessed, text.ScoreUnitWan), grouped(sh.Assessed.Confirmed), pendingNote(*sh.Assessed, ""))
	}
	if sh.Completion != nil {
		d.tile(text.ScoreCompletion, grouped(sh.Completion.Confirmed)+"%", pendingNote(*sh.Completion, "%"))
	}
	d.w("</div>\n")
	d.meaning()
	d.readiness()
}

func (d *document) tile(name text.Pair, figure string, note text.Pair) {
	d.w("<div class=\"tile\"><span>%s</span><b>%s</b><span>%s</span></div>\n", name, figure, note)
}

// pendingNote says what a figure would be with what is pending; that nothing is, where nothing is.
func pendingNote(p scoring.Pair, unit string) text.Pair {
	if p.Confirmed.Cmp(p.Pending) == 0 {
		return text.ReportHTMLNoPending
	}
	return text.ReportHTMLPending.With(grouped(p.Pending) + unit)
}

// meaning says what the figures mean.
func (d *document) meaning() {
	sh := d.m.Sheet
	d.paragraph(text.ReportHTMLScored.With(sh.Pack.ID+" "+sh.Pack.Version, d.m.modeWord(), d.m.Name, d.m.Year, sh.Innovation.Confirmed.String(),
		fullMarks(sh), sh.AnnualContribution.Confirmed.String(), sh.BonusTotal.Confirmed.String()))
	if !sh.Listed {
		d.paragraph(text.ReportUnlisted.With(d.m.typeTitle()))
	}
	counts := make(map[scoring.Status]int)
	var farthest *scoring.Line
	least := int64(1 << 62)
	for i := range sh.Indicators {
		in := &sh.Indicators[i]
		counts[in.Status]++
		if n, ok := progress(in); ok && in.Status == scoring.Short && n < least {
			farthest, least = in, n
		}
	}
	said := text.ReportHTMLCounts.With(len(sh.Indicators), counts[scoring.Reached], counts[scoring.Short], counts[scoring.NoData]+counts[scoring.NotDefined]+counts[scoring.NotComparable])
	if farthest != nil {
		said = text.ReportHTMLTwo.With(said, text.ReportHTMLFarthest.With(d.m.lineTitle(farthest), percentText(least)))
	}
	d.paragraph(said)
	d.profitMeaning()
	if sh.Innovation.Confirmed.Cmp(sh.Innovation.Pending) != 0 || sh.BonusTotal.Confirmed.Cmp(sh.BonusTotal.Pending) != 0 {
		d.paragraph(text.ReportHTMLIfRecognised.With(sh.Innovation.Pending.String(), sh.BonusTotal.Pending.String()))
	}
	if sh.Unfilled.Sign() > 0 {
		d.paragraph(text.ReportHTMLUnfilled.With(sh.Unfilled.String()))
	}
	if sh.Priority != nil {
		d.paragraph(d.m.priority())
	}
}

// fullMarks is the sum of the weights, as far as they are set.
func fullMarks(sh *scoring.Sheet) string {
	sum := new(big.Rat)
	for i := range sh.Indicators {
		if v := sh.Indicators[i].Weight.Value; v != nil {
			sum.Add(sum, v)
		}
	}
	if sum.IsInt() {
		return sum.Num().String()
	}
	return sum.FloatString(2)
}

func (d *document) profitMeaning() {
	sh := d.m.Sheet
	if sh.Book == nil || sh.Assessed == nil {
		d.paragraph(text.ReportHTMLNoProfit)
		return
	}
	deemed := new(big.Rat)
	for i := range sh.Deemed {
		deemed.Add(deemed, sh.Deemed[i].Score.Confirmed.Rat())
	}
	addback := "0.00"
	if sh.Addback.ID != "" {
		addback = grouped(sh.Addback.Score.Confirmed)
	}
	said := text.ReportHTMLProfitIs.With(grouped(sh.Assessed.Confirmed), grouped(*sh.Book), addback, separated(deemed.FloatString(int(sh.Book.Places))))
	switch {
	case sh.Completion != nil && sh.ProfitTarget.Value != nil:
		said = text.ReportHTMLTwo.With(said, text.ReportHTMLCompleted.With(separated(profitTarget(sh)), grouped(sh.Completion.Confirmed)+"%"))
	case sh.ProfitTarget.Value == nil:
		said = text.ReportHTMLTwo.With(said, text.ReportHTMLNoTarget)
	}
	d.paragraph(said)
}

// readiness says whether the year can be handed in.
func (d *document) readiness() {
	m := d.m
	if m.Sheet != nil && len(m.Sheet.Missing) > 0 {
		names := text.Same("")
		for i, id := range m.Sheet.Missing {
			name := text.Same(id)
			if f, ok := scoring.FactByID(id); ok {
				name = f.Title
			}
			if i == 0 {
				names = name
				continue
			}
			names = text.ReportHTMLAnd.With(names, name)
		}
		d.paragraph(text.ReportHTMLMissing.With(len(m.Sheet.Missing), names))
	}
	if m.Must+m.Verify == 0 {
		d.paragraph(text.ReportHTMLReady)
		return
	}
	d.paragraph(text.ReportHTMLNotReady.With(m.Must, m.Verify))
}

// spending is the year's R&D: by year where there are several, by month and by category.
func (d *document) spending() {
	m := d.m
	d.begin(text.ReportHTMLSpending)
	defer d.end()
	rows := make([]tableRow, len(m.Years))
	for i, y := range m.Years {
		growth := "—"
		if i > 0 && m.Years[i-1].Year == y.Year-1 {
			growth = growthText(m.Years[i-1].Total(), y.Total())
		}
		rows[i] = line(strconv.Itoa(y.Year), money(y.Expensed), money(y.Capitalised), money(y.Government), money(y.Total()), growth)
	}
	d.table([]col{
		words(text.ReportYear), figures(text.ReportHTMLExpensed), figures(text.ReportHTMLCapitalised), figures(text.ReportHTMLGovernment),
		figures(text.ReportTotal), figures(text.ReportHTMLGrowth),
	}, rows)
	d.w("<p class=\"note\">%s</p>\n", text.ReportHTMLInWan)
	d.paragraph(m.statutory())
	d.w("<div class=\"charts\">\n")
	if len(m.Years) > 1 {
		all := make([]share, len(m.Years))
		for i, y := range m.Years {
			all[i] = share{text.ReportYearIs.With(y.Year), y.Total()}
		}
		d.figure(text.ReportHTMLByYear, func(title string) markup { return columns(all, halfPage, title, d.l) })
	}
	defer func() {
		if spent, ok := scoring.SpentOf(m.Facts); ok {
			d.paragraph(spent.Say())
		}
		for _, say := range m.Facts.Ledger.Apart(m.Year, m.Facts.Through()) {
			d.paragraph(say)
		}
	}()
	if m.Facts.Ledger.FromSummary || m.Facts.Ledger.Lines == 0 {
		d.w("</div>\n")
		if m.Facts.Ledger.FromSummary {
			d.paragraph(text.ReportFromSummary)
		}
		return
	}
	d.figure(text.ReportInWan.With(text.ReportBySource), func(title string) markup { return bars(m.bySource(), halfPage, title, d.l) })
	d.w("</div>\n")
	d.figure(text.ReportInWan.With(text.ReportByMonth), func(title string) markup {
		months := m.byMonth()
		for i := range months[:12] {
			months[i].title = text.Same(strconv.Itoa(i + 1))
		}
		return columns(months, fullPage, title, d.l)
	})
	d.figure(text.ReportInWan.With(text.ReportByCategory), func(title string) markup { return bars(m.byCategory(), fullPage, title, d.l) })
}

// statutory says what the same spending is on the statutory returns, 千元.
func (m *Material) statutory() text.Pair {
	shown := make(map[int]string)
	for _, r := range returns.Table1072(m.Returns) {
		if n, ok := r.Shown(); ok {
			shown[r.Number] = form.Separated(strconv.FormatInt(n, 10))
		}
	}
	projects, sum := returns.Table1071(m.Returns), int64(0)
	for i := range projects {
		sum = form.Plus(sum, projects[i].Spend.Exact)
	}
	return text.ReportHTMLStatutory.With(dash(shown[codeTotal]), dash(shown[codeGovernment]), len(projects),
		form.Separated(strconv.FormatInt(returns.Thousand(sum), 10)))
}

// Codes of 107-2.
const (
	codeTotal      = 7
	codeGovernment = 43
)

func (d *document) figure(title text.Pair, draw func(title string) markup) {
	said := title.In(d.l)
	d.w("<figure><figcaption>%s</figcaption>%s</figure>\n", said, draw(said))
}

// money shows 分 in 万元.
func money(fen int64) string { return form.Separated(wan(fen)) }

// growthText is now ÷ before − 1 as a percentage, rounded half away from zero; a dash where before is not above zero.
func growthText(before, now int64) string {
	if before <= 0 {
		return "—"
	}
	r := new(big.Rat).SetFrac64(now, before)
	r.Sub(r, big.NewRat(1, 1)).Mul(r, big.NewRat(100, 1))
	sign := ""
	if r.Sign() > 0 {
		sign = "+"
	}
	return sign + r.FloatString(2) + "%"
}
