package scoring

import "yice/form"

// Facts is everything the engine may know of one enterprise and year. It reads them and never changes them.
type Facts struct {
	USCC, Name, Type string
	Year             int

	// Annual is the year's row of form annual; nil where there is none. An empty figure is missing, not zero.
	Annual *form.Record
	// Registers holds the rows of every register by form id (project, patent, award, platform, team, conversion,
	// innovation, talent, checklist, …), in any order. The ledger is never here.
	Registers map[string][]*form.Record

	// Ledger is this year's R&D; Prev the year before, nil where there is no figure for it.
	Ledger RD
	Prev   *RD
}

// RD is R&D spending of a year as the engine needs it, in 分. From the ledger's cube, or from rd_summary.
//
// A line that does not say its treatment, source or category is spending of the year: it counts in the total, and in no
// figure that asks for what it does not say.
type RD struct {
	FromSummary           bool
	Lines                 int64
	Expensed              int64 // 费用化, every source
	ExpensedGovernment    int64 // of it 政府部门
	ExpensedUnsourced     int64 // of it without a source
	Capitalised           int64 // 资本化
	CapitalisedGovernment int64
	Untreated             Blank // neither: lines without a treatment
	UntreatedGovernment   int64
	Unsourced             Blank // lines without a source, whatever their treatment
	Uncategorised         Blank // lines without a category
	Outside               Blank // lines without a date in the year: in no figure above or below
	Original              int64 // lines flagged 原创技术, both treatments
	// ByProject and ByPlatform sum lines, both treatments, by the natural key the line refers to; nil from a summary.
	ByProject, ByPlatform map[string]int64
	// OwnByProject: expensed lines of a source that is not 政府部门, by project (level-rated add-back).
	OwnByProject map[string]int64
	// ByMonth: index 1–12 by date of the line; 0 stays nothing. Zero from a summary.
	ByMonth [13]int64
}

// Blank is what lines without something come to.
type Blank struct {
	Lines  int64
	Amount int64 // 分
}

// Add counts lines and their amount in.
func (b *Blank) Add(lines, fen int64) {
	b.Lines += lines
	b.Amount = form.Plus(b.Amount, fen)
}

// Total is every line of the year, both treatments and none, every source.
func (r RD) Total() int64 {
	return form.Plus(form.Plus(r.Expensed, r.Capitalised), r.Untreated.Amount)
}

// Government is what of it came from 政府部门, both treatments and none.
func (r RD) Government() int64 {
	return form.Plus(form.Plus(r.ExpensedGovernment, r.CapitalisedGovernment), r.UntreatedGovernment)
}

// AsBase is the year as the next one is compared with it. What its lines do not say counts as what makes the comparison
// higher, so that a growth never comes of a blank: without a treatment as expensed, without a source as own money.
func (r RD) AsBase() RD {
	r.Expensed = form.Plus(r.Expensed, r.Untreated.Amount)
	r.ExpensedGovernment = form.Plus(r.ExpensedGovernment, r.UntreatedGovernment)
	r.Untreated, r.UntreatedGovernment = Blank{}, 0
	r.Unsourced, r.ExpensedUnsourced = Blank{}, 0
	return r
}

// own is expensed money that is known not to be the government's. A blank source never adds to it; where reversals make
// such lines less than nothing, they do take away.
func (r *RD) own() int64 {
	known := form.Plus(form.Plus(r.Expensed, -r.ExpensedGovernment), -max(0, r.ExpensedUnsourced))
	return form.Plus(known, min(0, form.Plus(r.Untreated.Amount, -r.UntreatedGovernment)))
}
