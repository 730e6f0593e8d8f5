package book

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"yice/form"
)

// Table is the rows of one form in memory, in the form's order. It is never changed: a write gives another table, which
// shares the records it did not touch. Records in it are never changed either.
type Table struct {
	form  *form.Form
	year  int
	rows  []*form.Record
	byID  map[int64]*form.Record
	byKey func() map[string][]*form.Record
	// own holds the findings of rows by themselves; nil until somebody asks.
	own atomic.Pointer[map[int64][]form.Finding]
	sharedRows
}

// NewTable makes the table of rows as they stand; year is what their dates are held against.
func NewTable(f *form.Form, year int, rows []*form.Record) *Table {
	t := &Table{form: f, year: year, rows: rows, byID: make(map[int64]*form.Record, len(rows))}
	for _, r := range rows {
		t.byID[r.ID] = r
	}
	t.byKey = sync.OnceValue(t.index)
	return t
}

// Form is the form the rows are of.
func (t *Table) Form() *form.Form { return t.form }

// Rows gives every row in the form's order. Not to be changed.
func (t *Table) Rows() []*form.Record { return t.rows }

// Keys finds rows by natural key, several where a key is doubled, and where a form has none by what they are alike in;
// worked out when first asked for. Not to be changed.
func (t *Table) Keys() map[string][]*form.Record { return t.byKey() }

func (t *Table) index() map[string][]*form.Record {
	by := make(map[string][]*form.Record, len(t.rows))
	for _, r := range t.rows {
		if k := indexKey(r); k != "" {
			by[k] = append(by[k], r)
		}
	}
	return by
}

// indexKey is what a row is found by; a likeness is no key that anybody could write.
func indexKey(r *form.Record) string {
	if k := r.Key(); k != "" || len(r.Form.Alike) == 0 {
		return k
	}
	if k := r.Likeness(); k != "" {
		return "\x00" + k
	}
	return ""
}

// Row gives a record by id, nil where there is none; of a nil table too.
func (t *Table) Row(id int64) *form.Record {
	if t == nil {
		return nil
	}
	return t.byID[id]
}

// Find gives the first row with a natural key.
func (t *Table) Find(key string) *form.Record {
	if rows := t.Keys()[key]; len(rows) > 0 {
		return rows[0]
	}
	return nil
}

// Single gives the row of a form that has one; nil where it is not there yet.
func (t *Table) Single() *form.Record {
	if len(t.rows) == 0 {
		return nil
	}
	return t.rows[0]
}

// Place says after which row a new one stands; rows it does not name stand at the end.
type Place map[RowKey]int64

// RowKey names a row of an enterprise-year.
type RowKey struct {
	Form string
	Row  int64
}

// after gives the table as a transaction left it.
func (t *Table) after(changes []Change, at Place) *Table {
	n := &Table{form: t.form, year: t.year, rows: slices.Clone(t.rows), byID: maps.Clone(t.byID)}
	pos := t.positions(len(changes))
	gone := false
	var added []*form.Record
	for _, c := range changes {
		i, there := pos(c.Row)
		switch {
		case c.After == nil:
			if there {
				n.rows[i], gone = nil, true
			}
			delete(n.byID, c.Row)
		case there:
			n.rows[i] = c.After
			n.byID[c.Row] = c.After
		default:
			added = append(added, c.After)
			n.byID[c.Row] = c.After
		}
	}
	if gone {
		n.rows = slices.DeleteFunc(n.rows, func(r *form.Record) bool { return r == nil })
	}
	n.insert(added, at)
	n.byKey = sync.OnceValue(n.index)
	if own := t.own.Load(); own != nil {
		n.recheck(*own, changes)
	}
	return n
}

// positions gives a finder of rows: a walk for a few, an index for many.
func (t *Table) positions(many int) func(id int64) (int, bool) {
	if many <= 8 {
		return func(id int64) (int, bool) {
			if t.byID[id] == nil {
				return 0, false
			}
			i := slices.IndexFunc(t.rows, func(r *form.Record) bool { return r.ID == id })
			return i, i >= 0
		}
	}
	at := make(map[int64]int, len(t.rows))
	for i, r := range t.rows {
		at[r.ID] = i
	}
	return func(id int64) (int, bool) { i, ok := at[id]; return i, ok }
}

func (t *Table) insert(added []*form.Record, at Place) {
	for _, r := range added {
		i := len(t.rows)
		if p := at[RowKey{t.form.ID, r.ID}]; p != 0 {
			if j := slices.IndexFunc(t.rows, func(x *form.Record) bool { return x.ID == p }); j >= 0 {
				i = j + 1
			}
		}
		t.rows = slices.Insert(t.rows, i, r)
	}
}

// recheck carries the findings of rows over and works out those of the rows that changed.
func (t *Table) recheck(before map[int64][]form.Finding, changes []Change) {
	own := maps.Clone(before)
	for _, c := range changes {
		delete(own, c.Row)
		if c.After == nil {
			continue
		}
		if found := CheckRow(c.After, t.year); len(found) > 0 {
			own[c.Row] = found
		}
	}
	t.own.Store(&own)
}

// findings gives what each row has to answer for by itself, by row.
func (t *Table) findings() map[int64][]form.Finding {
	if own := t.own.Load(); own != nil {
		return *own
	}
	own := make(map[int64][]form.Finding)
	for _, r := range t.rows {
		if found := CheckRow(r, t.year); len(found) > 0 {
			own[r.ID] = found
		}
	}
	t.own.Store(&own)
	return own
}

// CheckRow is form.Check with the place of each finding filled in.
func CheckRow(r *form.Record, year int) []form.Finding {
	found := r.Form.Check(r, year)
	for i := range found {
		found[i].Form, found[i].Row = r.Form.ID, r.ID
		if found[i].Key == "" {
			found[i].Key = Label(r)
		}
	}
	return found
}
