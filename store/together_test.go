package store

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"yice/form"
	"yice/internal/effort"
	"yice/text"
)

// Readers beside a writer see whole steps and nothing of half ones: every batch adds as much as it takes away.
func TestReadersSeeWholeSteps(t *testing.T) {
	d := newDesk(t, smallForms())
	f := d.form("spend")
	d.add("project", "code", "P0")
	var done atomic.Bool
	var wg sync.WaitGroup
	fail := func(format string, args ...any) {
		t.Errorf(format, args...)
		done.Store(true)
	}
	read := func(do func() error) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for !done.Load() {
				if err := do(); err != nil {
					fail("%v", err)
				}
			}
		}()
	}
	read(func() error {
		var sum, n int64
		err := d.Scan(background, d.book, f, func(r *form.Record) error {
			sum, n = sum+r.Num("amount"), n+1
			return nil
		})
		if sum != 0 || n%2 != 0 {
			return fmt.Errorf("%d in %d rows", sum, n)
		}
		return err
	})
	read(func() error {
		cube, err := d.Cube(d.book)
		var sum int64
		for _, c := range cube.Cells {
			sum += c.Amount
		}
		if sum != 0 {
			return fmt.Errorf("the cube has %d", sum)
		}
		return err
	})
	v, err := d.View(background, d.book, f, Query{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	read(func() error {
		if _, err := v.Rows(max(0, v.Len()-10), 20); err != nil {
			return err
		}
		if sum, n, err := v.Sum("amount"); err != nil || sum != 0 || n%2 != 0 {
			return fmt.Errorf("the view has %d in %d: %v", sum, n, err)
		}
		return nil
	})
	read(func() error {
		l, err := d.View(background, d.book, f, Query{Sort: []Sort{{Field: "amount"}}}, nil)
		if err == nil && l.Len()%2 != 0 {
			err = fmt.Errorf("a sorted view has %d rows", l.Len())
		}
		return err
	})
	for i := range effort.Of(100, 300) {
		switch {
		case i%10 == 8:
			d.undo()
		case i%10 == 9:
			d.redo()
		case i%50 == 5:
			d.set("project", 1, "code", fmt.Sprintf("P%d", i))
		default:
			_, err := d.Write(d.book, Batch{Label: text.Same("pair"), Writes: []Write{
				{Form: f, Cells: d.cells(f, "amount", i, "project", "P0")}, {Form: f, Cells: d.cells(f, "amount", -i)},
			}})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	done.Store(true)
	wg.Wait()
	d.sameCube()
}
