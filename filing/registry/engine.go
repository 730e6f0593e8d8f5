package registry

import (
	"context"
	"database/sql"
	"iter"
	"strconv"
	"strings"
	"time"
)

// engine is a database that keeps registries. All of them take the same plain SQL, with ? for what is given; what only one of
// them can do better (bulk, a question that is bounded) it does behind this interface. The engine never computes policy.
type engine interface {
	exists(ctx context.Context) (bool, error)
	create(ctx context.Context) (*session, error)
	session(ctx context.Context) (*session, error)
	// discard removes what create began, where that can be told from what was there before.
	discard(ctx context.Context)
	// ours asks that nothing is there which this program, or one before it, did not write: it would do its work whenever ours is done.
	ours(ctx context.Context, s *session) error
	// keep keeps what there is before a registry of a format is brought up, in the transaction that is open.
	keep(ctx context.Context, s *session, version string) error
	// archive is where submissions lie by default; "": the engine has no place for files.
	archive() string
	// begin is the statement with which a transaction that writes begins.
	begin() string
	// look is the statement with which one begins that reads everything as of one moment.
	look() string
	// begun reports whether there is a registry yet, asked in the transaction that is open.
	begun(ctx context.Context, s *session) (bool, error)
	// bind writes the places of arguments as this engine has them.
	bind(query string) string
	// bulk puts many rows into a table, in the transaction that is open.
	bulk(ctx context.Context, s *session, table string, columns []string, rows iter.Seq2[[]any, error]) error
	// columns gives the columns of every table there is, by table; of views too.
	columns(ctx context.Context, s *session) (map[string]map[string]string, error)
	// nodes opens the servers over which rows are spread: those that are named, or, where none are, those that the registry has.
	nodes(ctx context.Context, s *session, id string, names []string) (nodes, error)
	// ask runs a question of somebody's own over a connection that cannot write, within bounds.
	ask(ctx context.Context, query string, most int) (*Answer, error)
}

// session is one connection.
type session struct {
	e    engine
	db   *sql.DB
	conn *sql.Conn
	// format is that of the schema, where an engine tells one by it; "": it does not.
	format string
	// prepared are the statements that loads run again and again: to read one anew takes longer than to run it.
	prepared map[string]*sql.Stmt
}

func newSession(ctx context.Context, e engine, db *sql.DB) (*session, error) {
	db.SetMaxOpenConns(1)
	c, err := db.Conn(ctx)
	if err != nil {
		db.Close()
		return nil, err
	}
	return &session{e: e, db: db, conn: c, prepared: make(map[string]*sql.Stmt)}, nil
}

func (s *session) close() error {
	if s.db == nil {
		return nil
	}
	for _, one := range s.prepared {
		one.Close()
	}
	_ = s.conn.Close()
	err := s.db.Close()
	s.db = nil
	return err
}

func (s *session) exec(ctx context.Context, query string, args ...any) error {
	_, err := s.conn.ExecContext(ctx, s.e.bind(query), args...)
	return err
}

// again runs a statement that is run many times.
func (s *session) again(ctx context.Context, query string, args ...any) error {
	one := s.prepared[query]
	if one == nil {
		var err error
		if one, err = s.conn.PrepareContext(ctx, s.e.bind(query)); err != nil {
			return err
		}
		s.prepared[query] = one
	}
	_, err := one.ExecContext(ctx, args...)
	return err
}

// row reads one row; sql.ErrNoRows where there is none.
func (s *session) row(ctx context.Context, query string, into ...any) error {
	args, targets := split(into)
	return s.conn.QueryRowContext(ctx, s.e.bind(query), args...).Scan(targets...)
}

// given are arguments of a query among the targets of row.
type given []any

func split(into []any) (args, targets []any) {
	for _, x := range into {
		if g, ok := x.(given); ok {
			args = append(args, g...)
		} else {
			targets = append(targets, x)
		}
	}
	return args, targets
}

// each visits the rows of a query; scan reads the columns of the one at hand.
func (s *session) each(ctx context.Context, query string, args []any, visit func(scan func(...any) error) error) error {
	rows, err := s.conn.QueryContext(ctx, s.e.bind(query), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := visit(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// there reports whether a query has a row.
func (s *session) there(ctx context.Context, query string, args ...any) (bool, error) {
	found := false
	err := s.each(ctx, query, args, func(func(...any) error) error { found = true; return nil })
	return found, err
}

// numbered writes ? as $1, $2 and so on. None of our statements has a ? in a text.
func numbered(query string) string {
	if !strings.Contains(query, "?") {
		return query
	}
	var b strings.Builder
	n := 0
	for _, r := range query {
		if r != '?' {
			b.WriteRune(r)
			continue
		}
		n++
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

func quoted(name string) string { return `"` + name + `"` }

// places gives "?, ?, ?".
func places(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// moment is how a time is given to a database: UTC, to the second.
func moment(at time.Time) string { return at.UTC().Format("2006-01-02 15:04:05") }

// stamp reads a time as whatever a database gives for one, and is "" for none.
type stamp string

// Scan takes what the driver has.
func (s *stamp) Scan(v any) error {
	switch v := v.(type) {
	case time.Time:
		*s = stamp(moment(v))
	case string:
		*s = stamp(v)
	case []byte:
		*s = stamp(v)
	default:
		*s = ""
	}
	return nil
}

func (s stamp) time() time.Time {
	t, _ := time.Parse("2006-01-02 15:04:05", string(s))
	return t
}

// insertBlocks puts rows into a table, so many a statement. What is left at the end goes in halves, quarters and so on of a block, so that
// there are few statements however many rows there are.
func insertBlocks(ctx context.Context, s *session, table string, columns []string, block int, rows iter.Seq2[[]any, error]) error {
	begins := "INSERT INTO " + quoted(table) + " (" + quotedList(columns) + ") VALUES "
	one := "(" + places(len(columns)) + ")"
	for block&(block-1) != 0 {
		block &= block - 1 // the power of two below
	}
	put := func(args []any, n int) error {
		return s.again(ctx, begins+strings.Repeat(one+", ", n-1)+one, args...)
	}
	args := make([]any, 0, block*len(columns))
	for row, err := range rows {
		if err != nil {
			return err
		}
		if args = append(args, row...); len(args) == block*len(columns) {
			if err := put(args, block); err != nil {
				return err
			}
			args = args[:0]
		}
	}
	for n := block; len(args) > 0; n /= 2 {
		if len(args) < n*len(columns) {
			continue
		}
		if err := put(args[:n*len(columns)], n); err != nil {
			return err
		}
		args = args[n*len(columns):]
	}
	return nil
}
