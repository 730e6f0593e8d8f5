package scoring_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yice/scoring"
	"yice/text"
)

// broken is one way to spoil the example pack: pieces of it replaced, and every error that must come of it, in order, as
// "line:column path: the sentence". The sentence may be cut short.
type broken struct {
	name string
	swap []string // old, new, old, new …
	want []string
}

// spoil replaces pieces of the example pack; each must be there exactly as often as in the file.
func (b broken) spoil(t testing.TB) []byte {
	t.Helper()
	s := string(examplePackFile(t))
	for i := 0; i < len(b.swap); i += 2 {
		if !strings.Contains(s, b.swap[i]) {
			t.Fatalf("the example has no %q", b.swap[i])
		}
		s = strings.Replace(s, b.swap[i], b.swap[i+1], 1)
	}
	return []byte(s)
}

func TestBrokenPacks(t *testing.T) {
	for _, b := range brokenPacks {
		t.Run(b.name, func(t *testing.T) {
			got := errorsOf(t, b.spoil(t))
			if os.Getenv("SHOW") != "" {
				for _, g := range got {
					fmt.Printf("%s\t%q,\n", b.name, g)
				}
			}
			checkErrors(t, got, b.want)
		})
	}
}

// errorsOf loads a pack that must not load and gives its errors, each with sentences in both languages.
func errorsOf(t testing.TB, source []byte) []string {
	t.Helper()
	p, err := scoring.Load(source)
	if err == nil {
		t.Fatalf("it loads: %v", p.ID)
	}
	var all []string
	for _, e := range err.(scoring.PackErrors) {
		if e.Say.ZH == "" || e.Say.EN == "" || strings.Contains(e.Say.ZH+e.Say.EN, "%!") {
			t.Errorf("sentence: %q / %q", e.Say.ZH, e.Say.EN)
		}
		all = append(all, fmt.Sprintf("%d:%d %s: %s", e.Line, e.Col, e.Path, e.Say.ZH))
	}
	return all
}

func checkErrors(t testing.TB, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %s", want[i])
		case i >= len(want):
			t.Errorf("unexpected: %s", got[i])
		case !strings.HasPrefix(got[i], want[i]):
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}

