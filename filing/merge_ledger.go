package filing

import (
	"context"
	"iter"

	"yice/form"
	"yice/text"
)

// mostAlike bounds the ledger lines that are alike and differ.
const mostAlike = 100_000

// lineBulk is new lines of a ledger: those of theirs that are not left out.
type lineBulk struct {
	form *form.Form
	out  map[int64]bool // rows of theirs that are here already, or differ
	new  int64
}

// ledger merges lines: equal ones are the same line, counted; one of the same voucher, date and amount is the same line too,
// so that money is never entered twice; all others are new. Only digests and row numbers are kept.
func (m *merging) ledger(ctx context.Context, f *form.Form) error {
	count := m.count(f)
	known, err := m.lines(ctx, f)
	if err != nil {
		return err
	}
	bulk := lineBulk{form: f, out: make(map[int64]bool)}
	// First every equal line, so that none of them is taken for a line that differs.
	err = m.other.Scan(ctx, m.theirs, f, func(r *form.Record) error {
		count.Read++
		if known.equal(r) {
			count.Same++
			bulk.out[r.ID] = true
		}
		return nil
	})
	if err != nil {
		return err
	}
	alike := 0
	err = m.other.Scan(ctx, m.theirs, f, func(r *form.Record) error {
		if bulk.out[r.ID] {
			return nil
		}
		row, ok := known.alike(r)
		if !ok {
			bulk.new++
			return nil
		}
		bulk.out[r.ID] = true
		if alike++; alike > mostAlike {
			return fault("filing.merge-many", text.Cannot, text.FilingMergeMany.With(f.Title, mostAlike))
		}
		ours, err := m.s.Workspace().Record(m.s.Book(), f, row)
		if err == nil && ours != nil {
			m.join(count, ours, r)
		}
		return err
	})
	count.Added = bulk.new
	if bulk.new > 0 {
		m.bulks = append(m.bulks, bulk)
	}
	return err
}

// heldLines are the lines here, each until a line of theirs meets it.
type heldLines struct {
	contents *contents
	rows     map[[2]uint64][]int64            // by content
	vouchers map[doubleKey]map[int64]struct{} // by voucher, date and amount
}

func (m *merging) lines(ctx context.Context, f *form.Form) (*heldLines, error) {
	columns := make([]int, len(f.Fields))
	for i := range columns {
		columns[i] = i
	}
	h := &heldLines{contents: newContents(columns), rows: make(map[[2]uint64][]int64), vouchers: make(map[doubleKey]map[int64]struct{})}
	return h, m.s.Workspace().Scan(ctx, m.s.Book(), f, func(r *form.Record) error {
		d := h.contents.digest(r)
		h.rows[d] = append(h.rows[d], r.ID)
		if k, ok := keyOfDouble(r); ok {
			if h.vouchers[k] == nil {
				h.vouchers[k] = make(map[int64]struct{}, 1)
			}
			h.vouchers[k][r.ID] = struct{}{}
		}
		return nil
	})
}

// equal uses up a line of ours with the same content.
func (h *heldLines) equal(r *form.Record) bool {
	d := h.contents.digest(r)
	have := h.rows[d]
	if len(have) == 0 {
		return false
	}
	h.rows[d] = have[1:]
	if k, ok := keyOfDouble(r); ok {
		delete(h.vouchers[k], have[0])
	}
	return true
}

// alike uses up a line of ours of the same voucher, date and amount, the oldest first.
func (h *heldLines) alike(r *form.Record) (row int64, ok bool) {
	k, ok := keyOfDouble(r)
	if !ok || len(h.vouchers[k]) == 0 {
		return 0, false
	}
	for id := range h.vouchers[k] {
		if row == 0 || id < row {
			row = id
		}
	}
	delete(h.vouchers[k], row)
	return row, true
}

// newLines reads the lines that are new here once more.
func (m *merging) newLines(ctx context.Context, b lineBulk) iter.Seq2[*form.Record, error] {
	return func(yield func(*form.Record, error) bool) {
		stopped, at := false, b.form.Index("evidence")
		err := m.other.Scan(ctx, m.theirs, b.form, func(r *form.Record) error {
			if b.out[r.ID] {
				return nil
			}
			line := r.Clone()
			line.ID = 0
			if at >= 0 {
				m.noteEvidence(b.form, at, line.Values[at])
			}
			if !yield(line, nil) {
				stopped = true
				return errRefused
			}
			return nil
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}
