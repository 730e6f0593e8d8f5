package store

import (
	"context"
	"fmt"
	"strings"

	"yice/form"
)

// The cube is the sums of the ledger by everything the engine and the returns ask for. Which columns make it stands here
// and nowhere else: the tables, the triggers, the recount and CubeKey all follow from cubeDims. Nobody asks for a month
// together with anything else: months have sums of their own, or there would be twelve times as many cells to read at
// every start and to go through at every edit.

type dimKind uint8

const (
	byIdent dimKind = iota // a reference, summed by identity and shown by its key
	byText
	byFlag // 是, or anything else
)

type cubeDim struct {
	field string
	kind  dimKind
	text  func(*CubeCell) *string
	flag  func(*CubeCell) *bool
}

var cubeDims = []cubeDim{
	{field: "project", kind: byIdent, text: func(c *CubeCell) *string { return &c.Project }},
	{field: "platform", kind: byIdent, text: func(c *CubeCell) *string { return &c.Platform }},
	{field: "category", kind: byText, text: func(c *CubeCell) *string { return &c.Category }},
	{field: "treatment", kind: byText, text: func(c *CubeCell) *string { return &c.Treatment }},
	{field: "source", kind: byText, text: func(c *CubeCell) *string { return &c.Source }},
	{field: "activity", kind: byText, text: func(c *CubeCell) *string { return &c.Activity }},
	{field: "counterparty", kind: byText, text: func(c *CubeCell) *string { return &c.Counterparty }},
	{field: "counterparty_uscc", kind: byText, text: func(c *CubeCell) *string { return &c.CounterpartyUSCC }},
	{field: "intra_group", kind: byFlag, flag: func(c *CubeCell) *bool { return &c.IntraGroup }},
	{field: "original_technology", kind: byFlag, flag: func(c *CubeCell) *bool { return &c.Original }},
}

const (
	cubeDate   = "date"
	cubeAmount = "amount"
	yes        = "是"
	// cubeShape changes when the table of the cube does; it is part of the dictionary's digest.
	cubeShape = "cube 2"
)

// Cube is the sums of one book's ledger.
type Cube struct {
	Cells []CubeCell // in no order; one a key
	// ByMonth is Σ amount, 分: 1–12 by the line's date; 0 without a usable date or outside the year.
	ByMonth [13]int64
}

// CubeCell is one sum of the ledger: Σ amount and count by what the engine and the returns ask for.
type CubeCell struct {
	Project, Platform                                                     string // natural keys
	Category, Treatment, Source, Activity, Counterparty, CounterpartyUSCC string
	IntraGroup, Original                                                  bool
	Amount                                                                int64 // 分
	Lines                                                                 int64
}

// key is the cell without its sums.
func (c CubeCell) key() CubeCell {
	c.Amount, c.Lines = 0, 0
	return c
}

// cubeLedger gives the form whose lines make the cube: the first ledger of the dictionary.
func (w *Workspace) cubeLedger() *table {
	for _, f := range w.forms {
		if f.Scope == form.Ledger {
			return w.tables[f.ID]
		}
	}
	return nil
}

// month gives the month of a canonical date within the year, else 0.
func month(date string, year int) int {
	if len(date) != 10 || date[:4] != fmt.Sprintf("%04d", year) {
		return 0
	}
	m := int(date[5]-'0')*10 + int(date[6]-'0')
	if date[5] < '0' || date[5] > '1' || date[6] < '0' || date[6] > '9' || m < 1 || m > 12 {
		return 0
	}
	return m
}

// CubeKey gives the cell a line falls into, Amount and Lines filled with that line's own, and its month as in Cube.ByMonth.
func CubeKey(b Book, r *form.Record) (CubeCell, int) {
	c := CubeCell{Amount: r.Get(cubeAmount).Num(), Lines: 1}
	for _, d := range cubeDims {
		v := r.Get(d.field).Str()
		if d.kind == byFlag {
			*d.flag(&c) = v == yes
		} else {
			*d.text(&c) = v
		}
	}
	return c, month(r.Get(cubeDate).Str(), b.Year)
}

