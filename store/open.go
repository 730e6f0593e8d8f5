package store

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"yice/text"
)

// abandon lets go of everything after an opening that failed.
func (w *Workspace) abandon() {
	w.readers.close()
	w.tidy.stop()
	if w.writer != nil {
		w.writer.close()
	}
	w.lock.release()
}

// takeLock takes the writer's lock, or says who has it.
func (w *Workspace) takeLock() error {
	l, h, err := acquire(w.path, w.now(), w.lockMode())
	if err == nil || errors.Is(err, errNoLocks) && l != nil {
		w.lock = l
		w.alone = err != nil // SQLite's own exclusive lock must do
		if h.PID != 0 {
			w.taken = text.StoreLockTaken.With(w.path, tame(h.Who), tame(h.Host), since(h.Since))
		}
		l.keep()
		return nil
	}
	switch {
	case errors.Is(err, errHeld):
		if h.PID == 0 {
			return fault("store.held", text.StoreHeldUnknown.With(w.path), nil)
		}
		return fault("store.held", text.StoreHeld.With(w.path, tame(h.Who), tame(h.Host), h.PID, since(h.Since)), nil)
	case errors.Is(err, errLockLink):
		return fault("store.lock-link", text.StoreLockLink.With(lockPath(w.path)), nil)
	case errors.Is(err, errLockForeign):
		return fault("store.lock-foreign", text.StoreLockForeign.With(lockPath(w.path)), nil)
	case errors.Is(err, os.ErrPermission):
		return fault("store.readonly-folder", text.StoreReadOnlyFolder.With(w.path), err)
	case errors.Is(err, os.ErrNotExist):
		return fault("store.no-folder", text.StoreNoFolder.With(w.path), err)
	}
	return explain(w.path, err)
}

// TakenOver says from whom the workspace was taken over, where another computer had it open and has not been heard of.
func (w *Workspace) TakenOver() text.Pair { return w.taken }

// since gives a moment that somebody else wrote as this computer's clock shows it, to the minute.
func since(s string) string {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.Local().Format("2006-01-02 15:04")
	}
	return tame(s)
}

// tame makes a text that somebody else wrote fit for a sentence.
func tame(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
	if s == "" {
		return "?"
	}
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "")
	}
	return s
}

// connectWriter opens the writer, and falls back to having the file alone where memory cannot be shared.
func (w *Workspace) connectWriter(a access) error {
	sh := shared
	if w.alone {
		sh = exclusive
		w.readers.rest() // beside nobody
	}
	c, err := connect(w.path, a, sh)
	if err == nil && sh == shared {
		if err = sharesMemory(c); err != nil {
			c.close()
		}
	}
	if err != nil && sh == shared && noSharedMemory(err) {
		w.alone = true
		w.readers.rest()
		c, err = connect(w.path, a, exclusive)
	}
	if err != nil {
		return err
	}
	w.writer = c
	// SQLite opens a file it may not write for reading instead, and says nothing before the first write.
	if ro, err := c.readOnly(); err != nil || ro {
		return fault("store.readonly", text.StoreReadOnly.With(w.path), err)
	}
	return nil
}

// sharesMemory reads once in WAL: that is when shared memory is asked for.
func sharesMemory(c *conn) error {
	_, err := c.number("SELECT count(*) FROM sqlite_schema")
	return err
}

// Open opens a workspace: lock, ids, version, dictionary, before anything else; the long check runs with Check.
// Faults have codes "store.…".
func Open(path string, o Options) (*Workspace, error) {
	w, err := newWorkspace(path, o)
	if err != nil {
		return nil, err
	}
	if !o.ReadOnly {
		if err := w.recover(); err != nil {
			return nil, err
		}
	}
	st, err := os.Stat(w.path)
	switch {
	case err != nil:
		return nil, explain(w.path, err)
	case !st.Mode().IsRegular():
		return nil, fault("store.foreign", text.StoreForeign.With(w.path), nil)
	case st.Size() == 0:
		return nil, fault("store.zero", text.StoreZero.With(w.path), nil)
	}
	w.info = st
	if !o.ReadOnly {
		if err := w.takeLock(); err != nil {
			return nil, err
		}
	}
	if o.Sole || !o.ReadOnly { // whoever has the lock is the only one here
		if err := uncrowded(w.path); err != nil {
			w.abandon()
			return nil, explain(w.path, err)
		}
	}
	if err := w.openFile(); err != nil {
		w.abandon()
		return nil, explain(w.path, err)
	}
	return w, nil
}

func (w *Workspace) openFile() error {
	if w.readOnly {
		return w.openReader()
	}
	if err := w.identify(); err != nil {
		return err
	}
	if err := w.connectWriter(write); err != nil {
		return err
	}
	if err := w.readOwner(); err != nil {
		return err
	}
	// What an older file needs reads and writes it from end to end; where there is no end, it is given up.
	release := w.bounded(w.writer)
	if err := release(w.prepare()); err != nil {
		return err
	}
	w.checkpoints()
	w.sweep()
	return nil
}

// prepare brings the file up to this dictionary and reads what the writer counts.
func (w *Workspace) prepare() error {
	brought, err := w.bringUp()
	if err == nil {
		err = w.start()
	}
	if err == nil && brought {
		err = w.setBeyondAside()
	}
	return err
}

