package tui

import (
	"testing"

	"yice/tui/keying"
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

func TestCalendarTakesADay(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<home>", "1205", "<f9>").sees("2023 年 12 月", "2023-12-05 周二").caretIs(" ", "5")
	if d.m.here() != keying.InCalendar {
		t.Fatalf("place %v", d.m.here())
	}
	d.press("<right>").caretIs(" ", "6").press("<down>").caretIs(" ", "1").sees("2023-12-13 周三")
	d.press("<pgup>").sees("2023 年 11 月", "2023-11-13").press("<ctrl+pgdown>").sees("2024 年 11 月", "不在 2023 年度")
	d.press("<home>").sees("2023-01-01 周日").press("<left>").sees("2022-12-31 周六", "不在 2023 年度").press("<end>").sees("2023-12-31")
	d.press("<ctrl+t>").sees("2024-01-15 周一  今天", "[15]")
	// Esc goes back to typing, with what was typed.
	d.press("<esc>").sees("= 2023-12-05 周二").has("spend", "voucher=记-0001", "date=2023-01-05")
	d.press("<f9>", "<up>", "<enter>").has("spend", "voucher=记-0001", "date=2023-11-28")
	g := d.m.Top().(*keying.TableScreen).Grid
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
	card := d.m.Top().(*keying.CardScreen)
	for card.Field().ID != "start" {
		d.press("<down>")
	}
	d.press("<enter>", "<f9>").sees("1 季度", "4 季度", "2023-01  原来的值").caretIs(" ", "1")
	d.press("<down>").sees("2023-04").press("<right>", "<right>", "<right>").sees("2023-07").press("<pgup>").sees("2022-07", "不在 2023 年度")
	d.press("<t>").sees("2024-01  本月", "[ 1月]").press("<end>").sees("2023-12")
	d.press("<home>", "<right>", "<enter>").has("project", "start=202302")
	if len(d.m.layers) != 0 || card.Field().ID != "end" {
		t.Fatalf("Enter did not go on: %s", card.Field().ID)
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
			d.m.Top().(*keying.TableScreen).Grid.Show("recognised_on")
			d.press("<enter>", "<f9>", "<pgup>").golden("calendar-right-" + size.name)
			d.press("<esc>", "<esc>").form("project").press("<ctrl+e>")
			for card := d.m.Top().(*keying.CardScreen); card.Field().ID != "end"; {
				d.press("<down>")
			}
			d.press("<enter>", "<f9>").golden("months-" + size.name)
		})
	}
}
