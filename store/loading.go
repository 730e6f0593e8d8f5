package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"hash"
	"iter"
	"strings"
	"sync/atomic"

	"yice/book"
	"yice/form"
	"yice/seal"
)

const (
	// handover is how many rows go to the inserting goroutine at a time, and waiting how many hand-overs may queue.
	handover = 512
	queued   = 4
)

// loading is one bulk under way. The caller's goroutine reads records, resolves references, checks and sums them; the
// other takes their fingerprints and inserts them. The two meet in a queue of a few thousand rows, so that memory stays flat. Only the
// inserting goroutine touches the file and the fingerprints, only the caller's the sums.
type loading struct {
	t           *Tx
	tb          *table
	first, next int64
	sums        *summing // nil: not the ledger of the cube
	months      [13]cubeSum
	gross       form.Gross // what the book's amounts come to without their signs, the new lines among them
	added       cubeSum    // of that, the new lines
	flags       map[string]*FlagCount
	prints      prints
	failed      atomic.Bool
	stmts       map[string]*stmt    // by which columns a row fills
	pattern     []byte              // of the row at hand
	args        []driver.NamedValue // of it: _row, _ord, _ident where there is one, the fields that are filled
	inserted    int64
	lifted      bool // the trigger that keeps the cube is away; finish brings it back
}

// ready is one row on its way into the file, with what must be there before it.
type ready struct {
	row    *stored
	idents []*ident
	flags  []form.Finding
}

func newLoading(t *Tx, tb *table) (*loading, error) {
	l := &loading{
		t: t, tb: tb, first: t.w.nextRow[tb.form.ID] + 1, prints: prints{content: seal.NewSM3()},
		stmts: map[string]*stmt{},
	}
	l.next = l.first
	if tb.ledger {
		l.flags = map[string]*FlagCount{}
	}
	if tb != t.w.cubeLedger() {
		return l, nil
	}
	l.sums = newSumming(tb)
	sums, err := t.c.grossOf(background, t.book.ID)
	l.gross = form.Gross(sums.amount)
	return l, err
}

// run takes every row in; after an error the transaction is to be rolled back.
func (l *loading) run(ctx context.Context, rows iter.Seq2[*form.Record, error]) (err error) {
	queue := make(chan []ready, queued)
	inserted := make(chan error, 1)
	go func() {
		var err error
		for batch := range queue {
			for i := 0; i < len(batch) && err == nil; i++ {
				if err = l.insert(&batch[i]); err != nil {
					l.failed.Store(true)
				}
			}
		}
		inserted <- err
	}()
	// Whatever happens, a panic of the iterator included, the other goroutine is done with the file before we return.
	defer func() {
		close(queue)
		if e := <-inserted; e != nil {
			err = e
		}
		l.closeStmts()
	}()
	batch := make([]ready, 0, handover)
	for r, e := range rows {
		if e == nil && l.failed.Load() {
			return nil // the inserting goroutine has the error
		}
		if e == nil && len(batch) == 0 {
			e = ctx.Err()
		}
		if e != nil {
			return e
		}
		rd, e := l.prepare(r)
		if e != nil {
			return e
		}
		if batch = append(batch, rd); len(batch) == handover {
			queue <- batch
			batch = make([]ready, 0, handover)
		}
	}
	queue <- batch
	return nil
}

