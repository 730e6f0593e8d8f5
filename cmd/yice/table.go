package main

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// table lays cells out in columns by their width on the screen. It is used for everything that is printed in columns.
type table struct {
	right  []bool // columns that are figures
	indent string
	rows   [][]string
}

// columns makes a table; a letter a column: l for words, r for figures.
func columns(alignment string) *table {
	t := &table{}
	for _, a := range alignment {
		t.right = append(t.right, a == 'r')
	}
	return t
}

func (t *table) row(cells ...string) {
	clean := make([]string, len(cells))
	for i, c := range cells {
		clean[i] = oneLine(c)
	}
	t.rows = append(t.rows, clean)
}

// String draws the rows, two cells between columns, nothing behind the last word.
func (t *table) String() string {
	widths := make([]int, len(t.right))
	for _, row := range t.rows {
		for i, c := range row {
			widths[i] = max(widths[i], ansi.StringWidth(c))
		}
	}
	var b strings.Builder
	for _, row := range t.rows {
		var line strings.Builder
		line.WriteString(t.indent)
		for i, c := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			gap := strings.Repeat(" ", widths[i]-ansi.StringWidth(c))
			if t.right[i] {
				line.WriteString(gap + c)
			} else {
				line.WriteString(c + gap)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// short cuts what would push the columns off the screen; JSON has all of it.
func short(s string) string { return ansi.Truncate(oneLine(s), 48, "…") }
