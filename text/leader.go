package text

// The leader's page.
var (
	TuiLeader      = Pair{"领导页", "Leader's page"}
	TuiGoLeader    = Pair{"领导页：一页 A4，得分、利润、待认定、先做哪三件", "Leader's page: one A4 with score, profit, what hangs on recognition, the first three steps"}
	TuiPlaceLeader = Pair{"领导页", "Leader's page"}
	TuiForLeader   = Pair{"给单位负责人看的一页：今年到哪里、和上年比、对考核利润的净影响、待认定的有多少、先做哪三件。P 存成一页 A4，可以打印。", "One page for the head of the enterprise: where the year stands beside the last, its net effect on the profit that counts, what hangs on recognition, the first three steps. P writes it as one A4 to print."}
	TuiLeaderPaper = Pair{"存成一页 A4（.html，可打印）", "Write it as one A4 (.html, to print)"}
	TuiLeaderSay   = Pair{"文件的完整路径，以 .html 结尾；用浏览器打开即可打印。", "The full path, ending in .html; a browser opens and prints it."}
	TuiLeaderDone  = Pair{"领导页已存成 %s", "The leader's page is %s"}
	TuiFootA4      = Pair{"存成 A4", "As A4"}
	TuiFootLeader  = Pair{"领导页", "Leader"}

	LeaderTitle          = Pair{"%s %d 年度科技创新情况", "%s: innovation in %d"}
	LeaderTitleTo        = Pair{"%s %d 年度科技创新情况（截至 %d 月）", "%s: innovation in %d, to the end of month %d"}
	LeaderUnit           = Pair{"统一社会信用代码 %s    %s    金额单位：万元", "USCC %s    %s    amounts in CNY 10k"}
	LeaderScore          = Pair{"得分", "Score"}
	LeaderInnovation     = Pair{"创新指标得分", "Innovation score"}
	LeaderUnfilled       = Pair{"未填，得分还不知道", "Unfilled, so not known"}
	LeaderUnfilledNote   = Pair{"填了才算", "counts once it is filled in"}
	LeaderBonus          = Pair{"加分", "Bonus"}
	LeaderBefore         = Pair{"%d 年 %s（%s）", "%d: %s (%s)"}
	LeaderGaps           = Pair{"差得最多的", "The largest gaps"}
	LeaderOf             = Pair{"%s / %s", "%s of %s"}
	LeaderValue          = Pair{"实绩 %s，目标 %s", "%s of a target of %s"}
	LeaderNoData         = Pair{"缺数据", "no data"}
	LeaderProfit         = Pair{"对考核利润（万元）", "The profit that counts (CNY 10k)"}
	LeaderBook           = Pair{"账面利润", "Book profit"}
	LeaderBack           = Pair{"加回和视同利润", "Added back and deemed"}
	LeaderBackNote       = Pair{"因科技创新多计的", "counted more for innovation"}
	LeaderAssessed       = Pair{"考核利润", "Assessed profit"}
	LeaderCompletion     = Pair{"完成率 %s%%", "%s%% of the target"}
	LeaderNet            = Pair{"净影响", "Net effect"}
	LeaderNetNote        = Pair{"减去已费用化 %s", "less %s expensed"}
	LeaderPending        = Pair{"待认定", "Pending recognition"}
	LeaderNothingPending = Pair{"没有待认定的", "Nothing is waiting for recognition"}
	LeaderSteps          = Pair{"先做这几件", "What to do first"}
	LeaderNoSteps        = Pair{"暂时没有可做的", "Nothing to do for now"}
	LeaderUpTo           = Pair{"最多 +%s 分", "up to +%s points"}
	LeaderGain           = Pair{"+%s 分", "+%s points"}
	LeaderGainBonus      = Pair{"+%s 加分", "+%s bonus"}
	LeaderGainProfit     = Pair{"+%s 万元", "+CNY %s ten thousand"}
	LeaderCost           = Pair{"要投入 %s 万元", "takes CNY %s ten thousand"}
	LeaderSimulated      = Pair{"政策包还是草案，以上是模拟结果。", "The pack is a draft: this is a simulation."}
)
