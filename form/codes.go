package form

// The code lists. Lists of the statistical forms 107-1 and 107-2 keep the number of the National Bureau of Statistics:
// as the id itself where the form is filled with numbers (107-1), beside the Chinese word where it is a line of a
// sheet (107-2). All other lists are stored by their Chinese word.

// Codes that rules ask for by name.
const (
	Yes = "是"
	No  = "否"

	Pending    = "待认定"
	Recognised = "已认定"
	Refused    = "不予认定"

	Expensed    = "费用化"
	Capitalised = "资本化"
	Commission  = "委托外部"
	Government  = "政府部门"

	NationalLevel   = "国家级"
	RegionLevel     = "自治区级"
	CityLevel       = "市级"
	EnterpriseLevel = "企业级"

	Invention = "发明"
	Utility   = "实用新型"
	Design    = "外观设计"
	Granted   = "授权"
	Lapsed    = "失效"

	Running    = "在研"
	Finished   = "完成"
	Terminated = "终止"

	Upgraded = "升级"

	// InstrumentWear and EquipmentWear are the lines of the tax ledger that alone make depreciation deductible.
	InstrumentWear = "3.1"
	EquipmentWear  = "3.2"

	// FailedMonth stands for the end of a project that failed within the year (107-1, field 6).
	FailedMonth = "000000"
)

// word makes a code stored by its Chinese word.
func word(zh, en string, also ...string) Code {
	return Code{ID: zh, Title: pair(zh, en), Also: also}
}

// line makes a code stored by its Chinese word that is line nbs of form 107-2.
func line(nbs, zh, en string, also ...string) Code {
	return Code{ID: zh, Title: pair(zh, en), NBS: nbs, Also: also}
}

// nbs makes a code stored by the number form 107-1 gives it.
func nbs(number, zh, en string, also ...string) Code {
	return Code{ID: number, Title: pair(zh, en), NBS: number, Also: also}
}

// coded makes a code of an open list, stored by the standard's own code.
func coded(id, zh, en string) Code { return Code{ID: id, Title: pair(zh, en)} }

var flagCodes = []Code{
	word(Yes, "yes"),
	word(No, "no"),
}

var answerCodes = []Code{
	word(Yes, "yes", "有", "已完成", "Y", "√", "✓"),
	word(No, "no", "无", "未完成", "N", "×", "✗"),
	word("未填", "unanswered", "未答", "待填"),
}

var recognitionCodes = []Code{
	word(Pending, "pending", "未认定", "认定中"),
	word(Recognised, "recognised", "通过", "已通过"),
	word(Refused, "refused", "未通过", "不认定"),
}

var levelCodes = []Code{
	word(NationalLevel, "national", "国家"),
	word(RegionLevel, "autonomous region", "自治区", "省级", "省部级", "区级"),
	word(CityLevel, "city", "市", "盟市级", "包头市级"),
}

var projectLevelCodes = append(levelCodes[:len(levelCodes):len(levelCodes)],
	word(EnterpriseLevel, "enterprise", "企业", "公司级", "自立项目"))

var degreeCodes = []Code{
	word("博士", "doctorate", "博士研究生"),
	word("硕士", "master", "硕士研究生", "研究生"),
	word("本科", "bachelor", "大学本科", "学士"),
	word("大专及以下", "college or below", "大专", "专科", "中专"),
}

var enterpriseTypeCodes = []Code{
	word("竞争型", "competitive", "竞争类"),
	word("功能型", "functional", "功能类", "功能性"),
	word("服务业", "service", "服务型", "服务类"),
}

var tierCodes = []Code{
	word("集团本部", "group headquarters", "集团", "一级企业"),
	word("权属企业", "subsidiary", "子公司", "所属企业", "下属企业"),
}

// areaCodes are the areas of 包头市, GB/T 2260; the list is open.
var areaCodes = []Code{
	coded("150200", "包头市", "Baotou"),
	coded("150202", "东河区", "Donghe"),
	coded("150203", "昆都仑区", "Hondlon"),
	coded("150204", "青山区", "Qingshan"),
	coded("150205", "石拐区", "Shiguai"),
	coded("150206", "白云鄂博矿区", "Bayan Obo"),
	coded("150207", "九原区", "Jiuyuan"),
	coded("150221", "土默特右旗", "Tumed Right Banner"),
	coded("150222", "固阳县", "Guyang"),
	coded("150223", "达尔罕茂明安联合旗", "Darhan Muminggan United Banner"),
	coded("150271", "稀土高新区", "Rare Earth Hi-tech Zone (statistical)"),
}

