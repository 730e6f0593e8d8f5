package entry

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"yice/form"
	"yice/store"
)

// table is the rows of one form in memory, in the form's order. It is never changed: a write gives another table, which
// shares the records it did not touch. Records in it are never changed either.
type table struct {
	form *form.Form
	year int
	rows []*form.Record
	byID map[int64]*form.Record
	// keys finds rows by natural key, several where a key is doubled, and where a form has none by what they are alike in;
	// worked out when first asked for.
	keys func() map[string][]*form.Record
	// own holds the findings of rows by themselves; nil until somebody asks.
	own atomic.Pointer[map[int64][]form.Finding]
}

func newTable(f *form.Form, year int, rows []*form.Record) *table {
	t := &table{form: f, year: year, rows: rows, byID: make(map[int64]*form.Record, len(rows))}
	for _, r := range rows {
		t.byID[r.ID] = r
	}
	t.keys = sync.OnceValue(t.index)
	return t
}

func (t *table) index() map[string][]*form.Record {
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

// row gives a record by id, nil where there is none; of a nil table too.
func (t *table) row(id int64) *form.Record {
	if t == nil {
		return nil
	}
	return t.byID[id]
}

// find gives the first row with a natural key.
func (t *table) find(key string) *form.Record {
	if rows := t.keys()[key]; len(rows) > 0 {
		return rows[0]
	}
	return nil
}

// single gives the row of a form that has one; nil where it is not there yet.
func (t *table) single() *form.Record {
	if len(t.rows) == 0 {
		return nil
	}
	return t.rows[0]
}

// place says after which row a new one stands; rows it does not name stand at the end.
type place map[rowKey]int64

// after gives the table as a transaction left it.
func (t *table) after(changes []store.RowChange, at place) *table {
	n := &table{form: t.form, year: t.year, rows: slices.Clone(t.rows), byID: maps.Clone(t.byID)}
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
	n.keys = sync.OnceValue(n.index)
	if own := t.own.Load(); own != nil {
		n.recheck(*own, changes)
	}
	return n
}

// positions gives a finder of rows: a walk for a few, an index for many.
func (t *table) positions(many int) func(id int64) (int, bool) {
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

func (t *table) insert(added []*form.Record, at place) {
	for _, r := range added {
		i := len(t.rows)
		if p := at[rowKey{t.form.ID, r.ID}]; p != 0 {
			if j := slices.IndexFunc(t.rows, func(x *form.Record) bool { return x.ID == p }); j >= 0 {
				i = j + 1
			}
		}
		t.rows = slices.Insert(t.rows, i, r)
	}
}

// recheck carries the findings of rows over and works out those of the rows that changed.
func (t *table) recheck(before map[int64][]form.Finding, changes []store.RowChange) {
	own := maps.Clone(before)
	for _, c := range changes {
		delete(own, c.Row)
		if c.After == nil {
			continue
		}
		if found := checkRow(c.After, t.year); len(found) > 0 {
			own[c.Row] = found
		}
	}
	t.own.Store(&own)
}

// findings gives what each row has to answer for by itself, by row.
func (t *table) findings() map[int64][]form.Finding {
	if own := t.own.Load(); own != nil {
		return *own
	}
	own := make(map[int64][]form.Finding)
	for _, r := range t.rows {
		if found := checkRow(r, t.year); len(found) > 0 {
			own[r.ID] = found
		}
	}
	t.own.Store(&own)
	return own
}

// checkRow is form.Check with the place of each finding filled in.
func checkRow(r *form.Record, year int) []form.Finding {
	found := r.Form.Check(r, year)
	for i := range found {
		found[i].Form, found[i].Row = r.Form.ID, r.ID
		if found[i].Key == "" {
			found[i].Key = label(r)
		}
	}
	return found
}

// label is what a person knows a row by: its natural key, else its first filled text.
func label(r *form.Record) string {
	if k := r.Key(); k != "" {
		return k
	}
	for _, id := range [...]string{"name", "title", "summary", "voucher"} {
		if v := r.Get(id); !v.Empty() {
			return v.Str()
		}
	}
	for i := range r.Form.Fields {
		if r.Form.Fields[i].Kind == form.Text && !r.Values[i].Empty() {
			return r.Values[i].Str()
		}
	}
	return ""
}
