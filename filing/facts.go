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
func priorRecord(prev *scoring.RD) *form.Record {
	if prev == nil {
		return nil
	}
	r := form.NewRecord(form.ByID(summaryForm))
	r.Set("expensed", form.N(prev.Expensed))
	r.Set("expensed_government", form.N(prev.ExpensedGovernment))
	r.Set("capitalised", form.N(prev.Capitalised))
	r.Set("capitalised_government", form.N(prev.CapitalisedGovernment))
	return r
}
