package text

// The charts of what the year's money went to.
var (
	TuiPlaceSpending = Pair{"支出构成", "Spending"}
	TuiForSpending   = Pair{
		"全年研发投入花在哪里：按月、类别、来源、活动、支出类型、项目、平台各看一遍，与上年和预算相比；按 M 换成表，分季度、分月看每一部分；Enter 打开台账里的那一部分。",
		"Where the year's R&D money went: by month, category, source, activity, treatment, project and platform, beside the year before and the budget; M shows each part by quarter and month; Enter opens that part of the ledger.",
	}
	TuiSpending      = Pair{"支出构成", "Spending"}
	TuiGoSpending    = Pair{"支出构成：钱花在哪里，按月、类别、来源、项目看图", "Spending: charts of where the money went, by month, category, source, project"}
	TuiGoSpendingBy  = Pair{"支出构成：按光标所在的列看图", "Spending: charts, by the column under the cursor"}
	TuiFootSpending  = Pair{"支出构成", "Spending"}
	TuiSpendSide     = Pair{"换一种分法", "Next side"}
	TuiFootSpendSide = Pair{"换分法", "Side"}
	TuiSpendPick     = Pair{"第几种分法", "A side by its number"}
	TuiSpendMove     = Pair{"移到另一条、另一格", "Move to another bar or cell"}
	TuiSpendOpen     = Pair{"打开台账，只看这一部分", "Open this part of the ledger"}
	TuiFootSpendOpen = Pair{"看明细", "Lines"}

	TuiSpendTable     = Pair{"换成表：各部分分季度、分月的数；再按换回图", "Figures by quarter and month in place of the charts, and back"}
	TuiFootSpendTable = Pair{"图 ↔ 表", "Chart ↔ table"}

	TuiSpendMonth     = Pair{"月份", "Month"}
	TuiSpendCategory  = Pair{"类别", "Category"}
	TuiSpendSource    = Pair{"来源", "Source"}
	TuiSpendActivity  = Pair{"活动", "Activity"}
	TuiSpendTreatment = Pair{"支出类型", "Treatment"}
	TuiSpendProject   = Pair{"项目", "Project"}
	TuiSpendPlatform  = Pair{"平台", "Platform"}

	TuiSpendNone      = Pair{"台账还没有行。F7 导入，或按 F12 回总览打开台账记上，这里就有图。", "The ledger has no lines yet: F7 imports some, or F12 leads to the ledger."}
	TuiSpendQuarters  = Pair{"季度", "Quarter"}
	TuiSpendQuarter   = Pair{"%d 季度", "Q%d"}
	TuiSpendAmount    = Pair{"万元", "CNY 10k"}
	TuiSpendShare     = Pair{"占比", "Share"}
	TuiSpendBefore    = Pair{"上年", "Year before"}
	TuiSpendChange    = Pair{"增减", "Change"}
	TuiSpendTotal     = Pair{"合计", "Total"}
	TuiSpendNew       = Pair{"新增", "new"}
	TuiSpendTenfold   = Pair{"10 倍以上", "over 10x"}
	TuiSpendBeside    = Pair{"比上年", "YoY"}
	TuiSpendYear      = Pair{"全年", "Year"}
	TuiSpendThrough   = Pair{"至 %d 月", "To month %d"}
	TuiSpendAfter     = Pair{"其后", "after it"}
	TuiSpendLines     = Pair{"%s 笔", "%s lines"}
	TuiSpendBudget    = Pair{"预算", "Budget"}
	TuiSpendUsed      = Pair{"执行", "used"}
	TuiSpendOver      = Pair{"超出 %s", "over by %s"}
	TuiSpendNoBudget  = Pair{"年度指标没有填研发预算", "no R&D budget among the annual figures"}
	TuiSpendBySummary = Pair{"上年只有汇总数，没有台账：分月、分类别等无从比较。", "Only a summary is known of the year before: most parts cannot be compared."}
	TuiSpendDiffers   = Pair{"上年台账合计 %s，上年汇总数 %s，两者不一致：增减以汇总数为准，各条用台账。", "Of the year before the ledger comes to %s, the summary to %s: the year goes by the summary, its parts by the ledger."}
	TuiSpendMark      = Pair{"上年到这里", "the year before"}
	TuiSpendByMonth   = Pair{"每月（万元）", "By month (CNY 10k)"}
	TuiSpendPaired    = Pair{"左：上年  右：本年", "left: year before  right: this year"}
	TuiSpendRunning   = Pair{"累计（万元）", "Running total (CNY 10k)"}
	TuiSpendLine      = Pair{"%s 预算 %s", "%s budget %s"}
	TuiSpendThis      = Pair{"本月", "month"}
	TuiSpendUpTo      = Pair{"累计", "so far"}
	TuiSpendOfBudget  = Pair{"占预算", "of the budget"}
	TuiSpendAndMore   = Pair{"%s 等 %d 项", "%s and others, %d"}
)
