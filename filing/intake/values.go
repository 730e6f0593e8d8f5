package intake

import (
	"strings"
	"unicode/utf8"
)

// namesOfCost are the names accounting programs and enterprises give to what was spent, folded, with the category of form
// 107-2 they belong to. The longest name that is found in a text decides. They follow the lines of 107-2 (8–14 and 19) and
// the cost list of 国家税务总局公告2015年第97号 and 2017年第40号; where the two part (职工福利费) 107-2 has it.
// A user confirms each the first time a figure depends on it.
var namesOfCost = map[string][]string{
	"人员人工": {
		"人员人工", "人员人工费", "人员人工费用", "人工费", "人工成本", "人工", "人员费", "人员费用", "工资", "工资薪金", "工资薪酬", "职工薪酬", "薪酬", "薪金", "奖金", "津贴", "补贴", "绩效",
		"社保", "社会保险", "社会保险费", "五险一金", "五险", "公积金", "住房公积金", "养老保险", "基本养老", "医疗保险", "基本医疗", "失业保险", "工伤保险", "生育保险", "劳务费", "外聘人员", "外聘劳务", "劳务派遣", "股权激励", "加班费",
		"劳务", "salary", "wages", "personnel",
	},
	"直接投入": {
		"直接投入", "直接投入费", "直接投入费用", "材料", "材料费", "原材料", "直接材料", "物料", "物料消耗", "领料", "辅料", "辅助材料", "低值易耗品", "耗材", "试剂", "药剂", "燃料", "燃料费", "动力", "动力费", "燃料动力", "燃料动力费", "燃料及动力", "水电", "水电费", "水费", "电费", "气费", "蒸汽费", "燃气费",
		"试制", "试制费", "中间试验", "模具", "工装", "工艺装备", "样品", "样机", "样品样机", "一般测试手段", "测试手段", "检验费", "检测费", "测试费", "测试化验", "测试化验费", "测试化验加工", "测试化验加工费", "化验费", "加工费", "外协加工", "外协加工费",
		"设备租赁", "租赁费", "仪器租赁", "设备维护", "维修费", "维护费", "运行维护", "设备维修", "仪器设备维护", "修理费", "备品备件", "备件", "材料消耗", "半成品", "materials",
	},
	"折旧与长期待摊": {"折旧", "折旧费", "折旧费用", "固定资产折旧", "设备折旧", "仪器折旧", "房屋折旧", "长期待摊", "长期待摊费用", "长期待摊费用摊销", "待摊费用", "装修摊销", "折旧与长期待摊", "折旧费用与长期待摊费用", "折旧与长期待摊费用", "折旧摊销费", "depreciation"},
	"无形资产摊销":  {"无形资产摊销", "无形资产摊销费用", "无形资产摊销费", "无形资产", "软件摊销", "专利摊销", "专利权摊销", "专有技术摊销", "非专利技术摊销", "摊销", "摊销费", "摊销费用", "amortisation", "amortization"},
	"设计":      {"设计", "设计费", "设计费用", "新产品设计", "新产品设计费", "新产品设计费等", "新产品设计费用", "工艺规程制定", "新工艺规程制定", "新工艺规程制定费", "图纸设计"},
	"装备调试与试验": {"装备调试", "装备调试费", "调试费", "装备调试与试验", "装备调试费用与试验费用", "试验费", "试验费用", "现场试验", "现场试验费", "临床试验", "临床试验费", "勘探开发技术现场试验", "田间试验", "田间试验费", "实验费"},
	"委托外部":    {"委托外部", "委托研发", "委托研究", "委托开发", "委托研究开发", "委托外部研究开发", "委托外部研究开发费用", "委托研发费用", "委外", "委外研发", "委外费用", "委外研发费", "委托开发费", "委托研发费", "合作研发", "外包研发", "技术委托", "外部研发"},
	"其他": {
		"其他", "其他费用", "其他相关费用", "其它", "其它费用", "差旅", "差旅费", "会议", "会议费", "会务费", "资料费", "图书资料", "图书资料费", "技术图书资料费", "资料翻译费", "翻译费", "专家咨询", "专家咨询费", "咨询费", "知识产权", "知识产权费", "专利费", "专利申请费", "专利申请", "注册费", "代理费", "申请费",
		"办公费", "办公", "通讯费", "通信费", "交通费", "培训费", "培训", "评审费", "论证费", "鉴定费", "验收费", "成果评审", "评估费", "检索费", "研发保险费", "保险费", "福利费", "职工福利费", "补充养老保险", "补充医疗保险", "工会经费", "职工教育经费", "教育经费", "外事费", "国际合作交流", "招待费", "业务招待费", "车辆费", "印刷费", "邮寄费", "出版费", "文献费", "物业费", "travel", "meetings",
	},
}

// costByName turns namesOfCost round.
var costByName = func() map[string]string {
	m := make(map[string]string)
	for category, names := range namesOfCost {
		for _, n := range names {
			m[fold(n)] = category
		}
	}
	return m
}()

// categoryOf finds the category of a text by the names that are shipped: whole, else by the longest name in it. Two of one
// length that disagree decide nothing.
func categoryOf(s string) (category string, ok bool) {
	w := strings.Trim(bare(fold(s)), ":-_.0123456789")
	if c, is := costByName[w]; is {
		return c, true
	}
	most := 0
	for name, c := range costByName {
		n := utf8.RuneCountInString(name)
		if n < 2 || n < most || !strings.Contains(w, name) {
			continue
		}
		if n == most && c != category {
			ok = false
			continue
		}
		category, most, ok = c, n, true
	}
	return category, ok
}

// treatmentOf finds 费用化 or 资本化 in a text.
func treatmentOf(s string) (string, bool) {
	w := fold(s)
	expensed, capitalised := strings.Contains(w, "费用化"), strings.Contains(w, "资本化")
	switch {
	case expensed && !capitalised:
		return "费用化", true
	case capitalised && !expensed:
		return "资本化", true
	}
	return "", false
}

// counterpartyOf finds what kind of body commissioned work was given to.
func counterpartyOf(s string) string {
	w := fold(s)
	switch {
	case strings.Contains(w, "境外"):
		return "境外机构"
	case strings.Contains(w, "研究机构"), strings.Contains(w, "科研院所"), strings.Contains(w, "研究所"), strings.Contains(w, "研究院"):
		return "境内研究机构"
	case strings.Contains(w, "高校"), strings.Contains(w, "高等学校"), strings.Contains(w, "大学"):
		return "境内高校"
	case strings.Contains(w, "境内企业"), strings.Contains(w, "其他企业"):
		return "境内企业"
	}
	return ""
}
