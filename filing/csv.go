package filing

import (
	"bytes"
	"io"

	"yice/filing/intake/delimited"
	"yice/filing/intake/sheet"
)

// Limits of a table from outside.
const maxCellRunes = sheet.MaxCellRunes

// bomUTF8 begins a CSV file, so that spreadsheets read it as UTF-8.
var bomUTF8 = []byte("\xEF\xBB\xBF")

// tableRows gives the rows of a table one after another. The cells are good until the next call; a blank row has none.
type tableRows interface {
	// next gives a row and its number as a spreadsheet counts (from 1); io.EOF after the last.
	next() (cells [][]byte, row int, err error)
	io.Closer
}

// csvRows are tables of our own writing: cells are taken to the letter.
type csvRows struct {
	records *delimited.Records
	c       io.Closer
}

func newCSVRows(r io.Reader, c io.Closer, comma byte) *csvRows {
	return &csvRows{delimited.NewRecords(r, comma), c}
}

// newCSVRowsSized is for tables whose size is known: of a thousand small ones none asks for more than it has.
func newCSVRowsSized(r io.Reader, c io.Closer, comma byte, size int64) *csvRows {
	return &csvRows{delimited.NewRecordsSized(r, comma, size), c}
}

func (t *csvRows) Close() error {
	if t.c == nil {
		return nil
	}
	return t.c.Close()
}

func (t *csvRows) next() ([][]byte, int, error) { return t.records.Next() }

// sheetRows are the rows of a sheet from outside.
type sheetRows struct{ rows sheet.Rows }

func (t sheetRows) Close() error { return t.rows.Close() }

func (t sheetRows) next() ([][]byte, int, error) {
	row, err := t.rows.Next()
	return row.Cells, row.Number, err
}

// blank reports whether nothing stands in a row.
func blank(cells [][]byte) bool {
	for _, c := range cells {
		if len(bytes.TrimSpace(c)) > 0 {
			return false
		}
	}
	return true
}
