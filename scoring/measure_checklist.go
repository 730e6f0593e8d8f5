package scoring

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/text"
)

// MeasureChecklist counts the items of a checklist that are answered 是.
const MeasureChecklist MeasureKind = "checklist"

type checklistMeasure struct{}

var checklistSays = untyped([]parameter[*Measure]{
	kindKey[*Measure](),
	{key: "items", is: isList, must: must, title: text.PackSayItem, at: func(m *Measure) any { return &m.Items }, quiet: true},
})

func (checklistMeasure) kind() MeasureKind { return MeasureChecklist }
func (checklistMeasure) about() string {
	return "清单里答「是」的项数。没答的不是「否」，算未填。"
}

func (checklistMeasure) says() []saying           { return checklistSays }
func (checklistMeasure) format(*Indicator) figure { return asCount }

// answered is one checklist item and what the enterprise says of it.
type answered struct {
	item      string
	milestone *Milestone
	state     answer
	rec       *form.Record // the row that answers; nil: none
}

type answer uint8

const (
	unanswered  answer = iota
	yes                // 是
	no                 // 否
	late               // 是, after the milestone's due date
	conflicting        // several rows that disagree: counts as unanswered
)

// measure counts the items answered 是. Those without an answer are no claim: they are unfilled.
func (checklistMeasure) measure(e *evaluation, m *Measure) (g measured) {
	g.total = int64(len(m.Items))
	g.items = make([]answered, len(m.Items))
	for i, item := range m.Items {
		g.items[i].item = item
		for k := range m.Milestones {
			if m.Milestones[k].Text == item {
				g.items[i].milestone = &m.Milestones[k]
			}
		}
	}
	for _, r := range e.f.Registers["checklist"] {
		item, ok := m.ItemNamed(r.Str("item"))
		if !ok {
			continue
		}
		g.items[slices.Index(m.Items, item)].take(r)
	}
	n, open := int64(0), int64(0)
	for i := range g.items {
		switch g.items[i].state {
		case yes:
			n++
		case unanswered, conflicting:
			open++
		}
	}
	g.value = big.NewRat(n, 1)
	g.pending = g.value
	if open > 0 {
		g.filled = big.NewRat(n+open, 1)
	}
	return g
}

// take puts the answer of one row; rows that contradict each other leave the item open. Of several rows the first by key
// and content is the one shown.
func (a *answered) take(r *form.Record) {
	state := unanswered
	switch date := r.Str("date"); r.Str("answer") {
	case form.Yes:
		state = yes
		if a.milestone != nil && a.milestone.Due != "" && date > a.milestone.Due {
			state = late
		}
	case form.No:
		state = no
	default:
		return
	}
	switch a.state {
	case unanswered:
		a.state = state
	case state:
	default:
		a.state = conflicting
	}
	if a.rec == nil || compareRecords(r, a.rec) < 0 {
		a.rec = r
	}
}

func (checklistMeasure) toward(g *measured, at *big.Rat) *big.Rat {
	return new(big.Rat).Sub(at, g.value)
}
func (checklistMeasure) grain(*measured) int      { return 0 }
func (checklistMeasure) worth(*measured) *big.Rat { return one }

func (checklistMeasure) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	return atMost(new(big.Rat).Add(g.value, more), big.NewRat(g.total, 1)), false
}

func (checklistMeasure) words(p *Pack, m *Measure) text.Pair {
	return text.PackSayItems.With(p.sayAll(m.Items))
}

func (checklistMeasure) reading(_ *teller, m *Measure) []text.Pair {
	return []text.Pair{text.ScoreRuleChecklist.With(len(m.Items))}
}

func (checklistMeasure) formula(*teller) []text.Pair { return nil }

func (checklistMeasure) adding(_ *teller, d *big.Rat) text.Pair {
	return text.ScoreMoreItems.With(trimmed(d, 0))
}

func (k checklistMeasure) oneMore(t *teller) []text.Pair {
	return []text.Pair{t.each(k.adding(t, one), one)}
}

// records tells the checklist, item by item.
func (checklistMeasure) records(t *teller) {
	for i := range t.l.work.got.items {
		a := &t.l.work.got.items[i]
		u := Use{Form: "checklist", Key: a.item, Title: a.item, Says: t.s.Pack.Say(a.item)}
		if a.rec != nil {
			u.Row = a.rec.ID
		}
		switch a.state {
		case yes:
			u.Counts = text.ScoreCountsOne
			if a.rec.Str("document") == "" {
				u.Why = text.ScoreWhyYesNoDocument
			}
			t.e.Used = append(t.e.Used, u)
			continue
		case no:
			u.Why = text.ScoreWhyNo
		case late:
			u.Why = text.ScoreWhyLate.With(a.rec.Str("date"), a.milestone.Due)
		case conflicting:
			u.Why = text.ScoreWhyConflict
		default:
			u.Why = text.ScoreWhyUnanswered
			if a.milestone != nil && a.milestone.Due != "" {
				u.Why = text.ScoreWhyUnansweredDue.With(a.milestone.Due)
			}
		}
		t.e.Rejected = append(t.e.Rejected, u)
	}
}

// ItemNamed resolves what a row of form checklist names: an item by its text, or a milestone by its id.
func (m *Measure) ItemNamed(name string) (item string, ok bool) {
	if slices.Contains(m.Items, name) {
		return name, true
	}
	for i := range m.Milestones {
		if m.Milestones[i].ID == name {
			return m.Milestones[i].Text, true
		}
	}
	return "", false
}
