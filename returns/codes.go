package returns

import (
	"yice/form"
	"yice/text"
)

// Code is one code of 107-2: what the form calls it, and where its figure comes from in this program.
type Code struct {
	Number int
	Title  text.Pair
	Group  text.Pair
	Unit   form.Unit
	// Form and Field are where the figure is keyed, or where the rows it is computed from are kept.
	Form, Field string
	// Keyed: the figure is a field of annual. Otherwise it is computed.
	Keyed bool

	formula Formula
}

var (
	groupStaff        = text.Pair{ZH: "人员情况", EN: "R&D personnel"}
	groupSpend        = text.Pair{ZH: "研究开发费用", EN: "R&D expenses"}
	groupAssets       = text.Pair{ZH: "研究开发资产", EN: "R&D assets"}
	groupSources      = text.Pair{ZH: "研究开发费用按资金来源", EN: "R&D expenses by source of funds"}
	groupPolicy       = text.Pair{ZH: "政府相关政策落实", EN: "Government policies taken up"}
	groupInstitutions = text.Pair{ZH: "企业办（境内）研究开发机构", EN: "R&D institutions in the country"}
	groupPatents      = text.Pair{ZH: "专利情况", EN: "Patents"}
	groupProducts     = text.Pair{ZH: "新产品及其他", EN: "New products and others"}
	groupTechnology   = text.Pair{ZH: "技术改造和技术获取", EN: "Renovation and acquisition of technology"}
)

