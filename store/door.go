package store

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"yice/form"
	"yice/text"
)

// A workspace comes from anywhere: a stick, a colleague, a mail. A trigger in it would change figures as they are
// written, an index answers in the place of its table, a view never ends. So before anything of a file is believed all of
// its schema is held against what this program writes, and a file with anything else in it is not opened.

// object is one line of sqlite_schema.
type object struct {
	kind, name, table string // "table", "index", "trigger", "view"
	root              int64
	sql               string
}

// plan is what the schema of a workspace may be.
type plan struct {
	digest  string            // of the dictionary
	own     map[string]object // what every workspace has
	current map[string]object // what one of this dictionary has besides
	forms   map[string]*table
}

// builtIn is the shelf of the dictionary that is built in. It is shared, and only compared with.
var builtIn = sync.OnceValue(func() *shelf {
	s, err := newShelf(form.All())
	if err != nil {
		panic(err) // the dictionary is ours
	}
	return s
})

func planOf(forms []*form.Form, tables map[string]*table) *plan {
	p := &plan{digest: digest(forms), own: map[string]object{}, current: map[string]object{}, forms: tables}
	add(p.own, ownSchema)
	for _, table := range ownKeyed {
		name := "sqlite_autoindex_" + table + "_1"
		p.own[name] = object{kind: "index", name: name, table: table}
	}
	add(p.current, cubeTable())
	for _, f := range forms {
		add(p.current, tables[f.ID].define())
	}
	if t := cubeLedger(forms, tables); t != nil {
		add(p.current, t.cubeTriggers())
	}
	return p
}

// add takes what the statements of a script make.
func add(to map[string]object, script string) {
	for script != "" {
		var sql string
		sql, script = statement(script)
		head := headOf(sql)
		if head[0] != "CREATE" {
			continue
		}
		o := object{kind: strings.ToLower(head[1]), name: unquoted(head[2]), sql: sql}
		if o.table = unquoted(head[3]); o.kind == "table" {
			o.table = o.name
		}
		to[o.name] = o
	}
}

// statement parts the first statement from a script; the statements within a trigger stay with it.
func statement(script string) (sql, rest string) {
	script = strings.TrimLeft(script, "\n")
	end := ";"
	if strings.HasPrefix(script, "CREATE TRIGGER ") {
		end = " END;"
		if i := strings.Index(script, "\nEND;"); i >= 0 && (!strings.Contains(script, end) || i < strings.Index(script, end)) {
			end = "\nEND;"
		}
	}
	sql, rest, _ = strings.Cut(script, end)
	return sql + strings.TrimSuffix(end, ";"), strings.TrimLeft(rest, "\n")
}

// headOf gives the first three tokens of a statement and the one that follows ON.
func headOf(sql string) (head [4]string) {
	for n := 0; sql != ""; n++ {
		var t string
		if t, sql = token(sql); n < 3 {
			head[n] = t
		}
		if t == "ON" {
			head[3], _ = token(sql)
			break
		}
	}
	return head
}

// token takes the first token off, as SQLite does as far as our own SQL is concerned: a comment comes out as signs that
// ours has not.
func token(sql string) (t, rest string) {
	sql = strings.TrimLeft(sql, " \t\n\r\f")
	if sql == "" {
		return "", ""
	}
	end := 1
	switch c := sql[0]; {
	case c == '"' || c == '\'' || c == '`':
		for end < len(sql) && (sql[end] != c || end+1 < len(sql) && sql[end+1] == c) {
			if sql[end] == c {
				end++
			}
			end++
		}
		end = min(end+1, len(sql))
	case wordByte(c):
		for end < len(sql) && wordByte(sql[end]) {
			end++
		}
	}
	return sql[:end], sql[end:]
}

