package registry

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"yice/filing/registry/opengauss"
	"yice/filing/registry/pgsql"
	"yice/text"
)

// The rows that submissions bring may lie on other servers, spread by hash of uscc: the server that is worked with reaches them as
// partitions over postgres_fdw, whose servers and users its administrator has made. What people change stands with its history on the
// one server, and so do the marks of submissions. Nothing needs a transaction over two of them: a node that dies takes away rows that
// have no mark yet, or answers nothing until it is back.

// node is a server that rows are spread to.
type node struct {
	name   string // among the foreign servers of the one that is worked with
	schema string
	s      *session
	id     string // of the registry
}

type nodes []node

func (all nodes) close() {
	for i := range all {
		all[i].s.close()
	}
}

// under is what the part of a table is called on every node: registries that share nodes do not meet.
func (all nodes) under(name string) string { return name + "_" + all[0].id }

func (n *node) wrong(err error) error {
	return faultOf("registry.node", text.Cannot, text.RegistryNode.With(text.Harmless(n.name)), err)
}

// spread makes a table of which each node has a part.
func (t *tx) spread(ctx context.Context, on nodes, of *table) error {
	name := on.under(of.name)
	for i := range on {
		there, err := on[i].s.there(ctx, "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?", name)
		if err == nil && !there {
			err = makeWhole(ctx, on[i].s, of, name)
		}
		if err != nil {
			return on[i].wrong(err)
		}
	}
	if err := t.exec(ctx, "CREATE TABLE "+quoted(of.name)+" ("+of.spelled()+") PARTITION BY HASH (uscc)"); err != nil {
		return err
	}
	for i := range on {
		err := t.exec(ctx, fmt.Sprintf(`CREATE FOREIGN TABLE %s PARTITION OF %s FOR VALUES WITH (MODULUS %d, REMAINDER %d) SERVER %s
			OPTIONS (schema_name %s, table_name %s, fetch_size '5000', batch_size '500')`,
			quoted(name+"_"+strconv.Itoa(i)), quoted(of.name), len(on), i, quoted(on[i].name), literal(on[i].schema), literal(name)))
		if err != nil {
			return err
		}
	}
	return nil
}

func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// nodes opens the servers over which rows are spread.
func (e *postgresEngine) nodes(ctx context.Context, s *session, id string, names []string) (all nodes, err error) {
	if len(names) == 0 {
		if names, err = spreadOver(ctx, s, id); err != nil {
			return nil, cannotUse(err)
		}
	}
	for _, name := range names {
		n, err := e.node(ctx, s, name)
		if err != nil {
			all.close()
			return nil, err
		}
		n.id = id
		all = append(all, *n)
	}
	return all, nil
}

// spreadOver names the nodes of a registry that is there, in the order of their parts.
func spreadOver(ctx context.Context, s *session, id string) (names []string, err error) {
	for i := 0; ; i++ {
		var name string
		part := "line_" + id + "_" + strconv.Itoa(i)
		found := false
		err := s.each(ctx, "SELECT foreign_server_name FROM information_schema.foreign_tables WHERE foreign_table_schema = current_schema() AND foreign_table_name = ?", []any{part},
			func(scan func(...any) error) error { found = true; return scan(&name) })
		if err != nil || !found {
			return names, err
		}
		names = append(names, name)
	}
}

// node opens one, as the server that is worked with would: at the place and as the user that its administrator gave.
func (e *postgresEngine) node(ctx context.Context, s *session, name string) (*node, error) {
	options := make(map[string]string)
	for _, q := range []string{
		"SELECT option_name, option_value FROM information_schema.foreign_server_options WHERE foreign_server_name = ?",
		"SELECT option_name, option_value FROM information_schema.user_mapping_options WHERE foreign_server_name = ? AND authorization_identifier IN (CURRENT_USER, 'PUBLIC')",
	} {
		err := s.each(ctx, q, []any{name}, func(scan func(...any) error) error {
			var texts [2]string
			err := scanTexts(scan, []*string{&texts[0], &texts[1]})
			options[texts[0]] = texts[1]
			return err
		})
		if err != nil {
			return nil, cannotUse(err)
		}
	}
	if options["host"] == "" {
		return nil, fault("registry.node", text.Usage, text.RegistryNodeUnknown.With(text.Harmless(name)))
	}
	u := url.URL{Scheme: "postgres", Host: "", Path: "/" + options["dbname"]}
	q := url.Values{}
	for _, option := range []string{"host", "port", "user", "sslmode", "sslrootcert"} {
		if options[option] != "" {
			q.Set(option, options[option])
		}
	}
	u.RawQuery = q.Encode()
	config, err := pgconn.ParseConfig(u.String())
	if err != nil {
		return nil, fault("registry.node", text.Usage, text.RegistryNodeUnknown.With(text.Harmless(name)))
	}
	switch {
	case options["password"] != "":
		config.Password = options["password"]
	case e.fromFile != "":
		config.Password = e.fromFile
	}
	config.RuntimeParams["application_name"], config.ConnectTimeout = "yice", e.config.ConnectTimeout
	opengauss.Answering(config)
	n := &node{name: name}
	if n.s, err = newSession(ctx, e, pgsql.Open(config)); err != nil {
		return nil, n.wrong(err)
	}
	if err := n.s.row(ctx, "SELECT current_schema()", &n.schema); err != nil {
		n.s.close()
		return nil, n.wrong(err)
	}
	return n, nil
}
