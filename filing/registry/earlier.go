package registry

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"yice/text"
)

// A registry of an earlier format is brought up when it is opened, a step a format, and every step is data: what it adds, and the views that
// it changes, as they were. So the schema of every earlier format is known, and a file is held against that of its own before anything in it is
// believed.
//
// It is done after the whole history was held against every row, for what was edited is not carried on; a file is copied first (before.go); then all
// steps are one transaction, which has the turn as a load has. Tables on other servers come before it, each asked for only where it is not there: what
// was cut off is done again by the next opening, and until the last statement everything is of the earlier format.

// step brings a registry up from one format to the next.
type step struct {
	from    string
	tables  []string          // that it makes
	columns map[string]string // that it adds, by table: "name kind, name kind"
	indexes []string          // that it makes
	views   map[string]string // that it changes, as they were
}

// steps are in their order; the last leads to [format].
var steps = []step{
	{
		from:    "1", // drafts of decisions; what is claimed twice, put down; sentences in English; five years by the year of the submission
		tables:  []string{"draft", "doubled", "doubled_claim", "doubled_row"},
		columns: map[string]string{"used": "counted_en VARCHAR, why_en VARCHAR", "finding": "message_en VARCHAR"},
		views:   map[string]string{"double_claim": doubleClaim1, "five_years": fiveYears1},
	},
	{
		from:    "2", // a year's ledgers by category out of an index; why a file was returned, in English
		columns: map[string]string{"arrival": "message_en VARCHAR"},
		indexes: []string{"f_spend_by_category"},
	},
}

// stepsFrom gives those that are to be done; nil for a format that is none of ours, or is this one.
func stepsFrom(version string) []step {
	at := slices.IndexFunc(steps, func(s step) bool { return s.from == version })
	if at < 0 {
		return nil
	}
	return steps[at:]
}

// newerThanOurs reports whether a format is one that a later program writes.
func newerThanOurs(version string) bool {
	n, err := strconv.Atoi(version)
	ours, _ := strconv.Atoi(format)
	return err == nil && n > ours
}

// schemaOf gives that of a format.
func schemaOf(version string) (of schema) {
	of = schema{builtIn(), slices.Clone(indexes), slices.Clone(views)}
	if version == format {
		return of
	}
	for _, s := range slices.Backward(stepsFrom(version)) {
		of.tables = slices.DeleteFunc(of.tables, func(t table) bool { return slices.Contains(s.tables, t.name) })
		of.indexes = slices.DeleteFunc(of.indexes, func(x index) bool { return slices.Contains(s.indexes, x.name) })
		for i := range of.tables {
			of.tables[i] = of.tables[i].without(columnsOf(s.columns[of.tables[i].name]))
		}
		for i, view := range of.views {
			if was := s.views[nameOf(view)]; was != "" {
				of.views[i] = was
			}
		}
	}
	return of
}

// without is a table as it was before it had some columns.
func (t table) without(columns []column) table {
	t.columns = slices.DeleteFunc(slices.Clone(t.columns), func(c column) bool { return slices.Contains(columns, c) })
	t.order()
	return t
}

// standing gives the tables and columns that are there, of a registry that is not brought up.
func (r *Registry) standing() (all []table) {
	lacks := make(map[string][]column)
	for _, of := range r.lacking {
		lacks[of.name] = of.columns
	}
	for _, of := range r.tables {
		if of = of.without(lacks[of.name]); len(of.columns) > 0 {
			all = append(all, of)
		}
	}
	return all
}

// stands is a fixed table as the format of the registry has it: without columns where it has no such table yet.
func (r *Registry) stands(of *table) *table {
	if r.was == "" {
		return of
	}
	for _, t := range schemaOf(r.was).tables {
		if t.name == of.name {
			return &t
		}
	}
	return &table{name: of.name}
}

// bringUp brings a registry of an earlier format up, whole or not at all.
func (r *Registry) bringUp(ctx context.Context) error {
	wrong := func(err error) error {
		var f *text.Fault
		if errors.As(err, &f) && f.Code != "registry.database" || err == nil {
			return err
		}
		if f != nil { // what the database would not do is the reason, and not the sentence
			err = f.Err
		}
		return faultOf("registry.earlier", text.Cannot, text.RegistryEarlier.With(shownAddress(r.address), r.was, format), err)
	}
	on, err := r.engine.nodes(ctx, r.s, r.id, nil)
	if err != nil {
		return wrong(err)
	}
	defer on.close()
	was := r.was
	err = r.inTurn(ctx, was, func(t *tx) error {
		if err := r.engine.keep(ctx, t.session, was); err != nil {
			return err
		}
		for _, s := range stepsFrom(was) {
			if err := r.step(ctx, t, on, &s); err != nil {
				return err
			}
		}
		if err := t.note(ctx, "format", was+" → "+format, "registry "+was, ""); err != nil {
			return err
		}
		if err := t.exec(ctx, "UPDATE head SET one = ? WHERE one = ?", turn, was); err != nil {
			return err
		}
		return t.exec(ctx, "UPDATE registry SET format = ? WHERE one = 1", format)
	})
	if codeOf(err, "") == "registry.newer" {
		return nil // somebody else brought it up meanwhile: what it is now is read again
	}
	return wrong(err)
}

// step takes one step.
func (r *Registry) step(ctx context.Context, t *tx, on nodes, s *step) error {
	for i := range r.lacking {
		of := &r.lacking[i]
		if !slices.Contains(s.tables, of.name) && s.columns[of.name] == "" {
			continue // brought by a pack: [Registry.grow] does that, and loads again what had nowhere to go
		}
		if err := t.add(ctx, on, of); err != nil {
			return err
		}
	}
	for _, x := range indexes {
		if !slices.Contains(s.indexes, x.name) {
			continue
		}
		if err := t.index(ctx, on, &x); err != nil {
			return err
		}
	}
	for _, view := range views {
		name := nameOf(view)
		if s.views[name] == "" {
			continue
		}
		if err := t.exec(ctx, "DROP VIEW "+quoted(name)); err != nil {
			return err
		}
		if err := t.exec(ctx, view); err != nil {
			return err
		}
	}
	return nil
}
