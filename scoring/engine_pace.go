package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Projection is a year seen from the pace so far: an extrapolation, never a result, and to be shown as one.
type Projection struct {
	AsOfMonth int
	// Facts are the year's with every flow brought to December by the same factor: R&D, the sums of form annual, spending on
	// projects and platforms, the teams' pay, income of conversion. What is counted (rows of registers) stays as it is.
	// Evaluate gives the projected sheet.
	Facts *Facts
	// Profile: by how last year's spending went month by month; else linear, by months.
	Profile bool
	// SoFar is R&D up to the month, Year the whole year at that pace; 分. Linear and Profiled are the year by either
	// method, the band it lies in; Profiled is nil where last year's months are not known.
	SoFar, Year, Linear int64
	Profiled            *int64
	// ByMonths are the facts by months: the other end of the band where Profile is set, else Facts itself.
	ByMonths *Facts
	Say      text.Pair
}

// Low and High bound the year's R&D by the methods there are; 分.
func (pr *Projection) Low() int64 {
	if pr.Profiled != nil {
		return min(pr.Linear, *pr.Profiled)
	}
	return pr.Linear
}

func (pr *Projection) High() int64 {
	if pr.Profiled != nil {
		return max(pr.Linear, *pr.Profiled)
	}
	return pr.Linear
}

// Project brings a year to its end from the figures up to the month they run to. ok is false for a whole year, and where
// there is nothing to go by: neither R&D so far nor a flow of the annual figures, or reversals beyond what was spent.
func Project(f *Facts) (pr Projection, ok bool) {
	month, soFar := f.Through(), f.Ledger.Total()
	if month == 12 || soFar < 0 || soFar == 0 && !HasFlow(f.Annual) {
		return Projection{}, false
	}
	linear := big.NewRat(12, int64(month))
	factor := linear
	pr = Projection{AsOfMonth: month, SoFar: soFar}
	if p := profileFactor(f.PrevYear, month); p != nil {
		factor, pr.Profile = p, true
	}
	if pr.ByMonths, pr.Linear, ok = f.grown(linear); !ok {
		return Projection{}, false
	}
	pr.Facts, pr.Year = pr.ByMonths, pr.Linear
	if pr.Profile {
		if pr.Facts, pr.Year, ok = f.grown(factor); !ok {
			return Projection{}, false
		}
		n := pr.Year
		pr.Profiled = &n
	}
	method := text.ScoreProjectLinear
	if pr.Profile {
		method = text.ScoreProjectProfile.With(form.Grouped(asMoney.show(wan(pr.Low()))), form.Grouped(asMoney.show(wan(pr.High()))))
	}
	pr.Say = text.ScoreProjected.With(form.Grouped(asMoney.show(wan(pr.Year))), month, method)
	return pr, true
}

// grown brings every flow of the year to December by one factor, and gives the year's R&D, 分. within is false where a figure
// went beyond what a year can hold.
func (f *Facts) grown(by *big.Rat) (c *Facts, year int64, within bool) {
	g := &growing{by: by, within: true}
	c = copyFacts(f)
	c.AsOf, c.Prev, c.grow = 12, f.PrevYear, by
	year = g.of(f.Ledger.Total())
	g.ledger(&c.Ledger, year)
	g.annual(c.Annual)
	g.registers(c.Registers)
	return c, year, g.within
}

// profileFactor is how much last year's spending grew from the end of the month to December; nil where that is not known.
func profileFactor(prev *RD, month int) *big.Rat {
	if prev == nil {
		return nil
	}
	var upTo, all int64
	for m := 1; m <= 12; m++ {
		all = form.Plus(all, prev.ByMonth[m])
		if m <= month {
			upTo = form.Plus(upTo, prev.ByMonth[m])
		}
	}
	if upTo <= 0 || all < upTo {
		return nil
	}
	return big.NewRat(all, upTo)
}

// growing brings flows to the year's end by one factor.
type growing struct {
	by     *big.Rat
	within bool // reversals may leave next to nothing to go by, and a factor beyond all bounds
}

func (g *growing) of(n int64) int64 {
	n = rounding{}.round(new(big.Rat).Mul(g.by, new(big.Rat).SetInt64(n))).Units
	g.within = g.within && n <= mostProjected && n >= -mostProjected
	return n
}

