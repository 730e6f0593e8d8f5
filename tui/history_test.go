package tui

import (
	"sync/atomic"
	"testing"
	"time"

	"yice/tui/keying"
)

func TestHistory(t *testing.T) {
	t.Parallel()
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

// laterBy gives a desk whose clock the test moves on between keys.
func laterBy(o *Options) (later func(time.Duration)) {
	var at atomic.Int64
	o.Now = func() time.Time { return clock.Add(time.Duration(at.Load())) }
	return func(by time.Duration) { at.Add(int64(by)) }
}

// A morning at the desk: lines of the ledger keyed and mended, one pasted, a patent, something undone.
func morning(t *testing.T, w, h int, o ...func(*Options)) *driver {
	t.Helper()
	var later func(time.Duration)
	d := at(t, w, h, append(o, func(o *Options) { later = laterBy(o) })...)
	amount := func(row int, keys ...string) {
		way := []string{"<ctrl+home>"}
		for range row {
			way = append(way, "<down>")
		}
		d.press(append(way, "<end>", "<left>", "<left>")...).press(keys...)
	}
	later(time.Minute)
	d.form("spend")
	amount(0, "1.5万", "<enter>")
	later(20 * time.Second)
	amount(0, "1.6万", "<enter>")
	amount(1, "2万", "<enter>")
	later(time.Minute)
	d.form("patent").press("<right>", "膜组件在线清洗方法", "<enter>")
	later(5 * time.Second)
	d.press("<ctrl+home>", "<right>", "<right>", "<right>", "失效", "<enter>", "<ctrl+z>")
	later(2 * time.Hour)
	d.form("spend")
	amount(0)
	d.paste("1.7万\n2.1万\n").press("<enter>")
	later(30 * time.Second)
	return d.press("<f12>")
}

func TestHistoryByMinuteAndByRecord(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"200x50", 200, 50, nil}, {"80x24-en", 80, 24, []func(*Options){english}}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := morning(t, size.w, size.h, size.o...)
			d.press("<ctrl+u>").golden("history-minutes-" + size.name)
			d.press("<tab>").golden("history-records-" + size.name)
			d.press("<esc>").form("spend").press("<ctrl+home>", "<end>", "<left>", "<left>", "<ctrl+u>").golden("history-fields-" + size.name)
		})
	}
}

// Rows of a ledger that came together are told by their form and their number, as they have no name together.
func TestHistoryOfAnImportOpened(t *testing.T) {
	t.Parallel()
	at(t, 120, 36).press("<ctrl+u>", "<space>").sees("研发投入台账  179 条新记录")
}

// From a table the history is of the record under the cursor, the field under it first; Esc goes back there.
func TestHistoryOfOneRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>").form("award").press("<right>", "改过的奖项", "<enter>")
	d.press("<f12>", "<ctrl+u>").sees("专利", "改过的名称", "改过的奖项")
	d.press("<esc>").form("patent").press("<right>", "<ctrl+u>").sees("只看", "改过的名称").misses("改过的奖项")
	// How each value came: keyed here, imported with the example; the field under the cursor first, the record itself last.
	d.order("专利名称", "改过的名称", "键入", "导入 patent.csv", "申请号")
	d.press("<end>").sees("整条记录")
	// By time it is the same record, and Esc goes back to where it was opened.
	d.press("<tab>").sees("改过的名称").misses("改过的奖项").press("<tab>").press("<esc>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "patent" {
		t.Fatalf("Esc went to %T", d.m.Top())
	}
	// A value's Enter goes to its record and its field.
	d.press("<ctrl+u>", "<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "patent" || g.Grid.Field().ID != "title" {
		t.Errorf("Enter went to %T", d.m.Top())
	}
}

func TestHistoryOfACard(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("annual")
	f := d.m.Top().(*keying.CardScreen).Field()
	d.press("<enter>", "<ctrl+a>", "4321", "<enter>", "<up>", "<ctrl+u>")
	d.order(f.Title.ZH+" ┄", "4,321", "键入", "导入 annual.csv")
}

// A record is opened from the list of records, and Enter there goes to the record itself.
func TestHistoryOfARecordFromTheList(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.press("<ctrl+u>", "<tab>", "<down>", "<down>", "<space>")
	d.sees("修改记录 › 202110253000.2", "膜组件在线清洗方法", "撤销").press("<esc>").misses("修改记录 ›").press("<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "patent" {
		t.Errorf("Enter went to %T", d.m.Top())
	}
}

// What a line of the ledger had: keyed, pasted, imported, by whom and when, an undone value among them.
func TestHistoryOfALineTellsHowItCame(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.form("spend").press("<ctrl+home>", "<end>", "<left>", "<left>", "<ctrl+u>")
	d.order("17,000.00", "粘贴", "16,000.00", "键入", "15,000.00", "键入", "14,593.09", "导入 spend.csv 第 2 行")
}

// Of a record that was removed its end is told first, and Enter says that it is gone.
func TestHistoryOfARemovedRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+k>", "<enter>", "<f12>", "<ctrl+u>", "<tab>", "<space>")
	d.order("整条记录", "删除的记录", "专利名称", "导入 patent.csv").press("<enter>").sees("这条记录已经删除")
	d.press("<ctrl+z>").order("撤销", "专利名称", "整条记录")
}

// From the history of a record one choice leads to the whole of it.
func TestHistoryOfEverything(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.form("patent").press("<ctrl+u>").misses("研发投入台账 ·").press("<ctrl+l>", "不只这一条", "<enter>").sees("研发投入台账 · 2 条")
	d.press("<esc>").sees("只看", "专利名称")
}

func TestHistoryIsSearched(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.press("<ctrl+u>", "/", "清洗", "<enter>").sees("「清洗」", "膜组件在线清洗方法").misses("研发投入台账 ·")
	d.press("<tab>").sees("膜组件在线清洗方法").press("<esc>").misses("「清洗」")
	// What is none of the list's is looked for as a text; nothing that fits is said.
	d.press("<tab>", "<ctrl+l>", "绝没有这个", "<enter>").sees("没有符合条件的记录")
}

// Minutes and steps open and close, by keys and by the mouse; a click on the line under the cursor does what it is for.
func TestHistoryOpensAndCloses(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.press("<ctrl+u>", "<tab>", "<tab>")
	// The newest is one step; the one below it is a minute of several.
	d.tap("专利 · 1 条").sees("▌ 14:34").misses("14:34:33  示例丙")
	d.tap("专利 · 1 条").order("专利 · 1 条", "14:34:33  示例丙", "膜组件在线清洗方法", "研发投入台账 · 2 条")
	d.press("<down>", "<left>").sees("▌ 14:34").misses("14:34:33  示例丙")
	d.press("<right>", "<down>", "<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "patent" {
		t.Errorf("Enter went to %T", d.m.Top())
	}
}

func TestHistoryNarrows(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>").form("award").press("<right>", "改过的奖项", "<enter>")
	d.press("<f12>", "<ctrl+u>", "<ctrl+l>", "奖项", "<enter>").sees("只看", "改过的奖项").misses("改过的名称")
	d.press("<ctrl+l>", "示例丙", "<enter>").sees("奖项  ·  示例丙")
	d.press("<ctrl+l>", "取消", "<enter>").misses("只看")
}

// Undo from the history shows at once what it took back.
func TestHistoryUndo(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>", "<f12>", "<ctrl+u>", "<ctrl+z>").sees("撤销：", "改过的名称")
	d.press("<ctrl+y>").sees("重做：")
}
