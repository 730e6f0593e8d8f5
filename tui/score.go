package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
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
		{
			ID: "score.explain", Title: text.TuiExplain, Foot: text.TuiFootExplain, Keys: []string{"enter", "right"}, Where: InScore, Rank: 1,
			Do: onScore(func(m *Root, s *scoreScreen, _ string) tea.Cmd {
				if rows := m.sheetRows(); s.list.at < len(rows) {
					return m.explain(rows[s.list.at].line.ID)
				}
				return nil
			}),
		},
		{
			ID: "score.move", Title: text.TuiMove, Keys: listKeys, Caps: "↑↓", Where: InScore,
			Do: onScore(func(m *Root, s *scoreScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "explain.open", Title: text.TuiOpenRecord, Foot: text.TuiFootRecord, Keys: []string{"enter", "right"}, Where: InExplain, Rank: 1,
			Do: onExplain(func(m *Root, s *explainScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "explain.move", Title: text.TuiMove, Keys: listKeys, Caps: "↑↓", Where: InExplain,
			Do: onExplain(func(m *Root, s *explainScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
	}
}
