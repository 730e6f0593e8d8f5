package text

// What prints say: the workbook and the self-assessment. Money of results is in 万元 (CNY 10k).

// ReportKind refuses a path that says none of the prints there are.
var ReportKind = Pair{"不知道 %[1]s 要写成什么：文件名请以 .xlsx（工作簿）、.html 或 .docx（自评报告）结尾", "%[1]s says no kind of report: end the name in .xlsx (workbook), .html or .docx (self-assessment)"}

// Marks, signatures and what every print has.
var (
	ReportLanguage      = Pair{"zh-CN", "en"}
	ReportMarkSimulated = Pair{"模拟：政策包是草案，未经国资委签发，结果不作为正式考核依据", "SIMULATION: the policy pack is a draft and not issued; these results are no official assessment"}
	ReportMarkUnasked   = Pair{"模拟：没有核对政策包是不是国资委签发的，结果不作为正式考核依据", "SIMULATION: nobody was asked whether the regulator issued the policy pack; these results are no official assessment"}
	ReportMarkNoPack    = Pair{"没有可用的政策包：本册只有报表和台账，没有打分", "No policy pack: returns and registers only, nothing is scored"}
	ReportMarkMadeUp    = Pair{"虚构：示例企业，数据不是真实数据", "MADE UP: an example enterprise, no real data"}
	ReportPageOf        = Pair{"第 &P 页，共 &N 页", "Page &P of &N"}
	ReportFoot          = Pair{"单位负责人：%[1]s　　　统计负责人：%[2]s　　　填表人：%[3]s　　　联系电话：%[4]s　　　报出日期：%[5]s", "Head of unit: %[1]s      Head of statistics: %[2]s      Prepared by: %[3]s      Phone: %[4]s      Date: %[5]s"}
	ReportDate          = Pair{"%[1]s 年 %[2]s 月 %[3]s 日", "%[1]s-%[2]s-%[3]s"}
	ReportDateBlank     = Pair{"　　　　年　　月　　日", "____-__-__"}
	ReportSeal          = Pair{"（单位公章）　　　　　　", "(seal of the unit)            "}
	ReportPlace         = Pair{"%[1]s · %[2]s", "%[1]s · %[2]s"}
	ReportListComma     = Pair{"；", "; "}
	ReportUnit          = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	ReportWithUnfilled  = Pair{"%[1]s（另有未填 %[2]s）", "%[1]s (another %[2]s unfilled)"}
	ReportWithPending   = Pair{"%[1]s（含待认定 %[2]s）", "%[1]s (%[2]s with pending)"}
	ReportPoints        = Pair{"%[1]s 分", "%[1]s points"}
	ReportWan           = Pair{"%[1]s 万元", "CNY %[1]s ten thousand"}
	ReportPercent       = Pair{"%[1]s%%", "%[1]s%%"}
	ReportColon         = Pair{"：", ":"}
	ReportItems         = Pair{"%[1]d 项", "%[1]d"}
	ReportNoFigure      = Pair{"缺数据", "no data"}
	ReportYes           = Pair{"是", "yes"}
	ReportNo            = Pair{"否", "no"}
	ReportColumnA       = Pair{"甲", "A"}
	ReportColumnB       = Pair{"乙", "B"}
	ReportColumnC       = Pair{"丙", "C"}
	ReportTotal         = Pair{"合计", "Total"}
	ReportRowNumber     = Pair{"序号", "No."}
)

