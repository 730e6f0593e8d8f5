package tui

import "testing"

func TestHistory(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.form("patent").press("<right>", "<right>", "<right>", "<down>", "失效", "<enter>", "<f12>", "<ctrl+z>", "<enter>", "<ctrl+u>").golden("history-" + size.name)
		})
	}
}

func TestHistoryOfOneRecord(t *testing.T) {
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>").form("award").press("<right>", "改过的奖项", "<enter>")
	d.press("<f12>", "<ctrl+u>").sees("专利", "改过的名称", "改过的奖项")
	d.press("<esc>").form("patent").press("<ctrl+u>").sees("只看", "改过的名称").misses("改过的奖项")
	// Esc first drops the filter, then leaves.
	d.press("<esc>").sees("改过的奖项").misses("只看")
	d.press("<down>", "<enter>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != "patent" {
		t.Errorf("Enter went to %T", d.m.top())
	}
}

func TestHistoryNarrows(t *testing.T) {
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>").form("award").press("<right>", "改过的奖项", "<enter>")
	d.press("<f12>", "<ctrl+u>", "<ctrl+l>", "奖项", "<enter>").sees("只看", "改过的奖项").misses("改过的名称")
	d.press("<ctrl+l>", "示例丙", "<enter>").sees("奖项  ·  示例丙")
	d.press("<ctrl+l>", "取消", "<enter>").misses("只看")
}

// Undo from the history shows at once what it took back.
func TestHistoryUndo(t *testing.T) {
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>", "<f12>", "<ctrl+u>", "<ctrl+z>").sees("撤销：", "改过的名称")
	d.press("<ctrl+y>").sees("重做：")
}
