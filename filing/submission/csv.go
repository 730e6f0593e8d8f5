package submission

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"

	"yice/form"
)

// TableWriter writes records as CSV: comma, LF, quotes only where a cell needs them, one spelling for the same content.
type TableWriter struct {
	w    *bufio.Writer
	f    *form.Form
	line []byte
	// Mark, where set, changes texts before they are written: tables for spreadsheets mark what would be taken for
	// something else. Submissions are read to the letter and have none.
	Mark func(string) string
}

// NewTableWriter begins a table of a form.
func NewTableWriter(w io.Writer, f *form.Form) *TableWriter {
	return &TableWriter{w: bufio.NewWriterSize(w, 256<<10), f: f}
}

// Record writes one row.
func (t *TableWriter) Record(r *form.Record) error {
	t.spell(r)
	return t.end()
}

// spell puts a row together in line, without its end.
func (t *TableWriter) spell(r *form.Record) {
	t.line = t.line[:0]
	for i := range t.f.Fields {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		v := r.Values[i]
		n, isNumber := v.Int()
		switch {
		case !isNumber && v.Empty():
			if raw := r.Raw[i]; raw != "" {
				t.quote(t.marked(raw))
			}
		case isNumber && t.f.Fields[i].Kind == form.Money:
			t.line = AppendFen(t.line, n)
		default:
			t.quote(t.marked(t.f.Fields[i].Show(v)))
		}
	}
}

// AppendFen writes 分 as 元 with two decimals, as form shows them.
func AppendFen(b []byte, fen int64) []byte {
	u := uint64(fen)
	if fen < 0 {
		b, u = append(b, '-'), -u
	}
	b = strconv.AppendUint(b, u/100, 10)
	return append(b, '.', byte('0'+u/10%10), byte('0'+u%10))
}

// Cells writes a row of texts as they are.
func (t *TableWriter) Cells(cells ...string) error {
	t.line = t.line[:0]
	for i, c := range cells {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		t.quote(c)
	}
	return t.end()
}

// Flush writes what is left; without it the table is not whole.
func (t *TableWriter) Flush() error { return t.w.Flush() }

func (t *TableWriter) marked(s string) string {
	if t.Mark != nil {
		return t.Mark(s)
	}
	return s
}

// quote writes one cell. A cell that begins or ends with a blank is quoted too, so that no reader trims it.
func (t *TableWriter) quote(s string) {
	if s == "" {
		return
	}
	if !strings.ContainsAny(s, "\",\r\n") && s[0] > ' ' && s[len(s)-1] > ' ' {
		t.line = append(t.line, s...)
		return
	}
	t.line = append(t.line, '"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			t.line = append(t.line, '"')
		}
		t.line = append(t.line, s[i])
	}
	t.line = append(t.line, '"')
}

func (t *TableWriter) end() error {
	t.line = append(t.line, '\n')
	_, err := t.w.Write(t.line)
	return err
}

// RowsOf visits the rows of a form in order, wherever they come from.
type RowsOf func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error

// WriteTable writes a whole form to the letter, as submissions have it, under a header of field ids, and gives how many rows
// it has.
func WriteTable(ctx context.Context, w io.Writer, f *form.Form, rows RowsOf) (n int64, err error) {
	t := NewTableWriter(w, f)
	head := make([]string, len(f.Fields))
	for i := range f.Fields {
		head[i] = f.Fields[i].ID
	}
	if err := t.Cells(head...); err != nil {
		return 0, err
	}
	err = rows(ctx, f, func(r *form.Record) error {
		n++
		return t.Record(r)
	})
	if err != nil {
		return n, err
	}
	return n, t.Flush()
}
