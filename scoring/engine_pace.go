package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// Projection is a year seen from the pace so far: an extrapolation, never a result, and to be shown as one.
type Projection struct {
	AsOfMonth int
	// Facts are the year's with R&D projected to December; Evaluate gives the projected sheet. Everything else stays as it is.
	Facts *Facts
	// SoFar is R&D dated up to the month, Year the whole year at that pace; 分.
	SoFar, Year int64
	Say         text.Pair
}

// Project extrapolates R&D to the year's end from the lines dated in the first asOfMonth months (1–12). ok is false where
// there is nothing to go by: no dated lines, or figures from a summary.
func Project(f *Facts, asOfMonth int) (pr Projection, ok bool) {
	if asOfMonth < 1 || asOfMonth > 12 || f.Ledger.FromSummary {
		return Projection{}, false
	}
	soFar := int64(0)
	for m := 1; m <= asOfMonth; m++ {
		soFar = form.Plus(soFar, f.Ledger.ByMonth[m])
	}
	total := f.Ledger.Total()
	if soFar <= 0 || total <= 0 {
		return Projection{}, false
	}
	// Every sum of the year grows as the dated part does: soFar × 12 ÷ month, shared out as the year's lines are so far.
	factor := new(big.Rat).SetFrac(
		new(big.Int).Mul(big.NewInt(soFar), big.NewInt(12)),
		new(big.Int).Mul(big.NewInt(total), big.NewInt(int64(asOfMonth))))
	c := copyFacts(f)
	fen := rounding{}
	within := true // reversals may leave next to nothing to go by, and a factor beyond all bounds
	scale := func(n *int64) {
		*n = fen.round(new(big.Rat).Mul(factor, new(big.Rat).SetInt64(*n))).Units
		within = within && *n <= mostProjected && *n >= -mostProjected
	}
	rd := &c.Ledger
	year := fen.round(new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(soFar), big.NewInt(12)), big.NewInt(int64(asOfMonth)))).Units
	scale(&rd.Expensed)
	scale(&rd.Untreated.Amount)
	rd.Capitalised = form.Plus(form.Plus(year, -rd.Expensed), -rd.Untreated.Amount)
	for _, n := range [...]*int64{
		&rd.ExpensedGovernment, &rd.ExpensedUnsourced, &rd.CapitalisedGovernment, &rd.UntreatedGovernment, &rd.Unsourced.Amount, &rd.Original,
	} {
		scale(n)
	}
	if !within || year > mostProjected {
		return Projection{}, false
	}
	return Projection{asOfMonth, c, soFar, year, text.ScoreProjected.With(grouped(asMoney.show(wan(year))), asOfMonth)}, true
}

// mostProjected bounds an outlook: twelve times what a ledger can come to.
const mostProjected = 12 * form.MaxTotal

// Quarter is how far a line was at the end of a quarter.
type Quarter struct {
	Value   *big.Rat // in the unit of the line's value: 万元, rows, points
	Text    string
	Percent Dec // of what full marks take, two decimals
	Behind  bool
}

// PaceLine is the way of one line through the year, by quarter, beside an even pace to full marks (25, 50, 75, 100%).
type PaceLine struct {
	Line     string
	Name     text.Pair
	Need     *big.Rat // what full marks take by December, in the same unit
	NeedText string
	Unit     text.Pair
	Quarters [4]Quarter
}

// Pace follows every line whose facts are dated through the quarters: R&D by month of the ledger, counts and points by the
// date their rows belong to the year by, conversion income by contract. Lines without dates or without a target are left out.
func Pace(p *Pack, f *Facts) []PaceLine {
	s := Evaluate(p, f)
	var out []PaceLine
	for i := range s.Indicators {
		l := &s.Indicators[i]
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
	case x == asCount:
		unit = nounOf(l.work.tally.rule, s.Type).counter
	}
	pl := PaceLine{Line: l.ID, Name: l.Title(), Need: need, NeedText: x.show(need), Unit: unit}
	sum := new(big.Rat).Set(by[0])
	for m := 1; m <= 12; m++ {
		sum.Add(sum, by[m])
		if m%3 != 0 {
			continue
		}
		share := new(big.Rat).Quo(sum, need)
		due := big.NewRat(int64(m), 12)
		pl.Quarters[m/3-1] = Quarter{
			Value: new(big.Rat).Set(sum), Text: x.show(sum), Behind: share.Cmp(due) < 0,
			Percent: rounding{places: 2}.round(new(big.Rat).Mul(share, hundred)),
		}
	}
	return pl
}

// byMonth spreads what a line measures over the months (0: without a usable date), and says what full marks take.
func (s *Sheet) byMonth(l *Line) (by [13]*big.Rat, need *big.Rat, ok bool) {
	in, g := l.work.in, &l.work.got
	at, _ := in.goal(g.total)
	if at == nil || g.value == nil {
		return by, nil, false
	}
	for m := range by {
		by[m] = new(big.Rat)
	}
	switch in.Measure.Kind {
	case MeasureRatio, MeasureGrowth, MeasureValue:
		need = new(big.Rat).Add(g.inputs[0].Value, in.amount(g, at, false))
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
	case MeasureCount, MeasureLevelPoints:
		if y := in.Measure.YearBy; y == "" || y == "active" {
			return by, nil, false
		}
		for i := range g.tally.rows {
			j := &g.tally.rows[i]
			if !j.sure {
				continue
			}
			m := monthOf(word(j.rec, j.rec.Form.Index(in.Measure.YearBy)), s.Year)
			if j.points != nil {
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
	if len(date) < 7 || date[:4] != yearText(year) {
		return 0
	}
	m := int(date[5]-'0')*10 + int(date[6]-'0')
	if m < 1 || m > 12 {
		return 0
	}
	return m
}
