package store

import (
	"encoding/binary"
	"strings"
	"time"

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
	From, To         time.Time
	Before           int64 // entries with smaller Seq, for paging
	Limit            int
}

// History gives entries of a book, newest first, at most Limit (0: 1000).
func (w *Workspace) History(b Book, q HistoryQuery) ([]Entry, error) {
	var where []string
	args := []any{b.ID}
	and := func(cond string, a any) {
		where = append(where, cond)
		args = append(args, a)
	}
	if q.Form != "" {
		and("h.form=?", q.Form)
	}
	if q.Row != 0 {
		where = append(where, "h.row<>0")
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
	if q.Limit <= 0 {
		q.Limit = 1000
	}
	sql := "SELECT h.seq, h.at, h.who, h.kind, s.label_zh, s.label_en, h.form, h.row, h.key, h.field, h.old, h.new, h.step, ifnull(s.state,0)" +
		" FROM history h LEFT JOIN step s ON s.id=h.step WHERE h.book=?"
	for _, cond := range where {
		sql += " AND " + cond
	}
	sql += " ORDER BY h.seq DESC LIMIT ?"
	args = append(args, q.Limit)
	var out []Entry
	err := w.reading(background, func(c *conn) error {
		k, err := c.once(background, sql, args...)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			e := Entry{
				Seq: k.int(0), At: time.UnixMilli(k.int(1)), Who: k.text(2), Kind: k.text(3),
				Label: text.Pair{ZH: k.text(4), EN: k.text(5)},
				Form:  k.text(6), Row: k.int(7), Key: k.text(8), Field: k.text(9), Old: k.text(10), New: k.text(11),
				Step: k.int(12), Dropped: k.int(13) == stateDropped, Rows: 1,
			}
			if said := e.Old + e.New; e.Field == "" && bulkEntry(said) {
				e.Rows = bulkRows(said)
			}
			w.shown(&e)
			out = append(out, e)
		}
		return k.err
	})
	return out, err
}

// shown puts the cells of an entry into the canonical texts of their fields.
func (w *Workspace) shown(e *Entry) {
	if e.Kind == kindImport {
		e.New = importSaid(e.New)
		return
	}
	t := w.tables[e.Form]
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
