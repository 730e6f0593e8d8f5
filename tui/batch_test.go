package tui

import (
	"testing"

	"yice/tui/keying"
)

// A batch of papers agrees only when both what was counted and what was added up are keyed; an amount mistyped stands as the difference
// until it is mended, and giving up is asked.
func TestABatchIsHeldAgainstItsPapers(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>")
	d.press("<f10>", "两", "<enter>").sees("1 到 100000 的整数").press("<ctrl+u>", "2", "<enter>")
	d.press("许多", "<enter>").sees("请键入金额").press("<ctrl+u>", "=100+250.5", "<enter>").sees("本批 0/2 笔，还差 350.50")
	d.press("1205", "<enter>", "记-9001", "<enter>", "yfry", "<enter>", "P1", "<enter>", "100", "<enter>").sees("本批 1/2 笔，还差 250.50")
	d.press("<ctrl+r>", "2505", "<enter>").sees("本批 2/2 笔，多了 2,254.50")
	if !d.m.desk.batch.Open() {
		t.Fatal("it is closed and does not agree")
	}
	d.press("<f10>").sees("还没有对上").press("<esc>").sees("多了 2,254.50")
	g := d.m.Top().(*keying.TableScreen).Grid
	d.press("<up>")
	g.Show("amount")
	d.press("250.5", "<enter>").sees("2 笔、350.50 元，与纸面对上了").misses("本批")
	if d.m.desk.batch.Open() {
		t.Error("it agrees and is open")
	}

	// By the sum alone; a line taken away again is lacking again; what was given up is over.
	d.press("<f10>", "<enter>", "50", "<enter>").sees("本批 0 笔，还差 50.00")
	d.press("<ctrl+z>").sees("本批 0 笔，多了")
	d.press("<f10>", "<enter>").misses("本批")
}

// The sum alone does not close a batch that was counted: two slips may cancel out in it.
func TestABatchThatIsOneLineShort(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<ctrl+end>", "<down>", "<home>", "<f10>", "2", "<enter>", "300", "<enter>")
	d.press("1205", "<enter>", "记-9001", "<enter>", "yfry", "<enter>", "P1", "<enter>", "300", "<enter>").sees("本批 1/2 笔，还差 0.00")
	if !d.m.desk.batch.Open() {
		t.Error("one line of two closed it")
	}
}
