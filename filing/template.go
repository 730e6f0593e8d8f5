package filing

import (
	"errors"
	"fmt"
	"os"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/text"
)

// templateRows is how many rows of an empty table have their pick lists and formats.
const templateRows = 2000

// Template writes an empty XLSX table of a form for filling in elsewhere: headers with their unit, required ones marked
// with *, pick lists from a hidden sheet, codes and identifiers as text so that no digit is lost, and a sheet of help.
func Template(f *form.Form, path string, l text.Lang) error {
	return writeBeside(path, func(out *os.File) (err error) {
		t := &templateBook{f: f, l: l, book: excelize.NewFile()}
		defer func() { err = errors.Join(err, t.book.Close()) }()
		if err := t.write(); err != nil {
			return err
		}
		return t.book.Write(out)
	})
}

type templateBook struct {
	f     *form.Form
	l     text.Lang
	book  *excelize.File
	sheet string
	lists string
	help  string
}

func (t *templateBook) write() error {
	t.sheet, t.help, t.lists = t.f.Title.In(t.l), text.FilingTemplateHelp.In(t.l), text.FilingTemplateLists.In(t.l)
	if err := t.book.SetSheetName("Sheet1", t.sheet); err != nil {
		return err
	}
	for _, name := range []string{t.help, t.lists} {
		if _, err := t.book.NewSheet(name); err != nil {
			return err
		}
	}
	head, err := t.book.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6F0"}},
	})
	if err != nil {
		return err
	}
	helpRows := [][]string{{text.FilingTemplateField.In(t.l), text.FilingTemplateHow.In(t.l), text.FilingTemplateSource.In(t.l)}}
	for i := range t.f.Fields {
		field := &t.f.Fields[i]
		title := titleWithUnit(field, t.l)
		if field.Required {
			title += "*"
		}
		if err := t.column(i, field, title, head); err != nil {
			return err
		}
		helpRows = append(helpRows, []string{title, field.Help.In(t.l), field.Cited().In(t.l)})
	}
	for i, row := range helpRows {
		if err := t.book.SetSheetRow(t.help, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	if err := t.book.SetColWidth(t.help, "A", "A", 24); err != nil {
		return err
	}
	if err := t.book.SetColWidth(t.help, "B", "B", 90); err != nil {
		return err
	}
	if err := t.book.SetPanes(t.sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return t.book.SetSheetVisible(t.lists, false)
}

// column writes one header with the format and the pick list of its cells.
func (t *templateBook) column(i int, field *form.Field, title string, head int) error {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		return err
	}
	format := "@"
	switch field.Kind {
	case form.Money:
		format = "#,##0.00"
	case form.Int:
		format = "0"
	case form.Decimal:
		format = "General"
	}
	cells, err := t.book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	return errors.Join(
		t.book.SetColStyle(t.sheet, name, cells),
		t.book.SetColWidth(t.sheet, name, name, columnWidth(field)),
		t.book.SetCellStr(t.sheet, name+"1", title),
		t.book.SetCellStyle(t.sheet, name+"1", name+"1", head),
		t.pickList(field, name),
	)
}

// pickList lets people choose a code; the list stands on the hidden sheet, because one written into the cells may have no
// more than 255 characters.
func (t *templateBook) pickList(field *form.Field, name string) error {
	titles := make([]string, 0, len(field.Codes)+2)
	for _, c := range field.Offered() {
		titles = append(titles, c.Title.In(t.l))
	}
	if field.Kind == form.Flag && len(titles) == 0 {
		titles = []string{form.Yes, form.No}
	}
	if len(titles) == 0 {
		return nil
	}
	for i, title := range titles {
		if err := t.book.SetCellStr(t.lists, fmt.Sprintf("%s%d", name, i+1), title); err != nil {
			return err
		}
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", name, name, templateRows))
	v.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", t.lists, name, name, len(titles)))
	style := excelize.DataValidationErrorStyleStop
	if field.OpenCodes {
		style = excelize.DataValidationErrorStyleInformation
	}
	v.SetError(style, field.Title.In(t.l), text.FilingTemplatePick.In(t.l))
	return t.book.AddDataValidation(t.sheet, v)
}
