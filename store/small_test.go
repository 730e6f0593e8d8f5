package store

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"yice/book"
	"yice/form"
	"yice/text"
)

// A small dictionary with everything the workspace has to do with: a card, a register that others refer to, another with
// a composite key, a ledger.
func smallForms() []*form.Form {
	f := func(id string, k form.Kind) form.Field {
		return form.Field{ID: id, Title: text.Same(id), Kind: k}
	}
	ref := func(id, to string) form.Field {
		x := f(id, form.Ref)
		x.Ref = to
		return x
	}
	code := func(id string, codes ...string) form.Field {
		x := f(id, form.CodeKind)
		for _, c := range codes {
			x.Codes = append(x.Codes, form.Code{ID: c, Title: text.Pair{ZH: c, EN: "code " + c}})
		}
		return x
	}
	amount := f("amount", form.Money)
	amount.Required = true
	return []*form.Form{
		form.NewForm(form.Form{
			ID: "enterprise", Title: text.Same("enterprise"), Scope: form.PerEnterprise, Keys: [][]string{{"uscc"}},
			Fields: []form.Field{f("uscc", form.Text), f("name", form.Text), f("type", form.Text)},
		}),
		form.NewForm(form.Form{ID: "annual", Title: text.Same("annual"), Scope: form.PerYear, Fields: []form.Field{f("revenue", form.Money)}}),
		form.NewForm(form.Form{
			ID: "project", Title: text.Same("project"), Scope: form.Register, Keys: [][]string{{"code"}},
			Fields: []form.Field{f("code", form.Text), f("name", form.Text), f("staff", form.Int)},
		}),
		form.NewForm(form.Form{
			ID: "platform", Title: text.Same("platform"), Scope: form.Register, Keys: [][]string{{"code"}, {"name"}},
			Fields: []form.Field{f("code", form.Text), f("name", form.Text)},
		}),
		form.NewForm(form.Form{
			ID: "team", Title: text.Same("team"), Scope: form.Register, Keys: [][]string{{"project", "person"}},
			Fields: []form.Field{ref("project", "project"), f("person", form.Text), f("share", form.Percent)},
		}),
		form.NewForm(form.Form{
			ID: "spend", Title: text.Same("spend"), Scope: form.Ledger,
			Fields: []form.Field{
				f("date", form.Date), f("voucher", form.Text), f("summary", form.Text),
				ref("project", "project"), ref("platform", "platform"), code("category", "A", "B", "C"), code("treatment", "E", "K"),
				f("source", form.Text), f("activity", form.Text), f("counterparty", form.Text), f("counterparty_uscc", form.Text),
				f("intra_group", form.Flag), f("original_technology", form.Flag), amount,
			},
		}),
	}
}

