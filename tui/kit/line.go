package kit

import "yice/tui/paint"

// Piece is a styled bit of a line. It is no type of its own, so that a line is written as it reads: {{"得分 ", faint}, {"82.16", strong}}.
type Piece = struct {
	S  string
	St paint.Style
}

// Line is what is drawn in a row, bit by bit.
type Line []Piece

// Width is the room it takes, in cells.
func (l Line) Width() int {
	w := 0
	for _, p := range l {
		w += paint.Width(p.S)
	}
	return w
}

// Draw draws it from a cell on and gives the cell behind it.
func (l Line) Draw(a paint.Area, x, y int) int {
	for _, p := range l {
		x = a.Text(x, y, p.S, p.St)
	}
	return x
}

// WidthOf is the room of several parts, two blanks between them.
func WidthOf(parts []Line) int {
	w := max(0, 2*(len(parts)-1))
	for _, p := range parts {
		w += p.Width()
	}
	return w
}

// Within gives what adds pieces to the line behind a gap, all of them or, where they do not fit, none.
func (l *Line) Within(w int) func(gap string, more ...Piece) {
	return func(gap string, more ...Piece) {
		more[0].S = gap + more[0].S
		if l.Width()+Line(more).Width() <= w {
			*l = append(*l, more...)
		}
	}
}
