package tui

import (
	"testing"

	"yice/store"
	"yice/text"
	"yice/tui/theme"
)

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, append(size.o, func(o *Options) { o.Version = "1.2.3" })...)
			d.press("<ctrl+p>", map[bool]string{true: "设置", false: "Settings"}[size.o == nil], "<enter>")
			lines := d.screen()
			if len(lines) == 0 {
				t.Fatal("nothing drawn")
			}
			d.sees("1.2.3", "示例丙")
		})
	}
}

// The operator named here stands in the history from the next edit on, and in the workspace for whoever opens it next.
func TestTheOperatorIsNamed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<ctrl+p>", "设置", "<enter>", "<enter>").sees("操作人姓名").press("<ctrl+a>", "王统计", "<enter>")
	d.form("patent").press("<right>", "新名称", "<enter>", "<f12>", "<ctrl+u>").sees("王统计")
	entries, err := d.m.desk.w.History(d.m.desk.s.Book(), store.HistoryQuery{Limit: 1})
	if err != nil || entries[0].Who != "王统计" {
		t.Errorf("the history says %v %v", entries, err)
	}
	if who, _ := d.m.desk.w.Setting("operator"); who != "王统计" {
		t.Errorf("the workspace keeps %q", who)
	}
}

// Language and colours are kept for the next start, where it does not ask for others.
func TestPreferencesAreKept(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, func(o *Options) { o.Environ = nil })
	d.press("<ctrl+p>", "设置", "<enter>", "<down>", "<enter>").sees("Operator", "Language", "Score")
	d.press("<down>", "<enter>", "<enter>").sees("light")
	if d.m.th.Ground != theme.Light {
		t.Error("the colours did not change")
	}
	saved := loadPreferences(d.m.o.ConfigDir)
	if saved.Lang != "en" || saved.Theme != "light" {
		t.Errorf("kept %+v", saved)
	}
	o := d.m.o
	m := newRoot(t.Context(), o)
	m.prefer(saved)
	if m.lang.Written() != text.EN || m.th.Ground != theme.Light {
		t.Error("the next start does not take them")
	}
	o.LangAsked, o.Environ = true, []string{"YICE_THEME=dark"}
	m = newRoot(t.Context(), o)
	m.prefer(saved)
	if m.lang.Written() != text.ZH || m.th.Ground != theme.Dark {
		t.Error("what was asked for at the start gives way")
	}
}

func TestTheGuideIsShownOnce(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.Path = example(t, o)
	d := launch(t, o, 80, 24)
	d.m.prefer(loadPreferences(o.ConfigDir))
	d.m.greet()
	d.m.armed = d.m.now()
	d.m.dirty = true
	d.golden("guide-80x24")
	for range text.TuiGuide {
		d.press("<enter>")
	}
	d.misses("下一页")
	if !loadPreferences(o.ConfigDir).Guided {
		t.Error("it would be shown again")
	}
	d.m.greet()
	if len(d.m.layers) != 0 {
		t.Error("it is shown again")
	}
	d.press("<ctrl+p>", "一分钟", "<enter>").sees("看哪里").press("<esc>").misses("看哪里")
}
