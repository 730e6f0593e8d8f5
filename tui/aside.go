package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/beginning"
	"yice/tui/screen"
)

// Aside does something to a workspace that nobody may have open. The desk that has it lets go of it first, once everything
// keyed is written; then reopen opens it where it was left.
func (m *Root) Aside(path string, doing text.Pair, work func() error, then func(reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd) tea.Cmd {
	if len(m.tasks) > 0 {
		m.say(screen.Warn, text.TuiSwitchBusy.With(m.tasks[0].title))
		return nil
	}
	old, uscc, year := m.desk, m.stand.USCC, m.stand.Year
	if old != nil && old.w.Path() == path {
		m.leaveDesk()
	} else {
		old, uscc, year = nil, "", 0
	}
	m.say(screen.Plain, doing)
	return later(func() func(m *Root) tea.Cmd {
		var err error
		if old != nil {
			err = old.end(nil) // what is done to it backs it up where that can be
		}
		err = errors.Join(err, work())
		return func(m *Root) tea.Cmd {
			m.note = note{}
			m.shelf.Kept, m.keptNo = nil, m.keptNo+1 // its backups, or how they stand, are others now
			return then(func(said text.Pair) tea.Cmd {
				if said.Empty() && old == nil {
					return nil // it was not open before
				}
				return m.reopen(path, uscc, year, said)
			}, err)
		}
	})
}

// leaveDesk goes to the start screen, for as long as the workspace is not open.
func (m *Root) leaveDesk() {
	m.desk, m.stand = nil, screen.Standing{}
	m.waiting, m.turn = map[int]writtenMsg{}, 1
	m.damage = text.Pair{}
	m.stack = []screen.Screen{beginning.NewStart(m, false)}
}

// reopen opens a workspace where it was left; a year that is not in it any more gives way to its newest.
func (m *Root) reopen(path, uscc string, year int, said text.Pair) tea.Cmd {
	at, newest := m.openBook(path, nil, uscc, year), m.openBook(path, nil, "", 0)
	m.note = note{}
	return func() tea.Msg {
		msg := at()
		var f *text.Fault
		if o, ok := msg.(openedMsg); ok && errors.As(o.err, &f) && f.Code == "tui.nobook" {
			msg = newest()
		}
		if o, ok := msg.(openedMsg); ok {
			o.said = said
			return o
		}
		return msg
	}
}
