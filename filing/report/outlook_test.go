package report_test

import (
	"strings"
	"testing"

	"yice/form"
	"yice/text"
)

// TestTheYearUnderWayIsPrinted: how the budget stands, the lines by quarter and both ends of the year's end are on every
// print, beside the note that they are no result.
func TestTheYearUnderWayIsPrinted(t *testing.T) {
	s := golden(t)
	annual := s.Records(form.ByID("annual"))[0]
	if _, err := s.Put(form.ByID("annual"), annual.ID, "as_of", "202306"); err != nil {
		t.Fatal(err)
	}
	m := gather(t, s)
	if m.Outlook == nil || m.Outlook.Spent == nil || m.Outlook.Projection == nil {
		t.Fatalf("%+v", m.Outlook)
	}
	html := page(t, m, text.ZH)
	for _, want := range []string{"执行与推算", "研发预算 1,300.00 万元，截至 6 月执行 658.05 万元", "按月均匀应到 50.00%", "推算全年（按月数）", "1,316.10", "是推算，不是结果", "<title>研发投入累计与应到进度"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	rows := cells(t, openBook(t, workbook(t, m, text.ZH)), "得分")
	if !hasRow(rows, "研发投入（万元）", "658.05", "1316.1") {
		t.Errorf("the score sheet has no year's end: %v", rows[max(0, len(rows)-12):])
	}
	if !hasRow(rows, "研发投入强度") {
		t.Error("no line by quarter")
	}
}
