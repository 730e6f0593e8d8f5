package book

import (
	"maps"
	"slices"
	"sync"

	"yice/form"
)

// ListedLines is how many flagged lines of a ledger are listed with their findings; counts go on beyond it.
const ListedLines = 1000

// Flags is what the ledger's rows have to answer for by themselves: exact counts, and the findings of the first thousand
// flagged rows and of those that somebody explained. Counts never change; the list is read from the file when somebody
// first looks at it, and moved from then on.
type Flags struct {
	counts map[FlagKey]int64
	listed func() (list map[int64][]form.Finding, err error)

	mu   sync.Mutex
	read bool
	list map[int64][]form.Finding
}

// FlagKey is a check and how severe it is.
type FlagKey struct {
	Check string
	How   form.Severity
}

// NewFlags makes flags of counts; list reads the findings of the lines to be listed, by row, when somebody first looks.
func NewFlags(counts map[FlagKey]int64, list func() (map[int64][]form.Finding, error)) *Flags {
	return &Flags{counts: counts, listed: list}
}

// Counts gives how many lines fail each check. Not to be changed.
func (fl *Flags) Counts() map[FlagKey]int64 { return fl.counts }

// rows gives the findings of the listed lines, by row. Not to be changed.
func (fl *Flags) rows() map[int64][]form.Finding {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	if fl.read {
		return fl.list
	}
	list, err := fl.listed()
	if err != nil {
		return nil // the counts still say that there is something; the list comes with the next look
	}
	fl.list, fl.read = list, true
	return list
}

// seen gives the list where it has been read.
func (fl *Flags) seen() (list map[int64][]form.Finding, ok bool) {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	return fl.list, fl.read
}

// Also lists a line beyond the first thousand, because somebody explained it.
func (fl *Flags) Also(row int64, found []form.Finding) {
	fl.mu.Lock()
	defer fl.mu.Unlock()
	if fl.read {
		fl.list = merged(fl.list, map[int64][]form.Finding{row: found})
	}
}

// after moves counts and list by what a transaction did to lines.
func (fl *Flags) after(changes []Change, year int) *Flags {
	counts := maps.Clone(fl.counts)
	if counts == nil {
		counts = make(map[FlagKey]int64)
	}
	now := make(map[int64][]form.Finding, len(changes))
	for _, c := range changes {
		if c.Before != nil {
			counted(counts, CheckRow(c.Before, year), -1)
		}
		now[c.Row] = nil
		if c.After != nil {
			now[c.Row] = CheckRow(c.After, year)
			counted(counts, now[c.Row], 1)
		}
	}
	n := &Flags{counts: counts, listed: fl.listed}
	if list, ok := fl.seen(); ok {
		n.list = merged(list, now)
		must, verify := n.unlisted(n.list)
		// A list that ran short while there is more to say is read again.
		n.read = len(n.list) >= ListedLines/2 || must+verify == 0
	}
	return n
}

// unread gives the same counts with a list still to be read: what lines refer to bears another name now, and their findings
// say it.
func (fl *Flags) unread() *Flags { return &Flags{counts: fl.counts, listed: fl.listed} }

// counted adds the checks a row fails to the counts, each once.
func counted(counts map[FlagKey]int64, found []form.Finding, by int64) {
	seen := make([]FlagKey, 0, len(found))
	for i := range found {
		k := FlagKey{found[i].Check, found[i].Severity}
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
func (fl *Flags) unlisted(list map[int64][]form.Finding) (must, verify int) {
	left := maps.Clone(fl.counts)
	if left == nil {
		left = make(map[FlagKey]int64)
	}
	for _, found := range list {
		counted(left, found, -1)
	}
	for k, n := range left {
		if k.How == form.Must {
			must += int(n)
		} else {
			verify += int(n)
		}
	}
	return max(0, must), max(0, verify)
}
