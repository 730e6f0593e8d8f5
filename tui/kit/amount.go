package kit

import (
	"strings"

	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// InUnit is a figure with its unit, the words of the unit faint: of money "1,320.00 万元", "CNY 1,320.00 ten thousand", the sign first.
func InUnit(m screen.Desk, figure string, unit text.Pair, st paint.Style) Line {
	before, after, _ := strings.Cut(text.InUnit(here, unit).In(m.Lang()), here)
	rest := strings.TrimLeft(figure, "+-")
	return Line{{figure[:len(figure)-len(rest)], st}, {before, m.Theme().Faint}, {rest, st}, {after, m.Theme().Faint}}
}

// here holds the place of a figure in what is said of it.
const here = "\x00"

// Behind is what stands behind a figure whose label is text.Named.
func Behind(m screen.Desk, unit text.Pair) Piece {
	s := text.Behind(unit, m.Lang())
	if s != "" {
		s = " " + s
	}
	return Piece{s, m.Theme().Faint}
}
