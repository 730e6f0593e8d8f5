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
// ago; below them the quarters, which are what is handed in within the year, and where there is room what the month under the cursor
// went to. On a narrow screen the table takes the place of the charts.

// monthRow is a line of the table: a month, a quarter, or the year.
type monthRow struct {
	title       string
	amount, run int64
	before      *int64 // nil: not known
	quarter     *int64 // what the quarter came to that ends with it
}

// monthRows are the months and the quarters.
func (s *SpendingScreen) monthRows(m screen.Desk) (months, quarters []monthRow) {
	parts, run := s.Spent.Sides[entry.ByMonth], int64(0)
	for i := range parts {
		p := &parts[i]
		run = form.Plus(run, p.Amount)
		months = append(months, monthRow{title: p.Title.In(m.Lang()), amount: p.Amount, run: run, before: p.Before})
		if i%3 == 0 {
			quarters = append(quarters, monthRow{title: text.TuiSpendQuarter.With(i/3 + 1).In(m.Lang())})
		}
		q := &quarters[len(quarters)-1]
		q.amount, q.run = form.Plus(q.amount, p.Amount), run
		if i%3 == 2 {
			sum := q.amount
			months[i].quarter = &sum
		}
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

// monthColumns are the columns there is room for: the year before and the change where they are known, before the budget. The quarters are
// one of them where they have no lines of their own.
func (s *SpendingScreen) monthColumns(m screen.Desk, room int, quarters bool) []monthColumn {
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
	if quarters {
		cols = append(cols, monthColumn{text.TuiSpendQuarters, amountW, func(r *monthRow) string {
			if r.quarter == nil {
				return ""
			}
			return kit.Wan(*r.quarter)
		}})
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

// drawMonthTable draws months, quarters and the year in figures, and what the month under the cursor went to, as far as there is room.
func (s *SpendingScreen) drawMonthTable(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	const nameW = 11
	months, quarters := s.monthRows(m)
	list := &s.bars[entry.ByMonth]
	list.N = len(months)
	list.Window(min(list.N, max(a.H-3, 1))) // head, rule, total
	below := a.H >= list.N+3+2+len(quarters)
	cols := s.monthColumns(m, a.W-2-nameW, !below)
	row := func(y int, title string, say func(c *monthColumn) string, look paint.Style) {
		a.Cut(2, y, nameW, title, look)
		x := 2 + nameW
		for i := range cols {
			a.Right(x, y, cols[i].w, say(&cols[i]), look)
			x += cols[i].w
		}
	}
	head := func(y int, title text.Pair) {
		row(y, title.In(l), func(c *monthColumn) string { return c.head.In(l) }, t.Head)
	}
	head(0, text.TuiSpendMonth)
	y := 1
	for i := list.Top; i < min(list.Top+list.Rows, list.N); i++ {
		row(y, months[i].title, func(c *monthColumn) string { return c.say(&months[i]) }, t.Text)
		kit.CursorRow(m, a.Rows(y, 1), i == list.At)
		y++
	}
	a.Repeat(1, y, a.W-1, t.Chrome.Dash, t.Frame)
	all := monthRow{title: text.TuiSpendTotal.In(l), amount: s.Spent.Total, run: s.Spent.Total, before: s.Spent.Kept}
	row(y+1, all.title, func(c *monthColumn) string { return c.say(&all) }, t.Strong)
	if !below {
		return
	}
	y += 3
	head(y, text.TuiSpendQuarters)
	for i := range quarters {
		row(y+1+i, quarters[i].title, func(c *monthColumn) string { return c.say(&quarters[i]) }, t.Text)
	}
	if y += 2 + len(quarters); s.months.got != nil && a.H-y > 6 {
		s.drawApart(m, a.Sub(2, y, a.W-3, a.H-y))
	}
}
