package tui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// searchScreen finds records in every form as one types; registers answer first, the ledger, which is on disk, last.
type searchScreen struct {
	ed     *lineedit.Editor
	find   string // what the results are for
	found  []searchForm
	left   []*form.Form // still to be searched
	rows   []searchRow
	list   list
	asked  int
	cancel context.CancelFunc // ends the search under way
}

// searchForm is what was found in one form: the first records, and how many there are.
type searchForm struct {
	f       *form.Form
	records []*form.Record
	n       int
}

// searchRow is one line: a record, or how many more there are in its form; or a place visited.
type searchRow struct {
	f    *form.Form
	r    *form.Record
	more int
	at   *visit
}

// searchEach records of a form are listed.
const searchEach = 8

// searchMsg is what one form holds.
type searchMsg struct {
	asked int
	searchForm
	err error
}

// searchNow begins the search once typing has paused.
type searchNow struct{ asked int }

func (s *searchScreen) place() Place         { return InSearch }
func (s *searchScreen) crumb(m *Root) string { return text.TuiSearch.In(m.lang) }

func searchActions() []Action {
	return []Action{
		{
			ID: "search.open", Title: text.TuiSearchOpen, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InSearch, Rank: 1,
			Do: on(func(m *Root, s *searchScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "search.move", Title: text.TuiSearchMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Where: InSearch, Rank: 2,
			Do: on(func(_ *Root, s *searchScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "search.paste", Title: text.TuiPasteCells, Keys: []string{"ctrl+v", "shift+insert"}, Where: InSearch,
			Do: func(m *Root, _ string) tea.Cmd { return m.askClipboard() },
		},
		{
			ID: "search", Title: text.TuiGoSearch, Foot: text.TuiFootSearch, Keys: []string{"ctrl+g"}, Where: Anywhere, Rank: 64, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.openSearch() },
		},
		{
			ID: "search.overview", Title: text.TuiGoSearch, Keys: []string{"ctrl+f"}, Where: InOverview | InScore | InChecks | InExplain, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.openSearch() },
		},
	}
}

func (m *Root) openSearch() tea.Cmd {
	m.visited()
	s := &searchScreen{ed: lineedit.New("", false)}
	s.arrange(m)
	return m.push(s)
}

func (s *searchScreen) follow(m *Root) tea.Cmd { s.arrange(m); return nil }

func (s *searchScreen) key(m *Root, k tea.KeyPressMsg) tea.Cmd {
	r := s.ed.Key(k)
	if r.Copy != "" {
		return m.copyText(r.Copy, text.TuiCopyText)
	}
	if r.Changed {
		return s.typed(m)
	}
	return nil
}

func (s *searchScreen) paste(m *Root, p string) tea.Cmd {
	s.ed.Insert(p)
	return s.typed(m)
}

// typed waits for a pause in typing, then searches.
func (s *searchScreen) typed(m *Root) tea.Cmd {
	s.asked++
	asked := s.asked
	if strings.TrimSpace(s.ed.Text()) == "" {
		s.stop()
		s.find, s.found, s.left = "", nil, nil
		s.arrange(m)
		return nil
	}
	return tea.Tick(150*time.Millisecond, func(time.Time) tea.Msg { return searchNow{asked} })
}

func (s *searchScreen) stop() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

func (s *searchScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case searchNow:
		if msg.asked != s.asked {
			return nil, true
		}
		return s.begin(m), true
	case searchMsg:
		if msg.asked != s.asked {
			return nil, true
		}
		if msg.err != nil {
			m.say(bad, sentence(msg.err))
		}
		if msg.n > 0 {
			s.found = append(s.found, msg.searchForm)
		}
		s.arrange(m)
		return s.next(m), true
	}
	return nil, false
}

// begin lists the forms to be searched: those in memory first, the ledgers last.
func (s *searchScreen) begin(m *Root) tea.Cmd {
	s.stop()
	s.find, s.found, s.left, s.list = strings.TrimSpace(s.ed.Text()), nil, nil, list{}
	var ledgers []*form.Form
	for _, f := range form.All() {
		if f.Scope == form.Ledger {
			ledgers = append(ledgers, f)
		} else {
			s.left = append(s.left, f)
		}
	}
	s.left = append(s.left, ledgers...)
	s.arrange(m)
	return s.next(m)
}

// next searches one more form, off the frame; leaving the screen or typing on ends it.
func (s *searchScreen) next(m *Root) tea.Cmd {
	if len(s.left) == 0 {
		return nil
	}
	f := s.left[0]
	s.left = s.left[1:]
	ctx, cancel := context.WithCancel(m.ctx)
	s.stop()
	s.cancel = cancel
	asked, find, session := s.asked, s.find, m.desk.s
	return func() tea.Msg {
		out := searchMsg{asked: asked, searchForm: searchForm{f: f}}
		v, err := session.View(ctx, f, store.Query{Find: find}, nil)
		if err != nil {
			if ctx.Err() == nil {
				out.err = err
			}
			return out
		}
		out.n = v.Len()
		out.records, out.err = v.Rows(0, min(searchEach, out.n))
		return out
	}
}

// arrange lists the results; before anything is typed, where the user has been.
func (s *searchScreen) arrange(m *Root) {
	s.rows = s.rows[:0:0]
	if s.find == "" {
		for i := range m.visits {
			s.rows = append(s.rows, searchRow{f: m.visits[i].f, at: &m.visits[i]})
		}
	}
	for _, g := range s.found {
		for _, r := range g.records {
			s.rows = append(s.rows, searchRow{f: g.f, r: r})
		}
		if rest := g.n - len(g.records); rest > 0 {
			s.rows = append(s.rows, searchRow{f: g.f, more: rest})
		}
	}
	s.list.n = len(s.rows)
	s.list.clamp()
}

// open goes to what the cursor is on.
func (s *searchScreen) open(m *Root) tea.Cmd {
	if s.list.at >= len(s.rows) {
		return nil
	}
	row := s.rows[s.list.at]
	switch {
	case row.at != nil:
		return row.at.open(m)
	case row.more > 0:
		g := m.newGrid(row.f, 0, "")
		g.g.SetQuery(store.Query{Find: s.find})
		return m.push(g)
	}
	return m.goTo(row.f, row.r.ID, s.fieldOf(row.r))
}

// fieldOf gives the first field of a record that holds what is looked for.
func (s *searchScreen) fieldOf(r *form.Record) string {
	low := strings.ToLower(s.find)
	for i := range r.Form.Fields {
		fd := &r.Form.Fields[i]
		for _, l := range []text.Lang{text.ZH, text.EN} {
			if strings.Contains(strings.ToLower(fd.Display(r.Values[i], fd.Unit, l)), low) {
				return fd.ID
			}
		}
		if strings.Contains(strings.ToLower(fd.Show(r.Values[i])), low) {
			return fd.ID
		}
	}
	return ""
}

func (s *searchScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := a.Text(2, 0, text.TuiSearch.In(m.lang)+"  ", t.Head)
	field := a.Sub(x, 0, min(a.W-x-2, 60), 1)
	cx, cy := field.At(s.ed.Draw(field, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	if s.ed.Empty() {
		field.Cut(0, 0, field.W, text.TuiSearchHint.In(m.lang), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, 2, a.W-4, s.state(m).In(m.lang), t.Faint)
	body := a.Sub(0, 3, a.W, a.H-3)
	s.list.window(body.H)
	titleW := 8
	for _, r := range s.rows {
		titleW = max(titleW, paint.Width(r.f.Title.In(m.lang)))
	}
	titleW = min(titleW, 24)
	for k := range min(body.H, len(s.rows)-s.list.top) {
		i := s.list.top + k
		row := body.Rows(k, 1)
		s.drawRow(m, row, i, titleW, k == 0)
		m.cursorRow(row, i == s.list.at)
	}
	return caret{cx, cy, true}
}

func (s *searchScreen) state(m *Root) text.Pair {
	switch {
	case s.find == "":
		return text.TuiSearchBare
	case len(s.left) > 0:
		return text.TuiSearching.With(s.left[0].Title)
	case len(s.found) == 0:
		return text.TuiSearchNone.With(s.find)
	}
	n := 0
	for _, g := range s.found {
		n += g.n
	}
	return text.TuiSearchMany.With(n, len(s.found))
}

func (s *searchScreen) drawRow(m *Root, a paint.Area, i, titleW int, first bool) {
	t, row := m.th, s.rows[i]
	if first || i == 0 || s.rows[i-1].f != row.f {
		a.Cut(2, 0, titleW, row.f.Title.In(m.lang), t.Head)
	}
	x := titleW + 4
	switch {
	case row.at != nil:
		a.Cut(x, 0, a.W-x-1, row.at.title(m), t.Text)
		return
	case row.more > 0:
		a.Cut(x, 0, a.W-x-1, text.TuiSearchMore.With(row.more).In(m.lang), t.Accent)
		return
	}
	label := m.labelOf(row.r)
	var tail line
	if fd := row.f.Field(s.fieldOf(row.r)); fd != nil {
		if shown := fd.Display(row.r.Get(fd.ID), fd.Unit, m.lang); !strings.Contains(label, shown) {
			tail = line{{fd.Title.In(m.lang) + " ", t.Faint}, {paint.Cut(paint.Safe(shown), max(a.W/3, 12)), t.Strong}}
		}
	}
	x = a.Cut(x, 0, a.W-x-tail.width()-3, label, t.Text) + 2
	tail.draw(a, x, 0)
}
