package returns

import (
	"sort"
	"strconv"

	"yice/form"
	"yice/text"
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

// return1071 is 107-1 as a declared table: a slice a project.
var return1071 = Return{
	ID: "107-1", Number: text.Same("107-1"), Basis: text.ReturnsBasisStatistics, Measure: InThousand,
	Title: text.Report1071Title, Note: text.Report1071Note, Across: true, Ledger: true, Registers: []string{"project"},
	Heads: append([]text.Pair{text.ReturnsProjectCode}, text.Report1071Columns[:8]...),
	Lines: []Line{
		{ID: "8", Number: "8", Title: text.Report1071Columns[8], Measure: InPersons, Formula: ofProject("staff")},
		{ID: "9", Number: "9", Title: text.Report1071Columns[9], Measure: InMonths, Formula: ofProject("person_months")},
		{ID: "10", Number: "10", Title: text.Report1071Columns[10], Measure: InThousand, Formula: spent1071(nil, "total_spend", true)},
		{ID: "11", Number: "11", Title: text.Report1071Columns[11], Measure: InThousand, Formula: spent1071(on(dimSource, government), "government_funds", false)},
		{ID: "12", Number: "12", Title: text.Report1071Columns[12], Measure: InThousand, Formula: spent1071(on(dimActivity, basic), "", false)},
		{ID: "13", Number: "13", Title: text.Report1071Columns[13], Measure: InThousand, Formula: spent1071(off(dimCategory, commissioned), "", false)},
		{ID: "14", Number: "14", Title: text.Report1071Columns[14], Measure: InThousand, Formula: spent1071(on(dimCategory, commissioned), "", false)},
	},
	Relations: []Relation{
		{ID: "107-1.10>=11", Whole: "10", Parts: []string{"11"}},
		{ID: "107-1.10=13+14", Whole: "10", Parts: []string{"13", "14"}, Equal: true},
	},
	slices: slices1071,
}

func ofProject(field string) Formula {
	return of("project", field, place("project", field), func(s *Slice) Figure { return figureOf(s.record.Get(field)) })
}

// spent1071 is what the project's lines come to; where it has none, its own field, or nothing once the year has a ledger.
func spent1071(w where, field string, zero bool) Formula {
	say := text.ReturnsFromLedger.With(w.says())
	if field != "" {
		say = text.ReturnsFromLedgerElse.With(w.says(), place("project", field))
	}
	f := of("spend", "amount", say, func(s *Slice) Figure {
		switch {
		case len(s.sums) > 0:
			return s.sum(w)
		case zero && !s.in.empty():
			return known(0)
		case field == "":
			return Figure{}
		}
		return figureOf(s.record.Get(field))
	})
	f.where, f.instead = w, field
	return f
}

// empty: the year has no line of the ledger.
func (in *Inputs) empty() bool {
	var lines int64
	for _, sum := range in.Ledger {
		lines += sum.Lines
	}
	return lines == 0
}

// Table1071 computes 107-1, ordered by project code.
func Table1071(in *Inputs) []Row1071 {
	t := return1071.Make(in)
	rows := make([]Row1071, len(t.Slices))
	for i, s := range t.Slices {
		f := t.cells[s]
		rows[i] = Row1071{
			Number: i + 1, Record: s.record, Staff: f["8"], PersonMonths: f["9"], Spend: f["10"], Government: f["11"],
			Discovery: f["12"], Own: f["13"], Commissioned: f["14"],
		}
	}
	return rows
}

// slices1071 gives every project with spending in the year or active in it.
func slices1071(in *Inputs) []*Slice {
	by := byProject(in.Ledger)
	var out []*Slice
	taken := map[string]bool{}
	for _, r := range ordered(in.Registers["project"]) {
		s := &Slice{ID: number(len(out) + 1), Title: text.Same(naming(r)), in: in, record: r}
		// Of two rows with the same code, which is a finding of its own, only the first takes the lines: money is shown once.
		if key := r.Key(); key != "" && !taken[key] {
			taken[key] = true
			s.sums, s.where = by[key], on(dimProject, key)
		}
		if len(s.sums) == 0 && !active(r, in.Year) {
			continue
		}
		s.Heads = heads1071(r)
		out = append(out, s)
	}
	return out
}

// byProject parts the ledger's sums. They come in order, a project's together, and are shared: this is asked after every field that
// is left, and a ledger may have thousands. Those of a project that stand apart are copied.
func byProject(all []*Sum) map[string][]*Sum {
	by := map[string][]*Sum{}
	for from := 0; from < len(all); {
		project, to := all[from].Project, from+1
		for to < len(all) && all[to].Project == project {
			to++
		}
		if had := by[project]; project != "" {
			if had == nil {
				by[project] = all[from:to:to]
			} else {
				by[project] = append(had, all[from:to]...)
			}
		}
		from = to
	}
	return by
}

func heads1071(r *form.Record) []text.Pair {
	out := []text.Pair{text.Same(r.Key())}
	for _, field := range []string{"name", "source", "cooperation", "result", "goal", "start", "end", "stage"} {
		out = append(out, text.Same(r.Str(field)))
	}
	return out
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
