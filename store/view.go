package store

import (
	"context"
	"sync"

	"yice/form"
)

// View is a window over rows: any number of them, read by page.
//
// The view of the zero Query is always up to date. Any other is a list of row numbers as the file was when it was made: a
// row edited since then keeps its place, one removed since then reads as an empty record with its number, new ones are not
// in it. Stale tells that something was written since, Refresh makes the list again.
type View struct {
	w *Workspace
	b Book
	t *table
	q Query

	mu    sync.Mutex
	ids   *vector // nil: the zero Query
	epoch int64
	sums  map[string]filled
}

// View prepares one. The zero Query costs nothing at any size; others are counted or sorted in the background of ctx,
// with progress in rows.
func (w *Workspace) View(ctx context.Context, b Book, f *form.Form, q Query, progress func(done, of int64)) (*View, error) {
	t := w.as(f)
	if t == nil {
		t = &table{form: f, missing: true}
	}
	v := &View{w: w, b: b, t: t, q: q}
	if q.zero() || t.missing {
		return v, nil
	}
	return v, v.Refresh(ctx, progress)
}

// Stale reports whether something was written since the list of rows was made; the zero Query is never stale.
func (v *View) Stale() bool {
	if v.q.zero() {
		return false
	}
	v.w.seen.RLock()
	defer v.w.seen.RUnlock()
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.epoch != v.w.epoch
}

// Refresh makes the list of rows again. Until it is done, and where it fails, the view stays as it was.
func (v *View) Refresh(ctx context.Context, progress func(done, of int64)) error {
	if v.q.zero() || v.t.missing {
		return nil
	}
	if progress == nil {
		progress = func(int64, int64) {}
	}
	var ids vector
	var epoch int64
	err := courteous(func() error {
		return v.w.reading(ctx, func(c *conn) error {
			v.w.seen.RLock()
			epoch = v.w.epoch
			of, err := c.number("SELECT rows FROM tally WHERE book=? AND form=?", v.b.ID, v.t.form.ID) // begins the snapshot
			v.w.seen.RUnlock()
			if err != nil {
				return err
			}
			progress(0, of)
			if len(v.q.Sort) == 0 {
				return v.sift(ctx, c, &ids, of, progress)
			}
			return v.sort(ctx, c, &ids, of, progress)
		})
	})
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.ids, v.epoch, v.sums = &ids, epoch, nil
	return nil
}

func (v *View) list() *vector {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.ids
}

// ordered lends what is known of the form's own order, with no commit going on.
func (v *View) ordered(do func(c *conn, o *order) error) error {
	return v.w.reading(background, func(c *conn) error {
		v.w.seen.RLock()
		defer v.w.seen.RUnlock()
		o, err := v.w.orderOf(c, v.b.ID, v.t.form.ID)
		if err != nil {
			return err
		}
		o.mu.Lock()
		defer o.mu.Unlock()
		return do(c, o)
	})
}

// Len is how many rows there are.
func (v *View) Len() int {
	if v.t.missing {
		return 0
	}
	if ids := v.list(); ids != nil {
		return ids.len()
	}
	n := int64(0)
	if !v.w.readOnly { // what memory knows needs no file
		v.w.seen.RLock()
		v.w.orderMu.Lock()
		if o := v.w.orders[orderKey{v.b.ID, v.t.form.ID}]; o != nil {
			n = o.total
			v.w.orderMu.Unlock()
			v.w.seen.RUnlock()
			return int(n)
		}
		v.w.orderMu.Unlock()
		v.w.seen.RUnlock()
	}
	if v.ordered(func(_ *conn, o *order) error {
		n = o.total
		return nil
	}) != nil {
		return 0
	}
	return int(n)
}

// Rows gives n rows from position i (fewer at the end).
func (v *View) Rows(i, n int) ([]*form.Record, error) {
	if v.t.missing || n <= 0 || i < 0 {
		return nil, nil
	}
	if ids := v.list(); ids != nil {
		return v.listed(ids, i, min(n, ids.len()-i))
	}
	var out []*form.Record
	err := v.ordered(func(c *conn, o *order) error {
		if int64(i) >= o.total {
			return nil
		}
		name, err := v.w.names(c, v.b.ID)
		if err != nil {
			return err
		}
		from, skip, err := o.find(c, v.t, v.b.ID, int64(i))
		if err != nil {
			return err
		}
		k, err := c.query(background, "SELECT "+v.t.list+" FROM "+v.t.name+" WHERE _book=? AND _ord>=? ORDER BY _ord LIMIT ? OFFSET ?", v.b.ID, from, n, skip)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			r := v.t.read(k, name).rec
			if err := v.t.within(r); err != nil {
				return err
			}
			out = append(out, r)
		}
		if k.err != nil {
			return k.err
		}
		return v.addRaw(c, out)
	})
	return out, err
}

// pageArgs bounds how many rows one statement asks for by number.
const pageArgs = 256

