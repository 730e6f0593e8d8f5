package book

import (
	"yice/form"
	"yice/scoring"
)

// unlikely is what lies outside the bands of the pack in force, of the figures in memory; lines of the ledger are for the
// deep check.
func (y *Year) unlikely() []form.Finding {
	found := scoring.Likely(y.Pack, y.facts, y.Before.Annual)
	labour := int64(0)
	for _, sum := range y.Ledger.Sums() {
		if sum.Category == "人员人工" {
			labour += sum.Amount
		}
	}
	if f, bad := scoring.LabourAHead(y.Pack, y.facts.Annual, labour); bad {
		found = append(found, f)
	}
	return found
}
