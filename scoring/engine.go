package scoring

import (
	"math/big"
	"slices"
)

// Evaluate scores one enterprise and year. It is pure and takes well under a millisecond; the order of records never
// matters. Records and facts are read, never changed; the sheet keeps pointing at them so that it can explain itself.
func Evaluate(p *Pack, f *Facts) *Sheet {
	eff, ent := p.For(f.USCC, f.Type)
	e := &evaluation{
		p: eff, ent: ent, f: f, year: yearText(f.Year),
		line:    rounding{eff.LineDecimals, eff.HalfEven},
		money:   rounding{eff.MoneyDecimals, eff.HalfEven},
		clauses: make(map[string]*Clause, len(eff.Clauses)),
	}
	for i := range eff.Clauses {
		e.clauses[eff.Clauses[i].ID] = &eff.Clauses[i]
	}
	e.s = &Sheet{
		USCC: f.USCC, Name: f.Name, Type: f.Type, Year: f.Year, AsOf: f.Through(),
		Pack: p, Official: p.Official(), Listed: ent != nil, BonusCap: eff.BonusCap, Assumed: eff.Assumed,
		eff: eff, ent: ent, facts: f,
	}
	if ent != nil {
		e.s.ProfitTarget = ent.ProfitTarget
	}
	e.indicators()
	e.bonuses()
	e.contribution()
	e.addback()
	e.deemed()
	e.separate()
	e.tilt()
	e.assess()
	e.rewards()
	e.priority()
	return e.s
}

// evaluation is one run of the engine.
type evaluation struct {
	p           *Pack // effective
	ent         *Enterprise
	f           *Facts
	s           *Sheet
	year        string
	line, money rounding
	clauses     map[string]*Clause
	away        map[string]bool // authorities seen, and whether they are another city's
}

// work is what a line was made of; [Sheet.Explain] reads it.
type work struct {
	in         *Indicator
	bonus      *Bonus
	deemed     *Deemed
	got        measured
	format     figure
	tally      *tally
	add        *addbackWork // confirmed
	addPending *addbackWork
	pay        *payWork
	tilt       *tiltWork
}

func (e *evaluation) cited(ids []string) []Clause {
	out := make([]Clause, 0, len(ids))
	for _, id := range ids {
		if c := e.clauses[id]; c != nil {
			out = append(out, *c)
		} else {
			out = append(out, Clause{ID: id})
		}
	}
	return out
}

// lacks notes facts without data on the line (if it is one) and on the sheet, each once, in the order of the sheet.
func (e *evaluation) lacks(l *Line, facts ...string) {
	for _, id := range facts {
		if l != nil && !slices.Contains(l.Missing, id) {
			l.Missing = append(l.Missing, id)
		}
		if !slices.Contains(e.s.Missing, id) {
			e.s.Missing = append(e.s.Missing, id)
		}
	}
}

// indicators scores every indicator: round once a line, then add the rounded lines.
func (e *evaluation) indicators() {
	e.s.Indicators = make([]Line, len(e.p.Indicators))
	e.s.Innovation = e.zero(e.line)
	e.s.Unfilled = e.s.Innovation.Confirmed
	for i := range e.p.Indicators {
		l := &e.s.Indicators[i]
		e.indicator(&e.p.Indicators[i], l)
		e.s.Innovation = e.s.Innovation.plus(l.Score)
		e.s.Unfilled = e.s.Unfilled.plus(l.Unfilled)
	}
}

func (e *evaluation) zero(m rounding) Pair {
	z := Dec{0, uint8(m.places)}
	return Pair{z, z}
}

func (p Pair) plus(o Pair) Pair {
	return Pair{p.Confirmed.plus(o.Confirmed), p.Pending.plus(o.Pending)}
}

