package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yice/entry"
	"yice/filing/report"
	"yice/internal/effort"
	"yice/text"
)

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
		for range effort.Of(1, 3) {
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
	if effort.Long() { // writing and reading the ten thousand lines is a third of all that is tried here
		x := openBook(t, workbook(t, gather(t, s), text.ZH))
		if rows := cells(t, x, "研发投入台账"); !hasRow(rows, "10000", "2023-04-10", "记-09999") || !hasRow(rows, "合计") {
			t.Errorf("the ledger at the limit is not printed in full: %d rows", len(rows))
		}
	}
	importRows(t, s, "spend", append(ledger(0), []string{"2023-12-31", "记-99999", "第一万零一笔", "其他", "资本化", "政府部门", "500.00"})...)
	x := openBook(t, workbook(t, gather(t, s), text.ZH))
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
