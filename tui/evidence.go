package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/kit"
	"yice/tui/screen"
)

// The way to the evidence of a row leads from its table and its card.

func evidenceWays() []Action {
	return []Action{{
		ID: "evidence", Title: text.TuiEvidenceOpen, Foot: text.TuiFootAttach, Keys: []string{"ctrl+o"}, Where: screen.In(InGrid, InCard), Rank: 11,
		Do: func(m *Root, _ string) tea.Cmd { return m.openEvidence(nil) },
	}}
}

// openEvidence lays the evidence of the row under the cursor over the screen, and attaches files to it at once.
func (m *Root) openEvidence(paths []string) tea.Cmd {
	var d *attaching.EvidenceLayer
	switch s := m.top().(type) {
	case *cardScreen:
		if s.rec == nil {
			return nil
		}
		d = attaching.NewEvidence(m, s.f, s.rec.ID, s.rec)
	case *gridScreen:
		r := s.g.Current()
		if r == nil && !s.g.OnBlank() {
			m.say(screen.Plain, text.TuiCardReading)
			return nil
		}
		if r == nil || r.ID < 0 && r.ID > entry.StandIns {
			m.say(screen.Plain, text.TuiEvLater)
			return nil
		}
		d = attaching.NewEvidence(m, s.f, r.ID, r)
	default:
		return nil
	}
	m.open(d, false)
	return d.Begin(m, paths)
}

// pasteEvidence opens the evidence of the row for paths that were pasted or dropped on its cell.
func (m *Root) pasteEvidence(s string) tea.Cmd {
	paths := kit.PastedPaths(s)
	if len(paths) == 0 {
		m.say(screen.Warn, text.TuiEvNotPath)
	}
	return m.openEvidence(paths)
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
