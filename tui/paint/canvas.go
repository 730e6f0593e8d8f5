// Package paint draws on a sheet of terminal cells: clipped text, boxes, bars and lines, composed in layers and written
// out once as styled text. It is the one place that measures width and the one place a text passes on its way to the
// terminal, so that a control character of the data can never get there.
//
// It knows nothing of keys or records. Start with New, then Area.Text.
package paint

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"charm.land/lipgloss/v2"
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
	c := &Canvas{}
	c.Clear(w, h)
	return c
}

// Clear empties the sheet for the next frame, in another size perhaps; its room is used again.
func (c *Canvas) Clear(w, h int) {
	c.w, c.h = max(w, 0), max(h, 0)
	c.cells = slices.Grow(c.cells[:0], c.w*c.h)[:c.w*c.h]
	for i := range c.cells {
		c.cells[i] = cell{" ", 1, Style{}}
	}
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
			if now != (Style{}) {
				b.WriteString("\x1b[m")
			}
			b.WriteString(opening(k.style))
			now = k.style
		}
		b.WriteString(k.text)
	}
	if now != (Style{}) {
		b.WriteString("\x1b[m")
	}
}

// openings remembers what turns a style on: a frame asks for the same few some hundred times.
var openings sync.Map // Style → string

// opening gives the sequence that turns a style on, as Lip Gloss writes it.
func opening(s Style) string {
	if s == (Style{}) {
		return ""
	}
	if seq, ok := openings.Load(s); ok {
		return seq.(string)
	}
	seq, _, _ := strings.Cut(s.gloss().Render("x"), "x")
	openings.Store(s, seq)
	return seq
}

// gloss is the style in the terms of Lip Gloss.
func (s Style) gloss() lipgloss.Style {
	g := lipgloss.NewStyle().
		Bold(s.Attr&Bold != 0).Faint(s.Attr&Faint != 0).Italic(s.Attr&Italic != 0).
		Underline(s.Attr&Underline != 0).Reverse(s.Attr&Reverse != 0).Strikethrough(s.Attr&Strike != 0)
	if s.FG != Default {
		g = g.Foreground(lipgloss.Color(strconv.Itoa(int(s.FG) - 1)))
	}
	if s.BG != Default {
		g = g.Background(lipgloss.Color(strconv.Itoa(int(s.BG) - 1)))
	}
	return g
}

// Spot is a cell as it can be read off the sheet.
type Spot struct {
	Text  string // " " for a blank, "" for the right half of a wide character
	Style Style
}

// Row reads a row of the sheet; nil where there is none.
func (c *Canvas) Row(y int) []Spot {
	if y < 0 || y >= c.h {
		return nil
	}
	out := make([]Spot, c.w)
	for x := range out {
		k := &c.cells[y*c.w+x]
		out[x] = Spot{k.text, k.style}
	}
	return out
}
