package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
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
	name    func(int64) string
	idents  map[int64][]string
	texts   map[string][]string
	bearer  map[string]int64 // by place and key: the identity that bears it
	doubled bool             // two identities bear one key: the cells are to be merged
}

func (u *unpacking) identities(packed int64) []string {
	if keys, ok := u.idents[packed]; ok {
		return keys
	}
	keys := make([]string, 2)
	for i, id := range [...]int64{packed >> identBits, packed & (1<<identBits - 1)} {
		keys[i] = u.name(id)
		at := string(rune('0'+i)) + keys[i]
		if was, ok := u.bearer[at]; ok && was != id {
			u.doubled = true
		}
		u.bearer[at] = id
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

// cellsAtOnce are kept together while cells are read: growing one list as they come would touch three times the memory.
const cellsAtOnce = 512

// cells reads the cells of a book, and merges those whose identities bear the same key. With months given, the rows have
// a month behind the dimensions, whose sums go there, and cells are merged over them.
func (c *conn) cells(ctx context.Context, sql string, book int64, name func(int64) string, months *Cube) ([]CubeCell, error) {
	k, err := c.query(ctx, sql, book)
	if err != nil {
		return nil, err
	}
	defer k.close()
	u := &unpacking{name: name, idents: map[int64][]string{}, texts: map[string][]string{}, bearer: map[string]int64{}}
	counts := map[dimKind]int{}
	for _, d := range cubeDims {
		counts[d.Kind]++
	}
	texts := counts[byText]
	var read [][]CubeCell
	var part []CubeCell
	for k.next() {
		idents, flags, texts := u.identities(k.int(1)), k.int(2), u.parts(k.text(3), texts)
		sums := 4
		if months != nil {
			months.addMonth(k.int(4), k.int(5))
			sums = 5
		}
		if len(part) == cap(part) {
			part = make([]CubeCell, 0, cellsAtOnce)
			read = append(read, part)
		}
		part = append(part, CubeCell{Amount: k.int(sums), Lines: k.int(sums + 1)})
		cell := &part[len(part)-1]
		read[len(read)-1] = part
		bit := int64(1) << counts[byFlag]
		for i := range cubeDims {
			d := &cubeDims[i]
			switch d.Kind {
			case byIdent:
				*d.Text(cell), idents = idents[0], idents[1:]
			case byText:
				*d.Text(cell), texts = texts[0], texts[1:]
			case byFlag:
				bit >>= 1
				*d.Flag(cell) = flags&bit != 0
			}
		}
	}
	cells := slices.Concat(read...)
	if u.doubled || months != nil {
		cells = merged(cells)
	}
	return cells, k.err
}
