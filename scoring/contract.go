// Package scoring turns a policy pack and the facts of one enterprise and year into a sheet that explains itself.
//
// It is pure: no I/O, no clock, no randomness, no floats. The pack is untrusted; the loader bounds size, depth and count.
// Start with Load, then Evaluate, then Sheet.Explain.
package scoring

// Totals is the score strip: what every edit is measured by.
type Totals struct {
	Innovation, InnovationPending Dec
	Bonus, BonusPending           Dec
	Assessed                      *Dec
	Completion                    *Dec
}
