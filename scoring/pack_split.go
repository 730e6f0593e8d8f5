package scoring

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A pack is cut into its top-level expressions (a header, a key with its value) before anything is parsed: so brackets
// that nest too deep never reach the parser, a broken expression does not hide the ones after it, and full-width
// punctuation is named as what it is.

// chunk is one expression of the source.
type chunk struct {
	from, to int
	depth    int // of brackets, at most
	deepAt   int // where the depth first went over maxPackDepth
	wide     []wideRune
}

// wideRune is a full-width character where ASCII belongs.
type wideRune struct {
	at int
	r  rune
}

const maxPackDepth = 8

// nextChunk gives the expression that starts at or after from; ok is false at the end. Blank lines and comments are passed.
func nextChunk(d []byte, from int) (c chunk, ok bool) {
	i := from
	for i < len(d) {
		switch d[i] {
		case ' ', '\t', '\r', '\n':
			i++
		case '#':
			i = lineEnd(d, i)
		default:
			c.from, c.deepAt = i, -1
			c.scan(d)
			return c, true
		}
	}
	return c, false
}

// lineEnd gives the offset of the newline that ends the line of i, or the end of the text.
func lineEnd(d []byte, i int) int {
	if n := bytes.IndexByte(d[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(d)
}

// scan runs to the newline that ends the expression: one outside brackets and strings.
func (c *chunk) scan(d []byte) {
	depth := 0
	i := c.from
	for i < len(d) {
		switch b := d[i]; {
		case b == '\n' && depth <= 0:
			if c.to = i; d[i-1] == '\r' {
				c.to--
			}
			return
		case b == '#':
			i = lineEnd(d, i)
		case b == '"' || b == '\'':
			i = stringEnd(d, i)
		case b == '[' || b == '{':
			depth++
			c.depth = max(c.depth, depth)
			if depth > maxPackDepth && c.deepAt < 0 {
				c.deepAt = i
			}
			i++
		case b == ']' || b == '}':
			depth--
			i++
		case b < utf8.RuneSelf:
			i++
		default:
			i = c.scanWide(d, i)
		}
	}
	c.to = len(d)
}

// scanWide passes a character that is not ASCII; a full-width quote is passed together with what it encloses on its line.
func (c *chunk) scanWide(d []byte, i int) int {
	r, n := utf8.DecodeRune(d[i:])
	if _, ok := fullWidth(r); !ok {
		return i + n
	}
	c.wide = append(c.wide, wideRune{i, r})
	i += n
	closing := closingQuote(r)
	if closing == "" {
		return i
	}
	rest := d[i:lineEnd(d, i)]
	end := bytes.Index(rest, []byte(closing))
	if end < 0 {
		return i
	}
	w, size := utf8.DecodeRuneInString(closing)
	c.wide = append(c.wide, wideRune{i + end, w})
	return i + end + size
}

func closingQuote(r rune) string {
	switch r {
	case '“':
		return "”"
	case '‘':
		return "’"
	case '「':
		return "」"
	case '『':
		return "』"
	case '＂':
		return "＂"
	case '《':
		return "》"
	}
	return ""
}

// stringEnd gives the offset after the string that starts at i, as TOML ends it; a string of one line that is not closed
// ends with its line.
func stringEnd(d []byte, i int) int {
	q := d[i]
	if i+2 < len(d) && d[i+1] == q && d[i+2] == q {
		return longStringEnd(d, i+3, q)
	}
	for i++; i < len(d); i++ {
		switch {
		case d[i] == q:
			return i + 1
		case d[i] == '\n':
			return i
		case d[i] == '\\' && q == '"' && i+1 < len(d) && d[i+1] != '\n':
			i++
		}
	}
	return len(d)
}

func longStringEnd(d []byte, i int, q byte) int {
	for i < len(d) {
		switch {
		case d[i] == '\\' && q == '"':
			i += 2
		case d[i] == q && i+2 < len(d) && d[i+1] == q && d[i+2] == q:
			i += 3
			for i < len(d) && d[i] == q { // up to two quotes of the content may stand before the closing three
				i++
			}
			return i
		default:
			i++
		}
	}
	return len(d)
}

// narrowed gives the expression with its full-width characters turned into ASCII, and for every byte its offset in the
// source, so that what follows can be checked as if it had been written well.
func (c *chunk) narrowed(d []byte) (ascii []byte, offsets []int) {
	next := 0
	for i := c.from; i < c.to; {
		if next < len(c.wide) && c.wide[next].at == i {
			a, _ := fullWidth(c.wide[next].r)
			for range a {
				offsets = append(offsets, i)
			}
			ascii = append(ascii, a...)
			i += utf8.RuneLen(c.wide[next].r)
			next++
			continue
		}
		ascii, offsets = append(ascii, d[i]), append(offsets, i)
		i++
	}
	return ascii, append(offsets, c.to)
}

// resume gives where to go on after an expression that could not be read: at the first later line in it that looks like
// the start of another, else at its end.
func (c *chunk) resume(d []byte) int {
	for i := lineEnd(d, c.from); i < c.to; {
		i++
		end := lineEnd(d, i)
		if looksLikeStart(string(d[i:min(end, c.to)])) {
			return i
		}
		i = end
	}
	return c.to
}

// looksLikeStart says whether a line could begin an expression: a header, or a bare key and an equals sign.
func looksLikeStart(line string) bool {
	line = strings.TrimSpace(line)
	name, header := strings.CutPrefix(line, "[")
	name = strings.TrimPrefix(name, "[")
	n := bareKey(name)
	if n == 0 {
		return false
	}
	if header {
		return strings.HasPrefix(strings.TrimLeft(name[n:], " \t."), "]") || name[n:] != "" && name[n] == '.'
	}
	return strings.HasPrefix(strings.TrimLeft(name[n:], " \t"), "=")
}

// bareKey gives how many bytes at the start of a text make a bare key that begins with a letter.
func bareKey(s string) int {
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c != '_' && c != '-' && (c < '0' || c > '9')) {
			return i
		}
	}
	return len(s)
}
