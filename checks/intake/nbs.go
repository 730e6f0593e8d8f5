package intake

import "fmt"

func init() { layouts = append(layouts, statistics) }

// returned107 is one project as 107-1 has it, money in 千元.
type returned107 struct {
	name                                                 string
	source, cooperation, result, goal, start, end, stage string
	staff, months, spend, government                     string
}

var returned = []returned107{
	{ProjectNames["RD2301"], "1", "10", "9", "3", "202301", "202412", "2", "12", "96.5", "3456", "0"},
	{ProjectNames["RD2302"], "2", "22", "12", "6", "202203", "202312", "3", "8", "60.0", "1208", "300"},
	{"再生水深度处理膜组件研制", "1", "10", "10", "8", "202302", "202311", "", "5", "30.5", "765", "0"},
	{"烧结烟气脱硝催化剂寿命预测", "3", "32", "6", "5", "202306", "202406", "1", "6", "24.0", "980", "120"},
	{"失败的泡沫陶瓷试验", "1", "10", "14", "2", "202301", "000000", "", "3", "9.0", "88", "0"},
}

var fields107 = []string{"name", "source", "cooperation", "result", "goal", "start", "end", "stage", "staff", "person_months", "total_spend", "government_funds"}

func (p returned107) row() []string {
	return []string{p.name, p.source, p.cooperation, p.result, p.goal, p.start, p.end, p.stage, p.staff, p.months, thousand(p.spend), thousand(p.government)}
}

func (p returned107) cells(n int) []Cell {
	return []Cell{
		N(itoa(n)), T(p.name), T(p.source), T(p.cooperation), T(p.result), T(p.goal), T(p.start), T(p.end), T(p.stage),
		N(p.staff), N(p.months),
		{Text: p.spend, Number: p.spend, Money: true},
		{Text: p.government, Number: p.government, Money: true},
	}
}

// filed107 is what stands in the form beside the file's rows: the base's projects that it does not name.
func filed107() Truth {
	t := Truth{Fields: fields107}
	for _, p := range returned {
		t.Rows = append(t.Rows, p.row())
	}
	t.Rows = append(t.Rows, []string{ProjectNames["RD2303"], "1", "10", "", "3", "202301", "202412", "", "", "", "", ""})
	return t
}

