package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"yice/form"
	"yice/text"
)

// No cell goes into a workspace, or comes out of one, that holds more than its field may, and no column of a year comes to
// more than form.MaxTotal: so whoever adds figures of a workspace up, in whatever order, stays within int64. Writing asks
// of each cell and, at the end of a transaction, of each column it touched; reading asks again, since the file may have
// been written by anybody.

// within refuses a row that holds more than its fields may.
func (t *table) within(r *form.Record) error {
	for i := range r.Values {
		n, ok := r.Values[i].Int()
		if !ok || n <= t.limits[i] && n >= -t.limits[i] {
			continue
		}
		f := &t.form.Fields[i]
		return t.beyond(r, f, f.Within(r.Values[i]))
	}
	return nil
}

// beyond is the refusal of a cell, with its row named. why is what the field says of it.
func (t *table) beyond(r *form.Record, f *form.Field, why error) error {
	say := text.Same("")
	var said *form.ParseError
	if errors.As(why, &said) {
		say = said.Say
	}
	label := form.Printable(r.Label(), 60)
	switch {
	case r.ID == 0:
		return fault("store.beyond", text.StoreBeyondNew.With(t.form.Title, f.Title, say), nil)
	case label == "":
		return fault("store.beyond", text.StoreBeyondSingle.With(t.form.Title, f.Title, say), nil)
	}
	return fault("store.beyond", text.StoreBeyond.With(t.form.Title, label, r.ID, f.Title, say), nil)
}

// tooMuch is the refusal of a column that comes to more than can be added up.
func (t *table) tooMuch(f *form.Field) error {
	return fault("store.total", text.StoreTotal.With(t.form.Title, f.Title), nil)
}

// grossOf reads what a book's ledger comes to without signs; lines are those beyond what a cell may hold.
func (c *conn) grossOf(ctx context.Context, book int64) (cubeSum, error) {
	return c.gross(ctx, "SELECT book, beyond, amount, lines FROM cube_gross WHERE book=?", book)
}

func (c *conn) gross(ctx context.Context, sql string, book int64) (sum cubeSum, err error) {
	k, err := c.query(ctx, sql, book)
	if err != nil {
		return sum, err
	}
	defer k.close()
	for k.next() {
		if k.int(1) != 0 {
			sum.lines = k.int(3)
		} else {
			sum.amount = k.int(2)
		}
	}
	return sum, k.err
}

// mayAddUp refuses a cube whose sums could not be added up again, or that leaves out a line because it holds too much.
func (w *Workspace) mayAddUp(ctx context.Context, c *conn, t *table, b Book, cube *Cube, fits, afresh bool) error {
	if !fits {
		return t.tooMuch(t.form.Field(cubeAmount))
	}
	var months form.Gross
	for _, fen := range cube.ByMonth {
		if !months.Add(fen) {
			return t.tooMuch(t.form.Field(cubeAmount))
		}
	}
	var sum cubeSum
	var err error
	if afresh || w.older { // which keeps none
		sum, err = c.gross(ctx, t.counted(t.layers("")[byGross], "_book=?"), b.ID)
	} else {
		sum, err = c.grossOf(ctx, b.ID)
	}
	cube.gross = sum.amount
	switch {
	case err != nil:
		return err
	case sum.lines > 0:
		return w.nameBeyond(ctx, c, t, b)
	case sum.amount < 0 || sum.amount > form.MaxTotal:
		return t.tooMuch(t.form.Field(cubeAmount))
	}
	return nil
}

// nameBeyond looks for a line of a book that holds too much, and names the first.
func (w *Workspace) nameBeyond(ctx context.Context, c *conn, t *table, b Book) error {
	name, err := w.names(c, b.ID)
	if err != nil {
		return err
	}
	k, err := c.query(ctx, "SELECT "+t.list+" FROM "+t.name+" WHERE _book=? AND "+t.beyondExpr("")+" ORDER BY _ord LIMIT 1", b.ID)
	if err != nil {
		return err
	}
	defer k.close()
	if !k.next() {
		return k.err
	}
	return t.within(t.read(k, name).rec)
}

