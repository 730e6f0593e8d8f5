package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// tailEntries is how much of the history's end the long check looks at; VerifyHistory walks all of it.
const tailEntries = 1000

// Check is the long check: pages, totals against a recount, tail of the history. Problems are findings in words. Totals
// that are wrong, and flags made by other checks than this program's, are made again from the rows where the file is
// open for writing.
func (w *Workspace) Check(ctx context.Context) ([]form.Finding, error) {
	x := &examination{w: w, ctx: ctx}
	return x.steps(x.pages, x.totals, x.counts, x.tail)
}

// CheckAll is Check and VerifyHistory at once: the rows of the ledger are read one time for both.
func (w *Workspace) CheckAll(ctx context.Context) ([]form.Finding, error) {
	x := &examination{w: w, ctx: ctx, inWalk: true}
	return x.steps(x.pages, x.history, x.counts)
}

// history walks the whole history and compares every row with it, and on the way the totals and the indexes with the rows.
func (x *examination) history() error {
	if len(x.found) > 0 { // a file whose pages are damaged is not to be believed
		return nil
	}
	v := newVerifier(x.w, x.ctx, nil)
	v.c = x.c
	var r *recounting
	if t := x.w.cubeLedger(); t != nil && !t.missing {
		var err error
		if r, err = x.recounting(t); err != nil {
			return err
		}
	}
	v.each = func(t *table, s *stored) {
		if r != nil && t == r.t {
			r.line(s)
		}
		for i := range x.indexed {
			if a := &x.indexed[i]; a.t == t {
				a.add(s)
			}
		}
	}
	err := v.run()
	x.found = append(x.found, v.found...)
	if errors.Is(err, errEnough) { // not every row was seen
		return nil
	}
	if err != nil {
		return err
	}
	for i := range x.indexed {
		if a := &x.indexed[i]; a.by != a.in {
			x.missing(a.t)
		}
	}
	if r == nil {
		return nil
	}
	return r.compare(x)
}

// steps makes an examination in one snapshot, and mends what can be.
func (x *examination) steps(all ...func() error) ([]form.Finding, error) {
	w, ctx := x.w, x.ctx
	err := w.apart(ctx, func(c *conn) error {
		x.c = c
		for _, step := range all {
			if err := step(); err != nil {
				return err
			}
		}
		var have string
		_, err := c.row("SELECT value FROM meta WHERE name='checks'", []any{&have})
		x.stale = have != w.checks()
		return err
	})
	if err != nil || w.readOnly {
		return x.found, err
	}
	if x.wrong {
		if err := w.recount(); err != nil {
			return x.found, err
		}
	}
	if x.stale {
		return x.found, w.reflagAll(ctx)
	}
	return x.found, nil
}

// CheckPages is the part of the long check that is quick enough for every opening: pages and the tail of the history. It
// is made beside somebody's work, and gives way to it.
func (w *Workspace) CheckPages(ctx context.Context) ([]form.Finding, error) {
	x := &examination{w: w, ctx: ctx}
	err := courteous(func() error {
		return w.apart(ctx, func(c *conn) error {
			x.c = c
			if err := x.pages(); err != nil || len(x.found) > 0 {
				return err
			}
			return x.tail()
		})
	})
	return x.found, err
}

type examination struct {
	w     *Workspace
	ctx   context.Context
	c     *conn
	found []form.Finding
	wrong bool // totals are to be made again
	stale bool // flags are

	inWalk  bool      // rows are read once, by history
	indexed []indexed // what it is to compare them with
}

func (x *examination) report(check, form_ string, say text.Pair) {
	x.found = append(x.found, form.Finding{Check: check, Severity: form.Must, Form: form_, Message: say})
}

func (x *examination) pages() error {
	if err := x.pragma("quick_check(20)"); err != nil || len(x.found) > 0 {
		return err
	}
	return x.indexes()
}

func (x *examination) pragma(check string) error {
	k, err := x.c.once(x.ctx, "PRAGMA "+check)
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		if said := k.text(0); said != "ok" {
			x.report("store.pages", "", damaged(said))
		}
	}
	return k.err
}

