// Package judging is the room of the screens that tell how the enterprise is judged: the lines of the sheet, one of them
// explained, and what else is read off the score. They draw what package scoring found and decide nothing; what they share, a
// line with its bar, an account with its figure, the overview draws too.
//
// Start reading at Score, which declares the smallest of them.
package judging

import (
	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// ScoreScreen is the sheet: every line with its bar; Enter explains one.
type ScoreScreen struct {
	screen.Still
	list   kit.List
	beside explained
}

// explained is the explanation of a line as things stood.
type explained struct {
	id string
	no int
	e  scoring.Explanation
}

// NewScore is the screen of the lines, at the first.
func NewScore() *ScoreScreen { return &ScoreScreen{} }

// Place is InScore.
func (s *ScoreScreen) Place() *screen.Place { return InScore }

// Crumb is its name.
func (s *ScoreScreen) Crumb(m screen.Desk) string { return text.TuiGoScore.In(m.Lang()) }

// Follow keeps the cursor among the lines there are.
func (s *ScoreScreen) Follow(m screen.Desk) tea.Cmd {
	s.list.N = len(SheetRows(m))
	s.list.Clamp()
	return nil
}

// sheetRow is one line of the score screen.
type sheetRow struct {
	Line  *scoring.Line
	group text.Pair
	row   *scoring.AccountRow
	terms []scoring.Term
}

// SheetRows are the lines of the sheet that can be explained, group by group.
func SheetRows(m screen.Desk) []sheetRow {
	s := m.Standing().Sheet
	if s == nil {
		return nil
	}
	var out []sheetRow
	for _, section := range s.Account() {
		group := section.Title
		switch section.ID {
		case "profit":
			group = text.TuiProfit
		case "payroll":
			group = text.TuiPayroll
		}
		for i := range section.Rows {
			if line := section.Rows[i].Line; line != nil {
				out = append(out, sheetRow{line, group, &section.Rows[i], section.Terms})
				group = text.Pair{}
			}
		}
	}
	return out
}

// InScore is the lines of the sheet.
var InScore = &screen.Place{ID: "score", Title: text.TuiPlaceScore, For: text.TuiForScore, Met: 100, Common: true, Opener: "score"}

// Score declares the lines of the sheet, and one of them explained.
func Score() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InScore, InExplain}, Actions: []screen.Action{
		{
			ID: "score.explain", Title: text.TuiExplain, Foot: text.TuiFootExplain, Keys: []string{"enter", "right"}, Where: InScore, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *ScoreScreen, _ string) tea.Cmd {
				if rows := SheetRows(m); s.list.At < len(rows) {
					return Explain(m, rows[s.list.At].Line.ID)
				}
				return nil
			}),
		},
		{
			ID: "score.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InScore,
			Do: screen.On(func(m screen.Desk, s *ScoreScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
		{
			ID: "explain.open", Title: text.TuiOpenRecord, Foot: text.TuiFootRecord, Keys: []string{"enter", "right"}, Where: InExplain, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *ExplainScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "explain.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InExplain,
			Do: screen.On(func(m screen.Desk, s *ExplainScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}
