package grid

import (
	"slices"

	"yice/form"
)

// Move moves the cursor; extend makes the selection follow. It ends keying row by row.
func (g *Grid) Move(rows, cols int, extend bool) {
	g.keying = false
	g.moveTo(Pos{g.cur.Row + rows, g.cur.Col + cols}, extend)
}

func (g *Grid) moveTo(p Pos, extend bool) {
	last := max(g.Rows()-1, 0)
	if extend {
		last = max(g.Len()-1, 0)
	}
	if r := g.Current(); r != nil && g.fresh[r.ID] != nil && clamp(p.Row, 0, last) != g.cur.Row {
		g.fresh[r.ID].left = true
	}
	g.cur.Row = clamp(p.Row, 0, last)
	g.cur.Col = clamp(p.Col, 0, len(g.shown)-1)
	if extend {
		g.wide = g.cur != g.anchor
	} else {
		g.Unselect()
	}
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }

// Page moves by screens, RowEnds to the first or last column, Ends to the first or last row.
func (g *Grid) PageBy(n int, extend bool) { g.Move(n*max(g.height-1, 1), 0, extend) }

func (g *Grid) RowEnds(last, extend bool) {
	c := 0
	if last {
		c = len(g.shown) - 1
	}
	g.Move(0, c-g.cur.Col, extend)
}

func (g *Grid) Ends(last, extend bool) {
	r := 0
	if last {
		r = max(g.Len()-1, 0)
	}
	g.Move(r-g.cur.Row, 0, extend)
}

// ToBlank stands on the empty line at the end, where a new row is keyed.
func (g *Grid) ToBlank() { g.moveTo(Pos{g.Len(), 0}, false) }

// Unselect leaves the current cell alone selected.
func (g *Grid) Unselect() { g.anchor, g.wide = g.cur, false }

// SelectRow selects every column of the rows selected; SelectColumn every row of the column.
func (g *Grid) SelectRow() {
	g.anchor.Col, g.cur.Col = 0, len(g.shown)-1
	g.wide = true
}

func (g *Grid) SelectColumn() {
	g.anchor.Row, g.cur.Row = 0, max(g.Len()-1, 0)
	g.wide = true
}

// Selection is the block of cells selected, both corners included; the current cell where there is no more.
func (g *Grid) Selection() (from, to Pos) {
	return Pos{min(g.cur.Row, g.anchor.Row), min(g.cur.Col, g.anchor.Col)}, Pos{max(g.cur.Row, g.anchor.Row), max(g.cur.Col, g.anchor.Col)}
}

// Wide reports whether more than the current cell is selected.
func (g *Grid) Wide() bool { return g.wide }

// applies reports whether a column applies to a row; on an empty line every column does.
func (g *Grid) applies(row, col int) bool {
	f := g.columnAt(col).Field
	r := g.Record(row)
	return f.Applies == nil || r == nil || f.Applies(r)
}

// Next moves on in the order of keying: the next column that applies, then the row below; on the last row a new one.
// Columns that are seldom filled are passed over, unless something is wrong there, and those of a new line that are as they were on
// the newest line of its kind; NextColumn stops at them too.
func (g *Grid) Next() {
	g.next(func(c int) bool { return !g.aside(g.cur.Row, c) && !g.passes(g.cur.Row, c) })
}

// NextColumn is Next with no column passed over that applies.
func (g *Grid) NextColumn() { g.next(func(int) bool { return true }) }

func (g *Grid) aside(row, col int) bool {
	f := g.columnAt(col).Field
	return f.Aside && !g.wrong(g.Record(row), f.ID)
}

// wrong reports that something is found at a field of a row.
func (g *Grid) wrong(r *form.Record, field string) bool {
	return slices.ContainsFunc(g.FindingsOf(r), func(x form.Finding) bool { return x.Field == field })
}

func (g *Grid) next(stop func(col int) bool) {
	g.keying = true
	for c := g.cur.Col + 1; c < len(g.shown); c++ {
		if g.applies(g.cur.Row, c) && stop(c) {
			g.moveTo(Pos{g.cur.Row, c}, false)
			return
		}
	}
	if g.cur.Row+1 >= g.Rows() {
		return
	}
	carry := g.cur.Row
	if r := g.Record(carry); r != nil && g.fresh[r.ID] != nil {
		g.learn(r)
	}
	g.moveTo(Pos{g.cur.Row + 1, 0}, false)
	if !g.OnBlank() {
		return
	}
	g.begin(carry)
	if d := g.draftAt(g.cur.Row); g.Form.Follows != nil {
		first := 0
		for first < len(g.shown)-1 && d.carried[g.columnAt(first).Index] {
			first++
		}
		g.moveTo(Pos{g.cur.Row, first}, false)
	}
}

// Previous moves back in the order of keying, and stops at what Next has passed but for columns that are seldom filled.
func (g *Grid) Previous() {
	for c := g.cur.Col - 1; c >= 0; c-- {
		if g.applies(g.cur.Row, c) && !g.aside(g.cur.Row, c) {
			g.moveTo(Pos{g.cur.Row, c}, false)
			return
		}
	}
	if g.cur.Row > 0 {
		g.moveTo(Pos{g.cur.Row - 1, len(g.shown) - 1}, false)
	}
}

// StopKeying lets Enter edit again.
func (g *Grid) StopKeying() { g.keying = false }

// Above is the text of the cell over the current one as files hold it, "" where there is none.
func (g *Grid) Above() string {
	if r := g.Record(g.cur.Row - 1); r != nil && g.cur.Row > 0 {
		return fileText(r, g.Column().Index)
	}
	return ""
}
