package store

import (
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
)

// plant writes into a closed file as somebody would who knows SQLite and means ill.
func plant(t *testing.T, path string, script string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", OmitHost: true, Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(script); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
}

// planted are files that somebody put something into, and what they put there.
var planted = []struct{ name, script, says string }{
	{"a trigger that raises the revenue with every import", `CREATE TRIGGER helper AFTER INSERT ON history WHEN new.kind='import' BEGIN UPDATE annual SET revenue=revenue*2; END`, "触发器「helper」"},
	{"an index that answers for the history", `CREATE INDEX quick ON history(hash) WHERE seq<>3`, "索引「quick」"},
	{"a view that never ends in the place of a table", `ALTER TABLE meta RENAME TO kept; CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT 'dictionary' AS name, max(i) AS value FROM n`, "视图「meta」"},
	{"a view of another name", `CREATE VIEW v AS SELECT 1`, "视图「v」"},
	{"a column that computes", `ALTER TABLE annual ADD COLUMN more INTEGER GENERATED ALWAYS AS (revenue*2) VIRTUAL`, "表「annual」"},
	{"a column with a default", `ALTER TABLE project ADD COLUMN more INTEGER DEFAULT 7`, "表「project」"},
	{"a column that nobody knows", `ALTER TABLE project ADD COLUMN more INTEGER`, "表「project」"},
	{"a column taken away", `ALTER TABLE project DROP COLUMN staff`, "表「project」"},
	{"a guard of the history taken away", `DROP TRIGGER history_kept`, "触发器「history_kept」"},
	{"a guard of the history that guards nothing", `DROP TRIGGER history_fixed; CREATE TRIGGER history_fixed BEFORE UPDATE ON history BEGIN SELECT 1; END`, "触发器「history_fixed」"},
	{"sums that are kept wrong", `DROP TRIGGER cube_insert; CREATE TRIGGER cube_insert AFTER INSERT ON spend BEGIN SELECT 1; END`, "触发器「cube_insert」"},
	{"an index of another order", `DROP INDEX project_order; CREATE INDEX project_order ON project(_book, _row)`, "索引「project_order」"},
	{"an index taken away", `DROP INDEX ident_book`, "索引「ident_book」"},
	{"figures that lead the planner astray", `ANALYZE`, "表「sqlite_stat1」"},
	{"a table of its own", `CREATE TABLE hidden(x)`, "表「hidden」"},
	{"a table that a module makes", `CREATE VIRTUAL TABLE words USING fts5(a)`, "表「words"},
	{"a table that looks like a form's", `CREATE TABLE "staff"(_row INTEGER PRIMARY KEY, _book INTEGER NOT NULL, _ord INTEGER NOT NULL, _step INTEGER NOT NULL) STRICT`, "表「staff」"},
	{"a table within another's pages", `PRAGMA writable_schema=1; UPDATE sqlite_schema SET rootpage=(SELECT rootpage FROM sqlite_schema WHERE name='project') WHERE name='platform'`, "表「platform」"},
	{"another text for a table", `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql=replace(sql, '"staff" INTEGER', '"staff" INTEGER CHECK("staff" < 5)') WHERE name='project'`, "表「project」"},
	{"three thousand views", `PRAGMA writable_schema=1; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3000) INSERT INTO sqlite_schema SELECT 'view', 'v'||i, 'v'||i, 0, 'CREATE VIEW v'||i||' AS SELECT 1' FROM n`, "视图「v"},
	{"a comment in a table of ours", `PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql=replace(sql, 'value TEXT', '/**/ value TEXT') WHERE name='meta'`, "表「meta」"},
	{"a column that computes, under an older dictionary", `UPDATE meta SET value='older' WHERE name='dictionary'; ALTER TABLE annual ADD COLUMN more INTEGER AS (revenue*2)`, "表「annual」"},
	{"a trigger under an older dictionary", `UPDATE meta SET value='older' WHERE name='dictionary'; CREATE TRIGGER helper AFTER INSERT ON spend BEGIN DELETE FROM history; END`, "触发器「helper」"},
	{"sums that compute, under an older dictionary", `UPDATE meta SET value='older' WHERE name='dictionary'; DROP TABLE cube; CREATE TABLE cube(book INTEGER NOT NULL, amount INTEGER DEFAULT 5, PRIMARY KEY(book)) STRICT, WITHOUT ROWID`, "表「cube」"},
	{"a trigger under the name of the sums', elsewhere", `UPDATE meta SET value='older' WHERE name='dictionary'; DROP TRIGGER cube_insert; CREATE TRIGGER cube_insert AFTER INSERT ON history BEGIN SELECT 1; END`, "触发器「cube_insert」"},
}

