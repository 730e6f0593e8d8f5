// Package hostile holds policy packs that nobody writes by mistake. The tests of scoring bound the memory that refusing them
// takes, checks/policy the time; the program itself must never import it. Start with Packs.
package hostile

import (
	"fmt"
	"strings"
)

// Packs are files made to cost time, memory or the stack, by what they are made of. Each fills the size given, in bytes.
func Packs(size int) map[string][]byte {
	full := func(unit string) []byte { return []byte(strings.Repeat(unit, size/len(unit))) }
	var many strings.Builder
	for i := 0; many.Len() < size-200; i++ {
		fmt.Fprintf(&many, "[[enterprise]]\nuscc = \"x%d\"\n[[enterprise.override]]\npath = \"indicator.a%d.target\"\nvalue = 1\nreason = \"r\"\n", i, i)
	}
	return map[string][]byte{
		"open brackets":        full("["),
		"open braces":          append([]byte("a = "), full("{a=")[:size-10]...),
		"open arrays":          full("a = [\n"),
		"open strings":         full("a = \"\n"),
		"open long strings":    full("a = \"\"\"\n"),
		"full-width":           full("键＝「值」\n"),
		"one line full-width":  full("＝"),
		"dotted keys":          full("a.b.c.d.e.f.g.h.i.j = 1\n"),
		"long dotted key":      append(full("a.")[:size-10], []byte("a = 1")...),
		"same key":             full("a = 1\n"),
		"headers":              full("[a]\n"),
		"array headers":        full("[[indicator]]\n"),
		"many sections":        full("[[bonus]]\nid=\"x\"\nb=1\n"),
		"long array":           append([]byte("[pack]\nlevels = ["), append(full("\"a\",")[:size-100], ']')...),
		"one endless string":   append([]byte("a = \""), append(full("一")[:size/3*3-30], '"')...),
		"many enterprises":     []byte(many.String()),
		"numbers on one line":  append([]byte("[[indicator]]\nweight = {"), append(full("\"abc\"=1,")[:size-100], '}')...),
		"nulls":                make([]byte, size),
		"carriage returns":     full("\r"),
		"comments":             full("#\n"),
		"assumed without end":  []byte("[annual]\nassumed = [" + strings.Repeat("\"a.b.c.d\",", 1900) + "]\n"),
		"deep but in a string": []byte("a = \"" + strings.Repeat("[", 10_000) + "\"\n"),
	}
}
