package regulator

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/filing"
	"yice/internal/inorder"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// chartBar is an enterprise in the ranking of a figure within its year and type.
type chartBar struct {
	at     int // of got.Enterprises
	figure *big.Rat
	shown  string
	rank   int      // 0: by a draft, which is never ranked
	median *big.Rat // of those of its year and type that are ranked, or of all where none is
	of     int      // how many those are
}

// chartFigures are the figures that can be ranked, by the names of the spread.
func (s *GroupScreen) chartFigures() []string {
	out := []string{"innovation", "bonus", "assessed", "completion", "addback"}
	for _, c := range s.Got.Columns {
		out = append(out, c.ID)
	}
	return out
}

// figureOf gives an enterprise's figure by its name, "" where it has none.
func figureOf(e *filing.CollectedEnterprise, id string) string {
	switch id {
	case "innovation":
		return e.Innovation
	case "bonus":
		return e.Bonus
	case "assessed":
		return e.Assessed
	case "completion":
		return e.Completion
	case "addback":
		return e.Addback
	}
	return e.Indicators[id]
}

// ranking gives those that count, by year and type, the highest first.
func (s *GroupScreen) ranking() []chartBar {
	figures := s.chartFigures()
	id := figures[s.figure%len(figures)]
	var out []chartBar
	for i := range s.Got.Enterprises {
		e := &s.Got.Enterprises[i]
		shown := figureOf(e, id)
		n, ok := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(shown, ",", ""), "%"))
		if e.OK && e.ReplacedBy == "" && ok {
			out = append(out, chartBar{at: i, figure: n, shown: kit.Group(shown)})
		}
	}
	class := func(b *chartBar) (string, string) {
		e := &s.Got.Enterprises[b.at]
		return e.Period, e.Type
	}
	inorder.Stably(out, func(a, b chartBar) int {
		ya, ta := class(&a)
		yb, tb := class(&b)
		return cmp.Or(cmp.Compare(ya, yb), cmp.Compare(ta, tb), s.draftsLast(&a, &b), b.figure.Cmp(a.figure))
	})
	for from := 0; from < len(out); {
		year, typ := class(&out[from])
		to := from
		for to < len(out) {
			if y, t := class(&out[to]); y != year || t != typ {
				break
			}
			to++
		}
		rankAll(out[from:to], func(b *chartBar) bool { return s.Got.Enterprises[b.at].Official })
		from = to
	}
	return out
}

// draftsLast puts what is simulated behind what is official.
func (s *GroupScreen) draftsLast(a, b *chartBar) int {
	draft := func(b *chartBar) int {
		if s.Got.Enterprises[b.at].Official {
			return 0
		}
		return 1
	}
	return cmp.Compare(draft(a), draft(b))
}

// rankAll numbers the enterprises of one year and type that are official, which come first, equal ones alike, and finds their
// median; of drafts alone it finds the median and numbers none.
func rankAll(bars []chartBar, official func(*chartBar) bool) {
	n := 0
	for n < len(bars) && official(&bars[n]) {
		n++
	}
	of := bars[:n]
	if n == 0 {
		of = bars
	}
	median := new(big.Rat).Add(of[(len(of)-1)/2].figure, of[len(of)/2].figure)
	median.Quo(median, big.NewRat(2, 1))
	for i := range bars {
		bars[i].median, bars[i].of = median, len(of)
		switch {
		case i >= n:
		case i > 0 && bars[i].figure.Cmp(bars[i-1].figure) == 0:
			bars[i].rank = bars[i-1].rank
		default:
			bars[i].rank = i + 1
		}
	}
}

