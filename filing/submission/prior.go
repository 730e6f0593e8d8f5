package submission

import (
	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Earlier is what a verified submission of one year says that the next one has to agree with.
type Earlier struct {
	File string
	USCC string
	Year int
	RD   *scoring.RD // R&D spending; nil where it says nothing of it
}

// Earlier gives what next year's submission has to agree with; nil where this one does not verify.
func (v *Verdict) Earlier() *Earlier {
	s := v.Submission
	if !v.OK || s == nil || s.year == nil || s.Period().Quarterly() {
		return nil
	}
	return &Earlier{File: s.File, USCC: s.USCC, Year: s.Year, RD: s.asPrior()}
}

// asPrior is the year's R&D as the next year takes it: its summary where it has one, else the sums of its ledger.
func (s *Submission) asPrior() *scoring.RD {
	for _, r := range s.year.Records(form.ByID(summaryForm)) {
		if rd, ok := book.FromSummary(r); ok {
			return &rd
		}
	}
	if ledger := s.year.Facts().Ledger; ledger.Lines > 0 {
		rd := ledger.AsBase()
		return &rd
	}
	return nil
}

// before compares what is said of the year before with what was handed in then.
func (c *checking) before() {
	for _, e := range c.o.Earlier {
		if e == nil || c.s.year == nil || e.USCC != c.s.USCC || e.Year != c.s.Year-1 {
			continue
		}
		said := c.s.Facts().Prev
		if c.s.Period().Quarterly() { // the same months of the year before are not what was handed in for all of it
			if said = c.s.Facts().PrevYear; said == nil {
				continue
			}
		}
		if p, differs := PriorDiffers(said, e); differs {
			c.wrong(p.Code, p.Entry, p.Say)
		}
	}
}

// PriorDiffers says where what is said of the year before disagrees with what was handed in then.
func PriorDiffers(said *scoring.RD, e *Earlier) (Problem, bool) {
	figures := func(rd *scoring.RD) [4]int64 {
		if rd == nil {
			return [4]int64{}
		}
		return [4]int64{rd.Expensed, rd.ExpensedGovernment, rd.Capitalised, rd.CapitalisedGovernment}
	}
	was, is := figures(e.RD), figures(said)
	if was == is {
		return Problem{}, false
	}
	f := form.ByID(summaryForm)
	for i, id := range [...]string{"expensed", "expensed_government", "capitalised", "capitalised_government"} {
		if was[i] == is[i] {
			continue
		}
		field := f.Field(id)
		say := text.FilingVerifyPrior.With(e.Year, field.Title, shownYuan(is[i]), shownYuan(was[i]), e.File)
		return Problem{"prior.differs", say, priorEntry}, true
	}
	return Problem{}, false
}

func shownYuan(fen int64) string { return form.Separated(string(AppendFen(nil, fen))) }
