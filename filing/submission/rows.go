package submission

import (
	"context"
	"io"

	"yice/book"
	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/text"
)

// Limits of the tables of a submission, besides those of the archive: registers are kept in memory while it is verified.
const (
	maxRegister  = 64 << 20 // bytes of one register's table
	registerRows = 50_000
	mostPaid     = 20_000 // different codes to which a ledger may have paid
)

// Commissioned is R&D that a ledger says was commissioned from one counterparty, 分.
type Commissioned struct {
	Lines                              int64
	Expensed, ExpensedGovernment       int64
	Capitalised, CapitalisedGovernment int64
}

// Amount is all of it, 分.
func (c *Commissioned) Amount() int64 { return form.Plus(c.Expensed, c.Capitalised) }

func (c *Commissioned) add(r *form.Record) {
	c.Lines++
	amount, government := r.Num("amount"), r.Str("source") == "政府部门"
	switch r.Str("treatment") {
	case "费用化":
		c.Expensed = form.Plus(c.Expensed, amount)
		if government {
			c.ExpensedGovernment = form.Plus(c.ExpensedGovernment, amount)
		}
	case "资本化":
		c.Capitalised = form.Plus(c.Capitalised, amount)
		if government {
			c.CapitalisedGovernment = form.Plus(c.CapitalisedGovernment, amount)
		}
	}
}

// Prior gives R&D of the year before, as the score used it; nil where there is none.
func (s *Submission) Prior(ctx context.Context) (before *form.Record, err error) {
	err = s.scan(ctx, priorEntry, form.ByID(summaryForm), func(r *form.Record) error {
		if before != nil {
			return fault("filing.table", text.Findings, text.FilingOneRow.With(priorEntry))
		}
		before = r
		return nil
	})
	return before, err
}

// judge reads all tables once, sums and judges them.
func (s *Submission) judge(ctx context.Context) (*book.Year, error) {
	before, err := s.Prior(ctx)
	if err != nil {
		return nil, err
	}
	s.commissioned = make(map[string]*Commissioned)
	s.evidence = newEvidenceSeen(s)
	s.year, err = book.Read(ctx, book.Source{
		USCC: s.USCC, Year: s.Year, Rows: s.watched, Pack: s.Pack, Before: book.Before{Summary: before}, Again: s.Scan,
	})
	return s.year, err
}

// watched is Scan that notes what verification and consolidation ask of rows besides: what was commissioned from whom,
// that a form of one row has one, and which evidence the rows name.
func (s *Submission) watched(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
	n := 0
	return s.Scan(ctx, f, func(r *form.Record) error {
		if n++; n > 1 && f.Single() {
			return fault("filing.table", text.Findings, text.FilingOneRow.With(f.Title))
		}
		s.evidence.note(s, r)
		if f.ID == ledgerForm {
			if err := s.noteCommission(r); err != nil {
				return err
			}
		}
		return visit(r)
	})
}

func (s *Submission) noteCommission(r *form.Record) error {
	to := r.Str("counterparty_uscc")
	if to == "" || r.Str("category") != form.Commission && r.Str("intra_group") != form.Yes {
		return nil
	}
	c := s.commissioned[to]
	if c == nil {
		if len(s.commissioned) == mostPaid {
			return fault("filing.table", text.Findings, text.FilingVerifyPaid.With(mostPaid))
		}
		c = &Commissioned{}
		s.commissioned[to] = c
	}
	c.add(r)
	return nil
}

// Scan visits the rows of one form of a submission. A form that the submission does not have has no rows.
func (s *Submission) Scan(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
	return s.scan(ctx, DataEntry(f), s.Forms().Of(f), visit)
}

func (s *Submission) scan(ctx context.Context, name string, f *form.Form, visit func(*form.Record) error) error {
	e := s.zip.Entry(name)
	if e == nil {
		return nil
	}
	if f.Scope != form.Ledger && e.Size() > maxRegister {
		return fault("filing.table", text.Findings, text.FilingArchiveEntryLarge.With(name, maxRegister>>10))
	}
	content := e.Open()
	if err := readTable(ctx, name, content, e.Size(), f, s.spelling(), visit); err != nil {
		return err
	}
	// The table ends where the content ends: whatever is left is read, so that the digest is of all of it.
	if _, err := io.Copy(io.Discard, content); err != nil {
		return err
	}
	sum, _ := content.Sum()
	if before, again := s.read[name]; again && before != sum {
		return fault("filing.changed", text.Findings, text.FilingVerifyMeanwhile.With(name))
	}
	s.read[name] = sum
	return nil
}

// Table gives how a form's table is opened again and again, and the name of its entry; nil where there is none.
func (s *Submission) Table(f *form.Form) (open func() io.Reader, name string) {
	e := s.zip.Entry(DataEntry(f))
	if e == nil {
		return nil, ""
	}
	return func() io.Reader { return e.Open() }, e.Name
}

// Facts is what the score was computed from; nil before [Verify]. Not to be changed.
func (s *Submission) Facts() *scoring.Facts {
	if s.year == nil {
		return nil
	}
	return s.year.Facts()
}

// Records gives the rows of a register; nil before [Verify], and of a ledger. A record's id is its row in the table.
func (s *Submission) Records(f *form.Form) []*form.Record {
	if s.year == nil {
		return nil
	}
	return s.year.Records(f)
}

// Returns gives the inputs of the statutory returns; nil before [Verify].
func (s *Submission) Returns() *returns.Inputs {
	if s.year == nil {
		return nil
	}
	return s.year.Returns()
}

// Commissioned is what the ledger paid to others for R&D, by their code; nil before [Verify].
func (s *Submission) Commissioned() map[string]*Commissioned { return s.commissioned }
