package text

// What is possible and hardly likely: every sentence has the figures compared, in the words people say them, and the band.
var (
	// %[1]s this year, %[2]s last year, %[3]s times.
	ScoreLikelyAbove = Pair{
		"本年 %[1]s，上年 %[2]s，超过上年的 %[3]s 倍；请核对单位（元、万元），确实如此请说明。",
		"%[1]s this year, %[2]s last year: more than %[3]s times as much; check the unit, or say why.",
	}
	ScoreLikelyBelow = Pair{
		"本年 %[1]s，上年 %[2]s，不到上年的 %[3]s 分之一；请核对单位（元、万元），确实如此请说明。",
		"%[1]s this year, %[2]s last year: less than a part in %[3]s; check the unit, or say why.",
	}
	ScoreLikelyRD = Pair{"研发投入合计%[1]s", "R&D in all: %[1]s"}
	// %[1]s revenue, %[2]s 万元.
	ScoreLikelyRevenue = Pair{
		"读作 %[1]s，超过 %[2]s 万元；请核对是不是把元当成了万元，确实如此请说明。",
		"It reads %[1]s, more than CNY %[2]s ten thousand; check whether yuan were keyed as 10k, or say why.",
	}
	// %[1]s revenue, %[2]d people in R&D, %[3]s a head, %[4]s 万元.
	ScoreLikelyAHead = Pair{
		"%[1]s，研究开发人员 %[2]d 人，每人合 %[3]s，超过 %[4]s 万元；请核对这两个数，确实如此请说明。",
		"%[1]s and %[2]d in R&D make %[3]s a head, more than CNY %[4]s ten thousand; check both, or say why.",
	}
	// %[1]s the part, %[2]s revenue.
	ScoreLikelyPart = Pair{
		"%[1]s，大于营业收入 %[2]s；请核对单位（元、万元），确实如此请说明。",
		"%[1]s is more than the revenue, %[2]s; check the unit, or say why.",
	}
	// %[1]s R&D, %[2]s revenue, %[3]s share.
	ScoreLikelyShare = Pair{
		"研发投入合计 %[1]s，营业收入 %[2]s，占比超过 %[3]s；请核对这两个数，确实如此请说明。",
		"R&D in all is %[1]s and revenue %[2]s: a share above %[3]s; check both, or say why.",
	}
	// %[1]s pay, %[2]s 万元.
	ScoreLikelyPay = Pair{
		"一人一年 %[1]s，超过 %[2]s 万元；请核对单位（元、万元），确实如此请说明。",
		"%[1]s for one person and year, more than CNY %[2]s ten thousand; check the unit, or say why.",
	}
	// %[1]s labour cost, %[2]d people, %[3]s a head, %[4]s 万元.
	ScoreLikelyLabour = Pair{
		"台账人员人工 %[1]s，研究开发人员 %[2]d 人，每人合 %[3]s，超过 %[4]s 万元；请核对人数和台账，确实如此请说明。",
		"Staff cost of the ledger is %[1]s and %[2]d are in R&D: %[3]s a head, more than CNY %[4]s ten thousand; check both, or say why.",
	}
	// %[1]s the line, %[2]s the year, %[3]s share.
	ScoreLikelyLineYear = Pair{
		"这一行 %[1]s，全年研发投入 %[2]s，一行占比超过 %[3]s；请核对金额，确实如此请说明。",
		"This line is %[1]s of the year's %[2]s, a share above %[3]s; check the amount, or say why.",
	}
	// %[1]s the line, %[2]s an average month of its category, %[3]s times.
	ScoreLikelyLineMonth = Pair{
		"这一行 %[1]s，同类费用其余各行平均每月 %[2]s，超过 %[3]s 倍；请核对金额，确实如此请说明。",
		"This line is %[1]s, and the others of its category %[2]s a month: more than %[3]s times; check the amount, or say why.",
	}
)

// The bands as settings of a pack.
var (
	PackSayAuthority      = Pair{"%[1]s部门", "bodies, %[1]s"}
	PackSayNames          = Pair{"名称", "names"}
	PackSayDocuments      = Pair{"文号", "documents"}
	PackSayAwardNames     = Pair{"科学技术奖名称", "names of science awards"}
	PackSayAdvice         = Pair{"办成所需月数", "Months things take"}
	PackSayDecision       = Pair{"取得认定", "a decision"}
	PackSayPlausible      = Pair{"合理性范围", "Bands of plausibility"}
	PackSayBesideLastYear = Pair{"与上年相比的倍数", "times last year's"}
	PackSayRevenueMost    = Pair{"营业收入上限（万元）", "most revenue (CNY 10k)"}
	PackSayRevenueAHead   = Pair{"每名研究开发人员营业收入上限（万元）", "most revenue a head in R&D (CNY 10k)"}
	PackSayPayAHead       = Pair{"人均年薪酬上限（万元）", "most pay a head and year (CNY 10k)"}
	PackSayRDOverRevenue  = Pair{"研发投入占营业收入上限", "most R&D of revenue"}
	PackSayLineOverYear   = Pair{"一行占全年研发投入上限", "most of the year in one line"}
	PackSayLineOverMonth  = Pair{"一行相当于同类月均的倍数上限", "most months of its category in one line"}
)
