package scoring

import (
	"errors"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"yice/text"
)

// nodeKind is what a value of the file is.
type nodeKind uint8

const (
	aTable  nodeKind = iota
	aTables          // [[name]]
	anArray
	aString
	aNumber
	aFlag
	aDate
	anOther // a time, inf, nan: nothing a pack has a use for
)

// origin says how a table came to be, which decides whether it may be opened again.
type tableOrigin uint8

const (
	byPath   tableOrigin = iota // only named on the way to another: may still get its own header
	byHeader                    // [name]
	byDots                      // name.key = …
	byBraces                    // { … }
)

// node is a value of the file with where it stands. Text is a string's content, or the literal of a number, flag or date.
type node struct {
	kind    nodeKind
	at      int
	end     int // of a scalar: after it; of a table with a header: after its last line, without the newline
	text    string
	items   []*node
	entries []entry
	index   map[string]int
	origin  tableOrigin
	// lost says that something in this table could not be read, so that a missing key is no news; lostKeys names them.
	lost     bool
	lostKeys map[string]bool
}

// entry is a key of a table with its value.
type entry struct {
	key string
	at  int
	val *node
}

func newTable(at int, origin tableOrigin) *node {
	return &node{kind: aTable, at: at, origin: origin, index: map[string]int{}}
}

// get gives the value of a key, or nil.
func (n *node) get(key string) *node {
	if n == nil || n.kind != aTable {
		return nil
	}
	if i, ok := n.index[key]; ok {
		return n.entries[i].val
	}
	return nil
}

func (n *node) put(key string, at int, val *node) {
	n.index[key] = len(n.entries)
	n.entries = append(n.entries, entry{key, at, val})
}

const (
	maxPackArray  = 2000
	maxPackString = 2000 // characters
	maxPackKey    = 120
)

// treeBuilder reads the expressions of a source into one tree, noting everything wrong on the way.
type treeBuilder struct {
	src     *source
	errs    *errorList
	parser  unstable.Parser
	root    *node
	table   *node // where keys go now
	depth   int   // of that table
	offsets []int // of a narrowed expression; nil: base is added
	base    int
	to      int // the end of the expression being read
}

// buildTree reads a source. It always gives a tree, of what could be read.
func buildTree(src *source, errs *errorList) *node {
	b := &treeBuilder{src: src, errs: errs, root: newTable(0, byHeader)}
	b.table = b.root
	for from := 0; ; {
		c, ok := nextChunk(src.data, from)
		if !ok || errs.full() {
			return b.root
		}
		from = c.to
		if !b.expression(&c) {
			from = max(c.resume(src.data), c.from+1)
		}
	}
}

// expression parses one chunk and grafts it; false where it could not be read.
func (b *treeBuilder) expression(c *chunk) bool {
	if c.deepAt >= 0 {
		b.errs.add(c.deepAt, "", text.PackTooDeep.With(maxPackDepth))
		b.lose(b.src.data[c.from:c.to])
		return true
	}
	body := b.src.data[c.from:c.to]
	b.base, b.to, b.offsets = c.from, c.to, nil
	if len(c.wide) > 0 {
		b.reportWide(c)
		body, b.offsets = c.narrowed(b.src.data)
	}
	b.parser.Reset(body)
	if b.parser.NextExpression() {
		b.graft(b.parser.Expression())
		return true
	}
	if err := b.parser.Error(); err != nil && len(c.wide) == 0 {
		b.reportSyntax(err, body)
	}
	b.lose(body)
	return false
}

// offset gives the place in the source of a byte of the expression.
func (b *treeBuilder) offset(i int) int {
	if b.offsets == nil {
		return b.base + i
	}
	return b.offsets[min(i, len(b.offsets)-1)]
}

func (b *treeBuilder) reportSyntax(err error, body []byte) {
	var pe *unstable.ParserError
	if !errors.As(err, &pe) {
		return
	}
	at := len(body)
	if pe.Highlight != nil {
		at = int(b.parser.Range(pe.Highlight).Offset)
	}
	if at >= len(body)-1 && neverClosed(pe.Message) {
		at = 0 // say where it begins, not where the file ends
	}
	b.errs.add(b.offset(at), "", syntaxSentence(pe.Message, body, at))
}

