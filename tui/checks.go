package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/paint"
)

// checksScreen is every finding: Enter goes to the cell, a reason is written here.
type checksScreen struct {
	list list
	only checkFilter
	rows []form.Finding
}

// checkFilter says which findings are listed.
type checkFilter uint8

const (
	allFindings checkFilter = iota
	mustFindings
	verifyFindings
	explainedFindings
)

func newChecks() *checksScreen { return &checksScreen{} }

func (s *checksScreen) place() Place                          { return InChecks }
func (s *checksScreen) crumb(m *Root) string                  { return text.TuiGoChecks.In(m.lang) }
func (s *checksScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *checksScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *checksScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }

func (s *checksScreen) follow(m *Root) tea.Cmd {
	var at string
	if s.list.at < len(s.rows) {
		at = entry.FindingID(s.rows[s.list.at])
	}
	s.rows = s.rows[:0:0]
	for _, f := range m.stand.findings {
		if s.keeps(f) {
			if entry.FindingID(f) == at {
				s.list.at = len(s.rows)
			}
			s.rows = append(s.rows, f)
		}
	}
	s.list.n = len(s.rows)
	s.list.clamp()
	return m.deepen()
}

func (s *checksScreen) keeps(f form.Finding) bool {
	switch s.only {
	case mustFindings:
		return f.Severity == form.Must
	case verifyFindings:
		return f.Severity == form.Verify && !f.Explained
	case explainedFindings:
		return f.Explained
	}
	return true
}

func (s *checksScreen) current() *form.Finding {
	if s.list.at < len(s.rows) {
		return &s.rows[s.list.at]
	}
	return nil
}

func checkActions() []Action {
	on := func(f func(m *Root, s *checksScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*checksScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	return []Action{
		{
			ID: "checks.jump", Title: text.TuiJump, Foot: text.TuiFootJump, Keys: []string{"enter", "right"}, Where: InChecks, Rank: 1,
			Do: on(func(m *Root, s *checksScreen, _ string) tea.Cmd {
				if f := s.current(); f != nil {
					return m.jump(*f)
				}
				return nil
			}),
		},
		{
			ID: "checks.reason", Title: text.TuiWriteReason, Foot: text.TuiFootReason, Keys: []string{"ctrl+e", "ctrl+w"}, Where: InChecks, Rank: 2,
			Do: on(func(m *Root, s *checksScreen, _ string) tea.Cmd {
				if f := s.current(); f != nil {
					return m.askReason(*f)
				}
				return nil
			}),
		},
		{
			ID: "checks.filter", Title: text.TuiFilterChecks, Foot: text.TuiFootFilter, Keys: []string{"tab"}, Where: InChecks, Rank: 3,
			Do: on(func(m *Root, s *checksScreen, _ string) tea.Cmd {
				s.only = (s.only + 1) % 4
				return s.follow(m)
			}),
		},
		{
			ID: "checks.move", Title: text.TuiMove, Keys: listKeys, Caps: "↑↓", Where: InChecks,
			Do: on(func(m *Root, s *checksScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
	}
}

func (s *checksScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := 2
	for i, p := range []text.Pair{text.TuiAll, form.Must.Title(), form.Verify.Title(), text.TuiExplained} {
		n := [...]int{len(m.stand.findings), m.stand.must, m.stand.verify, m.stand.explained}[i]
		st := t.Faint
		label := " " + p.In(m.lang) + " " + strconv.Itoa(n) + " "
		if checkFilter(i) == s.only {
			st = t.Cursor
		}
		x = a.Text(x, 0, label, st) + 1
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	detail := 5
	body := a.Sub(0, 2, a.W, a.H-2-detail)
	if len(s.rows) == 0 {
		body.Text(3, 1, t.Chrome.Check+" "+text.TuiNoFindings.In(m.lang), t.Good)
		return caret{}
	}
	s.list.window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.top) {
		i := s.list.top + k
		m.drawFinding(body.Rows(k, 1), s.rows[i])
		m.cursorRow(body.Rows(k, 1), i == s.list.at)
	}
	s.drawDetail(m, a.Below(a.H-detail))
	return caret{}
}

// drawDetail draws the current finding in full, with its reason or how to give one.
func (s *checksScreen) drawDetail(m *Root, a paint.Area) {
	t, f := m.th, s.current()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	if f == nil {
		return
	}
	y := 1
	for _, l := range paint.Wrap(f.Message.In(m.lang), a.W-4) {
		if y < a.H-1 {
			a.Text(2, y, l, t.Text)
			y++
		}
	}
	switch {
	case f.Explained:
		a.Cut(2, a.H-1, a.W-4, t.Chrome.Check+" "+text.TuiExplained.In(m.lang)+" "+f.Reason, t.Good)
	case f.Severity == form.Verify:
		a.Cut(2, a.H-1, a.W-4, text.TuiReasonHint.In(m.lang), t.Warn)
	default:
		a.Cut(2, a.H-1, a.W-4, text.TuiMustMend.In(m.lang), t.Bad)
	}
}
