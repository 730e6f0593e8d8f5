package targets

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"yice/filing/intake/delimited"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/filing/intake/xlsx"
	"yice/text"
)

// Column is one that a table may have: the id by which its head names it, in whatever case, or one of the other words.
type Column struct {
	ID   string
	Also []string
	Must bool
}

// TableRow is a row of a table, with its cells in the order of the columns that were asked for; "" where the table has none.
type TableRow struct {
	Number int // as a spreadsheet counts
	Cells  []string
	Hidden bool
	// Rounded are cells that hold more digits than they show, by the place of their column: what they hold.
	Rounded map[int]string
}

// Table is what was read of a file.
type Table struct {
	Rows []TableRow
	// Left are heads of columns that nobody asked for.
	Left []string
}

// mostRows bounds a table.
const mostRows = 200_000

// ReadTable reads the first sheet of a CSV or XLSX file whose first row names the columns, in any order.
func ReadTable(path string, columns []Column) (*Table, error) {
	f, err := incoming.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var book sheet.Book
	if bytes.HasPrefix(f.Head, []byte("PK\x03\x04")) {
		book, err = xlsx.Open(f)
	} else {
		book, err = delimited.Open(f, delimited.Options{})
	}
	if err != nil {
		return nil, err
	}
	rows, err := book.Rows(0)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	t := &tableReader{path: path, columns: columns}
	for {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = t.row(&row)
		}
		if err != nil {
			return nil, err
		}
	}
	if t.at == nil {
		return nil, fault("registry.empty", text.RegistryTableEmpty.With(incoming.Shown(path)))
	}
	return &t.out, nil
}

type tableReader struct {
	path    string
	columns []Column
	at      []int // where each column stands; -1: nowhere
	out     Table
}

func (t *tableReader) row(row *sheet.Row) error {
	cells := make([]string, len(row.Cells))
	blank := true
	for i, c := range row.Cells {
		cells[i] = strings.TrimSpace(text.Harmless(string(delimited.Unmarked(c))))
		blank = blank && cells[i] == ""
	}
	switch {
	case blank:
		return nil
	case t.at == nil:
		return t.head(cells)
	case len(t.out.Rows) == mostRows:
		return fault("registry.many", text.RegistryTableMany.With(incoming.Shown(t.path), mostRows))
	}
	r := TableRow{Number: row.Number, Cells: make([]string, len(t.at)), Hidden: row.Hidden}
	for i, n := range t.at {
		if n >= 0 && n < len(cells) {
			r.Cells[i] = cells[n]
		}
		for _, note := range row.Notes {
			if note.Col == n && note.Kind == sheet.Rounded {
				if r.Rounded == nil {
					r.Rounded = map[int]string{}
				}
				r.Rounded[i] = text.Harmless(string(note.Exact))
			}
		}
	}
	t.out.Rows = append(t.out.Rows, r)
	return nil
}

// head finds the columns.
func (t *tableReader) head(cells []string) error {
	at := make([]int, len(t.columns))
	taken := make([]bool, len(cells))
	for i, c := range t.columns {
		at[i] = -1
		for n, cell := range cells {
			if !strings.EqualFold(cell, c.ID) && !slices.Contains(c.Also, cell) {
				continue
			}
			if at[i] >= 0 {
				return fault("registry.header", text.TargetHeadTwice.With(incoming.Shown(t.path), cells[at[i]], cell))
			}
			at[i], taken[n] = n, true
		}
		if at[i] < 0 && c.Must {
			return fault("registry.header", text.RegistryHeader.With(incoming.Shown(t.path), t.named(), c.shown()))
		}
	}
	for n, cell := range cells {
		if !taken[n] && cell != "" {
			t.out.Left = append(t.out.Left, cell)
		}
	}
	t.at = at
	return nil
}

func (c *Column) shown() string {
	if len(c.Also) == 0 {
		return c.ID
	}
	return c.ID + "（" + c.Also[0] + "）"
}

func (t *tableReader) named() string {
	ids := make([]string, len(t.columns))
	for i := range t.columns {
		ids[i] = t.columns[i].ID
	}
	return strings.Join(ids, ", ")
}

func fault(code string, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: text.Findings, Say: say}
}
