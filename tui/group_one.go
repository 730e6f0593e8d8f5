package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/submission"
	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

// submittedScreen is one submission opened by the regulator: its lines, scored again, and what each comes from.
type submittedScreen struct {
	still
	of    filing.CollectedEnterprise
	trust string
	asked bool
	sheet *scoring.Sheet
	wrong []text.Pair
	list  list // over the lines
	top   int  // first row of the explanation shown
}

type submittedMsg struct {
	path  string
	sheet *scoring.Sheet
	wrong []text.Pair
	err   error
}

func (s *submittedScreen) place() Place       { return InSubmitted }
func (s *submittedScreen) crumb(*Root) string { return "" }
func (s *submittedScreen) follow(m *Root) tea.Cmd {
	if s.asked {
		return nil
	}
	s.asked = true
	path, o, ctx := s.of.Path, filing.VerifyOptions{Trust: s.trust}, m.ctx
	return func() tea.Msg {
		v, err := filing.Verify(ctx, path, o)
		if err != nil {
			return submittedMsg{path: path, err: err}
		}
		out := submittedMsg{path: path, wrong: onScreenAll(v.Says())}
		if v.Submission != nil {
			out.sheet = v.Submission.Sheet
		}
		out.err = v.Close()
		return out
	}
}

func (s *submittedScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(submittedMsg)
	if !ok || got.path != s.of.Path {
		return nil, false
	}
	if got.err != nil {
		m.say(bad, sentence(got.err))
	}
	s.sheet, s.wrong = got.sheet, got.wrong
	return nil, true
}

func submittedActions() []Action {
	return []Action{
		{
			ID: "submitted.move", Title: text.TuiGrpScroll, Foot: text.TuiFootMove, Keys: []string{"up", "down", "home", "end", "pgup", "pgdown"}, Where: InSubmitted, Rank: 1,
			Do: on(func(_ *Root, s *submittedScreen, key string) tea.Cmd {
				switch key {
				case "pgup":
					s.top -= 8
				case "pgdown":
					s.top += 8
				default:
					s.list.move(key)
					s.top = 0
				}
				return nil
			}),
		},
		{
			ID: "submitted.back", Title: text.TuiBack, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InSubmitted, Rank: 9,
			Do: on(func(m *Root, _ *submittedScreen, _ string) tea.Cmd { return m.back() }),
		},
	}
}

func (s *submittedScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := a.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand) + 1
	a.Cut(x, 0, a.W-x-1, nameOf(&s.of)+"  "+typeTitle(s.of.Type).In(m.lang)+"  "+submission.SayPeriod(s.of.Period).In(m.lang), t.Title)
	y := 1
	for _, p := range s.wrong[:min(len(s.wrong), 3)] {
		a.Cut(2, y, a.W-4, "! "+p.In(m.lang), t.Bad)
		y++
	}
	a.Repeat(0, y, a.W, t.Chrome.H, t.Frame)
	body := a.Below(y + 1)
	if s.sheet == nil {
		if len(s.wrong) == 0 {
			body.Cut(2, 0, a.W-4, text.TuiGrpReading.With(s.of.File).In(m.lang), t.Faint)
		}
		return caret{}
	}
	ids := s.sheet.LineIDs()
	s.list.n = len(ids)
	if a.W >= 112 {
		left, right := body.SplitX(a.W * 2 / 5)
		s.drawLines(m, left, ids)
		s.drawOne(m, right.Sub(2, 0, right.W-3, right.H), ids)
		return caret{}
	}
	h := clampInt(len(ids), 4, max(body.H/3, 4))
	s.drawLines(m, body.Rows(0, h), ids)
	body.Repeat(0, h, body.W, t.Chrome.Dash, t.Frame)
	s.drawOne(m, body.Sub(1, h+1, body.W-2, body.H-h-1), ids)
	return caret{}
}

func (s *submittedScreen) drawLines(m *Root, a paint.Area, ids []string) {
	s.list.window(a.H)
	for k := range min(a.H, len(ids)-s.list.top) {
		i := s.list.top + k
		l, row := s.sheet.Line(ids[i]), a.Rows(k, 1)
		if l == nil {
			continue
		}
		row.Cut(2, 0, a.W-14, l.Title().In(m.lang), m.th.Text)
		row.Right(a.W-12, 0, 11, group(l.Score.Confirmed.String()), m.th.Strong)
		m.cursorRow(row, i == s.list.at)
	}
}

// drawOne draws what the line under the cursor comes from.
func (s *submittedScreen) drawOne(m *Root, a paint.Area, ids []string) {
	if s.list.at >= len(ids) {
		return
	}
	e, ok := s.sheet.Explain(ids[s.list.at])
	if !ok {
		return
	}
	x := explainScreen{e: e}
	x.breakRowsTo(m, a.W)
	s.top = clampInt(s.top, 0, max(len(x.rows)-a.H, 0))
	for y := range min(a.H, len(x.rows)-s.top) {
		x.drawRow(m, a.Rows(y, 1), x.rows[s.top+y])
	}
}
