package scoring

import (
	"math/big"

	"yice/text"
)

// ScaleEfficacy is 功效系数法: 基础分 at the floor, full at the target, linear between.
const ScaleEfficacy ScaleKind = "efficacy"

type efficacyScale struct{ ofTarget }

var efficacySays = untyped([]parameter[*Scale]{
	kindKey[*Scale](),
	directionKey(),
	{key: "floor", is: isNumber, hint: text.HintFloor, must: must, open: true, title: text.ScoreParamFloor, rule: rulePoint, at: func(s *Scale) any { return &s.Floor }},
	{key: "base", is: isNumber, hint: text.HintBase, must: must, open: true, title: text.ScoreParamBase, rule: ruleShare, at: func(s *Scale) any { return &s.Base }},
	capKey(false),
})

func (efficacyScale) kind() ScaleKind { return ScaleEfficacy }
func (efficacyScale) about() string {
	return "功效系数法。`floor` 是起点，`base` 是到起点得的比例，到 `target` 得满分，中间按直线：base + (1 − base) × (实际 − floor) ÷ (目标 − floor)。没到起点不得分；超过目标仍是满分，写了 `cap` 就沿直线到 cap 为止。`direction = \"lower\"` 时 `floor` 写得比 `target` 高，高于 floor 不得分。例：`target = 5`，`scale = { kind = \"efficacy\", direction = \"lower\", floor = 10, base = \"60%\" }`，实际 7.5 得 80%。"
}

func (efficacyScale) says() []saying { return efficacySays }

// steps: at the floor there are the base points.
func (efficacyScale) steps(in *Indicator) []Rung {
	if in.Scale.Floor.Value == nil {
		return nil
	}
	return []Rung{{At: in.Scale.Floor, Give: in.Scale.Base}}
}

func (efficacyScale) share(in *Indicator, v *big.Rat, items int64) *big.Rat {
	return in.efficacy(in.scaled(v, items))
}

// efficacy is 功效系数法: nothing below the floor, the base at the floor, full marks at the target, a straight line between.
// Where less is better floor and target change sides: both differences are negative then, and the quotient is the same.
func (in *Indicator) efficacy(v *big.Rat) *big.Rat {
	floor, base, target := orZero(in.Scale.Floor), orZero(in.Scale.Base), in.Target.Value
	if in.Scale.cmp(v, floor) < 0 {
		return new(big.Rat)
	}
	span := new(big.Rat).Sub(target, floor)
	if in.Scale.cmp(target, floor) <= 0 {
		if in.Scale.cmp(v, target) < 0 {
			return new(big.Rat).Set(base)
		}
		return new(big.Rat).Set(one)
	}
	share := new(big.Rat).Sub(v, floor)
	share.Quo(share, span)
	share.Mul(share, new(big.Rat).Sub(one, base))
	share.Add(share, base)
	return new(big.Rat).Set(atMost(share, in.most()))
}

func (efficacyScale) words(in *Indicator) text.Pair {
	s, say := &in.Scale, text.ScoreRuleEfficacy
	if s.Lower {
		say = text.ScoreRuleEfficacyLower
	}
	return say.With(shownParam(&s.Floor), shownParam(&s.Base), shownParam(&in.Target))
}

func (efficacyScale) computation(t *teller, v *big.Rat, shown string) text.Pair {
	in := t.l.work.in
	floor, base := orZero(in.Scale.Floor), orZero(in.Scale.Base)
	if in.Scale.cmp(in.scaled(v, t.l.work.got.total), floor) < 0 {
		return text.ScoreBelow.With(shown, t.fullText())
	}
	rest := percentText(new(big.Rat).Sub(one, base))
	say := text.ScoreEfficacy
	if in.Scale.Lower {
		say = text.ScoreEfficacyLower
	}
	return say.With(t.fullText(), percentText(in.most()), percentText(base), rest, shown, trimmedAs(in, floor), t.l.TargetText)
}

// trimmedAs shows a point of the scale as the target is written.
func trimmedAs(in *Indicator, v *big.Rat) string {
	if in.inPercent() {
		return percentText(v)
	}
	return trimmed(v, 4)
}
