package scoring

import (
	"math/big"

	"yice/text"
)

// MeasureRatio measures one figure by another.
const MeasureRatio MeasureKind = "ratio"

type ratioMeasure struct{ ofFact }

var ratioSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	factKey("num", text.PackSayNumerator, func(m *Measure) *string { return &m.Num }),
	factKey("den", text.PackSayDenominator, func(m *Measure) *string { return &m.Den }),
})

func (ratioMeasure) kind() MeasureKind { return MeasureRatio }
func (ratioMeasure) about() string {
	return "`num` ÷ `den`，都是指标数。分母不大于零的不可计算。"
}

func (ratioMeasure) says() []saying { return ratioSays }

// measure: without a denominator above zero there is no ratio.
func (ratioMeasure) measure(e *evaluation, m *Measure) (g measured) {
	num, den := e.compared(&g, m.Num), e.compared(&g, m.Den)
	switch {
	case num == nil || den == nil:
	case den.Sign() <= 0:
		g.status = NotDefined
	default:
		g.value = new(big.Rat).Quo(num, den)
		g.pending = g.value
	}
	return g
}

func (ratioMeasure) format(in *Indicator) figure {
	if in.Target.Value == nil || in.inPercent() {
		return asPercent
	}
	return asNumber
}

func (ratioMeasure) toward(g *measured, at *big.Rat) *big.Rat {
	want := new(big.Rat).Mul(at, g.inputs[1].Value)
	return want.Sub(want, g.inputs[0].Value)
}

func (ratioMeasure) worth(g *measured) *big.Rat { return new(big.Rat).Inv(g.inputs[1].Value) }

func (ratioMeasure) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	now, under := new(big.Rat).Add(g.inputs[0].Value, more), g.inputs[1].Value
	if under.Sign() <= 0 {
		return nil, false
	}
	return now.Quo(now, under), false
}

func (ratioMeasure) words(_ *Pack, m *Measure) text.Pair {
	return text.ScoreRuleRatio.With(m.factTitle(m.Num), m.factTitle(m.Den))
}

func (k ratioMeasure) reading(t *teller, m *Measure) []text.Pair {
	return []text.Pair{k.words(t.s.eff, m), m.factRule(m.Num)}
}

func (ratioMeasure) formula(t *teller) []text.Pair {
	g, x := &t.l.work.got, t.l.work.format
	if g.value == nil {
		return nil
	}
	return []text.Pair{text.ScoreRatioOf.With(ratWan(g.inputs[0].Value), ratWan(g.inputs[1].Value), equals(x.ends(g.value)), x.fine(g.value))}
}
