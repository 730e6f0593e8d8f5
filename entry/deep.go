package entry

import (
	"context"

	"yice/book"
	"yice/form"
	"yice/scoring"
)

// CheckDeep scans the ledger once for likely doubles and outliers; Findings then holds them until the lines change. Slow
// for large ledgers: call it when idle, in `check` and before sealing. It does nothing
// where nothing changed, and gives up its result where lines change meanwhile.
func (s *Session) CheckDeep(ctx context.Context) error { return s.CheckDeepTelling(ctx, nil) }

// DeepDue reports whether the deep check has not been done since lines changed, so that Findings may lack something.
func (s *Session) DeepDue() bool {
	st := s.now.Load()
	return !st.Scanned() && st.Ledger.RD().Lines+st.Ledger.RD().Outside.Lines+st.Ledger.RD().After.Lines > 0
}

// DeepSoon reports a check that is due and over in no time: of a ledger of ordinary size it need not wait until somebody asks.
func (s *Session) DeepSoon() bool { return s.DeepDue() && s.now.Load().Ledger.RD().Lines <= soonLines }

// soonLines are those of a ledger that is read in a fraction of a second.
const soonLines = 50_000

// CheckDeepTelling is CheckDeep that tells how many lines it has read.
func (s *Session) CheckDeepTelling(ctx context.Context, progress func(lines int64)) error {
	st := s.now.Load()
	if st.Scanned() {
		return nil
	}
	f := form.ByID(ledgerID)
	scan := book.NewScan()
	lines := int64(0)
	err := s.w.Scan(ctx, st.book, f, func(r *form.Record) error {
		if lines++; progress != nil && lines%toldEvery == 0 {
			progress(lines)
		}
		scan.Line(r)
		return nil
	})
	if err != nil {
		return err
	}
	doubles, err := scan.Doubles(func(row int64) (*form.Record, error) { return s.w.Record(st.book, f, row) })
	if err != nil {
		return err
	}
	reversals, err := scan.Reversals(f, func(visit func(*form.Record) error) error { return s.w.Scan(ctx, st.book, f, visit) })
	if err != nil {
		return err
	}
	found := append(append(doubles, reversals...), scan.Outliers(f, scoring.Bands(st.Pack))...)
	s.keepDeep(st.Ledger, found)
	if s.live != nil {
		s.live.keepDeep(st.Ledger, found)
	}
	return nil
}

// toldEvery is after how many lines a scan says how far it is.
const toldEvery = 1000

// keepDeep keeps what a scan of a ledger found. Where lines changed under the scan, what it saw holds no longer; the next
// one will.
func (s *Session) keepDeep(of *book.Ledger, found []book.LineFinding) {
	s.writing.Lock()
	defer s.writing.Unlock()
	now := s.now.Load()
	if now.Ledger != of {
		return
	}
	next := now.with()
	next.Year = now.WithScan(found)
	s.now.Store(next)
}