// identify insists on our ids before anything of the file may change. The connection it looks through, which has no right to change
// anything, is the first reader afterwards: another one would read the whole schema again.
func (w *Workspace) identify() error {
	c, err := connect(w.path, probe, shared)
	if err == nil {
		if err = w.identifyBy(c); err == nil {
			err = c.script(fmt.Sprintf("PRAGMA cache_size(-%d)", pageCache[read]))
		}
		if err == nil {
			w.readers.seed(c)
			return nil
		}
		c.close()
	}
	switch {
	case noSharedMemory(err):
		return nil // asked again by the exclusive connection, in bringUp
	case interrupted(err):
		return identifyHeader(w.path) // the writer takes back what was cut short, and asks again
	}
	return err
}

// identifyHeader looks for our id in a file that SQLite cannot read before it may write. Nothing of ours has it open.
func identifyHeader(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var head [72]byte // the id is its last four bytes
	if _, err := io.ReadFull(f, head[:]); err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if binary.BigEndian.Uint32(head[68:]) != applicationID {
		return fault("store.foreign", text.StoreForeign.With(path), nil)
	}
	return nil
}

// identifyBy identifies the file through a connection, and takes over what it says that packs brought.
func (w *Workspace) identifyBy(c *conn) error {
	s, err := identify(w.path, c, w.dict())
	if err == nil {
		w.shelved.Store(s)
	}
	return err
}

// identify insists on our ids and on our schema, and reads nothing else. It gives the shelf of the file, which is the one given
// where the file keeps the same forms.
func identify(path string, c *conn, s *shelf) (*shelf, error) {
	id, err := c.number("PRAGMA application_id")
	if err != nil {
		return nil, err
	}
	v, err := c.number("PRAGMA user_version")
	if err != nil {
		return nil, err
	}
	switch {
	case id != applicationID || v < 1:
		return nil, fault("store.foreign", text.StoreForeign.With(path), nil)
	case v > version:
		return nil, fault("store.newer", text.StoreNewer.With(path, v, version), nil)
	}
	return s.admit(path, c)
}

// plan is what the schema of this workspace may be. It is made once, before the reading is fitted to an older file.
func (w *Workspace) plan() *plan { return w.dict().plan() }

// bringUp checks the ids once more through the writer and brings an older file up to this dictionary, after a backup.
func (w *Workspace) bringUp() (brought bool, err error) {
	c := w.writer
	if err := w.identifyBy(c); err != nil {
		return false, err
	}
	var have string
	if _, err := c.row("SELECT value FROM meta WHERE name='dictionary'", []any{&have}); err != nil {
		return false, err
	}
	want := w.plan().digest
	if have == want {
		return false, nil
	}
	statements, unknown, err := w.changes(c)
	if err != nil {
		return false, err
	}
	if len(unknown) > 0 {
		return false, fault("store.newer", text.StoreUnknownFields.With(w.path, text.Pair{ZH: strings.Join(unknown, "、"), EN: strings.Join(unknown, ", ")}), nil)
	}
	if _, err := w.backup(context.Background(), backupDir(w.path), c, Upgrade, nil); err != nil {
		return false, err
	}
	t := w.cubeLedger()
	var b strings.Builder
	b.WriteString("BEGIN IMMEDIATE;\n" + dropCubeTriggers) // first of all: they may be of another make
	for _, s := range statements {
		b.WriteString(s)
	}
	if t != nil {
		b.WriteString(t.cubeTriggers())
	}
	fmt.Fprintf(&b, "UPDATE meta SET value='%s' WHERE name='dictionary';", want)
	if err := c.script(b.String()); err != nil {
		c.script("ROLLBACK")
		return false, err
	}
	if err := c.recube(t); err != nil {
		c.script("ROLLBACK")
		return false, err
	}
	return true, c.script("COMMIT")
}

// start reads what the writer counts in memory.
func (w *Workspace) start() error {
	c := w.writer
	var seq, at int64
	var hash []byte
	if _, err := c.row("SELECT seq, at, hash FROM history ORDER BY seq DESC LIMIT 1", []any{&seq, &at, &hash}); err != nil {
		return err
	}
	w.seq, w.at, w.head = seq, at, hash
	w.waits.mu.Lock()
	w.waits.base = committed{seq, hash}
	w.waits.mu.Unlock()
	var err error
	if w.nextStep, err = c.number("SELECT max(id) FROM step"); err != nil {
		return err
	}
	if w.nextIdent, err = c.number("SELECT max(id) FROM ident"); err != nil {
		return err
	}
	for _, f := range w.dict().forms {
		if w.nextRow[f.ID], err = c.number("SELECT max(_row) FROM " + w.dict().tables[f.ID].name); err != nil {
			return err
		}
	}
	return nil
}

// HistorySeq gives the number of the last entry of the history, 0 where there is none.
func (w *Workspace) HistorySeq() (int64, error) {
	var at keptMonths
	err := w.reading(background, func(c *conn) (err error) {
		at, err = c.lastEntry()
		return err
	})
	return at.Seq, err
}

// HistoryHead is the newest hash of the chain, in hex; "" before the first entry.
func (w *Workspace) HistoryHead() (string, error) {
	var hash []byte
	err := w.reading(background, func(c *conn) error {
		_, err := c.row("SELECT hash FROM history ORDER BY seq DESC LIMIT 1", []any{&hash})
		return err
	})
	return hex.EncodeToString(hash), err
}
