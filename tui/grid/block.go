package grid

import (
	"strings"

	"yice/entry"
	"yice/form"
	"yice/text"
)

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
	from, to := g.Selection()
	var b strings.Builder
	for row := from.Row; row <= min(to.Row, g.Len()-1); row++ {
		if row > from.Row {
			b.WriteByte('\n')
		}
		r := g.Record(row)
		for c := from.Col; c <= to.Col; c++ {
			if c > from.Col {
				b.WriteByte('\t')
			}
			if r != nil {
				b.WriteString(quote(Editable(r, g.columnAt(c).Field, g.columnAt(c).Index, g.Lang)))
			}
		}
	}
	return b.String()
}

// quote wraps a cell that holds a tab, a line break or a quote, as spreadsheets do.
func quote(s string) string {
	if !strings.ContainsAny(s, "\t\n\r\"") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// split cuts a pasted block into rows of cells; quoted cells may hold tabs and lines. tmux turns line breaks into \r.
func split(s string) [][]string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	s = strings.TrimRight(s, "\n")
	var rows [][]string
	var row []string
	for s != "" || row != nil {
		cell, rest, end := nextCell(s)
		if len(row) < pasteMaxCells {
			row = append(row, cell)
		}
		s = rest
		if end != '\t' {
			rows = append(rows, row)
			row = nil
			if len(rows) >= pasteMaxRows || end == 0 {
				break
			}
		} else if s == "" {
			row = append(row, "")
			rows = append(rows, row)
			break
		}
	}
	return rows
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

// Paste is a block about to be pasted: what it would do, and what of it could not be read.
type Paste struct {
	Rows, Cells int
	New         int // rows it would make
	Changed     int // cells whose content changes
	Skipped     int // columns to the right of the table
	Header      bool
	Problems    []Problem
	rows        [][]string
	at          Pos
	drop        map[int]bool // rows with problems, left out on request
}

// Problem is a cell of a block that is no value of its column.
type Problem struct {
	Row   int // of the block, from 1
	Field text.Pair
	Typed string
	Why   text.Pair
}

// Preview reads a block as if pasted at the cursor and says what would happen; nothing changes. A first row of headings
// is recognised and left out.
func (g *Grid) Preview(s string) *Paste {
	from, _ := g.Selection()
	p := &Paste{rows: split(s), at: from, drop: map[int]bool{}}
	if len(p.rows) > 1 && g.isHeader(p.rows[0], from.Col) {
		p.Header = true
		p.rows = p.rows[1:]
	}
	p.Rows = len(p.rows)
	for k, cells := range p.rows {
		row := from.Row + k
		if row >= g.Len() {
			p.New++
		}
		g.previewRow(p, k, row, cells)
	}
	return p
}

func (g *Grid) isHeader(cells []string, col int) bool {
	known := 0
	for k, c := range cells {
		if col+k < len(g.shown) {
			f := g.columnAt(col + k).Field
			if c = strings.TrimSpace(c); c == f.ID || c == f.Title.ZH || c == f.Title.EN || c == g.columnAt(col+k).Title {
				known++
			}
		}
	}
	return known > 0 && known*2 >= len(cells)
}

func (g *Grid) previewRow(p *Paste, k, row int, cells []string) {
	r := g.Record(row)
	for c, typed := range cells {
		col := p.at.Col + c
		if col >= len(g.shown) {
			p.Skipped = max(p.Skipped, c+1-(len(g.shown)-p.at.Col))
			continue
		}
		p.Cells++
		column := g.columnAt(col)
		v, err := column.Field.Parse(typed, column.Field.Unit)
		if err != nil {
			why := text.Same(err.Error())
			if pe, ok := err.(*form.ParseError); ok {
				why = pe.Say
			}
			p.Problems = append(p.Problems, Problem{k + 1, column.Field.Title, typed, why})
			p.drop[k] = true
		}
		if r == nil || err != nil || r.Values[column.Index] != v {
			p.Changed++
		}
	}
}

// Paste gives the edits of a block as one step; goodOnly leaves out the rows with a problem, else what could not be read
// is kept as it was, to be mended in place.
func (g *Grid) Paste(p *Paste, goodOnly bool) []entry.Edit {
	g.moveTo(p.at, false)
	var edits []entry.Edit
	row := p.at.Row
	for k, cells := range p.rows {
		if goodOnly && p.drop[k] {
			continue
		}
		edits = append(edits, g.pasteRow(p, row, cells)...)
		row++
	}
	return edits
}

func (g *Grid) pasteRow(p *Paste, row int, cells []string) []entry.Edit {
	r := g.Record(row)
	var fields []int
	var typed []string
	for c, s := range cells {
		col := p.at.Col + c
		if col >= len(g.shown) {
			break
		}
		column := g.columnAt(col)
		if r == nil && s == "" {
			continue
		}
		if r != nil {
			if v, err := column.Field.Parse(s, column.Field.Unit); err == nil && r.Values[column.Index] == v && r.Raw[column.Index] == "" {
				continue
			}
		}
		fields = append(fields, column.Index)
		typed = append(typed, s)
	}
	if len(fields) == 0 {
		return nil
	}
	return g.put(row, fields, typed)
}
