// Package turns lets programs that change the same folder do so one after the other: each reads what is there, changes it and
// writes it whole before the next one reads. Readers need no turn, for whoever writes puts whole files in place.
//
// The lock is the system's, on a file that stays: it ends with its program, whatever ends that.
package turns

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// ErrBusy is that others did not finish in time.
var ErrBusy = errors.New("turns: another program is still changing this folder")

var (
	errHeld     = errors.New("turns: held")
	errNotPlain = errors.New("turns: the lock is no plain file")
)

const (
	longest = 20 * time.Second // a turn is milliseconds; a registry that signs 20,000 receipts has its own
	pause   = 5 * time.Millisecond
)

// In runs a function while no other program runs one for the same folder, which must be there. name is that of the lock.
// It waits for others up to a bound and then gives [ErrBusy].
func In(dir, name string, do func() error) error { return in(dir, name, longest, do) }

func in(dir, name string, wait time.Duration, do func() error) error {
	f, err := open(filepath.Join(dir, name))
	if err != nil {
		return err
	}
	defer f.Close() // which gives the turn to the next one
	until := time.Now().Add(wait)
	for {
		err := lock(f)
		if err == nil {
			return do()
		}
		if !errors.Is(err, errHeld) {
			return err
		}
		if time.Now().After(until) {
			return ErrBusy
		}
		time.Sleep(pause)
	}
}

// same asks that an open file is the plain one of that name: a link could have been put there to have another file made.
func same(f *os.File, path string) (*os.File, error) {
	opened, err := f.Stat()
	if err == nil {
		var named os.FileInfo
		if named, err = os.Lstat(path); err == nil && (!named.Mode().IsRegular() || !os.SameFile(opened, named)) {
			err = errNotPlain
		}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
