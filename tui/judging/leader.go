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
func NewLeader() *leaderScreen { return &leaderScreen{} }

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
		name string // of a row, as much of it as one line has room for
		note string // likewise
	}
	var lines []drawn
	groups := p.Groups()
	cols := leaderColumns(groups, m.Lang(), body.W-3-4)
	for i, g := range groups {
		if i > 0 {
			lines = append(lines, drawn{})
		}
		lines = append(lines, drawn{head: g.Title})
		for k := range g.Rows {
			names, notes := paint.Wrap(g.Rows[k].Name.In(m.Lang()), cols[0]), paint.Wrap(g.Rows[k].Note.In(m.Lang()), cols[2])
			for j := range max(len(names), len(notes), 1) {
				d := drawn{name: nth(names, j), note: nth(notes, j)}
				if j == 0 {
					d.row = &g.Rows[k]
				}
				lines = append(lines, d)
			}
		}
	}
	if len(lines) > body.H { // blank lines go first
		lines = slices.DeleteFunc(lines, func(d drawn) bool { return d.row == nil && d.head.Empty() && d.name == "" && d.note == "" })
	}
	s.n = max(len(lines)-body.H+1, 1)
	s.top = kit.ClampInt(s.top, 0, s.n-1)
	for y := range min(body.H, len(lines)-s.top) {
		d, row := lines[s.top+y], body.Rows(y, 1)
		row.Text(1, 0, d.head.In(m.Lang()), t.Head)
		row.Text(3, 0, d.name, t.Text)
		if d.row != nil {
			row.Right(3+cols[0]+2, 0, cols[1], d.row.Figure.In(m.Lang()), t.Strong)
		}
		row.Text(3+cols[0]+2+cols[1]+2, 0, d.note, t.Faint)
	}
	if rest := len(lines) - s.top - body.H; rest > 0 {
		more := text.TuiMoreBelow.With(rest).In(m.Lang())
		a.Right(a.W-1-paint.Width(more), 0, paint.Width(more), more, t.Accent)
	}
	return screen.Caret{}
}

// leaderColumns are the room of names, figures and notes: what each wants, where there is enough.
func leaderColumns(groups []paper.LeaderGroup, l text.Lang, room int) []int {
	name, figure, note := 0, 0, 0
	for _, g := range groups {
		for _, r := range g.Rows {
			name, figure, note = max(name, paint.Width(r.Name.In(l))), max(figure, paint.Width(r.Figure.In(l))), max(note, paint.Width(r.Note.In(l)))
		}
	}
	return kit.Share(room, name, figure, note)
}

// nth is a line of several, "" where there are fewer.
func nth(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