var brokenPacks = []broken{
	{"typo in a section", []string{"[rounding]", "[roundng]"}, []string{
		"21:2 roundng: 不认识的部分「roundng」",
	}},
	{"typo in a key", []string{"target  = \"1.50%\"", "traget  = \"1.50%\""}, []string{
		"134:1 indicator.rd_intensity.traget: 没有「traget」这一项",
	}},
	{"duplicate key", []string{"target  = 5\n", "target  = 5\ntarget  = 6\n"}, []string{
		"155:1 target: 「target」写了两次，上一次在第 154 行",
	}},
	{"duplicate table", []string{"[annual] ", "[pack]\n[annual] "}, []string{
		"27:2 pack: 「pack」写了两次，上一次在第 5 行",
	}},
	{"single brackets", []string{"[[bonus]]", "[bonus]"}, []string{
		"220:2 bonus: 这一部分可以有多个，要用双层方括号写：[[bonus]]",
		"234:3 bonus: 「bonus」在第 220 行已是单个表，不能再用 [[ ]]",
	}},
	{"wrong types", []string{"year       = 2023", "year       = \"next\"", "need_growth = true", "need_growth = \"yes\"", "levels     = [\"国家级\", \"自治区级\", \"市级\"]", "levels     = \"国家级\"", "gist = \"企业内部科研项目有立项机制\"", "gist = 3", "valid_to   = 2023-12-31", "valid_to   = \"2023-12-31\""}, []string{
		"12:14 pack.year: 这不是政策包里能用的数字",
		"14:14 pack.valid_to: 日期不要加引号，写成 2023-12-31",
		"17:14 pack.levels: 这里要写列表，例如 [\"国家级\", \"市级\"]",
		"41:8 clause.gist: 这里要写文字，用英文引号括起来",
		"310:15 priority.need_growth: 这里只能写 true（是）或 false（否），不加引号",
	}},
	{"missing keys", []string{"issuer     = \"包头市国资委\"\n", "", "increment_rate  = \"150%\"\n", "", "given           = [\"increment_rate\"]", "given           = []", "name    = \"创新管理体系\"\n", ""}, []string{
		"5:2 pack.issuer: 缺少「issuer」",
		"204:3 indicator.management.name: 缺少「name」",
		"245:2 addback.increment_rate: 缺少「increment_rate」",
	}},
	{"full-width punctuation", []string{"target  = 5\n", "target  ＝ 5\n", "name    = \"发明专利授权\"", "name    = 「发明专利授权」", "target  = 8", "target  = ８", "[\"scale.cap\", \"target\", \"weight\"]", "[\"scale.cap\"，\"target\"，\"weight\"]"}, []string{
		"137:23 : 有 2 个全角符号（，，）",
		"150:11 : 有 2 个全角符号（「」）",
		"154:9 : 有 1 个全角符号（＝）",
		"200:11 : 有 1 个全角符号（８）",
	}},
	{"full-width in a number's quotes", []string{"target  = \"1.50%\"", "target  = \"１．５０％\""}, []string{
		"134:11 indicator.rd_intensity.target: 这不是政策包里能用的数字",
	}},
	{"invisible characters", []string{"target  = 5\n", "target\u200b  = 5\n", "target  = 8", "target\u3000= 8"}, []string{
		"154:7 : 有看不见的字符（⟨200B⟩）",
		"200:7 : 有全角空格或不间断空格",
	}},
	{"bare Chinese", []string{"weight  = { \"竞争型\" = 30", "weight  = { 竞争型 = 30", "name    = \"发明专利授权\"", "name    = 发明专利授权"}, []string{
		"135:13 : 中文名称要加英文引号，例如 \"国家级\" = 3",
		"150:11 : 文字要加英文引号，例如 name = \"研发投入强度\"",
	}},
	{"syntax", []string{"target  = 5\n", "target  5\n", "target  = 10\n", "target  = \n", "cap      = 3\n", "cap      = 3 5\n", "items = [\"预算列研发资金\", ", "items = [\"预算列研发资金\" ", "reading         = \"A\" ", "reading         = \"A "}, []string{
		"154:9 : 名称后面应当是等号，却是「5」",
		"165:10 : 这里缺一个值，却是「 」",
		"210:52 : 列表里两项之间缺逗号，或列表没有用 ] 结束，遇到「\"」",
		"231:14 : 一行只能写一项，这里多出「5」",
		"249:1 : 引号没有配对",
	}},
	{"an open bracket", []string{"levels     = [\"国家级\", \"自治区级\", \"市级\"]", "levels     = [\"国家级\", \"自治区级\", \"市级\""}, []string{
		"18:1 : 列表里两项之间缺逗号，或列表没有用 ] 结束，遇到「t」",
	}},
	{"a broken header", []string{"[rounding]", "[rounding"}, []string{
		"21:10 : 表名的方括号没有配对，遇到行尾",
	}},
	{"weights", []string{"\"竞争型\" = 30", "\"竞争型\" = 31"}, []string{
		"128:3 indicator: 「竞争型」的权重合计是 101，应为 100（31+10+20+10+15+5+5+5）",
	}},
	{"a type without weight", []string{"{ \"竞争型\" = 30, \"功能型\" = 20, \"服务业\" = 20 }", "{ \"竞争型\" = 30, \"功能型\" = 20 }"}, []string{
		"135:11 indicator.rd_intensity.weight: 缺少「服务业」",
	}},
	{"unknown type in a weight", []string{"{ \"竞争型\" = 30, \"功能型\" = 20,", "{ \"竞争类\" = 30, \"功能型\" = 20,"}, []string{
		"135:11 indicator.rd_intensity.weight: 缺少「竞争型」",
		"135:13 indicator.rd_intensity.weight.竞争类: 没有「竞争类」。可以是：竞争型、功能型、服务业。是不是想写「竞争型」？",
	}},
	{"ladder order", []string{"{ at = \"10%\", give = \"90%\" }", "{ at = \"4%\", give = \"90%\" }"}, []string{
		"144:101 indicator.rd_growth.scale.rungs.3: 阶梯顺序不对：4% 不高于上一级 5%",
	}},
	{"ladder gives less", []string{"{ at = \"10%\", give = \"90%\" }", "{ at = \"10%\", give = \"70%\" }"}, []string{
		"144:122 indicator.rd_growth.scale.rungs.3.give: 阶梯得分倒退：70% 低于上一级 75%",
	}},
	{"rungs", []string{"{ above = \"0%\", give = \"60%\" }", "{ above = \"0%\", at = \"0%\", give = \"60%\" }, { give = 75 }"}, []string{
		"144:40 indicator.rd_growth.scale.rungs.1: 一级阶梯只能写 at（达到）或 above（超过）之一",
		"144:83 indicator.rd_growth.scale.rungs.2: 这一级阶梯缺 at（达到）或 above（超过）",
		"144:92 indicator.rd_growth.scale.rungs.2.give: 「75」是 75 倍，多半漏了百分号",
	}},
	{"unknown clause", []string{"clauses = [\"C16\", \"C10\"]", "clauses = [\"C61\", \"C10\"]"}, []string{
		"131:12 indicator.rd_intensity.clauses: 引用的条款「C61」不在条款目录里。请在 [[clause]] 里登记，或改正编号。是不是想写「C16」？",
	}},
	{"clause twice", []string{"id = \"C02\"", "id = \"C01\""}, []string{
		"39:6 clause.C01: 条款「C01」登记了两次",
		"209:12 indicator.management.clauses: 引用的条款「C02」不在条款目录里。请在 [[clause]] 里登记，或改正编号。是不是想写「C20」？",
	}},
	{"not overridable", []string{"path   = \"indicator.talents.target\"", "path   = \"indicator.talents.weight\""}, []string{
		"334:12 enterprise.91150200MA0BT0013C.override.4: 「indicator.talents.weight」没有放开，不能单独调整",
	}},
	{"override of nothing", []string{"path   = \"indicator.talents.target\"", "path   = \"indicator.talent.target\""}, []string{
		"334:12 enterprise.91150200MA0BT0013C.override.4: 政策包里没有「indicator.talent.target」这个参数。是不是想写「indicator.talents.target」？",
	}},
	{"override twice", []string{"path   = \"indicator.talents.target\"", "path   = \"indicator.patents.target\""}, []string{
		"334:12 enterprise.91150200MA0BT0013C.override.4: 「indicator.patents.target」调整了两次，上一次在第 325 行",
	}},
	{"override of a wrong kind", []string{"value  = 10", "value  = \"10%\"", "value  = 500", "value  = \"很多\""}, []string{
		"331:12 enterprise.91150200MA0BT0013C.override.3.value: 这不是政策包里能用的数字",
		"335:12 enterprise.91150200MA0BT0013C.override.4.value: 这里不用百分数，「10%」请写成 10",
	}},
	{"override without reason", []string{"reason = \"责任书第8条（示例）\"", "reason = \" \""}, []string{
		"336:12 enterprise.91150200MA0BT0013C.override.4.reason: 内容是空的",
	}},
	{"no basis", []string{"assumed = [\"scale.cap\", \"target\", \"weight\"]", "assumed = [\"scale.cap\"]"}, []string{
		"134:11 indicator.rd_intensity.target: 这个数没有依据",
		"135:21 indicator.rd_intensity.weight.竞争型: 这个数没有依据",
	}},
	{"no basis for a date", []string{"assumed    = [\"valid_from\", \"valid_to\"]", "assumed    = [\"valid_from\"]"}, []string{
		"14:14 pack.valid_to: 这个数没有依据",
	}},
	{"basis in both lists", []string{"given           = [\"increment_rate\"]", "given           = [\"increment_rate\", \"base_rate\"]"}, []string{
		"257:20 addback.assumed: 「base_rate」同时列在 given 和 assumed",
	}},
	{"basis of nothing", []string{"assumed = [\"innovation_weight\", \"innovation_weight_prev\"]", "assumed = [\"inovation_weight\", \"innovation_weight_prev\"]"}, []string{
		"28:26 annual.innovation_weight: 这个数没有依据",
		"31:12 annual: 列了「inovation_weight」，但这一部分没有它。请删去或改正。是不是想写「innovation_weight」？",
	}},
	{"numbers", []string{"target  = 5\n", "target  = 0x05\n", "target  = 10\n", "target  = 1_0\n", "target  = 300", "target  = 3e2", "target  = 4\n", "target  = 4.123456789\n", "target  = 8", "target  = nan", "cap     = 5", "cap     = -5"}, []string{
		"154:11 indicator.patents.target: 这不是政策包里能用的数字",
		"165:11 indicator.major_projects.target: 这不是政策包里能用的数字",
		"177:11 indicator.conversion.target: 这不是政策包里能用的数字",
		"188:11 indicator.type_innovation.target: 小数最多 8 位",
		"200:11 indicator.talents.target: 这不是政策包里能用的数字",
		"217:11 bonus_total.cap: 「-5」不能是负数",
	}},
	{"percents", []string{"cap = \"100%\" }\ntarget  = \"1.50%\"", "cap = 100 }\ntarget  = \"1.50%\"", "target  = 5\n", "target  = \"5%\"\n", "base_rate       = \"100%\"", "base_rate       = \"-1%\"", "\"市级\" = 0.5 }\ncap      = 3", "\"市级\" = \"-0.5\" }\ncap      = 3"}, []string{
		"133:39 indicator.rd_intensity.scale.cap: 「100」是 100 倍，多半漏了百分号",
		"154:11 indicator.patents.target: 这里不用百分数，「5%」请写成 5",
		"230:44 bonus.platform.points.市级: 「-0.5」不能是负数",
		"252:19 addback.base_rate: 「-1%」不能是负数",
	}},
	{"unknown level", []string{"points   = { \"国家级\" = 2, \"自治区级\" = 1,", "points   = { \"国家级\" = 2, \"省级\" = 1,", "levels   = [\"国家级\", \"自治区级\"]   # 文件只列两级，市级不在内", "levels   = [\"国家级\", \"县级\"]"}, []string{
		"230:25 bonus.platform.points.省级: 没有「省级」。可以是：国家级、自治区级、市级。是不是想写「自治区级」？",
		"279:20 deemed.new_platform.levels: 没有「县级」。可以是：国家级、自治区级、市级。是不是想写「市级」？",
	}},
	{"unknown code", []string{"where = { kind = [\"发明\"], status = [\"授权\"] }", "where = { kind = [\"发明专利\"], status = [\"授予\"] }"}, []string{
		"152:68 indicator.patents.measure.where.kind: 「专利类型」没有「发明专利」这一项。可以是：发明、实用新型、外观设计。是不是想写「发明」？",
		"152:87 indicator.patents.measure.where.status: 「法律状态」没有「授予」这一项。可以是：申请、实审、授权、失效。是不是想写「授权」？",
	}},
	{"unknown field", []string{"where = { kind = [\"发明\"],", "where = { knd = [\"发明\"],", "dedupe = \"family\"", "dedupe = \"familiy\"", "where    = { major = [\"是\"] }", "where    = { staff = [\"3\"] }"}, []string{
		"152:60 indicator.patents.measure.where.knd: 「专利」（patent）没有「knd」这个字段。是不是想写「kind」？",
		"152:126 indicator.patents.measure.dedupe: 「专利」（patent）没有「familiy」这个字段。是不是想写「family」？",
		"264:23 deemed.major_project.where.staff: 「研发人员」不能用作条件：条件只能用代码、是否和文字字段",
	}},
	{"year_by", []string{"year_by = \"granted_on\"", "year_by = \"title\"", "year_by = \"since\"", "year_by = \"active\""}, []string{
		"152:104 indicator.patents.measure.year_by: 「title」不是专利的日期字段",
		"198:60 indicator.talents.measure.year_by: 创新人才没有起止月份，不能用 active",
	}},
	{"unknown register", []string{"register = \"patent\"", "register = \"patents\"", "register = \"award\"", "register = \"team\""}, []string{
		"152:40 indicator.patents.measure.register: 没有「patents」这张登记表",
		"238:12 bonus.award.register: 创新团队没有级别字段，不能按级别计点",
		"239:12 bonus.award.year_by: 创新团队没有日期字段，不能按日期归年",
		"240:12 bonus.award.evidence: 创新团队没有认定字段，不能要求「认定」",
		"241:12 bonus.award.dedupe: 「创新团队」（team）没有「achievement」这个字段",
	}},
	{"unknown fact", []string{"den = \"fin.revenue\"", "den = \"fin.revenu\"", "field = \"conversion.income\"", "field = \"income\""}, []string{
		"132:53 indicator.rd_intensity.measure.den: 没有「fin.revenu」这个指标数据。yice pack facts 列出全部可用的。是不是想写「fin.revenue」？",
		"175:37 indicator.conversion.measure.field: 没有「income」这个指标数据。yice pack facts 列出全部可用的。是不是想写「conversion.income」？",
	}},
	{"unknown kind", []string{"kind = \"ratio\"", "kind = \"ration\"", "scale   = { kind = \"fraction\" }", "scale   = { kind = \"ladder\" }"}, []string{
		"132:20 indicator.rd_intensity.measure.kind: 不认识「ration」",
		"211:11 indicator.management.scale.rungs: 缺少「rungs」",
		"211:11 indicator.management.scale.kind: checklist 与 ladder 不能搭配：检查清单（checklist）只用比例计分（fraction），比例计分也只用于检查清单",
	}},
	{"scale and target", []string{"target  = 10\n", "", "scale   = { kind = \"fraction\" }", "scale   = { kind = \"to_target\", cap = \"100%\" }"}, []string{
		"159:3 indicator.major_projects.target: to_target 计分要有目标值，缺少 target",
		"166:16 indicator.major_projects.overridable: 放开了「target」，但这里没有设它",
		"167:43 indicator.major_projects: 列了「target」，但这一部分没有它",
		"210:11 indicator.management.scale.kind: checklist 与 to_target 不能搭配：检查清单（checklist）只用比例计分（fraction），比例计分也只用于检查清单",
		"210:39 indicator.management.scale.cap: 这个数没有依据",
	}},
	{"words", []string{"reading         = \"A\"", "reading         = \"a\"", "mode           = \"half_up\"", "mode           = \"half-up\"", "status     = \"draft\"", "status     = \"草案\"", "evidence = \"认定\"            # 认定文件", "evidence = \"是\"            # 认定文件"}, []string{
		"15:14 pack.status: 不认识「草案」",
		"24:18 rounding.mode: 不认识「half-up」。可以写：half_up、half_even。是不是想写「half_up」？",
		"226:12 bonus.platform.evidence: 不认识「是」",
		"249:19 addback.reading: 不认识「a」。可以写：A、B。是不是想写「A」？",
	}},
	{"milestones", []string{"join    = \"management\"", "join    = \"talents\"", "due     = 2023-12-31", "due     = 2023-02-30", "id      = \"zhihui_shuiwu\"", "id      = \"智慧水务\""}, []string{
		"338:13 enterprise.91150200MA0BT0013C.milestone.1: 编号「智慧水务」不合规则：小写英文字母开头，只用小写字母、数字、下划线",
		"341:13 enterprise.91150200MA0BT0013C.milestone.1.due: 日历上没有「2023-02-30」这一天",
		"342:13 enterprise.91150200MA0BT0013C.milestone.1.join: 「talents」不是检查清单指标，里程碑只能计入：management",
	}},
	{"enterprise twice", []string{"# ───────────── 一企一策 ─────────────\n", "[[enterprise]]\nuscc = \"91150200MA0BT0013C\"\nname = \"示例\"\ntype = \"功能\"\ndoc = \"责任书\"\n"}, []string{
		"316:8 enterprise.91150200MA0BT0013C.type: 没有「功能」。可以是：竞争型、功能型、服务业。是不是想写「功能型」？",
		"319:8 enterprise.91150200MA0BT0013C: 企业「91150200MA0BT0013C」写了两次，上一次在第 313 行",
	}},
	{"a bad code of an enterprise", []string{"uscc = \"91150200MA0BT0013C\"", "uscc = \"91150200MA0BT0013\""}, []string{
		"315:8 enterprise.91150200MA0BT0013.uscc: 「91150200MA0BT0013」不是统一社会信用代码：18 位数字和大写字母，不含 I、O、S、V、Z",
	}},
	{"dates", []string{"valid_from = 2023-01-01", "valid_from = 2024-01-01", "supersedes = \"\"", "supersedes = \"abc\""}, []string{
		"14:14 pack.valid_to: 施行日期 2024-01-01 晚于失效日期 2023-12-31",
		"16:14 pack.supersedes: supersedes 要么为空，要么是上一版政策包的 SHA-256（64 位小写十六进制）",
	}},
	{"another year", []string{"year       = 2023", "year       = 2024"}, []string{
		"13:14 pack.valid_from: 有效期 2023-01-01 至 2023-12-31 不含 2024 年",
	}},
	{"ids", []string{"id      = \"patents\"", "id      = \"rd_growth\"", "id       = \"award\"", "id       = \"talents\"", "id       = \"new_platform\"", "id       = \"新平台\""}, []string{
		"149:11 indicator.rd_growth: 编号「rd_growth」重复，上一个在第 140 行",
		"234:1 bonus.talents: 编号「talents」已用于 indicator，请换一个，打分说明要靠它区分",
		"273:12 deemed: 编号「新平台」不合规则：小写英文字母开头，只用小写字母、数字、下划线",
		"326:12 enterprise.91150200MA0BT0013C.override.2: 政策包里没有「indicator.patents.target」这个参数。是不是想写「indicator.talents.target」？",
	}},
	{"a family of indicators", []string{"field = \"conversion.income\"", "field = \"fin.revenue\""}, []string{
		"58:1 clause.C10: C10 要求设定四类指标，缺少「成果转化」一类",
	}},
	{"not said to be chosen", []string{"chosen  = true            # 文件未规定计分，由政策包选定\nname    = \"创新人才", "name    = \"创新人才"}, []string{
		"193:1 indicator.talents: 所引条款（C30）没有规定计分，这一指标是政策包自选的，要写 chosen = true",
	}},
	{"types of an indicator", []string{"\"服务业\" = [\"服务产品\", \"服务模式\"] }", "\"服务\" = [\"服务产品\", \"服务模试\"] }"}, []string{
		"186:119 indicator.type_innovation.measure.where_by_type: 缺少「服务业」",
		"186:203 indicator.type_innovation.measure.where_by_type.服务: 没有「服务」。可以是：竞争型、功能型、服务业。是不是想写「服务业」？",
	}},
	{"deemed", []string{"amount   = \"spend_outside_rd\"  #", "amount   = \"fixed\"  #", "amount   = \"spend_outside_rd\"\n", "amount   = \"all_spend\"\nfixed = 5\n"}, []string{
		"268:12 deemed.major_project.fixed: 按定额计（amount = \"fixed\"）时要写 fixed，单位万元",
		"282:9 deemed.new_platform.fixed: 这个数没有依据",
		"282:9 deemed.new_platform.fixed: 只有 amount = \"fixed\" 时才用 fixed",
	}},
	{"a level of the pack", []string{"levels     = [\"国家级\"", "levels     = [\"国家极\"", "\"功能型\", \"服务业\"]\nassumed", "\"功能性\", \"服务业\"]\nassumed"}, []string{
		"17:15 pack.levels: 没有「国家极」。可以是：国家级、自治区级、市级、企业级。是不是想写「国家级」？",
		"18:22 pack.types: 没有「功能性」。可以是：竞争型、功能型、服务业。是不是想写「功能型」？",
	}},
	{"a newer schema", []string{"schema     = 1", "schema     = 3"}, []string{
		"6:14 pack.schema: 这是第 3 版格式的政策包，本程序只认到第 2 版",
	}},
	{"many at once", []string{"target  = 5\n", "traget  = 5\n", "year_by  = \"awarded_on\"", "year_by  = \"award_on\"", "min_score   = 80", "min_score   = 180"}, []string{
		"154:1 indicator.patents.traget: 没有「traget」这一项",
		"239:12 bonus.award.year_by: 「award_on」不是奖项的日期字段。可以是：awarded_on、recognised_on。是不是想写「awarded_on」？",
		"309:15 priority.min_score: 「180」超出范围，最大 100",
	}},
}

