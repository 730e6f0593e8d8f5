package intake

import (
	"context"
	"errors"
	"io"
	"slices"

	"yice/filing/intake/sheet"
	"yice/text"
)

// surveyed reports a reading that has to be gone through once before its lines can be told from what is not one: ledgers
// of accounts, and several sheets.
func (r *Reading) surveyed() bool {
	taken := r.Taken()
	return len(taken) > 0 && (taken[0].layout.shape == AsLedger || taken[0].layout.shape == CrossTab || len(taken) > 1)
}

// Survey goes through the file once where that is needed, and says what is open then. It is done by the first call of Each
// too.
func (r *Reading) Survey(ctx context.Context) error {
	if r.b != nil || !r.surveyed() {
		return nil
	}
	r.b = newBooking()
	scrap := newAccount()
	sums := make([]sheetSum, len(r.Sheets))
	for _, s := range r.Taken() {
		sum := &sums[s.at]
		if err := r.sheet(ctx, s, scrap, func(l *Line) error { return sum.see(l) }); err != nil {
			return err
		}
	}
	r.begun = newAccount()
	if len(r.b.names) > 0 || r.b.any {
		r.b.decide(r.begun, r.Recipe)
	} else {
		r.b.surveying = false
	}
	r.double(sums)
	return nil
}

func newAccount() *Account {
	return &Account{ByMonth: make(map[string]int64), ByCategory: make(map[string]int64)}
}

// Each reads the file to its end; visit hears of every row that is not simply blank, and may stop it with an error. The
// account is whole when the error is nil.
func (r *Reading) Each(ctx context.Context, visit func(*Line) error) (*Account, error) {
	if err := r.Survey(ctx); err != nil {
		return nil, err
	}
	acc := newAccount()
	r.numbers = newNumbers()
	acc.Questions = append(acc.Questions, r.Questions...)
	if r.begun != nil {
		acc.Questions = append(acc.Questions, r.begun.Questions...)
	}
	for _, s := range r.Taken() {
		if err := r.sheet(ctx, s, acc, visit); err != nil {
			return acc, err
		}
	}
	r.summaries(acc)
	if acc.Counts[Detail] == 0 && !r.ownEmpty() && len(acc.Questions) == 0 {
		acc.ask(Question{Code: "intake.no-lines", Say: text.IntakeNoLines})
	}
	if acc.hidden > 0 && r.Recipe != nil && r.Recipe.Hidden == "" {
		acc.ask(Question{Code: "intake.hidden", Say: text.IntakeHiddenRows.With(acc.hidden)})
	}
	return acc, nil
}

// ownEmpty reports a table as the program writes it, which may well be empty.
func (r *Reading) ownEmpty() bool {
	for _, s := range r.Taken() {
		if s.layout == nil || s.layout.literal {
			continue
		}
		if s.layout.shape != ByColumns || slices.ContainsFunc(s.Columns, func(c Column) bool { return c.Field == "" && c.Header != "" }) {
			return false
		}
	}
	return true
}

const pauseEvery = 4096 // rows between looks at the context

// sheet reads one sheet.
func (r *Reading) sheet(ctx context.Context, s *Sheet, acc *Account, visit func(*Line) error) error {
	if s.layout.shape == Vertical {
		return r.verticalSheet(s, acc, visit)
	}
	rows, err := r.book.Rows(s.at)
	if err != nil {
		return err
	}
	if r.book.Container() != "csv" { // of which a line is taken apart in less time than it takes to hand it over
		rows = sheet.Ahead(rows)
	}
	defer rows.Close()
	sort := r.sorterOf(s, acc)
	s.Rows = 0
	for n := 0; ; n++ {
		if n%pauseEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		s.Rows++
		if row.Number <= s.layout.last {
			if row.Number < s.layout.first {
				if line := sort.above(row); line != nil {
					if err := visit(line); err != nil {
						return err
					}
				}
			}
			continue
		}
		line := sort.next(row, r.Recipe.Hidden)
		if line == nil {
			continue
		}
		if err := visit(line); err != nil {
			return err
		}
	}
	sort.finish()
	return nil
}

func (r *Reading) sorterOf(s *Sheet, acc *Account) *sorter {
	sort := &sorter{l: s.layout, acc: acc, file: r.Name, sheet: s.Name}
	b := r.b
	if b == nil {
		b = &booking{take: map[accountKind]bool{rdAccount: true}}
	}
	sort.beside = s.layout.findBeside()
	switch s.layout.shape {
	case AsLedger:
		sort.shape = newLedgerShape(sort, b, &r.o)
	case CrossTab:
		sort.shape = newCrossShape(sort, b, &r.o)
	default:
		if r.numbers == nil {
			r.numbers = newNumbers()
		}
		sort.shape = newColumnShape(sort, &r.o, r.numbers)
	}
	return sort
}

func (r *Reading) verticalSheet(s *Sheet, acc *Account, visit func(*Line) error) error {
	rows, err := r.topRows(s.at, verticalRows)
	if err != nil {
		return err
	}
	s.Rows = int64(len(rows))
	line, ok := verticalRecord(r.Form, rows, r.Recipe, acc, r.Name, s.Name)
	if !ok {
		return nil
	}
	return visit(line)
}

// Preview gives the first n rows below the header as text, harmless on a terminal.
func (r *Reading) Preview(n int) ([][]string, error) {
	taken := r.Taken()
	if len(taken) == 0 {
		return nil, nil
	}
	rows, err := r.book.Rows(taken[0].at)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var shown [][]string
	for len(shown) < n {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.Number > taken[0].Header && !blank(row.Cells) {
			shown = append(shown, texts(row.Cells))
		}
	}
	return shown, nil
}
