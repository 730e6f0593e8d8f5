package form

import (
	"slices"

	"yice/text"
)

// annualForm holds the year's figures that no register yields.
var annualForm = Form{
	ID: "annual", Title: pair("年度指标", "Annual figures"), Scope: PerYear,
	Clauses: []string{"C04", "C16", "C20", "C35", "C39", "C40"},
	Help: pair("台账和登记簿算不出来的年度数字。金额按万元键入，库里存到分；空着就是缺数据，不当零。",
		"The year's figures that no ledger or register yields. Money is keyed in CNY 10k; an empty figure is missing, not zero."),
	Fields: slices.Concat(financeFields, returnFields, wholeFields),
	Groups: annualGroups,
	Checks: []Check{
		{
			ID: "annual.as-of-year", Severity: Must, Fields: []string{"as_of"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				at := r.Str("as_of")
				return found(at != "" && yearOf(at) != year, text.FormAsOfYear, at, year)
			},
		},
		partOf("annual.main-revenue", "main_revenue", "revenue"),
		partOf("annual.pay-performance", "pay_performance", "pay_total"),
		partOf("annual.pay-separate", "pay_performance_separate", "pay_performance"),
		partOf("annual.pay-research", "pay_research_performance", "pay_performance"),
		partOf("annual.staff-management", "rd_staff_management", "rd_staff"),
		partOf("annual.staff-female", "rd_staff_female", "rd_staff"),
		partOf("annual.staff-fulltime", "rd_staff_fulltime", "rd_staff"),
		partOf("annual.staff-bachelor", "rd_staff_bachelor", "rd_staff"),
		partOf("annual.staff-hired", "rd_staff_hired", "rd_staff"),
		partOf("annual.institution-staff", "institution_staff", "rd_staff"),
		partsOf("annual.institution-degrees", "institution_staff", "institution_doctors", "institution_masters"),
		partsOf("annual.bachelor-degrees", "rd_staff_bachelor", "institution_doctors", "institution_masters"),
		partOf("annual.assets-equipment", "rd_assets_equipment", "rd_assets"),
		partOf("annual.exports", "new_product_exports", "new_product_sales"),
		partOf("annual.tech-staff", "tech_staff", "employees"),
		over("annual.hightech-revenue", "hightech_revenue", "revenue"),
		{
			ID: "annual.equipment-institutions", Severity: Must, Fields: []string{"institutions", "equipment_value"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Num("equipment_value") > 0 && r.Num("institutions") <= 0, text.FormEquipmentNoInstitution, r.amount("equipment_value"))
			},
		},
		{
			ID: "annual.tax-saved", Severity: Verify, Fields: []string{"deduction_tax_saved", "deduction_claimed"},
			Bad: func(r *Record) (text.Pair, bool) {
				saved, ok := r.Get("deduction_tax_saved").Int()
				claimed, ok2 := r.Get("deduction_claimed").Int()
				return found(ok && ok2 && saved > claimed, text.FormTaxSavedOver, r.amount("deduction_tax_saved"), r.amount("deduction_claimed"))
			},
		},
		{
			ID: "annual.new-product-sales", Severity: Verify, Fields: []string{"new_product_sales", "revenue"},
			Bad: func(r *Record) (text.Pair, bool) {
				sales, ok := r.Get("new_product_sales").Int()
				revenue, ok2 := r.Get("revenue").Int()
				return found(ok && ok2 && sales > revenue, text.FormNewProductsOver, r.amount("new_product_sales"), r.amount("revenue"))
			},
		},
	},
}

