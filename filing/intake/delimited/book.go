// Package delimited reads text whose cells are parted by commas, tabs, semicolons or strokes, in any encoding Chinese systems
// write, with any line ends.
//
// It decides what a cell shows, never what it means, and it must never lose a character: what cannot be decoded is a fault.
// Start with [Open] for a file from outside, [Text] for what was pasted, [NewRecords] for tables of our own writing.
package delimited

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/text"
)

// Options say how to read a file. The zero value finds out.
type Options struct{ Encoding Encoding }

// Book is one sheet of text. It is a [sheet.Book].
type Book struct {
	Encoding Encoding
	Comma    byte
	declared bool             // its first line names the separator
	marks    bool             // it comes from a program that may mark digits as texts
	open     func() io.Reader // UTF-8 from the beginning
	file     io.Closer
}

func refuse(code string, say text.Pair) error {
	return &text.Fault{Code: "filing." + code, Class: text.Cannot, Say: say}
}

// Open settles encoding and separator of a file. The book has the file from then on, and closes it; after an error it is
// still the caller's.
func Open(f *incoming.File, o Options) (*Book, error) {
	encoding, err := settle(f, o.Encoding)
	if err != nil {
		return nil, err
	}
	decode := decoder(f, encoding)
	head, err := io.ReadAll(decode(bytes.NewReader(f.Head), len(f.Head)))
	if err != nil && len(head) == 0 {
		return nil, incoming.Cannot(f.Path, err)
	}
	b := &Book{Encoding: encoding, marks: true, file: f}
	b.Comma, b.declared = separator(head)
	b.open = func() io.Reader { return decode(f.Reader(), buffer) }
	return b, nil
}

// Text is the book of what was pasted: lines of cells parted by tabs, or by what else parts them where it has no tab.
func Text(pasted string) *Book {
	// Terminals and spreadsheets end lines as they like. A zero byte is not text: the cell it stands in will say so.
	pasted = strings.ReplaceAll(pasted, "\x00", "\uFFFD")
	pasted = strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")
	b := &Book{Encoding: UTF8, Comma: '\t', open: func() io.Reader { return strings.NewReader(pasted) }}
	if !strings.Contains(pasted, "\t") {
		b.Comma = guessComma([]byte(pasted))
	}
	return b
}

// Container names the format.
func (b *Book) Container() string { return "csv" }

// Sheets is the one sheet, which has no name.
func (b *Book) Sheets() []sheet.Info { return []sheet.Info{{}} }

// Close lets go of the file.
func (b *Book) Close() error {
	if b.file == nil {
		return nil
	}
	return b.file.Close()
}

// Rows begins to read.
func (b *Book) Rows(int) (sheet.Rows, error) {
	r := &rows{records: NewRecords(b.open(), b.Comma), marks: b.marks}
	if b.declared {
		if _, _, err := r.records.Next(); err != nil && !errors.Is(err, io.EOF) {
			return nil, incoming.Cannot("", err)
		}
		r.records.row = 0 // a spreadsheet does not show that line
	}
	return r, nil
}

// rows are the records of a file without the blank ones, and their cells as a spreadsheet would show them.
type rows struct {
	records *Records
	marks   bool
	joined  []byte
}

func (r *rows) Close() error { return nil }

// endOfDOS is the sign with which old programs end a text.
const endOfDOS = "\x1a"

func (r *rows) Next() (sheet.Row, error) {
	for {
		cells, n, err := r.records.Next()
		switch {
		case errors.Is(err, io.EOF):
			return sheet.Row{}, io.EOF
		case err != nil:
			return sheet.Row{Number: n}, incoming.Cannot("", err)
		case n > sheet.MaxRows:
			return sheet.Row{Number: n}, refuse("too-many-rows", text.FilingTooManyRows.With(sheet.MaxRows))
		case r.records.torn > 0:
			return sheet.Row{Number: n}, refuse("torn-quote", text.FilingTornQuote.With(n, r.records.torn))
		case len(cells) == 0, len(cells) == 1 && string(cells[0]) == endOfDOS:
			continue
		}
		if r.marks {
			cells = r.shown(cells)
		}
		return sheet.Row{Number: n, Cells: cells}, nil
	}
}

// shown takes the marks off.
func (r *rows) shown(cells [][]byte) [][]byte {
	r.joined = r.joined[:0]
	halves := false
	for _, c := range cells {
		halves = halves || halfFormula(c)
	}
	if halves {
		cells = r.rejoined(cells)
	}
	for i := range cells {
		cells[i] = Unmarked(cells[i])
	}
	return cells
}
