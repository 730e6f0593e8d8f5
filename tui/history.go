package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// historyScreen is what was done, newest first: by minutes of work, each opening to its steps and a step to its changes; by the
// records it concerns; and of one record by its fields. Undo and redo work on it as everywhere. It reads on as it is looked
// at, a page at a time, and never while it draws.
type historyScreen struct {
	still
	by    arrangement
	q     store.HistoryQuery // what is listed
	base  store.HistoryQuery // what it was opened for: Esc comes back to it before it leaves
	label string             // of the record it was opened for
	field string             // of that record, shown first

	asked   int  // number of the walk, so that a late answer to an earlier one is dropped
	reading bool // a page is on its way
	read    bool // one has come
	whole   bool // nothing earlier is left to read
	no      int  // standing it was read for

	walk    *store.Minutes
	minutes []minute
	touched *store.Touched
	records []store.TouchedRecord
	past    []store.Change

	steps map[int64]bool // shown change by change, by their newest entry
	rows  []historyRow
	list  kit.List
	// howWidth and valueWidth are what the widest of the values of a record needs, and of the ways they came.
	howWidth, valueWidth int
}

// arrangement is how the history is listed.
type arrangement uint8

const (
	byMinute arrangement = iota
	byRecord
	byField // of one record
)

// minute is a minute of work, and its entries once they are asked for.
type minute struct {
	store.Minute
	opened  bool
	reading bool
	entries []store.Entry
	whole   bool // all of its entries are here
	stale   bool // they were read before something was written: what was taken back, and overtaken, may have changed
}

// How much is read at once.
const (
	historyMinutes = 100
	historyRecords = 100
	historyPage    = 300 // entries
)

// historyMsg is a page of history.
type historyMsg struct {
	of      *historyScreen // who asked: the whole history may lie under that of a record
	asked   int
	first   bool // of its walk
	from    int  // minutes before it stay
	minutes []store.Minute
	records []store.TouchedRecord
	past    []store.Change
	done    bool
	err     error
}

// minuteMsg is a page of the entries of one minute.
type minuteMsg struct {
	of      *historyScreen
	asked   int
	newest  int64 // of the minute
	oldest  int64 // that it was known to have
	from    int   // entries before it stay
	limit   int
	entries []store.Entry
	err     error
}

func (s *historyScreen) place() *Place          { return InHistory }
func (s *historyScreen) follow(m *Root) tea.Cmd { return s.refresh(m) }

func (s *historyScreen) crumb(m *Root) string {
	if s.base.Row != 0 && s.label != "" {
		return text.TuiHistory.In(m.lang) + " " + m.th.Chrome.Right + " " + form.KeyTitle(s.base.Form, s.label).In(m.lang)
	}
	return text.TuiHistory.In(m.lang)
}

// openHistory opens the history; from a table or a card, of the record under the cursor, the field under it first.
func (m *Root) openHistory() tea.Cmd {
	s := newHistory()
	m.visited()
	switch top := m.top().(type) {
	case *gridScreen:
		if r := top.g.Current(); r != nil && r.ID > 0 {
			s = newRecordHistory(top.f, r.ID, r.Label(), top.g.Field().ID)
		} else {
			s.base.Form = top.f.ID
		}
	case *cardScreen:
		if top.rec != nil && top.rec.ID > 0 {
			s = newRecordHistory(top.f, top.rec.ID, top.rec.Label(), top.field().ID)
		}
	}
	s.q = s.base
	return m.push(s)
}

func newHistory() *historyScreen { return &historyScreen{steps: map[int64]bool{}} }

func newRecordHistory(f *form.Form, row int64, label, field string) *historyScreen {
	s := newHistory()
	s.by, s.label, s.field = byField, label, field
	if f.Single() {
		s.label = f.Title.ZH
	}
	s.base.Form, s.base.Row = f.ID, row
	s.q = s.base
	return s
}

