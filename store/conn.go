package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"

	_ "yice/internal/unshared" // before any connection is opened
	"yice/text"
)

// access says what a connection may do.
type access uint8

const (
	create access = iota // makes the file
	write                // the one writer of an existing file
	read                 // a reader beside a writer: query_only
	probe                // mode=ro: looks at a file without the right to touch it
	frozen               // immutable: a file nobody writes, in a folder where nothing can be made
)

// sharing says how the file is shared with other connections.
type sharing uint8

const (
	shared    sharing = iota // WAL: readers beside the writer
	exclusive                // a file system without shared memory: one connection, TRUNCATE journal
)

// pageCache is the page cache of a connection in KiB; together they bound the memory of a workspace.
var pageCache = map[access]int{create: 4096, write: 2048, read: 1024, probe: 1024, frozen: 4096}

// busyWait is how long a connection waits for another one's lock.
const busyWait = "busy_timeout(5000)"

// dsn builds the connection string. It goes through url.URL: names with '#', '?' or '%' would open another file otherwise.
func dsn(path string, a access, sh sharing) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	p := filepath.ToSlash(abs)
	if runtime.GOOS == "windows" && !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	q := url.Values{}
	q.Set("_txlock", "immediate")
	q.Set("_dqs", "0")
	q.Set("_defensive", "1")
	switch a {
	case create:
		q.Set("mode", "rwc")
	case write, read:
		q.Set("mode", "rw")
	case probe:
		q.Set("mode", "ro")
	case frozen:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	q.Add("_pragma", busyWait)
	return (&url.URL{Scheme: "file", OmitHost: true, Path: p, RawQuery: q.Encode()}).String()
}

// settings are the pragmas of a connection, in their order: a file is locked for one connection before anything else, or
// shared memory is asked for after all. They come after the limits, for they read the schema.
func settings(a access, sh sharing) (all []string) {
	if a == create || a == write {
		if sh == exclusive {
			all = append(all, "locking_mode(EXCLUSIVE)", "journal_mode(TRUNCATE)")
		} else {
			all = append(all, "journal_mode(WAL)", "wal_autocheckpoint(0)") // see checkpoint.go
		}
		all = append(all, "synchronous(FULL)", "secure_delete(FAST)", "journal_size_limit(67108864)")
	}
	if a == read {
		all = append(all, "query_only(1)")
	}
	return append(all, "foreign_keys(1)", "trusted_schema(0)", "cell_size_check(1)", fmt.Sprintf("cache_size(-%d)", pageCache[a]))
}

// schemaless is a statement that needs no schema. A script is prepared one by one as it runs, where it can be called off, but
// for its first statement.
const schemaless = "PRAGMA foreign_keys(1)"

// conn is one SQLite connection with its prepared statements. One goroutine uses it at a time.
type conn struct {
	raw   driver.Conn
	db    *sql.DB // holds raw: limits are set through it
	held  *sql.Conn
	stmts map[string]*stmt
	// within bounds the time of what is asked with a context that never ends; see Workspace.bounded.
	within context.Context
	// done counts what was answered: statements, and rows of queries.
	done   atomic.Int64
	passed *atomic.Bool // of a frozen workspace: what it reads from was let go
}

type stmt struct {
	s    driver.Stmt
	args []driver.NamedValue
	busy bool // a cursor walks it
}

func connect(path string, a access, sh sharing) (*conn, error) {
	return connectWithin(path, a, sh, doorTime)
}

// connectWithin opens a connection and has SQLite read the schema, for which it gives it so long: a schema whose pages point to
// one another is read for ever, and before the first statement could be asked for. What comes after has its schema.
func connectWithin(path string, a access, sh sharing, door time.Duration) (*conn, error) {
	raw, err := new(sqlite.Driver).Open(dsn(path, a, sh))
	if err != nil {
		return nil, err
	}
	c := &conn{raw: raw, stmts: map[string]*stmt{}}
	if err := c.bound(); err != nil {
		c.close()
		return nil, err
	}
	ctx, stop := working(door, processorTime)
	defer stop()
	c.within = ctx
	err = c.script(schemaless + "; PRAGMA " + strings.Join(settings(a, sh), "; PRAGMA ") + "; SELECT 1 FROM main.sqlite_schema LIMIT 1")
	c.within = nil
	if err != nil {
		c.close()
		if ctx.Err() != nil {
			err = fault("store.endless", text.StoreEndless.With(path), err)
		}
		return nil, err
	}
	return c, nil
}

