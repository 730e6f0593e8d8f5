package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// InHistory is what was done.
var InHistory = &Place{ID: "history", Title: text.TuiPlaceHistory, For: text.TuiForHistory, Met: 210, Common: true, Opener: "history"}

func historyActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "history", Title: text.TuiGoHistory, Foot: text.TuiFootHistory, Keys: []string{"ctrl+u"}, Where: screen.Anywhere.But(InHistory), Rank: 70, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openHistory() },
		},
		{
			ID: "history.jump", Title: text.TuiHistJump, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InHistory, Rank: 1,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.jump(m) }),
		},
		{
			ID: "history.expand", Title: text.TuiHistExpand, Foot: text.TuiFootExpand, Keys: []string{"space", "right", "left"}, Where: InHistory, Rank: 2,
			On: func(m *Root) bool { s, ok := m.top().(*historyScreen); return ok && s.by != byField },
			Do: on(func(m *Root, s *historyScreen, key string) tea.Cmd { return s.expand(m, key) }),
		},
		{
			ID: "history.revive", Title: text.TuiHistRevive, Foot: text.TuiFootRevive, Keys: []string{"r"}, Where: InHistory, Rank: 3,
			On: func(m *Root) bool {
				s, ok := m.top().(*historyScreen)
				if !ok {
					return false
				}
				e := s.current()
				return e != nil && e.Dropped && e.Kind != "undo"
			},
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.revive(m) }),
		},
		{
			ID: "history.arrange", Title: text.TuiHistArrange, Foot: text.TuiFootArrange, Keys: []string{"tab"}, Where: InHistory, Rank: 3,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.arrangeBy(m, s.other()) }),
		},
		{
			ID: "history.find", Title: text.TuiHistFind, Foot: text.TuiFootFind, Keys: []string{"/", "ctrl+f"}, Where: InHistory, Rank: 4,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.find(m) }),
		},
		{
			ID: "history.narrow", Title: text.TuiHistNarrow, Foot: text.TuiFootFilter, Keys: []string{"ctrl+l"}, Where: InHistory, Rank: 5,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.narrow(m) }),
		},
		{
			ID: "history.all", Title: text.TuiHistAll, Foot: text.TuiFootAll, Keys: []string{"esc"}, Where: InHistory, Rank: 6,
			On: func(m *Root) bool { s, ok := m.top().(*historyScreen); return ok && s.q != s.base },
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd {
				s.q = s.base
				return s.anew(m)
			}),
		},
		{
			ID: "history.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InHistory,
			Do: on(func(m *Root, s *historyScreen, key string) tea.Cmd { return s.move(m, key) }),
		},
	}
}

// other is the arrangement that one key changes to.
func (s *historyScreen) other() arrangement {
	switch {
	case s.by != byMinute:
		return byMinute
	case s.base.Row != 0:
		return byField
	}
	return byRecord
}

func (s *historyScreen) arrangeBy(m *Root, by arrangement) tea.Cmd {
	if s.by == by {
		return nil
	}
	s.by = by
	return s.anew(m)
}
