package xlsx

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/intake/sheet"
)

// packed writes a workbook of the parts given.
func packed(t testing.TB, name string, parts map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strict       = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

// parts are those of a workbook of one sheet, in the namespaces of either edition of the standard.
func parts(relations, sheetData, after string) map[string]string {
	main := strings.Replace(strings.Replace(relations, "officeDocument/relationships", "spreadsheetml/main", 1), "officeDocument/2006/relationships", "spreadsheetml/2006/main", 1)
	const packages = "http://schemas.openxmlformats.org/package/2006/relationships"
	return map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships xmlns="` + packages + `"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + main + `" xmlns:r="` + relations + `" conformance="strict"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + packages + `"><Relationship Id="rId1" Type="` + relations + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relations + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst xmlns="` + main + `"><si><t>日期</t></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="` + main + `"><sheetData>` + sheetData + `</sheetData>` + after + `</worksheet>`,
	}
}

// Both editions of the standard hold the same table; the strict one writes dates as dates.
func TestTheStrictEditionReadsAlike(t *testing.T) {
	const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row>`
	for name, c := range map[string]struct{ relations, rows, want string }{
		"transitional": {transitional, rows, "1:日期|金额\n"},
		"strict":       {strict, rows + `<row r="2"><c r="A2" t="d"><v>2023-01-05</v></c><c r="B2"><v>12.5</v></c></row><row r="3"><c r="A3" t="d"><v>2023-01-06T00:00:00.000</v></c></row>`, "1:日期|金额\n2:2023-01-05|12.5\n3:2023-01-06\n"},
	} {
		b, err := opened(t, packed(t, "台账.xlsx", parts(c.relations, c.rows, "")))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := shown(t, b, 0); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A workbook with macros is a workbook: its program is not looked at.
func TestMacrosAreLeftAlone(t *testing.T) {
	all := parts(transitional, `<row r="1"><c r="A1"><v>1</v></c></row>`, "")
	all["xl/vbaProject.bin"] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	b, err := opened(t, packed(t, "台账.xlsm", all))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, b, 0); got != "1:1\n" {
		t.Error(got)
	}
}

// A text keeps its words however they are coloured, and none of what only says how to pronounce them.
func TestRichTextIsItsWords(t *testing.T) {
	b := book(t, `<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>合</t></r><r><t xml:space="preserve"> 计</t></r><rPh sb="0" eb="1"><t>hé</t></rPh><phoneticPr fontId="1"/></is></c>`+
		`<c r="B1" t="inlineStr"><is><r><t>1&lt;2</t></r><r><t/></r><r><t>&amp;_x000D_&#10;</t></r></is></c><c r="C1" t="inlineStr"><is/></c></row>`, "", "")
	got := shown(t, b, 0)
	if !strings.HasPrefix(got, "1:合 计|1<2&") || strings.Contains(got, "hé") {
		t.Errorf("%q", got)
	}
}

// A text of which a part is crossed out is marked as what is crossed out whole: in a figure, the part is another figure.
func TestATextCrossedOutInPartIsMarked(t *testing.T) {
	run := func(run string) string {
		return `<c r="A1" t="inlineStr"><is><r><rPr>` + run + `</rPr><t>100</t></r><r><t>200</t></r></is></c>`
	}
	for cell, want := range map[string]bool{
		run(`<strike/>`): true, run(`<b/><strike val="1"/>`): true, run(`<strike val="0"/>`): false, run(`<b/>`): false,
		`<c r="A1" t="s"><v>2</v></c>`: true, `<c r="A1" t="s"><v>1</v></c>`: false,
	} {
		rows, err := book(t, `<row r="1">`+cell+`<c r="B1"><v>1</v></c></row>`, "", "").Rows(0)
		if err != nil {
			t.Fatal(err)
		}
		row, err := rows.Next()
		if err != nil {
			t.Fatal(err)
		}
		if marked := len(row.Notes) == 1 && row.Notes[0].Kind == sheet.Struck && row.Notes[0].Col == 0; marked != want || !want && len(row.Notes) > 0 {
			t.Errorf("%s: %q %+v", cell, row.Cells[0], row.Notes)
		}
		rows.Close()
	}
}

// Rows that a filter hides stand in the file as hidden ones, whatever the filter says.
func TestFilteredRowsAreHidden(t *testing.T) {
	b := book(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" spans="1:1" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>`,
		`<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="3"/></filters></filterColumn></autoFilter>`, "")
	if got := shown(t, b, 0); got != "1:1\n2h:2\n3:3\n" {
		t.Error(got)
	}
}