// anew lists something else, from the top.
func (s *historyScreen) anew(m *Root) tea.Cmd {
	s.list = kit.List{Rows: s.list.Rows}
	s.read, s.rows, s.minutes, s.records, s.past = false, nil, nil, nil, nil
	return s.reload(m)
}

// refresh reads anew where something was written since.
func (s *historyScreen) refresh(m *Root) tea.Cmd {
	if s.asked > 0 && s.no == m.stand.No {
		return nil
	}
	return s.reload(m)
}

// reload begins again at the newest entry; what is shown stays until the answer comes.
func (s *historyScreen) reload(m *Root) tea.Cmd {
	s.no = m.stand.No
	s.asked++
	s.reading, s.whole = false, false
	w, book := m.desk.w, m.desk.s.Book()
	switch s.by {
	case byRecord:
		s.touched = w.Touched(book, s.q)
	case byMinute:
		s.walk = w.Minutes(book, s.q)
	}
	return s.ask(m, true)
}

// ask reads on, once at a time; first: from the newest entry.
func (s *historyScreen) ask(m *Root, first bool) tea.Cmd {
	if s.reading || s.whole {
		return nil
	}
	s.reading = true
	ctx, out := m.ctx, historyMsg{of: s, asked: s.asked, first: first}
	switch s.by {
	case byMinute:
		walk := s.walk
		return func() tea.Msg {
			out.from, out.minutes, out.done, out.err = walk.Read(ctx, historyMinutes)
			return out
		}
	case byRecord:
		walk := s.touched
		s := m.desk.s
		return func() tea.Msg {
			out.records, out.done, out.err = walk.Read(ctx, historyRecords)
			nameRecords(s, out.records)
			return out
		}
	}
	w, book, f, row, before := m.desk.w, m.desk.s.Book(), m.form(s.base.Form), s.base.Row, int64(0)
	if f == nil { // a pack brought it that is no longer in force
		s.reading, s.read, s.whole = false, true, true
		return nil
	}
	if n := len(s.past); !first && n > 0 {
		before = s.past[n-1].Seq
	}
	return func() tea.Msg {
		out.past, out.err = w.Past(ctx, book, f, row, before, historyPage)
		out.done = len(out.past) < historyPage
		return out
	}
}

// nameRecords gives records without a key what people know them by now.
func nameRecords(s *entry.Session, records []store.TouchedRecord) {
	for i := range records {
		r := &records[i]
		f := s.Forms().ByID(r.Form)
		if r.Key != "" || r.Bulk || f == nil || f.Single() {
			continue
		}
		if now, err := s.Record(f, r.Row); err == nil && now != nil {
			r.Key = now.Label()
		}
	}
}

// askEntries reads on in a minute that is open.
func (s *historyScreen) askEntries(m *Root, i int) tea.Cmd {
	x := &s.minutes[i]
	if x.reading || x.whole && !x.stale {
		return nil
	}
	x.reading = true
	q, w, book := s.q, m.desk.w, m.desk.s.Book()
	out := minuteMsg{of: s, asked: s.asked, newest: x.Head.Seq, oldest: x.First, from: len(x.entries), limit: historyPage}
	q.Before, q.After = x.Head.Seq+1, x.First-1
	if n := len(x.entries); x.stale {
		out.from, out.limit = 0, max(n, historyPage)
	} else if n > 0 {
		q.Before = x.entries[n-1].Seq
	}
	q.Limit = out.limit
	return func() tea.Msg {
		out.entries, out.err = w.History(book, q)
		return out
	}
}

