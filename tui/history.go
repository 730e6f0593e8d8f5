package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// historyScreen is what was done, newest first, step by step; undo and redo work on it as everywhere.
type historyScreen struct {
	still
	q       store.HistoryQuery
	label   string // of the record it is narrowed to
	entries []store.Entry
	whole   bool // nothing earlier is left to read
	read    bool
	asked   int // number of the last question, so that a late answer to an earlier one is dropped
	no      int // standing the entries were read for
	rows    []historyRow
	opened  map[int64]bool // steps shown change by change, by their newest entry
	list    list
}

// historyRow is one line: a day, a step, or a change within an opened step.
type historyRow struct {
	day  string
	from int   // first entry of the step, or the change
	n    int   // entries of the step
	rows int64 // its weight: records and cells that its entries stand for
	part bool
}

// historyPage is how many entries are read at once.
const historyPage = 300

// historyMsg is a page of history.
type historyMsg struct {
	asked   int
	more    bool
	entries []store.Entry
	err     error
}

func (s *historyScreen) place() Place           { return InHistory }
func (s *historyScreen) crumb(m *Root) string   { return text.TuiHistory.In(m.lang) }
func (s *historyScreen) follow(m *Root) tea.Cmd { return s.refresh(m) }

// openHistory opens the history, of the record under the cursor where there is one.
func (m *Root) openHistory() tea.Cmd {
	s := &historyScreen{opened: map[int64]bool{}}
	m.visited()
	switch top := m.top().(type) {
	case *gridScreen:
		if r := top.g.Current(); r != nil && r.ID > 0 {
			s.q.Form, s.q.Row, s.label = top.f.ID, r.ID, r.Label()
		} else {
			s.q.Form = top.f.ID
		}
	case *cardScreen:
		if top.rec != nil && top.rec.ID > 0 {
			s.q.Form, s.q.Row, s.label = top.f.ID, top.rec.ID, top.rec.Label()
		}
	}
	return m.push(s)
}

func historyActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "history", Title: text.TuiGoHistory, Foot: text.TuiFootHistory, Keys: []string{"ctrl+u"}, Where: Anywhere &^ InHistory, Rank: 70, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openHistory() },
		},
		{
			ID: "history.jump", Title: text.TuiHistJump, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InHistory, Rank: 1,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.jump(m) }),
		},
		{
			ID: "history.expand", Title: text.TuiHistExpand, Foot: text.TuiFootExpand, Keys: []string{"space", "right", "left"}, Where: InHistory, Rank: 2,
			Do: on(func(_ *Root, s *historyScreen, key string) tea.Cmd { s.expand(key); return nil }),
		},
		{
			ID: "history.revive", Title: text.TuiHistRevive, Foot: text.TuiFootRevive, Keys: []string{"r"}, Where: InHistory, Rank: 3,
			On: func(m *Root) bool {
				s, ok := m.top().(*historyScreen)
				if !ok {
					return false
				}
				e := s.current()
				return e != nil && e.Dropped && e.Kind != "undo"
			},
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.revive(m) }),
		},
		{
			ID: "history.narrow", Title: text.TuiHistNarrow, Foot: text.TuiFootFilter, Keys: []string{"ctrl+l", "tab"}, Where: InHistory, Rank: 3,
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd { return s.narrow(m) }),
		},
		{
			ID: "history.all", Title: text.TuiHistAll, Foot: text.TuiFootAll, Keys: []string{"esc"}, Where: InHistory, Rank: 4,
			On: func(m *Root) bool { s, ok := m.top().(*historyScreen); return ok && s.narrowed() },
			Do: on(func(m *Root, s *historyScreen, _ string) tea.Cmd {
				s.q, s.label = store.HistoryQuery{}, ""
				return s.reload(m)
			}),
		},
		{
			ID: "history.move", Title: text.TuiMove, Keys: listKeys, Where: InHistory,
			Do: on(func(m *Root, s *historyScreen, key string) tea.Cmd { return s.move(m, key) }),
		},
	}
}

