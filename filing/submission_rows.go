package filing

import (
	"context"
	"errors"
	"io"
	"sync"

	"yice/book"
	"yice/filing/intake"
	"yice/form"
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

// judge reads all tables once, sums and judges them.
func (s *Submission) judge(ctx context.Context) (*book.Year, error) {
	var before *form.Record
	err := s.scan(ctx, priorEntry, form.ByID(summaryForm), func(r *form.Record) error {
		if before != nil {
			return fault("filing.table", text.Findings, text.FilingOneRow.With(priorEntry))
		}
		before = r
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.commissioned = make(map[string]*Commissioned)
	s.evidence = newEvidenceSeen(s)
	s.year, err = book.Read(ctx, book.Source{
		USCC: s.USCC, Year: s.Year, Rows: s.watched, Pack: s.Pack, Before: book.Before{Summary: before},
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

// packShelf keeps the packs of many submissions, each parsed once. A nil shelf keeps nothing.
type packShelf struct {
	mu   sync.Mutex
	held map[string]*scoring.Pack
}

// packsHeld bounds the shelf: more different packs than that are parsed again.
const packsHeld = 64

func (p *packShelf) load(source []byte) (*scoring.Pack, error) {
	if p == nil {
		return loadPack(source)
	}
	p.mu.Lock()
	pack := p.held[string(source)]
	p.mu.Unlock()
	if pack != nil {
		return pack, nil
	}
	pack, err := loadPack(source)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.held == nil {
		p.held = make(map[string]*scoring.Pack)
	}
	if len(p.held) < packsHeld {
		p.held[string(source)] = pack
	}
	return pack, nil
}

func loadPack(source []byte) (*scoring.Pack, error) {
	p, err := scoring.Load(source)
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		return nil, fault("filing.pack", text.Findings, all[0].Say)
	}
	return p, err
}

// Scan visits the rows of one form of a submission. A form that the submission does not have has no rows.
func (s *Submission) Scan(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
	return s.scan(ctx, dataEntry(f), f, visit)
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
	if err := readTable(ctx, name, content, e.Size(), f, visit); err != nil {
		return err
	}
	// The table ends where the content ends: whatever is left is read, so that the digest is of all of it.
	if _, err := io.Copy(io.Discard, content); err != nil {
		return err
	}
	if sum, ok := content.Sum(); ok {
		s.read[name] = sum
	}
	return nil
}

// readTable reads a table as submissions hold it: a header of field ids, then rows that must all parse. A
// record bears the row of the file as its id.
func readTable(ctx context.Context, name string, r io.Reader, size int64, f *form.Form, visit func(*form.Record) error) error {
	rows := newCSVRowsSized(r, nil, ',', size+1)
	head, _, err := rows.next()
	if errors.Is(err, io.EOF) {
		return fault("filing.table", text.Findings, text.FilingVerifyAbsent.With(name))
	}
	if err != nil {
		return err
	}
	read, err := intake.NewCanonical(f, name, head)
	if err != nil {
		return err
	}
	columns := form.NewColumns(f)
	for n := 0; ; n++ {
		cells, row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if n%progressEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		record, refusal := read.Record(cells)
		if refusal != nil {
			return fault("filing.table", text.Findings, text.FilingVerifyTable.With(name, row, refusal.Field, refusal.Reason))
		}
		if n == registerRows && f.Scope != form.Ledger {
			return fault("filing.table", text.Findings, text.FilingVerifyRows.With(name, registerRows))
		}
		if over := columns.Add(record); over != nil {
			return fault("filing.total", text.Findings, text.FilingVerifyTotal.With(name, row, over.Title))
		}
		record.ID = int64(row)
		if err := visit(record); err != nil {
			return err
		}
	}
}
