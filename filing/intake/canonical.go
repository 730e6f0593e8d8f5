package intake

import (
	"errors"
	"io"

	"yice/filing/intake/delimited"
	"yice/filing/intake/sheet"
	"yice/form"
)

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
