package returns

import (
	"strconv"

	"yice/form"
	"yice/text"
)

// source is the inputs summed once, so that every code is a look-up.
type source struct {
	in      *Inputs
	summary *form.Record // the year's rd_summary, or nil

	lines, amount int64
	byProject     map[string]int64 // what the ledger says of one project, 分

	projects []Row1071
	figures  map[int]Figure // by code of 107-2
}

const (
	commissioned = "委托外部"
	government   = "政府部门"
	basic        = "基础研究"
	labour       = "人员人工"
)

// gather sums the inputs.
func gather(in *Inputs) *source {
	s := &source{in: in, summary: in.summary(), byProject: map[string]int64{}}
	for _, sum := range in.Ledger {
		s.lines += sum.Lines
		s.amount = form.Plus(s.amount, sum.Amount)
		if sum.Project != "" {
			s.byProject[sum.Project] = form.Plus(s.byProject[sum.Project], sum.Amount)
		}
	}
	s.projects = Table1071(in)
	year := wholeYear(in)
	s.figures = make(map[int]Figure, len(codes1072))
	for i := range codes1072 {
		s.figures[codes1072[i].Number] = codes1072[i].formula.figure(year, nil)
	}
	return s
}

// empty: the ledger has no line, so nothing it should yield can be judged.
func (s *source) empty() bool { return s.lines == 0 }

// summarised: the year stands on rd_summary because its ledger has no line; then parts by category are not known.
func (s *source) summarised() bool { return s.in.standsOnSummary() }

// standsOnSummary reports that the year has no ledger and a summary that says something.
func (in *Inputs) standsOnSummary() bool {
	for _, sum := range in.Ledger {
		if sum.Lines != 0 {
			return false
		}
	}
	r := in.summary()
	return r != nil && (!r.Get("expensed").Empty() || !r.Get("capitalised").Empty())
}

// wholeYear is the year as one slice. Its ledger is not known where no line of it is kept: that is not nothing spent.
func wholeYear(in *Inputs) *Slice {
	s := &Slice{ID: "year", Title: text.ReturnsWholeYear.With(in.Year), in: in, sums: in.Ledger}
	if in.standsOnSummary() {
		s.summary = in.summary()
	}
	s.blank = s.summary == nil && in.empty()
	return s
}

// onlySummed: nothing is kept of the year but a summary of its spending, as of a year before the program was taken up.
func (in *Inputs) onlySummed() bool {
	if !in.standsOnSummary() || in.Annual != nil {
		return false
	}
	for id, rows := range in.Registers {
		if id != "rd_summary" && len(rows) > 0 {
			return false
		}
	}
	return true
}

// yearOf reads the year of a date "2023-03-15" or a month "202303"; 0 where there is none.
func yearOf(v form.Value) int {
	text := v.Str()
	if len(text) < 4 {
		return 0
	}
	year, err := strconv.Atoi(text[:4])
	if err != nil {
		return 0
	}
	return year
}
