package store

import (
	"fmt"
	"slices"

	"yice/book"
	"yice/form"
	"yice/text"
)

// Cell is one field of a write: a value, or text that could not be read (then the value is empty).
type Cell struct {
	Field int // position in Form.Fields
	Value form.Value
	Raw   string
}

// Write is one row of a batch. Row 0 makes a new one (after row After, 0: at the end; with all Cells given).
// Delete removes it. Otherwise the cells given are set and the others stay.
type Write struct {
	Form   *form.Form
	Row    int64
	After  int64
	Delete bool
	Cells  []Cell
}

// Batch is one step of undo.
type Batch struct {
	Label  text.Pair // "修改 专利 202110253000.2 状态"
	Who    string
	Writes []Write
}

// RowChange is what a transaction did to a row; nil Before: it is new, nil After: it is gone.
type RowChange = book.Change

// Result of a write, undo or redo. Seq 0: nothing changed, nothing was written.
type Result struct {
	Seq     int64
	Label   text.Pair
	Changes []RowChange
	// Bulk is set when the step was a bulk import or its undo: Changes is then empty and sums must be read again.
	// Form is then the form, nil where the step brought in several.
	Bulk bool
	Form *form.Form
	// Rows are the row ids of the batch's Writes, in their order.
	Rows []int64
}

// Write commits a batch: rows, history, cube, flags, in one transaction with synchronous=FULL.
func (w *Workspace) Write(b Book, batch Batch) (Result, error) {
	return w.Transaction(b, batch.Label, batch.Who, func(t *Tx) error {
		_, err := t.Write(batch.Writes)
		return err
	})
}

