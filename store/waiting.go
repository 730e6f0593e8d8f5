package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"yice/seal"
	"yice/text"
)

// An import, or the undoing of one, has the one writer for as long as it takes. What is keyed meanwhile cannot go into the
// file, so it goes into one beside it: w.yice.waiting-…, a line for each write, each on the disk before it is called kept.
// Once it is the writes' turn each of them says, within its own transaction, that it is in; the file is removed when none is
// left. Whoever is killed before that leaves it behind, and the next opening writes what it holds and what is not in yet.
//
// A line is the hash over the line before and what it holds, and then that, as JSON. The first one says to which history the
// rest belongs. So a line torn by a power cut ends the file, and what was keyed for one history is never written into another:
// not into a backup that was brought back, and not over what somebody else has written since.

const (
	waitingMagic = "yice-waiting/1"
	// mostWaiting bounds the file, and what is read of one: ten thousand fields are some two million bytes.
	mostWaiting = 64 << 20
	// waitingNote is the row of a book that says how far its writes are in.
	waitingNote = "waiting"
)

// waitingHead is the first line.
type waitingHead struct {
	Magic string `json:"magic"`
	ID    string `json:"id"`
	Book  int64  `json:"book"`
	Year  int    `json:"year"`
	// Seq and Hash are the newest entry of the history when the file was begun.
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
	Who  string `json:"who"`
	At   int64  `json:"at"`
}

// waitingMark is how far the writes of a file are in.
type waitingMark struct {
	ID string `json:"id"`
	N  int64  `json:"n"`
	// Seq is the newest entry of the history that is of the opening that keeps the file.
	Seq int64 `json:"seq"`
	// Born are the rows that were made, by the numbers they had while they waited.
	Born map[int64]int64 `json:"born,omitempty"`
}

// committed is the end of the history that is in the file, for who cannot wait for the writer.
type committed struct {
	seq  int64
	head []byte
}

// waits is which file of waiting writes an opening keeps. It is held from before a commit asks to after it is through.
type waits struct {
	mu     sync.Mutex
	q      *Waiting
	base   committed
	judged bool // what earlier openings left: see TakesLeft
}

// waitingFile is the file that they are written to; the disk beneath it may fail at each of these.
type waitingFile interface {
	io.WriteCloser
	Sync() error
	Truncate(size int64) error
	Stat() (fs.FileInfo, error)
}

// Waiting is a file of writes that wait for the writer. One goroutine uses it at a time.
type Waiting struct {
	w    *Workspace
	path string
	f    waitingFile
	last []byte // hash of the newest line
	n    int64  // writes in it
	size int64
	bad  error // after which nothing more is kept: what comes behind a torn line is never read
	year int
	mark waitingMark // as it is in the workspace
	book int64
}

// Await begins a file of waiting writes for a book. It waits for a commit, never for the writer.
func (w *Workspace) Await(b Book, who string) (*Waiting, error) {
	if w.readOnly {
		return nil, fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	if err := w.lock.holds(w.path, w.alone); err != nil {
		return nil, err
	}
	id := fmt.Sprintf("%016x", rand.Uint64())
	q := &Waiting{w: w, path: w.path + waitingInfix + id, year: b.Year, book: b.ID, mark: waitingMark{ID: id}}
	w.waits.mu.Lock()
	base := w.waits.base
	w.waits.q, w.waits.judged = q, true
	w.waits.mu.Unlock()
	f, err := os.OpenFile(q.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		q.f = f
		err = q.begin(waitingHead{waitingMagic, id, b.ID, b.Year, base.seq, hex.EncodeToString(base.head), who, w.now().UnixMilli()})
	}
	if err != nil {
		q.bad = err
		return nil, errors.Join(explain(w.path, err), q.Remove())
	}
	return q, nil
}

const waitingInfix = ".waiting-"

func (q *Waiting) begin(h waitingHead) error {
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := q.write(q.line(b)); err != nil {
		return err
	}
	return syncDir(filepath.Dir(q.path))
}

// line seals what a line holds to the line before.
func (q *Waiting) line(b []byte) []byte {
	sum := seal.SM3(append(slices.Clone(q.last), b...))
	q.last = sum[:]
	return append(append(append([]byte(hex.EncodeToString(sum[:])), ' '), b...), '\n')
}

func (q *Waiting) write(b []byte) error {
	_, err := q.f.Write(b)
	if err == nil {
		err = q.f.Sync()
	}
	q.size += int64(len(b))
	return err
}

// Put keeps writes, and gives the number of the last: when it returns they are on the disk. After an error none of them
// counts as kept, nor does any later one.
func (q *Waiting) Put(writes [][]byte) (last int64, err error) {
	if q.bad != nil {
		return 0, q.bad
	}
	var all []byte
	for _, b := range writes {
		if bytes.IndexByte(b, '\n') >= 0 {
			return 0, fmt.Errorf("store: a waiting write holds a line break")
		}
		all = append(all, q.line(b)...)
	}
	if err = q.put(all); err != nil {
		q.bad = err
		return 0, explain(q.w.path, err)
	}
	q.n += int64(len(writes))
	return q.n, nil
}

func (q *Waiting) put(all []byte) error {
	before := q.size
	if before+int64(len(all)) > mostWaiting {
		return fault("store.waiting-full", text.StoreWaitingFull.With(q.w.path), nil)
	}
	if err := q.write(all); err != nil {
		// Its writes go on in the line and do not say that they waited: what reached the disk would be taken in again.
		return errors.Join(err, q.f.Truncate(before))
	}
	// Whoever took the workspace over may have taken in what lay here, and this file with it.
	if !sameFile(q.f, q.path) {
		return fs.ErrNotExist
	}
	return q.w.lock.holds(q.w.path, q.w.alone)
}

// Remove ends the file, once every write in it had its turn.
func (q *Waiting) Remove() error {
	q.w.waits.mu.Lock()
	if q.w.waits.q == q {
		q.w.waits.q = nil
	}
	q.w.waits.mu.Unlock()
	if q.f != nil {
		q.f.Close()
	}
	err := os.Remove(q.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return errors.Join(err, syncDir(filepath.Dir(q.path)))
}

// Keep closes the file and leaves it where it is, for the next opening to judge.
func (q *Waiting) Keep() error {
	q.w.waits.mu.Lock()
	if q.w.waits.q == q {
		q.w.waits.q = nil
	}
	q.w.waits.mu.Unlock()
	if q.f == nil {
		return nil
	}
	return q.f.Close()
}

// Waited says, within its transaction, that a write which waited is in, and which rows it made.
func (t *Tx) Waited(n int64, born map[int64]int64) { t.waitedN, t.waitedBorn = n, born }

// putWaiting enters in the workspace how far the waiting writes are in. The caller holds w.waits.mu until the commit is
// through: a file begun meanwhile would take what is being committed for somebody else's.
func (t *Tx) putWaiting() (settle func(), err error) {
	q := t.w.waits.q
	if q == nil || q.book != t.book.ID {
		return func() {}, nil
	}
	m := waitingMark{ID: q.mark.ID, N: max(q.mark.N, t.waitedN), Seq: t.seq, Born: q.mark.Born}
	if len(t.waitedBorn) > 0 {
		m.Born = make(map[int64]int64, len(q.mark.Born)+len(t.waitedBorn))
		for k, v := range q.mark.Born {
			m.Born[k] = v
		}
		for k, v := range t.waitedBorn {
			m.Born[k] = v
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	return func() { q.mark = m }, t.writeNote(Note{Kind: draftNote, ID: waitingNote, Text: string(b), Who: t.who})
}
