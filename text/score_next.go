package text

// What could be done next, and what it would bring.
var (
	ScoreMoved        = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	ScoreMovedPending = Pair{"%[1]s 含待认定 %[2]s", "%[1]s with pending %[2]s"}
	ScoreCame         = Pair{"%[1]s 可以计算了：%[2]s", "%[1]s can be computed now: %[2]s"}
	ScoreGone         = Pair{"%[1]s 不能计算了", "%[1]s can no longer be computed"}
	ScoreNextMeets    = Pair{"符合了条件“%s”", "meets the condition “%s”"}
	ScoreNextBreaks   = Pair{"不再符合条件“%s”", "breaks the condition “%s”"}
	ScoreToFull       = Pair{"，得满分", ", full marks"}
	ScoreToRung       = Pair{"，到 %[1]s 档", ", on the rung of %[1]s"}

	ScoreNextSpend  = Pair{"再投入研发 %[1]s 万元", "spend CNY %[1]s ten thousand more on R&D"}
	ScoreNextIncome = Pair{"成果转化再增收 %[1]s 万元", "earn CNY %[1]s ten thousand more from conversion of results"}
	ScoreNextMoney  = Pair{"%[1]s再增加 %[2]s 万元", "CNY %[2]s ten thousand more of %[1]s"}
	ScoreNextFigure = Pair{"%[1]s再增加 %[2]s", "%[2]s more of %[1]s"}
	// %[1]s what, then words for its kind, and how many.
	ScoreNextOne          = Pair{"新增%[1]s %[3]s %[2]s", "%[3]s more: %[1]s"}
	ScoreNextPatent       = Pair{"再授权%[1]s %[2]s 件", "%[2]s more %[1]s granted"}
	ScoreNextLevel        = Pair{"申报%[2]s%[1]s %[3]s 项，获批后", "apply for %[3]s more at %[2]s level: %[1]s; once granted"}
	ScoreNextCategory     = Pair{"新增%[1]s %[3]s 项（%[2]s）", "%[3]s more: %[1]s (%[2]s)"}
	ScoreNextRecognise    = Pair{"取得认定：%[1]s「%[2]s」", "have recognised: %[1]s '%[2]s'"}
	ScoreNextRecogniseAll = Pair{"待认定的 %[1]d 项全部取得认定", "have all %[1]d pending rows recognised"}
	ScoreNextDocument     = Pair{"补齐认定文号和日期：%[1]s「%[2]s」", "fill in document number and date of the recognition: %[1]s '%[2]s'"}
	ScoreNextAnswerOne    = Pair{"如实填报「%[1]s」：已落实的填「是」", "answer '%[1]s': yes when done"}
	// %[1]s line, %[2]d items.
	ScoreNextAnswer = Pair{"如实填报「%[1]s」未填的 %[2]d 项：已落实的填「是」", "answer the %[2]d open items of '%[1]s': yes where done"}
	// %[1]d items, %[2]s points with their sign.
	ScoreNextYes     = Pair{"其中 %[1]d 项为「是」：最多 %[2]s 分", "yes to %[1]d: up to %[2]s points"}
	ScoreNextOpen    = Pair{"未填：%[1]s", "open: %[1]s"}
	ScoreNextDo      = Pair{"完成「%[1]s」", "complete '%[1]s'"}
	ScoreNextDoMany  = Pair{"完成「%[1]s」等 %[2]d 项", "complete '%[1]s' and others, %[2]d in all"}
	ScoreNextMissing = Pair{"补填%[1]s（%[2]s）", "fill in %[1]s (%[2]s)"}
	ScoreNextUpTo    = Pair{"%[1]s 最多 %[2]s 分", "%[1]s: up to %[2]s points"}
	ScoreNextNeeded  = Pair{"%[1]s 需要它", "%[1]s needs it"}

	ScoreNextInTime  = Pair{"还来得及", "there is still time"}
	ScoreNextTooLate = Pair{"来不及，为下一年", "too late for this year, for the next one"}
	// %[1]s gross, %[2]s net, 万元.
	ScoreNextNet = Pair{"考核利润 %[1]s 万元；多列支的研发费用会同样减少账面利润，扣除后净 %[2]s 万元", "assessed profit CNY %[1]s ten thousand; the R&D expensed lowers the book profit as well: CNY %[2]s ten thousand net"}
	// %[1]s 万元.
	ScoreNextAPoint = Pair{"每得 1 分约 %[1]s 万元", "about CNY %[1]s ten thousand a point"}
	// %[1]s the step with another amount, %[2]s points, %[3]s bonus, %[4]s 万元 net.
	ScoreNextRung = Pair{"%[1]s：创新指标分 %[2]s，加分 %[3]s，考核利润净 %[4]s 万元", "%[1]s: innovation score %[2]s, bonus %[3]s, assessed profit net CNY %[4]s ten thousand"}

	ScoreProjected     = Pair{"推算全年 %[1]s 万元（截至 %[2]d 月，%[3]s）", "CNY %[1]s ten thousand projected for the year (as of month %[2]d, %[3]s)"}
	ScoreProjectLinear = Pair{"按月数平均推算", "by months"}
	// %[1]s %[2]s least and most, 万元.
	ScoreProjectProfile = Pair{"按上年各月进度推算；两种算法在 %[1]s 到 %[2]s 之间", "by last year's months; the methods give %[1]s to %[2]s"}
	// %[1]d month; what is spent at the pace so far by December; what full marks take beyond it.
	ScoreNextYearEnough = Pair{"这是截至 %[1]d 月的数；照目前进度到年底还要再投入 %[2]s 万元，全年即得满分", "this is to the end of month %[1]d; at the pace so far another CNY %[2]s ten thousand by December earns full marks of the year"}
	ScoreNextYearNeeds  = Pair{"这是截至 %[1]d 月的数；全年要得满分，照目前进度再投入的 %[2]s 万元之外，还差 %[3]s 万元（推算）", "this is to the end of month %[1]d; full marks of the year take CNY %[3]s ten thousand beyond the %[2]s spent at the pace so far (projected)"}
	ScoreNextSameMonths = Pair{"补填上年 1–%[1]d 月的同期研发投入（%[2]s）", "fill in last year's R&D of January to month %[1]d (%[2]s)"}
	// %[1]s the whole, %[2]d month, %[3]s spent, %[4]s percent, %[5]s percent due, %[6]s on pace or behind.
	ScoreSpentBudget = Pair{"研发预算 %[1]s 万元，截至 %[2]d 月执行 %[3]s 万元，%[4]s%%；按月均匀应到 %[5]s%%，%[6]s", "Of the R&D budget of CNY %[1]s ten thousand, CNY %[3]s ten thousand is spent to the end of month %[2]d, %[4]s%%; an even pace is %[5]s%%: %[6]s"}
	ScoreSpentBefore = Pair{"没有研发预算，按上年进度：上年全年 %[1]s 万元，截至 %[2]d 月本年 %[3]s 万元，为上年全年的 %[4]s%%；上年同期到 %[5]s%%，%[6]s", "No R&D budget, so by last year's: CNY %[1]s ten thousand in all, this year to the end of month %[2]d %[3]s, %[4]s%% of it; last year stood at %[5]s%% by then: %[6]s"}
	ScoreSpentOver   = Pair{"超出预算 %s 万元", "over the budget by CNY %s ten thousand"}
	ScorePaceOnTrack = Pair{"进度符合", "on pace"}
	ScorePaceBehind  = Pair{"落后于进度", "behind the pace"}
)

