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
	tiles := []tile{
		{text.ScoreInnovation, sh.Innovation.Confirmed.String(), pendingNote(sh.Innovation, "")},
		{text.ScoreContribution, sh.AnnualContribution.Confirmed.String(), pendingNote(sh.AnnualContribution, "")},
		{text.ScoreBonus, sh.BonusTotal.Confirmed.String(), pendingNote(sh.BonusTotal, "")},
	}
	if sh.Assessed != nil {
		tiles = append(tiles, tile{text.ReportUnit.With(text.ScoreAssessed, text.ScoreUnitWan), grouped(sh.Assessed.Confirmed), pendingNote(*sh.Assessed, "")})
	}
	if sh.Completion != nil {
		tiles = append(tiles, tile{text.ScoreCompletion, grouped(sh.Completion.Confirmed) + "%", pendingNote(*sh.Completion, "%")})
	}
	d.pen.tiles(tiles)
	d.meaning()
	d.readiness()
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
		sh.FullMarks(), sh.AnnualContribution.Confirmed.String(), sh.BonusTotal.Confirmed.String()))
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
		said = text.ReportHTMLTwo.With(said, text.ReportHTMLFarthest.With(farthest.Title(), percentText(least)))
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
		said = text.ReportHTMLTwo.With(said, text.ReportHTMLCompleted.With(separated(sh.TargetText()), grouped(sh.Completion.Confirmed)+"%"))
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
	d.note(text.ReportHTMLInWan)
	d.paragraph(m.statutory())
	d.pen.beside(true)
	if len(m.Years) > 1 {
		all := make([]share, len(m.Years))
		for i, y := range m.Years {
			all[i] = share{text.ReportYearIs.With(y.Year), y.Total()}
		}
		d.pen.chart(text.ReportHTMLByYear, nil, func(title string) markup { return columns(all, halfPage, title, d.l) })
	}
	defer func() {
		for _, say := range m.Facts.Ledger.Apart(m.Year, m.Facts.Through()) {
			d.paragraph(say)
		}
	}()
	if m.Facts.Ledger.FromSummary || m.Facts.Ledger.Lines == 0 {
		d.pen.beside(false)
		if m.Facts.Ledger.FromSummary {
			d.paragraph(text.ReportFromSummary)
		}
		return
	}
	source, category, months := m.bySource(), m.byCategory(), m.byMonth()
	d.pen.chart(text.ReportInWan.With(text.ReportBySource), source, func(title string) markup { return bars(source, halfPage, title, d.l) })
	d.pen.beside(false)
	for i := range months[:12] {
		months[i].title = text.Same(strconv.Itoa(i + 1))
	}
	d.pen.chart(text.ReportInWan.With(text.ReportByMonth), months, func(title string) markup { return columns(months, fullPage, title, d.l) })
	d.pen.chart(text.ReportInWan.With(text.ReportByCategory), category, func(title string) markup { return bars(category, fullPage, title, d.l) })
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
