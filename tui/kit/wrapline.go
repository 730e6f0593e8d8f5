package kit

import (
	"slices"
	"strings"

	"yice/tui/paint"
)

// Btoi is 1 for yes and 0 for no.
func Btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// WrapLine breaks a styled line where its text may be broken.
func WrapLine(l Line, w int) (out []Line) {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.S)
	}
	rest := slices.Clone(l)
	for _, row := range paint.Wrap(b.String(), w) {
		var now Line
		n := len(row)
		// What the break swallowed is spaces.
		for len(rest) > 0 && len(now) == 0 {
			if rest[0].S = strings.TrimLeft(rest[0].S, " "); rest[0].S != "" || len(out) == 0 {
				break
			}
			rest = rest[1:]
		}
		for len(rest) > 0 && n > 0 {
			k := min(n, len(rest[0].S))
			now = append(now, Piece{rest[0].S[:k], rest[0].St})
			n -= k
			if rest[0].S = rest[0].S[k:]; rest[0].S == "" {
				rest = rest[1:]
			}
		}
		out = append(out, now)
	}
	return out
}

// Rejoin puts lines that were wrapped behind one another again, for one that is cut.
func Rejoin(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && l != "" && l[0] < 0x80 && lines[i-1] != "" && lines[i-1][len(lines[i-1])-1] < 0x80 {
			b.WriteByte(' ')
		}
		b.WriteString(l)
	}
	return b.String()
}
