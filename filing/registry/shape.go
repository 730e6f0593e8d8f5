package registry

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"yice/scoring"
	"yice/text"
)

// A pack may bring forms, and fields to those that are built in. Their tables and columns are made when the pack of a year comes in,
// never taken away, and held against the packs whenever the registry is opened.

func packsOf(packs map[int]*scoring.Pack) (all []*scoring.Pack) {
	for _, year := range slices.Sorted(maps.Keys(packs)) {
		all = append(all, packs[year])
	}
	return all
}

// shape finds out which tables there must be, and which of them are not there yet. One that no pack brought is refused.
func (r *Registry) shape(ctx context.Context) error {
	packs, err := r.packsRead(ctx)
	if err != nil {
		if r.o.Unproven { // whoever asks what is wrong is told so of every file, and not turned away here
			r.tables = schemaOf(cmp.Or(r.was, format)).tables
			r.packless = true
			return nil
		}
		return err
	}
	if r.tables, err = tablesOf(packsOf(packs)); err != nil {
		return err
	}
	have, err := r.engine.columns(ctx, r.s)
	if err != nil {
		return cannotUse(err)
	}
	r.lacking = nil
	for i := range r.tables {
		of := r.tables[i]
		there := have[of.name]
		lacks := table{name: of.name, key: of.key, own: of.own}
		for _, c := range of.columns {
			if there[c.name] == "" {
				lacks.columns = append(lacks.columns, c)
			}
			delete(there, c.name)
		}
		if len(lacks.columns) > 0 {
			r.lacking = append(r.lacking, lacks)
		}
		if of.name[:min(2, len(of.name))] == "f_" {
			for name := range there {
				return fault("registry.schema", text.Cannot, text.RegistrySchema.With(of.name+"."+text.Harmless(name)))
			}
		}
		delete(have, of.name)
	}
	for name := range have {
		if strings.HasPrefix(name, "f_") && !strings.Contains(name, r.id) {
			return fault("registry.schema", text.Cannot, text.RegistrySchema.With(text.Harmless(name)))
		}
	}
	return nil
}

// grow makes the tables and columns that are lacking. Submissions that were loaded before them are loaded again, for their rows had
// nowhere to go.
func (r *Registry) grow(ctx context.Context) error {
	if len(r.lacking) == 0 {
		return nil
	}
	on, err := r.engine.nodes(ctx, r.s, r.id, nil)
	if err != nil {
		return err
	}
	defer on.close()
	years, err := r.Years(ctx)
	if err != nil {
		return err
	}
	packs, err := r.packsRead(ctx)
	if err != nil {
		return err
	}
	err = r.write(ctx, func(t *tx) error {
		for i := range r.lacking {
			if err := t.add(ctx, on, &r.lacking[i]); err != nil {
				return err
			}
		}
		for _, y := range years {
			if y.Closed || len(packs[y.Year].Forms)+len(packs[y.Year].Fields) == 0 {
				continue
			}
			loaded, err := r.submissions(ctx, scope{year: y.Year})
			if err != nil {
				return err
			}
			for _, h := range loaded {
				if err := t.unmark(ctx, h.Digest); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.shape(ctx)
}

// add makes a table of which all columns are lacking, or adds those that are. Other servers first: what is there twice is asked for
// once.
func (t *tx) add(ctx context.Context, on nodes, of *table) error {
	whole := slices.IndexFunc(t.tables, func(x table) bool { return x.name == of.name })
	if len(of.columns) == len(t.tables[whole].columns) {
		return t.makeTable(ctx, on, &t.tables[whole])
	}
	if !of.loaded() {
		on = nil // it lies here alone
	}
	for _, c := range of.columns {
		add := quoted(c.name) + " " + c.kind
		for i := range on {
			if err := on[i].s.exec(ctx, "ALTER TABLE "+quoted(on.under(of.name))+" ADD COLUMN IF NOT EXISTS "+add); err != nil {
				return on[i].wrong(err)
			}
		}
		if err := t.exec(ctx, "ALTER TABLE "+quoted(of.name)+" ADD COLUMN "+add); err != nil {
			return err
		}
	}
	return nil
}

// makeAll makes the tables, indexes and views of a registry.
func (t *tx) makeAll(ctx context.Context, on nodes) error {
	for i := range t.tables {
		if err := t.makeTable(ctx, on, &t.tables[i]); err != nil {
			return err
		}
	}
	for _, view := range views {
		if err := t.exec(ctx, view); err != nil {
			return err
		}
	}
	return nil
}

// makeTable makes a table with its indexes: here, or spread over other servers.
func (t *tx) makeTable(ctx context.Context, on nodes, of *table) error {
	if len(on) > 0 && of.loaded() {
		return t.spread(ctx, on, of)
	}
	return makeWhole(ctx, t.session, of, of.name)
}

func makeWhole(ctx context.Context, s *session, of *table, name string) error {
	named := *of
	named.name = name
	if err := s.exec(ctx, named.make()); err != nil {
		return err
	}
	for _, x := range indexes {
		if x.table == of.name {
			if err := s.exec(ctx, x.on(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// index makes an index of a table that is there: here, or on every node, which is asked whether it made it already.
func (t *tx) index(ctx context.Context, on nodes, x *index) error {
	if len(on) == 0 || !(&table{name: x.table}).loaded() {
		return t.exec(ctx, x.on(x.table))
	}
	for i := range on {
		made := strings.Replace(x.on(on.under(x.table)), "CREATE INDEX", "CREATE INDEX IF NOT EXISTS", 1)
		if err := on[i].s.exec(ctx, made); err != nil {
			return on[i].wrong(err)
		}
	}
	return nil
}

// on is the statement that makes an index of a table, as it is called where it lies.
func (x *index) on(table string) string {
	return makeIndex(strings.Replace(x.name, x.table, table, 1), table, x.columns)
}
