package text

// Sentences of the score sheet's explanations. Figures come in as text, already rounded and grouped; money is in 万元
// (ten thousand yuan, "wan" in English) unless the sentence says 元.

// Labels of the paragraphs.
var (
	ScoreLabelClause    = Pair{"依据", "Basis"}
	ScoreLabelRule      = Pair{"口径", "Reading"}
	ScoreLabelTarget    = Pair{"目标", "Target"}
	ScoreLabelCap       = Pair{"上限", "Cap"}
	ScoreLabelParameter = Pair{"参数", "Parameters"}
	ScoreLabelFigures   = Pair{"数据", "Figures"}
	ScoreLabelFormula   = Pair{"算式", "Formula"}
	ScoreLabelPending   = Pair{"含待认定", "With pending"}
	ScoreLabelUnfilled  = Pair{"未填", "Unfilled"}
	ScoreLabelGap       = Pair{"差", "Missing"}
	ScoreLabelNext      = Pair{"每增", "One more"}
	ScoreLabelNoData    = Pair{"缺数据", "No data"}
	ScoreLabelChoices   = Pair{"口径对照", "Readings compared"}
	ScoreLabelPeople    = Pair{"人员", "People"}
	ScoreLabelNote      = Pair{"说明", "Note"}
)

// Titles of the lines and totals the pack does not name.
var (
	ScoreAddback      = Pair{"研发投入加回", "R&D added back"}
	ScoreSeparate     = Pair{"创新团队工资单列", "Team pay listed apart"}
	ScoreTilt         = Pair{"绩效工资倾斜", "Performance-pay tilt"}
	ScoreInnovation   = Pair{"创新指标分", "Innovation score"}
	ScoreContribution = Pair{"计入年度考核", "Part of the annual result"}
	ScoreBonus        = Pair{"加分", "Bonus"}
	ScoreAssessed     = Pair{"考核利润", "Assessed profit"}
	ScoreCompletion   = Pair{"利润完成率", "Profit completion"}
	ScoreBase         = Pair{"工资总额基数", "Payroll base"}
)

// Explanations of the totals.
var (
	ScoreBook          = Pair{"利润总额", "book profit"}
	ScorePriority      = Pair{"资源优先配置", "Resources first"}
	ScoreFirst         = Pair{"符合条件", "the conditions are met"}
	ScoreNotFirst      = Pair{"不符合条件", "the conditions are not met"}
	ScoreHolds         = Pair{"满足", "met"}
	ScoreFails         = Pair{"不满足", "not met"}
	ScoreEnough        = Pair{"创新指标分 %[1]s，要求不低于 %[2]s：%[3]s", "innovation score %[1]s, at least %[2]s asked: %[3]s"}
	ScoreGrew          = Pair{"研发投入 %[1]s 万元，要求高于上年的 %[2]s 万元：%[3]s", "R&D CNY %[1]s ten thousand, more than the CNY %[2]s ten thousand of the year before asked: %[3]s"}
	ScoreNoGrowthKnown = Pair{"要求研发投入高于上年，但没有上年数：%[1]s", "R&D above the year before is asked, and there is no figure for it: %[1]s"}
	ScoreNoTarget      = Pair{"政策包没有给本企业设利润目标，不计算完成率", "the pack sets no profit target for this enterprise, so there is no completion"}
	ScoreBadTarget     = Pair{"利润目标 %[1]s 不大于零，不计算完成率", "the profit target of %[1]s is not above zero, so there is no completion"}
	ScoreGives         = Pair{"%[1]s = %[2]s", "%[1]s = %[2]s"}
	ScoreRoundsTo      = Pair{"%[1]s → %[2]s", "%[1]s → %[2]s"}
	ScoreTerm          = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	ScoreLess          = Pair{"工资总额 %[1]s − 单列 %[2]s", "payroll %[1]s − listed apart %[2]s"}
	ScoreQuotient      = Pair{"%[1]s ÷ %[2]s", "%[1]s ÷ %[2]s"}
	ScorePercentOf     = Pair{"%[1]s%%", "%[1]s%%"}
	ScoreParamMinScore = Pair{"最低分", "least score"}
)

