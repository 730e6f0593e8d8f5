package entry

import (
	"slices"

	"yice/book"
	"yice/form"
)

// follow adds to the changes of a transaction what follows from rows whose key changed, and from rows that undo brought
// back to a place only the file knows. References are held by the identity of the row they name, so that is read again,
// and nothing else.
func (s *Session) follow(st *state, changes []book.Change, walked bool) (book.Step, error) {
	out := book.Step{Changes: changes, Tables: make(map[string]*book.Table)}
	ledgerToo := false
	var again []*form.Form
	add := func(f *form.Form) {
		switch {
		case f.Scope == form.Ledger:
			ledgerToo = true
		case !slices.Contains(again, f):
			again = append(again, f)
		}
	}
	for _, c := range changes {
		if walked && c.Before == nil && c.Form.Scope != form.Ledger {
			add(c.Form)
		}
	}
	for _, f := range st.Naming(changes) {
		add(f)
	}
	for _, f := range again {
		rows, err := s.w.Records(st.book, f)
		if err != nil {
			return out, err
		}
		out.Tables[f.ID] = book.NewTable(f, st.book.Year, rows)
	}
	if ledgerToo {
		ledger, err := s.w.Ledger(st.book)
		if err != nil {
			return out, err
		}
		s.recent.clear()
		out.Ledger = ledger
	}
	return out, nil
}
