package kit

import (
	"strings"

	"yice/tui/paint"
	"yice/tui/screen"
)

// Box draws a frame; the one the arrows move in has its title lit.
func Box(m screen.Desk, a paint.Area, title, note string, current bool) paint.Area {
	t := m.Theme()
	head, frame := t.Head, t.Frame
	if current {
		head = t.Accent
	}
	return a.Box(t.Chrome, title, note, frame, head, t.Faint)
}

// Dialog draws a dialog in the middle and gives the area inside. The points that a command's name ends with, to say that it asks first,
// go: here it asks.
func Dialog(m screen.Desk, whole paint.Area, title string, w, h int) paint.Area {
	t := m.Theme()
	a := whole.Centre(min(w, whole.W-4), min(h, whole.H-2))
	a.Fill(t.Dialog)
	in := a.Box(t.Chrome, strings.TrimSuffix(title, "…"), "", t.Accent, t.Accent, t.Faint)
	Underlay(m, a)
	return in.Inset(1, 0)
}

// Underlay lays the dialog's ground under what was drawn in it.
func Underlay(m screen.Desk, a paint.Area) {
	ground := m.Theme().Dialog
	a.Restyle(func(s paint.Style) paint.Style { return s.Over(ground) })
}

// UnderlayBut is Underlay for all rows but one.
func UnderlayBut(m screen.Desk, a paint.Area, row int) {
	for y := range a.H {
		if y != row {
			Underlay(m, a.Rows(y, 1))
		}
	}
}

// scrolled is a text that may be longer than its dialog: the arrows and pages move it.
type scrolled struct{ top, rows, n int }

// key moves the text; false: the key means something else.
func (s *scrolled) key(k string) bool {
	by, ok := map[string]int{"up": -1, "down": 1, "pgup": -max(s.rows-1, 1), "pgdown": max(s.rows-1, 1), "home": -s.n, "end": s.n}[k]
	s.top = ClampInt(s.top+by, 0, max(s.n-s.rows, 0))
	return ok
}

// draw draws as many lines as there is room for, and where there are more, in which direction they lie.
func (s *scrolled) draw(m screen.Desk, a paint.Area, lines []string, st paint.Style) {
	t := m.Theme()
	s.n, s.rows = len(lines), a.H
	s.top = ClampInt(s.top, 0, max(s.n-s.rows, 0))
	for y := range min(s.rows, s.n-s.top) {
		a.Text(0, y, lines[s.top+y], st)
	}
	if s.top > 0 {
		a.Right(a.W-2, 0, 2, "↑", t.Key)
	}
	if s.top+s.rows < s.n {
		a.Right(a.W-2, a.H-1, 2, "↓", t.Key)
	}
}
