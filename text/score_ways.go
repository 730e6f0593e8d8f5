package text

// Several ways to score a line, and conditions.
var (
	PackSayWays      = Pair{"算法", "ways"}
	PackParamWay     = Pair{"算法 %[1]s：%[2]s", "way %[1]s: %[2]s"}
	PackSayOneWay    = Pair{"「%[1]s」%[2]s；%[3]s", "'%[1]s' %[2]s; %[3]s"}
	PackSayBest      = Pair{"取得分最高的一种：%s", "the best of: %s"}
	PackWantWays     = Pair{"ways 写 2 到 %[1]d 种算法：[{ name = \"…\", measure = {…}, scale = {…} }, …]。", "ways has 2 to %[1]d ways: [{ name = \"…\", measure = {…}, scale = {…} }, …]."}
	PackWaysAlone    = Pair{"写了 ways，「%s」就写在每种算法里，这里不写。", "Where there are ways, '%s' stands in each of them and not here."}
	PackWayChecklist = Pair{"算法里不能用 checklist。请单列一项。", "A way cannot be a checklist. Make it an indicator of its own."}
	PackWaySame      = Pair{"两种算法同名「%s」。", "Two ways are called '%s'."}

	ScoreLabelWays = Pair{"算法", "ways"}
	ScoreWayOf     = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	ScoreWayScored = Pair{"「%[1]s」：%[2]s，得 %[3]s 分", "'%[1]s': %[2]s, %[3]s points"}
	ScoreWayTaken  = Pair{"「%[1]s」：%[2]s，得 %[3]s 分，取这一种", "'%[1]s': %[2]s, %[3]s points: this one counts"}
	ScoreWayNone   = Pair{"「%[1]s」：%[2]s，没有参加比较", "'%[1]s': %[2]s, not compared"}
	ScoreWayThen   = Pair{"「%[1]s」：%[2]s", "'%[1]s': %[2]s"}

	TermConditions  = Pair{"必要条件", "Conditions"}
	TermRequirement = Pair{"要求", "Required"}
	TermVerdict     = Pair{"结论", "Verdict"}
	TermMet         = Pair{"符合", "met"}
	TermNotMet      = Pair{"不符合", "not met"}
	TermUnsure      = Pair{"未知", "unknown"}

	PackSayLeast         = Pair{"不少于", "at least"}
	PackSayAbove         = Pair{"多于", "more than"}
	PackSayMost          = Pair{"不超过", "at most"}
	PackSayBelow         = Pair{"少于", "less than"}
	PackSayConditionOn   = Pair{"看哪一项的得分", "the score it looks at"}
	PackConditionOne     = Pair{"条件写 measure（看一个量）或 score（看一项的得分），写一个。", "A condition has either measure (a figure) or score (the score of a line)."}
	PackConditionBound   = Pair{"没有写要求：least（不少于）、above（多于）、most（不超过）、below（少于）至少写一个。", "Nothing is required: write least, above, most or below."}
	PackConditionItems   = Pair{"checklist 的条件是各项都答「是」，不写 %s。", "A checklist is met when every item is answered yes; %s does not belong here."}
	PackConditionBoth    = Pair{"%[1]s 和 %[2]s 只写一个。", "Write either %[1]s or %[2]s."}
	PackConditionNothing = Pair{"要求互相矛盾：没有数既%[1]s %[2]s 又%[3]s %[4]s。", "The bounds contradict: no figure is both %[1]s %[2]s and %[3]s %[4]s."}

	ScoreWantLeast     = Pair{"≥ %s", "≥ %s"}
	ScoreWantAbove     = Pair{"> %s", "> %s"}
	ScoreWantMost      = Pair{"≤ %s", "≤ %s"}
	ScoreWantBelow     = Pair{"< %s", "< %s"}
	ScoreWantItems     = Pair{"%d 项都答「是」", "yes to all %d items"}
	ScoreWantBoth      = Pair{"%[1]s，%[2]s", "%[1]s and %[2]s"}
	ScoreOfLine        = Pair{"「%s」的得分", "the score of '%s'"}
	ScoreRuleCondition = Pair{"必要条件，不计分", "a condition, without points"}
	ScoreCompared      = Pair{"%[1]s，要求 %[2]s：%[3]s", "%[1]s, required %[2]s: %[3]s"}
	ScoreConditionOpen = Pair{"所看的得分还会变：有指标缺数据或未填，补上后可能达到", "the score may still rise: figures or answers of its lines are missing"}
	AccountAllMet      = Pair{"%d 项全部符合", "all %d are met"}
	AccountNotAllMet   = Pair{"%[1]d 项不符合，%[2]d 项未知", "%[1]d not met, %[2]d unknown"}
	AccountUnsure      = Pair{"没有不符合的，%d 项未知", "none is not met, %d unknown"}
	AccountMetPending  = Pair{"；待认定的认定后为：%s", "; with what is pending recognised: %s"}
)
