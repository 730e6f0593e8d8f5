package grid

import (
	"cmp"
	"slices"
	"strconv"

	"yice/form"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/theme"
)

// span is a column's place on the screen.
type span struct{ col, x, w int }

// Draw draws the table: a row of headings, a rule, rows. It gives the caret where a cell is being keyed.
func (g *Grid) Draw(a paint.Area, t *theme.Theme) (x, y int, caret bool) {
	g.Fit(a.W, a.H)
	g.measure(a.W)
	spans := g.layout(a.W)
	g.spans = spans
	g.drawHead(a, t, spans)
	for k := range g.height {
		if row := g.top + k; row < g.Rows() {
			g.drawRow(a, t, row, 2+k, spans)
		}
	}
	return g.drawEditor(a, t, spans)
}

// Fit takes the room there is and scrolls the current cell into it. Call it before Load: what is to be read follows from it.
func (g *Grid) Fit(w, h int) {
	g.height = max(h-2, 1)
	g.scroll(w)
}

// gutter is the width of the row numbers with the mark of the current row.
func (g *Grid) gutter() int {
	if g.Form.Single() {
		return 2
	}
	return max(len(strconv.Itoa(g.Rows())), 3) + 2
}

// layout places columns: the frozen ones, then from left as many as fit. The amount of a ledger keeps to the right edge
// while its own place is beyond it: it is what the line is about.
func (g *Grid) layout(w int) []span {
	out := g.place(w)
	pin := g.pinned()
	if pin < 0 || g.shows(out, pin, w) || pin <= g.cur.Col && pin < g.frozen+g.left {
		return out
	}
	pw := g.columnAt(pin).Width
	if w-pw < w/2 {
		return out
	}
	out = g.place(w - pw - 2)
	if g.shows(out, pin, w) {
		return out
	}
	if n := len(out); n > 0 && out[n-1].w < g.columnAt(out[n-1].col).within(w) && out[n-1].col != g.cur.Col {
		out = out[:n-1]
	}
	if n := len(out); n > 0 { // what a column that was not whole leaves goes to words that are cut
		out = g.widen(out, w-pw-2-out[n-1].x-out[n-1].w)
	}
	return append(out, span{pin, w - pw, pw})
}

// pinned is the column that keeps to the right edge, -1 for none.
func (g *Grid) pinned() int {
	if g.Form.Scope != form.Ledger {
		return -1
	}
	for c := range g.shown {
		if f := g.columnAt(c).Field; f.Kind == form.Money && f.Required {
			return c
		}
	}
	return -1
}

// shows reports whether a column is on a screen w cells wide, and whole.
func (g *Grid) shows(spans []span, col, w int) bool {
	for _, s := range spans {
		if s.col == col {
			return s.w >= g.columnAt(col).within(w)
		}
	}
	return false
}

// place is layout without the pinned column. A column is cut rather than left off where there is room for a part of it.
func (g *Grid) place(w int) []span {
	var out []span
	x := g.gutter()
	add := func(c int) bool {
		cw := g.columnAt(c).within(w)
		if x+1+cw > w {
			if rest := w - x - 1; rest >= min(cw, 6) && g.columnAt(c).mayBeCut() {
				out = append(out, span{c, x + 1, rest})
				x = w
			}
			return false
		}
		out = append(out, span{c, x + 1, cw})
		x += cw + 1
		return true
	}
	for c := 0; c < g.frozen && x < w/2; c++ {
		add(c)
	}
	for c := max(g.frozen+g.left, len(out)); c < len(g.shown); c++ {
		if !add(c) {
			return g.widen(out, w-x)
		}
	}
	if w < wideTable {
		return out
	}
	out = g.widen(out, w-x)
	if n := len(out); n > 0 { // all are seen: none needs to be narrower than on a narrow screen
		out = g.grow(out, w-out[n-1].x-out[n-1].w, func(c *Column) int { return c.Width })
	}
	return out
}

// widen gives what is left of the room, where columns have no place any more, to those whose words are cut: the names of codes and headings.
func (g *Grid) widen(spans []span, room int) []span {
	return g.grow(spans, room, func(c *Column) int { return max(c.Words, c.seen) })
}

// grow gives what is left of the room to the columns that want more than they have: where nothing would be cut any more first, those that
// want least, then from the left.
func (g *Grid) grow(spans []span, room int, wants func(*Column) int) []span {
	give := func(s *span, w int) {
		if more := min(w-s.w, room); more > 0 {
			s.w += more
			room -= more
		}
	}
	lacks := make([]*span, len(spans))
	for i := range spans {
		lacks[i] = &spans[i]
	}
	short := func(s *span) int { return g.columnAt(s.col).seen - s.w }
	slices.SortStableFunc(lacks, func(a, b *span) int { return cmp.Compare(short(a), short(b)) })
	for _, s := range lacks {
		if short(s) <= room {
			give(s, min(g.columnAt(s.col).seen, wants(g.columnAt(s.col))))
		}
	}
	for i := range spans {
		give(&spans[i], wants(g.columnAt(spans[i].col)))
	}
	for i := 1; i < len(spans); i++ {
		spans[i].x = spans[i-1].x + spans[i-1].w + 1
	}
	return spans
}

