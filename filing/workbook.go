package filing

import (
	"bytes"
	"io"

	"github.com/xuri/excelize/v2"

	"yice/text"
)

// readWorkbook opens a sheet of an XLSX file as a source.
func readWorkbook(path string, s sniffed, o ReadOptions) (*Source, error) {
	limits := excelize.Options{RawCellValue: true, UnzipSizeLimit: 1 << 30, UnzipXMLSizeLimit: 16 << 20, TmpDir: o.TempDir}
	book, err := excelize.OpenFile(path, limits)
	if err != nil {
		return nil, faultOf("filing.workbook", text.Cannot, text.FilingBrokenWorkbook.With(shownName(path)), err)
	}
	src := &Source{Name: shownName(path), Digest: s.digest}
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err == nil && visible {
			src.Sheets = append(src.Sheets, name)
		}
	}
	src.source.close = book.Close
	if len(src.Sheets) == 0 {
		book.Close()
		return nil, fault("filing.empty", text.Cannot, text.FilingEmpty.With(src.Name))
	}
	src.Sheet = src.Sheets[0]
	if o.Sheet != "" {
		src.Sheet = o.Sheet
	}
	src.source.open = func() (tableRows, error) {
		rows, err := book.Rows(src.Sheet)
		if err != nil {
			return nil, faultOf("filing.workbook", text.Cannot, text.FilingNoSheet.With(src.Name, src.Sheet), err)
		}
		return &sheetRows{rows: rows}, nil
	}
	if err := src.findHeader(); err != nil {
		book.Close()
		return nil, err
	}
	return src, nil
}

// sheetRows gives the rows of a sheet.
type sheetRows struct {
	rows *excelize.Rows
	row  int
}

func (t *sheetRows) Close() error { return t.rows.Close() }

func (t *sheetRows) next() ([][]byte, int, error) {
	if !t.rows.Next() {
		if err := t.rows.Error(); err != nil {
			return nil, 0, err
		}
		return nil, 0, io.EOF
	}
	t.row++
	columns, err := t.rows.Columns()
	if err != nil {
		return nil, t.row, err
	}
	if len(columns) > maxColumns {
		return nil, t.row, tooLarge(t.row)
	}
	cells := make([][]byte, len(columns))
	for i, c := range columns {
		cells[i] = bytes.TrimSpace([]byte(c))
	}
	return cells, t.row, nil
}
