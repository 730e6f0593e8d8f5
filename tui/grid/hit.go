package grid

// Hit says what lies at a place of the area last drawn into: a cell, a heading, a row number. A place below the last row is none.
type Hit struct {
	Pos
	Head   bool // the heading of the column
	Number bool // the number of the row
}

// At finds what lies in a cell of the area last drawn into, counted from its corner.
func (g *Grid) At(x, y int) (h Hit, ok bool) {
	h.Pos = Pos{g.top + y - 2, -1}
	for _, s := range g.spans {
		if x >= s.x-1 && x < s.x+s.w {
			h.Col = s.col
		}
	}
	switch {
	case y < 2:
		h.Head = true
		return h, h.Col >= 0
	case h.Row >= g.Rows():
		return h, false
	case h.Col < 0:
		h.Number, h.Col = true, g.cur.Col
		return h, x < g.gutter()
	}
	return h, true
}

// Point moves the cursor to a cell; extend makes the selection follow. It ends keying row by row.
func (g *Grid) Point(p Pos, extend bool) {
	g.keying = false
	g.moveTo(p, extend)
}
