package store

import (
	"errors"
	"testing"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

func code(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

func TestARowIsWrittenReadChangedRemovedAndBroughtBack(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1", "name", "稀土", "staff", raw("三个"))
	s := d.add("spend", "date", "2023-03-15", "project", "P1", "amount", 12345, "category", "A")
	d.want(d.get("project", p, "staff"), "raw:三个")
	d.want(d.get("spend", s, "project"), "P1")
	d.sameCube()

	d.set("project", p, "staff", 3)
	d.want(d.get("project", p, "staff"), "3")
	if r := d.set("project", p, "staff", 3); r.Seq != 0 {
		t.Fatal("writing what is there already wrote something")
	}
	d.reopen()
	d.undo()
	d.want(d.get("project", p, "staff"), "raw:三个")
	d.redo()
	d.want(d.get("project", p, "staff"), "3")

	d.set("spend", s, "amount", 100, "date", "2022-01-01")
	d.sameCube()
	d.remove("spend", s)
	d.want(d.get("spend", s, "amount"), "gone")
	d.sameCube()
	d.reopen()
	d.undo()
	d.want(d.get("spend", s, "date"), "2022-01-01")
	d.sameCube()
	if n, _ := d.Count(d.book, d.form("spend")); n != 1 {
		t.Fatalf("%d rows", n)
	}
	for d.undo().Seq != 0 {
	}
	d.want(d.get("project", p, "code"), "gone")
	if l, _ := d.NextRedo(d.book); l.EN != "add" {
		t.Fatalf("next to redo: %v", l)
	}
	for d.redo().Seq != 0 {
	}
	d.want(d.get("project", p, "code"), "P1")
	d.want(d.get("spend", s, "date"), "gone")
	d.sameCube()
	d.undo()
	d.add("project", "code", "P2")
	if r := d.redo(); r.Seq != 0 {
		t.Fatal("a new write did not clear what could be redone")
	}
}

func TestReferencesFollowTheKey(t *testing.T) {
	d := newDesk(t, smallForms())
	early := d.add("spend", "project", "P9", "amount", 1)
	d.want(d.get("spend", early, "project"), "P9")
	p := d.add("project", "code", "P9")
	late := d.add("spend", "project", "P9", "amount", 2)
	team := d.add("team", "project", "P9", "person", "007")
	d.set("project", p, "code", "P10")
	for _, row := range []int64{early, late} {
		d.want(d.get("spend", row, "project"), "P10")
	}
	r, _ := d.Record(d.book, d.form("team"), team)
	d.want(r.Key(), "P10+007")
	d.sameCube()
	d.undo()
	d.want(d.get("spend", early, "project"), "P9")
	d.redo()
	d.want(d.get("spend", early, "project"), "P10")

	// Clearing the key and typing another still renames.
	d.set("project", p, "code", "")
	d.want(d.get("spend", early, "project"), "P10")
	d.set("project", p, "code", "P11")
	d.reopen()
	d.want(d.get("spend", early, "project"), "P11")

	// A removed row's references keep their text, and a new row with the key takes them over.
	d.remove("project", p)
	d.want(d.get("spend", late, "project"), "P11")
	q := d.add("project", "code", "P11")
	d.set("project", q, "code", "P12")
	d.want(d.get("spend", late, "project"), "P12")
	d.undo()
	d.undo()
	d.undo()
	d.want(d.get("project", p, "code"), "P11")
	d.set("project", p, "code", "P13")
	d.want(d.get("spend", late, "project"), "P13")
	d.sameCube()
}

func TestRowsStandWhereTheyWerePut(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("project")
	first := d.add("project", "code", "0")
	d.add("project", "code", "z")
	after := first
	want := []string{"0"}
	half := effort.Of(200, 1500)
	for i := range 2 * half { // always behind the newest, then always behind the first
		if i >= half {
			after = first
		}
		name := string(rune('a'+i%26)) + string(rune('0'+i/26%10))
		r, err := d.Write(d.book, Batch{Writes: []Write{{Form: f, After: after, Cells: d.cells(f, "name", name)}}})
		if err != nil {
			t.Fatal(err)
		}
		if i < half {
			want = append(want, name)
			after = r.Rows[0]
		} else {
			want = append(want[:1], append([]string{name}, want[1:]...)...)
		}
	}
	want = append(want, "z")
	got, err := d.Records(d.book, f)
	if err != nil || len(got) != len(want) {
		t.Fatal(len(got), err)
	}
	v, err := d.View(background, d.book, f, Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range got {
		name := r.Str("name") + r.Str("code")
		if name != want[i] {
			t.Fatalf("row %d is %q, want %q", i, name, want[i])
		}
		if i%97 == 0 {
			page, err := v.Rows(i, 1)
			if err != nil || len(page) != 1 || page[0].ID != r.ID || v.Index(r.ID) != i {
				t.Fatalf("the view has %v at %d, index %d, want %d (%v)", page, i, v.Index(r.ID), r.ID, err)
			}
		}
	}
}

func TestASealedYearIsNotWritten(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1")
	if err := d.SetLocked(d.book, true, "王五", "已上报"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write(d.book, Batch{Writes: []Write{{Form: d.form("project"), Row: p, Delete: true}}}); code(err) != "store.locked" {
		t.Fatal(err)
	}
	if _, err := d.Undo(d.book, ""); code(err) != "store.locked" {
		t.Fatal(err)
	}
	if err := d.PutNote(d.book, Note{Kind: "receipt", ID: "1", Text: "x"}); err != nil {
		t.Fatal(err)
	}
	d.reopen()
	if err := d.SetLocked(d.book, false, "王五", "更正"); err != nil {
		t.Fatal(err)
	}
	d.undo()
	d.want(d.get("project", p, "code"), "gone")
}

func TestATransactionThatFailsLeavesNothing(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("spend", "project", "P1", "amount", 5)
	head, _ := d.HistoryHead()
	stop := errors.New("stop")
	_, err := d.Transaction(d.book, text.Same("x"), "", func(tx *Tx) error {
		f := d.form("spend")
		if _, err := tx.Write([]Write{{Form: f, Cells: d.cells(f, "project", "PX", "amount", 7)}}); err != nil {
			return err
		}
		rows := func(yield func(*form.Record, error) bool) {
			for range 1000 {
				r := form.NewRecord(f)
				r.Set("project", form.S("PY"))
				r.Set("amount", form.N(1))
				if !yield(r, nil) {
					return
				}
			}
			yield(nil, stop)
		}
		_, err := tx.Bulk(background, f, Bulk{}, rows)
		return err
	})
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	if h, _ := d.HistoryHead(); h != head {
		t.Fatal("the history moved")
	}
	if n, _ := d.Count(d.book, d.form("spend")); n != 1 {
		t.Fatal(n)
	}
	d.sameCube()
	row := d.add("spend", "project", "PX", "amount", 9)
	d.want(d.get("spend", row, "project"), "PX")
	d.sameCube()
}

func TestAReferenceMeansTheRowThatBearsTheKey(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1")
	dangling := d.add("spend", "project", "P2", "amount", 1)
	d.set("project", p, "code", "P2") // two identities bear P2 now: one waits, one is p's
	s := d.add("spend", "project", "P2", "amount", 2)
	d.set("project", p, "code", "P3")
	d.want(d.get("spend", s, "project"), "P3")
	d.want(d.get("spend", dangling, "project"), "P2")
	d.sameCube()
}

func TestRowsOfAnUndoneBulkLetGoOfTheirKeys(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("project")
	_, _, err := d.WriteBulk(background, d.book, f, Bulk{}, func(yield func(*form.Record, error) bool) {
		r := form.NewRecord(f)
		r.Set("code", form.S("P1"))
		yield(r, nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	d.undo()
	s := d.add("spend", "project", "P1", "amount", 1)
	p := d.add("project", "code", "P1")
	d.set("project", p, "code", "P2")
	d.want(d.get("spend", s, "project"), "P2")
}

// The first thing done after the clock was set back takes a step back, or puts one again: what is written next gets a number
// that the note of the clock has not.
func TestWritingGoesOnAfterAStepBackWithTheClockSetBack(t *testing.T) {
	for name, walk := range map[string]func(d *desk) Result{"undo": (*desk).undo, "redo": (*desk).redo} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, smallForms())
			d.add("project", "code", "P1")
			d.add("project", "code", "P2")
			d.undo()
			d.clock = d.clock.AddDate(0, -3, 0)
			walk(d)
			d.add("project", "code", "P3")
			d.undo()
			d.redo()
			if n, err := d.Count(d.book, d.form("project")); err != nil || n == 0 {
				t.Errorf("%d %v", n, err)
			}
		})
	}
}
