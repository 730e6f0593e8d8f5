package workbooks

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/filing/intake/biff"
	"yice/filing/intake/incoming"
	"yice/filing/intake/markup"
	"yice/filing/intake/ods"
	"yice/filing/intake/sheet"
	"yice/filing/intake/sheettest"
)

// ledger writes a small ledger with all that a container must show alike: dates, codes, grouped, rounded, negative and red
// figures, percents, merged texts and figures, formulas, a hidden row, a hidden sheet, awkward texts.
func ledger(t *testing.T, path string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var failed error
	do := func(err error) { failed = errors.Join(failed, err) }
	do(f.SetSheetName("Sheet1", "明细账"))
	set := func(at string, v any, format string) {
		do(f.SetCellValue("明细账", at, v))
		if format != "" {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			do(err)
			do(f.SetCellStyle("明细账", at, at, style))
		}
	}
	set("A1", "研发支出明细账（2023年）", "")
	do(f.MergeCell("明细账", "A1", "F1"))
	for i, h := range []string{"日期", "凭证号", "摘要", "借方\n金额", "比例", "余额"} {
		set(string(rune('A'+i))+"2", h, "")
	}
	set("A3", 44931, "yyyy-mm-dd")
	set("B3", "001", "")
	set("C3", "材料 & <钢> \"两格\"", "")
	set("D3", 1234.5, "#,##0.00")
	set("E3", 0.125, "0.0%")
	set("F3", 884.955752, "#,##0.00")
	set("A4", 44931, `yyyy"年"m"月"`)
	set("B4", "6222021234567890123", "")
	set("C4", "冲销\U00020BB7", "")
	set("D4", -1234.5, "#,##0.00;[Red]#,##0.00")
	set("F4", -99.995, "#,##0.00_);(#,##0.00)")
	set("A6", 44950, "yyyy-mm-dd")
	set("B6", "合并文字", "")
	do(f.MergeCell("明细账", "B6", "B8"))
	set("D6", 3000, "0")
	do(f.MergeCell("明细账", "D6", "D7"))
	set("C7", "第二行", "")
	set("C8", "第三行", "")
	set("D8", 0.1, "")
	set("C9", "合计", "")
	do(f.SetCellFormula("明细账", "D9", "SUM(D3:D8)"))
	do(f.SetCellFormula("明细账", "E9", "1/0"))
	do(f.SetCellFormula("明细账", "F9", `"文"&"字"`))
	set("C10", "藏起来的行", "")
	do(f.SetRowVisible("明细账", 10, false))
	_, err := f.NewSheet("藏表")
	do(err)
	do(f.SetCellValue("藏表", "A1", "看不见"))
	do(f.SetSheetVisible("藏表", false))
	do(f.SaveAs(path))
	if failed != nil {
		t.Fatal(failed)
	}
}

// wanted is what a reader sees of the ledger.
const wanted = `1: 研发支出明细账（2023年）
2: 日期|凭证号|摘要|借方⏎金额|比例|余额
3: 2023-01-05|001|材料 & <钢> "两格"|1234.50|12.5%|884.96~884.955752
4: 2023-01|6222021234567890123|冲销𠮷|-1234.50||-100.00~-99.995
6: 2023-01-24|合并文字||3000
7: |合并文字|第二行|^1
8: |合并文字|第三行|0.1
9: ||合计|3000.1=|!#DIV/0!=|文字=
10h: ||藏起来的行
`

func TestOneTableReadsAlikeFromEveryContainer(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("YICE_CI") != "" {
			t.Fatal("NOT CHECKED: there is no LibreOffice to save a table in other containers")
		}
		t.Skip("NOT CHECKED: there is no LibreOffice to save a table in other containers; install libreoffice-calc-nogui")
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "ledger.xlsx")
	ledger(t, source)
	for _, c := range []struct {
		ext, container string
		open           func(*incoming.File) (sheet.Book, error)
	}{
		{"xls", "xls", biff.Open},
		{"ods", "ods", ods.Open},
		{"html", "xls-html", markup.Open},
	} {
		run := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", c.ext, "--outdir", dir, source)
		run.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
		if out, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, bytes.TrimSpace(out))
		}
		f, err := incoming.Open(filepath.Join(dir, "ledger."+c.ext))
		if err != nil {
			t.Fatal(err)
		}
		b, err := c.open(f)
		if err != nil {
			f.Close()
			t.Fatalf("%s: %v", c.ext, err)
		}
		got, want := sheettest.Text(t, b, 0), wanted
		if c.ext == "html" {
			got, want = page(got), page(want)
		} else if s := b.Sheets(); len(s) != 2 || s[0].Name != "明细账" || s[0].Hidden || !s[1].Hidden {
			t.Errorf("%s has the sheets %+v", c.ext, s)
		}
		if got != want || b.Container() != c.container {
			t.Errorf("%s (%s) reads\n%s", c.ext, b.Container(), got)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

var hiddenRow = regexp.MustCompile(`(?m)^\d+h: .*\n`)

// page is what a web page can hold of a reading: no hidden rows, no formulas.
func page(s string) string {
	return strings.ReplaceAll(hiddenRow.ReplaceAllString(s, ""), "=", "")
}
