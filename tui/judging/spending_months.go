package judging

import (
	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// drawMonths draws the months above their running total, one axis for both, and below them the month under the cursor.
func (s *SpendingScreen) drawMonths(m screen.Desk, a paint.Area) {
	t, parts := m.Theme(), s.Spent.Sides[entry.ByMonth]
	l := &s.bars[entry.ByMonth]
	l.N = len(parts)
	l.Window(l.N)

	c, run := kit.Months{At: l.At}, kit.Months{At: l.At}
	compared := s.Spent.Kept != nil
	var sum, was int64
	for i := range parts {
		sum = form.Plus(sum, parts[i].Amount)
		c.Now, run.Now = append(c.Now, parts[i].Amount), append(run.Now, sum)
		if compared && parts[i].Before != nil {
			was += *parts[i].Before
			c.Before, run.Before = append(c.Before, *parts[i].Before), append(run.Before, was)
		}
	}
	note, st := text.TuiSpendNoBudget.In(m.Lang()), t.Faint
	if b := s.Spent.Budget; b != nil && *b > 0 {
		run.Line = *b
		note, st = text.TuiSpendLine.With(t.Chrome.Dash+t.Chrome.Dash, kit.Wan(*b)).In(m.Lang()), t.Warn
	}
	c.AxisW = max(paint.Width(kit.Wan(c.Top())), paint.Width(kit.Wan(run.Top()))) + 3
	c.ColW = (a.W - c.AxisW - 1) / len(parts)
	run.AxisW, run.ColW = c.AxisW, c.ColW
	// Two headings, the axis, a rule and the month's figures; the rest is for the charts.
	h := max((a.H-5)/2, 2)
	a.Text(2, 0, text.TuiSpendByMonth.In(m.Lang()), t.Head)
	if compared {
		say := text.TuiSpendPaired.In(m.Lang())
		a.Right(a.W-paint.Width(say)-2, 0, paint.Width(say), say, t.Faint)
	}
	c.Draw(m, a.Rows(1, h))
	a.Text(2, h+1, text.TuiSpendRunning.In(m.Lang()), t.Head)
	a.Right(a.W-paint.Width(note)-2, h+1, paint.Width(note), note, st)
	run.Draw(m, a.Rows(h+2, h))
	drawAxis(&c, m, a.Rows(2*h+2, 1), parts)
	a.Repeat(0, a.H-2, a.W, t.Chrome.Dash, t.Frame)
	s.monthLine(m, &parts[l.At], run.Now[l.At], a.W).Draw(a, 2, a.H-1)
}

func drawAxis(c *kit.Months, m screen.Desk, a paint.Area, parts []entry.Part) {
	t := m.Theme()
	for i := range parts {
		s, st := parts[i].Title.In(m.Lang()), t.Faint
		switch {
		case paint.Width(s) < c.ColW:
		default:
			s = parts[i].Keys[0]
		}
		if i == c.At {
			st = t.Cursor
		}
		x := c.AxisW + i*c.ColW
		a.Text(x+(c.ColW-paint.Width(s))/2, 0, s, st)
	}
}

// monthLine tells the month under the cursor in figures.
func (s *SpendingScreen) monthLine(m screen.Desk, p *entry.Part, run int64, w int) kit.Line {
	t, l := m.Theme(), m.Lang()
	var out kit.Line
	add := out.Within(w - 3)
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
