//go:build linux

package simulation

import (
	"fmt"
	"slices"
	"strings"

	"yice/entry"
	"yice/form"
)

// tracked are the forms and fields a story keys into: a ledger, a register, a form of one row. References and what is decided
// by others are left to the tests of entry and store.
var tracked = []struct {
	form   string
	fields []string
}{
	{"spend", []string{"date", "voucher", "summary", "amount"}},
	{"project", []string{"name", "staff", "total_spend", "start"}},
	{"annual", []string{"revenue", "profit"}},
}

// cell is a value, or text that could not be read.
type cell struct {
	value form.Value
	raw   string
}

// row is the cells of the tracked fields. It is never changed.
type row []cell

// world is what a workspace should hold. It is never changed either.
type world struct {
	rows [][]row // by tracked form
}

func (w *world) with(f int, rows []row) *world {
	n := &world{rows: slices.Clone(w.rows)}
	n.rows[f] = rows
	return n
}

func emptyWorld() *world { return &world{rows: make([][]row, len(tracked))} }

// typed gives the cell that a text typed becomes.
func typed(fd *form.Field, text string, year int) cell {
	v, err := fd.Parse(fd.Keyed(text, year), fd.Unit)
	if err != nil {
		return cell{raw: text}
	}
	return cell{value: v}
}

// differs says where two worlds differ; "": nowhere.
func (w *world) differs(o *world) string {
	for f := range tracked {
		a, b := w.rows[f], o.rows[f]
		if len(a) != len(b) {
			return fmt.Sprintf("%s: %d rows, should be %d", tracked[f].form, len(b), len(a))
		}
		for i := range a {
			for k := range a[i] {
				if a[i][k] != b[i][k] {
					return fmt.Sprintf("%s, row %d of %d, %s: %q, should be %q", tracked[f].form, i+1, len(a), tracked[f].fields[k], said(b[i][k]), said(a[i][k]))
				}
			}
		}
	}
	return ""
}

func said(c cell) string {
	if c.raw != "" {
		return "?" + c.raw
	}
	return fmt.Sprint(c.value)
}

// read gives what the file holds, with the ids of its rows; and holds the registers in memory against it.
func read(s *entry.Session) (*world, [][]int64, error) {
	w, ids := emptyWorld(), make([][]int64, len(tracked))
	for f, t := range tracked {
		fm := form.ByID(t.form)
		records, err := s.Workspace().Records(s.Book(), fm)
		if err != nil {
			return nil, nil, err
		}
		inMemory := s.Records(fm)
		if fm.Scope != form.Ledger && len(inMemory) != len(records) {
			return nil, nil, fmt.Errorf("%s: %d rows in memory, %d in the file", t.form, len(inMemory), len(records))
		}
		for n, r := range records {
			cells := cellsOf(t.fields, r)
			if fm.Scope != form.Ledger && !slices.Equal(cells, cellsOf(t.fields, inMemory[n])) {
				return nil, nil, fmt.Errorf("%s, row %d: memory and file differ", t.form, r.ID)
			}
			w.rows[f], ids[f] = append(w.rows[f], cells), append(ids[f], r.ID)
		}
	}
	return w, ids, nil
}

func cellsOf(fields []string, r *form.Record) row {
	cells := make(row, len(fields))
	for k, field := range fields {
		i := r.Form.Index(field)
		cells[k] = cell{r.Values[i], r.Raw[i]}
	}
	return cells
}

// past are the worlds to go back to, and forth.
type past struct {
	now    *world
	before []*world
	after  []*world
}

func (p *past) step(to *world) {
	p.before, p.after, p.now = append(slices.Clone(p.before), p.now), nil, to
}

func (p *past) copy() *past { c := *p; return &c }

func (p *past) undo() bool {
	if len(p.before) == 0 {
		return false
	}
	last := len(p.before) - 1
	p.after, p.now, p.before = append(slices.Clone(p.after), p.now), p.before[last], p.before[:last]
	return true
}

func (p *past) redo() bool {
	if len(p.after) == 0 {
		return false
	}
	last := len(p.after) - 1
	p.before, p.now, p.after = append(slices.Clone(p.before), p.now), p.after[last], p.after[:last]
	return true
}

// line writes a row as a file to import has it.
func (r row) line() string {
	var b strings.Builder
	for i, c := range r {
		if i > 0 {
			b.WriteByte(',')
		}
		if !c.value.Empty() {
			b.WriteString(form.ByID("spend").Field(tracked[0].fields[i]).Show(c.value))
		}
	}
	return b.String()
}
