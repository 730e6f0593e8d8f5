package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yice/form"
	"yice/text"
)

func newWorkspace(path string, o Options) (*Workspace, error) {
	w := &Workspace{
		path: path, readOnly: o.ReadOnly, now: o.Now, patience: o.patience,
		nextRow: map[string]int64{}, ids: map[int64]*idents{}, orders: map[orderKey]*order{},
	}
	if abs, err := filepath.Abs(path); err == nil {
		w.path = abs
	}
	if w.now == nil {
		w.now = time.Now
	}
	w.secondDir = o.Second
	w.keeping.madeAt, w.keeping.wroteAt, w.keeping.dirty = time.Now(), time.Now(), true
	forms := o.Forms
	if forms == nil {
		forms = form.All()
	}
	shelved, err := newShelf(forms)
	if err != nil {
		return nil, err
	}
	shelved.fixed = o.Forms != nil
	w.shelved.Store(shelved)
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

// build makes the tables of a new file.
func (w *Workspace) build() error {
	if err := w.connectWriter(create); err != nil {
		return err
	}
	c := w.writer
	var b strings.Builder
	b.WriteString("BEGIN IMMEDIATE;\n")
	b.WriteString(ownSchema)
	b.WriteString(cubeTable())
	for _, f := range w.dict().forms {
		b.WriteString(w.dict().tables[f.ID].define())
	}
	if t := w.cubeLedger(); t != nil {
		b.WriteString(t.cubeTriggers())
	}
	fmt.Fprintf(&b, "INSERT INTO meta VALUES('dictionary','%s'), ('checks','%s');\n", digest(w.dict().forms), w.checks())
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
