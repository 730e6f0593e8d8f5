package text

// Sentences of the statutory returns. Amounts are in 千元, as the returns show them.
var (
	ReturnsCompared   = Pair{"107-2：%[1]s %[2]s %[3]s%[4]s", "107-2: %[1]s %[2]s %[3]s%[4]s"}
	ReturnsInThousand = Pair{"（千元）", " (CNY 1k)"}
	ReturnsListComma  = Pair{"、", ", "}
	ReturnsPlace      = Pair{"%s %s", "%s · %s"}
	ReturnsMend       = Pair{"%[1]s。请核对：%[2]s", "%[1]s. Please check: %[2]s"}

	ReturnsBothPositive    = Pair{"107-2：%s 与 %s 应当同时大于 0 或同时为 0", "107-2: %s and %s must both be above 0, or both 0"}
	ReturnsImpliesPositive = Pair{"107-2：%[2]s 大于 0 时，%[1]s 也应当大于 0", "107-2: where %[2]s is above 0, %[1]s must be too"}

	ReturnsProject          = Pair{"107-1 项目 %[1]s：%[2]s。请核对：%[3]s", "107-1 project %[1]s: %[2]s. Please check: %[3]s"}
	ReturnsSpendPositive    = Pair{"10 项目经费支出为 %s 千元，应当大于 0；台账中可能没有列到本项目的支出", "10, the project's spending, is CNY %s thousand and should be above 0; perhaps no ledger line names it"}
	ReturnsGovernmentWithin = Pair{"10 项目经费支出 %s 千元 < 11 其中政府资金 %s 千元", "10 project spending, CNY %s thousand < 11 of it government funds, CNY %s thousand"}

	ReturnsProjectsSpend  = Pair{"107-2 的 7 研究开发费用合计 %s 千元 < 107-1 各项目 10 经费支出合计 %s 千元", "107-2 7 R&D expenses, CNY %s thousand < the sum of 107-1 10 project spending, CNY %s thousand"}
	ReturnsProjectsFunds  = Pair{"107-2 的 43 来自政府部门 %s 千元 < 107-1 各项目 11 政府资金合计 %s 千元", "107-2 43 from government, CNY %s thousand < the sum of 107-1 11 government funds, CNY %s thousand"}
	ReturnsProjectsMonths = Pair{"107-2 的 1 研究开发人员合计 %d × 12 = %d < 107-1 各项目 9 实际工作时间合计 %s 人月", "107-2 1 R&D personnel %d × 12 = %d < the sum of 107-1 9 person-months %s"}
	ReturnsNoLedger       = Pair{"107-2：1 研究开发人员合计 %d，但研发投入台账一笔也没有", "107-2: 1 R&D personnel is %d, but the R&D ledger has no line"}

	ReturnsSpendOutside   = Pair{"项目总支出 %s 千元大于其台账支出 %s 千元，台账外 %s 千元须说明（认定后可视同利润）", "spending CNY %s thousand, ledger CNY %s thousand: explain CNY %s thousand outside (profit if recognised)"}
	ReturnsSpendBelow     = Pair{"项目总支出 %s 千元小于其台账支出 %s 千元", "spending CNY %s thousand is below its ledger lines, CNY %s thousand"}
	ReturnsSummaryDiffers = Pair{"%s %s 千元与本年台账合计 %s 千元不一致：本年以台账为准，作为上年数时以汇总为准", "%s, CNY %s thousand, differs from the ledger of the year, CNY %s thousand: the ledger counts for this year, the summary as the year before"}

	ReturnsLabour        = Pair{"107-2 的 8 人员人工费用 %s 千元 ÷ 107-1 各项目 9 实际工作时间 %s 人月，约 %s 元/人月，不在 2,200 至 50,000 元之间", "107-2 8 labour CNY %s thousand ÷ 107-1 9 person-months %s is about CNY %s a person-month, outside 2,200 to 50,000"}
	ReturnsNoInstitution = Pair{"107-2：7 研究开发费用合计 %s 千元，但 22 期末机构数为 0", "107-2: 7 R&D expenses are CNY %s thousand, but 22 institutions is 0"}
	ReturnsNoOutput      = Pair{"107-2：7 研究开发费用合计 %s 千元，但没有专利申请、没有有效发明专利，40 科技论文也为 0", "107-2: 7 R&D expenses are CNY %s thousand, but there is no patent applied for or in force, and 40 papers is 0"}
	ReturnsOldProject    = Pair{"项目名称「%s」与以前年度项目 %s「%s」相似度超过 80%%", "the name '%s' is more than 80%% that of the earlier project %s, '%s'"}

	ReturnsNotWhole       = Pair{"%[1]d–12 月（年度指标截至 %[2]d 月，不是全年的数）", "months %[1]d–12 (the annual figures run to month %[2]d: not a whole year)"}
	ReturnsLacksYear      = Pair{"%d 年的数据", "%d"}
	ReturnsLacksIn        = Pair{"%[1]d 年的 %[2]s", "%[2]s of %[1]d"}
	ReturnsMissing        = Pair{"还缺：%s", "still without: %s"}
	ReturnsRounded        = Pair{"尾差：印出的合计有 %[1]d 处与印出的分项之和相差不超过 %[2]s，是各数分别四舍五入所致；精确到分的数是相等的", "Rounding: %[1]d printed totals differ from the sum of their printed parts by at most %[2]s, each figure being rounded by itself; the exact figures are equal"}
	ReturnsBlankNamed     = Pair{"还有 %[1]d 格没有填（不当零）：%[2]s", "%[1]d cells not filled in (not zero): %[2]s"}
	ReturnsBlankKeyed     = Pair{"还有 %[1]d 格没有填（不当零）：%[2]s 等", "%[1]d cells not filled in (not zero): %[2]s and others"}
	ReturnsBlankOther     = Pair{"另有 %d 格没有数：台账或登记没有说到，不当零", "%d cells have no figure: ledger and registers do not say, and it is not zero"}
	ReturnsApart          = Pair{"另列、不计入：%s", "apart and not counted: %s"}
	ReturnsApartPart      = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	ReturnsBelowReference = Pair{"%[1]s %[2]s%%，低于参考要求 %[3]s%%（%[4]s ÷ %[5]s %[6]s）", "%[1]s: %[2]s%%, below the %[3]s%% of the reference (%[4]s ÷ %[5]s %[6]s)"}
	ReturnsUnknown        = Pair{"涉及的报表里，%[1]s 不是报表编号；有：%[2]s", "returns that concern it: %[1]s is no return; there are %[2]s"}

	ReturnsUseLabour   = Pair{"内部支出·日常性支出·人员劳务费", "internal: day-to-day, labour"}
	ReturnsUseOther    = Pair{"内部支出·日常性支出·其他", "internal: day-to-day, other"}
	ReturnsUseAssets   = Pair{"内部支出·资产性支出", "internal: assets"}
	ReturnsUseExternal = Pair{"外部支出", "external"}
	ReturnsUseWear     = Pair{"折旧与摊销（不计入内部支出）", "depreciation and amortisation (not internal spending)"}
	ReturnsUnstated    = Pair{"未注明", "not stated"}

	ReturnsUnitProjects    = Pair{"项", "projects"}
	ReturnsUnitYears       = Pair{"人年", "person-years"}
	ReturnsWholeYear       = Pair{"%d 年", "%d"}
	ReturnsEveryLine       = Pair{"全部明细", "every line"}
	ReturnsFromLedger      = Pair{"台账：%s", "ledger: %s"}
	ReturnsFromLedgerElse  = Pair{"台账：%s；没有台账时取 %s", "ledger: %s; without a ledger %s"}
	ReturnsFromPortion     = Pair{"%[1]s × %[2]d ÷ %[3]d", "%[1]s × %[2]d ÷ %[3]d"}
	ReturnsFromLeast       = Pair{"取小：%s", "the least of %s"}
	ReturnsBroken          = Pair{"%[1]s：%[2]s %[3]s %[4]s %[5]s %[6]s（%[7]s）", "%[1]s: %[2]s %[3]s %[4]s %[5]s %[6]s %[7]s"}
	ReturnsProjectCode     = Pair{"项目编号", "Code"}
	ReturnsBasisStatistics = Pair{"统计", "statistics"}

	ReturnsBasisTax      = Pair{"税务", "tax"}
	ReturnsBasisOwner    = Pair{"国资监管", "owner"}
	ReturnsBasisHightech = Pair{"高新技术企业", "high-tech enterprise"}
	ReturnsBrokenNote    = Pair{"核对：%s", "Please check: %s"}
	ReturnsFormula       = Pair{"算式与出处", "Formula and source"}
	ReturnsIndented      = Pair{"　%s", "  %s"}
	ReturnsFormNumber    = Pair{"表号：%s", "Form: %s"}
	ReturnsContinued     = Pair{"%[1]s（续表 %[2]d／%[3]d）", "%[1]s (continued, %[2]d of %[3]d)"}
	ReturnsNumbered      = Pair{"〔%[1]s〕%[2]s", "[%[1]s] %[2]s"}
	ReturnsKind          = Pair{"不知道该写成什么：%s。报表写成 .xlsx、.csv 或 .html", "cannot tell what to write: %s. A return is written as .xlsx, .csv or .html"}
	ReturnsReference     = Pair{"参考：规则据 %s 整理，未经核对，以主管部门最新规定为准", "Reference: rules recalled from %s and not verified; the authority's latest rules prevail"}
	ReturnsAmount        = Pair{"金额", "Amount"}

	ReturnsTaxNumber           = Pair{"2021 版辅助账汇总", "tax ledger of 2021"}
	ReturnsTaxRecalled         = Pair{"国家税务总局公告 2021 年第 28 号及其附件、财税〔2015〕119 号", "State Taxation Administration Announcement 28 of 2021 with its annexes; Caishui [2015] 119"}
	ReturnsTaxWorn             = Pair{"折旧与长期待摊中不计入的部分", "Depreciation and deferral not counted"}
	ReturnsTaxUnnamed          = Pair{"委托外部未注明受托方类型", "Commissioned, to whom not stated"}
	ReturnsTaxBlank            = Pair{"未注明费用类别", "Category not stated"}
	ReturnsTaxSpent            = Pair{"发生额合计", "Spent, total"}
	ReturnsTaxFive             = Pair{"计入的前五项", "First five as counted"}
	ReturnsTaxCap              = Pair{"其他相关费用限额", "Limit of other expenses"}
	ReturnsTaxOwn              = Pair{"计入的自主研发", "Own R&D as counted"}
	ReturnsTaxAbroad80         = Pair{"委托境外 80%", "Commissioned abroad, 80%"}
	ReturnsTaxEligible         = Pair{"境内符合条件的研发费用", "Eligible R&D in the country"}
	ReturnsTaxTwoThirds        = Pair{"境内符合条件的研发费用的三分之二", "Two thirds of eligible R&D in the country"}
	ReturnsTaxUnassigned       = Pair{"未归集到项目", "Without a project"}
	ReturnsTaxNonTaxable       = Pair{"不征税收入支出", "Paid from non-taxable income"}
	ReturnsTaxUntreated        = Pair{"未注明支出类型", "Treatment not stated"}
	ReturnsTaxCapitalisedApart = Pair{"资本化支出按无形资产摊销，本年不直接加计", "capitalised: amortised later, not deducted this year"}

	ReturnsDeductionTitle    = Pair{"研发费用加计扣除优惠明细表", "Extra deduction of R&D expenses"}
	ReturnsDeductionRecalled = Pair{"企业所得税年度纳税申报表 A107012 填报说明、国家税务总局公告 2021 年第 28 号、财政部 税务总局公告 2023 年第 7 号", "instructions of tax form A107012; State Taxation Administration Announcement 28 of 2021; Announcement 7 of 2023"}
	ReturnsDeductionNote     = Pair{
		"说明：只取有项目、非不征税收入的费用化明细；资本化另列在 42 行。折旧只取明细 3.1、3.2（仪器、设备）。其他相关费用不超过前五项的 10%÷90%；委托境内按 80%，委托境外按 80% 且不超过境内符合条件的三分之二。43、44 行（无形资产摊销）、46、48、49 行由企业据账补填；没有填辅助账明细的金额只在大类行。",
		"Note: expensed lines that name a project and were not paid from non-taxable income; line 42 tells what was capitalised. Depreciation is that of items 3.1 and 3.2 alone. Other expenses at most 10% ÷ 90% of the first five; commissioned in the country 80%, abroad 80% and at most two thirds of what is eligible in the country. Lines 43, 44, 46, 48 and 49 are completed from the books; what names no line of the tax ledger stands in the category alone.",
	}
	ReturnsDeductionCount = Pair{"有可加计的费用化明细的项目数", "projects with a deductible expensed line"}
	ReturnsDeductionRate  = Pair{"参考：100%", "reference: 100%"}
	ReturnsDeductionApart = Pair{"另列，不扣除", "Apart, not deducted"}

	ReturnsQuickNumber   = Pair{"季度快报", "quarterly"}
	ReturnsQuickTitle    = Pair{"研发投入季度快报", "Quarterly report of R&D"}
	ReturnsQuickRecalled = Pair{"国资监管机构当年布置的财务快报口径", "the owner's instructions for the year's quick reports"}
	ReturnsQuickNote     = Pair{"说明：取台账中本年有日期的明细，截至年度指标的截至月份；本年累计等于各季之和。上年同期取上年台账同一段月份，上年没有台账的取同样月数的汇总。", "Note: lines of the ledger dated in the year, up to the month the annual figures run to; the year to date is the sum of its quarters. The year before is the same months of its ledger, or its summary of as many months."}
	ReturnsQuickQuarter  = Pair{"第%d季度", "Q%d"}
	ReturnsQuickToDate   = Pair{"本年累计（1–%d 月）", "Year to date (1–%d)"}
	ReturnsQuickLast     = Pair{"上年同期（1–%d 月）", "Last year (1–%d)"}
	ReturnsQuickGrowth   = Pair{"同比增长 %", "Growth %"}
	ReturnsQuickBudget   = Pair{"预算执行", "Budget"}

	ReturnsHightechNumber   = Pair{"高企认定", "high-tech recognition"}
	ReturnsHightechTitle    = Pair{"企业年度研究开发费用结构明细表", "Structure of the year's R&D expenses"}
	ReturnsHightechRecalled = Pair{"国科发火〔2016〕32 号、国科发火〔2016〕195 号", "Guokefahuo [2016] 32 and [2016] 195"}
	ReturnsHightechNote     = Pair{"说明：一行一个项目。其他费用按不超过研究开发费用总额的 20% 计（其余费用的 20%÷80%），委托外部按发生额的 80% 计；限额按全年合并计算，只填在合计行。未归集到项目的不计入。", "Note: one row a project. Other expenses count up to 20% of the whole (20% ÷ 80% of the rest), commissioned work at 80%; the limits hold over the whole year and stand in the total alone. What names no project does not count."}
	ReturnsHightechInner    = Pair{"内部研究开发费用（发生额）", "Internal R&D, as spent"}
	ReturnsHightechOther    = Pair{"其他费用经限额后", "Other, as limited"}
	ReturnsHightechOuter    = Pair{"委托外部研究开发费用（发生额）", "Commissioned R&D, as spent"}
	ReturnsHightechHome     = Pair{"其中：境内", "of it: in the country"}
	ReturnsHightechAbroad   = Pair{"其中：境外及未注明", "of it: abroad or not stated"}
	ReturnsHightechOuter80  = Pair{"委托外部按 80% 计入", "Commissioned, 80%"}
	ReturnsHightechTotal    = Pair{"研究开发费用总额（计入）", "R&D expenses as counted"}
	ReturnsHightechAbroad80 = Pair{"境外及未注明按 80% 计入", "Abroad or not stated, 80%"}
	ReturnsHightechAtHome   = Pair{"其中：在中国境内发生", "of it: in the country"}
	ReturnsHightechSix      = Pair{"其他费用以外的内部费用", "Internal without other"}
	ReturnsHightechRest     = Pair{"其他费用以外的计入额", "Counted without other"}
	ReturnsHightechCap      = Pair{"其他费用限额", "Limit of other expenses"}
	ReturnsHightechUnknown  = Pair{"项目不在登记簿", "Project not in the register"}
	ReturnsHightechCounted  = Pair{"合计（归集到项目）", "Total with a project"}

	ReturnsRatiosTitle    = Pair{"高新技术企业指标（近三年）", "Ratios of a high-tech enterprise, three years"}
	ReturnsRatiosNote     = Pair{"说明：近三年研究开发费用总额占同期销售收入总额的比例；最近一年销售收入 5,000 万元及以下不低于 5%，5,000 万元以上至 2 亿元不低于 4%，2 亿元以上不低于 3%。其中在中国境内发生的不低于 60%；科技人员不低于职工总数的 10%；高新技术产品（服务）收入不低于总收入的 60%。缺一年的数不算比例。", "Note: R&D of three years over the revenue of the same years; at least 5% up to a revenue of CNY 50 million in the newest year, 4% up to 200 million, 3% above. At least 60% of it in the country; technical staff at least 10% of employees; high-tech revenue at least 60% of revenue. Where a year is missing there is no ratio."}
	ReturnsRatiosRevenue  = Pair{"销售收入", "Revenue"}
	ReturnsRatiosRatio    = Pair{"研究开发费用占销售收入", "R&D over revenue"}
	ReturnsRatiosRequired = Pair{"参考要求：不低于", "Reference: at least"}
	ReturnsRatiosBySize   = Pair{"按最近一年销售收入分档：5%、4%、3%", "by the newest year's revenue: 5%, 4%, 3%"}
	ReturnsRatiosHome     = Pair{"境内研发费用占比（参考要求：不低于 60%）", "Share in the country (reference: at least 60%)"}
	ReturnsRatiosTech     = Pair{"科技人员占比（参考要求：不低于 10%）", "Technical staff (reference: at least 10%)"}
	ReturnsRatiosProduct  = Pair{"高新技术产品收入占比（参考要求：不低于 60%）", "High-tech revenue (reference: at least 60%)"}
	ReturnsRatiosThree    = Pair{"三年合计", "Three years"}

	ReturnsSmallNumber      = Pair{"科技型中小企业", "small technology firm"}
	ReturnsSmallTitle       = Pair{"科技型中小企业评价指标", "Figures of a small technology firm"}
	ReturnsSmallRecalled    = Pair{"国科发政〔2017〕115 号《科技型中小企业评价办法》", "Guokefazheng [2017] 115"}
	ReturnsSmallNote        = Pair{"说明：这里只列评价用的数；打分由科技型中小企业的政策包定。规模限额：职工总数不超过 500 人、年销售收入不超过 2 亿元、资产总额不超过 2 亿元。Ⅰ类成果取授权且有效的发明专利，Ⅱ类取实用新型和外观设计；软件著作权等没有登记簿，须自行加计。", "Note: only the figures that are weighed; the points are those of a policy pack. Limits of size: 500 employees, CNY 200 million of sales, CNY 200 million of assets. Class I are inventions in force, class II utility models and designs; copyrights and the like have no register here and are added by hand."}
	ReturnsSmallSize        = Pair{"人员与规模", "Staff and size"}
	ReturnsSmallRD          = Pair{"研发投入", "R&D"}
	ReturnsSmallResults     = Pair{"科技成果", "Results"}
	ReturnsSmallTechShare   = Pair{"科技人员占职工总数", "Technical staff over employees"}
	ReturnsSmallSpent       = Pair{"研发费用总额", "R&D expenses"}
	ReturnsSmallOverRevenue = Pair{"占销售收入", "over revenue"}
	ReturnsSmallOverCost    = Pair{"占成本费用总额", "over costs and expenses"}
	ReturnsSmallFirst       = Pair{"Ⅰ类：有效发明专利", "class I: inventions in force"}
	ReturnsSmallSecond      = Pair{"Ⅱ类：有效实用新型、外观设计", "class II: utility models and designs in force"}
	ReturnsSmallInForce     = Pair{"专利 法律状态为授权、授权公告日不晚于本年", "patents granted by the end of the year"}

	ReturnsFullTimeNumber     = Pair{"折合全时", "full-time equivalents"}
	ReturnsFullTimeTitle      = Pair{"研发人员折合全时工作量", "Full-time equivalents of R&D staff"}
	ReturnsFullTimeNote       = Pair{"说明：按创新团队登记的工时比例，一人各项目相加：90% 及以上计 1 人年；10%（含）至 90% 按比例，取一位小数；不足 10% 不计人数也不计工作量。只含登记在团队中的人员。", "Note: by the shares of the team register, added up over a person's projects: 90% and more is one person-year; from 10% its share to one place; less neither a person nor work. Those in the register alone."}
	ReturnsFullTimeProjects   = Pair{"参与项目", "Projects"}
	ReturnsFullTimeShare      = Pair{"工时比例合计", "Share of time"}
	ReturnsFullTimePersons    = Pair{"计入人数", "Persons counted"}
	ReturnsFullTimePersonsHow = Pair{"工时比例合计不足 10% 不计", "under 10% does not count"}
	ReturnsFullTimeYears      = Pair{"折合全时", "Full-time equivalent"}
	ReturnsFullTimeHow        = Pair{"90% 及以上计 1.0；10% 至 90% 按比例取一位小数", "90% and more 1.0; 10% to 90% its share to one place"}
	ReturnsPerson             = Pair{"工号", "Staff number"}
	ReturnsPersonName         = Pair{"姓名", "Name"}

	ReturnsUseNumber = Pair{"支出分类", "by use and source"}
	ReturnsUseTitle  = Pair{"研发支出按用途和资金来源分", "R&D by use and source of funds"}
	ReturnsUseNote   = Pair{"说明：行为支出用途，列为资金来源。资产性支出取年度指标，不在台账合计之内，也不分资金来源；折旧与摊销不计入内部支出。", "Note: uses down, sources across. Spending on assets is that of the annual figures, outside the ledger's total and not told apart by source; depreciation and amortisation are not internal spending."}

	CmdReturnsShort    = Pair{"各种报表：107-1、107-2、季度快报、加计扣除、高企等", "the returns: 107-1, 107-2, quarterly, extra deduction, high-tech"}
	CmdReturnsLong     = Pair{"同一本台账出的各种报表。不写编号就列出全部，并说每张还缺什么；写了编号就算出那一张，每格的算式和出处在 --json 里。--concerns 记下企业涉及哪些报表（在企业概况里，可以撤销）。带「参考」的，规则没有核对过，以主管部门最新规定为准。", "The returns that one ledger yields. Without an id: the list, and what each is still without; with one, that return; formulas and sources of every cell are in --json. --concerns notes on the enterprise's card which returns concern it, and can be undone. What is marked as reference has rules that were not verified: the authority's latest prevail."}
	CmdNoReturn        = Pair{"没有编号为 %[1]s 的报表；有：%[2]s", "there is no return %[1]s; there are %[2]s"}
	CmdWhichReturn     = Pair{"写文件要说是哪一张报表：%s", "say which return to write: %s"}
	CmdFlagConcerns    = Pair{"记下涉及哪些报表，`ID,…` 用逗号隔开；none 都不涉及，ordinary 一般企业的几张", "note which returns concern the enterprise, `ID,…` parted by commas; none for none, ordinary for those of an ordinary one"}
	CmdConcernsAlone   = Pair{"--concerns 不和报表编号、-o 一起用", "--concerns goes without the id of a return and without -o"}
	CmdConcernsLabel   = Pair{"涉及的报表", "which returns concern the enterprise"}
	CmdReturnElse      = Pair{"不涉及", "does not concern it"}
	CmdReturnWhole     = Pair{"齐", "whole"}
	CmdReturnReference = Pair{"参考", "reference"}
)
