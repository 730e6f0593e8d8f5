package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/tui/seeking"
)

// visitsMax places are remembered.
const visitsMax = 20

// visited remembers where the user is, before going elsewhere.
func (m *Root) visited() {
	if len(m.stack) == 0 {
		return
	}
	var v seeking.Visit
	switch s := m.top().(type) {
	case *gridScreen:
		r := s.g.Current()
		if r == nil || r.ID <= 0 {
			return
		}
		v = seeking.Visit{Form: s.f, Row: r.ID, Field: s.g.Field().ID, Label: r.Label()}
	case *cardScreen:
		if s.rec == nil || s.rec.ID <= 0 {
			return
		}
		v = seeking.Visit{Form: s.f, Row: s.rec.ID, Field: s.field().ID}
		if !s.f.Single() {
			v.Label = s.rec.Label()
		}
	default:
		return
	}
	kept := []seeking.Visit{v}
	for _, o := range m.visits {
		if (o.Form != v.Form || o.Row != v.Row) && len(kept) < visitsMax {
			kept = append(kept, o)
		}
	}
	m.visits = kept
}

// goTo opens a form at a row and field.
func (m *Root) goTo(f *form.Form, row int64, field string) tea.Cmd {
	if f.Single() {
		c := newCard(f, 0)
		if i := f.Index(field); i >= 0 {
			c.goTo(i)
		}
		return m.push(c)
	}
	return m.push(m.newGrid(f, row, field))
}
