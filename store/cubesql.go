package store

import (
	"fmt"
	"strings"

	"yice/form"
)

// cubeTable gives the statements that make the tables of the cube, in place of those of another shape.
func cubeTable() string {
	var b strings.Builder
	b.WriteString("DROP TABLE IF EXISTS cube;\nDROP TABLE IF EXISTS cube_month;\nDROP TABLE IF EXISTS cube_gross;\n")
	b.WriteString("CREATE TABLE cube_gross(book INTEGER NOT NULL, beyond INTEGER NOT NULL, amount INTEGER NOT NULL, lines INTEGER NOT NULL," +
		" PRIMARY KEY(book, beyond)) STRICT, WITHOUT ROWID;\n")
	b.WriteString("CREATE TABLE cube_month(book INTEGER NOT NULL, month INTEGER NOT NULL, amount INTEGER NOT NULL, lines INTEGER NOT NULL," +
		" PRIMARY KEY(book, month)) STRICT, WITHOUT ROWID;\n")
	b.WriteString("CREATE TABLE cube(book INTEGER NOT NULL, idents INTEGER NOT NULL, flags INTEGER NOT NULL, texts TEXT NOT NULL," +
		" amount INTEGER NOT NULL, lines INTEGER NOT NULL, PRIMARY KEY(book, idents, flags, texts)) STRICT, WITHOUT ROWID;\n")
	return b.String()
}

// layer is one table of the cube, with the expressions of its key for a row called by a prefix ("new.", "").
type layer struct {
	name   string
	cols   []string // the key: book first
	exprs  []string
	amount string // what a row adds
}

// The layers in their order. byGross keeps what the amounts come to without their signs, and apart from that the lines
// beyond what a cell may hold (see bound.go), which a program of ours never writes.
const (
	byDims = iota
	byMonths
	byGross
)

// layers gives the tables of the cube.
func (t *table) layers(row string) [3]layer {
	book, amount := row+"_book", t.cubeAmountExpr(row)
	return [...]layer{
		byDims:   {"cube", []string{"book", "idents", "flags", "texts"}, append([]string{book}, packed(t.dimExprs(row))...), amount},
		byMonths: {"cube_month", []string{"book", "month"}, []string{book, t.monthExpr(row)}, amount},
		byGross:  {"cube_gross", []string{"book", "beyond"}, []string{book, t.beyondExpr(row)}, "abs(" + amount + ")"},
	}
}

// monthExpr gives the expression of a row's month, as book.MonthIn does.
func (t *table) monthExpr(row string) string {
	if !t.has(cubeDate, form.Date) {
		return "0"
	}
	d := row + quote(cubeDate)
	return fmt.Sprintf("CASE WHEN substr(%[1]s,1,4)=(SELECT printf('%%04d',year) FROM book WHERE id=%[2]s_book)"+
		" AND length(%[1]s)=10 AND substr(%[1]s,6,2) BETWEEN '01' AND '12' AND substr(%[1]s,7,1) BETWEEN '0' AND '9'"+
		" THEN CAST(substr(%[1]s,6,2) AS INTEGER) ELSE 0 END", d, row)
}

// outsideExpr gives the expression of whether a row has no date in its book's year, as book.CellOf does.
func (t *table) outsideExpr(row string) string {
	if !t.has(cubeDate, form.Date) {
		return "0"
	}
	return "((" + t.monthExpr(row) + ")=0)"
}

// has reports whether the file has a field of that kind.
func (t *table) has(field string, k form.Kind) bool {
	f := t.column(field)
	return f != nil && f.Kind == k
}

// dimExprs gives the expressions of a row's dimensions.
func (t *table) dimExprs(row string) (out []string) {
	for _, d := range cubeDims {
		f := t.column(d.Field)
		col := row + quote(d.Field)
		switch {
		case d.Derived:
			out = append(out, t.outsideExpr(row))
		case d.Kind == byFlag && f != nil && columnType(f.Kind) == "TEXT":
			out = append(out, "("+col+" IS '"+form.Yes+"')")
		case d.Kind == byIdent && t.has(d.Field, form.Ref):
			out = append(out, "ifnull("+col+",0)")
		case d.Kind == byText && f != nil && columnType(f.Kind) == "TEXT":
			out = append(out, "ifnull("+col+",'')")
		case d.Kind == byText:
			out = append(out, "''")
		default:
			out = append(out, "0")
		}
	}
	return out
}

func (t *table) cubeAmountExpr(row string) string {
	if f := t.column(cubeAmount); f != nil && number(f.Kind) {
		return fmt.Sprintf("CASE WHEN %s%s BETWEEN %d AND %d THEN %[1]s%[2]s ELSE 0 END", row, quote(cubeAmount), -f.Limit(), f.Limit())
	}
	return "0"
}

// beyondExpr tells an amount beyond what a cell may hold, which counts as one that could not be read: as nothing.
func (t *table) beyondExpr(row string) string {
	if f := t.column(cubeAmount); f != nil && number(f.Kind) {
		return fmt.Sprintf("ifnull(%s%s NOT BETWEEN %d AND %d,0)", row, quote(cubeAmount), -f.Limit(), f.Limit())
	}
	return "0"
}

const addUp = " ON CONFLICT DO UPDATE SET amount=amount+excluded.amount, lines=lines+excluded.lines"

