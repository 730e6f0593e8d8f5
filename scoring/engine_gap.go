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
	if c := in.Scale.cmp(g.value, at); c > 0 || c == 0 && !strict {
		return nil
	}
	return in.distance(g, at, strict)
}

// need is the gap in what a person keys.
func (in *Indicator) need(g *measured) *big.Rat {
	at, strict := in.goal(g.total)
	return in.toward(g, at, strict)
}

// grain is how finely a fact is keyed: places after the point of its unit. Money is in 万元, keyed to the 分.
func grain(c *Fact) int {
	if c.ID == "" || c.IsMoney() || c.Unit.Title.Empty() {
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

// showValue writes the measured value for people.
func (l *Line) showValue() {
	l.ValueText = l.work.format.show(l.Value)
	l.ValuePendingText = l.ValueText
	if l.ValuePending != l.Value {
		l.ValuePendingText = l.work.format.show(l.ValuePending)
	}
}

// Goal is where full marks are with the sign it is read with: "≤ 1.80%" where less is better.
func (l *Line) Goal() string {
	if in := l.work.in; l.TargetText == "" || in == nil || !in.Scale.Lower {
		return l.TargetText
	} else if _, strict := in.goal(0); strict {
		return "< " + l.TargetText
	}
	return "≤ " + l.TargetText
}

// Way is how far a line has come of the whole way to full marks, both in one unit; where less is better, full marks of what
// there is. Only for a line that has a gap.
func (l *Line) Way(v *big.Rat) (done, whole *big.Rat) {
	goal := new(big.Rat).Add(l.Value, l.GapRat)
	if l.work.in.Scale.Lower {
		return goal.Sub(l.Value, l.GapRat), v
	}
	return v, goal
}

// targetText shows where full marks are, as the pack writes it.
func targetText(in *Indicator, x figure) string {
	if in.Measure.Kind == MeasureChecklist && in.Scale.Kind == ScaleFraction {
		return trimmed(big.NewRat(int64(len(in.Measure.Items)), 1), 0)
	}
	k := in.Scale.by()
	if k == nil {
		return ""
	}
	switch at := k.full(in); {
	case at == nil || at.Value == nil:
		return ""
	case isPercent(*at):
		return at.Text
	default:
		return x.show(at.Value)
	}
}
