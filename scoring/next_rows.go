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
	for l := range a.s.eachWay {
		var ru *rule
		switch {
		case l.Kind == "bonus":
			ru = l.work.tally.rule
		case l.Kind == "indicator" && l.work.got.lead().tally != nil && !l.work.in.Scale.Lower && l.Weight.Value != nil && l.Status != NotDefined:
			ru = l.work.got.lead().tally.rule
		default:
			continue
		}
		a.rowsOf(l, ru, l.pieces, l.needs())
	}
}

// rowsOf proposes rows that a rule counts: pieces gives how many to try, each worth so much; where the figures of rows are added up, as
// much as is needed.
func (a *advisor) rowsOf(l *Line, ru *rule, pieces func(worth *big.Rat) []*big.Rat, needs []*big.Rat) {
	f := ru.form
	if f == nil {
		f = form.ByID(ru.register)
	}
	switch {
	case f == nil:
	case ru.summed:
		a.addFigures(l, ru, f, needs)
	case !ru.scored:
		a.addRows(Step{Line: l.ID, Form: f.ID}, ru, f, "", pieces(one))
	default:
		for rank, level := range levelsOf(ru.points, a.p.Levels) {
			a.addRows(Step{Line: l.ID, Form: f.ID, group: l.ID + " new", rank: rank}, ru, f, level, pieces(ru.points[level].Value))
		}
	}
}

// addFigures proposes a row more of a register whose figures are added up, with as much as reaches each point of the scale.
func (a *advisor) addFigures(l *Line, ru *rule, f *form.Form, needs []*big.Rat) {
	unit := unitOfField(ru.field)
	do := action{
		step: Step{Line: l.ID, Form: f.ID},
		say: func(n *big.Rat) text.Pair {
			return text.ScoreNextFigures.With(f.Title, ru.field.Title, figureIn(trimmed(n, 4), unit))
		},
	}
	for _, n := range whole(needs, ru.field.Kind == form.Money) {
		r := a.ideal(f, ru, "")
		stored := wholeOf(new(big.Rat).Mul(n, big.NewRat(scaleOf(ru.field), 1)))
		r.Set(ru.field.ID, form.N(stored))
		do.tries = append(do.tries, try{n, func(f *Facts) { addRow(f, r) }})
	}
	a.actions = append(a.actions, do)
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
	return handful(all)
}

// handful rounds numbers of rows up and leaves off those that nobody would key for one step.
func handful(all []*big.Rat) []*big.Rat {
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
		day := year + "-12-31"
		if fd := f.Field(ru.yearBy); fd != nil && fd.Kind == form.Month {
			day = year + "12"
		}
		put(ru.yearBy, day)
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
		return text.ScoreNextCategory.With(n.one, listed(ru.fieldOf(ru.category), ru.accepted), much)
	}
	return text.ScoreNextOne.With(n.one, n.counter, much)
}

// waiting are the rows of a line that asks for their recognition.
func (l *Line) waiting() (all []*judged) {
	for _, t := range l.tallies() {
		for i := range t.rows {
			if t.rule.evidence {
				all = append(all, &t.rows[i])
			}
		}
	}
	return all
}

// pending proposes to have rows recognised: one by one, and all together.
func (a *advisor) pending() {
	seen := make(map[*form.Record]bool)
	var waiting []*form.Record
	lineOf := make(map[*form.Record]string)
	for l := range a.s.lines {
		for _, j := range l.waiting() {
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
		a.add(Step{Line: lineOf[waiting[0]], Say: text.ScoreNextRecogniseAll.With(len(waiting)), Form: waiting[0].Form.ID, Row: waiting[0].ID, paper: true, decision: true, Takes: big.NewRat(int64(len(waiting)), 1)},
			func(f *Facts) {
				for _, r := range waiting {
					replaceRow(f, r, func(c *form.Record) { a.recognise(c) })
				}
			})
	}
}
