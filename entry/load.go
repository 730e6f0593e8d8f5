package entry

import (
	"context"

	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Reload reads everything again, after a bulk import or a change from outside (the year before, a new pack).
func (s *Session) Reload(ctx context.Context) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.reload(ctx)
}

// reload does it for a caller that holds the writers' turn.
func (s *Session) reload(ctx context.Context) error {
	st, err := s.load(ctx, s.now.Load().book, s.w.Ledger)
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
	st, err := s.load(ctx, s.now.Load().book, func(b store.Book) (*book.Ledger, error) { return s.w.CountLedger(ctx, b) })
	if err != nil {
		return nil, err
	}
	return st.Facts(), nil
}

// load reads a state from the file; ledger says how the sums are come by.
func (s *Session) load(ctx context.Context, of store.Book, ledger func(store.Book) (*book.Ledger, error)) (*state, error) {
	st := &state{book: of}
	var err error
	if st.seq, err = s.w.HistorySeq(); err != nil { // before anything is read: what is written meanwhile is not known to be in it
		return nil, err
	}
	c := book.Contents{USCC: of.USCC, Year: of.Year, Today: s.o.Now().Format("2006-01-02"), Tables: make(map[string]*book.Table)}
	// The sums of the ledger take as long as all the rest: they are read beside it.
	type summed struct {
		ledger *book.Ledger
		err    error
	}
	sums := make(chan summed, 1)
	go func() {
		defer close(sums)
		l, err := ledger(of)
		sums <- summed{l, err}
	}()
	// Whoever is refused may close the file at once: nothing of ours may be reading it then.
	defer func() {
		for range sums {
		}
	}()
	c.Pack, st.packNote = choosePack(s.w, s.o, of.USCC, of.Year)
	if left, err := Orphaned(s.w, of, c.Pack.Dictionary()); err != nil {
		return nil, err
	} else if !left.Empty() {
		st.packNote = text.EntryPackTwoNotes.With(st.packNote, left)
	}
	for _, f := range inMemory(c.Pack.Dictionary()) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rows, err := s.w.Records(of, f)
		if err != nil {
			return nil, err
		}
		c.Tables[f.ID] = book.NewTable(f, of.Year, rows)
	}
	if st.locked, err = s.w.Locked(of); err != nil {
		return nil, err
	}
	if c.Flags, err = s.loadFlags(of); err != nil {
		return nil, err
	}
	if c.Before, st.before, err = s.loadBefore(of, ledger, c.Pack.Dictionary()); err != nil {
		return nil, err
	}
	if st.reasons, err = s.loadReasons(of); err != nil {
		return nil, err
	}
	c.Explain = st.reasons.explain
	if st.decided, err = s.loadDecided(of, st.before); err != nil {
		return nil, err
	}
	if st.signed, err = s.anySigned(of); err != nil {
		return nil, err
	}
	own := <-sums
	if own.err != nil {
		return nil, own.err
	}
	c.Ledger = own.ledger
	st.Year = book.New(c)
	return st, s.months(ctx, st)
}

// months tells a state's ledgers apart by months where its figures end before December.
func (s *Session) months(ctx context.Context, st *state) (err error) {
	st.Year, err = s.byMonths(ctx, st, st.Year)
	return err
}

// byMonths does it for a year that may be a supposed one of the state.
func (s *Session) byMonths(ctx context.Context, st *state, y *book.Year) (_ *book.Year, err error) {
	own, before := y.WantsMonths()
	if !own && !before {
		return y, nil
	}
	var ledger *book.Ledger
	var earlier *scoring.Months
	if own {
		months, err := s.w.LedgerMonths(ctx, st.book)
		if err != nil {
			return nil, err
		}
		ledger = y.Ledger.WithMonths(months)
	}
	if before && st.before.there {
		if earlier, err = s.w.LedgerMonths(ctx, st.before.book); err != nil {
			return nil, err
		}
	}
	return y.WithMonths(ledger, earlier), nil
}

// loadBefore reads what this year asks of the year before.
func (s *Session) loadBefore(of store.Book, ledger func(store.Book) (*book.Ledger, error), forms *form.Dictionary) (b book.Before, at before, err error) {
	at.book, at.there, err = s.w.FindBook(of.USCC, of.Year-1)
	if err != nil || !at.there {
		return b, at, err
	}
	if b.Summary, err = s.only(at.book, forms.ByID(summaryID)); err != nil {
		return b, at, err
	}
	if b.Annual, err = s.only(at.book, forms.ByID(annualID)); err != nil {
		return b, at, err
	}
	if b.Projects, err = s.w.Records(at.book, forms.ByID("project")); err != nil {
		return b, at, err
	}
	rows := make(map[string][]*form.Record)
	for _, f := range forms.Brought() {
		if len(f.Bands) == 0 {
			continue
		}
		if rows[f.ID], err = s.w.Records(at.book, f); err != nil {
			return b, at, err
		}
	}
	b.WithRows(rows)
	sums, err := ledger(at.book)
	if err != nil {
		return b, at, err
	}
	b.Ledger = sums.RD()
	return b, at, nil
}

// only gives the row of a form that has one; nil where it is not there.
func (s *Session) only(of store.Book, f *form.Form) (*form.Record, error) {
	rows, err := s.w.Records(of, f)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return rows[0], nil
}

// refreshBefore reads the year before again, for an enterprise that got another code.
func (s *Session) refreshBefore(st *state) error {
	b, at, err := s.loadBefore(st.book, s.w.Ledger, st.Forms())
	if err != nil {
		return err
	}
	s.last.clear()
	st.before, st.Year = at, st.Of(st.book.USCC, b)
	return nil
}
