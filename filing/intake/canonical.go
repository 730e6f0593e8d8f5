package intake

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"yice/filing/intake/delimited"
	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// Canonical reads tables as the program itself writes them: a header of field ids, then rows each of which is a record.
// Nothing is left out and nothing is guessed.
type Canonical struct {
	f       *form.Form
	readers []*fieldReader
	width   int
}

// NewCanonical settles the columns of a header; a column that is no field of the form is a fault that names it.
func NewCanonical(f *form.Form, name string, header [][]byte) (*Canonical, error) {
	c := &Canonical{f: f}
	for i, cell := range header {
		id := strings.TrimSpace(string(cell))
		if id == "" && i == len(header)-1 {
			break
		}
		if f.Field(id) == nil {
			return nil, fault("filing.table", text.Findings, text.FilingVerifyHeader.With(name, form.Printable(id, 60)))
		}
		c.readers = append(c.readers, newFieldReader(f, id, i, form.Yuan))
		c.width = i + 1
	}
	if len(c.readers) == 0 {
		return nil, fault("filing.table", text.Findings, text.FilingVerifyHeader.With(name, ""))
	}
	return c, nil
}

// Record reads one row; the second result says why it is refused.
func (c *Canonical) Record(cells [][]byte) (*form.Record, *Refusal) {
	rec := form.NewRecord(c.f)
	for _, r := range c.readers {
		if r.at >= len(cells) {
			continue
		}
		v, err := r.read(cells[r.at])
		if err != nil {
			return nil, r.refuse(cells[r.at], err)
		}
		rec.Values[r.pos] = v
	}
	for i := c.width; i < len(cells); i++ {
		if len(bytes.TrimSpace(cells[i])) > 0 {
			return nil, &Refusal{Value: shorten(cells[i]), Reason: text.FilingExtraCell.With(c.width, len(cells))}
		}
	}
	return rec, missingKey(c.f, rec)
}

// ReadCanonical makes a reading of a table of the program's own, such as one of a submission: every row is a line.
func ReadCanonical(name, digest string, f *form.Form, open func() io.Reader) (*Reading, error) {
	r := &Reading{Name: harmless(name), Digest: digest, Container: "csv", Encoding: delimited.UTF8, Form: f, book: ownBook{open}, literal: true}
	r.o.Form = f
	return r, r.understand()
}

// ownBook is one table of the program's own.
type ownBook struct{ open func() io.Reader }

func (ownBook) Container() string    { return "csv" }
func (ownBook) Sheets() []sheet.Info { return []sheet.Info{{}} }
func (ownBook) Close() error         { return nil }

func (b ownBook) Rows(int) (sheet.Rows, error) {
	return &ownRows{delimited.NewRecords(b.open(), ',')}, nil
}

type ownRows struct{ records *delimited.Records }

func (r *ownRows) Close() error { return nil }

func (r *ownRows) Next() (sheet.Row, error) {
	for {
		cells, n, err := r.records.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return sheet.Row{}, io.EOF
			}
			return sheet.Row{Number: n}, asFault("", err)
		}
		if len(cells) > 0 {
			return sheet.Row{Number: n, Cells: cells}, nil
		}
	}
}
