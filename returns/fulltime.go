package returns

import (
	"cmp"
	"slices"

	"yice/form"
	"yice/text"
)

// 研发人员折合全时: who worked how much of their time on R&D. 90% and more is a whole year's work, 10% and more its share
// rounded to a tenth, less neither a person nor work.

// Shares of working time as the dictionary keeps them: 100% is a million.
const (
	wholeTime = 1_000_000
	fullShare = 900_000
	leastPart = 100_000
)

var returnFullTime = Return{
	ID: "full-time", Number: text.ReturnsFullTimeNumber, Basis: text.ReturnsBasisStatistics, Measure: InYears,
	Title: text.ReturnsFullTimeTitle, Note: text.ReturnsFullTimeNote, Across: true, Registers: []string{"team"},
	Heads: []text.Pair{text.ReturnsPerson, text.ReturnsPersonName},
	Lines: []Line{
		{ID: "projects", Apiece: true, Title: text.ReturnsFullTimeProjects, Measure: InProjects, Formula: of("team", "project", text.ReturnsFullTimeProjects, func(s *Slice) Figure { return known(int64(len(s.shares))) })},
		{ID: "share", Apiece: true, Title: text.ReturnsFullTimeShare, Measure: Measure{text.Same("%"), 10_000, 2}, Formula: of("team", "share", text.ReturnsFullTimeShare, func(s *Slice) Figure { return known(shared(s)) })},
		{ID: "persons", Title: text.ReturnsFullTimePersons, Measure: InPersons, Formula: of("team", "share", text.ReturnsFullTimePersonsHow, func(s *Slice) Figure {
			if shared(s) < leastPart {
				return known(0)
			}
			return known(1)
		})},
		{ID: "years", Title: text.ReturnsFullTimeYears, Measure: InYears, Formula: of("team", "share", text.ReturnsFullTimeHow, func(s *Slice) Figure { return known(fullTime(shared(s))) })},
	},
	slices: slicesFullTime,
}

// fullTime gives the tenths of a person-year that a share of working time is.
func fullTime(share int64) int64 {
	switch {
	case share >= fullShare:
		return 10
	case share < leastPart:
		return 0
	}
	return multiplied(share, 10, wholeTime)
}

func shared(s *Slice) (total int64) {
	for _, share := range s.shares {
		total = form.Plus(total, share)
	}
	return total
}

func slicesFullTime(in *Inputs) []*Slice {
	by := map[string]*Slice{}
	var out []*Slice
	seen := map[string]bool{}
	for _, r := range ordered(in.Registers["team"]) {
		person := r.Str("person")
		share, ok := r.Get("share").Int()
		key := r.Key()
		if person == "" || !ok || key != "" && seen[key] {
			continue
		}
		seen[key] = true
		s := by[person]
		if s == nil {
			s = &Slice{ID: "p:" + person, Title: text.Same(person), Heads: []text.Pair{text.Same(person), text.Same(r.Str("name"))}, in: in, key: person}
			by[person] = s
			out = append(out, s)
		}
		s.shares = append(s.shares, share)
	}
	slices.SortFunc(out, func(a, b *Slice) int { return cmp.Compare(a.key, b.key) })
	total := &Slice{ID: "total", Title: text.ReportTotal, Heads: []text.Pair{text.ReportTotal, {}}, Total: true, in: in, over: []string{}}
	for _, s := range out {
		total.over = append(total.over, s.ID)
	}
	return append(out, total)
}
