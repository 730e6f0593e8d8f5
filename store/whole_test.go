package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/internal/whole"
	"yice/text"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// A workspace has its name only once it is whole, and leaves nothing else behind.
func TestAWorkspaceIsMadeWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path, o := filepath.Join(dir, "[水务] *.yice"), Options{Forms: smallForms()}
	broken := errors.New("the cable was pulled")
	err := CreateWhole(path, o, func(w *Workspace) error {
		if _, err := w.OpenBook("U", 2026); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(path); err == nil {
			t.Error("it has its name before it is whole")
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) != 0 {
		t.Fatalf("left behind: %q", left)
	}
	source := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(source, []byte("evidence"), 0o600); err != nil {
		t.Fatal(err)
	}
	var attached string
	if err := CreateWhole(path, o, func(w *Workspace) error {
		attached, err = w.AttachFile(source)
		if err != nil {
			return err
		}
		_, err := w.OpenBook("U", 2026)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	w, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, err := w.FindBook("U", 2026); err != nil || !ok {
		t.Errorf("the year is not there: %v", err)
	}
	if hash, _, _ := strings.Cut(attached, ":"); hash == "" || len(names(t, evidenceDir(path))) != 1 {
		t.Errorf("the evidence did not come along: %q", attached)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if left := names(t, dir); len(left) != 2 {
		t.Errorf("beside the workspace and its evidence: %q", left)
	}
}

// What lies in the place stays as it is, even where it came while the workspace was being made; a journal left there by
// another file is set aside, for SQLite would read it into the new one.
func TestTheMakingReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	path, o := filepath.Join(dir, "a.yice"), Options{Forms: smallForms()}
	err := CreateWhole(path, o, func(*Workspace) error { return os.WriteFile(path, []byte("somebody else's"), 0o600) })
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != "store.exists" || strings.Contains(f.Say.ZH+f.Say.EN, "making") {
		t.Errorf("made over a file: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "somebody else's" {
		t.Errorf("the file was changed: %q %v", b, err)
	}
	if err := CreateWhole(path, o, func(*Workspace) error { t.Error("filled"); return nil }); code(err) != "store.exists" {
		t.Error(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-wal", []byte("the journal of a workspace that was moved away"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := CreateWhole(path, o, func(*Workspace) error { return nil }); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(path + "-wal.left-*")
	if err != nil || len(left) != 1 {
		t.Fatalf("the journal is not kept: %q %v", left, err)
	}
	if w, err := Open(path, o); err != nil {
		t.Error(err)
	} else if err := w.Close(); err != nil {
		t.Error(err)
	}
	if err := CreateWhole(filepath.Join(dir, "none", "a.yice"), o, nil); code(err) != "store.no-folder" {
		t.Error(err)
	}
}

// What a making that was cut short left is swept away by the next one, but not what may still be under way.
func TestLeftoversOfAMakingAreSwept(t *testing.T) {
	dir := t.TempDir()
	path, o := filepath.Join(dir, "a.yice"), Options{Forms: smallForms()}
	old, young := path+".making-0123456789abcdef", path+".making-fedcba9876543210"
	for _, p := range []string{old, old + "-wal", young} {
		if err := os.WriteFile(p, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-2*whole.After)); err != nil {
		t.Fatal(err)
	}
	if err := CreateWhole(path, o, func(*Workspace) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if left := strings.Join(names(t, dir), " "); left != "a.yice a.yice.making-fedcba9876543210" {
		t.Errorf("there are %s", left)
	}
}