// cubeMove gives the statements that add (or with "-" take away) one row's part.
func (t *table) cubeMove(row, sign string) string {
	var b strings.Builder
	for _, l := range t.layers(row) {
		fmt.Fprintf(&b, "  INSERT INTO %[1]s(%[2]s, amount, lines) VALUES(%[3]s, %[4]s(%[5]s), %[4]s1)%[6]s;\n",
			l.name, strings.Join(l.cols, ", "), strings.Join(l.exprs, ", "), sign, l.amount, addUp)
	}
	return b.String()
}

const dropCubeTriggers = "DROP TRIGGER IF EXISTS cube_insert;\nDROP TRIGGER IF EXISTS cube_update;\n"

// cubeTriggers keep the cube for the rows of the ledger as they are made and edited one by one. Rows of a bulk bear a
// negative _step while they are inserted and removed rows a negative _book; both are counted by the program (cubeRange).
func (t *table) cubeTriggers() string {
	cols := []string{}
	for _, field := range append([]string{cubeDate, cubeAmount}, fields(cubeDims)...) {
		if t.form.Field(field) != nil {
			cols = append(cols, quote(field))
		}
	}
	var b strings.Builder
	b.WriteString(dropCubeTriggers)
	fmt.Fprintf(&b, "CREATE TRIGGER cube_insert AFTER INSERT ON %s WHEN new._book > 0 AND new._step > 0 BEGIN\n%sEND;\n", t.name, t.cubeMove("new.", ""))
	if len(cols) == 0 {
		return b.String()
	}
	fmt.Fprintf(&b, "CREATE TRIGGER cube_update AFTER UPDATE OF %s ON %s WHEN new._book > 0 BEGIN\n%s%s", strings.Join(cols, ", "), t.name,
		t.cubeMove("old.", "-"), t.cubeMove("new.", ""))
	for _, l := range t.layers("old.") {
		where := make([]string, len(l.cols))
		for i, col := range l.cols {
			where[i] = col + "=" + l.exprs[i]
		}
		fmt.Fprintf(&b, "  DELETE FROM %s WHERE %s AND lines=0;\n", l.name, strings.Join(where, " AND "))
	}
	b.WriteString("END;\n")
	return b.String()
}

func fields(dims []cubeDim) (ids []string) {
	for _, d := range dims {
		if !d.Derived {
			ids = append(ids, d.Field)
		}
	}
	return ids
}

// kept selects what a layer holds, in the order of its columns: the key, the sum, the count.
func (l layer) kept(where string) string {
	return "SELECT " + strings.Join(l.cols, ", ") + ", amount, lines FROM " + l.name + where
}

// counted selects the same from the rows that a condition keeps.
func (t *table) counted(l layer, where string) string {
	by := "1"
	for i := range l.exprs[1:] {
		by += fmt.Sprintf(",%d", i+2)
	}
	return "SELECT " + strings.Join(l.exprs, ", ") + ", sum(" + l.amount + "), count(*) FROM " + t.name + " WHERE " + where + " GROUP BY " + by
}

// cubeRange adds to the cube the live rows of a book numbered first to last, or takes them away (sign -1). They must
// stand in the book when it is called.
func (c *conn) cubeRange(t *table, book, first, last, sign int64) error {
	for _, l := range t.layers("") {
		cols := strings.Join(l.cols, ", ")
		_, err := c.exec(fmt.Sprintf("INSERT INTO %[1]s SELECT %[2]s, ?*amount, ?*lines FROM (SELECT * FROM %[1]s WHERE 0 UNION ALL %[3]s) WHERE true%[4]s",
			l.name, cols, t.counted(l, "_row BETWEEN ? AND ? AND +_book=?"), addUp), sign, sign, first, last, book)
		if err == nil && sign < 0 {
			_, err = c.exec("DELETE FROM "+l.name+" WHERE book=? AND lines=0", book)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// recube counts the cube of every book afresh; for the first opening under another dictionary and for repairs.
func (c *conn) recube(t *table) error {
	for _, name := range []string{"cube", "cube_month", "cube_gross"} {
		if _, err := c.exec("DELETE FROM " + name); err != nil {
			return err
		}
	}
	if t == nil {
		return nil
	}
	for _, l := range t.layers("") {
		if _, err := c.exec("INSERT INTO " + l.name + " " + t.counted(l, "_book>0")); err != nil {
			return err
		}
	}
	return nil
}

// addCube merges one sum into the cube.
func (t *Tx) addCube(at cubeAt, sum cubeSum) error {
	args := append(append([]any{t.book.ID}, at.packed()...), sum.amount, sum.lines)
	_, err := t.c.exec("INSERT INTO cube(book, idents, flags, texts, amount, lines) VALUES(?,?,?,?,?,?)"+addUp, args...)
	return err
}

// addMonth merges one sum into those of the months.
func (t *Tx) addMonth(month int, sum cubeSum) error {
	if sum.lines == 0 {
		return nil
	}
	_, err := t.c.exec("INSERT INTO cube_month(book, month, amount, lines) VALUES(?,?,?,?)"+addUp, t.book.ID, month, sum.amount, sum.lines)
	return err
}

// addGross merges what a bulk comes to without signs.
func (t *Tx) addGross(sum cubeSum) error {
	if sum.lines == 0 {
		return nil
	}
	_, err := t.c.exec("INSERT INTO cube_gross(book, beyond, amount, lines) VALUES(?,0,?,?)"+addUp, t.book.ID, sum.amount, sum.lines)
	return err
}
