package scoring

import (
	"math/big"
	"strings"
)

// gap is what is missing to full marks, in the unit of the value; nil where nothing is, or nothing can be.
func (in *Indicator) gap(g *measured) *big.Rat {
	if g.top || g.value == nil {
		return nil
	}
	at, strict := in.goal(g.total)
	if at == nil {
		return nil
	}
	if c := g.value.Cmp(at); c > 0 || c == 0 && !strict {
		return nil
	}
	return in.distance(g, at, strict)
}

// distance is how far a value is from a point of its scale; strict: from the first value beyond it.
func (in *Indicator) distance(g *measured, at *big.Rat, strict bool) *big.Rat {
	d := new(big.Rat).Sub(at, g.value)
	switch in.Measure.Kind {
	case MeasureCount, MeasureChecklist:
		return step(d, 0, strict)
	case MeasureLevelPoints:
		if strict {
			return step(d, 8, true)
		}
		return d
	}
	if !strict {
		return d
	}
	// One 分 more than the point itself, seen through the measure.
	more := in.amount(g, at, true)
	if k := in.Measure.Kind; (k == MeasureRatio || k == MeasureGrowth) && g.inputs[1].Value.Sign() > 0 {
		more.Quo(more, g.inputs[1].Value)
	}
	return more
}

// amount is what must be added to the fact a person can move (the numerator, this year's figure, the value itself) to
// reach a point of the scale: 万元 rounded up to the 分, or whole pieces.
func (in *Indicator) amount(g *measured, at *big.Rat, strict bool) *big.Rat {
	want := new(big.Rat)
	switch in.Measure.Kind {
	case MeasureRatio:
		want.Mul(at, g.inputs[1].Value)
	case MeasureGrowth:
		if g.inputs[1].Value.Sign() <= 0 { // from nothing, anything is the top
			strict = true
			break
		}
		want.Mul(want.Add(at, one), g.inputs[1].Value)
	default:
		want.Set(at)
	}
	want.Sub(want, g.inputs[0].Value)
	return step(want, grain(g.inputs[0].Fact), strict)
}

// need is the gap in what a person keys.
func (in *Indicator) need(g *measured) *big.Rat {
	at, strict := in.goal(g.total)
	return in.toward(g, at, strict)
}

// toward is what must be added to reach a point of the scale, in what a person keys.
func (in *Indicator) toward(g *measured, at *big.Rat, strict bool) *big.Rat {
	switch in.Measure.Kind {
	case MeasureCount, MeasureLevelPoints, MeasureChecklist:
		return in.distance(g, at, strict)
	}
	return in.amount(g, at, strict)
}

// grain is how finely a fact is keyed: places after the point of its unit. Money is in 万元, keyed to the 分.
func grain(fact string) int {
	c, ok := FactByID(fact)
	if !ok || c.IsMoney() || c.Unit.Title.Empty() {
		return 6
	}
	return 0
}

// step rounds a distance up to the grain; strict: to the next one where it lies on the grain already.
func step(d *big.Rat, places int, strict bool) *big.Rat {
	up := ceilTo(d, places)
	if strict && up.Cmp(d) == 0 {
		up.Add(up, big.NewRat(1, pow10(places)))
	}
	return up
}

// figure is how a value is shown to people.
type figure uint8

const (
	asNumber figure = iota
	asPercent
	asMoney // 万元
	asCount
	asPoints
)

func formatOf(in *Indicator) figure {
	switch in.Measure.Kind {
	case MeasureGrowth:
		return asPercent
	case MeasureRatio:
		if in.Target.Value == nil || in.inPercent() {
			return asPercent
		}
	case MeasureValue:
		if c, ok := FactByID(in.Measure.Fact); ok && c.IsMoney() {
			return asMoney
		}
		if in.inPercent() {
			return asPercent
		}
	case MeasureCount, MeasureChecklist:
		return asCount
	case MeasureLevelPoints:
		return asPoints
	}
	return asNumber
}

// show gives a value as people read it: "1.65%", "425.00", "4", "9.5".
func (x figure) show(v *big.Rat) string {
	if v == nil {
		return ""
	}
	switch x {
	case asPercent:
		return rounding{places: 2}.round(new(big.Rat).Mul(v, hundred)).String() + "%"
	case asMoney:
		return rounding{places: 2}.round(v).String()
	}
	return trimmed(v, 4)
}

// up shows a distance, never less than it is: what is shown, when added, reaches the point.
func (x figure) up(v *big.Rat) string {
	switch x {
	case asPercent:
		return x.show(ceilTo(v, 4))
	case asMoney:
		return amountText(v)
	}
	return trimmed(ceilTo(v, 4), 4)
}

// amountText shows 万元 with two decimals, and to the 分 where there is more to it, rounded up.
func amountText(v *big.Rat) string {
	up := ceilTo(v, 6)
	s := rounding{places: 6}.round(up).String()
	for range 4 {
		s = strings.TrimSuffix(s, "0")
	}
	return s
}

var hundred = big.NewRat(100, 1) // read only

// trimmed shows a decimal without trailing zeros; one without an end is rounded to places.
func trimmed(v *big.Rat, places int) string {
	if v.IsInt() {
		return v.Num().String()
	}
	for p := 1; p <= 8; p++ {
		d := rounding{places: p}.round(v)
		if d.Rat().Cmp(v) == 0 {
			return d.String()
		}
	}
	s := rounding{places: places}.round(v).String()
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// targetText shows where full marks are, as the pack writes it.
func targetText(in *Indicator, x figure) string {
	at := in.Target
	switch in.Scale.Kind {
	case ScaleFraction:
		if in.Measure.Kind == MeasureChecklist {
			return trimmed(big.NewRat(int64(len(in.Measure.Items)), 1), 0)
		}
		return ""
	case ScaleLadder:
		if n := len(in.Scale.Rungs); n > 0 {
			at = in.Scale.Rungs[n-1].At
		}
	}
	switch {
	case at.Value == nil:
		return ""
	case isPercent(at):
		return at.Text
	}
	return x.show(at.Value)
}

// showValue writes the measured value for people.
func (l *Line) showValue() {
	l.ValueText = l.work.format.show(l.Value)
	l.ValuePendingText = l.ValueText
	if l.ValuePending != l.Value {
		l.ValuePendingText = l.work.format.show(l.ValuePending)
	}
}