// cubeTable gives the statements that make the tables of the cube, in place of those of another shape.
func cubeTable() string {
	var b strings.Builder
	b.WriteString("DROP TABLE IF EXISTS cube;\nDROP TABLE IF EXISTS cube_month;\n")
	b.WriteString("CREATE TABLE cube_month(book INTEGER NOT NULL, month INTEGER NOT NULL, amount INTEGER NOT NULL, lines INTEGER NOT NULL," +
		" PRIMARY KEY(book, month)) STRICT, WITHOUT ROWID;\n")
	b.WriteString("CREATE TABLE cube(book INTEGER NOT NULL")
	key := "book"
	for _, d := range cubeDims {
		typ := "INTEGER"
		if d.kind == byText {
			typ = "TEXT"
		}
		fmt.Fprintf(&b, ", %s %s NOT NULL", quote(d.field), typ)
		key += ", " + quote(d.field)
	}
	fmt.Fprintf(&b, ", amount INTEGER NOT NULL, lines INTEGER NOT NULL, PRIMARY KEY(%s)) STRICT, WITHOUT ROWID;\n", key)
	return b.String()
}

// layer is one table of the cube, with the expressions of its key for a row called by a prefix ("new.", "").
type layer struct {
	name  string
	cols  []string // the key: book first
	exprs []string
}

// layers gives the tables of the cube.
func (t *table) layers(row string) [2]layer {
	book := row + "_book"
	return [...]layer{
		{"cube", cubeColumns(), append([]string{book}, t.dimExprs(row)...)},
		{"cube_month", []string{"book", "month"}, []string{book, t.monthExpr(row)}},
	}
}

// monthExpr gives the expression of a row's month, as month does.
func (t *table) monthExpr(row string) string {
	if !t.has(cubeDate, form.Date) {
		return "0"
	}
	d := row + quote(cubeDate)
	return fmt.Sprintf("CASE WHEN substr(%[1]s,1,4)=(SELECT printf('%%04d',year) FROM book WHERE id=%[2]s_book)"+
		" AND length(%[1]s)=10 AND substr(%[1]s,6,2) BETWEEN '01' AND '12' AND substr(%[1]s,7,1) BETWEEN '0' AND '9'"+
		" THEN CAST(substr(%[1]s,6,2) AS INTEGER) ELSE 0 END", d, row)
}

// has reports whether the file has a field of that kind.
func (t *table) has(field string, k form.Kind) bool {
	f := t.column(field)
	return f != nil && f.Kind == k
}

// dimExprs gives the expressions of a row's dimensions.
func (t *table) dimExprs(row string) (out []string) {
	for _, d := range cubeDims {
		f := t.column(d.field)
		col := row + quote(d.field)
		switch {
		case d.kind == byFlag && f != nil && columnType(f.Kind) == "TEXT":
			out = append(out, "("+col+" IS '"+yes+"')")
		case d.kind == byIdent && t.has(d.field, form.Ref):
			out = append(out, "ifnull("+col+",0)")
		case d.kind == byText && f != nil && columnType(f.Kind) == "TEXT":
			out = append(out, "ifnull("+col+",'')")
		case d.kind == byText:
			out = append(out, "''")
		default:
			out = append(out, "0")
		}
	}
	return out
}

func (t *table) cubeAmountExpr(row string) string {
	if f := t.column(cubeAmount); f != nil && number(f.Kind) {
		return "ifnull(" + row + quote(cubeAmount) + ",0)"
	}
	return "0"
}

// cubeColumns are the key of the table of all dimensions: the book first.
func cubeColumns() []string {
	cols := []string{"book"}
	for _, d := range cubeDims {
		cols = append(cols, quote(d.field))
	}
	return cols
}

const addUp = " ON CONFLICT DO UPDATE SET amount=amount+excluded.amount, lines=lines+excluded.lines"

// cubeMove gives the statements that add (or with "-" take away) one row's part.
func (t *table) cubeMove(row, sign string) string {
	var b strings.Builder
	for _, l := range t.layers(row) {
		fmt.Fprintf(&b, "  INSERT INTO %[1]s(%[2]s, amount, lines) VALUES(%[3]s, %[4]s(%[5]s), %[4]s1)%[6]s;\n",
			l.name, strings.Join(l.cols, ", "), strings.Join(l.exprs, ", "), sign, t.cubeAmountExpr(row), addUp)
	}
	return b.String()
}

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
	b.WriteString("DROP TRIGGER IF EXISTS cube_insert;\nDROP TRIGGER IF EXISTS cube_update;\n")
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
		ids = append(ids, d.field)
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
	return "SELECT " + strings.Join(l.exprs, ", ") + ", sum(" + t.cubeAmountExpr("") + "), count(*) FROM " + t.name + " WHERE " + where + " GROUP BY " + by
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
	for _, name := range []string{"cube", "cube_month"} {
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

// Cube gives the ledger's sums as the transactions kept them.
func (w *Workspace) Cube(b Book) (Cube, error) {
	t := w.cubeLedger()
	if t == nil {
		return Cube{}, nil
	}
	l := t.layers("")
	return w.cubeFrom(background, b, l[0].kept(" WHERE book=?"), l[1].kept(" WHERE book=?"))
}

// CountCube counts them afresh, for comparison.
func (w *Workspace) CountCube(ctx context.Context, b Book) (Cube, error) {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return Cube{}, nil
	}
	l := t.layers("")
	return w.cubeFrom(ctx, b, t.counted(l[0], "_book=?"), t.counted(l[1], "_book=?"))
}

