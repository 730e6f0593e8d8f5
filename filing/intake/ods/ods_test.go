package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"yice/filing/intake/sheet"
	"yice/filing/intake/sheettest"
	"yice/text"
)

const (
	kind  = "application/vnd.oasis.opendocument.spreadsheet"
	start = `<?xml version="1.0"?><office:document-content><office:automatic-styles>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style>
<number:number-style style:name="N1P0"><number:number/></number:number-style>
<number:number-style style:name="N1"><style:text-properties fo:color="#ff0000"/><number:number/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/></number:number-style>
<number:number-style style:name="N3P1"><style:text-properties fo:color="#ff0000"/></number:number-style>
<number:number-style style:name="N3"><number:number/><style:map style:condition="value()&lt;0" style:apply-style-name="N3P1"/></number:number-style>
<number:date-style style:name="N2"><number:year/><number:month/></number:date-style>
<style:style style:name="red" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="red3" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="redder" style:family="table-cell" style:parent-style-name="red"/>
<style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop"/>
<style:style style:name="out" style:family="table-cell"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="out2" style:family="table-cell" style:parent-style-name="out"/>
<style:style style:name="back" style:family="table-cell" style:parent-style-name="out"><style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>
<style:style style:name="run" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="month" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles><office:body><office:spreadsheet>`
	end = `</office:spreadsheet></office:body></office:document-content>`
)

