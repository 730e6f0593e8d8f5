// Package sheettest writes what a container gives as text, for tests to compare.
package sheettest

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"yice/filing/intake/sheet"
)

// Text gives a sheet as text, a line a row: "3h: 甲|1234.50~1234.5042" is row 3, hidden, with a figure that shows fewer
// digits than it has. = marks a formula, × what is crossed out, ^2 a place whose merged figure stands two rows above, ! a damaged cell.
func Text(t testing.TB, b sheet.Book, n int) string {
	t.Helper()
	out, err := Read(b, n)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Read gives a sheet as [Text] does, up to the error that ends it.
func Read(b sheet.Book, n int) (string, error) {
	r, err := b.Rows(n)
	if err != nil {
		return "", err
	}
	defer r.Close()
	var out strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return out.String(), err
		}
		fmt.Fprint(&out, row.Number)
		if row.Hidden {
			out.WriteByte('h')
		}
		out.WriteString(": ")
		width := len(row.Cells)
		for _, note := range row.Notes {
			width = max(width, note.Col+1)
		}
		for col := range width {
			if col > 0 {
				out.WriteByte('|')
			}
			cell := ""
			if col < len(row.Cells) {
				cell = string(row.Cells[col])
			}
			cell, damaged := strings.CutPrefix(cell, sheet.Damage)
			if damaged {
				cell = "!" + cell
			}
			out.WriteString(strings.ReplaceAll(cell, "\n", "⏎"))
			writeNotes(&out, row.Notes, col)
		}
		out.WriteByte('\n')
	}
}

func writeNotes(out *strings.Builder, notes []sheet.Note, col int) {
	for _, n := range notes {
		if n.Col != col {
			continue
		}
		switch n.Kind {
		case sheet.Rounded:
			out.WriteByte('~')
			out.Write(n.Exact)
		case sheet.Covered:
			out.WriteString("^" + strconv.Itoa(n.Up))
		case sheet.Formula:
			out.WriteByte('=')
		case sheet.Struck:
			out.WriteString("×")
		}
	}
}
