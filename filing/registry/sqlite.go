package registry

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"yice/internal/pattern"

	"modernc.org/sqlite"

	_ "yice/internal/unshared" // before any connection is opened
	"yice/text"
)

// sqliteEngine keeps a registry in one file.
type sqliteEngine struct{ path string }

func newSQLite(path string) *sqliteEngine { return &sqliteEngine{path} }

// sqliteSource is the address of the file for the driver. It goes through url.URL: a name with '#' or '?' would open another file.
func sqliteSource(path, mode string, pragmas ...string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	p := filepath.ToSlash(abs)
	if runtime.GOOS == "windows" && !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	q := url.Values{"mode": {mode}, "_dqs": {"0"}, "_defensive": {"1"}}
	for _, pragma := range append([]string{"busy_timeout(20000)", "trusted_schema(0)", "cell_size_check(1)"}, pragmas...) {
		q.Add("_pragma", pragma)
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: p, RawQuery: q.Encode()}).String()
}

func (e *sqliteEngine) exists(context.Context) (bool, error) {
	info, err := os.Stat(e.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, cannotOpen(e.path, err)
	case !info.Mode().IsRegular():
		return false, fault("registry.no-registry", text.Cannot, text.RegistryNotOne.With(shown(e.path)))
	}
	f, err := os.Open(e.path)
	if err != nil {
		return false, cannotOpen(e.path, err)
	}
	defer f.Close()
	head := make([]byte, 16)
	if n, _ := f.Read(head); n > 0 && string(head[:n]) != "SQLite format 3\x00" {
		return false, fault("registry.no-registry", text.Cannot, text.RegistryNotOne.With(shown(e.path)))
	}
	return true, nil
}

func (e *sqliteEngine) create(ctx context.Context) (*session, error) {
	f, err := os.OpenFile(e.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, faultOf("registry.cannot-write", text.Cannot, text.RegistryCannotWrite.With(shown(e.path)), err)
	}
	f.Close()
	return e.session(ctx)
}

func (e *sqliteEngine) session(ctx context.Context) (*session, error) {
	db, err := sql.Open("sqlite", sqliteSource(e.path, "rw", "journal_mode(WAL)", "synchronous(FULL)", "cache_size(-16384)"))
	if err != nil {
		return nil, cannotUse(err)
	}
	s, err := newSession(ctx, e, db)
	if err != nil {
		return nil, faultOf("registry.no-registry", text.Cannot, text.RegistryNotOne.With(shown(e.path)), err)
	}
	return s, nil
}

// ours holds the schema of the file against what this program writes, and those before it wrote: a trigger or a view of somebody else's would
// do its work whenever ours is done. What packs brought to tables of forms is held against the packs when they have been read, by
// [Registry.shape]; until then it is a column that nobody reads.
func (e *sqliteEngine) ours(ctx context.Context, s *session) error {
	made, err := s.made(ctx)
	if err != nil {
		return faultOf("registry.no-registry", text.Cannot, text.RegistryNotOne.With(shown(e.path)), err)
	}
	s.format = format
	wrong := unlike(made, format)
	if wrong == nil {
		return nil
	}
	for _, step := range slices.Backward(steps) {
		if unlike(made, step.from) == nil {
			s.format = step.from
			return nil
		}
	}
	// A later program's: it can be told by a table that both know, which nothing but rows can be read from.
	for _, one := range made {
		if registry := tableNamed("registry"); one.kind == "table" && one.sql == registry.make() {
			var version string
			if err := s.row(ctx, "SELECT format FROM registry WHERE one = 1", &version); err == nil && newerThanOurs(version) {
				return fault("registry.newer", text.Cannot, text.RegistryNewer.With(shown(e.path), version, format))
			}
		}
	}
	return wrong
}

// madeThing is something of a schema, by the statement that made it.
type madeThing struct{ kind, name, sql string }

func (s *session) made(ctx context.Context) (all []madeThing, err error) {
	err = s.each(ctx, "SELECT type, name, sql FROM sqlite_schema", nil, func(scan func(...any) error) error {
		var one madeThing
		err := scanTexts(scan, []*string{&one.kind, &one.name, &one.sql})
		all = append(all, one)
		return err
	})
	return all, err
}

