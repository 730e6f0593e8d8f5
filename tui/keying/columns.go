package keying

import (
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// columnChooser chooses the columns of a table.
type columnChooser struct {
	s     *TableScreen
	cols  []grid.Column
	shown []bool
	list  kit.List
}

func newColumnChooser(s *TableScreen) *columnChooser {
	cols, shown := s.Grid.Columns()
	return &columnChooser{s: s, cols: cols, shown: shown, list: kit.List{N: len(cols)}}
}

func (d *columnChooser) Place() *screen.Place { return InColumns }

// columnActions are the keys of the choice, which it takes itself, here to be shown.
func columnActions() []screen.Action {
	return []screen.Action{
		{ID: "columns.take", Title: text.TuiColumnsTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: InColumns, Rank: 1},
		{ID: "columns.toggle", Title: text.TuiColumnsToggle, Foot: text.TuiFootToggle, Keys: []string{"space", "x"}, Where: InColumns, Rank: 2},
		{ID: "columns.all", Title: text.TuiColumnsAll, Foot: text.TuiFootColumnsAll, Keys: []string{"a"}, Where: InColumns, Rank: 3},
		{ID: "columns.move", Title: text.TuiMove, Foot: text.TuiFootScroll, Keys: kit.ListKeys, Caps: "↑↓", Where: InColumns, Rank: 4},
		{ID: "columns.close", Title: text.TuiColumnsNot, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InColumns, Rank: 5},
	}
}

func (d *columnChooser) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if letter := screen.Letter(k); letter != "" {
		key = letter
	}
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
		d.s.Grid.SetShown(d.shown)
		return true, nil
	case "esc":
		return true, nil
	}
	return false, nil
}

func (d *columnChooser) Paste(screen.Desk, string) tea.Cmd { return nil }

func (d *columnChooser) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	in := kit.Dialog(m, whole, text.TuiColumns.In(lang), 46, len(d.cols)+5)
	rows := in.H - 3
	d.list.Window(rows)
	for k := range min(rows, len(d.cols)-d.list.Top) {
		i := d.list.Top + k
		box, st := "[ ] ", t.Faint
		if d.shown[i] {
			box, st = "["+t.Chrome.Check+"] ", t.Text
		}
		in.Text(1, k, box, st)
		kit.Zone(m, in.Rows(k, 1), 0, in.W, func() tea.Cmd { d.list.At = i; return m.Press("space", 1) })
		in.Cut(5, k, in.W-6, d.cols[i].Title, st)
		if i == d.list.At {
			in.Rows(k, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
		}
	}
	kit.Hint(m, in, 1, in.H-1, in.W-2, text.TuiColumnsHint.In(lang), t.Faint)
	kit.DrawMore(m, in.Rows(in.H-2, 1), &d.list)
	kit.UnderlayBut(m, in, d.list.At-d.list.Top)
	return screen.Caret{}
}
