package scoring

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Step is one single improvement valued by re-evaluation.
type Step struct {
	Line   string    // the line it mainly serves
	Say    text.Pair // "再投入研发 120.00 万元"
	Gain   Dec       // points of the innovation score, confirmed
	Bonus  Dec       // bonus points, confirmed
	Profit Dec       // assessed profit, 万元, confirmed
	// Net is that profit less what expensing more R&D takes from the book profit; capitalised spending takes nothing.
	Net Dec
	// Meets is how many conditions without points it meets that were not met.
	Meets int
	// Cost is what it takes in 万元, nil where it is not money; APoint how much of it goes on a point, rounded up.
	Cost   *big.Rat
	APoint *Dec
	// Amounts are those that were tried, where there are several; the step is the one that brings most for what it takes.
	Amounts []Amount
	// Time says whether there is still time in the year.
	Time Timing
	// UpTo is what filling in a missing figure may bring at most (points of the innovation score); else zero.
	UpTo Dec
	// Form is where to key it; Row and Field where there is already something there (0 and "" otherwise).
	Form  string
	Row   int64
	Field string
	Takes *big.Rat // how much: 万元, rows, items; nil where nothing is counted
	// Also are the effects in words: full marks, rungs, other lines, accounts.
	Also []text.Pair
	// Note is what the figures do not show: expensed R&D lowers the book profit it is added back to.
	Note text.Pair

	paper    bool   // a figure or a document about what was: no matter of time
	decision bool   // waits for an authority's decision only
	due      string // the day it must be done by, where that is not the year's end
	// group and rank: of steps that differ only in level and bring the same, the lowest level (highest rank) is enough.
	group string
	rank  int
}

// action is one thing that could be done: how the facts would look, and what it is called.
type action struct {
	step  Step
	say   func(takes *big.Rat) text.Pair // nil: the step says it
	also  text.Pair                      // what its amounts do not show
	tries []try
}

// pendingShown bounds how many pending rows are valued one by one; all of them together are always valued.
const pendingShown = 100

// NextSteps lists every single improvement the catalogue knows, best first: each is put into a copy of the facts and
// scored again. Missing figures come first, as nothing can be said of their lines until they are there. today (2006-01-02)
// decides what there is still time for; "" leaves that open. Nothing is proposed that would make a fact another than it is.
func (s *Sheet) NextSteps(today string) []Step {
	a := &advisor{s: s, p: s.eff, f: s.facts, today: today}
	a.amounts()
	a.rows()
	a.checklists()
	a.pending()
	a.conditions()
	steps := append(a.missing(), a.unanswered()...)
	for i := range a.actions {
		t, possible := a.timing(&a.actions[i].step)
		if !possible {
			continue
		}
		if st, ok := a.tries(&a.actions[i]); ok {
			st.Time = t
			if also := a.actions[i].also; !also.Empty() {
				st.Also = append(st.Also, also)
			}
			if say := t.Say(); !say.Empty() && !st.paper {
				st.Also = append(st.Also, say)
			}
			steps = append(steps, st)
		}
	}
	inorder.Stably(steps, compareSteps)
	return s.once(easiest(steps))
}

// once drops what is proposed for a condition where the same is proposed for points, or for another condition before it.
func (s *Sheet) once(steps []Step) []Step {
	without := func(st *Step) bool { l := s.Line(st.Line); return l != nil && l.work.condition != nil }
	out := steps[:0:0]
	for i := range steps {
		st := &steps[i]
		again := false
		for k := range steps {
			o := &steps[k]
			again = again || k != i && o.Form == st.Form && o.Say == st.Say && (k < i || !without(o))
		}
		if !again || !without(st) {
			out = append(out, *st)
		}
	}
	return out
}

// easiest drops steps for which a lower level brings just as much.
func easiest(steps []Step) []Step {
	same := func(a, b *Step) bool {
		return a.group != "" && a.group == b.group && a.Gain == b.Gain && a.Bonus == b.Bonus && a.Profit == b.Profit &&
			slices.Equal(a.Also, b.Also)
	}
	out := steps[:0:0]
	for i := range steps {
		if !slices.ContainsFunc(steps, func(o Step) bool { return same(&steps[i], &o) && o.rank > steps[i].rank }) {
			out = append(out, steps[i])
		}
	}
	return out
}

