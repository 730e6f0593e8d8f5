package grid

import (
	"slices"
	"strings"
	"testing"
)

// A pasted block is cut into cells within its bounds, and what its cells are written as is cut into the same cells.
func FuzzPaste(f *testing.F) {
	for _, s := range []string{"a\tb\r\nc", "\"a\tb\"\t\"c\"\"d\"\n", "\"", "\"\n\"a", "a\t\n\t", "\r\r", "", strings.Repeat("\t", pasteMaxCells)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		rows, _ := split(s)
		if len(rows) > pasteMaxRows {
			t.Fatalf("%d rows", len(rows))
		}
		var b strings.Builder
		for i, row := range rows {
			if len(row) == 0 || len(row) > pasteMaxCells {
				t.Fatalf("%d cells in a row", len(row))
			}
			if i > 0 {
				b.WriteByte('\n')
			}
			for k, cell := range row {
				if k > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(quote(cell))
			}
		}
		again, _ := split(b.String())
		if got, want := full(again), full(rows); !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Fatalf("%q is cut into %q, and those into %q", s, want, got)
		}
	})
}

// full leaves out the empty rows at the end, which are no rows.
func full(rows [][]string) [][]string {
	for len(rows) > 0 && len(rows[len(rows)-1]) == 1 && rows[len(rows)-1][0] == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}
