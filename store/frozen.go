package store

import (
	"context"
	"time"
)

// heldReaders are the connections of a frozen workspace: one that walks a ledger, one that is asked about single rows
// meanwhile, and one to spare.
const heldReaders = 3

// Freeze gives the file as it is at this moment, for reading alone: however long that takes and whatever is written
// meanwhile, every answer is of this moment. Nobody who types waits for it. It must be closed; the journal grows until
// then, and where that becomes too much the answers end with store.passed. Nil, without an error, where the file system allows one connection only: there is nothing to read beside.
func (w *Workspace) Freeze(ctx context.Context) (*Workspace, error) {
	if w.alone {
		return nil, nil
	}
	// With the writer at rest all connections see the same commit.
	for !w.mu.TryLock() {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(2 * time.Millisecond):
		}
	}
	defer w.mu.Unlock()
	if w.closed {
		return nil, errClosed
	}
	f := &Workspace{
		path: w.path, readOnly: true, held: true, now: w.now,
		info: w.info, ids: map[int64]*idents{}, orders: map[orderKey]*order{},
	}
	f.shelved.Store(w.dict())
	f.readers = &pool{slots: make(chan *conn, heldReaders)}
	f.readers.open = f.readers.await
	for range heldReaders {
		c, err := w.hold()
		if err != nil {
			f.readers.close()
			return nil, explain(w.path, err)
		}
		c.passed = &f.passed
		f.readers.slots <- c
	}
	f.live = w
	w.frozenOnes.add(f)
	return f, nil
}

// hold opens a reader and begins its snapshot.
func (w *Workspace) hold() (*conn, error) {
	c, err := w.readers.open()
	if err != nil {
		return nil, err
	}
	if err = c.script("BEGIN"); err == nil {
		_, err = c.number("SELECT max(seq) FROM history") // what is read first fixes the moment
	}
	if err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// await waits for a connection to come back: no other one could see the same moment.
func (p *pool) await() (*conn, error) {
	c, ok := <-p.slots
	if !ok {
		return nil, errClosed
	}
	return c, nil
}
