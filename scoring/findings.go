package scoring

import (
	"cmp"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Findings gives what the engine notices across forms: a card whose type is not the pack's, rows that belong to no year,
// recognised rows without document, people whose shares sum to more than 100% or whose pay differs between rows, team rows
// without their project, items the pack does not ask for, contradicting answers, milestones that came late. What a row's
// own form finds already is not said twice. The order of records does not matter.
func (s *Sheet) Findings() []form.Finding {
	n := &notices{s: s, f: s.facts}
	n.card()
	for l := range s.lines {
		n.rows(l)
	}
	n.noneLower()
	n.people()
	n.items()
	n.world()
	slices.SortStableFunc(n.found, func(a, b form.Finding) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), strings.Compare(a.Form, b.Form), strings.Compare(a.Key, b.Key),
			cmp.Compare(a.Row, b.Row), strings.Compare(a.Check, b.Check), strings.Compare(a.Message.ZH, b.Message.ZH))
	})
	return n.found
}

type notices struct {
	s     *Sheet
	f     *Facts
	found []form.Finding
	said  map[said]bool
}

// said keeps a row from being told the same thing by several lines.
type said struct {
	rec   *form.Record
	check string
	field string
}

func (n *notices) add(check string, severity form.Severity, r *form.Record, field string, say text.Pair) {
	k := said{r, check, field}
	if n.said[k] {
		return
	}
	if n.said == nil {
		n.said = make(map[said]bool)
	}
	n.said[k] = true
	key := r.Key()
	if key == "" {
		key = rowTitle(r)
	}
	n.found = append(n.found, form.Finding{Check: check, Severity: severity, Form: r.Form.ID, Row: r.ID, Key: key, Field: field, Message: say})
}

// card compares the card's type with the pack's.
func (n *notices) card() {
	on := func(check string, say text.Pair) {
		n.found = append(n.found, form.Finding{Check: check, Severity: form.Must, Form: "enterprise", Key: n.f.USCC, Field: "type", Message: say})
	}
	switch own := n.s.Pack.typeOf(n.f.Type); {
	case n.f.Type == "": // the card's own form asks for it
	case len(n.s.Pack.Types) > 0 && !slices.Contains(n.s.Pack.Types, own):
		on("scoring.no-type", text.ScoreFindNoType.With(n.f.Type))
	case n.s.ent != nil && n.s.ent.Type != "" && n.s.ent.Type != own:
		on("scoring.type", text.ScoreFindType.With(n.f.Type, n.s.ent.Type))
	}
}

// noneLower asks about an empty register that full marks rest on: that nothing happened, or that nothing was entered.
func (n *notices) noneLower() {
	for i := range n.s.Indicators {
		l := &n.s.Indicators[i]
		in := l.work.in
		if !in.Scale.Lower {
			continue
		}
		for _, m := range []*Measure{&in.Measure, in.Measure.Over} { // what is divided: of the year's energy, not of its revenue
			if m == nil || m.Register == "" || len(n.f.Registers[m.Register]) > 0 {
				continue
			}
			n.found = append(n.found, form.Finding{
				Check: "scoring.none", Severity: form.Verify, Form: m.Register, Key: l.ID,
				Message: text.ScoreFindNone.With(m.title(), l.Title()),
			})
		}
	}
}

// rows notices rows that a line would count, but for a date or a document.
func (n *notices) rows(l *Line) {
	for _, t := range l.tallies() {
		n.rowsOf(l, t)
	}
}

func (n *notices) rowsOf(l *Line, t *tally) {
	ru := t.rule
	for i := range t.rows {
		j := &t.rows[i]
		switch {
		case j.verdict == noDate && ru.yearBy != "active":
			if !n.ownFinding(j.rec, ru.yearBy) {
				n.add("scoring.no-date", form.Verify, j.rec, ru.yearBy,
					text.ScoreFindNoDate.With(ru.title(), rowTitle(j.rec), ru.fieldTitle(ru.yearBy), l.Title()))
			}
		case j.unnamed:
			n.add("scoring.city-unnamed", form.Verify, j.rec, "recognised_by",
				text.ScoreFindCity.With(ru.title(), rowTitle(j.rec), n.s.eff.City))
		case ru.evidence && j.maybe && !j.recognised && j.rec.Str("recognition") == form.Recognised:
			if !n.ownFinding(j.rec, "recognised_doc") && !n.ownFinding(j.rec, "recognised_on") {
				n.add("scoring.no-document", form.Must, j.rec, "recognised_doc",
					text.ScoreFindNoDoc.With(ru.title(), rowTitle(j.rec)))
			}
		}
	}
}

// ownFinding reports whether the row's own form has something to say of a field.
func (n *notices) ownFinding(r *form.Record, field string) bool {
	return slices.ContainsFunc(r.Form.Check(r, n.f.Year), func(f form.Finding) bool { return f.Field == field })
}

// people looks at everyone's shares and pay over all projects, whether these count or not.
func (n *notices) people() {
	e := &evaluation{p: n.s.eff, f: n.f, s: &Sheet{}, year: yearText(n.f.Year)}
	known := make(map[string]bool)
	for _, r := range n.f.Registers["project"] {
		known[r.Key()] = true
	}
	for _, p := range peopleInOrder(e.people(&tally{})) {
		who := text.Same(strings.TrimSpace(p.id + " " + p.name))
		total, low, high := int64(0), int64(-1), int64(-1)
		for _, row := range p.rows {
			total += row.share
			if pay, ok := row.rec.Get("pay").Int(); ok {
				if low < 0 || pay < low {
					low = pay
				}
				high = max(high, pay)
			}
			if row.project != "" && !known[row.project] && n.s.eff.Separate != nil {
				n.add("scoring.team-project", form.Must, row.rec, "project", text.ScoreFindProject.With(who, row.project))
			}
		}
		first := p.rows[0].rec
		if total > wholeShare {
			n.add("scoring.share", form.Must, first, "share", text.ScoreFindShare.With(who, shareText(total)))
		}
		if low != high {
			n.add("scoring.pay", form.Verify, first, "pay", text.ScoreFindPay.With(who, yuanText(low), yuanText(high)))
		}
	}
}

// items looks at the checklist: what the pack does not ask for, and what contradicts or came late.
func (n *notices) items() {
	rowsOf := make(map[string]*form.Record)
	for _, r := range n.f.Registers["checklist"] {
		name := r.Str("item")
		if name == "" {
			continue
		}
		asked := false
		for i := range n.s.eff.Indicators {
			m := &n.s.eff.Indicators[i].Measure
			if m.Kind != MeasureChecklist {
				continue
			}
			if item, ok := m.ItemNamed(name); ok {
				asked = true
				if old := rowsOf[item]; old == nil || compareRecords(r, old) < 0 {
					rowsOf[item] = r
				}
			}
		}
		if !asked && !n.s.eff.deducts(r) {
			n.add("scoring.item", form.Verify, r, "item", text.ScoreFindItem.With(name))
		}
	}
	for i := range n.s.Indicators {
		for k := range n.s.Indicators[i].work.got.items {
			it := &n.s.Indicators[i].work.got.items[k]
			switch it.state {
			case conflicting:
				n.add("scoring.conflict", form.Must, rowsOf[it.item], "answer", text.ScoreFindConflict.With(it.item))
			case late:
				n.add("scoring.late", form.Verify, rowsOf[it.item], "date", text.ScoreFindLate.With(it.item, it.rec.Str("date"), it.milestone.Due))
			}
		}
	}
}
