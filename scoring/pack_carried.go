package scoring

import (
	"bytes"
	"slices"
	"strconv"
)

// A draft that begins with last year's file marks every line whose number is last year's, in a comment behind it. Whoever has looked at a
// line takes the mark away; what is left is told wherever the draft is checked or signed.

const (
	markBegins = "# 沿用 "
	markEnds   = " 年度，待核对"
)

// notMarked are sections whose numbers are no rules of a year.
var notMarked = []string{"pack", "rounding", "form", "field", "plausible", "advice"}

// mark puts the mark of a year behind every line with a number of the rules; an older mark is replaced.
func (e *editor) mark(p *Pack, year int) {
	c := p.cellsIn(e)
	ends := map[int]bool{}
	for path, v := range c.at {
		section, _, _ := cutPath(path)
		if _, _, why := ParseFigure(v.text); !why.Empty() || v.kind != aNumber && v.kind != aString || slices.Contains(notMarked, section) || path == "annual.innovation_weight_prev" || isWordOf(path) {
			continue
		}
		ends[lineEnd(e.src, v.end)] = true
	}
	for end := range ends {
		e.markLine(end, markBegins+strconv.Itoa(year)+markEnds)
	}
}

func cutPath(path string) (section, rest string, ok bool) {
	for i := range path {
		if path[i] == '.' {
			return path[:i], path[i+1:], true
		}
	}
	return path, "", false
}

// isWordOf reports whether a value that looks like a number is a text: a name, a reason.
func isWordOf(path string) bool {
	i := len(path)
	for i > 0 && path[i-1] != '.' {
		i--
	}
	return slices.Contains([]string{"name", "reason", "doc", "text", "gist", "at"}, path[i:])
}

// markLine puts a mark at the end of a line.
func (e *editor) markLine(end int, mark string) {
	if end > 0 && e.src[end-1] == '\r' {
		end--
	}
	start := bytes.LastIndexByte(e.src[:end], '\n') + 1
	from := end
	if old := bytes.Index(e.src[start:end], []byte(markBegins)); old >= 0 && bytes.HasSuffix(e.src[start:end], []byte(markEnds)) {
		from = start + old
		for from > start && e.src[from-1] == ' ' {
			from--
		}
	}
	e.edits = append(e.edits, edit{from, end, "  " + mark})
}

// Carried gives the lines of the file that still bear the mark of an earlier year.
func (p *Pack) Carried() []int {
	var lines []int
	for i, line := range bytes.Split(p.Source, []byte("\n")) {
		if bytes.Contains(line, []byte(markBegins)) && bytes.HasSuffix(bytes.TrimSuffix(line, []byte("\r")), []byte(markEnds)) {
			lines = append(lines, i+1)
		}
	}
	return lines
}
