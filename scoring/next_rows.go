package scoring

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// rows proposes one more of everything that is counted or scored by level.
func (a *advisor) rows() {
	for l := range a.s.lines {
		var ru *rule
		switch {
		case l.Kind == "bonus":
			ru = l.work.tally.rule
		case l.Kind == "indicator" && l.work.tally != nil && l.Weight.Value != nil && l.Status != NotDefined:
			ru = l.work.tally.rule
		default:
			continue
		}
		f := form.ByID(ru.register)
		if f == nil {
			continue
		}
		if !ru.scored {
			a.addRows(Step{Line: l.ID, Form: f.ID}, ru, f, "", l.pieces(one))
			continue
		}
		for rank, level := range levelsOf(ru.points, a.p.Levels) {
			a.addRows(Step{Line: l.ID, Form: f.ID, group: l.ID + " new", rank: rank}, ru, f, level, l.pieces(ru.points[level].Value))
		}
	}
}

// mostPieces bounds how many rows a step makes up.
const mostPieces = 20

// pieces are how many rows to try, each worth so much of what the line counts: one, and as many as reach each point of its
// scale.
func (l *Line) pieces(worth *big.Rat) []*big.Rat {
	all := []*big.Rat{one}
	if l.Kind == "indicator" && worth.Sign() > 0 {
		for _, n := range l.needs() {
			all = append(all, new(big.Rat).Quo(n, worth))
		}
	}
	return slices.DeleteFunc(whole(all, false), func(n *big.Rat) bool { return n.Cmp(big.NewRat(mostPieces, 1)) > 0 })
}

// addRows proposes new rows that a rule counts, some at a time.
func (a *advisor) addRows(st Step, ru *rule, f *form.Form, level string, counts []*big.Rat) {
	do := action{step: st, say: func(n *big.Rat) text.Pair { return a.sayNew(ru, level, n) }}
	for _, n := range counts {
		var made []*form.Record
		for range n.Num().Int64() {
			made = append(made, a.ideal(f, ru, level))
		}
		do.tries = append(do.tries, try{n, func(f *Facts) {
			for _, r := range made {
				addRow(f, r)
			}
		}})
	}
	a.actions = append(a.actions, do)
}

// ideal makes up a row that a rule counts: its conditions met, dated in the year, recognised, with a key of its own.
func (a *advisor) ideal(f *form.Form, ru *rule, level string) *form.Record {
	r := form.NewRecord(f)
	a.made++
	own := "+" + strconv.Itoa(a.made) // no key a person could have typed
	put := func(field, value string) {
		if f.Index(field) >= 0 {
			r.Set(field, form.S(value))
		}
	}
	for _, key := range f.Keys {
		put(key[0], own)
	}
	for _, c := range ru.where {
		put(c.Field, c.Values[0])
	}
	if ru.category != "" && len(ru.accepted) > 0 {
		put(ru.category, ru.accepted[0])
	}
	put("level", level)
	year := yearText(a.f.Year)
	switch ru.yearBy {
	case "":
	case "active":
		put("start", year+"01")
		put("end", year+"12")
	default:
		put(ru.yearBy, year+"-12-31")
	}
	if ru.dedupe != "" {
		put(ru.dedupe, own)
	}
	put("science", form.Yes)
	a.recognise(r)
	return r
}

// recognise fills the recognition group, at city level by a body of the pack's city.
func (a *advisor) recognise(r *form.Record) {
	if r.Form.Index("recognition") < 0 {
		return
	}
	r.Set("recognition", form.S(form.Recognised))
	filled := map[string]string{"recognised_doc": "+", "recognised_on": yearText(a.f.Year) + "-12-31"}
	if r.Str("level") == cityLevel && a.p.City != "any" {
		filled["recognised_by"] = a.p.City
	}
	for field, value := range filled {
		if r.Form.Index(field) >= 0 && r.Get(field).Empty() {
			r.Set(field, form.S(value))
		}
	}
}