// ledger lets every sum of the year grow; the parts add up to the whole.
func (g *growing) ledger(rd *RD, year int64) {
	for _, n := range [...]*int64{
		&rd.Expensed, &rd.Untreated.Amount, &rd.ExpensedGovernment, &rd.ExpensedUnsourced, &rd.CapitalisedGovernment,
		&rd.UntreatedGovernment, &rd.Unsourced.Amount, &rd.Original,
	} {
		*n = g.of(*n)
	}
	rd.Capitalised = form.Plus(form.Plus(year, -rd.Expensed), -rd.Untreated.Amount)
	for _, by := range [...]*map[string]int64{&rd.OwnByProject, &rd.ByProject, &rd.ByPlatform} {
		grown := make(map[string]int64, len(*by))
		for key, fen := range *by {
			grown[key] = g.of(fen)
		}
		*by = grown
	}
	rd.Lines, rd.After = rd.Lines+rd.After.Lines, Blank{} // whose lines all come later is kept all the same
}

// registerFlows are the figures of rows that add up through a year: what was spent on a project or a platform in it, and a
// person's pay of it. Sums of dated rows grow as the sums they are; see [flowing].
var registerFlows = [...][2]string{{"project", "total_spend"}, {"platform", "total_spend"}, {"team", "pay"}}

// registers lets the figures of rows grow, in copies of the rows.
func (g *growing) registers(all map[string][]*form.Record) {
	for _, flow := range registerFlows {
		rows := slices.Clone(all[flow[0]])
		for i, r := range rows {
			if n, ok := r.Get(flow[1]).Int(); ok {
				rows[i] = r.Clone()
				rows[i].Set(flow[1], form.N(g.of(n)))
			}
		}
		all[flow[0]] = rows
	}
}

// annualFlows are the figures of form annual that add up through a year. Expensed R&D is in the profit so far, so that a
// profit growing by the factor is lowered by the further R&D as well.
var annualFlows = [...]string{
	"revenue", "main_revenue", "profit", "pay_total", "pay_performance", "pay_performance_separate", "pay_research_performance",
	"rd_recognised", "rd_assets", "rd_assets_equipment", "deduction_claimed", "deduction_tax_saved", "hightech_tax_saved",
	"institution_spend", "new_product_sales", "new_product_exports", "renovation_spend", "domestic_tech_bought",
	"foreign_tech_bought", "absorption_spend",
}

// HasFlow reports that one of the figures of form annual that add up through a year is keyed.
func HasFlow(annual *form.Record) bool {
	return annual != nil && slices.ContainsFunc(annualFlows[:], func(id string) bool { return !annual.Get(id).Empty() })
}

func (g *growing) annual(r *form.Record) {
	if r == nil {
		return
	}
	for _, id := range annualFlows {
		if n, ok := r.Get(id).Int(); ok {
			r.Set(id, form.N(g.of(n)))
		}
	}
	r.Set("as_of", form.Value{})
}

// mostProjected bounds an outlook: twelve times what a ledger can come to.
const mostProjected = 12 * form.MaxTotal

// Quarter is how far a line was at the end of a quarter.
type Quarter struct {
	Value   *big.Rat // in the unit of the line's value: 万元, rows, points
	Text    string
	Percent Dec // of what full marks take, two decimals
	Behind  bool
	// Begun: the figures reach into the quarter; one that has not begun has none of the above.
	Begun bool
}

// PaceLine is the way of one line through the year, by quarter, beside an even pace to full marks (25, 50, 75, 100%), or
// the cumulative targets of its quarters.
type PaceLine struct {
	Line     string
	Name     text.Pair
	Need     *big.Rat // what full marks take by December, in the same unit
	NeedText string
	Unit     text.Pair
	Quarters [4]Quarter
}

// Latest is the last quarter that has begun.
func (p *PaceLine) Latest() *Quarter {
	for q := len(p.Quarters) - 1; q > 0; q-- {
		if p.Quarters[q].Begun {
			return &p.Quarters[q]
		}
	}
	return &p.Quarters[0]
}

