// Package paint draws on a sheet of terminal cells: clipped text, boxes, bars and lines, composed in layers and written
// out once as styled text. It is the one place that measures width and the one place a text passes on its way to the
// terminal, so that a control character of the data can never get there.
//
// It knows nothing of keys or records. Start with New, then Area.Text.
package paint

import (
	"strconv"
	"strings"
)

// Color is a colour of the terminal: 0 is its own default, 1–16 the sixteen everyone has, 17 and up the index + 1 of the 256.
type Color uint16

const (
	Default Color = iota
	Black
	Red
	Green
	Yellow
	Blue
	Magenta
	Cyan
	White
	BrightBlack
	BrightRed
	BrightGreen
	BrightYellow
	BrightBlue
	BrightMagenta
	BrightCyan
	BrightWhite
)

// Index gives one of the 256 colours.
func Index(i uint8) Color { return Color(i) + 1 }

// Attr is a set of type attributes.
type Attr uint8

const (
	Bold Attr = 1 << iota
	Faint
	Italic
	Underline
	Reverse
	Strike
)

// Style is how a cell looks. The zero Style is the terminal's own.
type Style struct {
	FG, BG Color
	Attr   Attr
}

// On gives the style on another ground.
func (s Style) On(bg Color) Style { s.BG = bg; return s }

// With adds attributes.
func (s Style) With(a Attr) Style { s.Attr |= a; return s }

// Over lays the style over another: what it leaves to the default shows through.
func (s Style) Over(under Style) Style {
	if s.FG == Default {
		s.FG = under.FG
	}
	if s.BG == Default {
		s.BG = under.BG
	}
	s.Attr |= under.Attr
	return s
}

type cell struct {
	text  string
	width uint8 // 0: the right half of the cell before
	style Style
}

// Canvas is a sheet of cells.
type Canvas struct {
	w, h  int
	cells []cell
}

// New makes an empty sheet.
func New(w, h int) *Canvas {
	c := &Canvas{w: max(w, 0), h: max(h, 0)}
	c.cells = make([]cell, c.w*c.h)
	for i := range c.cells {
		c.cells[i] = cell{" ", 1, Style{}}
	}
	return c
}

// All is the whole sheet as an area.
func (c *Canvas) All() Area { return Area{c: c, W: c.w, H: c.h} }

// set puts one cluster; the halves of a wide character it cuts in two are blanked.
func (c *Canvas) set(x, y int, text string, w int, st Style) {
	i := y*c.w + x
	c.blank(x, y)
	if w == 2 {
		c.blank(x+1, y)
		c.cells[i+1] = cell{"", 0, st}
	}
	c.cells[i] = cell{text, uint8(w), st}
}

func (c *Canvas) blank(x, y int) {
	i := y*c.w + x
	switch {
	case c.cells[i].width == 0 && x > 0:
		c.cells[i-1].text, c.cells[i-1].width = " ", 1
		c.cells[i].text, c.cells[i].width = " ", 1
	case c.cells[i].width == 2 && x+1 < c.w:
		c.cells[i+1].text, c.cells[i+1].width = " ", 1
	}
}

// String writes the sheet as lines of styled text, the form a View takes.
func (c *Canvas) String() string {
	var b strings.Builder
	b.Grow(len(c.cells) * 2)
	for y := range c.h {
		if y > 0 {
			b.WriteByte('\n')
		}
		c.line(&b, y)
	}
	return b.String()
}

func (c *Canvas) line(b *strings.Builder, y int) {
	row := c.cells[y*c.w : (y+1)*c.w]
	end := len(row)
	for end > 0 && row[end-1].text == " " && row[end-1].style == (Style{}) {
		end--
	}
	var now Style
	for _, k := range row[:end] {
		if k.width == 0 {
			continue
		}
		if k.style != now {
			writeStyle(b, k.style)
			now = k.style
		}
		b.WriteString(k.text)
	}
	if now != (Style{}) {
		b.WriteString("\x1b[m")
	}
}

func writeStyle(b *strings.Builder, s Style) {
	b.WriteString("\x1b[0")
	for i, code := range [...]string{";1", ";2", ";3", ";4", ";7", ";9"} {
		if s.Attr&(1<<i) != 0 {
			b.WriteString(code)
		}
	}
	writeColor(b, s.FG, 30)
	writeColor(b, s.BG, 40)
	b.WriteByte('m')
}

func writeColor(b *strings.Builder, c Color, base int) {
	switch {
	case c == Default:
		return
	case c <= White:
		b.WriteString(";" + strconv.Itoa(base+int(c)-1))
	case c <= BrightWhite:
		b.WriteString(";" + strconv.Itoa(base+60+int(c)-9))
	default:
		b.WriteString(";" + strconv.Itoa(base+8) + ";5;" + strconv.Itoa(int(c)-1))
	}
}
