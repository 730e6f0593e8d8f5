package tui

import (
	"strconv"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/paint"
)

// monthColumns is a chart of the months: what each column is, and beside it the year before where that is known.
type monthColumns struct {
	now, before []int64 // before is nil where nothing is known
	line        int64   // a line across the chart, 0 for none
	at          int     // the month under the cursor
	axisW, colW int
}

// drawMonths draws the months above their running total, one axis for both, and below them the month under the cursor.
func (s *spendingScreen) drawMonths(m *Root, a paint.Area) {
	t, parts := m.th, s.sp.Sides[entry.ByMonth]
	l := &s.bars[entry.ByMonth]
	l.n = len(parts)
	l.window(l.n)

	c, run := monthColumns{at: l.at}, monthColumns{at: l.at}
	compared := s.sp.Kept != nil
	var sum, was int64
	for i := range parts {
		sum = form.Plus(sum, parts[i].Amount)
		c.now, run.now = append(c.now, parts[i].Amount), append(run.now, sum)
		if compared && parts[i].Before != nil {
			was += *parts[i].Before
			c.before, run.before = append(c.before, *parts[i].Before), append(run.before, was)
		}
	}
	note, st := text.TuiSpendNoBudget.In(m.lang), t.Faint
	if b := s.sp.Budget; b != nil && *b > 0 {
		run.line = *b
		note, st = text.TuiSpendLine.With(t.Chrome.Dash+t.Chrome.Dash, wan(*b)).In(m.lang), t.Warn
	}
	c.axisW = max(paint.Width(wan(c.top())), paint.Width(wan(run.top()))) + 3
	c.colW = (a.W - c.axisW - 1) / len(parts)
	run.axisW, run.colW = c.axisW, c.colW
	// Two headings, the axis, a rule and the month's figures; the rest is for the charts.
	h := max((a.H-5)/2, 2)
	a.Text(2, 0, text.TuiSpendByMonth.In(m.lang), t.Head)
	if compared {
		say := text.TuiSpendPaired.In(m.lang)
		a.Right(a.W-paint.Width(say)-2, 0, paint.Width(say), say, t.Faint)
	}
	c.draw(m, a.Rows(1, h))
	a.Text(2, h+1, text.TuiSpendRunning.In(m.lang), t.Head)
	a.Right(a.W-paint.Width(note)-2, h+1, paint.Width(note), note, st)
	run.draw(m, a.Rows(h+2, h))
	c.drawAxis(m, a.Rows(2*h+2, 1), parts)
	a.Repeat(0, a.H-2, a.W, t.Chrome.Dash, t.Frame)
	s.monthLine(m, &parts[l.at], run.now[l.at]).draw(a, 2, a.H-1)
}

func (c *monthColumns) top() int64 {
	top := c.line
	for i := range c.now {
		top = max(top, c.now[i])
		if c.before != nil {
			top = max(top, c.before[i])
		}
	}
	return top
}

// draw draws the columns with a figure over each, where it fits; the uppermost row is kept for the tallest one's figure.
func (c *monthColumns) draw(m *Root, a paint.Area) {
	t, top := m.th, c.top()
	n, foot := t.Chrome.Eighths(), a.H-1
	height := func(fen int64) int { return paint.Units(fen, top, foot*n) }
	a.Right(0, foot, c.axisW-2, "0", t.Faint)
	a.Right(0, 1, c.axisW-2, wan(top), t.Faint)
	if c.line > 0 {
		y := foot - max(height(c.line)-1, 0)/n
		a.Repeat(c.axisW, y, c.colW*len(c.now), t.Chrome.Dash, t.Warn)
		a.Right(0, y, c.axisW-2, wan(c.line), t.Warn)
	}
	for i, fen := range c.now {
		x := c.axisW + i*c.colW
		w, st := clampInt(c.colW-2, 1, 5), t.Part
		if i == c.at {
			st = t.Accent
		}
		tall := height(fen)
		if c.before != nil {
			w = clampInt((c.colW-1)/2, 1, 3)
			a.Column(t.Chrome, x+(c.colW-2*w)/2, foot, w, height(c.before[i]), t.Rest)
			a.Column(t.Chrome, x+(c.colW-2*w)/2+w, foot, w, tall, st)
			tall = max(tall, height(c.before[i]))
		} else {
			a.Column(t.Chrome, x+(c.colW-w)/2, foot, w, tall, st)
		}
		c.figure(m, a, x, foot-(tall+n-1)/n, fen, i == c.at)
	}
}

// figure writes an amount in the width of a column: with its decimals, without them, or not at all.
func (c *monthColumns) figure(m *Root, a paint.Area, x, y int, fen int64, here bool) {
	st := m.th.Faint
	switch {
	case fen < 0:
		st = m.th.Negative
	case here:
		st = m.th.Accent
	}
	s := wan(fen)
	if paint.Width(s) > c.colW-1 {
		s = wholeWan(fen)
	}
	if fen == 0 || paint.Width(s) > c.colW-1 {
		return
	}
	a.Text(x+(c.colW-paint.Width(s)+1)/2, y, s, st)
}

// wholeWan shows 分 as whole 万元, half away from zero, in as few cells as can be.
func wholeWan(fen int64) string {
	const one = 10_000_00
	n := fen / one
	switch rest := fen % one; {
	case rest >= one/2:
		n++
	case rest <= -one/2:
		n--
	}
	return strconv.FormatInt(n, 10)
}

func (c *monthColumns) drawAxis(m *Root, a paint.Area, parts []entry.Part) {
	for i := range parts {
		s, st := parts[i].Title.In(m.lang), m.th.Faint
		switch {
		case paint.Width(s) < c.colW:
		default:
			s = parts[i].Keys[0]
		}
		if i == c.at {
			st = m.th.Cursor
		}
		x := c.axisW + i*c.colW
		a.Text(x+(c.colW-paint.Width(s))/2, 0, s, st)
	}
}

// monthLine tells the month under the cursor in figures.
func (s *spendingScreen) monthLine(m *Root, p *entry.Part, run int64) line {
	t := m.th
	var out line
	add := out.within(m.w - 3)
	label := func(p text.Pair) piece { return piece{p.In(m.lang) + " ", t.Faint} }
	add("", piece{p.Title.In(m.lang), t.Accent})
	add("   ", label(text.TuiSpendThis), piece{wan(p.Amount), t.Strong})
	if p.Share != nil {
		add("  ", piece{shareText(m, p.Share), t.Text})
	}
	if p.Before != nil {
		add("   ", label(text.TuiSpendBefore), piece{wan(*p.Before), t.Text}, piece{"  " + change(m, p.Amount, p.Before), t.Strong})
	}
	add("   ", label(text.TuiSpendUpTo), piece{wan(run), t.Strong})
	if b := s.sp.Budget; b != nil && *b > 0 {
		add("  ", label(text.TuiSpendOfBudget), piece{percent(run, *b), t.Text})
	}
	return out
}
