package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Zone says what a click on a part of the first row of an area means.
func Zone(m screen.Desk, a paint.Area, from, to int, do func() tea.Cmd) {
	m.Spot(a.Sub(from, 0, to-from, 1), func(_, _ int) tea.Cmd { return do() })
}

// Cover keeps clicks from what an area lies over.
func Cover(m screen.Desk, a paint.Area) { m.Spot(a, nil) }

// Presses says that a click means a key, so many times.
func Presses(m screen.Desk, a paint.Area, from, to int, key string, times int) {
	Zone(m, a, from, to, func() tea.Cmd { return m.Press(key, times) })
}

// TabZone says that a click goes to one of the tabs of a screen, by as many presses of Tab as lead there.
func TabZone(m screen.Desk, a paint.Area, from, to, i, at, n int) {
	Presses(m, a, from, to, "tab", (i-at+n)%n)
}

// Hint draws a sentence about keys, with the keys drawn as such.
func Hint(m screen.Desk, a paint.Area, x, y, w int, say string, st paint.Style) {
	Hinted(m, paint.Cut(say, w), st).Draw(a, x, y)
}

// Hinted is a sentence about keys, bit by bit.
func Hinted(m screen.Desk, say string, st paint.Style) (l Line) {
	for i, word := range strings.Split(say, " ") {
		look := st
		if m.IsKey(word) {
			look = m.Theme().Key
		}
		if i > 0 {
			l = append(l, Piece{" ", st})
		}
		l = append(l, Piece{word, look})
	}
	return l
}

// Field draws a line that is being typed, in which a click puts the caret and dragging selects.
func Field(m screen.Desk, a paint.Area, ed *lineedit.Editor, look lineedit.Look) int {
	CaretIn(m, a, ed)
	return ed.Draw(a, look)
}

// CaretIn lets a click put the caret of a line that is drawn in an area.
func CaretIn(m screen.Desk, a paint.Area, ed *lineedit.Editor) {
	m.Drag(a.Rows(0, 1), func(x, _ int) tea.Cmd { ed.Point(x, false); return nil }, func(x, _ int) tea.Cmd { ed.Point(x, true); return nil })
}

// CursorRow lights the current row of a list; every row of it takes a click.
func CursorRow(m screen.Desk, a paint.Area, here bool) {
	m.Row(a, here)
	if !here {
		return
	}
	t := m.Theme()
	a.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Row) })
	a.Text(0, 0, t.Chrome.Caret, t.Accent.Over(t.Row))
}
