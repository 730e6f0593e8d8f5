package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
)

// dialogActions are the keys dialogs take themselves, here to be shown.
func dialogActions() []Action {
	return []Action{
		{ID: "ask.yes", Title: text.TuiYes, Foot: text.TuiYes, Keys: []string{"enter", "y"}, Where: kit.InAsk, Rank: 1},
		{ID: "ask.no", Title: text.TuiNo, Foot: text.TuiNo, Keys: []string{"esc", "n"}, Where: kit.InAsk, Rank: 2},
		{ID: "list.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InList, Rank: 1},
		{ID: "list.move", Title: text.TuiMove, Foot: text.TuiFootScroll, Keys: kit.ListKeys, Caps: "↑↓", Where: kit.InList, Rank: 2},
		{ID: "list.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InList, Rank: 3},
		{ID: "input.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InInput, Rank: 1, On: func(m *Root) bool { return !keying.Finding(m) }},
		{ID: "input.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InInput, Rank: 3, On: func(m *Root) bool { return !keying.Finding(m) }},
	}
}

// GiveReason writes the reason of a finding, in the order of everything keyed.
func (m *Root) GiveReason(f form.Finding, typed string) tea.Cmd {
	return m.await(&job{edits: []entry.Edit{{Finding: entry.FindingID(f), Typed: typed}}}, reasoned, text.TuiReasonKept)
}

// offerDraft gives back text that was being keyed when a session ended badly.
func (m *Root) offerDraft(d entry.Draft) {
	f := m.form(d.Form)
	if f == nil || f.Field(d.Field) == nil {
		return
	}
	say := text.TuiDraftSay.With(f.Title, f.Field(d.Field).Title, paint.Safe(paint.Cut(d.Typed, 60)))
	m.open(kit.NewAsk(text.TuiDraftTitle, say, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		row := d.Row
		if row == 0 {
			row = m.NextRow()
		}
		_, cmd := m.Put([]entry.Edit{{Form: f, Row: row, Field: d.Field, Typed: d.Typed}}, text.Pair{})
		return tea.Batch(cmd, m.goTo(f, d.Row, d.Field))
	}), true)
}

// tellingActions are the keys of what must be read whole, and of a fingerprint.
func tellingActions() []Action {
	return []Action{
		{ID: "told.read", Title: text.TuiToldRead, Foot: text.TuiToldRead, Keys: []string{"enter", "esc"}, Where: kit.InTold, Rank: 1},
		{
			ID: "told.also", Title: text.TuiToldAlso, Keys: []string{"r"}, Where: kit.InTold,
			On: func(m *Root) bool {
				d, ok := m.layer().(*kit.Told)
				return ok && d.Also != nil
			},
		},
		{ID: "fingerprint.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InFingerprint, Rank: 1},
		{ID: "fingerprint.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InFingerprint, Rank: 2},
	}
}

// pathActions are the keys of a question for a path.
func pathActions() []Action {
	asked := func(m *Root) bool {
		_, ok := m.layer().(*kit.PathInput)
		return ok
	}
	return []Action{
		{ID: "path.complete", Title: text.TuiPathComplete, Foot: text.TuiFootComplete, Keys: []string{"tab"}, Where: kit.InInput, Rank: 2, On: asked},
		{ID: "path.pick", Title: text.TuiPathPick, Foot: text.TuiFootPick, Keys: []string{"down", "up", "pgup", "pgdown"}, Caps: "↑↓", Where: kit.InInput, Rank: 2, On: asked},
	}
}
