package store

import (
	"context"

	"yice/book"
	"yice/form"
)

// What a year came to by the end of some month is asked of years whose figures do not reach December. That is a question of
// its own: the kept sums have months alone, or every start would read twelve times as many of them.

// monthDims are the dimensions that the months are told apart by.
var monthDims = map[string]bool{"project": true, "platform": true, "category": true, "treatment": true, "source": true, "original_technology": true}

// Months goes through a book's ledger once and gives its sums month by month.
func (w *Workspace) Months(ctx context.Context, b Book) (all []book.MonthCell, err error) {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return nil, nil
	}
	l := layer{exprs: []string{"_book", t.monthExpr("")}, amount: t.cubeAmountExpr("")}
	var dims []cubeDim
	for i, expr := range t.dimExprs("") {
		if monthDims[cubeDims[i].Field] {
			dims, l.exprs = append(dims, cubeDims[i]), append(l.exprs, expr)
		}
	}
	err = w.reading(ctx, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		k, err := c.query(ctx, t.counted(l, "_book=?"), b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		var columns form.Gross
		for k.next() {
			m := book.MonthCell{Month: int(k.int(1))}
			for i, d := range dims {
				switch d.Kind {
				case byIdent:
					*d.Text(&m.Cell) = name(k.int(i + 2))
				case byText:
					*d.Text(&m.Cell) = k.text(i + 2)
				case byFlag:
					*d.Flag(&m.Cell) = k.int(i+2) != 0
				}
			}
			n := len(dims) + 2
			m.Amount, m.Lines = k.int(n), k.int(n+1)
			if !columns.Add(m.Amount) {
				return t.tooMuch(t.form.Field(cubeAmount))
			}
			all = append(all, m)
		}
		return k.err
	})
	return all, err
}
