package xlsx

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	_ "yice/internal/effort"
	"yice/text"
)

var (
	_ sheet.Book   = (*Book)(nil)
	_ sheet.Merged = (*Book)(nil)
)

// opened opens a file as a workbook.
func opened(t testing.TB, path string) (*Book, error) {
	t.Helper()
	f, err := incoming.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return Open(f)
}

// book writes a workbook by hand: styles 0 plain, 1 date, 2 month, 3 percent, 4 text, 5 two digits, red and brackets below
// zero, 6 thousands; two shared strings.
func book(t testing.TB, sheetData, after, properties string) *Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "b.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, content := range map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="http://r">` + properties + `<sheets><sheet name="甲" r:id="r1"/><sheet name="乙" state="veryHidden" r:id="r2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r4" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r5" Type="http://x/worksheet" Target="http://evil" TargetMode="External"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="#,##0.00;[Red](#,##0.00)"/><numFmt numFmtId="172" formatCode="#,##0,"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="49"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst><si><t>甲&amp;乙</t></si><si><r><t>分</t></r><r><t xml:space="preserve"> 段</t></r><rPh><t>phonetic</t></rPh></si><si><r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r></si></sst>`,
		"xl/worksheets/sheet1.xml":   `<?xml version="1.0"?><worksheet><sheetData>` + sheetData + `</sheetData>` + after + `</worksheet>`,
		"xl/worksheets/sheet2.xml":   `<worksheet><sheetData/></worksheet>`,
	} {
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
	b, err := opened(t, path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown gives a sheet as text: rows by number, h where hidden, cells joined by |; notes behind their cell: = a formula,
// ~ the whole figure, ^ how far above the figure stands.
func shown(t testing.TB, b *Book, n int) string {
	t.Helper()
	r, err := b.Rows(n)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(&out, row.Number)
		if row.Hidden {
			out.WriteByte('h')
		}
		out.WriteByte(':')
		width := len(row.Cells)
		for _, n := range row.Notes {
			width = max(width, n.Col+1)
		}
		for i := range width {
			if i > 0 {
				out.WriteByte('|')
			}
			if i < len(row.Cells) {
				out.Write(row.Cells[i])
			}
			for _, n := range row.Notes {
				switch {
				case n.Col != i:
				case n.Kind == sheet.Formula:
					out.WriteByte('=')
				case n.Kind == sheet.Rounded:
					fmt.Fprintf(&out, "~%s", n.Exact)
				case n.Kind == sheet.Covered:
					fmt.Fprintf(&out, "^%d", n.Up)
				}
			}
		}
		out.WriteByte('\n')
	}
}

func TestCellsReadAsPeopleSeeThem(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<c r="A1" t="s"><v>0</v></c>`, "甲&乙"},
		{`<c r="A1" t="s"><v>1</v></c>`, "分 段"},
		{`<c r="A1" t="inlineStr"><is><r><t>a&#x4E2D;</t></r><r><t><![CDATA[<b>&]]></t></r></is></c>`, "a中<b>&"},
		{`<c r="A1" t="str"><f>x</f><v>a_x000D_b_x_</v></c>`, "a\rb_x_="},
		{`<c r="A1"><v>14593.09</v></c>`, "14593.09"},
		{`<c r="A1"><v>14593.090000000001</v></c>`, "14593.09"},
		{`<c r="A1"><v>0.30000000000000004</v></c>`, "0.3"},
		{`<c r="A1"><v>-1.2E-3</v></c>`, "-0.0012"},
		{`<c r="A1"><v>1E5</v></c>`, "100000"},
		{`<c r="A1"><v>123456789012345</v></c>`, "123456789012345"},
		{`<c r="A1"><v>1.50204199001011E17</v></c>`, sheet.Damage + "150204199001011000"},
		{`<c r="A1"><v>1500000000000000.5</v></c>`, sheet.Damage + "1500000000000000"},
		{`<c r="A1" s="1"><v>44931</v></c>`, "2023-01-05"},
		{`<c r="A1" s="1"><v>44931.75</v></c>`, "2023-01-05"},
		{`<c r="A1" s="1"><v>59</v></c>`, "1900-02-28"},
		{`<c r="A1" s="1"><v>61</v></c>`, "1900-03-01"},
		{`<c r="A1" s="2"><v>44931</v></c>`, "2023-01"},
		{`<c r="A1" s="3"><v>0.6</v></c>`, "60.00%"},
		{`<c r="A1" s="3"><v>0.123456</v></c>`, "12.35%~12.3456%"},
		{`<c r="A1" s="3"><v>1</v></c>`, "100.00%"},
		{`<c r="A1" t="b"><v>1</v></c>`, "是"},
		{`<c r="A1" t="e"><v>#N/A</v></c>`, sheet.Damage + "#N/A"},
		{`<c r="A1"><f>SUM(B1)</f></c>`, sheet.Damage + "="},
		{`<c r="A1"><f>SUM(B1)</f><v>3</v></c>`, "3="},
		{`<c r="A1"><f>SUM(B1)</f><v/></c>`, sheet.Damage + "="},
		{`<c r="A1" t="str"><f>A2</f></c>`, sheet.Damage + "="},
		{`<c r="A1" t="str"><f>A2</f><v></v></c>`, ""},
		{`<c r="A1" s="5"><v>884.955752212389</v></c>`, "884.96~884.955752212389"},
		{`<c r="A1" s="5"><f>B1/3</f><v>-1234.5</v></c>`, "-1234.50="},
		{`<c r="A1" s="6"><v>1234567</v></c>`, sheet.Damage + "1235≠1234567"},
		{`<c r="A1" s="4"><v>0012</v></c>`, "12"},
		{`<c r="A1" t="d"><v>2023-01-05T00:00:00</v></c>`, "2023-01-05"},
		{`<x:c r="A1"><x:v>7</x:v></x:c>`, "7"},
		{`<c r="A1" s="99"><v>7</v></c>`, "7"},
	} {
		b := book(t, `<row r="1">`+c.cell+`</row>`, "", "")
		if c.want != "" {
			c.want = "1:" + c.want + "\n"
		}
		if got := shown(t, b, 0); got != c.want {
			t.Errorf("%s reads %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestDatesOf1904(t *testing.T) {
	b := book(t, `<row r="1"><c r="A1" s="1"><v>43469</v></c></row>`, "", `<workbookPr date1904="1"/>`)
	if got := shown(t, b, 0); got != "1:2023-01-05\n" {
		t.Error(got)
	}
}

func TestRowsAndColumnsKeepTheirPlaces(t *testing.T) {
	b := book(t, `<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"/><row r="5"><c><v>3</v></c><c><v>4</v></c></row>`, "", "")
	if got := shown(t, b, 0); got != "2:|1||2\n5:3|4\n" {
		t.Error(got)
	}
	if all := b.Sheets(); len(all) != 2 || !all[1].Hidden || all[0].Hidden {
		t.Errorf("%+v", b.Sheets())
	}
}

func TestATextInAMergedBlockStandsInEachRow(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>9</v></c><c r="C1" s="1"><v>44931</v></c></row>` +
		`<row r="2"><c r="D2"><v>1</v></c></row><row r="3"><c r="A3"><v>5</v></c><c r="F3"><v>6</v></c></row><row r="4"><c r="D4"><v>2</v></c></row>` +
		`<row r="5"><c r="A5"><v>8</v></c></row><row r="6"><c r="B6"><v>8</v></c></row>`
	b := book(t, rows, `<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="B1:B4"/><mergeCell ref="C1:C2"/><mergeCell ref="D2:E3"/><mergeCell ref="A5:B6"/></mergeCells>`, "")
	want := "1:甲|9|2023-01-05\n2:甲|^1|2023-01-05|1|^0\n3:甲|^2||^1|^1|6\n4:甲|^3||2\n5:8|^0\n"
	for range 2 { // a second reading begins anew
		if got := shown(t, b, 0); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	blocks, err := b.Blocks(0)
	if err != nil || len(blocks) != 5 || blocks[3] != (sheet.Block{Top: 2, Bottom: 3, Left: 3, Right: 4}) {
		t.Error(blocks, err)
	}
}

func TestHiddenRowsSaySo(t *testing.T) {
	b := book(t, `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="0"><c r="A2"><v>2</v></c></row><row r="3" hidden="true"><c r="A3"><v>3</v></c></row>`, "", "")
	if got := shown(t, b, 0); got != "1h:1\n2:2\n3h:3\n" {
		t.Error(got)
	}
}

// A workbook that changes while it is read is refused, whether it still reads or not.
func TestAWorkbookThatChangesIsNotBelieved(t *testing.T) {
	b := book(t, `<row r="1"><c r="A1"><v>1</v></c></row>`, "", "")
	f, err := os.OpenFile(b.file.Path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("x"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	r, err := b.Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = r.Next()
	}
	var fault *text.Fault
	if !errors.As(err, &fault) || fault.Code != "filing.changed" {
		t.Error(err)
	}
}

// What a spreadsheet library writes comes back, number by number, as the decimal it was.
func TestNumbersComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		fen := rapid.Int64Range(-1e13, 1e13).Draw(rt, "fen")
		want := strings.TrimSuffix(strings.TrimSuffix(fmt.Sprintf("%d.%02d", abs(fen)/100, abs(fen)%100), "0"), "0")
		want = strings.TrimSuffix(want, ".")
		if fen < 0 {
			want = "-" + want
		}
		r := &Rows{b: &Book{}, value: []byte(fmt.Sprintf("%.17g", float64(fen)/100))}
		if r.number(&cellEnd{}, nil); string(r.buf) != want {
			rt.Errorf("%d 分 came back as %s", fen, r.buf)
		}
	})
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// BenchmarkRows reads a sheet of 100,000 rows that a spreadsheet library wrote.
func BenchmarkRows(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	const n = 100_000
	for i := range n {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetRow(at, []any{"2023-01-05", fmt.Sprintf("记-%07d", i), "研发支出 材料", "P1", "直接投入", "费用化", "企业自筹", "应用研究", float64(i) + 0.25}); err != nil {
			b.Fatal(err)
		}
	}
	path := filepath.Join(b.TempDir(), "b.xlsx")
	if err := errors.Join(w.Flush(), f.SaveAs(path), f.Close()); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		book, err := opened(b, path)
		if err != nil {
			b.Fatal(err)
		}
		r, err := book.Rows(0)
		if err != nil {
			b.Fatal(err)
		}
		rows := 0
		for {
			if _, err := r.Next(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			rows++
		}
		if rows != n {
			b.Fatalf("%d rows", rows)
		}
		r.Close()
		book.Close()
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
}
