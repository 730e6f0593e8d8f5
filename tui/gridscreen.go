package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/screen"
)

// gridScreen is the table of one form.
type gridScreen struct {
	f    *form.Form
	g    *grid.Grid
	pick *keying.Picker // the list under the cell being keyed, or nil
	find *lineedit.Editor
	// openAt is where to go once the rows are there.
	openRow   int64
	openField string
	openBlank bool     // to begin on the line after the last
	opening   *opening // the view being counted or sorted, or nil
	drafted   string   // what was left in the file as the field under the cursor
}

// openForm shows a form: its card where it has one row, else its table.
func (m *Root) openForm(f *form.Form) tea.Cmd {
	if f.Single() {
		return m.push(newCard(f, 0))
	}
	return m.push(m.newGrid(f, 0, ""))
}

func (m *Root) newGrid(f *form.Form, row int64, field string) *gridScreen {
	s := &gridScreen{f: f, g: grid.New(f, m.stand.Year, m.lang), openRow: row, openField: field}
	s.g.NextID, s.g.Declared = m.desk.nextRow, m.desk.s.SelfDeclared
	return s
}

func (s *gridScreen) place() *Place {
	switch {
	case s.find != nil:
		return kit.InInput
	case !s.g.Editing():
		return keying.InGrid
	case s.g.Field().Kind == form.Note:
		return keying.InNote
	}
	return keying.InCell
}

// keyed is the cell being keyed.
func (s *gridScreen) keyed(m *Root) *keying.Keyed {
	if !s.g.Editing() {
		return nil
	}
	k := &keying.Keyed{Field: s.g.Field(), Editor: s.g.Editor(), Cell: s.g.Cell(), Key: func(key string) tea.Cmd { return m.meant(keying.InCell, key) }}
	if r := s.g.Current(); r != nil {
		k.Was = r.Get(k.Field.ID)
	}
	return k
}

func (s *gridScreen) crumb(m *Root) string { return s.f.Title.In(m.lang) }

func (s *gridScreen) follow(m *Root) tea.Cmd {
	s.g.SetFindings(m.stand.Of(s.f))
	if !s.g.Opened() {
		return s.reopen(m, s.openRow, s.openField)
	}
	return s.load(m)
}

// load reads what is to be shown and is not there, and adds up the current column.
func (s *gridScreen) load(m *Root) tea.Cmd {
	s.g.Fit(m.w-1, m.h-headRows-footRows-gridFoot)
	return tea.Batch(s.g.Load(), s.g.AddUp(), s.g.Learn())
}

func (s *gridScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	var err error
	switch msg := msg.(type) {
	case grid.PageMsg:
		if msg.Form != s.f {
			return nil, false
		}
		err = s.g.Page(msg)
	case grid.SourceMsg:
		if msg.Form != s.f {
			return nil, false
		}
		if !s.g.Awaits(msg) {
			return nil, true
		}
		s.opening = nil
		var look tea.Cmd
		if look, err = s.g.Adopt(msg); look != nil {
			return look, true
		}
		if typed := s.g.Homeless(); typed != "" {
			s.pick = nil
			m.say(screen.Bad, text.TuiRowGone.With(typed))
		}
		if s.openBlank && err == nil {
			s.openBlank = false
			s.g.ToBlank()
		}
	case grid.SumMsg:
		if msg.Form != s.f {
			return nil, false
		}
		err = s.g.Summed(msg)
	case grid.HabitMsg:
		if msg.Form != s.f {
			return nil, false
		}
		err = s.g.Learnt(msg)
	case keying.ChoicesMsg:
		if msg.Form != s.f {
			return nil, false
		}
		if s.pick != nil {
			s.pick.Offer(msg)
		}
		return nil, true
	default:
		return nil, false
	}
	if err != nil {
		m.say(screen.Bad, kit.Sentence(err))
		return nil, true
	}
	return s.load(m), true
}

// written takes the outcome of a write.
func (s *gridScreen) written(m *Root, w writtenMsg) tea.Cmd {
	if w.err != nil {
		s.g.Refused(w.n, kit.Sentence(w.err).In(m.lang))
		return nil
	}
	if s.g.Written(w.n, w.edits, w.born, w.out) {
		return s.reopen(m, 0, "")
	}
	return nil
}

// put writes edits of this screen.
func (s *gridScreen) put(m *Root, edits []entry.Edit) tea.Cmd { return s.putAs(m, edits, text.Pair{}) }

// putAs writes edits of a table under a label of their own.
func (s *gridScreen) putAs(m *Root, edits []entry.Edit, label text.Pair) tea.Cmd {
	if len(edits) == 0 {
		return nil
	}
	if m.stand.Locked {
		m.say(screen.Bad, text.TuiSealedNoEdit)
	}
	n, cmd := m.applyAs(edits, label)
	s.g.Sent(n, edits)
	return cmd
}