func statistics(seed uint64) (all []Case) {
	put := func(c Case) { all = append(all, c) }
	const form1, form2 = "107-1 企业研究开发项目情况", "107-2 企业研究开发活动及相关情况"

	s := Sheet{Name: "107-1"}
	s.words(Title, "企业研究开发项目情况")
	s.merge(0, 12, 1)
	s.words(Title, "", "", "", "", "", "", "", "", "", "", "表    号：107-1表")
	s.words(Title, "统一社会信用代码：91150200MA0BT0013C", "", "", "", "", "", "", "", "", "", "制定机关：国家统计局")
	s.words(Title, "单位详细名称：示例水务", "", "", "", "2023年", "", "", "", "", "", "计量单位：千元")
	s.words(Header, "序号", "项目名称", "项目来源", "项目开展形式", "项目当年成果形式", "项目技术经济目标", "项目起始日期", "项目完成日期", "跨年项目当年所处主要进展阶段", "项目研究开发人员（人）", "项目人员实际工作时间（人月）", "项目经费支出（千元）", "其中：政府资金")
	s.words(Header, "甲", "乙", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
	for i, p := range returned {
		s.add(Line, p.cells(i+1)...).Taken = true
	}
	s.words(Title, "单位负责人：张三", "", "统计负责人：李四", "", "填表人：王五", "", "联系电话：0472-5550123", "", "", "报出日期：2024年3月1日")
	put(Case{
		Name: "nbs-107-1", Layout: form1, Form: "project", Containers: []string{"xlsx", "csv-gb18030", "html", "biff8"}, Mutable: true,
		Note:  "千元 for the two amounts only. There is no number of a project: known names keep theirs and what 107-1 does not ask for; new ones get one proposed. The row 甲 乙 1 2 … names columns; the signatures are no projects.",
		Files: []File{{Name: "107-1.x", Grid: one(s)}}, Steps: []Step{{Expect: Right, Truth: filed107()}},
	})

	short := Sheet{Name: "107-1", Rows: append([]Row{}, s.Rows[4:9]...)}
	short.Rows[0].Cells = append([]Cell{}, short.Rows[0].Cells...)
	for i, t := range []string{"序号", "项目名称", "项目来源", "项目开展\n形式", "项目当年\n成果形式", "项目技术\n经济目标", "项目起始\n日期", "项目完成\n日期", "跨年项目\n当年所处\n主要进展\n阶段", "项目研究\n开发人员\n（人）", "项目人员\n实际工作\n时间\n（人月）", "项目经费\n支出\n（千元）", "政府资金\n（千元）"} {
		short.Rows[0].Cells[i] = T(t)
	}
	t := Truth{Fields: fields107}
	for _, p := range returned[:3] {
		t.Rows = append(t.Rows, p.row())
	}
	t.Rows = append(t.Rows, filed107().Rows[len(returned)])
	put(Case{
		Name: "nbs-107-1-line-breaks", Layout: form1, Form: "project", Containers: []string{"xlsx", "csv", "xml2003"},
		Note:  "Only the table, its header broken into lines within the cells.",
		Files: []File{{Name: "107-1.x", Grid: one(short)}}, Steps: []Step{{Expect: Right, Truth: t}},
	})

	two := sheet1072(true)
	put(Case{
		Name: "nbs-107-2-two-halves", Layout: form2, Form: "annual", Containers: []string{"xlsx", "html", "xml2003", "biff8"}, Mutable: true,
		Note:  "Label, unit, code and figure, two halves side by side. Codes that are computed from the registers (7–19, 29–33, 41, 43, 57 …) are not keyed here and are said to be left out.",
		Files: []File{{Name: "107-2.x", Grid: one(two)}}, Steps: []Step{{Expect: Right, Truth: truth1072()}},
	})
	put(Case{
		Name: "nbs-107-2-one-column", Layout: form2, Form: "annual", Containers: []string{"xlsx", "csv-gb18030", "ods"},
		Note:  "The same in one half below the other.",
		Files: []File{{Name: "107-2.x", Grid: one(sheet1072(false))}}, Steps: []Step{{Expect: Right, Truth: truth1072()}},
	})
	return all
}

// indicator is one line of 107-2: its code, name, unit, figure, and the field that keeps it ("" where it is computed).
type indicator struct{ code, name, unit, figure, field string }

var indicators = []indicator{
	{"1", "研究开发人员合计", "人", "86", "rd_staff"},
	{"2", "其中：管理和服务人员", "人", "9", "rd_staff_management"},
	{"3", "其中：女性", "人", "31", "rd_staff_female"},
	{"4", "其中：全职人员", "人", "70", "rd_staff_fulltime"},
	{"5", "其中：本科毕业及以上人员", "人", "66", "rd_staff_bachelor"},
	{"6", "其中：外聘人员", "人", "4", "rd_staff_hired"},
	{"7", "研究开发费用合计", "千元", "9410", ""},
	{"8", "1.人员人工费用", "千元", "5200", ""},
	{"9", "2.直接投入费用", "千元", "2100", ""},
	{"10", "3.折旧费用与长期待摊费用", "千元", "700", ""},
	{"11", "4.无形资产摊销费用", "千元", "110", ""},
	{"12", "5.设计费用", "千元", "200", ""},
	{"13", "6.装备调试费用与试验费用", "千元", "0", ""},
	{"14", "7.委托外部研究开发费用", "千元", "900", ""},
	{"15", "①委托境内研究机构", "千元", "400", ""},
	{"16", "②委托境内高等学校", "千元", "500", ""},
	{"17", "③委托境内企业", "千元", "0", ""},
	{"18", "④委托境外机构", "千元", "0", ""},
	{"19", "8.其他费用", "千元", "200", ""},
	{"20", "当年形成用于研究开发的固定资产", "千元", "1300", "rd_assets"},
	{"21", "其中：仪器和设备", "千元", "1250", "rd_assets_equipment"},
	{"57", "来自企业自筹", "千元", "8990", ""},
	{"43", "来自政府部门", "千元", "420", ""},
	{"58", "来自银行贷款", "千元", "0", ""},
	{"55", "来自风险投资", "千元", "0", ""},
	{"56", "来自其他渠道", "千元", "0", ""},
	{"52", "申报加计扣除减免税的研究开发支出", "千元", "7800", "deduction_claimed"},
	{"44", "加计扣除减免税金额", "千元", "1950", "deduction_tax_saved"},
	{"45", "高新技术企业减免税金额", "千元", "640", "hightech_tax_saved"},
	{"22", "期末机构数", "个", "2", "institutions"},
	{"23", "机构研究开发人员", "人", "52", "institution_staff"},
	{"24", "其中：博士毕业", "人", "3", "institution_doctors"},
	{"25", "其中：硕士毕业", "人", "17", "institution_masters"},
	{"26", "机构研究开发费用", "千元", "6100", "institution_spend"},
	{"27", "期末仪器和设备原价", "千元", "15400", "equipment_value"},
	{"29", "当年专利申请数", "件", "7", ""},
	{"30", "其中：发明专利", "件", "3", ""},
	{"32", "期末有效发明专利数", "件", "11", ""},
	{"33", "其中：已被实施", "件", "6", ""},
	{"36", "新产品销售收入", "千元", "88200", "new_product_sales"},
	{"37", "其中：出口", "千元", "1500", "new_product_exports"},
	{"38", "期末拥有注册商标", "件", "5", "trademarks"},
	{"40", "发表科技论文", "篇", "8", "papers"},
	{"41", "形成国家或行业标准", "项", "1", ""},
	{"46", "技术改造经费支出", "千元", "4300", "renovation_spend"},
	{"47", "购买境内技术经费支出", "千元", "260", "domestic_tech_bought"},
	{"48", "引进境外技术经费支出", "千元", "0", "foreign_tech_bought"},
	{"49", "引进境外技术的消化吸收经费支出", "千元", "0", "absorption_spend"},
	{"50", "期末企业在境外设立的研究开发机构数", "个", "0", "overseas_institutions"},
}

func (i indicator) cells() []Cell {
	f := Cell{Text: i.figure, Number: i.figure, Money: i.unit == "千元"}
	return []Cell{T(i.name), T(i.unit), T(i.code), f}
}

func sheet1072(halves bool) Sheet {
	s := Sheet{Name: "107-2"}
	s.words(Title, "企业研究开发活动及相关情况")
	s.words(Title, "", "", "", "", "", "", "表号：107-2表")
	s.words(Title, "统一社会信用代码：91150200MA0BT0013C")
	s.words(Title, "单位详细名称：示例水务", "", "", "2023年")
	if !halves {
		s.words(Header, "指标名称", "计量单位", "代码", "本年")
		s.words(Header, "甲", "乙", "丙", "1")
		for _, i := range indicators {
			s.add(Line, i.cells()...).Taken = i.field != ""
		}
	} else {
		s.words(Header, "指标名称", "计量单位", "代码", "本年", "指标名称", "计量单位", "代码", "本年")
		s.words(Header, "甲", "乙", "丙", "1", "甲", "乙", "丙", "1")
		half := (len(indicators) + 1) / 2
		for n := range half {
			cells, taken := indicators[n].cells(), indicators[n].field != ""
			if n+half < len(indicators) {
				cells = append(cells, indicators[n+half].cells()...)
				taken = taken || indicators[n+half].field != ""
			}
			s.add(Line, cells...).Taken = taken
		}
	}
	s.words(Title, "单位负责人：张三", "统计负责人：李四", "填表人：王五", "联系电话：5550123", fmt.Sprintf("报出日期：%d年3月1日", year+1))
	return s
}

func truth1072() Truth {
	var t Truth
	var row []string
	for _, i := range indicators {
		if i.field == "" {
			continue
		}
		t.Fields = append(t.Fields, i.field)
		if i.unit == "千元" {
			row = append(row, thousand(i.figure))
		} else {
			row = append(row, i.figure)
		}
	}
	t.Rows = [][]string{row}
	return t
}

// thousand writes a figure in 千元 as the program exports it.
func thousand(s string) string {
	if s == "0" {
		return "0.00"
	}
	return s + "000.00"
}