// Units and figures.
var (
	ScoreUnitPoints  = Pair{"分", "points"}
	ScoreUnitWan     = Pair{"万元", "CNY 10k"}
	ScoreUnitPercent = Pair{"%", "%"}

	ScoreOf            = Pair{"%[1]s / %[2]s", "%[1]s / %[2]s"}
	ScorePoints        = Pair{"%[1]s 分", "%[1]s points"}
	ScoreMoney         = Pair{"%[1]s 万元", "CNY %[1]s ten thousand"}
	ScoreYuan          = Pair{"%[1]s 元", "CNY %[1]s"}
	ScoreItems         = Pair{"%[1]s 项", "%[1]s items"}
	ScoreCounted       = Pair{"%[1]s %[2]s", "%[1]s"}
	ScoreCounterItem   = Pair{"项", "items"}
	ScoreCounterPiece  = Pair{"件", "items"}
	ScoreCounterPerson = Pair{"人", "persons"}
	ScoreCounterUnit   = Pair{"个", "items"}
	ScoreNounPatent    = Pair{"%[1]s专利", "%[1]s patent"}
	ScoreNounOfType    = Pair{"%[1]s企业的%[2]s", "%[2]s of a %[1]s enterprise"}
	ScoreNoFigure      = Pair{"缺数据", "no data"}
	ScoreComma         = Pair{"；", "; "}
	ScoreEnum          = Pair{"、", ", "}
	ScoreTwo           = Pair{"%s %s", "%s %s"}
	ScoreColon         = Pair{"：", ": "}
	ScoreExact         = Pair{"= %[1]s", "= %[1]s"}
	ScoreAbout         = Pair{"≈ %[1]s", "≈ %[1]s"}
	ScoreResult        = Pair{"%[1]s %[2]s → %[3]s", "%[1]s %[2]s → %[3]s"}
	ScoreInput         = Pair{"%[1]s %[2]s（%[3]s）", "%[1]s %[2]s (%[3]s)"}
)

// Basis and parameters.
var (
	ScoreClause  = Pair{"%[1]s %[2]s  %[3]s", "%[1]s %[2]s  %[3]s"}
	ScoreChosen  = Pair{"文件未规定计分，由政策包选定", "the document attaches no points to this; the pack chose to"}
	ScoreParam   = Pair{"%[1]s %[2]s ← %[3]s", "%[1]s %[2]s ← %[3]s"}
	ScoreSet     = Pair{"%[1]s ← %[2]s", "%[1]s ← %[2]s"}
	ScoreDefault = Pair{"政策包默认", "the pack's default"}
	ScoreByType  = Pair{"按企业类型设定", "set for the type of enterprise"}
	ScoreByOwn   = Pair{"一企一策", "set for this enterprise"}
	ScoreReason  = Pair{"：%[1]s", ": %[1]s"}
	ScoreAtLine  = Pair{"，第 %[1]d 行", ", line %[1]d"}
	ScoreInstead = Pair{"；原为 %[1]s（%[2]s）", "; was %[1]s (%[2]s)"}

	ScoreParamWeight    = Pair{"权重", "weight"}
	ScoreParamTarget    = Pair{"目标", "target"}
	ScoreParamCap       = Pair{"得分上限", "largest share"}
	ScoreParamGroupCap  = Pair{"加分上限", "cap of the group"}
	ScoreParamTiltCap   = Pair{"倾斜上限", "cap of the tilt"}
	ScoreParamFloor     = Pair{"起点", "floor"}
	ScoreParamBase      = Pair{"起点得分", "share at the floor"}
	ScoreParamRungAt    = Pair{"第 %[1]s 档达到", "rung %[1]s from"}
	ScoreParamRungAbove = Pair{"第 %[1]s 档高于", "rung %[1]s above"}
	ScoreParamRungGive  = Pair{"第 %[1]s 档得分", "rung %[1]s gives"}
	ScoreParamPoints    = Pair{"%[1]s分值", "points, %[1]s"}
	ScoreParamGrade     = Pair{"%[1]s%[2]s分值", "points, %[1]s, %[2]s"}
	ScoreParamBaseRate  = Pair{"基数比例", "rate of the base"}
	ScoreParamIncrement = Pair{"增量比例", "rate of the increment"}
	ScoreParamOriginal  = Pair{"原创技术另加比例", "extra rate for original technology"}
	ScoreParamKeyRate   = Pair{"%[1]s重大项目比例", "rate for major projects, %[1]s"}
	ScoreParamRate      = Pair{"视同比例", "rate"}
	ScoreParamFixed     = Pair{"每项定额（万元）", "fixed sum each (CNY 10k)"}
	ScoreParamTiltRate  = Pair{"%[1]s倾斜比例", "tilt, %[1]s"}
)

