package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// MeasureGrowth measures a figure by that of the year before.
const MeasureGrowth MeasureKind = "growth"

type growthMeasure struct{ ofFact }

var growthSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	mayHave(factKey("cur", text.PackSayThisYear, func(m *Measure) *string { return &m.Cur })),
	mayHave(factKey("prev", text.PackSayLastYear, func(m *Measure) *string { return &m.Prev })),
	nestedKey("of", false, text.PackSayGrowthOf, func(m *Measure) **Measure { return &m.Of }, string(MeasurePer)),
	{key: "zero_base", is: isWord, hint: text.HintZeroBase, absent: "top", title: text.PackSayZeroBase, at: func(m *Measure) any { return &m.ZeroBase }, words: []option{
		{"top", text.Pair{ZH: "上年不大于零、本年大于零的按最高档计", EN: "from nothing to something is the top"}},
		{"zero", text.Pair{ZH: "上年不大于零的不得分", EN: "from nothing there are no points"}},
	}},
})

func (growthMeasure) kind() MeasureKind { return MeasureGrowth }
func (growthMeasure) about() string {
	return "今年 ÷ 上年 − 1。写 `cur` 和 `prev` 两个指标数；或写 `of`，是一个指标数的名称，或 `value`、`count`、`sum`、`distinct`、`per` 的一张表：上年的数，指标数取它的 `…_prev`，登记表取 `year_by` 在上年的行。上年没有数就是缺数据，绝不当零，本年台账一行也没有同样是缺数据：登记表里一行上年的也没有，不等于上年是零。年度指标（`annual.…`）没有自带上年的数，要用 `[[field]]` 在 `annual` 上加一个 `原编号_prev` 的字段（如 `employees_prev`），结转时自动带入上年填的数。"
}

func (growthMeasure) says() []saying { return growthSays }

// measure is this year ÷ last year − 1. From nothing to something is the top; nothing after nothing is no growth.
func (k growthMeasure) measure(e *evaluation, m *Measure) (g measured) {
	if m.Of != nil {
		return k.ofMeasure(e, m)
	}
	cur, prev := e.compared(&g, m.Cur), e.compared(&g, m.Prev)
	return k.compare(e, m, g, cur, prev)
}

// ofMeasure compares any measure with the same of the year before.
func (k growthMeasure) ofMeasure(e *evaluation, m *Measure) (g measured) {
	now := e.inSameMonths()
	g.parts = []measured{now.measure(m.Of), now.yearBefore(m.Of)}
	cur, prev := &g.parts[0], &g.parts[1]
	g.inputs = slices.Concat(cur.inputs, prev.inputs)
	g.missing = slices.Concat(cur.missing, prev.missing)
	if g.status = cur.status; g.status == "" {
		g.status = prev.status
	}
	if g.status != "" {
		return g
	}
	waiting := g
	g = k.compare(e, m, g, cur.value, prev.value)
	if cur.pending != cur.value || prev.pending != prev.value {
		waiting = k.compare(e, m, waiting, cur.pending, prev.pending)
		if g.pending = waiting.value; waiting.top || waiting.value == nil {
			g.pending = g.value
		}
	}
	return g
}

func (growthMeasure) compare(e *evaluation, m *Measure, g measured, cur, prev *big.Rat) measured {
	switch {
	case cur != nil && prev == nil && e.f.Incomparable() && strings.HasPrefix(m.Prev, "rd."):
		g.status = NotComparable
		return g
	case cur == nil || prev == nil:
		return g
	case prev.Sign() > 0:
		g.value = new(big.Rat).Quo(cur, prev)
		g.value.Sub(g.value, one)
	case cur.Sign() > 0 && m.ZeroBase == "zero":
		g.value, g.stuck, g.rose = new(big.Rat), true, true
	case cur.Sign() > 0:
		g.top, g.rose = true, true
	case cur.Sign() == 0 && prev.Sign() == 0:
		g.value, g.idle = new(big.Rat), true
	default:
		g.status = NotDefined
	}
	g.pending = g.value
	return g
}

func (growthMeasure) format(*Indicator) figure { return asPercent }

func (growthMeasure) toward(g *measured, at *big.Rat) *big.Rat {
	want := new(big.Rat)
	cur, prev := g.compared()
	if !g.fromNothing() { // from nothing, anything is the top
		want.Mul(want.Add(at, one), prev)
	}
	return want.Sub(want, cur)
}

func (growthMeasure) worth(g *measured) *big.Rat {
	if g.fromNothing() {
		return one
	}
	_, prev := g.compared()
	return new(big.Rat).Inv(prev)
}

func (growthMeasure) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	cur, under := g.compared()
	now := new(big.Rat).Add(cur, more)
	if under.Sign() <= 0 {
		return nil, now.Sign() > 0
	}
	now.Quo(now, under)
	return now.Sub(now, one), false
}

