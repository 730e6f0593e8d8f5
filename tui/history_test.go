package tui

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
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

// From a table the history is of the record under the cursor, the field under it first; Esc goes back there.
func TestHistoryOfOneRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>").form("award").press("<right>", "改过的奖项", "<enter>")
	d.press("<f12>", "<ctrl+u>").sees("专利", "改过的名称", "改过的奖项")
	d.press("<esc>").form("patent").press("<right>", "<ctrl+u>").sees("只看", "改过的名称").misses("改过的奖项")
	s := d.m.top().(*historyScreen)
	if s.by != byField || s.rows[0].title != "专利名称" || s.rows[1].field != "title" || s.rows[1].value.New != "改过的名称" {
		t.Fatalf("%d, %+v, %+v", s.by, s.rows[0], s.rows[1])
	}
	// How each value came: keyed here, imported with the example.
	d.sees("键入", "导入 patent.csv")
	var fields []string
	for _, r := range s.rows {
		if r.kind == rowHead {
			fields = append(fields, r.title)
		}
	}
	if fields[0] != "专利名称" || fields[1] != "申请号" || fields[len(fields)-1] != "整条记录" {
		t.Error(fields)
	}
	// By time it is the same record, and Esc goes back to where it was opened.
	d.press("<tab>").sees("改过的名称").misses("改过的奖项").press("<tab>").press("<esc>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != "patent" {
		t.Fatalf("Esc went to %T", d.m.top())
	}
	// A value's Enter goes to its record and its field.
	d.press("<ctrl+u>", "<enter>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != "patent" || g.g.Field().ID != "title" {
		t.Errorf("Enter went to %T", d.m.top())
	}
}

func TestHistoryOfACard(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("annual")
	f := d.m.top().(*cardScreen).field()
	d.press("<enter>", "<ctrl+a>", "4321", "<enter>", "<up>", "<ctrl+u>")
	s := d.m.top().(*historyScreen)
	if s.by != byField || s.field != f.ID || s.rows[0].title != f.Title.ZH {
		t.Fatalf("%d %q %+v", s.by, s.field, s.rows[0])
	}
	d.sees("4,321", "键入", "导入 annual.csv")
}

// A record is opened from the list of records, and Enter there goes to the record itself.
func TestHistoryOfARecordFromTheList(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.press("<ctrl+u>", "<tab>", "<down>", "<down>", "<space>")
	s := d.m.top().(*historyScreen)
	if s.base.Form != "patent" || s.by != byField {
		t.Fatalf("%+v", s.base)
	}
	d.sees("膜组件在线清洗方法", "撤销").press("<esc>")
	if l := d.m.top().(*historyScreen); l.by != byRecord || l.list.At != 3 {
		t.Errorf("Esc came back to %d at %d", l.by, l.list.At)
	}
	d.press("<enter>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != "patent" {
		t.Errorf("Enter went to %T", d.m.top())
	}
}

// What a line of the ledger had: keyed, pasted, imported, by whom and when, an undone value among them.
func TestHistoryOfALineTellsHowItCame(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.form("spend").press("<ctrl+home>", "<end>", "<left>", "<left>", "<ctrl+u>")
	s := d.m.top().(*historyScreen)
	var got []string
	for _, r := range s.rows {
		if r.field == "amount" {
			got = append(got, r.value.New+" "+d.m.howOf(r.change).ZH)
		}
	}
	want := []string{"17000.00 粘贴", "16000.00 键入", "15000.00 键入", "14593.09 导入 spend.csv 第 2 行"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q, want %q\n%s", got, want, d.screen())
	}
}

