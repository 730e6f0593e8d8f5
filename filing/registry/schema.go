package registry

import (
	"slices"
	"strings"

	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// The tables, as data. Only types and constraints that every SQL has: VARCHAR, INT, BIGINT, NUMERIC, TIMESTAMP, NOT NULL,
// PRIMARY KEY. Money is 分 in BIGINT. A NUMERIC stands for questions; what the program itself reads is the text beside it.
// What belongs to an enterprise-year bears uscc and year, so that it can be spread by one and parted by the other.

type column struct{ name, kind string }

type table struct {
	name    string
	columns []column
	key     int // how many of the first columns are the primary key
	// tracked: each of its rows stands in the history as it became.
	tracked bool
	// own is where the columns begin that packs, or a later format, brought, which may stand in any order; brought are their places by name.
	own     int
	brought []int
}

const (
	varchar   = "VARCHAR"
	integer   = "INT"
	bigint    = "BIGINT"
	numeric   = "NUMERIC"
	timestamp = "TIMESTAMP"
)

// columnsOf reads "name kind, name kind".
func columnsOf(list string) (all []column) {
	for _, c := range strings.Split(list, ",") {
		name, kind, _ := strings.Cut(strings.TrimSpace(c), " ")
		all = append(all, column{name, kind})
	}
	return all
}

func tableOf(name string, key int, tracked bool, columns string) table {
	all := columnsOf(columns)
	return table{name: name, columns: all, key: key, tracked: tracked, own: len(all)}
}

// figures of a result: NUMERIC beside its text.
const figureColumns = `innovation NUMERIC, bonus NUMERIC, assessed NUMERIC, completion NUMERIC, addback NUMERIC, book NUMERIC, rd NUMERIC`

var fixedTables = []table{
	tableOf("registry", 1, false, "one INT, id VARCHAR, format VARCHAR, created_at TIMESTAMP, archive VARCHAR"),
	tableOf("head", 1, false, "one INT, seq BIGINT, hash VARCHAR"),
	tableOf("history", 1, false, "seq BIGINT, at TIMESTAMP, who VARCHAR, what VARCHAR, why VARCHAR, subject VARCHAR, content VARCHAR, prev VARCHAR, hash VARCHAR"),
	tableOf("roster", 1, true, "uscc VARCHAR, name VARCHAR, type VARCHAR, tier VARCHAR, parent VARCHAR, member_from VARCHAR, member_to VARCHAR, due VARCHAR"),
	tableOf("key_register", 1, true, "number INT, digest VARCHAR, root VARCHAR, holders INT, source VARCHAR, taken_at TIMESTAMP"),
	tableOf("pack", 1, true, "year INT, digest VARCHAR, id VARCHAR, version VARCHAR, title VARCHAR, state VARCHAR, state_by VARCHAR, state_why VARCHAR, state_at TIMESTAMP"),
	tableOf("target", 3, true, "uscc VARCHAR, year INT, line VARCHAR, declared VARCHAR, approved VARCHAR, basis VARCHAR, document VARCHAR"),
	tableOf("arrival", 1, true, "digest VARCHAR, uscc VARCHAR, year INT, period VARCHAR, serial VARCHAR, file VARCHAR, envelope VARCHAR, state VARCHAR, code VARCHAR, message VARCHAR, received_at TIMESTAMP, received_by VARCHAR").and("message_en VARCHAR"),
	tableOf("submission", 1, true, `digest VARCHAR, uscc VARCHAR, year INT, period VARCHAR, serial VARCHAR, manifest VARCHAR, replaces VARCHAR, replaces_manifest VARCHAR,
		name VARCHAR, type VARCHAR, parent VARCHAR, file VARCHAR, signer VARCHAR, sealed_at TIMESTAMP, sealed_text VARCHAR, received_at TIMESTAMP,
		pack VARCHAR, own_pack VARCHAR, mode VARCHAR, verdict VARCHAR, identity VARCHAR, policy VARCHAR, score VARCHAR, signoffs VARCHAR, decided INT, self_declared INT,
		self_innovation NUMERIC, self_bonus NUMERIC, self_assessed NUMERIC, self_completion NUMERIC, self_text VARCHAR,
		`+figureColumns+`, confirmed_text VARCHAR, grade VARCHAR, deducted INT, missing INT,
		rd_expensed BIGINT, rd_expensed_government BIGINT, rd_capitalised BIGINT, rd_capitalised_government BIGINT, history VARCHAR,
		decisions VARCHAR, line_count INT, used_count INT, finding_count INT, row_count BIGINT, spend_sum BIGINT, content VARCHAR`),
	tableOf("line", 2, false, `digest VARCHAR, line VARCHAR, uscc VARCHAR, year INT, place INT, kind VARCHAR, title VARCHAR, self NUMERIC, confirmed NUMERIC, pending NUMERIC, unfilled NUMERIC,
		value NUMERIC, target NUMERIC, weight NUMERIC, self_text VARCHAR, confirmed_text VARCHAR, pending_text VARCHAR, unfilled_text VARCHAR, exact VARCHAR, value_exact VARCHAR, target_exact VARCHAR,
		value_text VARCHAR, target_text VARCHAR, status VARCHAR, gap VARCHAR`),
	tableOf("used", 2, false, "digest VARCHAR, place INT, line VARCHAR, uscc VARCHAR, year INT, form VARCHAR, row BIGINT, key VARCHAR, title VARCHAR, counted VARCHAR, pending INT, why VARCHAR").and("counted_en VARCHAR, why_en VARCHAR"),
	tableOf("finding", 2, false, "digest VARCHAR, place INT, uscc VARCHAR, year INT, check_id VARCHAR, severity VARCHAR, form VARCHAR, row BIGINT, field VARCHAR, message VARCHAR, reason VARCHAR").and("message_en VARCHAR"),
	tableOf("claim", 2, false, "digest VARCHAR, place INT, form VARCHAR, row BIGINT, mark VARCHAR, certain INT, uscc VARCHAR, year INT, period VARCHAR, key VARCHAR, title VARCHAR, plain VARCHAR, alike INT, because VARCHAR, because_en VARCHAR"),
	tableOf("paid", 2, false, "digest VARCHAR, place INT, counterparty VARCHAR, uscc VARCHAR, year INT, lines BIGINT, expensed BIGINT, expensed_government BIGINT, capitalised BIGINT, capitalised_government BIGINT"),
	tableOf("decision", 2, true, "digest VARCHAR, row INT, uscc VARCHAR, year INT, form VARCHAR, key VARCHAR, recognition VARCHAR, recognised_by VARCHAR, recognised_doc VARCHAR, recognised_on VARCHAR, level VARCHAR, authority VARCHAR, kind VARCHAR, signer VARCHAR, signed_at VARCHAR, taken_at TIMESTAMP, reason VARCHAR"),
	tableOf("award", 1, true, "claim VARCHAR, year INT, uscc VARCHAR, who VARCHAR, at TIMESTAMP, why VARCHAR, form VARCHAR, sides VARCHAR"),
	tableOf("adjustment", 1, true, "id VARCHAR, uscc VARCHAR, year INT, period VARCHAR, line VARCHAR, kind VARCHAR, points NUMERIC, points_text VARCHAR, who VARCHAR, when TIMESTAMP, basis VARCHAR"),
	tableOf("result", 2, true, "uscc VARCHAR, year INT, digest VARCHAR, type VARCHAR, rank INT, final NUMERIC, final_text VARCHAR, grade VARCHAR, closed_at TIMESTAMP"),
	tableOf("handed", 2, true, "bundle VARCHAR, digest VARCHAR, uscc VARCHAR, year INT, period VARCHAR, by_uscc VARCHAR, by_name VARCHAR, signer VARCHAR, handed_at TIMESTAMP, file VARCHAR, taken_at TIMESTAMP, who VARCHAR"),
	// New ones stand at the end: what an opening proved is remembered by their places (seen.go).
	tableOf("draft", 3, true, "digest VARCHAR, form VARCHAR, row BIGINT, uscc VARCHAR, year INT, key VARCHAR, recognition VARCHAR, recognised_doc VARCHAR, recognised_on VARCHAR, reason VARCHAR, who VARCHAR, at TIMESTAMP"),
	tableOf("doubled", 1, true, "period VARCHAR, year INT, submissions VARCHAR, claims INT, content VARCHAR, at TIMESTAMP"),
	tableOf("doubled_claim", 2, false, "period VARCHAR, place INT, year INT, claim VARCHAR, form VARCHAR, mark VARCHAR, certain INT, because VARCHAR, because_en VARCHAR, sides VARCHAR"),
	tableOf("doubled_row", 2, false, "period VARCHAR, place INT, year INT, form VARCHAR, mark VARCHAR, digest VARCHAR, uscc VARCHAR, name VARCHAR, row BIGINT, key VARCHAR, title VARCHAR, certain INT, because VARCHAR"),
}

// and adds columns that a later format brought. What was loaded before has nothing in them, and its digest is as it was: see [digestRow].
func (t table) and(columns string) table {
	t.columns = append(t.columns, columnsOf(columns)...)
	t.order()
	return t
}

// formColumns are those of the table of a form besides its fields.
const formColumns = "digest VARCHAR, row BIGINT, uscc VARCHAR, year INT"

// formTable is the table of a form's rows. A figure is a whole number: money in 分, a percentage in millionths, a decimal in
// its last place.
func formTable(f *form.Form) table {
	t := tableOf("f_"+f.ID, 2, false, formColumns)
	for i := range f.Fields {
		t.columns = append(t.columns, fieldColumn(&f.Fields[i]))
	}
	t.own = len(t.columns)
	return t
}

func fieldColumn(f *form.Field) column {
	kind := varchar
	switch f.Kind {
	case form.Int, form.Money, form.Decimal, form.Percent:
		kind = bigint
	}
	name := f.ID
	if slices.ContainsFunc(columnsOf(formColumns), func(c column) bool { return c.name == name }) {
		name += "_" // a field that is called as the row is
	}
	return column{name, kind}
}

// loaded reports whether the rows of a table come from submissions, and go with them.
func (t *table) loaded() bool {
	return strings.HasPrefix(t.name, "f_") || slices.Contains(loadedTables, t.name)
}

// builtIn are the tables of a registry whose packs bring no forms.
func builtIn() []table {
	all := slices.Clone(fixedTables)
	for _, f := range form.All() {
		all = append(all, formTable(f))
	}
	return all
}

// tablesOf are all tables under the packs of all years, those of forms last, those that packs bring behind them by name. A field
// that one year has as a figure and another as a text fits no column.
func tablesOf(packs []*scoring.Pack) ([]table, error) {
	all := builtIn()
	fixed := len(all)
	for _, p := range packs {
		for _, f := range p.Dictionary().All() {
			at := slices.IndexFunc(all, func(t table) bool { return t.name == "f_"+f.ID })
			if at < 0 {
				at = len(all)
				all = append(all, tableOf("f_"+f.ID, 2, false, formColumns))
			}
			t := &all[at]
			for i := range f.Fields {
				c := fieldColumn(&f.Fields[i])
				have := slices.IndexFunc(t.columns, func(x column) bool { return x.name == c.name })
				switch {
				case have < 0:
					t.columns = append(slices.Clip(t.columns), c)
				case t.columns[have].kind != c.kind:
					return nil, fault("registry.pack-form", text.Findings, text.RegistryPackForm.With(p.ID, p.Version, f.ID, f.Fields[i].ID))
				}
			}
		}
	}
	for i := range all {
		all[i].order()
	}
	inorder.Sort(all[fixed:], func(a, b table) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// order notes the places of the columns that packs brought, by name.
func (t *table) order() {
	t.brought = nil
	for i := t.own; i < len(t.columns); i++ {
		t.brought = append(t.brought, i)
	}
	slices.SortFunc(t.brought, func(a, b int) int { return strings.Compare(t.columns[a].name, t.columns[b].name) })
}

// tableNamed gives one of the fixed tables.
func tableNamed(name string) *table {
	for i := range fixedTables {
		if fixedTables[i].name == name {
			return &fixedTables[i]
		}
	}
	return nil
}

func (t *table) names() []string {
	all := make([]string, len(t.columns))
	for i, c := range t.columns {
		all[i] = c.name
	}
	return all
}

func (t *table) make() string {
	return "CREATE TABLE " + quoted(t.name) + " (" + t.spelled() + t.keyed() + ")"
}

// spelled are its columns as they stand where it is made.
func (t *table) spelled() string {
	all := make([]string, len(t.columns))
	for i, c := range t.columns {
		all[i] = quoted(c.name) + " " + c.kind
	}
	return strings.Join(all, ", ")
}

func (t *table) keyed() string { return ", PRIMARY KEY (" + quotedList(t.names()[:t.key]) + ")" }

func quotedList(names []string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = quoted(n)
	}
	return strings.Join(all, ", ")
}

type index struct{ name, table, columns string }

// indexes are those of the built-in tables, by table.
var indexes = []index{
	{"line_by_uscc", "line", "uscc, year"},
	{"submission_by_uscc", "submission", "uscc, year, period"},
	{"submission_by_period", "submission", "year, period"},
	{"submission_by_replaced", "submission", "replaces_manifest"},
	{"arrival_by_uscc", "arrival", "uscc, year, period"},
	{"arrival_by_envelope", "arrival", "envelope"},
	{"claim_by_mark", "claim", "period, year, form, mark, uscc, digest"},
	{"line_by_line", "line", "line, year"},
	// A year's ledgers by category are read out of this one: lines are long, and of each only two cells are asked for.
	{"f_spend_by_category", "f_spend", "digest, category, amount"},
}

func makeIndex(name, on, columns string) string {
	return "CREATE INDEX " + quoted(name) + " ON " + quoted(on) + " (" + columns + ")"
}

// schema is what a registry of a format has.
type schema struct {
	tables  []table // those that packs bring are not among them
	indexes []index
	views   []string // the statements that make them
}

// statements lists those that make it.
func (s *schema) statements() (all []string) {
	for _, t := range s.tables {
		all = append(all, t.make())
	}
	for _, x := range s.indexes {
		all = append(all, makeIndex(x.name, x.table, x.columns))
	}
	return append(all, s.views...)
}

// nameOf gives the name of what a statement makes.
func nameOf(statement string) string {
	_, rest, _ := strings.Cut(statement, `"`)
	name, _, _ := strings.Cut(rest, `"`)
	return name
}