// scroll brings the current cell into view and leaves no room unused at the right.
func (g *Grid) scroll(w int) {
	g.top = clamp(g.top, g.cur.Row-g.height+1, g.cur.Row)
	g.top = clamp(g.top, 0, max(g.Rows()-g.height, 0))
	if g.cur.Row < g.top {
		g.top = g.cur.Row
	}
	if g.cur.Col >= g.frozen {
		g.left = min(g.left, g.cur.Col-g.frozen)
		for g.left < g.cur.Col-g.frozen && !g.whole(w) {
			g.left++
		}
	}
	for g.left > 0 {
		g.left--
		if out := g.place(w); !g.shows(out, len(g.shown)-1, w) {
			g.left++
			return
		}
	}
}

// whole reports whether the current column is on the screen uncut.
func (g *Grid) whole(w int) bool {
	return g.shows(g.layout(w), g.cur.Col, w)
}

func (g *Grid) drawHead(a paint.Area, t *theme.Theme, spans []span) {
	for _, s := range spans {
		c := g.columnAt(s.col)
		st := t.Head
		if s.col == g.cur.Col {
			st = t.Accent
		}
		title := c.Title
		if m := g.sortMark(c.Field.ID, t); m != "" {
			title = paint.Cut(title, s.w-2) + " " + m
		}
		if c.Right {
			a.Right(s.x, 0, s.w, title, st)
		} else {
			a.Cut(s.x, 0, s.w, title, st)
		}
	}
	a.Repeat(0, 1, a.W, t.Chrome.H, t.Frame)
	if n := len(spans); n > 0 {
		if g.frozen > 0 && g.left > 0 {
			a.Text(spans[min(g.frozen, n)-1].x+spans[min(g.frozen, n)-1].w, 1, t.Chrome.Left, t.Accent)
		}
		if !g.shows(spans, len(g.shown)-1, a.W) {
			a.Text(a.W-1, 1, t.Chrome.Right, t.Accent)
		}
	}
}

func (g *Grid) drawRow(a paint.Area, t *theme.Theme, row, y int, spans []span) {
	r := g.Record(row)
	here := row == g.cur.Row
	g.drawNumber(a, t, row, y, here)
	if row >= g.Len() {
		say := text.TuiBlankRow
		if g.NoneFound() {
			say = text.TuiNoneFoundHere
		}
		for _, s := range spans {
			if !here || s.col > g.cur.Col {
				a.Text(s.x, y, say.In(g.Lang), t.Faint)
				break
			}
		}
	} else if r == nil {
		a.Text(g.gutter()+1, y, t.Chrome.Ellipsis, t.Faint)
	}
	marks := g.marks(r)
	for _, s := range spans {
		g.drawCell(a, t, r, row, y, s, marks)
	}
	if r != nil && g.gone[r.ID] {
		a.Rows(y, 1).Restyle(func(st paint.Style) paint.Style { return st.With(paint.Strike | paint.Faint) })
	}
	if here {
		a.Rows(y, 1).Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
	}
	g.ground(a, t, row, y, spans)
}

func (g *Grid) drawNumber(a paint.Area, t *theme.Theme, row, y int, here bool) {
	if g.Form.Single() {
		return
	}
	no, st := strconv.Itoa(row+1), t.Faint
	if row >= g.Len() {
		no = "+"
	}
	if here {
		st = t.Accent
		a.Text(g.gutter()-1, y, t.Chrome.Caret, t.Accent)
	}
	a.Right(0, y, g.gutter()-1, no, st)
}

// marks gives the gravest finding of each field of a row.
func (g *Grid) marks(r *form.Record) map[string]form.Finding {
	if r == nil {
		return nil
	}
	out := map[string]form.Finding{}
	for _, f := range g.Told(r) {
		if old, ok := out[f.Field]; !ok || f.Severity < old.Severity || old.Explained && !f.Explained {
			out[f.Field] = f
		}
	}
	return out
}

