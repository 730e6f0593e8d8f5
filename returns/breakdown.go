package returns

import (
	"yice/form"
	"yice/text"
)

// Use follows the R&D accounts: internal day-to-day spending, spending on assets, and external spending. Depreciation and
// amortisation stand apart: there the purchase counts, not its wear.

// sources are the ledger's sources of funds in the order of the returns; the last, "", is what says nothing.
var sources = []string{"企业自筹", government, "银行贷款", "风险投资", "其他渠道", ""}

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
