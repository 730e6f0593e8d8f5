package book

import (
	"sync"

	"yice/form"
	"yice/text"
)

// What a pack declares of more than one row: fields that no two rows share, figures held against last year's, and a form of one
// row that was never begun although it must be.

// declared gives all of it for a form. It looks at each row once, however many there are.
func (y *Year) declared(t *Table) []form.Finding {
	f := t.form
	var found []form.Finding
	for i := range f.Unique {
		u := &f.Unique[i]
		by := t.sharing(u)
		for _, r := range t.rows {
			if n := by[u.Of(r)]; n > 1 {
				found = append(found, shared(u, r, n))
			}
		}
	}
	if len(f.Bands) > 0 {
		for _, r := range t.rows {
			found = append(found, y.banded(f, r)...)
		}
	}
	if f.Single() && len(t.rows) == 0 && f.Scope == form.PerYear {
		for _, x := range CheckRow(form.NewRecord(f), y.Year) {
			if fd := f.Field(x.Field); fd != nil && fd.Brought {
				found = append(found, x)
			}
		}
	}
	return found
}

// declaredOf gives it for one row.
func (y *Year) declaredOf(t *Table, r *form.Record) []form.Finding {
	f := t.form
	var found []form.Finding
	for i := range f.Unique {
		u := &f.Unique[i]
		if has := u.Of(r); has != "" {
			if n := t.sharing(u)[has]; n > 1 {
				found = append(found, shared(u, r, n))
			}
		}
	}
	return append(found, y.banded(f, r)...)
}

// sharing counts what rows must not share, once a table.
func (t *Table) sharing(u *form.Unique) map[string]int {
	t.sharedMu.Lock()
	defer t.sharedMu.Unlock()
	if by := t.shared[u.ID]; by != nil {
		return by
	}
	by := make(map[string]int, len(t.rows))
	for _, r := range t.rows {
		if k := u.Of(r); k != "" {
			by[k]++
		}
	}
	if t.shared == nil {
		t.shared = make(map[string]map[string]int)
	}
	t.shared[u.ID] = by
	return by
}

// sharedRows is what Table.sharing has counted.
type sharedRows struct {
	sharedMu sync.Mutex
	shared   map[string]map[string]int
}

func shared(u *form.Unique, r *form.Record, times int) form.Finding {
	say := text.EntryShared.With(fieldTitles(r.Form, u.Fields), times)
	if !u.Say.Empty() {
		say = text.FormSaidByPack.With(say, u.Say)
	}
	return r.Finding(u.ID, u.Severity, u.Fields[0], say)
}

// banded holds the figures of a row against those of last year's row of the same key, or of the one row there was.
func (y *Year) banded(f *form.Form, r *form.Record) []form.Finding {
	if len(f.Bands) == 0 {
		return nil
	}
	before := y.before(f, r)
	if before == nil {
		return nil
	}
	var found []form.Finding
	for i := range f.Bands {
		b := &f.Bands[i]
		if say := b.Beyond(r, before); !say.Empty() {
			found = append(found, r.Finding(b.ID, b.Severity, b.Field, say))
		}
	}
	return found
}

// before gives last year's counterpart of a row; nil where there is none.
func (y *Year) before(f *form.Form, r *form.Record) *form.Record {
	rows := y.Before.Rows[f.ID]
	switch {
	case len(rows) == 0:
		return nil
	case f.Single():
		return rows[0]
	}
	key := r.Key()
	if key == "" {
		return nil
	}
	return y.Before.keyed(f.ID)[key]
}

// keyed finds the rows of last year by key.
func (b *Before) keyed(id string) map[string]*form.Record {
	if b.byKey == nil {
		return nil
	}
	return b.byKey(id)
}

// WithRows takes in the rows of last year that figures are held against.
func (b *Before) WithRows(rows map[string][]*form.Record) {
	b.Rows = rows
	var mu sync.Mutex
	known := make(map[string]map[string]*form.Record)
	b.byKey = func(id string) map[string]*form.Record {
		mu.Lock()
		defer mu.Unlock()
		if by := known[id]; by != nil {
			return by
		}
		by := make(map[string]*form.Record, len(rows[id]))
		for _, r := range rows[id] {
			by[r.Key()] = r
		}
		known[id] = by
		return by
	}
}
