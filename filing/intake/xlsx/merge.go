package xlsx

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"

	"yice/filing/intake/sheet"
	"yice/internal/inorder"
	"yice/text"
)

// merges are the merged blocks of a sheet. A text in one stands for each of its rows; a figure does not: an amount over
// three lines is one amount.
type merges struct {
	blocks []sheet.Block // by their first row
	next   int           // the first that is not begun
	open   []openBlock
}

// openBlock is a block some of whose rows are still to come.
type openBlock struct {
	sheet.Block
	text   []byte // of its first cell
	figure bool
	filled bool
}

// readMerges goes through a sheet for its merged blocks, which stand behind its rows.
func (b *Book) readMerges(part string) (*merges, error) {
	r, err := b.stream(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	m := &merges{}
	rest, err := seekMerges(r)
	if err != nil {
		return nil, err
	}
	x := newScanner(rest)
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if name, closing := x.name(); closing || string(name) != "mergeCell" {
			continue
		}
		block, ok := parseBlock(x.attr("ref"))
		if ok && block.Left < sheet.MaxColumns && (block.Left < block.Right || block.Top < block.Bottom) {
			block.Right = min(block.Right, sheet.MaxColumns-1)
			m.blocks = append(m.blocks, block)
		}
		if len(m.blocks) > maxMerges {
			return nil, refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
	}
	inorder.Sort(m.blocks, func(a, b sheet.Block) int { return cmp.Or(a.Top-b.Top, a.Left-b.Left) })
	return m, nil
}

// parseBlock reads a reference such as A1:C3.
func parseBlock(ref []byte) (b sheet.Block, ok bool) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return b, false
	}
	var top, bottom []byte
	b.Left, top = column(from)
	b.Right, bottom = column(to)
	var err1, err2 error
	b.Top, err1 = strconv.Atoi(string(bytes.TrimPrefix(top, []byte("$"))))
	b.Bottom, err2 = strconv.Atoi(string(bytes.TrimPrefix(bottom, []byte("$"))))
	return b, err1 == nil && err2 == nil && b.Left >= 0 && b.Right >= b.Left && b.Top >= 1 && b.Bottom >= b.Top && b.Bottom <= maxRows
}

// seekMerges passes over the rows, which are most of a sheet, without taking them apart. It gives what begins at the list
// of blocks, nothing where there is none.
func seekMerges(r io.Reader) (io.Reader, error) {
	list := []byte("mergeCells")
	buf := make([]byte, 256<<10)
	kept := 0
	for {
		n, err := r.Read(buf[kept:])
		if i := bytes.Index(buf[:kept+n], list); i >= 0 {
			return io.MultiReader(bytes.NewReader([]byte("<")), bytes.NewReader(bytes.Clone(buf[i:kept+n])), r), nil
		}
		switch {
		case errors.Is(err, io.EOF):
			return bytes.NewReader(nil), nil
		case err != nil:
			return nil, err
		}
		total := kept + n
		kept = min(total, len(list)-1)
		copy(buf, buf[total-kept:total])
	}
}

// Blocks gives the merged blocks among the first rows of a sheet.
func (b *Book) Blocks(n int) ([]sheet.Block, error) {
	m, err := b.mergesOf(n)
	if err != nil {
		return nil, err
	}
	end, _ := slices.BinarySearchFunc(m.blocks, sheet.BlockRows+1, func(b sheet.Block, row int) int { return b.Top - row })
	return slices.Clone(m.blocks[:end]), nil
}

// mergesOf gives the merged blocks of a sheet, to be gone through from the top.
func (b *Book) mergesOf(n int) (*merges, error) {
	p := &b.sheets[n]
	if p.merges == nil {
		m, err := b.readMerges(p.part)
		if err != nil {
			return nil, asFault(err)
		}
		p.merges = m
	}
	return &merges{blocks: p.merges.blocks}, nil
}

// begin opens the blocks that reach into a row and lets go of those that ended. Blocks do not overlap, so that no more are
// open than there are columns; a file that says otherwise is not believed.
func (m *merges) begin(row int) error {
	if len(m.open) > 0 {
		m.open = slices.DeleteFunc(m.open, func(o openBlock) bool { return o.Bottom < row })
	}
	for ; m.next < len(m.blocks) && m.blocks[m.next].Top <= row; m.next++ {
		if m.blocks[m.next].Bottom < row {
			continue
		}
		if len(m.open) >= sheet.MaxColumns {
			return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
		m.open = append(m.open, openBlock{Block: m.blocks[m.next]})
	}
	return nil
}

// beneath reports whether a place lies under a block, its first cell apart: nobody sees what stands there, and programs
// that fill every cell before they merge would have an amount counted once a row.
func (m *merges) beneath(row, col int) bool {
	for i := range m.open {
		o := &m.open[i]
		if col >= o.Left && col <= o.Right && (row != o.Top || col != o.Left) {
			return true
		}
	}
	return false
}

// saw remembers what a block's first cell shows.
func (m *merges) saw(row, col int, shown []byte, figure bool) {
	for i := range m.open {
		if o := &m.open[i]; o.Top == row && o.Left == col {
			o.text, o.figure, o.filled = slices.Clone(shown), figure, true
		}
	}
}

// into puts the texts of open blocks into a row that has a cell, and notes where their figures are meant.
func (m *merges) into(row *sheet.Row) {
	noted := len(row.Notes)
	for i := range m.open {
		o := &m.open[i]
		switch {
		case !o.filled:
		case o.figure:
			for col := o.Left; col <= o.Right; col++ {
				if col != o.Left || row.Number != o.Top {
					row.Notes = append(row.Notes, sheet.Note{Col: col, Kind: sheet.Covered, Up: row.Number - o.Top})
				}
			}
		case row.Number != o.Top:
			for len(row.Cells) <= o.Left {
				row.Cells = append(row.Cells, nil)
			}
			row.Cells[o.Left] = o.text
			row.Notes = append(row.Notes, sheet.Note{Col: o.Left, Kind: sheet.Filled, Up: row.Number - o.Top})
		}
	}
	if len(row.Notes) > noted {
		slices.SortStableFunc(row.Notes, func(a, b sheet.Note) int { return a.Col - b.Col })
	}
}
