package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"yice/form"
)

// The cube is the sums of the ledger by everything the engine and the returns ask for. Which columns make it stands here
// and nowhere else: the table, the triggers, the recount and CubeKey all follow from cubeDims.

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
	cubeShape = "cube 1"
)

// CubeCell is one sum of the ledger: Σ amount and count by what the engine and the returns ask for.
type CubeCell struct {
	Month                                                                 int    // 1–12 by the line's date; 0 without a usable date or outside the year
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

// CubeKey gives the cell a line falls into, Amount and Lines filled with that line's own.
func CubeKey(b Book, r *form.Record) CubeCell {
	c := CubeCell{Month: month(r.Get(cubeDate).Str(), b.Year), Amount: r.Get(cubeAmount).Num(), Lines: 1}
	for _, d := range cubeDims {
		v := r.Get(d.field).Str()
		if d.kind == byFlag {
			*d.flag(&c) = v == yes
		} else {
			*d.text(&c) = v
		}
	}
	return c
}

func cubeTable() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE cube(book INTEGER NOT NULL, month INTEGER NOT NULL")
	key := "book, month"
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

// cubeExprs gives, for a row called by a prefix ("new.", ""), the expressions of its cell: book, month, the dimensions.
func (t *table) cubeExprs(row string) []string {
	have := func(field string, k ...form.Kind) bool {
		f := t.column(field)
		return f != nil && slices.Contains(k, f.Kind)
	}
	out := []string{row + "_book", "0"}
	if have(cubeDate, form.Date) {
		d := row + quote(cubeDate)
		out[1] = fmt.Sprintf("CASE WHEN substr(%[1]s,1,4)=(SELECT printf('%%04d',year) FROM book WHERE id=%[2]s_book)"+
			" AND length(%[1]s)=10 AND substr(%[1]s,6,2) BETWEEN '01' AND '12' AND substr(%[1]s,7,1) BETWEEN '0' AND '9'"+
			" THEN CAST(substr(%[1]s,6,2) AS INTEGER) ELSE 0 END", d, row)
	}
	for _, d := range cubeDims {
		f := t.column(d.field)
		col := row + quote(d.field)
		switch {
		case d.kind == byFlag && f != nil && columnType(f.Kind) == "TEXT":
			out = append(out, "("+col+" IS '"+yes+"')")
		case d.kind == byIdent && have(d.field, form.Ref):
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

func cubeColumns() []string {
	cols := []string{"book", "month"}
	for _, d := range cubeDims {
		cols = append(cols, quote(d.field))
	}
	return cols
}

// cubeMove gives the statement that adds (or with "-" takes away) one row's part.
func (t *table) cubeMove(row, sign string) string {
	cols := cubeColumns()
	return fmt.Sprintf("INSERT INTO cube(%[1]s, amount, lines) VALUES(%[2]s, %[3]s(%[4]s), %[3]s1)"+
		" ON CONFLICT DO UPDATE SET amount=amount+excluded.amount, lines=lines+excluded.lines;",
		strings.Join(cols, ", "), strings.Join(t.cubeExprs(row), ", "), sign, t.cubeAmountExpr(row))
}

// cubeTriggers keep the cube for the rows of the ledger as they are made and edited one by one. Rows of a bulk bear a
// negative _step while they are inserted and removed rows a negative _book; both are counted by the program (addRange).
func (t *table) cubeTriggers() string {
	cols := []string{}
	for _, field := range append([]string{cubeDate, cubeAmount}, fields(cubeDims)...) {
		if t.form.Field(field) != nil {
			cols = append(cols, quote(field))
		}
	}
	var b strings.Builder
	b.WriteString("DROP TRIGGER IF EXISTS cube_insert;\nDROP TRIGGER IF EXISTS cube_update;\n")
	fmt.Fprintf(&b, "CREATE TRIGGER cube_insert AFTER INSERT ON %s WHEN new._book > 0 AND new._step > 0 BEGIN\n  %s\nEND;\n", t.name, t.cubeMove("new.", ""))
	if len(cols) == 0 {
		return b.String()
	}
	where := make([]string, 0, len(cubeDims)+2)
	exprs := t.cubeExprs("old.")
	for i, col := range cubeColumns() {
		where = append(where, col+"="+exprs[i])
	}
	fmt.Fprintf(&b, "CREATE TRIGGER cube_update AFTER UPDATE OF %s ON %s WHEN new._book > 0 BEGIN\n  %s\n  %s\n  DELETE FROM cube WHERE %s AND lines=0;\nEND;\n",
		strings.Join(cols, ", "), t.name, t.cubeMove("old.", "-"), t.cubeMove("new.", ""), strings.Join(where, " AND "))
	return b.String()
}

func fields(dims []cubeDim) (ids []string) {
	for _, d := range dims {
		ids = append(ids, d.field)
	}
	return ids
}

// cubeSelect gives a selection of cells: book, the other columns, sums.
func cubeSelect(from, book string, cols []string, amount, lines, rest string) string {
	return "SELECT " + book + ", " + strings.Join(cols, ", ") + ", " + amount + ", " + lines + " FROM " + from + rest
}

// cubeCount gives the selection that counts the cells of the rows that a condition keeps.
func (t *table) cubeCount(where string) string {
	exprs := t.cubeExprs("")
	by := "1"
	for i := range exprs[1:] {
		by += fmt.Sprintf(",%d", i+2)
	}
	return cubeSelect(t.name, exprs[0], exprs[1:], "sum("+t.cubeAmountExpr("")+")", "count(*)", " WHERE "+where+" GROUP BY "+by)
}

// cubeRange adds to the cube the live rows of a book numbered first to last, or takes them away (sign -1). They must
// stand in the book when it is called.
func (c *conn) cubeRange(t *table, book, first, last, sign int64) error {
	_, err := c.exec(fmt.Sprintf("INSERT INTO cube SELECT book, %s, ?*amount, ?*lines FROM (SELECT * FROM cube WHERE 0 UNION ALL %s) WHERE true"+
		" ON CONFLICT DO UPDATE SET amount=amount+excluded.amount, lines=lines+excluded.lines",
		strings.Join(cubeColumns()[1:], ", "), t.cubeCount("_row BETWEEN ? AND ? AND +_book=?")), sign, sign, first, last, book)
	if err != nil || sign > 0 {
		return err
	}
	_, err = c.exec("DELETE FROM cube WHERE book=? AND lines=0", book)
	return err
}

// recube counts the cube of every book afresh; for the first opening under another dictionary and for repairs.
func (c *conn) recube(t *table) error {
	if _, err := c.exec("DELETE FROM cube"); err != nil || t == nil {
		return err
	}
	_, err := c.exec("INSERT INTO cube " + t.cubeCount("_book>0"))
	return err
}

// Cube gives the ledger's sums as the transactions kept them, in no order; one cell a key.
func (w *Workspace) Cube(b Book) ([]CubeCell, error) {
	return w.cubeFrom(background, b, cubeSelect("cube", "book", cubeColumns()[1:], "amount", "lines", " WHERE book=?"))
}

// CountCube counts them afresh, for comparison.
func (w *Workspace) CountCube(ctx context.Context, b Book) ([]CubeCell, error) {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return nil, nil
	}
	return w.cubeFrom(ctx, b, t.cubeCount("_book=?"))
}

// cubeFrom reads cells, and merges those whose identities bear the same key.
func (w *Workspace) cubeFrom(ctx context.Context, b Book, sql string) ([]CubeCell, error) {
	var cells []CubeCell
	at := map[CubeCell]int{}
	err := w.reading(ctx, func(c *conn) error {
		name, err := w.names(c, b.ID)
		if err != nil {
			return err
		}
		k, err := c.query(ctx, sql, b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			cell := CubeCell{Month: int(k.int(1))}
			for i, d := range cubeDims {
				switch d.kind {
				case byIdent:
					*d.text(&cell) = name(k.int(i + 2))
				case byText:
					*d.text(&cell) = k.text(i + 2)
				case byFlag:
					*d.flag(&cell) = k.int(i+2) != 0
				}
			}
			n := len(cubeDims) + 2
			if i, ok := at[cell]; ok {
				cells[i].Amount += k.int(n)
				cells[i].Lines += k.int(n + 1)
				continue
			}
			at[cell] = len(cells)
			cell.Amount, cell.Lines = k.int(n), k.int(n+1)
			cells = append(cells, cell)
		}
		return k.err
	})
	return cells, err
}

// cubeAt is the key of a cell as the file has it: identities, not keys. cubeSum is what it adds up.
type cubeAt struct {
	month  int
	idents [2]int64
	texts  [6]string
	flags  [2]bool
}

type cubeSum struct{ amount, lines int64 }

// cubeAt gives the cell of a stored row and its amount.
func (t *table) cubeAt(b Book, s *stored) (at cubeAt, amount int64) {
	at.month = month(s.rec.Get(cubeDate).Str(), b.Year)
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
	args := []any{t.book.ID, at.month}
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
	_, err := t.c.exec("INSERT INTO cube("+strings.Join(cols, ", ")+", amount, lines) VALUES(?"+strings.Repeat(",?", len(cols)+1)+
		") ON CONFLICT DO UPDATE SET amount=amount+excluded.amount, lines=lines+excluded.lines", append(args, sum.amount, sum.lines)...)
	return err
}
