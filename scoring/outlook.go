package scoring

import (
	"fmt"
	"math/big"
)

// Outlook is a year as it goes: how much of its budget is spent, each dated line by quarter, and the year's end at this pace.
// It is no part of the score: it looks at last year's months too, which whoever receives the year need not have.
type Outlook struct {
	Spent      *Spent      // nil: neither a budget nor last year's spending is known
	Pace       []PaceLine  // nil: without a pack, or nothing is dated
	Projection *Projection // nil: the year is whole, or there is nothing to go by
	// Sheet is the sheet at the year's end; ByMonths the one by months where last year's months are known, else Sheet itself.
	Sheet, ByMonths *Sheet
}

// Outlook looks at the year as it goes. The year's end is seen from running, which may be other facts than the sheet's: those of a year
// that does not say how far it goes; nil: nothing is projected.
func (s *Sheet) Outlook(running *Facts) *Outlook {
	o := &Outlook{Pace: s.Pace()}
	if spent, ok := SpentOf(s.facts); ok {
		o.Spent = &spent
	}
	if running == nil {
		return o
	}
	if pr, ok := Project(running); ok {
		o.Projection = &pr
		o.Sheet = Evaluate(s.Pack, pr.Facts)
		if o.ByMonths = o.Sheet; pr.Profile {
			o.ByMonths = Evaluate(s.Pack, pr.ByMonths)
		}
	}
	return o
}

// JSONWith gives the sheet as JSON does, with one key more, "outlook", and says which of the numbers under "assumed" are settled.
func (s *Sheet) JSONWith(o *Outlook) []byte {
	j := s.json()
	j.Outlook = o.json(s)
	assumed := s.Assumed()
	for i := range j.Assumed {
		if st := s.Standing(&assumed[i]); st.Settled() {
			j.Assumed[i].Standing, j.Assumed[i].Basis = st.Word().ZH, st.on.ZH
		}
	}
	return printed(j)
}

type jsonOutlook struct {
	Budget     *jsonBudget     `json:"budget"`
	Pace       []jsonPace      `json:"pace"`
	Projection *jsonProjection `json:"projection"`
}

type jsonBudget struct {
	AsOf       string `json:"as_of"`
	Basis      string `json:"basis"` // budget, last_year
	Whole      string `json:"whole"` // 万元
	Spent      string `json:"spent"`
	Due        string `json:"due"`
	Percent    string `json:"percent"`
	DuePercent string `json:"due_percent"`
	Behind     bool   `json:"behind"`
}

type jsonPace struct {
	Line     string          `json:"line"`
	Need     string          `json:"need"`
	Quarters [4]*jsonQuarter `json:"quarters"` // null: not begun
}

type jsonQuarter struct {
	Value   string `json:"value"`
	Percent string `json:"percent"`
	Behind  bool   `json:"behind"`
}

type jsonProjection struct {
	AsOf       string       `json:"as_of"`
	Method     string       `json:"method"` // months, last_year
	Spent      string       `json:"spent"`
	ByMonths   jsonYearEnd  `json:"by_months"`
	ByLastYear *jsonYearEnd `json:"by_last_year"` // null: last year's months are not known
	Sheet      *jsonSheet   `json:"sheet"`        // by the method
}

// jsonYearEnd is the year's end by one method: the two are the band.
type jsonYearEnd struct {
	RD          string  `json:"rd"`
	Score       string  `json:"score"`
	WithPending string  `json:"with_pending"`
	Bonus       string  `json:"bonus"`
	Assessed    *string `json:"assessed"`
	Completion  *string `json:"completion"`
}

func (o *Outlook) json(s *Sheet) *jsonOutlook {
	wanOf := func(fen *big.Rat) string { return s.rounded(new(big.Rat).Quo(fen, fenPerWan)).String() }
	whole := func(fen int64) string { return wanOf(new(big.Rat).SetInt64(fen)) }
	month := func(m int) string { return fmt.Sprintf("%04d-%02d", s.Year, m) }
	j := &jsonOutlook{Pace: []jsonPace{}}
	if sp := o.Spent; sp != nil {
		j.Budget = &jsonBudget{
			AsOf: month(sp.Month), Basis: "last_year", Whole: whole(sp.Whole), Spent: whole(sp.Fen), Due: wanOf(sp.Due),
			Percent: sp.Percent.String() + "%", DuePercent: sp.DueShare.String() + "%", Behind: sp.Behind,
		}
		if sp.Budget {
			j.Budget.Basis = "budget"
		}
	}
	for i := range o.Pace {
		p := &o.Pace[i]
		line := jsonPace{Line: p.Line, Need: p.NeedText}
		for q := range p.Quarters {
			if at := &p.Quarters[q]; at.Begun {
				line.Quarters[q] = &jsonQuarter{at.Text, at.Percent.String() + "%", at.Behind}
			}
		}
		j.Pace = append(j.Pace, line)
	}
	if pr := o.Projection; pr != nil {
		j.Projection = &jsonProjection{
			AsOf: month(pr.AsOfMonth), Method: "months", Spent: whole(pr.SoFar), ByMonths: o.ByMonths.yearEnd(whole(pr.Linear)), Sheet: o.Sheet.json(),
		}
		if pr.Profile {
			end := o.Sheet.yearEnd(whole(pr.Year))
			j.Projection.Method, j.Projection.ByLastYear = "last_year", &end
		}
	}
	return j
}

var fenPerWan = big.NewRat(1_000_000, 1) // read only

// yearEnd gives the totals of a projected sheet.
func (s *Sheet) yearEnd(rd string) jsonYearEnd {
	e := jsonYearEnd{
		RD: rd, Score: s.Innovation.Confirmed.String(), WithPending: s.Innovation.Pending.String(), Bonus: s.BonusTotal.Confirmed.String(),
	}
	if s.Assessed != nil {
		e.Assessed = orNull(s.Assessed.Confirmed.String())
	}
	if s.Completion != nil {
		e.Completion = orNull(s.Completion.Confirmed.String() + "%")
	}
	return e
}