// industryCodes are the industries these enterprises are in, GB/T 4754-2017; the list is open.
var industryCodes = []Code{
	coded("3232", "稀土金属冶炼", "Rare earth metal smelting"),
	coded("4411", "火力发电", "Thermal power generation"),
	coded("4412", "热电联产", "Combined heat and power"),
	coded("4420", "电力供应", "Power supply"),
	coded("4430", "热力生产和供应", "Heat production and supply"),
	coded("4511", "天然气生产和供应业", "Natural gas production and supply"),
	coded("4610", "自来水生产和供应", "Tap water production and supply"),
	coded("4620", "污水处理及其再生利用", "Sewage treatment and reuse"),
	coded("4813", "市政道路工程建筑", "Municipal road construction"),
	coded("4852", "管道工程建筑", "Pipeline construction"),
}

// spendCategoryCodes are lines 8–14 and 19 of 107-2.
var spendCategoryCodes = []Code{
	line("8", "人员人工", "staff", "人员人工费用", "人工费", "人员费", "工资薪酬"),
	line("9", "直接投入", "direct input", "直接投入费用", "材料费"),
	line("10", "折旧与长期待摊", "depreciation and long-term deferral", "折旧费用与长期待摊费用", "折旧费用", "折旧", "折旧费"),
	line("11", "无形资产摊销", "amortisation", "无形资产摊销费用", "摊销"),
	line("12", "设计", "design", "设计费用", "设计费", "新产品设计费"),
	line("13", "装备调试与试验", "commissioning and tests", "装备调试费用与试验费用", "试验费", "装备调试费", "调试与试验"),
	line("14", Commission, "commissioned work", "委托外部研究开发费用", "委外研发", "委托研发", "委外"),
	line("19", "其他", "other", "其他费用", "其他相关费用"),
}

// spendItemCodes are the lines of the tax ledger (layout of 2021) below the categories, by the number they have there;
// 3.9 is ours: what the statistical category holds and the tax ledger does not.
var spendItemCodes = []Code{
	nbs("1.1", "直接从事研发活动人员工资薪金", "pay of those who do R&D", "工资薪金"),
	nbs("1.2", "直接从事研发活动人员五险一金", "their social insurance and housing fund", "五险一金"),
	nbs("1.3", "外聘研发人员的劳务费用", "fees of R&D staff hired from outside", "外聘劳务费"),
	nbs("2.1", "研发活动直接消耗材料", "materials used up", "直接消耗材料"),
	nbs("2.2", "研发活动直接消耗燃料", "fuel used up", "直接消耗燃料"),
	nbs("2.3", "研发活动直接消耗动力", "power used up", "直接消耗动力"),
	nbs("2.4", "中间试验和产品试制的模具、工艺装备开发及制造费", "moulds and tooling for pilot tests", "模具工装费"),
	nbs("2.5", "不构成固定资产的样品、样机及一般测试手段购置费", "samples, prototypes and testing means", "样品样机购置费"),
	nbs("2.6", "试制产品的检验费", "inspection of trial products"),
	nbs("2.7", "研发仪器、设备的运行维护、调整、检验、维修费", "running and mending of instruments", "仪器设备维护费"),
	nbs("2.8", "经营租赁研发仪器、设备的租赁费", "rent of instruments and equipment", "仪器设备租赁费"),
	nbs(InstrumentWear, "研发仪器的折旧费", "depreciation of instruments", "仪器折旧"),
	nbs(EquipmentWear, "研发设备的折旧费", "depreciation of equipment", "设备折旧"),
	nbs("3.9", "房屋折旧、长期待摊等（不在加计范围）", "buildings, long-term deferral (not deductible)", "长期待摊费用", "房屋折旧"),
	nbs("4.1", "研发软件的摊销", "amortisation of software", "软件摊销"),
	nbs("4.2", "研发专利权的摊销", "amortisation of patents", "专利权摊销"),
	nbs("4.3", "研发非专利技术的摊销", "amortisation of know-how", "非专利技术摊销"),
	nbs("5.1", "新产品设计费", "design of new products"),
	nbs("5.2", "新工艺规程制定费", "rules of new processes"),
	nbs("5.3", "新药研制的临床试验费", "clinical trials"),
	nbs("5.4", "勘探开发技术的现场试验费", "field tests of exploration"),
	nbs("6.1", "技术图书资料费、资料翻译费、专家咨询费、高新科技研发保险费", "books, translation, experts, insurance", "资料咨询保险费"),
	nbs("6.2", "研发成果的检索、论证、评审、鉴定、验收费", "search, review and acceptance of results", "成果评审验收费"),
	nbs("6.3", "知识产权的申请费、注册费、代理费", "fees of intellectual property", "知识产权费"),
	nbs("6.4", "职工福利费、补充养老保险费、补充医疗保险费", "welfare and supplementary insurance", "福利及补充保险"),
	nbs("6.5", "差旅费、会议费", "travel and meetings", "差旅会议费"),
}

