package filing

import (
	"yice/form"
	"yice/scoring"
)

// Names of forms that the scoring asks for by name.
const (
	cardForm    = "enterprise"
	summaryForm = "rd_summary"
	ledgerForm  = "spend"
)

// priorRecord writes the year before as a summary, whatever it came from; nil where there is none.
//
// A year whose figures end before December goes with the same months of the year before, where they are known.
func priorRecord(facts *scoring.Facts) *form.Record {
	prev, month := facts.Prev, int64(facts.Through())
	if prev == nil {
		prev, month = facts.PrevYear, 12
	}
	if prev == nil {
		prev, month = facts.PrevElse, int64(facts.PrevMonths)
	}
	if prev == nil {
		return nil
	}
	r := form.NewRecord(form.ByID(summaryForm))
	if month < 12 {
		r.Set("months", form.N(month))
	}
	r.Set("expensed", form.N(prev.Expensed))
	r.Set("expensed_government", form.N(prev.ExpensedGovernment))
	r.Set("capitalised", form.N(prev.Capitalised))
	r.Set("capitalised_government", form.N(prev.CapitalisedGovernment))
	return r
}
