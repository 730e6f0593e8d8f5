//go:build linux

package terminal

import uv "github.com/charmbracelet/ultraviolet"

// Cell is one character of a frame, in the colours of a picture.
type Cell struct {
	Text   string // "" for a blank
	Width  int    // 1 or 2 cells; 0: the second half of the one before
	Ink    string
	Ground string // "" for the paper's own
	Bold   bool
	Faint  bool
	Italic bool
	Line   bool // underlined
	Strike bool
}

// Frame is a whole screen, and where the caret stands.
type Frame struct {
	Width, Height int
	Cells         []Cell // row by row
	X, Y          int
	Caret         bool // it is seen
}

// At is one cell of the frame.
func (f *Frame) At(x, y int) *Cell { return &f.Cells[y*f.Width+x] }

// Frame gives the present screen cell by cell.
func (p *Program) Frame(paper Paper) Frame {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := Frame{Width: p.width, Height: p.height, Cells: make([]Cell, p.width*p.height), Caret: p.caret}
	at := p.screen.CursorPosition()
	f.X, f.Y = at.X, at.Y
	for y := range p.height {
		for x := range p.width {
			if c := p.screen.CellAt(x, y); c != nil {
				*f.At(x, y) = cellOf(c, paper)
			}
		}
	}
	return f
}

func cellOf(c *uv.Cell, paper Paper) Cell {
	has := func(a uint8) bool { return c.Style.Attrs&a != 0 }
	out := Cell{
		Text: c.Content, Width: c.Width, Ink: shade(c.Style.Fg, paper.Ink), Ground: shade(c.Style.Bg, ""), Bold: has(uv.AttrBold), Faint: has(uv.AttrFaint),
		Italic: has(uv.AttrItalic), Line: c.Style.Underline != 0, Strike: has(uv.AttrStrikethrough),
	}
	if has(uv.AttrReverse) {
		if out.Ground == "" {
			out.Ground = paper.Ground
		}
		out.Ink, out.Ground = out.Ground, out.Ink
	}
	if out.Text == " " {
		out.Text = ""
	}
	return out
}