// The sheets of the workbook.
var (
	ReportBookTitle      = Pair{"%[1]s %[2]d 年度科技创新统计报表", "%[1]s: innovation statistics %[2]d"}
	ReportCover          = Pair{"封面", "Cover"}
	ReportCoverTitle     = Pair{"%[1]d 年度科技创新统计与考核报表", "Innovation statistics and assessment, %[1]d"}
	ReportSheet1071      = Pair{"107-1", "107-1"}
	ReportSheet1072      = Pair{"107-2", "107-2"}
	ReportSheetTax       = Pair{"研发支出辅助账汇总", "Tax ledger summary"}
	ReportSheetTotals    = Pair{"研发投入合计", "R&D totals"}
	ReportSheetScore     = Pair{"得分", "Score"}
	ReportSheetProgress  = Pair{"目标进度", "Progress to targets"}
	ReportSheetExplained = Pair{"得分说明", "Score explained"}
	ReportSheetFindings  = Pair{"审核", "Findings"}

	ReportAbout1071      = Pair{"企业研究开发项目情况", "R&D projects of the enterprise"}
	ReportAbout1072      = Pair{"企业研究开发活动及相关情况", "R&D activities of the enterprise"}
	ReportAboutTax       = Pair{"按项目汇总，税务加计扣除口径（2021 版）", "By project, for the tax deduction (layout of 2021)"}
	ReportAboutTotals    = Pair{"台账按月、类别、来源、项目合计，附图", "The ledger by month, category, source and project, with charts"}
	ReportAboutScore     = Pair{"各项得分、加分、考核利润、工资总额", "Indicators, bonus, assessed profit, payroll"}
	ReportAboutProgress  = Pair{"每项指标离满分还有多远，附图", "How far each indicator is from full marks, with a chart"}
	ReportAboutExplained = Pair{"每一分怎么来的：依据、口径、算式、计入与未计入的记录", "How every point came about: basis, reading, formula, records that counted or did not"}
	ReportAboutFindings  = Pair{"未处理的强制性 %[1]d 条、未说明的核实性 %[2]d 条，已说明 %[3]d 条", "%[1]d to mend, %[2]d to explain, %[3]d explained"}
	ReportAboutRows      = Pair{"%[1]d 行", "%[1]d rows"}
	ReportSheet          = Pair{"工作表", "Sheet"}
	ReportAbout          = Pair{"内容", "Content"}
	ReportContents       = Pair{"目录", "Contents"}
	ReportResults        = Pair{"主要结果", "Main results"}

	ReportUSCC         = Pair{"统一社会信用代码", "Unified social credit code"}
	ReportType         = Pair{"企业类型", "Type"}
	ReportYear         = Pair{"填报年度", "Filing year"}
	ReportYearIs       = Pair{"%[1]d 年", "%[1]d"}
	ReportIndustry     = Pair{"行业", "Industry"}
	ReportPack         = Pair{"政策包", "Policy pack"}
	ReportPackIs       = Pair{"政策包：%[1]s　%[2]s", "Policy pack: %[1]s, %[2]s"}
	ReportMode         = Pair{"打分方式", "Scoring"}
	ReportModeOfficial = Pair{"正式（政策包已签发）", "official (issued pack)"}
	// ReportModeSimulated goes wherever the pack is named.
	ReportModeSimulated     = Pair{"模拟（政策包为草案）", "simulation (draft pack)"}
	ReportModeWordOfficial  = Pair{"正式", "official"}
	ReportModeWordSimulated = Pair{"模拟", "simulated"}
	ReportOpenMust          = Pair{"未处理的强制性问题", "Findings to mend"}
	ReportOpenVerify        = Pair{"未说明的核实性问题", "Findings to explain"}
	ReportMissingData       = Pair{"缺少的数据", "Missing figures"}
)

