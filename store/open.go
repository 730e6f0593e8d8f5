package store

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/form"
	"yice/text"
)

func newWorkspace(path string, o Options) (*Workspace, error) {
	w := &Workspace{
		path: path, readOnly: o.ReadOnly, now: o.Now, forms: o.Forms, patience: o.patience,
		referred: map[string]bool{}, nextRow: map[string]int64{}, ids: map[int64]*idents{}, orders: map[orderKey]*order{},
	}
	if abs, err := filepath.Abs(path); err == nil {
		w.path = abs
	}
	if w.now == nil {
		w.now = time.Now
	}
	w.secondDir = o.Second
	w.keeping.madeAt, w.keeping.wroteAt, w.keeping.dirty = time.Now(), time.Now(), true
	if w.forms == nil {
		w.forms = form.All()
	}
	var err error
	if w.tables, err = layout(w.forms); err != nil {
		return nil, err
	}
	for _, f := range w.forms {
		for i := range f.Fields {
			if fd := &f.Fields[i]; fd.Kind == form.Ref {
				if t := w.tables[fd.Ref]; t != nil && !t.ledger {
					w.referred[fd.Ref] = true
				}
			}
		}
	}
	w.readers = newPool(func() (*conn, error) {
		if err := w.inPlace(); err != nil {
			return nil, err
		}
		return connect(w.path, read, shared)
	})
	return w, nil
}

// Create makes a new workspace; an existing file is refused.
func Create(path string, o Options) (*Workspace, error) {
	w, err := newWorkspace(path, o)
	if err != nil {
		return nil, err
	}
	if o.ReadOnly {
		return nil, fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	if _, err := os.Lstat(w.path); err == nil {
		return nil, fault("store.exists", text.StoreExists.With(w.path), os.ErrExist)
	}
	if err := w.takeLock(); err != nil {
		return nil, err
	}
	// Whoever held the lock a moment ago may have made the file: it is made here or not at all.
	f, err := os.OpenFile(w.path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		w.lock.release()
		if errors.Is(err, os.ErrExist) {
			return nil, fault("store.exists", text.StoreExists.With(w.path), err)
		}
		return nil, explain(w.path, err)
	}
	w.info, err = f.Stat()
	f.Close()
	if err == nil {
		err = w.build()
	}
	if err != nil {
		w.abandon()
		for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
			os.Remove(w.path + suffix)
		}
		return nil, explain(w.path, err)
	}
	return w, nil
}

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
			w.taken = text.StoreLockTaken.With(w.path, tame(h.Who), tame(h.Host), tame(h.Since))
		}
		l.keep()
		return nil
	}
	switch {
	case errors.Is(err, errHeld):
		if h.PID == 0 {
			return fault("store.held", text.StoreHeldUnknown.With(w.path), err)
		}
		return fault("store.held", text.StoreHeld.With(w.path, tame(h.Who), tame(h.Host), h.PID, tame(h.Since)), err)
	case errors.Is(err, errLockLink):
		return fault("store.lock-link", text.StoreLockLink.With(lockPath(w.path)), err)
	case errors.Is(err, errLockForeign):
		return fault("store.lock-foreign", text.StoreLockForeign.With(lockPath(w.path)), err)
	case errors.Is(err, os.ErrPermission):
		return fault("store.readonly-folder", text.StoreReadOnlyFolder.With(w.path), err)
	case errors.Is(err, os.ErrNotExist):
		return fault("store.no-folder", text.StoreNoFolder.With(w.path), err)
	}
	return explain(w.path, err)
}

