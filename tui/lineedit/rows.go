package lineedit

import (
	"strings"
	"unicode/utf8"

	"yice/tui/paint"
)

// layout is how an editor of several lines was drawn last: the keys that move by rows go by it.
type layout struct {
	w, h int // of the text, in cells and rows
	top  int // first row shown
	held bool
	goal int  // while held: the cell that moving up and down keeps to
	late bool // the caret stands behind the last character of its row, not before the first of the next
}

// usual is the layout before anything was drawn.
var usual = layout{w: 60, h: 8}

// row is the characters from…to-1; where it is hard the last of them is a line break.
type row struct {
	from, to int
	hard     bool
}

// end is the last place of a caret in the row.
func (r row) end() int {
	if r.hard {
		return r.to - 1
	}
	return r.to
}

func isBreak(c paint.Cluster) bool { return c.Text == "\n" }

// rows breaks the text into rows of w cells: at its line breaks, and where a reader would. Blanks behind a broken row
// hang over the edge, so that no row begins with one.
func (e *Editor) rows(w int) []row {
	var out []row
	n := len(e.text)
	for from := 0; ; {
		end, used := from, 0
		for end < n && !isBreak(e.text[end]) && used+e.text[end].Width <= w {
			used += e.text[end].Width
			end++
		}
		if end < n && !isBreak(e.text[end]) {
			end = from + paint.BreakAt(e.text[from:], end-from)
			for end < n && e.text[end].Text == " " {
				end++
			}
		}
		switch {
		case end < n && isBreak(e.text[end]):
			out = append(out, row{from, end + 1, true})
			from = end + 1
		case end == n:
			return append(out, row{from, n, false})
		default:
			out = append(out, row{from, end, false})
			from = end
		}
	}
}

// rowOf finds the caret's row.
func (e *Editor) rowOf(rows []row, late bool) int {
	for k, r := range rows {
		if e.caret < r.to || k == len(rows)-1 {
			if late && k > 0 && e.caret == r.from && !rows[k-1].hard {
				return k - 1
			}
			return k
		}
	}
	return 0
}

// cellOf is the cell of a place in its row; the blanks that hang over the edge all end there.
func (e *Editor) cellOf(r row, at int) int { return min(e.cells(r.from, at), e.lay.w) }

// placeIn is the place in a row that stands in a cell, or before it.
func (e *Editor) placeIn(r row, cell int) int {
	i, x := r.from, 0
	for i < r.end() && x+e.text[i].Width <= cell {
		x += e.text[i].Width
		i++
	}
	return i
}

// rowTarget says where a key that moves by rows leads.
func (e *Editor) rowTarget(key string, was layout) (target int, ok bool) {
	if !e.breaks {
		return 0, false
	}
	rows := e.rows(e.lay.w)
	k := e.rowOf(rows, was.late)
	to := k
	switch key {
	case "up", "ctrl+up":
		to--
	case "down", "ctrl+down":
		to++
	case "pgup":
		to -= max(e.lay.h-1, 1)
	case "pgdown":
		to += max(e.lay.h-1, 1)
	case "home":
		return rows[k].from, true
	case "end":
		e.lay.late = !rows[k].hard && k < len(rows)-1
		return rows[k].end(), true
	case "ctrl+home":
		return 0, true
	case "ctrl+end":
		return len(e.text), true
	default:
		return 0, false
	}
	goal := was.goal
	if !was.held {
		goal = e.cellOf(rows[k], e.caret)
	}
	e.lay.held, e.lay.goal = true, goal
	// Beyond the first row and the last one there is still the beginning and the end.
	switch {
	case to < 0 && k == 0:
		return 0, true
	case to >= len(rows) && k == len(rows)-1:
		return len(e.text), true
	}
	to = max(0, min(to, len(rows)-1))
	target = e.placeIn(rows[to], goal)
	e.lay.late = target == rows[to].to && !rows[to].hard && to < len(rows)-1
	return target, true
}

// line gives the line the caret stands in, without its break.
func (e *Editor) line() (from, to int) {
	from, to = e.caret, e.caret
	for from > 0 && !isBreak(e.text[from-1]) {
		from--
	}
	for to < len(e.text) && !isBreak(e.text[to]) {
		to++
	}
	return from, to
}

// newLine reports the keys that begin a new line in a field of several. Ctrl+N reaches every terminal; the others are
// what people try, where the terminal can tell them from Enter.
func newLine(key string) bool {
	switch key {
	case "ctrl+n", "alt+enter", "shift+enter", "ctrl+enter", "ctrl+j":
		return true
	}
	return false
}

// DrawRows draws a field of several lines into the rows of an area and gives the caret's cell in it. The last column is
// kept for a caret behind the last character of a full row.
func (e *Editor) DrawRows(a paint.Area, look Look) (x, y int) {
	a.Fill(look.Text)
	e.lay.w, e.lay.h = max(a.W-1, 2), max(a.H, 1)
	rows := e.rows(e.lay.w)
	k := e.rowOf(rows, e.lay.late)
	e.lay.top = max(min(e.lay.top, k), k-e.lay.h+1)
	e.lay.top = max(min(e.lay.top, len(rows)-e.lay.h), 0)
	for y := range min(e.lay.h, len(rows)-e.lay.top) {
		e.drawRow(a.Rows(y, 1), rows[e.lay.top+y], look)
	}
	return e.cellOf(rows[k], e.caret), k - e.lay.top
}

// drawRow draws one row; a selected line break is a selected blank.
func (e *Editor) drawRow(a paint.Area, r row, look Look) {
	from, to := e.span()
	x := 0
	for i := r.from; i < r.to; i++ {
		c, st := e.text[i], look.Text
		if i >= from && i < to {
			st = look.Mark
		}
		if isBreak(c) {
			c = paint.Cluster{Text: " ", Width: 1}
		}
		if x+c.Width > a.W {
			return
		}
		a.Text(x, 0, c.Text, st)
		x += c.Width
	}
}

// Place tells which row the caret is in, how many there are and which are on the screen, as drawn last.
type Place struct{ Row, Rows, First, Shown int }

// Where gives the Place of the caret.
func (e *Editor) Where() Place {
	rows := e.rows(e.lay.w)
	return Place{e.rowOf(rows, e.lay.late), len(rows), e.lay.top, min(e.lay.h, len(rows)-e.lay.top)}
}

// Length is how many characters, as forms count them, the field holds.
func (e *Editor) Length() int { return utf8.RuneCountInString(strings.TrimSpace(e.Text())) }