func (s *historyScreen) narrowed() bool {
	q := s.q
	return q.Form != "" || q.Field != "" || q.Who != "" || q.Row != 0 || !q.From.IsZero()
}

// refresh reads anew where something was written since.
func (s *historyScreen) refresh(m *Root) tea.Cmd {
	if s.read && s.no == m.stand.no {
		return nil
	}
	return s.reload(m)
}

func (s *historyScreen) reload(m *Root) tea.Cmd {
	s.no = m.stand.no
	return s.ask(m, 0)
}

// ask reads a page: the newest, or what lies before an entry.
func (s *historyScreen) ask(m *Root, before int64) tea.Cmd {
	s.asked++
	q, asked, w, book := s.q, s.asked, m.desk.w, m.desk.s.Book()
	q.Before, q.Limit = before, historyPage
	return func() tea.Msg {
		entries, err := w.History(book, q)
		return historyMsg{asked, before != 0, entries, err}
	}
}

func (s *historyScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	page, ok := msg.(historyMsg)
	if !ok {
		return nil, false
	}
	if page.asked != s.asked {
		return nil, true
	}
	if page.err != nil {
		m.say(bad, sentence(page.err))
		return nil, true
	}
	if !page.more {
		s.entries = nil
	}
	s.entries = append(s.entries, page.entries...)
	s.whole, s.read = len(page.entries) < historyPage, true
	s.arrange()
	return nil, true
}

// arrange makes lines of the entries: a head for each day, one line a step.
func (s *historyScreen) arrange() {
	s.rows = s.rows[:0:0]
	day := ""
	for i := 0; i < len(s.entries); {
		e := &s.entries[i]
		if d := e.At.Local().Format("2006-01-02"); d != day {
			day = d
			s.rows = append(s.rows, historyRow{day: d})
		}
		n := 1
		for i+n < len(s.entries) && sameStep(e, &s.entries[i+n]) {
			n++
		}
		row := historyRow{from: i, n: n}
		for k := range n {
			row.rows += s.entries[i+k].Rows
		}
		s.rows = append(s.rows, row)
		if n > 1 && s.opened[e.Seq] {
			for k := range n {
				s.rows = append(s.rows, historyRow{from: i + k, n: 1, part: true})
			}
		}
		i += n
	}
	s.list.n = len(s.rows)
	s.list.clamp()
	s.skipDay(1)
}

func sameStep(a, b *store.Entry) bool {
	// A step that brings in many rows of a ledger and single rows beside them has entries of both kinds.
	kind := func(e *store.Entry) string {
		if e.Kind == "bulk" || e.Kind == "import" {
			return "do"
		}
		return e.Kind
	}
	return a.At.Equal(b.At) && a.Who == b.Who && kind(a) == kind(b) && a.Label == b.Label
}

// skipDay moves the cursor off the head of a day.
func (s *historyScreen) skipDay(by int) {
	for s.list.at >= 0 && s.list.at < len(s.rows) && s.rows[s.list.at].day != "" {
		s.list.at += by
	}
	if s.list.at < 0 {
		s.list.at = min(1, max(len(s.rows)-1, 0))
	}
}

func (s *historyScreen) move(m *Root, key string) tea.Cmd {
	was := s.list.at
	s.list.move(key)
	by := 1
	if s.list.at < was {
		by = -1
	}
	s.skipDay(by)
	if s.list.at >= len(s.rows)-5 && !s.whole && len(s.entries) > 0 {
		return s.ask(m, s.entries[len(s.entries)-1].Seq)
	}
	return nil
}

func (s *historyScreen) current() *store.Entry {
	if s.list.at >= len(s.rows) || s.rows[s.list.at].day != "" {
		return nil
	}
	return &s.entries[s.rows[s.list.at].from]
}