// reportWide names the full-width characters of an expression, one error a line.
func (b *treeBuilder) reportWide(c *chunk) {
	for i := 0; i < len(c.wide); {
		first, line := c.wide[i], b.src.at(c.wide[i].at).Line
		shown, n := "", 0
		for ; i < len(c.wide) && b.src.at(c.wide[i].at).Line == line; i++ {
			if n++; n <= 12 {
				shown += legible(string(c.wide[i].r))
			}
		}
		ascii, _ := fullWidth(first.r)
		switch {
		case ascii == "":
			b.errs.add(first.at, "", text.PackInvisible.With(shown))
		case ascii == " ":
			b.errs.add(first.at, "", text.PackWideSpace)
		default:
			b.errs.add(first.at, "", text.PackFullWidth.With(n, shown, ascii))
		}
	}
}

// lose remembers what an unreadable expression would have set, so that it is not reported as missing too.
func (b *treeBuilder) lose(body []byte) {
	if len(body) > 0 && body[0] == '[' { // a header: what follows belongs to nobody knows whom
		b.root.lost = true
		b.table, b.depth = newTable(0, byHeader), 1
		b.table.lost = true
		return
	}
	n := bareKey(string(body[:min(len(body), maxPackKey)]))
	if n == 0 {
		b.table.lost = true
		return
	}
	b.table.lose(string(body[:n]))
}

// keyPart is one part of a dotted key.
type keyPart struct {
	name string
	at   int
}

func (b *treeBuilder) keyOf(n *unstable.Node) []keyPart {
	var parts []keyPart
	for it := n.Key(); it.Next(); {
		k := it.Node()
		if k.Kind != unstable.Key {
			continue
		}
		parts = append(parts, keyPart{string(k.Data), b.offset(int(k.Raw.Offset))})
	}
	return parts
}

// graft puts a parsed expression into the tree.
func (b *treeBuilder) graft(n *unstable.Node) {
	key := b.keyOf(n)
	if !b.keyFits(key) {
		return
	}
	switch n.Kind {
	case unstable.Table:
		b.open(key, false)
	case unstable.ArrayTable:
		b.open(key, true)
	case unstable.KeyValue:
		b.keyValue(b.table, key, n.Value(), b.depth)
		b.table.end = b.to
	}
}

// keyFits checks a key's length and depth before anything is made of it.
func (b *treeBuilder) keyFits(key []keyPart) bool {
	if len(key) == 0 {
		return false
	}
	if len(key) > maxPackDepth {
		b.errs.add(key[0].at, "", text.PackTooDeep.With(maxPackDepth))
		return false
	}
	for _, k := range key {
		if utf8.RuneCountInString(k.name) > maxPackKey {
			b.errs.add(k.at, "", text.PackLongKey.With(maxPackKey))
			return false
		}
	}
	return true
}

// open makes the table of a header the one that keys go to; with many, one more of [[name]]. A header that cannot be
// opened still takes the keys that follow, into a table of no consequence.
func (b *treeBuilder) open(key []keyPart, many bool) {
	last := key[len(key)-1]
	b.table, b.depth = newTable(last.at, byHeader), len(key)
	b.table.lost = true
	at := b.root
	for _, k := range key[:len(key)-1] {
		if at = b.stepInto(at, k); at == nil {
			return
		}
	}
	old := at.get(last.name)
	fresh := newTable(last.at, byHeader)
	fresh.end = b.to
	switch {
	case old == nil && many:
		at.put(last.name, last.at, &node{kind: aTables, at: last.at, items: []*node{fresh}})
	case old == nil:
		at.put(last.name, last.at, fresh)
	case many && old.kind == aTables:
		if len(old.items) >= maxPackArray {
			if !old.lost { // said once, not for each of them
				b.errs.add(last.at, last.name, text.PackLongArray.With(maxPackArray))
			}
			old.lost = true
			return
		}
		old.items = append(old.items, fresh)
	case !many && old.kind == aTable && old.origin == byPath:
		old.origin, old.at, old.end = byHeader, last.at, b.to
		fresh = old
	case many:
		b.errs.add(last.at, last.name, text.PackNotMany.With(legible(last.name), b.src.at(old.at).Line))
		return
	case old.kind == aTables:
		b.errs.add(last.at, last.name, text.PackMany.With(legible(last.name), b.src.at(old.at).Line))
		return
	default:
		b.errs.add(last.at, last.name, text.PackTwice.With(legible(last.name), b.src.at(old.at).Line))
		return
	}
	b.table = fresh
}

