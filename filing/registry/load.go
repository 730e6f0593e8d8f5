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

	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// A load is lines first and the row of `submission` last: that row is the mark that all of it is there, and bears how much it is
// and the digest of it. Where the mark is missing, whatever is there of the digest is taken out and written again.

// loadedTables are those a submission puts rows into, besides those of forms.
var loadedTables = []string{"line", "used", "finding", "claim", "paid"}

// load writes all of a submission that was examined but its mark, which it gives. There must be no mark: see [tx.unmark].
func (t *tx) load(ctx context.Context, x *examined, received stamp) ([]any, error) {
	if err := t.unload(ctx, x.digest, x.verdict.Enterprise); err != nil {
		return nil, err
	}
	w := &loading{t: t, x: x, sum: sha256.New(), counts: make(map[string]int64)}
	s := x.verdict.Submission
	for i := range t.tables {
		of := &t.tables[i]
		if !of.loaded() {
			continue
		}
		rows, err := w.rowsFor(ctx, of, s)
		if err == nil && rows != nil {
			err = w.bulk(ctx, of, rows)
		}
		if err != nil {
			return nil, err
		}
	}
	return w.mark(received), nil
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

// unload takes out whatever is there of a submission that has no mark.
func (t *tx) unload(ctx context.Context, digest, uscc string) error {
	remove := t.again
	if p, ok := t.e.(*postgresEngine); ok && p.spread {
		remove = t.exec // planned for the one enterprise, so that only its node is asked
	}
	for i := range t.tables {
		if !t.tables[i].loaded() {
			continue
		}
		if err := remove(ctx, "DELETE FROM "+quoted(t.tables[i].name)+" WHERE digest = ? AND uscc = ?", digest, uscc); err != nil {
			return err
		}
	}
	return nil
}

// loading is a load under way.
type loading struct {
	t      *tx
	x      *examined
	sum    hash.Hash // of all rows, in the order of tables and keys
	counts map[string]int64
	rows   int64
	spend  big.Int
}

// bulk writes the rows of a table and takes them into the digest.
func (w *loading) bulk(ctx context.Context, of *table, rows iter.Seq2[[]any, error]) error {
	n := int64(0)
	counted := func(yield func([]any, error) bool) {
		for row, err := range rows {
			if err == nil {
				n++
				digestRow(w.sum, of, row)
			}
			if !yield(row, err) {
				return
			}
		}
	}
	if err := w.t.e.bulk(ctx, w.t.session, of.name, of.names(), counted); err != nil {
		return err
	}
	w.counts[of.name] = n
	if strings.HasPrefix(of.name, "f_") {
		w.rows += n
	}
	return nil
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
	return storable(v.Str())
}

// storable is a text that every database keeps: a server takes no byte that is nothing.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

func said(p text.Pair) string { return storable(p.ZH) }

// english is a sentence in English, where it is another one.
func english(p text.Pair) any {
	if p.EN == "" || p.EN == p.ZH {
		return nil
	}
	return storable(p.EN)
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
