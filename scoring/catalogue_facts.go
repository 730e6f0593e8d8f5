package scoring

import (
	"yice/form"
	"yice/text"
)

// The catalogue itself: what a statistician may proof-read. Money facts are in 万元.

// ownFacts are the facts with a name and a computation of their own; figures of form annual follow as annual.<field>.
var ownFacts = []*Fact{
	// R&D of the year and of the year before: the ledger, or rd_summary for a year without one.
	{"rd.total", text.Pair{ZH: "研发投入", EN: "R&D spending"}, form.Wan, "spend.amount", text.Pair{ZH: "本年台账全部明细之和：费用化与资本化，全部来源", EN: "every ledger line of the year: both treatments, every source"}, ofYear(rdTotal)},
	{"rd.total_prev", text.Pair{ZH: "上年研发投入", EN: "R&D spending, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年；优先取上年汇总表，没有则取上年台账", EN: "the same for the year before: its summary if there is one, else its ledger"}, ofYearBefore(rdTotal)},
	{"rd.expensed", text.Pair{ZH: "费用化研发投入", EN: "expensed R&D"}, form.Wan, "spend.amount", text.Pair{ZH: "本年台账中处理方式为费用化的明细之和，全部来源", EN: "expensed ledger lines of the year, every source"}, ofYear(rdExpensed)},
	{"rd.expensed_prev", text.Pair{ZH: "上年费用化研发投入", EN: "expensed R&D, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年", EN: "the same for the year before"}, ofYearBefore(rdExpensed)},
	{"rd.government", text.Pair{ZH: "费用化研发投入中的政府资金", EN: "government money in expensed R&D"}, form.Wan, "spend.source", text.Pair{ZH: "费用化明细中资金来源为政府部门的部分", EN: "expensed lines whose source is government"}, ofYear(rdGovernment)},
	{"rd.government_prev", text.Pair{ZH: "上年费用化研发投入中的政府资金", EN: "government money in expensed R&D, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年", EN: "the same for the year before"}, ofYearBefore(rdGovernment)},
	{"rd.own", text.Pair{ZH: "自有资金费用化研发投入", EN: "expensed R&D without government money"}, form.Wan, "spend.amount", text.Pair{ZH: "rd.expensed 减 rd.government", EN: "rd.expensed less rd.government"}, ofYear(rdOwn)},
	{"rd.own_prev", text.Pair{ZH: "上年自有资金费用化研发投入", EN: "expensed R&D without government money, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年", EN: "the same for the year before"}, ofYearBefore(rdOwn)},
	{"rd.capitalised", text.Pair{ZH: "资本化研发投入", EN: "capitalised R&D"}, form.Wan, "spend.amount", text.Pair{ZH: "本年台账中处理方式为资本化的明细之和，全部来源", EN: "capitalised ledger lines of the year, every source"}, ofYear(rdCapitalised)},
	{"rd.capitalised_prev", text.Pair{ZH: "上年资本化研发投入", EN: "capitalised R&D, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年", EN: "the same for the year before"}, ofYearBefore(rdCapitalised)},
	{"rd.capitalised_government", text.Pair{ZH: "资本化研发投入中的政府资金", EN: "government money in capitalised R&D"}, form.Wan, "spend.source", text.Pair{ZH: "资本化明细中资金来源为政府部门的部分", EN: "capitalised lines whose source is government"}, ofYear(rdCapitalisedGovernment)},
	{"rd.capitalised_government_prev", text.Pair{ZH: "上年资本化研发投入中的政府资金", EN: "government money in capitalised R&D, year before"}, form.Wan, "rd_summary", text.Pair{ZH: "同上，上年", EN: "the same for the year before"}, ofYearBefore(rdCapitalisedGovernment)},
	{"rd.original", text.Pair{ZH: "原创技术研发投入", EN: "original-technology R&D"}, form.Wan, "spend.original_technology", text.Pair{ZH: "标注为原创技术的明细之和：费用化与资本化，全部来源", EN: "lines flagged as original technology: both treatments, every source"}, ofYear(rdOriginal)},

	// Finance: form annual.
	{"fin.revenue", text.Pair{ZH: "营业收入", EN: "revenue"}, form.Wan, "annual.revenue", keyed, annualFigure("revenue")},
	{"fin.main_revenue", text.Pair{ZH: "主营业务收入", EN: "main revenue"}, form.Wan, "annual.main_revenue", keyed, annualFigure("main_revenue")},
	{"fin.profit", text.Pair{ZH: "利润总额", EN: "profit"}, form.Wan, "annual.profit", keyed, annualFigure("profit")},
	{"fin.pay_total", text.Pair{ZH: "工资总额", EN: "payroll"}, form.Wan, "annual.pay_total", keyed, annualFigure("pay_total")},
	{"fin.pay_performance", text.Pair{ZH: "绩效工资总额", EN: "performance pay"}, form.Wan, "annual.pay_performance", keyed, annualFigure("pay_performance")},
	{"fin.pay_performance_separate", text.Pair{ZH: "绩效工资中已单列部分", EN: "performance pay already listed apart"}, form.Wan, "annual.pay_performance_separate", keyed, annualFigure("pay_performance_separate")},
	{"fin.pay_research_performance", text.Pair{ZH: "科研机构绩效工资", EN: "performance pay of research units"}, form.Wan, "annual.pay_research_performance", keyed, annualFigure("pay_research_performance")},
	{"fin.rd_budget", text.Pair{ZH: "研发预算", EN: "R&D budget"}, form.Wan, "annual.rd_budget", keyed, annualFigure("rd_budget")},
	{"fin.rd_plan", text.Pair{ZH: "投资计划研发项目金额", EN: "R&D projects in the investment plan"}, form.Wan, "annual.rd_plan", keyed, annualFigure("rd_plan")},
	{"fin.rd_recognised", text.Pair{ZH: "经认定的研发投入", EN: "R&D as recognised"}, form.Wan, "annual.rd_recognised", keyed, annualFigure("rd_recognised")},

	// The registers, rows of the filing year; where a date is named, those whose date lies in the year.
	{"conversion.income", text.Pair{ZH: "科技成果转化收入", EN: "income from conversion of results"}, form.Wan, "conversion.income", text.Pair{ZH: "本年成果转化各行收入之和", EN: "the income of every conversion row of the year"}, summed("conversion", "income")},
	{"conversion.count", text.Pair{ZH: "科技成果转化项数", EN: "conversions"}, form.Count, "conversion", rows, counted("conversion")},
	{"patent.applied", text.Pair{ZH: "当年专利申请数", EN: "patents applied for"}, form.Pieces, "patent.applied_on", text.Pair{ZH: "申请日在本年的专利", EN: "patents applied for in the year"}, counted("patent", within("applied_on"))},
	{"patent.granted", text.Pair{ZH: "当年专利授权数", EN: "patents granted"}, form.Pieces, "patent.granted_on", text.Pair{ZH: "授权日在本年的专利", EN: "patents granted in the year"}, counted("patent", is("status", "授权"), within("granted_on"))},
	{"patent.in_force", text.Pair{ZH: "期末有效专利数", EN: "patents in force"}, form.Pieces, "patent.status", text.Pair{ZH: "状态为授权的专利", EN: "patents whose status is granted"}, counted("patent", is("status", "授权"))},
	{"patent.invention_applied", text.Pair{ZH: "当年发明专利申请数", EN: "invention patents applied for"}, form.Pieces, "patent.applied_on", text.Pair{ZH: "申请日在本年的发明专利", EN: "invention patents applied for in the year"}, counted("patent", is("kind", "发明"), within("applied_on"))},
	{"patent.invention_granted", text.Pair{ZH: "当年发明专利授权数", EN: "invention patents granted"}, form.Pieces, "patent.granted_on", text.Pair{ZH: "授权日在本年的发明专利", EN: "invention patents granted in the year"}, counted("patent", is("kind", "发明"), is("status", "授权"), within("granted_on"))},
	{"patent.invention_in_force", text.Pair{ZH: "期末有效发明专利数", EN: "invention patents in force"}, form.Pieces, "patent.status", text.Pair{ZH: "状态为授权的发明专利", EN: "invention patents whose status is granted"}, counted("patent", is("kind", "发明"), is("status", "授权"))},
	{"patent.granted_prev", text.Pair{ZH: "上年专利授权数", EN: "patents granted, year before"}, form.Pieces, "patent.granted_on", text.Pair{ZH: "登记簿中授权日在上年的专利", EN: "patents in the register granted in the year before"}, counted("patent", is("status", "授权"), yearBefore("granted_on"))},
	{"patent.invention_applied_prev", text.Pair{ZH: "上年发明专利申请数", EN: "invention patents applied for, year before"}, form.Pieces, "patent.applied_on", text.Pair{ZH: "登记簿中申请日在上年的发明专利", EN: "invention patents in the register applied for in the year before"}, counted("patent", is("kind", "发明"), yearBefore("applied_on"))},
	{"patent.invention_granted_prev", text.Pair{ZH: "上年发明专利授权数", EN: "invention patents granted, year before"}, form.Pieces, "patent.granted_on", text.Pair{ZH: "登记簿中授权日在上年的发明专利", EN: "invention patents in the register granted in the year before"}, counted("patent", is("kind", "发明"), is("status", "授权"), yearBefore("granted_on"))},
	{"project.count", text.Pair{ZH: "科技项目数", EN: "projects"}, form.Count, "project", rows, counted("project")},
	{"project.major", text.Pair{ZH: "重大科技项目数", EN: "major projects"}, form.Count, "project.major", text.Pair{ZH: "标注为重大科技项目的行数", EN: "rows flagged as major projects"}, counted("project", is("major", "是"))},
	{"project.tackle", text.Pair{ZH: "重大科技攻关项目数", EN: "key-problem projects"}, form.Count, "project.tackle", text.Pair{ZH: "标注为重大科技攻关项目的行数", EN: "rows flagged as key-problem projects"}, counted("project", is("tackle", "是"))},
	{"project.spend", text.Pair{ZH: "项目总支出", EN: "spending on projects"}, form.Wan, "project.total_spend", text.Pair{ZH: "各项目总支出之和", EN: "the total spending of every project"}, summed("project", "total_spend")},
	{"platform.count", text.Pair{ZH: "研发平台数", EN: "platforms"}, form.Count, "platform", rows, counted("platform")},
	{"platform.new", text.Pair{ZH: "当年新增研发平台数", EN: "new platforms"}, form.Count, "platform.established_on", text.Pair{ZH: "设立日期在本年的平台", EN: "platforms established in the year"}, counted("platform", within("established_on"))},
	{"platform.spend", text.Pair{ZH: "平台建设支出", EN: "spending on platforms"}, form.Wan, "platform.total_spend", text.Pair{ZH: "各平台建设支出之和", EN: "the building cost of every platform"}, summed("platform", "total_spend")},
	{"award.count", text.Pair{ZH: "当年获奖数", EN: "awards"}, form.Count, "award.awarded_on", text.Pair{ZH: "获奖日期在本年的奖项", EN: "awards won in the year"}, counted("award", within("awarded_on"))},
	{"talent.count", text.Pair{ZH: "创新人才数", EN: "innovation talent"}, form.Persons, "talent", rows, counted("talent")},
	{"talent.new", text.Pair{ZH: "当年新增创新人才数", EN: "new innovation talent"}, form.Persons, "talent.since", text.Pair{ZH: "起始日期在本年的行数", EN: "rows that begin in the year"}, counted("talent", within("since"))},
	{"innovation.count", text.Pair{ZH: "创新成果数", EN: "innovation results"}, form.Count, "innovation.achieved_on", text.Pair{ZH: "取得日期在本年的创新成果", EN: "results achieved in the year"}, counted("innovation", within("achieved_on"))},
	{"innovation.key", text.Pair{ZH: "关键技术成果数", EN: "key technical results"}, form.Count, "innovation.key", text.Pair{ZH: "取得日期在本年、标注为关键技术成果的行数", EN: "results of the year flagged as key technology"}, counted("innovation", is("key", "是"), within("achieved_on"))},
	{"innovation.benefit", text.Pair{ZH: "创新成果效益", EN: "benefit of innovation results"}, form.Wan, "innovation.benefit", text.Pair{ZH: "取得日期在本年的创新成果效益之和", EN: "the benefit of the results of the year"}, summed("innovation", "benefit", within("achieved_on"))},
	{"standard.count", text.Pair{ZH: "当年发布标准数", EN: "standards issued"}, form.Count, "standard.issued_on", text.Pair{ZH: "发布日期在本年的标准", EN: "standards issued in the year"}, counted("standard", within("issued_on"))},
	{"small.count", text.Pair{ZH: "五小成果数", EN: "small improvements"}, form.Count, "small.adopted_on", text.Pair{ZH: "采纳日期在本年的五小成果", EN: "small improvements adopted in the year"}, counted("small", within("adopted_on"))},
	{"small.benefit", text.Pair{ZH: "五小成果效益", EN: "benefit of small improvements"}, form.Wan, "small.benefit", text.Pair{ZH: "采纳日期在本年的五小成果效益之和", EN: "the benefit of those adopted in the year"}, summed("small", "benefit", within("adopted_on"))},
	{"alliance.count", text.Pair{ZH: "联合创新体数", EN: "joint-innovation bodies"}, form.Count, "alliance", rows, counted("alliance")},
	{"fund.approved", text.Pair{ZH: "获批科技资金", EN: "funds approved"}, form.Wan, "fund.approved", text.Pair{ZH: "本年资金各行批准金额之和", EN: "the approved amount of every fund row of the year"}, summed("fund", "approved")},
	{"fund.received", text.Pair{ZH: "到位科技资金", EN: "funds received"}, form.Wan, "fund.received", text.Pair{ZH: "到位日期在本年的到位金额之和", EN: "the amounts received in the year"}, summed("fund", "received", within("received_on"))},
}

var (
	keyed = text.Pair{ZH: "年度指标表中填报的数", EN: "the figure keyed in the annual figures"}
	rows  = text.Pair{ZH: "本年登记的行数", EN: "the rows of the filing year"}
)

// ownFactByID is read-only after start.
var ownFactByID = func() map[string]*Fact {
	m := make(map[string]*Fact, len(ownFacts))
	for _, c := range ownFacts {
		m[c.ID] = c
	}
	return m
}()

func rdTotal(r *RD) int64                 { return r.Total() }
func rdExpensed(r *RD) int64              { return r.Expensed }
func rdGovernment(r *RD) int64            { return r.ExpensedGovernment }
func rdOwn(r *RD) int64                   { return r.own() }
func rdCapitalised(r *RD) int64           { return r.Capitalised }
func rdCapitalisedGovernment(r *RD) int64 { return r.CapitalisedGovernment }
func rdOriginal(r *RD) int64              { return r.Original }
