package scoring

import (
	"math/big"

	"yice/text"
)

// MeasureValue measures a figure as it is.
const MeasureValue MeasureKind = "value"

type valueMeasure struct{ ofFact }

var valueSays = untyped([]parameter[*Measure]{kindKey[*Measure](), factKey("field", text.PackSayFact, func(m *Measure) *string { return &m.Fact })})

func (valueMeasure) kind() MeasureKind { return MeasureValue }
func (valueMeasure) about() string {
	return "一个指标数，照它的数。`field` 可用的名称见本页末的“指标数”。"
}

func (valueMeasure) says() []saying { return valueSays }

func (valueMeasure) measure(e *evaluation, m *Measure) (g measured) {
	g.value = e.fact(&g, m.Fact)
	g.pending = g.value
	return g
}

func (valueMeasure) format(in *Indicator) figure {
	if c := in.Measure.fact(in.Measure.Fact); c.IsMoney() {
		return asMoney
	}
	if in.inPercent() {
		return asPercent
	}
	return asNumber
}

func (valueMeasure) toward(g *measured, at *big.Rat) *big.Rat { return new(big.Rat).Sub(at, g.value) }
func (valueMeasure) worth(*measured) *big.Rat                 { return one }

func (valueMeasure) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	return new(big.Rat).Add(g.value, more), false
}

func (valueMeasure) words(_ *Pack, m *Measure) text.Pair { return m.factTitle(m.Fact) }

func (valueMeasure) reading(_ *teller, m *Measure) []text.Pair {
	return []text.Pair{m.factRule(m.Fact)}
}
