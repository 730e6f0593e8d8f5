package grid

import "strings"

// pasteMax bounds a paste: more than a person means to paste, and still no load.
const (
	pasteMaxRows  = 100_000
	pasteMaxCells = 256
)

// IsBlock reports whether pasted text is a block of cells rather than the text of one: it has a tab, or several lines.
func IsBlock(s string) bool {
	s = strings.TrimRight(s, "\r\n")
	return strings.ContainsAny(s, "\t\n\r")
}

// Block gives the selected cells as a spreadsheet takes them: tabs and lines, figures without separators.
func (g *Grid) Block() string {
	var b strings.Builder
	for i, cells := range g.Cells(false) {
		if i > 0 {
			b.WriteByte('\n')
		}
		for c, s := range cells {
			if c > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(quote(s))
		}
	}
	return b.String()
}

// Cells gives the selected cells row by row, under their headings where asked for.
func (g *Grid) Cells(headings bool) [][]string {
	from, to := g.Selection()
	var out [][]string
	if headings {
		var head []string
		for c := from.Col; c <= to.Col; c++ {
			head = append(head, g.columnAt(c).Title)
		}
		out = append(out, head)
	}
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		r := g.Record(row)
		cells := make([]string, 0, to.Col-from.Col+1)
		for c := from.Col; c <= to.Col; c++ {
			cells = append(cells, Editable(r, g.columnAt(c).Field, g.columnAt(c).Index, g.Lang))
		}
		out = append(out, cells)
	}
	return out
}

// quote wraps a cell that holds a tab, a line break or a quote, as spreadsheets do.
func quote(s string) string {
	if !strings.ContainsAny(s, "\t\n\r\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// split cuts a pasted block into rows of cells; quoted cells may hold tabs and lines. tmux turns line breaks into \r. Rows
// past the bound are only counted, so that they can be named.
func split(s string) (rows [][]string, beyond int) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	s = strings.TrimRight(s, "\n")
	for s != "" {
		var row []string
		for end := byte('\t'); end == '\t'; {
			var cell string
			if cell, s, end = nextCell(s); len(row) < pasteMaxCells {
				row = append(row, cell)
			}
		}
		if len(rows) < pasteMaxRows {
			rows = append(rows, row)
		} else {
			beyond++
		}
	}
	return rows, beyond
}

// nextCell takes one cell off the text; end is the tab or line break behind it, 0 at the end.
func nextCell(s string) (cell, rest string, end byte) {
	if strings.HasPrefix(s, `"`) {
		if c, r, ok := quoted(s[1:]); ok {
			if r == "" {
				return c, "", 0
			}
			return c, r[1:], r[0]
		}
	}
	i := strings.IndexAny(s, "\t\n")
	if i < 0 {
		return s, "", 0
	}
	return s[:i], s[i+1:], s[i]
}

// quoted reads up to the closing quote; ok is false where what follows it is no end of a cell: then the quote is text.
func quoted(s string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		switch {
		case strings.HasPrefix(s, `"`):
			b.WriteByte('"')
			s = s[1:]
		case s == "" || s[0] == '\t' || s[0] == '\n':
			return b.String(), s, true
		default:
			return "", "", false
		}
	}
}
