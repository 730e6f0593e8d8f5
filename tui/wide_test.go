package tui

import "testing"

// A wide screen shows beside what it lists what takes another key on a narrow one: the line of the ledger that a finding is about, where
// a figure came from, what a project's money went to.
func TestAWideScreenShowsWhatIsAKeyAway(t *testing.T) {
	t.Parallel()
	d := at(t, 200, 50)
	d.form("spend").press("<end>", "<ctrl+home>", "<home>", "20240105", "<enter>").settle()
	d.press("<f3>").settle()
	d.sees("研发投入台账", "! 日期", "2024-01-05", "资金来源")
	d.press("<f12>").form("annual").press("85000", "<enter>", "<up>").settle()
	d.sees("键入", "80,000.00 → 85,000.00", "导入 annual.csv")
	d.press("<f9>", "6").settle()
	d.sees("P1 城市供水管网漏损智能识别关键技术研究", "280.00", "70.00%")
}
