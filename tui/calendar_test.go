package tui

import (
	"testing"
	"time"

	"yice/form"
)

func TestADateIsReadBackWhileItIsTyped(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<home>", "1").sees("= 2023-01-01 周日", "F9 日历").misses("不是日期")
	d.press("205").sees("= 2023-12-05 周二", "F9 日历").golden("reading-120x36")
	d.press("<backspace>", "<backspace>", "<backspace>", "<backspace>").sees("如 0315")
	// A year is no month and day; half a date is not called wrong.
	for _, k := range []string{"2", "0", "2", "3", "-", "2", "-", "0"} {
		d.press(k).misses("请核对", "不是日期", "没有日")
	}
	d.press("<backspace>", "30").sees("2 月只有 28 天", "F9 日历")
	d.press("<ctrl+u>", "20220315").sees("= 2022-03-15 周二", "! 不在 2023 年度")
	d.press("<ctrl+u>", "１３０１").sees("没有第 13 月")
	d.press("<ctrl+u>", "1205", "<enter>").has("spend", "date=2023-12-05", "voucher=记-0001")
}

func TestReadingOfWhatIsHalfTyped(t *testing.T) {
	t.Parallel()
	ledger, patent, month := form.ByID("spend").Field("date"), form.ByID("patent").Field("applied_on"), form.ByID("project").Field("end")
	for _, k := range []struct {
		f     *form.Field
		typed string
		want  bool
	}{
		{ledger, "", true},
		{ledger, "2", true},
		{ledger, "2023", true},
		{ledger, "２０２３", true},
		{ledger, "1305", false},
		{ledger, "20231", true},
		{ledger, "20231301", false},
		{ledger, "2023.3", true},
		{ledger, "2023.3.0", true},
		{ledger, "2023.3.32", false},
		{ledger, "三月", false},
		{ledger, "2023年3月", true},
		{patent, "1305", true},
		{patent, "20231", true},
		{month, "2023", true},
		{month, "202313", false},
		{month, "2023-0", true},
		{month, "2023-13", false},
	} {
		if got := unfinished(k.f, k.typed); got != k.want {
			t.Errorf("%s %q: %v, want %v", k.f.ID, k.typed, got, k.want)
		}
	}
}

func TestCalendarTakesADay(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<home>", "1205", "<f9>").sees("2023 年 12 月", "2023-12-05 周二").caretIs(" ", "5")
	if d.m.here() != InCalendar {
		t.Fatalf("place %v", d.m.here())
	}
	d.press("<right>").caretIs(" ", "6").press("<down>").caretIs(" ", "1").sees("2023-12-13 周三")
	d.press("<pgup>").sees("2023 年 11 月", "2023-11-13").press("<ctrl+pgdown>").sees("2024 年 11 月", "不在 2023 年度")
	d.press("<home>").sees("2023-01-01 周日").press("<left>").sees("2022-12-31 周六", "不在 2023 年度").press("<end>").sees("2023-12-31")
	d.press("<ctrl+t>").sees("2024-01-15 周一  今天", "[15]")
	// Esc goes back to typing, with what was typed.
	d.press("<esc>").sees("= 2023-12-05 周二").has("spend", "voucher=记-0001", "date=2023-01-05")
	d.press("<f9>", "<up>", "<enter>").has("spend", "voucher=记-0001", "date=2023-11-28")
	g := d.m.top().(*gridScreen).g
	if g.Editing() || g.Field().ID != "voucher" || len(d.m.layers) != 0 {
		t.Fatalf("Enter did not go on: %s", g.Field().ID)
	}
	// What the cell holds is marked; a digit goes back to typing and replaces it.
	d.press("<left>", "<enter>", "<f9>").sees("28 *", "2023-11-28 周二  原来的值")
	d.press("0", "9", "3", "0").sees("= 2023-09-30 周六").press("<f9>").paste("0929").sees("= 2023-09-29 周五")
	d.press("<f9>", "<right>", "<tab>").has("spend", "voucher=记-0001", "date=2023-09-30")
}

func TestCalendarOfMonths(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("project").press("<ctrl+e>")
	card := d.m.top().(*cardScreen)
	for card.field().ID != "start" {
		d.press("<down>")
	}
	d.press("<enter>", "<f9>").sees("1 季度", "4 季度", "2023-01  原来的值").caretIs(" ", "1")
	d.press("<down>").sees("2023-04").press("<right>", "<right>", "<right>").sees("2023-07").press("<pgup>").sees("2022-07", "不在 2023 年度")
	d.press("<t>").sees("2024-01  本月", "[ 1月]").press("<end>").sees("2023-12")
	d.press("<home>", "<right>", "<enter>").has("project", "start=202302")
	if len(d.m.layers) != 0 || card.field().ID != "end" {
		t.Fatalf("Enter did not go on: %s", card.field().ID)
	}
	// 000000 is no month: the calendar opens at what there is to choose from.
	d.press("000000").misses("= 0", "如 2").press("<f9>").sees("季度")
}

func TestNoCalendarWhereThereIsNoDate(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<home>", "<right>", "a")
	if a := d.m.find("f9"); a != nil {
		t.Fatalf("F9 is %s in a text", a.ID)
	}
}

// The calendar stands above its cell at the bottom of a screen, and within it at the right edge.
func TestCalendarKeepsWithinTheScreen(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.form("spend").press("<ctrl+end>", "<home>", "<enter>", "<f9>").golden("calendar-" + size.name)
			d.press("<esc>", "<esc>", "<ctrl+home>").form("award")
			d.m.top().(*gridScreen).g.Show("recognised_on")
			d.press("<enter>", "<f9>", "<pgup>").golden("calendar-right-" + size.name)
			d.press("<esc>", "<esc>").form("project").press("<ctrl+e>")
			for card := d.m.top().(*cardScreen); card.field().ID != "end"; {
				d.press("<down>")
			}
			d.press("<enter>", "<f9>").golden("months-" + size.name)
		})
	}
}

func TestStepsOfTheCalendar(t *testing.T) {
	t.Parallel()
	date, month := form.ByID("spend").Field("date"), form.ByID("project").Field("end")
	for _, k := range []struct {
		f       *form.Field
		at, key string
		want    string
	}{
		{date, "2023-03-31", "pgup", "2023-02-28"},
		{date, "2024-03-31", "pgup", "2024-02-29"},
		{date, "2024-02-29", "ctrl+pgdown", "2025-02-28"},
		{date, "2023-12-31", "right", "2024-01-01"},
		{date, "2023-01-03", "up", "2022-12-27"},
		{date, "1900-01-01", "left", "1900-01-01"},
		{date, "2100-12-31", "pgdown", "2100-12-31"},
		{date, "2022-05-05", "home", "2023-01-01"},
		{date, "2022-05-05", "end", "2023-12-31"},
		{month, "2023-12-01", "right", "2024-01-01"},
		{month, "2023-02-01", "up", "2022-11-01"},
		{month, "2023-02-01", "pgdown", "2024-02-01"},
		{month, "2100-12-01", "right", "2100-12-01"},
	} {
		from, err := time.Parse(dayLayout, k.at)
		if err != nil {
			t.Fatal(err)
		}
		c := &calendar{f: k.f, year: 2023, at: from}
		to, ok := c.target(k.key)
		if got := c.within(to).Format(dayLayout); !ok || got != k.want {
			t.Errorf("%s %s from %s: %s, want %s", k.f.ID, k.key, k.at, got, k.want)
		}
	}
}
