package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/scoring"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/keying"
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
				m.open(&taskDialog{m: m, t: t}, false)
				return nil
			}
		}
	}
	t := taskOf(w)
	ctx := m.enter(t)
	w.Meter, w.Stop = &t.Meter, t.stop
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		then, err := do(ctx)
		return inLoop(then), err
	})
}

// BeginFrozen begins long work of a room on the session as it stands.
func (m *Root) BeginFrozen(w *kit.Work, do func(ctx context.Context, s *entry.Session) (screen.Do, error)) tea.Cmd {
	t := taskOf(w)
	w.Meter = &t.Meter
	cmd := m.startFrozen(t, func(ctx context.Context, s *entry.Session) (func(*Root) tea.Cmd, error) {
		then, err := do(ctx, s)
		return inLoop(then), err
	})
	w.Stop = t.stop
	return cmd
}

// BeginHolding begins long work of a room in the writer's line: what is keyed meanwhile waits for it.
func (m *Root) BeginHolding(w *kit.Work, do func(ctx context.Context, s *entry.Session) error, then screen.Do) tea.Cmd {
	t := taskOf(w)
	t.holds = true
	ctx := m.enter(t)
	w.Meter, w.Stop = &t.Meter, t.stop
	_, written := m.desk.enqueue(&job{large: true, do: func(s *entry.Session) (entry.Outcome, error) { return entry.Outcome{}, do(ctx, s) }}, reasoned)
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		msg := written()
		return func(m *Root) tea.Cmd {
			_, cmd := m.Update(msg)
			return tea.Batch(cmd, then())
		}, nil
	})
}

// Reread reads the open tables anew: lines came in that nobody keyed there.
func (m *Root) Reread() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range m.stack {
		if g, ok := s.(*keying.TableScreen); ok {
			cmds = append(cmds, g.Reread(m))
		}
	}
	return tea.Batch(cmds...)
}

// taskOf is long work of a room as it stands in the list of what is under way.
func taskOf(w *kit.Work) *task {
	t := &task{title: w.Title, note: w.Note, fragile: w.Fragile, quiet: w.Quiet, alone: w.Alone}
	t.Counts = w.Counts
	return t
}

// Await writes something that is not done before it is written; then that is said.
func (m *Root) Await(do func(*entry.Session) error, said text.Pair) tea.Cmd {
	return m.await(&job{do: func(s *entry.Session) (entry.Outcome, error) { return entry.Outcome{}, do(s) }}, reasoned, said)
}

// InWriter gives how work on a frozen session does its last step in the writer's line.
func (m *Root) InWriter() func(do func() error) error {
	d := m.desk
	return func(do func() error) error { return d.inLine(func(*entry.Session) error { return do() })() }
}

// KeepSetting keeps a setting of the workspace, off the frame.
func (m *Root) KeepSetting(name, value string) {
	w := m.desk.w
	m.desk.enqueue(&job{quiet: true, do: func(*entry.Session) (entry.Outcome, error) {
		return entry.Outcome{}, w.SetSetting(name, value)
	}}, keyed)
}

// KeyFolder is a folder where the user's keys may lie besides the usual ones.
func (m *Root) KeyFolder() string {
	if m.o.ConfigDir == "-" {
		return ""
	}
	return m.o.ConfigDir
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

// Deciding is who is named in a registry's history: who was named at the start, else the system's user.
func (m *Root) Deciding() string {
	if m.o.Who != "" {
		return m.o.Who
	}
	return kit.SystemUser()
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
	return DraftsFolder(m.o.ConfigDir)
}

func (m *Root) Held() *ruling.Held { return &m.draft }

// refuse tells why something was not done.
func (m *Root) refuse(title text.Pair, err error) { kit.Refuse(m, title, ruling.Wrong(err)) }
