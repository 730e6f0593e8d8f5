package submission

import (
	"cmp"
	"context"
	"hash/maphash"
	"io"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// CellChange is one difference between two submissions; Old and New are canonical texts. Field "": the row as a whole, in
// the spelling of its table (Old "": the row is new, New "": it is gone).
type CellChange struct {
	Form, Key, Field string
	Old, New         string
}

// mostDiffering is how many rows of a form may differ between two submissions before a comparison says nothing any more.
const mostDiffering = 100_000

// Diff compares two submissions cell by cell. Rows that are the same in both are matched first, counted; of those left,
// rows with a natural key by it, others by what people know them by, where that names one row on either side.
func Diff(ctx context.Context, a, b *Submission) ([]CellChange, error) {
	var all []CellChange
	for _, f := range formsOfBoth(b.Forms(), a.Forms()) {
		changes, err := DiffForm(ctx, f, a.Scan, b.Scan)
		if err != nil {
			return nil, err
		}
		all = append(all, changes...)
	}
	return all, nil
}

// formsOfBoth are the forms of two submissions; where both have one it is that of the first, whose fields are then compared.
func formsOfBoth(a, b *form.Dictionary) []*form.Form {
	all := a.All()
	for _, f := range b.All() {
		if a.ByID(f.ID) == nil {
			all = append(all, f)
		}
	}
	return all
}

// DiffForm compares the rows of one form, as [Diff] does, wherever they lie.
func DiffForm(ctx context.Context, f *form.Form, a, b RowsOf) ([]CellChange, error) {
	old, now, err := differing(ctx, f, a, b)
	if err != nil {
		return nil, err
	}
	return changesOf(f, old, now), nil
}

// ScoreMoves gives the lines of the score that differ between two submissions, each scored again from its data under its
// own pack.
func ScoreMoves(ctx context.Context, a, b *Submission) ([]scoring.Change, error) {
	var sheets [2]*scoring.Sheet
	for i, s := range []*Submission{a, b} {
		if sheets[i] = s.Sheet; sheets[i] != nil {
			continue
		}
		year, err := s.judge(ctx)
		if err != nil {
			return nil, err
		}
		sheets[i] = year.Sheet()
	}
	return scoring.Compare(sheets[0], sheets[1]), nil
}

// counted counts rows by their spelling.
type counted struct {
	spelling *TableWriter
	seeds    [2]maphash.Seed
	counts   map[[2]uint64]int32 // how many more there are on the left
}

func newCounted(f *form.Form) *counted {
	return &counted{
		spelling: NewTableWriter(io.Discard, f), seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()},
		counts: make(map[[2]uint64]int32),
	}
}

// digest is 128 bits under seeds that are new in every run: nobody can make two rows collide.
func (c *counted) digest(r *form.Record) [2]uint64 {
	c.spelling.spell(r)
	return [2]uint64{maphash.Bytes(c.seeds[0], c.spelling.line), maphash.Bytes(c.seeds[1], c.spelling.line)}
}

// differing reads a form of both sides and keeps the rows that are in one alone. Nothing of equal rows stays in memory but
// their digests.
func differing(ctx context.Context, f *form.Form, a, b RowsOf) (old, now []*form.Record, err error) {
	a, b = rowsAs(a), rowsAs(b)
	c := newCounted(f)
	if err := a(ctx, f, func(r *form.Record) error { c.counts[c.digest(r)]++; return nil }); err != nil {
		return nil, nil, err
	}
	if err := b(ctx, f, func(r *form.Record) error { c.counts[c.digest(r)]--; return nil }); err != nil {
		return nil, nil, err
	}
	keep := func(to *[]*form.Record, sign int32) func(*form.Record) error {
		return func(r *form.Record) error {
			d := c.digest(r)
			if c.counts[d]*sign <= 0 {
				return nil
			}
			c.counts[d] -= sign
			if len(*to) == mostDiffering {
				return fault("filing.diff-many", text.Findings, text.FilingDiffMany.With(f.Title, mostDiffering))
			}
			*to = append(*to, r)
			return nil
		}
	}
	for d, n := range c.counts {
		if n == 0 {
			delete(c.counts, d)
		}
	}
	if len(c.counts) == 0 {
		return nil, nil, nil
	}
	if err := a(ctx, f, keep(&old, 1)); err != nil {
		return nil, nil, err
	}
	return old, now, b(ctx, f, keep(&now, -1))
}

// rowsAs gives rows as the form has them that is asked for: two submissions may bear packs with other fields.
func rowsAs(rows RowsOf) RowsOf {
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		return rows(ctx, f, func(r *form.Record) error { return visit(r.As(f)) })
	}
}

// changesOf tells how rows of one side became those of the other.
func changesOf(f *form.Form, old, now []*form.Record) []CellChange {
	var all []CellChange
	pairs, gone, added := Paired(f, old, now)
	for _, p := range pairs {
		all = append(all, cellChanges(p[0], p[1])...)
	}
	for _, r := range gone {
		all = append(all, CellChange{Form: f.ID, Key: ShownKey(r), Old: spelled(r)})
	}
	for _, r := range added {
		all = append(all, CellChange{Form: f.ID, Key: ShownKey(r), New: spelled(r)})
	}
	return all
}

