package store

import (
	"strings"
	"testing"
)

// A schema that somebody else wrote is compared by its tokens: writing them with one blank between changes nothing, and a
// table is taken for a form's only where it is made as a form's is.
func FuzzSchema(f *testing.F) {
	p := builtIn().plan()
	for _, o := range p.own {
		f.Add(o.kind, o.name, o.sql)
	}
	f.Add("table", "project", `CREATE TABLE "project" (_row INTEGER PRIMARY KEY, _book INTEGER NOT NULL, _ord INTEGER NOT NULL, _step INTEGER NOT NULL, "code" TEXT) STRICT`)
	f.Add("trigger", "x", "CREATE TRIGGER x AFTER INSERT ON history BEGIN SELECT '--' ; END")
	f.Fuzz(func(t *testing.T, kind, name, sql string) {
		once := normal(sql)
		if twice := normal(once); twice != once {
			t.Fatalf("%q is %q and then %q", sql, once, twice)
		}
		o := object{kind: kind, name: name, table: name, root: 2, sql: sql}
		cols, ok := formColumns(o)
		for col, typ := range cols {
			if !idPattern.MatchString(col) || typ != "TEXT" && typ != "INTEGER" {
				t.Fatalf("%q has a column %q %q", sql, col, typ)
			}
		}
		if ok && (kind != "table" || strings.Contains(strings.ToUpper(once), " GENERATED ") || strings.Contains(once, "CHECK (") || strings.Contains(once, "DEFAULT")) {
			t.Fatalf("%q passes for a form's table", sql)
		}
		cubeMade(once)
		add(map[string]object{}, sql)
		if say := p.asNow(o, nil); say.Empty() {
			if want, there := p.current[name]; !there || !o.as(want) && !p.forms[name].hasAll(o) {
				t.Fatalf("%q is admitted", sql)
			}
		}
	})
}