func (g *Grid) drawCell(a paint.Area, t *theme.Theme, r *form.Record, row, y int, s span, marks map[string]form.Finding) {
	if r == nil {
		return
	}
	c := g.columnAt(s.col)
	shown, st := g.look(t, r, c)
	if !g.applies(row, s.col) && shown == "" {
		shown, st = t.Chrome.Dot, t.Rest
	}
	if c.Right {
		a.Right(s.x, y, s.w, overflow(shown, s.w), st)
	} else {
		a.Cut(s.x, y, s.w, shown, st)
	}
	if f, ok := marks[c.Field.ID]; ok && !f.Explained {
		m, ms := "!", t.Bad
		if f.Severity == form.Verify {
			m, ms = "?", t.Warn
		}
		a.Text(s.x-1, y, m, ms.With(paint.Bold))
	}
}

// overflow shows a figure that does not fit as #: a cut figure would be another figure.
func overflow(s string, w int) string {
	if paint.Width(s) <= w {
		return s
	}
	out := ""
	for range w {
		out += "#"
	}
	return out
}

// look gives a cell's text and style: what could not be read as it was typed, in the colour of what is to be mended.
func (g *Grid) look(t *theme.Theme, r *form.Record, c *Column) (string, paint.Style) {
	id := cellID{r.ID, c.Index}
	if _, bad := g.failed[id]; bad {
		return Shown(r, c, g), t.Bad.With(paint.Underline)
	}
	if raw, ok := r.Raw[c.Index]; ok {
		return raw, t.Bad
	}
	v := r.Values[c.Index]
	st := t.Text
	if g.Declared != nil && c.Field.ID == "recognition" && g.Declared(r) {
		return text.TuiDeclaredShort.In(g.Lang), t.Pending
	}
	switch {
	case g.isCarried(r.ID, c.Index):
		st = t.Faint
	case v.IsNumber() && v.Num() < 0:
		st = t.Negative
	}
	return Shown(r, c, g), st
}

// Shown is a cell as the table shows it.
func Shown(r *form.Record, c *Column, g *Grid) string {
	if raw, ok := r.Raw[c.Index]; ok {
		return raw
	}
	if c.Field.Kind == form.Files && !r.Values[c.Index].Empty() {
		return text.TuiEvidenceCount.With(len(form.Attachments(r.Values[c.Index]))).In(g.Lang)
	}
	return c.Field.Display(r.Values[c.Index], c.Field.Unit, g.Lang)
}

func (g *Grid) isCarried(id int64, field int) bool {
	if id >= 0 {
		return false
	}
	for _, d := range append(g.tail[:len(g.tail):len(g.tail)], g.mid) {
		if d != nil && d.rec.ID == id {
			return !d.sent && d.carried[field]
		}
	}
	return false
}

// ground lays the colours of selection and cursor under the cells of a row.
func (g *Grid) ground(a paint.Area, t *theme.Theme, row, y int, spans []span) {
	from, to := g.Selection()
	for _, s := range spans {
		cell := a.Sub(s.x, y, s.w, 1)
		switch {
		case row == g.cur.Row && s.col == g.cur.Col:
			g.cell.X, g.cell.Y = a.At(s.x, y)
			g.cell.W = s.w
			cell.Restyle(func(paint.Style) paint.Style { return t.Cursor })
		case g.wide && row >= from.Row && row <= to.Row && s.col >= from.Col && s.col <= to.Col:
			cell.Restyle(func(st paint.Style) paint.Style {
				return paint.Style{FG: t.Selected.FG, BG: t.Selected.BG, Attr: st.Attr | t.Selected.Attr}.Over(st)
			})
		}
	}
}

// drawEditor draws the field being keyed over its cell; a narrow one gets more room where there is.
func (g *Grid) drawEditor(a paint.Area, t *theme.Theme, spans []span) (x, y int, caret bool) {
	if g.ed == nil {
		return 0, 0, false
	}
	for _, s := range spans {
		if s.col != g.cur.Col {
			continue
		}
		y := 2 + g.cur.Row - g.top
		if g.Field().Kind == form.Note {
			// A note is written in rows beside its cell, which shows it in one.
			field := a.Sub(s.x, y, s.w, 1)
			field.Fill(t.Input)
			field.Cut(0, 0, s.w, g.ed.Text(), t.Input)
			x, y = field.At(0, 0)
			return x, y, true
		}
		need := paint.Width(g.ed.Text()) + 1
		w := clamp(need, s.w, max(s.w, min(a.W-2, 48)))
		x := s.x
		if g.Column().Right {
			x = max(s.x+s.w-w, 1)
		} else if x+w > a.W {
			x = max(a.W-w, 1)
		}
		field := a.Sub(x, y, w, 1)
		g.input.X, g.input.Y = field.At(0, 0)
		g.input.W = field.W
		at := g.ed.Draw(field, lineedit.Look{Text: t.Input, Mark: t.Mark, Right: g.Column().Right})
		cx, cy := field.At(at, 0)
		return cx, cy, true
	}
	return 0, 0, false
}
