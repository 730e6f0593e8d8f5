package text

// The score sheet as the command line prints it. Amounts are in 万元.
var (
	CmdSheetTitle     = Pair{"科技创新考核打分表", "Innovation assessment: score sheet"}
	CmdSheetYear      = Pair{"%d 年度", "year %d"}
	CmdSheetPack      = Pair{"政策包", "pack"}
	CmdSheetOfficial  = Pair{"正式（已签发）", "official (issued)"}
	CmdSheetSimulated = Pair{"模拟（政策包为草案，未签发）", "simulation (the pack is a draft, not issued)"}
	CmdSheetUnlisted  = Pair{"政策包没有列出这家企业：按%s的默认规则打分", "The pack does not name this enterprise: scored with the defaults of its type, %s"}

	CmdSheetIndicators   = Pair{"创新指标", "Indicators"}
	CmdSheetValue        = Pair{"实绩", "value"}
	CmdSheetTarget       = Pair{"目标", "target"}
	CmdSheetScore        = Pair{"得分", "score"}
	CmdSheetWeight       = Pair{"权重", "weight"}
	CmdWhatIfNet         = Pair{"考核利润（扣除多列支的研发费用）", "Assessed profit (less the R&D expensed)"}
	CmdSheetUnfilled     = Pair{"未填", "unfilled"}
	CmdSheetPending      = Pair{"含待认定", "with pending"}
	CmdSheetStatus       = Pair{"状态", "status"}
	CmdSheetGap          = Pair{"还差", "missing"}
	CmdSheetInnovation   = Pair{"创新指标得分", "Innovation score"}
	CmdSheetContribution = Pair{"计入年度经营业绩考核 %s 分（含待认定 %s）", "Counts %s points in the annual assessment (%s with pending)"}

	CmdSheetBonus = Pair{"加分", "Bonus"}
	CmdSheetTotal = Pair{"加分合计", "Bonus total"}
	CmdSheetCap   = Pair{"上限", "cap"}

	CmdSheetProfit       = Pair{"利润口径（万元）", "Profit (CNY 10k)"}
	CmdSheetConfirmed    = Pair{"已确认", "confirmed"}
	CmdSheetBook         = Pair{"利润总额", "Book profit"}
	CmdSheetAssessed     = Pair{"考核利润", "Assessed profit"}
	CmdSheetProfitTarget = Pair{"目标利润", "Profit target"}
	CmdSheetCompletion   = Pair{"完成率", "Completion"}
	CmdSheetNoFigure     = Pair{"缺数据", "no data"}

	CmdSheetAlternatives = Pair{"研发加回口径对照（万元）", "The add-back under every reading (CNY 10k)"}
	CmdSheetChosen       = Pair{"采用", "chosen"}
	CmdReadingA          = Pair{"基数加增量", "base plus increment"}
	CmdReadingB          = Pair{"全额另加增量", "all plus a further increment"}
	CmdReadingExpensed   = Pair{"费用化", "expensed"}
	CmdReadingTotal      = Pair{"费用化与资本化", "expensed and capitalised"}
	CmdReadingExclude    = Pair{"扣财政资金", "grants excluded"}
	CmdReadingInclude    = Pair{"不扣财政资金", "grants included"}
	CmdReadingJoin       = Pair{"%s，%s", "%s, %s"}

	CmdSheetPayroll = Pair{"工资总额（万元）", "Payroll (CNY 10k)"}
	CmdSheetBase    = Pair{"工资总额基数", "Payroll base"}

	CmdSheetRewards     = Pair{"可奖励的获奖团队", "Teams that may be rewarded"}
	CmdSheetIsPending   = Pair{"待认定", "pending"}
	CmdSheetPriority    = Pair{"资源优先配置", "Resources first"}
	CmdSheetPriorityYes = Pair{"符合条件", "the condition is met"}
	CmdSheetPriorityNo  = Pair{"不符合条件", "the condition is not met"}
	CmdSheetMissing     = Pair{"缺少的数据 %d 项", "Missing data: %d"}
	CmdSheetAssumed     = Pair{"假设的数字 %d 项：文件没有给出，由政策包设定，待国资委确认", "Assumed numbers: %d. The document does not give them; the pack sets them, to be confirmed by the regulator"}
	CmdSheetLine        = Pair{"第 %s 行", "line %s"}

	CmdStatusReached       = Pair{"达标", "reached"}
	CmdStatusShort         = Pair{"未达标", "short"}
	CmdStatusNotComparable = Pair{"不可比", "not comparable"}
	CmdStatusNoData        = Pair{"缺数据", "no data"}
	CmdStatusNotDefined    = Pair{"不可计算", "not defined"}

	CmdExplainUsed     = Pair{"计入的记录 %d 条", "Records used: %d"}
	CmdExplainRejected = Pair{"未计入的记录 %d 条", "Records not used: %d"}
)