// unlike says in what a schema is not that of a format; nil where it is.
func unlike(made []madeThing, version string) error {
	of := schemaOf(version)
	want := make(map[string]string)
	forms := make(map[string]table)
	for _, t := range of.tables {
		if strings.HasPrefix(t.name, "f_") {
			forms[t.name] = t
		}
	}
	for _, statement := range of.statements() {
		want[nameOf(statement)] = statement
	}
	for _, one := range made {
		t, known := forms[one.name]
		if !known {
			t = tableOf(one.name, 2, false, formColumns)
		}
		switch {
		case one.sql == "" && one.kind == "index" && strings.HasPrefix(one.name, "sqlite_autoindex_"):
		case want[one.name] == one.sql && one.sql != "":
			delete(want, one.name)
		case one.kind == "table" && strings.HasPrefix(one.name, "f_") && t.widened(one.sql):
			delete(want, one.name)
		default:
			return fault("registry.schema", text.Cannot, text.RegistrySchema.With(text.Harmless(one.name)))
		}
	}
	for name := range want {
		return fault("registry.schema", text.Cannot, text.RegistrySchemaLacks.With(name))
	}
	return nil
}

// brought is a column as a pack brings one: a name and a type, and nothing besides.
var brought = pattern.Of(`^, "[a-z][a-z0-9_]{1,40}" (VARCHAR|BIGINT)`)

// widened reports whether a statement makes the table with nothing but plain columns behind its own.
func (t *table) widened(made string) bool {
	rest, ok := strings.CutPrefix(made, strings.TrimSuffix(t.make(), t.keyed()+")"))
	if ok {
		rest, ok = strings.CutSuffix(rest, t.keyed()+")")
	}
	for ok && rest != "" {
		column := brought.FindString(rest)
		rest, ok = rest[len(column):], column != ""
	}
	return ok
}

func (e *sqliteEngine) columns(ctx context.Context, s *session) (map[string]map[string]string, error) {
	all := make(map[string]map[string]string)
	err := s.each(ctx, "SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'", nil, func(scan func(...any) error) error {
		var table, name, kind string
		err := scan(&table, &name, &kind)
		if all[table] == nil {
			all[table] = make(map[string]string)
		}
		all[table][name] = kind
		return err
	})
	return all, err
}

// nodes refuses any: a file lies in one place.
func (e *sqliteEngine) nodes(_ context.Context, _ *session, _ string, names []string) (nodes, error) {
	if len(names) > 0 {
		return nil, fault("registry.nodes", text.Usage, text.RegistryNodesFile)
	}
	return nil, nil
}

func (e *sqliteEngine) discard(context.Context) {
	for _, name := range []string{"", "-wal", "-shm", "-journal"} {
		os.Remove(e.path + name)
	}
}

func (e *sqliteEngine) archive() string { return e.path + "-files" }

func (e *sqliteEngine) begin() string { return "BEGIN IMMEDIATE" }

func (e *sqliteEngine) look() string { return "BEGIN" }

func (e *sqliteEngine) begun(ctx context.Context, s *session) (bool, error) {
	return s.there(ctx, "SELECT 1 FROM sqlite_schema WHERE name = 'head'")
}

func (e *sqliteEngine) bind(query string) string { return query }

// bulk inserts a block of rows a statement.
func (e *sqliteEngine) bulk(ctx context.Context, s *session, table string, columns []string, rows iter.Seq2[[]any, error]) error {
	const mostArguments = 900
	return insertBlocks(ctx, s, table, columns, max(1, mostArguments/len(columns)), rows)
}

// questionLimits bound what a question of somebody's own may ask of SQLite, by its numbers for them.
var questionLimits = map[int]int{
	0: 16 << 20,  // bytes of a text, a blob, a row
	1: 100_000,   // of a statement
	3: 200,       // depth of an expression
	4: 50,        // parts of a compound SELECT
	5: 1_000_000, // steps of a compiled statement
	6: 32,        // arguments of a function
	7: 0,         // files attached
	8: 1000,      // bytes of a LIKE pattern
}

// ask opens the file anew without the right to write, and without the right to open any other beside it.
func (e *sqliteEngine) ask(ctx context.Context, query string, most int) (*Answer, error) {
	raw, err := new(sqlite.Driver).Open(sqliteSource(e.path, "rw", "query_only(1)", "hard_heap_limit(268435456)", "temp_store(2)"))
	if err != nil {
		return nil, cannotUse(err)
	}
	db := sql.OpenDB(lender{raw})
	defer db.Close()
	db.SetMaxOpenConns(1)
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, cannotUse(err)
	}
	defer c.Close()
	for id, limit := range questionLimits {
		if _, err := sqlite.Limit(c, id, limit); err != nil {
			return nil, cannotUse(err)
		}
	}
	return answerOf(ctx, c, query, most)
}

// lender lends the one connection it has.
type lender struct{ raw driver.Conn }

// Connect gives the connection.
func (l lender) Connect(context.Context) (driver.Conn, error) { return l.raw, nil }

// Driver is asked for by the interface.
func (l lender) Driver() driver.Driver { return &sqlite.Driver{} }
