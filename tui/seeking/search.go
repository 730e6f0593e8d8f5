// Package seeking is the room of finding: records of every form by what they say, and where the user has been.
package seeking

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Visit is a place the user has been at: a record of a form, a field of it.
type Visit struct {
	Form  *form.Form
	Row   int64
	Field string
	Label string // what a person knows the record by
}

// Places are where the user has been, newest first; they are asked for whenever nothing is looked for.
type Places func() []Visit

// SearchScreen finds records in every form as one types; registers answer first, the ledger, which is on disk, last.
type SearchScreen struct {
	places Places
	pause  time.Duration // in typing before a search begins
	ed     *lineedit.Editor
	find   string // what the results are for
	found  []searchForm
	left   []*form.Form // still to be searched
	rows   []searchRow
	list   kit.List
	room   int // rows on the screen
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
	at   *Visit
}

// searchEach records of a form are listed at least, and as many more as there is room for, of searchRead that are read.
const (
	searchEach = 8
	searchRead = 200
)

// searchMsg is what one form holds.
type searchMsg struct {
	asked int
	searchForm
	err error
}

// searchNow begins the search once typing has paused.
type searchNow struct{ asked int }

// Place says which of its keys are live.
func (s *SearchScreen) Place() *screen.Place       { return InSearch }
func (s *SearchScreen) Crumb(m screen.Desk) string { return text.TuiSearch.In(m.Lang()) }

// InSearch is finding a record anywhere.
var InSearch = &screen.Place{ID: "search", Title: text.TuiPlaceSearch, For: text.TuiForSearch, Met: 260, Opener: "search"}

// Search declares finding a record anywhere.
func Search() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSearch}, Actions: []screen.Action{
		{
			ID: "search.open", Title: text.TuiSearchOpen, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InSearch, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *SearchScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "search.move", Title: text.TuiSearchMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InSearch, Rank: 2,
			Do: screen.On(func(_ screen.Desk, s *SearchScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
		{
			ID: "search.paste", Title: text.TuiPasteCells, Keys: []string{"ctrl+v", "shift+insert"}, Where: InSearch,
			Do: func(m screen.Desk, _ string) tea.Cmd { return m.AskClipboard() },
		},
	}}
}

// NewSearch looks for nothing yet; it begins once typing has paused for so long.
func NewSearch(places Places, pause time.Duration) *SearchScreen {
	return &SearchScreen{places: places, pause: pause, ed: lineedit.New("", false)}
}

// Follow lists anew where the user has been.
func (s *SearchScreen) Follow(m screen.Desk) tea.Cmd { s.arrange(); return nil }

// Key takes typing.
func (s *SearchScreen) Key(m screen.Desk, k tea.KeyPressMsg) tea.Cmd {
	r := s.ed.Key(k)
	if r.Copy != "" {
		return m.Copy(r.Copy, text.TuiCopyText)
	}
	if r.Changed {
		return s.typed(m)
	}
	return nil
}

// Paste takes a text as typed.
func (s *SearchScreen) Paste(m screen.Desk, p string) tea.Cmd {
	s.ed.Insert(p)
	return s.typed(m)
}

// typed waits for a pause in typing, then searches.
func (s *SearchScreen) typed(m screen.Desk) tea.Cmd {
	s.asked++
	asked := s.asked
	if strings.TrimSpace(s.ed.Text()) == "" {
		s.stop()
		s.find, s.found, s.left = "", nil, nil
		s.arrange()
		return nil
	}
	return tea.Tick(s.pause, func(time.Time) tea.Msg { return searchNow{asked} })
}

func (s *SearchScreen) stop() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// Answer takes what was found in a form, and goes on with the next.
func (s *SearchScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
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
			m.Say(screen.Bad, kit.Sentence(msg.err))
		}
		if msg.n > 0 {
			s.found = append(s.found, msg.searchForm)
		}
		s.arrange()
		return s.next(m), true
	}
	return nil, false
}

// begin lists the forms to be searched: those in memory first, the ledgers last.
func (s *SearchScreen) begin(m screen.Desk) tea.Cmd {
	s.stop()
	s.find, s.found, s.left, s.list = strings.TrimSpace(s.ed.Text()), nil, nil, kit.List{}
	var ledgers []*form.Form
	for _, f := range m.Session().Forms().All() {
		if f.Scope == form.Ledger {
			ledgers = append(ledgers, f)
		} else {
			s.left = append(s.left, f)
		}
	}
	s.left = append(s.left, ledgers...)
	s.arrange()
	return s.next(m)
}

// next searches one more form, off the frame; leaving the screen or typing on ends it.
func (s *SearchScreen) next(m screen.Desk) tea.Cmd {
	if len(s.left) == 0 {
		return nil
	}
	f := s.left[0]
	s.left = s.left[1:]
	ctx, cancel := context.WithCancel(m.Context())
	s.stop()
	s.cancel = cancel
	asked, find, session := s.asked, s.find, m.Session()
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
		out.records, out.err = v.Rows(0, min(searchRead, out.n))
		return out
	}
}

