package returns

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// 高新技术企业: the R&D expenses by category, project by project, and the three years' ratios they are weighed by. The eight
// categories are those of the statistics; 其他 counts up to a fifth of the whole, commissioned work at 80%.

var (
	otherCap  = [2]int64{1, 4} // 20% of the whole is a quarter of the rest: 20% ÷ 80%
	otherPart = [2]int64{8, 10}
)

// structure are the lines of the expenses; limited names the slices in which the cap holds: over the whole year, never
// project by project.
func structure(limited []string) []Line {
	l := func(id string, title text.Pair, level int, f Formula) Line {
		return Line{ID: id, Title: title, Level: level, Measure: InWan, Formula: f}
	}
	c := func(id, category string) Line {
		return l(id, codeTitle("category", category), 1, lines(on(dimCategory, category)))
	}
	h := func(id string, title text.Pair, f Formula, hidden bool) Line {
		return Line{ID: id, Title: title, Measure: InWan, Formula: f, Only: limited, Hidden: hidden}
	}
	return []Line{
		l("inner", text.ReturnsHightechInner, 0, plus("c8", "c9", "c10", "c11", "c12", "c13", "c19")),
		c("c8", labour), c("c9", "直接投入"), c("c10", wear), c("c11", amortisation), c("c12", "设计"), c("c13", "装备调试与试验"), c("c19", "其他"),
		h("other", text.ReturnsHightechOther, least("c19", "cap"), false),
		l("outer", text.ReturnsHightechOuter, 0, lines(on(dimCategory, commissioned))),
		l("home", text.ReturnsHightechHome, 1, lines(on(dimCategory, commissioned).and(on(dimCounterparty, atHome...)))),
		l("abroad", text.ReturnsHightechAbroad, 1, lines(on(dimCategory, commissioned).and(off(dimCounterparty, atHome...)))),
		h("outer80", text.ReturnsHightechOuter80, portion("outer", otherPart[0], otherPart[1]), false),
		h("total", text.ReturnsHightechTotal, plus("seven", "outer80", "other"), false),
		h("abroad80", text.ReturnsHightechAbroad80, portion("abroad", otherPart[0], otherPart[1]), true),
		h("athome", text.ReturnsHightechAtHome, minus("total", "abroad80"), false),
		h("seven", text.ReturnsHightechSix, plus("c8", "c9", "c10", "c11", "c12", "c13"), true),
		h("rest", text.ReturnsHightechRest, plus("seven", "outer80"), true),
		h("cap", text.ReturnsHightechCap, portion("rest", otherCap[0], otherCap[1]), true),
	}
}

// returnHightech is the structure of the year's expenses, a row a project.
var returnHightech = Return{
	ID: "hightech-structure", Special: true, Number: text.ReturnsHightechNumber, Basis: text.ReturnsBasisHightech, Measure: InWan,
	Title: text.ReturnsHightechTitle, Note: text.ReturnsHightechNote, Recalled: text.ReturnsHightechRecalled, Across: true, Ledger: true,
	Registers: []string{"project"}, Heads: []text.Pair{text.ReturnsProjectCode, text.Report1071Columns[0]},
	Lines: structure([]string{toDate}), Spent: []string{"inner", "outer"}, slices: slicesHightech,
	Relations: []Relation{{ID: "hightech.outer", Whole: "outer", Parts: []string{"home", "abroad"}, Equal: true}},
}

func slicesHightech(in *Inputs) []*Slice {
	by := byProject(in.Ledger)
	var out []*Slice
	for _, r := range ordered(in.Registers["project"]) {
		key := r.Key()
		sums := by[key]
		if key == "" || len(sums) == 0 {
			continue
		}
		delete(by, key)
		out = append(out, &Slice{
			ID: "p:" + key, Title: text.Same(key), Heads: []text.Pair{text.Same(key), text.Same(r.Str("name"))},
			in: in, sums: sums, where: on(dimProject, key),
		})
	}
	named := []string{""}
	for _, s := range out {
		named = append(named, s.where[0].Values[0])
	}
	apart := func(id string, title text.Pair, w where) {
		if sums := part(in.Ledger, w); len(sums) > 0 {
			out = append(out, &Slice{ID: id, Title: title, Heads: []text.Pair{title, {}}, Apart: title, in: in, sums: sums, where: w})
		}
	}
	apart("unknown", text.ReturnsHightechUnknown, off(dimProject, named...))
	apart("unassigned", text.ReturnsTaxUnassigned, on(dimProject, ""))
	total := wholeYear(in)
	total.Total, total.Title, total.Heads = true, text.ReturnsHightechCounted, []text.Pair{text.ReturnsHightechCounted, {}}
	if total.summary == nil {
		total.where = off(dimProject, "")
		total.sums = part(in.Ledger, total.where)
	}
	return append(out, total)
}

