package store

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// evidenceCopy brings evidence files from one folder into another. Their name is their hash, so there is nothing to
// compare; with mend set, those that are there are read, and damaged ones replaced. A file that is damaged itself is never
// copied: it would take the place of a good one, now or later.
type evidenceCopy struct {
	w        *Workspace
	from, to string
	mend     bool
	have     map[string]int64 // what is in to, by digest: its size
}

// all brings over what is in the folder. What cannot be read there does not hold up the others: a disk that is dying gives
// what it still gives.
func (e *evidenceCopy) all() error {
	if e.have == nil {
		e.have = map[string]int64{}
	}
	entries, err := os.ReadDir(e.from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, x := range entries {
		if _, ok := e.have[x.Name()]; !ok && digestName(x.Name()) && x.Type().IsRegular() {
			if err := e.one(x.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// these brings over the files named that are not there yet, and gives those that cannot be had.
func (e *evidenceCopy) these(digests []string) (lacking []string, err error) {
	for _, d := range digests {
		if _, ok := e.have[d]; ok {
			continue
		}
		if err := e.one(d); err != nil {
			return nil, err
		}
		if _, ok := e.have[d]; !ok {
			lacking = append(lacking, d)
		}
	}
	return lacking, nil
}

// one brings over one file, where it can be had. The error is that of the place it goes to.
func (e *evidenceCopy) one(name string) error {
	source, place := filepath.Join(e.from, name), filepath.Join(e.to, name)
	in, missing := os.Lstat(source)
	there, absent := os.Lstat(place)
	if absent == nil && there.Mode().IsRegular() {
		alike := missing == nil && there.Size() == in.Size()
		if alike && !e.mend || wholeEvidence(place) {
			e.have[name] = there.Size()
			return nil
		}
	}
	if missing != nil || !wholeEvidence(source) {
		return nil
	}
	if err := os.MkdirAll(e.to, e.w.dirMode()); err != nil {
		return err
	}
	if err := copyFile(source, place, e.w.fileMode()); err != nil {
		return err
	}
	e.have[name] = in.Size()
	return os.Chtimes(place, time.Time{}, in.ModTime()) // it tells when the file was attached
}

// wholeEvidence reports whether a file can be read and is what its name says.
func wholeEvidence(path string) bool {
	whole, err := intact(background, path)
	return err == nil && whole
}

// sorted gives the digests of what is there.
func (e *evidenceCopy) sorted() []string { return slices.Sorted(maps.Keys(e.have)) }

// digestName reports whether a name is a hash as evidence is named by.
func digestName(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32 && strings.ToLower(s) == s
}

// copyFile copies by way of a temporary name, down to the disk.
func copyFile(from, to string, mode fs.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp, err := writeTemp(filepath.Dir(to), mode, func(f io.Writer) error {
		_, err := io.Copy(f, in)
		return err
	})
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, to); err != nil {
		os.Remove(tmp)
		return err
	}
	return syncDir(filepath.Dir(to))
}

// copyTo copies into a file that is not there yet, down to the disk.
func copyTo(ctx context.Context, from, to string, mode fs.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if mode != 0o600 {
		err = out.Chmod(mode)
	}
	if err == nil {
		_, err = io.Copy(out, &counted{ctx: ctx, in: in})
	}
	if err == nil {
		err = out.Sync()
	}
	return errors.Join(err, out.Close())
}