func (v *View) listed(ids *vector, i, n int) ([]*form.Record, error) {
	if n <= 0 {
		return nil, nil
	}
	out := make([]*form.Record, n)
	at := make(map[int64]int, n)
	for j := range out {
		row := ids.at(i + j)
		at[row] = j
		out[j] = form.NewRecord(v.t.form)
		out[j].ID = row
	}
	found := make([]*form.Record, 0, n)
	err := v.w.reading(background, func(c *conn) error {
		name, err := v.w.names(c, v.b.ID)
		if err != nil {
			return err
		}
		for lo := 0; lo < n; lo += pageArgs {
			in, args := oneOf("_row", numbers(out[lo:min(lo+pageArgs, n)]))
			k, err := c.once(background, "SELECT "+v.t.list+" FROM "+v.t.name+" WHERE _book=? AND "+in, append([]any{v.b.ID}, args...)...)
			if err != nil {
				return err
			}
			for k.next() {
				r := v.t.read(k, name).rec
				if err := v.t.within(r); err != nil {
					k.close()
					return err
				}
				out[at[r.ID]] = r
				found = append(found, r)
			}
			if k.err != nil {
				return k.err
			}
		}
		return v.addRaw(c, found)
	})
	return out, err
}

func numbers(rows []*form.Record) []int64 {
	out := make([]int64, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}

// addRaw adds to a page the texts that could not be read.
func (v *View) addRaw(c *conn, page []*form.Record) error {
	at := make(map[int64]*form.Record, len(page))
	for _, r := range page {
		at[r.ID] = r
	}
	for lo := 0; lo < len(page); lo += pageArgs {
		in, args := oneOf("row", numbers(page[lo:min(lo+pageArgs, len(page))]))
		k, err := c.once(background, "SELECT row, field, text FROM raw WHERE form=? AND "+in, append([]any{v.t.form.ID}, args...)...)
		if err != nil {
			return err
		}
		for k.next() {
			v.t.setRaw(at[k.int(0)], k.text(1), k.text(2))
		}
		if k.err != nil {
			return k.err
		}
	}
	return nil
}

// Index gives the position of a row, -1 where it is not in the view.
func (v *View) Index(row int64) int {
	if v.t.missing {
		return -1
	}
	if ids := v.list(); ids != nil {
		for i := range ids.len() {
			if ids.at(i) == row {
				return i
			}
		}
		return -1
	}
	pos := int64(-1)
	err := v.ordered(func(c *conn, o *order) error {
		var ord int64
		ok, err := c.row("SELECT _ord FROM "+v.t.name+" WHERE _row=? AND _book=?", []any{&ord}, row, v.b.ID)
		if err != nil || !ok {
			return err
		}
		pos, err = o.position(c, v.t, v.b.ID, ord)
		return err
	})
	if err != nil {
		return -1
	}
	return int(pos)
}

// Sum totals a number column over the view with the count of filled cells. Asked once, the total of the zero Query
// follows every write without reading the rows again.
func (v *View) Sum(field string) (sum int64, count int64, err error) {
	i, err := v.t.position(field)
	if err != nil || v.t.missing || !number(v.t.form.Fields[i].Kind) {
		return 0, 0, err
	}
	if ids := v.list(); ids != nil {
		return v.sumListed(ids, field, v.t.cols[i])
	}
	f, err := v.sumAll(field, v.t.cols[i])
	return f.sum, f.count, err
}

// sumAll reads the rows outside the locks: a commit need not wait for it. The total is kept, to follow what is written,
// only where nothing was written meanwhile.
func (v *View) sumAll(field, col string) (f filled, err error) {
	var known *order
	var epoch int64
	err = v.ordered(func(c *conn, o *order) error {
		if have := o.sums[field]; have != nil {
			f = *have
			return nil
		}
		known, epoch = o, v.w.epoch
		return nil
	})
	if err != nil || known == nil {
		return f, err
	}
	err = courteous(func() error {
		return v.w.reading(background, func(c *conn) error {
			_, err := c.row("SELECT sum("+col+"), count("+col+") FROM "+v.t.name+" WHERE _book=?", []any{&f.sum, &f.count}, v.b.ID)
			return err
		})
	})
	if err != nil {
		return f, err
	}
	v.w.seen.RLock()
	defer v.w.seen.RUnlock()
	if v.w.epoch == epoch {
		known.mu.Lock()
		defer known.mu.Unlock()
		known.sums[field] = &f
	}
	return f, nil
}

func (v *View) sumListed(ids *vector, field, col string) (int64, int64, error) {
	v.mu.Lock()
	f, ok := v.sums[field]
	v.mu.Unlock()
	if ok && !v.Stale() {
		return f.sum, f.count, nil
	}
	f = filled{}
	err := v.w.reading(background, func(c *conn) error {
		cond, args, err := v.condition(c)
		if err != nil {
			return err
		}
		k, err := c.once(background, "SELECT sum("+col+"), count("+col+") FROM "+v.t.name+" WHERE _book=? AND "+cond, append([]any{v.b.ID}, args...)...)
		if err != nil {
			return err
		}
		defer k.close()
		if k.next() {
			f.sum, f.count = k.int(0), k.int(1)
		}
		return k.err
	})
	if err != nil {
		return 0, 0, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.ids == ids {
		if v.sums == nil {
			v.sums = map[string]filled{}
		}
		v.sums[field] = f
	}
	return f.sum, f.count, nil
}