// mayAddUp refuses a transaction after which a column would come to more than can be added up.
func (t *Tx) mayAddUp() error {
	asked := make(map[*table]bool)
	for id := range t.tally {
		asked[t.w.dict().tables[id]] = true
	}
	for i := range t.changes {
		asked[t.w.dict().tables[t.changes[i].Form.ID]] = true
	}
	for tb := range asked {
		if err := t.columnsAddUp(tb); err != nil {
			return err
		}
	}
	return nil
}

// fewRows cannot come to more than MaxTotal, whatever they hold.
const fewRows = form.MaxTotal / form.MaxMoney

func (t *Tx) columnsAddUp(tb *table) error {
	if tb == t.w.cubeLedger() && tb.column(cubeAmount) != nil {
		sum, err := t.c.grossOf(background, t.book.ID)
		switch {
		case err != nil:
			return err
		case sum.lines > 0:
			return t.w.nameBeyond(background, t.c, tb, t.book)
		case sum.amount > form.MaxTotal:
			return tb.tooMuch(tb.form.Field(cubeAmount))
		}
		return nil
	}
	rows, err := t.c.number("SELECT rows FROM tally WHERE book=? AND form=?", t.book.ID, tb.form.ID)
	if err != nil || rows <= fewRows {
		return err
	}
	for i := range tb.form.Fields {
		f := &tb.form.Fields[i]
		if f.Kind != form.Money {
			continue
		}
		sum, err := t.c.number("SELECT sum(abs("+tb.cols[i]+")) FROM "+tb.name+" WHERE _book=?", t.book.ID)
		if integerOverflow(err) || err == nil && sum > form.MaxTotal {
			return tb.tooMuch(f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// setBeyondAside keeps as text, with its finding, what an older edition let in: a figure beyond what its field may hold. A
// sealed year stays as it was handed in, and is refused when it is opened. It is no step of undo.
func (w *Workspace) setBeyondAside() error {
	books, err := w.Books()
	if err != nil {
		return err
	}
	for _, b := range books {
		if b.Locked {
			continue
		}
		_, err := w.transact(b.Book, "", func(t *Tx) (text.Pair, error) {
			t.open(text.StoreLabelBeyond)
			for _, f := range w.dict().forms {
				if err := t.setBeyondAside(w.dict().tables[f.ID]); err != nil {
					return t.label, err
				}
			}
			if t.seq == t.first {
				return t.label, nil
			}
			return t.label, t.closeStep(stateFixed)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) setBeyondAside(tb *table) error {
	var where []string
	for i := range tb.form.Fields {
		if number(tb.form.Fields[i].Kind) {
			where = append(where, fmt.Sprintf("%s NOT BETWEEN %d AND %d", tb.cols[i], -tb.limits[i], tb.limits[i]))
		}
	}
	if len(where) == 0 {
		return nil
	}
	var found []*stored
	k, err := t.c.once(background, "SELECT "+tb.list+" FROM "+tb.name+" WHERE _book=? AND ("+strings.Join(where, " OR ")+")", t.book.ID)
	if err != nil {
		return err
	}
	for k.next() {
		found = append(found, tb.read(k, t.ids.name))
	}
	k.close()
	if k.err != nil {
		return k.err
	}
	for _, s := range found {
		if err := tb.addRaw(t.c, s); err != nil {
			return err
		}
		var cells []fieldCell
		for i := range s.rec.Values {
			if f := &tb.form.Fields[i]; f.Within(s.rec.Values[i]) != nil {
				cells = append(cells, fieldCell{i, cell{raw: f.Typed(s.rec.Values[i], form.NoUnit)}})
			}
		}
		if err := t.set(tb, s, s.rec.Key(), cells); err != nil {
			return err
		}
	}
	return nil
}
