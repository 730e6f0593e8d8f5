package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/tui/keying"
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
	switch s := m.Top().(type) {
	case *keying.TableScreen:
		r := s.Grid.Current()
		if r == nil || r.ID <= 0 {
			return
		}
		v = seeking.Visit{Form: s.Form, Row: r.ID, Field: s.Grid.Field().ID, Label: r.Label()}
	case *keying.CardScreen:
		if s.Record == nil || s.Record.ID <= 0 {
			return
		}
		v = seeking.Visit{Form: s.Form, Row: s.Record.ID, Field: s.Field().ID}
		if !s.Form.Single() {
			v.Label = s.Record.Label()
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

// goTo opens a form at a row and field; of 0 and "" the first.
func (m *Root) goTo(f *form.Form, row int64, field string) tea.Cmd {
	return keying.GoTo(m, m, f, row, field)
}
