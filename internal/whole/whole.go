// Package whole writes files that are there whole or not at all: under a temporary name first, down to the disk, and named
// last. Who is killed meanwhile leaves a temporary file, which bears the mark of its maker and is swept by whoever comes next.
package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// temporary is how temporary names begin; the mark of their maker follows.
const temporary = ".yice-part-"

// Temp makes an empty file under a temporary name in a folder, open to its owner alone, after it swept what others left there.
func Temp(dir string) (*os.File, error) {
	Sweep(dir, func(name string) bool { return len(name) > len(temporary) && name[:len(temporary)] == temporary })
	return os.CreateTemp(dir, temporary+Mark()+"-*")
}

// New writes a file that must not be there yet (fs.ErrExist).
func New(path string, content []byte, mode fs.FileMode) error {
	return Pair(File{path, content, mode})
}

// File is a file to be written.
type File struct {
	Path    string
	Content []byte
	Mode    fs.FileMode
}

// Pair writes files that must not be there yet. All of them are down on the disk before the first gets its name; they get
// them in their order, at once.
func Pair(files ...File) (err error) {
	var made []string
	defer func() {
		for _, tmp := range made {
			os.Remove(tmp)
		}
	}()
	for _, f := range files {
		if _, err := os.Lstat(f.Path); err == nil {
			return &fs.PathError{Op: "write", Path: f.Path, Err: fs.ErrExist}
		}
		tmp, err := write(f)
		if tmp != "" {
			made = append(made, tmp)
		}
		if err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := Place(made[i], f.Path); err != nil {
			for _, done := range files[:i] {
				os.Remove(done.Path)
			}
			return err
		}
	}
	for _, f := range files {
		syncFolder(filepath.Dir(f.Path))
	}
	return nil
}

// Over writes a file in the place of what is there, its folder too where it is not: the old content or the new one, never half.
func Over(path string, content []byte, mode fs.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	tmp, err := write(File{path, content, mode})
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		if tmp != "" {
			os.Remove(tmp)
		}
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

func write(f File) (tmp string, err error) {
	out, err := Temp(filepath.Dir(f.Path))
	if err != nil {
		return "", err
	}
	_, err = out.Write(f.Content)
	if err == nil && f.Mode != 0o600 {
		err = out.Chmod(f.Mode)
	}
	return out.Name(), errors.Join(err, out.Sync(), out.Close())
}

// Place gives a temporary file its name, and takes no other file's place.
func Place(tmp, path string) error {
	switch err := os.Link(tmp, path); {
	case err == nil:
		os.Remove(tmp)
		return nil
	case errors.Is(err, fs.ErrExist):
		return err
	}
	// Where a file has one name only.
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	return os.Rename(tmp, path)
}

// syncFolder brings a folder's names down to the disk; systems that cannot keep them in their own way.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
