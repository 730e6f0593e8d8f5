package judging

import (
	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// On a wide screen the months stand beside their chart in figures: what each was, how far the year had come, what was spent in it a year
// ago; and below them the quarters, which are what is handed in within the year. What a month went to is not told here: the sums in
// memory know a category's year, not its months.

// monthRow is a line of the table: a month, a quarter, or the year.
type monthRow struct {
	title       string
	amount, run int64
	before      *int64 // nil: not known
}

// monthRows are the months and the quarters.
func (s *SpendingScreen) monthRows(m screen.Desk) (months, quarters []monthRow) {
	parts, run := s.Spent.Sides[entry.ByMonth], int64(0)
	for i := range parts {
		p := &parts[i]
		run = form.Plus(run, p.Amount)
		months = append(months, monthRow{p.Title.In(m.Lang()), p.Amount, run, p.Before})
		if i%3 == 0 {
			quarters = append(quarters, monthRow{title: text.TuiSpendQuarter.With(i/3 + 1).In(m.Lang())})
		}
		q := &quarters[len(quarters)-1]
		q.amount, q.run = form.Plus(q.amount, p.Amount), run
		if p.Before != nil {
			sum := *p.Before
			if q.before != nil {
				sum = form.Plus(sum, *q.before)
			}
			q.before = &sum
		}
	}
	return months, quarters
}

// monthColumn is a column of the table: its head, its room, and what it says of a line.
type monthColumn struct {
	head text.Pair
	w    int
	say  func(r *monthRow) string
}

// monthColumns are the columns there is room for: the year before and the change where they are known, before the budget.
func (s *SpendingScreen) monthColumns(m screen.Desk, room int) []monthColumn {
	dot := m.Theme().Chrome.Dot
	cols := []monthColumn{
		{text.TuiSpendAmount, amountW, func(r *monthRow) string { return kit.Wan(r.amount) }},
		{text.TuiSpendShare, shareW + 1, func(r *monthRow) string {
			if s.Spent.Total <= 0 {
				return dot
			}
			return percent(r.amount, s.Spent.Total)
		}},
		{text.TuiSpendUpTo.Begun(), amountW, func(r *monthRow) string { return kit.Wan(r.run) }},
	}
	if s.Spent.Kept != nil {
		cols = append(cols, monthColumn{text.TuiSpendBefore, amountW, func(r *monthRow) string {
			if r.before == nil {
				return dot
			}
			return kit.Wan(*r.before)
		}}, monthColumn{text.TuiSpendChange, changeW, func(r *monthRow) string { return Change(m, r.amount, r.before) }})
	}
	if b := s.Spent.Budget; b != nil && *b > 0 {
		head := text.TuiSpendOfBudget.Begun()
		cols = append(cols, monthColumn{head, max(paint.Width(head.In(m.Lang()))+2, changeW), func(r *monthRow) string { return percent(r.run, *b) }})
	}
	for used := 0; ; used = 0 {
		for i := range cols {
			used += cols[i].w
		}
		if used <= room || len(cols) == 1 {
			return cols
		}
		cols = cols[:len(cols)-1]
	}
}

// drawMonthTable draws months, quarters and the year in figures.
func (s *SpendingScreen) drawMonthTable(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	in := a.Sub(2, 0, a.W-3, a.H)
	const nameW = 11
	cols := s.monthColumns(m, in.W-nameW)
	row := func(y int, title string, say func(c *monthColumn) string, name, figures paint.Style) {
		in.Cut(0, y, nameW, title, name)
		x := nameW
		for i := range cols {
			in.Right(x, y, cols[i].w, say(&cols[i]), figures)
			x += cols[i].w
		}
	}
	head := func(y int, title text.Pair) {
		row(y, title.In(l), func(c *monthColumn) string { return c.head.In(l) }, t.Head, t.Head)
	}
	months, quarters := s.monthRows(m)
	head(0, text.TuiSpendMonth)
	y := 1
	for i := range months {
		row(y, months[i].title, func(c *monthColumn) string { return c.say(&months[i]) }, t.Text, t.Text)
		if i == s.bars[entry.ByMonth].At {
			in.Rows(y, 1).Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
		}
		y++
	}
	in.Repeat(0, y, in.W, t.Chrome.Dash, t.Frame)
	all := monthRow{text.TuiSpendTotal.In(l), s.Spent.Total, s.Spent.Total, s.Spent.Kept}
	row(y+1, all.title, func(c *monthColumn) string { return c.say(&all) }, t.Strong, t.Strong)
	y += 3
	if in.H < y+1+len(quarters) {
		return
	}
	head(y, text.TuiSpendQuarters)
	for i := range quarters {
		row(y+1+i, quarters[i].title, func(c *monthColumn) string { return c.say(&quarters[i]) }, t.Text, t.Text)
	}
}
