package registry

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"yice/filing/registry/spelling"
	"yice/text"
)

// ListTables stands for a question: which tables and views there are.
const ListTables = "tables"

// Answer is what a question of somebody's own gave.
type Answer struct {
	Columns []string
	Rows    [][]any // nil, string, int64, json.Number
	More    bool    // there are more rows than are given
}

const (
	// askedRows is how many rows a question gives at most; askedTime how long it may take; askedBytes what all of it may be.
	askedRows  = 10_000
	askedTime  = 20 * time.Second
	askedBytes = 64 << 20
)

// Ask runs a query over the tables and views. Whatever it is, it writes nothing and opens no other file: it is one statement that
// begins with SELECT, WITH or VALUES, over a connection that cannot write.
func (r *Registry) Ask(ctx context.Context, query string) (*Answer, error) {
	if query == ListTables {
		return r.listed(), nil
	}
	if err := question(query); err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, askedTime)
	defer stop()
	a, err := r.engine.ask(ctx, strings.TrimRight(strings.TrimSpace(query), "; \t\r\n"), askedRows)
	var f *text.Fault
	switch {
	case err == nil || errors.As(err, &f):
		return a, err
	case ctx.Err() != nil && errors.Is(ctx.Err(), context.DeadlineExceeded):
		return nil, fault("registry.slow", text.Cannot, text.RegistryAskSlow.With(int(askedTime/time.Second)))
	}
	return nil, faultOf("registry.query", text.Usage, text.RegistryAskWrong, err)
}

// question refuses what is no question.
func question(query string) error {
	words, statements := scanSQL(query)
	switch {
	case statements == 0 || len(words) == 0:
		return fault("registry.query", text.Usage, text.RegistryAskEmpty)
	case statements > 1:
		return fault("registry.query-many", text.Usage, text.RegistryAskMany)
	}
	switch words[0] {
	case "SELECT", "WITH", "VALUES":
	default:
		return fault("registry.query-writes", text.Usage, text.RegistryAskWrites.With(text.Harmless(words[0])))
	}
	for _, w := range words {
		if writes[w] {
			return fault("registry.query-writes", text.Usage, text.RegistryAskWrites.With(w))
		}
	}
	return nil
}

// writes are words that stand in no question: with them a statement writes, whatever it begins with. The connection could not
// do it anyway.
var writes = map[string]bool{
	"INSERT": true, "UPDATE": true, "DELETE": true, "DROP": true, "ALTER": true, "CREATE": true, "ATTACH": true, "DETACH": true, "PRAGMA": true,
	"VACUUM": true, "REINDEX": true, "TRUNCATE": true, "GRANT": true, "REVOKE": true, "COPY": true, "MERGE": true, "CALL": true, "LOCK": true,
	"INTO": true, "LOAD_EXTENSION": true, "LO_IMPORT": true, "LO_EXPORT": true, "PG_READ_FILE": true, "PG_READ_BINARY_FILE": true, "PG_LS_DIR": true,
	"DBLINK": true, "DBLINK_EXEC": true, "SET_CONFIG": true, "PG_SLEEP": true, "PG_TERMINATE_BACKEND": true, "PG_CANCEL_BACKEND": true,
	"QUERY_TO_XML": true, "NEXTVAL": true, "SETVAL": true, "PG_ADVISORY_LOCK": true, "PG_ADVISORY_XACT_LOCK": true,
}

// scanSQL gives the bare words of a text in capitals, outside of quotes and comments, and how many statements it has.
func scanSQL(q string) (words []string, statements int) {
	fresh := true // nothing of the statement at hand yet
	for i := 0; i < len(q); {
		switch c := q[i]; {
		case strings.HasPrefix(q[i:], "--"):
			n := strings.IndexByte(q[i:], '\n')
			if n < 0 {
				return words, statements
			}
			i += n + 1
		case strings.HasPrefix(q[i:], "/*"):
			n := strings.Index(q[i+2:], "*/")
			if n < 0 {
				return words, statements
			}
			i += n + 4
		case c == ';':
			fresh = true
			i++
		case c <= ' ':
			i++
		default:
			if fresh {
				statements++
				fresh = false
			}
			switch {
			case c == '\'' || c == '"' || c == '`':
				i = endOfQuote(q, i)
			case c == '[':
				if n := strings.IndexByte(q[i:], ']'); n >= 0 {
					i += n
				}
				i++
			case letter(c):
				from := i
				for i < len(q) && (letter(q[i]) || q[i] >= '0' && q[i] <= '9') {
					i++
				}
				words = append(words, strings.ToUpper(q[from:i]))
			default:
				i++
			}
		}
	}
	return words, statements
}

func letter(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// endOfQuote is behind the quote that opens at i; a doubled one is inside.
func endOfQuote(q string, i int) int {
	open := q[i]
	for i++; i < len(q); i++ {
		if q[i] != open {
			continue
		}
		if i+1 < len(q) && q[i+1] == open {
			i++
			continue
		}
		return i + 1
	}
	return len(q)
}

// answerOf reads the rows of a query, within bounds.
func answerOf(ctx context.Context, c *sql.Conn, query string, most int) (*Answer, error) {
	ctx, enough := context.WithCancel(ctx)
	rows, err := c.QueryContext(ctx, query)
	if err != nil {
		enough()
		return nil, err
	}
	defer rows.Close()
	defer enough() // before Close, which would read an endless answer to its end
	a := &Answer{}
	if a.Columns, err = rows.Columns(); err != nil {
		return nil, err
	}
	kinds, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	size := 0
	for rows.Next() {
		if len(a.Rows) == most {
			a.More = true
			return a, nil
		}
		values, into := make([]any, len(a.Columns)), make([]any, len(a.Columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		for i := range values {
			values[i] = answered(kinds[i].DatabaseTypeName(), values[i])
			size += 16 + len(fmt.Sprint(values[i]))
		}
		if size > askedBytes {
			return nil, fault("registry.query-large", text.Cannot, text.RegistryAskLarge.With(askedBytes>>20))
		}
		a.Rows = append(a.Rows, values)
	}
	return a, rows.Err()
}

// answered is a value as it is shown: figures with the digits they have.
func answered(kind string, v any) any {
	switch x := v.(type) {
	case nil, int64:
		return v
	case bool:
		return truth(x)
	case time.Time:
		return moment(x)
	case float64:
		return json.Number(strconv.FormatFloat(x, 'f', -1, 64))
	case []byte:
		v = string(x)
	case int32:
		return int64(x)
	}
	s := text.Harmless(fmt.Sprint(v))
	if kind == numeric {
		if _, ok := spelling.Dec(s); ok {
			return json.Number(s)
		}
	}
	return s
}

// listed gives the tables and views with their columns.
func (r *Registry) listed() *Answer {
	a := &Answer{Columns: []string{"name", "kind", "columns"}}
	for _, of := range r.tables {
		a.Rows = append(a.Rows, []any{of.name, "table", strings.Join(of.names(), ", ")})
	}
	for _, view := range exportedViews {
		a.Rows = append(a.Rows, []any{view, "view", ""})
	}
	return a
}
