package store

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/user"
	"time"
)

// holder is who has a workspace open for writing; the lock file says so to everyone else.
type holder struct {
	Who   string `json:"who"`
	Host  string `json:"host"`
	PID   int    `json:"pid"`
	Since string `json:"since"`
}

// errHeld: another program holds the lock. errNoLocks: the file system knows no locks.
var (
	errHeld    = errors.New("the lock is held")
	errNoLocks = errors.New("no locks on this file system")
)

// fileLock is the writer's lock. It lies in a file of its own: locks of the workspace file itself are SQLite's, and
// closing any descriptor of that file would drop them.
type fileLock struct {
	f *os.File
}

func lockPath(workspace string) string { return workspace + ".lock" }

// maxHolder bounds what is read of a lock file that somebody else wrote.
const maxHolder = 4096

// acquire takes the writer's lock, or errHeld with who holds it.
func acquire(workspace string, now time.Time) (*fileLock, holder, error) {
	path := lockPath(workspace)
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, holder{}, err
		}
		if err := lockFile(f); err != nil {
			var h holder
			if errors.Is(err, errHeld) {
				h = readHolder(f)
			}
			f.Close()
			return nil, h, err
		}
		// The file may have been removed by the one who let go between our opening and our locking it.
		if !sameFile(f, path) {
			f.Close()
			continue
		}
		l := &fileLock{f}
		l.sign(now)
		return l, holder{}, nil
	}
}

func sameFile(f *os.File, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

// sign writes who holds it. That it could not be written takes nothing from the lock.
func (l *fileLock) sign(now time.Time) {
	h := holder{PID: os.Getpid(), Since: now.Format(time.RFC3339)}
	if u, err := user.Current(); err == nil {
		h.Who = u.Username
	}
	h.Host, _ = os.Hostname()
	b, err := json.Marshal(h)
	if err != nil {
		return
	}
	if l.f.Truncate(0) == nil {
		l.f.WriteAt(append(b, '\n'), 0)
	}
}

func readHolder(f *os.File) (h holder) {
	b, err := io.ReadAll(io.LimitReader(io.NewSectionReader(f, 0, maxHolder), maxHolder))
	if err == nil && json.Unmarshal(b, &h) == nil {
		return h
	}
	return holder{}
}

func (l *fileLock) release() error {
	if l == nil || l.f == nil {
		return nil
	}
	path := l.f.Name()
	err := dropLock(l.f, path)
	l.f = nil
	return err
}
