package sheet

import (
	"bytes"
	"runtime"
)

// Sizes of a reading ahead: of the first rows there is none, so that a short table costs no more than it did.
const (
	aheadAfter   = 1024 // rows
	aheadRows    = 128  // handed over at a time
	aheadBatches = 4    // made in all: one is filled, one is looked at, the others wait
)

// Ahead reads the rows of a long sheet while those before them are understood: to take a workbook apart is as much work as to understand it.
// What it hands over is as the rows were, in their order, and good as long.
func Ahead(rows Rows) Rows {
	if runtime.GOMAXPROCS(0) < 2 {
		return rows
	}
	return &ahead{rows: rows}
}

// ahead is a reading ahead. Once it runs, only its goroutine touches the rows.
type ahead struct {
	rows   Rows
	read   int // rows, before it ran
	full   chan *batch
	used   chan *batch // batches to be filled again; closed to end the reading
	now    *batch
	at     int
	closed bool
}

// batch is rows with all that hangs on them.
type batch struct {
	rows   []Row
	widths []width
	bytes  []byte // of all cells
	ends   []int  // of each within bytes
	cells  [][]byte
	notes  []Note
	last   Row // with err
	err    error
}

// width is how many cells and notes a row has.
type width struct{ cells, notes int }

// Next is as of [Rows].
func (a *ahead) Next() (Row, error) {
	if a.full == nil {
		if a.read++; a.read <= aheadAfter {
			return a.rows.Next()
		}
		a.begin()
	}
	for a.now == nil || a.at == len(a.now.rows) {
		if a.now != nil {
			if a.now.err != nil {
				return a.now.last, a.now.err
			}
			a.used <- a.now
		}
		a.now, a.at = <-a.full, 0
	}
	a.at++
	return a.now.rows[a.at-1], nil
}

// begin starts the goroutine. Both channels hold every batch there is, so that nobody waits but for a batch.
func (a *ahead) begin() {
	a.full, a.used = make(chan *batch, aheadBatches), make(chan *batch, aheadBatches)
	for range aheadBatches {
		a.used <- new(batch)
	}
	go func() {
		defer close(a.full)
		for b := range a.used {
			b.fill(a.rows)
			a.full <- b
			if b.err != nil {
				return
			}
		}
	}()
}

// Close ends the reading, when the goroutine has left the rows.
func (a *ahead) Close() error {
	if a.full != nil && !a.closed {
		a.closed = true
		for waiting := true; waiting; {
			select {
			case <-a.used:
			default:
				waiting = false
			}
		}
		close(a.used)
		for range a.full { // until the goroutine has left
		}
	}
	return a.rows.Close()
}

// fill reads rows into the batch, until it is full or there are no more.
func (b *batch) fill(from Rows) {
	b.rows, b.widths, b.bytes, b.ends, b.notes = b.rows[:0], b.widths[:0], b.bytes[:0], b.ends[:0], b.notes[:0]
	for len(b.rows) < aheadRows {
		row, err := from.Next()
		if err != nil {
			b.last, b.err = Row{Number: row.Number}, err
			break
		}
		for _, c := range row.Cells {
			b.bytes = append(b.bytes, c...)
			b.ends = append(b.ends, len(b.bytes))
		}
		for _, n := range row.Notes {
			n.Exact = bytes.Clone(n.Exact)
			b.notes = append(b.notes, n)
		}
		b.widths = append(b.widths, width{len(row.Cells), len(row.Notes)})
		b.rows = append(b.rows, Row{Number: row.Number, Hidden: row.Hidden})
	}
	b.lay()
}

// lay gives the rows their cells and notes, once all of them stand where they stay.
func (b *batch) lay() {
	b.cells = b.cells[:0]
	from := 0
	for _, end := range b.ends {
		b.cells = append(b.cells, b.bytes[from:end:end])
		from = end
	}
	cells, notes := b.cells, b.notes
	for i, w := range b.widths {
		b.rows[i].Cells, cells = cells[:w.cells:w.cells], cells[w.cells:]
		b.rows[i].Notes, notes = notes[:w.notes:w.notes], notes[w.notes:]
	}
}
