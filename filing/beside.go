package filing

import (
	"errors"
	"os"
	"path/filepath"

	"yice/internal/whole"
)

// writeBeside writes a file under a temporary name in the same folder, down to the disk, and renames it: a reader sees the
// old file or the whole new one.
func writeBeside(path string, write func(*os.File) error) error {
	return writePlaced(path, write, func(place func() error) error { return place() })
}

// writePlaced is writeBeside that leaves the last step, the renaming, to the caller: whatever last does besides, the file
// takes its place where it says so, and is gone where it fails before.
func writePlaced(path string, write func(*os.File) error, last func(place func() error) error) (err error) {
	f, err := whole.Temp(filepath.Dir(path))
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return cannotWrite(path, err)
	}
	// What is exported is for whoever exports it; a file that is written over stays open to whom it was open.
	mode := os.FileMode(0o600)
	if was, err := os.Stat(path); err == nil && was.Mode().IsRegular() {
		mode = was.Mode().Perm()
	}
	if err = errors.Join(f.Sync(), f.Chmod(mode), f.Close()); err != nil {
		return cannotWrite(path, err)
	}
	return last(func() error {
		if err := os.Rename(f.Name(), path); err != nil {
			return cannotWrite(path, err)
		}
		syncFolder(filepath.Dir(path))
		return nil
	})
}

// syncFolder makes a rename last; systems that cannot sync a folder keep it in their own way.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
