package returns

import (
	"yice/form"
	"yice/text"
)

// 科技型中小企业评价: the figures that the assessment weighs. The points are a policy pack's (examples/pack-small-tech.toml);
// here is only what it weighs, each figure with the rows behind it.

var returnSmallTech = Return{
	ID: "small-tech", Special: true, Number: text.ReturnsSmallNumber, Basis: text.ReturnsBasisHightech, Measure: InWan,
	Title: text.ReturnsSmallTitle, Note: text.ReturnsSmallNote, Recalled: text.ReturnsSmallRecalled, Ledger: true,
	Needs: []string{"employees", "tech_staff", "revenue", "cost_total", "assets_total"},
	Lines: linesSmallTech(),
	slices: func(in *Inputs) []*Slice {
		return []*Slice{wholeYear(in)}
	},
}

func linesSmallTech() []Line {
	keyed := func(id, field string, m Measure) Line {
		return Line{ID: id, Title: form.ByID("annual").Field(field).Title, Measure: m, Formula: keyedAs(field)}
	}
	share := func(id string, title text.Pair, a, b string) Line {
		return Line{ID: id, Title: title, Level: 1, Measure: InPercent, Formula: ratio(a, b)}
	}
	patents := func(id string, title text.Pair, kinds ...string) Line {
		rows := func(s *Slice) where { return granted(s, kinds...) }
		return Line{ID: id, Title: title, Group: text.ReturnsSmallResults, Measure: measureOf(form.Pieces), Formula: ofRows("patent", "kind", text.ReturnsSmallInForce, rows, howMany)}
	}
	out := []Line{
		keyed("employees", "employees", InPersons),
		keyed("tech", "tech_staff", InPersons), share("techshare", text.ReturnsSmallTechShare, "tech", "employees"),
		keyed("revenue", "revenue", InWan), keyed("cost", "cost_total", InWan), keyed("assets", "assets_total", InWan),
		{ID: "rd", Title: text.ReturnsSmallSpent, Measure: InWan, Formula: lines(nil)},
		share("overrevenue", text.ReturnsSmallOverRevenue, "rd", "revenue"), share("overcost", text.ReturnsSmallOverCost, "rd", "cost"),
		patents("first", text.ReturnsSmallFirst, form.Invention), patents("second", text.ReturnsSmallSecond, form.Utility, form.Design),
	}
	for i := range out[:6] {
		out[i].Group = text.ReturnsSmallSize
	}
	for i := range out[6:9] {
		out[6+i].Group = text.ReturnsSmallRD
	}
	return out
}
