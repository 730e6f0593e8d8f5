package entry

import (
	"context"

	"yice/form"
	"yice/scoring"
	"yice/store"
)

// Reload reads everything again, after a bulk import or a change from outside (the year before, a new pack).
func (s *Session) Reload(ctx context.Context) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.reload(ctx)
}

// reload does it for a caller that holds the writers' turn.
func (s *Session) reload(ctx context.Context) error {
	st, err := s.load(ctx, s.now.Load().book, s.w.Cube)
	if err != nil {
		return err
	}
	s.recent.clear()
	s.last.clear()
	s.now.Store(st)
	return nil
}

// Recompute builds the facts afresh from the file, for comparison with the incremental ones: the ledger is counted line by line.
func (s *Session) Recompute(ctx context.Context) (*scoring.Facts, error) {
	st, err := s.load(ctx, s.now.Load().book, func(b store.Book) (store.Cube, error) { return s.w.CountCube(ctx, b) })
	if err != nil {
		return nil, err
	}
	return st.facts, nil
}

// load reads a state from the file; cube says how the ledger's sums are come by.
func (s *Session) load(ctx context.Context, book store.Book, cube func(store.Book) (store.Cube, error)) (*state, error) {
	st := &state{book: book, tables: make(map[string]*table)}
	// The sums of the ledger take as long as all the rest: they are read beside it.
	type summed struct {
		cube store.Cube
		err  error
	}
	sums := make(chan summed, 1)
	go func() {
		c, err := cube(book)
		sums <- summed{c, err}
	}()
	for _, f := range inMemory() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rows, err := s.w.Records(book, f)
		if err != nil {
			return nil, err
		}
		st.tables[f.ID] = newTable(f, book.Year, rows)
	}
	var err error
	if st.locked, err = s.w.Locked(book); err != nil {
		return nil, err
	}
	if st.flags, err = s.loadFlags(book); err != nil {
		return nil, err
	}
	if st.before, err = s.loadPrior(book, cube); err != nil {
		return nil, err
	}
	if st.reasons, err = s.loadReasons(book); err != nil {
		return nil, err
	}
	if st.signed, err = s.anySigned(book); err != nil {
		return nil, err
	}
	ledger := <-sums
	if ledger.err != nil {
		return nil, ledger.err
	}
	st.ledger = newLedger(ledger.cube)
	st.choosePack(s.w, s.o)
	return st.finish(), nil
}

// loadPrior reads what this year asks of the year before.
func (s *Session) loadPrior(book store.Book, cube func(store.Book) (store.Cube, error)) (p prior, err error) {
	p.book, p.there, err = s.w.FindBook(book.USCC, book.Year-1)
	if err != nil || !p.there {
		return p, err
	}
	if f := form.ByID(summaryID); f != nil {
		rows, err := s.w.Records(p.book, f)
		if err != nil {
			return p, err
		}
		if len(rows) > 0 {
			p.summary = rows[0]
		}
	}
	if rows, err := s.w.Records(p.book, form.ByID(annualID)); err != nil {
		return p, err
	} else if len(rows) > 0 {
		p.annual = rows[0]
	}
	if f := form.ByID("project"); f != nil {
		if p.projects, err = s.w.Records(p.book, f); err != nil {
			return p, err
		}
	}
	sums, err := cube(p.book)
	if err != nil {
		return p, err
	}
	p.ledger = newLedger(sums).rd
	return p, nil
}

// refreshPrior reads the year before again, for an enterprise that got another code.
func (s *Session) refreshPrior(st *state) (err error) {
	if st.before, err = s.loadPrior(st.book, s.w.Cube); err != nil {
		return err
	}
	s.last.clear()
	st.finish()
	return nil
}
