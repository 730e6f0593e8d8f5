package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"yice/filing/intake/delimited"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheettest"
	"yice/text"
)

// What a file is called says nothing: each is opened as what it is.
func TestFilesAreOpenedAsWhatTheyAre(t *testing.T) {
	html := "<table><tr><td>日期<td>金额<tr><td>2023-01-05<td>1,234.50</table>"
	xml := `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="一"><Table><Row><Cell><Data Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>`
	for name, c := range map[string]struct{ content, container, first, code string }{
		"xls":  {content: read(t, "biff/testdata/ledger.xls"), container: "xls", first: "1: 研发支出明细账（2023年）\n"},
		"ods":  {content: read(t, "ods/testdata/ledger.ods"), container: "ods", first: "1: 研发支出明细账（2023年）\n"},
		"html": {content: html, container: "xls-html", first: "1: 日期|金额\n"},
		"xml":  {content: xml, container: "xml-2003", first: "1: 5\n"},
		"csv":  {content: "日期,金额\n", container: "csv", first: "1: 日期|金额\n"},
		"pdf":  {content: "%PDF-1.7\n", code: "filing.not-a-table"},
		"zip":  {content: "PK\x03\x04" + html, code: "filing.workbook"},
		"xlsb": {content: zipped(t, "[Content_Types].xml", "_rels/.rels", "xl/workbook.bin"), code: "filing.not-a-table"},
		"ole":  {content: "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", code: "filing.workbook"},
	} {
		path := filepath.Join(t.TempDir(), "明细账.xls")
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := incoming.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		b, _, err := openBook(f, delimited.Auto)
		if c.code != "" {
			var fault *text.Fault
			if !errors.As(err, &fault) || fault.Code != c.code {
				t.Errorf("%s: %v, want %s", name, err, c.code)
			}
			f.Close()
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			f.Close()
			continue
		}
		if got := sheettest.Text(t, b, 0); b.Container() != c.container || len(got) < len(c.first) || got[:len(c.first)] != c.first {
			t.Errorf("%s is %s and reads %s", name, b.Container(), got)
		}
		if err := b.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// zipped is an archive of empty parts.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
