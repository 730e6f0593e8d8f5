package text

// The year as it goes, in the prints.
var (
	ReportOutlook     = Pair{"执行与推算", "Budget and the year's end"}
	ReportEndRD       = Pair{"研发投入（万元）", "R&D (CNY 10k)"}
	ReportEndAssessed = Pair{"考核利润（万元）", "Assessed profit (CNY 10k)"}
	ReportEndNeed     = Pair{"满分需要", "Full marks"}
	ReportEndQuarter  = Pair{"%d 季度末", "Q%d"}
	ReportEndShare    = Pair{"占满分", "Of full"}
	ReportEndToday    = Pair{"至今", "To date"}
	ReportEndMonths   = Pair{"推算全年（按月数）", "Year's end by months"}
	ReportEndProfile  = Pair{"推算全年（按上年各月进度）", "Year's end by last year's months"}
	ReportEndNote     = Pair{"推算把各项累计数按同一个系数推到年底，两种算法是上下限；按条数计的不推。是推算，不是结果。", "Every flow is brought to December by one factor, and the two methods bound it; what is counted is not extrapolated. It is no result."}
	ReportEndSpent    = Pair{"累计与应到进度", "so far, and what was due"}
	ReportEndBar      = Pair{"累计投入", "spent by the end of the month"}
	ReportEndDue      = Pair{"应到", "due by then"}
)
