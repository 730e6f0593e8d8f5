//go:build unix

package filing

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"yice/filing/registry/pgsql"
)

func wire(t *testing.T) *sql.Conn {
	t.Helper()
	config, err := pgconn.ParseConfig(database(t))
	if err != nil {
		t.Fatal(err)
	}
	db := pgsql.Open(config)
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	c, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// Whatever stands in a row comes back as it was, by each of the ways in which rows are put.
func TestValuesTravelToAServerAndBack(t *testing.T) {
	c := wire(t)
	if _, err := c.ExecContext(t.Context(), `CREATE TABLE kept (id INT, n BIGINT, q NUMERIC(38,12), s VARCHAR(100000), at TIMESTAMP)`); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2024, 2, 29, 23, 59, 58, 0, time.UTC)
	rows := [][]any{
		{int64(1), int64(-1 << 63), "-99999999999999999999999999.999999999999", "示例\t水务\n（虚构）\r", day},
		{int64(2), int64(1<<63 - 1), "0.000000000001", `\N`, "1999-12-31 00:00:00"},
		{int64(3), nil, nil, nil, nil},
		{int64(4), int64(0), "0", "", nil},
		{int64(5), int64(7), "24.875", `\.`, nil},
		{int64(6), int64(7), "1", `a\b\\ "'; DROP TABLE kept;--` + "𠮷" + strings.Repeat("长", 30_000), nil},
	}
	columns := []string{"id", "n", "q", "s", "at"}
	put := map[string]func() error{
		"copied": func() error {
			return pgsql.Copy(t.Context(), c, "kept", columns, func(yield func([]any, error) bool) {
				for _, r := range rows {
					if !yield(r, nil) {
						return
					}
				}
			})
		},
		"said": func() error {
			for _, r := range rows {
				if _, err := c.ExecContext(t.Context(), `INSERT INTO kept VALUES ($1, $2, $3, $4, $5)`, r...); err != nil {
					return err
				}
			}
			return nil
		},
		"prepared": func() error {
			s, err := c.PrepareContext(t.Context(), `INSERT INTO kept VALUES ($1, $2, $3, $4, $5)`)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if _, err := s.ExecContext(t.Context(), r...); err != nil {
					return err
				}
			}
			return s.Close()
		},
	}
	for how, do := range put {
		if err := do(); err != nil {
			t.Fatalf("%s: %v", how, err)
		}
		got, err := c.QueryContext(t.Context(), `SELECT id, n, q, s, at, n > 0 FROM kept ORDER BY id`)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for got.Next() {
			var id int64
			var n sql.NullInt64
			var q, s sql.NullString
			var moment sql.NullTime
			var above sql.NullBool
			if err := got.Scan(&id, &n, &q, &s, &moment, &above); err != nil {
				t.Fatalf("%s: %v", how, err)
			}
			want := rows[at]
			if wn, ok := want[1].(int64); n.Valid != ok || n.Int64 != wn || above.Valid != ok || above.Bool != (wn > 0) {
				t.Errorf("%s, row %d: %v for %v", how, id, n, want[1])
			}
			if ws, ok := want[3].(string); s.Valid != ok || s.String != ws {
				t.Errorf("%s, row %d: %q for %q", how, id, s.String, ws)
			}
			wq, ok := want[2].(string)
			if whole, _, point := strings.Cut(wq, "."); ok && (!q.Valid || !strings.HasPrefix(q.String, whole) || point && strings.TrimRight(q.String, "0") != strings.TrimRight(wq, "0")) {
				t.Errorf("%s, row %d: %s for %s", how, id, q.String, wq)
			}
			if at == 0 && !moment.Time.Equal(day) || at == 1 && moment.Time.Year() != 1999 || at > 1 && moment.Valid {
				t.Errorf("%s, row %d: %v", how, id, moment)
			}
			at++
		}
		if err := got.Err(); err != nil || at != len(rows) {
			t.Errorf("%s: %d rows of %d: %v", how, at, len(rows), err)
		}
		if _, err := c.ExecContext(t.Context(), `DELETE FROM kept`); err != nil {
			t.Fatal(err)
		}
	}
}

// What goes wrong is said, nothing of it stays, and the connection is as good as before.
func TestAServersRefusalIsAnError(t *testing.T) {
	c := wire(t)
	if _, err := c.ExecContext(t.Context(), `CREATE TABLE kept (id INT PRIMARY KEY, s VARCHAR(3))`); err != nil {
		t.Fatal(err)
	}
	own := errors.New("the file ends here")
	rows := func(all ...any) func(func([]any, error) bool) {
		return func(yield func([]any, error) bool) {
			for _, x := range all {
				if err, wrong := x.(error); wrong {
					yield(nil, err)
					return
				}
				if !yield(x.([]any), nil) {
					return
				}
			}
		}
	}
	many := make([]any, 50_000)
	for i := range many {
		many[i] = []any{int64(1), "x"}
	}
	for name, wrong := range map[string]func() error{
		"a second of the same": func() error {
			return pgsql.Copy(t.Context(), c, "kept", []string{"id", "s"}, rows([]any{int64(1), "a"}, []any{int64(1), "b"}))
		},
		"a text too long": func() error {
			return pgsql.Copy(t.Context(), c, "kept", []string{"id", "s"}, rows([]any{int64(1), "abcd"}))
		},
		"refused early": func() error { return pgsql.Copy(t.Context(), c, "kept", []string{"id", "s"}, rows(many...)) },
		"rows that fail": func() error {
			return pgsql.Copy(t.Context(), c, "kept", []string{"id", "s"}, rows([]any{int64(1), "a"}, own))
		},
		"no such table": func() error {
			return pgsql.Copy(t.Context(), c, `kept" (id) FROM STDIN; --`, []string{"id"}, rows([]any{int64(1)}))
		},
		"a figure": func() error { return pgsql.Copy(t.Context(), c, "kept", []string{"id", "s"}, rows([]any{1.5, "a"})) },
		"no query": func() error {
			r, err := c.QueryContext(t.Context(), `SELECT * FROM nothing`)
			if err == nil {
				r.Close()
			}
			return err
		},
		"a query that ends badly": func() error {
			r, err := c.QueryContext(t.Context(), `SELECT 1 / (3 - n) FROM generate_series(1, 5) n`)
			if err != nil {
				return err
			}
			defer r.Close()
			for r.Next() {
			}
			return r.Err()
		},
		"an argument too few": func() error {
			_, err := c.ExecContext(t.Context(), `INSERT INTO kept VALUES ($1, $2)`, int64(1))
			return err
		},
	} {
		if err := wrong(); err == nil {
			t.Errorf("%s: nothing was said", name)
		}
		n := -1
		if err := c.QueryRowContext(t.Context(), `SELECT count(*) FROM kept`).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d rows stay: %v", name, n, err)
		}
	}
	if err := c.QueryRowContext(t.Context(), `SELECT s FROM kept`).Scan(new(string)); !errors.Is(err, sql.ErrNoRows) {
		t.Errorf("nothing was found, and %v said", err)
	}
	r, err := c.QueryContext(t.Context(), `SELECT n, 'x' FROM generate_series(1, 100000) n`)
	if err != nil {
		t.Fatal(err)
	}
	if names, err := r.Columns(); err != nil || !slices.Equal(names, []string{"n", "?column?"}) || !r.Next() {
		t.Error(fmt.Sprint(names), err)
	}
	if err := r.Close(); err != nil { // left in the middle
		t.Error(err)
	}
	if err := c.PingContext(t.Context()); err != nil {
		t.Error(err)
	}
}
