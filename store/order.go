package store

import (
	"slices"
	"sync"

	"yice/form"
)

// Rows have an order of their own. Each row has a place (_ord), by default its number times 2^20, so that rows can be put
// between two others; where a gap is used up the rows behind it are spread again. No two rows of a book share a place,
// removed ones included.

const (
	ordShift = 20
	ordStep  = 1 << 10 // how far behind its neighbour a row is put, so that typing on and on into a gap does not halve it each time
)

// place gives the place of a new row behind another (0: at the end).
func (t *Tx) place(tb *table, row, after int64) (int64, error) {
	end := row << ordShift
	if after == 0 {
		return end, nil
	}
	s, err := t.live(tb, after)
	if err != nil {
		return 0, err
	}
	for {
		next, err := t.c.number("SELECT min(_ord) FROM "+tb.name+" WHERE _book IN (?,?) AND _ord>?", t.book.ID, -t.book.ID, s.ord)
		if err != nil {
			return 0, err
		}
		if next == 0 {
			return end, nil
		}
		if gap := next - s.ord; gap >= 2 {
			return s.ord + min(gap/2, ordStep), nil
		}
		if err := t.spread(tb, s.ord); err != nil {
			return 0, err
		}
	}
}

// spread makes room behind a place: the fewest rows that follow are set evenly into the room up to the next one.
func (t *Tx) spread(tb *table, from int64) error {
	behind := " FROM " + tb.name + " WHERE _book IN (?,?) AND _ord>? ORDER BY _ord"
	for window := int64(64); ; window *= 4 {
		var rows []int64
		k, err := t.c.query(background, "SELECT _row"+behind+" LIMIT ?", t.book.ID, -t.book.ID, from, window)
		if err != nil {
			return err
		}
		for k.next() {
			rows = append(rows, k.int(0))
		}
		if k.err != nil {
			return k.err
		}
		limit, err := t.c.number("SELECT _ord"+behind+" LIMIT 1 OFFSET ?", t.book.ID, -t.book.ID, from, window)
		if err != nil {
			return err
		}
		if limit == 0 { // to the end: nobody is behind
			limit = t.w.nextRow[tb.form.ID]<<ordShift + 1<<ordShift
		}
		step := (limit - from) / int64(len(rows)+1)
		if step < ordStep && int64(len(rows)) == window {
			continue
		}
		for i, row := range rows {
			if _, err := t.c.exec("UPDATE "+tb.name+" SET _ord=? WHERE _row=?", from+int64(i+1)*step, row); err != nil {
				return err
			}
		}
		t.orders = append(t.orders, orderChange{form: tb.form.ID})
		return nil
	}
}

// orderChange is one row more (or fewer) at a place; n 0: places moved or very many came, and all that is known is void.
type orderChange struct {
	form string
	ord  int64
	n    int64
}

type orderKey struct {
	book int64
	form string
}

// order knows where in millions of rows a position lies: stretches of rows with their exact counts. It begins as one
// stretch and is divided where somebody looks, so that opening costs nothing and paging never skips more than a few
// thousand index entries.
type order struct {
	mu      sync.Mutex
	starts  []int64 // place where the stretch begins; the first is 0
	counts  []int64
	total   int64
	version int64
	sums    map[string]*filled // by field: totals asked for on the screen
}

// filled is the total of a number column and how many cells are filled.
type filled struct{ sum, count int64 }

const (
	stretch = 2048        // rows of a stretch that was divided
	longest = 2 * stretch // rows of one that is not divided further
)

func newOrder(total, version int64) *order {
	return &order{starts: []int64{0}, counts: []int64{total}, total: total, version: version, sums: map[string]*filled{}}
}

// orderOf gives what is known of a form's order, beginning afresh after a large change. The caller holds w.seen.
func (w *Workspace) orderOf(c *conn, book int64, form string) (*order, error) {
	version := int64(0)
	if w.readOnly { // another program may be writing
		var err error
		if version, err = c.number("SELECT max(seq) FROM history"); err != nil {
			return nil, err
		}
	}
	w.orderMu.Lock()
	defer w.orderMu.Unlock()
	k := orderKey{book, form}
	if o := w.orders[k]; o != nil && o.version == version {
		return o, nil
	}
	n, err := c.number("SELECT rows FROM tally WHERE book=? AND form=?", book, form)
	if err != nil {
		return nil, err
	}
	o := newOrder(n, version)
	w.orders[k] = o
	return o, nil
}

