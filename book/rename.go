package book

import (
	"slices"

	"yice/form"
	"yice/returns"
)

// References are held by the identity of the row they name, so a row that gets another key changes what other rows and
// the ledger's sums say without a write of theirs. That is rare; what follows it is then read again, and nothing else.

// Naming gives the forms whose rows may name a row that these changes gave another key, in the order people see them.
func (y *Year) Naming(changes []Change) []*form.Form {
	names := newNames(changes)
	if len(names) == 0 {
		return nil
	}
	return slices.DeleteFunc(y.Forms().All(), func(f *form.Form) bool { return !names.in(y, f) })
}

// renames are the keys that came or went, by form; a form some row of which got another key is wholly in doubt.
type renames map[string]*renamed

type renamed struct {
	keys  map[string]bool
	doubt bool
}

func newNames(changes []Change) renames {
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
func (all renames) in(y *Year, f *form.Form) bool {
	for i := range f.Fields {
		to := all[f.Fields[i].Ref]
		if f.Fields[i].Kind != form.Ref || to == nil {
			continue
		}
		if to.doubt || f.Scope == form.Ledger && y.Ledger.mentions(to.keys) {
			return true
		}
		for _, r := range y.Table(f).rows {
			if v := r.Values[i].Str(); v != "" && to.keys[v] {
				return true
			}
		}
	}
	return false
}

// mentions reports whether any part of the ledger is of a project or platform with one of the keys.
func (l *Ledger) mentions(keys map[string]bool) bool {
	named := func(s *returns.Sum) bool {
		return s.Project != "" && keys[s.Project] || s.Platform != "" && keys[s.Platform]
	}
	return slices.ContainsFunc(l.strays, named) || slices.ContainsFunc(l.Sums(), named)
}

// Supposing gives the year as it would be after changes, with what would follow from them: rows and ledger parts that name
// a row which gets another key. Nothing is read.
func (y *Year) Supposing(changes []Change) *Year {
	out := Step{Changes: changes}
	for _, c := range changes {
		was, now := keyIn(c.Before), keyIn(c.After)
		if c.Before == nil || c.After == nil || was == now || was == "" {
			continue
		}
		for _, f := range y.Forms().All() {
			for i := range f.Fields {
				if f.Fields[i].Kind == form.Ref && f.Fields[i].Ref == c.Form.ID {
					y.rename(&out, f, i, was, now)
				}
			}
		}
	}
	return y.After(out)
}

// rename supposes that what a field names was by another key.
func (y *Year) rename(out *Step, f *form.Form, field int, was, now string) {
	if f.Scope == form.Ledger {
		parts := y.Ledger.Sums()
		for i, sum := range slices.Concat(parts, y.Ledger.strays) {
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
	for _, r := range y.Table(f).rows {
		if r.Values[field].Str() != was {
			continue
		}
		i := slices.IndexFunc(out.Changes, func(c Change) bool { return c.Form.ID == f.ID && c.Row == r.ID })
		if i < 0 {
			i = len(out.Changes)
			out.Changes = append(slices.Clip(out.Changes), Change{Form: f, Row: r.ID, Before: r, After: r.Clone()})
		}
		if after := out.Changes[i].After; after != nil && after.Values[field].Str() == was {
			after.Values[field] = form.S(now)
		}
	}
}
