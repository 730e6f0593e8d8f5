package registry

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash"
	"iter"
	"math/big"
	"slices"
	"strings"

	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// A load is lines first and the row of `submission` last: that row is the mark that all of it is there, and bears how much it is
// and the digest of it. Where the mark is missing, whatever is there of the digest is taken out and written again.

// loadedTables are those a submission puts rows into, besides those of forms.
var loadedTables = []string{"line", "used", "finding", "claim", "paid"}

// load writes all of submissions that were examined but their marks, which it gives by their digests. They must have none: see [tx.unmark].
// It goes by tables and not by submissions, so that there are as many statements for all of them as for one.
func (r *Registry) load(ctx context.Context, t *tx, all []*examined, received stamp) (map[string][]any, error) {
	loads := make([]*loading, len(all))
	for i, x := range all {
		loads[i] = &loading{x: x, sum: sha256.New(), counts: make(map[string]int64)}
	}
	parts, err := r.parts(ctx, t, loads)
	if err != nil {
		return nil, err
	}
	if err := together(parts, func(p *part) error { return p.load(ctx, t.tables) }); err != nil {
		return nil, err
	}
	marks := make(map[string][]any)
	for _, w := range loads {
		marks[w.x.digest] = w.mark(received)
	}
	return marks, nil
}

// part is where the rows of some submissions go: the registry's own session in the transaction that is open, or a node.
type part struct {
	s     *session
	on    *node // nil: rows are not spread
	under func(table string) string
	of    []*loading
}

// load writes the rows of all its submissions.
func (p *part) load(ctx context.Context, tables []table) error {
	if p.on != nil {
		return p.on.inTurn(ctx, func() error { return p.write(ctx, tables) })
	}
	return p.write(ctx, tables)
}

func (p *part) write(ctx context.Context, tables []table) error {
	for i := range tables {
		of := &tables[i]
		if !of.loaded() {
			continue
		}
		if err := p.unload(ctx, of); err != nil {
			return err
		}
		if err := p.s.e.bulk(ctx, p.s, p.under(of.name), of.names(), p.rows(ctx, of)); err != nil {
			return err
		}
	}
	return nil
}

// unload takes out whatever is there of submissions that have no mark.
func (p *part) unload(ctx context.Context, of *table) error {
	digests := make([]any, batch)
	for i := range digests { // one statement, of however many
		digests[i] = p.of[min(i, len(p.of)-1)].x.digest
	}
	return p.s.again(ctx, "DELETE FROM "+quoted(p.under(of.name))+" WHERE digest IN ("+places(batch)+")", digests...)
}

// rows gives those of a table of all submissions, one after the other, and takes them into the digest of each.
func (p *part) rows(ctx context.Context, of *table) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, w := range p.of {
			rows, err := w.rowsFor(ctx, of, w.x.verdict.Submission)
			switch {
			case err != nil:
				yield(nil, err)
				return
			case rows == nil:
				continue
			}
			for row, err := range rows {
				if err == nil {
					w.took(of, row)
				}
				if !yield(row, err) || err != nil {
					return
				}
			}
		}
	}
}

// rowsFor gives the rows of a table; nil where the submission has no such form.
func (w *loading) rowsFor(ctx context.Context, of *table, s *submission.Submission) (iter.Seq2[[]any, error], error) {
	switch of.name {
	case "line":
		return w.lines, nil
	case "used":
		return w.used, nil
	case "finding":
		return w.findings, nil
	case "claim":
		return w.claims, nil
	case "paid":
		return w.paid, nil
	}
	f := s.Forms().ByID(strings.TrimPrefix(of.name, "f_"))
	if f == nil {
		return nil, nil
	}
	at := make([]int, len(f.Fields))
	for i := range f.Fields {
		name := fieldColumn(&f.Fields[i]).name
		if at[i] = slices.IndexFunc(of.columns, func(c column) bool { return c.name == name }); at[i] < 0 {
			return nil, fault("registry.pack-form", text.Findings, text.RegistryPackForm.With(s.Pack.ID, s.Pack.Version, f.ID, f.Fields[i].ID))
		}
	}
	return w.rowsOf(ctx, s, f, at, len(of.columns)), nil
}

