package filing

import (
	"context"
	"encoding/json"
	"errors"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// EarlierImport is an import that the history remembers.
type EarlierImport struct {
	File string
	At   string // "2024-01-15 10:30"
	Rows int64
	Seq  int64

	first, last int64 // its rows
}

// historySearch is how many entries of a form's history are looked through for an earlier import.
const historySearch = 500

// earlierImport finds the newest import of a file of this name whose lines still stand; nil where there is none, or where
// it was this very file.
func earlierImport(s *entry.Session, f *form.Form, src *Source) (*EarlierImport, error) {
	if f.Scope != form.Ledger {
		return nil, nil
	}
	entries, err := s.Workspace().History(s.Book(), store.HistoryQuery{Form: f.ID, Limit: historySearch})
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		var b struct {
			Rows, First, Last int64
			File, Digest      string
		}
		if e.Kind != "bulk" || json.Unmarshal([]byte(e.New), &b) != nil || b.File != src.Name {
			continue
		}
		if b.Digest == src.Digest {
			return nil, nil
		}
		for _, row := range []int64{b.First, b.Last} {
			r, err := s.Workspace().Record(s.Book(), f, row)
			if err != nil {
				return nil, err
			}
			if r != nil {
				return &EarlierImport{File: b.File, At: e.At.Format("2006-01-02 15:04"), Rows: b.Rows, Seq: e.Seq, first: b.First, last: b.Last}, nil
			}
		}
	}
	return nil, nil
}

// Replace writes a plan in the place of the earlier import it names: lines of that import which the mended file no longer
// has are removed, new ones are added, the others stay. One step of undo; with refused rows and goodRows false nothing is
// written.
func (p *Plan) Replace(ctx context.Context, goodRows bool) (Result, error) {
	if p.Replaces == nil {
		return p.Apply(ctx, goodRows)
	}
	o := p.options
	o.DryRun, o.GoodRows = true, goodRows
	dry := newBatch(p.session, o)
	if err := dry.add(p.Form, p.Source, p.Mapping); err != nil {
		return Result{}, err
	}
	results, err := dry.run(ctx)
	if err != nil {
		return Result{}, err
	}
	if results[0].RefusedCount > 0 && !goodRows {
		r := results[0]
		r.Added, r.Unchanged = 0, 0
		return r, nil
	}
	gone, err := dry.leftOver(ctx, p.Replaces)
	if err != nil {
		return Result{}, err
	}
	o.DryRun = false
	b := newBatch(p.session, o)
	b.first = gone
	if err := b.add(p.Form, p.Source, p.Mapping); err != nil {
		return Result{}, err
	}
	results, err = b.run(ctx)
	if len(results) == 0 {
		return Result{Form: p.Form}, err
	}
	results[0].Removed = int64(len(gone))
	return results[0], err
}

// leftOver gives the removal of every line of an earlier import that the file, which has been read, does not have.
func (b *batch) leftOver(ctx context.Context, e *EarlierImport) ([]store.Write, error) {
	var gone []store.Write
	j := b.jobs[0]
	err := b.s.Workspace().Scan(ctx, b.s.Book(), j.f, func(r *form.Record) error {
		if r.ID >= e.first && r.ID <= e.last && j.lines.take(r) {
			gone = append(gone, store.Write{Form: j.f, Row: r.ID, Delete: true})
		}
		if len(gone) > replacedAtMost {
			return errTooManyReplaced
		}
		return nil
	})
	if errors.Is(err, errTooManyReplaced) {
		return nil, fault("filing.replace-many", text.Cannot, text.FilingReplaceMany.With(replacedAtMost))
	}
	return gone, err
}

// replacedAtMost is how many lines a replacement removes one by one; a file that differs in more is better undone whole.
const replacedAtMost = 100_000

var errTooManyReplaced = errors.New("filing: too many lines to replace")
