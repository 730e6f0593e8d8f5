package store

import (
	"strings"

	"yice/book"
	"yice/form"
)

// recounting adds up the ledgers of all books in one walk, for the long check. SQLite would sort a million lines to group them, which takes
// three times as long; CountCube lets it, and so counts in another way.
type recounting struct {
	t     *table
	dims  []recountedDim
	date  int // where it stands in a row; -1: lines have none
	sums  map[recountedAt]*cubeSum
	books map[int64]*recountedBook
}

// recountedBook is what was counted of one book, or why that cannot be.
type recountedBook struct {
	Cube
	beyond, tooMuch bool
}

// recountedDim is where a row has a dimension; at is negative where the file has no such column.
type recountedDim struct {
	kind    dimKind
	at      int
	derived bool
}

type recountedAt struct {
	book int64
	cubeAt
}

// recounted gives the sums of the books, by their ids and years.
func (x *examination) recounted(t *table, years map[int64]int64) (map[int64]*recountedBook, error) {
	r := &recounting{t: t, date: -1, sums: make(map[recountedAt]*cubeSum), books: make(map[int64]*recountedBook)}
	cols := []string{"_book", t.cubeAmountExpr(""), t.beyondExpr("")}
	if t.has(cubeDate, form.Date) {
		r.date, cols = len(cols), append(cols, quote(cubeDate))
	}
	exprs := t.dimExprs("")
	for i, d := range cubeDims {
		of := recountedDim{kind: d.Kind, at: len(cols), derived: d.Derived}
		if !d.Derived {
			cols = append(cols, exprs[i])
		}
		r.dims = append(r.dims, of)
	}
	for id := range years {
		r.books[id] = new(recountedBook)
	}
	k, err := x.c.query(x.ctx, "SELECT "+strings.Join(cols, ", ")+" FROM "+t.name+" NOT INDEXED WHERE _book>0")
	if err != nil {
		return nil, err
	}
	defer k.close()
	for k.next() {
		if of := r.books[k.int(0)]; of != nil {
			r.add(k, of, int(years[k.int(0)]))
		}
	}
	if k.err != nil {
		return nil, k.err
	}
	return r.books, r.cells(x)
}

// mayAddUp is an error where a book has a line beyond what a cell may hold, or comes to more than can be added up.
func (x *examination) mayAddUp(t *table, b Book, of *recountedBook) error {
	switch {
	case of.beyond:
		return x.w.nameBeyond(x.ctx, x.c, t, b)
	case of.tooMuch:
		return t.tooMuch(t.form.Field(cubeAmount))
	}
	return nil
}

// add takes one line in.
func (r *recounting) add(k *cursor, of *recountedBook, year int) {
	amount, month := k.int(1), 0
	gross := form.Gross(of.gross)
	of.beyond = of.beyond || k.int(2) != 0
	of.tooMuch = of.tooMuch || !gross.Add(amount)
	if of.beyond || of.tooMuch {
		return
	}
	of.gross = int64(gross)
	if r.date >= 0 {
		month = book.MonthIn(k.text(r.date), year)
	}
	at := recountedAt{book: k.int(0)}
	ni, nt, nf := 0, 0, 0
	for _, d := range r.dims {
		switch d.kind {
		case byIdent:
			at.idents[ni] = k.int(d.at)
			ni++
		case byText:
			at.texts[nt] = k.text(d.at)
			nt++
		case byFlag:
			at.flags[nf] = !d.derived && k.int(d.at) != 0 || d.derived && r.date >= 0 && month == 0
			nf++
		}
	}
	sum := r.sums[at]
	if sum == nil {
		sum = new(cubeSum)
		r.sums[at] = sum
	}
	sum.amount = form.Plus(sum.amount, amount)
	sum.lines++
	of.addMonth(int64(month), amount)
}

// cells gives every book its cells, by the keys that its identities bear.
func (r *recounting) cells(x *examination) error {
	for at, sum := range r.sums {
		name, err := x.w.names(x.c, at.book)
		if err != nil {
			return err
		}
		cell := CubeCell{Amount: sum.amount, Lines: sum.lines}
		ni, nt, nf := 0, 0, 0
		for _, d := range cubeDims {
			switch d.Kind {
			case byIdent:
				*d.Text(&cell) = name(at.idents[ni])
				ni++
			case byText:
				*d.Text(&cell) = at.texts[nt]
				nt++
			case byFlag:
				*d.Flag(&cell) = at.flags[nf]
				nf++
			}
		}
		of := r.books[at.book]
		of.Cells = append(of.Cells, cell)
	}
	for _, of := range r.books {
		of.Cells = merged(of.Cells)
	}
	return nil
}
