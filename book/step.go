package book

import (
	"maps"

	"yice/form"
)

// Change is what a step did to a row; nil Before: it is new, nil After: it is gone.
type Change struct {
	Form          *form.Form
	Row           int64
	Before, After *form.Record
}

// Step is what a write did to a year, with what had to be read again because of it.
type Step struct {
	Changes []Change
	At      Place             // where new rows stand
	Tables  map[string]*Table // forms read again, by id
	Ledger  *Ledger           // nil: moved by the changes, not read again
	moves   []move            // further moves of the ledger, supposed ones
}

// After gives the year a step leaves, moved by what it did.
func (y *Year) After(s Step) *Year {
	n := y.with()
	by := make(map[string][]Change)
	for _, c := range s.Changes {
		by[c.Form.ID] = append(by[c.Form.ID], c)
	}
	n.Tables = maps.Clone(y.Tables)
	for id, cs := range by {
		if id == LedgerID {
			n.Ledger = y.Ledger.moved(movesOf(y.Year, cs))
			n.Flags = y.Flags.after(cs, y.Year)
			n.lines = y.lines.after(cs)
			continue
		}
		if s.Tables[id] == nil {
			n.Tables[id] = y.Table(cs[0].Form).after(cs, s.At)
		}
	}
	maps.Copy(n.Tables, s.Tables)
	if s.Ledger != nil {
		n.Ledger = s.Ledger
		n.Flags = n.Flags.unread()
	}
	if len(s.moves) > 0 {
		n.Ledger = n.Ledger.moved(s.moves)
	}
	return n.finish()
}
