package scoring

import (
	"math/big"

	"yice/text"
)

// ScaleFraction gives a share as it is: of a checklist, the items that are answered 是.
const ScaleFraction ScaleKind = "fraction"

type fractionScale struct{}

var fractionSays = untyped([]parameter[*Scale]{kindKey[*Scale]()})

func (fractionScale) kind() ScaleKind { return ScaleFraction }
func (fractionScale) about() string {
	return "清单里答「是」的项数 ÷ 总项数。只配 `checklist`，`checklist` 也只配它。不写 `target`。"
}

func (fractionScale) says() []saying           { return fractionSays }
func (fractionScale) needsTarget() bool        { return false }
func (fractionScale) most(*Indicator) *big.Rat { return one }
func (fractionScale) full(*Indicator) *Param   { return nil }
func (fractionScale) steps(*Indicator) []Rung  { return nil }

func (fractionScale) share(in *Indicator, v *big.Rat, items int64) *big.Rat {
	switch {
	case items > 0:
		return new(big.Rat).Quo(v, big.NewRat(items, 1))
	case in.Measure.Kind == MeasureChecklist: // no items: nothing to earn
		return new(big.Rat)
	}
	return new(big.Rat).Set(atMost(v, one))
}

func (fractionScale) goal(_ *Indicator, items int64) (at *big.Rat, strict bool) {
	if items > 0 {
		return big.NewRat(items, 1), false
	}
	return one, false
}

func (fractionScale) words(*Indicator) text.Pair { return text.ScoreRuleFraction }

func (fractionScale) computation(t *teller, v *big.Rat, shown string) text.Pair {
	if items := t.l.work.got.total; items > 0 {
		return text.ScoreShareOf.With(t.fullText(), trimmed(v, 0), items)
	}
	return text.ScoreShare.With(t.fullText(), shown)
}
