package store

import (
	"context"

	"yice/form"
)

// loadRow reads one row of a book, live or removed, with its unread texts; nil where there is none.
func loadRow(c *conn, t *table, book, row int64, name func(int64) string) (*stored, error) {
	k, err := c.query(background, "SELECT "+t.list+" FROM "+t.name+" WHERE _row=?", row)
	if err != nil {
		return nil, err
	}
	defer k.close()
	if !k.next() {
		return nil, k.err
	}
	if b := k.int(2); b != book && b != -book {
		return nil, nil
	}
	s := t.read(k, name)
	k.close()
	if err := t.within(s.rec); err != nil {
		return nil, err
	}
	return s, t.addRaw(c, s)
}

func (t *table) addRaw(c *conn, s *stored) error {
	k, err := c.query(background, "SELECT field, text FROM raw WHERE form=? AND row=?", t.form.ID, s.rec.ID)
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		t.setRaw(s.rec, k.text(0), k.text(1))
	}
	return k.err
}

func (t *table) setRaw(r *form.Record, field, text string) {
	if i := t.form.Index(field); i >= 0 {
		if r.Raw == nil {
			r.Raw = map[int]string{}
		}
		r.Raw[i] = text
	}
}

// unread is every text of a form that could not be read, by row and field. There are few: an import refuses such rows.
type unread map[int64]map[string]string

func (t *table) unread(ctx context.Context, c *conn) (unread, error) {
	k, err := c.query(ctx, "SELECT row, field, text FROM raw WHERE form=?", t.form.ID)
	if err != nil {
		return nil, err
	}
	defer k.close()
	var u unread
	for k.next() {
		if u == nil {
			u = unread{}
		}
		if u[k.int(0)] == nil {
			u[k.int(0)] = map[string]string{}
		}
		u[k.int(0)][k.text(1)] = k.text(2)
	}
	return u, k.err
}

func (u unread) into(t *table, r *form.Record) {
	for field, text := range u[r.ID] {
		t.setRaw(r, field, text)
	}
}

// Records gives every row of a form in its order; for all but ledgers.
func (w *Workspace) Records(b Book, f *form.Form) ([]*form.Record, error) {
	var out []*form.Record
	err := w.Scan(background, b, f, func(r *form.Record) error {
		out = append(out, r)
		return nil
	})
	return out, err
}

// Record gives one row, nil where it is not there.
func (w *Workspace) Record(b Book, f *form.Form, row int64) (*form.Record, error) {
	t := w.as(f)
	if t == nil || t.missing {
		return nil, nil
	}
	var r *form.Record
	err := w.reading(background, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		s, err := loadRow(c, t, b.ID, row, name)
		if s != nil && s.book > 0 {
			r = s.rec
		}
		return err
	})
	return r, err
}

// Count gives the number of rows.
func (w *Workspace) Count(b Book, f *form.Form) (int64, error) {
	var n int64
	err := w.reading(background, func(c *conn) (err error) {
		n, err = c.number("SELECT rows FROM tally WHERE book=? AND form=?", b.ID, f.ID)
		return err
	})
	return n, err
}

// Scan visits every row in order without keeping them: exports, full recounts. The record is the visitor's to keep.
func (w *Workspace) Scan(ctx context.Context, b Book, f *form.Form, visit func(*form.Record) error) error {
	t := w.as(f)
	if t == nil || t.missing {
		return nil
	}
	return w.reading(ctx, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		raw, err := t.unread(ctx, c)
		if err != nil {
			return err
		}
		k, err := c.query(ctx, "SELECT "+t.list+" FROM "+t.name+" WHERE _book=? ORDER BY _ord, _row", b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		for n := 0; k.next(); n++ {
			if n%256 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			r := t.read(k, name).rec
			if err := t.within(r); err != nil {
				return err
			}
			if raw != nil {
				raw.into(t, r)
			}
			if err := visit(r); err != nil {
				return err
			}
		}
		return k.err
	})
}
