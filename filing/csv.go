package filing

import (
	"bytes"
	"io"
	"strings"

	"yice/filing/intake/delimited"
	"yice/filing/intake/sheet"
)

// Limits of a table from outside.
const maxCellRunes = sheet.MaxCellRunes

// bomUTF8 begins a CSV file, so that spreadsheets read it as UTF-8.
var bomUTF8 = []byte("\xEF\xBB\xBF")

// csvRows are tables of our own writing: cells are taken to the letter.
type csvRows struct{ records *delimited.Records }

func newCSVRows(r io.Reader, comma byte) *csvRows { return &csvRows{delimited.NewRecords(r, comma)} }

func (t *csvRows) next() ([][]byte, int, error) { return t.records.Next() }

// cellsOf copies cells, harmless on a terminal.
func cellsOf(cells [][]byte) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = bytes.TrimPrefix(c, []byte(sheet.Damage))
		out[i] = harmless(strings.ToValidUTF8(string(c), "\uFFFD"))
	}
	return out
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
