package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// dialogActions are the keys dialogs take themselves, here to be shown.
func dialogActions() []Action {
	return []Action{
		{ID: "ask.yes", Title: text.TuiYes, Foot: text.TuiYes, Keys: []string{"enter", "y"}, Where: kit.InAsk, Rank: 1},
		{ID: "ask.no", Title: text.TuiNo, Foot: text.TuiNo, Keys: []string{"esc", "n"}, Where: kit.InAsk, Rank: 2},
		{ID: "list.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InList, Rank: 1},
		{ID: "list.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InList, Rank: 3},
		{ID: "input.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: kit.InInput, Rank: 1, On: func(m *Root) bool { return !finding(m) }},
		{ID: "input.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InInput, Rank: 3, On: func(m *Root) bool { return !finding(m) }},
	}
}

// GiveReason writes the reason of a finding, in the order of everything keyed.
func (m *Root) GiveReason(f form.Finding, typed string) tea.Cmd {
	id := entry.FindingID(f)
	return m.await(&job{do: func(s *entry.Session) (entry.Outcome, error) {
		return entry.Outcome{}, s.Reason(id, typed)
	}}, reasoned, text.TuiReasonKept)
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
			row = m.desk.nextRow()
		}
		_, cmd := m.apply([]entry.Edit{{Form: f, Row: row, Field: d.Field, Typed: d.Typed}})
		return tea.Batch(cmd, m.goTo(f, d.Row, d.Field))
	}), true)
}

// columnChooser chooses the columns of a table.
type columnChooser struct {
	s     *gridScreen
	cols  []grid.Column
	shown []bool
	list  kit.List
}

func newColumnChooser(s *gridScreen) *columnChooser {
	cols, shown := s.g.Columns()
	return &columnChooser{s: s, cols: cols, shown: shown, list: kit.List{N: len(cols)}}
}

func (d *columnChooser) place() *Place { return kit.InList }

func (d *columnChooser) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if d.list.Move(key) {
		return false, nil
	}
	switch key {
	case "space", "x":
		d.shown[d.list.At] = !d.shown[d.list.At]
	case "a":
		all := true
		for _, on := range d.shown {
			all = all && on
		}
		for i := range d.shown {
			d.shown[i] = !all
		}
	case "enter":
		d.s.g.SetShown(d.shown)
		return true, nil
	case "esc":
		return true, nil
	}
	return false, nil
}

func (d *columnChooser) paste(*Root, string) tea.Cmd { return nil }

func (d *columnChooser) draw(m *Root, whole paint.Area) screen.Caret {
	in := kit.Dialog(m, whole, text.TuiColumns.In(m.lang), 46, len(d.cols)+5)
	rows := in.H - 2
	d.list.Window(rows)
	for k := range min(rows, len(d.cols)-d.list.Top) {
		i := d.list.Top + k
		box, st := "[ ] ", m.th.Faint
		if d.shown[i] {
			box, st = "["+m.th.Chrome.Check+"] ", m.th.Text
		}
		in.Text(1, k, box, st)
		kit.Zone(m, in.Rows(k, 1), 0, in.W, func() tea.Cmd { d.list.At = i; return m.pressed("space", 1) })
		in.Cut(5, k, in.W-6, d.cols[i].Title, st)
		if i == d.list.At {
			in.Rows(k, 1).Restyle(func(paint.Style) paint.Style { return m.th.Cursor })
		}
	}
	kit.Hint(m, in, 1, in.H-1, in.W-2, text.TuiColumnsHint.In(m.lang), m.th.Faint)
	kit.UnderlayBut(m, in, d.list.At-d.list.Top)
	return screen.Caret{}
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
