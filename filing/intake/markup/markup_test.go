package markup

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yice/filing/intake/sheet"
	"yice/filing/intake/sheettest"
	"yice/text"
	"yice/text/gb18030"
)

// shown gives all sheets of a file as text, each under its name.
func shown(t testing.TB, content string) string {
	t.Helper()
	b, err := read([]byte(content))
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for i, info := range b.Sheets() {
		hidden := ""
		if info.Hidden {
			hidden = "（隐藏）"
		}
		fmt.Fprintf(&out, "[%s%s]\n%s", info.Name, hidden, sheettest.Text(t, b, i))
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

func gbk(t testing.TB, s string) string {
	t.Helper()
	out, _, err := transform.String(gb18030.NewEncoder(), s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTablesReadAsPeopleSeeThem(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", "[表1]\n1: 甲|1\n2: 乙|2\n"},
		{"\r\n<TABLE border=1><THEAD><TR><TH>科目&nbsp;</TH><TH>借方<BR>金额</TH></TR></THEAD></TABLE>", "[表1]\n1: 科目|借方⏎金额\n"},
		{
			`<style>.x1 {text-decoration:line-through}</style><table><tr><td class=x1>a<td><s>b</s><td><del>c</del><td><span style="text-decoration: underline line-through">d</span><td style="text-decoration:underline">e<tr style="text-decoration:line-through"><td>f<tr><td>g</table>`,
			"[表1]\n1: a×|b×|c×|d×|e\n2: f×\n3: g\n",
		},
		{"<tr><td>a</td><td>b</td></tr>", "[表1]\n1: a|b\n"},
		{"<table><tr><td>a</td><td></td><td>&nbsp;&nbsp;b &amp;\n c</td></tr><tr></tr><tr><td>d</table>", "[表1]\n1: a||b & c\n3: d\n"},
		{"<table><tr><td rowspan=2>甲<td rowspan=2>1,000.00<td>x<tr><td>y</table>", "[表1]\n1: 甲|1,000.00|x\n2: 甲|^1|y\n"},
		{"<table><tr><td colspan=2>题<td>z<tr><td>a<td>b<td>c</table>", "[表1]\n1: 题||z\n2: a|b|c\n"},
		{"<table><tr><td>a<script>var x='<td>';</script><td><p>一</p><p>二</p><style>.q{}</style></table>", "[表1]\n1: a|一⏎二\n"},
		{"<table><tr><td>a<td style='display: none'>id<td>b<tr style='display:none'><td>c<td>d</table>", "[表1]\n1: a|b\n2h: c|d\n"},
		{"<table><tr><td><span style='display:none'>7<b>8</b></span>a<td><input value=3><select><option>no<option selected>yes</select></table>", "[表1]\n1: a|yes\n"},
		{"<style>.xl24{mso-number-format:'\\@'}.h{display:none}</style><table><tr><td class=xl24 x:num='5'>005<td class=h>x<td>b</table>", "[表1]\n1: 005|b\n"},
		{"<table><tr><td>#N/A<td x:err='#REF!'>#REF!<td x:str>#N/A</table>", "[表1]\n1: !#N/A|!#REF!|#N/A\n"},
		{
			"<table><tr><td x:num='884.955752'>884.96<td x:num>1,234.50<td x:num='-1234.5' x:fmla='=A1'><font color=red>1,234.50</font></table>",
			"[表1]\n1: 884.96~884.955752|1,234.50|-1234.50=\n",
		},
		{"<table><tr><td x:num='1234567'>1,235<td x:num='6.22202123456789E+18'>6.22E+18</table>", "[表1]\n1: !1,235≠1234567|!6222021234567890000\n"},
		{"<table><tr><td style='mso-number-format:\"Short Date\"' x:num='44931'>2023/1/5<td sdval='44931' sdnum='1033;0;YYYY\"年\"M\"月\"'>2023年1月</table>", "[表1]\n1: 2023-01-05|2023-01\n"},
		{"<table><tr><td sdval='0.1' sdnum='1033;'>0.1<td>x</table>", "[表1]\n1: 0.1|x\n"},
		// What stands around a table may hold the unit of its money.
		{"<p>研发支出明细账</p>单位：万元<table><tr><td>a<td>b</table>制表：张三", "[表1]\n1: 研发支出明细账\n2: 单位：万元\n3: a|b\n4: 制表：张三\n"},
		{"<table><tr><td>单位：元</table><table><tr><td rowspan=2>a<td>b<tr><td>c</table><table><tr><td>d<td>e</table>", "[表1]\n1: 单位：元\n2: a|b\n3: a|c\n[表2]\n1: d|e\n"},
		// Tables within tables: a cell's own text, or a sheet of its own.
		{"<table><tr><td>题<tr><td><table><tr><td>a<td>b</table></table>", "[表1]\n1: 题\n2: a|b\n"},
		{"<table><tr><td><table><tr><td>甲</table><td>乙</table>", "[表1]\n1: 甲|乙\n"},
		{"<table><tr><td>x<td>y<tr><td><table><tr><td>a<td>b</table><td>z</table>", "[表1]\n1: x|y\n2: |z\n[表2]\n1: a|b\n"},
		{"<html><head><title>没人看</title><body><div style='display:none'><table><tr><td>1<td>2</table></div><table><tr><td>a<td>b</table>", "[表1]\n1: a|b\n"},
		{"<html><head><meta charset=utf-8><table><tr><td>a<td>b</table>", "[表1]\n1: a|b\n"},
	} {
		if got := shown(t, c.page); got != c.want {
			t.Errorf("%s\nreads\n%s\nwant\n%s", c.page, got, c.want)
		}
	}
}

func TestEveryCharset(t *testing.T) {
	page := "<meta charset=%s><table><tr><td>研发支出〇㐀<td>１</table>"
	want := "[表1]\n1: 研发支出〇㐀|１\n"
	utf16, _, err := transform.String(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), fmt.Sprintf(page, "unicode"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"utf-8": fmt.Sprintf(page, "utf-8"), "utf-8 with its mark": "\xEF\xBB\xBF" + fmt.Sprintf(page, "utf-8"),
		"utf-8 that says gb2312": fmt.Sprintf(page, "gb2312"), "gbk": gbk(t, fmt.Sprintf(page, "gb2312")), "gbk that says utf-8": gbk(t, fmt.Sprintf(page, "utf-8")),
		"gbk that says nothing": gbk(t, strings.Replace(page, "<meta charset=%s>", "", 1)), "gbk that says iso-8859-1": gbk(t, fmt.Sprintf(page, "iso-8859-1")), "utf-16": utf16,
	} {
		if !Is([]byte(content)) {
			t.Errorf("%s is not taken for markup", name)
		}
		if got := shown(t, content); got != want {
			t.Errorf("%s reads %q", name, got)
		}
	}
	for name, content := range map[string]string{
		"big5":          "<meta charset=big5><table><tr><td>\xa4\xa4\xa4\xe5<td>1</table>",
		"utf-8 cut off": strings.Repeat("研发", 50) + "<table><tr><td>研发<td>支\xe5\x87",
		"no encoding":   "<table><tr><td>\xff\xff\x80<td>b</table>",
	} {
		if _, err := read([]byte(content)); code(err) != "filing.encoding" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const workbookHead = `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default" ss:Name="Normal"><Alignment/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="m"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
<Style ss:ID="s"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style>
<Style ss:ID="x"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="x2" ss:Parent="x"/><Style ss:ID="x3" ss:Parent="x"><Font/></Style><Style ss:ID="s2" ss:Parent="s"/><Style ss:ID="loop" ss:Parent="loop"/></Styles>`

func TestXMLSpreadsheetsReadAsPeopleSeeThem(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{`<Row><Cell><Data ss:Type="String">甲&amp;乙</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">1234.5</Data></Cell></Row>`, "1: 甲&乙||1234.5\n"},
		{
			`<Row ss:Index="3"><Cell ss:StyleID="s"><Data ss:Type="Number">884.955752</Data></Cell><Cell ss:StyleID="s2"><Data ss:Type="Number">-1234.5</Data></Cell></Row><Row><Cell ss:StyleID="loop"><Data ss:Type="Number">1E-3</Data></Cell></Row>`,
			"3: 884.96~884.955752|-1234.50\n4: 0.001\n",
		},
		{
			`<Row><Cell ss:StyleID="d"><Data ss:Type="DateTime">2023-01-05T00:00:00.000</Data></Cell><Cell ss:StyleID="m"><Data ss:Type="DateTime">2023-01-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2023-01-05T12:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">44931</Data></Cell></Row>`,
			"1: 2023-01-05|2023-01|2023-01-05|2023-01-05\n",
		},
		{
			`<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">题</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="Number">9</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell></Row><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>`,
			"1: 题||9|甲\n2: x||^1|甲\n",
		},
		{
			`<Row><Cell ss:StyleID="x"><Data ss:Type="Number">1</Data></Cell><Cell ss:StyleID="x2"><Data ss:Type="String">a</Data></Cell><Cell ss:StyleID="x3"><Data ss:Type="Number">2</Data></Cell></Row>`,
			"1: 1×|a×|2\n",
		},
		{`<Row ss:Hidden="1"><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1"/><Cell ss:Formula="=1"><Data ss:Type="Number">1</Data></Cell></Row>`, "1h: 是|!#N/A|!=|1=\n"},
		{`<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B><Font html:Size="9">体</Font></ss:Data><Comment><Data>批注</Data></Comment></Cell></Row>`, "1: 粗体\n"},
		{
			`<Column ss:StyleID="p"/><Column ss:Index="3" ss:Span="1" ss:StyleID="s"/><Row><Cell><Data ss:Type="Number">0.125</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">1</Data></Cell></Row><Row ss:StyleID="s"><Cell><Data ss:Type="Number">2</Data></Cell></Row>`,
			"1: 12.5%|||1.00\n2: 2.00\n",
		},
		{`<Row><Cell><Data ss:Type="Number">622202123456789012</Data></Cell><Cell><Data ss:Type="Number">x</Data></Cell></Row>`, "1: !622202123456789000|!x\n"},
	} {
		file := workbookHead + `<Worksheet ss:Name="明细"><Table>` + c.rows + `</Table><WorksheetOptions xmlns="urn:x"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`
		if got := shown(t, file); got != "[明细（隐藏）]\n"+c.want {
			t.Errorf("%s\nreads\n%s\nwant\n%s", c.rows, got, c.want)
		}
		if got := shown(t, gbk(t, strings.Replace(file, `version="1.0"`, `version="1.0" encoding="gb2312"`, 1))); got != "[明细（隐藏）]\n"+c.want {
			t.Errorf("in GBK %s\nreads\n%s", c.rows, got)
		}
	}
}

func TestAWebArchiveIsReadPageByPage(t *testing.T) {
	page := "<html><meta charset=gb2312><table><tr><td>研发<td>1</table>"
	mht := "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\nThis is a page\r\n" +
		"--b\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n<html>frames\r\n" +
		"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(gbk(t, page))) +
		"\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>a=3Db<td>=\r\n2</table>" +
		"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
	if got := shown(t, mht); got != "[表1]\n1: 研发|1\n[表2]\n1: a=b|2\n" {
		t.Error(got)
	}
	if !Is([]byte(mht)) {
		t.Error("not taken for an archive")
	}
}

func TestWhatIsNoTableSaysSo(t *testing.T) {
	for content, want := range map[string]string{
		"<html><body>登录超时，请重新登录</body></html>":   "filing.not-a-table",
		"<?xml version='1.0'?><xbrl><a/></xbrl>": "filing.not-a-table",
		"<table></table>":                        "filing.not-a-table",
		workbookHead + "</Workbook>":             "filing.not-a-table",
		workbookHead + "<Worksheet><Table><Row>": "filing.workbook",
		workbookHead + "<Worksheet><Table><Row ss:Index='5'/><Row ss:Index='2'/></Table></Worksheet></Workbook>": "filing.workbook",
		"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\nx":                              "filing.not-a-table",
	} {
		if _, err := read([]byte(content)); code(err) != want {
			t.Errorf("%s: %v", content, err)
		}
	}
}

func TestIs(t *testing.T) {
	for _, s := range []string{"<table>", " \r\n<TABLE border=0>", "<?xml version=", "<!DOCTYPE html>", "<html xmlns:x=", "<ss:Workbook ", "<tr>", "<!--[if"} {
		if !Is([]byte(s)) {
			t.Errorf("%q is not taken for markup", s)
		}
	}
	for _, s := range []string{"", "日期,金额", "<材料>,1", "<5%,3", "<<a", "a<table>", "<tablex>,1", "MIME,Content", "<公司>"} {
		if Is([]byte(s)) {
			t.Errorf("%q is taken for markup", s)
		}
	}
}

// What asks for more than anybody may hold is refused, without being held first.
func TestHostilePages(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>` + strings.TrimPrefix(workbookHead, `<?xml version="1.0"?>`) +
		`<Worksheet><Table><Row><Cell><Data ss:Type="String">&b;</Data></Cell></Row></Table></Worksheet></Workbook>`
	for name, content := range map[string]string{
		"entities":       bomb,
		"nested tables":  strings.Repeat("<table><tr><td>", 1_000),
		"wide":           "<table><tr>" + strings.Repeat("<td>1", sheet.MaxColumns+1),
		"a long cell":    "<table><tr><td>" + strings.Repeat("字", 140_000) + "<td>b",
		"a far column":   workbookHead + `<Worksheet><Table><Row><Cell ss:Index="99999"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
		"a far row":      workbookHead + `<Worksheet><Table><Row ss:Index="99999999"><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
		"many sheets":    workbookHead + strings.Repeat(`<Worksheet ss:Name="a"><Table/></Worksheet>`, 300) + `</Workbook>`,
		"deep in a cell": workbookHead + `<Worksheet><Table><Row><Cell><Data>` + strings.Repeat("<B>", 1_000) + `</Data></Cell></Row></Table></Worksheet></Workbook>`,
	} {
		if b, err := read([]byte(content)); err == nil {
			if out, err := sheettest.Read(b, 0); err == nil {
				t.Errorf("%s was read: %.80s", name, out)
			}
		}
	}
	// Spans without end cover no more than a sheet has.
	if got := shown(t, "<table><tr><td rowspan=999999999>甲<td>b<tr><td colspan=999999999>c</table>"); got != "[表1]\n1: 甲|b\n2: 甲|c\n" {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<p>题<table><tr><td rowspan=2 x:num='1.5'>1.5<td colspan=3>b<tr><td style='display:none'>c<table><td>x</table></table>"))
	f.Add([]byte(workbookHead + `<Worksheet ss:Name="a"><Table><Row><Cell ss:StyleID="s" ss:MergeDown="2"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>`))
	f.Add([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<table><td>1<td>2\r\n--b--"))
	f.Add([]byte("<style>.a{mso-number-format:'\\#\\,\\#\\#0\\.00'}</style><table><td class=a x:num=7>7.00<td x:err>"))
	f.Fuzz(func(t *testing.T, content []byte) {
		Is(content)
		b, err := read(content)
		if err != nil {
			var fault *text.Fault
			if !errors.As(err, &fault) {
				t.Errorf("%v is no fault", err)
			}
			return
		}
		for i := range b.Sheets() {
			out, err := sheettest.Read(b, i)
			var fault *text.Fault
			if err != nil && !errors.As(err, &fault) {
				t.Errorf("%v is no fault", err)
			}
			if bytes.Contains([]byte(out), []byte(sheet.Damage)) {
				t.Errorf("a mark of damage within a cell: %q", out)
			}
		}
	})
}
