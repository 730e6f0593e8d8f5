package grid

import (
	"slices"

	"yice/form"
	"yice/text"
	"yice/tui/paint"
)

// Column is one column of the grid.
type Column struct {
	Field *form.Field
	Index int    // place in Form.Fields
	Title string // with its unit: 金额（元）
	Width int    // cells
	Words int    // cells that heading and names of codes would take
	Names bool   // tells which row it is
	seen  int    // cells that its heading and the widest of what was drawn take, as the table was laid out last
	drawn int    // cells that the widest of what was drawn takes
	Right bool   // figures keep to the right, so that their points stand below one another
}

// wideTable is from where on a table gives its columns the room that they use, so that more of them are seen. What was drawn once
// counts from then on, and a column never shrinks; it grows when one goes to another column, not while rows go by.
const wideTable = 160

// laidOut is what the widths of columns were last laid out for.
type laidOut struct {
	w, col, adopted int
	whole           bool // every row in sight was there to be measured
}

// within is the width of a column in a table w cells wide: on a wide one no more than it uses, while names of rows and of codes
// may use more, but for those of a column that is seldom keyed, which has what the others leave.
func (c *Column) within(w int) int {
	most := c.Width
	switch {
	case w < wideTable, c.Right, !c.mayBeCut():
		return c.Width
	case c.Names:
		most = max(most, 40)
	case c.Field.Kind == form.CodeKind && !c.Field.Aside:
		most = max(most, min(c.Words, 23))
	}
	return min(max(c.seen, 4), most)
}

// mayBeCut reports whether a part of a column says something: a part of a figure, a date or a number says something else.
func (c *Column) mayBeCut() bool {
	switch c.Field.Kind {
	case form.Date, form.Month, form.ID, form.Flag, form.Files:
		return false
	}
	return !c.Right
}

// measure takes in what is on the screen, so that a wide table gives every column the room that it uses.
func (g *Grid) measure(w int) {
	if w < wideTable {
		return
	}
	now := laidOut{w: w, col: g.cur.Col, adopted: g.adopted, whole: true}
	for row := g.top; row < min(g.top+g.height, g.Rows()); row++ {
		r := g.Record(row)
		if r == nil {
			now.whole = false
			continue
		}
		for _, i := range g.shown {
			if c := &g.cols[i]; c.mayBeCut() {
				c.drawn = max(c.drawn, min(paint.Width(Shown(r, c, g)), 60))
			}
		}
	}
	if was := g.laid; was.whole && was.w == now.w && was.col == now.col && was.adopted == now.adopted {
		return
	}
	g.laid = now
	for i := range g.cols {
		g.cols[i].seen = max(g.cols[i].seen, g.cols[i].drawn)
	}
}

func columns(f *form.Form, l text.Lang) []Column {
	out := make([]Column, len(f.Fields))
	for i := range f.Fields {
		fd := &f.Fields[i]
		out[i] = Column{Field: fd, Index: i, Title: Heading(fd, l), Width: width(fd, l), Words: words(fd, l), Right: Numeric(fd), Names: slices.Contains(f.Label, fd.ID)}
		out[i].seen = min(paint.Width(out[i].Title), 18)
	}
	return out
}

// Heading is a field's title with its unit.
func Heading(f *form.Field, l text.Lang) string {
	t := f.Title.In(l)
	u := f.Unit.Title.In(l)
	switch {
	case u == "" || f.Kind == form.Percent:
		return t
	case l.Written() == text.EN:
		return t + " (" + u + ")"
	}
	return t + "（" + u + "）"
}

// Numeric reports whether a field holds a figure.
func Numeric(f *form.Field) bool {
	switch f.Kind {
	case form.Int, form.Money, form.Decimal, form.Percent:
		return true
	}
	return false
}

func width(f *form.Field, l text.Lang) int {
	w := f.Width
	if w == 0 {
		w = kindWidth(f, l)
	}
	return max(w, min(paint.Width(Heading(f, l)), 18), 4)
}

// words is the room of the widest of a field's heading and of the names of its codes.
func words(f *form.Field, l text.Lang) int {
	w := paint.Width(Heading(f, l))
	for _, c := range f.Codes {
		w = max(w, paint.Width(c.Title.In(l)))
	}
	return w
}

func kindWidth(f *form.Field, l text.Lang) int {
	switch f.Kind {
	case form.Date:
		return 10
	case form.Month:
		return 7
	case form.Money:
		return 14
	case form.Int, form.Percent, form.Flag:
		return 6
	case form.Decimal:
		return 9
	case form.Ref:
		return 12
	case form.ID:
		return 18
	case form.Files:
		return 8
	case form.CodeKind:
		w := 6
		for _, c := range f.Codes {
			w = max(w, paint.Width(c.Title.In(l)))
		}
		return min(w, 16)
	}
	return 22
}

// Columns gives every column with whether it is shown; SetShown chooses, in the form's order.
func (g *Grid) Columns() (all []Column, shown []bool) {
	shown = make([]bool, len(g.cols))
	for _, i := range g.shown {
		shown[i] = true
	}
	return g.cols, shown
}

// SetShown shows the columns chosen; the cursor stays on its field, or goes to the nearest before it. None chosen: all.
func (g *Grid) SetShown(shown []bool) {
	at := g.shown[g.cur.Col]
	g.shown = g.shown[:0:0]
	g.cur.Col = 0
	for i := range g.cols {
		if i < len(shown) && shown[i] {
			if i <= at {
				g.cur.Col = len(g.shown)
			}
			g.shown = append(g.shown, i)
		}
	}
	if len(g.shown) == 0 {
		for i := range g.cols {
			g.shown = append(g.shown, i)
		}
	}
	g.frozen = min(g.frozen, len(g.shown)-1)
	g.left = 0
	g.Unselect()
}

// Freeze keeps the columns up to the current one in place; on the last frozen one it lets them go.
func (g *Grid) Freeze() {
	if n := g.cur.Col + 1; n != g.frozen && n < len(g.shown) {
		g.frozen = n
	} else {
		g.frozen = 0
	}
	g.left = 0
}

// Frozen is how many columns stay.
func (g *Grid) Frozen() int { return g.frozen }

// Show moves the cursor to a field's column; it is shown if it was not.
func (g *Grid) Show(field string) {
	at := g.Form.Index(field)
	if at < 0 {
		return
	}
	for c, i := range g.shown {
		if i == at {
			g.cur.Col = c
			g.Unselect()
			return
		}
	}
	_, shown := g.Columns()
	shown[at] = true
	g.SetShown(shown)
	g.Show(field)
}
