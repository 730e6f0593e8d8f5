package kit

import (
	"strings"

	"yice/tui/paint"
)

// Short gives a name in w cells: its unit in brackets goes first.
func Short(name string, w int) string {
	if paint.Width(name) > w {
		if i := strings.IndexAny(name, "（("); i > 0 {
			name = name[:i]
		}
	}
	return paint.Cut(name, w)
}
