package store

import (
	"encoding/json"
	"slices"

	"yice/form"
	"yice/text"
)

// StepAhead is a step that undo or redo would walk: what it is and what it touches.
type StepAhead struct {
	ID    int64
	Label text.Pair
	// Records is how many records it touches, Forms of which forms, in the order of the dictionary.
	Records int64
	Forms   []FormWeight
}

// FormWeight is how many records of one form a step touches. Row and Field are the place of the only change, where there is
// but one.
type FormWeight struct {
	Form    *form.Form
	Records int64
	Row     int64
	Field   string
}

// AheadUndo says what Undo would take back; false: nothing.
func (w *Workspace) AheadUndo(b Book) (s StepAhead, ok bool, err error) {
	err = w.reading(background, func(c *conn) error {
		row, there, err := c.stepTo(b.ID, true)
		if err != nil || !there {
			return err
		}
		s, err = w.weigh(c, row)
		ok = err == nil
		return err
	})
	return s, ok, err
}

// weigh counts the records of a step. A bulk is one entry of many.
func (w *Workspace) weigh(c *conn, row stepRow) (StepAhead, error) {
	s := StepAhead{ID: row.id, Label: row.label}
	type counted struct {
		rows  map[int64]bool
		bulk  int64
		cells int
		field string
	}
	forms := map[string]*counted{}
	k, err := c.query(background, "SELECT kind, form, row, field, old, new FROM history WHERE seq BETWEEN ? AND ?", row.first, row.last)
	if err != nil {
		return s, err
	}
	defer k.close()
	for k.next() {
		kind, id := k.text(0), k.text(1)
		if id == "" || kind == kindNote || kind == kindImport {
			continue
		}
		f := forms[id]
		if f == nil {
			f = &counted{rows: map[int64]bool{}}
			forms[id] = f
		}
		if said := k.text(4) + k.text(5); k.text(3) == "" && bulkEntry(said) {
			f.bulk += bulkRows(said)
			continue
		}
		f.rows[k.int(2)] = true
		f.cells++
		f.field = k.text(3)
	}
	if k.err != nil {
		return s, k.err
	}
	for _, f := range w.dict().forms {
		n := forms[f.ID]
		if n == nil {
			continue
		}
		x := FormWeight{Form: f, Records: int64(len(n.rows)) + n.bulk}
		if x.Records == 1 && n.bulk == 0 {
			for x.Row = range n.rows {
			}
			if n.cells == 1 {
				x.Field = n.field
			}
		}
		s.Forms = append(s.Forms, x)
		s.Records += x.Records
	}
	return s, nil
}

// bulkRows is how many rows a bulk's entry stands for.
func bulkRows(entry string) int64 {
	var b bulkRecord
	if json.Unmarshal([]byte(entry), &b) != nil {
		return 0
	}
	return b.Rows
}

// A step that was taken back and then overtaken by new keying is not on the way of redo any more. Its entries are in the
// history all the same, and it can be brought back from there as a new step.

// Revive applies again, as a new step, one that was taken back. What its rows hold now must be what they held before it;
// otherwise it is refused (store.changed) and nothing happens.
func (w *Workspace) Revive(b Book, step int64, who string) (Result, error) {
	return w.transact(b, who, func(t *Tx) (text.Pair, error) {
		var s stepRow
		var state int64
		ok, err := t.c.row("SELECT id, first, last, label_zh, label_en, ifnull(idents,''), state FROM step WHERE id=? AND book=?",
			[]any{&s.id, &s.first, &s.last, &s.label.ZH, &s.label.EN, &s.idents, &state}, step, b.ID)
		switch {
		case err != nil:
			return text.Pair{}, err
		case !ok || state != stateUndone && state != stateDropped:
			return text.Pair{}, fault("store.not-undone", text.StoreNotUndone, nil)
		}
		label := text.StoreLabelRevived.With(s.label)
		t.open(label)
		t.kind = "redo"
		if err := t.rewind(s, false); err != nil {
			return label, err
		}
		if err := t.importsAgain(s); err != nil {
			return label, err
		}
		if t.moves, err = decodeMoves(s.idents); err != nil {
			return label, err
		}
		if _, err := t.c.exec("UPDATE step SET state=? WHERE book=? AND state=?", stateDropped, b.ID, stateUndone); err != nil {
			return label, err
		}
		if _, err := t.c.exec("UPDATE step SET state=? WHERE id=?", stateFixed, s.id); err != nil {
			return label, err
		}
		return label, t.closeStep(stateDone)
	})
}

// importsAgain enters the files of a step anew: the rows they brought are there again.
func (t *Tx) importsAgain(s stepRow) error {
	k, err := t.c.query(background, "SELECT form, new FROM history WHERE seq BETWEEN ? AND ? AND kind=?", s.first, s.last, kindImport)
	if err != nil {
		return err
	}
	defer k.close()
	var again [][2]string
	for k.next() {
		again = append(again, [2]string{k.text(0), k.text(1)})
	}
	for _, x := range again {
		if err := t.append(kindImport, x[0], 0, "", "", "", x[1]); err != nil {
			return err
		}
	}
	return k.err
}

// Steps of the history that were taken back and cannot be put again by redo, newest first.
func (w *Workspace) Dropped(b Book, limit int) (out []StepAhead, err error) {
	err = w.reading(background, func(c *conn) error {
		k, err := c.once(background, "SELECT id, first, last, label_zh, label_en, ifnull(idents,'') FROM step WHERE book=? AND state=? ORDER BY id DESC LIMIT ?", b.ID, int64(stateDropped), int64(limit))
		if err != nil {
			return err
		}
		var rows []stepRow
		for k.next() {
			rows = append(rows, stepRow{k.int(0), k.int(1), k.int(2), text.Pair{ZH: k.text(3), EN: k.text(4)}, k.text(5)})
		}
		if k.close(); k.err != nil {
			return k.err
		}
		for _, row := range rows {
			s, err := w.weigh(c, row)
			if err != nil {
				return err
			}
			out = append(out, s)
		}
		return nil
	})
	return slices.Clip(out), err
}
