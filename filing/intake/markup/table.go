package markup

import (
	"strings"

	"yice/filing/intake/decimal"
	"yice/filing/intake/held"
	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
)

// table is a table of a page while it is read.
type table struct {
	p        *page
	out      *held.Sheet
	hidden   bool
	row, col int   // of the cell under way, or the next; rows from 1
	busy     []int // how many rows more each column is taken from above
	inRow    bool
	unseen   bool // the row
	struck   bool // the row
	cell     *htmlCell
	only     string // the text of the last cell
	absorbed bool   // of one cell, within another's
}

// htmlCell is a cell while it is read.
type htmlCell struct {
	attrs        map[string]string
	look         look
	across, down int
	text         strings.Builder
	space        bool // white space is still to be written
	full         bool
}

// write adds characters: white space counts once, that which does not break counts each.
func (c *htmlCell) write(s string) {
	if s == "\n" {
		c.text.WriteByte('\n')
		c.space = false
		return
	}
	for _, r := range s {
		if c.full = c.text.Len() > 4*sheet.MaxCellRunes; c.full {
			return
		}
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			c.space = true
			continue
		case '\u00a0':
			r = ' '
		case 0:
			continue
		}
		if c.space && c.text.Len() > 0 && !strings.HasSuffix(c.text.String(), "\n") {
			c.text.WriteByte(' ')
		}
		c.space = false
		c.text.WriteRune(r)
	}
}

func (c *htmlCell) breakLine() {
	if c.text.Len() > 0 && !strings.HasSuffix(c.text.String(), "\n") {
		c.write("\n")
	}
}