// arrange lists the results; before anything is typed, where the user has been.
func (s *SearchScreen) arrange() {
	s.rows = s.rows[:0:0]
	if s.find == "" {
		visits := s.places()
		for i := range visits {
			s.rows = append(s.rows, searchRow{f: visits[i].Form, at: &visits[i]})
		}
	}
	shown := s.share()
	for i, g := range s.found {
		for _, r := range g.records[:shown[i]] {
			s.rows = append(s.rows, searchRow{f: g.f, r: r})
		}
		if rest := g.n - shown[i]; rest > 0 {
			s.rows = append(s.rows, searchRow{f: g.f, more: rest})
		}
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
}

// share gives how many records of each form are listed: a few of each, and then, as long as the screen has rows, one more of the form
// with the fewest.
func (s *SearchScreen) share() []int {
	shown, rows := make([]int, len(s.found)), 0
	for i, g := range s.found {
		shown[i] = min(searchEach, len(g.records))
		rows += shown[i]
		if shown[i] < g.n {
			rows++ // that says how many more there are
		}
	}
	for rows < s.room {
		least := -1
		for i, g := range s.found {
			if shown[i] < len(g.records) && (least < 0 || shown[i] < shown[least]) {
				least = i
			}
		}
		if least < 0 {
			break
		}
		if shown[least]++; shown[least] < s.found[least].n {
			rows++ // the last one stands where the rest was counted
		}
	}
	return shown
}

// open goes to what the cursor is on.
func (s *SearchScreen) open(m screen.Desk) tea.Cmd {
	if s.list.At >= len(s.rows) {
		return nil
	}
	row := s.rows[s.list.At]
	switch {
	case row.at != nil:
		return row.at.Open(m)
	case row.more > 0:
		return m.OpenTable(row.f, "", store.Query{Find: s.find})
	}
	return m.GoTo(row.f, row.r.ID, s.fieldOf(row.r))
}

// fieldOf gives the first field of a record that holds what is looked for.
func (s *SearchScreen) fieldOf(r *form.Record) string {
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

// Draw draws the field and what was found.
func (s *SearchScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := a.Text(2, 0, text.TuiSearch.In(l)+"  ", t.Head)
	field := a.Sub(x, 0, min(a.W-x-2, 60), 1)
	cx, cy := field.At(kit.Field(m, field, s.ed, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	if s.ed.Empty() {
		field.Cut(0, 0, field.W, text.TuiSearchHint.In(l), t.Faint.Over(paint.Style{BG: t.Input.BG}))
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, 2, a.W-4, s.state(m).In(l), t.Faint)
	body := a.Sub(0, 3, a.W, a.H-3)
	if s.room != body.H {
		s.room = body.H
		s.arrange()
	}
	s.list.Window(body.H)
	titleW := 8
	for _, r := range s.rows {
		titleW = max(titleW, paint.Width(r.f.Title.In(l)))
	}
	titleW = min(titleW, 24)
	for k := range min(body.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		row := body.Rows(k, 1)
		s.drawRow(m, row, i, titleW, k == 0)
		kit.CursorRow(m, row, i == s.list.At)
	}
	return screen.CaretAt(cx, cy)
}

func (s *SearchScreen) state(m screen.Desk) text.Pair {
	switch {
	case s.find == "" && len(s.rows) == 0:
		return text.TuiSearchNowhere
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

func (s *SearchScreen) drawRow(m screen.Desk, a paint.Area, i, titleW int, first bool) {
	t, l, row := m.Theme(), m.Lang(), s.rows[i]
	if first || i == 0 || s.rows[i-1].f != row.f {
		a.Cut(2, 0, titleW, row.f.Title.In(l), t.Head)
	}
	x := titleW + 4
	switch {
	case row.at != nil:
		a.Cut(x, 0, a.W-x-1, row.at.Title(m), t.Text)
		return
	case row.more > 0:
		a.Cut(x, 0, a.W-x-1, text.TuiSearchMore.With(row.more).In(l), t.Accent)
		return
	}
	label := judging.LabelOf(m, row.r)
	var tail kit.Line
	if fd := row.f.Field(s.fieldOf(row.r)); fd != nil {
		if shown := fd.Display(row.r.Get(fd.ID), fd.Unit, l); !strings.Contains(label, shown) {
			tail = kit.Line{{fd.Title.In(l) + " ", t.Faint}, {paint.Cut(paint.Safe(shown), max(a.W/3, 12)), t.Strong}}
		}
	}
	x = a.Cut(x, 0, a.W-x-tail.Width()-3, label, t.Text) + 2
	tail.Draw(a, x, 0)
}

// Open goes there.
func (v *Visit) Open(m screen.Desk) tea.Cmd { return m.GoTo(v.Form, v.Row, v.Field) }

// Title names a place: form, record, field.
func (v *Visit) Title(m screen.Desk) string {
	l := m.Lang()
	s := v.Form.Title.In(l)
	if v.Label != "" {
		s += "  " + paint.Safe(paint.Cut(form.KeyTitle(v.Form.ID, v.Label).In(l), 30))
	}
	if fd := v.Form.Field(v.Field); fd != nil {
		s += " " + m.Theme().Chrome.Right + " " + fd.Title.In(l)
	}
	return s
}
