package registry

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"yice/text"
)

// Rows that are spread go straight to the node that keeps them, as a table's rows go to a server: over the server in front each statement is
// planned and handed on, which took it five times what the node did with it. What that server decides is only where they belong, for
// by its hash it looks for them.
//
// A node has a transaction of its own, of the rows of some submissions. It is over before the mark of any of them is set, whose transaction is
// another, of the server in front. So what is left by whatever is cut off are rows without a mark, on some nodes and not on others: nobody
// reads them, and the next load takes them out.

// spreading is over which servers the rows of a registry are spread, found out when something is first loaded.
type spreading struct {
	known bool
	on    nodes
	of    map[string]int // the part of each enterprise, as the server in front said
}

// close lets go of the nodes: every run asks for them anew.
func (s *spreading) close() {
	s.on.close()
	*s = spreading{}
}

// servers gives the nodes of the registry; none where its rows are not spread.
func (r *Registry) servers(ctx context.Context) (nodes, error) {
	if r.over.known {
		return r.over.on, nil
	}
	on, err := r.engine.nodes(ctx, r.s, r.id, nil)
	if err != nil {
		return nil, err
	}
	r.over = spreading{known: true, on: on, of: make(map[string]int)}
	return on, nil
}

// parts gives the submissions by where their rows go.
func (r *Registry) parts(ctx context.Context, t *tx, all []*loading) ([]part, error) {
	on, err := r.servers(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	if len(on) == 0 {
		return []part{{s: t.session, under: func(name string) string { return name }, of: all}}, nil
	}
	parts := make([]part, len(on))
	for i := range on {
		parts[i] = part{s: on[i].s, on: &on[i], under: on.under}
	}
	for _, w := range all {
		at, err := r.partOf(ctx, t, w.x.verdict.Enterprise)
		if err != nil {
			return nil, err
		}
		parts[at].of = append(parts[at].of, w)
	}
	return parts, nil
}

// partOf asks the server in front which part the rows of an enterprise belong to.
func (r *Registry) partOf(ctx context.Context, t *tx, uscc string) (int, error) {
	if at, known := r.over.of[uscc]; known {
		return at, nil
	}
	n := len(r.over.on)
	belongs, given, is := make([]string, n), make(given, n), make([]any, n)
	for i := range n {
		belongs[i] = fmt.Sprintf(`satisfies_hash_partition(CAST('"line"' AS regclass), %d, %d, CAST(? AS VARCHAR))`, n, i)
		given[i], is[i] = uscc, new(bool)
	}
	if err := t.row(ctx, "SELECT "+strings.Join(belongs, ", "), append([]any{given}, is...)...); err != nil {
		return 0, err
	}
	for i, here := range is {
		if *here.(*bool) {
			r.over.of[uscc] = i
			return i, nil
		}
	}
	return 0, fault("registry.node", text.Cannot, text.RegistryNode.With(text.Harmless(uscc)))
}

// inTurn runs a change of a node in one transaction. It waits for one that was left behind: a loader that ended while its node was still at work
// for it has given the turn away at the server in front, and not yet here.
func (n *node) inTurn(ctx context.Context, do func() error) (err error) {
	defer func() {
		if err != nil {
			_, _ = n.s.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			var f *text.Fault
			if !errors.As(err, &f) {
				err = n.wrong(err)
			}
		}
	}()
	if _, err := n.s.conn.ExecContext(ctx, "BEGIN"); err != nil {
		return err
	}
	id, err := strconv.ParseUint(n.id, 16, 64)
	if err != nil {
		return err
	}
	if err := n.s.again(ctx, "SELECT pg_advisory_xact_lock(?)", int64(id)); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	_, err = n.s.conn.ExecContext(ctx, "COMMIT")
	return err
}

// together loads parts at the same time, for each has a server of its own to wait for. All of them have come to an end when it comes back.
func together(parts []part, load func(*part) error) error {
	failed := make([]error, len(parts))
	var wait sync.WaitGroup
	for i := range parts {
		if len(parts[i].of) > 0 {
			wait.Go(func() { failed[i] = load(&parts[i]) })
		}
	}
	wait.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	return nil
}