// itemDigits gives the first digit of the lines of the tax ledger that a category may have.
var itemDigits = map[string]byte{
	"人员人工": '1', "直接投入": '2', "折旧与长期待摊": '3', "无形资产摊销": '4', "设计": '5', "装备调试与试验": '5', "其他": '6',
}

var patentAcquiredCodes = []Code{
	word("自主", "own", "自主研发", "自主申请"),
	word("受让", "assigned", "受让取得", "购买"),
	word("受赠", "given", "受赠取得"),
	word("并购", "merger", "并购取得"),
}

var treatmentCodes = []Code{
	word(Expensed, "expensed", "费用化支出", "费用"),
	word(Capitalised, "capitalised", "资本化支出", "资本"),
}

// spendSourceCodes are lines 43 and 55–58 of 107-2.
var spendSourceCodes = []Code{
	line("57", "企业自筹", "own funds", "自筹", "自有资金", "企业资金"),
	line("43", Government, "government", "政府", "财政资金", "政府资金", "财政拨款"),
	line("58", "银行贷款", "bank loan", "贷款"),
	line("55", "风险投资", "venture capital", "风投"),
	line("56", "其他渠道", "other", "其他"),
}

var activityCodes = []Code{
	word("基础研究", "basic research"),
	word("应用研究", "applied research"),
	word("试验发展", "experimental development", "实验发展", "试验开发"),
}

// counterpartyCodes are lines 15–18 of 107-2.
var counterpartyCodes = []Code{
	line("15", "境内研究机构", "domestic institute", "研究机构", "科研院所"),
	line("16", "境内高校", "domestic university", "境内高等学校", "高校", "大学"),
	line("17", "境内企业", "domestic enterprise", "企业", "境内企业或单位"),
	line("18", "境外机构", "body abroad", "境外"),
}

// projectSourceCodes: 107-1 field 1.
var projectSourceCodes = []Code{
	nbs("1", "本企业自选项目", "own choice", "自选项目", "企业自选"),
	nbs("2", "政府部门科技项目", "government science and technology project", "政府科技项目", "政府项目"),
	nbs("3", "其他企业（单位）委托项目", "commissioned by another enterprise or body", "其他企业委托项目", "委托项目"),
	nbs("4", "境外项目", "from abroad"),
	nbs("5", "其他项目", "other", "其他"),
}

// cooperationCodes: 107-1 field 2.
var cooperationCodes = []Code{
	nbs("10", "自主完成", "alone", "独立完成", "自主研发"),
	nbs("21", "与境内研究机构合作", "with domestic institutes"),
	nbs("22", "与境内高等学校合作", "with domestic universities", "与境内高校合作"),
	nbs("23", "与境内其他企业或单位合作", "with other domestic enterprises or bodies", "与境内其他企业合作"),
	nbs("24", "与境外机构合作", "with bodies abroad"),
	nbs("31", "委托境内研究机构或高等学校", "commissioned to domestic institutes or universities", "委托境内研究机构或高校"),
	nbs("32", "委托境内其他企业或单位", "commissioned to other domestic enterprises or bodies", "委托境内其他企业"),
	nbs("33", "委托境外机构", "commissioned to bodies abroad"),
	nbs("40", "其他形式", "other", "其他"),
}