// prepare makes everything of a row that needs no file.
func (l *loading) prepare(r *form.Record) (rd ready, err error) {
	tb, t := l.tb, l.t
	if r.Form.ID == tb.form.ID && r.Form != tb.form {
		r = r.As(tb.form)
	}
	s := &stored{rec: r, book: t.book.ID, ord: l.next << ordShift, refs: make([]int64, len(tb.refs))}
	s.rec.ID, s.rec.Form = l.next, tb.form
	for n, i := range tb.refs {
		key := s.rec.Values[i].Str()
		if key == "" {
			continue
		}
		x := t.ids.find(tb.form.Fields[i].Ref, key)
		if x == nil {
			x = l.newIdent(tb.form.Fields[i].Ref, key)
			rd.idents = append(rd.idents, x)
		}
		s.refs[n] = x.id
	}
	for i, v := range s.rec.Values {
		if !v.Empty() && v.IsNumber() != number(tb.form.Fields[i].Kind) {
			return rd, errKind(tb, i, v)
		}
	}
	if err := tb.within(s.rec); err != nil {
		return rd, err
	}
	if t.w.dict().referred[tb.form.ID] {
		if key := s.rec.Key(); key != "" {
			x := t.ids.waiting(tb.form.ID, key)
			if x == nil {
				x = l.newIdent(tb.form.ID, key)
				rd.idents = append(rd.idents, x)
			}
			t.ids.own(x.id, s.rec.ID)
			s.ident = x.id
		}
	}
	if err := l.sum(s); err != nil {
		return rd, err
	}
	if tb.ledger {
		rd.flags = flagsOf(tb.form, s.rec, t.book.Year)
		for _, x := range rd.flags {
			c := l.flags[x.Check]
			if c == nil {
				c = &FlagCount{Check: x.Check, Severity: x.Severity}
				l.flags[x.Check] = c
			}
			c.Rows++
		}
	}
	rd.row = s
	l.next++
	return rd, nil
}

// bind lists what a row fills. Binding costs as much as inserting, and of the columns of a ledger half are empty: rows
// that fill the same columns share a statement that names only those.
func (l *loading) bind(s *stored) {
	l.args = l.args[:0]
	add := func(v any) { l.args = append(l.args, driver.NamedValue{Ordinal: len(l.args) + 1, Value: v}) }
	add(s.rec.ID)
	add(s.ord)
	p := append(l.pattern[:0], '.')
	if s.ident != 0 {
		add(s.ident)
		p[0] = 'i'
	}
	for i := range l.tb.cols {
		if v := l.tb.cell(s, i).column(); v != nil {
			add(v)
			p = append(p, 'x')
		} else {
			p = append(p, '.')
		}
	}
	l.pattern = p
}

// statement gives the prepared statement of the row at hand.
func (l *loading) statement() (*stmt, error) {
	if s := l.stmts[string(l.pattern)]; s != nil {
		return s, nil
	}
	if len(l.stmts) >= maxPatterns {
		l.closeStmts()
	}
	cols, n := "_row,_ord", 2
	if l.pattern[0] == 'i' {
		cols, n = cols+",_ident", n+1
	}
	for i, col := range l.tb.cols {
		if l.pattern[i+1] == 'x' {
			cols, n = cols+","+col, n+1
		}
	}
	s, err := l.t.c.prepare(fmt.Sprintf("INSERT INTO %s(_book,_step,%s) VALUES(%d,%d%s)", l.tb.name, cols, l.t.book.ID, -l.t.step, strings.Repeat(",?", n)))
	if err == nil {
		l.stmts[string(l.pattern)] = s
	}
	return s, err
}

// maxPatterns bounds the statements kept at a time.
const maxPatterns = 256

func (l *loading) closeStmts() {
	for p, s := range l.stmts {
		s.s.Close()
		delete(l.stmts, p)
	}
}

// newIdent makes an identity in memory; its row follows with the line that needs it first.
func (l *loading) newIdent(form, key string) *ident {
	l.t.w.nextIdent++
	x := &ident{id: l.t.w.nextIdent, form: form, key: key}
	l.t.ids.add(x)
	return x
}

// liftedAt is the row of a bulk at which the trigger that keeps the cube is taken away. It has nothing to do for rows of a
// bulk, and costs a tenth of an insert all the same; but every reader reads the schema again where it changed.
const liftedAt = 10_000

// lift takes the trigger away, within the transaction; in the inserting goroutine.
func (l *loading) lift() error {
	if l.inserted++; l.inserted != liftedAt || l.sums == nil {
		return nil
	}
	l.lifted = true
	return l.t.c.script(dropCubeTriggers)
}

