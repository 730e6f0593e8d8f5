// Package store is the workspace: one SQLite file that holds every record of several enterprises and years, its history,
// its totals and its backups. One transaction writes a record, its history and the ledger cube together.
//
// It knows the dictionary only as data (package form): tables and columns are made from it. It never judges a value and
// never scores. Start with Create and Open, then Workspace.Write.
package store

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"yice/form"
	"yice/text"
)

var background = context.Background()

// Options of opening. The zero value opens for writing with the system clock and the built-in dictionary.
type Options struct {
	ReadOnly bool
	Now      func() time.Time
	Forms    []*form.Form
	// Second is a folder that backups are brought to besides, "" for none. It is the user's, and never a workspace's: a file
	// from elsewhere does not say where copies of it go.
	Second string
	// Lacking lets Restore bring back a backup although evidence that belongs to it cannot be had.
	Lacking bool
	// Sole says that nothing in this process has the file open, so that its bytes may be looked at before SQLite reads them.
	Sole bool

	patience time.Duration // see Workspace.patience
}

// Workspace is an open file. Safe for concurrent use: one writer, several readers.
type Workspace struct {
	path     string
	readOnly bool
	older    bool // opened for reading, and of an older dictionary
	alone    bool // no shared memory here: one connection does everything
	frozen   bool // read-only medium: the file is all there is and nobody changes it
	held     bool // made by Freeze: its connections stay within one snapshot
	now      func() time.Time
	shelved  atomic.Pointer[shelf]
	lock     *fileLock
	taken    text.Pair     // from whom the lock was taken over
	info     os.FileInfo   // of the file that was opened
	patience time.Duration // how long one reading may take; 0: by the size of the file

	secondDir string // where backups are brought to besides; "": nowhere
	keeping   keeping

	keepingForms sync.Mutex // one pack's forms are brought in at a time

	// mu is held by whoever uses the writer; closed, and all that the writer counts in memory, are under it.
	mu        sync.Mutex
	writer    *conn
	closed    bool
	seq       int64  // newest entry of the history
	head      []byte // its hash
	at        int64  // its time, unix ms: times never go back
	nextStep  int64
	nextIdent int64
	nextRow   map[string]int64 // by form: the greatest row number used
	clockSaid bool             // that the clock was set back has been noted
	owner     string           // who wrote last, as this opening knows it: see owner.go
	owned     bool             // it is this opening

	waits   waits // what waits for the writer: see waiting.go
	readers *pool
	tidy    *checkpointer // nil: reading only, or no journal of that kind

	frozenOnes frozenOnes
	live       *Workspace  // of one made by Freeze: what it was taken from
	passed     atomic.Bool // it was let go

	identMu   sync.Mutex
	ids       map[int64]*idents // by book
	identHead int64

	// seen is held for reading while a page is read, and for writing while a commit and what memory knows of the order
	// of rows change together, so that positions and rows always agree.
	seen    sync.RWMutex
	orderMu sync.Mutex
	orders  map[orderKey]*order
	epoch   int64 // moves with every committed write
}

// Path is the file. ReadOnly reports whether writing is refused.
func (w *Workspace) Path() string   { return w.path }
func (w *Workspace) ReadOnly() bool { return w.readOnly }

// Close closes the file and lets go of the lock.
func (w *Workspace) Close() error {
	w.endKeeping()
	w.tidy.stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return nil
	}
	w.closed = true
	if w.live != nil {
		w.live.frozenOnes.remove(w)
	}
	err := w.readers.close()
	if w.writer != nil {
		if w.inPlace() != nil {
			w.emptyJournal()
		}
		if e := w.writer.close(); err == nil {
			err = e
		}
	}
	if e := w.lock.release(); err == nil {
		err = e
	}
	return explain(w.path, err)
}

// reading lends a reader to do, within one snapshot of the file.
func (w *Workspace) reading(ctx context.Context, do func(*conn) error) error {
	if w.alone {
		w.mu.Lock()
		defer w.mu.Unlock()
		if w.closed {
			return errClosed
		}
		return explain(w.path, do(w.writer))
	}
	c, err := w.readers.take(ctx)
	if err != nil {
		return explain(w.path, err)
	}
	defer w.readers.give(c)
	return w.snapshot(ctx, c, do)
}

// apart lends a connection of its own to what takes long: checks keep no reader from the screen and from exports.
func (w *Workspace) apart(ctx context.Context, do func(*conn) error) error {
	if w.alone || w.held {
		return w.reading(ctx, do)
	}
	c, err := w.readers.open()
	if err != nil {
		return explain(w.path, err)
	}
	defer c.close()
	return w.snapshot(ctx, c, do)
}

func (w *Workspace) snapshot(ctx context.Context, c *conn, do func(*conn) error) error {
	if w.held {
		if w.passed.Load() {
			c.script("ROLLBACK")
			return w.asPassed(errPassed)
		}
		err := do(c)
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if w.passed.Load() {
			c.script("ROLLBACK")
			err = w.asPassed(errPassed)
		}
		return explain(w.path, err)
	}
	if err := c.script("BEGIN"); err != nil {
		return explain(w.path, err)
	}
	release := w.bounded(c)
	err := release(do(c))
	if e := c.script("COMMIT"); err == nil {
		err = e
	}
	if ctx.Err() != nil && err != nil {
		return ctx.Err()
	}
	return explain(w.path, err)
}

// inPlace insists that the path still names the file that was opened: SQLite would go on writing into one that was
// removed or replaced, and all of it would be lost.
func (w *Workspace) inPlace() error {
	st, err := os.Stat(w.path)
	if err == nil && os.SameFile(st, w.info) {
		return nil
	}
	return fault("store.moved", text.StoreMoved.With(w.path), err)
}