// returnRatios weighs three years.
var returnRatios = Return{
	ID: "hightech-ratios", Special: true, Number: text.ReturnsHightechNumber, Basis: text.ReturnsBasisHightech, Measure: InWan,
	Title: text.ReturnsRatiosTitle, Note: text.ReturnsRatiosNote, Recalled: text.ReturnsHightechRecalled, Ledger: true,
	Needs: []string{"revenue", "employees", "tech_staff", "hightech_revenue"},
	Back:  2, Lines: linesRatios(), slices: slicesRatios, weigh: weighRatios,
}

func linesRatios() []Line {
	l := func(id string, title text.Pair, f Formula) Line {
		return Line{ID: id, Title: title, Measure: InWan, Formula: f}
	}
	year := []string{"y0"}
	only := func(l Line, ids ...string) Line {
		l.Only = ids
		return l
	}
	all := []string{"y2", "y1", "y0", "three"}
	out := []Line{l("revenue", text.ReturnsRatiosRevenue, keyedAs("revenue"))}
	for _, s := range structure(nil) {
		s.Only = all
		s.Hidden = s.ID != "total" && s.ID != "athome"
		out = append(out, s)
	}
	return append(out,
		only(l("ratio", text.ReturnsRatiosRatio, ratio("total", "revenue")).as(InPercent), "three"),
		only(l("required", text.ReturnsRatiosRequired, of("annual", "revenue", text.ReturnsRatiosBySize, requiredRatio)).as(InPercent), "y0"),
		only(l("homeshare", text.ReturnsRatiosHome, ratio("athome", "total")).as(InPercent), "three"),
		only(l("employees", place("annual", "employees"), keyedAs("employees")).as(InPersons), year...),
		only(l("tech", place("annual", "tech_staff"), keyedAs("tech_staff")).as(InPersons), year...),
		only(l("techshare", text.ReturnsRatiosTech, ratio("tech", "employees")).as(InPercent), year...),
		only(l("product", place("annual", "hightech_revenue"), keyedAs("hightech_revenue")), year...),
		only(l("productshare", text.ReturnsRatiosProduct, ratio("product", "revenue")).as(InPercent), year...),
	)
}

// Sizes of the newest year's revenue, 分, up to which a ratio is asked for, hundredths of a percent.
const (
	smallRevenue  = 50_000_000_00
	middleRevenue = 200_000_000_00
)

func requiredRatio(s *Slice) Figure {
	if s.in.Annual == nil {
		return Figure{}
	}
	revenue, ok := s.in.Annual.Get("revenue").Int()
	switch {
	case !ok:
		return Figure{}
	case revenue <= smallRevenue:
		return known(5_00)
	case revenue <= middleRevenue:
		return known(4_00)
	}
	return known(3_00)
}

// weighRatios says which ratios are below what is asked for. They are compared by their exact figures: 4.9999% is shown as
// 5.00% and is below 5% all the same.
func weighRatios(t *Table) (out []Notice) {
	for _, r := range []struct {
		slice, line, part, whole string
		least                    Figure // hundredths of a percent
	}{
		{"three", "ratio", "total", "revenue", t.Figure("y0", "required")},
		{"three", "homeshare", "athome", "total", known(60_00)},
		{"y0", "techshare", "tech", "employees", known(10_00)},
		{"y0", "productshare", "product", "revenue", known(60_00)},
	} {
		part, whole := t.Figure(r.slice, r.part), t.Figure(r.slice, r.whole)
		if !part.Known || !whole.Known || !r.least.Known || whole.Exact <= 0 {
			continue
		}
		has := new(big.Int).Mul(big.NewInt(part.Exact), big.NewInt(100*100))
		if has.Cmp(new(big.Int).Mul(big.NewInt(whole.Exact), big.NewInt(r.least.Exact))) >= 0 {
			continue
		}
		m := t.Return.line(r.part).Measure
		if m == InWan {
			m = InYuan
		}
		say := text.ReturnsBelowReference.With(t.Return.line(r.line).Title, InPercent.Show(t.Figure(r.slice, r.line)), InPercent.Show(r.least),
			form.Separated(m.Show(part)), form.Separated(m.Show(whole)), m.Title)
		out = append(out, Notice{Say: say, Look: true, About: r.line})
	}
	return out
}

func slicesRatios(in *Inputs) []*Slice {
	var out []*Slice
	for back := 2; back >= 0; back-- {
		of := in
		if back > 0 {
			of = in.before(back)
		}
		s := &Slice{blank: true}
		if of != nil {
			s = wholeYear(of)
			if s.summary == nil {
				s.where = off(dimProject, "")
				s.sums = part(of.Ledger, s.where)
			}
		}
		s.ID, s.Title = "y"+number(back), text.ReturnsWholeYear.With(in.Year-back)
		out = append(out, s)
	}
	return append(out, &Slice{ID: "three", Title: text.ReturnsRatiosThree, Total: true, in: in, over: []string{"y2", "y1", "y0"}})
}
