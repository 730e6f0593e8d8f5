package store

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"yice/internal/whole"
	"yice/text"
)

// holder is who has a workspace open for writing; the lock file says so to everyone else.
type holder struct {
	Who   string `json:"who"`
	Host  string `json:"host"`
	PID   int    `json:"pid"`
	Since string `json:"since"`
	// Started tells the process from another one that has its number later.
	Started string `json:"started,omitempty"`
	// Token is of one opening, so that a holder knows its own.
	Token string `json:"token,omitempty"`
}

// lockMagic is the first line of a lock file of ours: what does not begin with it is never written to.
const lockMagic = "yice-lock/1\n"

// errHeld: another program holds the lock. errNoLocks: the file system knows no locks. errLockLink: there is a link, or no
// plain file, in the place of the lock file. errLockForeign: the file in its place is not ours.
var (
	errHeld        = errors.New("the lock is held")
	errNoLocks     = errors.New("no locks on this file system")
	errLockLink    = errors.New("the lock file is a link or no plain file")
	errLockForeign = errors.New("the lock file is somebody else's")
)

// fileLock is the writer's lock. It lies in a file of its own: locks of the workspace file itself are SQLite's, and
// closing any descriptor of that file would drop them.
//
// Two mounts of one share may each grant the lock, and SQLite's locks too. So the holder also writes who it is and renews
// that as long as it lives: who finds a fresh holder of another computer in a file whose lock is to be had keeps out.
type fileLock struct {
	path string

	mu   sync.Mutex
	f    *os.File
	me   holder
	beat time.Time // when me was written last
	lost *holder   // who took it while we slept

	stop, stopped chan struct{}
}

func lockPath(workspace string) string { return workspace + ".lock" }

const (
	// maxHolder bounds what is read of a lock file that somebody else wrote.
	maxHolder = 4096
	// beatEvery is how often a holder renews its lock; one that has not for staleAfter is gone.
	beatEvery  = 20 * time.Second
	staleAfter = 2 * time.Minute
)

// acquire takes the writer's lock, or errHeld with who holds it. Who is given beside a lock left it behind on another
// computer. With errNoLocks the lock is held by its text alone.
func acquire(workspace string, now time.Time, mode fs.FileMode) (*fileLock, holder, error) {
	path := lockPath(workspace)
	for {
		f, err := openLock(path, mode)
		if err != nil {
			return nil, holder{}, err
		}
		locked := lockFile(f)
		if locked != nil && !errors.Is(locked, errNoLocks) {
			var h holder
			if errors.Is(locked, errHeld) {
				h, _ = readHolder(f)
			}
			f.Close()
			return nil, h, locked
		}
		// The file may have been removed by the one who let go between our opening and our locking it.
		if !sameFile(f, path) {
			f.Close()
			continue
		}
		l := &fileLock{path: path, f: f, me: newHolder(now)}
		before, err := l.take()
		if err != nil {
			f.Close()
			return nil, before, err
		}
		return l, before, locked
	}
}

// take signs a lock file that is to be had. It gives who was in it on another computer.
func (l *fileLock) take() (before holder, err error) {
	before, err = readHolder(l.f)
	if err != nil {
		return before, err
	}
	if !before.elsewhere() {
		return holder{}, l.sign()
	}
	if fresh(l.f) {
		return before, errHeld
	}
	if err := l.overtake(before); err != nil {
		return before, err
	}
	return before, l.sign()
}

// overtakenPath is a file that whoever takes a lock over from a holder makes first, and that only one can make: it is made
// by whoever keeps the folder, however stale what each side sees of the lock may be. The holder who wakes up finds it, even
// where the other has come and gone.
func (h holder) overtakenPath(lock string) string {
	sum := sha256.Sum256([]byte(h.Token + h.Host + strconv.Itoa(h.PID)))
	return lock + ".over-" + hex.EncodeToString(sum[:8])
}

// overtake makes that file. Of two who try only one does.
func (l *fileLock) overtake(before holder) error {
	path := before.overtakenPath(l.path)
	said, err := json.Marshal(l.me)
	if err != nil {
		return err
	}
	for range 2 {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			_, err = f.Write(append([]byte(lockMagic), said...))
			return errors.Join(err, f.Close())
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		there, err := lookAtLock(path)
		if err != nil {
			return errHeld
		}
		young := fresh(there)
		there.Close()
		if young {
			return errHeld
		}
		os.Remove(path) // whoever made it got no further
	}
	return errHeld
}

// overtaken reports whether somebody took the lock over, whatever the lock file seems to say, and who.
func (l *fileLock) overtaken() *holder {
	path := l.me.overtakenPath(l.path)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil { // nobody did, and nobody does as long as it is there
		f.Close()
		os.Remove(path)
		return nil
	}
	if !errors.Is(err, fs.ErrExist) {
		return nil
	}
	by := &holder{}
	if f, err := lookAtLock(path); err == nil {
		*by, _ = readHolder(f)
		f.Close()
	}
	return by
}

// elsewhere reports whether a holder may live although its lock is to be had: on another computer, or in another process
// of this one that reaches the file by another way.
func (h holder) elsewhere() bool {
	host, _ := os.Hostname()
	if h.PID == 0 || h.Host == host && (h.PID == os.Getpid() || !alive(h.PID)) {
		return false
	}
	return h.Host != host || h.Started == "" || h.Started == processStart(h.PID)
}

