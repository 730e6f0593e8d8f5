package judging

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	paper "yice/filing/report"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// leaderScreen is the page for the head of the enterprise, as it is printed.
type leaderScreen struct {
	screen.Still
	before *screen.Year // the year before; nil: there is none
	no     int
	got    bool
	top, n int // scrolled, of how many lines
}

// NewLeader is the page of the year as it stands.
// NewLeader is the page of the year as it stands.
func NewLeader() *leaderScreen { return &leaderScreen{} }

// leaderMsg is the year before.
// leaderMsg is the year before.
type leaderMsg struct {
	no     int
	before *screen.Year
	err    error
}

// Place says which of its keys are live.
func (s *leaderScreen) Place() *screen.Place       { return InLeader }
func (s *leaderScreen) Crumb(m screen.Desk) string { return text.TuiLeader.In(m.Lang()) }

// InLeader is the page for the head of the enterprise.
var InLeader = &screen.Place{ID: "leader", Title: text.TuiPlaceLeader, For: text.TuiForLeader, Met: 200, Common: true, Opener: "leader"}

// Leader declares the page for the head of the enterprise.
func Leader() screen.Declaration {
	hasSheet := func(m screen.Desk) bool { return m.Session() != nil && m.Standing().Sheet != nil }
	return screen.Declaration{Places: []*screen.Place{InLeader}, Actions: []screen.Action{
		{
			ID: "leader.paper", Title: text.TuiLeaderPaper, Foot: text.TuiFootA4, Keys: []string{"p", "shift+p"}, Where: InLeader, Rank: 1, On: hasSheet,
			Do: screen.On(func(m screen.Desk, s *leaderScreen, _ string) tea.Cmd { return s.paper(m) }),
		},
		{
			ID: "leader.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InLeader,
			Do: screen.On(func(_ screen.Desk, s *leaderScreen, key string) tea.Cmd {
				l := kit.List{At: s.top, N: s.n, Rows: 10}
				l.Move(key)
				s.top = l.At
				return nil
			}),
		},
	}}
}

// Follow reads anew where the standing has changed.
func (s *leaderScreen) Follow(m screen.Desk) tea.Cmd {
	if s.got && s.no == m.Standing().No {
		return nil
	}
	s.no, s.got = m.Standing().No, true
	no, last, scored := s.no, m.Standing().Year-1, m.Years()
	return func() tea.Msg {
		years, err := scored()
		out := leaderMsg{no: no, err: err}
		if i := slices.IndexFunc(years, func(y screen.Year) bool { return y.Year == last && y.Sheet != nil }); i >= 0 {
			out.before = &years[i]
		}
		return out
	}
}

// Answer takes what its command found out.
func (s *leaderScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(leaderMsg)
	if !ok {
		return nil, false
	}
	if got.no != s.no {
		return nil, true
	}
	if got.err != nil {
		m.Say(screen.Bad, kit.Sentence(got.err))
	}
	s.before = got.before
	return nil, true
}

// page is what the screen and the paper are drawn of.
func (s *leaderScreen) page(m screen.Desk) *paper.Leader {
	p := &paper.Leader{USCC: m.Standing().USCC, Name: kit.NameOr(m.Standing().Name, m.Standing().USCC), Day: m.Now().Format("2006-01-02"), Sheet: m.Standing().Sheet, Steps: m.Standing().Steps}
	if f := m.Standing().Facts; f != nil {
		p.Expensed = f.Ledger.Expensed
	}
	// A year that has not come to its end is not compared with a whole one.
	if s.before != nil && s.before.Sheet.AsOf == p.Sheet.AsOf {
		p.Before = s.before.Sheet
	}
	return p
}

// paper writes the page as a file, where it is said.
func (s *leaderScreen) paper(m screen.Desk) tea.Cmd {
	path := filepath.Join(filepath.Dir(m.Path()), fmt.Sprintf("%s-%d-领导页.html", m.Standing().USCC, m.Standing().Year))
	page, lang := s.page(m), m.Lang().Written()
	return kit.AskPath(m, text.TuiLeader, text.TuiLeaderSay, path, kit.PathWant{Save: true, Ext: []string{".html", ".htm"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if e := strings.ToLower(filepath.Ext(path)); e != ".html" && e != ".htm" {
			path += ".html"
		}
		return text.Pair{}, m.Frozen(text.TuiLeader, func(context.Context, *entry.Session) (screen.Do, error) {
			if err := filing.WriteLeader(page, path, lang); err != nil {
				return nil, err
			}
			return func() tea.Cmd { m.Made(path, text.TuiLeaderDone.With(path)); return nil }, nil
		})
	})
}

// Draw draws the body.
func (s *leaderScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	if m.Standing().Sheet == nil {
		DrawNoPack(m, a)
		return screen.Caret{}
	}
	p := s.page(m)
	title := p.Title().In(m.Lang())
	a.Cut(max((a.W-paint.Width(title))/2, 1), 0, a.W-2, title, t.Title)
	body := a.Sub(max((a.W-100)/2, 1), 1, min(a.W-2, 100), a.H-1)
	type drawn struct {
		head text.Pair
		row  *paper.LeaderRow
		more string // the rest of a name that one line has no room for
	}
	var lines []drawn
	nameW := body.W/2 - 5
	for i, g := range p.Groups() {
		if i > 0 {
			lines = append(lines, drawn{})
		}
		lines = append(lines, drawn{head: g.Title})
		for k := range g.Rows {
			lines = append(lines, drawn{row: &g.Rows[k]})
			for j, l := range paint.Wrap(g.Rows[k].Name.In(m.Lang()), nameW) {
				if j > 0 {
					lines = append(lines, drawn{more: l})
				}
			}
		}
	}
	if len(lines) > body.H { // blank lines go first
		lines = slices.DeleteFunc(lines, func(d drawn) bool { return d.row == nil && d.head.Empty() && d.more == "" })
	}
	s.n = max(len(lines)-body.H+1, 1)
	s.top = kit.ClampInt(s.top, 0, s.n-1)
	for y := range min(body.H, len(lines)-s.top) {
		switch d, row := lines[s.top+y], body.Rows(y, 1); {
		case d.row != nil:
			figX := nameW + 2
			row.Text(3, 0, paint.Wrap(d.row.Name.In(m.Lang()), nameW)[0], t.Text)
			row.Right(figX, 0, 18, d.row.Figure.In(m.Lang()), t.Strong)
			row.Cut(figX+20, 0, row.W-figX-20, d.row.Note.In(m.Lang()), t.Faint)
		case d.more != "":
			row.Text(3, 0, d.more, t.Text)
		default:
			row.Text(1, 0, d.head.In(m.Lang()), t.Head)
		}
	}
	if rest := len(lines) - s.top - body.H; rest > 0 {
		more := text.TuiMoreBelow.With(rest).In(m.Lang())
		a.Right(a.W-1-paint.Width(more), 0, paint.Width(more), more, t.Accent)
	}
	return screen.Caret{}
}
