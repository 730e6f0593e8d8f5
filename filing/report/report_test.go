package report_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"yice/text"
)

func TestTheWorkbookHoldsTheYear(t *testing.T) {
	x := openBook(t, workbook(t, gather(t, golden(t)), text.ZH))
	want := []string{
		"封面", "107-1", "107-2", "研发支出辅助账汇总", "研发支出辅助账汇总 2", "研发投入合计", "得分", "目标进度", "得分说明", "审核", "假设",
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
	for _, c := range []struct {
		sheet string
		row   []string
	}{
		{"研发支出辅助账汇总", []string{"费用化合计", "", "", "", "4423039.59", "649921.23", "1031190.88", "0", "652762.79", "1460998.71", "3794873.61"}},
		{"研发支出辅助账汇总", []string{"未归集到项目", "", "", "", "", "1231869.89"}},
		{"研发支出辅助账汇总", []string{"合计", "", "", "", "", "1881791.12"}},
		{"研发支出辅助账汇总 2", []string{"费用化合计", "", "", "", "562787.83", "421652.62", "258141.7", "206513.36"}},
	} {
		if !hasRow(cells(t, x, c.sheet), c.row...) {
			t.Errorf("the tax ledger lacks %q", c.row)
		}
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
	for _, p := range m.Sheet.Assumed() {
		found := false
		for _, row := range assumed {
			found = found || len(row) > 6 && row[4] == p.Path && row[2] != "—" && row[6] == "假设"
		}
		if !found || !strings.Contains(html, ">"+p.Path+"<") {
			t.Errorf("%s is not told as assumed, with a name", p.Path)
		}
	}
}

// Under a pack that the regulator issued no paper calls its numbers assumed, or to be confirmed.
func TestSettledNumbersAreTheRegulatorsOnPaper(t *testing.T) {
	m := gather(t, golden(t))
	sheet := *m.Sheet
	m.Sheet, sheet.Settled = &sheet, true
	x, html := openBook(t, workbook(t, m, text.ZH)), page(t, m, text.ZH)
	settled := cells(t, x, "国资委确定")
	for _, p := range m.Sheet.Assumed() {
		found := false
		for _, row := range settled {
			found = found || len(row) > 6 && row[4] == p.Path && row[6] == "国资委确定"
		}
		if !found {
			t.Errorf("%s is not told as settled", p.Path)
		}
	}
	for _, name := range x.GetSheetList() {
		for _, row := range cells(t, x, name) {
			if say := strings.Join(row, "|"); strings.Contains(say, "假设") || strings.Contains(say, "待确认") || strings.Contains(say, "待国资委确认") {
				t.Errorf("%s: %s", name, say)
			}
		}
	}
	if strings.Contains(html, "假设") || strings.Contains(html, "待国资委确认") || !strings.Contains(html, "国资委确定的参数") {
		t.Error("the page calls a settled number assumed")
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
		"共 8 项指标：达标 0 项，未达标 8 项", "强制性问题 0 条", "核实性问题 3 条", "+14.78%", "待认定的 2 项全部取得认定", "+30.00",
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