// A minute that grows while its entries are on their way keeps what it has: late answers neither stop the program nor make it
// believe that it has all of them.
func TestAMinuteGrowsWhileItIsOpen(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+u>")
	s := d.m.top().(*historyScreen)
	entries := func(from, n int) (all []store.Entry) {
		for i := range n {
			all = append(all, store.Entry{Seq: int64(from - i), Form: "spend", Kind: "do", Step: int64(from - i)})
		}
		return all
	}
	grown := func(first int64, steps int, anew, done bool) {
		s.reading, s.asked = true, s.asked+kit.Btoi(anew)
		x := store.Minute{Head: entries(5000, 1)[0], First: first, Entries: steps, Steps: steps, Records: 1, Open: !done}
		s.answer(d.m, historyMsg{of: s, asked: s.asked, first: anew, minutes: []store.Minute{x}, done: done})
	}
	late := func(asked int, oldest int64, from int, got []store.Entry) {
		s.answer(d.m, minuteMsg{of: s, asked: asked, newest: 5000, oldest: oldest, from: from, limit: historyPage, entries: got})
	}
	s.asked++ // nothing asked for really is on its way from here on
	grown(4500, 501, true, false)
	if !s.minutes[0].opened || !s.minutes[0].reading {
		t.Fatalf("%+v", s.minutes[0])
	}
	grown(4000, 1001, false, false)
	late(s.asked, 4500, 0, entries(5000, historyPage))
	grown(3000, 2001, false, false)
	s.minutes[0].reading = true
	late(s.asked, 4500, historyPage, entries(5000-historyPage, 201)) // all that was known of when it was asked
	if x := s.minutes[0]; len(x.entries) != historyPage+201 || x.whole {
		t.Fatalf("%d entries, whole: %v", len(x.entries), x.whole)
	}
	asked := s.asked
	s.minutes[0].reading = true
	grown(3000, 2001, true, true) // something was written: all of it is asked for again
	late(asked, 3000, 501, entries(4499, historyPage))
	if x := s.minutes[0]; len(x.entries) != historyPage+201 || !x.stale {
		t.Fatalf("%d entries, stale: %v", len(x.entries), x.stale)
	}
	late(s.asked, 3000, 5000, nil)
	d.screen()
}

// An answer is its screen's alone: the history of a record over the whole history takes none that is not for it.
func TestHistoriesOverOneAnother(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.press("<ctrl+u>", "<tab>")
	under := d.m.top().(*historyScreen)
	d.press("<space>")
	over := d.m.top().(*historyScreen)
	if over == under {
		t.Fatal(d.screen())
	}
	n := len(over.past)
	over.asked, over.reading, under.reading = under.asked, true, true
	d.m.answered(historyMsg{of: under, asked: under.asked, done: true})
	if !over.reading || under.reading || len(over.past) != n {
		t.Error("the record's history took what the whole history had asked for")
	}
}

// What is open is read again when something was done: a step of an earlier minute that was taken back, then overtaken, says so.
func TestAnOpenMinuteIsReadAgain(t *testing.T) {
	t.Parallel()
	var later func(time.Duration)
	d := at(t, 120, 36, func(o *Options) { later = laterBy(o) })
	d.form("patent").press("<right>", "甲", "<enter>", "<right>", "乙", "<enter>")
	later(time.Minute)
	d.press("<f12>", "<ctrl+u>").misses("已撤销")
	s := d.m.top().(*historyScreen)
	if n := len(s.minutes[0].entries); n != 2 {
		t.Fatalf("%d entries are open\n%s", n, d.screen())
	}
	d.press("<ctrl+z>")
	if _, err := d.m.desk.s.Put(d.m.form("award"), 1, "achievement_title", "丙"); err != nil {
		t.Fatal(err)
	}
	d.run(s.reload(d.m))
	d.settle()
	old := s.minutes[len(s.minutes)-3]
	if len(old.entries) != 2 || !old.entries[0].Dropped || old.entries[1].Dropped {
		t.Errorf("the minute before says %+v", old)
	}
}

// Of a record that was removed its end is told first, and Enter says that it is gone.
func TestHistoryOfARemovedRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+k>", "<enter>", "<f12>", "<ctrl+u>", "<tab>", "<space>")
	s := d.m.top().(*historyScreen)
	if s.by != byField || len(s.rows) < 3 || s.rows[1].kind != rowEvent || s.rows[1].e.New != "" {
		t.Fatal(d.screen())
	}
	d.sees("删除的记录", "删除", "导入 patent.csv").press("<enter>").sees("这条记录已经删除")
	d.press("<ctrl+z>").sees("撤销")
	if s.rows[1].kind != rowValue {
		t.Errorf("back again, and its removal stands first:\n%s", d.screen())
	}
}

