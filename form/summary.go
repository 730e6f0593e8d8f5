package form

import "yice/text"

// rdSummaryForm stands for a year without a ledger, typically the prior year.
var rdSummaryForm = Form{
	ID: "rd_summary", Title: pair("研发投入汇总", "R&D summary"), Scope: PerYear,
	Clauses: []string{"C01", "C06", "C16"},
	Help: pair("没有台账的年度（通常是上年）填总数；有台账的年度不必填，填了也以台账为准。",
		"Totals for a year without a ledger, usually the prior year; where a filing year has ledger lines, those govern."),
	Fields: []Field{
		{
			ID: "expensed", Title: pair("费用化研发支出", "Expensed R&D"), Kind: Money, Unit: Wan, Source: "C06",
			Help: pair("计入当期损益的研发支出合计，含政府资金部分。",
				"R&D charged to the year's profit, all sources."),
			Synonyms: []string{"费用化", "费用化支出", "费用化研发投入"},
		},
		{
			ID: "expensed_government", Title: pair("其中：费用化政府资金", "of it from government, expensed"), Kind: Money, Unit: Wan, Source: "C06",
			Help: pair("费用化支出中来自政府部门的资金；是上一项的一部分，不得大于它。",
				"The part of it paid by government; never more than the line above."),
			Synonyms: []string{"费用化政府资金", "其中政府资金（费用化）"},
		},
		{
			ID: "capitalised", Title: pair("资本化研发支出", "Capitalised R&D"), Kind: Money, Unit: Wan, Source: "C06",
			Help: pair("计入开发支出、形成无形资产的部分，含政府资金；不冲减当年利润。",
				"R&D carried as an asset, all sources; it did not reduce the year's profit."),
			Synonyms: []string{"资本化", "资本化支出", "资本化研发投入"},
		},
		{
			ID: "capitalised_government", Title: pair("其中：资本化政府资金", "of it from government, capitalised"), Kind: Money, Unit: Wan, Source: "C06",
			Help: pair("资本化支出中来自政府部门的资金；是上一项的一部分，不得大于它。",
				"The part of it paid by government; never more than the line above."),
			Synonyms: []string{"资本化政府资金", "其中政府资金（资本化）"},
		},
		{
			ID: "months", Title: pair("累计月数", "Months"), Kind: Int, Source: "C01",
			Help: pair("上面各项是 1 月起累计几个月的数，如上半年填 6；全年的空着或填 12。与本年截至同一个月的数才能比增长。",
				"How many months from January the sums above are of: 6 for half a year; empty or 12 for all of it. Growth compares the same months only."),
			Synonyms: []string{"月数", "累计月份"},
		},
	},
	Checks: []Check{
		{
			ID: "rd_summary.months", Severity: Must, Fields: []string{"months"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, ok := r.Get("months").Int()
				return found(ok && (n < 1 || n > 12), text.FormMonthsOfYear, r.amount("months"))
			},
		},
		partOf("rd_summary.expensed-part", "expensed_government", "expensed"),
		partOf("rd_summary.capitalised-part", "capitalised_government", "capitalised"),
	},
}
