package entry

import (
	"slices"

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
	before   before
	locked   bool
	packNote text.Pair
	reasons  reasons
	signed   bool // somebody has signed what stands here
	decided  decidedRows
}

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