// sayNew names some more of what a rule counts.
func (a *advisor) sayNew(ru *rule, level string, count *big.Rat) text.Pair {
	n, much := nounOf(ru, a.f.Type), trimmed(count, 0)
	switch {
	case level != "":
		return text.ScoreNextLevel.With(n.one, levelTitle(level), much)
	case ru.register == "patent":
		return text.ScoreNextPatent.With(n.one, much)
	case ru.category != "":
		return text.ScoreNextCategory.With(n.one, listed(fieldOf(ru.register, ru.category), ru.accepted), much)
	}
	return text.ScoreNextOne.With(n.one, n.counter, much)
}

// pending proposes to have rows recognised: one by one, and all together.
func (a *advisor) pending() {
	seen := make(map[*form.Record]bool)
	var waiting []*form.Record
	lineOf := make(map[*form.Record]string)
	for l := range a.s.lines {
		if l.work.tally == nil || !l.work.tally.rule.evidence {
			continue
		}
		for i := range l.work.tally.rows {
			j := &l.work.tally.rows[i]
			if state := j.rec.Str("recognition"); j.recognised || state == form.Refused || j.verdict == refused || seen[j.rec] || !(j.maybe || j.verdict == sameAs) {
				continue
			}
			seen[j.rec] = true
			lineOf[j.rec] = l.ID
			waiting = append(waiting, j.rec)
		}
	}
	waiting = byRecord(waiting, func(r **form.Record) *form.Record { return *r })
	slices.SortStableFunc(waiting, func(x, y *form.Record) int { return strings.Compare(x.Form.ID, y.Form.ID) })
	for i, r := range waiting {
		if i == pendingShown {
			break
		}
		say := text.ScoreNextRecognise.With(formTitle(r.Form.ID), rowTitle(r))
		if r.Str("recognition") == form.Recognised {
			say = text.ScoreNextDocument.With(formTitle(r.Form.ID), rowTitle(r))
		}
		a.add(Step{Line: lineOf[r], Say: say, Form: r.Form.ID, Row: r.ID, Takes: one, paper: true, decision: true},
			func(f *Facts) { replaceRow(f, r, func(c *form.Record) { a.recognise(c) }) })
	}
	if len(waiting) > 1 {
		a.add(Step{Line: lineOf[waiting[0]], Say: text.ScoreNextRecogniseAll.With(len(waiting)), Form: waiting[0].Form.ID, paper: true, decision: true, Takes: big.NewRat(int64(len(waiting)), 1)},
			func(f *Facts) {
				for _, r := range waiting {
					replaceRow(f, r, func(c *form.Record) { a.recognise(c) })
				}
			})
	}
}

// checklist proposes every item that is not done.
func (a *advisor) checklist() {
	f := form.ByID("checklist")
	for i := range a.s.Indicators {
		l := &a.s.Indicators[i]
		if l.work.in.Measure.Kind != MeasureChecklist || l.Weight.Value == nil {
			continue
		}
		for k := range l.work.got.items {
			it := &l.work.got.items[k]
			if it.state == yes || it.state == late {
				continue
			}
			say := text.ScoreNextAnswer.With(a.s.Pack.Say(it.item))
			if it.state == no {
				say = text.ScoreNextDo.With(a.s.Pack.Say(it.item))
			}
			due := yearText(a.f.Year) + "-12-31"
			if it.milestone != nil && it.milestone.Due != "" {
				due = it.milestone.Due
			}
			item, row := it.item, int64(0)
			if it.rec != nil {
				row = it.rec.ID
			}
			a.add(Step{Line: l.ID, Say: say, Form: "checklist", Row: row, Takes: one, due: due, paper: it.state != no}, func(facts *Facts) {
				keep := slices.DeleteFunc(slices.Clone(facts.Registers["checklist"]), func(r *form.Record) bool {
					named, ok := l.work.in.Measure.ItemNamed(r.Str("item"))
					return ok && named == item
				})
				r := form.NewRecord(f)
				r.Set("item", form.S(item))
				r.Set("answer", form.S(form.Yes))
				r.Set("date", form.S(due))
				facts.Registers["checklist"] = append(keep, r)
			})
		}
	}
}