// pack makes a package of parts, given as names and contents.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		method := zip.Deflate
		if parts[i] == "mimetype" {
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func open(content []byte) (*book, error) {
	b, err := read(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, broken(err)
	}
	return b, nil
}

func shown(t testing.TB, tables string) string {
	t.Helper()
	b, err := open(pack(t, "mimetype", kind, "content.xml", start+tables+end))
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for i, info := range b.Sheets() {
		fmt.Fprintf(&out, "[%s %v]\n%s", info.Name, info.Hidden, sheettest.Text(t, b, i))
	}
	return out.String()
}

func code(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return fmt.Sprint(err)
}

func TestCellsReadAsPeopleSeeThem(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<table:table-cell office:value-type="string"><text:p>甲  乙<text:s text:c="2"/>丙<text:tab/>丁</text:p><text:p><text:span>二</text:span><text:line-break/>三</text:p></table:table-cell>`, "甲 乙  丙\t丁⏎二⏎三"},
		{`<table:table-cell office:value-type="string" office:string-value="无段"/>`, "无段"},
		{`<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>正文<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby></text:p><draw:frame><text:p>图</text:p></draw:frame></table:table-cell>`, "正文字"},
		{`<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1,234.50</text:p></table:table-cell>`, "1234.50"},
		{`<table:table-cell office:value-type="float" office:value="884.955752"><text:p>884.96</text:p></table:table-cell>`, "884.96~884.955752"},
		{`<table:table-cell office:value-type="float" office:value="884.955752"/>`, "884.955752"},
		{`<table:table-cell office:value-type="currency" office:currency="CNY" office:value="-12"><text:p>(¥12.00)</text:p></table:table-cell>`, "-¥12.00"},
		{`<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>12.5%</text:p></table:table-cell>`, "12.5%"},
		{`<table:table-cell office:value-type="percentage" office:value="0.125"/>`, "12.5%"},
		{`<table:table-cell table:style-name="red" office:value-type="float" office:value="-5"><text:p>5</text:p></table:table-cell>`, "-5"},
		{`<table:table-cell table:style-name="red3" office:value-type="float" office:value="-5"><text:p>5</text:p></table:table-cell>`, "-5"},
		{`<table:table-cell table:style-name="redder" office:value-type="float" office:value="-5"><text:p>5</text:p></table:table-cell>`, "-5"},
		{`<table:table-cell table:style-name="loop" office:value-type="float" office:value="-5"><text:p>5</text:p></table:table-cell>`, "!5≠-5"},
		{`<table:table-cell office:value-type="float" office:value="1234567"><text:p>1,235</text:p></table:table-cell>`, "!1,235≠1234567"},
		{`<table:table-cell office:value-type="float" office:value="622202123456789012"><text:p>6.22E+17</text:p></table:table-cell>`, "!622202123456789000"},
		{`<table:table-cell table:style-name="out" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>`, "5×"},
		{`<table:table-cell table:style-name="out2" office:value-type="string"><text:p>甲</text:p></table:table-cell>`, "甲×"},
		{`<table:table-cell table:style-name="back" office:value-type="string"><text:p>甲</text:p></table:table-cell>`, "甲"},
		{`<table:table-cell office:value-type="string"><text:p><text:span text:style-name="run">甲</text:span></text:p></table:table-cell>`, "甲×"},
		{`<table:table-cell office:value-type="float" office:value="x"><text:p>5</text:p></table:table-cell>`, "!"},
		{`<table:table-cell office:value-type="date" office:date-value="2023-01-05T10:30:00"><text:p>2023年1月5日</text:p></table:table-cell>`, "2023-01-05"},
		{`<table:table-cell table:style-name="month" office:value-type="date" office:date-value="2023-01-05"><text:p>2023年1月</text:p></table:table-cell>`, "2023-01"},
		{`<table:table-cell office:value-type="time" office:time-value="PT10H30M00S"><text:p>10:30</text:p></table:table-cell>`, "10:30"},
		{`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>`, "是"},
		{`<table:table-cell table:formula="of:=1" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>`, "1="},
		{`<table:table-cell table:formula="of:=1"/>`, "!="},
		{`<table:table-cell table:formula="of:=1" office:value-type="string" office:string-value=""/>`, ""},
		{`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`, "!#DIV/0!="},
		{`<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:502</text:p></table:table-cell>`, "!Err:502="},
		{`<table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>`, "#N/A"},
		{`<table:table-cell/><table:covered-table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/>`, "||x|x"},
	} {
		want := "[甲 false]\n"
		if c.want != "" {
			want += "1: " + c.want + "\n"
		}
		if got := shown(t, `<table:table table:name="甲"><table:table-row>`+c.cell+`</table:table-row></table:table>`); got != want {
			t.Errorf("%s\nreads %q, want %q", c.cell, got, want)
		}
	}
}

func TestRowsColumnsAndTables(t *testing.T) {
	cell := func(s string) string {
		return `<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
	}
	figure := `<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="float" office:value="-9"><text:p>9</text:p></table:table-cell>`
	got := shown(t, `<table:tracked-changes><table:table-cell><text:p>旧</text:p></table:table-cell></table:tracked-changes>`+
		`<table:table table:name="甲" table:style-name="ta2"><table:shapes><draw:frame><table:table><table:table-row>`+cell("图")+`</table:table-row></table:table></draw:frame></table:shapes>`+
		`<table:table-column table:number-columns-repeated="1"/><table:table-column table:default-cell-style-name="red" table:number-columns-repeated="16383"/>`+
		`<table:table-header-rows><table:table-row table:number-rows-repeated="2">`+cell("头")+`</table:table-row></table:table-header-rows>`+
		`<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>`+
		`<table:table-row table:visibility="filter">`+cell("筛")+`</table:table-row>`+
		`<table:table-row-group table:display="false"><table:table-row>`+cell("折")+`</table:table-row></table:table-row-group>`+
		`<table:table-row>`+cell("块")+figure+`</table:table-row><table:table-row>`+cell("下")+`<table:covered-table-cell/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`+
		`<table:table table:name="乙"><table:table-row>`+cell("b")+`</table:table-row></table:table><table:named-expressions/>`)
	if want := "[甲 true]\n1: 头\n2: 头\n5h: 筛\n6h: 折\n7: 块|-9\n8: 下|^1\n[乙 false]\n1: b\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestWhatCannotBeReadSaysWhatItIs(t *testing.T) {
	table := `<table:table table:name="甲"/>`
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"a text":        {pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"), "filing.not-a-table"},
		"a text within": {pack(t, "mimetype", kind, "content.xml", "<office:body><office:text>"), "filing.not-a-table"},
		"a password":    {pack(t, "mimetype", kind, "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "zzz"), "filing.workbook-encrypted"},
		"no sheet":      {pack(t, "mimetype", kind, "content.xml", start+end), "filing.not-a-table"},
		"no content":    {pack(t, "mimetype", kind), "filing.workbook"},
		"cut content":   {pack(t, "mimetype", kind, "content.xml", start+table), "filing.workbook"},
		"no zip":        {[]byte("PK\x03\x04"), "filing.workbook"},
		"entities":      {pack(t, "mimetype", kind, "content.xml", `<!DOCTYPE x [<!ENTITY a "b">]>`+start+`<table:table><table:table-row><table:table-cell><text:p>&a;`+end), "filing.workbook"},
	} {
		if _, err := open(c.file); code(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !Is(pack(t, "mimetype", kind, "content.xml", "")) || Is([]byte("PK\x03\x04")) || Is(pack(t, "content.xml", "")) {
		t.Error("Is is wrong")
	}
}

// What asks for more than anybody may hold is refused, and what only says so costs nothing.
func TestHostileFiles(t *testing.T) {
	x := `office:value-type="string"><text:p>x</text:p></table:table-cell>`
	for name, content := range map[string]string{
		"a thousand million rows":    `<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell ` + x + `</table:table-row></table:table>`,
		"a thousand million columns": `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000" ` + x + `</table:table-row></table:table>`,
		"deep":                       `<table:table><table:table-row><table:table-cell><text:p>` + strings.Repeat("<text:span>", 1_000),
		"deep elsewhere":             strings.Repeat("<a>", 1_000),
		"spaces":                     `<table:table><table:table-row><table:table-cell office:value-type="string"><text:p>` + strings.Repeat(`<text:s text:c="999999999"/>`, 100),
		"many sheets":                strings.Repeat(`<table:table/>`, sheet.MaxSheets+1),
		"past the last row":          `<table:table><table:table-row table:number-rows-repeated="9999999999999999999"><table:table-cell/></table:table-row><table:table-row><table:table-cell ` + x + `</table:table-row></table:table>`,
	} {
		if got := shown(t, content); strings.HasPrefix(got, "[") {
			t.Errorf("%s was read: %.80s", name, got)
		}
	}
	blank := `<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"/></table:table-row></table:table>`
	if got := shown(t, blank); got != "[ false]\n" {
		t.Error(got)
	}
	bomb := pack(t, "mimetype", kind, "content.xml", start+strings.Repeat(" ", 16<<20)+end)
	if _, err := open(bomb); code(err) != "filing.workbook-limits" {
		t.Errorf("a bomb: %v", err)
	}
	many := []string{"mimetype", kind}
	for i := range maxEntries + 1 {
		many = append(many, fmt.Sprint(i), "")
	}
	if _, err := open(pack(t, many...)); code(err) != "filing.workbook-limits" {
		t.Errorf("too many parts: %v", err)
	}
}

func real(t testing.TB) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/ledger.ods")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// A file LibreOffice wrote from a ledger of every sort of cell.
func TestARealFile(t *testing.T) {
	b, err := open(real(t))
	if err != nil {
		t.Fatal(err)
	}
	want := `1: 研发支出明细账（2023年）
2: 日期|凭证号|摘要|借方⏎金额|比例|余额
3: 2023-01-05|001|材料 & <钢>  两格|1234.50|12.5%|884.96~884.955752
4: 2023-01|6222021234567890123|冲销𠮷|-1234.50||-100.00~-99.995
6: 2023-01-24|合并文字||3000
7: |合并文字|第二行|^1
8: |合并文字|第三行|0.1
9: |是=|合计|3000.1=|!#DIV/0!=|文字=
10h: ||藏起来的行
12: ||是=
`
	if got := sheettest.Text(t, b, 0); got != want {
		t.Errorf("%s", got)
	}
	if s := b.Sheets(); len(s) != 2 || !s[1].Hidden || s[0].Name != "明细账" {
		t.Error(s)
	}
}

func TestARealFileCutOff(t *testing.T) {
	whole := real(t)
	for n := 0; n < len(whole); n += 512 {
		if _, err := open(whole[:n]); !strings.HasPrefix(code(err), "filing.") {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
}

func FuzzContent(f *testing.F) {
	f.Add(start + `<table:table><table:table-row table:number-rows-repeated="3"><table:table-cell table:style-name="red" office:value-type="float" office:value="-1" table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell></table:table-row></table:table>` + end)
	f.Fuzz(func(t *testing.T, content string) {
		d := &document{styles: newStyles()}
		if d.readContent(strings.NewReader(content)) != nil {
			return
		}
		b := &book{infos: d.infos, sheets: d.sheets}
		for i := range b.sheets {
			if out, err := sheettest.Read(b, i); err != nil && !strings.HasPrefix(code(err), "filing.") {
				t.Errorf("%v is no fault after %.40s", err, out)
			}
		}
	})
}
