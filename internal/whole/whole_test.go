package whole

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func names(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// All of the files are there or none, nothing is written over, and nothing else is left.
func TestAllOrNone(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(b, []byte("there"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Pair(File{a, []byte("1"), 0o600}, File{b, []byte("2"), 0o644}); !errors.Is(err, fs.ErrExist) {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) != 1 {
		t.Fatal(left)
	}
	if got, _ := os.ReadFile(b); string(got) != "there" {
		t.Fatal("written over")
	}
	os.Remove(b)
	if err := Pair(File{a, []byte("1"), 0o600}, File{b, []byte("2"), 0o644}); err != nil {
		t.Fatal(err)
	}
	for path, mode := range map[string]fs.FileMode{a: 0o600, b: 0o644} {
		if st, err := os.Stat(path); err != nil || st.Mode().Perm() != mode || st.Size() != 1 {
			t.Error(path, st, err)
		}
	}
	if left := names(t, dir); len(left) != 2 {
		t.Fatal(left)
	}
	if err := New(filepath.Join(dir, "none", "c"), nil, 0o600); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

// A second file that comes while the first is being placed takes the first away again.
func TestTheLastOneDecides(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "a") // the second finds the first
	if err := Pair(File{a, []byte("1"), 0o600}, File{b, []byte("2"), 0o600}); !errors.Is(err, fs.ErrExist) {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) != 0 {
		t.Fatal(left)
	}
}

// Half a file that somebody who is gone left is swept, and nobody else's.
// Over takes the place of what is there, makes the folder, and leaves nothing beside it.
func TestOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.json")
	for _, content := range []string{"one", "two, longer", "3"} {
		if err := Over(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("%q %v", got, err)
		}
	}
	if got := names(t, filepath.Dir(path)); len(got) != 1 {
		t.Error(got)
	}
	if err := Over(filepath.Join(path, "c"), nil, 0o600); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestHalvesAreSwept(t *testing.T) {
	dir := t.TempDir()
	const nobody = 1 << 22
	gone := fmt.Sprintf("%sh%sp%d-1", temporary, Host(), nobody)
	for name, age := range map[string]time.Duration{
		gone: 0, fmt.Sprintf("%sh%sp%d-1", temporary, Host(), os.Getppid()): 2 * After, temporary + "h00000000p1-1": 0, temporary + "h11111111p1-1": 2 * After, "notes": 2 * After,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("half a key"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-age)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := New(filepath.Join(dir, "a"), []byte("1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) != 4 {
		t.Fatal(left)
	}
	if _, err := os.Stat(filepath.Join(dir, gone)); err == nil {
		t.Error("it is still there")
	}
}
