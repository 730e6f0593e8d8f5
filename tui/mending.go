package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/mending"
	"yice/tui/screen"
)

// Whoever came to a cell from a finding mends one after the other: Enter, which takes what was keyed, goes on to the next
// finding, and F3 goes on without a change. Esc goes back to the list.

// mendingActions are the keys that go on.
func mendingActions() []Action {
	return []Action{
		{
			ID: "mend.next", Title: text.TuiMendNext, Foot: text.TuiFootMendNext, Keys: []string{"f3"}, Where: screen.In(keying.InGrid, keying.InCard), Rank: 2,
			On: (*Root).Mending,
			Do: func(m *Root, _ string) tea.Cmd { return m.MendNext() },
		},
	}
}

// Mending reports that the screen on top was opened at a finding, to mend it.
func (m *Root) Mending() bool { return m.mend != nil && m.mend.on == m.Top() }

// mended is the finding that the screen on top was opened at.
type mended struct {
	on screen.Screen
	at form.Finding
}

// MendAt goes to the cell of a finding, to mend it and go on to the next.
func (m *Root) MendAt(f form.Finding) tea.Cmd {
	fm := m.form(f.Form)
	if fm == nil {
		m.say(screen.Plain, text.TuiNoPlace)
		return nil
	}
	if f.Check == book.CheckUnfilledBefore { // this year's summary is not where last year's figures go
		return m.Act(screen.ToYearBefore)
	}
	cmd := m.goTo(fm, f.Row, f.Field)
	m.mend = &mended{on: m.Top(), at: f}
	return cmd
}

// MendNext goes on to the finding after the one at hand that is of another cell. What was written meanwhile is no reason to
// begin again: the list's own order counts.
func (m *Root) MendNext() tea.Cmd {
	at := m.mend.at
	cell := func(f form.Finding) [3]any { return [3]any{f.Form, f.Row, f.Field} }
	var order []form.Finding
	here := -1
	for _, g := range mending.ByRecord(m, m.stand.Findings) {
		for _, f := range g.All {
			if cell(f) == cell(at) {
				here = len(order)
			} else if f.Explained && f.Severity == form.Verify {
				continue
			}
			order = append(order, f)
		}
	}
	if here < 0 {
		here = m.mendPlace(order, at)
	}
	for _, f := range order[min(here+1, len(order)):] {
		fm := m.form(f.Form)
		if fm == nil || fm.Scope == form.Ledger && f.Row == 0 {
			continue // of all lines together: each of them that is wrong has a finding of its own, and there is no cell to go to
		}
		if cell(f) != cell(at) {
			m.stack = m.stack[:len(m.stack)-1]
			return m.MendAt(f)
		}
	}
	m.mend = nil
	m.say(screen.Good, text.TuiMendDone.With(m.stand.Must, m.stand.Verify))
	return m.back()
}

// mendPlace gives the place before the first finding of the same form that comes after one that is gone by now.
func (m *Root) mendPlace(order []form.Finding, at form.Finding) int {
	for i, f := range order {
		if f.Form == at.Form && (f.Row > at.Row || f.Row == at.Row && entry.FindingID(f) > entry.FindingID(at)) {
			return i - 1
		}
	}
	last := -1
	for i, f := range order {
		if f.Form == at.Form {
			last = i
		}
	}
	return last
}
