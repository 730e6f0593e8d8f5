package kit

import (
	"strings"

	"yice/tui/paint"
)

// Short gives a name in w cells: its unit in brackets goes first.
func Short(name string, w int) string {
	if paint.Width(name) > w {
		name = Bare(name)
	}
	return paint.Cut(name, w)
}

// Bare is a name without what it says in brackets.
func Bare(name string) string {
	if i := strings.IndexAny(name, "（("); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}