// readOnly reports whether the file could only be opened for reading.
func (c *conn) readOnly() (bool, error) {
	return c.raw.(interface {
		IsReadOnly(schema string) (bool, error)
	}).IsReadOnly("main")
}

func (c *conn) close() error {
	var err error
	for _, s := range c.stmts {
		if e := s.s.Close(); err == nil {
			err = e
		}
	}
	if c.held != nil {
		c.held.Close()
	}
	if e := c.db.Close(); err == nil { // with it raw
		err = e
	}
	return err
}

func (c *conn) prepare(sql string) (*stmt, error) {
	s, err := c.raw.Prepare(sql)
	if err != nil {
		return nil, err
	}
	return &stmt{s: s}, nil
}

// stmt gives the prepared statement of a text, kept for the life of the connection.
func (c *conn) stmt(sql string) (*stmt, error) {
	if s, ok := c.stmts[sql]; ok {
		if s.busy { // walked by a cursor further up: a second one of the same text gets its own
			return c.prepare(sql)
		}
		return s, nil
	}
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	c.stmts[sql] = s
	return s, nil
}

func (s *stmt) bind(args []any) []driver.NamedValue {
	s.args = s.args[:0]
	for i, a := range args {
		switch v := a.(type) {
		case int:
			a = int64(v)
		case bool:
			a = int64(0)
			if v {
				a = int64(1)
			}
		}
		s.args = append(s.args, driver.NamedValue{Ordinal: i + 1, Value: a})
	}
	return s.args
}

// exec runs a statement and gives the number of rows it changed. Arguments are nil, int64, int, bool, string and []byte.
func (c *conn) exec(sql string, args ...any) (int64, error) {
	return c.execContext(context.Background(), sql, args...)
}

func (c *conn) execContext(ctx context.Context, sql string, args ...any) (int64, error) {
	if c.within != nil && ctx.Done() == nil {
		ctx = c.within
	}
	s, err := c.stmt(sql)
	if err != nil {
		return 0, err
	}
	defer c.done.Add(1)
	return s.run(ctx, s.bind(args))
}

