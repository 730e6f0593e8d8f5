package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/screen"
)

// keptUp has the desk of a test keep backups by itself as the program's does, but for the clock.
func keptUp(d *driver) *driver {
	d.m.desk.keeps.ctx, d.m.desk.keeps.told = d.m.ctx, make(chan backedUpMsg, 8)
	return d
}

// A backup is chosen, what it would lose is shown, and it is brought back, all on the screen.
func TestABackupIsBroughtBack(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.command("backup").form("patent").press("<right>", "改过的名称", "<enter>", "<f12>")
			d.m.shelf.Recent = nil
			d.command("restore")
			lang := d.m.lang
			d.sees(text.TuiBackupsOf.In(lang)).press("<enter>").sees(text.TuiRestoreLoses.With(1, 1).In(lang))
			d.press("<esc>").has("patent", "title=改过的名称")
			d.press("<enter>", "y").sees(strings.SplitN(text.TuiRestored.In(lang), "%", 2)[0])
			for _, r := range d.stored("patent") {
				if strings.Contains(r, "改过的名称") {
					t.Error("it is as it was:", r)
				}
			}
			if kept, _ := filepath.Glob(d.path + ".before-*.yice"); len(kept) != 1 {
				t.Error("what was there is gone:", kept)
			}
			all, err := store.Backups(d.path)
			if err != nil || len(all) != 2 || all[0].Why != store.Before {
				t.Errorf("%+v %v", all, err)
			}
		})
	}
}

// A damaged backup is not offered, and a damaged workspace is brought back from the start screen without a command.
func TestADamagedWorkspaceIsBroughtBackFromTheStart(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.command("backup")
	if err := d.m.desk.finish(); err != nil {
		t.Fatal(err)
	}
	d.m.desk, d.m.stand, d.m.stack = nil, screen.Standing{}, []screen.Screen{beginning.NewStart(d.m, false)}
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	copy(b[60:], "spoiled spoiled spoiled") // the header itself
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	d.m.shelf.Recent = []beginning.Workspace{{Path: d.path, Name: "示例水务", Year: 2023}}
	d.run(d.m.Top().Follow(d.m))
	d.settle()
	d.press("b").sees("打不开").press("<enter>").sees("备份里有").press("<enter>").sees("已恢复")
	if d.m.desk == nil || d.m.stand.Year != 2023 {
		t.Fatal("it is not open")
	}
	// A changed byte.
	all, err := store.Backups(d.path)
	if err != nil {
		t.Fatal(err)
	}
	b, _ = os.ReadFile(all[0].Path)
	b[len(b)-1] ^= 1
	if err := os.WriteFile(all[0].Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	d.command("restore").sees("已损坏").press("<home>", "<enter>")
	if len(d.m.layers) > 0 || d.m.note.mood != screen.Bad {
		t.Error("it is offered")
	}
}

// The start screen says how the backups of the workspace under the cursor stand.
func TestTheStartScreenSaysHowBackupsStand(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<ctrl+o>").sees("还没有完好的备份", "B 备份")
	d.press("<esc>").command("backup").press("<ctrl+o>").sees("之后没有改动")
}

// Before a large step there is a backup, on closing too, and none where nothing changed.
func TestLargeStepsAndTheEndAreBackedUp(t *testing.T) {
	t.Parallel()
	d := keptUp(at(t, 120, 36))
	f := form.ByID("spend")
	var edits []entry.Edit
	for range largeStep {
		edits = append(edits, entry.Edit{Form: f, Row: d.m.NextRow(), Field: "summary", Typed: "摘要"})
	}
	_, cmd := d.m.Put(edits, text.Pair{})
	d.run(cmd)
	d.settle()
	all, err := store.Backups(d.path)
	if err != nil || len(all) != 1 || all[0].Why != store.Before {
		t.Fatalf("%+v %v", all, err)
	}
	desk := d.m.desk
	d.m.desk, d.m.stand, d.m.stack = nil, screen.Standing{}, []screen.Screen{beginning.NewStart(d.m, false)}
	if err := desk.finish(); err != nil {
		t.Fatal(err)
	}
	all, err = store.Backups(d.path)
	if err != nil || len(all) != 2 || all[0].Why != store.Closing {
		t.Fatalf("%+v %v", all, err)
	}
}

// The second place is named on the screen and kept for the next time.
func TestTheSecondPlaceIsNamed(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	disk := t.TempDir()
	d.command("restore").press("s").paste(disk).press("<enter>").sees("第二备份位置")
	if got := SecondPlace(d.m.o.ConfigDir); got != disk {
		t.Fatal(got)
	}
	d.press("n").sees("已备份并核对", "第二位置")
	if left, err := filepath.Glob(filepath.Join(disk, "*.backups", "yice-*.yice")); err != nil || len(left) != 1 {
		t.Error(left, err)
	}
}