// Whatever was put into a file is named, at every door, and the file is left as it was; the records can be had without it.
func TestWhatIsNotOursIsRefusedByName(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1", "name", "稀土永磁", "staff", 3)
	d.add("spend", "date", "2023-01-01", "amount", 5)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range planted {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a#b %41?.yice")
			if err := os.WriteFile(path, made, 0o600); err != nil {
				t.Fatal(err)
			}
			plant(t, path, c.script)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			refused := func(door string, err error) {
				t.Helper()
				if code(err) != "store.schema-stranger" || !strings.Contains(err.Error(), c.says) {
					t.Errorf("%s: %v", door, err)
				}
			}
			for _, readOnly := range []bool{false, true} {
				o := d.o
				o.ReadOnly = readOnly
				w, err := Open(path, o)
				if err == nil {
					w.Close()
				}
				refused("opening", err)
			}
			dir := t.TempDir()
			refused("restoring", Restore(filepath.Join(dir, "a.yice"), path, d.o))
			if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
				t.Error("the file was changed", err)
			}
			saved, err := Salvage(path, filepath.Join(dir, "saved.yice"), d.o)
			if err == nil {
				w, err := Open(filepath.Join(dir, "saved.yice"), d.o)
				if err != nil {
					t.Fatal(err)
				}
				defer w.Close()
				if n, err := w.Count(d.book, d.form("spend")); err != nil || n != 1 {
					t.Error("lines saved:", n, err)
				}
				if !strings.Contains(c.script, "DROP") && len(saved.Left) == 0 {
					t.Error("nothing is said of what was left out")
				}
				return
			}
			t.Error("nothing was saved:", err)
		})
	}
}

// A backup with something in it is listed as one that cannot be used.
func TestABackupThatIsNotOursIsNoBackup(t *testing.T) {
	d := newDesk(t, nil)
	made, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	plant(t, made, `CREATE TRIGGER helper AFTER INSERT ON history BEGIN SELECT 1; END`)
	all, err := Backups(d.path)
	if err != nil || len(all) != 1 || all[0].Head != "" {
		t.Fatal(all, err)
	}
}

// The plan is what Create makes, object for object; and a file of an older dictionary loses the triggers it came with.
func TestThePlanIsWhatIsMade(t *testing.T) {
	for _, forms := range [][]*form.Form{smallForms(), form.All()} {
		d := newDesk(t, forms)
		all, err := d.writer.schema()
		if err != nil {
			t.Fatal(err)
		}
		p := d.plan()
		if len(all) != len(p.own)+len(p.current) {
			t.Errorf("%d objects, planned are %d", len(all), len(p.own)+len(p.current))
		}
		for _, o := range all {
			want, ok := p.own[o.name]
			if !ok {
				want = p.current[o.name]
			}
			if want.root = o.root; want != o {
				t.Errorf("planned is %+v, made is %+v", want, o)
			}
		}
	}
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1", "staff", 3)
	d.add("spend", "date", "2023-01-01", "amount", 7)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	plant(t, d.path, `DROP TRIGGER cube_insert; CREATE TRIGGER cube_insert AFTER INSERT ON spend BEGIN UPDATE spend SET amount=0; END;
		UPDATE meta SET value='older' WHERE name='dictionary'; ALTER TABLE project DROP COLUMN staff; DROP TABLE cube_gross`)
	d.open()
	d.add("spend", "date", "2023-01-01", "amount", 5)
	d.sameCube()
	if _, err := d.dict().admit(d.path, d.writer); err != nil {
		t.Fatal(err)
	}
}

// Nothing SQLite is asked may come to more than ours comes to.
func TestStatementsAreBounded(t *testing.T) {
	d := newDesk(t, smallForms())
	for _, sql := range []string{
		"SELECT zeroblob(100000000)",
		"SELECT 1 FROM meta WHERE 1 " + strings.Repeat("AND (1 ", 200) + strings.Repeat(")", 200),
		"ATTACH ':memory:' AS a; ATTACH ':memory:' AS b",
		"SELECT '" + strings.Repeat("x", 2<<20) + "'",
	} {
		if err := d.writer.script(sql); err == nil {
			t.Errorf("ran: %.60s", sql)
		}
	}
	// Whoever has a connection of ours cannot write the schema past SQLite.
	if err := d.writer.script("PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql='' WHERE name='meta'"); err == nil {
		t.Error("the schema was written")
	}
}
