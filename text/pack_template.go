package text

import "strings"

// OfTemplate gives the English of a text of the built-in template, or the text itself. A pack is written in Chinese; this is
// what its words read as in English where the pack brings no [english] of its own.
func OfTemplate(chinese string) string {
	if en, ok := template[chinese]; ok {
		return en
	}
	if year, ok := templateYear(chinese); ok {
		return "Innovation assessment of Baotou's municipal enterprises (" + year + ", draft)"
	}
	return chinese
}

// templateYear reads the year off the template's title, the one text of it that has one.
func templateYear(title string) (year string, ok bool) {
	year, ok = strings.CutPrefix(title, "包头市属国有企业科技创新考核政策包（")
	if !ok {
		return "", false
	}
	year, ok = strings.CutSuffix(year, "年度·草案）")
	if len(year) != 4 || strings.Trim(year, "0123456789") != "" {
		return "", false
	}
	return year, ok
}

// template has the words of the built-in pack and of the document it follows. A pack that words a line otherwise does not
// find it here, and shows what it says.
var template = map[string]string{
	"包头市国资委":         "Baotou SASAC",
	"包国资发〔2022〕253号": "Baotou SASAC notice 2022/253",
	"包头市":            "Baotou",

	"研发投入强度":       "R&D intensity",
	"研发投入逐年增加":     "R&D growth",
	"发明专利授权":       "Invention patents granted",
	"承担重大科技项目":     "Major projects",
	"科技成果转化收入（万元）": "Conversion income (CNY 10k)",
	"分类创新成果（项）":    "Innovations of the type",
	"创新人才引进培养（人）":  "Talent",
	"创新管理体系":       "Innovation management",
	"新增研发平台加分":     "New platforms",
	"科学技术奖项加分":     "Science awards",
	"重大科技项目视同利润":   "Major projects as profit",
	"新建科技创新平台视同利润": "New platforms as profit",

	"预算列研发资金":            "R&D money in the budget",
	"投资计划列研发项目":          "R&D projects in the investment plan",
	"领导班子专人负责":           "a leader in charge of innovation",
	"科技创新管理制度":           "rules for managing innovation",
	"内部立项机制":             "internal project approval",
	"知识产权管理制度":           "rules for intellectual property",
	"企业人才数据库":            "talent database",
	"年度工作方案":             "yearly work plan",
	"研发统计台账":             "R&D ledger for the statistics",
	"智慧水务和生态资源智能化创新中心挂牌": "opening of the smart water and ecological resources innovation centre",

	"研发投入与发明专利应当逐年增长":             "R&D spending and invention patents grow year by year",
	"企业内部科研项目有立项机制":               "projects are approved within the enterprise",
	"年度预算与投资计划安排研发资金和研发项目":        "the annual budget and the investment plan provide for R&D",
	"考核中创新指标的权重应当提高":              "the weight of innovation in the assessment rises",
	"研发投入视同利润加回，增量按150%":          "R&D is added back as profit, the increment at 150%",
	"按企业类型确定创新方向":                 "directions of innovation follow the type of enterprise",
	"研发投入、发明专利、重大项目、成果转化四类指标必须设定": "four families are set: R&D, invention patents, major projects, conversion",
	"明确分管领导，健全科技创新管理制度":           "a leader is named, and rules for managing innovation exist",
	"研发投入强度指标一企一策":                "R&D intensity is set enterprise by enterprise",
	"新增三级研发平台加分":                  "new platforms of the three levels earn points",
	"按国家规范做好研发统计，用信息化提高数据质量":      "R&D statistics follow the national standard, with better data through IT",
	"点名企业的专项任务（智慧水务、智慧供热、校企合作）":   "tasks of named enterprises (smart water, smart heating, school and enterprise)",
	"健全知识产权管理":                    "intellectual property is managed",
	"推动成果转化":                      "results are converted",
	"分类建立人才数据库":                   "talent databases are kept by category",
	"资源优先配置给创新表现好的企业":             "resources go first to those who do well in innovation",
	"按类型实行个性化考核":                  "assessment differs by type of enterprise",
	"经认定的研发投入、重大科技项目、新建平台视同利润":    "recognised R&D, major projects and new platforms count as profit",
	"三级科技奖项加分":                    "science awards of the three levels earn points",
	"国家、自治区攻关项目团队工资可单列":           "team pay of national and regional key-problem projects may be listed apart",
	"获奖团队可给予奖励":                   "award-winning teams may be rewarded",
	"制定工作方案并纳入年度重点工作":             "a work plan is made and among the year's priorities",
	"攻关项目单位核定绩效工资时倾斜":             "performance pay is tilted to those with key-problem projects",
}
