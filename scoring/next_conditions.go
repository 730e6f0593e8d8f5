package scoring

import (
	"math/big"

	"yice/text"
)

// A condition brings no points; what is short of it is proposed all the same, and of every step is said which conditions it meets, or
// breaks.

// low is the bound from below, and whether a figure must be beyond it; nil where there is none.
func (x *Requirement) low() (at *big.Rat, beyond bool) {
	if x.Above.Value != nil {
		return x.Above.Value, true
	}
	return x.Least.Value, false
}

// high is the bound from above.
func (x *Requirement) high() (at *big.Rat, beyond bool) {
	if x.Below.Value != nil {
		return x.Below.Value, true
	}
	return x.Most.Value, false
}

// conditions proposes, of every condition that is not met, just what keeps its bounds. An enterprise that is too large is not told to
// shrink, and what happened is not undone: of what is too much, only a figure of the year that is set against another may be lessened.
func (a *advisor) conditions() {
	for i := range a.s.Conditions {
		l := &a.s.Conditions[i]
		x, v := l.work.condition, l.work.got.value
		if l.Status != NotMet || v == nil || x.Score != "" || x.Measure.Kind == MeasureChecklist {
			continue
		}
		in := *l.work.in
		at, beyond := x.low()
		if at == nil || v.Cmp(at) > 0 { // on a bound from below it is the other one that it does not keep, or it must be beyond this one
			in.Scale.Lower = true
			at, beyond = x.high()
		}
		n := in.toward(&l.work.got, at, beyond)
		if fact, measured := l.leadFact(); measured {
			if movable(fact) && (!in.Scale.Lower || x.Measure.Kind != MeasureValue && lessenable(fact)) {
				a.amountOf(l, fact, in.Scale.Lower, []*big.Rat{n})
			}
		} else if t := l.work.got.lead().tally; t != nil && !in.Scale.Lower {
			a.rowsOf(l, t.rule, func(worth *big.Rat) []*big.Rat {
				if worth.Sign() <= 0 {
					return nil
				}
				return handful([]*big.Rat{new(big.Rat).Quo(n, worth)})
			}, []*big.Rat{n})
		}
	}
}

// weigh says which conditions a step meets that were not met before, and which it breaks; met counts the first.
func (st *Step) weigh(before, after *Sheet) (met int) {
	for i := range min(len(before.Conditions), len(after.Conditions)) {
		was, is := &before.Conditions[i], &after.Conditions[i]
		switch {
		case is.Status == Met && was.Status != Met:
			met++
			st.Also = append(st.Also, text.ScoreNextMeets.With(is.Title()))
		case was.Status == Met && is.Status == NotMet:
			st.Also = append(st.Also, text.ScoreNextBreaks.With(is.Title()))
		}
	}
	return met
}
