//go:build linux

package main

import (
	"cmp"
	"fmt"
	"html"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/checks/terminal"
)

// A film is one SVG: every stretch of text that ever stood on the screen is in it once, and says when it is seen. What is seen
// at the same times is one group, so that a frame costs what it changes. Characters stand at places of their own, cell by cell,
// whatever font draws them; lines and blocks, which must meet, are drawn as shapes.

// shot is a frame and how long it is seen.
type shot struct {
	terminal.Frame
	for_  time.Duration
	keys  []string // pressed lately, newest last
	title string   // what is told under the screen
}

const (
	filmCellW, filmCellH = 10, 21
	filmGlyph            = 17
	filmBase             = 16
	filmMargin           = 12
	filmFoot             = 58 // under the screen: what is told, and the keys
)

// stretch is something drawn.
type stretch struct {
	under bool // a ground: beneath all text
	svg   string
}

// film is a film being made.
type film struct {
	paper terminal.Paper
	w, h  int // of the screen, in pixels
	seen  map[stretch][]int
	looks map[string]int // class of text by its style
	times []time.Duration
	total time.Duration
}

// drawFilm gives the whole film. poster is the frame that stands where nothing moves.
func drawFilm(shots []shot, paper terminal.Paper, poster int, alt string) string {
	f := &film{paper: paper, seen: map[stretch][]int{}, looks: map[string]int{}, w: shots[0].Width * filmCellW, h: shots[0].Height * filmCellH}
	for i := range shots {
		f.times = append(f.times, f.total)
		f.total += shots[i].for_
		f.screen(i, &shots[i].Frame)
		f.foot(i, &shots[i])
	}
	return f.file(len(shots), poster, alt)
}

func (f *film) put(frame int, under bool, format string, args ...any) {
	s := stretch{under, fmt.Sprintf(format, args...)}
	if at := f.seen[s]; len(at) == 0 || at[len(at)-1] != frame {
		f.seen[s] = append(at, frame)
	}
}

// screen draws the cells of a frame.
func (f *film) screen(i int, s *terminal.Frame) {
	for y := range s.Height {
		f.grounds(i, s, y)
		f.texts(i, s, y)
	}
	if s.Caret {
		f.put(i, false, `<rect x="%d" y="%d" width="2" height="%d" fill="#ffb454"/>`, filmMargin+s.X*filmCellW, filmMargin+s.Y*filmCellH+2, filmCellH-4)
	}
}

func (f *film) grounds(i int, s *terminal.Frame, y int) {
	for x := 0; x < s.Width; {
		ground, n := s.At(x, y).Ground, 1
		for x+n < s.Width && (s.At(x+n, y).Ground == ground || s.At(x+n, y).Width == 0) {
			n++
		}
		if ground != "" {
			f.put(i, true, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, filmMargin+x*filmCellW, filmMargin+y*filmCellH, n*filmCellW, filmCellH, ground)
		}
		x += n
	}
}

// texts draws a row, cut where it is blank for two cells and where its style changes: what moves apart is kept apart.
func (f *film) texts(i int, s *terminal.Frame, y int) {
	top := filmMargin + y*filmCellH
	for x := 0; x < s.Width; {
		c := s.At(x, y)
		if c.Text == "" {
			x++
			continue
		}
		if n := f.shape(i, s, x, y); n > 0 {
			x += n
			continue
		}
		look := f.look(c)
		var words strings.Builder
		var at []string
		from, end := x, x
		for x < s.Width && x-end < 2 {
			d := s.At(x, y)
			if d.Text == "" {
				x++
				continue
			}
			if isShape(d.Text) || f.look(d) != look {
				break
			}
			in := 0
			if d.Width == 2 {
				in = (2*filmCellW - filmGlyph) / 2
			}
			words.WriteString(html.EscapeString(d.Text))
			for k := range []rune(d.Text) {
				if k == 0 {
					at = append(at, strconv.Itoa(filmMargin+x*filmCellW+in))
				} else { // a mark on the character before
					at = append(at, at[len(at)-1])
				}
			}
			x += max(d.Width, 1)
			end = x
		}
		if c.Line || c.Strike {
			dy := filmBase + 2
			if c.Strike {
				dy = filmCellH / 2
			}
			f.put(i, false, `<rect x="%d" y="%d" width="%d" height="1" fill="%s"/>`, filmMargin+from*filmCellW, top+dy, (end-from)*filmCellW, c.Ink)
		}
		f.put(i, false, `<text class="%s" x="%s" y="%d">%s</text>`, look, strings.Join(at, " "), top+filmBase, words.String())
	}
}

