package filing

import (
	"bufio"
	"context"
	"io"
	"strconv"
	"strings"

	"yice/filing/intake/delimited"
	"yice/form"
	"yice/text"
)

// csvTable writes records as CSV: comma, LF, quotes only where a cell needs them, one spelling for the same content.
type csvTable struct {
	w     *bufio.Writer
	f     *form.Form
	line  []byte
	marks bool // for people and imports: a text that looks like a marked one is marked, so that it comes back as it is
}

func newCSVTable(w io.Writer, f *form.Form) *csvTable {
	return &csvTable{w: bufio.NewWriterSize(w, 256<<10), f: f}
}

// header writes the field ids, or the titles with their unit.
func (t *csvTable) header(titles bool, l text.Lang) error {
	t.line = t.line[:0]
	for i := range t.f.Fields {
		name := t.f.Fields[i].ID
		if titles {
			name = titleWithUnit(&t.f.Fields[i], l)
		}
		t.cell(i, name)
	}
	return t.end()
}

// titleWithUnit is the header of a column for people; an import reads it back.
func titleWithUnit(field *form.Field, l text.Lang) string {
	title := field.Title.In(l)
	if field.Kind != form.Money {
		return title
	}
	return text.FilingTitleUnit.With(title, form.Yuan.Title).In(l)
}

func (t *csvTable) record(r *form.Record) error {
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
				t.quote(t.kept(raw))
			}
		case isNumber && t.f.Fields[i].Kind == form.Money:
			t.line = appendFen(t.line, n)
		default:
			t.quote(t.kept(t.f.Fields[i].Show(v)))
		}
	}
	return t.end()
}

// appendFen writes 分 as 元 with two decimals, as form shows them.
func appendFen(b []byte, fen int64) []byte {
	u := uint64(fen)
	if fen < 0 {
		b, u = append(b, '-'), -u
	}
	b = strconv.AppendUint(b, u/100, 10)
	return append(b, '.', byte('0'+u/10%10), byte('0'+u%10))
}

func (t *csvTable) cell(i int, s string) {
	if i > 0 {
		t.line = append(t.line, ',')
	}
	t.quote(s)
}

// kept is a text as an import gives it back. Imports take off the marks by which other programs keep digits as texts
// (="00123", '00123); submissions are read to the letter and have none.
func (t *csvTable) kept(s string) string {
	if t.marks {
		return delimited.Marked(s)
	}
	return s
}

// quote writes one cell. A cell that begins or ends with a blank is quoted too, so that no reader trims it.
func (t *csvTable) quote(s string) {
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

func (t *csvTable) end() error {
	t.line = append(t.line, '\n')
	_, err := t.w.Write(t.line)
	return err
}

// rowsOf visits the rows of a form in order, wherever they come from.
type rowsOf func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error

// writeCSV writes a whole form to the letter, as submissions have it, and gives how many rows it has.
func writeCSV(ctx context.Context, w io.Writer, f *form.Form, rows rowsOf, titles bool, l text.Lang) (n int64, err error) {
	return newCSVTable(w, f).write(ctx, rows, titles, l)
}

// exportCSV writes a whole form for spreadsheets and imports.
func exportCSV(ctx context.Context, w io.Writer, f *form.Form, rows rowsOf, o ExportOptions) error {
	t := newCSVTable(w, f)
	t.marks = true
	_, err := t.write(ctx, rows, o.Titles, o.Lang)
	return err
}

func (t *csvTable) write(ctx context.Context, rows rowsOf, titles bool, l text.Lang) (n int64, err error) {
	if err := t.header(titles, l); err != nil {
		return 0, err
	}
	err = rows(ctx, t.f, func(r *form.Record) error {
		n++
		return t.record(r)
	})
	if err != nil {
		return n, err
	}
	return n, t.w.Flush()
}
