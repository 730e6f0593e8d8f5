package grid

import (
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
	Right bool   // figures keep to the right, so that their points stand below one another
}

// within is the width of a column in a table w cells wide: on a wide one names of codes have more room, but for those of a column that is
// seldom keyed, which has what the others leave.
func (c *Column) within(w int) int {
	if w >= 160 && c.Field.Kind == form.CodeKind && !c.Field.Aside {
		return max(c.Width, min(c.Words, 24))
	}
	return c.Width
}

func columns(f *form.Form, l text.Lang) []Column {
	out := make([]Column, len(f.Fields))
	for i := range f.Fields {
		fd := &f.Fields[i]
		out[i] = Column{Field: fd, Index: i, Title: Heading(fd, l), Width: width(fd, l), Words: words(fd, l), Right: Numeric(fd)}
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
