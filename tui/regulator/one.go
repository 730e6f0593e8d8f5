package regulator

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/submission"
	"yice/scoring"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// SubmittedScreen is one submission opened by the regulator: its lines, scored again, and what each comes from.
type SubmittedScreen struct {
	screen.Still
	of    filing.CollectedEnterprise
	trust string
	asked bool
	sheet *scoring.Sheet
	wrong []text.Pair
	list  kit.List // over the lines
	top   int      // first row of the explanation shown
}

type submittedMsg struct {
	// path and within: of which of those collected.
	path, within string

	sheet *scoring.Sheet
	wrong []text.Pair
	err   error
}

func (s *SubmittedScreen) Place() *screen.Place     { return InSubmitted }
func (s *SubmittedScreen) Crumb(screen.Desk) string { return "" }
func (s *SubmittedScreen) Follow(m screen.Desk) tea.Cmd {
	if s.asked {
		return nil
	}
	s.asked = true
	of, o, ctx := s.of, filing.VerifyOptions{Trust: s.trust}, m.Context()
	return func() tea.Msg {
		v, err := filing.VerifyCollected(ctx, &of, o)
		if err != nil {
			return submittedMsg{path: of.Path, within: of.Within, err: err}
		}
		out := submittedMsg{path: of.Path, within: of.Within, wrong: v.Says()}
		if v.Submission != nil {
			out.sheet = v.Submission.Sheet
		}
		out.err = v.Close()
		return out
	}
}

func (s *SubmittedScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(submittedMsg)
	if !ok || got.path != s.of.Path || got.within != s.of.Within {
		return nil, false
	}
	if got.err != nil {
		m.Say(screen.Bad, kit.Sentence(got.err))
	}
	s.sheet, s.wrong = got.sheet, got.wrong
	return nil, true
}

// InSubmitted is one submission at the regulator's desk.
var InSubmitted = &screen.Place{ID: "submitted", Title: text.TuiPlaceSubmitted, For: text.TuiForSubmitted, Met: 290, Head: screen.Headless}

// Submitted declares it.
func Submitted() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSubmitted}, Actions: []screen.Action{
		{
			ID: "submitted.move", Title: text.TuiGrpScroll, Foot: text.TuiFootMove, Keys: []string{"up", "down", "home", "end", "pgup", "pgdown"}, Caps: "↑↓", Where: InSubmitted, Rank: 1,
			Do: screen.On(func(_ screen.Desk, s *SubmittedScreen, key string) tea.Cmd {
				switch key {
				case "pgup":
					s.top -= 8
				case "pgdown":
					s.top += 8
				default:
					s.list.Move(key)
					s.top = 0
				}
				return nil
			}),
		},
		{
			ID: "submitted.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InSubmitted, Rank: 9,
			Do: screen.On(func(m screen.Desk, _ *SubmittedScreen, _ string) tea.Cmd { return m.Back() }),
		},
	}}
}

func (s *SubmittedScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := a.Text(0, 0, " "+text.TuiName.In(l)+" ", t.Brand) + 1
	a.Cut(x, 0, a.W-x-1, s.of.Known()+"  "+kit.TypeTitle(s.of.Type).In(l)+"  "+submission.SayPeriod(s.of.Period).In(l), t.Title)
	y := 1
	for _, p := range s.wrong[:min(len(s.wrong), 3)] {
		a.Cut(2, y, a.W-4, "! "+p.In(l), t.Bad)
		y++
	}
	a.Repeat(0, y, a.W, t.Chrome.H, t.Frame)
	body := a.Below(y + 1)
	if s.sheet == nil {
		if len(s.wrong) == 0 {
			body.Cut(2, 0, a.W-4, text.TuiGrpReading.With(s.of.File).In(l), t.Faint)
		}
		return screen.Caret{}
	}
	ids := s.sheet.LineIDs()
	s.list.N = len(ids)
	if a.W >= 112 {
		left, right := body.SplitX(a.W * 2 / 5)
		s.drawLines(m, left, ids)
		s.drawOne(m, right.Sub(2, 0, right.W-3, right.H), ids)
		return screen.Caret{}
	}
	h := kit.ClampInt(len(ids), 4, max(body.H/3, 4))
	s.drawLines(m, body.Rows(0, h), ids)
	body.Repeat(0, h, body.W, t.Chrome.Dash, t.Frame)
	s.drawOne(m, body.Sub(1, h+1, body.W-2, body.H-h-1), ids)
	return screen.Caret{}
}

func (s *SubmittedScreen) drawLines(m screen.Desk, a paint.Area, ids []string) {
	t := m.Theme()
	s.list.Window(a.H)
	for k := range min(a.H, len(ids)-s.list.Top) {
		i := s.list.Top + k
		l, row := s.sheet.Line(ids[i]), a.Rows(k, 1)
		if l == nil {
			continue
		}
		row.Cut(2, 0, a.W-14, judging.InUnit(l).In(m.Lang()), t.Text)
		row.Right(a.W-12, 0, 11, kit.Group(l.Score.Confirmed.String()), t.Strong)
		kit.CursorRow(m, row, i == s.list.At)
	}
}

// drawOne draws what the line under the cursor comes from.
func (s *SubmittedScreen) drawOne(m screen.Desk, a paint.Area, ids []string) {
	if s.list.At >= len(ids) {
		return
	}
	e, ok := s.sheet.Explain(ids[s.list.At])
	if !ok {
		return
	}
	s.top = judging.DrawExplained(m, a, e, s.top)
}
