// Package pgsql gives database/sql a server that speaks the PostgreSQL protocol, by the lower half of pgx (pgconn), which does the
// connecting, the passwords, TLS and the protocol. What pgx has above it, a table of PostgreSQL's some eighty types, is four megabytes
// that a registry's five kinds of columns do not need (docs/decisions/0030).
//
// Values travel as text, so a figure is read with the digits that the server has: BIGINT and INT come as int64, TIMESTAMP as time.Time in
// UTC, BOOLEAN as bool, all else (NUMERIC, VARCHAR, FLOAT) as string.
package pgsql

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// Open gives a server by its configuration. Nothing is connected before it is asked for; each connection is the caller's to limit.
func Open(config *pgconn.Config) *sql.DB { return sql.OpenDB(connector{config}) }

type connector struct{ config *pgconn.Config }

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	pg, err := pgconn.ConnectConfig(ctx, c.config)
	if err != nil {
		return nil, err
	}
	return &conn{pg: pg}, nil
}

func (c connector) Driver() driver.Driver { return c }

// Open is of driver.Driver; connections are made by the connector.
func (c connector) Open(string) (driver.Conn, error) { return c.Connect(context.Background()) }

// conn is one connection. database/sql sees to it that it is used by one at a time.
type conn struct {
	pg       *pgconn.PgConn
	prepared int
}

var (
	_ driver.ExecerContext      = (*conn)(nil)
	_ driver.QueryerContext     = (*conn)(nil)
	_ driver.ConnPrepareContext = (*conn)(nil)
	_ driver.ConnBeginTx        = (*conn)(nil)
	_ driver.Validator          = (*conn)(nil)
	_ driver.Pinger             = (*conn)(nil)
)

func (c *conn) Close() error {
	ctx, enough := context.WithTimeout(context.Background(), 5*time.Second)
	defer enough()
	return c.pg.Close(ctx)
}

func (c *conn) IsValid() bool { return !c.pg.IsClosed() }

func (c *conn) Ping(ctx context.Context) error {
	if err := c.pg.Ping(ctx); err != nil {
		return driver.ErrBadConn
	}
	return nil
}

func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	values, err := texts(args)
	if err != nil {
		return nil, err
	}
	return executed(c.pg.ExecParams(ctx, query, values, nil, nil, nil))
}

func executed(r *pgconn.ResultReader) (driver.Result, error) {
	tag, err := r.Close()
	if err != nil {
		return nil, err
	}
	return driver.RowsAffected(tag.RowsAffected()), nil
}

func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	values, err := texts(args)
	if err != nil {
		return nil, err
	}
	return began(c.pg.ExecParams(ctx, query, values, nil, nil, nil))
}

// A stmt is prepared on the server under a name of the connection's.
type stmt struct {
	c    *conn
	name string
	args int
}

func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	c.prepared++
	name := "y" + strconv.Itoa(c.prepared)
	d, err := c.pg.Prepare(ctx, name, query, nil)
	if err != nil {
		return nil, err
	}
	return &stmt{c, name, len(d.ParamOIDs)}, nil
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	return c.PrepareContext(context.Background(), query)
}

func (s *stmt) NumInput() int { return s.args }

func (s *stmt) Close() error {
	if s.c.pg.IsClosed() {
		return nil
	}
	ctx, enough := context.WithTimeout(context.Background(), 5*time.Second)
	defer enough()
	return s.c.pg.Deallocate(ctx, s.name)
}

func (s *stmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	values, err := texts(args)
	if err != nil {
		return nil, err
	}
	return executed(s.c.pg.ExecPrepared(ctx, s.name, values, nil, nil))
}

func (s *stmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	values, err := texts(args)
	if err != nil {
		return nil, err
	}
	return began(s.c.pg.ExecPrepared(ctx, s.name, values, nil, nil))
}

// Exec and Query are of driver.Stmt; database/sql calls those with a context.
func (s *stmt) Exec([]driver.Value) (driver.Result, error) { return nil, driver.ErrSkip }

func (s *stmt) Query([]driver.Value) (driver.Rows, error) { return nil, driver.ErrSkip }

type tx struct{ c *conn }

func (c *conn) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	begin := "BEGIN"
	if o.ReadOnly {
		begin = "BEGIN READ ONLY"
	}
	if o.Isolation != 0 {
		return nil, errors.New("pgsql: only the server's own isolation")
	}
	_, err := c.ExecContext(ctx, begin, nil)
	return tx{c}, err
}

func (c *conn) Begin() (driver.Tx, error) {
	return c.BeginTx(context.Background(), driver.TxOptions{})
}

func (t tx) Commit() error { return t.end("COMMIT") }

func (t tx) Rollback() error { return t.end("ROLLBACK") }

func (t tx) end(how string) error {
	_, err := t.c.ExecContext(context.Background(), how, nil)
	return err
}

// Types of PostgreSQL's by their numbers in pg_type.
const (
	oidBool        = 16
	oidInt8        = 20
	oidInt2        = 21
	oidInt4        = 23
	oidTimestamp   = 1114
	oidTimestamptz = 1184
	oidNumeric     = 1700
)

// rows are read from the connection as they come.
type rows struct {
	r     *pgconn.ResultReader
	names []string
	oids  []uint32
	// first is whether a row was read ahead: only then are the columns known.
	first bool
}