// Pace follows every line whose facts are dated through the quarters: R&D by month of the ledger, counts and points by the
// date their rows belong to the year by, conversion income by contract. Lines without dates or without a target are left out.
func (s *Sheet) Pace() []PaceLine {
	var out []PaceLine
	for i := range s.Indicators {
		l := &s.Indicators[i]
		if l.work.quarter > 0 { // the way is to the target of the year
			whole := *l
			whole.work.in = l.work.year
			l = &whole
		}
		if by, need, ok := s.byMonth(l); ok && need.Sign() > 0 {
			out = append(out, s.paceOf(l, by, need))
		}
	}
	return out
}

func (s *Sheet) paceOf(l *Line, by [13]*big.Rat, need *big.Rat) PaceLine {
	x, unit := l.work.format, text.ScoreUnitPoints
	switch {
	case len(l.Inputs) > 0:
		x, unit = asMoney, text.ScoreUnitWan
	case l.work.in.Measure.Kind == MeasureSum:
		unit = s.unitOf(l)
	case x == asCount:
		unit = nounOf(l.work.tally.rule, s.Type).counter
	}
	pl := PaceLine{Line: l.ID, Name: l.Title(), Need: need, NeedText: x.show(need), Unit: unit}
	sum := new(big.Rat).Set(by[0])
	for m := 1; m <= 12; m++ {
		if m <= s.AsOf {
			sum.Add(sum, by[m])
		}
		through := min(m, s.AsOf)
		if m%3 != 0 || through <= m-3 {
			continue
		}
		share := new(big.Rat).Quo(sum, need)
		due := l.due(need, through)
		pl.Quarters[m/3-1] = Quarter{
			Begun: true, Value: new(big.Rat).Set(sum), Text: x.show(sum), Behind: share.Cmp(due) < 0,
			Percent: rounding{places: 2}.round(new(big.Rat).Mul(share, hundred)),
		}
	}
	return pl
}

// byMonth spreads what a line measures over the months (0: without a usable date), and says what full marks take.
func (s *Sheet) byMonth(l *Line) (by [13]*big.Rat, need *big.Rat, ok bool) {
	in, g := l.work.in, &l.work.got
	at, _ := in.goal(g.total)
	if at == nil || g.value == nil || len(g.parts) > 0 || in.Scale.Lower { // what is to stay low is no way to go
		return by, nil, false
	}
	for m := range by {
		by[m] = new(big.Rat)
	}
	switch in.Measure.Kind {
	case MeasureRatio, MeasureGrowth, MeasureValue:
		need = new(big.Rat).Add(g.inputs[0].Value, in.toward(g, at, false))
		if in.Measure.Kind != MeasureValue { // what it is compared with runs to the same month; full marks are due in December
			need.Mul(need, big.NewRat(12, int64(s.AsOf)))
		}
		switch g.inputs[0].Fact {
		case "rd.total":
			if s.facts.Ledger.FromSummary {
				return by, nil, false
			}
			for m, fen := range s.facts.Ledger.ByMonth {
				by[m] = wan(fen)
			}
		case "conversion.income":
			for _, r := range s.facts.Registers["conversion"] {
				m := monthOf(r.Str("contracted_on"), s.Year)
				by[m].Add(by[m], wan(r.Num("income")))
			}
		default:
			return by, nil, false
		}
		return by, need, true
	case MeasureCount, MeasureLevelPoints, MeasureSum:
		if y := in.Measure.YearBy; y == "" || y == "active" {
			return by, nil, false
		}
		for i := range g.tally.rows {
			j := &g.tally.rows[i]
			if !j.sure {
				continue
			}
			m := monthOf(word(j.rec, j.rec.Form.Index(in.Measure.YearBy)), s.Year)
			if g.tally.rule.summed {
				by[m].Add(by[m], g.tally.rule.amount(j.rec))
			} else if j.points != nil {
				by[m].Add(by[m], j.points)
			} else {
				by[m].Add(by[m], one)
			}
		}
		return by, at, true
	}
	return by, nil, false
}

// monthOf gives the month of a stored date in the year, 0 for none.
func monthOf(date string, year int) int {
	date = strings.Replace(date, "-", "", 1) // a month has none
	if len(date) < 6 || date[:4] != yearText(year) {
		return 0
	}
	m := int(date[4]-'0')*10 + int(date[5]-'0')
	if m < 1 || m > 12 {
		return 0
	}
	return m
}
