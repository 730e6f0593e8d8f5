package tracing

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/tui/kit"
	"yice/tui/screen"
)

// How much is read at once.
const (
	historyMinutes = 100
	historyRecords = 100
	historyPage    = 300 // entries
)

// historyMsg is a page of history.
type historyMsg struct {
	of      *HistoryScreen // who asked: the whole history may lie under that of a record
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
	of      *HistoryScreen
	asked   int
	newest  int64 // of the minute
	oldest  int64 // that it was known to have
	from    int   // entries before it stay
	limit   int
	entries []store.Entry
	err     error
}

// anew lists something else, from the top.
func (s *HistoryScreen) anew(m screen.Desk) tea.Cmd {
	s.list = kit.List{Rows: s.list.Rows}
	s.read, s.rows, s.minutes, s.records, s.past = false, nil, nil, nil, nil
	return s.reload(m)
}

// reload begins again at the newest entry; what is shown stays until the answer comes.
func (s *HistoryScreen) reload(m screen.Desk) tea.Cmd {
	s.no = m.Standing().No
	s.asked++
	s.reading, s.whole = false, false
	w, book := m.Session().Workspace(), m.Session().Book()
	switch s.by {
	case byRecord:
		s.touched = w.Touched(book, s.q)
	case byMinute:
		s.walk = w.Minutes(book, s.q)
	}
	return s.ask(m, true)
}

// ask reads on, once at a time; first: from the newest entry.
func (s *HistoryScreen) ask(m screen.Desk, first bool) tea.Cmd {
	if s.reading || s.whole {
		return nil
	}
	s.reading = true
	ctx, out := m.Context(), historyMsg{of: s, asked: s.asked, first: first}
	switch s.by {
	case byMinute:
		walk := s.walk
		return func() tea.Msg {
			out.from, out.minutes, out.done, out.err = walk.Read(ctx, historyMinutes)
			return out
		}
	case byRecord:
		walk := s.touched
		s := m.Session()
		return func() tea.Msg {
			out.records, out.done, out.err = walk.Read(ctx, historyRecords)
			nameRecords(s, out.records)
			return out
		}
	}
	w, book, f, row, before := m.Session().Workspace(), m.Session().Book(), m.Form(s.base.Form), s.base.Row, int64(0)
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
func (s *HistoryScreen) askEntries(m screen.Desk, i int) tea.Cmd {
	x := &s.minutes[i]
	if x.reading || x.whole && !x.stale {
		return nil
	}
	x.reading = true
	q, w, book := s.q, m.Session().Workspace(), m.Session().Book()
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

// Answer takes a page.
func (s *HistoryScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case historyMsg:
		if msg.of != s || msg.asked != s.asked || !s.reading {
			return nil, msg.of == s
		}
		s.reading = false
		if msg.err != nil {
			s.whole = true // it is not asked for again and again
			m.Say(screen.Bad, kit.Sentence(msg.err))
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
			m.Say(screen.Bad, kit.Sentence(msg.err))
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
func (s *HistoryScreen) take(msg historyMsg) {
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

func (s *HistoryScreen) minuteOf(newest int64) int {
	for i := range s.minutes {
		if s.minutes[i].Head.Seq == newest {
			return i
		}
	}
	return -1
}
