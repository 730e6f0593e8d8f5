// Package returns computes the statutory returns (107-1, 107-2, the summary of the tax ledger) from the forms, and checks
// their audit relations. It is pure; nothing it shows is keyed twice.
package returns

import "yice/form"

// Inputs is what the returns are computed from: the year's rows and the ledger's sums.
type Inputs struct {
	Year      int
	Annual    *form.Record // nil: none
	Registers map[string][]*form.Record
	Ledger    []Sum
}

// Sum is a part of the ledger: Σ amount in 分 by what the returns ask for.
type Sum struct {
	Month                                               int
	Project, Platform                                   string // natural keys
	Category, Treatment, Source, Activity, Counterparty string
	Amount, Lines                                       int64
}

// Row1071 is one row of 107-1 with its fields as shown, Row1072 one code of 107-2. See their files.

// Findings gives what the audit relations and the plausibility rules of domain.md say.
func Findings(in *Inputs) []form.Finding { panic("not written") }
