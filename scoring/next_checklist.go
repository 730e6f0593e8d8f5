package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

// checklists proposes what is left of every checklist: to do what is answered 否, which brings what it brings, and to answer
// what nobody has answered, of which only the most is known. A checklist is at most one line of either.
func (a *advisor) checklists() {
	for i := range a.s.Indicators {
		l := &a.s.Indicators[i]
		if l.work.in.Measure.Kind == MeasureChecklist && l.Weight.Value != nil {
			a.undone(l)
		}
	}
}

// undone proposes to complete the items answered 否: one, as many as reach each point of the scale, and all. Those due at
// another day are another line, as there may be time for one and none for the other.
func (a *advisor) undone(l *Line) {
	var days []string
	by, first := make(map[string][]string), make(map[string]int64)
	for k := range l.work.got.items {
		it := &l.work.got.items[k]
		if it.state != no {
			continue
		}
		due := a.dueOf(it)
		if by[due] == nil {
			days = append(days, due)
			first[due] = it.rec.ID
		}
		by[due] = append(by[due], it.item)
	}
	for _, due := range days {
		items := by[due]
		do := action{
			step: Step{Line: l.ID, Form: "checklist", Row: first[due], due: due},
			say:  func(n *big.Rat) text.Pair { return a.sayItems(items[:n.Num().Int64()]) },
		}
		for _, n := range l.steps(len(items)) {
			do.tries = append(do.tries, try{big.NewRat(int64(n), 1), func(f *Facts) { a.answer(f, l, items[:n], due) }})
		}
		a.actions = append(a.actions, do)
	}
}

// dueOf is the day by which an item must be done: its milestone's, or the year's last.
func (a *advisor) dueOf(it *answered) string {
	if it.milestone != nil && it.milestone.Due != "" {
		return it.milestone.Due
	}
	return yearText(a.f.Year) + "-12-31"
}

// sayItems says to complete items: the first by its name, the others by their number.
func (a *advisor) sayItems(items []string) text.Pair {
	first := a.s.Pack.Say(items[0])
	if len(items) == 1 {
		return text.ScoreNextDo.With(first)
	}
	return text.ScoreNextDoMany.With(first, len(items))
}

// answer puts 是 for items of a checklist, done on a day, in the place of whatever answered them.
func (a *advisor) answer(f *Facts, l *Line, items []string, day string) {
	rows := slices.DeleteFunc(slices.Clone(f.Registers["checklist"]), func(r *form.Record) bool {
		named, ok := l.work.in.Measure.ItemNamed(r.Str("item"))
		return ok && slices.Contains(items, named)
	})
	for _, item := range items {
		r := form.NewRecord(form.ByID("checklist"))
		r.Set("item", form.S(item))
		r.Set("answer", form.S(form.Yes))
		r.Set("date", form.S(day))
		rows = append(rows, r)
	}
	f.Registers["checklist"] = rows
}

// steps are how many of n items to try: one, as many as reach each point of the line's scale, and all of them.
func (l *Line) steps(n int) []int {
	all := []int{1, n}
	for _, need := range whole(l.needs(), false) {
		if need.Cmp(big.NewRat(int64(n), 1)) < 0 {
			all = append(all, int(need.Num().Int64()))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// unanswered asks for the answers that are not there, a checklist at a time: what the line may bring at most, and what each
// number of them may. Nothing of it is known, and an answer 否 brings nothing.
func (a *advisor) unanswered() []Step {
	places, money := a.s.Innovation.Confirmed.Places, uint8(a.p.MoneyDecimals)
	var steps []Step
	for i := range a.s.Indicators {
		l := &a.s.Indicators[i]
		if l.work.in.Measure.Kind != MeasureChecklist || l.Unfilled.Sign() <= 0 {
			continue
		}
		var open []text.Pair
		for k := range l.work.got.items {
			if it := &l.work.got.items[k]; it.state == unanswered || it.state == conflicting {
				open = append(open, a.s.Pack.Say(it.item))
			}
		}
		st := Step{
			Line: l.ID, Say: text.ScoreNextAnswer.With(l.Title(), len(open)), Form: "checklist", paper: true, Takes: big.NewRat(int64(len(open)), 1),
			Gain: Dec{0, places}, Bonus: Dec{0, places}, Profit: Dec{0, money}, Net: Dec{0, money}, UpTo: l.Unfilled,
		}
		if len(open) == 1 {
			st.Say = text.ScoreNextAnswerOne.With(open[0])
			steps = append(steps, st)
			continue
		}
		for _, n := range l.steps(len(open)) {
			if most := a.s.mostOf(l, n); most.Sign() > 0 {
				st.Also = append(st.Also, text.ScoreNextYes.With(n, most.Signed()))
			}
		}
		st.Also = append(st.Also, text.ScoreNextOpen.With(joined(open, text.ScoreEnum)))
		steps = append(steps, st)
	}
	return steps
}

// mostOf is what n more items answered 是 would add to a line of a checklist.
func (s *Sheet) mostOf(l *Line, n int) Dec {
	g := &l.work.got
	share := l.work.in.shareOf(new(big.Rat).Add(g.value, big.NewRat(int64(n), 1)), g.total)
	line := rounding{s.eff.LineDecimals, s.eff.HalfEven}
	return line.round(share.Mul(share, l.Weight.Value)).minus(l.Score.Confirmed)
}
