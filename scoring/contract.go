// Package scoring turns a policy pack and the facts of one enterprise and year into a sheet that explains itself.
//
// It is pure: no I/O, no clock, no randomness, no floats. The pack is untrusted; the loader bounds size, depth and count.
// Start with Load, then Evaluate, then Sheet.Explain.
package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// Step is one single improvement valued by re-evaluation.
type Step struct {
	Line   string    // indicator it mainly serves
	Say    text.Pair // "再投入研发 120.00 万元"
	Gain   Dec       // points of the innovation score, confirmed
	Bonus  Dec       // bonus points
	Profit Dec       // assessed profit, 万元
	Form   string    // where to key it
	Takes  *big.Rat
	Also   []text.Pair // cross-effects in words
}

// NextSteps lists every single improvement, best first.
func NextSteps(p *Pack, f *Facts) []Step { panic("not written") }

// Findings gives what the engine notices across forms: card's type ≠ pack's type, rows without the year_by date,
// recognised rows without document, Σ share > 100%, checklist items the pack does not know.
func Findings(p *Pack, f *Facts) []form.Finding { panic("not written") }

// Totals is the score strip: what every edit is measured by.
type Totals struct {
	Innovation, InnovationPending Dec
	Bonus, BonusPending           Dec
	Assessed                      *Dec
	Completion                    *Dec
}