// Readings of measures and scales in words.
var (
	ScoreRuleValue       = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	ScoreRuleEntered     = Pair{"由国资委按企业确定", "as the regulator sets it for the enterprise"}
	ScoreRuleTrack       = Pair{"文件没有给分值：只跟踪，不计分", "the document gives no points: followed, not scored"}
	ScoreRuleRatio       = Pair{"%[1]s ÷ %[2]s", "%[1]s ÷ %[2]s"}
	ScoreRuleGrowth      = Pair{"%[1]s ÷ %[2]s − 1；上年不大于零而本年大于零的，得最高档", "%[1]s ÷ %[2]s − 1; from nothing to something earns the top"}
	ScoreRuleGrowthZero  = Pair{"%[1]s ÷ %[2]s − 1；上年不大于零的，不得分", "%[1]s ÷ %[2]s − 1; growth from nothing earns nothing"}
	ScoreRuleCount       = Pair{"%[1]s，每行计 1", "%[1]s, one each"}
	ScoreRulePoints      = Pair{"%[1]s，按级别计分", "%[1]s, points by level"}
	ScoreRuleWhere       = Pair{"%[1]s为%[2]s", "%[1]s: %[2]s"}
	ScoreRuleFlag        = Pair{"限%[1]s", "flagged %[1]s"}
	ScoreRuleCategory    = Pair{"%[1]s企业的%[2]s只计%[3]s", "for a %[1]s enterprise %[2]s counts only as %[3]s"}
	ScoreRuleYear        = Pair{"按%[1]s归属 %[2]d 年", "belongs to %[2]d by %[1]s"}
	ScoreRuleActive      = Pair{"%[1]d 年在研：不晚于 12 月开始，不早于 1 月结束，当年失败的也算", "running in %[1]d: begun by December, ending in January or later, or failed within the year"}
	ScoreRuleFiling      = Pair{"计 %[1]d 年填报的各行", "rows filed for %[1]d"}
	ScoreRuleDedupe      = Pair{"%[1]s相同的只计一次；空白的各自计", "rows with the same %[1]s count once; a blank stands for itself"}
	ScoreRuleDedupeLevel = Pair{"%[1]s相同的只计一次，取最高级；空白的各自计", "rows with the same %[1]s count once, at the best level; a blank stands for itself"}
	ScoreRuleEvidence    = Pair{"已认定且有文号、日期的计入已确认，其余只要不是不予认定就计入含待认定", "confirmed when recognised with document and date; the rest, unless refused, counts with pending"}
	ScoreRuleAny         = Pair{"不要求认定", "recognition is not asked for"}
	ScoreRuleLevels      = Pair{"只计%[1]s", "only %[1]s"}
	ScoreRuleUpgrade     = Pair{"升级的平台只计与原级别的差额", "an upgraded platform counts the difference to the level it came from"}
	ScoreRuleUpFull      = Pair{"升级的平台按新级别全额计", "an upgraded platform counts in full"}
	ScoreRuleUpNone      = Pair{"升级的平台不计", "an upgraded platform does not count"}
	ScoreRuleCity        = Pair{"市级只计%[1]s认定的", "city level means recognised by %[1]s"}
	ScoreRuleRefused     = Pair{"答「否」的项数，共 %[1]d 项；没答的不扣分", "items answered no, of %[1]d; those without an answer take nothing off"}
	ScoreRuleChecklist   = Pair{"答「是」的项数，共 %[1]d 项；没填的不计分，记在未填里", "items answered yes, of %[1]d; those without an answer count nothing and stand as unfilled"}
	ScoreRuleToTarget    = Pair{"按完成目标的比例得分，最高 %[1]s", "scored by the part of the target that is reached, at most %[1]s"}
	ScoreRuleLadder      = Pair{"分档得分：%[1]s", "scored by rungs: %[1]s"}
	ScoreRungAbove       = Pair{"高于 %[1]s 得 %[2]s", "above %[1]s: %[2]s"}
	ScoreRungAt          = Pair{"达到 %[1]s 得 %[2]s", "from %[1]s: %[2]s"}
	ScoreRuleEfficacy    = Pair{"功效系数法：到 %[1]s 得 %[2]s，到 %[3]s 得满分，中间按直线，不到起点不得分", "efficacy coefficient: %[2]s at %[1]s, full marks at %[3]s, a straight line between, nothing below the floor"}
	ScoreRuleFraction    = Pair{"按完成的比例得分", "scored by the share that is done"}
)

