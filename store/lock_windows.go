package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// The lock lies on one byte far behind the text, so that others can still read who holds it.
const lockedByte = 1 << 30

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
