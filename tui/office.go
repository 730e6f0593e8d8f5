package tui

import (
	"context"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/scoring"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/kit"
	"yice/tui/ruling"
	"yice/tui/screen"
)

// What one room or another asks of the Root besides a desk, each in an interface of its own.

// WriteInTurn writes an edit that is made in its turn, and OpenYearAt opens another year and does something there: what the room
// of the statutory returns asks for.
func (m *Root) WriteInTurn(turn func(*entry.Session) (entry.Edit, text.Pair, error)) tea.Cmd {
	_, cmd := m.desk.enqueue(&job{make: turn}, keyed)
	return cmd
}

func (m *Root) OpenYearAt(uscc string, year int, then screen.Do) tea.Cmd {
	return m.openYearAt(uscc, year, func(*Root) tea.Cmd { return then() })
}

// TrustFolder is where the user's keys are registered. Whoever has registered keys asks for them from then on, and nobody is asked
// for once the last one is gone.
func (m *Root) TrustFolder() string { return m.o.TrustFolder }

func (m *Root) Registered(dir string, some bool) {
	switch {
	case some && m.o.Trust == "":
		m.o.Trust = dir
	case !some && m.o.Trust == dir:
		m.o.Trust = ""
	}
}

// TrustPath is the file or folder of the keys that are trusted, "" where none are asked for.
func (m *Root) TrustPath() string { return m.o.Trust }

// Begin begins long work of a room.
func (m *Root) Begin(w *kit.Work, do func(ctx context.Context) (screen.Do, error)) tea.Cmd {
	if w.Alone {
		for _, t := range m.tasks {
			if t.alone {
				m.lay(&taskDialog{t: t}, false)
				return nil
			}
		}
	}
	t := &task{title: w.Title, quiet: w.Quiet, alone: w.Alone}
	t.Counts = w.Counts
	ctx := m.enter(t)
	w.Meter, w.Stop = &t.Meter, t.stop
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		then, err := do(ctx)
		return inLoop(then), err
	})
}

// WriteThen writes an edit that is made in its turn; then gets what it came to.
func (m *Root) WriteThen(turn func(*entry.Session) (entry.Edit, text.Pair, error), then func(attaching.Written) tea.Cmd) (waits text.Pair, cmd tea.Cmd) {
	return m.awaitThen(&job{make: turn}, keyed, then)
}

// UndoThen takes the newest step back, or puts it again.
func (m *Root) UndoThen(again bool, then func(attaching.Written) tea.Cmd) (waits text.Pair, cmd tea.Cmd) {
	if again {
		return m.awaitThen(&job{do: (*entry.Session).Redo}, redone, then)
	}
	return m.awaitThen(&job{do: (*entry.Session).Undo}, undone, then)
}

// awaitThen is await of a room that says itself what was written, or why nothing was.
func (m *Root) awaitThen(j *job, kind writeKind, then func(attaching.Written) tea.Cmd) (waits text.Pair, cmd tea.Cmd) {
	written := m.await(j, kind, text.Pair{})
	if t := m.holding(); t != nil {
		waits = t.title
	}
	return waits, func() tea.Msg {
		msg := written()
		return doMsg(func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			w, ok := msg.(writtenMsg)
			if !ok {
				return cmd
			}
			said := m.note.say
			if w.err != nil {
				m.note = note{}
			}
			return tea.Batch(cmd, then(attaching.Written{Born: w.born, Said: said, Err: w.err}))
		})
	}
}

// PackAsked reports that the user named the pack to go by when the program was started, Template is the built-in one of a year.
func (m *Root) PackAsked() bool { return m.o.Pack != nil }

func (m *Root) Template(year int) (*scoring.Pack, bool) {
	if m.o.Template == nil {
		return nil, false
	}
	return m.o.Template(year)
}

// DraftsFolder is where drafts of packs are kept, "" for nowhere, Held the one being changed.
func (m *Root) DraftsFolder() string {
	list := recentPath(m.o.ConfigDir)
	if list == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(list), "drafts")
}

func (m *Root) Held() *ruling.Held { return &m.draft }

// refuse tells why something was not done.
func (m *Root) refuse(title text.Pair, err error) { kit.Refuse(m, title, ruling.Wrong(err)) }
