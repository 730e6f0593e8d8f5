package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func configIn(dir string) func(*Options) { return func(o *Options) { o.ConfigDir = dir } }

func keptFiles(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(filepath.Join(dir, "drafts"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	for _, f := range all {
		names = append(names, f.Name())
	}
	return names
}

// What was changed of a pack outlives the program, however it ended, until it is saved or dropped.
func TestADraftOutlivesTheProgram(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := at(t, 120, 36, configIn(dir))
	first.press("<f5>", "<ctrl+e>").editing("indicator.type_innovation.target").press("<enter>", "<ctrl+a>", "3", "<enter>")
	first.editing("indicator.patents.weight.功能型").press("<enter>", "<ctrl+a>", "14", "<enter>").sees("还不成政策包")
	first.press("<ctrl+c>").sees("改动留在这台机器").press("<esc>")

	// The program is gone; the next one goes on.
	next := at(t, 120, 36, configIn(dir))
	next.press("<f5>", "<ctrl+e>").sees("已改 2 处", "还没有另存的都在", "还不成政策包").editing("indicator.type_innovation.target").sees("3  ← 4")
	next.press("<ctrl+z>").misses("3  ← 4")
	if files := keptFiles(t, dir); len(files) != 0 {
		t.Errorf("nothing is changed, and kept are %v", files)
	}
	next.press("<ctrl+y>").sees("3  ← 4")
	next.editing("indicator.patents.weight.功能型").press("<delete>")
	next.press("<ctrl+s>", "<ctrl+a>").paste(filepath.Join(t.TempDir(), "a.toml")).press("<enter>").sees("草案已存为")
	if files := keptFiles(t, dir); len(files) != 0 {
		t.Errorf("it is saved, and kept are %v", files)
	}

	// Dropped is dropped.
	third := at(t, 120, 36, configIn(dir))
	third.press("<f5>", "<ctrl+e>").misses("3  ← 4").editing("indicator.type_innovation.target").press("<enter>", "<ctrl+a>", "5", "<enter>")
	if files := keptFiles(t, dir); len(files) != 1 {
		t.Errorf("kept are %v", files)
	}
	third.press("<ctrl+k>", "<enter>")
	if files := keptFiles(t, dir); len(files) != 0 {
		t.Errorf("it is dropped, and kept are %v", files)
	}
}

// A kept draft that cannot be read stops nothing and is not written over; one that cannot be kept is said, and leaving warns.
func TestADraftThatCannotBeKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := at(t, 120, 36, configIn(dir))
	path := filepath.Join(dir, "drafts", d.m.desk.s.Pack().SHA256[:32]+".json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("half of a"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("<f5>", "<ctrl+e>").sees("读不出来", ".unread")
	d.editing("indicator.type_innovation.target").press("<enter>", "<ctrl+a>", "3", "<enter>")
	if was, err := os.ReadFile(path + ".unread"); err != nil || string(was) != "half of a" {
		t.Errorf("%q %v", was, err)
	}

	// A file stands where the folder should be.
	blocked := filepath.Join(t.TempDir(), "config")
	e := at(t, 120, 36, configIn(blocked))
	if err := os.MkdirAll(blocked, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(blocked, "drafts"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	e.press("<f5>", "<ctrl+e>").editing("indicator.type_innovation.target").press("<enter>", "<ctrl+a>", "3", "<enter>").sees("还没有写到磁盘")
	e.press("<ctrl+c>").sees("退出就没有了").press("<esc>")
}
