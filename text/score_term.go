package text

// Targets of the quarters, and the term of several years.
var (
	PackSayPeriod    = Pair{"季度累计目标 %s", "cumulative target, %s"}
	PackPeriodAll    = Pair{"季度目标要写全 q1、q2、q3（累计到季末，全年的写在 target）。", "Write q1, q2 and q3, each up to the end of its quarter; that of the year is target."}
	PackPeriodIdle   = Pair{"这种评分没有目标，不写 period_target。", "This scale has no target, so period_target does not belong here."}
	PackPeriodFalls  = Pair{"%[1]s 的目标 %[2]s 少于前一季的 %[3]s：目标是累计的，不会下降。", "The target of %[1]s, %[2]s, is less than %[3]s before it: targets are cumulative and do not fall."}
	PackPeriodFloor  = Pair{"%[1]s 的目标 %[2]s 没有越过 floor %[3]s。", "The target of %[1]s, %[2]s, is not beyond the floor %[3]s."}
	ScorePeriodNow   = Pair{"按%[1]s累计目标；全年目标 %[2]s", "cumulative target of %[1]s; that of the year is %[2]s"}
	ScoreQuarterName = Pair{"第 %d 季度末", "the end of quarter %d"}

	AccountQuarter   = Pair{"有季度目标的，按第 %d 季度末的累计目标打分", "lines with targets of quarters are scored by that of the end of quarter %d"}
	TermTenure       = Pair{"任期", "Term"}
	TermSoFar        = Pair{"任期实绩", "Term so far"}
	TermEachYear     = Pair{"余下每年", "Each year left"}
	TermThisYear     = Pair{"今年须达", "Needed this year"}
	AccountTermYears = Pair{"%[1]d—%[2]d 年", "%[1]d–%[2]d"}
	PackSayTenure    = Pair{"任期名称", "name of the term"}
	PackSayFirst     = Pair{"起始年度", "first year"}
	PackSayLast      = Pair{"终止年度", "last year"}
	PackSayTermLines = Pair{"任期指标", "lines of the term"}
	PackSayTermOf    = Pair{"哪一项", "the line"}
	PackSayTermBy    = Pair{"怎么合计", "taken together by"}
	PackSayTermPast  = Pair{"以前各年的数", "the years before"}
	PackSayTermSum   = Pair{"各年之和", "the sum of the years"}
	PackSayTermMean  = Pair{"各年平均", "the mean of the years"}
	PackSayTermLast  = Pair{"末年", "the last year"}
	PackTermYears    = Pair{"任期 %[1]d 到 %[2]d 不对：要含 %[3]d 年度，2 到 10 年。", "A term from %[1]d to %[2]d will not do: it has 2 to 10 years, and %[3]d among them."}
	PackTermPast     = Pair{"%[1]d 年度在任期里是第 %[2]d 年，past 要按年份先后写 %[3]d 个指标数，这里是 %[4]d 个。", "%[1]d is year %[2]d of the term: past has %[3]d figures, the earliest first; here are %[4]d."}
	PackTermNone     = Pair{"有 [[term_line]] 就要有 [term]。", "A [[term_line]] needs a [term]."}
	PackTermUnit     = Pair{"「%[1]s」与「%[2]s」单位不同，不能合计。", "'%[1]s' and '%[2]s' are of different units and cannot be taken together."}

	ScoreRuleTerm     = Pair{"%[1]d—%[2]d 年任期，%[3]s", "the term %[1]d–%[2]d, %[3]s"}
	ScoreTermYear     = Pair{"%[1]d 年：%[2]s", "%[1]d: %[2]s"}
	ScoreTermSum      = Pair{"%[1]s = %[2]s", "%[1]s = %[2]s"}
	ScoreTermMean     = Pair{"(%[1]s) ÷ %[2]d = %[3]s", "(%[1]s) ÷ %[2]d = %[3]s"}
	ScoreTermLast     = Pair{"%[1]d 年的数 %[2]s", "the figure of %[1]d, %[2]s"}
	ScoreTermGap      = Pair{"到目标还差 %s", "%s short of the target"}
	ScoreTermOver     = Pair{"超出目标 %s", "%s over the target"}
	ScoreTermEach     = Pair{"余下 %[1]d 年，每年要到 %[2]s", "%[1]d years are left, each needs %[2]s"}
	ScoreTermEachMost = Pair{"余下 %[1]d 年，每年不超过 %[2]s", "%[1]d years are left, each at most %[2]s"}
	ScoreTermThisYear = Pair{"今年是末年，要到 %s", "this is the last year, it needs %s"}
	ScoreTermThisMost = Pair{"今年是末年，不超过 %s", "this is the last year, at most %s"}
	ScoreTermNoWay    = Pair{"余下的年份已无法达到", "the years left cannot reach it"}
)
