package text

// The self-assessment as a page: sentences that a manager puts a name under. Money is in 万元 (CNY 10k).
var (
	ReportHTMLBrowser = Pair{"%[1]s %[2]d 年度科技创新自评报告", "%[1]s: innovation self-assessment %[2]d"}
	ReportHTMLTitle   = Pair{"%[1]d 年度科技创新考核自评报告", "Innovation self-assessment, %[1]d"}
	ReportWatermark   = Pair{"模拟", "SIMULATED"}
	ReportHTMLNumbers = [16]Pair{
		{"一、", "1. "},
		{"二、", "2. "},
		{"三、", "3. "},
		{"四、", "4. "},
		{"五、", "5. "},
		{"六、", "6. "},
		{"七、", "7. "},
		{"八、", "8. "},
		{"九、", "9. "},
		{"十、", "10. "},
		{"十一、", "11. "},
		{"十二、", "12. "},
		{"十三、", "13. "},
		{"十四、", "14. "},
		{"十五、", "15. "},
		{"十六、", "16. "},
	}
	ReportHTMLResult   = Pair{"自评结论", "The result"}
	ReportHTMLSpending = Pair{"研发投入", "R&D spending"}
	ReportHTMLNext     = Pair{"下一步", "Next steps"}
	ReportHTMLFindings = Pair{"审核情况", "Findings"}
	ReportHTMLAnnex    = Pair{"附：逐项计分依据", "Annex: how every line came about"}

	ReportHTMLPending   = Pair{"含待认定 %[1]s", "%[1]s with pending"}
	ReportHTMLNoPending = Pair{"没有待认定的部分", "nothing pending"}

	ReportHTMLScored = Pair{
		"按政策包 %[1]s（%[2]s），%[3]s %[4]d 年度创新指标得 %[5]s 分（满分 %[6]s 分），计入年度经营业绩考核 %[7]s 分；另有加分 %[8]s 分。",
		"Under policy pack %[1]s, %[2]s, %[3]s scores %[5]s of %[6]s points on its innovation indicators of %[4]d, which count %[7]s points in the annual assessment; bonus %[8]s points.",
	}
	ReportHTMLCounts       = Pair{"共 %[1]d 项指标：达标 %[2]d 项，未达标 %[3]d 项，缺数据或不可计算 %[4]d 项。", "Of %[1]d indicators, %[2]d have reached full marks, %[3]d are short, %[4]d lack data or are not defined."}
	ReportHTMLFarthest     = Pair{"离满分最远的是“%[1]s”（进度 %[2]s）。", "Farthest from full marks is “%[1]s” (%[2]s of the way)."}
	ReportHTMLTwo          = Pair{"%[1]s%[2]s", "%[1]s %[2]s"}
	ReportHTMLProfitIs     = Pair{"考核利润 %[1]s 万元，其中账面利润 %[2]s、研发投入加回 %[3]s、视同利润 %[4]s。", "Assessed profit is CNY %[1]s ten thousand: book profit %[2]s, R&D added back %[3]s, deemed profit %[4]s."}
	ReportHTMLCompleted    = Pair{"利润目标 %[1]s 万元，完成 %[2]s。", "The profit target is CNY %[1]s ten thousand, completed to %[2]s."}
	ReportHTMLNoTarget     = Pair{"政策包没有给本企业定利润目标，不计算完成率。", "The pack sets no profit target for this enterprise, so there is no completion."}
	ReportHTMLNoProfit     = Pair{"还没有填报利润总额，考核利润暂不能计算。", "The book profit has not been reported, so there is no assessed profit yet."}
	ReportHTMLIfRecognised = Pair{"待认定的若全部认定，创新指标可到 %[1]s 分，加分可到 %[2]s 分。", "With everything pending recognised, the indicators would reach %[1]s points and the bonus %[2]s."}
	ReportHTMLUnfilled     = Pair{"另有 %[1]s 分对应的数据还没填，填之前哪一栏都不计。", "Data for another %[1]s points is not filled in yet; until it is, it counts in neither figure."}
	ReportHTMLMissing      = Pair{"缺 %[1]d 项数据：%[2]s。", "Missing figures, %[1]d: %[2]s."}
	ReportHTMLAnd          = Pair{"%[1]s、%[2]s", "%[1]s, %[2]s"}
	ReportHTMLReady        = Pair{"审核没有待处理的问题。", "No finding is open."}
	ReportHTMLNotReady     = Pair{"报送前还须处理：强制性问题 %[1]d 条（必须改正），核实性问题 %[2]d 条（须书面说明）。", "Before submitting: %[1]d findings to mend, %[2]d to explain in writing."}

	ReportHTMLExpensed    = Pair{"费用化", "Expensed"}
	ReportHTMLCapitalised = Pair{"资本化", "Capitalised"}
	ReportHTMLGovernment  = Pair{"其中政府资金", "of it government"}
	ReportHTMLGrowth      = Pair{"比上年", "Growth"}
	ReportHTMLInWan       = Pair{"金额单位：万元，由精确到分的数四舍五入。", "Amounts in CNY 10k, rounded from exact figures."}
	ReportHTMLStatutory   = Pair{
		"统计口径：107-2 研究开发费用合计〔7〕%[1]s 千元，其中来自政府部门〔43〕%[2]s 千元；107-1 列项目 %[3]d 个，经费支出〔10〕合计 %[4]s 千元。",
		"On the statutory returns (CNY 1k): 107-2 R&D expenses (7) %[1]s, of it from government (43) %[2]s; 107-1 lists %[3]d projects with spending (10) of %[4]s.",
	}
	ReportHTMLByYear   = Pair{"研发投入按年（万元）", "R&D by year (CNY 10k)"}
	ReportHTMLOfTarget = Pair{"实绩 %[1]s，目标 %[2]s", "%[1]s, target %[2]s"}

	ReportHTMLReadingsNote = Pair{"同一份数据在不同口径下的加回额，供比较；考核按政策包采用的一种计算。", "The add-back of the same data under every reading, for comparison; the assessment takes the one that the pack chose."}

	ReportHTMLStep       = Pair{"可以做的事", "What could be done"}
	ReportHTMLGain       = Pair{"创新指标分", "Innovation score"}
	ReportHTMLProfitGain = Pair{"考核利润（万元）", "Assessed profit (CNY 10k)"}
	ReportHTMLNetGain    = Pair{"扣除多列支的研发费用后（万元）", "Net of R&D expensed (CNY 10k)"}
	ReportHTMLEffect     = Pair{"效果", "Effect"}
	ReportHTMLUpTo       = Pair{"最多 %[1]s", "up to %[1]s"}
	ReportHTMLStepsNote  = Pair{"逐项单独测算：在现有数据上只做这一件事、重新打分得出的差额；各项不能简单相加。", "Each on its own: the difference when only this is done to the data as they are and scored again; they do not simply add up."}
	ReportHTMLBookNote   = Pair{"费用化投入会同样减少账面利润，净额已扣除；资本化投入不减少。", "Expensed spending lowers the book profit as much, which the net figure deducts; capitalised spending does not."}

	ReportHTMLDeclare  = Pair{"本单位对 %[1]d 年度所报数据和自评结果的真实性、准确性、完整性负责。", "This unit answers for the truth, accuracy and completeness of its data and self-assessment of %[1]d."}
	ReportHTMLRole     = Pair{"%[1]s：", "%[1]s: "}
	ReportHTMLSignHere = Pair{"签字：", "Signature:"}
	ReportHTMLDateIs   = Pair{"日期：%[1]s", "Date: %[1]s"}
	ReportHTMLPhone    = Pair{"联系电话：%[1]s", "Phone: %[1]s"}
	ReportHTMLColon    = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
)
