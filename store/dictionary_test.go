package store

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"yice/form"
	"yice/text"
)

// valueOf makes some canonical value of a field.
func valueOf(f *form.Field, n int) form.Value {
	switch {
	case number(f.Kind):
		return form.N(int64(n)*1001 - 7)
	case f.Kind == form.CodeKind:
		return form.S(f.Codes[n%len(f.Codes)].ID)
	case f.Kind == form.Date:
		return form.S(fmt.Sprintf("2023-%02d-%02d", n%12+1, n%28+1))
	case f.Kind == form.Month:
		return form.S(fmt.Sprintf("2023%02d", n%12+1))
	case f.Kind == form.Flag:
		return form.S([]string{"是", "否"}[n%2])
	}
	return form.S(fmt.Sprintf("%s-%d ''\n%%", f.ID, n))
}

// Every form of the dictionary can be written, read, changed, undone, redone and imported; every field holds what its
// kind holds.
func TestEveryFormOfTheDictionary(t *testing.T) {
	d := newDesk(t, nil)
	for _, f := range form.All() {
		t.Run(f.ID, func(t *testing.T) {
			var cells []Cell
			for i := range f.Fields {
				cells = append(cells, Cell{Field: i, Value: valueOf(&f.Fields[i], i+1)})
			}
			label := text.Same(f.ID)
			res, err := d.Write(d.book, Batch{Label: label, Writes: []Write{{Form: f, Cells: cells}}})
			if err != nil {
				t.Fatal(err)
			}
			row := res.Rows[0]
			holds := func(shift int) {
				t.Helper()
				r, err := d.Record(d.book, f, row)
				if err != nil || r == nil {
					t.Fatal(r, err)
				}
				for i := range f.Fields {
					if want := valueOf(&f.Fields[i], i+shift); r.Values[i] != want {
						t.Fatalf("%s holds %v, want %v", f.Fields[i].ID, r.Values[i], want)
					}
				}
			}
			holds(1)
			for i := range f.Fields {
				v := valueOf(&f.Fields[i], i+2)
				if _, err := d.Write(d.book, Batch{Label: label, Writes: []Write{{Form: f, Row: row, Cells: []Cell{{Field: i, Value: v}}}}}); err != nil {
					t.Fatal(err)
				}
			}
			holds(2)
			for {
				l, err := d.NextUndo(d.book)
				if err != nil {
					t.Fatal(err)
				}
				if l != label {
					break
				}
				d.undo()
			}
			if r, _ := d.Record(d.book, f, row); r != nil {
				t.Fatal("still there")
			}
			for d.redo().Seq != 0 {
			}
			holds(2)
			bulk := func(yield func(*form.Record, error) bool) {
				for n := range 50 {
					r := form.NewRecord(f)
					for i := range f.Fields {
						if rand.IntN(3) > 0 {
							r.Values[i] = valueOf(&f.Fields[i], i+n)
						}
					}
					if !yield(r, nil) {
						return
					}
				}
			}
			before, err := d.Count(d.book, f)
			if err != nil {
				t.Fatal(err)
			}
			if _, n, err := d.WriteBulk(background, d.book, f, Bulk{Label: label}, bulk); n != 50 || err != nil {
				t.Fatal(n, err)
			}
			d.undo()
			d.redo()
			if n, _ := d.Count(d.book, f); n != before+50 {
				t.Fatal(n, before)
			}
			d.sameCube()
		})
	}
	d.reopen()
	found, err := d.VerifyHistory(background)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if found, err = d.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
}
