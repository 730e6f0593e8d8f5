package filing

import (
	"context"
	"io"

	"yice/filing/intake/delimited"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

type rowsOf = submission.RowsOf

// exportCSV writes a whole form for spreadsheets and imports. Imports take off the marks by which other programs keep digits
// as texts (="00123", '00123): a text that looks like a marked one is marked, so that it comes back as it is.
func exportCSV(ctx context.Context, w io.Writer, f *form.Form, rows rowsOf, o ExportOptions) error {
	t := submission.NewTableWriter(w, f)
	t.Mark = delimited.Marked
	head := make([]string, len(f.Fields))
	for i := range f.Fields {
		if head[i] = f.Fields[i].ID; o.Titles {
			head[i] = titleWithUnit(&f.Fields[i], o.Lang)
		}
	}
	if err := t.Cells(head...); err != nil {
		return err
	}
	if err := rows(ctx, f, t.Record); err != nil {
		return err
	}
	return t.Flush()
}

// titleWithUnit is the header of a column for people; an import reads it back.
func titleWithUnit(field *form.Field, l text.Lang) string {
	title := field.Title.In(l)
	if field.Kind != form.Money {
		return title
	}
	return text.FilingTitleUnit.With(title, form.Yuan.Title).In(l)
}
