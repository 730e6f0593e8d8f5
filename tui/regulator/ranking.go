package regulator

import (
	"math/big"
	"slices"
	"strconv"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// ranked names the figure that the ranking is of.
func (s *GroupScreen) ranked() string {
	figures := s.Got.Figures()
	return figures[s.figure%len(figures)]
}

func (s *GroupScreen) ranking() []filing.Placed { return s.Got.Ranking(s.ranked()) }

// drawRanking draws a bar for every enterprise, by year and type, with a mark at the median.
func (s *GroupScreen) drawRanking(m screen.Desk, a paint.Area) {
	t, l, bars := m.Theme(), m.Lang(), s.ranking()
	x := a.Text(2, 0, t.Chrome.Left+" ", t.Key)
	x = a.Text(x, 0, s.Got.FigureTitle(s.ranked()).In(l), t.Accent)
	x = a.Text(x, 0, " "+t.Chrome.Right, t.Key)
	a.Cut(x+3, 0, a.W-x-4, text.TuiGrpFigure.In(l), t.Faint)
	body := a.Below(2)
	if len(bars) == 0 {
		body.Text(2, 0, text.TuiGrpNoFigure.In(l), t.Faint)
		return
	}
	top, classW, nameW, figureW := new(big.Rat), 0, 8, 6
	for i := range bars {
		e := bars[i].Of
		if bars[i].Figure.Cmp(top) > 0 {
			top = bars[i].Figure
		}
		classW = max(classW, paint.Width(classSaid(e, l)))
		nameW, figureW = max(nameW, paint.Width(e.Known())), max(figureW, paint.Width(bars[i].Shown))
	}
	markW := 0
	if slices.ContainsFunc(bars, func(b filing.Placed) bool { return b.Of.SelfDeclaredOnly() }) {
		markW = paint.Width(text.TuiDeclaredShort.In(l)) + 1
	}
	classW, nameW = min(classW, 20), min(nameW, a.W/4)
	rankX := classW + 4
	barX := rankX + 4 + nameW + 2
	barW := a.W - barX - figureW - markW - 3
	s.list.Window(body.H)
	for k := range min(body.H, len(bars)-s.list.Top) {
		b, row := &bars[s.list.Top+k], body.Rows(k, 1)
		e := b.Of
		if k == 0 || !b.SameClass(&bars[s.list.Top+k-1]) {
			row.Cut(2, 0, classW, classSaid(e, l), t.Head)
		}
		row.Right(rankX-1, 0, 4, rankShown(m, b), t.Faint)
		row.Cut(rankX+4, 0, nameW, e.Known(), t.Text)
		bar := t.Part
		if b.Rank == 0 {
			bar = t.Rest
		}
		row.Strip(t.Chrome, barX, 0, kit.UnitsOf(b.Figure, top, barW*t.Chrome.Eighths()), bar)
		if b.Count > 2 && b.Median.Sign() > 0 {
			row.Text(barX+min(kit.UnitsOf(b.Median, top, barW), barW-1), 0, t.Chrome.V, t.Warn)
		}
		row.Right(a.W-figureW-markW-2, 0, figureW, b.Shown, t.Strong)
		if e.SelfDeclaredOnly() {
			row.Right(a.W-markW-2, 0, markW, text.TuiDeclaredShort.In(l), t.Pending)
		}
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
}

// rankShown is a rank, or that there is none: for a draft, or for one of two of which nobody can tell which is meant.
func rankShown(m screen.Desk, b *filing.Placed) string {
	switch {
	case b.Rank > 0:
		return strconv.Itoa(b.Rank)
	case b.Of.Official:
		return m.Theme().Chrome.Dot
	}
	return text.TuiGrpSimulated.In(m.Lang())
}

// classSaid names an enterprise's period and type.
func classSaid(e *filing.CollectedEnterprise, l text.Lang) string {
	return e.Period + " " + kit.TypeTitle(e.Type).In(l)
}

// drawRanked tells of the class of the bar under the cursor: how many there are, lowest, median and highest.
func (s *GroupScreen) drawRanked(m screen.Desk, a paint.Area) {
	bars := s.ranking()
	if s.list.At >= len(bars) {
		return
	}
	t, here := m.Theme(), &bars[s.list.At]
	lowest, median, highest := filing.Within(bars, here)
	l := kit.Line{{classSaid(here.Of, m.Lang()) + "   ", t.Head}}
	for _, f := range []struct {
		p text.Pair
		v string
	}{{text.TuiGrpCount, strconv.Itoa(here.Count)}, {text.TuiGrpMin, lowest}, {text.TuiGrpMedian, median}, {text.TuiGrpMax, highest}} {
		l = append(l, kit.Piece{f.p.In(m.Lang()) + " ", t.Faint}, kit.Piece{f.v + "   ", t.Text})
	}
	l.Draw(a, 2, 1)
	if here.Count > 2 {
		a.Text(a.Text(2, 2, t.Chrome.V+" ", t.Warn), 2, text.TuiGrpMedianMark.In(m.Lang()), t.Faint)
	}
}
