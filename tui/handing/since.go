package handing

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// SinceScreen lists what became of a year after it was last sealed: form by form, row by row, field by field; of this year
// or, with Tab, of the year before.
type SinceScreen struct {
	screen.Still
	before bool // the year before is shown
	read   bool
	no     int // standing it was read for
	asked  int
	Got    *entry.Since // nil: there is no such year
	lines  []sinceLine
	list   kit.List
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

// Place says which of its keys are live.
func (s *SinceScreen) Place() *screen.Place       { return InSince }
func (s *SinceScreen) Crumb(m screen.Desk) string { return text.TuiSince.In(m.Lang()) }

// InSince is what changed since the last filing.
var InSince = &screen.Place{ID: "since", Title: text.TuiPlaceSince, For: text.TuiForSince, Met: 250, Common: true, Opener: "since"}

// Since declares what became of a year after it was sealed.
func Since() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSince}, Actions: []screen.Action{
		{
			ID: "since.go", Title: text.TuiSinceGo, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InSince, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *SinceScreen, _ string) tea.Cmd { return s.jump(m) }),
		},
		{
			ID: "since.year", Title: text.TuiSinceOther, Foot: text.TuiFootOtherYear, Keys: []string{"tab"}, Where: InSince, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *SinceScreen, _ string) tea.Cmd {
				s.before, s.list = !s.before, kit.List{}
				return s.ask(m)
			}),
		},
		{
			ID: "since.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InSince,
			Do: screen.On(func(_ screen.Desk, s *SinceScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// NewSince is the screen at this year.
func NewSince() *SinceScreen { return &SinceScreen{} }

// Follow reads anew where the standing has changed.
func (s *SinceScreen) Follow(m screen.Desk) tea.Cmd {
	if s.read && s.no == m.Standing().No {
		return nil
	}
	return s.ask(m)
}

// ask reads the history, off the frame.
func (s *SinceScreen) ask(m screen.Desk) tea.Cmd {
	s.no, s.read = m.Standing().No, false
	s.asked++
	asked, session, ctx, before := s.asked, m.Session(), m.Context(), s.before
	return func() tea.Msg {
		ask := session.Since
		if before {
			ask = session.SinceBefore
		}
		got, err := ask(ctx)
		return sinceMsg{asked, got, err}
	}
}

// Answer takes what its command found out.
func (s *SinceScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	found, ok := msg.(sinceMsg)
	if !ok {
		return nil, false
	}
	if found.asked != s.asked {
		return nil, true
	}
	if found.err != nil {
		m.Say(screen.Bad, kit.Sentence(found.err))
	}
	s.read, s.Got = true, found.got
	s.arrange()
	return nil, true
}

func (s *SinceScreen) arrange() {
	s.lines = s.lines[:0:0]
	if s.Got == nil {
		return
	}
	for i := range s.Got.Forms {
		s.lines = append(s.lines, sinceLine{i, -1, -1, -1})
		for k := range s.Got.Forms[i].Rows {
			s.lines = append(s.lines, sinceLine{i, k, -1, -1})
			for c := range s.Got.Forms[i].Rows[k].Cells {
				s.lines = append(s.lines, sinceLine{i, k, c, -1})
			}
		}
	}
	if len(s.Got.Events) > 0 {
		s.lines = append(s.lines, sinceLine{-1, -1, -1, -2})
	}
	for i := range s.Got.Events {
		s.lines = append(s.lines, sinceLine{-1, -1, -1, i})
	}
	s.list.N = len(s.lines)
	s.list.Clamp()
}

// jump goes to the record of the line. One that stands in another year opens that first.
func (s *SinceScreen) jump(m screen.Desk) tea.Cmd {
	if !s.read || s.list.At >= len(s.lines) {
		return nil
	}
	l := s.lines[s.list.At]
	if l.form < 0 || l.row < 0 {
		return nil
	}
	f, r := s.Got.Forms[l.form].Form, &s.Got.Forms[l.form].Rows[l.row]
	if r.How == entry.RowRemoved || r.How == entry.RowsWent {
		m.Say(screen.Plain, text.TuiSinceGone)
		return nil
	}
	if book := s.Got.Book; book.Year != m.Standing().Year {
		m.Open(kit.NewAsk(text.TuiSinceElseHow.With(book.Year), text.TuiSinceElse.With(book.Year), func(yes bool) tea.Cmd {
			if !yes {
				return nil
			}
			return m.OpenYear(m.Standing().USCC, book.Year)
		}))
		return nil
	}
	field := ""
	if l.cell >= 0 {
		field = r.Cells[l.cell].Field.ID
	}
	return m.GoTo(f, r.Row, field)
}
