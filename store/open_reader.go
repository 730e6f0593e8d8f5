package store

import (
	"errors"
	"os"
	"strings"

	"yice/text"
)

// openReader opens a file beside its writer, or one on a medium that cannot be written.
func (w *Workspace) openReader() error {
	c, err := connect(w.path, read, shared)
	if err == nil {
		err = w.identifyBy(c)
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
	if e := w.identifyBy(c); e != nil {
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
		for _, t := range w.dict().tables {
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
