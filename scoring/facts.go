package scoring

import (
	"math/big"

	"yice/form"
)

// Facts is everything the engine may know of one enterprise and year. It reads them and never changes them.
type Facts struct {
	USCC, Name, Type string
	Year             int

	// Card is the enterprise's card; nil where it is not there.
	Card *form.Record
	// Annual is the year's row of form annual; nil where there is none. An empty figure is missing, not zero.
	Annual *form.Record
	// Registers holds the rows of every register by form id (project, patent, award, platform, team, conversion,
	// innovation, talent, checklist, …), in any order. The ledger is never here.
	Registers map[string][]*form.Record

	// AsOf is the month to whose end the flows of Annual and Ledger run, 1–12; 0 as 12: the whole year.
	AsOf int
	// Ledger is this year's R&D up to AsOf; Prev the same months of the year before, nil where there is no figure for them.
	Ledger RD
	Prev   *RD
	// PrevYear is the whole year before, nil where there is no figure for it. Where it is there and Prev is not, the two
	// years cannot be compared as they stand (Incomparable).
	PrevYear *RD
	// PrevElse is the year before where it is known for some first months only, PrevMonths of them, that are not those of
	// AsOf: nothing is compared with it.
	PrevElse   *RD
	PrevMonths int

	upTo int      // of a copy for ratios: dated rows up to this month only; 0: all
	grow *big.Rat // of a projected copy: what sums of dated money grow by
}

// Through is the month to whose end the year's figures run.
func (f *Facts) Through() int {
	if f.AsOf < 1 || f.AsOf > 12 {
		return 12
	}
	return f.AsOf
}

// Incomparable reports that the year before is known, and not for the same months.
func (f *Facts) Incomparable() bool { return f.Prev == nil && (f.PrevYear != nil || f.PrevElse != nil) }

// sameMonths gives the facts as ratios and growth see them: what is dated after the month of the figures is left out.
func (f *Facts) sameMonths() *Facts {
	if f.Through() == 12 {
		return f
	}
	c := *f
	c.upTo = f.Through()
	return &c
}

// AsOfMonth reads the month of annual.as_of in a year: 12 where it is empty or of another year (which the form finds).
func AsOfMonth(annual *form.Record, year int) int {
	if annual == nil {
		return 12
	}
	at := annual.Str("as_of")
	if len(at) != 6 || at[:4] != yearText(year) {
		return 12
	}
	m := int(at[4]-'0')*10 + int(at[5]-'0')
	if m < 1 || m > 12 {
		return 12
	}
	return m
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
	After                 Blank // lines dated after the month the figures run to: in none above nor by project or platform
	Original              int64 // lines flagged 原创技术, both treatments
	// ByProject and ByPlatform sum lines, both treatments, by the natural key the line refers to; nil from a summary.
	ByProject, ByPlatform map[string]int64
	// OwnByProject: expensed lines of a source that is not 政府部门, by project (level-rated add-back).
	OwnByProject map[string]int64
	// ByMonth: index 1–12 by date of the line; 0 stays nothing. Zero from a summary.
	ByMonth [13]int64
}

// Months are a ledger's sums month by month (1–12): of each only what a year tells apart by the kind of money.
type Months [13]RD

// UpTo gives the year up to the end of a month, also by project and by platform: what was spent beside the ledger runs to
// that month too, so that no line of a later one may be taken off it. What is told apart by month stays the year's.
func (r RD) UpTo(month int, months *Months) RD {
	if month >= 12 || months == nil || r.FromSummary {
		return r
	}
	out := r
	out.Lines, out.Expensed, out.ExpensedGovernment, out.ExpensedUnsourced = 0, 0, 0, 0
	out.Capitalised, out.CapitalisedGovernment, out.UntreatedGovernment, out.Original = 0, 0, 0, 0
	out.Untreated, out.Unsourced, out.Uncategorised, out.After = Blank{}, Blank{}, Blank{}, Blank{}
	out.OwnByProject, out.ByProject, out.ByPlatform = map[string]int64{}, map[string]int64{}, map[string]int64{}
	for m := 1; m <= 12; m++ {
		p := &months[m]
		if m > month {
			out.After.Add(p.Lines, p.Total())
			continue
		}
		out.Lines += p.Lines
		for _, s := range [...]struct{ to, of *int64 }{
			{&out.Expensed, &p.Expensed},
			{&out.ExpensedGovernment, &p.ExpensedGovernment},
			{&out.ExpensedUnsourced, &p.ExpensedUnsourced},
			{&out.Capitalised, &p.Capitalised},
			{&out.CapitalisedGovernment, &p.CapitalisedGovernment},
			{&out.UntreatedGovernment, &p.UntreatedGovernment},
			{&out.Original, &p.Original},
		} {
			*s.to = form.Plus(*s.to, *s.of)
		}
		plus(out.OwnByProject, p.OwnByProject)
		plus(out.ByProject, p.ByProject)
		plus(out.ByPlatform, p.ByPlatform)
		out.Untreated.Add(p.Untreated.Lines, p.Untreated.Amount)
		out.Unsourced.Add(p.Unsourced.Lines, p.Unsourced.Amount)
		out.Uncategorised.Add(p.Uncategorised.Lines, p.Uncategorised.Amount)
	}
	return out
}

// plus adds sums by a key to others; what comes to nothing is not there.
func plus(to, of map[string]int64) {
	for key, fen := range of {
		if to[key] = form.Plus(to[key], fen); to[key] == 0 {
			delete(to, key)
		}
	}
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

// kept says whether anybody has begun this ledger: a line of any month, or a summary instead of lines.
func (r *RD) kept() bool { return r.FromSummary || r.Lines+r.After.Lines > 0 }

// own is expensed money that is known not to be the government's. A blank source never adds to it; where reversals make
// such lines less than nothing, they do take away.
func (r *RD) own() int64 {
	known := form.Plus(form.Plus(r.Expensed, -r.ExpensedGovernment), -max(0, r.ExpensedUnsourced))
	return form.Plus(known, min(0, form.Plus(r.Untreated.Amount, -r.UntreatedGovernment)))
}