// drawRanking draws a bar for every enterprise, by year and type, with a mark at the median.
func (s *GroupScreen) drawRanking(m screen.Desk, a paint.Area) {
	t, l, bars := m.Theme(), m.Lang(), s.ranking()
	figures := s.chartFigures()
	x := a.Text(2, 0, t.Chrome.Left+" ", t.Key)
	x = a.Text(x, 0, s.columnName(m, figures[s.figure%len(figures)]), t.Accent)
	x = a.Text(x, 0, " "+t.Chrome.Right, t.Key)
	a.Cut(x+3, 0, a.W-x-4, text.TuiGrpFigure.In(l), t.Faint)
	body := a.Below(2)
	if len(bars) == 0 {
		body.Text(2, 0, text.TuiGrpNoFigure.In(l), t.Faint)
		return
	}
	top, classW, nameW, figureW := new(big.Rat), 0, 8, 6
	for i := range bars {
		e := &s.Got.Enterprises[bars[i].at]
		if bars[i].figure.Cmp(top) > 0 {
			top = bars[i].figure
		}
		classW = max(classW, paint.Width(classSaid(e, l)))
		nameW, figureW = max(nameW, paint.Width(nameOf(e))), max(figureW, paint.Width(bars[i].shown))
	}
	markW := 0
	if slices.ContainsFunc(bars, func(b chartBar) bool { return declared(&s.Got.Enterprises[b.at]) }) {
		markW = paint.Width(text.TuiDeclaredShort.In(l)) + 1
	}
	classW, nameW = min(classW, 20), min(nameW, a.W/4)
	rankX := classW + 4
	barX := rankX + 4 + nameW + 2
	barW := a.W - barX - figureW - markW - 3
	s.list.Window(body.H)
	for k := range min(body.H, len(bars)-s.list.Top) {
		b, row := &bars[s.list.Top+k], body.Rows(k, 1)
		e := &s.Got.Enterprises[b.at]
		if k == 0 || classOf(e) != classOf(&s.Got.Enterprises[bars[s.list.Top+k-1].at]) {
			row.Cut(2, 0, classW, classSaid(e, l), t.Head)
		}
		row.Right(rankX-1, 0, 4, rankShown(m, b), t.Faint)
		row.Cut(rankX+4, 0, nameW, nameOf(e), t.Text)
		bar := t.Part
		if !e.Official {
			bar = t.Rest
		}
		row.Strip(t.Chrome, barX, 0, kit.UnitsOf(b.figure, top, barW*t.Chrome.Eighths()), bar)
		if b.of > 2 && b.median.Sign() > 0 {
			row.Text(barX+min(kit.UnitsOf(b.median, top, barW), barW-1), 0, t.Chrome.V, t.Warn)
		}
		row.Right(a.W-figureW-markW-2, 0, figureW, b.shown, t.Strong)
		if declared(e) {
			row.Right(a.W-markW-2, 0, markW, text.TuiDeclaredShort.In(l), t.Pending)
		}
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
}

// rankShown is a rank, or that there is none for a draft.
func rankShown(m screen.Desk, b *chartBar) string {
	if b.rank == 0 {
		return text.TuiGrpSimulated.In(m.Lang())
	}
	return strconv.Itoa(b.rank)
}

// declared reports whether a figure counts recognitions by the enterprise's own word alone.
func declared(e *filing.CollectedEnterprise) bool { return e.SelfDeclared > 0 && e.Confirmed == nil }

// classOf names an enterprise's year and type.
func classOf(e *filing.CollectedEnterprise) string { return e.Period + " " + e.Type }

// classSaid is that in a language.
func classSaid(e *filing.CollectedEnterprise, l text.Lang) string {
	return e.Period + " " + kit.TypeTitle(e.Type).In(l)
}

// drawRanked tells of the class of the bar under the cursor: how many there are, lowest, median and highest.
func (s *GroupScreen) drawRanked(m screen.Desk, a paint.Area) {
	bars := s.ranking()
	if s.list.At >= len(bars) {
		return
	}
	t, here := m.Theme(), bars[s.list.At]
	class := classOf(&s.Got.Enterprises[here.at])
	first, last := -1, 0
	for i := range bars {
		if classOf(&s.Got.Enterprises[bars[i].at]) == class && (bars[i].rank == 0) == (here.rank == 0) {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	median := kit.Group(here.median.FloatString(2))
	if strings.HasSuffix(here.shown, "%") {
		median += "%"
	}
	l := kit.Line{{classSaid(&s.Got.Enterprises[here.at], m.Lang()) + "   ", t.Head}}
	for _, f := range []struct {
		p text.Pair
		v string
	}{{text.TuiGrpCount, strconv.Itoa(here.of)}, {text.TuiGrpMin, bars[last].shown}, {text.TuiGrpMedian, median}, {text.TuiGrpMax, bars[first].shown}} {
		l = append(l, kit.Piece{f.p.In(m.Lang()) + " ", t.Faint}, kit.Piece{f.v + "   ", t.Text})
	}
	l.Draw(a, 2, 1)
	if here.of > 2 {
		a.Text(a.Text(2, 2, t.Chrome.V+" ", t.Warn), 2, text.TuiGrpMedianMark.In(m.Lang()), t.Faint)
	}
}