func TestPackEncodings(t *testing.T) {
	good := examplePackFile(t)
	gbk, err := simplifiedchinese.GB18030.NewEncoder().Bytes(good)
	if err != nil {
		t.Fatal(err)
	}
	worse := strings.Replace(string(good), "target  = 5\n", "target  = x\n", 1)
	worseGBK, err := simplifiedchinese.GB18030.NewEncoder().String(worse)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		source []byte
		want   []string
	}{
		{"empty", []byte(" \n"), []string{"1:1 : 文件是空的"}},
		{"UTF-16", []byte{0xFF, 0xFE, 'a', 0}, []string{"1:1 : 文件是 UTF-16 编码"}},
		{"BOM", append([]byte{0xEF, 0xBB, 0xBF}, good...), []string{"1:1 : 文件开头有 BOM"}},
		{"GBK", gbk, []string{"1:1 : 文件是 GBK/GB18030 编码"}},
		{"GBK and more", []byte(worseGBK), []string{"1:1 : 文件是 GBK/GB18030 编码", "154:11 : 等号后面的值不认识"}},
		{"bytes", append([]byte("# \xff\n"), good...), []string{"1:3 : 这里的字节不是 UTF-8"}},
		{"too large", make([]byte, scoring.MaxPackBytes+1), []string{"1:1 : 文件有 257 KiB"}},
		{"only a comment", []byte("# 空\n"), []string{"2:1 pack: 缺少 [pack] 部分", "2:1 rounding: 缺少 [rounding] 部分", "2:1 annual: 缺少 [annual]", "2:1 clause: 缺少 [[clause]]", "2:1 indicator: 缺少 [[indicator]]"}},
	} {
		t.Run(c.name, func(t *testing.T) { checkErrors(t, errorsOf(t, c.source), c.want) })
	}
}

