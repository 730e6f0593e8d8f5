package entry

import (
	"context"
	"strconv"

	"yice/book"
	"yice/form"
	"yice/returns"
)

// SpentByMonth is a year's ledger told apart by months and by every other side at once: what a category came to in March. The sums
// in memory are of the year, so it is counted from the lines when somebody looks.
type SpentByMonth struct {
	sides [Sides]map[string]*[13]int64 // by key; 1–12
	st    *state
}

// SpentByMonth goes through the ledger once. Call it outside the frame.
func (s *Session) SpentByMonth(ctx context.Context) (*SpentByMonth, error) {
	out := &SpentByMonth{st: s.now.Load()}
	err := s.w.Months(ctx, out.st.book, func(c *book.MonthCell) {
		if c.Month > 0 {
			out.add(c)
		}
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (x *SpentByMonth) add(c *book.MonthCell) {
	keys := keysOf(&returns.Sum{
		Project: c.Project, Platform: c.Platform, Category: c.Category, Treatment: c.Treatment, Source: c.Source, Activity: c.Activity,
	})
	keys[ByMonth] = strconv.Itoa(c.Month)
	for d, key := range keys {
		if x.sides[d] == nil {
			x.sides[d] = make(map[string]*[13]int64)
		}
		m := x.sides[d][key]
		if m == nil {
			m = new([13]int64)
			x.sides[d][key] = m
		}
		m[c.Month] = form.Plus(m[c.Month], c.Amount)
	}
}

// Of gives what a part of a side came to from month to month, both counted, in 分.
func (x *SpentByMonth) Of(d Side, p *Part, from, to int) (fen int64) {
	keys := p.Keys
	if p.Blank() {
		keys = []string{""}
	}
	for _, key := range keys {
		if m := x.sides[d][key]; m != nil {
			for i := from; i <= to; i++ {
				fen = form.Plus(fen, m[i])
			}
		}
	}
	return fen
}

// Within tells a month apart by another side, the largest parts first. Shares are of the month.
func (x *SpentByMonth) Within(month int, by Side) []Part {
	now, total := spent{}, int64(0)
	for key, m := range x.sides[by] {
		now.add(by, key, m[month])
		total = form.Plus(total, m[month])
	}
	out := parts(x.st, by, &now, &spent{})
	Share(out, total)
	return out
}
