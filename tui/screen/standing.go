package screen

import (
	"strconv"
	"time"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Standing is how the enterprise stands, taken from the session off the frame: what the header, the strip and the
// overview draw. It is replaced whole, never changed in place, but for the last two members.
type Standing struct {
	USCC, Name, Type string
	Year             int
	Locked           bool
	PackNote         text.Pair

	States                  []entry.FormState
	Findings                []form.Finding
	Must, Verify, Explained int
	// MayVerify says that the ledger has not been looked at as a whole since its lines changed: what looks like doubles or outliers is
	// not among Findings yet.
	MayVerify bool

	Facts  *scoring.Facts // new ones wherever data or pack changed
	Sheet  *scoring.Sheet
	Totals scoring.Totals
	Months [13]int64
	Spent  int64
	// SpentBefore is the year before's, nil where it is not known.
	SpentBefore *int64
	// Outside says what of the ledger is not dated in the year and so in no figure, unfilled what its lines do not say;
	// empty where there is nothing to say.
	Outside    text.Pair
	Unfilled   []text.Pair
	NotCounted scoring.Blank
	// Ledger is all that it holds, whatever its dates.
	Ledger     scoring.Blank
	Undo, Redo text.Pair

	No      int // counts standings
	Steps   []scoring.Step
	SavedAt time.Time
	Moved   entry.Outcome // what the last write did to the score
}

// ToVerify is how many findings want an answer, with a sign where there may be more.
func (st *Standing) ToVerify() string {
	if st.MayVerify {
		return strconv.Itoa(st.Verify) + "+"
	}
	return strconv.Itoa(st.Verify)
}

// Of gives the findings of a form by row.
func (st *Standing) Of(f *form.Form) map[int64][]form.Finding {
	out := map[int64][]form.Finding{}
	for _, x := range st.Findings {
		if x.Form == f.ID {
			out[x.Row] = append(out[x.Row], x)
		}
	}
	return out
}

// Year is another year of the workspace as it scores now.
type Year struct {
	Year  int
	Sheet *scoring.Sheet
	Spent int64 // 分
	// Bare says that nothing but a summary of the R&D is known of it: its score says nothing.
	Bare bool
}

// YearsMost years stand side by side.
const YearsMost = 3