// fresh reports whether a lock file was renewed lately, by the clock of whoever keeps the folder: a file made this moment
// has its time. Clocks of two computers need not agree.
func fresh(f *os.File) bool {
	st, err := f.Stat()
	if err != nil {
		return true
	}
	return whole.Now(filepath.Dir(f.Name())).Sub(st.ModTime()) < staleAfter
}

func sameFile(f interface{ Stat() (fs.FileInfo, error) }, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Lstat(path)
	return err == nil && os.SameFile(a, b)
}

func newHolder(now time.Time) holder {
	h := holder{PID: os.Getpid(), Since: now.Format(time.RFC3339), Started: processStart(os.Getpid()), Token: rand.Text()}
	if u, err := user.Current(); err == nil {
		h.Who = u.Username
	}
	h.Host, _ = os.Hostname()
	return h
}

// sign writes who holds it.
func (l *fileLock) sign() error {
	b, err := json.Marshal(l.me)
	if err != nil {
		return err
	}
	b = append([]byte(lockMagic), append(b, '\n')...)
	if _, err := l.f.WriteAt(b, 0); err != nil {
		return err
	}
	l.beat = time.Now()
	return l.f.Truncate(int64(len(b)))
}

// readHolder reads who holds a lock; nobody where the file is empty. The first edition wrote the holder alone.
func readHolder(f *os.File) (h holder, err error) {
	b, err := io.ReadAll(io.NewSectionReader(f, 0, maxHolder+1))
	switch {
	case err != nil:
		return h, err
	case len(b) == 0:
		return h, nil
	case len(b) > maxHolder:
		return h, errLockForeign
	}
	said, _ := bytes.CutPrefix(b, []byte(lockMagic))
	d := json.NewDecoder(bytes.NewReader(said))
	d.DisallowUnknownFields()
	if d.Decode(&h) != nil || h.PID <= 0 {
		return holder{}, errLockForeign
	}
	return h, nil
}

// renew writes that the holder lives, and finds out whether it still is the holder: a computer that slept may have been
// taken for gone.
func (l *fileLock) renew() { l.look(true) }

// look finds that out, and writes where it is asked to.
func (l *fileLock) look(sign bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil || l.lost != nil {
		return
	}
	if l.late() {
		if l.lost = l.overtaken(); l.lost != nil {
			return
		}
	}
	f, err := lookAtLock(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		l.replace()
		return
	}
	if err != nil {
		return // the disk may come back
	}
	defer f.Close()
	h, err := readHolder(f)
	switch {
	case err == nil && h.Token == l.me.Token:
		if sign {
			l.sign()
		}
	case err == nil && h.PID == 0 && sameFile(l.f, l.path):
		l.sign()
	default:
		l.lost = &h
	}
}

// replace makes the lock file again where somebody removed it.
func (l *fileLock) replace() {
	st, err := l.f.Stat()
	if err != nil {
		return
	}
	f, err := openLock(l.path, st.Mode().Perm())
	if err != nil {
		return
	}
	if err := lockFile(f); err != nil && !errors.Is(err, errNoLocks) {
		h, _ := readHolder(f)
		f.Close()
		l.lost = &h
		return
	}
	l.f.Close()
	l.f = f
	l.sign()
}

// keep renews the lock until it is released.
func (l *fileLock) keep() {
	l.stop, l.stopped = make(chan struct{}), make(chan struct{})
	go func() {
		defer close(l.stopped)
		for wait := beatEvery / 10; ; wait = beatEvery { // soon at first: two may have come at the same moment
			select {
			case <-l.stop:
				return
			case <-time.After(wait):
				l.renew()
			}
		}
	}()
}

// late reports that the lock was not renewed as it should have been, by the clock on the wall: a sleeping computer's other
// one stands still. A clock that was set back tells nothing.
func (l *fileLock) late() bool {
	since := time.Now().Round(0).Sub(l.beat.Round(0))
	return since > staleAfter/2 || since < -staleAfter/2
}

// holds insists that the lock is still ours, where it was not renewed as it should have been. Alone, before every write: whoever has
// SQLite's own exclusive lock reads nothing of the file again and would not find another's name in it, and a machine that was halted
// may wake with its clock where it stood, and write before the next renewal is due.
func (l *fileLock) holds(workspace string, alone bool) error {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	late := l.late()
	l.mu.Unlock()
	if late || alone {
		l.look(late)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.lost == nil {
		return nil
	}
	return fault("store.lock-lost", text.StoreLockLost.With(workspace, tame(l.lost.Who), tame(l.lost.Host)), nil)
}

func (l *fileLock) release() error {
	if l == nil {
		return nil
	}
	if l.stop != nil {
		close(l.stop)
		<-l.stopped
		l.stop = nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f == nil {
		return nil
	}
	f := l.f
	l.f = nil
	if h, err := readHolder(f); err != nil || h.Token != l.me.Token || !sameFile(f, l.path) {
		return f.Close() // it is another's now
	}
	return dropLock(f, l.path)
}
