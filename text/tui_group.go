package text

// The regulator's desk.
var (
	TuiGroup          = Pair{"汇总", "Group"}
	TuiGoGroup        = Pair{"汇总报送文件：验真、排名、查重（监管端）", "Regulator: verify, rank submissions"}
	TuiGrpAsk         = Pair{"放报送文件（*.zip）的文件夹，或其中一个文件：", "The folder with the submissions (*.zip), or one of them:"}
	TuiGrpTitle       = Pair{"汇总", "Submissions"}
	TuiGrpLooking     = Pair{"正在逐个验真、重新计分…", "Verifying and scoring again, one by one…"}
	TuiGrpOpen        = Pair{"展开这家企业：每一项得分和它的依据", "Open the enterprise: every line and what it comes from"}
	TuiGrpTab         = Pair{"换一类看：企业、排名图、重复申报、内部往来、分布、问题", "Enterprises, ranking, double claims, dealings among members, spread, problems"}
	TuiGrpSide        = Pair{"左右翻看更多指标", "More indicators to the side"}
	TuiGrpSave        = Pair{"另存为汇总表（XLSX）", "Save as a workbook (XLSX)"}
	TuiFootSave       = Pair{"存汇总表", "Save"}
	TuiGrpOther       = Pair{"换一个文件夹", "Another folder"}
	TuiFootFolder     = Pair{"换文件夹", "Folder"}
	TuiGrpSort        = Pair{"换一种排序：排名、名称、总分、考核利润", "Sort by rank, name, score, assessed profit"}
	TuiGrpSaveAsk     = Pair{"汇总表存到（.xlsx）：", "Write the workbook to (.xlsx):"}
	TuiGrpSaved       = Pair{"已存：%s", "Written: %s"}
	TuiGrpCancel      = Pair{"停下，返回", "Stop, and go back"}
	TuiGrpMembers     = Pair{"企业", "Enterprises"}
	TuiGrpRanking     = Pair{"排名图", "Ranking"}
	TuiGrpFigure      = Pair{"同年度、同类型之内从高到低", "within year and type, the highest first"}
	TuiGrpOtherFigure = Pair{"排名图换一个指标", "Rank another figure"}
	TuiFootFigure     = Pair{"换指标", "Figure"}
	TuiGrpNoFigure    = Pair{"没有一家有这个数", "None of them has this figure"}
	TuiGrpMedianMark  = Pair{"中位数", "median"}
	TuiGrpClaims      = Pair{"重复申报", "Double claims"}
	TuiGrpIntra       = Pair{"内部往来", "Dealings"}
	TuiGrpSpread      = Pair{"分布", "Spread"}
	TuiGrpProblems    = Pair{"问题", "Problems"}
	TuiGrpRank        = Pair{"名次", "Rank"}
	TuiGrpSimulated   = Pair{"模拟", "sim."}
	TuiGrpName        = Pair{"企业", "Enterprise"}
	TuiGrpType        = Pair{"类型", "Type"}
	TuiGrpYear        = Pair{"年度", "Year"}
	TuiGrpBad         = Pair{"未通过核验", "does not verify"}
	TuiGrpDraft       = Pair{"草案计分", "draft pack"}
	TuiGrpNoSigner    = Pair{"没有签名", "unsigned"}
	TuiGrpSealed      = Pair{"封存于 %s", "sealed %s"}
	TuiGrpSigner      = Pair{"签名 %s", "signed by %s"}
	TuiGrpCertain     = Pair{"确定", "certain"}
	TuiGrpSuspect     = Pair{"疑似", "suspected"}
	TuiGrpNoClaims    = Pair{"没有发现重复申报", "No double claims"}
	TuiGrpNoIntra     = Pair{"成员之间没有相互委托的研发", "No R&D commissioned among members"}
	TuiGrpNoWrong     = Pair{"全部通过核验", "All of them verify"}
	TuiGrpNone        = Pair{"没有可汇总的报送文件", "There are no submissions to put together"}
	// TuiGrpSoMany is who claims an achievement in several rows.
	TuiGrpSoMany = Pair{"%[1]s %[2]d 条", "%[1]s (%[2]d)"}
	// %[1]s: who is named, %[2]d: how many more there are.
	TuiGrpAndMore     = Pair{"%[1]s，另 %[2]d 家", "%[1]s and %[2]d more"}
	TuiGrpLines       = Pair{"%s 万元，%d 笔", "CNY %s ten thousand in %d lines"}
	TuiGrpMin         = Pair{"最低", "lowest"}
	TuiGrpMedian      = Pair{"中位", "median"}
	TuiGrpMax         = Pair{"最高", "highest"}
	TuiGrpCount       = Pair{"家数", "count"}
	TuiGrpSumBrief    = Pair{"%d 家  研发合计 %s 万元  考核利润合计 %s 万元", "%d enterprises  R&D %s  assessed profit %s, CNY 10k"}
	TuiGrpSum         = Pair{"%d 家   研发合计 %s 万元（扣除相互委托后 %s）   考核利润合计 %s 万元", "%d enterprises   R&D %s (net of dealings among members %s)   assessed profit %s, CNY 10k"}
	TuiGrpReading     = Pair{"正在核验 %s…", "Verifying %s…"}
	TuiGrpScroll      = Pair{"上下选一项，PgUp PgDn 翻看依据", "Choose a line; PgUp and PgDn scroll what it comes from"}
	TuiPlaceSubmitted = Pair{"一份报送", "One submission"}
	TuiForSubmitted   = Pair{"重新核验过的一份报送：每一项得分和它的依据、计入和未计的记录。", "One submission, verified again: every line, what it comes from, the records that counted and those that did not."}
)
