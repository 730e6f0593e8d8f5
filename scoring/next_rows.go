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
			r := a.ideal(f, ru, "")
			a.add(Step{Line: l.ID, Say: a.sayNew(ru, ""), Form: f.ID, Takes: one}, func(f *Facts) { addRow(f, r) })
			continue
		}
		for rank, level := range levelsOf(ru.points, a.p.Levels) {
			r := a.ideal(f, ru, level)
			a.add(Step{Line: l.ID, Say: a.sayNew(ru, level), Form: f.ID, Takes: one, group: l.ID + " new", rank: rank}, func(f *Facts) { addRow(f, r) })
		}
	}
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
	recognise(r, year)
	return r
}

// recognise fills the recognition group.
func recognise(r *form.Record, year string) {
	if r.Form.Index("recognition") < 0 {
		return
	}
	r.Set("recognition", form.S(form.Recognised))
	for field, value := range map[string]string{"recognised_doc": "+", "recognised_on": year + "-12-31"} {
		if r.Form.Index(field) >= 0 && r.Get(field).Empty() {
			r.Set(field, form.S(value))
		}
	}
}

// sayNew names one more of what a rule counts.
func (a *advisor) sayNew(ru *rule, level string) text.Pair {
	n := nounOf(ru, a.f.Type)
	switch {
	case level != "":
		return text.ScoreNextLevel.With(n.one, levelTitle(level))
	case ru.register == "patent":
		return text.ScoreNextPatent.With(n.one)
	case ru.category != "":
		return text.ScoreNextCategory.With(n.one, listed(fieldOf(ru.register, ru.category), ru.accepted))
	}
	return text.ScoreNextOne.With(n.one, n.counter)
}

// pending proposes to have rows recognised: one by one, and all together.
func (a *advisor) pending() {
	year := yearText(a.f.Year)
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
		a.add(Step{Line: lineOf[r], Say: say, Form: r.Form.ID, Row: r.ID, Field: "recognition", Takes: one},
			func(f *Facts) { replaceRow(f, r, func(c *form.Record) { recognise(c, year) }) })
	}
	if len(waiting) > 1 {
		a.add(Step{Line: lineOf[waiting[0]], Say: text.ScoreNextRecogniseAll.With(len(waiting)), Form: waiting[0].Form.ID, Field: "recognition", Takes: big.NewRat(int64(len(waiting)), 1)},
			func(f *Facts) {
				for _, r := range waiting {
					replaceRow(f, r, func(c *form.Record) { recognise(c, year) })
				}
			})
	}
}

// raises proposes a higher level for what is there: one row of each level, as the others bring the same.
func (a *advisor) raises() {
	for l := range a.s.lines {
		if l.Kind != "bonus" && l.Kind != "indicator" || l.work.tally == nil || !l.work.tally.rule.scored {
			continue
		}
		ta := l.work.tally
		levels := levelsOf(ta.rule.points, a.p.Levels)
		rows := ordered(ta.rows)
		tried := make(map[string]bool)
		for i := range rows {
			j := &rows[i]
			level := j.rec.Str("level")
			at := slices.Index(levels, level)
			if !j.sure || at <= 0 || tried[level] {
				continue
			}
			tried[level] = true
			rec, higher := j.rec, levels[at-1]
			a.add(Step{Line: l.ID, Say: text.ScoreNextRaise.With(rowTitle(rec), levelTitle(level), levelTitle(higher)), Form: rec.Form.ID, Row: rec.ID, Field: "level", Takes: one, group: l.ID + " raise", rank: at},
				func(f *Facts) { replaceRow(f, rec, func(c *form.Record) { c.Set("level", form.S(higher)) }) })
		}
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
			a.add(Step{Line: l.ID, Say: say, Form: "checklist", Row: row, Field: "answer", Takes: one}, func(facts *Facts) {
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
