// Package tracing is the room of what was done: by minutes of work, by record, and of one record by its fields. It writes nothing:
// a step is brought back by whoever opened it.
package tracing

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// HistoryScreen is what was done, newest first: by minutes of work, each opening to its steps and a step to its changes; by the
// records it concerns; and of one record by its fields. Undo and redo work on it as everywhere. It reads on as it is looked
// at, a page at a time, and never while it draws.
type HistoryScreen struct {
	screen.Still
	bring Revive
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

// Revive brings a step back that was taken back and then overtaken.
type Revive func(step int64) tea.Cmd

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

// Place says which of its keys are live.
func (s *HistoryScreen) Place() *screen.Place { return InHistory }

// Follow reads anew where something was written since.
func (s *HistoryScreen) Follow(m screen.Desk) tea.Cmd {
	if s.asked > 0 && s.no == m.Standing().No {
		return nil
	}
	return s.reload(m)
}

// Crumb names the record whose history it is.
func (s *HistoryScreen) Crumb(m screen.Desk) string {
	l := m.Lang()
	if s.base.Row != 0 && s.label != "" {
		return text.TuiHistory.In(l) + " " + m.Theme().Chrome.Right + " " + form.KeyTitle(s.base.Form, s.label).In(l)
	}
	return text.TuiHistory.In(l)
}

// NewHistory is the history of everything.
func NewHistory(revive Revive) *HistoryScreen {
	return &HistoryScreen{bring: revive, steps: map[int64]bool{}}
}

// NewFormHistory is that of one form.
func NewFormHistory(revive Revive, f *form.Form) *HistoryScreen {
	s := NewHistory(revive)
	s.base.Form = f.ID
	s.q = s.base
	return s
}

// NewRecordHistory is that of one record, known by a label, one of its fields first.
func NewRecordHistory(revive Revive, f *form.Form, row int64, label, field string) *HistoryScreen {
	s := NewFormHistory(revive, f)
	s.by, s.label, s.field = byField, label, field
	if f.Single() {
		s.label = f.Title.ZH
	}
	s.base.Row = row
	s.q = s.base
	return s
}

// InHistory is what was done.
var InHistory = &screen.Place{ID: "history", Title: text.TuiPlaceHistory, For: text.TuiForHistory, Met: 210, Common: true, Opener: "history"}

// History declares it.
func History() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InHistory}, Actions: []screen.Action{
		{
			ID: "history.jump", Title: text.TuiHistJump, Foot: text.TuiFootJumpTo, Keys: []string{"enter"}, Where: InHistory, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd { return s.jump(m) }),
		},
		{
			ID: "history.expand", Title: text.TuiHistExpand, Foot: text.TuiFootExpand, Keys: []string{"space", "right", "left"}, Where: InHistory, Rank: 2,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*HistoryScreen); return ok && s.by != byField },
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, key string) tea.Cmd { return s.expand(m, key) }),
		},
		{
			ID: "history.revive", Title: text.TuiHistRevive, Foot: text.TuiFootRevive, Keys: []string{"r"}, Where: InHistory, Rank: 3,
			On: func(m screen.Desk) bool {
				s, ok := m.Top().(*HistoryScreen)
				if !ok {
					return false
				}
				e := s.current()
				return e != nil && e.Dropped && e.Kind != "undo"
			},
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd { return s.revive(m) }),
		},
		{
			ID: "history.arrange", Title: text.TuiHistArrange, Foot: text.TuiFootArrange, Keys: []string{"tab"}, Where: InHistory, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd { return s.arrangeBy(m, s.other()) }),
		},
		{
			ID: "history.find", Title: text.TuiHistFind, Foot: text.TuiFootFind, Keys: []string{"/", "ctrl+f"}, Where: InHistory, Rank: 4,
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd { return s.find(m) }),
		},
		{
			ID: "history.narrow", Title: text.TuiHistNarrow, Foot: text.TuiFootFilter, Keys: []string{"ctrl+l"}, Where: InHistory, Rank: 5,
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd { return s.narrow(m) }),
		},
		{
			ID: "history.all", Title: text.TuiHistAll, Foot: text.TuiFootAll, Keys: []string{"esc"}, Where: InHistory, Rank: 6,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*HistoryScreen); return ok && s.q != s.base },
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, _ string) tea.Cmd {
				s.q = s.base
				return s.anew(m)
			}),
		},
		{
			ID: "history.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InHistory,
			Do: screen.On(func(m screen.Desk, s *HistoryScreen, key string) tea.Cmd { return s.move(m, key) }),
		},
	}}
}

// other is the arrangement that one key changes to.
func (s *HistoryScreen) other() arrangement {
	switch {
	case s.by != byMinute:
		return byMinute
	case s.base.Row != 0:
		return byField
	}
	return byRecord
}

func (s *HistoryScreen) arrangeBy(m screen.Desk, by arrangement) tea.Cmd {
	if s.by == by {
		return nil
	}
	s.by = by
	return s.anew(m)
}

// jump goes to the record a line speaks of.
func (s *HistoryScreen) jump(m screen.Desk) tea.Cmd {
	e := s.current()
	if e == nil {
		return nil
	}
	field := e.Field
	if r := s.row(); r != nil && r.kind == rowValue {
		field = r.field
	}
	f := m.Form(e.Form)
	if f == nil || e.Row == 0 {
		m.Say(screen.Plain, text.TuiHistNoPlace)
		return nil
	}
	row, session := e.Row, m.Session()
	if s.base.Row != 0 { // of a line that came with others the entry names the first
		row = s.base.Row
	}
	return screen.Later(func() screen.Do {
		r, err := session.Record(f, row)
		return func() tea.Cmd {
			switch {
			case err != nil:
				m.Say(screen.Bad, kit.Sentence(err))
			case r == nil && !f.Single():
				m.Say(screen.Warn, text.TuiHistRowGone)
			default:
				return m.GoTo(f, row, field)
			}
			return nil
		}
	})
}

// revive brings back the step under the cursor, once that is agreed to.
func (s *HistoryScreen) revive(m screen.Desk) tea.Cmd {
	e := s.current()
	if e == nil || !e.Dropped {
		m.Say(screen.Plain, text.TuiHistIsThere)
		return nil
	}
	step := e.Step
	m.Open(kit.NewAsk(text.TuiReviveAsk, text.TuiReviveSay.With(e.Label), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.bring(step)
	}))
	return nil
}
