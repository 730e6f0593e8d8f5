package filing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/text/gb18030"
)

// sheetLimit is the most rows a sheet of XLSX can have, its header among them.
const sheetLimit = 1_048_576

// sessionRows reads a session's rows: ledgers from disk, the others from memory.
func sessionRows(s *entry.Session) rowsOf {
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.Scope == form.Ledger {
			return s.Workspace().Scan(ctx, s.Book(), f, visit)
		}
		for _, r := range s.Records(f) {
			if err := visit(r); err != nil {
				return err
			}
		}
		return ctx.Err()
	}
}

// Export writes every row of a form. Under id headers money is 元 with two decimals, so that what is exported imports
// without a change. Cells are data: in XLSX a text stays a text whatever it begins with; a CSV file keeps it as it is, but
// for a text that looks like one of the marks which an import takes off (="00123", '00123): that is written as ="…".
func Export(ctx context.Context, s *entry.Session, f *form.Form, w io.Writer, o ExportOptions) error {
	if o.XLSX {
		return exportXLSX(ctx, s, f, w, o)
	}
	switch o.Encoding {
	case AutoEncoding, UTF8BOM:
		if _, err := w.Write(bomUTF8); err != nil {
			return err
		}
	case GB18030:
		enc := gb18030.NewWriter(w)
		err := exportCSV(ctx, enc, f, o.told(encodable(sessionRows(s))), o)
		return errors.Join(err, enc.Close())
	case UTF8:
	default:
		return fault("filing.export-encoding", text.Usage, text.FilingExportEncoding.With(string(o.Encoding)))
	}
	return exportCSV(ctx, w, f, o.told(sessionRows(s)), o)
}

// encodable refuses a row that is no text, where it stands: every character has a code in GB 18030, other bytes have none.
func encodable(rows rowsOf) rowsOf {
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		n := 0
		return rows(ctx, f, func(r *form.Record) error {
			n++
			for i := range f.Fields {
				for _, s := range []string{r.Values[i].Str(), r.Raw[i]} {
					if !utf8.ValidString(s) {
						return fault("filing.export-text", text.Cannot,
							text.FilingExportText.With(n, f.Fields[i].Title, notText(s)))
					}
				}
			}
			return visit(r)
		})
	}
}

// notText shows the first byte that belongs to no character.
func notText(s string) string {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(r)) {
			return fmt.Sprintf("%X", s[i])
		}
	}
	return ""
}

// told tells how many rows have been read.
func (o ExportOptions) told(rows rowsOf) rowsOf {
	if o.Rows == nil {
		return rows
	}
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		n := int64(0)
		return rows(ctx, f, func(r *form.Record) error {
			if n++; n%progressEvery == 0 {
				o.Rows(n)
			}
			return visit(r)
		})
	}
}

// ExportFile exports to a file by its ending (.csv, .xlsx), written beside and renamed.
func ExportFile(ctx context.Context, s *entry.Session, f *form.Form, path string, o ExportOptions) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		o.XLSX = false
	case ".xlsx":
		o.XLSX = true
	default:
		return fault("filing.export-kind", text.Usage, text.FilingExportKind.With(path))
	}
	return writeBeside(path, func(out *os.File) error { return Export(ctx, s, f, out, o) })
}

// exportXLSX streams the rows of a form into one sheet: figures as numbers, everything else as text.
func exportXLSX(ctx context.Context, s *entry.Session, f *form.Form, w io.Writer, o ExportOptions) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	sheet := f.Title.In(o.Lang)
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	money, err := book.NewStyle(&excelize.Style{NumFmt: 4})
	if err != nil {
		return err
	}
	head, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return err
	}
	out, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i := range f.Fields {
		if err := out.SetColWidth(i+1, i+1, columnWidth(&f.Fields[i])); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(f.Fields))
	for i := range f.Fields {
		name := f.Fields[i].ID
		if o.Titles {
			name = titleWithUnit(&f.Fields[i], o.Lang)
		}
		cells[i] = excelize.Cell{StyleID: head, Value: name}
	}
	row := 1
	if err := out.SetRow("A1", cells); err != nil {
		return err
	}
	err = o.told(sessionRows(s))(ctx, f, func(r *form.Record) error {
		if row++; row > sheetLimit {
			return fault("filing.sheet-full", text.Cannot, text.FilingSheetFull.With(f.Title, sheetLimit-1))
		}
		for i := range f.Fields {
			cells[i] = xlsxCell(r, i, money)
		}
		at, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		return out.SetRow(at, cells)
	})
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}

// xlsxCell gives a cell its type. Money and counts are numbers as far as a spreadsheet holds them exactly (15 digits).
func xlsxCell(r *form.Record, i, money int) any {
	field, v := &r.Form.Fields[i], r.Values[i]
	n, isNumber := v.Int()
	switch {
	case !isNumber && v.Empty():
		if raw := r.Raw[i]; raw != "" {
			return raw
		}
		return nil
	case isNumber && field.Kind == form.Money && within15(n):
		return excelize.Cell{StyleID: money, Value: exactNumber(field.Show(v))}
	case isNumber && field.Kind == form.Int && within15(n):
		return n
	}
	return field.Show(v)
}

func within15(n int64) bool { return n > -1e15 && n < 1e15 }

func columnWidth(f *form.Field) float64 {
	if f.Width > 0 {
		return float64(min(max(f.Width, 8), 40)) + 2
	}
	return 14
}

// exactNumber makes a cell's number of a decimal of at most 15 digits: those survive the way through binary and back.
func exactNumber(decimal string) float64 {
	n, err := strconv.ParseFloat(decimal, 64)
	if err != nil {
		panic("filing: not a number of ours: " + decimal)
	}
	return n
}
