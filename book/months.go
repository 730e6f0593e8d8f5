package book

import (
	"fmt"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// A year whose annual figures do not reach December is compared month for month: its ledger, and that of the year before,
// up to the month the figures run to. The months are told apart only where somebody asks; see Year.WantsMonths.

// MonthCell is one sum of a ledger within a month, 1–12; 0 without a date in the year.
type MonthCell struct {
	Cell
	Month int
}

// AddMonth moves the sums of a cell's month.
func AddMonth(to *scoring.Months, c *MonthCell) { addMonth(to, c.Month, &c.Cell) }

// addMonth moves a month's sums by one cell.
func addMonth(months *scoring.Months, month int, c *Cell) {
	if month < 1 || month > 12 {
		return
	}
	addTo(&months[month], c)
}

// Months are the sums month by month, nil where nobody asked for them. Not to be changed.
func (l *Ledger) Months() *scoring.Months { return l.months }

// WithMonths gives the ledger with its sums month by month.
func (l *Ledger) WithMonths(months *scoring.Months) *Ledger {
	n := *l
	n.months = months
	return &n
}

// AsOf is the month to whose end the year's figures run, 1–12.
func (y *Year) AsOf() int {
	if t := y.Tables[AnnualID]; t != nil {
		return scoring.AsOfMonth(t.Single(), y.Year)
	}
	return 12
}

// WantsMonths reports that the year cannot be compared month for month until its ledger, or the one of the year before, is
// told apart by months: its figures end before December.
func (y *Year) WantsMonths() (own, before bool) {
	if y.AsOf() == 12 {
		return false, false
	}
	own = y.Ledger.months == nil && y.Ledger.rd.Lines > 0
	before = y.Before.Months == nil && y.Before.Ledger.Lines > 0 && summaryMonths(y.Before.Summary) != y.AsOf()
	return own, before
}

// WithMonths gives the year with what WantsMonths asked for; nil: not asked for.
func (y *Year) WithMonths(own *Ledger, before *scoring.Months) *Year {
	n := y.with()
	if own != nil {
		n.Ledger = own
	}
	if before != nil {
		n.Before.Months = before
	}
	return n.finish()
}

// summaryMonths is how many months a summary is of: 12 where it does not say.
func summaryMonths(r *form.Record) int {
	if r == nil {
		return 12
	}
	n, ok := r.Get("months").Int()
	if !ok || n < 1 || n > 12 {
		return 12
	}
	return int(n)
}

// Checks of how far a year's figures run.
const (
	CheckAsOfMissing = "annual.as-of-missing"
	CheckAsOfAhead   = "annual.as-of-ahead"
	CheckAfterMonth  = "annual.after-month"
)

// reach asks of a running year how far its figures run, proposing the month it is, and says what of the ledger lies beyond.
func (y *Year) reach() []form.Finding {
	a := y.facts.Annual
	if a == nil {
		return nil
	}
	var found []form.Finding
	running := len(y.Today) >= 7 && y.Today[:4] == fmt.Sprintf("%04d", y.Year)
	if running && a.Get("as_of").Empty() && scoring.HasFlow(a) {
		found = append(found, a.Finding(CheckAsOfMissing, form.Verify, "as_of", text.FormAsOfMissing.With(y.Year, y.Today[:4]+y.Today[5:7])))
	}
	if at := a.Str("as_of"); running && at > y.Today[:4]+y.Today[5:7] && at[:4] == y.Today[:4] {
		found = append(found, a.Finding(CheckAsOfAhead, form.Verify, "as_of", text.FormAsOfAhead.With(at, y.Today)))
	}
	if say := y.facts.Ledger.SayAfter(y.Year, y.facts.Through()); !say.Empty() {
		found = append(found, a.Finding(CheckAfterMonth, form.Verify, "as_of", say))
	}
	return found
}

// ofOthers gives the year before's summary for whichever months it is of; nil where there is none.
func (b Before) ofOthers() (*scoring.RD, int) {
	if rd, ok := FromSummary(b.Summary); ok {
		return &rd, summaryMonths(b.Summary)
	}
	return nil, 0
}

// upTo gives the year before's R&D for the months up to one; nil where it is not known for them. How it went month by month
// is its ledger's to say, whatever a summary says it came to.
func (b Before) upTo(month int) *scoring.RD {
	if rd, ok := FromSummary(b.Summary); ok && summaryMonths(b.Summary) == month {
		rd.ByMonth = b.Ledger.ByMonth
		return &rd
	}
	if b.Ledger.Lines == 0 || month < 12 && b.Months == nil {
		return nil
	}
	rd := b.Ledger.UpTo(month, b.Months).AsBase()
	rd.After = scoring.Blank{}
	return &rd
}
