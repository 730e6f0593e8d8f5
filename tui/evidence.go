package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// The way to the evidence of a row leads from its table and its card.

func evidenceWays() []Action {
	return []Action{{
		ID: "evidence", Title: text.TuiEvidenceOpen, Foot: text.TuiFootAttach, Keys: []string{"ctrl+o"}, Where: screen.In(keying.InGrid, keying.InCard), Rank: 11,
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
