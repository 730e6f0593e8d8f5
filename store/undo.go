package store

import (
	"yice/form"
	"yice/text"
)

// recorded is one entry of a step as undo needs it.
type recorded struct {
	kind     string
	form     string
	row      int64
	key      string
	field    string
	old, new string
}

// Undo takes the newest step of the book back, Redo puts it again; both append to the history. Result.Seq is 0 where there is none.
func (w *Workspace) Undo(b Book, who string) (Result, error) { return w.walk(b, who, true) }

// Redo puts the step that was undone last again.
func (w *Workspace) Redo(b Book, who string) (Result, error) { return w.walk(b, who, false) }

// NextUndo and NextRedo say what would be undone, Empty where nothing.
func (w *Workspace) NextUndo(b Book) (text.Pair, error) { return w.nextStepLabel(b, true) }

// NextRedo says what would be redone.
func (w *Workspace) NextRedo(b Book) (text.Pair, error) { return w.nextStepLabel(b, false) }

const (
	newestDone   = "SELECT id, first, last, label_zh, label_en, ifnull(idents,'') FROM step WHERE book=? AND state=0 ORDER BY id DESC LIMIT 1"
	oldestUndone = "SELECT id, first, last, label_zh, label_en, ifnull(idents,'') FROM step WHERE book=? AND state=1 ORDER BY id LIMIT 1"
)

type stepRow struct {
	id, first, last int64
	label           text.Pair
	idents          string
}

func (c *conn) stepTo(book int64, back bool) (s stepRow, ok bool, err error) {
	sql := oldestUndone
	if back {
		sql = newestDone
	}
	ok, err = c.row(sql, []any{&s.id, &s.first, &s.last, &s.label.ZH, &s.label.EN, &s.idents}, book)
	return s, ok, err
}

func (w *Workspace) nextStepLabel(b Book, back bool) (text.Pair, error) {
	var s stepRow
	err := w.reading(background, func(c *conn) (err error) {
		s, _, err = c.stepTo(b.ID, back)
		return err
	})
	return s.label, err
}

// walk goes one step back, or forward again.
func (w *Workspace) walk(b Book, who string, back bool) (Result, error) {
	return w.transact(b, who, func(t *Tx) (text.Pair, error) {
		s, ok, err := t.c.stepTo(b.ID, back)
		if err != nil || !ok {
			return text.Pair{}, err
		}
		t.step, t.kind = s.id, "redo"
		state := stateDone
		if back {
			t.kind, state = "undo", stateUndone
		}
		t.open(s.label)
		if err := t.rewind(s, back); err != nil {
			return s.label, err
		}
		_, err = t.c.exec("UPDATE step SET state=? WHERE id=?", state, s.id)
		return s.label, err
	})
}

// rewind applies the inverse of every entry of a step in reverse order; or all of them again.
func (t *Tx) rewind(s stepRow, back bool) error {
	moves, err := decodeMoves(s.idents)
	if err != nil {
		return err
	}
	if back {
		if err := t.replay(moves, true); err != nil {
			return err
		}
	}
	order := ""
	if back {
		order = " DESC"
	}
	k, err := t.c.query(background, "SELECT kind, form, row, key, field, old, new FROM history WHERE seq BETWEEN ? AND ? ORDER BY seq"+order, s.first, s.last)
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		r := recorded{k.text(0), k.text(1), k.int(2), k.text(3), k.text(4), k.text(5), k.text(6)}
		if r.kind == kindNote || r.kind == kindImport {
			continue
		}
		if back {
			r.old, r.new = r.new, r.old
		}
		if err := t.apply(r); err != nil {
			return err
		}
	}
	if k.err != nil {
		return k.err
	}
	if !back {
		return t.replay(moves, false)
	}
	return nil
}

// apply makes one entry so: from old to new. What the row holds now must be what was recorded.
func (t *Tx) apply(r recorded) error {
	tb := t.w.dict().tables[r.form]
	if tb == nil {
		return fault("store.unknown-form", text.StoreUnknownForm.With(r.form), nil)
	}
	if r.field == "" && bulkEntry(r.old+r.new) { // also of a step that put a bulk back
		return t.flipBulk(tb, r)
	}
	s, err := t.load(tb, r.row)
	if err != nil {
		return err
	}
	changed := fault("store.changed", text.StoreChanged.With(tb.form.Title, r.row), nil)
	if s == nil {
		return changed
	}
	if r.field == "" {
		gone := r.new == ""
		if gone != (s.book > 0) || !tb.sameRow(s, r.old+r.new) {
			return changed
		}
		if err := t.flip(tb, s); err != nil {
			return err
		}
		return t.log(r.form, r.row, r.key, "", r.old, r.new)
	}
	i := tb.form.Index(r.field)
	if i < 0 {
		return fault("store.unknown-form", text.StoreUnknownForm.With(r.form+"."+r.field), nil)
	}
	was, err := decode(r.old)
	if err != nil {
		return err
	}
	now, err := decode(r.new)
	if err != nil {
		return err
	}
	if s.book < 0 || !tb.cell(s, i).same(was) {
		return changed
	}
	if err := tb.form.Fields[i].Within(now.value); err != nil {
		return tb.beyond(s.rec, &tb.form.Fields[i], err)
	}
	if now.ident != 0 { // its key may have moved on: the identity is what was recorded
		if id := t.ids.get(now.ident); id != nil {
			now.value = form.S(id.key)
		}
	}
	return t.set(tb, s, s.rec.Key(), []fieldCell{{i, now}})
}