// Formulas of indicators and bonus groups.
var (
	ScoreRatioOf     = Pair{"%[1]s ÷ %[2]s %[3]s %[4]s", "%[1]s ÷ %[2]s %[3]s %[4]s"}
	ScoreGrowthOf    = Pair{"%[1]s ÷ %[2]s − 1 %[3]s %[4]s", "%[1]s ÷ %[2]s − 1 %[3]s %[4]s"}
	ScoreFromNothing = Pair{"上年 %[1]s 万元，本年 %[2]s 万元：得最高档", "CNY %[1]s ten thousand the year before, CNY %[2]s ten thousand this year: the top"}
	ScoreTimes       = Pair{"%[1]s × %[2]s", "%[1]s × %[2]s"}
	ScoreToTarget    = Pair{"%[1]s × min(%[2]s, %[3]s ÷ %[4]s)", "%[1]s × min(%[2]s, %[3]s ÷ %[4]s)"}
	ScoreOnAt        = Pair{"%[1]s 达到 %[2]s 档：%[3]s × %[4]s", "%[1]s stands on the rung of %[2]s: %[3]s × %[4]s"}
	ScoreOnAbove     = Pair{"%[1]s 高于 %[2]s 档：%[3]s × %[4]s", "%[1]s is above the rung of %[2]s: %[3]s × %[4]s"}
	ScoreBelow       = Pair{"%[1]s 未到最低一档：%[2]s × 0", "%[1]s is below the lowest point: %[2]s × 0"}
	ScoreNegative    = Pair{"%[2]s 为负，不得分：%[1]s × 0", "%[2]s is negative and earns nothing: %[1]s × 0"}
	ScoreEfficacy    = Pair{"%[1]s × min(%[2]s, %[3]s + %[4]s × (%[5]s − %[6]s) ÷ (%[7]s − %[6]s))", "%[1]s × min(%[2]s, %[3]s + %[4]s × (%[5]s − %[6]s) ÷ (%[7]s − %[6]s))"}
	ScoreShareOf     = Pair{"%[1]s × %[2]s ÷ %[3]d", "%[1]s × %[2]s ÷ %[3]d"}
	ScoreShare       = Pair{"%[1]s × min(100%%, %[2]s)", "%[1]s × min(100%%, %[2]s)"}
	ScoreCapped      = Pair{"min(%[1]s, %[2]s)", "min(%[1]s, %[2]s)"}
)