// From the history of a record one choice leads to the whole of it.
func TestHistoryOfEverything(t *testing.T) {
	t.Parallel()
	d := morning(t, 120, 36)
	d.form("patent").press("<ctrl+u>").misses("研发投入台账 ·").press("<ctrl+l>", "不只这一条", "<enter>").sees("研发投入台账 · 2 条")
	d.press("<esc>")
	if s := d.m.top().(*historyScreen); s.by != byField {
		t.Error("Esc does not come back")
	}
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
	s := d.m.top().(*historyScreen)
	// The newest is one step; the one below it is a minute of several.
	at := -1
	for i, r := range s.rows {
		if r.kind == rowMinute && r.e.Form == "patent" {
			at = i
		}
	}
	if at < 0 {
		t.Fatal(d.screen())
	}
	y := func(i int) int { return 4 + i - s.list.Top }
	n := len(s.rows)
	click := func(i int) { d.send(tea.MouseClickMsg{X: 30, Y: y(i), Button: tea.MouseLeft}); d.settle(); d.screen() }
	d.screen()
	click(at)
	if s.list.At != at || len(s.rows) != n {
		t.Fatalf("the click went to %d, %d lines\n%s", s.list.At, len(s.rows), d.screen())
	}
	click(at)
	if len(s.rows) != n+3 || s.rows[at+1].kind != rowStep {
		t.Fatalf("%d lines, %d before\n%s", len(s.rows), n, d.screen())
	}
	d.press("<down>", "<left>")
	if s.list.At != at || len(s.rows) != n {
		t.Errorf("Left is at %d with %d lines", s.list.At, len(s.rows))
	}
	d.press("<right>", "<down>", "<enter>")
	if g, ok := d.m.top().(*gridScreen); !ok || g.f.ID != "patent" {
		t.Errorf("Enter went to %T", d.m.top())
	}
}

// What is open stays open when more is done, and what is on the screen is read a page at a time.
func TestHistoryIsReadInPages(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	for i := range 2*historyMinutes + 40 {
		f, id, typed := d.m.form("spend"), "amount", fmt.Sprint(i+1)
		if i%2 == 1 {
			f, id, typed = d.m.form("patent"), "title", fmt.Sprint("名称", i)
		}
		if _, err := d.m.desk.s.Put(f, 1, id, typed); err != nil {
			t.Fatal(err)
		}
	}
	big := make([]entry.Edit, 2*historyPage)
	for i := range big {
		big[i] = entry.Edit{Form: d.m.form("spend"), Row: int64(-1 - i), Field: "amount", Typed: fmt.Sprint(i + 1)}
	}
	if _, err := d.m.desk.s.Apply(text.Pair{}, big); err != nil {
		t.Fatal(err)
	}
	d.press("<ctrl+u>")
	s := d.m.top().(*historyScreen)
	if s.whole || len(s.minutes) > historyMinutes+1 {
		t.Fatalf("%d minutes were read at once", len(s.minutes))
	}
	d.press("<space>")
	if n := len(s.minutes[0].entries); n != historyPage {
		t.Fatalf("%d entries of a step were read at once", n)
	}
	for range 40 {
		d.press("<pgdown>").screen()
	}
	if n := len(s.minutes[0].entries); n != s.minutes[0].Entries || n < 2*historyPage {
		t.Fatalf("%d of %d entries", n, s.minutes[0].Entries)
	}
	d.press("<end>").press("<end>").press("<end>").press("<end>")
	if !s.whole || len(s.minutes) < 2*historyMinutes+40 {
		t.Fatalf("%d minutes, whole: %v", len(s.minutes), s.whole)
	}
	seen := map[int64]bool{}
	for _, x := range s.minutes {
		if seen[x.Head.Seq] {
			t.Fatal("a minute stands twice:", x.Head.Seq)
		}
		seen[x.Head.Seq] = true
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
