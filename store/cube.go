package store

import (
	"context"
	"slices"
	"strings"

	"yice/book"
	"yice/form"
)

// The sums of the ledger in the file. What they are of stands in package book: the tables, the triggers and the recount
// all follow from its Dims.

// The dimensions and cells of the cube, as package book has them.
type (
	dimKind = book.DimKind
	cubeDim = book.Dim
	// CubeCell is one sum of the ledger.
	CubeCell = book.Cell
)

var cubeDims = book.Dims

const (
	byIdent = book.ByIdent
	byText  = book.ByText
	byFlag  = book.ByFlag

	cubeDate   = "date"
	cubeAmount = "amount"
	// cubeShape changes when the table of the cube does; it is part of the dictionary's digest.
	cubeShape = "cube 5"
)

// Cube is the sums of one book's ledger.
type Cube struct {
	book.Cube
	gross int64 // Σ of the amounts without their signs
}

// cubeLedger gives the form whose lines make the cube: the first ledger of the dictionary.
func (w *Workspace) cubeLedger() *table { return cubeLedger(w.dict().forms, w.dict().tables) }

func cubeLedger(forms []*form.Form, tables map[string]*table) *table {
	for _, f := range forms {
		if f.Scope == form.Ledger {
			return tables[f.ID]
		}
	}
	return nil
}

// Ledger gives a book's ledger of the sums that the transactions kept.
func (w *Workspace) Ledger(b Book) (*book.Ledger, error) {
	return w.ledgerOf(background, b, w.keptCube)
}

// CountLedger gives it of sums counted afresh, for comparison.
func (w *Workspace) CountLedger(ctx context.Context, b Book) (*book.Ledger, error) {
	return w.ledgerOf(ctx, b, w.countedCube)
}

// Cube gives the ledger's sums as the transactions kept them.
func (w *Workspace) Cube(b Book) (Cube, error) { return w.cubeOf(background, b, w.keptCube) }

// CountCube counts them afresh, for comparison.
func (w *Workspace) CountCube(ctx context.Context, b Book) (Cube, error) {
	return w.cubeOf(ctx, b, w.countedCube)
}

// cubeRead reads the cells of a book's ledger one by one, a key perhaps more than once; what it gives has all but them.
type cubeRead func(ctx context.Context, c *conn, t *table, b Book, each func(*CubeCell)) (Cube, error)

func (w *Workspace) ledgerOf(ctx context.Context, b Book, read cubeRead) (*book.Ledger, error) {
	var sums book.Adding
	cube, err := w.readCube(ctx, b, read, sums.Add)
	if err != nil {
		return nil, err
	}
	return sums.Ledger(cube.ByMonth), nil
}

func (w *Workspace) cubeOf(ctx context.Context, b Book, read cubeRead) (Cube, error) {
	var cells gathered
	cube, err := w.readCube(ctx, b, read, cells.add)
	cube.Cells = merged(cells)
	return cube, err
}

// gathered are the cells of a cube as they are read.
type gathered []CubeCell

func (g *gathered) add(c *CubeCell) { *g = append(*g, *c) }

func (w *Workspace) readCube(ctx context.Context, b Book, read cubeRead, each func(*CubeCell)) (cube Cube, err error) {
	t := w.cubeLedger()
	if t == nil || t.missing {
		return Cube{}, nil
	}
	err = w.reading(ctx, func(c *conn) error {
		cube, err = read(ctx, c, t, b, each)
		return err
	})
	return cube, err
}

// keptCube reads both layers.
func (w *Workspace) keptCube(ctx context.Context, c *conn, t *table, b Book, each func(*CubeCell)) (cube Cube, err error) {
	if w.older { // its sums may be of another shape
		return w.countedCube(ctx, c, t, b, each)
	}
	name, err := w.names(c, b.ID)
	if err != nil {
		return cube, err
	}
	l := t.layers("")
	fits, err := c.cells(ctx, l[byDims].kept(" WHERE book=?"), b.ID, name, nil, each)
	if err != nil {
		return cube, err
	}
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
	return cube, w.mayAddUp(ctx, c, t, b, &cube, fits, false)
}

// countedCube goes through the lines once for both layers.
func (w *Workspace) countedCube(ctx context.Context, c *conn, t *table, b Book, each func(*CubeCell)) (cube Cube, err error) {
	name, err := w.names(c, b.ID)
	if err != nil {
		return cube, err
	}
	l := t.layers("")
	both := layer{exprs: append(slices.Clone(l[byDims].exprs), l[byMonths].exprs[1:]...), amount: l[byDims].amount}
	fits, err := c.cells(ctx, t.counted(both, "_book=?"), b.ID, name, &cube, each)
	if err != nil {
		return cube, err
	}
	return cube, w.mayAddUp(ctx, c, t, b, &cube, fits, true)
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
		have[x.Key()] = x
	}
	for _, x := range d.Cells {
		if have[x.Key()] != x {
			n++
		}
		delete(have, x.Key())
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

// merged adds up cells of one key.
func merged(cells []CubeCell) []CubeCell {
	at := make(map[CubeCell]int, len(cells))
	out := cells[:0]
	for _, c := range cells {
		if i, ok := at[c.Key()]; ok {
			out[i].Amount = form.Plus(out[i].Amount, c.Amount)
			out[i].Lines += c.Lines
			continue
		}
		at[c.Key()] = len(out)
		out = append(out, c)
	}
	return out
}

// cubeAt is the key of a cell as the file has it: identities, not keys. cubeSum is what it adds up.
type cubeAt struct {
	idents [2]int64
	texts  [7]string
	flags  [4]bool
}

type cubeSum struct{ amount, lines int64 }

// packed gives the key as the table of the cube has it, behind the book.
func (at *cubeAt) packed() []any {
	idents, flags := int64(0), int64(0)
	for _, id := range at.idents {
		idents = idents<<identBits | id
	}
	for _, set := range at.flags {
		flags <<= 1
		if set {
			flags |= 1
		}
	}
	return []any{idents, flags, strings.Join(at.texts[:], textsApart)}
}

// cubeAt gives the cell of a stored row of a year's book.
func (t *table) cubeAt(s *stored, year int) (at cubeAt) {
	ni, nt, nf := 0, 0, 0
	for _, d := range cubeDims {
		i := t.form.Index(d.Field)
		switch d.Kind {
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
			if d.Derived {
				at.flags[nf] = t.has(cubeDate, form.Date) && book.MonthIn(s.rec.Get(cubeDate).Str(), year) == 0
			} else {
				at.flags[nf] = i >= 0 && s.rec.Values[i].Str() == form.Yes
			}
			nf++
		}
	}
	return at
}
