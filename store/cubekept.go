package store

import (
	"context"
	"fmt"
	"strings"

	"yice/form"
)

// The cube is read at every start, and a column more or an expression costs as much as the whole row else: the dimensions lie
// packed in three columns, and what is packed the same way is taken apart once.

const (
	// textsApart parts the packed texts. All but the last are codes, which have no such character; the last may.
	textsApart = "\x1f"
	// identBits are those of the last identity in a packed pair.
	identBits = 32
)

// packed gives the columns of the dimensions' expressions by kind: two identities in one number, the flags as bits, the
// texts in one. As cubeAt.packed does.
func packed(exprs []string) []string {
	by := map[dimKind][]string{}
	for i, d := range cubeDims {
		by[d.Kind] = append(by[d.Kind], exprs[i])
	}
	return []string{
		strings.Join(by[byIdent], fmt.Sprintf("<<%d|", identBits)), strings.Join(by[byFlag], "<<1|"),
		strings.Join(by[byText], fmt.Sprintf("||char(%d)||", textsApart[0])),
	}
}

// unpacking takes packed dimensions apart.
type unpacking struct {
	name   func(int64) string
	idents map[int64][]string
	texts  map[string][]string
}

func (u *unpacking) identities(packed int64) []string {
	if keys, ok := u.idents[packed]; ok {
		return keys
	}
	keys := make([]string, 2)
	for i, id := range [...]int64{packed >> identBits, packed & (1<<identBits - 1)} {
		keys[i] = u.name(id)
	}
	u.idents[packed] = keys
	return keys
}

func (u *unpacking) parts(packed string, n int) []string {
	parts, ok := u.texts[packed]
	if !ok {
		parts = strings.SplitN(packed, textsApart, n)
		for len(parts) < n { // not as a program of ours wrote it; a check compares the sums with the lines
			parts = append(parts, "")
		}
		u.texts[packed] = parts
	}
	return parts
}

// cells reads the cells of a book one by one, each good until the next: a key comes as often as there are identities that
// bear it. With months given, the rows have a month behind the dimensions, whose sums go there, and a key comes once a month. fits: the cells' amounts without their signs are no
// more than a total may be.
func (c *conn) cells(ctx context.Context, sql string, book int64, name func(int64) string, months *Cube, each func(*CubeCell)) (fits bool, err error) {
	k, err := c.query(ctx, sql, book)
	if err != nil {
		return false, err
	}
	defer k.close()
	u := &unpacking{name: name, idents: map[int64][]string{}, texts: map[string][]string{}}
	counts := map[dimKind]int{}
	for _, d := range cubeDims {
		counts[d.Kind]++
	}
	texts := counts[byText]
	var gross form.Gross
	var cell CubeCell
	fits = true
	for k.next() {
		idents, flags, texts := u.identities(k.int(1)), k.int(2), u.parts(k.text(3), texts)
		sums := 4
		if months != nil {
			months.addMonth(k.int(4), k.int(5))
			sums = 5
		}
		cell = CubeCell{Amount: k.int(sums), Lines: k.int(sums + 1)}
		bit := int64(1) << counts[byFlag]
		for i := range cubeDims {
			d := &cubeDims[i]
			switch d.Kind {
			case byIdent:
				*d.Text(&cell), idents = idents[0], idents[1:]
			case byText:
				*d.Text(&cell), texts = texts[0], texts[1:]
			case byFlag:
				bit >>= 1
				*d.Flag(&cell) = flags&bit != 0
			}
		}
		fits = gross.Add(cell.Amount) && fits
		each(&cell)
	}
	return fits, k.err
}