// The statutory forms. Captions follow the layout of report year 2023.
var (
	ReportFormUSCC = Pair{"统一社会信用代码：%[1]s", "Unified social credit code: %[1]s"}
	ReportFormUnit = Pair{"单位详细名称：%[1]s", "Name of unit: %[1]s"}
	ReportFormYear = Pair{"%[1]d 年", "Year %[1]d"}

	Report1071Title   = Pair{"企业研究开发项目情况", "R&D projects of the enterprise"}
	Report1071Number  = Pair{"表号：107-1 表", "Form: 107-1"}
	Report1071None    = Pair{"本年没有研究开发项目", "No R&D project in the year"}
	Report1071Columns = [15]Pair{
		{"项目名称", "Project"},
		{"项目来源", "Source"},
		{"项目开展形式", "Form of work"},
		{"项目当年成果形式", "Result of the year"},
		{"项目技术经济目标", "Goal"},
		{"项目起始日期", "Start"},
		{"项目完成日期", "End"},
		{"跨年项目当年所处主要进展阶段", "Stage, if it crosses the year"},
		{"项目研究开发人员\n（人）", "R&D staff (persons)"},
		{"项目人员实际工作时间\n（人月）", "Time worked (person-months)"},
		{"项目经费支出\n（千元）", "Spending (CNY 1k)"},
		{"其中：政府资金\n（千元）", "of it government (CNY 1k)"},
		{"用于科学原理的探索、发现\n（千元）", "on scientific principles (CNY 1k)"},
		{"企业自主开展\n（千元）", "done by the enterprise (CNY 1k)"},
		{"委托外单位开展\n（千元）", "commissioned (CNY 1k)"},
	}
	Report1071Note = Pair{
		"说明：一行一个项目。金额为台账中该项目明细的合计，以千元计，由精确到分的数四舍五入一次得出；分项之和与合计可能相差 1。完成日期 000000 表示当年失败。",
		"Note: one row a project. Amounts are the sum of its ledger lines in CNY 1k, rounded once from the exact figure, so that parts may differ from their total by 1. An end of 000000 means failed within the year.",
	}

	Report1072Title     = Pair{"企业研究开发活动及相关情况", "R&D activities of the enterprise"}
	Report1072Number    = Pair{"表号：107-2 表", "Form: 107-2"}
	Report1072Indicator = Pair{"指标名称", "Indicator"}
	Report1072Unit      = Pair{"计量单位", "Unit"}
	Report1072Code      = Pair{"代码", "Code"}
	Report1072Year      = Pair{"本年", "This year"}
	Report1072Note      = Pair{
		"说明：金额以千元计，由精确到分的数四舍五入一次得出，分项之和与合计可能相差 1；空格为尚未填报，不等于 0。",
		"Note: amounts in CNY 1k, rounded once from the exact figure; parts may differ from their total by 1. An empty cell has not been reported, which is not 0.",
	}
	ReportLegend = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}

	ReportTaxTitle   = Pair{"研发支出辅助账汇总表", "Summary of the R&D tax ledger"}
	ReportTaxUnit    = Pair{"2021 版　　金额单位：元", "layout of 2021, amounts in CNY"}
	ReportTaxColumns = [18]Pair{
		{"项目编号", "Code"},
		{"项目名称", "Project"},
		{"完成情况", "State"},
		{"支出类型", "Treatment"},
		{"允许加计扣除金额合计", "Deductible, total"},
		{"人员人工费用", "Labour"},
		{"直接投入费用", "Direct inputs"},
		{"折旧费用", "Depreciation"},
		{"无形资产摊销", "Amortisation"},
		{"新产品设计费等", "Design and tests"},
		{"前五项小计", "First five"},
		{"其他相关费用合计", "Other, total"},
		{"其他相关费用经限额调整后", "Other, as limited"},
		{"委托境内发生额", "Commissioned in the country"},
		{"委托境内允许额", "of it allowed"},
		{"委托境外发生额", "Commissioned abroad"},
		{"委托境外限额后", "of it as limited"},
		{"不计入的折旧、委托及未注明类别", "Not counted: depreciation, commissioned or category not told"},
	}
	// ReportTaxNumbers are the column numbers that the layout gives.
	ReportTaxNumbers     = [18]string{"", "", "", "", "", "1", "2", "3", "4", "5", "6", "7.1", "7.2", "", "", "", "", ""}
	ReportTaxExpensed    = Pair{"费用化合计", "Expensed"}
	ReportTaxCapitalised = Pair{"资本化合计", "Capitalised"}
	ReportTaxNote        = Pair{
		"说明：只列有项目、非不征税收入的支出，其余另列在合计之上，一律不加计。折旧只取明细注明为仪器、设备的。限额按全部项目的费用化支出合并计算，只填在费用化合计行：其他相关费用不超过前五项的 10%÷90%；委托境内按 80%；委托境外按 80%，且不超过境内符合条件费用的三分之二。资本化支出按无形资产摊销，本年不直接加计。这是税务口径，与考核加回是两回事，数字不能互用。",
		"Note: lines that name a project and were not paid from non-taxable income; the others stand apart above the total and are never deducted. Depreciation is that of instruments and equipment as the item says. The limits hold over the expensed lines of all projects together and stand in their sum alone: other expenses at most 10% ÷ 90% of the first five; commissioned in the country 80%; abroad 80%, at most two thirds of what is allowed in the country. What is capitalised is amortised later and not deducted this year. This is the tax regime; its figures never serve for the add-back of the assessment.",
	}
)