func (s *stmt) run(ctx context.Context, args []driver.NamedValue) (int64, error) {
	r, err := s.s.(driver.StmtExecContext).ExecContext(ctx, args)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// script runs statements that are used once.
func (c *conn) script(sql string) error {
	ctx := background
	if c.within != nil {
		ctx = c.within
	}
	_, err := c.raw.(driver.ExecerContext).ExecContext(ctx, sql, nil)
	return err
}

// cursor walks the rows of a query.
type cursor struct {
	rows driver.Rows
	vals []driver.Value
	c    *conn
	s    *stmt
	n    int64 // rows read
	own  bool  // the statement was made for this cursor alone
	err  error
}

// query starts a kept statement; once starts one that is used a single time.
func (c *conn) query(ctx context.Context, sql string, args ...any) (*cursor, error) {
	s, err := c.stmt(sql)
	if err != nil {
		return nil, err
	}
	return s.walk(ctx, c, args, c.stmts[sql] != s)
}

func (c *conn) once(ctx context.Context, sql string, args ...any) (*cursor, error) {
	s, err := c.prepare(sql)
	if err != nil {
		return nil, err
	}
	return s.walk(ctx, c, args, true)
}

func (s *stmt) walk(ctx context.Context, c *conn, args []any, own bool) (*cursor, error) {
	if c.within != nil && ctx.Done() == nil {
		ctx = c.within
	}
	rows, err := s.s.(driver.StmtQueryContext).QueryContext(ctx, s.bind(args))
	if err != nil {
		if own {
			s.s.Close()
		}
		return nil, err
	}
	s.busy = true
	return &cursor{rows: rows, vals: make([]driver.Value, len(rows.Columns())), c: c, s: s, own: own}, nil
}

// next moves to the next row; false at the end or after an error (see err). It closes by itself at the end.
func (k *cursor) next() bool {
	if k.rows == nil {
		return false
	}
	err := k.rows.Next(k.vals)
	k.c.done.Add(1)
	if err == nil {
		k.n++
		if err = k.goesOn(); err == nil {
			return true
		}
	}
	if err != io.EOF {
		k.err = err
	}
	k.close()
	return false
}

// goesOn reports why no further row is to be read.
func (k *cursor) goesOn() error {
	if k.c.passed != nil && k.c.passed.Load() {
		return errPassed
	}
	if k.n%countedRows != 0 {
		return nil
	}
	return k.c.mayHave(k.n)
}

func (k *cursor) close() {
	if k.rows == nil {
		return
	}
	if err := k.rows.Close(); err != nil && k.err == nil {
		k.err = err
	}
	k.rows, k.s.busy = nil, false
	if k.own {
		k.s.s.Close()
	}
}

func (k *cursor) int(i int) int64 {
	n, _ := k.vals[i].(int64)
	return n
}

func (k *cursor) text(i int) string {
	s, _ := k.vals[i].(string)
	return s
}

func (k *cursor) blob(i int) []byte {
	b, _ := k.vals[i].([]byte)
	return b
}

// row reads the first row of a query into dst (*int64, *string, *[]byte); ok is false where there is none.
func (c *conn) row(sql string, dst []any, args ...any) (ok bool, err error) {
	k, err := c.query(context.Background(), sql, args...)
	if err != nil {
		return false, err
	}
	defer k.close()
	if !k.next() {
		return false, k.err
	}
	for i, d := range dst {
		switch d := d.(type) {
		case *int64:
			*d = k.int(i)
		case *string:
			*d = k.text(i)
		case *[]byte:
			*d = append([]byte(nil), k.blob(i)...)
		default:
			panic(fmt.Sprintf("store: cannot read into %T", d))
		}
	}
	return true, nil
}

// number reads one integer, 0 where there is none.
func (c *conn) number(sql string, args ...any) (int64, error) {
	var n int64
	_, err := c.row(sql, []any{&n}, args...)
	return n, err
}

// pool lends the two readers. A long export keeps one; the screen has the other. Who would have to wait long, because
// both are kept (or keep each other waiting), gets one for the occasion.
type pool struct {
	open  func() (*conn, error)
	slots chan *conn // nil: not opened yet

	mu   sync.Mutex
	shut bool
}

const (
	readers  = 2
	patience = time.Second
)

func newPool(open func() (*conn, error)) *pool {
	p := &pool{open: open, slots: make(chan *conn, readers)}
	for range readers {
		p.slots <- nil
	}
	return p
}

// take lends a connection; give brings it back.
func (p *pool) take(ctx context.Context) (*conn, error) {
	select {
	case c, ok := <-p.slots:
		if !ok {
			return nil, errClosed
		}
		if c == nil {
			c = p.rested()
		}
		if c != nil {
			return c, nil
		}
		c, err := p.open()
		if err != nil {
			p.give(nil)
			return nil, err
		}
		return c, nil
	case <-time.After(patience):
		return p.open()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// rested gives a connection at rest for a place where none was opened yet, nil where there is none: opening one reads the whole schema,
// and most who open a file read it one thing after the other.
func (p *pool) rested() *conn {
	select {
	case c, ok := <-p.slots:
		if ok {
			p.give(nil)
		}
		return c
	default:
		return nil
	}
}

// rest closes the connections at rest: who wants one opens it again.
func (p *pool) rest() {
	for range readers {
		select {
		case c, ok := <-p.slots:
			if ok && c != nil {
				c.close()
			}
			p.give(nil)
		default:
		}
	}
}

func (p *pool) give(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shut {
		if c != nil {
			c.close()
		}
		return
	}
	select {
	case p.slots <- c:
	default: // one that was opened for the occasion
		if c != nil {
			c.close()
		}
	}
}

// close closes the connections at rest; one that is lent is closed when it comes back.
func (p *pool) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shut {
		return nil
	}
	p.shut = true
	close(p.slots)
	var err error
	for c := range p.slots {
		if c != nil {
			if e := c.close(); err == nil {
				err = e
			}
		}
	}
	return err
}
