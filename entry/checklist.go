package entry

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

const unanswered = "未填"

// standInBase keeps the ids of stand-ins apart from the rows that edits make (-1, -2, …).
const standInBase = -1 << 40

func isStandIn(f *form.Form, row int64) bool { return f.ID == checklistID && row <= standInBase }

// ChecklistItems gives every item the pack lists and every milestone it sets for the enterprise, in the pack's order, then
// rows the pack does not know.
func (s *Session) ChecklistItems() []ChecklistItem {
	st := s.now.Load()
	items := st.items()
	known := make(map[int64]bool, len(items))
	for _, it := range items {
		known[it.Record.ID] = true
	}
	for _, r := range st.table(form.ByID(checklistID)).rows {
		if !known[r.ID] {
			items = append(items, ChecklistItem{Item: r.Str("item"), Answer: answerOf(r), Record: r})
		}
	}
	return items
}

// items gives what the pack asks, each with its row or a stand-in.
func (st *state) items() []ChecklistItem {
	if st.pack == nil {
		return nil
	}
	f := form.ByID(checklistID)
	rows := st.table(f)
	var all []ChecklistItem
	seen := make(map[string]bool)
	for _, it := range st.pack.ChecklistItems(st.facts.USCC) {
		if seen[it.Text] {
			continue
		}
		seen[it.Text] = true
		item := ChecklistItem{Item: it.Text, Asked: true, Answer: unanswered}
		if in := indicatorOf(st.pack, it.Indicator); in != nil {
			item.Clauses = in.Clauses
		}
		r := rows.find(it.Text)
		if m := it.Milestone; m != nil {
			item.Milestone, item.Due, item.Clauses = true, m.Due, m.Clauses
			if r == nil {
				r = rows.find(m.ID)
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
	return unanswered
}

// standIn gives the unanswered item a stand-in's id means, nil where there is none.
func (st *state) standIn(row int64) *form.Record {
	items := st.items()
	n := standInBase - row
	if n < 0 || n >= int64(len(items)) {
		return nil
	}
	if r := items[n].Record; r.ID != row {
		return r // answered meanwhile: the row itself
	}
	return items[n].Record
}

func (s *Session) standIn(row int64) *form.Record { return s.now.Load().standIn(row) }