// cubeFrom reads both layers in one snapshot.
func (w *Workspace) cubeFrom(ctx context.Context, b Book, cells, months string) (cube Cube, err error) {
	err = w.reading(ctx, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		if cube.Cells, err = c.cells(ctx, cells, b.ID, name); err != nil {
			return err
		}
		k, err := c.query(ctx, months, b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			if m := k.int(1); m >= 0 && m < int64(len(cube.ByMonth)) {
				cube.ByMonth[m] += k.int(2)
			}
		}
		return k.err
	})
	return cube, err
}

// cells reads cells, and merges those whose identities bear the same key.
func (c *conn) cells(ctx context.Context, sql string, book int64, name func(int64) string) (cells []CubeCell, err error) {
	k, err := c.query(ctx, sql, book)
	if err != nil {
		return nil, err
	}
	defer k.close()
	type namedBy struct{ dim, key string }
	bearer := map[namedBy]int64{}
	doubled := false
	for k.next() {
		var cell CubeCell
		for i, d := range cubeDims {
			switch d.kind {
			case byIdent:
				id := k.int(i + 1)
				key := name(id)
				*d.text(&cell) = key
				by := namedBy{d.field, key}
				if was, ok := bearer[by]; !ok {
					bearer[by] = id
				} else if was != id {
					doubled = true
				}
			case byText:
				*d.text(&cell) = k.text(i + 1)
			case byFlag:
				*d.flag(&cell) = k.int(i+1) != 0
			}
		}
		n := len(cubeDims) + 1
		cell.Amount, cell.Lines = k.int(n), k.int(n+1)
		cells = append(cells, cell)
	}
	if doubled {
		cells = merged(cells)
	}
	return cells, k.err
}

// merged adds up cells of one key.
func merged(cells []CubeCell) []CubeCell {
	at := make(map[CubeCell]int, len(cells))
	out := cells[:0]
	for _, c := range cells {
		if i, ok := at[c.key()]; ok {
			out[i].Amount += c.Amount
			out[i].Lines += c.Lines
			continue
		}
		at[c.key()] = len(out)
		out = append(out, c)
	}
	return out
}

// cubeAt is the key of a cell as the file has it: identities, not keys. cubeSum is what it adds up.
type cubeAt struct {
	idents [2]int64
	texts  [6]string
	flags  [2]bool
}

type cubeSum struct{ amount, lines int64 }

// cubeAt gives the cell of a stored row and its amount.
func (t *table) cubeAt(s *stored) (at cubeAt, amount int64) {
	ni, nt, nf := 0, 0, 0
	for _, d := range cubeDims {
		i := t.form.Index(d.field)
		switch d.kind {
		case byIdent:
			if i >= 0 && t.refAt[i] >= 0 {
				at.idents[ni] = s.refs[t.refAt[i]]
			}
			ni++
		case byText:
			if i >= 0 {
				at.texts[nt] = s.rec.Values[i].Str()
			}
			nt++
		case byFlag:
			at.flags[nf] = i >= 0 && s.rec.Values[i].Str() == yes
			nf++
		}
	}
	return at, s.rec.Get(cubeAmount).Num()
}

// addCube merges one sum into the cube.
func (t *Tx) addCube(at cubeAt, sum cubeSum) error {
	args := []any{t.book.ID}
	ni, nt, nf := 0, 0, 0
	for _, d := range cubeDims {
		switch d.kind {
		case byIdent:
			args = append(args, at.idents[ni])
			ni++
		case byText:
			args = append(args, at.texts[nt])
			nt++
		case byFlag:
			args = append(args, at.flags[nf])
			nf++
		}
	}
	cols := cubeColumns()
	_, err := t.c.exec("INSERT INTO cube("+strings.Join(cols, ", ")+", amount, lines) VALUES(?"+strings.Repeat(",?", len(cols)+1)+")"+addUp,
		append(args, sum.amount, sum.lines)...)
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
