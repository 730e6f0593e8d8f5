package entry

import "yice/scoring"

// Pace follows the lines of the sheet through the quarters, beside an even pace; nil where there is no pack.
func (s *Session) Pace() []scoring.PaceLine {
	st := s.now.Load()
	if st.Pack == nil {
		return nil
	}
	return st.Sheet().Pace()
}

// Spent compares the year's R&D with its budget, else with last year's way through the months; ok is false where neither is
// known.
func (s *Session) Spent() (scoring.Spent, bool) { return scoring.SpentOf(s.now.Load().Facts()) }

// Outlook looks at the year as it goes: its budget, its lines by quarter, its end at this pace; nil where there is no pack.
func (s *Session) Outlook() *scoring.Outlook {
	st := s.now.Load()
	if st.Pack == nil {
		return nil
	}
	return st.Sheet().Outlook(s.running())
}

// Projection extrapolates the year from its figures so far, with the sheet that would follow: an outlook, never a result.
// ok is false once the year is whole, and where there is nothing to go by.
func (s *Session) Projection() (p scoring.Projection, sheet *scoring.Sheet, ok bool) {
	st, facts := s.now.Load(), s.running()
	if st.Pack == nil || facts == nil {
		return p, nil, false
	}
	if p, ok = scoring.Project(facts); !ok {
		return p, nil, false
	}
	return p, scoring.Evaluate(st.Pack, p.Facts), true
}

// running are the facts that the year's end is seen from. A year that does not say how far its figures run is taken to run
// as far as its ledger, while it lasts; nil once it is over, and without a ledger.
func (s *Session) running() *scoring.Facts {
	st := s.now.Load()
	facts := st.Facts()
	if facts.Annual != nil && !facts.Annual.Get("as_of").Empty() {
		return facts
	}
	if s.o.Now().Year() > st.book.Year {
		return nil
	}
	kept := 0 // the month up to which the ledger is kept
	for m := 1; m <= 12; m++ {
		if st.Ledger.RD().ByMonth[m] != 0 {
			kept = m
		}
	}
	if kept == 0 {
		return nil
	}
	supposed := *facts
	supposed.AsOf = kept
	return &supposed
}
