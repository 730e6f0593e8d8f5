package entry

import (
	"slices"

	"yice/book"
	"yice/form"
	"yice/store"
)

// loadFlags takes the counts as the transactions kept them.
func (s *Session) loadFlags(of store.Book) (*book.Flags, error) {
	f := form.ByID(ledgerID)
	_, counts, err := s.w.Flagged(of, f, 1)
	if err != nil {
		return nil, err
	}
	by := make(map[book.FlagKey]int64, len(counts))
	for _, c := range counts {
		by[book.FlagKey{Check: c.Check, How: c.Severity}] += c.Rows
	}
	return book.NewFlags(by, func() (map[int64][]form.Finding, error) { return s.readFlagged(of, f) }), nil
}

// readFlagged reads the lines to be listed and says what is wrong in each.
func (s *Session) readFlagged(of store.Book, f *form.Form) (map[int64][]form.Finding, error) {
	ids, _, err := s.w.Flagged(of, f, book.ListedLines)
	if err != nil {
		return nil, err
	}
	reasons, err := s.loadReasons(of)
	if err != nil {
		return nil, err
	}
	for id := range reasons {
		if at, ok := book.ParseFindingID(id); ok && at.Form == f.ID && at.Row > 0 && !slices.Contains(ids, at.Row) {
			ids = append(ids, at.Row)
		}
	}
	return s.recheckLines(of, f, ids)
}

// recheckLines reads flagged lines and says what is wrong in each. A line that has gone since is left out.
func (s *Session) recheckLines(of store.Book, f *form.Form, ids []int64) (map[int64][]form.Finding, error) {
	found := make(map[int64][]form.Finding, len(ids))
	for _, id := range ids {
		r, err := s.w.Record(of, f, id)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if own := book.CheckRow(r, of.Year); len(own) > 0 {
			found[id] = own
		}
	}
	return found, nil
}