// annualGroups are the parts of the year's figures, as the books, the payroll and the personnel office hand them over.
var annualGroups = []Group{
	{pair("经营", "Business"), []string{"revenue", "main_revenue", "profit", "as_of", "cost_total", "hightech_revenue", "assets_total"}},
	{pair("工资", "Pay"), []string{"pay_total", "pay_performance", "pay_performance_separate", "pay_research_performance"}},
	{pair("研发预算与认定", "R&D budget and recognition"), []string{"rd_budget", "rd_plan", "rd_recognised"}},
	{pair("研发人员", "R&D staff"), []string{
		"rd_staff", "rd_staff_management", "rd_staff_female", "rd_staff_fulltime", "rd_staff_bachelor", "rd_staff_hired", "employees", "tech_staff",
	}},
	{pair("机构与设备", "Institutions and equipment"), []string{
		"institutions", "institution_staff", "institution_doctors", "institution_masters", "institution_spend", "equipment_value",
		"overseas_institutions", "rd_assets", "rd_assets_equipment",
	}},
	{pair("产出", "Output"), []string{"new_product_sales", "new_product_exports", "trademarks", "papers"}},
	{pair("税收优惠", "Tax relief"), []string{"deduction_claimed", "deduction_tax_saved", "hightech_tax_saved"}},
	{pair("技术改造与引进", "Renovation and technology bought"), []string{"renovation_spend", "domestic_tech_bought", "foreign_tech_bought", "absorption_spend"}},
}

// financeFields are what the assessment asks of the books and of the payroll.
var financeFields = []Field{
	{
		ID: "revenue", Title: pair("营业收入", "Revenue"), Kind: Money, Unit: Wan, Source: "C16",
		Help: pair("利润表「营业收入」本年累计数；是研发投入强度的分母。法人口径，不是合并口径，除非政策包另有规定。",
			"'Revenue' of the year's profit statement; the denominator of R&D intensity. Legal entity, unless the pack says consolidated."),
		Synonyms: []string{"营业总收入", "收入"},
	},
	{
		ID: "main_revenue", Title: pair("主营业务收入", "Main business revenue"), Kind: Money, Unit: Wan, Source: "C16",
		Help:     pair("营业收入中主营业务的部分，不含材料销售、出租等其他业务收入。", "The main business part of revenue, without sales of materials, rents and the like."),
		Synonyms: []string{"主营收入"},
	},
	{
		ID: "profit", Title: pair("利润总额", "Profit before tax"), Kind: Money, Unit: Wan, Signed: true, Source: "C06 C35",
		Help:     pair("利润表「利润总额」，亏损填负数；加回之前的账面数，不要先把研发投入加进去。", "Profit before tax as booked, negative for a loss; before anything is added back."),
		Synonyms: []string{"利润"},
	},
	{
		ID: "pay_total", Title: pair("工资总额", "Payroll"), Kind: Money, Unit: Wan, Source: "C37",
		Help:     pair("当年清算的工资总额，含单列部分。", "The year's payroll as settled, including what is listed apart."),
		Synonyms: []string{"职工工资总额", "应发工资总额"},
	},
	{
		ID: "pay_performance", Title: pair("绩效工资总额", "Performance pay"), Kind: Money, Unit: Wan, Source: "C40",
		Help:     pair("核定的绩效工资总额，含单列部分；攻关项目倾斜以它扣除单列后的数为基数。", "Performance pay as approved, including what is listed apart; the tilt's base is this less that part."),
		Synonyms: []string{"绩效工资"},
	},
	{
		ID: "pay_performance_separate", Title: pair("绩效工资中已单列", "Performance pay already listed apart"), Kind: Money, Unit: Wan, Source: "C37 C40",
		Help:     pair("绩效工资总额中已单列、不占基数的部分；没有单列填 0。", "The part of performance pay already listed apart; 0 if none."),
		Synonyms: []string{"其中已单列", "已单列绩效工资"},
	},
	{
		ID: "rd_budget", Title: pair("研发预算", "R&D budget"), Kind: Money, Unit: Wan, Source: "C04",
		Help:     pair("年度预算中列明的研发资金，按批准的预算填，不按执行数填。", "R&D in the approved annual budget, not what was spent."),
		Synonyms: []string{"研发投入预算", "预算研发资金"},
	},
	{
		ID: "rd_plan", Title: pair("投资计划研发项目金额", "R&D in the investment plan"), Kind: Money, Unit: Wan, Source: "C04",
		Help:     pair("年度投资计划中研发项目的金额；技术改造和基建项目不算。", "R&D projects in the investment plan; renovation and construction do not belong here."),
		Synonyms: []string{"投资计划研发金额", "研发投资计划"},
	},
	{
		ID: "rd_recognised", Title: pair("经认定的研发投入", "R&D as recognised"), Kind: Money, Unit: Wan, Source: "C35",
		Help:     pair("主管部门认定的当年研发投入；没有认定文件就空着，不要抄台账合计。", "R&D as the authority recognised it; leave empty until there is a decision, do not copy the ledger's total."),
		Synonyms: []string{"认定研发投入", "认可研发经费"},
	},
	{
		ID: "pay_research_performance", Title: pair("科研机构绩效工资", "Performance pay of research units"), Kind: Money, Unit: Wan, Source: "C39",
		Help:     pair("企业内设科研机构人员的绩效工资；政策要求保持稳定增长。", "Performance pay of the enterprise's own research units; the policy wants it to grow steadily."),
		Synonyms: []string{"科研绩效工资"},
	},
	{
		ID: "as_of", Title: pair("截至月份", "As of"), Kind: Month, Source: "C20", InYear: true,
		Help: pair("上面各项累计数（营业收入、利润、工资等）截至哪个月，如 202306，键入 6 即可；全年的数填 12 月，年度已过去的可以空着。比率只取同一段月份的研发投入。",
			"The month to whose end the sums above (revenue, profit, pay) run, as 202306 (6 is enough on the screen); December or empty for a whole year that is over. Ratios take the R&D of the same months."),
		Synonyms: []string{"截止月份", "数据截至", "截至", "累计截至月份"},
	},
}

