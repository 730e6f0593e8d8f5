package store

import (
	"context"
	"fmt"
	"slices"

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
	// derived: no field of the line but what its date says: see outsideExpr.
	derived bool
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
	{field: "outside", kind: byFlag, flag: func(c *CubeCell) *bool { return &c.Outside }, derived: true},
}

const (
	cubeDate   = "date"
	cubeAmount = "amount"
	yes        = "是"
	// cubeShape changes when the table of the cube does; it is part of the dictionary's digest.
	cubeShape = "cube 3"
)

// Cube is the sums of one book's ledger.
type Cube struct {
	Cells []CubeCell // in no order; one a key
	// ByMonth is Σ amount, 分: 1–12 by the line's date; 0 without a usable date or outside the year.
	ByMonth [13]int64
	gross   int64 // Σ of the amounts without their signs
}

// CubeCell is one sum of the ledger: Σ amount and count by what the engine and the returns ask for.
type CubeCell struct {
	Project, Platform                                                     string // natural keys
	Category, Treatment, Source, Activity, Counterparty, CounterpartyUSCC string
	IntraGroup, Original                                                  bool
	// Outside: the lines have no date in the book's year, so that no figure of the year counts them.
	Outside bool
	Amount  int64 // 分
	Lines   int64
}

// key is the cell without its sums.
func (c CubeCell) key() CubeCell {
	c.Amount, c.Lines = 0, 0
	return c
}

// cubeLedger gives the form whose lines make the cube: the first ledger of the dictionary.
func (w *Workspace) cubeLedger() *table { return cubeLedger(w.forms, w.tables) }

func cubeLedger(forms []*form.Form, tables map[string]*table) *table {
	for _, f := range forms {
		if f.Scope == form.Ledger {
			return tables[f.ID]
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
		if d.derived {
			continue
		}
		v := r.Get(d.field).Str()
		if d.kind == byFlag {
			*d.flag(&c) = v == yes
		} else {
			*d.text(&c) = v
		}
	}
	m := month(r.Get(cubeDate).Str(), b.Year)
	c.Outside = m == 0 && dated(r.Form)
	return c, m
}

// dated reports whether the lines of a ledger have a date at all; those of one without are all of the year.
func dated(f *form.Form) bool {
	d := f.Field(cubeDate)
	return d != nil && d.Kind == form.Date
}

// Cube gives the ledger's sums as the transactions kept them.
func (w *Workspace) Cube(b Book) (Cube, error) { return w.cubeOf(background, b, w.keptCube) }

// CountCube counts them afresh, for comparison.
func (w *Workspace) CountCube(ctx context.Context, b Book) (Cube, error) {
	return w.cubeOf(ctx, b, w.countedCube)
}

func (w *Workspace) cubeOf(ctx context.Context, b Book, read func(context.Context, *conn, *table, Book) (Cube, error)) (cube Cube, err error) {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return Cube{}, nil
	}
	err = w.reading(ctx, func(c *conn) error {
		cube, err = read(ctx, c, t, b)
		return err
	})
	return cube, err
}

// keptCube reads both layers.
func (w *Workspace) keptCube(ctx context.Context, c *conn, t *table, b Book) (cube Cube, err error) {
	name, err := w.names(c, b.ID)
	if err != nil {
		return cube, err
	}
	if cube.Cells, err = c.keptCells(ctx, b.ID, name); err != nil {
		return cube, err
	}
	l := t.layers("")
	k, err := c.query(ctx, l[byMonths].kept(" WHERE book=?"), b.ID)
	if err != nil {
		return cube, err
	}
	defer k.close()
	for k.next() {
		cube.addMonth(k.int(1), k.int(2))
	}
	if k.err != nil {
		return cube, k.err
	}
	return cube, w.mayAddUp(ctx, c, t, b, &cube, false)
}

// countedCube goes through the lines once for both layers.
func (w *Workspace) countedCube(ctx context.Context, c *conn, t *table, b Book) (cube Cube, err error) {
	name, err := w.names(c, b.ID)
	if err != nil {
		return cube, err
	}
	l := t.layers("")
	both := layer{exprs: append(slices.Clone(l[byDims].exprs), l[byMonths].exprs[1:]...), amount: l[byDims].amount}
	if cube.Cells, err = c.cells(ctx, t.counted(both, "_book=?"), b.ID, name, &cube); err != nil {
		return cube, err
	}
	return cube, w.mayAddUp(ctx, c, t, b, &cube, true)
}

func (c *Cube) addMonth(m, amount int64) {
	if m >= 0 && m < int64(len(c.ByMonth)) {
		c.ByMonth[m] = form.Plus(c.ByMonth[m], amount)
	}
}

// differs counts the cells and months in which two cubes differ.
func (c *Cube) differs(d Cube) (n int) {
	have := make(map[CubeCell]CubeCell, len(c.Cells))
	for _, x := range c.Cells {
		have[x.key()] = x
	}
	for _, x := range d.Cells {
		if have[x.key()] != x {
			n++
		}
		delete(have, x.key())
	}
	for m := range c.ByMonth {
		if c.ByMonth[m] != d.ByMonth[m] {
			n++
		}
	}
	if c.gross != d.gross {
		n++
	}
	return n + len(have)
}

// cells reads counted cells and merges those whose identities bear the same key, over the months, which stand behind the
// dimensions and whose sums go to months.
func (c *conn) cells(ctx context.Context, sql string, book int64, name func(int64) string, months *Cube) (cells []CubeCell, err error) {
	k, err := c.query(ctx, sql, book)
	if err != nil {
		return nil, err
	}
	defer k.close()
	for k.next() {
		var cell CubeCell
		for i, d := range cubeDims {
			switch d.kind {
			case byIdent:
				*d.text(&cell) = name(k.int(i + 1))
			case byText:
				*d.text(&cell) = k.text(i + 1)
			case byFlag:
				*d.flag(&cell) = k.int(i+1) != 0
			}
		}
		n := len(cubeDims) + 1
		months.addMonth(k.int(n), k.int(n+1))
		cell.Amount, cell.Lines = k.int(n+1), k.int(n+2)
		cells = append(cells, cell)
	}
	return merged(cells), k.err
}

// merged adds up cells of one key.
func merged(cells []CubeCell) []CubeCell {
	at := make(map[CubeCell]int, len(cells))
	out := cells[:0]
	for _, c := range cells {
		if i, ok := at[c.key()]; ok {
			out[i].Amount = form.Plus(out[i].Amount, c.Amount)
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
	flags  [3]bool
}

type cubeSum struct{ amount, lines int64 }

// cubeAt gives the cell of a stored row of a year's book and its amount.
func (t *table) cubeAt(s *stored, year int) (at cubeAt, amount int64) {
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
			if d.derived {
				at.flags[nf] = t.has(cubeDate, form.Date) && month(s.rec.Get(cubeDate).Str(), year) == 0
			} else {
				at.flags[nf] = i >= 0 && s.rec.Values[i].Str() == yes
			}
			nf++
		}
	}
	return at, s.rec.Get(cubeAmount).Num()
}
