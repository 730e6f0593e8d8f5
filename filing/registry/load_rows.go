package registry

import (
	"maps"
	"slices"
	"strings"

	"yice/filing/claims"
	"yice/filing/registry/spelling"
	"yice/form"
	"yice/scoring"
)

// The rows beside a score: what counted and what did not, the findings with their reasons, the marks by which a row could be claimed twice,
// and what was paid to others.

// used gives the rows that counted for each line, or did not, and why.
func (w *loading) used(yield func([]any, error) bool) {
	digest, uscc, year := w.book()
	measured := w.x.verdict.Measured
	place := int64(0)
	for _, id := range measured.LineIDs() {
		e, ok := measured.Explain(id)
		if !ok {
			continue
		}
		for _, list := range [][]scoring.Use{e.Used, e.Rejected} {
			for _, u := range list {
				place++
				row := []any{
					digest, place, id, uscc, year, u.Form, u.Row, spelling.Storable(u.Key), spelling.Storable(u.Title), said(u.Counts), truth(u.Pending), said(u.Why), english(u.Counts), english(u.Why),
				}
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func (w *loading) findings(yield func([]any, error) bool) {
	digest, uscc, year := w.book()
	for i, f := range w.x.verdict.Submission.Findings {
		row := []any{
			digest, int64(i + 1), uscc, year, f.Check, severity(f.Severity), f.Form, f.Row, f.Field, said(f.Message), spelling.Storable(f.Reason), english(f.Message),
		}
		if !yield(row, nil) {
			return
		}
	}
}

func severity(s form.Severity) string {
	if s == form.Must {
		return "强制性"
	}
	return "核实性"
}

// claims gives the marks by which a row could be seen to be claimed twice.
func (w *loading) claims(yield func([]any, error) bool) {
	digest, uscc, year := w.book()
	rows, _ := claims.Of(w.x.verdict.Submission)
	place := int64(0)
	for i := range rows {
		c := &rows[i]
		for _, m := range c.Marks {
			place++
			row := []any{
				digest, place, c.Form.ID, c.Row, spelling.Storable(markText(m.ID)), truth(m.Certain), uscc, year, w.x.verdict.Period, spelling.Storable(c.Key), spelling.Storable(c.Title), spelling.Storable(c.Plain),
				truth(m.Alike), said(m.Because), spelling.Storable(m.Because.EN),
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// markText is a mark as a text that every database keeps; markOf reads it back.
func markText(id string) string { return strings.ReplaceAll(id, "\x00", "\x1f") }

func markOf(s string) string { return strings.ReplaceAll(s, "\x1f", "\x00") }

// paid gives what the ledger says was paid to others for R&D.
func (w *loading) paid(yield func([]any, error) bool) {
	digest, uscc, year := w.book()
	of := w.x.verdict.Submission.Commissioned()
	for i, to := range slices.Sorted(maps.Keys(of)) {
		c := of[to]
		row := []any{digest, int64(i + 1), spelling.Storable(to), uscc, year, c.Lines, c.Expensed, c.ExpensedGovernment, c.Capitalised, c.CapitalisedGovernment}
		if !yield(row, nil) {
			return
		}
	}
}