func (s *historyScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case historyMsg:
		if msg.of != s || msg.asked != s.asked || !s.reading {
			return nil, msg.of == s
		}
		s.reading = false
		if msg.err != nil {
			s.whole = true // it is not asked for again and again
			m.say(screen.Bad, kit.Sentence(msg.err))
			return nil, true
		}
		s.take(msg)
	case minuteMsg:
		i := s.minuteOf(msg.newest)
		if msg.of != s || msg.asked != s.asked || i < 0 || !s.minutes[i].reading {
			return nil, msg.of == s
		}
		x := &s.minutes[i]
		x.reading, x.stale = false, false
		if msg.err != nil {
			x.whole = true
			m.say(screen.Bad, kit.Sentence(msg.err))
			return nil, true
		}
		stay := min(msg.from, len(x.entries))
		x.entries = append(x.entries[:stay:stay], msg.entries...)
		x.whole = len(msg.entries) < msg.limit && x.First == msg.oldest // it may have grown meanwhile
	default:
		return nil, false
	}
	s.arrange(m)
	return s.wanted(m), true
}

// take adds a page to what is listed; the first of a walk takes the place of what was there.
func (s *historyScreen) take(msg historyMsg) {
	// What was done last is what people come for: the newest minute is open until somebody closes it.
	newest := !s.read || len(s.minutes) == 0 || s.minutes[0].opened
	s.read, s.whole = true, msg.done
	if msg.first {
		s.records, s.past = nil, nil
	}
	s.records, s.past = append(s.records, msg.records...), append(s.past, msg.past...)
	if s.by != byMinute {
		return
	}
	stay := min(msg.from, len(s.minutes))
	was := s.minutes[stay:]
	s.minutes = s.minutes[:stay:stay]
	for _, x := range msg.minutes {
		s.minutes = append(s.minutes, minuteAgain(x, was, msg.first))
	}
	if msg.from == 0 && len(s.minutes) > 0 && newest {
		s.minutes[0].opened = true
	}
}

// minuteAgain is a minute as it was, where it was open. One that grew as more was read keeps what it has, and goes on with what
// it asked for; in a walk begun anew it may have grown at the other end, or been taken back, and is read again.
func minuteAgain(x store.Minute, was []minute, anew bool) minute {
	out := minute{Minute: x}
	for i := range was {
		o := &was[i]
		switch {
		case o.Head.Seq == x.Head.Seq:
			out.opened, out.entries, out.whole = o.opened, o.entries, o.whole && o.First == x.First
			out.reading, out.stale = o.reading && !anew, o.stale || anew && len(o.entries) > 0
		case o.First == x.First && o.opened:
			out.opened = true
		}
	}
	return out
}

func (s *historyScreen) minuteOf(newest int64) int {
	for i := range s.minutes {
		if s.minutes[i].Head.Seq == newest {
			return i
		}
	}
	return -1
}

// jump goes to the record a line speaks of.
func (s *historyScreen) jump(m *Root) tea.Cmd {
	e := s.current()
	if e == nil {
		return nil
	}
	field := e.Field
	if r := s.row(); r != nil && r.kind == rowValue {
		field = r.field
	}
	f := m.form(e.Form)
	if f == nil || e.Row == 0 {
		m.say(screen.Plain, text.TuiHistNoPlace)
		return nil
	}
	row, session := e.Row, m.desk.s
	if s.base.Row != 0 { // of a line that came with others the entry names the first
		row = s.base.Row
	}
	return later(func() func(m *Root) tea.Cmd {
		r, err := session.Record(f, row)
		return func(m *Root) tea.Cmd {
			switch {
			case err != nil:
				m.say(screen.Bad, kit.Sentence(err))
			case r == nil && !f.Single():
				m.say(screen.Warn, text.TuiHistRowGone)
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
		m.say(screen.Plain, text.TuiHistIsThere)
		return nil
	}
	step := e.Step
	m.open(kit.NewAsk(text.TuiReviveAsk, text.TuiReviveSay.With(e.Label), func(yes bool) tea.Cmd {
		if !yes || m.desk == nil {
			return nil
		}
		cmd := m.await(&job{large: true, do: func(s *entry.Session) (entry.Outcome, error) { return s.Revive(step) }}, revived, text.Pair{})
		return cmd
	}), false)
	return nil
}
