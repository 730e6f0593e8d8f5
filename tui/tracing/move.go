package tracing

import (
	tea "charm.land/bubbletea/v2"

	"yice/store"
	"yice/text"
	"yice/tui/screen"
)

// skipHeads moves the cursor off heads.
func (s *HistoryScreen) skipHeads(by int) {
	for s.list.At >= 0 && s.list.At < len(s.rows) && s.rows[s.list.At].kind == rowHead {
		s.list.At += by
	}
	if s.list.At < 0 {
		s.list.At = min(1, max(len(s.rows)-1, 0))
	}
}

func (s *HistoryScreen) move(m screen.Desk, key string) tea.Cmd {
	was := s.list.At
	s.list.Move(key)
	by := 1
	if s.list.At < was {
		by = -1
	}
	s.skipHeads(by)
	return s.wanted(m)
}

// unseen is how many lines the screen is taken to have before it was drawn.
const unseen = 60

// wanted asks for what the eye comes to next: entries of an open minute, and at the end of the list what lies before.
func (s *HistoryScreen) wanted(m screen.Desk) tea.Cmd {
	var cmds []tea.Cmd
	page := s.list.Rows
	if page == 0 {
		page = unseen
	}
	end := max(s.list.At, s.list.Top) + page
	for i := s.list.Top; i < min(end, len(s.rows)); i++ {
		r := &s.rows[i]
		if s.by != byMinute || r.kind == rowHead {
			continue
		}
		if x := &s.minutes[r.minute]; r.kind == rowMore || x.stale && x.opened {
			cmds = append(cmds, s.askEntries(m, r.minute))
		}
	}
	if end >= len(s.rows) {
		cmds = append(cmds, s.ask(m, false))
	}
	return tea.Batch(cmds...)
}

func (s *HistoryScreen) row() *historyRow {
	if s.list.At >= len(s.rows) || s.rows[s.list.At].kind == rowHead {
		return nil
	}
	return &s.rows[s.list.At]
}

func (s *HistoryScreen) current() *store.Entry {
	if r := s.row(); r != nil {
		return r.e
	}
	return nil
}

// expand opens or closes the minute or the step under the cursor; a record it opens on a page of its own.
func (s *HistoryScreen) expand(m screen.Desk, key string) tea.Cmd {
	r := s.row()
	if r == nil {
		return nil
	}
	if r.kind == rowRecord {
		if key != "left" {
			return s.openRecord(m, r.record)
		}
		return nil
	}
	at := s.list.At
	for s.rows[at].kind == rowPart {
		at-- // to its step
	}
	if r := &s.rows[at]; r.kind == rowMore || key == "left" && r.within && (r.n == 1 || !s.open(at)) {
		for at > 0 && (s.rows[at].within || s.rows[at].kind == rowPart || s.rows[at].kind == rowMore) {
			at-- // to its minute
		}
	}
	s.list.At = at
	open := !s.open(at)
	if key == "right" || key == "left" {
		open = key == "right"
	}
	x := &s.minutes[s.rows[at].minute]
	if s.rows[at].kind == rowMinute {
		x.opened = open
	} else {
		s.steps[s.rows[at].e.Seq] = open
	}
	s.arrange(m)
	return s.wanted(m)
}

// open reports whether the line of a minute or of a step is.
func (s *HistoryScreen) open(at int) bool {
	if r := &s.rows[at]; r.kind == rowMinute {
		return s.minutes[r.minute].opened
	}
	return s.steps[s.rows[at].e.Seq]
}

// openRecord shows what became of one record.
func (s *HistoryScreen) openRecord(m screen.Desk, r *store.TouchedRecord) tea.Cmd {
	f := m.Form(r.Form)
	if f == nil || r.Bulk {
		m.Say(screen.Plain, text.TuiHistManyRows)
		return nil
	}
	return m.Push(NewRecordHistory(s.bring, f, r.Row, r.Key, r.Field))
}

// pressed is a click on a line: it takes the cursor there, and from there it opens what there is to open.
func (s *HistoryScreen) pressed(m screen.Desk, at int) tea.Cmd {
	if at >= len(s.rows) || s.rows[at].kind == rowHead {
		return nil
	}
	if s.list.At != at {
		s.list.At = at
		return s.wanted(m)
	}
	switch r := &s.rows[at]; {
	case r.kind == rowMinute, r.kind == rowRecord, r.kind == rowStep && r.n > 1:
		return s.expand(m, "space")
	}
	return s.jump(m)
}