// codes1072 is 107-2 in the order of the form (layout of report year 2023).
var codes1072 = []Code{
	keyed(1, "研究开发人员合计", "R&D personnel, total", groupStaff, form.Persons, "rd_staff"),
	keyed(2, "其中：管理和服务人员", "of it: management and service", groupStaff, form.Persons, "rd_staff_management"),
	keyed(3, "其中：女性", "of it: women", groupStaff, form.Persons, "rd_staff_female"),
	keyed(4, "其中：全职人员", "of it: full time", groupStaff, form.Persons, "rd_staff_fulltime"),
	keyed(5, "其中：本科毕业及以上人员", "of it: bachelor's degree or above", groupStaff, form.Persons, "rd_staff_bachelor"),
	keyed(6, "其中：外聘人员", "of it: hired from outside", groupStaff, form.Persons, "rd_staff_hired"),

	ledger(7, "研究开发费用合计", "R&D expenses, total", groupSpend, "amount", nil),
	category(8, "人员人工费用", "labour", "人员人工"),
	category(9, "直接投入费用", "direct inputs", "直接投入"),
	category(10, "折旧费用与长期待摊费用", "depreciation and long-term deferred expenses", "折旧与长期待摊"),
	category(11, "无形资产摊销费用", "amortisation of intangible assets", "无形资产摊销"),
	category(12, "设计费用", "design", "设计"),
	category(13, "装备调试费用与试验费用", "equipment commissioning and tests", "装备调试与试验"),
	category(14, "委托外部研究开发费用", "commissioned R&D", "委托外部"),
	counterparty(15, "委托境内研究机构", "commissioned: institutes in the country", "境内研究机构"),
	counterparty(16, "委托境内高等学校", "commissioned: universities in the country", "境内高校"),
	counterparty(17, "委托境内企业", "commissioned: enterprises in the country", "境内企业"),
	counterparty(18, "委托境外机构", "commissioned: institutions abroad", "境外机构"),
	category(19, "其他费用", "other", "其他"),

	keyed(20, "当年形成用于研究开发的固定资产", "fixed assets formed for R&D in the year", groupAssets, form.Thousand, "rd_assets"),
	keyed(21, "其中：仪器和设备", "of it: instruments and equipment", groupAssets, form.Thousand, "rd_assets_equipment"),

	funds(57, "来自企业自筹", "own funds", "企业自筹"),
	funds(43, "来自政府部门", "government", "政府部门"),
	funds(58, "来自银行贷款", "bank loans", "银行贷款"),
	funds(55, "来自风险投资", "venture capital", "风险投资"),
	funds(56, "来自其他渠道", "other channels", "其他渠道"),

	keyed(52, "申报加计扣除减免税的研究开发支出", "R&D claimed for the extra deduction", groupPolicy, form.Thousand, "deduction_claimed"),
	keyed(44, "加计扣除减免税金额", "tax saved by the extra deduction", groupPolicy, form.Thousand, "deduction_tax_saved"),
	keyed(45, "高新技术企业减免税金额", "tax saved as a high-tech enterprise", groupPolicy, form.Thousand, "hightech_tax_saved"),

	keyed(22, "期末机构数", "institutions at the end of the year", groupInstitutions, form.Count, "institutions"),
	keyed(23, "机构研究开发人员", "personnel of institutions", groupInstitutions, form.Persons, "institution_staff"),
	keyed(24, "其中：博士毕业", "of it: doctors", groupInstitutions, form.Persons, "institution_doctors"),
	keyed(25, "其中：硕士毕业", "of it: masters", groupInstitutions, form.Persons, "institution_masters"),
	keyed(26, "机构研究开发费用", "R&D expenses of institutions", groupInstitutions, form.Thousand, "institution_spend"),
	keyed(27, "期末仪器和设备原价", "instruments and equipment at cost, end of the year", groupInstitutions, form.Thousand, "equipment_value"),

	register(29, "当年专利申请数", "patents applied for in the year", groupPatents, form.Pieces, "patent", "applied_on", applied, howMany),
	register(30, "其中：发明专利", "of it: inventions", groupPatents, form.Pieces, "patent", "kind", appliedInventions, howMany),
	register(32, "期末有效发明专利数", "inventions in force at the end of the year", groupPatents, form.Pieces, "patent", "status", inForce, howMany),
	register(33, "其中：已被实施", "of it: in use", groupPatents, form.Pieces, "patent", "implemented", inUse, howMany),
	register(53, "专利所有权转让及许可数", "patents transferred or licensed", groupPatents, form.Pieces, "conversion", "patent", licensed, howManyOf("patent")),
	register(54, "专利所有权转让及许可收入", "income from patents transferred or licensed", groupPatents, form.Thousand, "conversion", "income", licensed, inAll("income")),

	keyed(36, "新产品销售收入", "sales of new products", groupProducts, form.Thousand, "new_product_sales"),
	keyed(37, "其中：出口", "of it: exports", groupProducts, form.Thousand, "new_product_exports"),
	keyed(38, "期末拥有注册商标", "registered trade marks at the end of the year", groupProducts, form.Pieces, "trademarks"),
	keyed(40, "发表科技论文", "papers published", groupProducts, form.Papers, "papers"),
	register(41, "形成国家或行业标准", "national or industry standards formed", groupProducts, form.Count, "standard", "level", standards, howMany),

	keyed(46, "技术改造经费支出", "technical renovation", groupTechnology, form.Thousand, "renovation_spend"),
	keyed(47, "购买境内技术经费支出", "technology bought in the country", groupTechnology, form.Thousand, "domestic_tech_bought"),
	keyed(48, "引进境外技术经费支出", "technology bought abroad", groupTechnology, form.Thousand, "foreign_tech_bought"),
	keyed(49, "引进境外技术的消化吸收经费支出", "absorption of technology bought abroad", groupTechnology, form.Thousand, "absorption_spend"),
	keyed(50, "期末境外研究开发机构数", "R&D institutions abroad at the end of the year", groupTechnology, form.Count, "overseas_institutions"),
}

func keyed(number int, zh, en string, group text.Pair, unit form.Unit, field string) Code {
	return Code{number, text.Pair{ZH: zh, EN: en}, group, unit, "annual", field, true, keyedAs(field)}
}

func ledger(number int, zh, en string, group text.Pair, field string, w where) Code {
	return Code{number, text.Pair{ZH: zh, EN: en}, group, form.Thousand, "spend", field, false, lines(w)}
}

func category(number int, zh, en, id string) Code {
	return ledger(number, zh, en, groupSpend, "category", on(dimCategory, id))
}

func counterparty(number int, zh, en, id string) Code {
	return ledger(number, zh, en, groupSpend, "counterparty", on(dimCategory, commissioned).and(on(dimCounterparty, id)))
}

func funds(number int, zh, en, id string) Code {
	return ledger(number, zh, en, groupSources, "source", on(dimSource, id))
}

func register(number int, zh, en string, group text.Pair, unit form.Unit, formID, field string, rows func(*Slice) where, figure func([]*form.Record) int64) Code {
	return Code{number, text.Pair{ZH: zh, EN: en}, group, unit, formID, field, false, ofRows(formID, field, place(formID, field), rows, figure)}
}
