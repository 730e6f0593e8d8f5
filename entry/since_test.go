package entry_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// since tells what differs from what was sealed, in a line a form and a line a row.
func since(t *testing.T, s *entry.Session) string {
	t.Helper()
	x := must[*entry.Since](t)(s.Since(context.Background()))
	var b strings.Builder
	for _, f := range x.Forms {
		fmt.Fprintf(&b, "%s +%d ~%d -%d\n", f.Form.ID, f.Added, f.Changed, f.Removed)
		for _, r := range f.Rows {
			fmt.Fprintf(&b, "  %d %s", r.How, r.Key)
			for _, c := range r.Cells {
				fmt.Fprintf(&b, " %s:%s>%s", c.Field.ID, c.Old, c.New)
			}
			b.WriteString("\n")
		}
	}
	for _, e := range x.Events {
		fmt.Fprintf(&b, "%s\n", e.Kind)
	}
	return b.String()
}

// lock seals and reopens a year as sealing does.
func lock(t *testing.T, s *entry.Session, locked bool) {
	t.Helper()
	if err := s.Workspace().SetLocked(s.Book(), locked, "示例甲", "原因"); err != nil {
		t.Fatal(err)
	}
	if err := s.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func TestSinceTellsWhatDiffersInTheEnd(t *testing.T) {
	s := golden(t)
	x := must[*entry.Since](t)(s.Since(context.Background()))
	if !x.At.IsZero() || len(x.Forms) != 0 {
		t.Fatalf("a year never sealed differs from its sealing: %+v", x)
	}
	lock(t, s, true)
	if got := since(t, s); got != "" {
		t.Errorf("nothing has happened: %s", got)
	}
	lock(t, s, false)
	p := form.ByID("project")
	rows := s.Records(p)
	name := rows[0].Str("name")
	must[entry.Outcome](t)(s.Put(p, rows[0].ID, "name", "甲"))
	must[entry.Outcome](t)(s.Put(p, rows[0].ID, "name", "乙"))
	must[entry.Outcome](t)(s.Put(p, rows[1].ID, "goal", ""))
	made := must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: p, Row: -1, Field: "code", Typed: "P9"}, {Form: p, Row: -1, Field: "name", Typed: "丙"}}))
	want := "project +1 ~2 -0\n" +
		"  0 P1 name:" + name + ">乙\n" +
		"  0 P2 goal:" + p.Field("goal").Show(rows[1].Get("goal")) + ">\n" +
		"  1 P9 code:>P9 name:>丙\nunlock\n"
	if got := since(t, s); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}

	// What is taken back, typed back or made and removed is no difference.
	must[entry.Outcome](t)(s.Put(p, rows[0].ID, "name", name))
	must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: p, Row: made.Rows[0], Remove: true}}))
	must[entry.Outcome](t)(s.Put(p, rows[1].ID, "goal", p.Field("goal").Show(rows[1].Get("goal"))))
	if got := since(t, s); got != "unlock\n" {
		t.Errorf("nothing differs: %s", got)
	}
	must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: p, Row: rows[1].ID, Remove: true}}))
	if got := since(t, s); !strings.HasPrefix(got, "project +0 ~0 -1\n  2 P2 code:P2> name:") {
		t.Errorf("removed: %s", got)
	}
	must[entry.Outcome](t)(s.Undo())
	if got := since(t, s); got != "unlock\n" {
		t.Errorf("brought back: %s", got)
	}

	// A new sealing is what counts from then on.
	must[entry.Outcome](t)(s.Put(p, rows[0].ID, "name", "丁"))
	lock(t, s, true)
	if got := since(t, s); got != "" {
		t.Errorf("since the second sealing: %s", got)
	}
}

// Many lines at once are one line of the list; what is done to one of them later is part of it; undone, they are gone.
func TestSinceCountsWhatCameAtOnce(t *testing.T) {
	s := golden(t)
	lock(t, s, true)
	lock(t, s, false)
	f := form.ByID(ledgerID)
	lines := func() iter.Seq2[*form.Record, error] {
		return func(yield func(*form.Record, error) bool) {
			for i := range 5 {
				r := form.NewRecord(f)
				r.Set("summary", form.S("试剂"))
				r.Set("amount", form.N(int64(100+i)))
				if !yield(r, nil) {
					return
				}
			}
		}
	}
	first := int64(0)
	res, n, err := s.Workspace().WriteBulk(context.Background(), s.Book(), f, store.Bulk{Label: text.Same("导入"), File: "补.csv"}, lines())
	if err != nil || n != 5 || !res.Bulk {
		t.Fatalf("%d %v", n, err)
	}
	if err := s.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := s.Workspace().Scan(context.Background(), s.Book(), f, func(r *form.Record) error { first = max(first, r.ID); return nil }); err != nil {
		t.Fatal(err)
	}
	if got := since(t, s); got != "spend +5 ~0 -0\n  3 补.csv\nunlock\n" {
		t.Errorf("imported: %s", got)
	}
	must[entry.Outcome](t)(s.Put(f, first, "amount", "7"))
	if got := since(t, s); got != "spend +5 ~0 -0\n  3 补.csv\nunlock\n" {
		t.Errorf("one of them changed: %s", got)
	}
	must[entry.Outcome](t)(s.Apply(text.Pair{}, []entry.Edit{{Form: f, Row: first, Remove: true}}))
	if got := since(t, s); got != "spend +4 ~0 -0\n  3 补.csv\nunlock\n" {
		t.Errorf("one of them removed: %s", got)
	}
	for range 3 {
		must[entry.Outcome](t)(s.Undo())
	}
	if got := since(t, s); got != "unlock\n" {
		t.Errorf("taken back: %s", got)
	}
}
