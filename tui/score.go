package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

// scoreScreen is the sheet: every line with its bar; Enter explains one.
type scoreScreen struct{ list list }

func (s *scoreScreen) place() Place                          { return InScore }
func (s *scoreScreen) crumb(m *Root) string                  { return text.TuiGoScore.In(m.lang) }
func (s *scoreScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *scoreScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *scoreScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }
func (s *scoreScreen) follow(m *Root) tea.Cmd {
	s.list.n = len(m.sheetRows())
	s.list.clamp()
	return nil
}

// sheetRow is one line of the score screen.
type sheetRow struct {
	line  *scoring.Line
	group text.Pair
}

// sheetRows are the lines of the sheet that can be explained, group by group.
func (m *Root) sheetRows() []sheetRow {
	s := m.stand.sheet
	if s == nil {
		return nil
	}
	var out []sheetRow
	add := func(g text.Pair, lines []scoring.Line) {
		for i := range lines {
			out = append(out, sheetRow{&lines[i], g})
			g = text.Pair{}
		}
	}
	add(text.TuiIndicators, s.Indicators)
	add(text.TuiBonus, s.Bonuses)
	out = append(out, sheetRow{&s.Addback, text.TuiProfit})
	for i := range s.Deemed {
		out = append(out, sheetRow{&s.Deemed[i], text.Pair{}})
	}
	out = append(out, sheetRow{&s.Separate, text.TuiPayroll}, sheetRow{&s.Tilt, text.Pair{}})
	return out
}

func scoreActions() []Action {
	onScore := func(f func(m *Root, s *scoreScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*scoreScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	onExplain := func(f func(m *Root, s *explainScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*explainScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	return []Action{
		{ID: "score.explain", Title: text.TuiExplain, Foot: text.TuiFootExplain, Keys: []string{"enter", "right"}, Where: InScore, Rank: 1,
			Do: onScore(func(m *Root, s *scoreScreen, _ string) tea.Cmd {
				if rows := m.sheetRows(); s.list.at < len(rows) {
					return m.explain(rows[s.list.at].line.ID)
				}
				return nil
			})},
		{ID: "score.move", Title: text.TuiMove, Keys: listKeys, Where: InScore,
			Do: onScore(func(m *Root, s *scoreScreen, key string) tea.Cmd { s.list.move(key); return nil })},
		{ID: "explain.open", Title: text.TuiOpenRecord, Foot: text.TuiFootRecord, Keys: []string{"enter", "right"}, Where: InExplain, Rank: 1,
			Do: onExplain(func(m *Root, s *explainScreen, _ string) tea.Cmd { return s.open(m) })},
		{ID: "explain.move", Title: text.TuiMove, Keys: listKeys, Where: InExplain,
			Do: onExplain(func(m *Root, s *explainScreen, key string) tea.Cmd { s.list.move(key); return nil })},
	}
}

func (s *scoreScreen) draw(m *Root, a paint.Area) caret {
	rows := m.sheetRows()
	s.list.n = len(rows)
	sheet := m.stand.sheet
	if sheet == nil {
		for y, l := range paint.Wrap(m.stand.packNote.In(m.lang), a.W-4) {
			a.Text(2, y+1, l, m.th.Warn)
		}
		return caret{}
	}
	foot := 3
	s.list.window(a.H - foot)
	body := a.Rows(0, a.H-foot)
	y := 0
	for i := s.list.top; i < len(rows) && y < body.H; i++ {
		s.drawRow(m, body.Rows(y, 1), rows[i], i == s.list.at)
		y++
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return caret{}
}

func (s *scoreScreen) drawRow(m *Root, a paint.Area, r sheetRow, here bool) {
	t := m.th
	a.Cut(2, 0, 10, r.group.In(m.lang), t.Head)
	row := a.Sub(12, 0, a.W-12, 1)
	if r.line.Kind == "indicator" {
		valueW := 21
		if a.W >= 110 {
			valueW = 27
		}
		m.drawIndicator(row, *r.line, clampInt(a.W/5, 14, 28), valueW)
	} else {
		row.Cut(1, 0, clampInt(a.W/3, 14, 40), r.line.Name, t.Text)
		fig := m.pairFigure(r.line.Score, "")
		unit := text.TuiWan
		if r.line.Kind == "bonus" {
			unit = text.TuiPoints
			fig = m.pairFigure(r.line.Score, r.line.Target.Text)
		}
		fig = append(fig, piece{" " + unit.In(m.lang), t.Faint})
		fig.draw(row, row.W-1-fig.width(), 0)
	}
	m.cursorRow(a, here)
}

// drawFoot draws the totals, which are never added to one another.
func (s *scoreScreen) drawFoot(m *Root, a paint.Area) {
	t, sh := m.th, m.stand.sheet
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	l := line{{text.TuiScore.In(m.lang) + " ", t.Faint}}
	l = append(l, m.pairFigure(sh.Innovation, "")...)
	l = append(l, piece{"   " + text.TuiContribution.In(m.lang) + " ", t.Faint}, piece{sh.AnnualContribution.Confirmed.String(), t.Strong})
	l = append(l, piece{"   " + text.TuiBonus.In(m.lang) + " ", t.Faint})
	l = append(l, m.pairFigure(sh.BonusTotal, sh.BonusCap.Text)...)
	l.draw(a, 2, 1)
	if n := len(sh.Assumed); n > 0 {
		a.Cut(2, 2, a.W-4, text.TuiAssumed.With(n).In(m.lang), t.Warn)
	}
}