func byID(forms []*form.Form, id string) *form.Form {
	for _, f := range forms {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// desk is a workspace under test with one open book.
type desk struct {
	*Workspace
	t     testing.TB
	o     Options
	book  Book
	clock time.Time
	// solo opens as on a disk without shared memory: one connection does everything.
	solo bool
}

const testUSCC = "91150200MA0BT0013C"

func newDesk(t testing.TB, forms []*form.Form) *desk {
	t.Helper()
	d := &desk{t: t, clock: time.Date(2024, 3, 5, 8, 0, 0, 0, time.UTC)}
	d.o = Options{Forms: forms, Now: func() time.Time { return d.clock }}
	w, err := Create(filepath.Join(t.TempDir(), "a#b %41?.yice"), d.o)
	if err != nil {
		t.Fatal(err)
	}
	d.Workspace = w
	t.Cleanup(func() { d.Close() })
	if d.book, err = w.OpenBook(testUSCC, 2023); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) reopen() {
	d.t.Helper()
	if err := d.Close(); err != nil {
		d.t.Fatal(err)
	}
	d.open()
}

func (d *desk) open() {
	d.t.Helper()
	var err error
	if d.Workspace, err = Open(d.path, d.o); err != nil {
		d.t.Fatal(err)
	}
	if !d.solo {
		return
	}
	d.Workspace.Close()
	if d.Workspace, err = newWorkspace(d.path, d.o); err != nil {
		d.t.Fatal(err)
	}
	d.alone = true
	if d.info, err = os.Stat(d.path); err == nil {
		if err = d.takeLock(); err == nil {
			err = d.openFile()
		}
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) form(id string) *form.Form { return d.dict().tables[id].form }

// cells makes cells of field, value pairs: an int64 or int is a figure, a string a text, raw a text that could not be read.
type raw string

func (d *desk) cells(f *form.Form, pairs ...any) (out []Cell) {
	d.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		c := Cell{Field: f.Index(pairs[i].(string))}
		if c.Field < 0 {
			d.t.Fatalf("%s has no field %s", f.ID, pairs[i])
		}
		switch v := pairs[i+1].(type) {
		case int:
			c.Value = form.N(int64(v))
		case string:
			c.Value = form.S(v)
		case raw:
			c.Raw = string(v)
		}
		out = append(out, c)
	}
	return out
}

func (d *desk) add(id string, pairs ...any) int64 {
	d.t.Helper()
	f := d.form(id)
	r, err := d.Write(d.book, Batch{Label: text.Pair{ZH: "新增", EN: "add"}, Who: "张三", Writes: []Write{{Form: f, Cells: d.cells(f, pairs...)}}})
	if err != nil {
		d.t.Fatal(err)
	}
	return r.Rows[0]
}

func (d *desk) set(id string, row int64, pairs ...any) Result {
	d.t.Helper()
	f := d.form(id)
	r, err := d.Write(d.book, Batch{Label: text.Pair{ZH: "修改", EN: "change"}, Who: "张三", Writes: []Write{{Form: f, Row: row, Cells: d.cells(f, pairs...)}}})
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func (d *desk) remove(id string, row int64) Result {
	d.t.Helper()
	r, err := d.Write(d.book, Batch{Label: text.Pair{ZH: "删除", EN: "delete"}, Who: "张三", Writes: []Write{{Form: d.form(id), Row: row, Delete: true}}})
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func (d *desk) get(id string, row int64, field string) string {
	d.t.Helper()
	r, err := d.Record(d.book, d.form(id), row)
	if err != nil {
		d.t.Fatal(err)
	}
	if r == nil {
		return "gone"
	}
	if i := r.Form.Index(field); r.Raw[i] != "" {
		return "raw:" + r.Raw[i]
	}
	return plain(r.Get(field))
}

func (d *desk) undo() Result {
	d.t.Helper()
	r, err := d.Undo(d.book, "李四")
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func (d *desk) redo() Result {
	d.t.Helper()
	r, err := d.Redo(d.book, "李四")
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func (d *desk) want(got, want string) {
	d.t.Helper()
	if got != want {
		d.t.Fatalf("got %q, want %q", got, want)
	}
}

// sameCube insists that the kept sums equal a recount, through SQL and through book.CellOf, and that the ledger is of them.
func (d *desk) sameCube() {
	d.t.Helper()
	kept, err := d.Cube(d.book)
	if err != nil {
		d.t.Fatal(err)
	}
	counted, err := d.CountCube(background, d.book)
	if err != nil {
		d.t.Fatal(err)
	}
	ledger, err := d.Ledger(d.book)
	if err != nil {
		d.t.Fatal(err)
	}
	if of := book.NewLedger(kept.Cube); !reflect.DeepEqual(ledger.RD(), of.RD()) || !reflect.DeepEqual(ledger.Sums(), of.Sums()) {
		d.t.Fatalf("the ledger is not that of the cube: %+v, not %+v", ledger.RD(), of.RD())
	}
	byKey := map[CubeCell]CubeCell{}
	var months [13]int64
	if t := d.cubeLedger(); t != nil {
		err = d.Scan(background, d.book, t.form, func(r *form.Record) error {
			c, m := book.CellOf(d.book.Year, r)
			months[m] += c.Amount
			sum := byKey[c.Key()]
			c.Amount, c.Lines = c.Amount+sum.Amount, c.Lines+sum.Lines
			byKey[c.Key()] = c
			return nil
		})
		if err != nil {
			d.t.Fatal(err)
		}
	}
	for _, cube := range []Cube{kept, counted} {
		if cube.ByMonth != months {
			d.t.Fatalf("the months have %v, the lines make %v", cube.ByMonth, months)
		}
		cells := cube.Cells
		if len(cells) != len(byKey) {
			d.t.Fatalf("the cube has %d cells, the lines make %d:\n%v\n%v", len(cells), len(byKey), cells, byKey)
		}
		for _, c := range cells {
			if byKey[c.Key()] != c {
				d.t.Fatalf("the cube has %+v, the lines make %+v", c, byKey[c.Key()])
			}
		}
	}
}
