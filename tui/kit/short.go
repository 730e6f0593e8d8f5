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

// Ended gives a name in w cells: of one that ends with brackets what is before them is cut, for they tell it from others of its name.
func Ended(name string, w int) string {
	i := strings.LastIndexAny(name, "（(")
	if paint.Width(name) <= w || i <= 0 || !strings.HasSuffix(name, "）") && !strings.HasSuffix(name, ")") || paint.Width(name[i:]) > w/2 {
		return paint.Cut(name, w)
	}
	return paint.Cut(strings.TrimSpace(name[:i])+strings.Repeat(" ", w), w-paint.Width(name[i:])) + name[i:]
}

// Bare is a name without what it says in brackets.
func Bare(name string) string {
	if i := strings.IndexAny(name, "（("); i > 0 {
		return strings.TrimSpace(name[:i])
	}
	return name
}
