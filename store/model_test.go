package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

// model is what the workspace should be: rows in order, references as identities, and the states to go back to.
type model struct {
	forms  []*form.Form
	rows   map[string][]*modelRow
	refs   map[int]*modelRef
	nextID int
	past   []*model
	future []*model
}

type modelRow struct {
	id    int64
	cells map[string]string // field -> what get shows; a reference -> "#" and its number
	ref   int               // its own identity, 0: none
}

type modelRef struct {
	form, key string
	row       int64
}

func newModel(forms []*form.Form) *model {
	return &model{forms: forms, rows: map[string][]*modelRow{}, refs: map[int]*modelRef{}}
}

func (m *model) copy() *model {
	c := &model{forms: m.forms, rows: map[string][]*modelRow{}, refs: map[int]*modelRef{}, nextID: m.nextID}
	for f, rows := range m.rows {
		for _, r := range rows {
			c.rows[f] = append(c.rows[f], &modelRow{r.id, maps.Clone(r.cells), r.ref})
		}
	}
	for i, r := range m.refs {
		x := *r
		c.refs[i] = &x
	}
	return c
}

func (m *model) find(f string, row int64) *modelRow {
	for _, r := range m.rows[f] {
		if r.id == row {
			return r
		}
	}
	return nil
}

// refer gives the identity of a key: of the oldest live row that bears it, else the oldest that waits, else a new one.
func (m *model) refer(f, key string) int {
	best := 0
	for i, r := range m.refs {
		if r.form != f || r.key != key {
			continue
		}
		b := m.refs[best]
		if best == 0 || b.row == 0 && r.row != 0 || r.row != 0 && r.row < b.row || r.row == b.row && i < best {
			best = i
		}
	}
	if best == 0 {
		best = m.newRef(f, key)
	}
	return best
}

func (m *model) show(cell string) string {
	if n := 0; strings.HasPrefix(cell, "#") {
		fmt.Sscanf(cell, "#%d", &n)
		return m.refs[n].key
	}
	return cell
}

func (m *model) newRef(f, key string) int {
	m.nextID++
	m.refs[m.nextID] = &modelRef{form: f, key: key}
	return m.nextID
}

// rowKey is the natural key in this dictionary; only project and platform are referred to.
func (m *model) rowKey(f string, r *modelRow) string {
	switch f {
	case "project":
		return m.show(r.cells["code"])
	case "platform":
		if k := m.show(r.cells["code"]); k != "" {
			return k
		}
		return m.show(r.cells["name"])
	}
	return ""
}

func keyText(s string) string {
	if strings.HasPrefix(s, "raw:") {
		return ""
	}
	return s
}

func (m *model) rekey(f string, r *modelRow) {
	key := m.rowKeyText(f, r)
	if key == "" {
		return
	}
	if r.ref != 0 {
		m.refs[r.ref].key = key
		return
	}
	best := 0
	for i, x := range m.refs {
		if x.form == f && x.key == key && x.row == 0 && (best == 0 || i < best) {
			best = i
		}
	}
	if best == 0 {
		best = m.newRef(f, key)
	}
	m.refs[best].row = r.id
	r.ref = best
}

func (m *model) rowKeyText(f string, r *modelRow) string {
	c := &modelRow{cells: map[string]string{}}
	for k, v := range r.cells {
		c.cells[k] = keyText(v)
	}
	return m.rowKey(f, c)
}

func (m *model) set(f *form.Form, r *modelRow, cells []Cell) (changed bool) {
	for _, c := range cells {
		fd := &f.Fields[c.Field]
		v := plain(c.Value)
		if c.Raw != "" {
			v = "raw:" + c.Raw
		} else if fd.Kind == form.Ref && v != "" {
			v = fmt.Sprintf("#%d", m.refer(fd.Ref, v))
		}
		if r.cells[fd.ID] != v {
			changed = true
			r.cells[fd.ID] = v
		}
	}
	return changed
}

