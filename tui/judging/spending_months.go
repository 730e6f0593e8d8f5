package judging

import (
	"strconv"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// monthColumns is a chart of the months: what each column is, and beside it the year before where that is known.
type monthColumns struct {
	now, before []int64 // before is nil where nothing is known
	line        int64   // a line across the chart, 0 for none
	at          int     // the month under the cursor
	axisW, colW int
}

// drawMonths draws the months above their running total, one axis for both, and below them the month under the cursor.
func (s *SpendingScreen) drawMonths(m screen.Desk, a paint.Area) {
	t, parts := m.Theme(), s.Spent.Sides[entry.ByMonth]
	l := &s.bars[entry.ByMonth]
	l.N = len(parts)
	l.Window(l.N)

	c, run := monthColumns{at: l.At}, monthColumns{at: l.At}
	compared := s.Spent.Kept != nil
	var sum, was int64
	for i := range parts {
		sum = form.Plus(sum, parts[i].Amount)
		c.now, run.now = append(c.now, parts[i].Amount), append(run.now, sum)
		if compared && parts[i].Before != nil {
			was += *parts[i].Before
			c.before, run.before = append(c.before, *parts[i].Before), append(run.before, was)
		}
	}
	note, st := text.TuiSpendNoBudget.In(m.Lang()), t.Faint
	if b := s.Spent.Budget; b != nil && *b > 0 {
		run.line = *b
		note, st = text.TuiSpendLine.With(t.Chrome.Dash+t.Chrome.Dash, kit.Wan(*b)).In(m.Lang()), t.Warn
	}
	c.axisW = max(paint.Width(kit.Wan(c.top())), paint.Width(kit.Wan(run.top()))) + 3
	c.colW = (a.W - c.axisW - 1) / len(parts)
	run.axisW, run.colW = c.axisW, c.colW
	// Two headings, the axis, a rule and the month's figures; the rest is for the charts.
	h := max((a.H-5)/2, 2)
	a.Text(2, 0, text.TuiSpendByMonth.In(m.Lang()), t.Head)
	if compared {
		say := text.TuiSpendPaired.In(m.Lang())
		a.Right(a.W-paint.Width(say)-2, 0, paint.Width(say), say, t.Faint)
	}
	c.draw(m, a.Rows(1, h))
	a.Text(2, h+1, text.TuiSpendRunning.In(m.Lang()), t.Head)
	a.Right(a.W-paint.Width(note)-2, h+1, paint.Width(note), note, st)
	run.draw(m, a.Rows(h+2, h))
	c.drawAxis(m, a.Rows(2*h+2, 1), parts)
	a.Repeat(0, a.H-2, a.W, t.Chrome.Dash, t.Frame)
	s.monthLine(m, &parts[l.At], run.now[l.At]).Draw(a, 2, a.H-1)
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
func (c *monthColumns) draw(m screen.Desk, a paint.Area) {
	t, top := m.Theme(), c.top()
	n, foot := t.Chrome.Eighths(), a.H-1
	height := func(fen int64) int { return paint.Units(fen, top, foot*n) }
	a.Right(0, foot, c.axisW-2, "0", t.Faint)
	a.Right(0, 1, c.axisW-2, kit.Wan(top), t.Faint)
	if c.line > 0 {
		y := foot - max(height(c.line)-1, 0)/n
		a.Repeat(c.axisW, y, c.colW*len(c.now), t.Chrome.Dash, t.Warn)
		a.Right(0, y, c.axisW-2, kit.Wan(c.line), t.Warn)
	}
	for i, fen := range c.now {
		x := c.axisW + i*c.colW
		w, st := kit.ClampInt(c.colW-2, 1, 5), t.Part
		if i == c.at {
			st = t.Accent
		}
		tall := height(fen)
		if c.before != nil {
			w = kit.ClampInt((c.colW-1)/2, 1, 3)
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
func (c *monthColumns) figure(m screen.Desk, a paint.Area, x, y int, fen int64, here bool) {
	t := m.Theme()
	st := t.Faint
	switch {
	case fen < 0:
		st = t.Negative
	case here:
		st = t.Accent
	}
	s := kit.Wan(fen)
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

func (c *monthColumns) drawAxis(m screen.Desk, a paint.Area, parts []entry.Part) {
	t := m.Theme()
	for i := range parts {
		s, st := parts[i].Title.In(m.Lang()), t.Faint
		switch {
		case paint.Width(s) < c.colW:
		default:
			s = parts[i].Keys[0]
		}
		if i == c.at {
			st = t.Cursor
		}
		x := c.axisW + i*c.colW
		a.Text(x+(c.colW-paint.Width(s))/2, 0, s, st)
	}
}

// monthLine tells the month under the cursor in figures.
func (s *SpendingScreen) monthLine(m screen.Desk, p *entry.Part, run int64) kit.Line {
	t, l := m.Theme(), m.Lang()
	var out kit.Line
	add := out.Within(m.Width() - 3)
	label := func(p text.Pair) kit.Piece { return kit.Piece{p.In(l) + " ", t.Faint} }
	add("", kit.Piece{p.Title.In(l), t.Accent})
	add("   ", label(text.TuiSpendThis), kit.Piece{kit.Wan(p.Amount), t.Strong})
	if p.Share != nil {
		add("  ", kit.Piece{shareText(m, p.Share), t.Text})
	}
	if p.Before != nil {
		add("   ", label(text.TuiSpendBefore), kit.Piece{kit.Wan(*p.Before), t.Text}, kit.Piece{"  " + Change(m, p.Amount, p.Before), t.Strong})
	}
	add("   ", label(text.TuiSpendUpTo), kit.Piece{kit.Wan(run), t.Strong})
	if b := s.Spent.Budget; b != nil && *b > 0 {
		add("  ", label(text.TuiSpendOfBudget), kit.Piece{percent(run, *b), t.Text})
	}
	return out
}
