package keying

import (
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/mending"
	"yice/tui/paint"
	"yice/tui/screen"
)

// gridFoot are the rows below a table: a rule, the figures, the help.
const gridFoot = 3

// draw draws the table with, below it, the figures of the selection and the help of the field.
func (s *TableScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	x, y, on := s.Grid.Draw(a.Sub(0, 0, a.W-1, a.H-gridFoot), t)
	s.takeMouse(m, a.Sub(0, 0, a.W-1, a.H-gridFoot))
	at := screen.Caret{X: x, Y: y, On: on}
	if !on {
		// An input method opens its candidates at the terminal's caret, before the first letter reaches the program.
		if c := s.Grid.Cell(); c.W > 0 {
			at = screen.CaretAt(c.X, c.Y)
		}
	}
	a.Repeat(0, a.H-gridFoot, a.W, t.Chrome.H, t.Frame)
	alone := s.drawFigures(m, a.Rows(a.H-2, 1))
	if s.find != nil {
		return s.drawFind(m, a.Rows(a.H-1, 1))
	}
	s.drawHelp(m, a.Rows(a.H-2, 2), alone)
	if on {
		return s.drawPopup(m, a, at)
	}
	return at
}

// sortBar is how wide the bar of a sort is.
const sortBar = 16

func (s *TableScreen) drawFind(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	x := a.Text(1, 0, text.TuiFind.In(m.Lang())+" ", t.Head)
	field := a.Sub(x, 0, min(a.W-x-1, 40), 1)
	cx, cy := field.At(kit.Field(m, field, s.find, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	return screen.CaretAt(cx, cy)
}

// drawFigures draws how many rows there are, what is selected, and what it comes to; alone: that it says no more than where one is.
func (s *TableScreen) drawFigures(m screen.Desk, a paint.Area) (alone bool) {
	lang := m.Lang()
	t, g := m.Theme(), s.Grid
	var l kit.Line
	say := func(p text.Pair, v string) {
		if len(l) > 0 {
			l = append(l, kit.Piece{"   ", t.Text})
		}
		l = append(l, kit.Piece{p.In(lang) + " ", t.Faint}, kit.Piece{v, t.Text})
	}
	f := g.Field()
	show := func(sum int64) string { return f.Display(form.N(sum), f.Unit, lang) }
	if g.Wide() {
		from, to := g.Selection()
		say(text.TuiSelected, strconv.Itoa(to.Row-from.Row+1)+" × "+strconv.Itoa(to.Col-from.Col+1))
		if sum, ok := g.Selected(); ok && f.Kind != form.Percent {
			say(text.TuiSum, show(sum.Sum))
			say(text.TuiCountOf, strconv.FormatInt(sum.Count, 10))
		}
	}
	if len(l) > 0 {
		l = append(l, kit.Piece{"   ", t.Text})
	}
	l = append(l, s.position(m)...)
	if total, ok := g.Total(); ok {
		say(text.TuiColumnSum, show(total.Sum))
		if total.Count > 1 && f.Kind == form.Money && !s.office.Batch().Open() {
			say(text.TuiAverage, show(total.Sum/total.Count))
		}
	}
	if n := m.Standing().NotCounted; n.Lines > 0 && s.Form.Scope == form.Ledger && f.Kind == form.Money {
		l = append(l, kit.Piece{"   " + text.TuiNotCounted.With(m.Standing().Year, n.Lines, show(n.Amount)).In(lang), t.Warn})
	}
	if r := g.Current(); r != nil && !g.Wide() {
		if n := len(form.Attachments(r.Get("evidence"))); n > 0 {
			say(text.TuiEvidence, strconv.Itoa(n))
		}
	}
	if b := batchText(m, s.office); b != "" && s.Form.Scope == form.Ledger {
		l = append(kit.Line{{b, t.Warn}, {"   ", t.Text}}, l...)
	}
	l.Draw(a, 1, 0)
	opening, query := s.openingText(m), s.queryText(m)
	if q := opening; q != "" {
		x := max(a.W-1-paint.Width(q), 0)
		a.Right(x, 0, paint.Width(q), q, t.Pending)
		if p, ok := s.opening.Permille(); ok && x > l.Width()+sortBar+4 {
			a.Bar(t.Chrome, x-sortBar-1, 0, sortBar, p, t.Fill, t.Rest)
		}
	} else if q := query; q != "" {
		w := min(paint.Width(q), max(a.W-l.Width()-4, 0))
		a.Right(a.W-1-w, 0, w, q, t.Warn)
	}
	return len(l) == 2 && opening == "" && query == ""
}

// openingText says how far a sort or a search has come.
func (s *TableScreen) openingText(m screen.Desk) string {
	lang := m.Lang()
	if s.opening == nil || s.Grid.Plain() {
		return ""
	}
	p, known := s.opening.Permille()
	if !known {
		return text.TuiArranging.In(lang)
	}
	if left, ok := s.opening.Left(m.Now()); ok {
		return text.TuiArrangingLeft.With(p/10, text.TuiTaskLeft.With(kit.Spent(left))).In(lang)
	}
	return text.TuiArrangingOf.With(p / 10).In(lang)
}

// queryText says how the rows are narrowed and sorted.
func (s *TableScreen) queryText(m screen.Desk) string {
	q := s.Grid.Query()
	out := ""
	add := func(p text.Pair) {
		if out != "" {
			out += "  "
		}
		out += p.In(m.Lang())
	}
	if q.Find != "" {
		add(text.TuiFound.With(q.Find))
	}
	for _, w := range q.Where {
		f := s.Form.Field(w.Field)
		add(text.TuiFiltered.With(f.Title, filterText(m, f, w)))
	}
	for _, o := range q.Sort {
		add(text.TuiSorted.With(s.Form.Field(o.Field).Title))
	}
	return out
}

// drawHelp draws what is wrong in the current cell, over the figures too where one row is too short for it; else the
// field's help and source, which takes both rows where the upper one says alone where one is.
func (s *TableScreen) drawHelp(m screen.Desk, two paint.Area, alone bool) {
	lang := m.Lang()
	g, t := s.Grid, m.Theme()
	f := g.Field()
	a := two.Below(1)
	if why := g.Why(); why != "" {
		a.Cut(1, 0, a.W-2, "! "+text.TuiNotSaved.With(why).In(lang), t.Bad)
		return
	}
	if r := g.Current(); r != nil {
		if x := worst(g.Told(r), f.ID); x != nil {
			if findingWidth(m, *x) > a.W {
				two.Fill(t.Text)
				a = two
			}
			drawFindingText(m, a, *x)
			return
		}
	}
	src, help, title := Cited(m, f, a.W >= widePast).In(lang), f.Help.In(lang), f.Title.In(lang)
	w, x := 0, 1+paint.Width(title)
	if src != "" {
		if whole := text.TuiSource.With(src).In(lang); paint.Width(help)+paint.Width(whole) < a.W-x-4 {
			src = whole
		}
		w = paint.Width(src) + 1
	}
	if pos := s.position(m); alone && paint.Width(help) > a.W-x-4-w {
		// Where the row above says no more than where one is, it says the first half.
		if lines := paint.Wrap(help, a.W-x-6-pos.Width()); len(lines) > 1 {
			two.Rows(0, 1).Fill(t.Text)
			two.Text(1, 0, title, t.Head)
			two.Text(x+2, 0, lines[0], t.Text)
			pos.Draw(two, a.W-1-pos.Width(), 0)
			title, help = "", strings.TrimPrefix(help, lines[0])
		}
	}
	a.Text(1, 0, title, t.Head)
	room := a.W - x - 4
	if help = strings.TrimLeft(help, " "); paint.Width(help) <= room-w {
		a.Right(a.W-1-w, 0, w, src, t.Faint)
	}
	a.Cut(x+2, 0, room, help, t.Text)
}

// position says which row of how many one is in.
func (s *TableScreen) position(m screen.Desk) kit.Line {
	t := m.Theme()
	at, rows := min(s.Grid.Cursor().Row+1, s.Grid.Len()), s.Grid.Len()
	return kit.Line{{text.TuiRowOf.In(m.Lang()) + " ", t.Faint}, {kit.Group(strconv.Itoa(at)) + " / " + kit.Group(strconv.Itoa(rows)), t.Text}}
}

// worst gives the finding to show for a field, nil for none; a finding of the whole row is shown where the field has none.
func worst(list []form.Finding, field string) *form.Finding {
	var out *form.Finding
	for i := range list {
		x := &list[i]
		if x.Field != field && x.Field != "" || x.Explained {
			continue
		}
		if out == nil || out.Field == "" && x.Field != "" || x.Severity < out.Severity && x.Field == out.Field {
			out = x
		}
	}
	return out
}

func findingHead(m screen.Desk, f form.Finding) string {
	lang := m.Lang()
	if f.Severity == form.Verify {
		return "? " + f.Severity.Title().In(lang) + "  "
	}
	return "! " + f.Severity.Title().In(lang) + "  "
}

func findingWidth(m screen.Desk, f form.Finding) int {
	return 2 + paint.Width(findingHead(m, f)) + paint.Width(mending.Placed(f).In(m.Lang()))
}

// drawFindingText draws a finding in as many rows as the area has; the last is cut.
func drawFindingText(m screen.Desk, a paint.Area, f form.Finding) {
	t := m.Theme()
	st := t.Bad
	if f.Severity == form.Verify {
		st = t.Warn
	}
	x := a.Text(1, 0, findingHead(m, f), st.With(paint.Bold))
	rows := paint.Wrap(mending.Placed(f).In(m.Lang()), a.W-x-1)
	for y, row := range rows {
		if y == a.H-1 {
			a.Cut(x, y, a.W-x-1, strings.Join(rows[y:], ""), st)
			break
		}
		a.Text(x, y, row, st)
	}
}

// drawPopup draws beside the open cell: the list of codes or rows, the rows of a note, or what an arithmetic comes to.
func (s *TableScreen) drawPopup(m screen.Desk, a paint.Area, at screen.Caret) screen.Caret {
	cell, ed := s.Grid.Cell(), s.Grid.Editor()
	x, y := cell.X-a.X, cell.Y-a.Y
	switch {
	case s.pick != nil:
		s.pick.Draw(m, a, x, y, cell.W)
	case s.Grid.Field().Kind == form.Note:
		return DrawNote(m, a, s.Grid.Field(), ed, x, y)
	default:
		DrawResult(m, a, s.Grid.Field(), s.Grid.DayAlone(ed.Text()), x, y, cell.W)
	}
	return at
}
