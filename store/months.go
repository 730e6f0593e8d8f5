package store

import (
	"context"
	"encoding/binary"
	"strings"

	"yice/book"
	"yice/form"
)

// What a year came to by the end of some month is asked of years whose figures do not reach December. That is a question of
// its own: the kept sums have months alone, or every start would read twelve times as many of them.

// monthDims are the dimensions that the months are told apart by.
var monthDims = map[string]bool{
	"project": true, "platform": true, "category": true, "treatment": true, "source": true, "activity": true, "original_technology": true,
}

// Months goes through a book's ledger once and tells each of its sums month by month, in no order. SQLite would sort a million lines to
// group them, which takes three times as long: they are added up here.
func (w *Workspace) Months(ctx context.Context, b Book, each func(*book.MonthCell)) error {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return nil
	}
	exprs := []string{t.cubeAmountExpr(""), "''"}
	if t.has(cubeDate, form.Date) {
		exprs[1] = quote(cubeDate)
	}
	var dims []cubeDim
	for i, expr := range t.dimExprs("") {
		if monthDims[cubeDims[i].Field] {
			dims, exprs = append(dims, cubeDims[i]), append(exprs, expr)
		}
	}
	return w.reading(ctx, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		k, err := c.query(ctx, "SELECT "+strings.Join(exprs, ", ")+" FROM "+t.name+" WHERE _book=?", b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		var gross form.Gross
		var key []byte
		cells := map[string]*book.MonthCell{}
		for k.next() {
			amount := k.int(0)
			if !gross.Add(amount) {
				return t.tooMuch(t.form.Field(cubeAmount))
			}
			month := book.MonthIn(k.text(1), b.Year)
			key = append(key[:0], byte(month))
			for _, v := range k.vals[2:] {
				switch v := v.(type) {
				case int64:
					key = binary.LittleEndian.AppendUint64(key, uint64(v))
				case string:
					key = append(binary.LittleEndian.AppendUint32(key, uint32(len(v))), v...)
				}
			}
			m := cells[string(key)]
			if m == nil {
				m = &book.MonthCell{Month: month}
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
				cells[string(key)] = m
			}
			m.Amount = form.Plus(m.Amount, amount)
			m.Lines++
		}
		if k.err != nil {
			return k.err
		}
		for _, m := range cells {
			each(m)
		}
		return nil
	})
}