// machine drives the workspace and the model side by side.
type machine struct {
	d *desk
	m *model
	// keys drives only what concerns keys and references: few keys, many meetings.
	keys  bool
	steps int
}

func (x *machine) write(t *rapid.T, label string, writes []Write, now func(m *model, rows []int64) bool) {
	next := x.m.copy()
	r, err := x.d.Write(x.d.book, Batch{Label: text.Same(label), Who: "张三", Writes: writes})
	if err != nil {
		t.Fatal(err)
	}
	changed := now(next, r.Rows)
	if changed != (r.Seq != 0) {
		t.Fatalf("%s: changed %v, seq %d", label, changed, r.Seq)
	}
	if changed {
		next.past = append(x.m.past, x.m)
		x.m = next
	}
}

func (x *machine) anyCells(t *rapid.T, f *form.Form) []Cell {
	var cells []Cell
	if x.keys {
		i := f.Index("code")
		if i < 0 {
			i = f.Index("project")
		}
		return []Cell{{Field: i, Value: form.S(rapid.SampledFrom([]string{"", "P1", "P2", "P1", "P2", "P3"}).Draw(t, "key"))}}
	}
	for i := range f.Fields {
		if !rapid.Bool().Draw(t, "filled") {
			continue
		}
		cells = append(cells, anyCell(t, f, i))
	}
	return cells
}

func anyCell(t *rapid.T, f *form.Form, i int) Cell {
	c := Cell{Field: i}
	fd := &f.Fields[i]
	pick := rapid.IntRange(0, 9).Draw(t, "sort of cell")
	switch {
	case pick == 0:
	case pick == 1:
		c.Raw = rapid.SampledFrom([]string{"12,5,0", "三月", "k7 P1", "\x1b[31m"}).Draw(t, "raw")
	case number(fd.Kind):
		c.Value = form.N(rapid.Int64Range(-5000, 5000).Draw(t, "figure"))
	case fd.Kind == form.Ref:
		c.Value = form.S(rapid.SampledFrom([]string{"P1", "P2", "P3", "甲"}).Draw(t, "reference"))
	case fd.Kind == form.Date:
		c.Value = form.S(rapid.SampledFrom([]string{"2023-01-31", "2023-12-01", "2022-06-06"}).Draw(t, "date"))
	case fd.Kind == form.CodeKind:
		c.Value = form.S(rapid.SampledFrom(fd.Codes).Draw(t, "code").ID)
	case fd.Kind == form.Flag:
		c.Value = form.S(rapid.SampledFrom([]string{"是", "否"}).Draw(t, "flag"))
	case fd.ID == "code" || fd.ID == "name":
		c.Value = form.S(rapid.SampledFrom([]string{"P1", "P2", "P3", "甲"}).Draw(t, "key"))
	default:
		c.Value = form.S(rapid.SampledFrom([]string{"a", "乙", "it's", `{"rows":1}`, "n5"}).Draw(t, "text"))
	}
	return c
}

func (x *machine) anyForm(t *rapid.T) *form.Form {
	ids := []string{"project", "platform", "team", "spend", "annual"}
	if x.keys {
		ids = []string{"project", "project", "team"}
	}
	return byID(x.m.forms, rapid.SampledFrom(ids).Draw(t, "form"))
}

func (x *machine) anyRow(t *rapid.T, f *form.Form) int64 {
	rows := x.m.rows[f.ID]
	if len(rows) == 0 {
		t.Skip("the random walk has no row to act on yet")
	}
	return rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")].id
}

