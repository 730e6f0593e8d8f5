package rooms_test

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"testing"

	"yice/filing/intake/sheet"
)

// counting gives rows made of their numbers, in memory that it uses again, and ends with an error.
type counting struct {
	n, most int
	end     error
	cells   [][]byte
	notes   []sheet.Note
	closed  bool
}

func (c *counting) Next() (sheet.Row, error) {
	if c.closed {
		panic("read after it was closed")
	}
	if c.n++; c.n > c.most {
		return sheet.Row{Number: c.n}, c.end
	}
	for _, b := range c.cells { // what was handed over before holds no longer
		for i := range b {
			b[i] = '?'
		}
	}
	c.cells, c.notes = c.cells[:0], c.notes[:0]
	for i := range c.n % 5 {
		c.cells = append(c.cells, fmt.Appendf(nil, "%d/%d", c.n, i))
		if c.n%3 == 0 {
			c.notes = append(c.notes, sheet.Note{Col: i, Kind: sheet.Rounded, Exact: c.cells[i]})
		}
	}
	return sheet.Row{Number: c.n, Cells: c.cells, Notes: c.notes, Hidden: c.n%7 == 0}, nil
}

func (c *counting) Close() error { c.closed = true; return nil }

// Rows that are read ahead are those that are read, whatever their number, with what hangs on them, and end as they end.
func TestAheadIsAsItWas(t *testing.T) {
	broken := errors.New("broken")
	for _, most := range []int{0, 1, 1023, 1024, 1025, 1151, 1152, 1153, 5000} {
		for _, end := range []error{io.EOF, broken} {
			is, was := sheet.Ahead(&counting{most: most, end: end}), &counting{most: most, end: end}
			for {
				want, wrong := was.Next()
				got, err := is.Next()
				if !errors.Is(err, wrong) || got.Number != want.Number || got.Hidden != want.Hidden || len(got.Cells) != len(want.Cells) || len(got.Notes) != len(want.Notes) {
					t.Fatalf("%d rows: %+v, %v, not %+v, %v", most, got, err, want, wrong)
				}
				for i := range want.Cells {
					if string(got.Cells[i]) != string(want.Cells[i]) {
						t.Fatalf("row %d: %s", want.Number, got.Cells)
					}
				}
				for i := range want.Notes {
					if !reflect.DeepEqual(got.Notes[i], want.Notes[i]) {
						t.Fatalf("row %d: %+v", want.Number, got.Notes)
					}
				}
				if err == nil {
					continue
				}
				if _, again := is.Next(); !errors.Is(again, end) {
					t.Fatal("it goes on after its end:", again)
				}
				break
			}
			if err := is.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Whoever has seen enough closes, wherever that is: nobody reads any more.
func TestAheadCanBeLeft(t *testing.T) {
	for _, at := range []int{0, 1, 1024, 1025, 1300, 4000} {
		from := &counting{most: 4000, end: io.EOF}
		rows := sheet.Ahead(from)
		for range at {
			if _, err := rows.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil || !from.closed {
			t.Fatal(at, err)
		}
		if err := rows.Close(); err != nil {
			t.Fatal("closed twice:", err)
		}
	}
}
