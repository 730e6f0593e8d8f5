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
	ReturnsSpendPositive    = Pair{"10 项目经费支出为 %s 千元，应当大于 0；台账中可能没有列到本项目的支出", "10, the project's spending, is %s CNY 1k and should be above 0; perhaps no ledger line names it"}
	ReturnsGovernmentWithin = Pair{"10 项目经费支出 %s < 11 其中政府资金 %s（千元）", "10 project spending %s < 11 of it government funds %s CNY 1k"}

	ReturnsProjectsSpend  = Pair{"107-2 的 7 研究开发费用合计 %s < 107-1 各项目 10 经费支出合计 %s（千元）", "107-2 7 R&D expenses %s < the sum of 107-1 10 project spending %s CNY 1k"}
	ReturnsProjectsFunds  = Pair{"107-2 的 43 来自政府部门 %s < 107-1 各项目 11 政府资金合计 %s（千元）", "107-2 43 from government %s < the sum of 107-1 11 government funds %s CNY 1k"}
	ReturnsProjectsMonths = Pair{"107-2 的 1 研究开发人员合计 %d × 12 = %d < 107-1 各项目 9 实际工作时间合计 %s 人月", "107-2 1 R&D personnel %d × 12 = %d < the sum of 107-1 9 person-months %s"}
	ReturnsNoLedger       = Pair{"107-2：1 研究开发人员合计 %d，但研发投入台账一笔也没有", "107-2: 1 R&D personnel is %d, but the R&D ledger has no line"}

	ReturnsSpendOutside   = Pair{"项目总支出 %s 大于其台账支出 %s，台账外 %s 千元须说明（认定后可视同利润）", "total spending %s is above its ledger lines %s; the %s CNY 1k outside the ledger needs a word (recognised, it may count as profit)"}
	ReturnsSpendBelow     = Pair{"项目总支出 %s 小于其台账支出 %s（千元）", "total spending %s is below its ledger lines %s CNY 1k"}
	ReturnsSummaryDiffers = Pair{"%s %s 与本年台账合计 %s（千元）不一致：本年以台账为准，作为上年数时以汇总为准", "%s %s differs from the ledger of the year, %s CNY 1k: the ledger counts for this year, the summary as the year before"}

	ReturnsLabour        = Pair{"107-2 的 8 人员人工费用 %s 千元 ÷ 107-1 各项目 9 实际工作时间 %s 人月，约 %s 元/人月，不在 2,200 至 50,000 元之间", "107-2 8 labour %s CNY 1k ÷ 107-1 9 person-months %s is about CNY %s a person-month, outside 2,200 to 50,000"}
	ReturnsNoInstitution = Pair{"107-2：7 研究开发费用合计 %s 千元，但 22 期末机构数为 0", "107-2: 7 R&D expenses are %s CNY 1k, but 22 institutions is 0"}
	ReturnsNoOutput      = Pair{"107-2：7 研究开发费用合计 %s 千元，但没有专利申请、没有有效发明专利，40 科技论文也为 0", "107-2: 7 R&D expenses are %s CNY 1k, but there is no patent applied for or in force, and 40 papers is 0"}
	ReturnsOldProject    = Pair{"项目名称「%s」与以前年度项目 %s「%s」相似度超过 80%%", "the name '%s' is more than 80%% that of the earlier project %s, '%s'"}

	ReturnsUseLabour   = Pair{"内部支出·日常性支出·人员劳务费", "internal: day-to-day, labour"}
	ReturnsUseOther    = Pair{"内部支出·日常性支出·其他", "internal: day-to-day, other"}
	ReturnsUseAssets   = Pair{"内部支出·资产性支出", "internal: assets"}
	ReturnsUseExternal = Pair{"外部支出", "external"}
	ReturnsUseWear     = Pair{"折旧与摊销（不计入内部支出）", "depreciation and amortisation (not internal spending)"}
	ReturnsUnstated    = Pair{"未注明", "not stated"}
)
