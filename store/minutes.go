package store

import (
	"context"
	"slices"
	"strings"
	"time"
)

// A history of hundreds of thousands of entries is never read whole. What shows it walks it from its end: Minutes by minutes of
// work, Touched by the records it concerns. A walk reads so many entries at a time, none of it twice, and holds no statement
// and no snapshot between two readings: a history only grows at the other end.

// windowEntries are looked through by one reading of a walk, so that the reader it keeps is free again soon.
const windowEntries = 10_000

// stroke is an entry as far as walks need it.
type stroke struct {
	seq, at, row, step int64
	who, kind, form    string
	bulk               int64 // rows it stands for, 0: it is no bulk
}

// deed tells steps apart: one that is undone or done again is another than the one that was done.
func (s *stroke) deed() string {
	if s.kind == kindBulk || s.kind == kindImport {
		return "do"
	}
	return s.kind
}

// window is a stretch of the history that was read, newest first.
type window struct {
	w    *Workspace
	b    Book
	q    HistoryQuery
	size int64 // entries to be looked through at once
	next int64 // entries before it are still to be read; 0: none was read yet
	done bool
}

// selectStrokes leaves out what is long: the cells, but for a bulk's.
const selectStrokes = `SELECT h.seq, h.at, h.who, h.kind, h.form, h.row, h.step, CASE WHEN h.field='' AND substr(h.old||h.new,1,8)='{"rows":' THEN h.old||h.new ELSE '' END FROM history h WHERE `

// turn lends a reader for one reading. The first is what somebody waits for; those after it read on for whoever looks further,
// and give way to the keys that are pressed meanwhile.
func (x *window) turn(ctx context.Context, do func(*conn) error) error {
	if x.next == 0 {
		return x.w.reading(ctx, do)
	}
	return courteous(func() error { return x.w.reading(ctx, do) })
}

// read visits the next entries that fit, until visit has had enough.
func (x *window) read(ctx context.Context, c *conn, visit func(stroke) (enough bool)) error {
	if x.done {
		return nil
	}
	if x.next == 0 {
		newest, err := c.number("SELECT ifnull(max(seq),0) FROM history")
		if err != nil {
			return err
		}
		x.next = newest + 1
	}
	q, low := x.q, max(x.next-x.size, 1)
	if q.Row != 0 { // found by its index, all of it
		low = 1
	}
	q.Before, q.After = x.next, max(q.After, low-1)
	where, args := q.condition(x.b)
	sql := selectStrokes
	if q.Text != "" {
		sql = selectEntries
	}
	k, err := c.once(ctx, sql+where+" ORDER BY h.seq DESC", args...)
	if err != nil {
		return err
	}
	defer k.close()
	needle := strings.ToLower(q.Text)
	for k.next() {
		s := stroke{seq: k.int(0), at: k.int(1), who: k.text(2), kind: k.text(3)}
		if needle != "" {
			e := readEntry(k)
			if !x.w.tells(&e, needle) {
				continue
			}
			s.form, s.row, s.step = e.Form, e.Row, e.Step
			if e.Field == "" && bulkEntry(e.Old+e.New) {
				s.bulk = e.Rows
			}
		} else {
			s.form, s.row, s.step = k.text(4), k.int(5), k.int(6)
			if said := k.text(7); said != "" && bulkEntry(said) {
				s.bulk = bulkRows(said)
			}
		}
		x.next = s.seq
		if visit(s) {
			return k.err
		}
	}
	x.next = low
	x.done = k.err == nil && low <= max(1, x.q.After+1)
	return k.err
}

// entry reads one entry whole.
func (w *Workspace) entry(ctx context.Context, c *conn, seq int64) (e Entry, err error) {
	k, err := c.query(ctx, selectEntries+"h.seq=?", seq)
	if err != nil {
		return e, err
	}
	defer k.close()
	if k.next() {
		e = readEntry(k)
		w.shown(&e)
	}
	return e, k.err
}

// Minute is what one person did to one form within a minute, with nothing else in between.
type Minute struct {
	Head    Entry // the newest of its entries
	First   int64 // the oldest: what lies from it to Head.Seq is of the minute
	Entries int
	Steps   int
	Weight  int64 // records and cells that its entries stand for
	Records int64 // that it touches, each once
	Several bool  // one step that concerns more than one form
	Open    bool  // not all of it was read yet
}

