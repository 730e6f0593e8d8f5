package filing

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"yice/filing/report"
	"yice/returns"
	"yice/text"
)

// Return writes one return to a file, by the ending of its name: .xlsx, .csv or .html.
func Return(ctx context.Context, t *returns.Table, uscc, name, path string, l text.Lang) error {
	p := &report.Paper{USCC: uscc, Name: name, Table: t}
	var draw func(f *os.File) error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		draw = func(f *os.File) error { return p.Workbook(ctx, f, l) }
	case ".csv":
		draw = func(f *os.File) error { return p.CSV(f, l) }
	case ".html", ".htm":
		draw = func(f *os.File) error { return p.HTML(f, l) }
	default:
		return fault("filing.return-kind", text.Usage, text.ReturnsKind.With(harmless(path)))
	}
	return writeBeside(path, draw)
}
