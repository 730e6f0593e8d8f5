package scoring

import (
	"strings"

	"yice/text"
)

// The sections of a pack that stand once or name things: the head, rounding, clauses, the annual assessment.

// topLevel sorts the file's tables; the path of a top-level key is its name alone.
func (d *decoder) topLevel(s *section) {
	keys := fileKeys()
	for _, e := range s.n.entries {
		rule := keys.find(e.key)
		if rule == nil {
			near := d.near(e.key, keys.names())
			d.errs.addNear(e.at, e.key, text.PackUnknownSection.With(legible(e.key), among(keys.names())), near)
			s.n.lose(near)
			continue
		}
		if d.shaped(e.val, rule, e.key) {
			s.got[e.key] = e.val
		}
	}
	for _, rule := range keys {
		if rule.must && !s.n.has(rule.key) {
			d.errs.add(len(d.src.data), rule.key, text.PackMissingSection.With(headerOf(rule)))
		}
	}
}

func headerOf(r keyRule) string {
	if r.is == isMany {
		return "[[" + r.key + "]]"
	}
	return "[" + r.key + "]"
}

// eachNamed reads the tables of [[key]], each by its id, which must be an identifier and stand once.
func (d *decoder) eachNamed(file *section, key string, read func(n *node, path, id string)) {
	seen := map[string]int{}
	for i, n := range file.many(key) {
		id := ""
		if v := n.get("id"); v != nil && v.kind == aString {
			id = v.text
			switch {
			case !isIdentifier(id):
				d.errs.add(v.at, key, text.PackBadID.With(legible(id)))
			case seen[id] > 0:
				d.errs.add(v.at, key+"."+id, text.PackIDTwice.With(id, seen[id]))
			}
			seen[id] = d.src.at(v.at).Line
		}
		path := key + "." + id
		if id == "" {
			path = key + "." + numbered(i)
		}
		read(n, path, id)
	}
}

// isIdentifier reports whether a text can name a line of the sheet: lower-case letters, digits, underscores.
func isIdentifier(s string) bool {
	if s == "" || len(s) > 64 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' })
}
