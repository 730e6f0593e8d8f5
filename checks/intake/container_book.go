package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// xlsxFile writes a workbook. Formulas without a cached value are written as such.
func xlsxFile(path string, g Grid) error {
	f := excelize.NewFile()
	defer f.Close()
	styles := map[string]int{}
	for i, s := range g.Sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", s.Name); err != nil {
				return err
			}
		} else if _, err := f.NewSheet(s.Name); err != nil {
			return err
		}
		if err := xlsxSheet(f, s, styles); err != nil {
			return err
		}
	}
	for _, s := range g.Sheets {
		if s.Hidden {
			if err := f.SetSheetVisible(s.Name, false); err != nil {
				return err
			}
		}
	}
	return f.SaveAs(path)
}

func xlsxSheet(f *excelize.File, s Sheet, styles map[string]int) error {
	for y, r := range s.Rows {
		for x, c := range r.Cells {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return err
			}
			switch {
			case c.Formula != "" && !c.Cached:
				err = f.SetCellFormula(s.Name, at, c.Formula)
			case c.Number != "":
				err = f.SetCellDefault(s.Name, at, c.Number)
			case c.Text != "":
				err = f.SetCellStr(s.Name, at, c.Text)
			}
			if err != nil {
				return err
			}
			if c.Formula != "" && c.Cached {
				if err := f.SetCellFormula(s.Name, at, c.Formula); err != nil {
					return err
				}
			}
			if c.Format != "" {
				id, ok := styles[c.Format]
				if !ok {
					if id, err = f.NewStyle(&excelize.Style{CustomNumFmt: &c.Format}); err != nil {
						return err
					}
					styles[c.Format] = id
				}
				if err := f.SetCellStyle(s.Name, at, at, id); err != nil {
					return err
				}
			}
		}
		if r.Hidden {
			if err := f.SetRowVisible(s.Name, y+1, false); err != nil {
				return err
			}
		}
	}
	for _, a := range s.Merged {
		from, _ := excelize.CoordinatesToCellName(a.Col+1, a.Row+1)
		to, _ := excelize.CoordinatesToCellName(a.LastCol+1, a.LastRow+1)
		if err := f.MergeCell(s.Name, from, to); err != nil {
			return err
		}
	}
	if s.Filter {
		to, _ := excelize.CoordinatesToCellName(s.width(), len(s.Rows))
		return f.AutoFilter(s.Name, "A1:"+to, nil)
	}
	return nil
}

// odsFile writes an OpenDocument spreadsheet, by hand: repeated cells for emptiness, covered cells under merged ones.
func odsFile(g Grid) ([]byte, error) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ` +
		`xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>`)
	for _, s := range g.Sheets {
		hidden, span := s.covered()
		fmt.Fprintf(&b, `<table:table table:name="%s">`, html.EscapeString(s.Name))
		for y, r := range s.Rows {
			if r.Hidden {
				b.WriteString(`<table:table-row table:visibility="collapse">`)
			} else {
				b.WriteString(`<table:table-row>`)
			}
			empty := 0
			flush := func() {
				if empty > 0 {
					fmt.Fprintf(&b, `<table:table-cell table:number-columns-repeated="%d"/>`, empty)
					empty = 0
				}
			}
			for x, c := range r.Cells {
				if hidden[[2]int{y, x}] {
					flush()
					b.WriteString(`<table:covered-table-cell/>`)
					continue
				}
				a, merged := span[[2]int{y, x}]
				if c.Text == "" && !merged {
					empty++
					continue
				}
				flush()
				b.WriteString("<table:table-cell")
				if merged {
					fmt.Fprintf(&b, ` table:number-columns-spanned="%d" table:number-rows-spanned="%d"`, a.LastCol-a.Col+1, a.LastRow-a.Row+1)
				}
				b.WriteString(odsValue(c))
			}
			b.WriteString(`</table:table-row>`)
		}
		b.WriteString(`</table:table>`)
	}
	b.WriteString(`</office:spreadsheet></office:body></office:document-content>`)
	const kind = "application/vnd.oasis.opendocument.spreadsheet"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"mimetype", kind},
		{"content.xml", b.String()},
		{"META-INF/manifest.xml", `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">` +
			`<manifest:file-entry manifest:full-path="/" manifest:media-type="` + kind + `"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
	} {
		method := zip.Deflate
		if part.name == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: method})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func odsValue(c Cell) string {
	text := ""
	for _, p := range strings.Split(c.Text, "\n") {
		text += "<text:p>" + html.EscapeString(p) + "</text:p>"
	}
	switch {
	case strings.HasPrefix(c.Format, "yyyy"):
		return ` office:value-type="date" office:date-value="` + c.Text + `">` + text + `</table:table-cell>`
	case c.Number != "":
		return ` office:value-type="float" office:value="` + c.Number + `">` + text + `</table:table-cell>`
	}
	return ` office:value-type="string">` + text + `</table:table-cell>`
}

// office is LibreOffice's command, "" where it is not installed.
var office = func() string { p, _ := exec.LookPath("soffice"); return p }()

// officeFile writes a workbook and has LibreOffice make the old binary .xls of it.
func officeFile(path string, g Grid) error {
	dir, err := os.MkdirTemp("", "office")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	base := strings.TrimSuffix(filepath.Base(path), ".xls")
	if err := xlsxFile(filepath.Join(dir, base+".xlsx"), g); err != nil {
		return err
	}
	c := exec.Command(office, "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "office-profile-"+itoa(os.Getuid())),
		"--headless", "--convert-to", "xls:MS Excel 97", "--outdir", filepath.Dir(path), filepath.Join(dir, base+".xlsx"))
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("soffice: %w\n%s", err, out)
	}
	return nil
}