// TestPackLimits: what is too deep, too many or too long is refused at its place, and the rest is still checked.
func TestPackLimits(t *testing.T) {
	long := strings.Repeat("长", 2000+1)
	many := strings.Repeat("\"国家级\", ", 2000) + "\"市级\""
	for _, b := range []broken{
		{"brackets", []string{"target  = 5\n", "target  = [[[[[[[[[5]]]]]]]]]\ntraget = 1\n"}, []string{"154:19 : 括号或表名嵌套超过 8 层", "155:1 indicator.patents.traget: 没有「traget」这一项"}},
		{"header", []string{"[rounding]", "[a.b.c.d.e.f.g.h.i]\n[rounding]"}, []string{"21:2 : 括号或表名嵌套超过 8 层"}},
		{"table and brackets", []string{"[rounding]", "[a.b.c.d.e]\nx = [[[[1]]]]\n[rounding]"}, []string{"21:2 a: 不认识的部分「a」", "22:1 : 括号或表名嵌套超过 8 层"}},
		{"a long list", []string{"levels     = [\"国家级\", \"自治区级\", \"市级\"]", "levels     = [" + many + "]"}, []string{"17:1 : 一个列表最多 2000 项", "17:22 pack.levels: 「国家级」重复了"}},
		{"a long text", []string{"企业内部科研项目有立项机制", long}, []string{"41:8 : 文字太长，最多 2000 个字"}},
		{"a long key", []string{"target  = 5\n", "target  = 5\n" + strings.Repeat("k", 120+1) + " = 1\n"}, []string{"155:1 : 名称太长，最多 120 个字"}},
	} {
		t.Run(b.name, func(t *testing.T) {
			checkErrors(t, errorsOf(t, b.spoil(t)), b.want)
		})
	}
}

func TestPackErrorIn(t *testing.T) {
	e := scoring.PackError{scoring.Position{12, 7}, "pack.year", text.PackWantNumber, ""}
	if got := e.In(text.ZH); !strings.HasPrefix(got, "第 12 行第 7 列（pack.year）：") {
		t.Error(got)
	}
	if got := e.In(text.EN); !strings.HasPrefix(got, "line 12, column 7 (pack.year): A number") {
		t.Error(got)
	}
	if got := (scoring.PackErrors{e, e, e}).Error(); !strings.HasSuffix(got, "（另有 2 处）") {
		t.Error(got)
	}
}