// shown is the text of the cell without the white space around its lines.
func (c *htmlCell) shown() string {
	s := strings.Trim(c.text.String(), " \u3000\n")
	if !strings.Contains(s, "\n") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func (p *page) beginTable(l look) error {
	if len(p.open) == 0 {
		if err := p.endLine(); err != nil {
			return err
		}
	}
	if len(p.open) >= maxNested {
		return held.Limit()
	}
	t := &table{p: p, out: &held.Sheet{}, row: 0, hidden: l.hidden}
	if err := p.keep(item{table: t}); err != nil {
		return err
	}
	p.open = append(p.open, t)
	return nil
}

// endTable ends the innermost table. One of one cell is text of the cell it stands in.
func (p *page) endTable() error {
	if len(p.open) == 0 {
		return nil
	}
	if err := p.endRow(); err != nil {
		return err
	}
	t := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	if c := p.cell(); c != nil && t.out.Cells() <= 1 {
		t.absorbed = true
		c.breakLine()
		for i, line := range strings.Split(t.only, "\n") {
			if i > 0 {
				c.write("\n")
			}
			c.write(line)
		}
	}
	return nil
}

// top is the innermost table, nil outside of tables.
func (p *page) top() *table {
	if len(p.open) == 0 {
		return nil
	}
	return p.open[len(p.open)-1]
}

func (p *page) beginRow(l look) error {
	t := p.top()
	if t == nil { // rows of a table that nobody began
		if err := p.beginTable(look{}); err != nil {
			return err
		}
		t = p.top()
	}
	if err := p.endRow(); err != nil {
		return err
	}
	t.row++
	t.col, t.inRow, t.unseen, t.struck = 0, true, l.hidden, l.struck
	return nil
}

func (p *page) endRow() error {
	if err := p.endCell(); err != nil {
		return err
	}
	t := p.top()
	if t == nil || !t.inRow {
		return nil
	}
	t.inRow = false
	for i := range t.busy {
		t.busy[i] = max(0, t.busy[i]-1)
	}
	return nil
}

func (p *page) beginCell(a map[string]string, l look) error {
	if t := p.top(); t == nil || !t.inRow {
		if err := p.beginRow(look{}); err != nil {
			return err
		}
	}
	if err := p.endCell(); err != nil {
		return err
	}
	c := &htmlCell{attrs: a, look: l, across: span(a["colspan"], 1000), down: span(a["rowspan"], 65_536)}
	p.top().cell = c
	return nil
}

// endCell puts the cell under way into its place: the first column that no cell above reaches into. A cell that is not
// displayed takes no place.
func (p *page) endCell() error {
	t := p.top()
	if t == nil || t.cell == nil {
		return nil
	}
	c := t.cell
	t.cell = nil
	if c.full {
		return held.Limit()
	}
	if c.look.hidden {
		return nil
	}
	for t.col < len(t.busy) && t.busy[t.col] > 0 {
		t.col++
	}
	col := t.col
	t.col += c.across
	if c.down > 1 {
		for i := col; i < min(t.col, sheet.MaxColumns); i++ {
			for len(t.busy) <= i {
				t.busy = append(t.busy, 0)
			}
			t.busy[i] = c.down
		}
	}
	if c.across > 1 || c.down > 1 {
		if err := t.out.Merge(sheet.Block{Top: t.row, Bottom: t.row + c.down - 1, Left: col, Right: col + c.across - 1}); err != nil {
			return err
		}
	}
	if t.unseen {
		if err := t.out.Hide(t.row); err != nil {
			return err
		}
	}
	return t.put(held.Cell{Row: t.row, Col: col, Struck: c.look.struck || t.struck}, c)
}

// failures are the errors a formula can come to, as they are shown.
var failures = map[string]bool{
	"#NULL!": true, "#DIV/0!": true, "#VALUE!": true, "#REF!": true, "#NAME?": true, "#NUM!": true, "#N/A": true,
}

// put adds a cell. A number that Excel or LibreOffice wrote beside what is shown is compared with it; where none is known,
// the text stands as it is.
func (t *table) put(at held.Cell, c *htmlCell) error {
	shown := c.shown()
	if shown != "" {
		t.only = shown
	}
	_, at.Formula = c.attrs["x:fmla"]
	_, isText := c.attrs["x:str"]
	format, value := t.number(c)
	isText = isText || strings.TrimSpace(format) == "@"
	if _, failed := c.attrs["x:err"]; failed || failures[shown] && !isText {
		return t.out.Damaged(at, shown)
	}
	held10, ok := decimal.Parse(value)
	switch {
	case isText || shown == "":
		return t.out.Add(at, []byte(shown))
	case !ok:
		if decimal.Is(shown) {
			at.Kind = held.Figure
		}
		return t.out.Add(at, []byte(shown))
	case !decimal.Kept(held10):
		return t.out.Damaged(at, held10)
	}
	f := t.p.formats.of(format)
	if n, ok := numfmt.ParseDecimal([]byte(held10)); ok && !f.Figure(&n) {
		return t.out.Number(at, f, held10, false) // a date
	}
	at.Kind = held.Figure
	seen := decimal.See(shown, held10, c.look.red || strings.Contains(strings.ToLower(format), "[red]"))
	if seen.Words {
		at.Kind = held.Text
	}
	if seen.Exact != "" {
		var err error
		if at.Exact, err = t.out.Keep([]byte(seen.Exact)); err != nil {
			return err
		}
	}
	return t.out.Add(at, []byte(seen.Text))
}

// number gives the number format of a cell, and the number that stands beside what it shows.
func (t *table) number(c *htmlCell) (format, value string) {
	format = c.look.format
	if value = c.attrs["x:num"]; value != "" {
		return format, value
	}
	// LibreOffice: sdval is the number, sdnum "language;language;format".
	if parts := strings.SplitN(c.attrs["sdnum"], ";", 3); len(parts) == 3 && format == "" {
		format = parts[2]
	}
	return format, c.attrs["sdval"]
}

// before puts lines of text above the table's first row.
func (t *table) before(lines []string) error {
	if len(lines) == 0 {
		return nil
	}
	if err := t.out.Down(len(lines)); err != nil {
		return err
	}
	t.row += len(lines)
	for i, line := range lines {
		if err := t.out.Add(held.Cell{Row: i + 1}, []byte(line)); err != nil {
			return err
		}
	}
	return nil
}

// behind puts lines of text below the table's last row.
func (t *table) behind(lines []string) error {
	for _, line := range lines {
		t.row++
		if err := t.out.Add(held.Cell{Row: t.row}, []byte(line)); err != nil {
			return err
		}
	}
	return nil
}