func (e *evaluation) indicator(in *Indicator, l *Line) {
	weight := in.Weight[e.f.Type]
	*l = Line{
		ID: in.ID, Name: in.Name, Says: e.p.Say(in.Name), Kind: "indicator", Clauses: e.cited(in.Clauses), Chosen: in.Chosen,
		Weight: weight, Target: in.Target, Params: in.params(e.f.Type, e.p.Levels), work: work{in: in, format: formatOf(in)},
	}
	full := weight.Value
	if full == nil { // a type the pack does not know: nothing can be earned
		full = new(big.Rat)
	}
	got := e.measure(&in.Measure)
	l.work.got, l.work.tally, l.Inputs = got, got.tally, got.inputs
	l.Value, l.ValuePending = got.value, got.pending
	if got.status == "" && needsTarget(in.Scale.Kind) && (in.Target.Value == nil || in.Target.Value.Sign() <= 0) {
		got.status = NotDefined
	}
	l.TargetText = targetText(in, l.work.format)
	switch got.status {
	case NoData, NotDefined, NotComparable:
		l.Status = got.status
		l.Exact, l.ExactPending = new(big.Rat), new(big.Rat)
		e.lacks(l, got.missing...)
		l.Score, l.Unfilled = e.zero(e.line), e.line.round(full)
		l.showValue()
		return
	}
	share, sharePending := in.share(&got)
	l.Exact = share.Mul(share, full)
	l.ExactPending = sharePending.Mul(sharePending, full)
	l.Score = Pair{e.line.round(l.Exact), e.line.round(l.ExactPending)}
	l.Unfilled = Dec{0, l.Score.Confirmed.Places}
	if got.filled != nil {
		filled := in.shareOf(got.filled, got.total)
		l.Unfilled = e.line.round(filled.Mul(filled, full)).minus(l.Score.Confirmed)
	}
	l.showValue()
	l.Status = Reached
	switch gap := in.gap(&got); {
	case got.stuck:
		l.Status = Short
	case gap != nil:
		l.Status = Short
		l.GapRat, l.NeedRat = gap, in.need(&got)
		l.GapText = l.work.format.up(gap)
	}
}

// bonuses scores the groups of points and their total, each with its cap.
func (e *evaluation) bonuses() {
	e.s.Bonuses = make([]Line, len(e.p.Bonuses))
	e.s.BonusTotal = e.zero(e.line)
	for i := range e.p.Bonuses {
		b := &e.p.Bonuses[i]
		t := e.judge(b.Measure.rule(e.f.Type, b.Upgrade))
		l := &e.s.Bonuses[i]
		*l = Line{
			ID: b.ID, Name: b.Name, Says: e.p.Say(b.Name), Kind: "bonus", Clauses: e.cited(b.Clauses), Target: b.Cap, Params: b.params(e.p.Levels),
			Value: t.sure, ValuePending: t.maybe,
			Exact: atMost(t.sure, b.Cap.Value), ExactPending: atMost(t.maybe, b.Cap.Value),
			work: work{bonus: b, tally: t, format: asPoints},
		}
		l.Score = Pair{e.line.round(l.Exact), e.line.round(l.ExactPending)}
		l.showValue()
		e.s.BonusTotal = e.s.BonusTotal.plus(l.Score)
	}
	if c := e.p.BonusCap.Value; c != nil {
		top := e.line.round(c)
		e.s.BonusTotal = Pair{minDec(e.s.BonusTotal.Confirmed, top), minDec(e.s.BonusTotal.Pending, top)}
	}
}

// atMost caps a figure; a nil cap caps nothing.
func atMost(v, top *big.Rat) *big.Rat {
	if top != nil && v.Cmp(top) > 0 {
		return top
	}
	return v
}

func minDec(a, b Dec) Dec {
	if a.Cmp(b) > 0 {
		return b
	}
	return a
}

// contribution is what innovation brings to the annual assessment.
func (e *evaluation) contribution() {
	w := e.p.InnovationWeight.Value
	if w == nil {
		e.s.AnnualContribution = e.zero(e.line)
		return
	}
	share := new(big.Rat).Quo(w, big.NewRat(100, 1))
	base := e.s.Innovation
	if e.p.BonusOn == "innovation" {
		base = base.plus(e.s.BonusTotal)
	}
	of := func(d Dec) Dec { return e.line.round(new(big.Rat).Mul(d.Rat(), share)) }
	e.s.AnnualContribution = Pair{of(base.Confirmed), of(base.Pending)}
}

// priority answers C32: resources first.
func (e *evaluation) priority() {
	rule := e.p.Priority
	if rule == nil {
		return
	}
	ok := rule.MinScore.Value == nil || e.s.Innovation.Confirmed.Rat().Cmp(rule.MinScore.Value) >= 0
	if ok && rule.NeedGrowth {
		ok = e.f.Prev != nil && e.f.Ledger.Total() > e.f.Prev.Total() && e.f.Ledger.Total() > 0
	}
	e.s.Priority = &ok
}

// Totals is the score strip: what every edit is measured by. Nil: there is no figure.
type Totals struct {
	Innovation, InnovationPending Dec
	Unfilled                      Dec // points of innovation that nobody can speak of yet
	Bonus, BonusPending           Dec
	Assessed                      *Dec
	Completion                    *Dec
}

// Totals gives the score strip.
func (s *Sheet) Totals() Totals {
	t := Totals{
		Innovation: s.Innovation.Confirmed, InnovationPending: s.Innovation.Pending, Unfilled: s.Unfilled,
		Bonus: s.BonusTotal.Confirmed, BonusPending: s.BonusTotal.Pending,
	}
	if s.Assessed != nil {
		t.Assessed = &s.Assessed.Confirmed
	}
	if s.Completion != nil {
		t.Completion = &s.Completion.Confirmed
	}
	return t
}
