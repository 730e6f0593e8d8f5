package entry

import (
	"context"
	"slices"

	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Rows visits the rows of one form in order, wherever they lie. The records are the visitor's to keep; their ids are the
// reader's own, such as the row of a file.
type Rows func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error

// mostParts is how many different parts the sums of a ledger from outside may have: far above what an enterprise books, and
// what bounds the memory that somebody else's file can ask for.
const mostParts = 1 << 20

// ListedLines is how many flagged lines of a ledger are listed with their findings.
const ListedLines = listedFlags

// Outside is an enterprise's year whose rows lie in no workspace (a submission file), summed and judged exactly as a session
// does: there is one way from rows to facts, score and findings.
type Outside struct{ st *state }

// OpenOutside reads every form once. pack may be nil: then there is no sheet. before is the summary of the year before, nil
// where there is none. What only a workspace knows (reasons, the projects of the year before, likely doubles of lines) is
// not asked. Faults: those of rows, entry.outside-parts, entry.total.
func OpenOutside(ctx context.Context, uscc string, year int, pack *scoring.Pack, rows Rows, before *form.Record) (*Outside, error) {
	st := &state{book: store.Book{USCC: uscc, Year: year}, pack: pack, tables: make(map[string]*table), before: prior{summary: before}}
	for _, f := range formsInOrder() {
		if f.ID == ledgerID {
			if err := st.readLines(ctx, f, rows); err != nil {
				return nil, err
			}
			continue
		}
		var all []*form.Record
		columns := form.NewColumns(f)
		err := rows(ctx, f, func(r *form.Record) error {
			if over := columns.Add(r); over != nil {
				return fault("entry.total", text.Findings, text.EntryTotal.With(f.Title, r.ID, over.Title))
			}
			all = append(all, r)
			return nil
		})
		if err != nil {
			return nil, err
		}
		st.tables[f.ID] = newTable(f, year, all)
	}
	return &Outside{st.finish()}, nil
}

// readLines sums the ledger and judges every line, keeping neither.
func (st *state) readLines(ctx context.Context, f *form.Form, rows Rows) error {
	sums := make(map[store.CubeCell]*[2]int64) // by the cell without its figures: amount and lines
	fl := &flags{counts: make(map[flagKey]int64), list: make(map[int64][]form.Finding), read: true}
	var cube store.Cube
	columns := form.NewColumns(f)
	err := rows(ctx, f, func(r *form.Record) error {
		if over := columns.Add(r); over != nil {
			return fault("entry.total", text.Findings, text.EntryTotal.With(f.Title, r.ID, over.Title))
		}
		c, month := store.CubeKey(st.book, r)
		cube.ByMonth[month] = form.Plus(cube.ByMonth[month], c.Amount)
		amount, lines := c.Amount, c.Lines
		c.Amount, c.Lines = 0, 0
		sum := sums[c]
		if sum == nil {
			if len(sums) == mostParts {
				return fault("entry.outside-parts", text.Findings, text.EntryOutsideParts.With(f.Title, mostParts))
			}
			sum = new([2]int64)
			sums[c] = sum
		}
		sum[0] = form.Plus(sum[0], amount)
		sum[1] += lines
		if found := checkRow(r, st.book.Year); len(found) > 0 {
			counted(fl.counts, found, 1)
			if len(fl.list) < listedFlags {
				fl.list[r.ID] = found
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	cube.Cells = make([]store.CubeCell, 0, len(sums))
	for c, sum := range sums {
		c.Amount, c.Lines = sum[0], sum[1]
		cube.Cells = append(cube.Cells, c)
	}
	st.ledger, st.flags = newLedger(cube), fl
	return nil
}

// Facts and Sheet are as of a session; the sheet is nil without a pack. Neither may be changed.
func (o *Outside) Facts() *scoring.Facts { return o.st.facts }

// Sheet is the score of the rows under the pack.
func (o *Outside) Sheet() *scoring.Sheet { return o.st.sheet }

// Records gives every row of a form; nil for a ledger. Not to be changed.
func (o *Outside) Records(f *form.Form) []*form.Record { return slices.Clone(o.st.table(f).rows) }

// Findings gives what the rows have to answer for, 强制性 first; of a ledger with very many flagged lines the first thousand.
func (o *Outside) Findings() []form.Finding { return slices.Clone(o.st.judged().list) }

// Must counts the 强制性 findings, those of unlisted lines among them.
func (o *Outside) Must() int { return o.st.judged().all.must }
