package text

// The terms of a score sheet: one term, one name in each language, wherever it is shown. A test looks through this package
// for a second name of any of them.
var (
	TermIndicators     = Pair{"创新指标", "Indicators"}
	TermClauses        = Pair{"条款", "Clauses"}
	TermValue          = Pair{"实绩", "Actual"}
	TermTarget         = Pair{"目标", "Target"}
	TermWeight         = Pair{"权重", "Weight"}
	TermScore          = Pair{"得分", "Score"}
	TermConfirmed      = Pair{"已确认", "Confirmed"}
	TermPending        = Pair{"含待认定", "With pending"}
	TermUnfilled       = Pair{"未填", "Unfilled"}
	TermStatus         = Pair{"状态", "Status"}
	TermGap            = Pair{"还差", "Still missing"}
	TermCap            = Pair{"上限", "Cap"}
	TermNoFigure       = Pair{"缺数据", "no data"}
	TermInnovation     = Pair{"创新指标分", "Innovation score"}
	TermBonus          = Pair{"加分", "Bonus"}
	TermDeductions     = Pair{"扣分", "Points off"}
	TermDeductionTotal = Pair{"扣分合计", "Points off in all"}
	TermTracks         = Pair{"跟踪", "Followed"}
	TermLastYear       = Pair{"上年实绩", "Year before"}
	TermTrend          = Pair{"趋势", "Trend"}
	TermEvidence       = Pair{"佐证", "Records"}
	TermGrade          = Pair{"等级", "Grade"}
	TermBonusTotal     = Pair{"加分合计", "Bonus total"}
	TermProfit         = Pair{"考核利润（万元）", "Assessed profit (CNY 10k)"}
	TermBook           = Pair{"利润总额", "Book profit"}
	TermAssessed       = Pair{"考核利润", "Assessed profit"}
	TermProfitTarget   = Pair{"利润目标", "Profit target"}
	TermCompletion     = Pair{"利润完成率", "Profit completion"}
	TermPayroll        = Pair{"工资总额（万元）", "Payroll (CNY 10k)"}
	TermBase           = Pair{"工资总额基数", "Payroll base"}
	TermRewards        = Pair{"可奖励的获奖团队", "Teams that may be rewarded"}
	TermPriority       = Pair{"资源优先配置", "Resources first"}

	TermReached       = Pair{"达标", "on target"}
	TermShort         = Pair{"未达标", "short"}
	TermNotComparable = Pair{"不可比", "not comparable"}
	TermNotDefined    = Pair{"不可计算", "not defined"}

	// Sentences of an account.
	AccountContributes  = Pair{"计入年度考核 %[1]s 分（含待认定 %[2]s）", "%[1]s points in the annual result (%[2]s with pending)"}
	AccountPriorityYes  = Pair{"符合条件", "the condition is met"}
	AccountPriorityNo   = Pair{"不符合条件", "the condition is not met"}
	AccountGrade        = Pair{"%[1]s（%[2]s 分）", "%[1]s (%[2]s points)"}
	AccountGradePending = Pair{"；认定后为 %s", "; %s once recognised"}
	TrendUp             = Pair{"升", "up"}
	TrendDown           = Pair{"降", "down"}
	TrendSame           = Pair{"平", "level"}
	AccountReward       = Pair{"%[2]s %[1]s", "%[1]s (%[2]s)"}
	AccountPending      = Pair{"%s（待认定）", "%s (pending)"}
)
