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
)

// book writes a workbook by hand: styles 0 plain, 1 date, 2 month, 3 percent, 4 text; two shared strings.
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
		"xl/styles.xml":              `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst><si><t>甲&amp;乙</t></si><si><r><t>分</t></r><r><t xml:space="preserve"> 段</t></r><rPh><t>phonetic</t></rPh></si></sst>`,
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
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// sheet gives a sheet as text: rows by number, cells joined by |.
func sheet(t testing.TB, b *Book, name string) string {
	t.Helper()
	r, err := b.Rows(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out strings.Builder
	for {
		cells, row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(&out, row, ":")
		for i, c := range cells {
			if i > 0 {
				out.WriteByte('|')
			}
			out.Write(c)
		}
		out.WriteByte('\n')
	}
}

func TestCellsReadAsPeopleSeeThem(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<c r="A1" t="s"><v>0</v></c>`, "甲&乙"},
		{`<c r="A1" t="s"><v>1</v></c>`, "分 段"},
		{`<c r="A1" t="inlineStr"><is><r><t>a&#x4E2D;</t></r><r><t><![CDATA[<b>&]]></t></r></is></c>`, "a中<b>&"},
		{`<c r="A1" t="str"><f>x</f><v>a_x000D_b_x_</v></c>`, "a\rb_x_"},
		{`<c r="A1"><v>14593.09</v></c>`, "14593.09"},
		{`<c r="A1"><v>14593.090000000001</v></c>`, "14593.09"},
		{`<c r="A1"><v>0.30000000000000004</v></c>`, "0.3"},
		{`<c r="A1"><v>-1.2E-3</v></c>`, "-0.0012"},
		{`<c r="A1"><v>1E5</v></c>`, "100000"},
		{`<c r="A1"><v>123456789012345</v></c>`, "123456789012345"},
		{`<c r="A1"><v>1.50204199001011E17</v></c>`, Damage + "150204199001011000"},
		{`<c r="A1"><v>1500000000000000.5</v></c>`, Damage + "1500000000000000"},
		{`<c r="A1" s="1"><v>44931</v></c>`, "2023-01-05"},
		{`<c r="A1" s="1"><v>44931.75</v></c>`, "2023-01-05"},
		{`<c r="A1" s="1"><v>59</v></c>`, "1900-02-28"},
		{`<c r="A1" s="1"><v>61</v></c>`, "1900-03-01"},
		{`<c r="A1" s="2"><v>44931</v></c>`, "2023-01"},
		{`<c r="A1" s="3"><v>0.6</v></c>`, "60%"},
		{`<c r="A1" s="3"><v>0.123456</v></c>`, "12.3456%"},
		{`<c r="A1" s="3"><v>1</v></c>`, "100%"},
		{`<c r="A1" t="b"><v>1</v></c>`, "是"},
		{`<c r="A1" t="e"><v>#N/A</v></c>`, Damage + "#N/A"},
		{`<c r="A1"><f>SUM(B1)</f></c>`, Damage},
		{`<c r="A1"><f>SUM(B1)</f><v>3</v></c>`, "3"},
		{`<c r="A1" t="d"><v>2023-01-05T00:00:00</v></c>`, "2023-01-05"},
		{`<x:c r="A1"><x:v>7</x:v></x:c>`, "7"},
		{`<c r="A1" s="99"><v>7</v></c>`, "7"},
	} {
		b := book(t, `<row r="1">`+c.cell+`</row>`, "", "")
		if got := sheet(t, b, "甲"); got != "1:"+c.want+"\n" {
			t.Errorf("%s reads %q, want %q", c.cell, got, c.want)
		}
	}
}

func TestDatesOf1904(t *testing.T) {
	b := book(t, `<row r="1"><c r="A1" s="1"><v>43469</v></c></row>`, "", `<workbookPr date1904="1"/>`)
	if got := sheet(t, b, "甲"); got != "1:2023-01-05\n" {
		t.Error(got)
	}
}

func TestRowsAndColumnsKeepTheirPlaces(t *testing.T) {
	b := book(t, `<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="3"/><row r="5"><c><v>3</v></c><c><v>4</v></c></row>`, "", "")
	if got := sheet(t, b, "甲"); got != "2:|1||2\n5:3|4\n" {
		t.Error(got)
	}
	if !b.Sheets[1].Hidden || b.Sheets[0].Hidden || len(b.Sheets) != 2 {
		t.Errorf("%+v", b.Sheets)
	}
}

func TestATextInAMergedBlockStandsInEachRow(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>9</v></c><c r="C1" s="1"><v>44931</v></c></row>` +
		`<row r="2"><c r="D2"><v>1</v></c></row><row r="3"><c r="A3"><v>5</v></c></row><row r="4"><c r="D4"><v>2</v></c></row>`
	b := book(t, rows, `<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="B1:B4"/><mergeCell ref="C1:C2"/><mergeCell ref="D1:E9"/></mergeCells>`, "")
	want := "1:甲|9|2023-01-05\n2:甲||2023-01-05|1\n3:5\n4:甲|||2\n"
	for range 2 { // a second reading begins anew
		if got := sheet(t, b, "甲"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
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
		out, exact := number(&Book{}, nil, []byte(fmt.Sprintf("%.17g", float64(fen)/100)), plain)
		if string(out) != want || !exact {
			rt.Errorf("%d 分 came back as %s", fen, out)
		}
	})
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

func TestFormatsAreToldApart(t *testing.T) {
	for code, want := range map[string]kind{
		"General": plain, "0.00": plain, "#,##0.00_);[Red](#,##0.00)": plain, `0.00"元"`: plain, `0"d"`: plain, "@": plain,
		"yyyy-mm-dd": date, `yyyy"年"m"月"d"日";@`: date, "[$-804]m/d;@": date, "yyyy/m/d h:mm": date, "dd-mmm": date,
		`yyyy"年"m"月"`: month, "yyyymm": month, "0%": percent, "0.00%": percent, "h:mm": plain, `"ymd"0`: plain,
	} {
		if got := kindOf(code); got != want {
			t.Errorf("%s is taken as %d, want %d", code, got, want)
		}
	}
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
		book, err := Open(path)
		if err != nil {
			b.Fatal(err)
		}
		r, err := book.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		rows := 0
		for {
			if _, _, err := r.Next(); errors.Is(err, io.EOF) {
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
