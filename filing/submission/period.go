package submission

import (
	"fmt"
	"strconv"

	"yice/text"
)

// Period is what a submission is of: a year, or a year's figures to the end of one of its quarters (季度快报). A quarterly
// return is light: it asks for no sign-off and no written reason, locks nothing, replaces only one of its own period, and
// never stands beside annual ones in a ranking.
type Period struct {
	Year    int
	Quarter int // 1–4; 0: the year
}

// ParsePeriod reads "2026" and "2026Q2", spelled so and no otherwise.
func ParsePeriod(s string) (p Period, ok bool) {
	year := s
	if len(s) == 6 && s[4] == 'Q' {
		if p.Quarter = int(s[5] - '0'); p.Quarter < 1 || p.Quarter > 4 {
			return p, false
		}
		year = s[:4]
	}
	n, err := strconv.Atoi(year)
	p.Year = n
	return p, err == nil && p.String() == s
}

func (p Period) String() string {
	if p.Quarterly() {
		return fmt.Sprintf("%04dQ%d", p.Year, p.Quarter)
	}
	return strconv.Itoa(p.Year)
}

// Quarterly reports a quarterly return.
func (p Period) Quarterly() bool { return p.Quarter > 0 }

// Month is the month to whose end its figures run.
func (p Period) Month() int {
	if p.Quarterly() {
		return 3 * p.Quarter
	}
	return 12
}

// Say names it: "2026 年第 2 季度快报", "2026 年度".
func (p Period) Say() text.Pair {
	if p.Quarterly() {
		return text.FilingPeriodQuarter.With(p.Year, p.Quarter)
	}
	return text.FilingPeriodYear.With(p.Year)
}

// SayPeriod names what "2026" or "2026Q2" stands for.
func SayPeriod(period string) text.Pair {
	if p, ok := ParsePeriod(period); ok {
		return p.Say()
	}
	return text.Same(harmless(period))
}

// of is what a sealing is of.
func (s Sealed) of() Period {
	if p, ok := ParsePeriod(s.Period); ok && p.Year == s.Year {
		return p
	}
	return Period{Year: s.Year}
}

// Period is what the submission is of, by its own word.
func (s *Submission) Period() Period { return s.seal.of() }

// period asks that the figures run to the end of what the submission is of.
func (c *checking) period() {
	if c.s.year == nil {
		return
	}
	p := c.s.Period()
	if p.Quarterly() {
		c.note("period.quarter", text.FilingNoteQuarter.With(p.Say()))
	}
	if at := c.s.year.AsOf(); at != p.Month() {
		c.wrong("period.differs", sealEntry, text.FilingVerifyPeriod.With(p.Say(), at, p.Month()))
	}
}