func began(r *pgconn.ResultReader) (driver.Rows, error) {
	out := &rows{r: r}
	out.first = r.NextRow()
	for _, d := range r.FieldDescriptions() {
		out.names = append(out.names, d.Name)
		out.oids = append(out.oids, d.DataTypeOID)
	}
	if !out.first {
		if _, err := r.Close(); err != nil { // what is wrong with a query is known when it ends
			return nil, err
		}
	}
	return out, nil
}

func (r *rows) Columns() []string { return r.names }

// ColumnTypeDatabaseTypeName names the kinds that a reader tells apart.
func (r *rows) ColumnTypeDatabaseTypeName(i int) string {
	switch r.oids[i] {
	case oidInt2, oidInt4, oidInt8:
		return "BIGINT"
	case oidNumeric:
		return "NUMERIC"
	case oidTimestamp, oidTimestamptz:
		return "TIMESTAMP"
	case oidBool:
		return "BOOLEAN"
	}
	return "VARCHAR"
}

func (r *rows) Close() error {
	_, err := r.r.Close()
	return err
}

func (r *rows) Next(to []driver.Value) error {
	if !r.first && !r.r.NextRow() {
		if _, err := r.r.Close(); err != nil {
			return err
		}
		return io.EOF
	}
	r.first = false
	for i, v := range r.r.Values() {
		value, err := valueOf(r.oids[i], v)
		if err != nil {
			return fmt.Errorf("%s: %w", r.names[i], err)
		}
		to[i] = value
	}
	return nil
}

func valueOf(oid uint32, v []byte) (driver.Value, error) {
	if v == nil {
		return nil, nil
	}
	switch s := string(v); oid {
	case oidInt2, oidInt4, oidInt8:
		return strconv.ParseInt(s, 10, 64)
	case oidBool:
		return s == "t", nil
	case oidTimestamp:
		return time.ParseInLocation("2006-01-02 15:04:05.999999", s, time.UTC)
	case oidTimestamptz:
		t, err := time.Parse("2006-01-02 15:04:05.999999Z07", s)
		return t.UTC(), err
	default:
		return s, nil
	}
}

func texts(args []driver.NamedValue) ([][]byte, error) {
	all := make([][]byte, len(args))
	for i, a := range args {
		if a.Name != "" {
			return nil, errors.New("pgsql: arguments have places, not names")
		}
		s, there, err := textOf(a.Value)
		if err != nil {
			return nil, err
		}
		if there {
			all[i] = []byte(s) // not nil, which would be NULL
			if all[i] == nil {
				all[i] = []byte{}
			}
		}
	}
	return all, nil
}

// textOf is a value as the server reads it; false is NULL.
func textOf(v any) (string, bool, error) {
	switch v := v.(type) {
	case nil:
		return "", false, nil
	case int64:
		return strconv.FormatInt(v, 10), true, nil
	case int:
		return strconv.Itoa(v), true, nil
	case bool:
		return strconv.FormatBool(v), true, nil
	case string:
		return v, true, nil
	case []byte:
		return string(v), v != nil, nil
	case time.Time:
		return v.UTC().Format("2006-01-02 15:04:05.999999Z07"), true, nil
	}
	return "", false, fmt.Errorf("pgsql: no way to send a %T", v)
}

// Copy puts rows into a table over the protocol's way for many: as text, line by line. It fails where rows does, and then nothing stays.
func Copy(ctx context.Context, on *sql.Conn, table string, columns []string, all iter.Seq2[[]any, error]) error {
	return on.Raw(func(raw any) error {
		c, ok := raw.(*conn)
		if !ok {
			return errors.New("pgsql: a connection of another driver")
		}
		quoted := make([]string, len(columns))
		for i, name := range columns {
			quoted[i] = quote(name)
		}
		l := &lines{}
		var stop func()
		l.next, stop = iter.Pull2(all)
		defer func() { // a connection that broke may leave its sender behind, reading
			l.mu.Lock()
			defer l.mu.Unlock()
			stop()
		}()
		if l.fill(1); len(l.rest) == 0 {
			if l.err == io.EOF {
				return nil // of no rows nothing is asked
			}
			return l.err
		}
		_, err := c.pg.CopyFrom(ctx, l, "COPY "+quote(table)+" ("+strings.Join(quoted, ", ")+") FROM STDIN")
		return err
	})
}

func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// lines are rows as COPY reads them.
type lines struct {
	mu   sync.Mutex
	next func() ([]any, error, bool)
	rest []byte
	err  error
}

// escaped is what a text may not hold as it is: a tab parts values, a line end rows.
var escaped = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

func (l *lines) Read(to []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fill(len(to))
	if len(l.rest) == 0 {
		return 0, l.err
	}
	n := copy(to, l.rest)
	l.rest = append(l.rest[:0], l.rest[n:]...)
	return n, nil
}

// fill reads rows until there are so many bytes of them, or no more rows.
func (l *lines) fill(least int) {
	for len(l.rest) < least && l.err == nil {
		row, err, more := l.next()
		switch {
		case err != nil:
			l.err = err
		case !more:
			l.err = io.EOF
		default:
			l.add(row)
		}
	}
}

func (l *lines) add(row []any) {
	for i, v := range row {
		if i > 0 {
			l.rest = append(l.rest, '\t')
		}
		s, there, err := textOf(v)
		if err != nil {
			l.err = err
			return
		}
		if !there {
			s = `\N`
		} else {
			s = escaped.Replace(s)
		}
		l.rest = append(l.rest, s...)
	}
	l.rest = append(l.rest, '\n')
}