// What is missing, and what more would bring.
var (
	ScoreMissing    = Pair{"缺%[1]s（在「%[2]s」填报）；补齐前不计分，%[3]s 分记在未填里", "%[1]s is missing (keyed in %[2]s); until then the line counts nothing, and its %[3]s points stand as unfilled"}
	ScoreMissingWan = Pair{"缺%[1]s（在「%[2]s」填报），补齐后才能算出", "%[1]s is missing (keyed in %[2]s); the figure needs it"}
	ScoreUndefined  = Pair{"分母或目标不大于零，算不出来；不计分，%[1]s 分记在未填里。请核对数据和政策包", "a denominator or target is not above zero, so there is no result; the line counts nothing, and its %[1]s points stand as unfilled. Check the figures and the pack"}
	ScoreOpenItems  = Pair{"%[1]s 项还没填；都是「是」的话再得 %[2]s 分，填之前不计", "%[1]s items without an answer; %[2]s points more if each were yes, and nothing until they are answered"}
	// %[1]d month, %[2]s points.
	ScoreIncomparable = Pair{"上年没有 1–%[1]d 月的数，不可比；不计分，%[2]s 分记在未填里。上年台账记有日期，或在上年「研发投入汇总」填上同期累计数和累计月数，就能比", "the year before has no figure for January to month %[1]d, so the two are not comparable; the line counts nothing and its %[2]s points stand as unfilled. A dated ledger of that year, or its R&D summary with the months it covers, makes them so"}
	ScoreNoWeight     = Pair{"政策包没有给类型「%[1]s」设权重，本项不计分；请核对企业概况里的类型", "the pack sets no weight for type '%[1]s', so the line scores nothing; check the type on the enterprise's card"}
	ScoreGapFull      = Pair{"再%[1]s得满分，%[2]s", "%[1]s earns full marks, %[2]s"}
	ScoreGapRung      = Pair{"再%[1]s到 %[2]s 档，%[3]s", "%[1]s reaches the rung of %[2]s, %[3]s"}
	ScoreGapValue     = Pair{"距满分还差 %[1]s 个百分点", "%[1]s percentage points short of full marks"}
	ScoreEachMore     = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	ScoreGains        = Pair{"%[1]s 分", "%[1]s points"}
	ScoreFull         = Pair{"已得满分，不差", "full marks, nothing missing"}
	ScoreStuck        = Pair{"上年不大于零，政策包规定不得分", "nothing the year before, which earns nothing under the pack"}
	ScoreAtCap        = Pair{"合计 %[1]s 分，已到上限 %[2]s 分，再增不加", "%[1]s points in all, at the cap of %[2]s: more brings nothing"}
	ScoreRoom         = Pair{"距上限还有 %[1]s 分", "%[1]s points below the cap"}
	ScoreNoCap        = Pair{"本组不设上限", "the group has no cap"}
	ScoreMoreMoney    = Pair{"增加%[1]s %[2]s 万元", "CNY %[2]s ten thousand more of %[1]s"}
	ScoreMoreOf       = Pair{"增加%[1]s %[2]s", "%[2]s more of %[1]s"}
	ScoreMoreRows     = Pair{"增加%[2]s %[1]s %[3]s", "%[1]s more (%[2]s)"}
	ScoreMorePoints   = Pair{"增加 %[1]s 分", "%[1]s more points"}
	ScoreMoreItems    = Pair{"完成 %[1]s 项", "%[1]s more items"}
	ScoreLevelOne     = Pair{"%[1]s%[2]s 1 项", "one more at %[1]s level (%[2]s)"}
)