func (x *machine) actions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"insert": func(t *rapid.T) {
			f := x.anyForm(t)
			w := Write{Form: f, Cells: x.anyCells(t, f)}
			if rows := x.m.rows[f.ID]; len(rows) > 0 && rapid.Bool().Draw(t, "between") {
				w.After = x.anyRow(t, f)
			}
			x.write(t, "insert", []Write{w}, func(m *model, ids []int64) bool {
				m.insert(f, ids[0], w.After, w.Cells)
				return true
			})
		},
		"change": func(t *rapid.T) {
			f := x.anyForm(t)
			w := Write{Form: f, Row: x.anyRow(t, f), Cells: x.anyCells(t, f)}
			x.write(t, "change", []Write{w}, func(m *model, _ []int64) bool {
				r := m.find(f.ID, w.Row)
				changed := m.set(f, r, w.Cells)
				if changed && (f.ID == "project" || f.ID == "platform") {
					m.rekey(f.ID, r)
				}
				return changed
			})
		},
		"remove": func(t *rapid.T) {
			f := x.anyForm(t)
			row := x.anyRow(t, f)
			x.write(t, "remove", []Write{{Form: f, Row: row, Delete: true}}, func(m *model, _ []int64) bool {
				if r := m.find(f.ID, row); r.ref != 0 {
					m.refs[r.ref].row = 0
				}
				m.rows[f.ID] = slices.DeleteFunc(m.rows[f.ID], func(r *modelRow) bool { return r.id == row })
				return true
			})
		},
		"paste": func(t *rapid.T) {
			f := x.anyForm(t)
			var writes []Write
			for range rapid.IntRange(1, 4).Draw(t, "rows") {
				writes = append(writes, Write{Form: f, Cells: x.anyCells(t, f)})
			}
			x.write(t, "paste", writes, func(m *model, ids []int64) bool {
				for i, w := range writes {
					m.insert(f, ids[i], 0, w.Cells)
				}
				return true
			})
		},
		"bulk": func(t *rapid.T) {
			f := x.anyForm(t)
			var all [][]Cell
			for range rapid.IntRange(1, 6).Draw(t, "rows") {
				all = append(all, x.anyCells(t, f))
			}
			next := x.m.copy()
			first := x.d.nextRow[f.ID] + 1
			_, n, err := x.d.WriteBulk(background, x.d.book, f, Bulk{Label: text.Same("bulk"), Who: "李四"}, func(yield func(*form.Record, error) bool) {
				for _, cells := range all {
					r := form.NewRecord(f)
					for _, c := range cells {
						r.Values[c.Field] = c.Value
						if c.Raw != "" {
							r.Raw = map[int]string{}
							break
						}
					}
					for _, c := range cells {
						r.Values[c.Field] = c.Value
						if c.Raw != "" {
							r.Raw[c.Field] = c.Raw
						}
					}
					if !yield(r, nil) {
						return
					}
				}
			})
			if err != nil || int(n) != len(all) {
				t.Fatal(n, err)
			}
			for i, cells := range all {
				next.insert(f, first+int64(i), 0, cells)
			}
			next.past = append(x.m.past, x.m)
			x.m = next
		},
		"undo": func(t *rapid.T) {
			r := x.d.undo()
			if (r.Seq != 0) != (len(x.m.past) > 0) {
				t.Fatalf("undo gave %+v with %d steps", r, len(x.m.past))
			}
			if r.Seq == 0 {
				return
			}
			was := x.m.past[len(x.m.past)-1]
			x.m.restore(was)
			was.past, was.future = x.m.past[:len(x.m.past)-1], append(slices.Clone(x.m.future), x.m)
			x.m = was
		},
		"redo": func(t *rapid.T) {
			r := x.d.redo()
			if (r.Seq != 0) != (len(x.m.future) > 0) {
				t.Fatalf("redo gave %+v with %d steps", r, len(x.m.future))
			}
			if r.Seq == 0 {
				return
			}
			next := x.m.future[len(x.m.future)-1]
			next.past, next.future = append(slices.Clone(x.m.past), x.m), x.m.future[:len(x.m.future)-1]
			x.m = next
		},
		"reopen": func(*rapid.T) { x.d.reopen() },
		"": func(t *rapid.T) {
			// What is wrong after a step is wrong after the next: the quick run looks now and then, and at the end.
			if x.steps++; x.steps%effort.Of(3, 1) == 0 {
				x.compare(t)
			}
		},
	}
}

