package store

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// The lock lies on one byte far behind the text, so that others can still read who holds it.
const lockedByte = 1 << 30

// openLock opens the lock file, or makes it, and follows no link (a reparse point here).
func openLock(path string, _ fs.FileMode) (*os.File, error) {
	return openPlain(path, os.O_RDWR|os.O_CREATE)
}

// lookAtLock opens the lock file for reading.
func lookAtLock(path string) (*os.File, error) { return openPlain(path, os.O_RDONLY) }

func openPlain(path string, flag int) (*os.File, error) {
	if st, err := os.Lstat(path); err == nil && !st.Mode().IsRegular() {
		return nil, errLockLink
	}
	f, err := os.OpenFile(path, flag, 0o600)
	if err != nil {
		return nil, err
	}
	if st, err := os.Lstat(path); err == nil && (!st.Mode().IsRegular() || !sameFile(f, path)) {
		f.Close()
		return nil, errLockLink
	}
	return f, nil
}

// alive is not asked here: two ways to one file of one computer meet in the same locks.
func alive(int) bool { return false }

// processStart is not asked here: see alive.
func processStart(int) string { return "" }

func lockFile(f *os.File) error {
	at := &windows.Overlapped{Offset: lockedByte}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return errHeld
	case errors.Is(err, windows.ERROR_NOT_SUPPORTED), errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return errNoLocks
	}
	return err
}

// dropLock closes first: an open file cannot be removed here, nor can one that the next holder has opened.
func dropLock(f *os.File, path string) error {
	err := f.Close()
	os.Remove(path)
	return err
}
