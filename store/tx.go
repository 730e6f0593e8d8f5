package store

import (
	"yice/form"
	"yice/text"
)

// states of a step
const (
	stateDone    = 0 // can be undone
	stateUndone  = 1 // can be redone
	stateDropped = 2 // undone, then something else was written
	stateFixed   = 3 // locks, notes, openings: not for undo
)

// Tx is a transaction under way; its methods are those of Workspace within it. It must not outlive the function it was
// given to, and that function must not call the workspace's own writing methods.
type Tx struct {
	w    *Workspace
	c    *conn
	book Book
	ids  *idents
	chain

	step    int64
	given   int64  // the greatest number that it gave a step of its own
	kind    string // of its history entries: do, undo, redo
	first   int64
	changes []RowChange
	at      map[rowKey]int
	rows    []int64
	moves   []identMove
	tally   map[string]int64
	orders  []orderChange
	clock   bool // that the clock was set back is noted in this transaction
	bulk    bool
	bulked  *form.Form
	several bool
	claimed string // what the file says of its owner once this is committed

	waitedN    int64           // the write that waited and is in with this transaction; 0: none
	waitedBorn map[int64]int64 // see Waiting
}

type rowKey struct {
	form string
	row  int64
}

// Transaction makes several writes and bulk writes one all-or-nothing step (a folder import).
func (w *Workspace) Transaction(b Book, label text.Pair, who string, do func(*Tx) error) (Result, error) {
	return w.transact(b, who, func(t *Tx) (text.Pair, error) {
		t.open(label)
		if err := do(t); err != nil || t.seq == t.first {
			return label, err
		}
		if _, err := t.c.exec("UPDATE step SET state=? WHERE book=? AND state=?", stateDropped, b.ID, stateUndone); err != nil {
			return label, err
		}
		return label, t.closeStep(stateDone)
	})
}

// transact runs one transaction on the writer: begin, do, totals, commit. Nothing remains of it after an error.
func (w *Workspace) transact(b Book, who string, do func(*Tx) (text.Pair, error)) (Result, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.writer == nil {
		return w.transactAlone(b, who, do)
	}
	release := w.watched(w.writer)
	r, err := w.transactAlone(b, who, do)
	return r, release(err)
}

// transactAlone is transact by whoever has the writer.
func (w *Workspace) transactAlone(b Book, who string, do func(*Tx) (text.Pair, error)) (Result, error) {
	t, err := w.begin(b, who)
	if err != nil {
		return Result{}, explain(w.path, err)
	}
	done := false
	defer func() {
		if !done {
			t.rollback()
		}
	}()
	if err := t.mayWrite(); err != nil {
		return Result{}, explain(w.path, err)
	}
	if err := t.noteClock(); err != nil {
		return Result{}, explain(w.path, err)
	}
	label, err := do(t)
	if err != nil {
		return Result{}, explain(w.path, err)
	}
	if t.seq == t.first {
		return Result{Label: label, Rows: t.rows}, nil
	}
	if err := t.commit(); err != nil {
		return Result{}, explain(w.path, err)
	}
	done = true
	return t.result(label), nil
}

func (w *Workspace) begin(b Book, who string) (*Tx, error) {
	if w.closed {
		return nil, errClosed
	}
	if w.readOnly {
		return nil, fault("store.readonly", text.StoreOpenedReadOnly.With(w.path), nil)
	}
	if err := w.inPlace(); err != nil {
		w.emptyJournal()
		return nil, err
	}
	if err := w.lock.holds(w.path, w.alone); err != nil {
		return nil, err
	}
	ids, err := w.identities(w.writer, b.ID)
	if err != nil {
		return nil, err
	}
	if _, err := w.writer.exec("BEGIN IMMEDIATE"); err != nil {
		return nil, err
	}
	claimed, err := w.own()
	if err != nil {
		w.writer.exec("ROLLBACK")
		return nil, err
	}
	return &Tx{
		claimed: claimed,
		w:       w, c: w.writer, book: b, ids: ids, chain: w.chainOf(who), first: w.seq, step: w.nextStep + 1, kind: "do",
		at: map[rowKey]int{}, tally: map[string]int64{},
	}, nil
}

