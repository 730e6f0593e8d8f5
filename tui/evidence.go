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
		ID: screen.ToEvidence.ID(), Title: text.TuiEvidenceOpen, Foot: text.TuiFootAttach, Keys: []string{"ctrl+o"}, Where: screen.In(keying.InGrid, keying.InCard), Rank: 11,
		Do: func(m *Root, _ string) tea.Cmd { return m.openEvidence(nil) },
	}}
}

// openEvidence lays the evidence of the row under the cursor over the screen, and attaches files to it at once.
func (m *Root) openEvidence(paths []string) tea.Cmd {
	var d *attaching.EvidenceLayer
	switch s := m.Top().(type) {
	case *keying.CardScreen:
		if s.Record == nil {
			return nil
		}
		d = attaching.NewEvidence(m, s.Form, s.Record.ID, s.Record)
	case *keying.TableScreen:
		r := s.Grid.Current()
		if r == nil && !s.Grid.OnBlank() {
			m.say(screen.Plain, text.TuiCardReading)
			return nil
		}
		if r == nil || r.ID < 0 && r.ID > entry.StandIns {
			m.say(screen.Plain, text.TuiEvLater)
			return nil
		}
		d = attaching.NewEvidence(m, s.Form, r.ID, r)
	default:
		return nil
	}
	m.open(d, false)
	return d.Begin(m, paths)
}

// PasteEvidence opens the evidence of the row for paths that were pasted or dropped on its cell.
func (m *Root) PasteEvidence(s string) tea.Cmd {
	paths := kit.PastedPaths(s)
	if len(paths) == 0 {
		m.say(screen.Warn, text.TuiEvNotPath)
	}
	return m.openEvidence(paths)
}
