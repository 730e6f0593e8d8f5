package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Bulk adds many new rows of one form as one step, one history entry: the file's digest and a batch id. Half-done is
// undone. rows yields records without ids, each a new one that is the workspace's from then on; an error from it rolls everything back.
type Bulk struct {
	Label  text.Pair
	Who    string
	File   string // shown name
	Digest string // of the file's content
}

// bulkRecord is what the history says of a bulk, as JSON.
type bulkRecord struct {
	Rows    int64  `json:"rows"`
	First   int64  `json:"first"` // row numbers
	Last    int64  `json:"last"`
	File    string `json:"file"`
	Digest  string `json:"digest"`
	Content string `json:"content"` // SM3 over the fingerprints of all rows, in order
}

// bulkEntry tells it from an encoded row, whose cells are all texts.
func bulkEntry(encoded string) bool {
	const head = `{"rows":`
	return len(encoded) > len(head) && strings.HasPrefix(encoded, head) && encoded[len(head)] != '"'
}

// WriteBulk adds rows as one step of undo. It gives how many; none is no step.
func (w *Workspace) WriteBulk(ctx context.Context, b Book, f *form.Form, bulk Bulk, rows iter.Seq2[*form.Record, error]) (Result, int64, error) {
	var n int64
	r, err := w.Transaction(b, bulk.Label, bulk.Who, func(t *Tx) (err error) {
		n, err = t.Bulk(ctx, f, bulk, rows)
		return err
	})
	if err != nil {
		return Result{}, 0, err
	}
	return r, n, nil
}

// Bulk adds rows within the transaction: their columns, one history entry, fingerprints, flags and totals.
func (t *Tx) Bulk(ctx context.Context, f *form.Form, bulk Bulk, rows iter.Seq2[*form.Record, error]) (int64, error) {
	tb := t.w.dict().tables[f.ID]
	if tb == nil || f != tb.form && slices.ContainsFunc(f.Fields, func(fd form.Field) bool { return tb.form.Index(fd.ID) < 0 }) {
		return 0, fmt.Errorf("store: form %q is not in the dictionary this workspace was opened with", f.ID)
	}
	l, err := newLoading(t, tb)
	if err != nil {
		return 0, err
	}
	within := t.c.within
	t.c.within = nil // the caller's context ends it, and watching each statement of a million is dear
	defer func() { t.c.within = within }()
	if err := l.run(ctx, rows); err != nil || l.next == l.first {
		return 0, err
	}
	if err := l.finish(); err != nil {
		return 0, err
	}
	n, last := l.next-l.first, l.next-1
	t.w.nextRow[f.ID] = last
	rec, err := json.Marshal(bulkRecord{n, l.first, last, bulk.File, bulk.Digest, hex.EncodeToString(l.prints.content.Sum(nil))})
	if err != nil {
		return 0, err
	}
	t.tally[f.ID] += n
	t.orders = append(t.orders, orderChange{form: f.ID})
	t.markBulk(tb.form)
	return n, t.append(kindBulk, f.ID, l.first, "", "", "", string(rec))
}

func (t *Tx) markBulk(f *form.Form) {
	if t.bulk && t.bulked != f {
		t.several = true
	}
	t.bulk, t.bulked = true, f
	if t.several {
		t.bulked = nil
	}
}

// flipBulk takes the rows of a bulk out, or brings them back: they stay in the file and change sides.
func (t *Tx) flipBulk(tb *table, r recorded) error {
	gone := r.new == ""
	var b bulkRecord
	if err := json.Unmarshal([]byte(r.old+r.new), &b); err != nil {
		return fmt.Errorf("store: the history has a bulk it cannot read: %w", err)
	}
	from, sign := -t.book.ID, int64(1)
	if gone {
		from, sign = t.book.ID, -1
	}
	n, err := t.c.number("SELECT count(*) FROM "+tb.name+" WHERE _row BETWEEN ? AND ? AND +_book=?", b.First, b.Last, from)
	if err != nil {
		return err
	}
	if n != b.Rows {
		return fault("store.changed", text.StoreChanged.With(tb.form.Title, b.First), nil)
	}
	cube := tb == t.w.cubeLedger()
	if gone && cube {
		if err := t.c.cubeRange(tb, t.book.ID, b.First, b.Last, -1); err != nil {
			return err
		}
	}
	if _, err := t.c.exec("UPDATE "+tb.name+" SET _book=-_book WHERE _row BETWEEN ? AND ? AND +_book=?", b.First, b.Last, from); err != nil {
		return err
	}
	if !gone && cube {
		if err := t.c.cubeRange(tb, t.book.ID, b.First, b.Last, +1); err != nil {
			return err
		}
	}
	if err := t.flipFlags(tb, b.First, b.Last, sign); err != nil {
		return err
	}
	if err := t.ownRange(tb, b.First, b.Last, gone); err != nil {
		return err
	}
	t.tally[tb.form.ID] += sign * b.Rows
	t.orders = append(t.orders, orderChange{form: tb.form.ID})
	t.markBulk(tb.form)
	return t.log(r.form, b.First, "", "", r.old, r.new)
}

// ownRange tells memory which identities have a live row now.
func (t *Tx) ownRange(tb *table, first, last int64, gone bool) error {
	if !t.w.dict().referred[tb.form.ID] {
		return nil
	}
	k, err := t.c.query(background, "SELECT _ident, _row FROM "+tb.name+" WHERE _row BETWEEN ? AND ? AND _ident IS NOT NULL", first, last)
	if err != nil {
		return err
	}
	for k.next() {
		row := k.int(1)
		if gone {
			row = 0
		}
		t.ids.own(k.int(0), row)
	}
	return k.err
}
