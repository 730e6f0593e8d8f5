package entry

import (
	"maps"
	"slices"
	"sync"

	"yice/form"
	"yice/store"
)

// listedFlags is how many flagged ledger rows are listed with their findings; counts go on beyond it.
const listedFlags = 1000

// flags is what the ledger's rows have to answer for by themselves: exact counts, and the findings of the first thousand
// flagged rows and of those that somebody explained. Counts never change; the list is read from the file when somebody
// first looks at it, and moved from then on.
type flags struct {
	counts   map[flagKey]int64
	fromFile func() (list map[int64][]form.Finding, err error)

	mu   sync.Mutex
	read bool
	list map[int64][]form.Finding
}

// flagKey is a check and how severe it is.
type flagKey struct {
	check string
	how   form.Severity
}

// loadFlags takes the counts as the transactions kept them.
func (s *Session) loadFlags(book store.Book) (*flags, error) {
	f := form.ByID(ledgerID)
	_, counts, err := s.w.Flagged(book, f, 1)
	if err != nil {
		return nil, err
	}
	by := make(map[flagKey]int64, len(counts))
	for _, c := range counts {
		by[flagKey{c.Check, c.Severity}] += c.Rows
	}
	return &flags{counts: by, fromFile: func() (map[int64][]form.Finding, error) { return s.readFlagged(book, f) }}, nil
}

// readFlagged reads the lines to be listed and says what is wrong in each.
func (s *Session) readFlagged(book store.Book, f *form.Form) (map[int64][]form.Finding, error) {
	ids, _, err := s.w.Flagged(book, f, listedFlags)
	if err != nil {
		return nil, err
	}
	reasons, err := s.loadReasons(book)
	if err != nil {
		return nil, err
	}
	for id := range reasons {
		if at, ok := parseFindingID(id); ok && at.Form == f.ID && at.Row > 0 && !slices.Contains(ids, at.Row) {
			ids = append(ids, at.Row)
		}
	}
	return s.recheckLines(book, f, ids)
}

// rows gives the findings of the listed lines, by row. Not to be changed.
func (fl *flags) rows() map[int64][]form.Finding {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	if fl.read {
		return fl.list
	}
	list, err := fl.fromFile()
	if err != nil {
		return nil // the counts still say that there is something; the list comes with the next look
	}
	fl.list, fl.read = list, true
	return list
}

// seen gives the list where it has been read.
func (fl *flags) seen() (list map[int64][]form.Finding, ok bool) {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	return fl.list, fl.read
}

// recheckLines reads flagged lines and says what is wrong in each. A line that has gone since is left out.
func (s *Session) recheckLines(book store.Book, f *form.Form, ids []int64) (map[int64][]form.Finding, error) {
	found := make(map[int64][]form.Finding, len(ids))
	for _, id := range ids {
		r, err := s.w.Record(book, f, id)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if own := checkRow(r, book.Year); len(own) > 0 {
			found[id] = own
		}
	}
	return found, nil
}

// also lists a line beyond the first thousand, because somebody explained it.
func (fl *flags) also(row int64, found []form.Finding) {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	if fl.read {
		fl.list = merged(fl.list, map[int64][]form.Finding{row: found})
	}
}

// after moves counts and list by what a transaction did to lines.
func (fl *flags) after(changes []store.RowChange, year int) *flags {
	counts := maps.Clone(fl.counts)
	if counts == nil {
		counts = make(map[flagKey]int64)
	}
	now := make(map[int64][]form.Finding, len(changes))
	for _, c := range changes {
		if c.Before != nil {
			counted(counts, checkRow(c.Before, year), -1)
		}
		now[c.Row] = nil
		if c.After != nil {
			now[c.Row] = checkRow(c.After, year)
			counted(counts, now[c.Row], 1)
		}
	}
	n := &flags{counts: counts, fromFile: fl.fromFile}
	if list, ok := fl.seen(); ok {
		n.list = merged(list, now)
		must, verify := n.unlisted(n.list)
		// A list that ran short while there is more to say is read again.
		n.read = len(n.list) >= listedFlags/2 || must+verify == 0
	}
	return n
}

// unread gives the same counts with a list still to be read: what lines refer to bears another name now, and their findings
// say it.
func (fl *flags) unread() *flags { return &flags{counts: fl.counts, fromFile: fl.fromFile} }

// counted adds the checks a row fails to the counts, each once.
func counted(counts map[flagKey]int64, found []form.Finding, by int64) {
	seen := make([]flagKey, 0, len(found))
	for i := range found {
		k := flagKey{found[i].Check, found[i].Severity}
		if slices.Contains(seen, k) {
			continue
		}
		seen = append(seen, k)
		if counts[k] += by; counts[k] == 0 {
			delete(counts, k)
		}
	}
}

// merged puts the new findings of rows in the place of the old ones.
func merged(old, now map[int64][]form.Finding) map[int64][]form.Finding {
	all := make(map[int64][]form.Finding, len(old)+len(now))
	maps.Copy(all, old)
	for row, found := range now {
		if len(found) == 0 {
			delete(all, row)
		} else {
			all[row] = found
		}
	}
	return all
}

// unlisted counts the findings of rows by severity beyond those of a list.
func (fl *flags) unlisted(list map[int64][]form.Finding) (must, verify int) {
	left := maps.Clone(fl.counts)
	if left == nil {
		left = make(map[flagKey]int64)
	}
	for _, found := range list {
		counted(left, found, -1)
	}
	for k, n := range left {
		if k.how == form.Must {
			must += int(n)
		} else {
			verify += int(n)
		}
	}
	return max(0, must), max(0, verify)
}
