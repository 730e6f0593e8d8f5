package judging

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// A side told apart by months and quarters: what a category came to in March, who paid in the third quarter. Every cell opens the lines
// that it is made of.

// span is the months of a column, both counted.
type span struct{ from, to int }

// spans are the columns: the year, which stays where it is, the quarters, which are what is handed in, and the months.
var spans = func() []span {
	all := []span{{1, 12}}
	for q := range 4 {
		all = append(all, span{3*q + 1, 3*q + 3})
	}
	for m := range 12 {
		all = append(all, span{m + 1, m + 1})
	}
	return all
}()

func (p span) title() text.Pair {
	switch p.to - p.from {
	case 0:
		return text.EntrySpentMonth(p.from)
	case 2:
		return text.TuiSpendQuarter.With(p.to / 3)
	}
	return text.TuiSpendYear
}

// ledgerByMonth is the ledger gone through month by month, as far as it was asked for.
type ledgerByMonth struct {
	asked bool
	no    int                 // the standing it was asked for last
	got   *entry.SpentByMonth // nil: nobody asked, or it is being counted for the first time
}

// byMonthMsg is the ledger told apart by months.
type byMonthMsg struct {
	no  int
	got *entry.SpentByMonth
	err error
}

// count goes through the ledger where months are looked at that were not told apart yet.
func (s *SpendingScreen) count(m screen.Desk) tea.Cmd {
	no := m.Standing().No
	if !s.wantsMonths(m) || s.months.asked && s.months.no == no {
		return nil
	}
	s.months.asked, s.months.no = true, no
	session, ctx := m.Session(), m.Context()
	return func() tea.Msg {
		got, err := session.SpentByMonth(ctx)
		return byMonthMsg{no, got, err}
	}
}

// wantsMonths reports that the screen shows what is known only from the lines.
func (s *SpendingScreen) wantsMonths(m screen.Desk) bool {
	return s.gridded() || s.Side == entry.ByMonth && m.Width() >= wideBars
}

// canTable reports that there are figures to show in place of the charts: on a wide screen the months stand in both already.
func (s *SpendingScreen) canTable(m screen.Desk) bool {
	return s.got && s.Spent.Lines > 0 && (s.Side != entry.ByMonth || m.Width() < wideBars)
}

// crossed is a side with what each of its parts came to in every span.
type crossed struct {
	parts []entry.Part
	sums  [][]int64 // by part and span, 分
	all   []int64   // by span
}

func (s *SpendingScreen) crossed() crossed {
	x := crossed{parts: s.Parts(), all: make([]int64, len(spans))}
	for i := range x.parts {
		row := make([]int64, len(spans))
		for c, p := range spans {
			row[c] = s.months.got.Of(s.Side, &x.parts[i], p.from, p.to)
			x.all[c] = form.Plus(x.all[c], row[c])
		}
		x.sums = append(x.sums, row)
	}
	return x
}

// widths are those of the names and of the figures' columns, which stay the same however far one scrolls.
func (x *crossed) widths(l text.Lang, room int) (name, figures int) {
	name = paint.Width(text.TuiSpendTotal.In(l))
	for c, p := range spans {
		figures = max(figures, paint.Width(p.title().In(l)), paint.Width(kit.Wan(x.all[c])))
	}
	for i := range x.parts {
		name = max(name, paint.Width(x.parts[i].Title.In(l)))
		for _, fen := range x.sums[i] {
			figures = max(figures, paint.Width(kit.Wan(fen)))
		}
	}
	figures += 2
	// The year and the four quarters have room before a name has all of its own.
	return min(name, max(room-5*figures, leastNameW)), figures
}

// drawGrid draws the side as a table: its parts down, the year, the quarters and the months across.
func (s *SpendingScreen) drawGrid(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if s.months.got == nil {
		a.Text(2, 0, text.TuiReading.In(l), t.Faint)
		return
	}
	x := s.crossed()
	list := &s.bars[s.Side]
	list.N = len(x.parts)
	list.Window(min(max(a.H-3, 1), max(list.N, 1))) // heads, rule, total
	nameW, w := x.widths(l, a.W-4)
	year := nameW + 2
	n := max((a.W-year-w-2)/w, 1) // columns beside the year's
	s.left = kit.ClampInt(s.left, s.col-n+1, max(s.col, 1))
	s.left = kit.ClampInt(s.left, 1, max(len(spans)-n, 1))
	// at gives the columns in sight with where they stand.
	at := func(do func(c, x int)) {
		do(0, year)
		for c := s.left; c < min(s.left+n, len(spans)); c++ {
			do(c, year+w*(c-s.left+1))
		}
	}
	unit := a.Cut(2, 0, nameW, spendingSides[s.Side].In(l), t.Head) + 2
	a.Cut(unit, 0, year-unit, text.TuiSpendAmount.In(l), t.Faint)
	at(func(c, from int) { a.Right(from, 0, w, spans[c].title().In(l), t.Head) })
	if s.left > 1 {
		a.Text(year+w, 0, t.Chrome.Left, t.Accent)
	}
	if s.left+n < len(spans) {
		a.Text(a.W-1, 0, t.Chrome.Right, t.Accent)
	}
	row := func(y int, title string, sums []int64, look paint.Style) {
		a.Cut(2, y, nameW, title, look)
		at(func(c, from int) {
			say, st := kit.Wan(sums[c]), look
			switch {
			case sums[c] == 0:
				say, st = t.Chrome.Dot, t.Faint
			case sums[c] < 0:
				st = t.Negative
			}
			a.Right(from, y, w, say, st)
		})
	}
	y := 1
	for i := list.Top; i < min(list.Top+list.Rows, list.N); i++ {
		row(y, x.parts[i].Title.In(l), x.sums[i], t.Text)
		kit.CursorRow(m, a.Rows(y, 1), i == list.At)
		at(func(c, from int) {
			if i == list.At && c == s.col {
				a.Right(from+1, y, w-1, kit.Wan(x.sums[i][c]), t.Cursor)
			}
			if i == list.At { // on another row a click goes there first
				m.Spot(a.Sub(from+1, y, w-1, 1), func(_, _ int) tea.Cmd {
					if c == s.col {
						return s.open(m)
					}
					s.col = c
					return nil
				})
			}
		})
		y++
	}
	a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	row(y+1, text.TuiSpendTotal.In(l), x.all, t.Strong)
}

// moveAcross takes the cursor of the table to another column.
func (s *SpendingScreen) moveAcross(by int) { s.col = kit.ClampInt(s.col+by, 0, len(spans)-1) }