// Totals of the ledger.
var (
	ReportTotalsTitle   = Pair{"%[1]d 年研发投入合计", "R&D in %[1]d"}
	ReportLedgerLines   = Pair{"台账共 %[1]d 笔。金额以万元计。", "The ledger has %[1]d lines. Amounts in CNY 10k."}
	ReportLedgerTooLong = Pair{"台账共 %[1]d 笔，超过 %[2]d 笔，本册只列合计；明细随报送文件（data/spend.csv），也可在工作台的命令面板里存成文件。金额以万元计。", "The ledger has %[1]d lines, more than %[2]d: this workbook holds its totals alone. The lines travel in the submission (data/spend.csv); the desk's palette saves them to a file. Amounts in CNY 10k."}
	ReportFromSummary   = Pair{"本年没有台账明细，取自研发投入汇总，不能按月和类别分。金额以万元计。", "No ledger this year: the figure is the R&D summary's, which knows no months or categories. Amounts in CNY 10k."}
	ReportByMonth       = Pair{"按月", "By month"}
	ReportByCategory    = Pair{"按费用类别", "By category"}
	ReportBySource      = Pair{"按资金来源", "By source of funds"}
	ReportByTreatment   = Pair{"按支出类型", "By treatment"}
	ReportByActivity    = Pair{"按活动类型", "By activity"}
	ReportByProject     = Pair{"按项目", "By project"}
	ReportInWan         = Pair{"研发投入%[1]s（万元）", "R&D %[1]s (CNY 10k)"}
	ReportMonth         = Pair{"%[1]d 月", "month %[1]d"}
	ReportPart          = Pair{"项目", "Part"}
	ReportAmountWan     = Pair{"金额（万元）", "Amount (CNY 10k)"}
	ReportShare         = Pair{"占比", "Share"}
)