// Add-back, deemed profit, payroll.
var (
	ScoreReadingA        = Pair{"A：基数按基数比例，增量按增量比例", "A: the base at its rate, the increment at its own"}
	ScoreReadingB        = Pair{"B：全额按基数比例，增量再按增量比例加计", "B: all at the base rate, and the increment once more at its own"}
	ScoreBasisExpensed   = Pair{"只计费用化", "expensed only"}
	ScoreBasisTotal      = Pair{"费用化加资本化", "expensed and capitalised"}
	ScoreGovernmentOut   = Pair{"扣除政府部门资金", "without government money"}
	ScoreGovernmentIn    = Pair{"不扣政府部门资金", "with government money"}
	ScoreDecreaseZero    = Pair{"比上年减少时增量按零计", "after a fall the increment is zero"}
	ScoreDecreaseDeduct  = Pair{"比上年减少时按增量比例倒扣", "a fall counts against, at the increment rate"}
	ScoreNoPrevBase      = Pair{"没有上年数时全部按基数计", "without a year before, all is base"}
	ScoreNoPrevIncrement = Pair{"没有上年数时全部按增量计", "without a year before, all is increment"}
	ScoreNoPrevMissing   = Pair{"没有上年数时不能计算", "without a year before there is no result"}
	ScoreScopeEntity     = Pair{"按法人口径", "for the legal entity"}
	ScoreScopeGroup      = Pair{"按合并口径", "consolidated"}
	ScoreRecognisedOnly  = Pair{"按经认定的研发投入计；未认定前只计入含待认定", "by the R&D that was recognised; until then only with pending"}
	ScoreNotTax          = Pair{"与税务加计扣除无关，不能互相套用", "unrelated to the tax deduction; neither figure may stand for the other"}
	ScoreThisYear        = Pair{"本年", "this year"}
	ScoreYearBefore      = Pair{"上年", "the year before"}
	ScoreExpensed        = Pair{"费用化", "expensed"}
	ScoreBothTreatments  = Pair{"费用化加资本化", "expensed and capitalised"}
	ScoreLessGovernment  = Pair{"%[1]s%[2]s %[3]s − 政府部门资金 %[4]s = %[5]s 万元", "%[1]s, %[2]s: %[3]s − government money %[4]s = CNY %[5]s ten thousand"}
	ScoreWithGovernment  = Pair{"%[1]s%[2]s %[3]s 万元（其中政府部门资金 %[4]s）", "%[1]s, %[2]s: CNY %[3]s ten thousand (of it government money %[4]s)"}
	// %[1]s year, %[2]s which spending, then 万元: all of it, the government's, without a source, what is left.
	ScoreLessUnsourced = Pair{"%[1]s%[2]s %[3]s − 政府部门资金 %[4]s − 未填资金来源 %[5]s = %[6]s 万元", "%[1]s, %[2]s: %[3]s − government money %[4]s − without a source %[5]s = CNY %[6]s ten thousand"}
	// %[1]d month.
	ScoreNotComparable = Pair{"上年只有全年数，没有 1–%[1]d 月的数：不可比，增量暂按零计", "the year before is known as a whole and not for January to month %[1]d: not comparable, the increment is zero for now"}
	ScoreNoYearBefore  = Pair{"没有上年数", "no figure for the year before"}
	ScoreRecognisedSum = Pair{"经认定的研发投入 %[1]s 万元", "recognised R&D CNY %[1]s ten thousand"}
	ScoreOriginalShown = Pair{"其中原创技术 %[1]s 万元，只列示，不另加", "of it original technology CNY %[1]s ten thousand: shown, nothing added"}
	ScoreOriginalRated = Pair{"其中原创技术 %[1]s 万元，另加", "of it original technology CNY %[1]s ten thousand, at an extra rate"}
	ScoreBasePart      = Pair{"基数 %[1]s × %[2]s", "base %[1]s × %[2]s"}
	ScoreAllPart       = Pair{"全额 %[1]s × %[2]s", "all %[1]s × %[2]s"}
	ScoreIncrementPart = Pair{"增量 %[1]s × %[2]s", "increment %[1]s × %[2]s"}
	ScoreOriginalPart  = Pair{"原创技术 %[1]s × %[2]s", "original technology %[1]s × %[2]s"}
	ScoreKeyPart       = Pair{"项目 %[1]s %[2]s × (%[3]s − %[4]s)", "project %[1]s %[2]s × (%[3]s − %[4]s)"}
	ScoreAlternative   = Pair{"%[1]s  %[2]s 万元  %[3]s", "%[1]s  CNY %[2]s ten thousand  %[3]s"}
	ScoreOwnReading    = Pair{"  ← 政策包所选", "  ← chosen by the pack"}
	ScoreCountsKey     = Pair{"自有费用化 %[1]s 万元，按 %[2]s 而不按 %[3]s", "own expensed CNY %[1]s ten thousand, at %[2]s instead of %[3]s"}

	ScoreDeemedOutside = Pair{"只计未列入研发台账的部分：总支出减台账中该项的全部明细，不小于零，避免与加回重复", "only what is outside the ledger: its spending less every ledger line that names it, never below zero, so that no yuan counts twice"}
	ScoreDeemedAll     = Pair{"按总支出全额计", "all its spending counts"}
	ScoreDeemedFixed   = Pair{"每项按定额计", "a fixed sum for each"}
	ScoreDeemedAdds    = Pair{"各行金额相加，不去重，合计后四舍五入一次", "amounts add up, nothing is deduped, and the sum is rounded once"}
	ScoreFixedSum      = Pair{"%[1]d 项 × %[2]s × %[3]s", "%[1]d × %[2]s × %[3]s"}
	ScoreCountsFixed   = Pair{"定额 %[1]s 万元", "fixed sum CNY %[1]s ten thousand"}
	ScoreNoSpend       = Pair{"未填%[1]s，计 0.00 万元", "%[1]s is not filled: CNY 0.00 ten thousand"}
	ScoreAllInLedger   = Pair{"总支出 %[1]s − 台账 %[2]s，支出已在台账内，计 0.00 万元", "spending %[1]s − ledger %[2]s: it is in the ledger already, CNY 0.00 ten thousand"}
	ScoreOutside       = Pair{"总支出 %[1]s − 台账 %[2]s = %[3]s 万元", "spending %[1]s − ledger %[2]s = CNY %[3]s ten thousand"}

	ScoreSeparateRule  = Pair{"每人全年工资 × 在这些项目上的工时比例之和，最多 100%", "each person's pay of the year × the sum of shares on these projects, at most 100%"}
	ScorePerson        = Pair{"%[1]s：%[2]s 元 × %[3]s = %[4]s 万元", "%[1]s: CNY %[2]s × %[3]s = CNY %[4]s ten thousand"}
	ScorePersonOver    = Pair{"比例合计 %[1]s，按 100%% 计", "shares sum to %[1]s, counted as 100%%"}
	ScorePersonPending = Pair{"含待认定 %[1]s，%[2]s 万元", "with pending %[1]s, CNY %[2]s ten thousand"}
	ScorePersonNoPay   = Pair{"%[1]s：未填工资，计 0.00 万元", "%[1]s: no pay filled in, CNY 0.00 ten thousand"}
	ScorePeopleSum     = Pair{"%[1]d 人合计", "%[1]d people together"}
	ScoreBaseIs        = Pair{"工资总额基数 = 工资总额 − 单列 = %[1]s 万元", "payroll base = payroll − what is listed apart = CNY %[1]s ten thousand"}
	ScoreShareOn       = Pair{"项目 %[1]s，工时 %[2]s", "project %[1]s, share %[2]s"}
	ScoreProject       = Pair{"项目 %[1]s", "project %[1]s"}

	ScoreTiltHighest = Pair{"取攻关项目中最高的比例，不超过上限", "the highest rate among key-problem projects, at most the cap"}
	ScoreTiltSum     = Pair{"各攻关项目比例相加，不超过上限", "the rates of key-problem projects added up, at most the cap"}
	ScoreTiltLess    = Pair{"以绩效工资总额减其中已单列部分为基数", "of performance pay less what is listed apart"}
	ScoreTiltWhole   = Pair{"以绩效工资总额为基数", "of all performance pay"}
	ScoreTiltOf      = Pair{"(%[1]s − %[2]s) × %[3]s", "(%[1]s − %[2]s) × %[3]s"}
	ScoreTiltNone    = Pair{"没有符合条件的攻关项目", "no key-problem project that counts"}
	ScoreCountsTilt  = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
)

