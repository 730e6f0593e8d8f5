package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/tui/paint"
)

// visit is a place the user has been at: a record of a form, a field of it.
type visit struct {
	f     *form.Form
	row   int64
	field string
	label string // what a person knows the record by
}

// visitsMax places are remembered.
const visitsMax = 20

// visited remembers where the user is, before going elsewhere.
func (m *Root) visited() {
	if len(m.stack) == 0 {
		return
	}
	var v visit
	switch s := m.top().(type) {
	case *gridScreen:
		r := s.g.Current()
		if r == nil || r.ID <= 0 {
			return
		}
		v = visit{s.f, r.ID, s.g.Field().ID, r.Label()}
	case *cardScreen:
		if s.rec == nil || s.rec.ID <= 0 {
			return
		}
		v = visit{s.f, s.rec.ID, s.field().ID, ""}
		if !s.f.Single() {
			v.label = s.rec.Label()
		}
	default:
		return
	}
	kept := []visit{v}
	for _, o := range m.visits {
		if (o.f != v.f || o.row != v.row) && len(kept) < visitsMax {
			kept = append(kept, o)
		}
	}
	m.visits = kept
}

// title names a place: form, record, field.
func (v visit) title(m *Root) string {
	s := v.f.Title.In(m.lang)
	if v.label != "" {
		s += "  " + paint.Safe(paint.Cut(form.KeyTitle(v.f.ID, v.label).In(m.lang), 30))
	}
	if fd := v.f.Field(v.field); fd != nil {
		s += " " + m.th.Chrome.Right + " " + fd.Title.In(m.lang)
	}
	return s
}

func (v visit) open(m *Root) tea.Cmd { return m.goTo(v.f, v.row, v.field) }
