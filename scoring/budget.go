package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// Spent is how far a year's R&D has come at the end of the month its figures run to, beside what was to be spent by then: an
// even pace of the year's budget (rd_budget), else what last year had spent by the same month.
type Spent struct {
	Month    int
	Fen      int64     // spent so far
	Whole    int64     // the budget, or last year's whole; 分
	Due      *big.Rat  // by the month; 分
	DueBy    [13]int64 // by the end of each month, 1–12; 分
	Percent  Dec       // spent of the whole, two decimals
	DueShare Dec       // due of the whole, two decimals
	Budget   bool      // the whole is the year's budget; else last year's spending
	Behind   bool      // less than was due
}

// SpentOf compares a year's R&D with its budget, else with last year's way through the months; ok is false where neither is
// known.
func SpentOf(f *Facts) (s Spent, ok bool) {
	s = Spent{Month: f.Through(), Fen: f.Ledger.Total()}
	due := evenPace
	if f.Annual != nil {
		s.Whole, s.Budget = f.Annual.Num("rd_budget"), true
	}
	if s.Whole <= 0 {
		p := f.PrevYear
		if p == nil || p.Total() <= 0 {
			return Spent{}, false
		}
		s.Whole, s.Budget = p.Total(), false
		due = p.pace
	}
	whole := new(big.Rat).SetInt64(s.Whole)
	for m := 1; m <= 12; m++ {
		s.DueBy[m] = rounding{}.round(new(big.Rat).Mul(whole, due(m))).Units
	}
	share := due(s.Month)
	s.Due = new(big.Rat).Mul(whole, share)
	spent := new(big.Rat).SetInt64(s.Fen)
	s.Behind = spent.Cmp(s.Due) < 0
	percent := rounding{places: 2}
	s.Percent = percent.round(spent.Mul(spent.Quo(spent, whole), hundred))
	s.DueShare = percent.round(new(big.Rat).Mul(share, hundred))
	return s, true
}

// evenPace is the share of a year that is over by the end of a month.
func evenPace(month int) *big.Rat { return big.NewRat(int64(month), 12) }

// pace is the share of the year's spending that was spent by the end of a month; an even pace where its months are not known.
func (r *RD) pace(month int) *big.Rat {
	upTo, all := int64(0), int64(0)
	for m := 1; m <= 12; m++ {
		all = form.Plus(all, r.ByMonth[m])
		if m <= month {
			upTo = form.Plus(upTo, r.ByMonth[m])
		}
	}
	if all <= 0 || upTo < 0 {
		return evenPace(month)
	}
	return big.NewRat(upTo, all)
}

// Say puts it in words, with the figures: "研发预算 1,300.00 万元，到 6 月执行 658.05 万元，50.62%；均匀进度 50.00%，不落后".
func (s *Spent) Say() text.Pair {
	say, how := text.ScoreSpentBudget, text.ScorePaceOnTrack
	if !s.Budget {
		say = text.ScoreSpentBefore
	}
	switch {
	case s.Behind:
		how = text.ScorePaceBehind
	case s.Budget && s.Fen > s.Whole:
		how = text.ScoreSpentOver.With(form.Grouped(asMoney.show(wan(form.Plus(s.Fen, -s.Whole)))))
	}
	return say.With(form.Grouped(asMoney.show(wan(s.Whole))), s.Month, form.Grouped(asMoney.show(wan(s.Fen))), s.Percent.String(), s.DueShare.String(), how)
}