// resultCodes: 107-1 field 3.
var resultCodes = []Code{
	nbs("1", "论文、专著或研究报告", "papers, monographs or reports"),
	nbs("2", "新产品、新工艺等推广与示范活动", "promotion and demonstration of new products or processes"),
	nbs("3", "对已有产品、工艺等进行一般性改进", "ordinary improvement of products or processes"),
	nbs("4", "对已有产品、工艺等实现突破性变革", "breakthrough in products or processes"),
	nbs("5", "软件著作权", "software copyright"),
	nbs("6", "应用软件", "application software"),
	nbs("7", "中间件或新算法", "middleware or new algorithm"),
	nbs("8", "基础软件", "basic software"),
	nbs("9", "发明专利", "invention patent"),
	nbs("10", "实用新型专利或外观设计专利", "utility model or design patent"),
	nbs("11", "带有技术、工艺参数的图纸、技术标准、操作规范、技术论证、咨询评价", "drawings with parameters, standards, procedures, appraisals, consulting"),
	nbs("12", "自主研制的新产品原型或样机、样件、样品、配方、新装置", "own prototype, sample, formula or device"),
	nbs("13", "自主开发的新技术或新工艺、新工法、新服务", "own new technology, process, method or service"),
	nbs("14", "其他", "other"),
}

// goalCodes: 107-1 field 4.
var goalCodes = []Code{
	nbs("1", "科学原理的探索、发现", "exploring scientific principles"),
	nbs("2", "技术原理的研究", "studying technical principles"),
	nbs("3", "开发全新产品", "developing wholly new products"),
	nbs("4", "增加产品功能或提高性能", "adding functions or raising performance"),
	nbs("5", "提高劳动生产率", "raising productivity"),
	nbs("6", "减少能源消耗或提高能源使用效率", "saving energy"),
	nbs("7", "节约原材料", "saving materials"),
	nbs("8", "减少环境污染", "reducing pollution"),
	nbs("9", "其他", "other"),
}

// stageCodes: 107-1 field 7.
var stageCodes = []Code{
	nbs("1", "研究", "research"),
	nbs("2", "小试", "bench test"),
	nbs("3", "中试", "pilot test"),
	nbs("4", "试生产", "trial production"),
}

var organisationCodes = []Code{
	word("揭榜挂帅", "open bid"),
	word("竞争立项", "competitive selection"),
	word("定向委托", "direct commission"),
	word("赛马争先", "parallel race", "赛马"),
	word("其他", "other"),
}

var projectRoleCodes = []Code{
	word("牵头", "lead", "主持", "牵头单位"),
	word("参与", "partner", "参加", "参与单位"),
}

var projectStatusCodes = []Code{
	word(Running, "running", "进行中", "在研中"),
	word(Finished, "finished", "已完成", "结题", "验收"),
	word(Terminated, "terminated", "已终止", "中止", "失败"),
}

var patentKindCodes = []Code{
	word(Invention, "invention", "发明专利"),
	word(Utility, "utility model", "实用新型专利", "实用"),
	word(Design, "design", "外观设计专利", "外观"),
}

var patentStatusCodes = []Code{
	word("申请", "filed", "已申请", "受理"),
	word("实审", "under examination", "实质审查", "审查中"),
	word(Granted, "granted", "已授权", "有效"),
	word(Lapsed, "lapsed", "已失效", "无效", "终止"),
}

var gradeCodes = []Code{
	word("特等", "special", "特等奖"),
	word("一等", "first", "一等奖", "1"),
	word("二等", "second", "二等奖", "2"),
	word("三等", "third", "三等奖", "3"),
	word("不分等", "no grades", "不分等级"),
}

var platformKindCodes = []Code{
	word("企业技术中心", "enterprise technology centre", "技术中心"),
	word("重点实验室", "key laboratory", "全国重点实验室"),
	word("博士后科研工作站", "postdoctoral station", "博士后工作站"),
	word("工程研究中心", "engineering research centre"),
	word("技术创新中心", "technology innovation centre"),
	word("制造业创新中心", "manufacturing innovation centre"),
	word("企业研究开发中心", "enterprise R&D centre", "企业研发中心"),
	word("院士工作站", "academician station", "院士专家工作站"),
	word("新型研发机构", "new-type R&D institution"),
	word("其他", "other"),
}

