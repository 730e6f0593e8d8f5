package entry

import (
	"context"

	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// WhatIf scores hypothetical edits beside today's sheet; nothing is written. Every form can be edited, the ledger too: its
// sums are moved as a real edit would move them. Faults: entry.no-pack, and those of Apply.
// Levers moved after the edits go on from there.
func (s *Session) WhatIf(edits []Edit, moved ...scoring.Moved) (*scoring.Sheet, []scoring.Change, error) {
	st := s.now.Load()
	if st.Sheet() == nil {
		return nil, nil, fault("entry.no-pack", text.Cannot, text.EntryNoPack.With(st.packNote))
	}
	p := newPlanner(st, func(f *form.Form, row int64) (*form.Record, error) { return s.w.Record(st.book, f, row) })
	for _, e := range edits {
		if err := p.add(e); err != nil {
			return nil, nil, err
		}
	}
	then, err := s.byMonths(context.Background(), st, st.Supposing(p.plan.suppose()))
	if err != nil {
		return nil, nil, err
	}
	sheet := then.Sheet()
	if len(moved) > 0 {
		sheet = scoring.Suppose(st.Pack, then.Facts(), moved)
	}
	return sheet, scoring.Compare(st.Sheet(), sheet), nil
}

// Levers gives what what-if can move of the year as it stands, by the pack in force; none without one.
func (s *Session) Levers() []scoring.Lever {
	st := s.now.Load()
	if st.Sheet() == nil {
		return nil
	}
	return st.Sheet().Levers()
}

// Effect is what moving one lever alone would do.
func (s *Session) Effect(m scoring.Moved) scoring.Effect {
	st := s.now.Load()
	if st.Sheet() == nil {
		return scoring.Effect{}
	}
	return st.Sheet().Effect(m)
}

// suppose gives the changes a plan would make. Rows to be made get ids no real row has.
func (p *plan) suppose() []store.RowChange {
	p.unbind()
	var changes []store.RowChange
	for n, row := range p.rows {
		if _, ok := row.write(); !ok {
			continue
		}
		c := store.RowChange{Form: row.form, Row: row.id, Before: row.before, After: row.now}
		if row.before == nil {
			c.Row = int64(-1 - n)
			c.After.ID = c.Row
			if row.item != "" {
				c.After.Set("item", form.S(row.item))
			}
		}
		changes = append(changes, c)
	}
	return changes
}
