package scoring

import (
	"math/big"

	"yice/text"
)

// ScaleToTarget gives the share of the target that is reached, up to a cap.
const ScaleToTarget ScaleKind = "to_target"

type toTargetScale struct{ ofTarget }

var toTargetSays = untyped([]parameter[*Scale]{kindKey[*Scale](), directionKey(), capKey(must)})

func (toTargetScale) kind() ScaleKind { return ScaleToTarget }
func (toTargetScale) about() string {
	return "完成目标的几成得权重的几成：权重 × min(cap, 实际 ÷ 目标)，负数不得分。`direction = \"lower\"`（越低越好）时是权重 × min(cap, 目标 ÷ 实际)；实际为零得 cap；目标为零或负数时没有比例，不高于目标得满分，高于目标不得分。要写 `target`。"
}

func (toTargetScale) says() []saying          { return toTargetSays }
func (toTargetScale) steps(*Indicator) []Rung { return nil }

func (toTargetScale) share(in *Indicator, v *big.Rat, items int64) *big.Rat {
	share, target := new(big.Rat), in.Target.Value
	switch {
	case !in.Scale.Lower:
		share.Quo(in.scaled(v, items), target)
	case target.Sign() > 0 && v.Sign() > 0:
		share.Quo(target, v)
	case target.Sign() > 0:
		return share.Set(in.most())
	case v.Cmp(target) <= 0: // of nothing there is no part: reached, or not
		share.Set(one)
	}
	return share.Set(atMost(share, in.most()))
}

func (toTargetScale) words(in *Indicator) text.Pair {
	if in.Scale.Lower {
		return text.ScoreRuleToTargetLower.With(percentText(in.most()))
	}
	return text.ScoreRuleToTarget.With(percentText(in.most()))
}

func (toTargetScale) computation(t *teller, v *big.Rat, shown string) text.Pair {
	in, target := t.l.work.in, t.l.TargetText
	switch at := in.Target.Value; {
	case !in.Scale.Lower:
	case at.Sign() > 0 && v.Sign() > 0:
		return text.ScoreToTarget.With(t.fullText(), percentText(in.most()), target, shown)
	case v.Cmp(at) <= 0:
		return text.ScoreWithin.With(shown, target, t.fullText(), percentText(in.shareOf(v, 0)))
	default:
		return text.ScoreOver.With(shown, target, t.fullText())
	}
	return text.ScoreToTarget.With(t.fullText(), percentText(in.most()), shown, target)
}
