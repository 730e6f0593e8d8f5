package store

import (
	"context"
	"encoding/binary"
	"strings"
	"time"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// chain is the end of the history as a transaction sees it; the workspace takes it over at commit.
type chain struct {
	seq   int64
	head  []byte
	now   int64 // time of this transaction, unix ms; never before the newest entry
	who   string
	label text.Pair
}

// Entry is one row of the history.
type Entry struct {
	Seq   int64
	At    time.Time
	Who   string
	Kind  string // "do", "undo", "redo", "bulk", "import", "lock", "note"
	Label text.Pair
	Form  string
	Row   int64
	Key   string
	Field string
	// Step is the step it belongs to; Dropped says that the step was taken back and then overtaken by another, so that redo does
	// not reach it: see Revive.
	Step    int64
	Dropped bool
	// Rows is how many records the entry stands for: many for a bulk.
	Rows     int64
	Old, New string // canonical texts; for a whole row (no Field) its cells, for a bulk what was imported, as JSON; for an import its file, sheets, recipe and reason
}

func (w *Workspace) chainOf(who string) chain {
	return chain{seq: w.seq, head: w.head, now: max(w.now().UnixMilli(), w.at), who: who}
}

// settle takes over the chain of a committed transaction.
func (w *Workspace) settle(c chain) {
	if c.seq > w.seq {
		w.seq, w.head, w.at = c.seq, c.head, c.now
		w.waits.base = committed{c.seq, c.head}
	}
}

// clockSlack is how far a clock may be corrected without a word.
const clockSlack = time.Minute

// noteClock enters, once a session, that the computer's clock is behind the history: times never go back.
func (t *Tx) noteClock() error {
	w := t.w
	now := w.now()
	if w.clockSaid || now.UnixMilli() >= w.at-clockSlack.Milliseconds() {
		return nil
	}
	t.clock = true
	said := func(t time.Time) string { return t.Local().Format(time.DateTime) }
	t.open(text.StoreLabelClock.With(said(now), said(time.UnixMilli(w.at))))
	if err := t.append(kindNote, "", 0, "", "", said(time.UnixMilli(w.at)), said(now)); err != nil {
		return err
	}
	if err := t.closeStep(stateFixed); err != nil {
		return err
	}
	t.step, t.first = t.step+1, t.seq
	return nil
}

// log appends one entry. Row and form are 0 and "" for what concerns the book.
func (t *Tx) log(form string, row int64, key, field, old, new string) error {
	return t.append(t.kind, form, row, key, field, old, new)
}

func (t *Tx) append(kind, form string, row int64, key, field, old, new string) error {
	seq := t.seq + 1
	hash := link(t.head, linkOf{seq, t.step, t.now, t.book.ID, row, [...]string{t.who, kind, t.label.ZH, t.label.EN, form, key, field, old, new}})
	_, err := t.c.exec("INSERT INTO history(seq, step, at, who, kind, book, form, row, key, field, old, new, hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)",
		seq, t.step, t.now, t.who, kind, t.book.ID, form, row, key, field, old, new, hash)
	if err != nil {
		return err
	}
	t.seq, t.head = seq, hash
	return nil
}

// linkOf is what the hash of an entry covers besides the hash before it.
type linkOf struct {
	seq, step, at, book, row int64
	texts                    [9]string // who, kind, label zh, label en, form, key, field, old, new
}

// link gives the SM3 over the hash before and every member, each text with its length in front.
func link(before []byte, l linkOf) []byte {
	n := 32 + 5*8
	for _, s := range l.texts {
		n += 8 + len(s)
	}
	b := make([]byte, 32, n)
	copy(b, before)
	for _, v := range [...]int64{l.seq, l.step, l.at, l.book, l.row} {
		b = binary.BigEndian.AppendUint64(b, uint64(v))
	}
	for _, s := range l.texts {
		b = binary.BigEndian.AppendUint64(b, uint64(len(s)))
		b = append(b, s...)
	}
	sum := seal.SM3(b)
	return sum[:]
}

// HistoryQuery narrows; zero members do not.
type HistoryQuery struct {
	Form, Field, Who string
	Row              int64
	Text             string // stands in what the entry says: its label, its record, its cells as they are shown
	From, To         time.Time
	Before           int64 // entries with smaller Seq, for paging
	After            int64 // entries with greater Seq
	Limit            int
}

// condition is what of a query the database looks at: all but the text, which is looked for in words it does not know.
func (q *HistoryQuery) condition(b Book) (where string, args []any) {
	where, args = "h.book=?", []any{b.ID}
	and := func(cond string, a any) {
		where += " AND " + cond
		args = append(args, a)
	}
	if q.Form != "" {
		and("h.form=?", q.Form)
	}
	if q.Row != 0 {
		where += " AND h.row<>0"
		and("h.row=?", q.Row)
	}
	if q.Field != "" {
		and("h.field=?", q.Field)
	}
	if q.Who != "" {
		and("h.who=?", q.Who)
	}
	if !q.From.IsZero() {
		and("h.at>=?", q.From.UnixMilli())
	}
	if !q.To.IsZero() {
		and("h.at<?", q.To.UnixMilli())
	}
	if q.Before > 0 {
		and("h.seq<?", q.Before)
	}
	if q.After > 0 {
		and("h.seq>?", q.After)
	}
	return where, args
}

// selectEntries gives whole entries; what readEntry reads.
const selectEntries = "SELECT h.seq, h.at, h.who, h.kind, s.label_zh, s.label_en, h.form, h.row, h.key, h.field, h.old, h.new, h.step, ifnull(s.state,0)" +
	" FROM history h LEFT JOIN step s ON s.id=h.step WHERE "

// History gives entries of a book, newest first, at most Limit (0: 1000).
func (w *Workspace) History(b Book, q HistoryQuery) (out []Entry, err error) {
	err = w.reading(background, func(c *conn) error {
		out, err = w.historyOf(background, c, b, q)
		return err
	})
	return out, err
}

func (w *Workspace) historyOf(ctx context.Context, c *conn, b Book, q HistoryQuery) (out []Entry, err error) {
	if q.Limit <= 0 {
		q.Limit = 1000
	}
	where, args := q.condition(b)
	sql := selectEntries + where + " ORDER BY h.seq DESC"
	if q.Text == "" {
		sql += " LIMIT ?"
		args = append(args, q.Limit)
	}
	k, err := c.once(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	defer k.close()
	low := strings.ToLower(q.Text)
	for len(out) < q.Limit && k.next() {
		e := readEntry(k)
		if low != "" && !w.tells(&e, low) {
			continue
		}
		w.shown(&e)
		out = append(out, e)
	}
	return out, k.err
}

// readEntry reads one row of selectEntries, its cells as they are kept.
func readEntry(k *cursor) Entry {
	e := Entry{
		Seq: k.int(0), At: time.UnixMilli(k.int(1)), Who: k.text(2), Kind: k.text(3),
		Label: text.Pair{ZH: k.text(4), EN: k.text(5)},
		Form:  k.text(6), Row: k.int(7), Key: k.text(8), Field: k.text(9), Old: k.text(10), New: k.text(11),
		Step: k.int(12), Dropped: k.int(13) == stateDropped, Rows: 1,
	}
	if said := e.Old + e.New; e.Field == "" && bulkEntry(said) {
		e.Rows = bulkRows(said)
	}
	return e
}

// tells reports whether an entry, its cells as they are kept, says a text in small letters.
func (w *Workspace) tells(e *Entry, low string) bool {
	has := func(s string) bool { return strings.Contains(strings.ToLower(s), low) }
	if has(e.Label.ZH) || has(e.Label.EN) || has(e.Key) || has(e.Who) {
		return true
	}
	t := w.dict().tables[e.Form]
	switch {
	case e.Kind == kindImport:
		return has(importSaid(e.New))
	case t == nil || e.Kind == kindBulk || bulkEntry(e.Old+e.New):
		return has(e.Old) || has(e.New)
	case e.Field != "":
		f := t.form.Field(e.Field)
		return f != nil && has(f.Title.ZH) || saysCell(f, e.Old, has) || saysCell(f, e.New, has)
	}
	cells, err := decodeRow(e.Old + e.New)
	if err != nil {
		return false
	}
	for id, encoded := range cells {
		if saysCell(t.form.Field(id), encoded, has) {
			return true
		}
	}
	return false
}

// saysCell looks into a cell as it is kept and as it is shown: 15500.00, 15,500.00, and a code by its titles.
func saysCell(f *form.Field, encoded string, has func(string) bool) bool {
	c, err := decode(encoded)
	if err != nil || c.empty() {
		return false
	}
	if f == nil || c.raw != "" {
		return has(c.raw + plain(c.value))
	}
	return has(f.Show(c.value)) || has(f.Display(c.value, f.Unit, text.ZH)) || has(f.Display(c.value, f.Unit, text.EN))
}

// shown puts the cells of an entry into the canonical texts of their fields.
func (w *Workspace) shown(e *Entry) {
	if e.Kind == kindImport {
		e.New = importSaid(e.New)
		return
	}
	t := w.dict().tables[e.Form]
	if t == nil || e.Kind == kindBulk {
		return
	}
	if e.Field != "" {
		f := t.form.Field(e.Field)
		e.Old, e.New = show(f, e.Old), show(f, e.New)
		return
	}
	e.Old, e.New = t.showRow(e.Old), t.showRow(e.New)
}

// showRow gives a whole row as "title: value" lines in the order of the fields.
func (t *table) showRow(encoded string) string {
	cells, err := decodeRow(encoded)
	if err != nil || bulkEntry(encoded) {
		return encoded
	}
	var b strings.Builder
	for i := range t.form.Fields {
		f := &t.form.Fields[i]
		if s, ok := cells[f.ID]; ok {
			if b.Len() > 0 {
				b.WriteString("; ")
			}
			b.WriteString(f.ID + "=" + show(f, s))
		}
	}
	return b.String()
}
