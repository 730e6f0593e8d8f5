package entry

import (
	"yice/form"
	"yice/scoring"
)

// unlikely is what lies outside the bands of the pack in force, of the figures in memory; lines of the ledger are for the
// deep check.
func (st *state) unlikely() []form.Finding {
	found := scoring.Likely(st.pack, st.facts, st.before.annual)
	labour := int64(0)
	for _, sum := range st.ledger.list() {
		if sum.Category == "人员人工" {
			labour += sum.Amount
		}
	}
	if f, bad := scoring.LabourAHead(st.pack, st.facts.Annual, labour); bad {
		found = append(found, f)
	}
	return found
}