// Minutes walks the history by minutes of work.
type Minutes struct {
	window
	all  []Minute
	last span // the minute that what is read next may belong to
	step span // the step that what is read next may belong to
}

// span is what several entries come to.
type span struct {
	newest, oldest stroke
	form           string
	several        bool
	entries, steps int
	weight, bulk   int64
	rows           map[int64]bool
}

// Minutes begins a walk at the newest entry that fits.
func (w *Workspace) Minutes(b Book, q HistoryQuery) *Minutes {
	return &Minutes{window: window{w: w, b: b, q: q, size: windowEntries}}
}

// Read reads on until so many minutes more are whole or it has looked at enough entries. It gives the minutes from a place on:
// the last one given before may have grown. done: nothing is left.
func (x *Minutes) Read(ctx context.Context, most int) (from int, minutes []Minute, done bool, err error) {
	if n := len(x.all); n > 0 && x.all[n-1].Open {
		x.all = x.all[:n-1]
	}
	from = len(x.all)
	err = x.turn(ctx, func(c *conn) error {
		whole := 0
		err := x.read(ctx, c, func(s stroke) bool {
			if x.step.entries > 0 && !x.step.takes(&s) {
				if x.endStep() {
					whole++
				}
			}
			if whole >= most {
				x.next++ // it is read again: its step is the next one
				return true
			}
			x.step.add(&s)
			return false
		})
		if err != nil {
			return err
		}
		if x.done {
			x.endStep()
			x.endMinute()
		}
		for i := from; i < len(x.all); i++ {
			if x.all[i].Head, err = x.w.entry(ctx, c, x.all[i].Head.Seq); err != nil {
				return err
			}
		}
		return x.showOpen(ctx, c)
	})
	return from, slices.Clone(x.all[from:]), x.done, err
}

// takes reports whether an entry is of the same step as those before it.
func (p *span) takes(s *stroke) bool {
	o := &p.oldest
	return o.step == s.step && o.at == s.at && o.who == s.who && o.deed() == s.deed()
}

func (p *span) add(s *stroke) {
	if p.entries == 0 {
		*p = span{newest: *s, form: s.form, steps: 1, rows: map[int64]bool{}}
	}
	p.oldest = *s
	p.entries++
	p.several = p.several || s.form != p.form
	if s.bulk > 0 {
		p.bulk += s.bulk
		p.weight += s.bulk
		return
	}
	p.weight++
	if s.row != 0 && s.form != "" {
		p.rows[s.row] = true
	}
}

const minuteMillis = int64(time.Minute / time.Millisecond)

// endStep gives a whole step to its minute, and reports whether that ended another.
func (x *Minutes) endStep() (ended bool) {
	s, m := x.step, &x.last
	if s.entries == 0 {
		return false
	}
	x.step = span{}
	same := m.entries > 0 && !m.several && !s.several && m.form == s.form && m.newest.who == s.newest.who &&
		m.newest.at/minuteMillis == s.newest.at/minuteMillis
	if !same {
		ended = x.endMinute()
		*m = s
		return ended
	}
	m.oldest = s.oldest
	m.entries += s.entries
	m.steps++
	m.weight += s.weight
	m.bulk += s.bulk
	for row := range s.rows {
		m.rows[row] = true
	}
	return false
}

func (x *Minutes) endMinute() bool {
	if x.last.entries == 0 {
		return false
	}
	x.all = append(x.all, x.last.minute())
	x.last = span{}
	return true
}

func (p *span) minute() Minute {
	return Minute{
		Head: Entry{Seq: p.newest.seq}, First: p.oldest.seq, Entries: p.entries, Steps: p.steps, Weight: p.weight,
		Records: int64(len(p.rows)) + p.bulk, Several: p.several,
	}
}

// showOpen puts what is not whole yet at the end, as far as it was read.
func (x *Minutes) showOpen(ctx context.Context, c *conn) (err error) {
	open := &x.last
	if open.entries == 0 {
		open = &x.step
	}
	if open.entries == 0 {
		return nil
	}
	m := open.minute()
	m.Open = true
	if m.Head, err = x.w.entry(ctx, c, m.Head.Seq); err == nil {
		x.all = append(x.all, m)
	}
	return err
}