// What a ledger holds besides the figures of its year.
var (
	ScoreEitherTreatment = Pair{"费用化/资本化", "expensed/capitalised"}
	// %[1]s what is not said, %[2]d lines, %[3]s 万元.
	ScoreUnfilled = Pair{"未填%[1]s %[2]d 行 %[3]s 万元", "%[2]d lines of CNY %[3]s ten thousand do not say %[1]s"}
	// %[1]s the sentence above.
	ScoreUnfilledIn  = Pair{"%[1]s：这个数不分它，已计入", "%[1]s: counted here all the same"}
	ScoreUnfilledOut = Pair{"%[1]s：未计入，补填后才算", "%[1]s: not counted here until they do"}
	// %[1]s the title of the ledger.
	ScoreLedgerNotBegun = Pair{"本年「%[1]s」还没有明细，先按零计；确无研发投入的，登记一条 0.00", "no line of the year's %[1]s is kept yet, so it counts as nothing; key a line of 0.00 where nothing was spent"}
	// %[1]d lines, %[2]s 万元, %[3]d year.
	// %[1]d lines, %[2]s 万元, %[3]d year, %[4]d month.
	ScoreAfterMonth  = Pair{"另有 %[1]d 行、%[2]s 万元在 %[3]d 年 %[4]d 月以后，年度指标还没到那里，未计入", "besides, %[1]d lines of CNY %[2]s ten thousand are dated after month %[4]d of %[3]d, which the annual figures do not reach, and are not counted"}
	ScoreAsOf        = Pair{"截至 %[1]d 年 %[2]d 月", "as of month %[2]d of %[1]d"}
	ScoreOutsideYear = Pair{"另有 %[1]d 行、%[2]s 万元不在 %[3]d 年，未计入", "besides, %[1]d lines of CNY %[2]s ten thousand are not dated in %[3]d and not counted"}
)
