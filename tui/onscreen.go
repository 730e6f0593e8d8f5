package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/tui/screen"
)

// on makes what an action does out of what a kind of screen does; on any other screen it does nothing.
func on[S screen.Screen](f func(m *Root, s S, key string) tea.Cmd) func(*Root, string) tea.Cmd {
	return func(m *Root, key string) tea.Cmd {
		if s, ok := m.Top().(S); ok {
			return f(m, s, key)
		}
		return nil
	}
}

// later does something in the loop once a command has found out what: a dialog's way to get an answer.
func later(work func() func(m *Root) tea.Cmd) tea.Cmd {
	return func() tea.Msg { return doMsg(work()) }
}