// restore lets a state gone back to keep the identities made since: they wait for rows, but do not go away.
func (m *model) restore(was *model) {
	for i, r := range m.refs {
		if was.refs[i] == nil {
			was.refs[i] = &modelRef{form: r.form, key: r.key}
		}
	}
	was.nextID = m.nextID
}

func (m *model) insert(f *form.Form, id, after int64, cells []Cell) {
	r := &modelRow{id: id, cells: map[string]string{}}
	m.set(f, r, cells)
	if f.ID == "project" || f.ID == "platform" {
		m.rekey(f.ID, r)
	}
	at := len(m.rows[f.ID])
	for i, x := range m.rows[f.ID] {
		if x.id == after {
			at = i + 1
		}
	}
	m.rows[f.ID] = slices.Insert(m.rows[f.ID], at, r)
}

func (x *machine) compare(t *rapid.T) {
	for _, f := range x.m.forms[1:] {
		got, err := x.d.Records(x.d.book, f)
		if err != nil {
			t.Fatal(err)
		}
		want := x.m.rows[f.ID]
		if len(got) != len(want) {
			t.Fatalf("%s has %d rows, want %d", f.ID, len(got), len(want))
		}
		v, err := x.d.View(background, x.d.book, f, Query{}, nil)
		if err != nil || v.Len() != len(want) {
			t.Fatalf("the view of %s has %d rows, want %d (%v)", f.ID, v.Len(), len(want), err)
		}
		page, err := v.Rows(0, len(want)+1)
		if err != nil || len(page) != len(want) {
			t.Fatal(len(page), err)
		}
		for i, r := range got {
			if r.ID != want[i].id || page[i].ID != r.ID {
				t.Fatalf("%s: row %d at %d (view: %d), want %d", f.ID, r.ID, i, page[i].ID, want[i].id)
			}
			for j := range f.Fields {
				id := f.Fields[j].ID
				for _, r := range []*form.Record{r, page[i]} {
					have := plain(r.Values[j])
					if r.Raw[j] != "" {
						have = "raw:" + r.Raw[j]
					}
					if w := x.m.show(want[i].cells[id]); have != w {
						t.Fatalf("%s.%s of row %d is %q, want %q", f.ID, id, r.ID, have, w)
					}
				}
			}
		}
	}
	x.d.sameCube()
	x.sameFlags(t)
}

// sameFlags compares the kept flags with checking every line.
func (x *machine) sameFlags(t *rapid.T) {
	f := byID(x.m.forms, "spend")
	rows, counts, err := x.d.Flagged(x.d.book, f, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int64{}
	var flagged []int64
	err = x.d.Scan(background, x.d.book, f, func(r *form.Record) error {
		found := flagsOf(f, r, x.d.book.Year)
		for _, fd := range found {
			want[fd.Check]++
		}
		if len(found) > 0 {
			flagged = append(flagged, r.ID)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]int64{}
	for _, c := range counts {
		have[c.Check] = c.Rows
	}
	slices.Sort(flagged)
	if !maps.Equal(have, want) || !slices.Equal(rows, flagged) {
		t.Fatalf("flags: %v in %v, want %v in %v", have, rows, want, flagged)
	}
}

// Whatever is done, undone, redone, reopened: every state is the one it should be, the totals are those of the lines, and
// the history accounts for everything.
func TestEveryStateIsTheOneItShouldBe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := newDesk(t, smallForms())
		defer d.Close()
		if rapid.IntRange(0, 4).Draw(rt, "disk without shared memory") == 0 {
			d.solo = true
			d.reopen()
		}
		x := &machine{d: d, m: newModel(d.dict().forms), keys: rapid.Bool().Draw(rt, "keys only")}
		rt.Repeat(x.actions())
		x.compare(rt)
		found, err := d.VerifyHistory(background)
		if err != nil || len(found) > 0 {
			rt.Fatalf("the history does not account for the rows: %v %v", found, err)
		}
		if found, err = d.Check(background); err != nil || len(found) > 0 {
			rt.Fatalf("the long check finds: %v %v", found, err)
		}
	})
}
