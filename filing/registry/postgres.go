package registry

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"yice/filing/registry/opengauss"
	"yice/filing/registry/pgsql"
	"yice/text"
)

// postgresEngine keeps a registry on a server that speaks the PostgreSQL protocol, in the schema that the connection has. The
// submissions lie in a folder of this machine, or of one that all who work on it reach (--archive).
type postgresEngine struct {
	config   *pgconn.Config
	shown    string
	fromFile string // the password that a file gave
}

// maxPassword bounds a password, in bytes.
const maxPassword = 4096

// newPostgres reads the address of a server. A password in it would stand in the shell's history and in the list of processes:
// it is refused, and said where one belongs.
func newPostgres(address string, o Options) (engine, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fault("registry.address", text.Usage, text.RegistryAddress)
	}
	_, given := u.User.Password()
	if given || u.Query().Has("password") || u.Query().Has("sslpassword") {
		return nil, fault("registry.password", text.Usage, text.RegistryPassword)
	}
	config, err := pgconn.ParseConfig(address)
	if err != nil {
		return nil, fault("registry.address", text.Usage, text.RegistryAddress)
	}
	if o.PasswordFile != "" {
		content, err := readPlain(o.PasswordFile, maxPassword)
		if err != nil {
			return nil, err
		}
		line, _, _ := strings.Cut(string(content), "\n")
		config.Password = strings.TrimSuffix(line, "\r")
	}
	config.RuntimeParams["application_name"] = "yice"
	config.RuntimeParams["timezone"] = "UTC"
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 15 * time.Second
	}
	opengauss.Answering(config)
	e := &postgresEngine{config: config, shown: withoutSecrets(address)}
	if o.PasswordFile != "" {
		e.fromFile = config.Password
	}
	return e, nil
}

// withoutSecrets is an address as it may be shown: whose, where, which.
func withoutSecrets(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	u.RawQuery, u.Fragment = "", ""
	return text.Harmless(u.Redacted())
}

func (e *postgresEngine) session(ctx context.Context) (*session, error) {
	s, err := newSession(ctx, e, pgsql.Open(e.config))
	if err != nil {
		// What the driver says may hold the address; it says nothing that a password could stand in.
		return nil, faultOf("registry.server", text.Cannot, text.RegistryServer.With(e.shown), err)
	}
	return s, nil
}

func (e *postgresEngine) exists(ctx context.Context) (bool, error) {
	s, err := e.session(ctx)
	if err != nil {
		return false, err
	}
	defer s.close()
	there, err := e.begun(ctx, s)
	return there, cannotUse(err)
}

func (e *postgresEngine) begun(ctx context.Context, s *session) (bool, error) {
	return s.there(ctx, "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'head'")
}

// columns gives those of every table, without the tables of other servers that hang below.
func (e *postgresEngine) columns(ctx context.Context, s *session) (map[string]map[string]string, error) {
	all := make(map[string]map[string]string)
	err := s.each(ctx, "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()", nil, func(scan func(...any) error) error {
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

func (e *postgresEngine) create(ctx context.Context) (*session, error) { return e.session(ctx) }

// ours asks that no trigger of somebody else's hangs on our tables.
func (e *postgresEngine) ours(ctx context.Context, s *session) error {
	var strange string
	err := s.each(ctx, "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = current_schema()", nil,
		func(scan func(...any) error) error { return scan(&strange) })
	if err == nil && strange != "" {
		err = fault("registry.schema", text.Cannot, text.RegistrySchema.With(text.Harmless(strange)))
	}
	return cannotUse(err)
}

// keep has nothing to do: whoever administers a server keeps copies of it, and the step is one transaction.
func (e *postgresEngine) keep(context.Context, *session, string) error { return nil }

// discard has nothing to do: tables are made in one transaction.
func (e *postgresEngine) discard(context.Context) {}

func (e *postgresEngine) archive() string { return "" }

func (e *postgresEngine) begin() string { return "BEGIN" }

func (e *postgresEngine) look() string { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" }

func (e *postgresEngine) bind(query string) string { return numbered(query) }

// bulk copies rows over the protocol's own way for many.
func (e *postgresEngine) bulk(ctx context.Context, s *session, table string, columns []string, rows iter.Seq2[[]any, error]) error {
	return pgsql.Copy(ctx, s.conn, table, columns, rows)
}

// ask opens a connection of its own, in a transaction that reads only; the server ends what takes too long.
func (e *postgresEngine) ask(ctx context.Context, query string, most int) (*Answer, error) {
	s, err := e.session(ctx)
	if err != nil {
		return nil, err
	}
	defer s.close()
	for _, statement := range []string{
		"BEGIN READ ONLY", fmt.Sprintf("SET LOCAL statement_timeout = %s", strconv.Itoa(int(askedTime/time.Millisecond))),
	} {
		if _, err := s.conn.ExecContext(ctx, statement); err != nil {
			return nil, cannotUse(err)
		}
	}
	return answerOf(ctx, s.conn, query, most)
}