func wordByte(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// normal is SQL with one blank between its tokens.
func normal(sql string) string {
	var b strings.Builder
	for t, rest := token(sql); t != ""; t, rest = token(rest) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	return b.String()
}

func unquoted(name string) string { return strings.Trim(name, `"`) }

const (
	// mostObjects bounds what is read of a schema; ours has some two hundred lines.
	mostObjects = 2000
	// doorTime bounds how long that may take.
	doorTime = 20 * time.Second
)

// schema reads sqlite_schema, which no view can stand before.
func (c *conn) schema() ([]object, error) {
	ctx, stop := working(doorTime, processorTime)
	defer stop()
	k, err := c.once(ctx, "SELECT type, name, tbl_name, rootpage, sql FROM main.sqlite_schema LIMIT ?", int64(mostObjects+1))
	if err != nil {
		return nil, err
	}
	defer k.close()
	var all []object
	for k.next() {
		all = append(all, object{k.text(0), k.text(1), k.text(2), k.int(3), k.text(4)})
	}
	return all, k.err
}

// admit compares the schema of a file with what this program writes, and gives the shelf of the forms that the file keeps. The
// fault names the first thing that is not as this program writes it.
func (s *shelf) admit(path string, c *conn) (*shelf, error) {
	all, err := c.schema()
	if err != nil {
		return nil, err
	}
	refuse := func(say text.Pair, o object) (*shelf, error) {
		return nil, fault("store.schema-stranger", say.With(path, o.words()), nil)
	}
	if len(all) > mostObjects {
		return refuse(text.StoreStranger, all[mostObjects])
	}
	if o, ok := doubled(all); ok {
		return refuse(text.StoreStranger, o)
	}
	have := make(map[string]object, len(all))
	for _, o := range all {
		have[o.name] = o
	}
	own := s.plan().own
	for _, name := range slices.Sorted(maps.Keys(own)) {
		switch o, ok := have[name]; {
		case !ok:
			return refuse(text.StoreSchemaMissing, own[name])
		case !o.as(own[name]):
			return refuse(text.StoreSchemaAltered, o)
		}
	}
	if s, err = s.fileShelf(path, c); err != nil {
		return nil, err
	}
	if o, say, err := s.plan().schema(c, all, have); err != nil || !say.Empty() {
		if err != nil {
			return nil, err
		}
		return refuse(say, o)
	}
	return s, nil
}

// fileShelf gives the shelf of the forms that a file keeps, whose own tables were found as they should be.
func (s *shelf) fileShelf(path string, c *conn) (*shelf, error) {
	var spelled string
	if _, err := c.row("SELECT value FROM meta WHERE name='forms'", []any{&spelled}); err != nil {
		return nil, err
	}
	if spelled == s.spelled || s.fixed {
		return s, nil
	}
	own, err := shelfOf(spelled)
	if err != nil {
		return nil, fault("store.schema-stranger", text.StoreFormsUnread.With(path), err)
	}
	return own, nil
}

// schema finds the first object that is not as it should be in a file of this dictionary, or an older one.
func (p *plan) schema(c *conn, all []object, have map[string]object) (o object, say text.Pair, err error) {
	var digest string
	if _, err := c.row("SELECT value FROM meta WHERE name='dictionary'", []any{&digest}); err != nil {
		return o, say, err
	}
	judge := p.older
	if digest == p.digest {
		judge = p.asNow
	}
	for _, o := range all {
		if _, ok := p.own[o.name]; ok {
			continue
		}
		if say := judge(o, have); !say.Empty() {
			return o, say, nil
		}
	}
	if digest != p.digest {
		return o, say, nil // what is missing is made when the file is brought up
	}
	for _, name := range slices.Sorted(maps.Keys(p.current)) {
		if _, ok := have[name]; !ok {
			return p.current[name], text.StoreSchemaMissing, nil
		}
	}
	return o, say, nil
}

// doubled finds two objects of one name, or two that share their pages: the one would answer for the other.
func doubled(all []object) (object, bool) {
	names, roots := map[string]bool{}, map[int64]bool{}
	for _, o := range all {
		stored := o.kind == "table" || o.kind == "index"
		if names[o.name] || stored != (o.root > 1) || stored && roots[o.root] {
			return o, true
		}
		names[o.name], roots[o.root] = true, true
	}
	return object{}, false
}

// as reports whether an object is what the other one is, wherever its pages lie.
func (o object) as(want object) bool {
	return o.kind == want.kind && o.name == want.name && o.table == want.table && (o.sql == want.sql || normal(o.sql) == normal(want.sql))
}

// asNow judges an object of a file of this dictionary.
func (p *plan) asNow(o object, _ map[string]object) text.Pair {
	want, ok := p.current[o.name]
	switch t := p.forms[o.name]; {
	case !ok:
		return text.StoreStranger
	case o.as(want) || t != nil && t.hasAll(o): // columns that were added later stand behind the others
		return text.Pair{}
	}
	return text.StoreSchemaAltered
}

// hasAll reports whether an object is the table of a form with all its columns.
func (t *table) hasAll(o object) bool {
	cols, ok := formColumns(o)
	if !ok || len(cols) != len(t.form.Fields) {
		return false
	}
	for i := range t.form.Fields {
		if f := &t.form.Fields[i]; cols[f.ID] != columnType(f.Kind) {
			return false
		}
	}
	return true
}

// older judges an object of a file that another dictionary wrote. Its tables may have other columns, of the same make; the
// cube and its triggers are dropped and made again before a row is written (see bringUp). A table of a form that is not
// known here is said by name where the file is brought up.
func (p *plan) older(o object, have map[string]object) text.Pair {
	switch o.name {
	case "cube", "cube_month", "cube_gross":
		if o.kind == "table" && o.table == o.name && cubeMade(normal(o.sql)) {
			return text.Pair{}
		}
		return text.StoreSchemaAltered
	case "cube_insert", "cube_update":
		if _, ok := formColumns(have[o.table]); o.kind == "trigger" && ok {
			return text.Pair{}
		}
		return text.StoreSchemaAltered
	}
	if _, ok := formColumns(o); ok {
		return text.Pair{}
	}
	if _, ok := formColumns(have[o.table]); ok && o.as(orderIndex(o.table)) {
		return text.Pair{}
	}
	if _, ok := p.current[o.name]; ok {
		return text.StoreSchemaAltered
	}
	return text.StoreStranger
}

// orderIndex is the one index of a form's table.
func orderIndex(table string) object {
	name := table + "_order"
	return object{kind: "index", name: name, table: table, sql: "CREATE INDEX " + quote(name) + " ON " + quote(table) + "(_book, _ord)"}
}

// formColumns reads the columns of a form's table, by field, where it is made as define makes them: nothing but names and
// types, so that nothing in it computes, checks or fills in by itself.
func formColumns(o object) (map[string]string, bool) {
	if o.kind != "table" || o.table != o.name || !idPattern.MatchString(o.name) {
		return nil, false
	}
	rest, ok := strings.CutPrefix(normal(o.sql), `CREATE TABLE `+quote(o.name)+` ( _row INTEGER PRIMARY KEY , _book INTEGER NOT NULL , _ord INTEGER NOT NULL , _step INTEGER NOT NULL`)
	if !ok {
		return nil, false
	}
	rest, ok = strings.CutSuffix(rest, " ) STRICT")
	if !ok {
		return nil, false
	}
	rest = strings.TrimPrefix(rest, " , _ident INTEGER")
	cols := map[string]string{}
	for rest != "" {
		var col string
		if rest, ok = strings.CutPrefix(rest, " , "); !ok {
			return nil, false
		}
		if col, rest, ok = strings.Cut(rest, " "); !ok || !idPattern.MatchString(unquoted(col)) || col != quote(unquoted(col)) {
			return nil, false
		}
		typ := rest
		if i := strings.Index(rest, " "); i >= 0 {
			typ = rest[:i]
		}
		if typ != "INTEGER" && typ != "TEXT" {
			return nil, false
		}
		cols[unquoted(col)], rest = typ, rest[len(typ):]
	}
	return cols, true
}

// cubeMade reports whether a table has nothing but whole columns that are never empty, and a key: as all tables of sums had.
func cubeMade(sql string) bool {
	t := strings.Split(sql, " ")
	key := slices.Index(t, "PRIMARY")
	if len(t) < 4 || key < 0 || t[0] != "CREATE" || t[1] != "TABLE" || t[3] != "(" {
		return false
	}
	for i := 4; i < key; i += 5 {
		if i+5 > key || !idPattern.MatchString(unquoted(t[i])) || t[i+1] != "INTEGER" && t[i+1] != "TEXT" ||
			t[i+2] != "NOT" || t[i+3] != "NULL" || t[i+4] != "," {
			return false
		}
	}
	end := slices.Index(t[key:], ")")
	if end < 0 || !slices.Equal(t[key+end:], strings.Split(") ) STRICT , WITHOUT ROWID", " ")) || !slices.Equal(t[key:min(key+3, len(t))], []string{"PRIMARY", "KEY", "("}) {
		return false
	}
	for i, col := range t[key+3 : key+end] {
		if i%2 == 0 && !idPattern.MatchString(unquoted(col)) || i%2 == 1 && col != "," {
			return false
		}
	}
	return true
}

// words names an object for people.
func (o object) words() text.Pair {
	say := text.StoreObject
	switch o.kind {
	case "table":
		say = text.StoreObjectTable
	case "index":
		say = text.StoreObjectIndex
	case "trigger":
		say = text.StoreObjectTrigger
	case "view":
		say = text.StoreObjectView
	}
	return say.With(tame(o.name))
}
