package lineedit

import "yice/tui/paint"

// Look is how a field is drawn.
type Look struct {
	Text, Mark paint.Style // the ground of the field, and of what is selected
	Right      bool        // figures: the text keeps to the right edge while it fits
}

// Draw draws the field into the first row of an area and gives the caret's cell in it. One cell is kept free for a caret
// behind the last character.
func (e *Editor) Draw(a paint.Area, look Look) (caret int) {
	a = a.Rows(0, 1)
	a.Fill(look.Text)
	e.scroll(a.W)
	x := 0
	if look.Right && e.off == 0 {
		if free := a.W - 1 - e.cells(0, len(e.text)); free > 0 {
			x = free
		}
	}
	e.from = x
	from, to := e.span()
	caret = -1
	for i := e.off; i < len(e.text) && x < a.W; i++ {
		if i == e.caret {
			caret = x
		}
		st := look.Text
		if i >= from && i < to {
			st = look.Mark
		}
		c := e.text[i]
		if x+c.Width > a.W {
			break
		}
		a.Text(x, 0, c.Text, st)
		x += c.Width
	}
	if caret < 0 {
		caret = min(x, max(a.W-1, 0))
	}
	return caret
}

// Point puts the caret before the character in a cell of the field as drawn last, or behind the text; extend selects from where it
// stood.
func (e *Editor) Point(cell int, extend bool) {
	i, x := e.off, e.from
	for i < len(e.text) && x+(e.text[i].Width+1)/2 <= cell {
		x += e.text[i].Width
		i++
	}
	e.undo.pause()
	if e.caret = i; !extend {
		e.mark = i
	}
}

// cells is the width of a run of characters.
func (e *Editor) cells(from, to int) int {
	w := 0
	for _, c := range e.text[from:to] {
		w += c.Width
	}
	return w
}

// scroll moves the first character shown so that the caret, and the character under it, are in w cells, and no room is
// wasted at the end.
func (e *Editor) scroll(w int) {
	e.off = min(e.off, e.caret)
	need := 1
	if e.caret < len(e.text) {
		need = e.text[e.caret].Width
	}
	for e.off < e.caret && e.cells(e.off, e.caret)+need > w {
		e.off++
	}
	for e.off > 0 && e.cells(e.off-1, len(e.text))+1 <= w {
		e.off--
	}
}