// Write makes, changes and removes rows within the transaction, and gives their ids in order.
func (t *Tx) Write(writes []Write) ([]int64, error) {
	rows := make([]int64, 0, len(writes))
	for i := range writes {
		wr := &writes[i]
		tb := t.w.dict().tables[wr.Form.ID]
		if tb == nil {
			return nil, fmt.Errorf("store: form %q is not in the dictionary this workspace was opened with", wr.Form.ID)
		}
		row, err := wr.Row, error(nil)
		switch {
		case wr.Row == 0 && wr.Delete:
		case wr.Row == 0:
			row, err = t.insert(tb, wr)
		case wr.Delete:
			err = t.remove(tb, wr.Row)
		default:
			err = t.change(tb, wr)
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	t.rows = append(t.rows, rows...)
	return rows, nil
}

// load reads one row, live or removed; nil where there is none in this book.
func (t *Tx) load(tb *table, row int64) (*stored, error) {
	return loadRow(t.c, tb, t.book.ID, row, t.ids.name)
}

// live loads a row that must be there.
func (t *Tx) live(tb *table, row int64) (*stored, error) {
	s, err := t.load(tb, row)
	if err != nil {
		return nil, err
	}
	if s == nil || s.book < 0 {
		return nil, fault("store.gone", text.StoreGone.With(tb.form.Title, row), nil)
	}
	return s, nil
}

// cellOf makes a stored cell of a written one.
func (t *Tx) cellOf(tb *table, c Cell) (cell, error) {
	if c.Field < 0 || c.Field >= len(tb.form.Fields) {
		return cell{}, fmt.Errorf("store: form %s has no field at %d", tb.form.ID, c.Field)
	}
	f := &tb.form.Fields[c.Field]
	if !c.Value.Empty() && c.Value.IsNumber() != number(f.Kind) {
		return cell{}, errKind(tb, c.Field, c.Value)
	}
	if err := f.Within(c.Value); err != nil {
		return cell{}, tb.beyond(form.NewRecord(tb.form), f, err)
	}
	out := cell{value: c.Value, raw: c.Raw}
	if out.raw != "" {
		out.value = form.Value{}
	}
	if f.Kind == form.Ref && !out.value.Empty() {
		id, err := t.refer(f.Ref, out.value.Str())
		if err != nil {
			return cell{}, err
		}
		out.ident = id
	}
	return out, nil
}

func (t *Tx) insert(tb *table, wr *Write) (int64, error) {
	s := &stored{rec: form.NewRecord(tb.form), book: t.book.ID, refs: make([]int64, len(tb.refs))}
	for _, c := range tb.placed(wr) {
		v, err := t.cellOf(tb, c)
		if err != nil {
			return 0, err
		}
		tb.put(s, c.Field, v)
	}
	s.rec.ID = t.w.nextRow[tb.form.ID] + 1
	var err error
	if s.ord, err = t.place(tb, s.rec.ID, wr.After); err != nil {
		return 0, err
	}
	if key := s.rec.Key(); key != "" && t.w.dict().referred[tb.form.ID] {
		i, err := t.identFor(tb, key)
		if err != nil {
			return 0, err
		}
		s.ident = i.id
		t.ids.own(i.id, s.rec.ID)
	}
	if _, err := t.c.exec(tb.insert, tb.args(s, t.step)...); err != nil {
		return 0, err
	}
	t.w.nextRow[tb.form.ID] = s.rec.ID
	for i, raw := range s.rec.Raw {
		if err := t.putRaw(tb, s.rec.ID, i, raw); err != nil {
			return 0, err
		}
	}
	t.tally[tb.form.ID]++
	t.orders = append(t.orders, orderChange{tb.form.ID, s.ord, +1})
	if err := t.reflag(tb, nil, s.rec); err != nil {
		return 0, err
	}
	t.note(tb.form, s.rec.ID, nil, s.rec)
	return s.rec.ID, t.log(tb.form.ID, s.rec.ID, s.rec.Key(), "", "", tb.encode(s))
}

func (t *Tx) putRaw(tb *table, row int64, field int, raw string) error {
	id := tb.form.Fields[field].ID
	if raw == "" {
		_, err := t.c.exec("DELETE FROM raw WHERE form=? AND row=? AND field=?", tb.form.ID, row, id)
		return err
	}
	_, err := t.c.exec("INSERT INTO raw(form, row, field, text) VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET text=excluded.text", tb.form.ID, row, id, raw)
	return err
}

func (t *Tx) change(tb *table, wr *Write) error {
	s, err := t.live(tb, wr.Row)
	if err != nil {
		return err
	}
	key := s.rec.Key()
	cells := make([]fieldCell, 0, len(wr.Cells))
	for _, c := range tb.placed(wr) {
		v, err := t.cellOf(tb, c)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(cells, func(f fieldCell) bool { return f.field == c.Field }); i >= 0 {
			cells[i].cell = v
			continue
		}
		cells = append(cells, fieldCell{c.Field, v})
	}
	return t.set(tb, s, key, cells)
}

type fieldCell struct {
	field int
	cell
}

// set changes cells of a live row: columns, unread text, history, identity, flags.
func (t *Tx) set(tb *table, s *stored, key string, cells []fieldCell) error {
	var before *form.Record
	for _, fc := range cells {
		was := tb.cell(s, fc.field)
		if was.same(fc.cell) {
			continue
		}
		if before == nil {
			before = s.rec.Clone()
		}
		if err := t.setCell(tb, s, fc.field, was, fc.cell); err != nil {
			return err
		}
		if err := t.log(tb.form.ID, s.rec.ID, key, tb.form.Fields[fc.field].ID, was.encode(), fc.encode()); err != nil {
			return err
		}
	}
	if before == nil {
		return nil
	}
	if t.kind == "do" {
		if err := t.rekey(tb, s); err != nil {
			return err
		}
	}
	if err := t.followUSCC(tb, s.rec); err != nil {
		return err
	}
	if err := t.reflag(tb, before, s.rec); err != nil {
		return err
	}
	t.note(tb.form, s.rec.ID, before, s.rec)
	return nil
}

func (t *Tx) setCell(tb *table, s *stored, field int, was, now cell) error {
	if was.ident != now.ident || was.value != now.value {
		if _, err := t.c.exec("UPDATE "+tb.name+" SET "+tb.cols[field]+"=? WHERE _row=?", now.column(), s.rec.ID); err != nil {
			return err
		}
	}
	if was.raw != now.raw {
		if err := t.putRaw(tb, s.rec.ID, field, now.raw); err != nil {
			return err
		}
	}
	tb.put(s, field, now)
	return nil
}

func (t *Tx) remove(tb *table, row int64) error {
	s, err := t.live(tb, row)
	if err != nil {
		return err
	}
	if err := t.log(tb.form.ID, row, s.rec.Key(), "", tb.encode(s), ""); err != nil {
		return err
	}
	return t.flip(tb, s)
}

// flip removes a live row, or brings a removed one back: the row stays as it is and changes sides.
func (t *Tx) flip(tb *table, s *stored) error {
	gone := s.book > 0
	n, owner := int64(1), s.rec.ID
	if gone {
		n, owner = -1, 0
		if err := t.cubeRow(tb, s.rec.ID, -1); err != nil {
			return err
		}
	}
	if _, err := t.c.exec("UPDATE "+tb.name+" SET _book=-_book WHERE _row=?", s.rec.ID); err != nil {
		return err
	}
	s.book = -s.book
	if !gone {
		if err := t.cubeRow(tb, s.rec.ID, +1); err != nil {
			return err
		}
	}
	if s.ident != 0 {
		t.ids.own(s.ident, owner)
	}
	t.tally[tb.form.ID] += n
	t.orders = append(t.orders, orderChange{tb.form.ID, s.ord, n})
	if gone {
		t.note(tb.form, s.rec.ID, s.rec, nil)
		return t.reflag(tb, s.rec, nil)
	}
	t.note(tb.form, s.rec.ID, nil, s.rec)
	return t.reflag(tb, nil, s.rec)
}

func (t *Tx) cubeRow(tb *table, row, sign int64) error {
	if tb != t.w.cubeLedger() {
		return nil
	}
	return t.c.cubeRange(tb, t.book.ID, row, row, sign)
}

// followUSCC lets the book follow the code on the enterprise's card, unless another book bears the new one already.
func (t *Tx) followUSCC(tb *table, r *form.Record) error {
	if tb.form.Scope != form.PerEnterprise {
		return nil
	}
	uscc := r.Str(usccField)
	if uscc == "" || uscc == t.book.USCC {
		return nil
	}
	n, err := t.c.number("SELECT count(*) FROM book WHERE uscc=? AND year=?", uscc, t.book.Year)
	if err != nil || n > 0 {
		return err
	}
	if _, err := t.c.exec("UPDATE book SET uscc=? WHERE id=?", uscc, t.book.ID); err != nil {
		return err
	}
	t.book.USCC = uscc
	return nil
}
