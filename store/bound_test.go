package store

import (
	"fmt"
	"iter"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/text"
)

func lines(records ...*form.Record) iter.Seq2[*form.Record, error] {
	return func(yield func(*form.Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (d *desk) line(fen int64) *form.Record {
	r := form.NewRecord(d.form("spend"))
	r.Set("date", form.S("2023-03-15"))
	r.Set("summary", form.S("试验"))
	r.Set("amount", form.N(fen))
	return r
}

func (d *desk) put(id, field string, fen int64) (Result, error) {
	f := d.form(id)
	return d.Write(d.book, Batch{Writes: []Write{{Form: f, Cells: d.cells(f, field, int(fen))}}})
}

// Every way of writing takes 10^12 元 and refuses one 分 more, whatever gave the value.
func TestNothingBeyondTheBoundIsWritten(t *testing.T) {
	for _, sign := range []int64{1, -1} {
		doors := map[string]func(*desk, int64) error{
			"a new line": func(d *desk, fen int64) error { _, err := d.put("spend", "amount", fen); return err },
			"a figure":   func(d *desk, fen int64) error { _, err := d.put("annual", "revenue", fen); return err },
			"a changed line": func(d *desk, fen int64) error {
				row := d.add("spend", "amount", 1)
				f := d.form("spend")
				_, err := d.Write(d.book, Batch{Writes: []Write{{Form: f, Row: row, Cells: d.cells(f, "amount", int(fen))}}})
				return err
			},
			"a bulk": func(d *desk, fen int64) error {
				_, _, err := d.WriteBulk(background, d.book, d.form("spend"), Bulk{}, lines(d.line(1), d.line(fen)))
				return err
			},
		}
		for door, through := range doors {
			d := newDesk(t, smallForms())
			if err := through(d, sign*form.MaxMoney); err != nil {
				t.Errorf("%s refuses %d: %v", door, sign*form.MaxMoney, err)
			}
			if err := through(d, sign*(form.MaxMoney+1)); code(err) != "store.beyond" || !strings.Contains(err.Error(), "1 万亿元") {
				t.Errorf("%s takes %d: %v", door, sign*(form.MaxMoney+1), err)
			}
			d.sameCube()
		}
	}
}

// A file that somebody else wrote is refused where it is read, with the row named; the long check names it too.
func TestAFileThatHoldsMoreIsRefusedWithItsRow(t *testing.T) {
	for _, fen := range []int64{form.MaxMoney + 1, 9_000_000_000_000_000_000, -9_223_372_036_854_775_808} {
		d := newDesk(t, smallForms())
		d.add("spend", "date", "2023-01-05", "amount", 5)
		row := d.add("spend", "date", "2023-01-05", "summary", "试验", "amount", 7)
		d.tamper(fmt.Sprintf("UPDATE spend SET amount=%d WHERE _row=%d", fen, row))
		named := fmt.Sprintf("#%d", row)
		_, err := d.Cube(d.book)
		if code(err) != "store.beyond" || !strings.Contains(err.Error(), named) || !strings.Contains(err.Error(), "amount") {
			t.Errorf("%d: the cube: %v", fen, err)
		}
		if _, err = d.CountCube(background, d.book); code(err) != "store.beyond" {
			t.Errorf("%d: the cube counted: %v", fen, err)
		}
		if _, err = d.Records(d.book, d.form("spend")); code(err) != "store.beyond" {
			t.Errorf("%d: the rows: %v", fen, err)
		}
		if _, err := d.Record(d.book, d.form("spend"), row); code(err) != "store.beyond" {
			t.Errorf("%d: the row: %v", fen, err)
		}
		if _, err := d.put("spend", "amount", 1); code(err) != "store.beyond" {
			t.Errorf("%d: it is written to: %v", fen, err)
		}
		found, err := d.Check(background)
		if err != nil || len(found) == 0 || found[0].Check != "store.beyond" || !strings.Contains(found[0].Message.ZH, named) {
			t.Errorf("%d: the check: %v, %v", fen, found, err)
		}
	}
}

// What is removed, undone and put again stays within: an undo cannot bring back what the bound refuses.
func TestUndoBringsNothingBackThatIsBeyond(t *testing.T) {
	d := newDesk(t, smallForms())
	row := d.add("spend", "amount", 5)
	d.set("spend", row, "amount", 6)
	d.tamper(unguard + "UPDATE history SET old='n900000000000000000' WHERE field='amount'")
	if _, err := d.Undo(d.book, ""); code(err) != "store.beyond" {
		t.Fatal(err)
	}
}

// A column of a year comes to at most MaxTotal, its signs left out: the line that would bring it above is refused, by every
// way of writing, and nothing of its step is written.
func TestAColumnIsBounded(t *testing.T) {
	d := newDesk(t, smallForms())
	const full = form.MaxTotal / form.MaxMoney
	var most []*form.Record
	for i := range full {
		most = append(most, d.line([]int64{form.MaxMoney, -form.MaxMoney}[i%2]))
	}
	refused := func(what string, err error) {
		t.Helper()
		if code(err) != "store.total" || !strings.Contains(err.Error(), "amount") {
			t.Errorf("%s: %v", what, err)
		}
		d.sameCube()
	}
	n := 0
	counting := func(yield func(*form.Record, error) bool) {
		for _, r := range append(most, d.line(1), d.line(2)) {
			if n++; !yield(r, nil) {
				return
			}
		}
	}
	_, _, err := d.WriteBulk(background, d.book, d.form("spend"), Bulk{}, counting)
	refused("a bulk above the bound", err)
	if n != full+1 {
		t.Errorf("the bulk is refused at its row %d, not %d", n, full+1)
	}
	if count, err := d.Count(d.book, d.form("spend")); err != nil || count != 0 {
		t.Fatal(count, err)
	}
	if _, _, err := d.WriteBulk(background, d.book, d.form("spend"), Bulk{}, lines(most...)); err != nil {
		t.Fatal(err)
	}
	_, err = d.put("spend", "amount", 1)
	refused("a line", err)
	_, err = d.put("spend", "amount", -1)
	refused("a reversal", err)
	_, _, err = d.WriteBulk(background, d.book, d.form("spend"), Bulk{}, lines(d.line(-1)))
	refused("a second bulk", err)
	if _, err := d.put("spend", "amount", 0); err != nil {
		t.Error(err)
	}
	d.undo()
	d.undo() // the bulk
	if _, err := d.put("spend", "amount", form.MaxMoney); err != nil {
		t.Error(err)
	}
	d.sameCube()
}

// Registers are bounded as the ledger is.
func TestAColumnOfARegisterIsBounded(t *testing.T) {
	forms := smallForms()
	project := byID(forms, "project")
	*project = *form.NewForm(form.Form{
		ID: "project", Title: text.Same("project"), Scope: form.Register, Keys: [][]string{{"code"}},
		Fields: append(project.Fields, form.Field{ID: "spent", Title: text.Same("spent"), Kind: form.Money}),
	})
	d := newDesk(t, forms)
	var writes []Write
	for i := range form.MaxTotal/form.MaxMoney + 1 {
		writes = append(writes, Write{Form: d.form("project"), Cells: d.cells(d.form("project"), "code", fmt.Sprint("P", i), "spent", int(form.MaxMoney))})
	}
	if _, err := d.Write(d.book, Batch{Writes: writes}); code(err) != "store.total" || !strings.Contains(err.Error(), "spent") {
		t.Fatal(err)
	}
	if _, err := d.Write(d.book, Batch{Writes: writes[1:]}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write(d.book, Batch{Writes: writes[:1]}); code(err) != "store.total" {
		t.Fatal(err)
	}
}

// What an older edition let in is kept as text when the file is brought up, so that it can be opened and mended.
func TestAnOlderFileKeepsWhatIsBeyondAsText(t *testing.T) {
	d := newDesk(t, smallForms())
	row := d.add("spend", "date", "2023-01-05", "amount", 7)
	single := d.add("annual", "revenue", 5)
	d.tamper("UPDATE spend SET amount=9000000000000000000", "UPDATE annual SET revenue=-9223372036854775808", "UPDATE meta SET value='older' WHERE name='dictionary'")
	d.reopen()
	if cube, err := d.Cube(d.book); err != nil || cube.Cells[0].Amount != 0 {
		t.Fatal(cube, err)
	}
	d.sameCube()
	r, err := d.Record(d.book, d.form("spend"), row)
	if err != nil || r.Raw[d.form("spend").Index("amount")] != "90000000000000000.00" {
		t.Fatal(r, err)
	}
	if r, err = d.Record(d.book, d.form("annual"), single); err != nil || r.Raw[0] != "-92233720368547758.08" {
		t.Fatal(r, err)
	}
	d.set("spend", row, "amount", 9)
	d.sameCube()
}

// The cube is what a count without bounds makes of the lines, whatever they hold and in whatever order they come and go.
func TestTheCubeIsExact(t *testing.T) {
	d := newDesk(t, smallForms())
	rapid.Check(t, func(t *rapid.T) {
		b, err := d.OpenBook(testUSCC, rapid.IntRange(2024, 9000).Draw(t, "year"))
		if err != nil {
			t.Fatal(err)
		}
		fen := rapid.OneOf(rapid.Int64Range(form.MaxMoney-3, form.MaxMoney), rapid.Int64Range(0, form.MaxMoney), rapid.SampledFrom([]int64{1, form.MaxMoney}))
		if rapid.Bool().Draw(t, "reversals") {
			fen = rapid.OneOf(fen, rapid.Map(fen, func(n int64) int64 { return -n }))
		}
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			var all []*form.Record
			for _, n := range rapid.SliceOfN(fen, 1, 20).Draw(t, "lines") {
				r := d.line(n)
				r.Set("category", form.S(rapid.SampledFrom([]string{"A", "B"}).Draw(t, "category")))
				all = append(all, r)
			}
			if _, _, err := d.WriteBulk(background, b, d.form("spend"), Bulk{}, lines(all...)); err != nil {
				t.Fatal(err)
			}
			if rapid.IntRange(0, 3).Draw(t, "undo") == 0 {
				if _, err := d.Undo(b, ""); err != nil {
					t.Fatal(err)
				}
			}
		}
		want, negative := map[string]*big.Int{}, false
		err = d.Scan(background, b, d.form("spend"), func(r *form.Record) error {
			c := r.Str("category")
			if want[c] == nil {
				want[c] = new(big.Int)
			}
			want[c].Add(want[c], big.NewInt(r.Num("amount")))
			negative = negative || r.Num("amount") < 0
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		cube, err := d.Cube(b)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cube.Cells {
			if want[c.Category] == nil || want[c.Category].Cmp(big.NewInt(c.Amount)) != 0 || c.Amount < 0 && !negative {
				t.Fatalf("%s is %d, not %v", c.Category, c.Amount, want[c.Category])
			}
			delete(want, c.Category)
		}
		if len(want) > 0 {
			t.Fatal(want)
		}
		counted, err := d.CountCube(background, b)
		if err != nil || cube.differs(counted) != 0 {
			t.Fatal(err, cube, counted)
		}
	})
}
