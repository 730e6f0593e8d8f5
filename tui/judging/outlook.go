package judging

import (
	"math/big"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// OutlookScreen is the year as it goes: quarter by quarter, to its end at this pace, and beside other years. All of it is
// an outlook and says so.
type OutlookScreen struct {
	screen.Still
	Page  int
	no    int
	got   bool
	pace  []scoring.PaceLine
	spent text.Pair // the budget's execution, or last year's pace; empty where neither is known
	late  bool      // behind it
	proj  scoring.Projection
	then  *scoring.Sheet // the sheet at the year's end, nil where there is nothing to go by
	years []screen.Year
	list  kit.List
}

// outlookMsg is what was worked out for a standing.
type outlookMsg struct {
	no    int
	pace  []scoring.PaceLine
	spent text.Pair
	late  bool
	proj  scoring.Projection
	then  *scoring.Sheet
	years []screen.Year
	err   error
}

var outlookPages = [...]text.Pair{text.TuiOutQuarters, text.TuiOutYear, text.TuiOutYears}

// Place says which of its keys are live.
func (s *OutlookScreen) Place() *screen.Place       { return InOutlook }
func (s *OutlookScreen) Crumb(m screen.Desk) string { return text.TuiOutlook.In(m.Lang()) }

// InOutlook is quarters, year's end, other years.
var InOutlook = &screen.Place{ID: "outlook", Title: text.TuiPlaceOutlook, For: text.TuiForOutlook, Met: 160, Common: true, Opener: "outlook"}

// Outlook declares the year as it goes.
func Outlook() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InOutlook}, Actions: []screen.Action{
		{
			ID: "outlook.tab", Title: text.TuiOutTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab", "right", "left"}, Where: InOutlook, Rank: 1,
			Do: screen.On(func(_ screen.Desk, s *OutlookScreen, key string) tea.Cmd {
				step := 1
				if key == "shift+tab" || key == "left" {
					step = len(outlookPages) - 1
				}
				s.Page, s.list = (s.Page+step)%len(outlookPages), kit.List{}
				return nil
			}),
		},
		{
			ID: "outlook.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InOutlook,
			Do: screen.On(func(_ screen.Desk, s *OutlookScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
		{
			ID: "outlook", Title: text.TuiGoOutlook, Where: screen.Anywhere.But(InOutlook), On: func(m screen.Desk) bool { return m.Session() != nil },
			Do: func(m screen.Desk, _ string) tea.Cmd { return m.Push(&OutlookScreen{}) },
		},
	}}
}

// Follow reads anew where the standing has changed.
func (s *OutlookScreen) Follow(m screen.Desk) tea.Cmd {
	if s.got && s.no == m.Standing().No {
		return nil
	}
	s.no = m.Standing().No
	no, session, years := s.no, m.Session(), m.Years()
	return func() tea.Msg {
		out := outlookMsg{no: no, pace: session.Pace()}
		if spent, ok := session.Spent(); ok {
			out.spent, out.late = spent.Say(), spent.Behind
		}
		if p, sheet, ok := session.Projection(); ok {
			out.proj, out.then = p, sheet
		}
		out.years, out.err = years()
		return out
	}
}

// Answer takes what its command found out.
func (s *OutlookScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(outlookMsg)
	if !ok {
		return nil, false
	}
	if got.err != nil {
		m.Say(screen.Bad, kit.Sentence(got.err))
	}
	s.spent, s.late = got.spent, got.late
	s.got, s.pace, s.proj, s.then, s.years = true, got.pace, got.proj, got.then, got.years
	return nil, true
}

// Draw draws the body.
func (s *OutlookScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	x := 1
	for i, p := range outlookPages {
		st := t.Faint
		if i == s.Page {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 0, " "+p.In(m.Lang())+" ", st) + 1
		kit.TabZone(m, a, from, x-1, i, s.Page, len(outlookPages))
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	if !s.got {
		body.Text(2, 0, text.TuiReading.In(m.Lang()), t.Faint)
		return screen.Caret{}
	}
	if s.Page < 2 && !s.spent.Empty() {
		st := t.Text
		if s.late {
			st = t.Warn
		}
		lines := paint.Wrap(s.spent.In(m.Lang()), a.W-4)
		for y, l := range lines {
			body.Text(2, y, l, st)
		}
		body = body.Below(len(lines) + 1)
	}
	switch s.Page {
	case 0:
		s.drawQuarters(m, body)
	case 1:
		s.drawProjection(m, body)
	default:
		s.drawYears(m, body)
	}
	return screen.Caret{}
}

// sayNothing draws a sentence where a page has nothing to show.
func sayNothing(m screen.Desk, a paint.Area, p text.Pair) {
	for y, l := range paint.Wrap(p.In(m.Lang()), a.W-4) {
		a.Text(2, 1+y, l, m.Theme().Faint)
	}
}

// drawQuarters draws for each line what was reached by the end of every quarter, and its share of full marks.
func (s *OutlookScreen) drawQuarters(m screen.Desk, a paint.Area) {
	t := m.Theme()
	if len(s.pace) == 0 {
		sayNothing(m, a, text.TuiOutNoPace)
		return
	}
	colW := kit.ClampInt(a.W/8, 10, 16)
	needW := 10
	first := a.W - 4*colW - needW - 1
	a.Text(2, 0, text.TuiWhatLine.In(m.Lang()), t.Head)
	a.Right(first, 0, needW, text.TuiOutNeed.In(m.Lang()), t.Head)
	for q := range 4 {
		a.Right(first+needW+q*colW, 0, colW, text.TuiOutQuarter.With(q+1).In(m.Lang()), t.Head)
	}
	body := a.Sub(0, 1, a.W, a.H-3)
	s.list.N = len(s.pace)
	each := 2
	if 3*len(s.pace) <= body.H+1 {
		each = 3 // a blank row between them, where there is room
	}
	s.list.Window(max((body.H+each-2)/each, 1))
	for k := range min(s.list.Rows, len(s.pace)-s.list.Top) {
		p := s.pace[s.list.Top+k]
		row := body.Rows(each*k, 2)
		row.Text(2, 0, kit.Short(paced(&p).In(m.Lang()), first-2), t.Text)
		row.Right(first, 0, needW, kit.Group(p.NeedText), t.Faint)
		drawPace(m, row.Sub(2, 1, first+needW-2, 1), p.Latest())
		for q := range 4 {
			s.drawQuarter(m, row.Sub(first+needW+q*colW, 0, colW, 2), &p.Quarters[q])
		}
		kit.CursorRow(m, row.Rows(0, 1), s.list.Top+k == s.list.At)
	}
	foot := a.Below(a.H - 2)
	for y, l := range paint.Wrap(text.TuiOutEven.In(m.Lang()), a.W-4) {
		foot.Text(2, y, l, t.Faint)
	}
}

// paced is the name of a line beside its figures: those of money with their unit, also of a line that itself measures a share.
func paced(p *scoring.PaceLine) text.Pair {
	name, in := p.Name, text.AccountUnit.With(text.Pair{}, p.Unit)
	if p.Unit != text.TuiWan || strings.HasSuffix(name.ZH, in.ZH) {
		return name
	}
	return inWan(name)
}

// drawPace draws how much of full marks the year has come to as a bar.
func drawPace(m screen.Desk, a paint.Area, q *scoring.Quarter) {
	t, st := m.Theme(), m.Theme().Fill
	if q.Behind {
		st = t.Part
	}
	a.Bar(t.Chrome, 0, 0, a.W, Permille(q.Percent.Rat(), big.NewRat(100, 1)), st, t.Rest)
}

func (s *OutlookScreen) drawQuarter(m screen.Desk, a paint.Area, q *scoring.Quarter) {
	t := m.Theme()
	if !q.Begun {
		a.Right(0, 0, a.W, t.Chrome.Dot, t.Faint)
		return
	}
	st, sign := t.Good, ""
	if q.Behind {
		st, sign = t.Warn, "! "
	}
	a.Right(0, 0, a.W, kit.Group(q.Text), t.Strong)
	a.Right(0, 1, a.W, sign+q.Percent.String()+"%", st)
}

// drawProjection draws the sheet at the year's end beside today's.
func (s *OutlookScreen) drawProjection(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if s.then == nil {
		sayNothing(m, a, text.TuiOutNoProj)
		return
	}
	a.Cut(2, 0, a.W-4, text.TuiOutProj.With(s.proj.Say).In(l), t.Pending)
	x := a.Text(2, 1, text.Named(text.TuiOutSoFar, text.TuiWan).In(l)+" ", t.Faint)
	x = a.Text(x, 1, kit.Wan(s.proj.SoFar), t.Strong)
	x = a.Text(x+3, 1, text.TuiOutAtEnd.In(l)+" ", t.Faint)
	x = a.Text(x, 1, kit.Wan(s.proj.Year), t.Pending)
	a.Text(x+1, 1, text.Behind(text.TuiWan, l), t.Faint)
	DrawSheets(m, a.Below(3), s.then, text.TuiOutWould)
}

// drawYears draws the years of the workspace side by side.
func (s *OutlookScreen) drawYears(m screen.Desk, a paint.Area) {
	t := m.Theme()
	if len(s.years) < 2 {
		sayNothing(m, a, text.TuiOutNoYears)
		return
	}
	colW := kit.ClampInt(a.W/7, 11, 16)
	first := a.W - len(s.years)*colW - 1
	a.Text(first-trendW+1, 0, text.TuiOutTrend.In(m.Lang()), t.Head)
	for c, y := range s.years {
		st := t.Head
		if y.Year == m.Standing().Year {
			st = t.Accent
		}
		a.Right(first+c*colW, 0, colW, text.TuiOutYearCol.With(y.Year).In(m.Lang()), st)
	}
	row := 1
	put := func(name string, strong bool, of func(y screen.Year) (string, *big.Rat)) {
		if row >= a.H {
			return
		}
		st := t.Text
		if strong {
			st = t.Strong
		}
		a.Cut(2, row, first-3-trendW, name, st)
		var figures []*big.Rat
		for c, y := range s.years {
			v, exact := of(y)
			if v == "" {
				v = t.Chrome.Dot
			}
			figures = append(figures, exact)
			a.Right(first+c*colW, row, colW, v, st)
		}
		a.Text(first-trendW+1, row, kit.Trend(t.Chrome, figures), t.Part)
		row++
	}
	put(text.TuiOutRD.In(m.Lang()), true, func(y screen.Year) (string, *big.Rat) {
		if y.Spent == 0 {
			return "", nil
		}
		return kit.Wan(y.Spent), new(big.Rat).SetInt64(y.Spent)
	})
	put(text.TuiScore.In(m.Lang()), true, func(y screen.Year) (string, *big.Rat) {
		if y.Sheet == nil {
			return text.TuiOutNoPack.In(m.Lang()), nil
		}
		if y.Bare {
			return text.TuiOutBare.In(m.Lang()), nil
		}
		d := y.Sheet.Innovation.Confirmed
		return d.String(), d.Rat()
	})
	put(text.TuiBonus.In(m.Lang()), true, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
		d := sh.BonusTotal.Confirmed
		return d.String(), d.Rat()
	}))
	put(inWan(text.TuiAssessed).In(m.Lang()), true, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
		if sh.Assessed == nil {
			return "", nil
		}
		d := sh.Assessed.Confirmed
		return kit.Group(d.String()), d.Rat()
	}))
	for _, r := range SheetRows(m) {
		id, name := r.Line.ID, InUnit(r.Line)
		if colW >= yearValueW && r.Line.Kind == "indicator" { // what it measures stands before its score
			name = lineName(r.Line)
		}
		put(name.In(m.Lang()), false, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
			l := sh.Line(id)
			if l == nil || l.Exact == nil {
				return "", nil
			}
			d := l.Score.Confirmed
			out := kit.Group(d.String())
			if l.Kind != "indicator" || l.ValueText == "" {
				return out, d.Rat()
			}
			if colW >= yearValueW {
				out = l.ValueText + "  " + paint.PadLeft(out, 6)
			}
			return out, l.Value
		}))
	}
}

// yearValueW is how wide a year's column has room for what a line measures beside its score.
const yearValueW = 15

// trendW is the room of the small columns that show how a figure went, with a blank before them.
const trendW = screen.YearsMost + 2

// ofSheet gives a figure of a year's sheet, "" where the year has no pack to score it with.
func ofSheet(f func(sh *scoring.Sheet) (string, *big.Rat)) func(y screen.Year) (string, *big.Rat) {
	return func(y screen.Year) (string, *big.Rat) {
		if y.Sheet == nil {
			return "", nil
		}
		say, exact := f(y.Sheet)
		if y.Bare && (exact == nil || exact.Sign() == 0) { // nothing is known that could have made it more
			return "", nil
		}
		return say, exact
	}
}
