package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"yice/form"
	"yice/text"
)

// bigDesk is a desk with n lines in the ledger.
func bigDesk(b *testing.B, n int) *desk {
	b.Helper()
	d := newDesk(b, nil)
	for i := range 40 {
		d.add("project", "code", fmt.Sprintf("P%03d", i))
	}
	start := time.Now()
	if _, got, err := d.WriteBulk(background, d.book, d.form("spend"), Bulk{Label: text.Same("x")}, manySpend(d.form("spend"), n)); err != nil || got != int64(n) {
		b.Fatal(got, err)
	}
	_, counts, _ := d.Flagged(d.book, d.form("spend"), 1)
	b.Logf("bulk of %d: %v, flags %v", n, time.Since(start), counts)
	return d
}

func sizes(b *testing.B, run func(b *testing.B, d *desk, n int)) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := bigDesk(b, n)
			b.ResetTimer()
			run(b, d, n)
		})
	}
}

func BenchmarkWriteField(b *testing.B) {
	sizes(b, func(b *testing.B, d *desk, n int) {
		f := d.form("spend")
		amount := f.Index("amount")
		var took []time.Duration
		for i := 0; b.Loop(); i++ {
			row, start := 1+rand.Int64N(int64(n)), time.Now()
			_, err := d.Write(d.book, Batch{Writes: []Write{{Form: f, Row: row, Cells: []Cell{{Field: amount, Value: form.N(int64(i) + 1)}}}}})
			if err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
	})
}

func BenchmarkOpen(b *testing.B) {
	sizes(b, func(b *testing.B, d *desk, n int) {
		for b.Loop() {
			b.StopTimer()
			d.Close()
			b.StartTimer()
			w, err := Open(d.Path(), d.o)
			if err != nil {
				b.Fatal(err)
			}
			d.Workspace = w
			if _, err := d.Cube(d.book); err != nil {
				b.Fatal(err)
			}
			v, _ := d.View(background, d.book, d.form("spend"), Query{}, nil)
			if _, err := v.Rows(0, 40); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkViewPage(b *testing.B) {
	sizes(b, func(b *testing.B, d *desk, n int) {
		v, err := d.View(background, d.book, d.form("spend"), Query{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if page, err := v.Rows(rand.IntN(n), 40); err != nil || len(page) == 0 {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkViewFind(b *testing.B) {
	sizes(b, func(b *testing.B, d *desk, n int) {
		for b.Loop() {
			v, err := d.View(background, d.book, d.form("spend"), Query{Find: "00777"}, nil)
			if err != nil || v.Len() == 0 && n > 1000 {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkViewSort(b *testing.B) {
	sizes(b, func(b *testing.B, d *desk, n int) {
		for b.Loop() {
			v, err := d.View(background, d.book, d.form("spend"), Query{Sort: []Sort{{Field: "amount", Desc: true}}}, nil)
			if err != nil || v.Len() != n {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkBulk(b *testing.B) {
	for b.Loop() {
		w, err := Create(filepath.Join(b.TempDir(), "x.yice"), Options{})
		if err != nil {
			b.Fatal(err)
		}
		book, err := w.OpenBook(testUSCC, 2023)
		if err != nil {
			b.Fatal(err)
		}
		f := w.dict().tables["spend"].form
		if _, _, err := w.WriteBulk(background, book, f, Bulk{}, manySpend(f, 1_000_000)); err != nil {
			b.Fatal(err)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
