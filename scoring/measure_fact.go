package scoring

import (
	"math/big"

	"yice/text"
)

// ofFact is what the measures of facts have in common: more of the first fact is what a person can bring about.
type ofFact struct{}

// factKey is a key that names a fact of the catalogue.
func factKey(key string, title text.Pair, at func(*Measure) *string) parameter[*Measure] {
	return parameter[*Measure]{key: key, is: isText, must: must, title: title, read: func(s *section, m *Measure) { *at(m) = s.d.fact(s, key) }}
}

func (ofFact) formula(*teller) []text.Pair { return nil }
func (ofFact) records(*teller)             {}

func (ofFact) adding(t *teller, d *big.Rat) text.Pair {
	return factMore(&t.l.Inputs[0].of, d, t.l.work.in.Scale.Lower)
}

// oneMore: of an amount 10 万元, of anything else one.
func (ofFact) oneMore(t *teller) []text.Pair {
	fact, unit := &t.l.Inputs[0].of, one
	if fact.IsMoney() {
		unit = big.NewRat(10, 1)
	}
	if t.l.work.in.Scale.Kind == ScaleLadder && t.brings(unit).Sign() == 0 {
		return nil // only rungs bring something; the gap tells them
	}
	return []text.Pair{t.each(t.adding(unit), unit)}
}

// grain: 万元 to the 分, or whole pieces.
func (ofFact) grain(g *measured) int { return grain(&g.inputs[0].of) }

// fact reads one fact of the catalogue and notes it as an input.
func (e *evaluation) fact(g *measured, id string) *big.Rat { return e.factOf(g, e.f, id) }

// compared reads a fact as ratios and growth compare it: of the months that every part of them has.
func (e *evaluation) compared(g *measured, id string) *big.Rat {
	return e.factOf(g, e.f.sameMonths(), id)
}

func (e *evaluation) factOf(g *measured, f *Facts, id string) *big.Rat {
	v, missing := FactValue(f, id)
	if missing {
		v = nil
		g.status = NoData
		g.missing = append(g.missing, id)
	}
	g.inputs = append(g.inputs, e.p.InputOf(id, v))
	return v
}

// InputOf shows a fact exactly: money in 元, to the 分.
func (p *Pack) InputOf(id string, v *big.Rat) Input {
	c, _ := p.Fact(id)
	in := Input{Fact: id, Name: c.Title, Value: v, of: c}
	switch {
	case v == nil:
	case c.IsMoney():
		in.Text = rounding{places: 2}.round(new(big.Rat).Mul(v, perWan)).String()
	default:
		in.Text = trimmed(v, 4)
	}
	return in
}

var perWan = big.NewRat(10_000, 1) // 元 in a 万元; read only

// factMore says more of a fact, or less of it.
func factMore(c *Fact, d *big.Rat, less bool) text.Pair {
	switch {
	case c.IsMoney() && less:
		return text.ScoreLessMoney.With(c.Title, ratWan(d))
	case c.IsMoney():
		return text.ScoreMoreMoney.With(c.Title, ratWan(d))
	case less:
		return text.ScoreLessOf.With(c.Title, trimmed(d, 4))
	}
	return text.ScoreMoreOf.With(c.Title, trimmed(d, 4))
}

func (m *Measure) factTitle(id string) text.Pair { return m.fact(id).Title }

// factRule says what a fact is, and how it is computed.
func (m *Measure) factRule(id string) text.Pair {
	c := m.fact(id)
	return text.ScoreRuleValue.With(c.Title, c.How)
}
