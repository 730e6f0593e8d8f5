package entry

import (
	"slices"
	"sync/atomic"

	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

const (
	enterpriseID = book.EnterpriseID
	annualID     = book.AnnualID
	checklistID  = book.ChecklistID
	ledgerID     = book.LedgerID
	summaryID    = book.SummaryID
)

// state is everything a session knows at one moment. It is published whole and never changed.
type state struct {
	*book.Year
	book     store.Book
	seq      int64 // the last entry of the history that it knows of
	before   before
	locked   bool
	packNote text.Pair
	reasons  reasons
	signed   bool // somebody has signed what stands here
	decided  decidedRows
}

// latest is the state that is published. It points to a pointer: an atomic.Pointer[state] has every method of the year within compiled
// anew into every package that imports this one.
type latest struct{ at atomic.Pointer[*state] }

func (l *latest) Load() *state    { return *l.at.Load() }
func (l *latest) Store(st *state) { l.at.Store(&st) }

// before is where the year before lies.
type before struct {
	book  store.Book
	there bool
}

// with gives a copy to be changed before it is published.
func (st *state) with() *state {
	n := *st
	return &n
}

// after gives the state a step left.
func (st *state) after(s book.Step) *state {
	n := st.with()
	n.Year = st.Year.After(s)
	return n
}

// inMemory are the forms of a dictionary whose rows a session keeps.
func inMemory(d *form.Dictionary) []*form.Form {
	return slices.DeleteFunc(d.All(), func(f *form.Form) bool { return f.Scope == form.Ledger })
}
