package tui

import (
	"math/big"
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

// outlookScreen is the year as it goes: quarter by quarter, to its end at this pace, and beside other years. All of it is
// an outlook and says so.
type outlookScreen struct {
	still
	page  int
	no    int
	got   bool
	pace  []scoring.PaceLine
	spent text.Pair // the budget's execution, or last year's pace; empty where neither is known
	late  bool      // behind it
	proj  scoring.Projection
	then  *scoring.Sheet // the sheet at the year's end, nil where there is nothing to go by
	years []yearSheet
	list  list
}

// yearSheet is another year of the workspace as it scores now.
type yearSheet struct {
	year  int
	sheet *scoring.Sheet
	spent int64
}

type outlookMsg struct {
	no    int
	pace  []scoring.PaceLine
	spent text.Pair
	late  bool
	proj  scoring.Projection
	then  *scoring.Sheet
	years []yearSheet
	err   error
}

var outlookPages = [...]text.Pair{text.TuiOutQuarters, text.TuiOutYear, text.TuiOutYears}

// yearsMost years stand side by side.
const yearsMost = 3

func (s *outlookScreen) place() Place         { return InOutlook }
func (s *outlookScreen) crumb(m *Root) string { return text.TuiOutlook.In(m.lang) }

func outlookActions() []Action {
	return []Action{
		{
			ID: "outlook.tab", Title: text.TuiOutTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab", "right", "left"}, Where: InOutlook, Rank: 1,
			Do: on(func(_ *Root, s *outlookScreen, key string) tea.Cmd {
				step := 1
				if key == "shift+tab" || key == "left" {
					step = len(outlookPages) - 1
				}
				s.page, s.list = (s.page+step)%len(outlookPages), list{}
				return nil
			}),
		},
		{
			ID: "outlook.move", Title: text.TuiMove, Keys: listKeys, Where: InOutlook,
			Do: on(func(_ *Root, s *outlookScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "outlook", Title: text.TuiGoOutlook, Where: Anywhere &^ InOutlook, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&outlookScreen{}) },
		},
	}
}

func (s *outlookScreen) follow(m *Root) tea.Cmd {
	if s.got && s.no == m.stand.no {
		return nil
	}
	s.no = m.stand.no
	no, session, w, o := s.no, m.desk.s, m.desk.w, m.o
	uscc, now := m.stand.uscc, yearSheet{m.stand.year, m.stand.sheet, m.stand.spent}
	return func() tea.Msg {
		out := outlookMsg{no: no, pace: session.Pace()}
		if spent, ok := session.Spent(); ok {
			out.spent, out.late = spent.Say(), spent.Behind
		}
		if p, sheet, ok := session.Projection(); ok {
			out.proj, out.then = p, sheet
		}
		out.years, out.err = otherYears(w, uscc, now, o)
		return out
	}
}

// otherYears scores the years of the enterprise that the workspace has, the newest last.
func otherYears(w *store.Workspace, uscc string, now yearSheet, o Options) ([]yearSheet, error) {
	books, err := w.Books()
	if err != nil {
		return nil, err
	}
	years := []yearSheet{now}
	for _, b := range books {
		if b.USCC != uscc || b.Year == now.year {
			continue
		}
		s, err := entry.Open(w, uscc, b.Year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now})
		if err != nil {
			return nil, err
		}
		y := yearSheet{year: b.Year, sheet: s.Sheet()}
		if f := s.Facts(); f != nil {
			y.spent = f.Ledger.Total()
		}
		years = append(years, y)
		if err := s.Close(); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(years, func(a, b yearSheet) int { return a.year - b.year })
	if n := len(years); n > yearsMost {
		years = years[n-yearsMost:]
	}
	return years, nil
}

func (s *outlookScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(outlookMsg)
	if !ok {
		return nil, false
	}
	if got.err != nil {
		m.say(bad, sentence(got.err))
	}
	s.spent, s.late = got.spent, got.late
	s.got, s.pace, s.proj, s.then, s.years = true, got.pace, got.proj, got.then, got.years
	return nil, true
}

func (s *outlookScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := 1
	for i, p := range outlookPages {
		st := t.Faint
		if i == s.page {
			st = t.Cursor
		}
		x = a.Text(x, 0, " "+p.In(m.lang)+" ", st) + 1
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	if !s.got {
		body.Text(2, 0, text.TuiReading.In(m.lang), t.Faint)
		return caret{}
	}
	if s.page < 2 && !s.spent.Empty() {
		st := t.Text
		if s.late {
			st = t.Warn
		}
		lines := paint.Wrap(s.spent.In(m.lang), a.W-4)
		for y, l := range lines {
			body.Text(2, y, l, st)
		}
		body = body.Below(len(lines) + 1)
	}
	switch s.page {
	case 0:
		s.drawQuarters(m, body)
	case 1:
		s.drawProjection(m, body)
	default:
		s.drawYears(m, body)
	}
	return caret{}
}

// sayNothing draws a sentence where a page has nothing to show.
func sayNothing(m *Root, a paint.Area, p text.Pair) {
	for y, l := range paint.Wrap(p.In(m.lang), a.W-4) {
		a.Text(2, 1+y, l, m.th.Faint)
	}
}

// drawQuarters draws for each line what was reached by the end of every quarter, and its share of full marks.
func (s *outlookScreen) drawQuarters(m *Root, a paint.Area) {
	t := m.th
	if len(s.pace) == 0 {
		sayNothing(m, a, text.TuiOutNoPace)
		return
	}
	colW := clampInt(a.W/8, 10, 16)
	needW := 10
	first := a.W - 4*colW - needW - 1
	a.Text(2, 0, text.TuiWhatLine.In(m.lang), t.Head)
	a.Right(first, 0, needW, text.TuiOutNeed.In(m.lang), t.Head)
	for q := range 4 {
		a.Right(first+needW+q*colW, 0, colW, text.TuiOutQuarter.With(q+1).In(m.lang), t.Head)
	}
	body := a.Sub(0, 1, a.W, a.H-3)
	s.list.n = len(s.pace)
	each := 2
	if 3*len(s.pace) <= body.H+1 {
		each = 3 // a blank row between them, where there is room
	}
	s.list.window(max((body.H+each-2)/each, 1))
	for k := range min(s.list.rows, len(s.pace)-s.list.top) {
		p := s.pace[s.list.top+k]
		row := body.Rows(each*k, 2)
		row.Cut(2, 0, first-3, p.Name.In(m.lang), t.Text)
		row.Right(first, 0, needW, group(p.NeedText), t.Faint)
		m.drawPace(row.Sub(2, 1, first+needW-2, 1), p.Latest())
		for q := range 4 {
			s.drawQuarter(m, row.Sub(first+needW+q*colW, 0, colW, 2), &p.Quarters[q])
		}
		m.cursorRow(row.Rows(0, 1), s.list.top+k == s.list.at)
	}
	foot := a.Below(a.H - 2)
	for y, l := range paint.Wrap(text.TuiOutEven.In(m.lang), a.W-4) {
		foot.Text(2, y, l, t.Faint)
	}
}

// drawPace draws how much of full marks the year has come to as a bar.
func (m *Root) drawPace(a paint.Area, q *scoring.Quarter) {
	t, st := m.th, m.th.Fill
	if q.Behind {
		st = t.Part
	}
	a.Bar(t.Chrome, 0, 0, a.W, permille(q.Percent.Rat(), big.NewRat(100, 1)), st, t.Rest)
}

func (s *outlookScreen) drawQuarter(m *Root, a paint.Area, q *scoring.Quarter) {
	t := m.th
	if !q.Begun {
		a.Right(0, 0, a.W, t.Chrome.Dot, t.Faint)
		return
	}
	st, sign := t.Good, ""
	if q.Behind {
		st, sign = t.Warn, "! "
	}
	a.Right(0, 0, a.W, group(q.Text), t.Strong)
	a.Right(0, 1, a.W, sign+q.Percent.String()+"%", st)
}

// drawProjection draws the sheet at the year's end beside today's.
func (s *outlookScreen) drawProjection(m *Root, a paint.Area) {
	t := m.th
	if s.then == nil {
		sayNothing(m, a, text.TuiOutNoProj)
		return
	}
	a.Cut(2, 0, a.W-4, text.TuiOutProj.With(s.proj.Say).In(m.lang), t.Pending)
	x := a.Text(2, 1, text.TuiOutSoFar.In(m.lang)+" ", t.Faint)
	x = a.Text(x, 1, wan(s.proj.SoFar), t.Strong)
	x = a.Text(x+3, 1, text.TuiOutAtEnd.In(m.lang)+" ", t.Faint)
	x = a.Text(x, 1, wan(s.proj.Year), t.Pending)
	a.Text(x+1, 1, text.TuiWan.In(m.lang), t.Faint)
	m.drawSheets(a.Below(3), s.then, text.TuiOutWould)
}

// drawYears draws the years of the workspace side by side.
func (s *outlookScreen) drawYears(m *Root, a paint.Area) {
	t := m.th
	if len(s.years) < 2 {
		sayNothing(m, a, text.TuiOutNoYears)
		return
	}
	colW := clampInt(a.W/7, 11, 16)
	first := a.W - len(s.years)*colW - 1
	a.Text(first-trendW+1, 0, text.TuiOutTrend.In(m.lang), t.Head)
	for c, y := range s.years {
		st := t.Head
		if y.year == m.stand.year {
			st = t.Accent
		}
		a.Right(first+c*colW, 0, colW, text.TuiOutYearCol.With(y.year).In(m.lang), st)
	}
	row := 1
	put := func(name string, strong bool, of func(y yearSheet) (string, *big.Rat)) {
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
		a.Text(first-trendW+1, row, trend(t.Chrome, figures), t.Part)
		row++
	}
	put(text.TuiOutRD.In(m.lang), true, func(y yearSheet) (string, *big.Rat) {
		if y.spent == 0 {
			return "", nil
		}
		return wan(y.spent), new(big.Rat).SetInt64(y.spent)
	})
	put(text.TuiScore.In(m.lang), true, func(y yearSheet) (string, *big.Rat) {
		if y.sheet == nil {
			return text.TuiOutNoPack.In(m.lang), nil
		}
		d := y.sheet.Innovation.Confirmed
		return d.String(), d.Rat()
	})
	put(text.TuiBonus.In(m.lang), true, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
		d := sh.BonusTotal.Confirmed
		return d.String(), d.Rat()
	}))
	put(text.TuiAssessed.In(m.lang), true, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
		if sh.Assessed == nil {
			return "", nil
		}
		d := sh.Assessed.Confirmed
		return group(d.String()), d.Rat()
	}))
	for _, r := range m.sheetRows() {
		id := r.line.ID
		put(r.line.Title().In(m.lang), false, ofSheet(func(sh *scoring.Sheet) (string, *big.Rat) {
			l := sh.Line(id)
			if l == nil || l.Exact == nil {
				return "", nil
			}
			d := l.Score.Confirmed
			out := group(d.String())
			if l.Kind != "indicator" || l.ValueText == "" {
				return out, d.Rat()
			}
			if colW >= 15 {
				out = l.ValueText + "  " + paint.PadLeft(out, 6)
			}
			return out, l.Value
		}))
	}
}

// trendW is the room of the small columns that show how a figure went, with a blank before them.
const trendW = yearsMost + 2

// trend draws a figure over the years as columns, where at least two years have one; a year without is a dot.
func trend(k paint.Chrome, figures []*big.Rat) string {
	top, n := new(big.Rat), 0
	for _, f := range figures {
		if f == nil {
			continue
		}
		n++
		if f.Cmp(top) > 0 {
			top = f
		}
	}
	if n < 2 {
		return ""
	}
	heights := make([]int64, len(figures))
	for i, f := range figures {
		if heights[i] = -1; f != nil && f.Sign() >= 0 {
			heights[i] = int64(unitsOf(f, top, 1000))
		}
	}
	return paint.Spark(k, heights)
}

// ofSheet gives a figure of a year's sheet, "" where the year has no pack to score it with.
func ofSheet(f func(sh *scoring.Sheet) (string, *big.Rat)) func(y yearSheet) (string, *big.Rat) {
	return func(y yearSheet) (string, *big.Rat) {
		if y.sheet == nil {
			return "", nil
		}
		return f(y.sheet)
	}
}
