package entry

import (
	"slices"

	"yice/form"
	"yice/returns"
	"yice/store"
)

// References are held by the identity of the row they name, so a row that gets another key changes what other rows and
// the ledger's sums say without a write of theirs. That is rare; what follows it is then read again, and nothing else.

// followed is what a transaction changed, with what had to be read again because of it.
type followed struct {
	changes []store.RowChange
	tables  map[string]*table // forms read again, by id
	ledger  *ledger           // nil: moved by the changes, not read again
	moves   []move            // further moves of the ledger, supposed ones
}

// follow adds to the changes of a transaction what follows from rows whose key changed, and from rows that undo brought
// back to a place only the file knows.
func (s *Session) follow(st *state, changes []store.RowChange, walked bool) (followed, error) {
	out := followed{changes: changes, tables: make(map[string]*table)}
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
	if names := newNames(changes); len(names) > 0 {
		for _, f := range formsInOrder() {
			if names.in(st, f) {
				add(f)
			}
		}
	}
	for _, f := range again {
		rows, err := s.w.Records(st.book, f)
		if err != nil {
			return out, err
		}
		out.tables[f.ID] = newTable(f, st.book.Year, rows)
	}
	if ledgerToo {
		cube, err := s.w.Cube(st.book)
		if err != nil {
			return out, err
		}
		s.recent.clear()
		out.ledger = newLedger(cube)
	}
	return out, nil
}

// renames are the keys that came or went, by form; a form some row of which got another key is wholly in doubt.
type renames map[string]*renamed

type renamed struct {
	keys  map[string]bool
	doubt bool
}

func newNames(changes []store.RowChange) renames {
	all := make(renames)
	for _, c := range changes {
		was, now := keyIn(c.Before), keyIn(c.After)
		if !c.Form.Keyed() || was == now {
			continue
		}
		r := all[c.Form.ID]
		if r == nil {
			r = &renamed{keys: make(map[string]bool)}
			all[c.Form.ID] = r
		}
		r.keys[was], r.keys[now] = true, true
		r.doubt = r.doubt || c.Before != nil && c.After != nil
	}
	return all
}

func keyIn(r *form.Record) string {
	if r == nil {
		return ""
	}
	return r.Key()
}

// in reports whether rows of a form may name one of the rows.
func (all renames) in(st *state, f *form.Form) bool {
	for i := range f.Fields {
		to := all[f.Fields[i].Ref]
		if f.Fields[i].Kind != form.Ref || to == nil {
			continue
		}
		if to.doubt || f.Scope == form.Ledger && st.ledger.mentions(to.keys) {
			return true
		}
		for _, r := range st.table(f).rows {
			if v := r.Values[i].Str(); v != "" && to.keys[v] {
				return true
			}
		}
	}
	return false
}

// mentions reports whether any part of the ledger is of a project or platform with one of the keys.
func (l *ledger) mentions(keys map[string]bool) bool {
	named := func(s returns.Sum) bool {
		return s.Project != "" && keys[s.Project] || s.Platform != "" && keys[s.Platform]
	}
	return slices.ContainsFunc(l.strays, named) || slices.ContainsFunc(l.list(), named)
}

// supposed adds to supposed changes what would follow from them: rows and ledger parts that name a row which gets another
// key. Nothing is read.
func (st *state) supposed(changes []store.RowChange) followed {
	out := followed{changes: changes}
	for _, c := range changes {
		was, now := keyIn(c.Before), keyIn(c.After)
		if c.Before == nil || c.After == nil || was == now || was == "" {
			continue
		}
		for _, f := range formsInOrder() {
			for i := range f.Fields {
				if f.Fields[i].Kind == form.Ref && f.Fields[i].Ref == c.Form.ID {
					st.rename(&out, f, i, was, now)
				}
			}
		}
	}
	return out
}

// rename supposes that what a field names was by another key.
func (st *state) rename(out *followed, f *form.Form, field int, was, now string) {
	if f.Scope == form.Ledger {
		parts := st.ledger.list()
		for i, sum := range slices.Concat(parts, st.ledger.strays) {
			c := cellOf(sum)
			c.Outside = i >= len(parts)
			at := map[string]*string{"project": &c.Project, "platform": &c.Platform}[f.Fields[field].ID]
			if at == nil || *at != was {
				continue
			}
			// Which months they are of does not change, so none is named twice: what goes from one comes back to it.
			out.moves = append(out.moves, taken(move{c, 0}))
			*at = now
			out.moves = append(out.moves, move{c, 0})
		}
		return
	}
	for _, r := range st.table(f).rows {
		if r.Values[field].Str() != was {
			continue
		}
		i := slices.IndexFunc(out.changes, func(c store.RowChange) bool { return c.Form == f && c.Row == r.ID })
		if i < 0 {
			i = len(out.changes)
			out.changes = append(slices.Clip(out.changes), store.RowChange{Form: f, Row: r.ID, Before: r, After: r.Clone()})
		}
		if after := out.changes[i].After; after != nil && after.Values[field].Str() == was {
			after.Values[field] = form.S(now)
		}
	}
}
