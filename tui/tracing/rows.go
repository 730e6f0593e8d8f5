package tracing

import (
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
func (s *HistoryScreen) arrange(m screen.Desk) {
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
			s.howWidth = max(s.howWidth, paint.Width(HowOf(r.change).In(m.Lang())))
			shown, _ := valueShown(m, r)
			s.valueWidth = max(s.valueWidth, paint.Width(shown))
		}
	}
	s.list.N = len(s.rows)
	s.list.Clamp()
	s.skipHeads(1)
}

// day puts the head of a day before its first line.
func (s *HistoryScreen) day(e *store.Entry, was *string) {
	if d := e.At.Local().Format("2006-01-02"); d != *was {
		*was = d
		s.rows = append(s.rows, historyRow{title: d})
	}
}

func (s *HistoryScreen) arrangeMinutes() {
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
func (s *HistoryScreen) stepsOf(i int) {
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

func (s *HistoryScreen) parts(i int, entries []store.Entry) {
	for k := range entries {
		s.rows = append(s.rows, historyRow{kind: rowPart, minute: i, e: &entries[k], n: 1})
	}
}

func (s *HistoryScreen) more(i int) {
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

func (s *HistoryScreen) arrangeRecords() {
	day := ""
	for i := range s.records {
		r := &s.records[i]
		s.day(&r.Entry, &day)
		s.rows = append(s.rows, historyRow{kind: rowRecord, e: &r.Entry, record: r})
	}
}

// arrangeFields lists the values each field of a record has had, the field it was opened at first; at the end, or first where
// it is gone, what became of the record as a whole.
func (s *HistoryScreen) arrangeFields(m screen.Desk) {
	f := m.Form(s.base.Form)
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
					s.rows = append(s.rows, historyRow{title: fd.Title.In(m.Lang())})
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
func (s *HistoryScreen) isGone() bool {
	for i := range s.past {
		if s.past[i].Field == "" {
			return s.past[i].New == ""
		}
	}
	return false
}

// arrangeEvents lists what became of the record as a whole.
func (s *HistoryScreen) arrangeEvents(m screen.Desk, f *form.Form) {
	begun := false
	for i := range s.past {
		if x := &s.past[i]; x.Field == "" && s.keeps(f, x) && s.q.Field == "" {
			if !begun {
				begun = true
				s.rows = append(s.rows, historyRow{title: text.TuiHistWholeRecord.In(m.Lang())})
			}
			s.rows = append(s.rows, historyRow{kind: rowEvent, e: &x.Entry, change: x})
		}
	}
}

// keeps reports whether a change is what the list of a record is narrowed to.
func (s *HistoryScreen) keeps(f *form.Form, x *store.Change) bool {
	q := &s.q
	return (q.Who == "" || q.Who == x.Who) && (q.From.IsZero() || !x.At.Before(q.From) && x.At.Before(q.To)) &&
		(q.Text == "" || saysOf(f, x, q.Text))
}