// stepInto goes down one part of a header's path; nil where something else stands there.
func (b *treeBuilder) stepInto(at *node, k keyPart) *node {
	next := at.get(k.name)
	switch {
	case next == nil:
		next = newTable(k.at, byPath)
		at.put(k.name, k.at, next)
		return next
	case next.kind == aTables:
		return next.items[len(next.items)-1]
	case next.kind == aTable && next.origin != byBraces:
		return next
	}
	b.errs.add(k.at, k.name, text.PackNoTable.With(legible(k.name), b.src.at(next.at).Line))
	return nil
}

// keyValue puts a value under a possibly dotted key of a table.
func (b *treeBuilder) keyValue(table *node, key []keyPart, value *unstable.Node, depth int) {
	for _, k := range key[:len(key)-1] {
		next := table.get(k.name)
		switch {
		case next == nil:
			next = newTable(k.at, byDots)
			table.put(k.name, k.at, next)
		case next.kind != aTable || next.origin != byDots && next.origin != byPath:
			b.errs.add(k.at, k.name, text.PackTwice.With(legible(k.name), b.src.at(next.at).Line))
			return
		}
		table = next
		depth++
	}
	last := key[len(key)-1]
	if i, twice := table.index[last.name]; twice {
		b.errs.add(last.at, last.name, text.PackTwice.With(legible(last.name), b.src.at(table.entries[i].at).Line))
		return
	}
	table.put(last.name, last.at, b.value(value, last.at, depth+1))
}

// value copies a parsed value out of the parser. at is where an array stands, which the parser does not say.
func (b *treeBuilder) value(n *unstable.Node, at, depth int) *node {
	end := at
	if n.Raw.Length > 0 {
		at, end = b.offset(int(n.Raw.Offset)), b.offset(int(n.Raw.Offset+n.Raw.Length))
	}
	if depth > maxPackDepth {
		b.errs.add(at, "", text.PackTooDeep.With(maxPackDepth))
		return &node{kind: anOther, at: at}
	}
	v := &node{at: at, end: end}
	switch n.Kind {
	case unstable.String:
		v.kind, v.text = aString, string(n.Data)
		if utf8.RuneCountInString(v.text) > maxPackString {
			b.errs.add(at, "", text.PackLongString.With(maxPackString))
			v.text = string([]rune(v.text)[:maxPackString])
		}
	case unstable.Integer, unstable.Float:
		v.kind, v.text = aNumber, string(n.Data)
	case unstable.Bool:
		v.kind, v.text = aFlag, string(n.Data)
	case unstable.LocalDate:
		v.kind, v.text = aDate, string(n.Data)
	case unstable.Array:
		v.kind = anArray
		b.array(v, n, depth)
	case unstable.InlineTable:
		v = newTable(at, byBraces)
		b.inline(v, n, depth)
	default:
		v.kind, v.text = anOther, string(n.Data)
	}
	return v
}

func (b *treeBuilder) array(v *node, n *unstable.Node, depth int) {
	for it := n.Children(); it.Next(); {
		item := it.Node()
		if len(v.items) >= maxPackArray {
			b.errs.add(v.at, "", text.PackLongArray.With(maxPackArray))
			return
		}
		v.items = append(v.items, b.value(item, v.at, depth+1))
	}
}

func (b *treeBuilder) inline(v *node, n *unstable.Node, depth int) {
	for it := n.Children(); it.Next(); {
		kv := it.Node()
		if kv.Kind != unstable.KeyValue {
			continue
		}
		if key := b.keyOf(kv); b.keyFits(key) {
			b.keyValue(v, key, kv.Value(), depth)
		}
	}
}
