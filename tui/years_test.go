package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The year in the title is a switch, by key and by mouse.
func TestTheTitleIsASwitch(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		d := at(t, size[0], size[1])
		d.press("<f10>").sees("切换年度和企业", "+ 打开 2024 年度", "2023 年度", "2022 年度", "+ 补录 2021 年度", "+ 添一家企业", "现在")
		d.press("<enter>")
		if len(d.m.layers) > 0 || d.m.stand.Year != 2023 {
			t.Fatalf("Enter where one is does something:\n%s", d.screen())
		}
		d.press("<f10>", "2022", "<enter>").sees("的 2022 年度")
		if d.m.stand.Year != 2022 {
			t.Fatalf("the year shown is %d", d.m.stand.Year)
		}
		d.click("2022 年度").sees("切换年度和企业", "2023 年度").press("<esc>")
		d.click(d.m.stand.USCC[:9]).sees("切换年度和企业").press("<esc>")
		// Beside the words a click is nothing, and nothing is reached under a dialog or behind a field being keyed.
		d.send(tea.MouseClickMsg{X: 3, Y: 1, Button: tea.MouseLeft})
		d.settle()
		d.misses("切换年度和企业")
		d.press("<f10>", "2023", "<enter>").form("spend").press("<end>", "<left>", "<left>", "1")
		d.click("2023 年度").misses("切换年度和企业").press("<esc>")
		if d.m.View().MouseMode == tea.MouseModeNone {
			t.Error("the terminal is not asked for the mouse")
		}
	}
}

// click presses the left button on the first cell of a text in the title.
func (d *driver) click(s string) *driver {
	d.t.Helper()
	e, _ := d.term()
	row := []rune(termRow(e, 0))
	at := strings.Index(string(row), s)
	if at < 0 {
		d.t.Fatalf("%q is not in the title: %s", s, string(row))
	}
	x := 0
	for x < d.m.w && !strings.HasPrefix(cellsFrom(d, x), s) {
		x++
	}
	d.send(tea.MouseClickMsg{X: x + 1, Y: 0, Button: tea.MouseLeft})
	d.settle()
	return d
}

// cellsFrom reads the title from a cell on.
func cellsFrom(d *driver, from int) string {
	e, _ := d.term()
	var b strings.Builder
	for x := from; x < e.Width(); x++ {
		if c := e.CellAt(x, 0); c != nil && c.Width > 0 {
			b.WriteString(c.Content)
		}
	}
	return b.String()
}

// The wheel moves as the arrows do.
func TestTheWheelMovesTheCursor(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.settle()
	if f := d.m.formHere(); f != d.m.stand.States[wheelRows].Form {
		t.Errorf("the cursor is on %v", f)
	}
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.settle()
	if f := d.m.formHere(); f != d.m.stand.States[0].Form {
		t.Errorf("the cursor is on %v", f)
	}
}

// Last year is filled in from the switch, with the card and nothing else.
func TestLastYearIsFilledIn(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f10>", "补录", "<enter>").sees("补录 2021 年度").press("<enter>")
	if d.m.stand.Year != 2021 || d.m.stand.Name != "示例水务（虚构）" || d.m.stand.Type != "功能型" {
		t.Fatalf("it is %d of %s:\n%s", d.m.stand.Year, d.m.stand.Name, d.screen())
	}
	for _, f := range d.m.stand.States {
		if f.Form.ID != "enterprise" && f.Rows > 0 && !f.Form.Single() {
			t.Errorf("%s has %d rows", f.Form.ID, f.Rows)
		}
	}
}

// Without a pack every panel says which key brings one, and drafting one from the template brings the score.
func TestWithoutAPackThePanelsSayWhatMendsIt(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		o := anyYear(t)
		any := o.Template
		o.Template = nil
		d := launch(t, o, size[0], size[1])
		d.press("n").fillCard("甲", "91150200MA0BT0013C").press("<f10>").sees("没有 2026 年度的政策包", "怎样补上", "F5", "Ctrl+P", "用内置模板起草")
		d.press("<f4>").sees("怎样补上", "F5").press("<esc>", "<f5>").sees("怎样补上").press("<f12>")
		d.m.o.Template = any
		d.press("<ctrl+p>", "内置模板", "<enter>")
		if d.m.stand.Sheet == nil || d.m.stand.Sheet.Official {
			t.Fatalf("no simulation:\n%s", d.screen())
		}
		d.sees("已用内置模板起草 2026 年的政策包", "模拟")
	}
}
