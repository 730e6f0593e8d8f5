package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/screen"
)

// cardActions are the keys of a card, and of a field of it being keyed.
func cardActions() []Action {
	on := func(f func(m *Root, s *cardScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*cardScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	picking := func(m *Root) bool { s, ok := m.top().(*cardScreen); return ok && s.pick.Open() }
	return []Action{
		{
			ID: "card.edit", Title: text.TuiEditCell, Foot: text.TuiFootEdit, Keys: []string{"enter"}, Where: keying.InCard, Rank: 1,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd { return s.open(m, false) }),
		},
		{
			ID: "card.move", Title: text.TuiMoveField, Keys: append([]string{"left", "right"}, kit.ListKeys...), Where: keying.InCard,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { s.move(key); return nil }),
		},
		{
			ID: "card.tab", Title: text.TuiTabCell, Foot: text.TuiFootNext, Keys: []string{"tab", "shift+tab"}, Where: keying.InCard, Rank: 2,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd {
				if key == "tab" {
					s.next(1)
				} else {
					s.next(-1)
				}
				return nil
			}),
		},
		{
			ID: "card.other", Title: text.TuiOtherRecord, Foot: text.TuiFootOther, Keys: []string{"ctrl+pgdown", "ctrl+pgup"}, Where: keying.InCard, Rank: 3,
			On: func(m *Root) bool { s, ok := m.top().(*cardScreen); return ok && s.row != 0 },
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { return s.other(m, key == "ctrl+pgdown") }),
		},
		{ID: "card.reason", Title: text.TuiWriteReason, Keys: []string{"ctrl+w"}, Where: keying.InCard, Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
			if x := worst(s.found, s.field().ID); x != nil {
				return mending.AskReason(m, m, *x)
			}
			m.say(screen.Plain, text.TuiNothingToExplain)
			return nil
		})},
		{
			ID: "card.clear", Title: text.TuiClearCells, Keys: []string{"delete", "backspace"}, Where: keying.InCard,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				if s.field().Kind == form.Files {
					return s.clearFiles(m)
				}
				cmd := s.open(m, true)
				return tea.Batch(cmd, s.leave(m, false))
			}),
		},
		{
			ID: "field.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: keying.InField, Rank: 1,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd {
				cmd := s.leave(m, true)
				if key == "enter" && m.isMending() {
					return tea.Batch(cmd, m.mendNext())
				}
				s.next(1)
				return cmd
			}),
		},
		{
			ID: "field.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab", "shift+enter"}, Where: keying.InField,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.next(-1)
				return cmd
			}),
		},
		{
			ID: "field.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: keying.InField, Rank: 2, On: picking,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { s.pick.Move(key); return nil }),
		},
		{
			ID: "field.updown", Title: text.TuiTakeMove, Keys: []string{"up", "down"}, Caps: "↑↓", Where: keying.InField, On: func(m *Root) bool { return !picking(m) },
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd {
				cmd := s.leave(m, false)
				s.next(map[string]int{"up": -1, "down": 1}[key])
				return cmd
			}),
		},
		{
			ID: "field.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: keying.InField, Rank: 4,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				m.keepDraft(s.f, s.rec.ID, s.field().ID, "")
				s.ed, s.pick = nil, nil
				return nil
			}),
		},
	}
}

// move answers the arrows; left and right go to the column beside.
func (s *cardScreen) move(key string) {
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
func (s *cardScreen) other(m *Root, down bool) tea.Cmd {
	if len(m.stack) < 2 {
		return nil
	}
	g, ok := unrooted(m.stack[len(m.stack)-2]).(*gridScreen)
	if !ok {
		return nil
	}
	by := -1
	if down {
		by = 1
	}
	g.g.Move(by, 0, false)
	r := g.g.Current()
	if r == nil || r.ID <= 0 {
		g.g.Move(-by, 0, false)
		m.say(screen.Plain, text.TuiNoMoreRecords)
		return nil
	}
	at := s.at()
	*s = *newCard(s.f, r.ID)
	s.goTo(at)
	return tea.Batch(s.load(m), g.load(m))
}
