package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// historyRow is one line of the history.
type historyRow struct {
	kind   lineKind
	title  string // of a head
	e      *store.Entry
	minute int    // position among the minutes
	n      int    // entries of a step
	weight int64  // records and cells they stand for
	field  string // of a value
	value  *store.CellChange
	change *store.Change
	record *store.TouchedRecord
	within bool // a step of a minute
}

type lineKind uint8

const (
	rowHead   lineKind = iota // a day, a field: the cursor passes it
	rowMinute                 // a minute of work, of several steps
	rowStep
	rowPart   // one change of a step
	rowMore   // what of a minute is not read yet
	rowRecord // a record that was changed
	rowValue  // a value a field had
	rowEvent  // a record made, removed, brought back
)

// arrange makes lines of what was read.
func (s *historyScreen) arrange(m *Root) {
	s.rows = s.rows[:0:0]
	switch s.by {
	case byMinute:
		s.arrangeMinutes()
	case byRecord:
		s.arrangeRecords()
	default:
		s.arrangeFields(m)
	}
	s.howWidth, s.valueWidth = 8, 20
	for i := range s.rows {
		if r := &s.rows[i]; r.change != nil {
			s.howWidth = max(s.howWidth, paint.Width(m.howOf(r.change).In(m.lang)))
			shown, _ := m.valueShown(r)
			s.valueWidth = max(s.valueWidth, paint.Width(shown))
		}
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
	s.skipHeads(1)
}

// day puts the head of a day before its first line.
func (s *historyScreen) day(e *store.Entry, was *string) {
	if d := e.At.Local().Format("2006-01-02"); d != *was {
		*was = d
		s.rows = append(s.rows, historyRow{title: d})
	}
}

func (s *historyScreen) arrangeMinutes() {
	day := ""
	for i := range s.minutes {
		x := &s.minutes[i]
		s.day(&x.Head, &day)
		if x.Steps == 1 && !x.Open { // one step needs nothing around it
			s.rows = append(s.rows, historyRow{kind: rowStep, minute: i, e: &x.Head, n: x.Entries, weight: x.Weight})
			if x.Entries > 1 && s.steps[x.Head.Seq] {
				s.parts(i, x.entries)
				s.more(i)
			}
			continue
		}
		s.rows = append(s.rows, historyRow{kind: rowMinute, minute: i, e: &x.Head, n: x.Steps, weight: x.Records})
		if x.opened {
			s.stepsOf(i)
			s.more(i)
		}
	}
}

// stepsOf lists the steps of a minute, each with its changes where it is open.
func (s *historyScreen) stepsOf(i int) {
	entries := s.minutes[i].entries
	for k := 0; k < len(entries); {
		e, n := &entries[k], 1
		for k+n < len(entries) && sameStep(e, &entries[k+n]) {
			n++
		}
		row := historyRow{kind: rowStep, minute: i, e: e, n: n, within: true}
		for j := range n {
			row.weight += entries[k+j].Rows
		}
		s.rows = append(s.rows, row)
		if n > 1 && s.steps[e.Seq] {
			s.parts(i, entries[k:k+n])
		}
		k += n
	}
}

func (s *historyScreen) parts(i int, entries []store.Entry) {
	for k := range entries {
		s.rows = append(s.rows, historyRow{kind: rowPart, minute: i, e: &entries[k], n: 1})
	}
}

func (s *historyScreen) more(i int) {
	if x := &s.minutes[i]; !x.whole {
		s.rows = append(s.rows, historyRow{kind: rowMore, minute: i, e: &x.Head, n: x.Entries - len(x.entries)})
	}
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

func (s *historyScreen) arrangeRecords() {
	day := ""
	for i := range s.records {
		r := &s.records[i]
		s.day(&r.Entry, &day)
		s.rows = append(s.rows, historyRow{kind: rowRecord, e: &r.Entry, record: r})
	}
}

// arrangeFields lists the values each field of a record has had, the field it was opened at first; at the end, or first where
// it is gone, what became of the record as a whole.
func (s *historyScreen) arrangeFields(m *Root) {
	f := m.form(s.base.Form)
	if f == nil {
		return
	}
	values := func(fd *form.Field) {
		begun := false
		for i := range s.past {
			x := &s.past[i]
			if !s.keeps(f, x) {
				continue
			}
			for k := range x.Cells {
				if x.Cells[k].Field != fd.ID {
					continue
				}
				if !begun {
					begun = true
					s.rows = append(s.rows, historyRow{title: fd.Title.In(m.lang)})
				}
				s.rows = append(s.rows, historyRow{kind: rowValue, e: &x.Entry, field: fd.ID, value: &x.Cells[k], change: x})
			}
		}
	}
	if s.isGone() {
		s.arrangeEvents(m, f)
	}
	if fd := f.Field(s.field); fd != nil {
		values(fd)
	}
	for i := range f.Fields {
		if fd := &f.Fields[i]; fd.ID != s.field && (s.q.Field == "" || s.q.Field == fd.ID) {
			values(fd)
		}
	}
	if !s.isGone() {
		s.arrangeEvents(m, f)
	}
}

// isGone reports whether the record was removed: then that is what is told first.
func (s *historyScreen) isGone() bool {
	for i := range s.past {
		if s.past[i].Field == "" {
			return s.past[i].New == ""
		}
	}
	return false
}

// arrangeEvents lists what became of the record as a whole.
func (s *historyScreen) arrangeEvents(m *Root, f *form.Form) {
	begun := false
	for i := range s.past {
		if x := &s.past[i]; x.Field == "" && s.keeps(f, x) && s.q.Field == "" {
			if !begun {
				begun = true
				s.rows = append(s.rows, historyRow{title: text.TuiHistWholeRecord.In(m.lang)})
			}
			s.rows = append(s.rows, historyRow{kind: rowEvent, e: &x.Entry, change: x})
		}
	}
}

// keeps reports whether a change is what the list of a record is narrowed to.
func (s *historyScreen) keeps(f *form.Form, x *store.Change) bool {
	q := &s.q
	return (q.Who == "" || q.Who == x.Who) && (q.From.IsZero() || !x.At.Before(q.From) && x.At.Before(q.To)) &&
		(q.Text == "" || saysOf(f, x, q.Text))
}

// skipHeads moves the cursor off heads.
func (s *historyScreen) skipHeads(by int) {
	for s.list.At >= 0 && s.list.At < len(s.rows) && s.rows[s.list.At].kind == rowHead {
		s.list.At += by
	}
	if s.list.At < 0 {
		s.list.At = min(1, max(len(s.rows)-1, 0))
	}
}

func (s *historyScreen) move(m *Root, key string) tea.Cmd {
	was := s.list.At
	s.list.Move(key)
	by := 1
	if s.list.At < was {
		by = -1
	}
	s.skipHeads(by)
	return s.wanted(m)
}

// wanted asks for what the eye comes to next: entries of an open minute, and at the end of the list what lies before.
func (s *historyScreen) wanted(m *Root) tea.Cmd {
	var cmds []tea.Cmd
	page := max(s.list.Rows, m.h, 1)
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

func (s *historyScreen) row() *historyRow {
	if s.list.At >= len(s.rows) || s.rows[s.list.At].kind == rowHead {
		return nil
	}
	return &s.rows[s.list.At]
}

func (s *historyScreen) current() *store.Entry {
	if r := s.row(); r != nil {
		return r.e
	}
	return nil
}

// expand opens or closes the minute or the step under the cursor; a record it opens on a page of its own.
func (s *historyScreen) expand(m *Root, key string) tea.Cmd {
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
func (s *historyScreen) open(at int) bool {
	if r := &s.rows[at]; r.kind == rowMinute {
		return s.minutes[r.minute].opened
	}
	return s.steps[s.rows[at].e.Seq]
}

// openRecord shows what became of one record.
func (s *historyScreen) openRecord(m *Root, r *store.TouchedRecord) tea.Cmd {
	f := m.form(r.Form)
	if f == nil || r.Bulk {
		m.say(screen.Plain, text.TuiHistManyRows)
		return nil
	}
	return m.push(newRecordHistory(f, r.Row, r.Key, r.Field))
}

// pressed is a click on a line: it takes the cursor there, and from there it opens what there is to open.
func (s *historyScreen) pressed(m *Root, at int) tea.Cmd {
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