// unmark takes the mark of a submission away, where it has one. It is a transaction of its own before the rows are touched: those may
// lie on other servers, which keep what they did where this one could not keep its part.
func (t *tx) unmark(ctx context.Context, digest string) error {
	marked, err := t.there(ctx, "SELECT 1 FROM submission WHERE digest = ?", digest)
	if err != nil || !marked {
		return err
	}
	return t.drop(ctx, "measure", "", "submission", digest)
}

// loading is the load of a submission under way.
type loading struct {
	x      *examined
	sum    hash.Hash // of all rows, in the order of tables and keys
	counts map[string]int64
	rows   int64
	spend  big.Int
}

// took takes a row that was written into the digest.
func (w *loading) took(of *table, row []any) {
	digestRow(w.sum, of, row)
	w.counts[of.name]++
	if strings.HasPrefix(of.name, "f_") {
		w.rows++
	}
}

// digestRow takes a row into a digest, the same whether it comes from a file or from a table.
func digestRow(h hash.Hash, of *table, row []any) {
	var b []byte
	put := func(s string) {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	put(of.name)
	for i, c := range of.columns[:of.own] {
		put(canonical(c.kind, row[i]))
	}
	// What packs, or a later format, brought, by name and where there is something: a column that another year's pack adds changes nothing.
	for _, i := range of.brought {
		if s := canonical(of.columns[i].kind, row[i]); s != "" {
			put(of.columns[i].name)
			put(s)
		}
	}
	h.Write(b)
}

func (w *loading) book() (digest, uscc string, year int64) {
	v := w.x.verdict
	return w.x.digest, v.Enterprise, int64(v.Year)
}

// rowsOf gives the rows of a form; at is the column of each field.
func (w *loading) rowsOf(ctx context.Context, s *submission.Submission, f *form.Form, at []int, columns int) iter.Seq2[[]any, error] {
	digest, uscc, year := w.book()
	money := f.Index("amount")
	return func(yield func([]any, error) bool) {
		stop := errors.New("registry: enough")
		err := s.Scan(ctx, f, func(r *form.Record) error {
			row := make([]any, columns)
			row[0], row[1], row[2], row[3] = digest, r.ID, uscc, year
			for i := range f.Fields {
				row[at[i]] = valueOf(r.Values[i])
			}
			if f.Scope == form.Ledger && money >= 0 {
				w.spend.Add(&w.spend, big.NewInt(r.Values[money].Num()))
			}
			if !yield(row, nil) {
				return stop
			}
			return nil
		})
		if err != nil && err != stop {
			yield(nil, err)
		}
	}
}

func valueOf(v form.Value) any {
	switch {
	case v.Empty():
		return nil
	case v.IsNumber():
		return v.Num()
	}
	return spelling.Storable(v.Str())
}

func said(p text.Pair) string { return spelling.Storable(p.ZH) }

// english is a sentence in English, where it is another one.
func english(p text.Pair) any {
	if p.EN == "" || p.EN == p.ZH {
		return nil
	}
	return spelling.Storable(p.EN)
}

// decimal is a figure for a NUMERIC: nil where there is none.
func decimal(d *scoring.Dec) any {
	if d == nil {
		return nil
	}
	return d.String()
}

// ratio gives a fraction as decimal, to so many places as are of use, and exactly.
func ratio(q *big.Rat) (decimal, exact any) {
	if q == nil {
		return nil, nil
	}
	if q.IsInt() {
		return q.Num().String(), q.RatString()
	}
	return strings.TrimRight(q.FloatString(12), "0"), q.RatString()
}