// reorder lets the orders follow a committed transaction. The caller holds w.seen for writing.
func (w *Workspace) reorder(t *Tx) {
	w.orderMu.Lock()
	defer w.orderMu.Unlock()
	for _, ch := range t.orders {
		k := orderKey{t.book.ID, ch.form}
		o := w.orders[k]
		switch {
		case o == nil:
		case ch.n == 0:
			delete(w.orders, k)
		default:
			o.total += ch.n
			o.counts[o.at(ch.ord)] += ch.n
		}
	}
	for _, ch := range t.changes {
		o := w.orders[orderKey{t.book.ID, ch.Form.ID}]
		if o == nil {
			continue
		}
		for field, f := range o.sums {
			f.move(ch, field)
		}
	}
}

func (f *filled) move(ch RowChange, field string) {
	if ch.Before != nil {
		if n, ok := ch.Before.Get(field).Int(); ok {
			f.sum, f.count = form.Plus(f.sum, -n), f.count-1
		}
	}
	if ch.After != nil {
		if n, ok := ch.After.Get(field).Int(); ok {
			f.sum, f.count = form.Plus(f.sum, n), f.count+1
		}
	}
}

// at gives the stretch a place lies in.
func (o *order) at(ord int64) int {
	i, found := slices.BinarySearch(o.starts, ord)
	if !found {
		i--
	}
	return i
}

// find gives the place to start from and how many rows to skip there to come to a position.
func (o *order) find(c *conn, t *table, book, pos int64) (from, skip int64, err error) {
	i, before := 0, int64(0)
	for i < len(o.counts)-1 && before+o.counts[i] <= pos {
		before += o.counts[i]
		i++
	}
	for skip = pos - before; o.counts[i] > longest; skip = pos - before {
		if skip > o.counts[i]/2 {
			err = o.divide(c, t, book, i, o.counts[i]-stretch)
		} else {
			err = o.divide(c, t, book, i, stretch)
		}
		if err != nil {
			return 0, 0, err
		}
		if skip >= o.counts[i] {
			before += o.counts[i]
			i++
		}
	}
	return o.starts[i], skip, nil
}

// divide cuts a stretch after its first n rows, walking from its nearer end.
func (o *order) divide(c *conn, t *table, book int64, i int, n int64) error {
	sql, skip := "SELECT _ord FROM "+t.name+" WHERE _book=? AND _ord>=? AND _ord<? ORDER BY _ord LIMIT 1 OFFSET ?", n
	if n > o.counts[i]/2 {
		sql, skip = "SELECT _ord FROM "+t.name+" WHERE _book=? AND _ord>=? AND _ord<? ORDER BY _ord DESC LIMIT 1 OFFSET ?", o.counts[i]-n-1
	}
	end := int64(1) << 62
	if i+1 < len(o.starts) {
		end = o.starts[i+1]
	}
	ord, err := c.number(sql, book, o.starts[i], end, skip)
	if err != nil {
		return err
	}
	if ord <= o.starts[i] { // fewer rows than the tally says: the long check tells; here the stretch stays whole
		o.counts[i] = min(o.counts[i], longest)
		return nil
	}
	o.starts = slices.Insert(o.starts, i+1, ord)
	o.counts = slices.Insert(o.counts, i+1, o.counts[i]-n)
	o.counts[i] = n
	return nil
}

// position gives the position of a row by its place.
func (o *order) position(c *conn, t *table, book, ord int64) (int64, error) {
	i := o.at(ord)
	for o.counts[i] > longest { // divide towards the row
		n := o.counts[i] / 2
		if err := o.divide(c, t, book, i, n); err != nil {
			return 0, err
		}
		i = o.at(ord)
	}
	pos := int64(0)
	for _, n := range o.counts[:i] {
		pos += n
	}
	n, err := c.number("SELECT count(*) FROM "+t.name+" WHERE _book=? AND _ord>=? AND _ord<?", book, o.starts[i], ord)
	return pos + n, err
}
