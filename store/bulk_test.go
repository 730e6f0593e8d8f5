package store

import (
	"errors"
	"fmt"
	"iter"
	"testing"

	"yice/form"
	"yice/text"
)

// manySpend yields n ledger lines, the same for the same n.
func manySpend(f *form.Form, n int) iter.Seq2[*form.Record, error] {
	return func(yield func(*form.Record, error) bool) {
		for i := range n {
			r := form.NewRecord(f)
			r.Set("date", form.S(fmt.Sprintf("%d-%02d-%02d", 2023-i%50/49, i%12+1, i%28+1)))
			r.Set("voucher", form.S(fmt.Sprintf("记-%05d", i)))
			r.Set("summary", form.S([]string{"领用试验材料", "研发人员工资", "设备折旧", "委托测试费"}[i%4]))
			if i%3 > 0 {
				r.Set("project", form.S(fmt.Sprintf("P%03d", i%40)))
			}
			for _, id := range []string{"category", "treatment"} {
				codes := f.Field(id).Codes
				r.Set(id, form.S(codes[i%min(len(codes), 6)].ID))
			}
			r.Set("source", form.S("企业自筹"))
			if i%10 > 0 {
				r.Set("amount", form.N(int64(i)*37+100))
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

func TestABulkIsOneStep(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	d.add("project", "code", "P001")
	mine := d.add("spend", "project", "P001", "amount", 4, "date", "2023-05-05")
	const n = 3000
	res, got, err := d.WriteBulk(background, d.book, f, Bulk{Label: text.Same("导入"), Who: "张三", File: "a.csv", Digest: "00"}, manySpend(f, n))
	if err != nil || got != n || !res.Bulk || res.Form != f || res.Seq == 0 {
		t.Fatal(res, got, err)
	}
	state := func(rows int64, flagged int64) {
		t.Helper()
		d.sameCube()
		if c, _ := d.Count(d.book, f); c != rows {
			t.Fatalf("%d rows, want %d", c, rows)
		}
		ids, counts, err := d.Flagged(d.book, f, 100)
		if err != nil {
			t.Fatal(err)
		}
		total := int64(0)
		for _, c := range counts {
			total += c.Rows
		}
		if total != flagged || int64(len(ids)) != min(flagged, 100) {
			t.Fatalf("%d flagged (%d listed), want %d", total, len(ids), flagged)
		}
	}
	_, before, _ := d.Flagged(d.book, f, 1)
	flagged := int64(0)
	for _, c := range before {
		flagged += c.Rows
	}
	if flagged < n/10 {
		t.Fatalf("only %d flagged", flagged)
	}
	base := int64(0)
	state(n+1, flagged)
	undone := func() {
		t.Helper()
		_, counts, _ := d.Flagged(d.book, f, 1)
		base = 0
		for _, c := range counts {
			base += c.Rows
		}
		state(1, base)
	}
	d.set("spend", mine, "amount", 5)
	d.undo()
	if r := d.undo(); !r.Bulk || r.Form != f {
		t.Fatal(r)
	}
	undone()
	d.reopen()
	undone()
	if r := d.redo(); !r.Bulk {
		t.Fatal(r)
	}
	state(n+1, flagged)
	d.remove("spend", mine+1)
	d.sameCube()
	d.undo()
	state(n+1, flagged)
	d.undo()
	d.undo()
	d.undo()
	d.want(d.get("project", 1, "code"), "gone")
	for d.redo().Seq != 0 {
	}
	// the redo stack ended with the removal
	d.sameCube()
	_, _, err = d.WriteBulk(background, d.book, f, Bulk{}, func(yield func(*form.Record, error) bool) {
		for r := range manySpend(f, 2000) {
			if !yield(r, nil) {
				return
			}
		}
		yield(nil, errors.New("line 2001 is broken"))
	})
	if err == nil {
		t.Fatal("an error of the rows was lost")
	}
	d.sameCube()
}

// A long bulk takes the trigger that keeps the sums away while it lasts: it is back behind it, and where the bulk was given up.
func TestALongBulkBringsTheSumsBack(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	d.add("project", "code", "P001")
	away := 0
	_, _, err := d.WriteBulk(background, d.book, f, Bulk{}, func(yield func(*form.Record, error) bool) {
		for r := range manySpend(f, liftedAt+500) {
			if !yield(r, nil) {
				return
			}
			away++
		}
		yield(nil, errors.New("the last line is broken"))
	})
	if err == nil || away != liftedAt+500 {
		t.Fatal(away, err)
	}
	keyed := func() {
		t.Helper()
		row := d.add("spend", "project", "P001", "amount", 7, "date", "2023-06-06")
		d.sameCube()
		d.set("spend", row, "amount", 9)
		d.sameCube()
	}
	keyed()
	if _, n, err := d.WriteBulk(background, d.book, f, Bulk{}, manySpend(f, liftedAt+1)); err != nil || n != liftedAt+1 {
		t.Fatal(n, err)
	}
	keyed()
	d.reopen() // the door compares every trigger
	keyed()
}
