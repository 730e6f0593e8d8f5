package intake

import (
	"crypto/sha256"
	"hash"

	"yice/filing/intake/sheet"
	"yice/text"
)

// blocks remembers what stood between the headers of a table: a page that is there twice was pasted twice.
type blocks struct {
	sum   hash.Hash
	first int
	lines int
	seen  map[[sha256.Size]byte]int // the first row of each block
}

// take adds a line to the block under way.
func (b *blocks) take(row sheet.Row) {
	if b.seen == nil && b.lines > pageLines {
		return // no header came again within what a page may hold: a table of one block, whose lines are not worth hashing
	}
	if b.sum == nil {
		b.sum = sha256.New()
	}
	if b.lines == 0 {
		b.first = row.Number
	}
	b.lines++
	for _, c := range row.Cells {
		b.sum.Write(c)
		b.sum.Write(endOfCell)
	}
	b.sum.Write(endOfRow)
}

var endOfCell, endOfRow = []byte{0}, []byte{1}

// pageLines is how many lines may stand between two headers for the lines to be compared.
const pageLines = 100_000

// closeBlock ends a block at a header that comes again, or with the table.
func (s *sorter) closeBlock() {
	b := &s.blocks
	if b.lines == 0 || b.sum == nil {
		return
	}
	if b.seen == nil {
		b.seen = make(map[[sha256.Size]byte]int)
	}
	key := [sha256.Size]byte(b.sum.Sum(nil))
	if first, twice := b.seen[key]; twice && b.lines > 1 {
		s.acc.ask(Question{Code: "intake.twice", Sheet: s.sheet, Row: b.first, Say: text.IntakeTwice.With(b.first, b.lines, first)})
	} else if !twice && len(b.seen) < pageLines {
		b.seen[key] = b.first
	}
	b.sum.Reset()
	b.lines = 0
}
