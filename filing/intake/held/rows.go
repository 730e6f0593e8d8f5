package held

import (
	"io"
	"slices"

	"yice/filing/intake/sheet"
)

// openBlock is a merged block some of whose rows are still to come. cell is the number of its first cell, -1 where that
// shows nothing.
type openBlock struct {
	sheet.Block
	cell int
}

// rows goes through a sheet from the top.
type rows struct {
	s     *Sheet
	next  int // cell
	block int // not yet begun
	open  []openBlock
	row   sheet.Row
}

// Rows begins to read the sheet from the top. Nothing may be put into the sheet afterwards.
func (s *Sheet) Rows() sheet.Rows {
	s.sort()
	return &rows{s: s}
}

func (r *rows) Close() error { return nil }

func (r *rows) Next() (sheet.Row, error) {
	for r.next < len(r.s.cells) {
		number := int(r.s.cells[r.next].row)
		first := r.next
		for r.next < len(r.s.cells) && int(r.s.cells[r.next].row) == number {
			r.next++
		}
		if err := r.begin(number, first); err != nil {
			return sheet.Row{}, err
		}
		r.row.Number, r.row.Hidden = number, r.s.hidden[number]
		r.row.Cells, r.row.Notes = r.row.Cells[:0], r.row.Notes[:0]
		if r.own(number, first) {
			r.fill(number)
			return r.row, nil
		}
	}
	return sheet.Row{}, io.EOF
}

// reach makes the row long enough for a column.
func (r *rows) reach(col int) {
	for len(r.row.Cells) <= col {
		r.row.Cells = append(r.row.Cells, nil)
	}
}

// begin opens the blocks that reach into a row and lets go of those that ended. Blocks do not overlap, so that no more are
// open than there are columns; a file that says otherwise is not believed.
func (r *rows) begin(number, first int) error {
	r.open = slices.DeleteFunc(r.open, func(o openBlock) bool { return o.Bottom < number })
	for ; r.block < len(r.s.blocks) && r.s.blocks[r.block].Top <= number; r.block++ {
		o := openBlock{r.s.blocks[r.block], -1}
		if o.Bottom < number {
			continue
		}
		for i := first; o.Top == number && i < r.next; i++ {
			if int(r.s.cells[i].col) == o.Left {
				o.cell = i // of two for one place the later stands
			}
		}
		if len(r.open) >= sheet.MaxColumns {
			return Limit()
		}
		r.open = append(r.open, o)
	}
	return nil
}

// own puts the row's own cells in their places, and what is to be said of them. What lies beneath a merged block is not
// seen: programs that fill every cell before they merge would have an amount counted once a row. It reports whether the
// row has a cell of its own.
func (r *rows) own(number, first int) bool {
	any := false
	for i := first; i < r.next; i++ {
		c := r.s.cells[i]
		if i+1 < r.next && r.s.cells[i+1].col == c.col || r.beneath(number, int(c.col)) {
			continue
		}
		any = true
		r.reach(int(c.col))
		r.row.Cells[c.col] = r.s.at(c.shown)
		if c.formula {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: int(c.col), Kind: sheet.Formula})
		}
		if c.struck {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: int(c.col), Kind: sheet.Struck})
		}
		if c.exact.n > 0 {
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: int(c.col), Kind: sheet.Rounded, Exact: r.s.at(c.exact)})
		}
	}
	return any
}

// beneath reports whether a place is covered by an open block, its first cell apart.
func (r *rows) beneath(number, col int) bool {
	for _, o := range r.open {
		if col >= o.Left && col <= o.Right && (number != o.Top || col != o.Left) {
			return true
		}
	}
	return false
}

// fill puts the texts of open blocks into the row, and notes where their figures are meant.
func (r *rows) fill(number int) {
	noted := len(r.row.Notes)
	for _, o := range r.open {
		switch {
		case o.cell < 0:
		case r.s.cells[o.cell].kind == Figure:
			for col := o.Left; col <= o.Right; col++ {
				if col != o.Left || number != o.Top {
					r.row.Notes = append(r.row.Notes, sheet.Note{Col: col, Kind: sheet.Covered, Up: number - o.Top})
				}
			}
		case number != o.Top:
			r.reach(o.Left)
			r.row.Cells[o.Left] = r.s.at(r.s.cells[o.cell].shown)
			r.row.Notes = append(r.row.Notes, sheet.Note{Col: o.Left, Kind: sheet.Filled, Up: number - o.Top})
		}
	}
	if len(r.row.Notes) > noted {
		slices.SortStableFunc(r.row.Notes, func(a, b sheet.Note) int { return a.Col - b.Col })
	}
}
