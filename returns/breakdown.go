package returns

import (
	"yice/form"
	"yice/text"
)

// Part is one share of the year's R&D, 分.
type Part struct {
	ID    string // code of the ledger; "" for lines that do not say
	Title text.Pair
	// Value is not known where it is keyed elsewhere and has not been.
	Value Figure
}

// Breakdown is R&D of the year by activity, by source of funds and by use.
type Breakdown struct {
	Activity, Source []Part
	// Use follows the R&D accounts: internal day-to-day spending, spending on assets, and external spending.
	// Depreciation and amortisation stand apart: there the purchase counts, not its wear.
	Use   []Part
	Total int64
}

// lists of the ledger's codes in the order of the returns; the last, "", is what says nothing.
var (
	activities = []string{basic, "应用研究", "试验发展", ""}
	sources    = []string{"企业自筹", government, "银行贷款", "风险投资", "其他渠道", ""}
)

// Breakdowns computes them from the ledger, and spending on assets from annual.
func Breakdowns(in *Inputs) Breakdown {
	var b Breakdown
	byActivity, bySource, byUse := map[string]int64{}, map[string]int64{}, map[string]int64{}
	for i := range in.Ledger {
		sum := &in.Ledger[i]
		b.Total = form.Plus(b.Total, sum.Amount)
		byActivity[sum.Activity] = form.Plus(byActivity[sum.Activity], sum.Amount)
		bySource[sum.Source] = form.Plus(bySource[sum.Source], sum.Amount)
		byUse[useOf(sum.Category)] = form.Plus(byUse[useOf(sum.Category)], sum.Amount)
	}
	b.Activity = parts("activity", activities, byActivity)
	b.Source = parts("source", sources, bySource)
	for _, u := range uses {
		value := known(byUse[u.id])
		if u.id == useAssets {
			value = Figure{}
			if in.Annual != nil {
				value = figureOf(in.Annual.Get("rd_assets"))
			}
		}
		b.Use = append(b.Use, Part{u.id, u.title, value})
	}
	return b
}

const (
	useLabour   = "labour"
	useOther    = "other"
	useAssets   = "assets"
	useExternal = "external"
	useWear     = "wear"
	useUnnamed  = ""
)

var uses = []struct {
	id    string
	title text.Pair
}{
	{useLabour, text.ReturnsUseLabour},
	{useOther, text.ReturnsUseOther},
	{useAssets, text.ReturnsUseAssets},
	{useExternal, text.ReturnsUseExternal},
	{useWear, text.ReturnsUseWear},
	{useUnnamed, text.ReturnsUnstated},
}

func useOf(category string) string {
	switch category {
	case labour:
		return useLabour
	case commissioned:
		return useExternal
	case "折旧与长期待摊", "无形资产摊销":
		return useWear
	case "":
		return useUnnamed
	}
	return useOther
}

// parts lists sums in the order of a code list, leaving out "says nothing" where every line says something.
func parts(field string, order []string, sums map[string]int64) []Part {
	out := make([]Part, 0, len(order))
	for _, id := range order {
		if id == "" && sums[id] == 0 {
			continue
		}
		out = append(out, Part{id, codeTitle(field, id), known(sums[id])})
	}
	return out
}

// codeTitle gives the title of a code of the ledger.
func codeTitle(field, id string) text.Pair {
	if id == "" {
		return text.ReturnsUnstated
	}
	if f := form.ByID("spend"); f != nil {
		if at := f.Field(field); at != nil {
			for _, c := range at.Codes {
				if c.ID == id {
					return c.Title
				}
			}
		}
	}
	return text.Same(id)
}
