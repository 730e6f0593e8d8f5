package scoring

import (
	"slices"

	"yice/text"
)

// PackEffect is what a changed pack makes of an enterprise's year.
type PackEffect struct {
	Known         bool // there are a pack and figures to score by it
	Before, After Totals
	Changes       []Change // of the lines that move
}

// PackEffectOf scores a year by both packs.
func PackEffectOf(before, after *Pack, f *Facts) PackEffect {
	if before == nil || after == nil || f == nil {
		return PackEffect{}
	}
	a, b := Evaluate(before, f), Evaluate(after, f)
	lines := slices.DeleteFunc(Compare(a, b), func(c Change) bool { return c.Kind == "total" })
	return PackEffect{true, a.Totals(), b.Totals(), lines}
}

// TotalMove is a total by both packs.
type TotalMove struct {
	Title, Unit text.Pair
	Was, Is     Dec
	Share       bool // it is one of 100
}

// Rounded reports that the packs round it otherwise: what differs is then told by both figures.
func (m *TotalMove) Rounded() bool { return m.Was.Places != m.Is.Places }

// By is the difference.
func (m *TotalMove) By() Dec { return m.Is.minus(m.Was) }

// Totals are the totals by both, the assessed profit first, the completion last; what one of them lacks is left out.
func (e *PackEffect) Totals() (all []TotalMove) {
	if !e.Known {
		return nil
	}
	if a, b := e.Before.Assessed, e.After.Assessed; a != nil && b != nil {
		all = append(all, TotalMove{text.TuiPolThenIs, text.ScoreUnitWan, *a, *b, false})
	}
	all = append(all,
		TotalMove{text.TuiScore, text.ScoreUnitPoints, e.Before.Innovation, e.After.Innovation, false},
		TotalMove{text.TuiBonus, text.ScoreUnitPoints, e.Before.Bonus, e.After.Bonus, false})
	if a, b := e.Before.Completion, e.After.Completion; a != nil && b != nil {
		all = append(all, TotalMove{text.TuiPeCompletion, text.Same("%"), *a, *b, true})
	}
	return all
}
