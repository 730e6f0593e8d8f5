package paint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Cluster is what a reader takes for one character: a base with its marks, drawn in Width cells.
type Cluster struct {
	Text  string // as the data has it
	Shown string // as the screen shows it: never a control character
	Width int    // cells of Shown
}

// Clusters splits a text into what is drawn cell by cell. A control character is shown as its picture (␛, ␊), and a
// sequence whose width terminals disagree about (joined emoji, key caps) as its base alone, so that the caret stands in
// the same cell everywhere; the data keeps them whole.
func Clusters(s string) []Cluster {
	out := make([]Cluster, 0, utf8.RuneCountInString(s))
	for s != "" {
		var c Cluster
		c, s = next(s)
		out = append(out, c)
	}
	return out
}

// next splits the first cluster off a text. What nearly all of a screen is made of, ASCII and Chinese, needs no tables: none of it
// joins what stands beside it. A frame asks this ten thousand times.
func next(s string) (c Cluster, rest string) {
	n, w := lone(s)
	if n > 0 {
		if m, _ := lone(s[n:]); m > 0 || n == len(s) {
			return Cluster{s[:n], s[:n], w}, s[n:]
		}
	}
	first, rest, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return cluster(first), rest
}

// lone gives the length in bytes and the width of a character at the beginning of a text that joins no neighbour of its kind; 0 for
// any other.
func lone(s string) (n, w int) {
	switch {
	case s == "":
		return 0, 0
	case s[0] >= ' ' && s[0] < 0x7f:
		return 1, 1
	case s[0] < 0xe3 || len(s) < 3:
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if r >= 0x4e00 && r <= 0x9fff || r >= 0x3001 && r <= 0x3002 || r >= 0xff01 && r <= 0xff5e {
		return n, 2
	}
	return 0, 0
}

func cluster(c string) Cluster {
	if len(c) == 1 && c[0] >= ' ' && c[0] < 0x7f {
		return Cluster{c, c, 1}
	}
	shown := Safe(c)
	w := ansi.StringWidth(shown)
	if w != ansi.StringWidthWc(shown) {
		r, _ := utf8.DecodeRuneInString(shown)
		shown = string(r)
		w = ansi.StringWidthWc(shown)
	}
	if w <= 0 {
		// A lone mark or an invisible: give it a cell of its own so that it can be seen and removed.
		return Cluster{c, "·", 1}
	}
	return Cluster{c, shown, w}
}

// Width is how many cells a text takes when drawn. It is the one measure of the program.
func Width(s string) int {
	if plain(s) {
		return len(s)
	}
	w := 0
	for s != "" {
		var c Cluster
		c, s = next(s)
		w += c.Width
	}
	return w
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Safe gives a text with nothing in it that a terminal would obey: controls become their pictures, direction marks and
// other formats vanish into a dot, bytes that are no text become U+FFFD.
func Safe(s string) string {
	clean := true
	for _, r := range s {
		if harmful(r) {
			clean = false
			break
		}
	}
	if clean && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(harmless(r))
	}
	return b.String()
}

func harmful(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == '\u00ad' || direction(r) || unicode.Is(unicode.Co, r)
}

// direction reports the marks that could make a text read as another one.
func direction(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x061c || r == 0xfeff
}

func harmless(r rune) rune {
	switch {
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case harmful(r):
		return '·'
	}
	return r
}

// Cut shortens a text to w cells, ending it with … where something was left off. It never splits a character.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	tail := "…"
	tw := Width(tail)
	if w < tw+1 {
		tail, tw = "", 0
	}
	used, rest := 0, s
	for rest != "" {
		c, after := next(rest)
		if used+c.Width > w-tw {
			break
		}
		used, rest = used+c.Width, after
	}
	return s[:len(s)-len(rest)] + tail
}

// Pad fills a text with spaces up to w cells and cuts what is longer.
func Pad(s string, w int) string {
	s = Cut(s, w)
	if n := w - Width(s); n > 0 {
		return s + strings.Repeat(" ", n)
	}
	return s
}

// PadLeft is Pad with the spaces before.
func PadLeft(s string, w int) string {
	s = Cut(s, w)
	if n := w - Width(s); n > 0 {
		return strings.Repeat(" ", n) + s
	}
	return s
}

// closers must not begin a line, openers must not end one.
const openers = "（《「『“‘([{"

const closers = "，。；：、！？）》」』”’…,.;:!?)]}％%"

// Wrap breaks a text into lines of at most w cells: between words, between Chinese characters, never before a closing
// mark. An empty text is one empty line.
func Wrap(s string, w int) []string {
	if w < 2 {
		w = 2
	}
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		lines = append(lines, wrapParagraph(para, w)...)
	}
	return lines
}

func wrapParagraph(s string, w int) []string {
	var lines []string
	cs := Clusters(s)
	for len(cs) > 0 {
		end, used := 0, 0
		for end < len(cs) && used+cs[end].Width <= w {
			used += cs[end].Width
			end++
		}
		if end < len(cs) {
			end = BreakAt(cs, end)
		}
		lines = append(lines, strings.TrimRight(join(cs[:end]), " "))
		cs = cs[end:]
		for len(cs) > 0 && cs[0].Text == " " {
			cs = cs[1:]
		}
	}
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}

// BreakAt moves a break of a line that is too long at end back to where a line may end.
func BreakAt(cs []Cluster, end int) int {
	for i := end; i > 0 && end-i < 24; i-- {
		a, b := cs[i-1], cs[i]
		if closes(cs, i) || opens(cs, i-1) {
			continue
		}
		if a.Text == " " || b.Text == " " || a.Width > 1 || b.Width > 1 {
			return i
		}
	}
	for end > 1 && end < len(cs) && closes(cs, end) { // no line may end anywhere near: a word is cut, yet not before what closes it
		end--
	}
	return max(end, 1)
}

// closes reports that a line must not begin at a cluster. A straight quote closes where something stands right before it.
func closes(cs []Cluster, i int) bool {
	if straight(cs[i]) {
		return i > 0 && cs[i-1].Text != " " && !strings.Contains(openers, cs[i-1].Text)
	}
	return strings.Contains(closers, cs[i].Text)
}

// opens reports that a line must not end behind a cluster. A straight quote opens where nothing stands right before it.
func opens(cs []Cluster, i int) bool {
	if straight(cs[i]) {
		return i == 0 || cs[i-1].Text == " " || strings.Contains(openers, cs[i-1].Text)
	}
	return strings.Contains(openers, cs[i].Text)
}

func straight(c Cluster) bool { return c.Text == "'" || c.Text == "\"" }

func join(cs []Cluster) string {
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.Text)
	}
	return b.String()
}
