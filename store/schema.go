package store

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"yice/form"
	"yice/seal"
)

const (
	// applicationID marks the file as ours: "YICE".
	applicationID = 0x59494345
	// version of the layout below, in user_version. A file with a greater one is refused; a smaller one is brought up
	// by upgrades, one transaction each.
	version = 1
)

// ownTables are the tables of the workspace itself; no form may bear these names.
var ownTables = []string{
	"meta", "book", "ident", "raw", "tally", "flag", "flag_count", "cube", "cube_month", "cube_gross", "step", "history", "fingerprint", "setting", "note", "pack",
}

// ownKeyed are those that have a row number and a key beside it, for which SQLite makes an index of its own.
var ownKeyed = []string{"book", "pack"}

// ownSchema is version 1 of the workspace's own tables. Times are unix milliseconds.
const ownSchema = `
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE book(
  id INTEGER PRIMARY KEY, uscc TEXT NOT NULL, year INTEGER NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0, changed_at INTEGER NOT NULL, UNIQUE(uscc, year)) STRICT;

CREATE TABLE ident(id INTEGER PRIMARY KEY, book INTEGER NOT NULL REFERENCES book(id), form TEXT NOT NULL, key TEXT NOT NULL) STRICT;
CREATE INDEX ident_book ON ident(book);

CREATE TABLE raw(form TEXT NOT NULL, row INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(form, row, field)) STRICT, WITHOUT ROWID;

CREATE TABLE tally(book INTEGER NOT NULL, form TEXT NOT NULL, rows INTEGER NOT NULL, PRIMARY KEY(book, form)) STRICT, WITHOUT ROWID;

CREATE TABLE flag(form TEXT NOT NULL, book INTEGER NOT NULL, row INTEGER NOT NULL, "check" TEXT NOT NULL, field TEXT NOT NULL,
  severity INTEGER NOT NULL, PRIMARY KEY(form, book, row, "check")) STRICT, WITHOUT ROWID;
CREATE TABLE flag_count(form TEXT NOT NULL, book INTEGER NOT NULL, "check" TEXT NOT NULL, severity INTEGER NOT NULL, rows INTEGER NOT NULL,
  PRIMARY KEY(form, book, "check")) STRICT, WITHOUT ROWID;

CREATE TABLE step(
  id INTEGER PRIMARY KEY, book INTEGER NOT NULL, state INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  label_zh TEXT NOT NULL, label_en TEXT NOT NULL, idents TEXT) STRICT;
CREATE INDEX step_state ON step(book, state, id) WHERE state IN (0, 1);

CREATE TABLE history(
  seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL,
  book INTEGER NOT NULL, form TEXT NOT NULL, row INTEGER NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL,
  old TEXT NOT NULL, new TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX history_row ON history(form, row) WHERE row <> 0;
CREATE TRIGGER history_kept BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_fixed BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_appended BEFORE INSERT ON history WHEN new.seq <= (SELECT max(seq) FROM history)
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TABLE fingerprint(seq INTEGER NOT NULL, chunk INTEGER NOT NULL, sums BLOB NOT NULL, PRIMARY KEY(seq, chunk)) STRICT, WITHOUT ROWID;

CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE note(book INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(book, kind, id)) STRICT, WITHOUT ROWID;
CREATE TABLE pack(sha256 TEXT PRIMARY KEY, year INTEGER NOT NULL, status TEXT NOT NULL, source BLOB NOT NULL, signature BLOB, added_at INTEGER NOT NULL) STRICT;
`

// define gives the statements that make a form's table.
func (t *table) define() string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE %s(_row INTEGER PRIMARY KEY, _book INTEGER NOT NULL, _ord INTEGER NOT NULL, _step INTEGER NOT NULL", t.name)
	if !t.ledger {
		b.WriteString(", _ident INTEGER")
	}
	for i := range t.form.Fields {
		fmt.Fprintf(&b, ", %s %s", t.cols[i], columnType(t.form.Fields[i].Kind))
	}
	b.WriteString(") STRICT;\n" + orderIndex(t.form.ID).sql + ";\n")
	return b.String()
}

// addColumn gives the statement that makes room for a field that the file does not have yet.
func (t *table) addColumn(i int) string {
	return fmt.Sprintf("ALTER TABLE %s ADD COLUMN %s %s;\n", t.name, t.cols[i], columnType(t.form.Fields[i].Kind))
}

// digest names a dictionary by what of it lies in the file; equal digests need no comparison of columns.
func digest(forms []*form.Form) string {
	h := seal.NewSM3()
	for _, f := range forms {
		fmt.Fprintf(h, "%s %d\n", f.ID, f.Scope)
		for i := range f.Fields {
			fmt.Fprintf(h, "  %s %d %s\n", f.Fields[i].ID, f.Fields[i].Kind, f.Fields[i].Ref)
		}
	}
	fmt.Fprint(h, cubeShape)
	return hex.EncodeToString(h.Sum(nil))
}

// columns reads which columns the tables of forms have.
func (c *conn) columns() (map[string]map[string]string, error) {
	k, err := c.once(background, `SELECT m.name, p.name, p.type FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'`)
	if err != nil {
		return nil, err
	}
	defer k.close()
	m := map[string]map[string]string{}
	for k.next() {
		name := k.text(0)
		if slices.Contains(ownTables, name) || strings.HasPrefix(name, "sqlite_") {
			continue
		}
		if m[name] == nil {
			m[name] = map[string]string{}
		}
		m[name][k.text(1)] = k.text(2)
	}
	return m, k.err
}

// changes compares the file with the dictionary: the statements that bring it up, and what it has that the dictionary lacks.
func (w *Workspace) changes(c *conn) (statements []string, unknown []string, err error) {
	have, err := c.columns()
	if err != nil {
		return nil, nil, err
	}
	statements = append(statements, cubeTable()) // counted afresh in any case, and it may be of an older shape
	for _, f := range w.dict().forms {
		t := w.dict().tables[f.ID]
		cols, ok := have[f.ID]
		delete(have, f.ID)
		if !ok {
			statements = append(statements, t.define())
			continue
		}
		for i := range f.Fields {
			want := columnType(f.Fields[i].Kind)
			switch typ, ok := cols[f.Fields[i].ID]; {
			case !ok:
				statements = append(statements, t.addColumn(i))
			case typ != want:
				unknown = append(unknown, f.ID+"."+f.Fields[i].ID)
			}
			delete(cols, f.Fields[i].ID)
		}
		for col := range cols {
			if !strings.HasPrefix(col, "_") {
				unknown = append(unknown, f.ID+"."+col)
			}
		}
	}
	for name := range have {
		unknown = append(unknown, name)
	}
	slices.Sort(unknown)
	return statements, unknown, nil
}