// look is the class of a style.
func (f *film) look(c *terminal.Cell) string {
	css := "fill:" + c.Ink
	if c.Bold {
		css += ";font-weight:bold"
	}
	if c.Faint {
		css += ";opacity:.55"
	}
	if c.Italic {
		css += ";font-style:italic"
	}
	n, ok := f.looks[css]
	if !ok {
		n = len(f.looks)
		f.looks[css] = n
	}
	return "c" + strconv.Itoa(n)
}

// blocks are shapes by what part of their cell they fill, in eighths: from the left, from the top, to the right, to the foot.
var blocks = map[string][4]int{
	"█": {0, 0, 8, 8}, "▌": {0, 0, 4, 8}, "▐": {4, 0, 8, 8}, "▄": {0, 4, 8, 8}, "▀": {0, 0, 8, 4}, "▖": {0, 4, 4, 8},
	"▁": {0, 7, 8, 8}, "▂": {0, 6, 8, 8}, "▃": {0, 5, 8, 8}, "▅": {0, 3, 8, 8}, "▆": {0, 2, 8, 8}, "▇": {0, 1, 8, 8},
	"▏": {0, 0, 1, 8}, "▎": {0, 0, 2, 8}, "▍": {0, 0, 3, 8}, "▋": {0, 0, 5, 8}, "▊": {0, 0, 6, 8}, "▉": {0, 0, 7, 8},
}

// strokes are lines, as paths within a cell whose middle is 0,0.
var strokes = map[string]string{
	"─": "M-5 0h10", "│": "M0 -10.5v21", "╭": "M5 0h-1q-4 0 -4 4v6.5", "╮": "M-5 0h1q4 0 4 4v6.5", "╰": "M5 0h-1q-4 0 -4 -4v-6.5", "╯": "M-5 0h1q4 0 4 -4v-6.5",
	"├": "M0 -10.5v21M0 0h5", "┤": "M0 -10.5v21M0 0h-5", "┄": "M-4 0h2M-1 0h2M2 0h2", "╱": "M-5 8l10 -16",
}

func isShape(s string) bool { return strokes[s] != "" || blocks[s] != [4]int{} }

