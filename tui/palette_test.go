package tui

import (
	"slices"
	"strings"
	"testing"

	"yice/text"
	"yice/tui/keying"
)

func TestPalette(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.form("patent").press("<down>", "<ctrl+p>").golden("palette-" + size.name)
		})
	}
}

// The same command is found by Chinese, by pinyin initials and by English.
func TestPaletteFindsByEverySpelling(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"专利", "zl", "zhuanli", "专l", "patent", "Pat"} {
		d := at(t, 80, 24)
		d.press("<ctrl+p>", typed).sees("专利").press("<enter>")
		g, ok := d.m.Top().(*keying.TableScreen)
		if !ok || g.Form.ID != "patent" {
			t.Errorf("%q did not open the patents: %T", typed, d.m.Top())
		}
	}
	d := at(t, 80, 24)
	d.press("<ctrl+p>", "查无此项的命令").sees("没有匹配的").press("<enter>").sees("没有匹配的").press("<esc>").misses("没有匹配的")
}

// A command is found by other words for what it does, and no words are of a command that is not there.
func TestPaletteFindsByOtherWords(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	for id := range text.AlsoSaid {
		if !slices.ContainsFunc(d.m.actions, func(a Action) bool { return a.ID == id && a.Do != nil }) {
			t.Errorf("there is no command %q", id)
		}
	}
	d.press("<ctrl+p>", "校验").sees(text.TuiVerifyFile.ZH).press("<esc>")
	d.press("<ctrl+p>", "combine").sees(text.TuiMerge.ZH)
}

// A title that its row has no room for stands below the list whole.
func TestPaletteTellsALongTitleWhole(t *testing.T) {
	t.Parallel()
	at(t, 80, 24, english).press("<ctrl+p>", "what if").sees("What if: suppose changes and see the score; nothing is written")
}

// A command runs as its key would, on the screen below.
func TestPaletteRunsAndRemembersPlaces(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<down>", "<down>", "<ctrl+p>", "排序", "<enter>").sees("按 ")
	d.press("<f12>", "<ctrl+p>").sees("最近到过", "专利  202110253").press("<enter>")
	g, ok := d.m.Top().(*keying.TableScreen)
	if !ok || g.Form.ID != "patent" || g.Grid.Cursor().Row != 2 {
		t.Errorf("the last place was not opened: %T", d.m.Top())
	}
}

func TestPaletteCaretStandsWhereTheInputMethodOpens(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<ctrl+p>", "研发tr").golden("palette-typed-80x24")
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.form("patent").press("<right>", "<right>", "<f2>").golden("help-here-" + size.name)
			d.press("<tab>").golden("help-field-" + size.name)
			d.press("<tab>").golden("help-keys-" + size.name)
		})
	}
}

// Help leaves what is being keyed as it is, and comes over a dialog too.
func TestHelpLeavesTheScreenAlone(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("spend").press("<end>", "<left>", "<left>", "123")
	before := d.screen()
	d.press("<f2>").sees("正在填一格").press("<tab>").sees("怎样键入").press("<esc>")
	if after := d.screen(); after != before {
		t.Errorf("the screen changed:\n%s\nbefore:\n%s", after, before)
	}
	d.press("<esc>", "<esc>", "<ctrl+p>", "<f2>").sees("拼音首字母或英文", "列表随即收窄").press("<esc>").sees("Enter 确定")
}

// No key means two things at once on a screen.
func TestNoKeyMeansTwoThings(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	for _, way := range [][]string{{}, {"<f3>"}, {"<f4>"}, {"<f4>", "<enter>"}, {"<f5>"}, {"<f6>"}, {"<ctrl+u>"}, {"<ctrl+b>"}, {"<ctrl+g>"}, {"<enter>"}, {"<down>", "<down>", "<down>", "<enter>"}} {
		d.press("<f12>", "<home>").press(way...)
		at, meant := d.m.here(), map[string]string{}
		for i := range d.m.actions {
			a := &d.m.actions[i]
			if a.Do == nil || !a.Live(d.m, at) {
				continue
			}
			for _, k := range a.Keys {
				// Esc and Enter do the nearest thing of several; that is their meaning.
				if other, twice := meant[k]; twice && k != "esc" && k != "enter" && k != "ctrl+c" {
					t.Errorf("after %v %s means %s and %s", way, k, other, a.ID)
				}
				meant[k] = a.ID
			}
		}
	}
}

// TestBackingUpComesFirst: who looks for a backup wants one now, and only then somewhere else.
func TestBackingUpComesFirst(t *testing.T) {
	t.Parallel()
	for word, change := range map[string][]func(*Options){"备份": nil, "back up": {english}} {
		d := at(t, 120, 36, change...)
		d.press("<ctrl+p>", word)
		to := strings.Index(d.screen(), text.TuiBackupTo.In(d.m.lang))
		if now := strings.Index(d.screen(), text.TuiBackupNow.In(d.m.lang)); now < 0 || to >= 0 && to < now {
			t.Errorf("%s: another folder stands first", word)
		}
	}
}

// A title of a command that is longer than the list is wide stands whole below it, at every width.
func TestALongTitleOfACommandIsReadWhole(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		for _, lang := range []text.Lang{text.ZH, text.EN} {
			d := at(t, size[0], size[1], func(o *Options) { o.Lang = lang })
			d.press("<ctrl+p>").paste("history")
			d.reads(text.TuiGoHistory.In(lang))
		}
	}
}
