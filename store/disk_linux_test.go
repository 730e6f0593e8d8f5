package store

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// A disk that is really full, where one may be mounted; TestAFullDiskLosesNothing has the limit that anyone can set.
func TestASmallDisk(t *testing.T) {
	o := Options{Forms: smallForms()}
	small := t.TempDir()
	if err := unix.Mount("tmpfs", small, "tmpfs", 0, "size=4m"); err != nil {
		t.Logf("no small disk can be mounted here (%v): the limit above stands for it", err)
		return
	}
	defer unix.Unmount(small, 0)
	path := filepath.Join(small, "a.yice")
	w, err := Create(path, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.OpenBook(testUSCC, 2023); err != nil {
		t.Fatal(err)
	}
	w.Close()
	if err := fill(path); code(err) != "store.full" {
		t.Fatal(err)
	}
}
