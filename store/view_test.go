package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

// A view over many rows shows, at any position and after any inserting and removing, what a plain list would.
func TestPagingAgreesWithThePlainList(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	n := effort.Of(6_000, 40_000)
	if _, _, err := d.WriteBulk(background, d.book, f, Bulk{}, manySpend(f, n)); err != nil {
		t.Fatal(err)
	}
	want := make([]int64, n)
	for i := range want {
		want[i] = int64(i + 1)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	v, err := d.View(background, d.book, f, Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var total int64
	for r := range manySpend(f, n) {
		total += r.Num("amount")
	}
	for round := range effort.Of(60, 400) {
		i := rnd.IntN(len(want))
		switch round % 4 {
		case 0:
			r, err := d.Write(d.book, Batch{Writes: []Write{{Form: f, After: want[i], Cells: d.cells(f, "amount", 5)}}})
			if err != nil {
				t.Fatal(err)
			}
			total += 5
			want = slices.Insert(want, i+1, r.Rows[0])
		case 1:
			r := d.remove("spend", want[i])
			total -= r.Changes[0].Before.Num("amount")
			want = slices.Delete(want, i, i+1)
		case 2:
			d.undo()
			r := d.redo()
			if len(r.Changes) != 1 {
				t.Fatal(r)
			}
		}
		if v.Len() != len(want) {
			t.Fatalf("%d rows, want %d", v.Len(), len(want))
		}
		for _, i := range []int{i, rnd.IntN(len(want)), 0, len(want) - 1, len(want) / 2} {
			page, err := v.Rows(i, 30)
			if err != nil || len(page) != min(30, len(want)-i) {
				t.Fatal(len(page), err)
			}
			for j, r := range page {
				if r.ID != want[i+j] {
					t.Fatalf("round %d: row %d at %d, want %d", round, r.ID, i+j, want[i+j])
				}
			}
			if at := v.Index(want[i]); at != i {
				t.Fatalf("round %d: row %d is said to be at %d, not %d", round, want[i], at, i)
			}
		}
		if sum, _, err := v.Sum("amount"); err != nil || sum != total {
			t.Fatalf("round %d: the sum is %d, want %d (%v)", round, sum, total, err)
		}
	}
}

// naive answers a query row by row, in Go.
func naive(rows []*form.Record, f *form.Form, q Query) (out []int64) {
	keep := slices.DeleteFunc(slices.Clone(rows), func(r *form.Record) bool {
		for _, w := range q.Where {
			if !naiveWhere(r, f.Index(w.Field), w) {
				return true
			}
		}
		return q.Find != "" && !naiveFind(r, f, q.Find)
	})
	slices.SortStableFunc(keep, func(a, b *form.Record) int {
		for _, s := range q.Sort {
			i := f.Index(s.Field)
			x, y := a.Values[i], b.Values[i]
			if x.Empty() != y.Empty() {
				if x.Empty() {
					return 1
				}
				return -1
			}
			c := 0
			switch {
			case f.Fields[i].Kind == form.CodeKind:
				at := func(v form.Value) int {
					return slices.IndexFunc(f.Fields[i].Codes, func(c form.Code) bool { return c.ID == v.Str() })
				}
				c = at(x) - at(y)
			case x.IsNumber():
				c = int(x.Num() - y.Num())
			default:
				c = strings.Compare(x.Str(), y.Str())
			}
			if s.Desc {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	for _, r := range keep {
		out = append(out, r.ID)
	}
	return out
}

func naiveWhere(r *form.Record, i int, w Where) bool {
	return naiveWithin(r, i, w) != w.Not
}

func naiveWithin(r *form.Record, i int, w Where) bool {
	v := r.Values[i]
	if slices.ContainsFunc(w.In, func(x form.Value) bool { return x == v && (!v.Empty() || r.Raw[i] == "") }) {
		return true
	}
	if w.From.Empty() && w.To.Empty() {
		return len(w.In) == 0
	}
	if v.Empty() {
		return false
	}
	if v.IsNumber() {
		return (w.From.Empty() || v.Num() >= w.From.Num()) && (w.To.Empty() || v.Num() <= w.To.Num())
	}
	return (w.From.Empty() || v.Str() >= w.From.Str()) && (w.To.Empty() || v.Str() <= w.To.Str())
}

func naiveFind(r *form.Record, f *form.Form, what string) bool {
	holds := func(s string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(what)) }
	for i, v := range r.Values {
		if holds(r.Raw[i]) && r.Raw[i] != "" || !v.IsNumber() && holds(v.Str()) {
			return true
		}
		fd := &f.Fields[i]
		for _, c := range fd.Codes {
			if c.ID == v.Str() && (holds(c.Title.ZH) || holds(c.Title.EN)) {
				return true
			}
		}
		if n, ok := v.Int(); ok {
			sign := ""
			if n < 0 {
				sign, n = "-", -n
			}
			shown := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
			if figure := strings.ReplaceAll(what, ",", ""); strings.Trim(figure, "-.0123456789") == "" && figure != "" && strings.Contains(shown, figure) {
				return true
			}
		}
	}
	return false
}

func TestQueriesAnswerAsRowByRow(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	rapid.Check(t, func(t *rapid.T) {
		var writes []Write
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			var cells []Cell
			for i := range f.Fields {
				if rapid.IntRange(0, 3).Draw(t, "filled") > 0 {
					cells = append(cells, anyCell(t, f, i))
				}
			}
			writes = append(writes, Write{Form: f, Cells: cells})
		}
		if _, err := d.Write(d.book, Batch{Writes: writes}); err != nil {
			t.Fatal(err)
		}
		defer d.Undo(d.book, "")
		rows, err := d.Records(d.book, f)
		if err != nil {
			t.Fatal(err)
		}
		q := anyQuery(t, f)
		v, err := d.View(background, d.book, f, q, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := naive(rows, f, q)
		if v.Len() != len(want) {
			t.Fatalf("%+v gives %d rows, want %d", q, v.Len(), len(want))
		}
		page, err := v.Rows(0, len(want))
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for i, r := range page {
			if r.ID != want[i] || v.Index(r.ID) != i {
				t.Fatalf("%+v gives %d at %d, want %d", q, r.ID, i, want[i])
			}
			sum += r.Num("amount")
		}
		if got, _, err := v.Sum("amount"); err != nil || got != sum {
			t.Fatalf("%+v sums %d, want %d (%v)", q, got, sum, err)
		}
	})
}

func anyQuery(t *rapid.T, f *form.Form) Query {
	var q Query
	if rapid.Bool().Draw(t, "finding") {
		q.Find = rapid.SampledFrom([]string{"a", "A", "乙", "P1", "code b", "12", "-", "0.5", "1,", "it's", "%", "_", "[31m", "三月", "2023-01"}).Draw(t, "find")
	}
	for range rapid.IntRange(0, 2).Draw(t, "wheres") {
		i := rapid.IntRange(0, len(f.Fields)-1).Draw(t, "where")
		w := Where{Field: f.Fields[i].ID, Not: rapid.IntRange(0, 3).Draw(t, "not") == 0}
		value := func() form.Value {
			c := anyCell(t, f, i)
			return c.Value
		}
		for range rapid.IntRange(0, 2).Draw(t, "in") {
			w.In = append(w.In, value())
		}
		if rapid.Bool().Draw(t, "range") {
			w.From, w.To = value(), value()
		}
		q.Where = append(q.Where, w)
	}
	for range rapid.IntRange(0, 2).Draw(t, "sorts") {
		i := rapid.IntRange(0, len(f.Fields)-1).Draw(t, "sort")
		q.Sort = append(q.Sort, Sort{f.Fields[i].ID, rapid.Bool().Draw(t, "desc")})
	}
	return q
}

func TestAListedViewKeepsItsPlacesUntilItIsRefreshed(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("project")
	for _, c := range []string{"b", "c", "a"} {
		d.add("project", "code", c, "staff", raw("?"))
	}
	v, err := d.View(background, d.book, f, Query{Sort: []Sort{{Field: "code"}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	codes := func() (s string) {
		rows, err := v.Rows(0, 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			s += r.Str("code") + r.Raw[f.Index("staff")] + "."
		}
		return s
	}
	d.want(codes(), "a?.b?.c?.")
	if v.Stale() {
		t.Fatal("stale at once")
	}
	d.set("project", 3, "code", "z")
	d.remove("project", 1)
	d.want(codes(), "z?..c?.")
	if !v.Stale() {
		t.Fatal("not stale after a write")
	}
	if err := v.Refresh(background, nil); err != nil {
		t.Fatal(err)
	}
	d.want(codes(), "c?.z?.")
}

func TestALongSortCanBeStopped(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	const many = 2*sifted + 100
	if _, _, err := d.WriteBulk(background, d.book, f, Bulk{Label: text.Same("x")}, manySpend(f, many)); err != nil {
		t.Fatal(err)
	}
	for _, q := range []Query{{Sort: []Sort{{Field: "amount"}}}, {Find: "料"}} {
		ctx, cancel := context.WithCancel(background)
		calls := 0
		_, err := d.View(ctx, d.book, f, q, func(done, of int64) {
			if calls++; of != many || done > of {
				t.Errorf("progress %d of %d", done, of)
			}
			if calls == 2 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || calls < 2 {
			t.Fatalf("%+v was not stopped: %v after %d calls", q, err, calls)
		}
		cancel()
		v, err := d.View(background, d.book, f, q, nil)
		if err != nil || v.Len() == 0 {
			t.Fatal(v, err)
		}
	}
}
