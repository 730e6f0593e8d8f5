package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// MeasurePer measures one measure by another: energy by output, income by person.
const MeasurePer MeasureKind = "per"

type perMeasure struct{}

var perSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	nestedKey("num", must, text.PackSayNumerator, func(m *Measure) **Measure { return &m.Over }),
	nestedKey("den", must, text.PackSayDenominator, func(m *Measure) **Measure { return &m.Under }),
	unitKey("如 `\"元/人\"`、`\"吨标煤/万元\"`；金额可写元、千元、万元、亿元，照写的换算；不写即两边的单位相除，单位相同的是百分数"),
})

func (perMeasure) kind() MeasureKind { return MeasurePer }
func (perMeasure) about() string {
	return "两个量之比：`num` ÷ `den`，各是一个指标数的名称，或 `value`、`count`、`sum`、`distinct` 的一张表。分母为零、为负或缺数的，不可计算，不当零。例：`{ kind = \"per\", num = { kind = \"sum\", register = \"conversion\", field = \"income\" }, den = \"annual.employees\", unit = \"元/人\" }`。"
}
func (perMeasure) says() []saying { return perSays }

// plainKinds are the measures that another may be made of.
var plainKinds = []string{string(MeasureValue), string(MeasureCount), string(MeasureSum), string(MeasureDistinct)}

// nestedKey is a key that holds a measure: the name of a fact, or a table.
func nestedKey(key string, must bool, title text.Pair, at func(*Measure) **Measure, more ...string) parameter[*Measure] {
	return parameter[*Measure]{key: key, is: isAny, must: must, title: title, help: "指标数的名称，或一张 `{ kind = …, … }`", read: func(s *section, m *Measure) {
		*at(m) = s.nested(key, append(slices.Clone(plainKinds), more...))
	}}
}

// nested reads a measure within a measure; nil where it cannot be.
func (s *section) nested(key string, kinds []string) *Measure {
	v := s.got[key]
	switch {
	case v == nil:
		return nil
	case v.kind == aString:
		return &Measure{Kind: MeasureValue, Fact: s.d.fact(s, key), forms: s.d.p.Dictionary()}
	case v.kind != aTable:
		s.d.errs.add(v.at, s.path+"."+key, text.PackWantMeasure)
		return nil
	}
	m := &Measure{}
	m.readIn(s, key, kinds)
	if m.Kind == "" {
		return nil
	}
	return m
}

// measure: without a denominator above zero there is no ratio.
func (perMeasure) measure(e *evaluation, m *Measure) measured {
	now := e.inSameMonths()
	return quotient(m, now.measure(m.Over), now.measure(m.Under))
}

func quotient(m *Measure, over, under measured) (g measured) {
	g.parts = []measured{over, under}
	g.inputs = slices.Concat(over.inputs, under.inputs)
	g.missing = slices.Concat(over.missing, under.missing)
	switch {
	case over.status != "" || under.status != "":
		if g.status = over.status; g.status == "" {
			g.status = under.status
		}
	case under.value.Sign() <= 0 || under.pending.Sign() <= 0:
		g.status = NotDefined
	default:
		g.value = m.scaled(new(big.Rat).Quo(over.value, under.value))
		if g.pending = g.value; over.pending != over.value || under.pending != under.value {
			g.pending = m.scaled(new(big.Rat).Quo(over.pending, under.pending))
		}
	}
	return g
}

// scaled brings a quotient of 万元 to the unit the pack asks for. It takes v.
func (m *Measure) scaled(v *big.Rat) *big.Rat {
	if m.factor != nil {
		v.Mul(v, m.factor)
	}
	return v
}

// inSameMonths is the evaluation as ratios and growth see the year: dated rows up to the month of the figures.
func (e *evaluation) inSameMonths() *evaluation {
	now := *e
	now.f = e.f.sameMonths()
	return &now
}

func (perMeasure) format(in *Indicator) figure {
	if m := &in.Measure; m.Unit == "" && m.Over.unit() == m.Under.unit() && (in.Target.Value == nil || in.inPercent()) {
		return asPercent
	}
	return asNumber
}

func (perMeasure) grain(g *measured) int { return g.lead().grain() }

func (perMeasure) toward(g *measured, at *big.Rat) *big.Rat {
	want := new(big.Rat).Mul(at, g.parts[1].value)
	if f := g.of.factor; f != nil {
		want.Quo(want, f)
	}
	return want.Sub(want, g.parts[0].value)
}

func (perMeasure) worth(g *measured) *big.Rat {
	return g.of.scaled(new(big.Rat).Inv(g.parts[1].value))
}

func (perMeasure) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	now := new(big.Rat).Add(g.parts[0].value, more)
	return g.of.scaled(now.Quo(now, g.parts[1].value)), false
}

func (perMeasure) words(p *Pack, m *Measure) text.Pair {
	return text.ScoreRuleRatio.With(m.Over.words(p), m.Under.words(p))
}

func (perMeasure) reading(t *teller, m *Measure) []text.Pair {
	over, under := t.part(0), t.part(1)
	return slices.Concat([]text.Pair{text.ScoreRuleRatio.With(m.Over.words(t.s.eff), m.Under.words(t.s.eff))},
		m.Over.by().reading(over, m.Over), m.Under.by().reading(under, m.Under))
}

func (perMeasure) formula(t *teller) []text.Pair {
	g, x := &t.l.work.got, t.l.work.format
	if g.value == nil {
		return nil
	}
	lines := slices.Concat(t.part(0).madeOf(), t.part(1).madeOf())
	over, under := text.Same(t.part(0).shown()), text.Same(t.part(1).shown())
	if f := g.of.factor; f != nil {
		over = text.ScoreTimes.With(over, trimmed(f, 8))
	}
	return append(lines, text.ScoreRatioOf.With(over, under, equals(x.ends(g.value)), figureIn(x.fine(g.value), t.s.unitOf(t.l))))
}

func (perMeasure) adding(t *teller, d *big.Rat) text.Pair { return t.part(0).adding(d) }
func (k perMeasure) oneMore(t *teller) []text.Pair        { return t.oneOf(k) }

func (perMeasure) records(t *teller) { t.recordsOfParts() }

// checkPer works out the unit of a quotient, and what brings 万元 to the unit that the pack asks for.
func (d *decoder) checkPer(s *section, m *Measure) {
	if m.Kind != MeasurePer || m.Over == nil || m.Under == nil || m.Unit == "" {
		return
	}
	a, b, ok := strings.Cut(m.Unit, "/")
	over, under := m.Over.unit().ZH, m.Under.unit().ZH
	times, fits := unitFactor(a, over)
	parts, fits2 := unitFactor(b, under)
	if !ok || !fits || !fits2 {
		d.errs.add(s.at("unit"), s.path+".unit", text.PackPerUnit.With(legible(m.Unit), orAny(over), orAny(under)))
		return
	}
	if times.Quo(times, parts).Cmp(one) != 0 {
		m.factor = times
	}
}

func orAny(unit string) string {
	if unit == "" {
		return "…"
	}
	return unit
}

// unitFactor is how many of the unit that is written go into one that is measured.
func unitFactor(written, measured string) (times *big.Rat, ok bool) {
	if measured != "万元" {
		return big.NewRat(1, 1), written != "" && (measured == "" || written == measured)
	}
	switch written {
	case "元":
		return big.NewRat(10_000, 1), true
	case "千元":
		return big.NewRat(10, 1), true
	case "万元":
		return big.NewRat(1, 1), true
	case "亿元":
		return big.NewRat(1, 10_000), true
	}
	return nil, false
}