// What the engine notices across forms.
var (
	ScoreFindType     = Pair{"企业概况的类型是%[1]s，政策包里本企业是%[2]s；权重按企业概况计，请与国资委核对后改正", "the card says type %[1]s, the policy pack says %[2]s; weights follow the card. Check with the regulator and correct it"}
	ScoreFindNoType   = Pair{"政策包没有类型「%[1]s」，各项指标都没有权重，不计分；请改正企业概况的类型", "the pack has no type '%[1]s', so no line has a weight and nothing is scored; correct the type on the card"}
	ScoreFindNoDate   = Pair{"%[1]s「%[2]s」未填%[3]s，不归属任何年度，在「%[4]s」里不计；请补填", "%[1]s '%[2]s' has no %[3]s, belongs to no year and does not count in %[4]s; fill it in"}
	ScoreFindShare    = Pair{"%[1]s 在各项目的工时比例合计 %[2]s，超过 100%%；工资单列按 100%% 计，请改正", "the shares of %[1]s on all projects sum to %[2]s, above 100%%; pay listed apart counts 100%%. Correct them"}
	ScoreFindPay      = Pair{"%[1]s 的全年工资在各行不一致（%[2]s 元与 %[3]s 元），单列按较大的计；请改成同一数", "the pay of %[1]s differs between rows (CNY %[2]s and CNY %[3]s); the larger counts. Make them equal"}
	ScoreFindItem     = Pair{"检查项「%[1]s」不在政策包里，不计分；请核对名称", "the pack does not ask for the item '%[1]s', so it does not count; check its name"}
	ScoreFindConflict = Pair{"检查项「%[1]s」有几行，答案不一致，按未填计；请只留一行", "the item '%[1]s' has several rows with different answers and counts as unanswered; keep one"}
	ScoreFindLate     = Pair{"「%[1]s」于 %[2]s 完成，晚于期限 %[3]s，不计；如日期有误请改正", "'%[1]s' was done on %[2]s, after its due date %[3]s, and does not count; correct the date if it is wrong"}
	ScoreFindProject  = Pair{"团队成员 %[1]s 所在的项目 %[2]s 不在科技项目表里，其工资不能单列；请补登项目或改正编号", "the project %[2]s of team member %[1]s is not in the register, so the pay cannot be listed apart; add the project or correct its code"}
	// %[1]s form, %[2]s row, %[3]s city.
	ScoreFindCity = Pair{"%[1]s「%[2]s」是市级，认定部门没有写明是%[3]s的，按待认定计；请写全称", "%[1]s '%[2]s' is city level and its authority does not say it is of %[3]s; it counts as pending. Write its full name"}
	// %[1]s body or document, %[2]s its level, %[3]s the level claimed.
	ScoreFindAuthority = Pair{"「%[1]s」是%[2]s部门，这里填的是%[3]s；请核对级别和部门（部门表仅供参考）", "'%[1]s' is a body of %[2]s level and the row says %[3]s; check level and body (the table of bodies is a reference)"}
	ScoreFindDocument  = Pair{"文号「%[1]s」看来是%[2]s文件，这里填的是%[3]s；请核对（文号表仅供参考）", "document '%[1]s' looks to be of %[2]s level and the row says %[3]s; check it (the table of numbers is a reference)"}
	ScoreFindAward     = Pair{"「%[1]s」从名称看不是科学技术奖；政策只认科学技术奖项，写明「科学技术奖」是或否之前按待认定计", "'%[1]s' does not sound like a science award, and only those earn points; it counts as pending until 'Science award' says yes or no"}
	// %[1]s item, %[2]s what is not there.
	ScoreFindAnswer  = Pair{"「%[1]s」答「是」，但%[2]s；请补填或改正答案", "'%[1]s' is answered yes, and %[2]s; fill that in or correct the answer"}
	ScoreNeedsLead   = Pair{"企业概况没有填分管科技创新领导", "the card names no executive for innovation"}
	ScoreNeedsBudget = Pair{"年度指标没有研发预算", "the annual figures have no R&D budget"}
	ScoreNeedsPlan   = Pair{"年度指标没有投资计划研发项目金额", "the annual figures have no R&D in the investment plan"}
	ScoreNeedsTalent = Pair{"创新人才表里没有人", "nobody is in the register of talent"}
	ScoreNeedsLedger = Pair{"研发投入台账是空的", "the R&D ledger is empty"}
	// %[1]s %[2]s 万元.
	ScoreFindFundUnspent = Pair{"本年到账科技专项资金 %s 万元，台账里却没有一行资金来源是政府部门；请核对来源，还没用的请说明（没标出的会当作自有资金加回）", "CNY %s ten thousand of special funds were received in the year and no line of the ledger says it is government money; check the sources, or say that it is not spent yet (what is not marked is added back as own money)"}
	ScoreFindFund        = Pair{"台账里政府部门资金支出 %[1]s 万元，多于本年到账的科技资金 %[2]s 万元；上年结转的请说明", "the ledger spends CNY %[1]s ten thousand of government money, more than the CNY %[2]s ten thousand of funds received in the year; say so if it was carried over"}
	ScoreFindApart       = Pair{"已单列的绩效工资 %[1]s 万元，多于团队成员按工时算出的单列工资 %[2]s 万元；请核对", "performance pay listed apart is CNY %[1]s ten thousand, more than the CNY %[2]s ten thousand that the teams come to; check it"}
	ScoreFindNoDoc       = Pair{"%[1]s「%[2]s」已认定但缺文号或日期，按待认定计；请补齐", "%[1]s '%[2]s' is recognised without document number or date and counts as pending; fill them in"}
)

// What what-if moves.
var (
	ScoreLeverRD        = Pair{"研发投入", "R&D spending"}
	ScoreLeverNot       = Pair{"没有这么细的数；例如 %s", "It is not counted that finely; such as %s"}
	ScoreLeverLevel     = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	ScoreLeverAnswers   = Pair{"%[1]s：没做到的做到", "%[1]s: open items done"}
	ScoreLeverDecisions = Pair{"待认定 %[1]d 项", "%[1]d pending rows"}
)
