// Package returns computes the statutory returns (107-1, 107-2, the summary of the tax ledger, R&D by activity, source
// and use) from the forms, and checks their audit relations. Nothing it shows is keyed twice.
//
// It is pure: no I/O, no clock, no state, no floats. Money is exact in 分 until it is shown; what is shown in 千元 is rounded once,
// half away from zero, from the exact figure, so that a total may differ by 1 from the sum of its rounded parts. Relations
// are judged on the exact figures, never on the rounded ones. The order of rows and sums never changes anything.
//
// The codes and relations are data: start with codes.go and relations.go, then [Table1071], [Table1072] and [Findings].
package returns

import "yice/form"

// Inputs is what the returns are computed from: the year's rows and the ledger's sums. They are read, never changed.
type Inputs struct {
	Year       int
	Enterprise *form.Record // its card; nil: none
	Annual     *form.Record // nil: none
	// Registers holds the rows of each form by its id, in any order. That of rd_summary, a single row, stands in for the
	// ledger only where the ledger has no line.
	Registers map[string][]*form.Record
	// Ledger holds the ledger's sums: a list of thousands, made anew with every line that is left, so that it shares those that did not move.
	Ledger []*Sum
	// Months are the ledger's sums month by month, and Before the inputs of earlier years: asked for by the returns that
	// compare; nil: not looked at.
	Months []MonthSum
	Before []*Inputs
	// Earlier holds the projects of earlier years, for the search for a renamed old project; nil: not searched.
	Earlier []*form.Record
}

// LinkBefore lets each earlier year see those before it, so that a return of last year compares as this year's does.
func (in *Inputs) LinkBefore() {
	for _, b := range in.Before {
		b.Before = nil
		for _, o := range in.Before {
			if o.Year < b.Year {
				b.Before = append(b.Before, o)
			}
		}
	}
}

// LastYear gives the inputs of the year before; nil: there are none.
func (in *Inputs) LastYear() *Inputs { return in.before(1) }

// Sum is a part of the ledger: Σ amount in 分 by what the returns ask for.
type Sum struct {
	Project, Platform                                   string // natural keys
	Category, Treatment, Source, Activity, Counterparty string
	Item                                                string // line of the tax ledger
	NonTaxable                                          bool   // paid from non-taxable income
	Amount, Lines                                       int64
}

// summary gives the year's rd_summary, or nil.
func (in *Inputs) summary() *form.Record {
	for _, r := range in.Registers["rd_summary"] {
		return r
	}
	return nil
}

// Findings gives what the audit relations and the plausibility rules of the two returns say wherever more than one row has a
// part in it; what a row answers for by itself is a check of its form. A figure that is not keyed yet is not judged.
func Findings(in *Inputs) []form.Finding {
	src := gather(in)
	found := relations1072(src)
	found = append(found, relations1071(src)...)
	found = append(found, across(src)...)
	found = append(found, unknownReturns(in)...)
	return append(found, plausibility(src)...)
}