// compared are this year's figure and that of the year before.
func (g *measured) compared() (cur, prev *big.Rat) {
	if len(g.parts) > 0 {
		return g.parts[0].value, g.parts[1].value
	}
	return g.inputs[0].Value, g.inputs[1].Value
}

func (growthMeasure) grain(g *measured) int {
	if len(g.parts) > 0 {
		return g.lead().grain()
	}
	return grain(&g.inputs[0].of)
}

func (k growthMeasure) adding(t *teller, d *big.Rat) text.Pair {
	if len(t.l.work.got.parts) > 0 {
		return t.part(0).adding(d)
	}
	return k.ofFact.adding(t, d)
}

func (k growthMeasure) oneMore(t *teller) []text.Pair {
	if len(t.l.work.got.parts) > 0 {
		return t.oneOf(k)
	}
	return k.ofFact.oneMore(t)
}

func (growthMeasure) records(t *teller) { t.recordsOfParts() }

func (growthMeasure) words(p *Pack, m *Measure) text.Pair {
	if m.Of != nil {
		say := text.ScoreRuleGrowth
		if m.ZeroBase == "zero" {
			say = text.PackSayGrowthZero
		}
		return say.With(m.Of.words(p), text.ScoreSameLastYear)
	}
	say := text.ScoreRuleGrowth
	if m.ZeroBase == "zero" {
		say = text.PackSayGrowthZero
	}
	return say.With(m.factTitle(m.Cur), m.factTitle(m.Prev))
}

func (growthMeasure) reading(t *teller, m *Measure) []text.Pair {
	say := text.ScoreRuleGrowth
	if m.ZeroBase == "zero" {
		say = text.ScoreRuleGrowthZero
	}
	if m.Of != nil {
		return append([]text.Pair{say.With(m.Of.words(t.s.eff), text.ScoreSameLastYear)}, m.Of.by().reading(t.part(0), m.Of)...)
	}
	return []text.Pair{say.With(m.factTitle(m.Cur), m.factTitle(m.Prev)), m.factRule(m.Cur)}
}

func (growthMeasure) formula(t *teller) []text.Pair {
	g, x := &t.l.work.got, t.l.work.format
	if len(g.parts) > 0 {
		return t.growthOfParts()
	}
	switch {
	case g.top:
		return []text.Pair{text.ScoreFromNothing.With(ratWan(g.inputs[1].Value), ratWan(g.inputs[0].Value))}
	case g.stuck || g.value == nil:
		return nil
	}
	return []text.Pair{text.ScoreGrowthOf.With(ratWan(g.inputs[0].Value), ratWan(g.inputs[1].Value), equals(x.ends(g.value)), x.fine(g.value))}
}

// growthOfParts is how a growth of a measure came about: this year, the year before, and what the one is of the other.
func (t *teller) growthOfParts() []text.Pair {
	g, x := &t.l.work.got, t.l.work.format
	lines := slices.Concat(t.part(0).madeOf(), t.part(1).madeOf())
	cur, prev := t.part(0).shown(), t.part(1).shown()
	switch {
	case g.top:
		return append(lines, text.ScoreFromNothingOf.With(prev, cur))
	case g.stuck || g.value == nil:
		return lines
	}
	return append(lines, text.ScoreGrowthOf.With(cur, prev, equals(x.ends(g.value)), x.fine(g.value)))
}

// mayHave makes a key one that need not be there.
func mayHave[P any](p parameter[P]) parameter[P] {
	p.must = false
	return p
}

// checkGrowth asks for one way to say what grows.
func (d *decoder) checkGrowth(s *section, m *Measure) {
	if m.Kind != MeasureGrowth {
		return
	}
	of, cur, prev := s.n.has("of"), s.n.has("cur"), s.n.has("prev")
	switch v := s.got["of"]; {
	case v != nil && d.p.Schema == 1:
		d.errs.add(v.at, s.path+".of", text.PackNeedsSchema.With("growth.of", 2))
	case v != nil && (s.got["cur"] != nil || s.got["prev"] != nil):
		d.errs.add(v.at, s.path+".of", text.PackGrowthBoth)
	case v != nil:
		m.Of.each(func(part *Measure) {
			if prev := part.Fact + "_prev"; part.Kind == MeasureValue && strings.HasPrefix(prev, "annual.") && !d.p.keeps(prev) {
				d.notice(v.at, s.path+".of", text.PackNoPrevious.With(part.factTitle(part.Fact), strings.TrimPrefix(prev, "annual.")))
			}
		})
	case !of && !cur && !prev:
		d.errs.add(s.n.at, s.path, text.PackGrowthNeither)
	case !of && !cur:
		d.errs.add(s.n.at, s.path+".cur", text.PackMissingKey.With("cur"))
	case !of && !prev:
		d.errs.add(s.n.at, s.path+".prev", text.PackMissingKey.With("prev"))
	}
}
