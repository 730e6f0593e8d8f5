package judging

import (
	"math/big"
	"strconv"

	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Draw draws the body.
func (s *SpendingScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := 1
	for i, p := range spendingSides {
		st := t.Faint
		if entry.Side(i) == s.Side {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 0, " "+p.In(l)+" ", st) + 1
		kit.TabZone(m, a, from, x-1, i, int(s.Side), len(spendingSides))
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	switch {
	case !s.got:
		body.Text(2, 0, text.TuiReading.In(l), t.Faint)
	case s.Spent.Lines == 0:
		sayNothing(m, body, text.TuiSpendNone)
		if o := m.Standing().Outside; !o.Empty() {
			body.Cut(2, body.H-1, body.W-4, "! "+o.In(l), t.Warn)
		}
	default:
		s.headline(m).Draw(body, 2, 0)
		body = body.Below(2)
		left, right := body.SplitX(body.W * 11 / 20)
		switch wide := body.W >= wideBars; {
		case s.gridded():
			s.drawGrid(m, body)
		case wide && s.Side == entry.ByMonth:
			left, right = body.SplitX(body.W * 3 / 5)
			s.drawMonths(m, left)
			for y := range right.H {
				right.Text(0, y, t.Chrome.V, t.Frame)
			}
			s.drawMonthTable(m, right.Sub(1, 0, right.W-1, right.H))
		case wide:
			s.drawBars(m, left)
			s.drawSplit(m, right)
		case s.Side == entry.ByMonth && s.table:
			s.drawMonthTable(m, body)
		case s.Side == entry.ByMonth:
			s.drawMonths(m, body)
		default:
			s.drawBars(m, body)
		}
	}
	return screen.Caret{}
}

// headline is the year in one line, as much of it as fits: what was spent, the year before, the budget and how far it is used. A budget
// that is overrun is told before the year before where there is no room for both.
func (s *SpendingScreen) headline(m screen.Desk) kit.Line {
	line, used := s.headlineOf(m, false)
	if b := s.Spent.Budget; b != nil && s.Spent.Total > *b && !used {
		line, _ = s.headlineOf(m, true)
	}
	return line
}

// headlineOf is it with the budget before or behind the year before; used reports that how far the budget is used has room.
func (s *SpendingScreen) headlineOf(m screen.Desk, budgetFirst bool) (out kit.Line, used bool) {
	t, l, sp := m.Theme(), m.Lang(), &s.Spent
	add := out.Within(m.Width() - 3)
	label := func(p text.Pair) kit.Piece { return kit.Piece{p.In(l) + " ", t.Faint} }
	add("", label(text.Named(text.TuiSpendYear, text.TuiWan)), kit.Piece{kit.Wan(sp.Total), t.Strong}, kit.Behind(m, text.TuiWan))
	if n := m.Standing().NotCounted; n.Lines > 0 { // before all that compares: the year is not all that the ledger has
		add("   ", kit.Piece{"! " + text.TuiOutsideShort.With(n.Lines, kit.Wan(n.Amount)).In(l), t.Warn})
	}
	before := func() {
		if sp.Before != nil {
			add("   ", label(text.TuiSpendBefore), kit.Piece{kit.Wan(*sp.Before), t.Text}, kit.Piece{"  " + Change(m, sp.Total, sp.Before), t.Strong})
		}
	}
	if !budgetFirst {
		before()
	}
	if sp.Budget != nil {
		add("   ", label(text.TuiSpendBudget), kit.Piece{kit.Wan(*sp.Budget), t.Text})
		over, st, sign := sp.Total-*sp.Budget, t.Strong, ""
		if over > 0 {
			st, sign = t.Warn.With(paint.Bold), "! "
		}
		if had := len(out); *sp.Budget > 0 {
			add("  ", label(text.TuiSpendUsed), kit.Piece{sign + percent(sp.Total, *sp.Budget), st})
			used = len(out) > had
		}
		if over > 0 {
			add("  ", kit.Piece{text.TuiSpendOver.With(kit.Wan(over)).In(l), t.Warn})
		}
	}
	if budgetFirst {
		before()
	}
	add("   ", kit.Piece{text.TuiSpendLines.With(kit.Group(strconv.FormatInt(sp.Lines, 10))).In(l), t.Faint})
	return out, used
}

func percent(part, whole int64) string {
	return kit.Hundredths(kit.Ratio(big.NewInt(part), whole)) + "%"
}

// Change is what a part gained on the year before: "+14.78%"; "new" where there was nothing then.
func Change(m screen.Desk, now int64, before *int64) string {
	l := m.Lang()
	switch {
	case before == nil || *before < 0 || *before == 0 && now == 0:
		return m.Theme().Chrome.Dot
	case *before == 0:
		return text.TuiSpendNew.In(l)
	}
	if now/10 >= *before {
		return text.TuiSpendTenfold.In(l)
	}
	d := kit.Ratio(new(big.Int).Sub(big.NewInt(now), big.NewInt(*before)), *before)
	if d.Sign() > 0 {
		return "+" + kit.Hundredths(d) + "%"
	}
	return kit.Hundredths(d) + "%"
}

// barColumns are the widths of the figures beside a bar.
const (
	amountW = 13
	shareW  = 8
	beforeW = 12
	changeW = 10
	// A bar has leastBarW cells and a name leastNameW, before either gives way.
	leastBarW, leastNameW = 14, 16
)

// drawBars draws a side as bars, the longest first, each with its figures and, where it is known, a mark at the year before.
func (s *SpendingScreen) drawBars(m screen.Desk, a paint.Area) {
	t, room := m.Theme(), a.H-5 // heading, rule, total, and what the mark means
	s.room = room - 1           // of those without a key there may be a bar more
	parts, l := s.Parts(), &s.bars[s.Side]
	l.N = len(parts)
	every := 1
	if 2*l.N <= room+1 {
		every = 2
	}
	l.Window(max(room/every, 1))

	compared, top, nameW := false, int64(0), paint.Width(text.TuiSpendTotal.In(m.Lang()))
	for i := range parts {
		p := &parts[i]
		top = max(top, p.Amount)
		nameW = max(nameW, paint.Width(p.Title.In(m.Lang())))
		if p.Before != nil {
			compared, top = true, max(top, *p.Before)
		}
	}
	figuresW := amountW + shareW
	if compared {
		figuresW += beforeW + changeW
	}
	nameW = min(nameW, max(a.W-figuresW-leastBarW-5, leastNameW))
	bar := nameW + 4
	barW := a.W - bar - figuresW - 1
	figures := func(y int, amount, share, before, change string, st, faint paint.Style) {
		x := a.W - figuresW - 1
		a.Right(x, y, amountW, amount, st)
		a.Right(x+amountW, y, shareW, share, st)
		if compared {
			a.Right(x+amountW+shareW, y, beforeW, before, faint)
			a.Right(x+amountW+shareW+beforeW, y, changeW, change, st)
		}
	}
	a.Cut(2, 0, nameW, spendingSides[s.Side].In(m.Lang()), t.Head)
	figures(0, text.TuiSpendAmount.In(m.Lang()), text.TuiSpendShare.In(m.Lang()), text.TuiSpendBefore.In(m.Lang()), text.TuiSpendChange.In(m.Lang()), t.Head, t.Head)
	y := 1
	for k := l.Top; k < min(l.Top+l.Rows, l.N); k++ {
		p := &parts[k]
		fill, st := t.Part, t.Text
		if p.Blank() || p.Others {
			fill = t.Rest
		}
		if p.Amount < 0 {
			st = t.Negative
		}
		a.Cut(2, y, nameW, p.Title.In(m.Lang()), t.Text)
		a.Strip(t.Chrome, bar, y, paint.Units(p.Amount, top, barW*t.Chrome.Eighths()), fill)
		before := t.Chrome.Dot
		if p.Before != nil {
			before = kit.Wan(*p.Before)
			if *p.Before > 0 {
				a.Text(bar+min(paint.Units(*p.Before, top, barW), barW-1), y, t.Chrome.V, t.Warn)
			}
		}
		figures(y, kit.Wan(p.Amount), shareText(m, p.Share), before, Change(m, p.Amount, p.Before), st, t.Faint)
		kit.CursorRow(m, a.Rows(y, 1), k == l.At)
		y += every
	}
	y += 1 - every
	a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, y+1, nameW, text.TuiSpendTotal.In(m.Lang()), t.Strong)
	all, before, was := int64(100_00), t.Chrome.Dot, s.Spent.Kept
	if was == nil {
		was = s.Spent.Before
	}
	if s.Spent.Total <= 0 {
		figures(y+1, kit.Wan(s.Spent.Total), t.Chrome.Dot, before, before, t.Strong, t.Faint)
	} else {
		if was != nil {
			before = kit.Wan(*was)
		}
		figures(y+1, kit.Wan(s.Spent.Total), shareText(m, &all), before, Change(m, s.Spent.Total, was), t.Strong, t.Faint)
	}
	switch {
	case s.Spent.Kept != nil && s.Spent.Before != nil && *s.Spent.Kept != *s.Spent.Before:
		say := paint.Wrap("? "+text.TuiSpendDiffers.With(kit.Wan(*s.Spent.Kept), kit.Wan(*s.Spent.Before)).In(m.Lang()), a.W-4)
		for y, l := range say {
			a.Text(2, a.H-len(say)+y, l, t.Warn)
		}
	case compared:
		a.Text(a.Text(2, a.H-1, t.Chrome.V+" ", t.Warn), a.H-1, text.TuiSpendMark.In(m.Lang()), t.Faint)
	case s.Spent.FromSummary:
		a.Cut(2, a.H-1, a.W-4, text.TuiSpendBySummary.In(m.Lang()), t.Faint)
	}
}

func shareText(m screen.Desk, share *int64) string {
	if share == nil {
		return m.Theme().Chrome.Dot
	}
	return kit.Hundredths(big.NewInt(*share)) + "%"
}
