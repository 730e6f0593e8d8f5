package scoring

import (
	"strings"
)

// Writing a pack anew: every section in the order of the file it came from, without comments and layout. What loads from it
// says the same.

// tomlWriter writes tables as TOML.
type tomlWriter struct{ b strings.Builder }

// sections writes the sections of a file, each as with gives it; nothing of those for which it gives nil.
func (w *tomlWriter) sections(root *node, with func(key string, n *node) *node) {
	for _, e := range root.entries {
		key, items := "[["+tomlKey(e.key)+"]]", e.val.items
		if e.val.kind == aTable {
			key, items = "["+tomlKey(e.key)+"]", []*node{e.val}
		}
		for _, it := range items {
			if it = with(e.key, it); it != nil {
				w.table(key, tomlKey(e.key), it)
			}
		}
	}
}

// table writes a table under its header: values first, then the lists of tables that stand in it.
func (w *tomlWriter) table(header, path string, n *node) {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.b.WriteString(header + "\n")
	for _, e := range n.entries {
		if e.val.kind != aTables {
			w.b.WriteString(tomlKey(e.key) + " = ")
			w.value(e.val)
			w.b.WriteByte('\n')
		}
	}
	for _, e := range n.entries {
		if e.val.kind == aTables {
			below := path + "." + tomlKey(e.key)
			for _, it := range e.val.items {
				w.table("[["+below+"]]", below, it)
			}
		}
	}
}

func (w *tomlWriter) value(v *node) {
	switch v.kind {
	case aString:
		w.b.WriteString(quoted(v.text))
	case aTable:
		w.b.WriteString("{ ")
		for i, e := range v.entries {
			if i > 0 {
				w.b.WriteString(", ")
			}
			w.b.WriteString(tomlKey(e.key) + " = ")
			w.value(e.val)
		}
		w.b.WriteString(" }")
	case anArray, aTables:
		w.b.WriteByte('[')
		for i, it := range v.items {
			if i > 0 {
				w.b.WriteString(", ")
			}
			w.value(it)
		}
		w.b.WriteByte(']')
	default:
		w.b.WriteString(v.text)
	}
}

// tomlKey writes a key, in quotes where it is not bare.
func tomlKey(key string) string {
	bare := key != "" && !strings.ContainsFunc(key, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-'
	})
	if bare {
		return key
	}
	return quoted(key)
}