// TakenOver says from whom the workspace was taken over, where another computer had it open and has not been heard of.
func (w *Workspace) TakenOver() text.Pair { return w.taken }

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
	}
	c, err := connect(w.path, a, sh)
	if err == nil && sh == shared {
		if err = sharesMemory(c); err != nil {
			c.close()
		}
	}
	if err != nil && sh == shared && noSharedMemory(err) {
		w.alone = true
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

// build makes the tables of a new file.
func (w *Workspace) build() error {
	w.plan()
	if err := w.connectWriter(create); err != nil {
		return err
	}
	c := w.writer
	var b strings.Builder
	b.WriteString("BEGIN IMMEDIATE;\n")
	b.WriteString(ownSchema)
	b.WriteString(cubeTable())
	for _, f := range w.forms {
		b.WriteString(w.tables[f.ID].define())
	}
	if t := w.cubeLedger(); t != nil {
		b.WriteString(t.cubeTriggers())
	}
	fmt.Fprintf(&b, "INSERT INTO meta VALUES('dictionary','%s'), ('checks','%s');\n", digest(w.forms), w.checks())
	fmt.Fprintf(&b, "PRAGMA application_id=%d;\nPRAGMA user_version=%d;\nCOMMIT;", applicationID, version)
	if err := c.script(b.String()); err != nil {
		return err
	}
	if err := w.start(); err != nil {
		return err
	}
	w.checkpoints()
	return nil
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

// identify insists on our ids before anything of the file may change.
func (w *Workspace) identify() error {
	c, err := connect(w.path, probe, shared)
	if err == nil {
		defer c.close()
		err = identify(w.path, c, w.plan())
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

// identify insists on our ids and on our schema, and reads nothing else.
func identify(path string, c *conn, p *plan) error {
	id, err := c.number("PRAGMA application_id")
	if err != nil {
		return err
	}
	v, err := c.number("PRAGMA user_version")
	if err != nil {
		return err
	}
	switch {
	case id != applicationID || v < 1:
		return fault("store.foreign", text.StoreForeign.With(path), nil)
	case v > version:
		return fault("store.newer", text.StoreNewer.With(path, v, version), nil)
	}
	return p.admit(path, c)
}

// plan is what the schema of this workspace may be. It is made once, before the reading is fitted to an older file.
func (w *Workspace) plan() *plan {
	if w.planned == nil {
		w.planned = planOf(w.forms, w.tables)
	}
	return w.planned
}

// openReader opens a file beside its writer, or one on a medium that cannot be written.
func (w *Workspace) openReader() error {
	c, err := connect(w.path, read, shared)
	if err == nil {
		err = identify(w.path, c, w.plan())
	}
	if err == nil {
		w.readers.seed(c)
		return w.readDictionary()
	}
	if c != nil {
		c.close()
	}
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	// Read-only media: no shared memory can be made. With nothing waiting in a journal the file itself is all there is.
	for _, suffix := range []string{"-wal", "-journal"} {
		if st, e := os.Stat(w.path + suffix); e == nil && st.Size() > 0 {
			return err
		}
	}
	frozenPool := newPool(func() (*conn, error) { return connect(w.path, frozen, shared) })
	c, e := frozenPool.take(background)
	if e != nil {
		return err
	}
	if e := identify(w.path, c, w.plan()); e != nil {
		c.close()
		return e
	}
	frozenPool.give(c)
	w.readers, w.frozen = frozenPool, true
	return w.readDictionary()
}

// seed puts an open connection into the place of one not opened yet.
func (p *pool) seed(c *conn) {
	<-p.slots
	p.slots <- c
}

// readDictionary fits the reading to a file that another version of the dictionary wrote: fields it lacks are empty.
func (w *Workspace) readDictionary() error {
	return w.reading(background, func(c *conn) error {
		var have string
		if _, err := c.row("SELECT value FROM meta WHERE name='dictionary'", []any{&have}); err != nil {
			return err
		}
		if have == w.plan().digest {
			return nil
		}
		w.older = true
		cols, err := c.columns()
		if err != nil {
			return err
		}
		for _, t := range w.tables {
			t.fit(cols[t.form.ID])
		}
		return nil
	})
}

// fit reads columns the file lacks as empty ones.
func (t *table) fit(have map[string]string) {
	if have == nil {
		t.missing = true
		return
	}
	for i := range t.cols {
		if have[t.form.Fields[i].ID] != columnType(t.form.Fields[i].Kind) {
			t.list = strings.ReplaceAll(t.list+",", ","+t.cols[i]+",", ","+noColumn+",")
			t.list = strings.TrimSuffix(t.list, ",")
			t.cols[i] = noColumn
		}
	}
}

// bringUp checks the ids once more through the writer and brings an older file up to this dictionary, after a backup.
func (w *Workspace) bringUp() (brought bool, err error) {
	c := w.writer
	if err := identify(w.path, c, w.plan()); err != nil {
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
	var err error
	if w.nextStep, err = c.number("SELECT max(id) FROM step"); err != nil {
		return err
	}
	if w.nextIdent, err = c.number("SELECT max(id) FROM ident"); err != nil {
		return err
	}
	for _, f := range w.forms {
		if w.nextRow[f.ID], err = c.number("SELECT max(_row) FROM " + w.tables[f.ID].name); err != nil {
			return err
		}
	}
	return nil
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
