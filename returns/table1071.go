package returns

import (
	"sort"
	"strconv"

	"yice/form"
)

// Row1071 is one project on 107-1: every project with spending in the year or active in it.
type Row1071 struct {
	Number int          // 序号
	Record *form.Record // the project's row; fields 1–7 are its source, cooperation, result, goal, start, end and stage
	Staff  Figure       // 〔8〕 persons
	// PersonMonths 〔9〕 in tenths.
	PersonMonths Figure
	// Spend 〔10〕 is the project's ledger lines in 分; where the year has no ledger at all, its total_spend.
	Spend Figure
	// Government 〔11〕 is its lines from 政府部门 in 分, or government_funds where it has no line.
	Government Figure
	// Discovery 〔12〕 基础研究, Own 〔13〕 done by the enterprise, Commissioned 〔14〕 给外单位: parts of the ledger lines, 分.
	Discovery, Own, Commissioned Figure
}

// Table1071 computes 107-1, ordered by project code.
func Table1071(in *Inputs) []Row1071 { return gather(in).projects }

func (s *source) rows1071() []Row1071 {
	projects := ordered(s.in.Registers["project"])
	var rows []Row1071
	taken := map[string]bool{}
	for _, r := range projects {
		var spend *projectSpend
		// Of two rows with the same code, which is a finding of its own, only the first takes the lines: money is shown once.
		if key := r.Key(); key != "" && !taken[key] {
			taken[key] = true
			spend = s.byProject[key]
		}
		if spend == nil && !active(r, s.in.Year) {
			continue
		}
		row := s.row1071(r, spend)
		row.Number = len(rows) + 1
		rows = append(rows, row)
	}
	return rows
}

func (s *source) row1071(r *form.Record, spend *projectSpend) Row1071 {
	row := Row1071{Record: r, Staff: figureOf(r.Get("staff")), PersonMonths: figureOf(r.Get("person_months"))}
	switch {
	case spend != nil:
		row.Spend, row.Government = known(spend.amount), known(spend.government)
		row.Discovery, row.Commissioned = known(spend.basic), known(spend.commissioned)
		row.Own = known(spend.amount - spend.commissioned)
	case s.empty():
		row.Spend, row.Government = figureOf(r.Get("total_spend")), figureOf(r.Get("government_funds"))
	default:
		row.Spend, row.Government = known(0), figureOf(r.Get("government_funds"))
	}
	return row
}

// ordered gives rows by key, then by row: the same for any order they come in.
func ordered(rows []*form.Record) []*form.Record {
	sorted := append([]*form.Record(nil), rows...)
	keys := make(map[*form.Record]string, len(rows))
	for _, r := range rows {
		keys[r] = r.Key()
	}
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		if keys[a] != keys[b] {
			return keys[a] < keys[b]
		}
		return a.ID < b.ID
	})
	return sorted
}

// failed is the completion month of a project that failed within the year.
const failed = "000000"

// active: begun by December and not ended before January of the year. What is not keyed yet does not make a project inactive.
func active(r *form.Record, year int) bool {
	start, end := r.Str("start"), r.Str("end")
	if start != "" && start > month(year, 12) {
		return false
	}
	return end == "" || end == failed || end >= month(year, 1)
}

// month writes YYYYMM.
func month(year, m int) string { return strconv.Itoa(year*100 + m) }
