package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/report"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

const (
	uscc = "91150200MA0BT0013C"
	year = 2023
)

func template(y int) (*scoring.Pack, bool) {
	source, err := os.ReadFile("../../examples/pack-2023.toml")
	if err != nil || y != year {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

func workspace(t testing.TB) *store.Workspace {
	t.Helper()
	w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func sit(t testing.TB, w *store.Workspace, y int) *entry.Session {
	t.Helper()
	s, err := entry.Open(w, uscc, y, entry.Options{Who: "示例乙", Create: true, Template: template, Now: func() time.Time {
		return time.Date(2024, 1, 15, 10, 30, 0, 0, time.UTC)
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// golden is the example enterprise with its two years.
func golden(t testing.TB) *entry.Session {
	t.Helper()
	made.once.Do(func() {
		w := workspace(t)
		for _, y := range []int{year - 1, year} {
			if _, err := filing.ImportFolder(context.Background(), sit(t, w, y), fmt.Sprintf("../../examples/golden-2023/%d", y), filing.ImportOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if made.err = w.Close(); made.err == nil {
			made.file, made.err = os.ReadFile(w.Path())
		}
	})
	if made.err != nil || len(made.file) == 0 {
		t.Fatal("the example was not made: ", made.err)
	}
	path := filepath.Join(t.TempDir(), "w.yice")
	if err := os.WriteFile(path, made.file, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := store.Open(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return sit(t, w, year)
}

// made is the file of a workspace that is made once, and copied for every test that wants one.
var made struct {
	once sync.Once
	file []byte
	err  error
}

func importRows(t testing.TB, s *entry.Session, id string, rows ...[]string) {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), id+".csv")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := filing.ImportFiles(context.Background(), s, form.ByID(id), []string{path}, filing.ImportOptions{Mode: filing.ModeAdd})
	if err != nil || r.RefusedCount > 0 {
		t.Fatalf("%v %+v", err, r.Refused)
	}
}

func gather(t testing.TB, s *entry.Session) *report.Material {
	t.Helper()
	m, err := report.Gather(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func workbook(t testing.TB, m *report.Material, l text.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Workbook(context.Background(), &b, l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func page(t testing.TB, m *report.Material, l text.Lang) string {
	t.Helper()
	var b bytes.Buffer
	if err := m.HTML(&b, l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func openBook(t testing.TB, raw []byte) *excelize.File {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// cells gives the raw rows of a sheet.
func cells(t testing.TB, x *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// hasRow reports whether a row begins a run of cells with these, wherever in the row.
func hasRow(rows [][]string, want ...string) bool {
	for _, row := range rows {
		for i := range row {
			if len(row)-i >= len(want) && strings.Join(row[i:i+len(want)], "\x00") == strings.Join(want, "\x00") {
				return true
			}
		}
	}
	return false
}

func parts(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(content)
	}
	return all
}

func TestTheWorkbookHoldsTheYear(t *testing.T) {
	x := openBook(t, workbook(t, gather(t, golden(t)), text.ZH))
	want := []string{
		"封面", "107-1", "107-2", "研发支出辅助账汇总", "研发投入合计", "得分", "目标进度", "得分说明", "审核", "假设",
		"企业概况", "年度指标", "研发投入台账", "科技项目", "专利", "奖项", "研发平台", "创新人才", "创新团队", "成果转化", "创新成果", "制度与机制",
	}
	if got := x.GetSheetList(); strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("sheets %v", got)
	}
	for _, c := range []struct {
		sheet string
		row   []string
	}{
		{"封面", []string{"创新指标分", "82.58 分（另有未填 1.00 分）", "计入年度考核", "12.39 分"}},
		{"封面", []string{"加分", "4.50 分（含待认定 5.00 分）", "考核利润", "4,445.00 万元（含待认定 4,475.00 万元）"}},
		{"封面", []string{"利润完成率", "127.00%（含待认定 127.86%）"}},
		{"107-1", []string{"甲", "乙", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"}},
		{"107-1", []string{"1", "城市供水管网漏损智能识别关键技术研究", "2", "21", "13", "4", "202301", "202406", "2", "12", "96", "4000", "1200"}},
		{"107-1", []string{"2", "再生水深度处理膜污染控制技术攻关", "2", "21", "13", "4", "202301", "202406", "2", "12", "96", "1500", "0"}},
		{"107-2", []string{"研究开发费用合计", "千元", "7", "13200"}},
		{"107-2", []string{"来自政府部门", "千元", "43", "1200"}},
		{"107-2", []string{"研究开发人员合计", "人", "1", "46"}},
		{"107-2", []string{"期末有效发明专利数", "件", "32", "5"}},
		{"得分", []string{"研发投入强度", "C16 C10", "1.65%", "1.80%", "20", "18.33", "18.33", "", "0.9167", "未达标"}},
		{"得分", []string{"考核利润", "", "4445", "4475"}},
		{"得分", []string{"研发投入加回", "C06 C35", "1075", "1075"}},
		{"研发投入合计", []string{"人员人工", "188.18", "0.1426"}},
		{"研发投入合计", []string{"合计", "1320"}},
		{"审核", []string{"1", "核实性", "科技项目 · P1 · 项目总支出"}},
	} {
		if !hasRow(cells(t, x, c.sheet), c.row...) {
			t.Errorf("%s lacks %q", c.sheet, c.row)
		}
	}
	if n := len(cells(t, x, "研发投入台账")); n != 2+3+179+1 {
		t.Errorf("the ledger's sheet has %d rows", n)
	}
	tax := cells(t, x, "研发支出辅助账汇总")
	if !hasRow(tax, "合计", "", "", "", "12926835.47", "1881791.12") {
		t.Error("the tax ledger's total is not what its limits give")
	}
	links := 0
	for i := range 40 {
		if ok, target, _ := x.GetCellHyperLink("封面", fmt.Sprintf("A%d", i+1)); ok {
			links++
			name, err := x.GetCellValue("封面", fmt.Sprintf("A%d", i+1))
			if err != nil || target != "'"+name+"'!A1" {
				t.Errorf("the contents entry %q leads to %s", name, target)
			}
		}
	}
	if links != len(want)-1 {
		t.Errorf("%d links in the contents", links)
	}
}

func TestEveryReadingAndAssumptionIsPrinted(t *testing.T) {
	m := gather(t, golden(t))
	x, html := openBook(t, workbook(t, m, text.ZH)), page(t, m, text.ZH)
	score := ""
	for _, row := range cells(t, x, "得分") {
		score += strings.Join(row, "|") + "\n"
	}
	for _, amount := range []string{"1075", "1225", "1255", "1405", "1165", "1375", "1365", "1575"} {
		if !strings.Contains(score, "|"+amount+"\n") && !strings.Contains(score, "|"+amount+"|") {
			t.Errorf("the score sheet lacks the reading of %s", amount)
		}
		if shown := "1," + amount[1:] + ".00"; !strings.Contains(html, shown) {
			t.Errorf("the page lacks the reading of %s", shown)
		}
	}
	assumed := cells(t, x, "假设")
	for i := range m.Sheet.Assumed {
		p := &m.Sheet.Assumed[i]
		found := false
		for _, row := range assumed {
			found = found || len(row) > 6 && row[4] == p.Path && row[2] != "—" && row[6] == "假设"
		}
		if !found || !strings.Contains(html, ">"+p.Path+"<") {
			t.Errorf("%s is not told as assumed, with a name", p.Path)
		}
	}
}

var (
	sheetPart = regexp.MustCompile(`^xl/worksheets/sheet\d+\.xml$`)
	formula   = regexp.MustCompile(`<f[ >/]`)
)

func TestEverySheetPrintsOnA4Landscape(t *testing.T) {
	for _, l := range []text.Lang{text.ZH, text.EN} {
		simulated, madeUp := "模拟", "虚构"
		if l == text.EN {
			simulated, madeUp = "SIMULATION", "MADE UP"
		}
		raw := workbook(t, gather(t, golden(t)), l)
		x := openBook(t, raw)
		n := 0
		for name, xml := range parts(t, raw) {
			if !sheetPart.MatchString(name) {
				continue
			}
			n++
			for _, want := range []string{`paperSize="9"`, `orientation="landscape"`, `fitToPage="1"`, `fitToWidth="1"`, "&amp;P", "&amp;N", simulated} {
				if !strings.Contains(xml, want) && !strings.Contains(xml, strings.ReplaceAll(want, `"1"`, `"true"`)) {
					t.Errorf("%s of %v lacks %s", name, l, want)
				}
			}
		}
		if sheets := x.GetSheetList(); n != len(sheets) {
			t.Errorf("%d parts for %d sheets", n, len(sheets))
		}
		areas, titles := 0, 0
		for _, d := range x.GetDefinedName() {
			switch d.Name {
			case "_xlnm.Print_Area":
				areas++
			case "_xlnm.Print_Titles":
				titles++
			}
		}
		if areas != n || titles < 12 {
			t.Errorf("%d print areas and %d repeated headers for %d sheets", areas, titles, n)
		}
		for _, sheet := range x.GetSheetList() {
			for i, want := range []string{simulated, madeUp} {
				if mark, err := x.GetCellValue(sheet, fmt.Sprintf("A%d", i+1)); err != nil || !strings.HasPrefix(mark, want) {
					t.Errorf("%s of %v begins with %q", sheet, l, mark)
				}
			}
		}
	}
}

func TestChartsReadTheRightCells(t *testing.T) {
	raw := workbook(t, gather(t, golden(t)), text.ZH)
	x := openBook(t, raw)
	ranges := regexp.MustCompile(`<c?:?f>'([^']+)'!\$([AB])\$(\d+):\$[AB]\$(\d+)</`)
	want := map[string][2]string{"研发投入合计 12": {"1 月", "12 月"}, "研发投入合计 8": {"人员人工", "其他"}, "目标进度 8": {"研发投入强度", "创新管理体系"}}
	charts := 0
	for name, xml := range parts(t, raw) {
		if !strings.HasPrefix(name, "xl/charts/chart") {
			continue
		}
		charts++
		for _, m := range ranges.FindAllStringSubmatch(xml, -1) {
			var from, to int
			fmt.Sscan(m[3], &from)
			fmt.Sscan(m[4], &to)
			ends, ok := want[fmt.Sprintf("%s %d", m[1], to-from+1)]
			if !ok {
				t.Errorf("%s reads %s", name, m[0])
				continue
			}
			first, _ := x.GetCellValue(m[1], "A"+m[3])
			last, _ := x.GetCellValue(m[1], "A"+m[4])
			if first != ends[0] || last != ends[1] {
				t.Errorf("%s reads from %q to %q", name, first, last)
			}
		}
	}
	if charts != 3 {
		t.Errorf("%d charts", charts)
	}
}

func TestThePageReadsLikeAReport(t *testing.T) {
	html := page(t, gather(t, golden(t)), text.ZH)
	for _, want := range []string{
		"2023 年度科技创新考核自评报告", "<b>82.58</b>", "<b>12.39</b>", "<b>4.50</b>", "<b>4,445.00</b>", "<b>127.00%</b>", "另有 1.00 分对应的数据还没填",
		"创新指标得 82.58 分（满分 100 分）", "账面利润 3,200.00、研发投入加回 1,075.00、视同利润 170.00", "完成 127.00%",
		"共 8 项指标：达标 0 项，未达标 8 项", "强制性问题 0 条", "核实性问题 3 条", "+14.78%", "2 项待认定全部取得认定", "+30.00",
		"单位负责人：示例甲", "统计负责人：示例乙", "填表人：示例丙", "0472-0000000", "模拟：", "虚构：", "107-2 研究开发费用合计〔7〕13,200 千元",
		"<svg ", "1.65%", "采用", "（待认定）", "20 × min(100%, 1.65% ÷ 1.80%)",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	english := page(t, gather(t, golden(t)), text.EN)
	for _, want := range []string{
		`<html lang="en">`, "Innovation self-assessment, 2023", "scores 82.58 of 100 points", "book profit 3,200.00, R&amp;D added back 1,075.00",
		"completed to 127.00%", "SIMULATED", "MADE UP", "Signature:", "Assumed parameters",
	} {
		if !strings.Contains(english, want) {
			t.Errorf("the English page lacks %q", want)
		}
	}
}

func TestTheEnglishWorkbookSpeaksEnglish(t *testing.T) {
	x := openBook(t, workbook(t, gather(t, golden(t)), text.EN))
	for _, want := range []struct {
		sheet string
		row   []string
	}{
		{"Cover", []string{"Innovation score", "82.58 points (another 1.00 points unfilled)"}},
		{"107-2", []string{"R&D expenses, total", "CNY 1k", "7", "13200"}},
		{"Score", []string{"Assessed profit", "", "4445", "4475"}},
		{"R&D totals", []string{"Total", "1320"}},
	} {
		if !hasRow(cells(t, x, want.sheet), want.row...) {
			t.Errorf("%s lacks %q", want.sheet, want.row)
		}
	}
	for _, sheet := range x.GetSheetList() {
		if strings.ContainsFunc(sheet, func(r rune) bool { return r >= 0x4e00 }) {
			t.Errorf("a sheet is called %q", sheet)
		}
	}
}

func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	html := page(t, gather(t, golden(t)), text.ZH)
	for _, bad := range []string{"http:", "https:", "src=", "url(", "@import", "<script", "<link", "<iframe", "javascript:"} {
		if rest := strings.ReplaceAll(html, `xmlns="http://www.w3.org/2000/svg"`, ""); strings.Contains(rest, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(html, "default-src &#39;none&#39;; style-src &#39;sha256-") {
		t.Error("the page has no policy for its contents")
	}
	if strings.Contains(html, "style=") {
		t.Error("an attribute of style would be refused by the page's own policy")
	}
}

const (
	evilFormula = "=cmd|' /C calc'!A0"
	evilScript  = `<script>alert("x")</script><img src=x onerror=alert(1)>`
)

func TestWhatPeopleTypedStaysText(t *testing.T) {
	s := golden(t)
	importRows(t, s, "patent", []string{"number", "title", "kind", "status", "applied_on", "remark"},
		[]string{"202110253006.X", evilFormula, "发明", "实审", "2021-05-16", "+1+1"},
		[]string{"202110253007.4", evilScript, "发明", "实审", "2021-05-17", "@SUM(A1)"})
	importRows(t, s, "award", []string{"name", "achievement_title", "level", "authority", "awarded_on", "certificate"},
		[]string{evilScript, "-2+3", "市级", evilFormula, "2023-11-10", "证-66"})
	importRows(t, s, "enterprise", []string{"uscc", "name", "unit_head"}, []string{uscc, "甲&P<b>乙</b>", evilScript})
	m := gather(t, s)
	raw := workbook(t, m, text.ZH)
	for name, xml := range parts(t, raw) {
		if strings.HasPrefix(name, "xl/worksheets/") && formula.MatchString(xml) {
			t.Errorf("%s holds a formula", name)
		}
	}
	x, seen := openBook(t, raw), 0
	if !hasRow(cells(t, x, "专利"), "202110253006.X", evilFormula) || !hasRow(cells(t, x, "专利"), "202110253007.4", evilScript) {
		t.Errorf("the titles are not there as they were typed: %q", cells(t, x, "专利"))
	}
	for r, row := range cells(t, x, "专利") {
		for c, value := range row {
			if value != evilFormula && value != "+1+1" && value != "@SUM(A1)" {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			id, err := x.GetCellStyle("专利", cell)
			if err != nil {
				t.Fatal(err)
			}
			if st, err := x.GetStyle(id); err != nil || st.NumFmt != 49 {
				t.Errorf("%s would become a formula when it is edited: %v", cell, err)
			}
			seen++
		}
	}
	if seen != 3 {
		t.Errorf("%d of three cells are there", seen)
	}
	if hf, err := x.GetHeaderFooter("专利"); err != nil || !strings.Contains(hf.OddHeader, "甲&&P") {
		t.Errorf("the name's & is a code in the header: %q", hf.OddHeader)
	}
	html := page(t, m, text.ZH)
	for _, bad := range []string{"<script", "<img", "<b>乙"} {
		if strings.Contains(html, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(html, "&lt;script&gt;") || !strings.Contains(html, "甲&amp;P") {
		t.Error("the escaped text is not there")
	}
}

func TestEqualDataGivesEqualBytes(t *testing.T) {
	one, other := golden(t), golden(t)
	for _, l := range []text.Lang{text.ZH, text.EN} {
		book, html := workbook(t, gather(t, one), l), page(t, gather(t, one), l)
		for range 3 {
			if !bytes.Equal(book, workbook(t, gather(t, one), l)) {
				t.Fatal("two workbooks of the same session differ")
			}
		}
		if !bytes.Equal(book, workbook(t, gather(t, other), l)) {
			t.Error("the workbooks of two workspaces with the same data differ")
		}
		if html != page(t, gather(t, other), l) {
			t.Error("the pages of two workspaces with the same data differ")
		}
	}
}

func ledger(n int) [][]string {
	rows := [][]string{{"date", "voucher", "summary", "category", "treatment", "source", "amount"}}
	for i := range n {
		rows = append(rows, []string{fmt.Sprintf("2023-%02d-10", i%12+1), fmt.Sprintf("记-%05d", i), "材料", "直接投入", "费用化", "企业自筹", "100.00"})
	}
	return rows
}

func TestALongLedgerIsPrintedAsItsTotals(t *testing.T) {
	s := sit(t, workspace(t), year)
	importRows(t, s, "spend", ledger(report.LedgerLines)...)
	x := openBook(t, workbook(t, gather(t, s), text.ZH))
	if rows := cells(t, x, "研发投入台账"); !hasRow(rows, "10000", "2023-04-10", "记-09999") || !hasRow(rows, "合计") {
		t.Errorf("the ledger at the limit is not printed in full: %d rows", len(rows))
	}
	importRows(t, s, "spend", append(ledger(0), []string{"2023-12-31", "记-99999", "第一万零一笔", "其他", "资本化", "政府部门", "500.00"})...)
	x = openBook(t, workbook(t, gather(t, s), text.ZH))
	if i, err := x.GetSheetIndex("研发投入台账"); err != nil || i >= 0 {
		t.Error("the lines of a long ledger are printed")
	}
	totals := cells(t, x, "研发投入合计")
	said := false
	for _, row := range totals {
		said = said || len(row) > 0 && strings.Contains(row[0], "10001 笔，超过 10000 笔")
	}
	if !said {
		t.Error("nobody says why the lines are not there")
	}
	for _, row := range [][]string{{"直接投入", "100"}, {"其他", "0.05"}, {"政府部门", "0.05"}, {"资本化", "0.05"}, {"合计", "100.05"}} {
		if !hasRow(totals, row...) {
			t.Errorf("the totals lack %q", row)
		}
	}
}

func TestAnEmptyYearAndAYearWithoutAPackPrint(t *testing.T) {
	w := workspace(t)
	for _, y := range []int{year, year + 1} {
		s := sit(t, w, y)
		if got := s.Sheet() != nil; got != (y == year) {
			t.Fatalf("%d: a sheet is there: %v", y, got)
		}
		for _, l := range []text.Lang{text.ZH, text.EN} {
			m := gather(t, s)
			x := openBook(t, workbook(t, m, l))
			if i, err := x.GetSheetIndex(text.ReportSheetScore.In(l)); err != nil || (i >= 0) != (y == year) {
				t.Errorf("%d: the score sheet is there: %v", y, i >= 0)
			}
			if html := page(t, m, l); y != year && !strings.Contains(html, text.ReportMarkNoPack.In(l)) {
				t.Errorf("%d: the page does not say that nothing is scored", y)
			}
		}
	}
}

func TestThreeYearsAreShown(t *testing.T) {
	s := golden(t)
	importRows(t, sit(t, s.Workspace(), year-2), "spend", append(ledger(0), []string{"2021-03-01", "记-1", "材料", "直接投入", "费用化", "政府部门", "1000000.00"})...)
	m := gather(t, sit(t, s.Workspace(), year))
	if len(m.Years) != 3 || m.Years[0].Year != year-2 || m.Years[0].Total() != 100_000_000 || m.Years[0].Government != 100_000_000 {
		t.Fatalf("%+v", m.Years)
	}
	if html := page(t, m, text.ZH); !strings.Contains(html, "2021 年") || !strings.Contains(html, "+1050.00%") && !strings.Contains(html, "+1,050.00%") {
		t.Error("the page does not show the third year")
	}
}

func TestAReasonTravelsWithItsFinding(t *testing.T) {
	s := golden(t)
	const words = "P1 另有管网改造配套支出 60 万元，未列入研发台账，见合同"
	id := ""
	for _, f := range s.Findings() {
		if f.Key == "P1" {
			id = entry.FindingID(f)
		}
	}
	if err := s.Reason(id, words); err != nil {
		t.Fatal(err)
	}
	m := gather(t, s)
	if rows := cells(t, openBook(t, workbook(t, m, text.ZH)), "审核"); !hasRow(rows, words, "已说明") {
		t.Error("the workbook lacks the reason")
	}
	if html := page(t, m, text.ZH); !strings.Contains(html, words) || !strings.Contains(html, "核实性问题 2 条") {
		t.Error("the page lacks the reason")
	}
}
