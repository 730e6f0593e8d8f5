package store

import (
	"context"
	"strings"
)

// The cube is read at every start, and fetching a column costs as much as computing one: the dimensions come packed into
// three columns, and what is packed the same way is taken apart once.

// textsApart parts the packed texts. All but the last are codes, which have no such character; the last may.
const textsApart = "\x1f"

// packedDims gives the columns of the dimensions by kind: two identities in one number, the texts in one, the flags as bits.
func packedDims() string {
	by := map[dimKind][]string{}
	for _, d := range cubeDims {
		by[d.Kind] = append(by[d.Kind], quote(d.Field))
	}
	return strings.Join(by[byIdent], "<<32|") + ", " + strings.Join(by[byText], "||char(31)||") + ", " + strings.Join(by[byFlag], "<<1|")
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
	for i, id := range [...]int64{packed >> 32, packed & (1<<32 - 1)} {
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
		u.texts[packed] = parts
	}
	return parts
}

// keptCells reads the cells of a book, and merges those whose identities bear the same key.
func (c *conn) keptCells(ctx context.Context, book int64, name func(int64) string) (cells []CubeCell, err error) {
	k, err := c.query(ctx, "SELECT "+packedDims()+", amount, lines FROM cube WHERE book=?", book)
	if err != nil {
		return nil, err
	}
	defer k.close()
	u := &unpacking{name: name, idents: map[int64][]string{}, texts: map[string][]string{}, bearer: map[string]int64{}}
	counts := map[dimKind]int{}
	for _, d := range cubeDims {
		counts[d.Kind]++
	}
	for k.next() {
		idents, texts, flags := u.identities(k.int(0)), u.parts(k.text(1), counts[byText]), k.int(2)
		cell := CubeCell{Amount: k.int(3), Lines: k.int(4)}
		bit := int64(1) << counts[byFlag]
		for _, d := range cubeDims {
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
		cells = append(cells, cell)
	}
	if u.doubled {
		cells = merged(cells)
	}
	return cells, k.err
}
