package keying

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// opening is a view being counted or sorted: how far it is, and the way to stop it.
type opening struct {
	kit.Meter
	stop context.CancelFunc
	over chan struct{} // closed when the rows are there, or will not be
}

// Reread opens the rows anew, where they are open: something else has written many.
func (s *TableScreen) Reread(m screen.Desk) tea.Cmd {
	if !s.Grid.Opened() {
		return nil
	}
	return s.reopen(m, 0, "")
}

// reopen opens the rows anew, on the row and field given. What was being opened before is given up.
func (s *TableScreen) reopen(m screen.Desk, row int64, field string) tea.Cmd {
	if s.opening != nil {
		s.opening.stop()
	}
	ctx, stop := context.WithCancel(m.Context())
	op := &opening{stop: stop, over: make(chan struct{})}
	op.Start(m.Now())
	s.opening = op
	f, q, session := s.Form, s.Grid.Query(), m.Session()
	open := s.Grid.Reopen(func() (grid.Source, error) {
		defer close(op.over)
		return openView(ctx, session, f, q, op)
	}, row, field)
	if s.Grid.Plain() {
		return open
	}
	return tea.Batch(open, s.watch(op))
}

// watch draws the progress of an opening that takes its time.
func (s *TableScreen) watch(op *opening) tea.Cmd {
	return kit.TickUntil(op.over, 150*time.Millisecond, func() tea.Cmd {
		if s.opening != op {
			return nil
		}
		return s.watch(op)
	})
}

// sayNone says that no row fits, and how one comes back to all of them.
func (s *TableScreen) sayNone(m screen.Desk) {
	m.Say(screen.Warn, noneSaid(s.Grid.Query(), text.TuiFindNone, text.TuiFilterNone))
}

// noneSaid words a search without a hit: by what was looked for, or for a filter.
func noneSaid(q store.Query, find, filter text.Pair) text.Pair {
	if q.Find != "" {
		return find.With(paint.Safe(q.Find))
	}
	return filter
}

// stopOpening gives up the view being opened and goes back to all rows.
func (s *TableScreen) stopOpening(m screen.Desk) tea.Cmd {
	s.Grid.SetQuery(store.Query{})
	return s.reopen(m, 0, "")
}

func openView(ctx context.Context, session *entry.Session, f *form.Form, q store.Query, op *opening) (grid.Source, error) {
	if f.ID == "checklist" && q.Find == "" && len(q.Where) == 0 && len(q.Sort) == 0 {
		return asked(session), nil
	}
	v, err := session.View(ctx, f, q, op.At)
	if err != nil {
		return nil, err
	}
	return v, nil
}

// itemRows are the items the pack asks about, answered or not: the checklist shows what is still to be answered.
type itemRows []*form.Record

func asked(session *entry.Session) itemRows {
	var rows itemRows
	for _, it := range session.ChecklistItems() {
		rows = append(rows, it.Record)
	}
	return rows
}

func (r itemRows) Len() int { return len(r) }

func (r itemRows) Rows(i, n int) ([]*form.Record, error) {
	i = min(max(i, 0), len(r))
	return append([]*form.Record(nil), r[i:min(i+n, len(r))]...), nil
}

func (r itemRows) Index(row int64) int {
	for i := range r {
		if r[i].ID == row {
			return i
		}
	}
	return -1
}

// Sum: the checklist has no figures.
func (r itemRows) Sum(string) (sum, count int64, err error) { return 0, 0, nil }
