package judging

import (
	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// On a wide screen the part under the cursor is told apart by every other side: what a project's money went to, who paid for it, what of
// it was expensed. On a narrow one that takes the table, a filter and a head for figures.

// wideBars is how wide a screen has room for it beside the bars.
const wideBars = 160

// split is a part told apart, as drawn last.
type split struct {
	of splitOf
	by [entry.Sides][]entry.Part
}

// splitOf is what a split was made of.
type splitOf struct {
	side      entry.Side
	at, n, no int
	months    *entry.SpentByMonth
}

// apart tells the part under the cursor apart by every other side; nothing yet of a month whose lines are still being counted.
func (s *SpendingScreen) apart(p *entry.Part, n int) *[entry.Sides][]entry.Part {
	of := splitOf{s.Side, s.bars[s.Side].At, n, s.no, s.months.got}
	if s.split.of != of {
		s.split = split{of: of}
		for by := range entry.Sides {
			switch {
			case by == s.Side || by == entry.ByMonth:
			case s.Side != entry.ByMonth:
				s.split.by[by] = s.Spent.Within(s.Side, p, by)
			case s.months.got != nil:
				s.split.by[by] = s.months.got.Within(of.at+1, by)
			}
		}
	}
	return &s.split.by
}

// drawSplit draws the part under the cursor told apart by the other sides, the widest bar of each over the same room.
func (s *SpendingScreen) drawSplit(m screen.Desk, a paint.Area) {
	t := m.Theme()
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	s.drawApart(m, a.Sub(2, 0, a.W-3, a.H))
}

// drawApart draws it in the area that is left for it.
func (s *SpendingScreen) drawApart(m screen.Desk, in paint.Area) {
	t, l := m.Theme(), m.Lang()
	parts, at := s.Parts(), s.bars[s.Side].At
	if at >= len(parts) {
		return
	}
	p := &parts[at]
	sides := s.apart(p, len(parts))
	sum := kit.InUnit(m, kit.Wan(p.Amount), text.TuiWan, t.Strong)
	in.Cut(0, 0, in.W-sum.Width()-2, p.Title.In(l), t.Title)
	sum.Draw(in, in.W-sum.Width(), 0)
	shown, lines, nameW := 0, 0, 0
	for _, of := range sides {
		if len(of) > 0 {
			shown, lines = shown+1, lines+len(of)
		}
		for i := range of {
			nameW = max(nameW, paint.Width(of[i].Title.In(l))+1)
		}
	}
	nameW = min(nameW, in.W/2)
	if shown == 0 {
		return
	}
	most, room := lines, in.H-1-2*shown // as many of a side as let every side be seen
	for most > 2 && fold(sides, most) > room {
		most--
	}
	if fold(sides, most) > room { // no room for every side: the first ones, whole
		most = lines
	}
	y := 2
	for by, of := range sides {
		of = entry.Fold(of, most)
		if len(of) == 0 || y+1+len(of) > in.H { // a side is seen whole or not at all
			continue
		}
		in.Text(0, y, spendingSides[by].In(l), t.Head)
		y = drawShares(m, in, y+1, nameW, of) + 1
	}
}

// fold is how many lines the sides take where each has so many at most, and one more for what has no key.
func fold(sides *[entry.Sides][]entry.Part, most int) (n int) {
	for _, of := range sides {
		n += len(entry.Fold(of, most))
	}
	return n
}

// drawShares draws the parts of one side from row y on, and gives the row after them.
func drawShares(m screen.Desk, a paint.Area, y, nameW int, parts []entry.Part) int {
	t, l := m.Theme(), m.Lang()
	top := int64(0)
	for i := range parts {
		top = max(top, parts[i].Amount)
	}
	bar := nameW + 2
	barW := a.W - bar - amountW - shareW - 1
	for i := range parts {
		p := &parts[i]
		fill, st := t.Part, t.Text
		if p.Blank() || p.Others {
			fill = t.Rest
		}
		if p.Amount < 0 {
			st = t.Negative
		}
		a.Cut(1, y, nameW-1, p.Title.In(l), t.Text)
		a.Strip(t.Chrome, bar, y, paint.Units(p.Amount, top, barW*t.Chrome.Eighths()), fill)
		a.Right(a.W-amountW-shareW, y, amountW, kit.Wan(p.Amount), st)
		a.Right(a.W-shareW, y, shareW, shareText(m, p.Share), t.Faint)
		y++
	}
	return y
}