// indexes asks that every index has the rows of its table, which quick_check does not: one that leaves some out hides them from
// whoever looks by it. Of a ledger, whose index has a million entries, they are counted by both.
func (x *examination) indexes() error {
	all, err := x.c.schema()
	if err != nil {
		return err
	}
	for _, o := range all {
		t := x.w.dict().tables[o.name]
		switch {
		case o.kind != "table":
		case t == nil || !t.ledger:
			err = x.pragma("integrity_check(" + quote(o.name) + ")")
		default:
			err = x.counted(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// counted compares the entries of the order's index with the rows, each boiled down to numbers that are drawn anew for every
// check: whoever made the file could not know them, so that entries exchanged for others do not add up to the same.
func (x *examination) counted(t *table) error {
	d := newDrawn()
	by, err := x.entries(t, &d, " INDEXED BY "+quote(t.form.ID+"_order"))
	if err != nil {
		return err
	}
	if x.inWalk {
		x.indexed = append(x.indexed, indexed{t: t, drawn: d, by: by})
		return nil
	}
	in, err := x.entries(t, &d, " NOT INDEXED")
	if err == nil && by != in {
		x.missing(t)
	}
	return err
}

func (x *examination) missing(t *table) {
	x.report("store.pages", "", text.StoreFindPages.With(tame("row missing from index "+t.form.ID+"_order")))
}

// entries are rows, or entries of an index, boiled down: how many there are, and the sums of two numbers drawn of each.
type entries struct{ count, one, other int64 }

// indexed is an index that was looked through, for rows that are still to come.
type indexed struct {
	t     *table
	drawn drawn
	by    entries
	in    entries
}

func (x *examination) entries(t *table, d *drawn, how string) (e entries, err error) {
	k, err := x.c.once(x.ctx, "SELECT count(*), ifnull(sum("+d[0].sql()+"), 0), ifnull(sum("+d[1].sql()+"), 0) FROM "+t.name+how)
	if err != nil {
		return e, err
	}
	defer k.close()
	if k.next() {
		e = entries{k.int(0), k.int(1), k.int(2)}
	}
	return e, k.err
}

// add boils a row down.
func (a *indexed) add(s *stored) {
	a.in.count++
	a.in.one += a.drawn[0].of(s.rec.ID, s.ord, s.book)
	a.in.other += a.drawn[1].of(s.rec.ID, s.ord, s.book)
}

// drawn makes two numbers of a row's book, place and id by factors and divisors of chance. Divided by three of them one after
// another each is a polynomial over no field, whose sums could be matched by clever choice. All stay below 2^63.
type drawn [2]draw

type draw [9]int64

func newDrawn() (d drawn) {
	var chance [8]byte
	for i := range d {
		for j := range d[i] {
			_, _ = rand.Read(chance[:])                                     // never fails
			d[i][j] = int64(binary.BigEndian.Uint64(chance[:])>>34 | 1<<29) // 2^29 to 2^30
		}
	}
	return d
}

const below = 1073741789 // the greatest prime below 2^30

func (d *draw) sql() string {
	linear := func(f []int64) string {
		return fmt.Sprintf("((_row %% %[1]d) * %[2]d %% %[3]d + (_ord %% %[1]d) * %[4]d %% %[5]d + _book %% 1009)", below, f[0], f[1], f[2], f[3])
	}
	return fmt.Sprintf("(%s * %s %% %d)", linear(d[:4]), linear(d[4:8]), d[8])
}

// of is what sql computes.
func (d *draw) of(row, ord, book int64) int64 {
	linear := func(f []int64) int64 { return (row%below)*f[0]%f[1] + (ord%below)*f[2]%f[3] + book%1009 }
	return linear(d[:4]) * linear(d[4:8]) % d[8]
}

// damaged says in words what quick_check reports in its own: "*** in database main ***\nTree 31 page 260: …".
func damaged(said string) text.Pair {
	for _, l := range strings.Split(said, "\n") {
		if _, at, ok := strings.Cut(strings.ToLower(l), "page "); ok {
			var page int64
			if n, _ := fmt.Sscanf(at, "%d", &page); n == 1 {
				_, why, _ := strings.Cut(l, ": ")
				return text.StoreFindPage.With(page, tame(why))
			}
		}
	}
	return text.StoreFindPages.With(tame(said))
}

// totals compares the cube with a recount, in one snapshot.
func (x *examination) totals() error {
	t := x.w.cubeLedger()
	if t == nil || t.missing {
		return nil
	}
	r, err := x.recounting(t)
	if err == nil {
		err = r.walk(x)
	}
	if err != nil {
		return err
	}
	return r.compare(x)
}

// counts compares the numbers of rows.
func (x *examination) counts() error {
	for _, f := range x.w.dict().forms {
		t := x.w.dict().tables[f.ID]
		if t.missing {
			continue
		}
		kept, err := x.numbers("SELECT book, rows FROM tally WHERE form=? AND rows<>0", f.ID)
		if err != nil {
			return err
		}
		counted, err := x.numbers("SELECT _book, count(*) FROM " + t.name + " WHERE _book>0 GROUP BY _book")
		if err != nil {
			return err
		}
		if !maps.Equal(kept, counted) {
			x.wrong = true
			x.report("store.totals", f.ID, text.StoreFindTally.With(f.Title))
		}
	}
	return nil
}

func (x *examination) numbers(sql string, args ...any) (map[int64]int64, error) {
	k, err := x.c.query(x.ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer k.close()
	m := map[int64]int64{}
	for k.next() {
		m[k.int(0)] = k.int(1)
	}
	return m, k.err
}

// tail checks the last links of the chain.
func (x *examination) tail() error {
	k, err := x.c.query(x.ctx, "SELECT h.seq, h.step, h.at, h.who, h.kind, h.book, h.form, h.row, h.key, h.field, h.old, h.new, h.hash,"+
		" ifnull(s.label_zh,''), ifnull(s.label_en,'') FROM history h LEFT JOIN step s ON s.id=h.step"+
		" WHERE h.seq > (SELECT max(seq) FROM history)-? ORDER BY h.seq", tailEntries)
	if err != nil {
		return err
	}
	defer k.close()
	var last int64
	var head []byte
	for k.next() {
		seq := k.int(0)
		switch {
		case last == 0 && seq > 1: // its predecessor is not read
		case seq != last+1:
			x.report("store.history", "", text.StoreFindGap.With(seq))
		case !bytes.Equal(link(head, linkAt(k)), k.blob(12)):
			x.report("store.history", k.text(6), text.StoreFindChain.With(seq))
		}
		last, head = seq, clone(k.blob(12))
	}
	return k.err
}

// recount makes the totals again from the rows.
func (w *Workspace) recount() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return errClosed
	}
	c := w.writer
	if _, err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return explain(w.path, err)
	}
	claimed, err := w.own()
	if err == nil {
		err = c.recube(w.cubeLedger())
	}
	if err == nil {
		_, err = c.exec("DELETE FROM setting WHERE substr(name,1,length(?1))=?1", monthsPrefix)
	}
	if err == nil {
		_, err = c.exec("DELETE FROM tally")
	}
	for _, f := range w.dict().forms {
		if err == nil {
			_, err = c.exec("INSERT INTO tally(book, form, rows) SELECT _book, ?, count(*) FROM "+w.dict().tables[f.ID].name+" WHERE _book>0 GROUP BY _book", f.ID)
		}
	}
	if err == nil {
		w.seen.Lock()
		if _, err = c.exec("COMMIT"); err == nil {
			w.owns(claimed)
			w.epoch++
			clear(w.orders)
		}
		w.seen.Unlock()
	}
	if err != nil {
		c.exec("ROLLBACK")
	}
	return explain(w.path, err)
}

// checks names the checks of this program, as far as they can be told apart: flags made by others are made again.
func (w *Workspace) checks() string {
	h := seal.NewSM3()
	for _, f := range w.dict().forms {
		if f.Scope != form.Ledger {
			continue
		}
		fmt.Fprintln(h, f.ID)
		for _, c := range f.Checks {
			fmt.Fprintln(h, c.ID, c.Severity, c.Fields)
		}
		for i := range f.Fields {
			fmt.Fprintln(h, f.Fields[i].ID, f.Fields[i].Kind, f.Fields[i].Required, f.Fields[i].Identifier)
			for _, c := range f.Fields[i].Codes {
				fmt.Fprintln(h, c.ID)
			}
		}
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				fmt.Fprintln(h, s.Value)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// reflagAll runs the checks of every ledger over all its rows. It goes book by book, each in a transaction of its own.
func (w *Workspace) reflagAll(ctx context.Context) error {
	books, err := w.Books()
	if err != nil {
		return err
	}
	for _, b := range books {
		for _, f := range w.dict().forms {
			if f.Scope != form.Ledger {
				continue
			}
			if err := w.reflagBook(ctx, b.Book, w.dict().tables[f.ID]); err != nil {
				return err
			}
		}
	}
	return w.aside(func(c *conn) error {
		_, err := c.exec("INSERT INTO meta(name, value) VALUES('checks', ?) ON CONFLICT DO UPDATE SET value=excluded.value", w.checks())
		return err
	})
}

// reflagSlice is how many rows are checked while the writer is held: typing waits no longer than that takes.
const reflagSlice = 2000

func (w *Workspace) reflagBook(ctx context.Context, b Book, tb *table) error {
	for from := int64(0); ; {
		next, err := w.reflagRows(ctx, b, tb, from)
		if err != nil || next == 0 {
			return err
		}
		from = next
	}
}

func (w *Workspace) reflagRows(ctx context.Context, b Book, tb *table, from int64) (next int64, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	t, err := w.begin(b, "")
	if err != nil {
		return 0, explain(w.path, err)
	}
	rows, err := t.slice(tb, from, reflagSlice)
	if err == nil {
		for _, s := range rows {
			if err = t.renewFlags(tb, s.rec); err != nil {
				break
			}
		}
	}
	if err == nil {
		err = t.end()
		w.tidy.wrote(w, dueAfter)
	}
	if err != nil {
		t.rollback()
		return 0, explain(w.path, err)
	}
	if len(rows) < reflagSlice {
		return 0, nil
	}
	return rows[len(rows)-1].ord + 1, nil
}

// slice reads some rows of a book from a place on, with their unread texts.
func (t *Tx) slice(tb *table, from int64, n int) ([]*stored, error) {
	k, err := t.c.query(background, "SELECT "+tb.list+" FROM "+tb.name+" WHERE _book=? AND _ord>=? ORDER BY _ord LIMIT ?", t.book.ID, from, n)
	if err != nil {
		return nil, err
	}
	var rows []*stored
	for k.next() {
		rows = append(rows, tb.read(k, t.ids.name))
	}
	if k.err != nil {
		return nil, k.err
	}
	raw, err := tb.unread(background, t.c)
	if err != nil {
		return nil, err
	}
	for _, s := range rows {
		raw.into(tb, s.rec)
	}
	return rows, nil
}

// renewFlags writes the flags of a row only where they differ.
func (t *Tx) renewFlags(tb *table, r *form.Record) error {
	k, err := t.c.query(background, `SELECT "check", severity, field FROM flag WHERE form=? AND book=? AND row=?`, tb.form.ID, t.book.ID, r.ID)
	if err != nil {
		return err
	}
	type flag struct {
		check    string
		severity form.Severity
		field    string
	}
	have := map[flag]bool{}
	for k.next() {
		have[flag{k.text(0), form.Severity(k.int(1)), k.text(2)}] = true
	}
	if k.err != nil {
		return k.err
	}
	want := flagsOf(tb.form, r, t.book.Year)
	if len(want) == len(have) && !slices.ContainsFunc(want, func(f form.Finding) bool { return !have[flag{f.Check, f.Severity, f.Field}] }) {
		return nil
	}
	return t.reflag(tb, r, r)
}
