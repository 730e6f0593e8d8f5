package returns

import (
	"yice/form"
	"yice/text"
)

// Spending by use and source, crossed: the lines are the uses of the R&D accounts, the columns who paid.

var returnUseSource = Return{
	ID: "use-source", Number: text.ReturnsUseNumber, Basis: text.ReturnsBasisStatistics, Measure: InThousand,
	Title: text.ReturnsUseTitle, Note: text.ReturnsUseNote, Ledger: true, Lines: linesUse(), slices: slicesUse,
	Relations: []Relation{{ID: "use.total", Whole: "total", Parts: []string{useLabour, useOther, useExternal, useWear, "unstated"}, Equal: true}},
}

func linesUse() []Line {
	used := map[string][]string{}
	for _, c := range form.ByID("spend").Field("category").Codes {
		used[useOf(c.ID)] = append(used[useOf(c.ID)], c.ID)
	}
	out := []Line{{ID: "total", Title: text.ReportTotal, Measure: InThousand, Formula: lines(nil)}}
	for _, u := range uses {
		l := Line{ID: u.id, Title: u.title, Level: 1, Measure: InThousand, Formula: lines(on(dimCategory, used[u.id]...))}
		switch u.id {
		case useAssets:
			l.Formula, l.Only = keyedAs("rd_assets"), []string{"year"}
		case useUnnamed:
			l.ID, l.Formula = "unstated", lines(on(dimCategory, ""))
		}
		out = append(out, l)
	}
	return out
}

func slicesUse(in *Inputs) []*Slice {
	var out []*Slice
	for _, id := range sources {
		w := on(dimSource, id)
		s := &Slice{ID: "s:" + id, Title: codeTitle("source", id), in: in, where: w, sums: part(in.Ledger, w)}
		s.blank = in.empty()
		out = append(out, s)
	}
	total := wholeYear(in)
	total.Title, total.Total = text.ReportTotal, true
	return append(out, total)
}
