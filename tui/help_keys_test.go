package tui

import (
	"strings"
	"testing"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// All keys are in sections: folded they fit a screen, the one asked from is unfolded, and typing lists what fits of any.
func TestHelpOfAllKeysFoldsAndNarrows(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f3>", "<f2>", "<tab>", "<tab>").sees("›  政策包", "▾  审核", "Ctrl+E", "展开")
	d.press("<enter>").sees("›  审核").misses("Ctrl+E")
	h := d.m.layer().(*helpLayer)
	if n := len(h.all.rows); n > len(d.m.places)+1 {
		t.Errorf("%d lines are shown of folded sections", n)
	}
	d.press("<enter>").sees("▾  审核", "Ctrl+E").press("<left>").misses("Ctrl+E").press("<right>").sees("Ctrl+E")
	d.press("照抄").sees("▾  表格", "Ctrl+D").misses("Ctrl+E")
	d.press("<esc>").sees("›  每一屏都有")
	d.press("zcsyh").sees("Ctrl+D")          // 照抄上一行, by its initials
	d.press("<ctrl+a>", "ctrl+g").sees("查找") // by the key's name
	d.press("<ctrl+a>", "没有这样的").sees(text.TuiNothingFits.ZH)
	d.press("<esc>", "<esc>").misses("展开")
	if len(d.m.layers) != 0 {
		t.Error("help is still open")
	}
}

// Help over a question names every key the question takes, as its foot does.
func TestHelpOverAQuestionNamesItsKeys(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f7>").sees("Tab", "补全").press("<f2>").sees(text.TuiPathComplete.ZH, text.TuiPathPick.ZH)
}

// Whatever the foot of a dialog names, its help names too: what is pasted, and which columns there are.
func TestHelpOverADialogNamesItsKeys(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.form("patent").press("<ctrl+end>", "<down>", "<home>")
	d.paste("202210000001.5\t甲\t发明\t申请\t2022-1-2\n坏号\t乙\t发明\t没有\t2022-13-2\n").sees("G 只粘贴无误的行")
	d.press("<f2>").sees(text.TuiPasteGood.ZH, text.TuiPasteNot.ZH).misses(text.TuiPasteAlso.ZH).press("<esc>", "<esc>")
	d.paste("202210000001.5\t甲\t发明\t申请\t2022-1-2\n合计\t\t\t\t\n").sees("A 连这些行一起").press("<f2>").sees(text.TuiPasteAlso.ZH).misses(text.TuiPasteGood.ZH).press("<esc>", "<esc>")
	d.form("spend").press("<ctrl+t>").sees("A 全部", "↓ 3")
	d.press("<f2>").sees(text.TuiColumnsToggle.ZH, text.TuiColumnsAll.ZH).press("<esc>")
	d.press("<end>").sees("↑ 3").misses("↓ 3")
	// In either case, and with an input method on, the hand strikes the same key.
	d.press("Ａ").misses("[✓]")
}

// A place's own keys come first in its help; what is the same everywhere follows, and last what has no key.
func TestHelpBeginsWithTheKeysOfThePlace(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"<f3>"}, {"<f7>", "<esc>"}, {"<esc>", "<esc>"}} {
		d := at(t, 80, 24)
		d.press(keys...).press("<f2>")
		h := d.m.layer().(*helpLayer)
		rank, was := 0, ""
		for _, a := range h.now {
			now := 0
			if a.Where.Wide() {
				now = 1 + kit.Btoi(len(a.Keys) == 0)
			}
			if now < rank {
				t.Errorf("%s: %s stands below %s", h.at.ID, a.ID, was)
			}
			rank, was = now, a.ID
		}
		if rank == 0 {
			t.Errorf("%s: nothing common is listed", h.at.ID)
		}
	}
}

// A question longer than the screen scrolls, and where it is answered is always seen.
func TestALongQuestionToAnswerScrolls(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.m.open(kit.NewInput(text.TuiReasonTitle, text.Same(strings.Repeat("这一句话很长，一屏放不下。", 90)+"到此为止。"), "答", nil), false)
	d.m.dirty = true
	d.sees("↓", "答").misses("到此为止")
	d.press("<pgdown>", "<pgdown>", "<pgdown>", "<pgdown>").sees("到此为止", "↑", "答")
}

// A message that one row has no room for takes more: none is cut where it says what to do.
func TestALongMessageIsSaidWhole(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.m.say(screen.Good, text.TuiNewMade.With("一家名字很长的示例水务股份有限公司（虚构）", 2026))
	said := d.m.note.say.ZH
	shown := strings.NewReplacer("\n", "", " ", "").Replace(d.screen())
	if !strings.Contains(shown, strings.ReplaceAll(said, " ", "")) {
		t.Errorf("%q is not on the screen whole:\n%s", said, d.screen())
	}
	d.press("<down>").misses("已建立")
}
