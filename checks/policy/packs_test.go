//go:build unix

package policy

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// brokenPack is a pack that must be refused: pieces of the example replaced, or a file of its own, and each error that must
// be told, in file order: at is the piece of the broken file the error stands at (its first occurrence, or the one after a
// piece that leads to it, written "lead⇥piece"), says is what its sentence must hold.
type brokenPack struct {
	name string
	swap []string // old, new, old, new …
	make func(example string) string
	errs []wanted
	// more: errors may follow that are not listed, because the mistake makes many of them.
	more bool
}

type wanted struct{ at, says string }

var brokenPacks = []brokenPack{
	{
		name: "slips of the finger in a key, a level and a clause", swap: []string{
			`target  = "1.50%"`, `tagret  = "1.50%"`,
			`"国家级" = 10,`, `"国家及" = 10,`,
			`clauses = ["C16", "C10"]`, `clauses = ["C16", "C100"]`,
		},
		errs: []wanted{{`"C100"`, "「C10」"}, {"tagret", "「target」"}, {`"国家及"`, "「国家级」"}},
	},
	{
		name: "weights that are not 100", swap: []string{`"功能型" = 20`, `"功能型" = 25`, `"服务业" = 10 }`, `"服务业" = 12 }`},
		errs: []wanted{{"indicator]]", "「功能型」的权重合计是 105，应为 100"}, {"indicator]]", "「服务业」的权重合计是 102，应为 100"}},
	},
	{
		name: "full-width quotes and commas", swap: []string{
			`reason = "责任书第4条（示例）"`, `reason = “责任书第4条（示例）”`,
			`levels     = ["国家级", "自治区级", "市级"]`, `levels     = ["国家级"、"自治区级"，"市级"]`,
			"target  = 5\n", "target  = ５\n",
		},
		errs: []wanted{{`、"自治区级"，"市级"]`, "全角"}, {"５\n", "第一个请改成 5"}, {"“责任书第4条", "全角"}},
	},
	{
		name: "saved as ANSI", make: func(s string) string {
			gbk, err := simplifiedchinese.GB18030.NewEncoder().String(s)
			if err != nil {
				panic(err)
			}
			return gbk
		},
		errs: []wanted{{"#", "ANSI"}},
	},
	{
		name: "saved as Unicode", make: func(s string) string { return "\xff\xfe" + utf16le(s) },
		errs: []wanted{{"\xff\xfe", "UTF-16"}},
	},
	{
		name: "a ladder out of order", swap: []string{
			`{ at = "10%", give = "90%" }, { at = "20%", give = "100%" }`, `{ at = "20%", give = "100%" }, { at = "10%", give = "90%" }`,
		},
		errs: []wanted{{`{ at = "10%"`, "从低到高"}},
	},
	{
		name: "overrides of what is closed, and of nothing", swap: []string{
			`path   = "indicator.patents.target"`, `path   = "indicator.patents.scale.cap"`,
			`path   = "indicator.talents.target"`, `path   = "addback.increment_rate"`,
			`path   = "indicator.conversion.target"`, `path   = "indicator.convertion.target"`,
		},
		errs: []wanted{
			{`"indicator.patents.scale.cap"`, "不能单独调整"},
			{`"indicator.convertion.target"`, "「indicator.conversion.target」"},
			{`"addback.increment_rate"`, "不能单独调整"},
		},
	},
	{
		name: "numbers without a basis", swap: []string{
			"profit_target = 3500\nassumed = [\"profit_target\"]", "profit_target = 3500",
			`given           = ["increment_rate"]`, "given           = []",
		},
		errs: []wanted{{`increment_rate  = ⇥"150%"`, "没有依据"}, {"3500", "没有依据"}},
	},
	{
		name: "forgotten percent signs, quotes and units", swap: []string{
			`increment_rate  = "150%"`, "increment_rate  = 150",
			`cap      = "3%"`, "cap      = 3%",
			"profit_target = 3500", "profit_target = 3500万元",
			"innovation_weight      = 15", "innovation_weight      = 15分",
		},
		errs: []wanted{{"分\n", "不写单位"}, {"150\n", `要写 "150%"`}, {"pick     ⇥= 3⇥%", "英文引号"}, {"3500⇥万元", "「万元」"}},
	},
	{
		name: "days the calendar does not have", swap: []string{"valid_to   = 2023-12-31", "valid_to   = 2023-11-31", "due     = 2023-12-31", `due     = "2023年12月31日"`},
		errs: []wanted{{"2023-11-31", "没有「2023-11-31」这一天"}, {`"2023年12月31日"`, "例如 2023-12-31"}},
	},
	{
		name: "an enterprise twice, of a type there is not, and a letter for a digit in its code", make: func(s string) string {
			return s + "\n[[enterprise]]\nuscc = \"91150200MA0BT0013C\"\nname = \"又一家\"\ntype = \"竟争型\"\ndoc = \"x\"\n" +
				"[[enterprise]]\nuscc = \"91150200MA0BTO0217\"\nname = \"再一家\"\ntype = \"服务业\"\ndoc = \"x\"\n"
		},
		errs: []wanted{
			{"又一家⇤\"91150200MA0BT0013C\"", "写了两次"}, {`"竟争型"`, "「竞争型」"}, {`"91150200MA0BTO0217"`, "不含 I、O"},
		},
	},
	{
		name: "what is measured does not exist", swap: []string{
			`num = "rd.total", den = "fin.revenue"`, `num = "rd.totl", den = "营业收入"`,
			`kind = "ratio"`, `kind = "ration"`, `register = "patent"`, `register = "patents"`,
		},
		errs: []wanted{{`"ration"`, "「ratio」"}, {`"rd.totl"`, "「rd.total」"}, {`"营业收入"`, "「fin.revenue」"}, {`register = ⇥"patents"`, "「patent」"}},
	},
	{
		name: "the same id and the same section again", swap: []string{
			"[[bonus]]\nid       = \"award\"", "[[bonus]]\nid       = \"platform\"", "[team_reward]", "[payroll_tilt]\nbase = \"all\"\n[team_reward]",
		},
		errs: []wanted{{"[[bonus]]⇥[[bonus]]\nid       = ⇥\"platform\"", "重复"}, {"exclude_separate⇥[⇥payroll_tilt]", "写了两次"}},
	},
	{
		name: "terminal codes and direction marks", swap: []string{
			`issuer     = "包头市国资委"`, `issuer     = "\u001b]0;x\u0007包头市国资委"`, `doc  = "2023年度`, `doc  = "` + "\u202e" + `2023年度`,
		},
		errs: []wanted{{`"\u001b`, "控制字符"}, {"\"\u202e2023", "控制字符"}},
	},
	{
		name: "a spreadsheet", make: func(string) string { return "指标,权重,目标\n研发投入强度,20,1.5%\n" },
		errs: []wanted{{"指标", "英文引号"}, {"研发", "英文引号"}},
	},
	{
		name: "nothing", make: func(string) string { return "" },
		errs: []wanted{{"", "文件是空的"}},
	},
	{
		name: "brackets a hundred thousand deep", make: func(s string) string {
			return s + "\n[x]\ny = " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "\n"
		},
		errs: []wanted{{"\n[⇥x]\ny = [", "不认识的部分"}, {"y = [[[[[[[[⇥[", "8 层"}},
	},
	{
		name: "a name three thousand deep", make: func(s string) string { return s + "\n[" + strings.Repeat("a.", 3000) + "a]\n" },
		errs: []wanted{{"\n[⇥a.a", "8 层"}},
	},
	{
		name: "two hundred thousand entries", make: func(s string) string { return s + "\n[x]\ny = [" + strings.Repeat("1,", 100_000) + "1]\n" },
		errs: []wanted{{"\n[⇥x]\ny", "不认识的部分"}, {"]\n⇥y = [1", "2000 项"}},
	},
	{
		name: "thousands of indicators", make: func(s string) string { return s + strings.Repeat("\n[[indicator]]\nid=\"x\"\nnme=\"y\"", 5000) },
		errs: []wanted{{"\n[[⇥indicator]]\nid=\"x\"", "缺少"}}, more: true,
	},
	{
		name: "thousands of unknown names", make: func(string) string { return strings.Repeat("k = 1\nk.a.b.c = 1\n[[k]]\n", 10_000) },
		errs: []wanted{{"= 1\n⇥k.a", "写了两次"}}, more: true,
	},
	{
		name: "a megabyte of comment", make: func(s string) string { return s + "#" + strings.Repeat("多", 300_000) },
		errs: []wanted{{"#", "256 KiB"}},
	},
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8)) // nothing of the example lies beyond the first plane
	}
	return b.String()
}
