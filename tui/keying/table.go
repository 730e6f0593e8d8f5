package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/screen"
)

// TableScreen is the table of one form.
type TableScreen struct {
	office Office
	Form   *form.Form
	Grid   *grid.Grid
	pick   *Picker // the list under the cell being keyed, or nil
	find   *lineedit.Editor
	// openRow and openField are where to go once the rows are there.
	openRow   int64
	openField string
	openBlank bool          // to begin on the line after the last
	pasting   *pastePreview // shown last: its keys depend on what it shows
	opening   *opening      // the view being counted or sorted, or nil
	drafted   string        // what was left in the file as the field under the cursor
}

// GoTo opens a form at a row and a field; of 0 and "" the first.
func GoTo(m screen.Desk, o Office, f *form.Form, row int64, field string) tea.Cmd {
	if f.Single() {
		c := newCard(o, f, 0)
		if i := f.Index(field); i >= 0 {
			c.GoTo(i)
		}
		return m.Push(c)
	}
	return m.Push(NewTable(m, o, f, row, field))
}

// NewTable is the table of a form, at a row and a field.
func NewTable(m screen.Desk, o Office, f *form.Form, row int64, field string) *TableScreen {
	session := m.Session()
	s := &TableScreen{office: o, Form: f, Grid: grid.New(f, session.Year(), m.Lang()), openRow: row, openField: field}
	s.Grid.NextID, s.Grid.Declared = o.NextRow, session.SelfDeclared
	return s
}

// AtBlank lets a table begin on the line after the last.
func (s *TableScreen) AtBlank() *TableScreen {
	s.openBlank = true
	return s
}

// Place says which of its keys are live.
func (s *TableScreen) Place() *screen.Place {
	switch {
	case s.find != nil:
		return kit.InInput
	case !s.Grid.Editing():
		return InGrid
	case s.Grid.Field().Kind == form.Note:
		return InNote
	}
	return InCell
}

// keyed is the cell being keyed.
func (s *TableScreen) Keyed(screen.Desk) *Keyed {
	if !s.Grid.Editing() {
		return nil
	}
	k := &Keyed{Field: s.Grid.Field(), Editor: s.Grid.Editor(), Cell: s.Grid.Cell(), Key: meant(s.office, InCell)}
	if r := s.Grid.Current(); r != nil {
		k.Was = r.Get(k.Field.ID)
	}
	return k
}

func (s *TableScreen) Crumb(m screen.Desk) string { return s.Form.Title.In(m.Lang()) }

func (s *TableScreen) Follow(m screen.Desk) tea.Cmd {
	s.Grid.SetFindings(m.Standing().Of(s.Form))
	if !s.Grid.Opened() {
		return s.reopen(m, s.openRow, s.openField)
	}
	return s.load(m)
}

// load reads what is to be shown and is not there, and adds up the current column.
func (s *TableScreen) load(m screen.Desk) tea.Cmd {
	s.Grid.Fit(m.Width()-1, s.office.BodyRows()-gridFoot)
	return tea.Batch(s.Grid.Load(), s.Grid.AddUp(), s.Grid.Learn())
}

func (s *TableScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	var err error
	switch msg := msg.(type) {
	case grid.PageMsg:
		if msg.Form != s.Form {
			return nil, false
		}
		err = s.Grid.Page(msg)
	case grid.SourceMsg:
		if msg.Form != s.Form {
			return nil, false
		}
		if !s.Grid.Awaits(msg) {
			return nil, true
		}
		s.opening = nil
		var look tea.Cmd
		if look, err = s.Grid.Adopt(msg); look != nil {
			return look, true
		}
		if missed := s.Grid.Missed(); missed != nil {
			m.Say(screen.Warn, noneSaid(*missed, text.TuiFindMissed, text.TuiFilterMissed))
			return s.reopen(m, 0, ""), true
		}
		if s.Grid.NoneFound() {
			s.sayNone(m)
		}
		if typed := s.Grid.Homeless(); typed != "" {
			s.pick = nil
			m.Say(screen.Bad, text.TuiRowGone.With(typed))
		}
		if s.openBlank && err == nil {
			s.openBlank = false
			s.Grid.ToBlank()
		}
	case grid.SumMsg:
		if msg.Form != s.Form {
			return nil, false
		}
		err = s.Grid.Summed(msg)
	case grid.HabitMsg:
		if msg.Form != s.Form {
			return nil, false
		}
		err = s.Grid.Learnt(msg)
	case ChoicesMsg:
		if msg.Form != s.Form {
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
		m.Say(screen.Bad, kit.Sentence(err))
		return nil, true
	}
	return s.load(m), true
}

// Written takes the outcome of a write.
func (s *TableScreen) Written(m screen.Desk, w *Written) tea.Cmd {
	if w.Err != nil {
		s.Grid.Refused(w.N, kit.Sentence(w.Err).In(m.Lang()))
		return nil
	}
	if s.Grid.Written(w.N, w.Edits, w.Born, w.Out) {
		return s.reopen(m, 0, "")
	}
	return nil
}

// put writes edits of this screen.
func (s *TableScreen) put(m screen.Desk, edits []entry.Edit) tea.Cmd {
	return s.putAs(m, edits, text.Pair{})
}

// putAs writes edits of a table under a label of their own.
func (s *TableScreen) putAs(m screen.Desk, edits []entry.Edit, label text.Pair) tea.Cmd {
	if len(edits) == 0 {
		return nil
	}
	if m.Standing().Locked {
		m.Say(screen.Bad, text.TuiSealedNoEdit)
	}
	n, cmd := s.office.Put(edits, label)
	s.Grid.Sent(n, edits)
	return cmd
}