var platformRoleCodes = []Code{
	word("牵头", "lead", "依托单位", "主建"),
	word("参建", "partner", "参与", "共建"),
}

var natureCodes = []Code{
	word("新建", "newly built"),
	word("新认定", "newly recognised"),
	word(Upgraded, "upgraded", "晋级"),
}

var talentCategoryCodes = []Code{
	word("领军人才", "leading talent"),
	word("青年科技人才", "young scientist", "青年人才"),
	word("专业技术人才", "professional", "专技人才"),
	word("高技能人才", "highly skilled worker", "技能人才"),
	word("紧缺人才", "talent in short supply", "急需紧缺人才"),
	word("管理人才", "manager", "经营管理人才"),
}

var talentModeCodes = []Code{
	word("引进", "brought in"),
	word("培养", "trained"),
}

// programmeCodes: 草原英才 ran to June 2024, 英才兴蒙 followed in July 2024; both are kept, rows are dated.
var programmeCodes = []Code{
	word("草原英才", "Grassland Talents"),
	word("英才兴蒙", "Talents for Inner Mongolia"),
	word("鹿城英才", "Lucheng Talents"),
	word("其他", "other"),
}

var conversionModeCodes = []Code{
	word("自行投资实施", "own investment", "自行实施", "自主实施"),
	word("转让", "assignment", "技术转让"),
	word("许可", "licence", "许可使用", "技术许可"),
	word("合作实施", "joint", "共同实施"),
	word("作价投资", "contribution in kind", "作价入股"),
}

var innovationCategoryCodes = []Code{
	word("技术", "technology", "技术创新"),
	word("产品", "product", "产品创新"),
	word("产业", "industry", "产业创新"),
	word("商业模式", "business model", "商业模式创新"),
	word("管理模式", "management", "管理模式创新", "管理创新"),
	word("品牌", "brand", "品牌创新"),
	word("服务", "service", "服务创新"),
	word("服务产品", "service product", "服务产品创新"),
	word("服务模式", "service model", "服务模式创新"),
}

var standardLevelCodes = []Code{
	word("国际", "international", "国际标准"),
	word("国家", "national", "国家标准", "国标"),
	word("行业", "industry", "行业标准", "行标"),
	word("地方", "local", "地方标准", "地标"),
	word("团体", "association", "团体标准", "团标"),
	word("企业", "enterprise", "企业标准", "企标"),
}

var standardRoleCodes = []Code{
	word("主导", "led", "主持", "牵头", "主编"),
	word("参与", "took part", "参加", "参编"),
}

var smallKindCodes = []Code{
	word("小发明", "small invention"),
	word("小创造", "small creation"),
	word("小革新", "small renovation"),
	word("小设计", "small design"),
	word("小建议", "small suggestion"),
}

var allianceKindCodes = []Code{
	word("技术创新联盟", "technology alliance", "产业技术创新联盟"),
	word("创新联合体", "innovation consortium"),
	word("创新工作室", "innovation studio"),
	word("共建实验室", "shared laboratory", "联合实验室"),
	word("校企合作", "school-enterprise cooperation"),
}

var partnerKindCodes = []Code{
	word("国有企业", "state-owned enterprise", "国企"),
	word("民营高科技企业", "private high-tech enterprise", "民营企业"),
	word("高等院校", "university", "高校"),
	word("科研院所", "research institute"),
}

var allianceRoleCodes = []Code{
	word("牵头", "lead", "发起", "理事长单位"),
	word("参与", "member", "参加", "成员单位"),
}

var fundKindCodes = []Code{
	word("科技专项资金", "special science funds", "专项资金"),
	word("创新投资基金", "innovation fund", "创新基金"),
	word("创投企业", "venture subsidiary"),
	word("新兴产业投资", "investment in emerging fields"),
}

var fundFieldCodes = []Code{
	word("数字经济", "digital economy"),
	word("信息技术", "information technology"),
	word("装备制造", "equipment manufacturing"),
	word("新能源", "new energy"),
	word("新材料", "new materials"),
	word("健康服务", "health services"),
	word("其他", "other"),
}
