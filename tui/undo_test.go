package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/store"
)

// One Ctrl+Z of an import names what it would take back, and takes nothing back before it is agreed to.
func TestALargeUndoAsks(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>").paste("甲\n乙\n丙\n").press("<enter>")
	before := d.stored("patent")
	d.press("<ctrl+z>").sees("撤销这一步", "不止一条记录", "专利 3 条")
	if now := d.stored("patent"); strings.Join(now, "\n") != strings.Join(before, "\n") {
		t.Fatal("it was taken back")
	}
	d.press("<esc>").misses("撤销这一步").sees("甲")
	d.press("<ctrl+z>", "<enter>").sees("已撤销").misses("甲")
}

// One record in sight is taken back at once; on another screen, or on another record's card, it is asked.
func TestUndoOutOfSightAsks(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "改过的名称", "<enter>", "<ctrl+z>").sees("已撤销").misses("撤销这一步")
	d.press("<ctrl+y>").form("award").press("<ctrl+z>").sees("不在眼前", "专利").press("<esc>").has("patent", "title=改过的名称")
	d.press("<f12>", "<ctrl+z>").sees("不在眼前").press("<enter>").sees("已撤销")
	d.press("<ctrl+y>", "<ctrl+u>", "<ctrl+z>").sees("撤销：").misses("撤销这一步")
}

// What was agreed to is taken back and nothing else: a step written meanwhile is asked about anew.
func TestWhatWasAgreedToIsTakenBack(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>").paste("甲\n乙\n丙\n").press("<enter>")
	d.press("<ctrl+z>").sees("专利 3 条")
	ask := d.m.layers[len(d.m.layers)-1]
	d.m.Close(ask)
	d.press("<f12>").form("award").press("<right>", "改过的奖项", "<enter>").form("patent")
	d.m.open(ask, false)
	d.press("<enter>").sees("不在眼前", "改过的奖项").press("<esc>").has("award", "achievement_title=改过的奖项")
}

// A step that was taken back and then overtaken by new keying is in the history, and comes back from there.
func TestADroppedStepComesBack(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<right>", "甲乙丙", "<enter>").has("patent", "title=甲乙丙")
	d.press("<ctrl+z>").sees("已撤销")
	d.form("award").press("<right>", "改过的奖项", "<enter>").press("<ctrl+y>")
	for _, r := range d.stored("patent") {
		if strings.Contains(r, "甲乙丙") {
			t.Fatal("redo reaches it:", r)
		}
	}
	d.press("<f12>", "<ctrl+u>", "<down>", "<right>", "<down>", "<down>").sees("已撤销", "甲乙丙")
	d.press("r").sees("找回这一步").press("<enter>").sees("已找回").has("patent", "title=甲乙丙").has("award", "achievement_title=改过的奖项")
	d.press("<ctrl+z>").sees("撤销：找回")
	for _, r := range d.stored("patent") {
		if strings.Contains(r, "甲乙丙") {
			t.Fatal("it cannot be taken back:", r)
		}
	}
}

// Whoever is overtaken is told by whom, and what could not be written is saved aside.
func TestWhatCouldNotBeWrittenIsSavedAside(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	if err := os.Remove(d.path + ".lock"); err != nil {
		t.Fatal(err)
	}
	other, err := store.Open(d.path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if err := other.SetSetting("a", "b"); err != nil {
		t.Fatal(err)
	}
	d.form("patent").press("<right>", "改过的名称", "<enter>").sees("没有写进去", "还有 1 格")
	d.m.armed = time.Time{}
	d.press("<enter>").sees("另存到")
	saved, _ := filepath.Glob(filepath.Join(filepath.Dir(d.path), "example-未写入-*.txt"))
	if len(saved) != 1 {
		t.Fatal(saved)
	}
	b, err := os.ReadFile(saved[0])
	if err != nil || !strings.Contains(string(b), "专利名称\t改过的名称") {
		t.Fatalf("%s %v", b, err)
	}
}