// mayWrite refuses a sealed year and one that is not there.
func (t *Tx) mayWrite() error {
	var locked, year int64
	var uscc string
	ok, err := t.c.row("SELECT locked, year, uscc FROM book WHERE id=?", []any{&locked, &year, &uscc}, t.book.ID)
	switch {
	case err != nil:
		return err
	case !ok:
		return fault("store.no-book", text.StoreNoBook.With(t.book.USCC, t.book.Year), nil)
	case locked != 0:
		return fault("store.locked", text.StoreLocked.With(uscc, year), nil)
	}
	t.book.Year, t.book.USCC = int(year), uscc
	return nil
}

func (t *Tx) commit() error {
	if err := t.putTally(); err != nil {
		return err
	}
	if err := t.mayAddUp(); err != nil {
		return err
	}
	if _, err := t.c.exec("UPDATE book SET changed_at=? WHERE id=?", t.now, t.book.ID); err != nil {
		return err
	}
	w := t.w
	w.waits.mu.Lock()
	defer w.waits.mu.Unlock()
	waited, err := t.putWaiting()
	if err != nil {
		return err
	}
	w.seen.Lock()
	defer w.seen.Unlock()
	if err := t.end(); err != nil {
		return err
	}
	waited()
	w.settle(t.chain)
	w.clockSaid = w.clockSaid || t.clock
	w.nextStep = max(w.nextStep, t.step, t.given)
	w.epoch++
	w.keeping.wrote()
	w.reorder(t)
	if t.bulk {
		w.tidy.wrote(w, dueAfter)
	}
	w.tidy.wrote(w, t.seq-t.first)
	return nil
}

// end commits, and nothing else: see commit.
func (t *Tx) end() error {
	t.c.within = nil // a disk may be as slow as it is
	_, err := t.c.exec("COMMIT")
	if err == nil {
		t.w.owns(t.claimed)
	}
	return err
}

// rollback undoes everything, in the file and in memory.
func (t *Tx) rollback() {
	t.c.within = nil
	t.c.exec("ROLLBACK") // fails where SQLite has rolled back by itself, as it does on a full disk
	t.w.forgetIdents(t.book.ID)
	release := t.w.bounded(t.c)
	if release(t.w.start()) != nil {
		return // the next write meets the same error and says so
	}
}

func (t *Tx) putTally() error {
	for id, n := range t.tally {
		if n == 0 {
			continue
		}
		if _, err := t.c.exec("INSERT INTO tally(book, form, rows) VALUES(?,?,?) ON CONFLICT DO UPDATE SET rows=rows+excluded.rows", t.book.ID, id, n); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) result(label text.Pair) Result {
	r := Result{Seq: t.seq, Label: label, Bulk: t.bulk, Rows: t.rows}
	if t.bulk {
		r.Form = t.bulked
		return r
	}
	for _, c := range t.changes {
		if c.Before != nil || c.After != nil {
			r.Changes = append(r.Changes, c)
		}
	}
	return r
}

// note keeps what happened to a row; a row touched twice is one change.
func (t *Tx) note(f *form.Form, row int64, before, after *form.Record) {
	k := rowKey{f.ID, row}
	if i, ok := t.at[k]; ok {
		t.changes[i].After = after
		return
	}
	t.at[k] = len(t.changes)
	t.changes = append(t.changes, RowChange{Form: f, Row: row, Before: before, After: after})
}

// open names the step in the history's entries; closeStep writes it.
func (t *Tx) open(label text.Pair) { t.label = label }

func (t *Tx) closeStep(state int) error {
	t.given = max(t.given, t.step)
	_, err := t.c.exec("INSERT INTO step(id, book, state, first, last, label_zh, label_en, idents) VALUES(?,?,?,?,?,?,?,?)",
		t.step, t.book.ID, state, t.first+1, t.seq, t.label.ZH, t.label.EN, encodeMoves(t.moves))
	return err
}
