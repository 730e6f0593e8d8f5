//go:build linux

package terminal

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// Paper is what a terminal's own colours look like in a picture.
type Paper struct{ Ground, Ink string }

var (
	Dark  = Paper{"#15171c", "#d6d9e0"}
	Light = Paper{"#fcfcf9", "#24272e"}
)

const (
	cellWide, cellHigh = 10, 21
	glyphSize          = 17
	baseline           = 16
)

// PictureSize is the size in pixels of a picture of w × h cells.
func PictureSize(w, h int) (int, int) { return w * cellWide, h * cellHigh }

// SVG draws the screen, every character in its own cell, so that what is misaligned on the terminal is misaligned in the
// picture. The cursor is drawn where it stands.
func (p *Program) SVG(paper Paper) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var b strings.Builder
	w, h := PictureSize(p.width, p.height)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="'Noto Sans Mono CJK SC',monospace" font-size="%d"><rect width="100%%" height="100%%" fill="%s"/>`,
		w, h, glyphSize, paper.Ground)
	for y := range p.height {
		for x := range p.width {
			if c := p.screen.CellAt(x, y); c != nil && c.Width > 0 {
				drawCell(&b, c, x*cellWide, y*cellHigh, paper)
			}
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func drawCell(b *strings.Builder, c *uv.Cell, x, y int, paper Paper) {
	ink, ground := shade(c.Style.Fg, paper.Ink), shade(c.Style.Bg, "")
	if c.Style.Attrs&uv.AttrReverse != 0 {
		if ground == "" {
			ground = paper.Ground
		}
		ink, ground = ground, ink
	}
	if ground != "" {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, x, y, c.Width*cellWide, cellHigh, ground)
	}
	if strings.TrimSpace(c.Content) == "" {
		return
	}
	look := ""
	if c.Style.Attrs&uv.AttrBold != 0 {
		look += ` font-weight="bold"`
	}
	if c.Style.Attrs&uv.AttrItalic != 0 {
		look += ` font-style="italic"`
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		look += ` opacity="0.55"`
	}
	if c.Style.Underline != 0 {
		look += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" fill="%s"%s>%s</text>`, x, y+baseline, ink, look, html.EscapeString(c.Content))
}

func shade(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, bl, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, bl>>8)
}
