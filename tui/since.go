package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
)

// sinceScreen lists what became of a year after it was last sealed: form by form, row by row, field by field; of this year
// or, with Tab, of the year before.
type sinceScreen struct {
	still
	before bool // the year before is shown
	read   bool
	no     int // standing it was read for
	asked  int
	got    *entry.Since // nil: there is no such year
	lines  []sinceLine
	list   list
}

// sinceLine is one line: the head of a form, a row, a field of the row above, or an event.
type sinceLine struct {
	form, row, cell int // cell -1: the row itself; row -1: the head of the form
	event           int // -1: none, -2: the head of the events; form is then -1
}

// sinceMsg is what was found out.
type sinceMsg struct {
	asked int
	got   *entry.Since
	err   error
}

func (s *sinceScreen) place() Place         { return InSince }
func (s *sinceScreen) crumb(m *Root) string { return text.TuiSince.In(m.lang) }

func sinceActions() []Action {
	return []Action{
		{
			ID: "since.go", Title: text.TuiSinceGo, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InSince, Rank: 1,
			Do: on(func(m *Root, s *sinceScreen, _ string) tea.Cmd { return s.jump(m) }),
		},
		{
			ID: "since.year", Title: text.TuiSinceOther, Foot: text.TuiFootOtherYear, Keys: []string{"tab"}, Where: InSince, Rank: 2,
			Do: on(func(m *Root, s *sinceScreen, _ string) tea.Cmd {
				s.before, s.list = !s.before, list{}
				return s.ask(m)
			}),
		},
		{
			ID: "since.move", Title: text.TuiMove, Keys: listKeys, Where: InSince,
			Do: on(func(_ *Root, s *sinceScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "since", Title: text.TuiGoSince, Where: Anywhere &^ (InSince | InSubmit), On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&sinceScreen{}) },
		},
		{
			ID: "submit.since", Title: text.TuiGoSince, Foot: text.TuiFootSince, Keys: []string{"tab"}, Where: InSubmit, Rank: 3,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&sinceScreen{}) },
		},
	}
}

func (s *sinceScreen) follow(m *Root) tea.Cmd {
	if s.read && s.no == m.stand.no {
		return nil
	}
	return s.ask(m)
}

// ask reads the history, off the frame.
func (s *sinceScreen) ask(m *Root) tea.Cmd {
	s.no, s.read = m.stand.no, false
	s.asked++
	asked, session, ctx, before := s.asked, m.desk.s, m.ctx, s.before
	return func() tea.Msg {
		ask := session.Since
		if before {
			ask = session.SinceBefore
		}
		got, err := ask(ctx)
		return sinceMsg{asked, got, err}
	}
}

func (s *sinceScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	found, ok := msg.(sinceMsg)
	if !ok {
		return nil, false
	}
	if found.asked != s.asked {
		return nil, true
	}
	if found.err != nil {
		m.say(bad, sentence(found.err))
	}
	s.read, s.got = true, found.got
	s.arrange()
	return nil, true
}

func (s *sinceScreen) arrange() {
	s.lines = s.lines[:0:0]
	if s.got == nil {
		return
	}
	for i := range s.got.Forms {
		s.lines = append(s.lines, sinceLine{i, -1, -1, -1})
		for k := range s.got.Forms[i].Rows {
			s.lines = append(s.lines, sinceLine{i, k, -1, -1})
			for c := range s.got.Forms[i].Rows[k].Cells {
				s.lines = append(s.lines, sinceLine{i, k, c, -1})
			}
		}
	}
	if len(s.got.Events) > 0 {
		s.lines = append(s.lines, sinceLine{-1, -1, -1, -2})
	}
	for i := range s.got.Events {
		s.lines = append(s.lines, sinceLine{-1, -1, -1, i})
	}
	s.list.n = len(s.lines)
	s.list.clamp()
}

// jump goes to the record of the line. One that stands in another year opens that first.
func (s *sinceScreen) jump(m *Root) tea.Cmd {
	if !s.read || s.list.at >= len(s.lines) {
		return nil
	}
	l := s.lines[s.list.at]
	if l.form < 0 || l.row < 0 {
		return nil
	}
	f, r := s.got.Forms[l.form].Form, &s.got.Forms[l.form].Rows[l.row]
	if r.How == entry.RowRemoved || r.How == entry.RowsWent {
		m.say(plain, text.TuiSinceGone)
		return nil
	}
	if book := s.got.Book; book.Year != m.stand.year {
		m.open(newAsk(text.TuiSinceElseHow.With(book.Year), text.TuiSinceElse.With(book.Year), func(m *Root, yes bool) tea.Cmd {
			if !yes {
				return nil
			}
			return m.openYear(m.stand.uscc, book.Year)
		}), false)
		return nil
	}
	field := ""
	if l.cell >= 0 {
		field = r.Cells[l.cell].Field.ID
	}
	return m.goTo(f, r.Row, field)
}

// sayMoved tells how many records of a year differ from what was filed, for whoever carries on from it; empty where none
// do.
func sayMoved(ctx context.Context, session *entry.Session) (text.Pair, error) {
	x, err := session.Since(ctx)
	if err != nil || x.Rows() == 0 {
		return text.Pair{}, err
	}
	return text.TuiYearBeforeMoved.With(x.Book.Year, x.Rows()), nil
}
