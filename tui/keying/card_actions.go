package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
)

// Card declares it: the keys of a card, and of a field of it being keyed.
func Card() screen.Declaration {
	picking := func(m screen.Desk) bool { s, ok := m.Top().(*CardScreen); return ok && s.pick.Open() }
	return screen.Declaration{Places: []*screen.Place{InCard, InField}, Actions: []screen.Action{
		{
			ID: "card.edit", Title: text.TuiEditCell, Foot: text.TuiFootEdit, Keys: []string{"enter"}, Where: InCard, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *CardScreen, _ string) tea.Cmd { return s.open(m, false) }),
		},
		{
			ID: "card.move", Title: text.TuiMoveField, Keys: append([]string{"left", "right"}, kit.ListKeys...), Where: InCard,
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd { s.move(key); return nil }),
		},
		{
			ID: "card.tab", Title: text.TuiTabCell, Foot: text.TuiFootNext, Keys: []string{"tab", "shift+tab"}, Where: InCard, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd {
				if key == "tab" {
					s.next(1)
				} else {
					s.next(-1)
				}
				return nil
			}),
		},
		{
			ID: "card.other", Title: text.TuiOtherRecord, Foot: text.TuiFootOther, Keys: []string{"ctrl+pgdown", "ctrl+pgup"}, Where: InCard, Rank: 3,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*CardScreen); return ok && s.row != 0 },
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd { return s.other(m, key == "ctrl+pgdown") }),
		},
		{ID: "card.reason", Title: text.TuiWriteReason, Keys: []string{"ctrl+w"}, Where: InCard, Do: screen.On(func(m screen.Desk, s *CardScreen, _ string) tea.Cmd {
			if x := worst(s.found, s.Field().ID); x != nil {
				return mending.AskReason(m, s.office, *x)
			}
			m.Say(screen.Plain, text.TuiNothingToExplain)
			return nil
		})},
		{
			ID: "card.clear", Title: text.TuiClearCells, Keys: []string{"delete", "backspace"}, Where: InCard,
			Do: screen.On(func(m screen.Desk, s *CardScreen, _ string) tea.Cmd {
				if s.Field().Kind == form.Files {
					return s.clearFiles(m)
				}
				cmd := s.open(m, true)
				return tea.Batch(cmd, s.leave(m, false))
			}),
		},
		{
			ID: "field.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: InField, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd {
				cmd := s.leave(m, true)
				if key == "enter" && s.office.Mending() {
					return tea.Batch(cmd, s.office.MendNext())
				}
				s.next(1)
				return cmd
			}),
		},
		{
			ID: "field.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab", "shift+enter"}, Where: InField,
			Do: screen.On(func(m screen.Desk, s *CardScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.next(-1)
				return cmd
			}),
		},
		{
			ID: "field.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InField, Rank: 2, On: picking,
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd { s.pick.Move(key); return nil }),
		},
		{
			ID: "field.updown", Title: text.TuiTakeMove, Keys: []string{"up", "down"}, Caps: "↑↓", Where: InField, On: func(m screen.Desk) bool { return !picking(m) },
			Do: screen.On(func(m screen.Desk, s *CardScreen, key string) tea.Cmd {
				cmd := s.leave(m, false)
				s.next(map[string]int{"up": -1, "down": 1}[key])
				return cmd
			}),
		},
		{
			ID: "field.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InField, Rank: 4,
			Do: screen.On(func(m screen.Desk, s *CardScreen, _ string) tea.Cmd {
				s.office.KeepDraft(s.Form, s.Record.ID, s.Field().ID, "")
				s.ed, s.pick = nil, nil
				return nil
			}),
		},
	}}
}

// move answers the arrows; left and right go to the column beside.
func (s *CardScreen) move(key string) {
	switch key {
	case "left":
		s.beside(-1)
	case "right":
		s.beside(1)
	default:
		s.list.Move(key)
	}
}

// other goes to the record above or below in the table the card was opened from.
func (s *CardScreen) other(m screen.Desk, down bool) tea.Cmd {
	g := s.table
	if g == nil {
		return nil
	}
	by := -1
	if down {
		by = 1
	}
	g.Grid.Move(by, 0, false)
	r := g.Grid.Current()
	if r == nil || r.ID <= 0 {
		g.Grid.Move(-by, 0, false)
		m.Say(screen.Plain, text.TuiNoMoreRecords)
		return nil
	}
	at := s.at()
	*s = *newCard(s.office, s.Form, r.ID)
	s.table = g
	s.GoTo(at)
	return tea.Batch(s.load(m), g.load(m))
}
