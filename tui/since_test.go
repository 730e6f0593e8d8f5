package tui

import (
	"strings"
	"testing"

	"yice/form"
	"yice/text"
	"yice/tui/handing"
	"yice/tui/keying"
	"yice/tui/screen"
)

// reopened seals the year as sealing does, reopens it, and changes it: a project, an award more, a patent less.
func reopened(t *testing.T, d *driver) *driver {
	t.Helper()
	w, s := d.m.desk.w, d.m.desk.s
	if err := w.SetLocked(s.Book(), true, "示例甲", text.FilingLockReason.With("91150200MA0BT0013C-2023-01").ZH); err != nil {
		t.Fatal(err)
	}
	if err := w.SetLocked(s.Book(), false, "示例甲", "漏报一项自治区级奖项"); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.run(d.m.restand())
	d.settle()
	p := form.ByID("project")
	if _, err := s.Put(p, s.Records(p)[0].ID, "name", "改过的名称"); err != nil {
		t.Fatal(err)
	}
	d.form("award").press("<ctrl+end>", "<home>", "<down>", "示例创新奖", "<enter>")
	d.form("patent").press("<ctrl+k>")
	return d.press("<f12>")
}

func TestSinceScreen(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := reopened(t, at(t, size.w, size.h, size.o...))
			d.command("since").golden("since-" + size.name)
		})
	}
}

func TestSinceGoesToTheRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("since").sees("还没有封存").press("<tab>").sees("2022").press("<esc>")
	reopened(t, d)
	d.press("<f6>", "<tab>")
	s, ok := d.m.Top().(*handing.SinceScreen)
	if !ok {
		t.Fatalf("on %T", d.m.Top())
	}
	if n := s.Got.Rows(); n != 3 {
		t.Fatalf("%d rows differ, want 3:\n%s", n, d.screen())
	}
	// The head of a form goes nowhere; the row below it goes to the record.
	d.press("<enter>")
	if d.m.Top() != screen.Screen(s) {
		t.Errorf("the head of a form went to %T", d.m.Top())
	}
	d.press("<down>", "<enter>")
	if g, ok := d.m.Top().(*keying.TableScreen); !ok || g.Form.ID != "project" {
		t.Fatalf("went to %T", d.m.Top())
	}
	// A removed record has no place to go to, and it is said.
	d.press("<esc>")
	said := false
	d.press("<home>")
	for range 20 {
		d.press("<down>", "<enter>")
		if said = d.m.note.say == text.TuiSinceGone; said {
			break
		}
		if d.m.Top() != screen.Screen(s) {
			d.press("<esc>")
		}
	}
	if !said || d.m.Top() != screen.Screen(s) {
		t.Errorf("nothing is said of a removed record:\n%s", d.screen())
	}
}

// Whoever opens the next year is told that the year before is not as it was filed, and finds out in what.
func TestTheNextYearKnowsOfWhatCameAfter(t *testing.T) {
	t.Parallel()
	d := reopened(t, at(t, 120, 36))
	d.command("year.after").sees("2023 年度封存后有 3 条记录改动过").press("<enter>")
	if d.m.stand.Year != 2024 {
		t.Fatalf("the year shown is %d", d.m.stand.Year)
	}
	d.command("since").sees("2024 年度还没有封存").press("<tab>").sees("改过的名称", "示例创新奖", "解封")
	d.press("<home>", "<down>", "<enter>").sees("打开 2023 年度").press("<enter>")
	if d.m.stand.Year != 2023 {
		t.Errorf("the year shown is %d", d.m.stand.Year)
	}
}

// What others wrote is shown harmless.
func TestSinceShowsNoControlCharacters(t *testing.T) {
	t.Parallel()
	d := reopened(t, at(t, 120, 36))
	p := form.ByID("project")
	if _, err := d.m.desk.s.Put(p, d.m.desk.s.Records(p)[0].ID, "name", "甲\x1b[31m乙"); err != nil {
		t.Fatal(err)
	}
	d.command("since")
	if strings.Contains(d.screen(), "\x1b") || strings.Contains(d.m.View().Content, "\x1b[31m乙") {
		t.Error("a control character reached the terminal")
	}
}
