//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"yice/internal/whole"
)

// openLock opens the lock file, or makes it, and follows no link: what it is written over by must be ours.
func openLock(path string, mode fs.FileMode) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL|unix.O_NOFOLLOW, 0o600)
		if err == nil {
			if mode != 0o600 {
				err = f.Chmod(mode) // as the workspace: who may open the one must be able to open the other
			}
			return f, err
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		f, err = openPlain(path, os.O_RDWR)
		if !errors.Is(err, fs.ErrNotExist) { // removed meanwhile
			return f, err
		}
	}
}

// lookAtLock opens the lock file for reading.
func lookAtLock(path string) (*os.File, error) { return openPlain(path, os.O_RDONLY) }

// openPlain opens a regular file of one name; a pipe does not keep it waiting.
func openPlain(path string, flag int) (*os.File, error) {
	f, err := os.OpenFile(path, flag|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
	switch {
	case errors.Is(err, unix.ELOOP), errors.Is(err, unix.EMLINK), errors.Is(err, unix.ENXIO), errors.Is(err, unix.EISDIR):
		return nil, errLockLink
	case err != nil:
		return nil, err
	}
	if err := oneFile(f); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// oneFile asks for a regular file of one name.
func oneFile(f *os.File) error {
	var st unix.Stat_t
	if err := unix.Fstat(int(f.Fd()), &st); err != nil {
		return err
	}
	if st.Mode&unix.S_IFMT != unix.S_IFREG || st.Nlink > 1 {
		return errLockLink
	}
	return nil
}

// alive reports whether a process of this computer lives.
func alive(pid int) bool { return whole.Running(pid) }

// processStart names the beginning of a process of this computer, where the system tells: "" otherwise.
func processStart(pid int) string {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return ""
	}
	_, rest, ok := strings.Cut(string(stat[max(0, strings.LastIndexByte(string(stat), ')')):]), " ")
	fields := strings.Fields(rest)
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if !ok || len(fields) < 20 || err != nil {
		return ""
	}
	return strings.TrimSpace(string(boot)) + " " + fields[19]
}

func lockFile(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, unix.EINTR):
		case errors.Is(err, unix.EWOULDBLOCK):
			return errHeld
		case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOLCK):
			return errNoLocks
		default:
			return err
		}
	}
}

// dropLock removes the file while it is still locked, so that nobody removes another's.
func dropLock(f *os.File, path string) error {
	os.Remove(path)
	return f.Close()
}
