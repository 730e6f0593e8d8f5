package tui

import (
	"archive/zip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/store"
	"yice/tui/beginning"
	"yice/tui/overview"
)

// Whatever cannot be opened is told in a sentence, and what is open stays open.
func TestAFailedSwitchKeepsTheDesk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	place := func(name string, content []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	o := testOptions(t)
	whole := readFile(t, example(t, o))
	damaged := append([]byte(nil), whole...)
	for i := 4096; i < len(damaged); i += 7 {
		damaged[i] ^= 0x5a
	}
	z, err := os.Create(filepath.Join(dir, "report.zip"))
	if err != nil {
		t.Fatal(err)
	}
	zw := zip.NewWriter(z)
	if f, err := zw.Create("a"); err != nil {
		t.Fatal(err)
	} else if _, err := f.Write([]byte("a")); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	locked := place("locked.yice", whole)
	other, err := store.Open(locked, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	half := filepath.Join(dir, "half.yice")
	w, err := store.Create(half, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "folder.yice")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	d := at(t, 80, 24)
	desk := d.m.desk
	for _, c := range []struct{ name, path, says string }{
		{"nothing", filepath.Join(dir, "none.yice"), "none.yice"},
		{"empty", place("empty.yice", nil), "空文件"},
		{"text", place("text.yice", []byte("not a workspace at all")), "不是一策的工作区文件"},
		{"damaged", place("damaged.yice", damaged), "从备份恢复"},
		{"locked", locked, "locked.yice"},
		{"half made", half, "可能建到一半"},
		{"archive", z.Name(), "核验一份报送文件"},
		{"folder", folder, "文件夹"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.t = t
			d.run(d.m.openBook(c.path, nil, "", 0))
			d.settle()
			shown := strings.Join(strings.Fields(strings.NewReplacer("│", "", "\n", "").Replace(d.screen())), "")
			if !strings.Contains(shown, strings.Join(strings.Fields(c.says), "")) {
				t.Errorf("it does not say %q:\n%s", c.says, d.screen())
			}
			if strings.Contains(shown, "yicerestore") || strings.Contains(shown, "--") {
				t.Errorf("it sends people to a shell:\n%s", d.screen())
			}
			if d.quit || d.m.desk != desk || d.m.fault != nil {
				t.Fatalf("the desk did not stay: quit %v, fault %v", d.quit, d.m.fault)
			}
			d.press("<enter>", "<f12>").form("patent").sees("202110253004.0").press("<f12>")
		})
	}
}

// The file that is open is gone back to, by Ctrl+O and Enter as by its path, through a link too.
func TestOpeningTheOpenFileGoesBack(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	desk := d.m.desk
	d.press("<ctrl+o>").sees("示例水务").press("<enter>").sees("现在打开着")
	if d.quit || d.m.desk != desk || d.m.Top().Place() != overview.InOverview {
		t.Fatalf("quit %v, on %T:\n%s", d.quit, d.m.Top(), d.screen())
	}
	link := filepath.Join(t.TempDir(), "link.yice")
	if err := os.Symlink(d.path, link); err != nil {
		t.Skip("no links here: ", err)
	}
	d.run(d.m.openBook(link, nil, "", 0))
	d.settle()
	if d.sees("现在打开着"); d.quit || d.m.desk != desk {
		t.Error("the desk did not stay")
	}
}

// A file named at the start that cannot be opened is told at the start screen; leaving ends with it, opening another does not.
func TestAFileThatCannotBeOpenedAtTheStart(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	good := example(t, o)
	o.Path = filepath.Join(t.TempDir(), "empty.yice")
	if err := os.WriteFile(o.Path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := launch(t, o, 80, 24)
	d.sees("没有打开", "空文件", "从备份恢复")
	if d.quit || d.m.fault == nil {
		t.Fatalf("quit %v, fault %v", d.quit, d.m.fault)
	}
	d.press("<enter>").sees("新建工作区")
	d.run(d.m.openBook(good, nil, "", 0))
	d.settle()
	if d.m.desk == nil || d.m.fault != nil {
		t.Errorf("the other did not open: %v", d.m.fault)
	}
}

// An example that was never finished, or is spoiled, keeps nobody from looking at the example.
func TestAHalfMadeExampleBricksNothing(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
	}{
		{"empty", func(t *testing.T, path string) {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}},
		{"no year", func(t *testing.T, path string) {
			w, err := store.Create(path, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}},
		{"a card only", func(t *testing.T, path string) {
			w, err := store.Create(path, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.OpenBook("91150200MA0BT0013C", 2023); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := anyYear(t)
			whole := readFile(t, example(t, o))
			o.Example = func(_ context.Context, path string) error { return os.WriteFile(path, whole, 0o600) }
			c.make(t, beginning.ExamplePath())
			before := readFile(t, beginning.ExamplePath())
			d := launch(t, o, 80, 24)
			d.run(beginning.MakeExample(d.m, d.m))
			d.settle()
			if d.m.desk == nil || d.m.stand.USCC != "91150200MA0BT0013C" || d.m.desk.w.Path() == beginning.ExamplePath() {
				t.Fatalf("the example is not open:\n%s", d.screen())
			}
			if string(readFile(t, beginning.ExamplePath())) != string(before) {
				t.Error("what was there was changed")
			}
		})
	}
}