// shape draws lines and blocks that follow one another, and gives how many cells they take.
func (f *film) shape(i int, s *terminal.Frame, x, y int) int {
	c := s.At(x, y)
	if !isShape(c.Text) {
		return 0
	}
	n := 1
	for x+n < s.Width && s.At(x+n, y).Text == c.Text && s.At(x+n, y).Ink == c.Ink {
		n++
	}
	left, top := filmMargin+x*filmCellW, filmMargin+y*filmCellH
	switch b, block := blocks[c.Text]; {
	case block && b[0] == 0 && b[2] == 8: // as wide as its cell: one piece
		f.put(i, false, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, left, top+b[1]*filmCellH/8, n*filmCellW, b[3]*filmCellH/8-b[1]*filmCellH/8, c.Ink)
	case block:
		n = 1
		f.put(i, false, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`, left+b[0]*filmCellW/8, top+b[1]*filmCellH/8, max((b[2]-b[0])*filmCellW/8, 1), b[3]*filmCellH/8-b[1]*filmCellH/8, c.Ink)
	case c.Text == "─":
		f.put(i, false, `<rect x="%d" y="%d" width="%d" height="1" fill="%s"/>`, left, top+filmCellH/2, n*filmCellW, c.Ink)
	case c.Text == "┄":
		f.put(i, false, `<path d="M%d %d.5h%d" stroke="%s" stroke-dasharray="2 3"/>`, left+1, top+filmCellH/2, n*filmCellW, c.Ink)
	default:
		n = 1
		f.put(i, false, `<path transform="translate(%d %d.5)" d="%s" stroke="%s" fill="none"/>`, left+filmCellW/2, top+filmCellH/2, strokes[c.Text], c.Ink)
	}
	return n
}

// foot draws what is told under the screen and the keys that were pressed.
func (f *film) foot(i int, s *shot) {
	y := filmMargin + f.h + 12
	if s.title != "" {
		f.put(i, false, `<text class="t" x="%d" y="%d">%s</text>`, filmMargin+6, y+23, html.EscapeString(s.title))
	}
	x, told := f.w+filmMargin, filmMargin+20
	for _, r := range s.title {
		told += 12
		if r >= 0x2e80 {
			told += 8
		}
	}
	for k := len(s.keys) - 1; k >= 0; k-- {
		w := 16
		for _, r := range s.keys[k] {
			w += 10
			if r >= 0x2e80 {
				w += 8
			}
		}
		if x -= w + 6; x < told {
			return
		}
		look := "k"
		if k == len(s.keys)-1 {
			look = "k n"
		}
		f.put(i, true, `<rect class="%s" x="%d" y="%d" width="%d" height="28" rx="5"/>`, look, x, y+4, w)
		f.put(i, false, `<text class="%s" x="%d" y="%d">%s</text>`, "m", x+w/2, y+24, html.EscapeString(s.keys[k]))
	}
}

// file writes the film: the looks, when each group is seen, and the groups.
func (f *film) file(frames, poster int, alt string) string {
	groups := map[string][]stretch{} // by the frames they are seen in
	for s, at := range f.seen {
		groups[spans(at, frames)] = append(groups[spans(at, frames)], s)
	}
	order := slices.SortedFunc(maps.Keys(groups), func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	var css, under, over strings.Builder
	for n, key := range order {
		slices.SortFunc(groups[key], func(a, b stretch) int { return cmp.Compare(a.svg, b.svg) })
		class := ""
		if key != fmt.Sprintf("0-%d;", frames) {
			class = f.timed(&css, n, key, poster)
		}
		for _, layer := range []struct {
			to    *strings.Builder
			under bool
		}{{&under, true}, {&over, false}} {
			var in strings.Builder
			for _, s := range groups[key] {
				if s.under == layer.under {
					in.WriteString(s.svg)
				}
			}
			if in.Len() > 0 {
				fmt.Fprintf(layer.to, "<g%s>%s</g>\n", class, in.String())
			}
		}
	}
	w, h := f.w+2*filmMargin, f.h+2*filmMargin+filmFoot
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s"><title>%s</title><style>
text{font:%dpx ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC","Microsoft YaHei","PingFang SC",monospace;white-space:pre}
.t{font:600 19px system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;fill:#ffd58a}
rect{shape-rendering:crispEdges}
.k{shape-rendering:auto;fill:#2c313c;stroke:#4b5263}.n{stroke:#5ad4d4}.m{font-size:15px;fill:#e6e9f0;text-anchor:middle}
g{animation:%.2fs step-end infinite}
@media (prefers-reduced-motion:reduce){g{animation:none!important}}
`, w, h, w, h, html.EscapeString(alt), html.EscapeString(alt), filmGlyph, f.total.Seconds())
	for _, style := range slices.SortedFunc(maps.Keys(f.looks), func(a, b string) int { return cmp.Compare(f.looks[a], f.looks[b]) }) {
		fmt.Fprintf(&b, ".c%d{%s}\n", f.looks[style], style)
	}
	b.WriteString(css.String())
	fmt.Fprintf(&b, "</style><rect width=\"%d\" height=\"%d\" rx=\"10\" fill=\"%s\"/><rect x=\"0\" y=\"%d\" width=\"%d\" height=\"1\" fill=\"#353b47\"/>\n%s%s</svg>\n",
		w, h, f.paper.Ground, filmMargin+f.h+6, w, under.String(), over.String())
	return b.String()
}

// spans writes the frames something is seen in as stretches: "0-3;7-9;".
func spans(at []int, frames int) string {
	var b strings.Builder
	for i := 0; i < len(at); {
		n := 1
		for i+n < len(at) && at[i+n] == at[i]+n {
			n++
		}
		fmt.Fprintf(&b, "%d-%d;", at[i], min(at[i]+n, frames))
		i += n
	}
	return b.String()
}

// timed writes when a group is seen, and gives its attributes. Where nothing moves, what is seen in the poster is.
func (f *film) timed(css *strings.Builder, n int, key string, poster int) string {
	hidden := true
	fmt.Fprintf(css, "@keyframes a%d{", n)
	begun := false
	for span := range strings.SplitSeq(strings.TrimSuffix(key, ";"), ";") {
		var from, to int
		fmt.Sscanf(span, "%d-%d", &from, &to)
		hidden = hidden && (poster < from || poster >= to)
		if from > 0 && !begun {
			css.WriteString("0%{visibility:hidden}")
		}
		begun = true
		fmt.Fprintf(css, "%s{visibility:visible}", f.percent(from))
		if to < len(f.times) {
			fmt.Fprintf(css, "%s{visibility:hidden}", f.percent(to))
		}
	}
	fmt.Fprintf(css, "}.a%d{animation-name:a%d}\n", n, n)
	if hidden {
		return fmt.Sprintf(` class="a%d" visibility="hidden"`, n)
	}
	return fmt.Sprintf(` class="a%d"`, n)
}

func (f *film) percent(frame int) string {
	return strconv.FormatFloat(float64(f.times[frame])*100/float64(f.total), 'f', 3, 64) + "%"
}