// Paired matches rows of two sides: the row of a form that has one; by every natural key; then by label, where it names one
// row on either side.
func Paired(f *form.Form, old, now []*form.Record) (pairs [][2]*form.Record, gone, added []*form.Record) {
	if f.Single() && len(old) == 1 && len(now) == 1 {
		return [][2]*form.Record{{old[0], now[0]}}, nil, nil
	}
	matched := make(map[*form.Record]bool)
	match := func(key func(*form.Record) string) {
		left, right := unique(old, matched, key), unique(now, matched, key)
		for _, r := range old {
			k := key(r)
			if a, b := left[k], right[k]; k != "" && a == r && b != nil {
				pairs = append(pairs, [2]*form.Record{a, b})
				matched[a], matched[b] = true, true
			}
		}
	}
	for i := range f.Keys {
		match(func(r *form.Record) string { return AlternateKey(r, i) })
	}
	match(Label)
	for _, r := range old {
		if !matched[r] {
			gone = append(gone, r)
		}
	}
	for _, r := range now {
		if !matched[r] {
			added = append(added, r)
		}
	}
	return pairs, gone, added
}

// unique gives the rows that are alone in having their key; nil stands where several have it.
func unique(rows []*form.Record, matched map[*form.Record]bool, key func(*form.Record) string) map[string]*form.Record {
	by := make(map[string]*form.Record)
	for _, r := range rows {
		k := key(r)
		if k == "" || matched[r] {
			continue
		}
		if _, twice := by[k]; twice {
			by[k] = nil
			continue
		}
		by[k] = r
	}
	return by
}

// AlternateKey gives a row's n-th natural key, "" where its first field is empty.
func AlternateKey(r *form.Record, n int) string {
	key := r.Form.Keys[n]
	if r.Get(key[0]).Empty() {
		return ""
	}
	k := []byte{byte('0' + n)}
	for _, id := range key {
		k = append(append(k, 0), r.Form.Field(id).Show(r.Get(id))...)
	}
	return string(k)
}

// Label is what people know a row by that has no natural key, "" where its form says nothing of that.
func Label(r *form.Record) string {
	parts := make([]string, 0, len(r.Form.Label))
	for _, id := range r.Form.Label {
		if v := r.Get(id); !v.Empty() {
			parts = append(parts, r.Form.Field(id).Show(v))
		}
	}
	return strings.Join(parts, " ")
}

// ShownKey is what a row is called in a list: its key, else its label.
func ShownKey(r *form.Record) string { return harmless(cmp.Or(r.Key(), Label(r))) }

func cellChanges(a, b *form.Record) []CellChange {
	var all []CellChange
	for i := range a.Form.Fields {
		was, is := CellOf(a, i), CellOf(b, i)
		if was != is {
			all = append(all, CellChange{Form: a.Form.ID, Key: ShownKey(b), Field: a.Form.Fields[i].ID, Old: was, New: is})
		}
	}
	return all
}

// CellOf spells a cell as files do; text that could not be read as it was typed.
func CellOf(r *form.Record, i int) string {
	if raw := r.Raw[i]; raw != "" {
		return harmless(raw)
	}
	return harmless(r.Form.Fields[i].Show(r.Values[i]))
}

// spelled shows a row as a whole: its filled cells by field id.
func spelled(r *form.Record) string {
	var cells []string
	for i := range r.Form.Fields {
		if c := CellOf(r, i); c != "" {
			cells = append(cells, r.Form.Fields[i].ID+"="+c)
		}
	}
	return strings.Join(cells, ", ")
}

// DiffJSON gives the two lists of a comparison as `yice diff --json` prints them.
func DiffJSON(changes []CellChange, moves []scoring.Change, l text.Lang) (cellsJSON, movesJSON any) {
	type cell struct {
		Form  string `json:"form"`
		Key   string `json:"key"`
		Field string `json:"field"`
		Old   string `json:"old"`
		New   string `json:"new"`
	}
	type move struct {
		Line        string  `json:"line"`
		Name        string  `json:"name"`
		Before      *string `json:"before"`
		After       *string `json:"after"`
		Delta       string  `json:"delta"`
		WithPending string  `json:"delta_with_pending"`
	}
	cells, lines := make([]cell, len(changes)), make([]move, len(moves))
	for i, c := range changes {
		cells[i] = cell(c)
	}
	for i, c := range moves {
		lines[i] = move{Line: c.Line, Name: c.Name.In(l), Delta: c.Delta.Signed(), WithPending: c.DeltaPending.Signed()}
		if !c.BeforeNone {
			lines[i].Before = orNull(c.Before.Confirmed.String())
		}
		if !c.AfterNone {
			lines[i].After = orNull(c.After.Confirmed.String())
		}
	}
	return cells, lines
}

// orNull is a figure, or null where there is none.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
