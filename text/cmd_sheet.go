package text

// The score sheet as the command line prints it. Amounts are in 万元.
var (
	CmdSheetTitle     = Pair{"科技创新考核打分表", "Innovation assessment: score sheet"}
	CmdSheetYear      = Pair{"%d 年度", "year %d"}
	CmdSheetPack      = Pair{"政策包", "pack"}
	CmdSheetOfficial  = Pair{"正式（已签发）", "official (issued)"}
	CmdSheetSimulated = Pair{"模拟（政策包为草案，未签发）", "simulation (the pack is a draft, not issued)"}
	CmdSheetUnlisted  = Pair{"政策包没有列出这家企业：按%s的默认规则打分", "The pack does not name this enterprise: scored with the defaults of its type, %s"}

	CmdWhatIfNet    = Pair{"考核利润（扣除多列支的研发费用）", "Assessed profit (less the R&D expensed)"}
	CmdSheetPending = Pair{"含待认定", "with pending"}

	CmdSheetBonus = Pair{"加分", "Bonus"}

	CmdSheetAssessed = Pair{"考核利润", "Assessed profit"}

	CmdSheetAlternatives = Pair{"研发加回口径对照（万元）", "The add-back under every reading (CNY 10k)"}
	CmdSheetChosen       = Pair{"采用", "chosen"}
	CmdReadingA          = Pair{"基数加增量", "base plus increment"}
	CmdReadingB          = Pair{"全额另加增量", "all plus a further increment"}
	CmdReadingExpensed   = Pair{"费用化", "expensed"}
	CmdReadingTotal      = Pair{"费用化与资本化", "expensed and capitalised"}
	CmdReadingExclude    = Pair{"扣财政资金", "grants excluded"}
	CmdReadingInclude    = Pair{"不扣财政资金", "grants included"}
	CmdReadingJoin       = Pair{"%s，%s", "%s, %s"}

	CmdSheetMissing = Pair{"缺少的数据 %d 项", "Missing data: %d"}
	CmdSheetOutlook = Pair{"执行与推算", "Budget and the year's end"}
	// %[1]s points of innovation, %[2]s assessed profit.
	CmdSheetYearEnd = Pair{"照此到年底：创新指标分 %[1]s，考核利润 %[2]s 万元（是推算，不是结果）", "By December at this pace: innovation score %[1]s, assessed profit CNY %[2]s ten thousand (extrapolated, not a result)"}
	CmdSheetOpen    = Pair{"%[1]s %[2]d 项：%[3]s", "%[1]s: %[2]d. %[3]s"}
	CmdSheetLine    = Pair{"第 %s 行", "line %s"}

	CmdExplainUsed     = Pair{"计入的记录 %d 条", "Records used: %d"}
	CmdExplainRejected = Pair{"未计入的记录 %d 条", "Records not used: %d"}
)