// The score sheet.
var (
	ReportScoreTitle    = Pair{"%[1]d 年度科技创新考核打分表", "Innovation assessment %[1]d: score sheet"}
	ReportUnlisted      = Pair{"政策包没有列出本企业，按%[1]s企业的默认规则打分。", "The pack does not name this enterprise: scored with the defaults of its type, %[1]s."}
	ReportIndicator     = Pair{"指标", "Indicator"}
	ReportActual        = Pair{"实绩", "Actual"}
	ReportTarget        = Pair{"目标", "Target"}
	ReportProgress      = Pair{"进度", "Progress"}
	ReportContributes   = Pair{"计入年度考核 %[1]s", "%[1]s in the annual result"}
	ReportItem          = Pair{"项目", "Item"}
	ReportReadings      = Pair{"研发投入加回的口径对照（万元）", "R&D added back, by reading (CNY 10k)"}
	ReportReadingHead   = Pair{"口径", "Reading"}
	ReportReading       = Pair{"%[1]s；%[2]s；%[3]s", "%[1]s; %[2]s; %[3]s"}
	ReportChosen        = Pair{"采用", "Chosen"}
	ReportPriorityYes   = Pair{"资源优先配置：符合条件", "Resources first: the condition is met"}
	ReportPriorityNo    = Pair{"资源优先配置：不符合条件", "Resources first: the condition is not met"}
	ReportIsPending     = Pair{"%[1]s（待认定）", "%[1]s (pending)"}
	ReportProgressTitle = Pair{"各项指标离满分的进度", "Progress of each indicator to full marks"}
	ReportProgressNote  = Pair{"进度 = 实绩 ÷（实绩 + 还差），达到满分为 100%。", "Progress = actual ÷ (actual + what is missing); full marks are 100%."}
	ReportUsed          = Pair{"计入", "Counted"}
	ReportRejected      = Pair{"未计入", "Not counted"}
	ReportRecord        = Pair{"%[1]s“%[2]s”", "%[1]s “%[2]s”"}
	ReportMoreRecords   = Pair{"另有 %[1]d 条，见报送文件 sheet.json", "%[1]d more, in sheet.json of the submission"}

	ReportReadingA        = Pair{"A 基数加增量", "A base plus increment"}
	ReportReadingB        = Pair{"B 全额另加增量", "B all plus a further increment"}
	ReportReadingExpensed = Pair{"只计费用化", "expensed only"}
	ReportReadingTotal    = Pair{"费用化加资本化", "expensed and capitalised"}
	ReportReadingExclude  = Pair{"扣除政府部门资金", "government money excluded"}
	ReportReadingInclude  = Pair{"不扣政府部门资金", "government money included"}
)

// Findings, sign-offs and assumptions.
var (
	ReportSeverity     = Pair{"性质", "Kind"}
	ReportWhere        = Pair{"位置", "Where"}
	ReportFinding      = Pair{"问题", "Finding"}
	ReportReason       = Pair{"说明", "Reason"}
	ReportState        = Pair{"状态", "Status"}
	ReportOpen         = Pair{"待处理", "open"}
	ReportExplained    = Pair{"已说明", "explained"}
	ReportNoFindings   = Pair{"没有问题", "No findings"}
	ReportMoreFindings = Pair{"另有 %[1]d 条未列出，见工作台的审核（F3）", "%[1]d more are not listed; Checks (F3) at the desk lists all"}
	ReportSignOffs     = Pair{"确认", "Sign-off"}
	ReportUnsigned     = Pair{"尚未确认", "not confirmed yet"}
	ReportSigned       = Pair{"%[1]s 于 %[2]s 确认", "confirmed by %[1]s on %[2]s"}
	ReportSignedByKey  = Pair{"%[1]s 于 %[2]s 用本人密钥签字", "signed by %[1]s on %[2]s with the person's own key"}
	ReportVerified     = Pair{"核验", "Verified"}
	// %[1]s: serial; %[2]s: when it was sealed; %[3]s: SHA-256 of the file.
	ReportVerifiedIs   = Pair{"本件由核验通过的报送文件编制：%[1]s，%[2]s 封存，文件 SHA-256 %[3]s", "made from a submission that verified: %[1]s, sealed at %[2]s, SHA-256 of the file %[3]s"}
	ReportAnswerOf     = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	ReportVerifiedNote = Pair{"另须知道", "Besides"}
	ReportSignedBefore = Pair{"%[1]s 于 %[2]s 确认过，此后数据有改动，须重新确认", "%[1]s confirmed on %[2]s, but the data changed since: to be confirmed again"}
	ReportDue          = Pair{"专项任务期限", "due date of its milestone"}
	ReportOf           = Pair{"所属", "Of"}
	ReportParameter    = Pair{"参数", "Parameter"}
	ReportValue        = Pair{"数值", "Value"}
	ReportPath         = Pair{"政策包中的路径", "Path in the pack"}
	ReportPackLine     = Pair{"行号", "Line"}
	ReportField        = Pair{"指标", "Figure"}
	ReportSource       = Pair{"出处", "Source"}
)
