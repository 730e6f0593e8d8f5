package store

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"yice/internal/pattern"

	"yice/form"
)

// table is how one form lies in the file: a column a field, and the columns the workspace needs for itself. Those begin
// with an underscore, which no field id does:
//
//	_row    the row's number, never used twice
//	_book   the book; negative once the row is removed, so that undo brings back exactly what was there
//	_ord    its place among the rows, in gaps (see order.go)
//	_step   the step of the history that made it
//	_ident  registers: the identity that references hold (see ident.go)
type table struct {
	form   *form.Form
	name   string // quoted
	cols   []string
	refs   []int // positions of the Ref fields
	refAt  []int // by field position: its place in refs, or -1
	keyed  []bool
	limits []int64 // by field position: the most a figure may be, see form.Field.Limit
	ledger bool
	sorted []int // field positions by field id, for digests that survive a new order of fields
	list   string
	insert string
	// missing: an older file opened for reading has no such table.
	missing bool
}

var idPattern = pattern.Of(`^[a-z][a-z0-9_]{0,62}$`)

func quote(id string) string { return `"` + id + `"` }

// layout makes the tables of a dictionary; a form that could not have one is an error of whoever wrote it.
func layout(forms []*form.Form) (map[string]*table, error) {
	m := make(map[string]*table, len(forms))
	for _, f := range forms {
		if !idPattern.MatchString(f.ID) || slices.Contains(ownTables, f.ID) || strings.HasPrefix(f.ID, "sqlite_") {
			return nil, fmt.Errorf("store: form %q cannot name a table", f.ID)
		}
		if m[f.ID] != nil {
			return nil, fmt.Errorf("store: form %q stands twice in the dictionary", f.ID)
		}
		t := &table{form: f, name: quote(f.ID), ledger: f.Scope == form.Ledger}
		for i := range f.Fields {
			fd := &f.Fields[i]
			if !idPattern.MatchString(fd.ID) || f.Index(fd.ID) != i {
				return nil, fmt.Errorf("store: field %q of form %q cannot name a column", fd.ID, f.ID)
			}
			t.cols = append(t.cols, quote(fd.ID))
			t.limits = append(t.limits, fd.Limit())
			t.refAt = append(t.refAt, -1)
			if fd.Kind == form.Ref {
				t.refAt[i] = len(t.refs)
				t.refs = append(t.refs, i)
			}
			t.sorted = append(t.sorted, i)
		}
		slices.SortFunc(t.sorted, func(a, b int) int { return strings.Compare(f.Fields[a].ID, f.Fields[b].ID) })
		t.keyed = make([]bool, len(f.Fields))
		for _, key := range f.Keys {
			for _, id := range key {
				if i := f.Index(id); i >= 0 {
					t.keyed[i] = true
				}
			}
		}
		ident := "_ident"
		if t.ledger {
			ident = "NULL"
		}
		t.list = "_row,_ord,_book," + ident + "," + strings.Join(t.cols, ",")
		t.insert = t.insertSQL()
		m[f.ID] = t
	}
	return m, nil
}

// number reports whether a field is stored as an integer figure. References are integers too, but not figures.
func number(k form.Kind) bool {
	switch k {
	case form.Int, form.Money, form.Decimal, form.Percent:
		return true
	}
	return false
}

func columnType(k form.Kind) string {
	if number(k) || k == form.Ref {
		return "INTEGER"
	}
	return "TEXT"
}

// column gives a field that has a column in the file, or nil.
func (t *table) column(field string) *form.Field {
	if i := t.form.Index(field); i >= 0 && t.cols[i] != noColumn {
		return &t.form.Fields[i]
	}
	return nil
}

// noColumn stands for a column that an older file, opened for reading, lacks: it reads as empty.
const noColumn = "NULL"

// listed is how many columns table.list has before the fields.
const listed = 4

// stored is one row as the file has it.
type stored struct {
	rec   *form.Record
	ord   int64
	book  int64 // negative: removed
	ident int64
	refs  []int64 // identities, parallel to table.refs
}

// read makes the row a cursor over table.list stands on.
func (t *table) read(k *cursor, name func(ident int64) string) *stored {
	s := &stored{rec: form.NewRecord(t.form), ord: k.int(1), book: k.int(2), ident: k.int(3)}
	s.rec.ID = k.int(0)
	if len(t.refs) > 0 {
		s.refs = make([]int64, len(t.refs))
	}
	for i := range t.form.Fields {
		if v := k.vals[listed+i]; v != nil {
			t.set(s, i, v, name)
		}
	}
	return s
}

// set puts what the file has in a column into its field.
func (t *table) set(s *stored, i int, v driver.Value, name func(ident int64) string) {
	switch v := v.(type) {
	case nil:
		s.rec.Values[i] = form.Value{}
	case int64:
		if r := t.refAt[i]; r >= 0 {
			s.refs[r] = v
			s.rec.Values[i] = form.S(name(v))
		} else {
			s.rec.Values[i] = form.N(v)
		}
	case string:
		s.rec.Values[i] = form.S(v)
	}
}

// insertSQL takes what args gives.
func (t *table) insertSQL() string {
	cols, n := "_row,_book,_ord,_step", 4
	if !t.ledger {
		cols, n = cols+",_ident", n+1
	}
	return "INSERT INTO " + t.name + "(" + cols + "," + strings.Join(t.cols, ",") + ") VALUES(?" + strings.Repeat(",?", n+len(t.cols)-1) + ")"
}

func (t *table) args(s *stored, step int64) []any {
	args := make([]any, 0, 5+len(t.cols))
	args = append(args, s.rec.ID, s.book, s.ord, step)
	if !t.ledger {
		var ident any
		if s.ident != 0 {
			ident = s.ident
		}
		args = append(args, ident)
	}
	for i := range t.cols {
		args = append(args, t.cell(s, i).column())
	}
	return args
}
