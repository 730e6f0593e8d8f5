package scoring

import "yice/text"

// Change is one figure of the sheet that moved between two sheets. The strip, what-if and the history are made of them.
type Change struct {
	// Line is the id of a line of the sheet, or of a total: "innovation", "annual_contribution", "bonus", "assessed",
	// "completion", "base".
	Line string
	Name text.Pair
	Kind string    // Line.Kind, or "total"
	Unit text.Pair // 分, 万元 or %
	// Before and After are zero where the figure did not exist, as BeforeNone and AfterNone say.
	Before, After         Pair
	BeforeNone, AfterNone bool
	// Delta and DeltaPending are the differences; what did not exist counts as zero in them.
	Delta, DeltaPending Dec
}

// Say puts the change in words: "发明专利授权 +2.50".
func (c Change) Say() text.Pair { panic("not written") }

// Compare lists the figures that differ: totals first (innovation, its contribution, bonus, assessed, completion, base),
// then the lines in the order of the sheet. Either sheet may be nil.
func Compare(before, after *Sheet) []Change { panic("not written") }
