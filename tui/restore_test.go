package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/store"
	"yice/text"
)

// A backup is looked through before it is brought back, and what was there before is kept.
func TestABackupIsLookedThroughAndBroughtBack(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.command("backup").form("patent").press("<down>", "<home>", "<right>", "改过的专利名称", "<enter>")
	d.has("patent", "title=改过的专利名称")
	d.press("<f12>").command("restore").sees("备份与恢复", "完好", "别处的备份")
	d.press("<enter>").sees("恢复后改变 1 处", "专利", "改过的专利名称 →", "现在的文件会改名留在旁边").press("<esc>")
	d.has("patent", "title=改过的专利名称")
	d.press("<esc>").command("restore").press("<enter>", "<enter>")
	if d.m.desk == nil {
		t.Fatalf("not open again:\n%s", d.screen())
	}
	d.sees("已恢复", "82.58")
	for _, r := range d.stored("patent") {
		if strings.Contains(r, "改过的专利名称") {
			t.Errorf("it is still there: %s", r)
		}
	}
	kept, err := filepath.Glob(d.path + ".before-*.yice")
	if err != nil || len(kept) != 1 {
		t.Errorf("what was there before: %q %v", kept, err)
	}
	// It is written as before.
	d.form("patent").press("<down>", "<home>", "<right>", "再改", "<enter>").has("patent", "title=再改")
}

// A key pressed again while a backup is compared begins no second comparison, but shows the one under way.
func TestOneBackupIsComparedAtATime(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.command("backup").command("restore").sees("备份与恢复")
	work := &task{title: text.TuiTaskCompare.With("备份"), alone: true}
	end := d.slow(work)
	d.typing("<enter>")
	if len(d.m.tasks) != 1 {
		t.Errorf("%d comparisons at once", len(d.m.tasks))
	}
	d.until("the task's dialog", func() bool { return len(d.m.layers) > 0 })
	close(end)
	d.settle()
	d.press("<enter>").sees("完全一样")
}

// A workspace that cannot be opened any more is brought back from the start screen; what its backup holds is told.
func TestAnUnreadableWorkspaceIsBroughtBackFromTheStart(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.command("backup")
	path := d.path
	if err := d.m.desk.finish(); err != nil {
		t.Fatal(err)
	}
	d.m.leaveDesk()
	if err := os.WriteFile(path, []byte("spoiled"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := testOptions(t)
	o.Path = path
	d = launch(t, o, 80, 24)
	d.sees("没有打开", "R 从备份恢复").press("r").sees("完好").press("<enter>").sees("没有可比的", "2023 年度", "2022 年度")
	d.press("<enter>")
	if d.m.desk == nil || d.m.stand.Year != 2023 {
		t.Fatalf("not open:\n%s", d.screen())
	}
	d.sees("已恢复", "82.58")
}

// A backup that is damaged brings nothing back, and the desk opens again as it was.
func TestADamagedBackupBringsNothingBack(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	bad := filepath.Join(t.TempDir(), "bad.yice")
	if err := os.WriteFile(bad, []byte("no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.command("restore").press("o", "<ctrl+a>").paste(bad).press("<enter>").sees("不能用").press("<enter>", "<esc>")
	var wrong error
	d.run(d.m.Aside(d.path, text.TuiRestoring, func() error { return store.Restore(d.path, bad, d.m.StoreOptions()) }, func(reopen func(text.Pair) tea.Cmd, err error) tea.Cmd {
		wrong = err
		return reopen(text.Pair{})
	}))
	if d.settle(); wrong == nil {
		t.Error("it was put in the place of the workspace")
	}
	if d.m.desk == nil || d.m.stand.Year != 2023 {
		t.Fatalf("the desk did not open again:\n%s", d.screen())
	}
	d.sees("82.58")
}

// Records are saved out of a workspace into a new one, which opens.
func TestSalvageOpensWhatItSaved(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.command("salvage").press("<ctrl+a>", d.path, "<enter>").sees("-salvaged.yice").press("<enter>")
	if d.m.desk == nil || !strings.HasSuffix(d.m.desk.w.Path(), "-salvaged.yice") {
		t.Fatalf("not open:\n%s", d.screen())
	}
	d.sees("行，存为", "82.58")
}

// A backup goes to another folder too.
func TestABackupElsewhere(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	dir := t.TempDir()
	d.command("backup.to").press(dir, "<enter>").sees("已备份")
	if all, err := filepath.Glob(filepath.Join(dir, "yice-*.yice")); err != nil || len(all) != 1 {
		t.Errorf("there are %q %v", all, err)
	}
	if all, err := store.Backups(d.path); err != nil || len(all) != 0 {
		t.Errorf("beside it are %d %v", len(all), err)
	}
}
