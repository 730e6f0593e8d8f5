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
type RD struct {
	FromSummary           bool
	Lines                 int64
	Expensed              int64 // 费用化, every source
	ExpensedGovernment    int64 // of it 政府部门
	Capitalised           int64 // 资本化
	CapitalisedGovernment int64
	Original              int64 // lines flagged 原创技术, both treatments
	// ByProject and ByPlatform sum lines, both treatments, by the natural key the line refers to; nil from a summary.
	ByProject, ByPlatform map[string]int64
	// OwnByProject: expensed lines without 政府部门, by project (level-rated add-back).
	OwnByProject map[string]int64
	// ByMonth: index 1–12 by date of the line; 0 for lines without a usable date. Zero from a summary.
	ByMonth [13]int64
}

// Total is every line, both treatments, every source.
func (r RD) Total() int64 { return form.Plus(r.Expensed, r.Capitalised) }

// Government is what of it came from 政府部门, both treatments.
func (r RD) Government() int64 { return form.Plus(r.ExpensedGovernment, r.CapitalisedGovernment) }