// returnFields are what form 107-2 asks and nothing else here yields.
var returnFields = []Field{
	staffField("rd_staff", "研发人员合计", "R&D staff", "1",
		"当年从事研发活动（含管理和服务）的人员；工作量不足 10% 的不算。",
		"Everyone who worked on R&D in the year, with management and services; under 10% of working time does not count.",
		"研究开发人员合计", "研发人员", "研究开发人员"),
	staffField("rd_staff_management", "其中：管理和服务人员", "of them management and services", "2",
		"研发人员中从事研发管理和直接服务的人员；不含后勤、保卫。",
		"Managers of R&D and those serving it directly; not canteen or guards.", "管理和服务人员", "管理和服务"),
	staffField("rd_staff_female", "其中：女性", "of them women", "3",
		"研发人员中的女性。", "Women among R&D staff.", "女性", "女性人员"),
	staffField("rd_staff_fulltime", "其中：全职人员", "of them full-time", "4",
		"当年研发工作时间占全部工作时间 90% 及以上的人员。", "Those who spent 90% or more of their working time on R&D.", "全职人员", "全职", "全时人员"),
	staffField("rd_staff_bachelor", "其中：本科毕业及以上", "of them bachelor or above", "5",
		"研发人员中本科毕业及以上的人员，含硕士和博士。", "With a bachelor's degree or above, masters and doctors included.", "本科毕业及以上", "本科及以上"),
	staffField("rd_staff_hired", "其中：外聘人员", "of them hired from outside", "6",
		"从外单位聘用、参加本企业研发的人员，不含劳务派遣的一般用工。", "People of other bodies who work on this enterprise's R&D.", "外聘人员", "外聘"),
	wanField("rd_assets", "当年形成用于研发的固定资产", "Fixed assets for R&D formed in the year", "20",
		"当年形成、用于研发的固定资产原价；与费用合计不是一回事，不要并入台账。",
		"Original value of fixed assets for R&D formed in the year; apart from the spending in the ledger.", "当年形成用于研究开发的固定资产"),
	wanField("rd_assets_equipment", "其中：仪器和设备", "of it instruments and equipment", "21",
		"上一项中的仪器和设备。", "Instruments and equipment within the line above.", "仪器和设备", "其中仪器和设备"),
	wanField("deduction_claimed", "申报加计扣除减免税的研发支出", "R&D claimed for the super-deduction", "52",
		"向税务机关申报加计扣除的研发支出，税务口径；与台账合计通常不相等。",
		"R&D declared to the tax bureau for the super-deduction; it usually differs from the ledger's total."),
	wanField("deduction_tax_saved", "加计扣除减免税金额", "Tax saved by the super-deduction", "44",
		"因加计扣除而少缴的企业所得税，不是加计扣除额本身。", "Income tax saved by it, not the extra deduction itself.", "加计扣除减免税"),
	wanField("hightech_tax_saved", "高新技术企业减免税金额", "Tax saved as a high-tech enterprise", "45",
		"按 15% 税率比 25% 少缴的所得税；不是高新技术企业填 0。", "Income tax saved by the 15% rate; 0 for others.", "高新技术企业减免税"),
	countField("institutions", "期末研发机构数", "R&D institutions at year end", "22", Count,
		"企业在境内自办或合办、有人员和经费的研发机构；只挂牌的不算。", "Own or joint institutions within the country with staff and funds; a plate alone does not count.", "期末机构数", "机构数", "境内研发机构数"),
	staffField("institution_staff", "机构人员", "Staff of the institutions", "23",
		"上述机构年末人员中的研发人员。", "R&D staff of these institutions at year end.", "机构人员合计"),
	staffField("institution_doctors", "机构博士毕业人员", "Doctors in the institutions", "24",
		"机构人员中博士毕业的。", "Those with a doctorate.", "博士", "博士毕业", "机构博士"),
	staffField("institution_masters", "机构硕士毕业人员", "Masters in the institutions", "25",
		"机构人员中硕士毕业的，不含博士。", "Those with a master's degree, without doctors.", "硕士", "硕士毕业", "机构硕士"),
	wanField("institution_spend", "机构研发费用", "Spending of the institutions", "26",
		"上述机构当年的研发费用，是全部研发费用的一部分。", "What these institutions spent on R&D, a part of all R&D.", "机构费用"),
	wanField("equipment_value", "期末仪器设备原价", "Value of instruments at year end", "27",
		"机构年末在用的仪器和设备原价；大于零时机构数也应大于零。", "Original value of the institutions' instruments in use; needs at least one institution.", "仪器设备原价"),
	wanField("new_product_sales", "新产品销售收入", "Sales of new products", "36",
		"新产品的销售收入；新产品指采用新原理、新构思或在结构、材质、工艺上有明显改进的产品。", "Sales of products that are new in principle or clearly improved."),
	wanField("new_product_exports", "其中：新产品出口", "of it exported", "37",
		"上一项中出口的部分。", "The exported part of the line above.", "新产品出口", "其中出口"),
	countField("trademarks", "期末拥有注册商标", "Trademarks held at year end", "38", Pieces,
		"年末拥有的有效注册商标，境内外均算。", "Valid registered trademarks, at home and abroad.", "期末注册商标", "注册商标"),
	countField("papers", "发表科技论文", "Scientific papers", "40", Papers,
		"当年以本企业名义在正式刊物发表的科技论文；内部刊物不算。", "Papers published in the year under the enterprise's name; not internal ones.", "科技论文", "论文"),
	wanField("renovation_spend", "技术改造经费", "Spending on renovation", "46",
		"技术改造支出；不是研发，不要记入研发投入台账。", "Technical renovation; not R&D, keep it out of the ledger.", "技术改造", "技术改造经费支出"),
	wanField("domestic_tech_bought", "购买境内技术经费", "Domestic technology bought", "47",
		"购买境内其他单位技术的支出。", "Technology bought from others within the country.", "购买境内技术", "购买境内技术经费支出"),
	wanField("foreign_tech_bought", "引进境外技术经费", "Foreign technology bought", "48",
		"从境外引进技术的支出，含专利许可。", "Technology bought from abroad, licences included.", "引进境外技术", "引进境外技术经费支出"),
	wanField("absorption_spend", "消化吸收经费", "Spending on absorption", "49",
		"对引进的境外技术进行消化吸收的支出。", "Absorbing technology bought from abroad.", "消化吸收", "引进境外技术的消化吸收经费支出"),
	countField("overseas_institutions", "期末境外研发机构数", "R&D institutions abroad at year end", "50", Count,
		"年末在境外设立的研发机构。", "Institutions abroad at year end.", "境外研发机构数", "境外机构数"),
}

