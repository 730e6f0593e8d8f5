package tui

import (
	"math/big"
	"strconv"

	"yice/entry"
	"yice/text"
	"yice/tui/paint"
)

func (s *spendingScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := 1
	for i, p := range spendingSides {
		st := t.Faint
		if entry.Side(i) == s.side {
			st = t.Cursor
		}
		x = a.Text(x, 0, " "+p.In(m.lang)+" ", st) + 1
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	switch {
	case !s.got:
		body.Text(2, 0, text.TuiReading.In(m.lang), t.Faint)
	case s.sp.Lines == 0:
		sayNothing(m, body, text.TuiSpendNone)
		if o := m.stand.outside; !o.Empty() {
			body.Cut(2, body.H-1, body.W-4, "! "+o.In(m.lang), t.Warn)
		}
	default:
		s.headline(m).draw(body, 2, 0)
		if body = body.Below(2); s.side == entry.ByMonth {
			s.drawMonths(m, body)
		} else {
			s.drawBars(m, body)
		}
	}
	return caret{}
}

// headline is the year in one line, as much of it as fits: what was spent, the year before, the budget and how far it is used.
func (s *spendingScreen) headline(m *Root) line {
	t, sp := m.th, &s.sp
	var out line
	add := out.within(m.w - 3)
	label := func(p text.Pair) piece { return piece{p.In(m.lang) + " ", t.Faint} }
	add("", label(text.TuiSpendYear), piece{wan(sp.Total), t.Strong}, piece{" " + text.TuiWan.In(m.lang), t.Faint})
	if n := m.stand.notCounted; n.Lines > 0 { // before all that compares: the year is not all that the ledger has
		add("   ", piece{"! " + text.TuiOutsideShort.With(n.Lines, wan(n.Amount)).In(m.lang), t.Warn})
	}
	if sp.Before != nil {
		add("   ", label(text.TuiSpendBefore), piece{wan(*sp.Before), t.Text}, piece{"  " + change(m, sp.Total, sp.Before), t.Strong})
	}
	if sp.Budget != nil {
		add("   ", label(text.TuiSpendBudget), piece{wan(*sp.Budget), t.Text})
		over, st, sign := sp.Total-*sp.Budget, t.Strong, ""
		if over > 0 {
			st, sign = t.Warn.With(paint.Bold), "! "
		}
		if *sp.Budget > 0 {
			add("  ", label(text.TuiSpendUsed), piece{sign + percent(sp.Total, *sp.Budget), st})
		}
		if over > 0 {
			add("  ", piece{text.TuiSpendOver.With(wan(over)).In(m.lang), t.Warn})
		}
	}
	add("   ", piece{text.TuiSpendLines.With(group(strconv.FormatInt(sp.Lines, 10))).In(m.lang), t.Faint})
	return out
}

// within gives what adds pieces to the line behind a gap, all of them or, where they do not fit, none.
func (l *line) within(w int) func(gap string, more ...piece) {
	return func(gap string, more ...piece) {
		more[0].s = gap + more[0].s
		if l.width()+line(more).width() <= w {
			*l = append(*l, more...)
		}
	}
}

// hundredths shows hundredths as a decimal: 3939 is "39.39".
func hundredths(n *big.Int) string {
	sign, s := "", n.String()
	if n.Sign() < 0 {
		sign, s = "-", s[1:]
	}
	for len(s) < 3 {
		s = "0" + s
	}
	return sign + group(s[:len(s)-2]) + "." + s[len(s)-2:]
}

// ratio gives part of whole in hundredths of a percent, half away from zero; whole is above nothing.
func ratio(part *big.Int, whole int64) *big.Int {
	twice := new(big.Int).Mul(part, big.NewInt(2*100_00))
	of := big.NewInt(whole)
	if twice.Sign() < 0 {
		twice.Sub(twice, of)
	} else {
		twice.Add(twice, of)
	}
	return twice.Quo(twice, new(big.Int).Mul(of, big.NewInt(2)))
}

func percent(part, whole int64) string { return hundredths(ratio(big.NewInt(part), whole)) + "%" }

// change is what a part gained on the year before: "+14.78%"; "new" where there was nothing then.
func change(m *Root, now int64, before *int64) string {
	switch {
	case before == nil || *before < 0 || *before == 0 && now == 0:
		return m.th.Chrome.Dot
	case *before == 0:
		return text.TuiSpendNew.In(m.lang)
	}
	if now/10 >= *before {
		return text.TuiSpendTenfold.In(m.lang)
	}
	d := ratio(new(big.Int).Sub(big.NewInt(now), big.NewInt(*before)), *before)
	if d.Sign() > 0 {
		return "+" + hundredths(d) + "%"
	}
	return hundredths(d) + "%"
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
func (s *spendingScreen) drawBars(m *Root, a paint.Area) {
	t, room := m.th, a.H-5 // heading, rule, total, and what the mark means
	s.room = room - 1      // of those without a key there may be a bar more
	parts, l := s.parts(), &s.bars[s.side]
	l.n = len(parts)
	every := 1
	if 2*l.n <= room+1 {
		every = 2
	}
	l.window(max(room/every, 1))

	compared, top, nameW := false, int64(0), paint.Width(text.TuiSpendTotal.In(m.lang))
	for i := range parts {
		p := &parts[i]
		top = max(top, p.Amount)
		nameW = max(nameW, paint.Width(p.Title.In(m.lang)))
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
	a.Cut(2, 0, nameW, spendingSides[s.side].In(m.lang), t.Head)
	figures(0, text.TuiSpendAmount.In(m.lang), text.TuiSpendShare.In(m.lang), text.TuiSpendBefore.In(m.lang), text.TuiSpendChange.In(m.lang), t.Head, t.Head)
	y := 1
	for k := l.top; k < min(l.top+l.rows, l.n); k++ {
		p := &parts[k]
		fill, st := t.Part, t.Text
		if p.Blank() || p.Others {
			fill = t.Rest
		}
		if p.Amount < 0 {
			st = t.Negative
		}
		a.Cut(2, y, nameW, p.Title.In(m.lang), t.Text)
		a.Strip(t.Chrome, bar, y, paint.Units(p.Amount, top, barW*t.Chrome.Eighths()), fill)
		before := t.Chrome.Dot
		if p.Before != nil {
			before = wan(*p.Before)
			if *p.Before > 0 {
				a.Text(bar+min(paint.Units(*p.Before, top, barW), barW-1), y, t.Chrome.V, t.Warn)
			}
		}
		figures(y, wan(p.Amount), shareText(m, p.Share), before, change(m, p.Amount, p.Before), st, t.Faint)
		m.cursorRow(a.Rows(y, 1), k == l.at)
		y += every
	}
	y += 1 - every
	a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, y+1, nameW, text.TuiSpendTotal.In(m.lang), t.Strong)
	all, before, was := int64(100_00), t.Chrome.Dot, s.sp.Kept
	if was == nil {
		was = s.sp.Before
	}
	if s.sp.Total <= 0 {
		figures(y+1, wan(s.sp.Total), t.Chrome.Dot, before, before, t.Strong, t.Faint)
	} else {
		if was != nil {
			before = wan(*was)
		}
		figures(y+1, wan(s.sp.Total), shareText(m, &all), before, change(m, s.sp.Total, was), t.Strong, t.Faint)
	}
	switch {
	case s.sp.Kept != nil && s.sp.Before != nil && *s.sp.Kept != *s.sp.Before:
		say := paint.Wrap("? "+text.TuiSpendDiffers.With(wan(*s.sp.Kept), wan(*s.sp.Before)).In(m.lang), a.W-4)
		for y, l := range say {
			a.Text(2, a.H-len(say)+y, l, t.Warn)
		}
	case compared:
		a.Text(a.Text(2, a.H-1, t.Chrome.V+" ", t.Warn), a.H-1, text.TuiSpendMark.In(m.lang), t.Faint)
	case s.sp.FromSummary:
		a.Cut(2, a.H-1, a.W-4, text.TuiSpendBySummary.In(m.lang), t.Faint)
	}
}

func shareText(m *Root, share *int64) string {
	if share == nil {
		return m.th.Chrome.Dot
	}
	return hundredths(big.NewInt(*share)) + "%"
}
