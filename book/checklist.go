package book

import (
	"yice/form"
	"yice/scoring"
)

// ChecklistItem is one thing the pack asks: Record is its row, or an unanswered stand-in (ID < 0) that Put on form
// checklist turns into a real row when it is first answered.
type ChecklistItem struct {
	Item      string
	Clauses   []string
	Milestone bool   // set for this enterprise alone
	Due       string // date of a milestone, or ""
	Answer    string // 是, 否 or 未填
	Asked     bool   // false: a row the pack does not know
	Record    *form.Record
}

// Unanswered is the answer of an item that nobody has answered.
const Unanswered = "未填"

// standInBase keeps the ids of stand-ins apart from the rows that edits make (-1, -2, …).
const standInBase = -1 << 40

// IsStandIn reports whether a row is a stand-in for an item of the checklist.
func IsStandIn(f *form.Form, row int64) bool { return f.ID == ChecklistID && row <= standInBase }

// Checklist gives every item the pack lists and every milestone it sets for the enterprise, in the pack's order, then
// rows the pack does not know.
func (y *Year) Checklist() []ChecklistItem {
	items := y.Items()
	known := make(map[int64]bool, len(items))
	for _, it := range items {
		known[it.Record.ID] = true
	}
	for _, r := range y.Table(form.ByID(ChecklistID)).rows {
		if !known[r.ID] {
			items = append(items, ChecklistItem{Item: r.Str("item"), Answer: answerOf(r), Record: r})
		}
	}
	return items
}

// Items gives what the pack asks, each with its row or a stand-in.
func (y *Year) Items() []ChecklistItem {
	if y.Pack == nil {
		return nil
	}
	f := form.ByID(ChecklistID)
	rows := y.Table(f)
	var all []ChecklistItem
	seen := make(map[string]bool)
	for _, it := range y.Pack.ChecklistItems(y.facts.USCC) {
		if seen[it.Text] {
			continue
		}
		seen[it.Text] = true
		item := ChecklistItem{Item: it.Text, Asked: true, Answer: Unanswered}
		if in := indicatorOf(y.Pack, it.Indicator); in != nil {
			item.Clauses = in.Clauses
		}
		r := rows.Find(it.Text)
		if m := it.Milestone; m != nil {
			item.Milestone, item.Due, item.Clauses = true, m.Due, m.Clauses
			if r == nil {
				r = rows.Find(m.ID)
			}
		}
		if r == nil {
			r = form.NewRecord(f)
			r.ID = standInBase - int64(len(all))
			r.Set("item", form.S(it.Text))
		}
		item.Record, item.Answer = r, answerOf(r)
		all = append(all, item)
	}
	return all
}

func indicatorOf(p *scoring.Pack, id string) *scoring.Indicator {
	for i := range p.Indicators {
		if p.Indicators[i].ID == id {
			return &p.Indicators[i]
		}
	}
	return nil
}

func answerOf(r *form.Record) string {
	if a := r.Str("answer"); a != "" {
		return a
	}
	return Unanswered
}

// StandIn gives the unanswered item a stand-in's id means, nil where there is none; answered meanwhile: the row itself.
func (y *Year) StandIn(row int64) *form.Record {
	items := y.Items()
	n := standInBase - row
	if n < 0 || n >= int64(len(items)) {
		return nil
	}
	return items[n].Record
}
