package scoring

import (
	"math/big"
	"slices"
	"time"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// What is worth doing depends on the day: a platform takes most of a year, a decision that waits for its paper does not. How
// long things take is the pack's to say ([advice] lead_months) and else assumed here; the document says nothing of it.

// Advice is how many months a thing takes from being begun to counting, by the register it is entered in; "recognition" is
// a decision on what is there already.
type Advice struct {
	LeadMonths map[string]Param
	Line       int // of the pack's file; 0 for the defaults
}

// DefaultAdvice are the months where a pack sets none.
var DefaultAdvice = Advice{LeadMonths: map[string]Param{
	"spend": lead("spend", 1), "conversion": lead("conversion", 3), "innovation": lead("innovation", 3), "patent": lead("patent", 18),
	"project": lead("project", 6), "platform": lead("platform", 9), "award": lead("award", 12), "talent": lead("talent", 3),
	"standard": lead("standard", 12), "small": lead("small", 1), "alliance": lead("alliance", 3), "fund": lead("fund", 6),
	"checklist": lead("checklist", 1), "annual": lead("annual", 1), "team": lead("team", 1), "recognition": lead("recognition", 0),
}}

func lead(register string, months int64) Param {
	return Param{Path: "advice.lead_months." + register, Text: trimmed(big.NewRat(months, 1), 0), Value: big.NewRat(months, 1)}
}

var ruleLead = numberRule{form: plain, most: 120}

// leadNames are the registers that things can be begun in.
func leadNames() []string {
	names := make([]string, 0, len(DefaultAdvice.LeadMonths))
	for _, f := range form.All() {
		if _, ok := DefaultAdvice.LeadMonths[f.ID]; ok {
			names = append(names, f.ID)
		}
	}
	return append(names, "recognition")
}

// Timing says whether a step can still count in its year.
type Timing uint8

const (
	Untimed Timing = iota // nobody said what day it is
	InTime
	TooLate // for the next year
)

// Say puts it in words.
func (t Timing) Say() text.Pair {
	switch t {
	case InTime:
		return text.ScoreNextInTime
	case TooLate:
		return text.ScoreNextTooLate
	}
	return text.Pair{}
}

const day = "2006-01-02"

// timing tells whether a step begun today counts by its last day; ok is false for what a year that is over no longer
// allows: then only papers and figures are left, which are about what was.
func (a *advisor) timing(st *Step) (t Timing, ok bool) {
	today, err := time.Parse(day, a.today)
	if err != nil {
		return Untimed, true
	}
	last := yearText(a.f.Year) + "-12-31"
	if over := a.today > last; over || st.paper {
		return InTime, !over || st.paper
	}
	if st.due != "" {
		last = st.due
	}
	what := st.Form
	if st.decision {
		what = "recognition"
	}
	months := DefaultAdvice.LeadMonths
	if a.p.Advice != nil {
		months = a.p.Advice.LeadMonths
	}
	// A month is counted from its first day: begun in July, what takes six months is done in December.
	begun := time.Date(today.Year(), today.Month(), 1, 0, 0, 0, 0, time.UTC)
	n := orZero(months[what])
	whole := int(ceilTo(n, 0).Num().Int64())
	if done := begun.AddDate(0, max(whole-1, 0), 0).Format(day); done > last {
		return TooLate, true
	}
	return InTime, true
}

// Net is the assessed profit of a supposed sheet less what expensing more R&D took from the book profit it is added to: what
// is left of the gain. ok is false where either sheet has no assessed profit.
func Net(before, after *Sheet) (net Dec, ok bool) {
	if before == nil || after == nil || before.Assessed == nil || after.Assessed == nil {
		return Dec{}, false
	}
	more := wan(form.Plus(after.facts.Ledger.Expensed, -before.facts.Ledger.Expensed))
	return after.Assessed.Confirmed.minus(after.rounded(more)), true
}

// Amount is one amount of a step and what it brings.
type Amount struct {
	Takes               *big.Rat
	Gain, Bonus, Profit Dec
	Net                 Dec
}

// better reports that a rung brings more for what it takes: points first, then bonus, then net profit; of equals the
// smaller is enough.
func (r *Amount) better(o *Amount) bool {
	a, b := r.Takes, o.Takes
	for _, p := range [][2]Dec{{r.Gain, o.Gain}, {r.Bonus, o.Bonus}, {r.Net, o.Net}} {
		each := new(big.Rat).Mul(p[0].Rat(), b)
		if c := each.Cmp(new(big.Rat).Mul(p[1].Rat(), a)); c != 0 {
			return c > 0
		}
	}
	return a.Cmp(b) < 0
}

// try is one amount of an action.
type try struct {
	takes *big.Rat
	do    func(*Facts)
}

// tries values every amount of an action; the step is the best of them, and lists them all. ok is false where none helps.
func (a *advisor) tries(c *action) (best Step, ok bool) {
	at := -1
	var rungs []Amount
	for _, t := range c.tries {
		after := copyFacts(a.f)
		t.do(after)
		st := c.step
		st.Takes = t.takes
		then := Evaluate(a.s.Pack, after)
		if !st.value(a.s, then) {
			continue
		}
		r := Amount{t.takes, st.Gain, st.Bonus, st.Profit, st.Net}
		if r.Takes == nil {
			r.Takes = one
		}
		if at < 0 || r.better(&rungs[at]) {
			best, at = st, len(rungs)
		}
		rungs = append(rungs, r)
	}
	if at < 0 {
		return best, false
	}
	if c.say != nil {
		best.Say = c.say(best.Takes)
	}
	if len(rungs) > 1 {
		best.Amounts = rungs
		for i := range rungs {
			if r := &rungs[i]; i != at {
				best.Also = append(best.Also, text.ScoreNextRung.With(c.say(r.Takes), r.Gain.Signed(), r.Bonus.Signed(), form.Grouped(r.Net.Signed())))
			}
		}
	}
	if best.Net != best.Profit {
		best.Note = text.ScoreNextNet.With(form.Grouped(best.Profit.Signed()), form.Grouped(best.Net.Signed()))
	}
	if best.Cost != nil && best.Gain.Sign() > 0 {
		best.Cost = best.Takes
		each := new(big.Rat).Quo(best.Takes, best.Gain.Rat())
		up := rounding{places: 2}.round(ceilTo(each, 2))
		best.APoint = &up
		best.Also = append(best.Also, text.ScoreNextAPoint.With(form.Grouped(up.String())))
	}
	return best, true
}

// whole rounds amounts up to what people decide on: whole 百元, one hundredth of a 万元; pieces stay pieces.
func whole(needs []*big.Rat, money bool) []*big.Rat {
	var out []*big.Rat
	for _, n := range needs {
		if money {
			n = ceilTo(n, 2)
		} else {
			n = ceilTo(n, 0)
		}
		if n.Sign() > 0 && !slices.ContainsFunc(out, func(o *big.Rat) bool { return o.Cmp(n) == 0 }) {
			out = append(out, n)
		}
	}
	inorder.Sort(out, func(a, b *big.Rat) int { return a.Cmp(b) })
	return out
}

// needs are how much more reaches each point of a line's scale above where it stands: floor, rungs and target.
func (l *Line) needs() []*big.Rat {
	in, g := l.work.in, &l.work.got
	if l.GapRat == nil || g.value == nil {
		return nil
	}
	all := []*big.Rat{l.NeedRat}
	if in.Scale.Kind == ScaleLadder {
		for k := range in.Scale.Rungs[:len(in.Scale.Rungs)-1] {
			if r := &in.Scale.Rungs[k]; !in.Scale.reached(r, in.scaled(g.value, g.total)) {
				all = append(all, in.toward(g, in.unscaled(r.At.Value, g.total), r.Above))
			}
		}
	}
	if floor := in.Scale.Floor.Value; in.Scale.Kind == ScaleEfficacy && floor != nil && in.Scale.cmp(in.scaled(g.value, g.total), floor) < 0 {
		all = append(all, in.toward(g, in.unscaled(floor, g.total), false))
	}
	return all
}