// insert writes one row; in the inserting goroutine.
func (l *loading) insert(rd *ready) error {
	t, tb := l.t, l.tb
	if err := l.lift(); err != nil {
		return err
	}
	for _, x := range rd.idents {
		if _, err := t.c.exec("INSERT INTO ident(id, book, form, key) VALUES(?,?,?,?)", x.id, t.book.ID, x.form, x.key); err != nil {
			return err
		}
	}
	l.bind(rd.row)
	s, err := l.statement()
	if err != nil {
		return err
	}
	if _, err := s.run(background, l.args); err != nil {
		return err
	}
	for i, raw := range rd.row.rec.Raw {
		if err := t.putRaw(tb, rd.row.rec.ID, i, raw); err != nil {
			return err
		}
	}
	for _, x := range rd.flags {
		if err := t.flag(tb, rd.row.rec.ID, x); err != nil {
			return err
		}
	}
	if full := l.prints.add(tb, rd.row); full {
		return l.putChunk()
	}
	return nil
}

// putChunk keeps fingerprints of a bulk beside the history entry that will hold their digest.
func (l *loading) putChunk() error {
	p := &l.prints
	_, err := l.t.c.exec("INSERT INTO fingerprint(seq, chunk, sums) VALUES(?,?,?)", l.t.seq+1, p.chunk, p.sums)
	p.sums, p.chunk = p.sums[:0], p.chunk+1
	return err
}

// finish writes what was summed.
func (l *loading) finish() error {
	if l.lifted {
		if err := l.t.c.script(l.tb.cubeTriggers()); err != nil {
			return err
		}
	}
	if len(l.prints.sums) > 0 {
		if err := l.putChunk(); err != nil {
			return err
		}
	}
	for _, c := range l.flags {
		if err := l.t.countFlag(l.tb, c.Check, int64(c.Severity), c.Rows); err != nil {
			return err
		}
	}
	if l.sums != nil {
		for _, cell := range l.sums.cells {
			if err := l.t.addCube(cell.cubeAt, cell.cubeSum); err != nil {
				return err
			}
		}
	}
	for m, sum := range l.months {
		if err := l.t.addMonth(m, sum); err != nil {
			return err
		}
	}
	return l.t.addGross(l.added)
}

// sum adds a row to the sums of the bulk, which is merged into the cube at the end: adding to a large ledger does not
// count the large ledger again.
func (l *loading) sum(s *stored) error {
	if l.sums == nil {
		return nil
	}
	amount := l.sums.number(s, l.sums.amount)
	before := l.gross
	if !l.gross.Add(amount) {
		return l.tb.tooMuch(l.tb.form.Field(cubeAmount))
	}
	month := book.MonthIn(l.sums.text(s, l.sums.date), l.t.book.Year)
	c, m := l.sums.of(s, month, l.t.book.Year), &l.months[month]
	for _, to := range [...]*cubeSum{&c.cubeSum, m} {
		to.amount = form.Plus(to.amount, amount)
		to.lines++
	}
	l.added.amount += int64(l.gross - before)
	l.added.lines++
	return nil
}

// prints are the fingerprints of the rows of a bulk: 8 bytes a row, kept in chunks, with a digest over all of them in
// the history. So a row changed behind the program's back can be named.
type prints struct {
	content hash.Hash
	sums    []byte
	chunk   int64
	buf     []byte
}

const (
	chunkRows = 1024
	sumBytes  = 8
)

// add takes one row in, and reports whether the chunk is full.
func (p *prints) add(t *table, s *stored) (full bool) {
	p.buf = t.canonical(p.buf[:0], s)
	sum := seal.SM3(p.buf)
	p.sums = append(p.sums, sum[:sumBytes]...)
	p.content.Write(sum[:sumBytes])
	return len(p.sums) == chunkRows*sumBytes
}