// compareSteps orders by what is missing, then by points, bonus and profit gained, then by how little it takes.
func compareSteps(a, b Step) int {
	takes := func(s *Step) *big.Rat {
		if s.Takes == nil {
			return new(big.Rat)
		}
		return s.Takes
	}
	return cmp.Or(
		b.UpTo.Cmp(a.UpTo), cmp.Compare(a.Time, b.Time), b.Gain.Cmp(a.Gain), b.Bonus.Cmp(a.Bonus), b.Profit.Cmp(a.Profit), cmp.Compare(b.Meets, a.Meets),
		takes(&a).Cmp(takes(&b)), strings.Compare(a.Line, b.Line), strings.Compare(a.Say.ZH, b.Say.ZH), cmp.Compare(a.Row, b.Row),
	)
}

// value fills in what a step brings; false: nothing.
func (st *Step) value(before, after *Sheet) bool {
	moved := false
	st.Gain = Dec{0, before.Innovation.Confirmed.Places}
	st.Bonus, st.Profit = st.Gain, Dec{0, uint8(before.eff.MoneyDecimals)}
	st.Also = nil
	for _, c := range Compare(before, after) {
		if c.Delta.Sign() == 0 {
			continue
		}
		switch {
		case c.Kind != "total":
			moved = true
			said, more := effect(&c, before.Line(c.Line), after.Line(c.Line))
			if more || c.Line != st.Line { // of the line it serves, the gain says enough
				st.Also = append(st.Also, said)
			}
		case c.Line == "innovation":
			st.Gain = c.Delta
		case c.Line == "bonus":
			st.Bonus = c.Delta
		case c.Line == "assessed":
			st.Profit = c.Delta
		}
	}
	st.Meets = st.weigh(before, after)
	moved = moved || st.Meets > 0
	st.Net = st.Profit
	if net, ok := Net(before, after); ok {
		st.Net = net.minus(before.Assessed.Confirmed)
	}
	return moved && st.Gain.Sign() >= 0 && st.Bonus.Sign() >= 0 && st.Profit.Sign() >= 0
}

// effect says how one line moved, by how much, and (more) whether to full marks or to a rung.
func effect(c *Change, before, after *Line) (say text.Pair, more bool) {
	said := c.Say()
	if c.Kind != "indicator" || before == nil || after == nil {
		return said, false
	}
	in := after.work.in
	switch {
	case after.Status == Reached && before.Status != Reached:
		return joined([]text.Pair{said, text.ScoreToFull}, text.Pair{}), true
	case in.Scale.Kind == ScaleLadder && after.Value != nil:
		if r := in.rungOf(in.scaled(after.Value, after.work.got.total)); r >= 0 {
			return joined([]text.Pair{said, text.ScoreToRung.With(shownParam(&in.Scale.Rungs[r].At))}, text.Pair{}), true
		}
	}
	return said, false
}

// advisor collects what could be done.
type advisor struct {
	s       *Sheet
	p       *Pack // effective
	f       *Facts
	actions []action
	today   string
	made    int // rows made up so far, for keys of their own
}

func (a *advisor) add(st Step, do func(*Facts)) {
	a.actions = append(a.actions, action{step: st, tries: []try{{st.Takes, do}}})
}

// copyFacts copies as much of the facts as an action may change; records stay shared until [advisor] replaces them.
func copyFacts(f *Facts) *Facts {
	c := *f
	c.Registers = make(map[string][]*form.Record, len(f.Registers)+1)
	for id, rows := range f.Registers {
		c.Registers[id] = slices.Clip(rows)
	}
	if f.Annual != nil {
		c.Annual = f.Annual.Clone()
	}
	return &c
}

// replaceRow puts a changed copy of a row in its place.
func replaceRow(f *Facts, old *form.Record, change func(*form.Record)) {
	rows := slices.Clone(f.Registers[old.Form.ID])
	if i := slices.Index(rows, old); i >= 0 {
		rows[i] = old.Clone()
		change(rows[i])
	}
	f.Registers[old.Form.ID] = rows
}

// addRow adds a made-up row.
func addRow(f *Facts, r *form.Record) {
	f.Registers[r.Form.ID] = append(slices.Clip(f.Registers[r.Form.ID]), r)
}
