package scoring

import (
	"math/big"
	"slices"
)

// Evaluate scores one enterprise and year. It is pure and takes well under a millisecond; the order of records never
// matters. Records and facts are read, never changed; the sheet keeps pointing at them so that it can explain itself.
func Evaluate(p *Pack, f *Facts) *Sheet {
	if own := p.typeOf(f.Type); own != f.Type {
		named := *f
		named.Type = own
		f = &named
	}
	eff, ent := p.layered(f.USCC, f.Type)
	e := &evaluation{
		p: eff, ent: ent, f: f, year: yearText(f.Year),
		line:  rounding{eff.LineDecimals, eff.HalfEven},
		money: rounding{eff.MoneyDecimals, eff.HalfEven},
	}
	e.s = &Sheet{
		USCC: f.USCC, Name: f.Name, Type: f.Type, Year: f.Year, AsOf: f.Through(),
		Pack: p, Official: p.Official(), Settled: p.Official(), Listed: ent != nil, BonusCap: eff.BonusCap,
		eff: eff, ent: ent, facts: f,
	}
	if ent != nil {
		e.s.ProfitTarget = ent.ProfitTarget
	}
	for _, k := range kinds {
		k.evaluate(e)
	}
	for _, k := range kinds {
		k.total(e)
	}
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
	away        map[string]bool // authorities seen, and whether they are another city's
	numbers     numbering       // see numbered
	fixed       []*fixed        // of the forms seen
}

// work is what a line was made of; [Sheet.Explain] reads it.
type work struct {
	in        *Indicator
	term      *termWork
	year      *Indicator // the line with its target of the year
	quarter   int        // whose target in has; 0 for the year's
	ways      *tried
	condition *Requirement
	// verdictPending is that of a condition with what is pending.
	verdictPending Status
	bonus          *Bonus
	deemed         *Deemed
	got            measured
	format         figure
	tally          *tally
	add            *addbackWork // confirmed
	addPending     *addbackWork
	pay            *payWork
	tilt           *tiltWork
	params         func() []Param
	deduction      *Deduction
	track          *Track
	before         *big.Rat // of a track: the year before; nil: not known
}

func (e *evaluation) cited(ids []string) []Clause {
	out := make([]Clause, 0, len(ids))
	for _, id := range ids {
		at := slices.IndexFunc(e.p.Clauses, func(c Clause) bool { return c.ID == id })
		if at < 0 {
			out = append(out, Clause{ID: id})
			continue
		}
		out = append(out, e.p.Clauses[at])
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

func (e *evaluation) zero(m rounding) Pair {
	z := Dec{0, uint8(m.places)}
	return Pair{z, z}
}

func (p Pair) plus(o Pair) Pair {
	return Pair{p.Confirmed.plus(o.Confirmed), p.Pending.plus(o.Pending)}
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