// expand opens or closes the step under the cursor.
func (s *historyScreen) expand(key string) {
	e := s.current()
	if e == nil {
		return
	}
	at := s.list.at
	for s.rows[at].part {
		at--
	}
	head := &s.entries[s.rows[at].from]
	open := !s.opened[head.Seq]
	if key == "right" || key == "left" {
		open = key == "right"
	}
	s.opened[head.Seq] = open
	if !open {
		s.list.at = at
	}
	s.arrange()
}

func (s *historyScreen) jump(m *Root) tea.Cmd {
	e := s.current()
	if e == nil {
		return nil
	}
	f := form.ByID(e.Form)
	if f == nil || e.Row == 0 {
		m.say(plain, text.TuiHistNoPlace)
		return nil
	}
	row, field, session := e.Row, e.Field, m.desk.s
	return later(func() func(m *Root) tea.Cmd {
		r, err := session.Record(f, row)
		return func(m *Root) tea.Cmd {
			switch {
			case err != nil:
				m.say(bad, sentence(err))
			case r == nil && !f.Single():
				m.say(warn, text.TuiHistRowGone)
			default:
				return m.goTo(f, row, field)
			}
			return nil
		}
	})
}

// revive brings back the step under the cursor, once that is agreed to.
func (s *historyScreen) revive(m *Root) tea.Cmd {
	e := s.current()
	if e == nil || !e.Dropped {
		m.say(plain, text.TuiHistIsThere)
		return nil
	}
	step := e.Step
	m.open(newAsk(text.TuiReviveAsk, text.TuiReviveSay.With(e.Label), func(m *Root, yes bool) tea.Cmd {
		if !yes || m.desk == nil {
			return nil
		}
		_, cmd := m.desk.enqueue(&job{large: true, do: func(s *entry.Session) (entry.Outcome, error) { return s.Revive(step) }}, revived)
		return cmd
	}), false)
	return nil
}

// narrow offers what the list can be narrowed to.
func (s *historyScreen) narrow(m *Root) tea.Cmd {
	var all []option
	add := func(group, title text.Pair, set func(q *store.HistoryQuery)) {
		all = append(all, option{group: group, title: title, take: func(m *Root) tea.Cmd {
			set(&s.q)
			s.label = ""
			s.list = list{}
			return s.reload(m)
		}})
	}
	if s.narrowed() {
		add(text.Pair{}, text.TuiHistAll, func(q *store.HistoryQuery) { *q = store.HistoryQuery{} })
	}
	seenForm, seenWho, seenDay := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var whos, days []string
	for i := range s.entries {
		e := &s.entries[i]
		seenForm[e.Form] = true
		if !seenWho[e.Who] {
			seenWho[e.Who] = true
			whos = append(whos, e.Who)
		}
		if d := e.At.Local().Format("2006-01-02"); !seenDay[d] {
			seenDay[d] = true
			days = append(days, d)
		}
	}
	if f := form.ByID(s.q.Form); f != nil {
		for i := range f.Fields {
			fd := &f.Fields[i]
			add(text.TuiHistOfField, fd.Title, func(q *store.HistoryQuery) { q.Field = fd.ID })
		}
	}
	for _, d := range days {
		from, err := time.ParseInLocation("2006-01-02", d, time.Local)
		if err != nil {
			continue
		}
		add(text.TuiHistOfDay, text.Same(d), func(q *store.HistoryQuery) { q.From, q.To = from, from.AddDate(0, 0, 1) })
	}
	for _, who := range whos {
		if who != "" {
			add(text.TuiHistOfWho, text.Same(who), func(q *store.HistoryQuery) { q.Who = who })
		}
	}
	for _, f := range form.All() {
		if seenForm[f.ID] || s.q.Form != "" {
			add(text.TuiHistOfForm, f.Title, func(q *store.HistoryQuery) { q.Form, q.Row, q.Field = f.ID, 0, "" })
		}
	}
	m.choose(text.TuiHistNarrow, all)
	return nil
}