// wholeFields are figures of the whole enterprise that returns other than 107-2 set R&D against.
var wholeFields = []Field{
	{
		ID: "employees", Title: pair("职工总数", "Employees"), Kind: Int, Unit: Persons,
		Help:     pair("当年月平均的在职、兼职和临时聘用人员（全年累计工作 183 天以上），含科技人员。", "Average of the year: permanent, part-time and temporary staff of 183 days or more, technical staff included."),
		Synonyms: []string{"职工人数", "从业人员", "从业人数", "企业职工总数", "员工总数"},
	},
	{
		ID: "tech_staff", Title: pair("科技人员", "Technical staff"), Kind: Int, Unit: Persons,
		Help:     pair("直接从事研发和相关技术创新活动、管理和直接服务的人员，全年累计 183 天以上；与研发人员是两个口径。", "Those in R&D and technical innovation, its management and direct services, 183 days or more; another measure than R&D staff."),
		Synonyms: []string{"科技人员数", "科技人员总数", "从事科技人员"},
	},
	{
		ID: "hightech_revenue", Title: pair("高新技术产品（服务）收入", "High-tech product and service revenue"), Kind: Money, Unit: Wan,
		Help:     pair("近一年高新技术产品（服务）收入；主要产品的核心技术应属于国家重点支持的高新技术领域。", "The year's revenue of high-tech products and services, of the fields the state supports."),
		Synonyms: []string{"高新技术产品收入", "高新收入", "高品收入"},
	},
	{
		ID: "cost_total", Title: pair("成本费用总额", "Costs and expenses"), Kind: Money, Unit: Wan,
		Help:     pair("利润表的营业成本、税金及附加和期间费用合计。", "Cost of sales, taxes and the expenses of the period on the profit statement."),
		Synonyms: []string{"成本费用", "成本费用支出总额", "成本费用合计"},
	},
	{
		ID: "assets_total", Title: pair("资产总额", "Total assets"), Kind: Money, Unit: Wan,
		Help:     pair("资产负债表年末资产总计。", "Total assets of the balance sheet at year end."),
		Synonyms: []string{"资产总计", "资产合计", "总资产", "年末资产总额", "期末资产总额"},
	},
}

func staffField(id, zh, en, code, helpZH, helpEN string, also ...string) Field {
	return countField(id, zh, en, code, Persons, helpZH, helpEN, also...)
}

func countField(id, zh, en, code string, unit Unit, helpZH, helpEN string, also ...string) Field {
	return Field{ID: id, Title: pair(zh, en), Kind: Int, Unit: unit, Source: "107-2 〔" + code + "〕", Help: pair(helpZH, helpEN), Synonyms: also}
}

func wanField(id, zh, en, code, helpZH, helpEN string, also ...string) Field {
	return Field{ID: id, Title: pair(zh, en), Kind: Money, Unit: Wan, Source: "107-2 〔" + code + "〕", Help: pair(helpZH, helpEN), Synonyms: also}
}
