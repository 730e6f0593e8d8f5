package paint

import (
	"math/bits"
	"strings"
)

// Chrome is the set of glyphs that frames, bars and marks are drawn with.
type Chrome struct {
	H, V, TL, TR, BL, BR, Dash   string
	Full, Rest                   string   // of a bar
	Hatch                        string   // of a bar nobody can speak of
	Parts                        []string // of a cell of a bar, from nothing to nearly full
	Levels                       []string // of a sparkline or the top of a column, low to high
	Block                        string   // a whole cell of a strip or a column
	Slices                       []string // of the last cell of a strip, by eighths, from nothing
	Caret, Check, Dot, Up, Down  string
	Left, Right, Ellipsis, Arrow string
	More                         string // behind a word that opens a list
}

// Unicode is for terminals that draw boxes and blocks in one cell: nearly all.
func Unicode() Chrome {
	return Chrome{
		H: "─", V: "│", TL: "╭", TR: "╮", BL: "╰", BR: "╯", Dash: "┄",
		// Half a cell high: bars of rows below one another stay apart, where full blocks would make one wall.
		Full: "▄", Rest: "▁", Hatch: "╱", Parts: []string{"", "▖"},
		Levels: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Block:  "█", Slices: []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"},
		Caret: "▌", Check: "✓", Dot: "·", Up: "↑", Down: "↓", Left: "‹", Right: "›", Ellipsis: "…", Arrow: "→", More: "▾",
	}
}

// ASCII is for terminals that draw those in two cells.
func ASCII() Chrome {
	return Chrome{
		H: "-", V: "|", TL: "+", TR: "+", BL: "+", BR: "+", Dash: "-",
		Full: "#", Rest: ".", Hatch: "/", Parts: []string{""},
		Levels: []string{"_", ".", "-", "~", "=", "+", "*", "#"},
		Block:  "#", Slices: []string{"", "", "", "", "-", "-", "-", "="},
		Caret: ">", Check: "v", Dot: ".", Up: "^", Down: "v", Left: "<", Right: ">", Ellipsis: "...", Arrow: "->", More: "v",
	}
}

// Fitting gives the glyphs this terminal draws in one cell, as the measure tells.
func Fitting() Chrome {
	if Width("│") == 1 {
		return Unicode()
	}
	return ASCII()
}

// Box draws a frame with a title on the left of its upper edge and a note on the right, and gives the area inside.
func (a Area) Box(k Chrome, title, note string, frame, head, faint Style) Area {
	if a.W < 2 || a.H < 2 {
		return a.Sub(0, 0, 0, 0)
	}
	a.Repeat(1, 0, a.W-2, k.H, frame)
	a.Repeat(1, a.H-1, a.W-2, k.H, frame)
	for y := 1; y < a.H-1; y++ {
		a.Text(0, y, k.V, frame)
		a.Text(a.W-1, y, k.V, frame)
	}
	a.Text(0, 0, k.TL, frame)
	a.Text(a.W-1, 0, k.TR, frame)
	a.Text(0, a.H-1, k.BL, frame)
	a.Text(a.W-1, a.H-1, k.BR, frame)
	if title != "" {
		a.Text(2, 0, " "+Cut(title, a.W-6)+" ", head)
	}
	if note != "" && Width(note)+Width(title)+8 <= a.W {
		a.Text(a.W-Width(note)-4, 0, " "+note+" ", faint)
	}
	return a.Inset(1, 1)
}

// Bar draws part ‰ of w cells filled, to half a cell; whatever is more than nothing shows, and less than all is not full.
func (a Area) Bar(k Chrome, x, y, w, permille int, fill, rest Style) {
	permille = max(0, min(permille, 1000))
	n := len(k.Parts)
	units := permille * w * n / 1000
	if units == 0 && permille > 0 {
		units = 1
	}
	full, part := units/n, units%n
	a.Repeat(x, y, w, k.Rest, rest)
	a.Repeat(x, y, full, k.Full, fill)
	if part > 0 && full < w {
		a.Text(x+full, y, k.Parts[part], fill)
	}
}

// Spark draws figures as a row of columns, the tallest full; a figure of nothing stays empty, a negative one is a dot.
func Spark(k Chrome, figures []int64) string {
	var top int64
	for _, f := range figures {
		top = max(top, f)
	}
	var b strings.Builder
	for _, f := range figures {
		switch {
		case f < 0:
			b.WriteString(k.Dot)
		case f == 0 || top == 0:
			b.WriteString(" ")
		default:
			n := int64(len(k.Levels))
			// Divide first where the product could overflow.
			i := min(f/max(top/n, 1), n-1)
			b.WriteString(k.Levels[i])
		}
	}
	return b.String()
}

// Units is how many of units a part of a whole comes to, rounded down, with nothing lost on the way; whatever is more
// than nothing is at least one.
func Units(part, whole int64, units int) int {
	if part <= 0 || whole <= 0 || units <= 0 {
		return 0
	}
	if part >= whole {
		return units
	}
	hi, lo := bits.Mul64(uint64(part), uint64(units))
	n, _ := bits.Div64(hi, lo, uint64(whole))
	return max(int(n), 1)
}

// Eighths is how finely a cell of a strip or a column is drawn.
func (k Chrome) Eighths() int { return len(k.Levels) }

// Strip draws a bar of so many eighths of a cell to the right.
func (a Area) Strip(k Chrome, x, y, eighths int, st Style) {
	n := k.Eighths()
	a.Repeat(x, y, eighths/n, k.Block, st)
	if part := eighths % n; part > 0 {
		a.Text(x+eighths/n, y, k.Slices[part], st)
	}
}

// Column draws a bar w cells wide and so many eighths of a cell upwards from the row foot.
func (a Area) Column(k Chrome, x, foot, w, eighths int, st Style) {
	n := k.Eighths()
	for y := range eighths / n {
		a.Repeat(x, foot-y, w, k.Block, st)
	}
	if part := eighths % n; part > 0 {
		a.Repeat(x, foot-eighths/n, w, k.Levels[part-1], st)
	}
}
