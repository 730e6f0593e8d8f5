// Package held keeps the cells of one sheet in little memory and gives them back as the rows of package sheet: sorted,
// with the texts of merged blocks in each of their rows and notes where a merged figure is meant.
//
// The containers that cannot be read row by row without holding something (a BIFF sheet names its merged blocks behind its
// cells, a page of HTML nests its tables, one stream of ODS has all sheets) put their cells here. It must never hold more
// than its limits, whatever a file says of itself. Start with [Sheet].
package held

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"yice/filing/intake/sheet"
	"yice/internal/inorder"
	"yice/text"
)

// Limits of a sheet that is held.
const (
	MaxRow    = 1_048_576 // the last row of a workbook's sheet, from 1
	maxCells  = 1 << 24
	maxText   = 256 << 20
	maxBlocks = 200_000
)

// Kind is what a cell holds, as far as merged blocks care: a text stands for each row of its block, a figure does not.
type Kind uint8

const (
	Text Kind = iota
	Figure
)

// Ref is a text that a sheet holds; it may stand in many cells.
type Ref struct{ from, n uint32 }

// Cell is what is put into a sheet.
type Cell struct {
	Row, Col int // the row from 1, the column from 0
	Kind     Kind
	Formula  bool
	Struck   bool // crossed out
	Exact    Ref  // of a figure that shows fewer digits than it has
}

// cell is a cell as it is kept: 24 bytes.
type cell struct {
	row     uint32
	col     uint16
	kind    Kind
	formula bool
	struck  bool
	shown   Ref
	exact   Ref
}

// Sheet holds the cells of one sheet. Cells may come in any order; of two for one place the later stands.
type Sheet struct {
	texts  []byte
	cells  []cell
	blocks []sheet.Block
	hidden map[int]bool
	sorted bool
}

// Limit is the fault of a file that holds more than may be held.
func Limit() error {
	return &text.Fault{Code: "filing.workbook-limits", Class: text.Cannot, Say: text.FilingWorkbookLimits}
}

// Keep holds a text, to be put into cells. It has no NUL in it, but where it begins with the mark of damage.
func (s *Sheet) Keep(b []byte) (Ref, error) {
	if len(b) > sheet.MaxCellRunes && utf8.RuneCount(b) > sheet.MaxCellRunes || len(s.texts)+len(b) > maxText {
		return Ref{}, Limit()
	}
	from := len(s.texts)
	s.texts = append(s.texts, b...)
	return Ref{uint32(from), uint32(len(b))}, nil
}

// Put adds a cell that shows a text held before; one that shows nothing is no cell.
func (s *Sheet) Put(c Cell, shown Ref) error {
	switch {
	case shown.n == 0:
		return nil
	case c.Row < 1 || c.Row > MaxRow || len(s.cells) >= maxCells:
		return Limit()
	case c.Col < 0 || c.Col >= sheet.MaxColumns:
		return &text.Fault{Code: "filing.row-too-large", Class: text.Cannot, Say: text.FilingWorkbookColumns.With(c.Row, sheet.MaxColumns)}
	}
	s.sorted = false
	s.cells = append(s.cells, cell{uint32(c.Row), uint16(c.Col), c.Kind, c.Formula, c.Struck, shown, c.Exact})
	return nil
}

// Add holds a text and puts it into a cell.
func (s *Sheet) Add(c Cell, shown []byte) error {
	if len(shown) == 0 {
		return nil
	}
	ref, err := s.Keep(shown)
	if err != nil {
		return err
	}
	return s.Put(c, ref)
}

// Merge adds a merged block.
func (s *Sheet) Merge(b sheet.Block) error {
	if b.Top < 1 || b.Left < 0 || b.Bottom < b.Top || b.Right < b.Left || b.Top == b.Bottom && b.Left == b.Right || b.Left >= sheet.MaxColumns {
		return nil
	}
	if len(s.blocks) >= maxBlocks {
		return Limit()
	}
	b.Right, b.Bottom = min(b.Right, sheet.MaxColumns-1), min(b.Bottom, MaxRow)
	s.sorted = false
	s.blocks = append(s.blocks, b)
	return nil
}

// Hide marks a row as one its reader does not see.
func (s *Sheet) Hide(row int) error {
	if s.hidden == nil {
		s.hidden = make(map[int]bool)
	}
	if len(s.hidden) > MaxRow {
		return Limit()
	}
	s.hidden[row] = true
	return nil
}

// Cells gives how many cells are held.
func (s *Sheet) Cells() int { return len(s.cells) }

// sort puts cells and blocks in the order of rows.
func (s *Sheet) sort() {
	if s.sorted {
		return
	}
	byPlace := func(a, b cell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) }
	if !slices.IsSortedFunc(s.cells, byPlace) {
		slices.SortStableFunc(s.cells, byPlace)
	}
	inorder.Sort(s.blocks, func(a, b sheet.Block) int { return cmp.Or(a.Top-b.Top, a.Left-b.Left) })
	s.sorted = true
}

func (s *Sheet) at(r Ref) []byte { return s.texts[r.from : r.from+r.n : r.from+r.n] }

// Blocks gives the merged blocks that begin in the first rows, from top to bottom, as [sheet.Merged] has it.
func (s *Sheet) Blocks() []sheet.Block {
	s.sort()
	end, _ := slices.BinarySearchFunc(s.blocks, sheet.BlockRows+1, func(b sheet.Block, row int) int { return b.Top - row })
	return slices.Clone(s.blocks[:end])
}

// Down moves all that is held n rows down.
func (s *Sheet) Down(n int) error {
	for i := range s.cells {
		if s.cells[i].row += uint32(n); s.cells[i].row > MaxRow {
			return Limit()
		}
	}
	for i := range s.blocks {
		s.blocks[i].Top, s.blocks[i].Bottom = s.blocks[i].Top+n, s.blocks[i].Bottom+n
	}
	hidden := make(map[int]bool, len(s.hidden))
	for row := range s.hidden {
		hidden[row+n] = true
	}
	s.hidden, s.sorted = hidden, false
	return nil
}
