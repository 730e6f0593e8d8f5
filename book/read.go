package book

import (
	"context"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Rows visits the rows of one form in order, wherever they lie. The records are the visitor's to keep; their ids are the
// reader's own, such as the row of a file.
type Rows func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error

// mostParts is how many different parts the sums of a ledger from outside may have: far above what an enterprise books, and
// what bounds the memory that somebody else's file can ask for.
const mostParts = 1 << 20

// Source is where a year lies that lies in no workspace, such as a submission file.
type Source struct {
	USCC   string
	Year   int
	Rows   Rows
	Pack   *scoring.Pack // nil: there is no sheet
	Before Before        // of the year before, what is known of it
	// Scan asks for what is far above the usual in the ledger too, for up to the most lines that a scan remembers; Scanned
	// tells whether it came about.
	Scan bool
	// Again reads rows a second time, where lines name what they reverse; nil: what they name is not looked for.
	Again Rows
}

// Read reads every form of a year and judges it as a session does: once, and the ledger again where its reversals ask for it.
// What only a workspace knows (reasons) and likely doubles of lines are not asked. Faults: those of Rows, entry.outside-parts, entry.total.
func Read(ctx context.Context, from Source) (*Year, error) {
	y := &Year{Contents: Contents{
		USCC: from.USCC, Year: from.Year, Pack: from.Pack, Tables: make(map[string]*Table), Before: from.Before,
	}}
	for _, f := range from.Pack.Dictionary().All() {
		if f.ID == LedgerID {
			if err := y.readLines(ctx, f, from); err != nil {
				return nil, err
			}
			continue
		}
		var all []*form.Record
		columns := form.NewColumns(f)
		err := from.Rows(ctx, f, func(r *form.Record) error {
			if over := columns.Add(r); over != nil {
				return fault("entry.total", text.Findings, text.EntryTotal.With(f.Title, r.ID, over.Title))
			}
			all = append(all, r)
			return nil
		})
		if err != nil {
			return nil, err
		}
		y.Tables[f.ID] = NewTable(f, from.Year, all)
	}
	return y.finish(), nil
}

// readLines sums the ledger, scans it and judges every line, keeping none.
func (y *Year) readLines(ctx context.Context, f *form.Form, from Source) error {
	fl := &Flags{counts: make(map[FlagKey]int64), list: make(map[int64][]form.Finding), read: true}
	sums, scan, columns := newSumming(mostParts), NewScan(), form.NewColumns(f)
	scan.most = mostScanned
	err := from.Rows(ctx, f, func(r *form.Record) error {
		if over := columns.Add(r); over != nil {
			return fault("entry.total", text.Findings, text.EntryTotal.With(f.Title, r.ID, over.Title))
		}
		if !sums.add(CellOf(y.Year, r)) {
			return fault("entry.outside-parts", text.Findings, text.EntryOutsideParts.With(f.Title, mostParts))
		}
		if from.Scan {
			scan.usual(r)
		}
		scan.reverse(r)
		if found := CheckRow(r, y.Year); len(found) > 0 {
			counted(fl.counts, found, 1)
			if len(fl.list) < ListedLines {
				fl.list[r.ID] = found
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	y.Ledger, y.Flags = NewLedger(sums.cube()), fl
	y.Ledger.months = &sums.months
	var found []LineFinding
	if from.Again != nil {
		if found, err = scan.Reversals(f, func(visit func(*form.Record) error) error { return from.Again(ctx, f, visit) }); err != nil {
			return err
		}
	}
	if from.Scan && !scan.over() {
		found = append(found, scan.Outliers(f, scoring.Bands(y.Pack))...)
	}
	if len(found) > 0 || from.Scan && !scan.over() {
		y.lines = &scanned{found: found}
	}
	return nil
}

// summing adds lines up to the cells of a cube.
type summing struct {
	most    int                // different cells
	sums    map[Cell]*[2]int64 // by the cell without its figures: amount and lines
	byMonth [13]int64
	months  scoring.Months
}

func newSumming(most int) *summing { return &summing{most: most, sums: make(map[Cell]*[2]int64)} }

// add adds a line; false where that would be one part too many.
func (s *summing) add(c Cell, month int) bool {
	s.byMonth[month] = form.Plus(s.byMonth[month], c.Amount)
	if !c.Outside {
		addMonth(&s.months, month, &c)
	}
	sum := s.sums[c.Key()]
	if sum == nil {
		if len(s.sums) == s.most {
			return false
		}
		sum = new([2]int64)
		s.sums[c.Key()] = sum
	}
	sum[0] = form.Plus(sum[0], c.Amount)
	sum[1] += c.Lines
	return true
}

func (s *summing) cube() Cube {
	cube := Cube{Cells: make([]Cell, 0, len(s.sums)), ByMonth: s.byMonth}
	for c, sum := range s.sums {
		c.Amount, c.Lines = sum[0], sum[1]
		cube.Cells = append(cube.Cells, c)
	}
	return cube
}
