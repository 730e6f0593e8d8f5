package entry

import (
	"sync"

	"yice/book"
	"yice/form"
)

// lastYear keeps the rows of the year before that somebody compared with, form by form, and what its ledger adds up to,
// until the next Reload.
type lastYear struct {
	mu     sync.Mutex
	tables map[string]*book.Table
	spent  *spent // nil until somebody looked
}

func (l *lastYear) clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tables, l.spent = nil, nil
}

// LastYear gives the row's counterpart in the year before (by natural key; the single row), nil where there is none.
func (s *Session) LastYear(f *form.Form, r *form.Record) *form.Record {
	if f.Scope == form.Ledger {
		return nil
	}
	t := s.tableLastYear(f)
	switch {
	case t == nil:
		return nil
	case f.Single():
		return t.Single()
	case r == nil:
		return nil
	}
	if key := r.Key(); key != "" {
		return t.Find(key)
	}
	return nil
}

func (s *Session) tableLastYear(f *form.Form) *book.Table {
	st := s.now.Load()
	if !st.before.there {
		return nil
	}
	s.last.mu.Lock()
	defer s.last.mu.Unlock()
	if t := s.last.tables[f.ID]; t != nil {
		return t
	}
	f = st.Forms().Of(f)
	rows, err := s.w.Records(st.before.book, f)
	if err != nil {
		return nil // a comparison that cannot be had now is not shown; the file's troubles come out where it is needed
	}
	if s.last.tables == nil {
		s.last.tables = make(map[string]*book.Table)
	}
	t := book.NewTable(f, st.before.book.Year, rows)
	s.last.tables[f.ID] = t
	return t
}
