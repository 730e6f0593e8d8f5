package entry

import (
	"context"

	"yice/book"
	"yice/form"
	"yice/returns"
	"yice/store"
)

// ReturnsOver gives the inputs of the returns that compare: the year with its months, and what the workspace knows of the two
// years before. It reads the file: call it outside the frame.
func (s *Session) ReturnsOver(ctx context.Context) (*returns.Inputs, error) {
	in := s.Returns()
	var err error
	if in.Months, err = monthsOf(ctx, s.w, s.Book()); err != nil {
		return nil, err
	}
	for back := 1; back <= 2; back++ {
		b, there, err := s.w.FindBook(s.Book().USCC, s.Year()-back)
		if err != nil {
			return nil, err
		}
		if !there {
			continue
		}
		of, err := inputsOf(ctx, s.w, b, back == 1)
		if err != nil {
			return nil, err
		}
		in.Before = append(in.Before, of)
	}
	in.LinkBefore()
	return in, nil
}

func monthsOf(ctx context.Context, w *store.Workspace, b store.Book) (out []returns.MonthSum, err error) {
	err = w.Months(ctx, b, func(c *book.MonthCell) {
		out = append(out, returns.MonthSum{Month: c.Month, Sum: returns.Sum{
			Project: c.Project, Category: c.Category, Treatment: c.Treatment, Source: c.Source, Amount: c.Amount, Lines: c.Lines,
		}})
	})
	return out, err
}

// inputsOf reads another year of the enterprise: its ledger's sums, its figures, its summary, and where asked for its registers.
func inputsOf(ctx context.Context, w *store.Workspace, b store.Book, registers bool) (*returns.Inputs, error) {
	in := &returns.Inputs{Year: b.Year, Registers: map[string][]*form.Record{}}
	ledger, err := w.Ledger(b)
	if err != nil {
		return nil, err
	}
	in.Ledger = ledger.Sums()
	if in.Months, err = monthsOf(ctx, w, b); err != nil {
		return nil, err
	}
	for _, f := range form.All() {
		if f.Scope == form.Ledger || f.Scope == form.Register && !registers {
			continue
		}
		rows, err := w.Records(b, f)
		if err != nil {
			return nil, err
		}
		switch {
		case len(rows) == 0:
		case f.ID == book.AnnualID:
			in.Annual = rows[0]
		case f.ID == book.EnterpriseID:
			in.Enterprise = rows[0]
		default:
			in.Registers[f.ID] = rows
		}
	}
	return in, nil
}
