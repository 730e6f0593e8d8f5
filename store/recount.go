package store

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// recounting adds up the ledgers of all books in one walk, for the long check. SQLite would sort a million lines to group them, which takes
// three times as long; CountCube lets it, and so counts in another way.
type recounting struct {
	t      *table
	dated  bool
	amount int // where a line has it; -1: it has none
	years  map[int64]int64
	books  map[int64]*recountedBook
}

// recountedBook is what was counted of one book, or why that cannot be.
type recountedBook struct {
	Cube
	sums            *summing
	beyond, tooMuch bool
	months          *scoring.Months // as they are kept; nil: they are not, or hold no more
}

func (x *examination) recounting(t *table) (*recounting, error) {
	r := &recounting{t: t, dated: t.has(cubeDate, form.Date), amount: -1, years: map[int64]int64{}, books: map[int64]*recountedBook{}}
	if f := t.column(cubeAmount); f != nil && number(f.Kind) {
		r.amount = t.form.Index(cubeAmount)
	}
	k, err := x.c.query(x.ctx, "SELECT id, uscc, year FROM book")
	if err != nil {
		return nil, err
	}
	defer k.close()
	for k.next() {
		b, of := Book{k.int(0), k.text(1), int(k.int(2))}, &recountedBook{sums: newSumming(t)}
		if of.months, _, err = x.w.monthsKept(x.c, b); err != nil {
			return nil, err
		}
		r.years[b.ID], r.books[b.ID] = int64(b.Year), of
	}
	return r, k.err
}

// walk takes every line in. It reads no more of it than is added up.
func (r *recounting) walk(x *examination) error {
	var at []int
	cols := []string{"_row", "_book"}
	for i := range r.t.form.Fields {
		if id := r.t.form.Fields[i].ID; id == cubeAmount || id == cubeDate || slices.ContainsFunc(cubeDims, func(d cubeDim) bool { return d.Field == id }) {
			at, cols = append(at, i), append(cols, r.t.cols[i])
		}
	}
	k, err := x.c.query(x.ctx, "SELECT "+strings.Join(cols, ", ")+" FROM "+r.t.name+" NOT INDEXED WHERE _book>0")
	if err != nil {
		return err
	}
	defer k.close()
	s := &stored{rec: form.NewRecord(r.t.form), refs: make([]int64, len(r.t.refs))}
	nameless := func(int64) string { return "" }
	for k.next() {
		s.rec.ID, s.book = k.int(0), k.int(1)
		clear(s.refs)
		for n, i := range at {
			r.t.set(s, i, k.vals[len(cols)-len(at)+n], nameless)
		}
		r.line(s)
	}
	return k.err
}

// line takes one in.
func (r *recounting) line(s *stored) {
	of := r.books[s.book]
	if of == nil {
		return
	}
	amount, month := int64(0), 0
	if r.amount >= 0 {
		n, _ := s.rec.Values[r.amount].Int()
		if of.beyond = of.beyond || n > r.t.limits[r.amount] || n < -r.t.limits[r.amount]; of.beyond {
			return
		}
		amount = n
	}
	gross := form.Gross(of.gross)
	if of.tooMuch = of.tooMuch || !gross.Add(amount); of.tooMuch {
		return
	}
	of.gross = int64(gross)
	year := int(r.years[s.book])
	if r.dated {
		month = book.MonthIn(of.sums.text(s, of.sums.date), year)
	}
	sum := of.sums.of(s, month, year)
	sum.amount = form.Plus(sum.amount, amount)
	sum.lines++
	of.addMonth(int64(month), amount)
	if of.months != nil {
		if sum.byMonth == nil {
			sum.byMonth = new([13]cubeSum)
		}
		m := &sum.byMonth[month]
		m.amount = form.Plus(m.amount, amount)
		m.lines++
	}
}

// compare holds the kept sums against what was counted.
func (r *recounting) compare(x *examination) error {
	diff := 0
	for id, year := range r.years {
		b := Book{ID: id, Year: int(year)}
		var cells gathered
		kept, err := x.w.keptCube(x.ctx, x.c, r.t, b, cells.add)
		kept.Cells = merged(cells)
		var f *text.Fault
		if errors.As(err, &f) && (f.Code == "store.beyond" || f.Code == "store.total") {
			x.report(f.Code, r.t.form.ID, f.Say)
			continue
		}
		if err != nil {
			return err
		}
		of := r.books[id]
		switch {
		case of.beyond:
			return x.w.nameBeyond(x.ctx, x.c, r.t, b)
		case of.tooMuch:
			return r.t.tooMuch(r.t.form.Field(cubeAmount))
		}
		counted, err := of.cells(x, id)
		if err != nil {
			return err
		}
		diff += kept.differs(of.Cube)
		if of.months != nil && !reflect.DeepEqual(told(of.months), told(counted)) {
			diff++
		}
	}
	if diff == 0 {
		return nil
	}
	x.wrong = true
	say := text.StoreFindCube
	if x.w.readOnly {
		say = text.StoreFindCubeRO
	}
	x.report("store.totals", r.t.form.ID, say.With(diff))
	return nil
}

// cells gives the book its cells, by the keys that its identities bear, and its months where they are kept.
func (of *recountedBook) cells(x *examination, id int64) (*scoring.Months, error) {
	name, err := x.w.names(x.c, id)
	if err != nil {
		return nil, err
	}
	months := new(scoring.Months)
	for _, sum := range of.sums.cells {
		cell := CubeCell{Amount: sum.amount, Lines: sum.lines}
		ni, nt, nf := 0, 0, 0
		for _, d := range cubeDims {
			switch d.Kind {
			case byIdent:
				*d.Text(&cell) = name(sum.idents[ni])
				ni++
			case byText:
				*d.Text(&cell) = sum.texts[nt]
				nt++
			case byFlag:
				*d.Flag(&cell) = sum.flags[nf]
				nf++
			}
		}
		of.Cells = append(of.Cells, cell)
		if sum.byMonth == nil {
			continue
		}
		for m := 1; m <= 12; m++ {
			in := book.MonthCell{Cell: cell, Month: m}
			in.Amount, in.Lines = sum.byMonth[m].amount, sum.byMonth[m].lines
			book.AddMonth(months, &in)
		}
	}
	of.Cells = merged(of.Cells)
	return months, nil
}
