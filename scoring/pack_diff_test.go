package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
)

func TestPackDiff(t *testing.T) {
	a := loaded(t, examplePackFile(t))
	if d := scoring.PackDiff(a, a); len(d) != 0 {
		t.Error(d)
	}
	b := loaded(t, swapped(t,
		"target  = 5\n", "target  = 6\n",
		"measure = { kind = \"count\", register = \"talent\", year_by = \"since\", dedupe = \"person\" }", "measure = { kind = \"count\", register = \"talent\", year_by = \"since\" }",
		"basis           = \"expensed\"", "basis           = \"total\"",
		"weight  = { \"竞争型\" = 30, \"功能型\" = 20, \"服务业\" = 20 }", "weight  = { \"竞争型\" = 25, \"功能型\" = 20, \"服务业\" = 20 }",
		"weight  = { \"竞争型\" = 10, \"功能型\" = 10, \"服务业\" = 10 }", "weight  = { \"竞争型\" = 15, \"功能型\" = 10, \"服务业\" = 10 }",
		"id = \"C02\"\nat = \"一(二)\"", "id = \"C99\"\nat = \"一(二)\"",
		"clauses = [\"C02\", \"C04\"", "clauses = [\"C99\", \"C04\"",
		"id       = \"new_platform\"", "id       = \"platforms_built\"",
		"value  = 500", "value  = 450",
		"text    = \"智慧水务和生态资源智能化创新中心挂牌\"", "text    = \"智慧水务创新中心挂牌\"",
	))
	var zh, en []string
	for _, c := range scoring.PackDiff(a, b) {
		zh, en = append(zh, c.Say.ZH), append(en, c.Say.EN)
	}
	want := []string{
		"新增「条款 C99」",
		"研发投入强度 权重（竞争型）：30 → 25",
		"研发投入逐年增加 权重（竞争型）：10 → 15",
		"发明专利授权 目标：5 → 6",
		"创新人才引进培养（人） 计量：创新人才；按起始日期归年；工号相同的只计一次 → 创新人才；按起始日期归年",
		"创新管理体系 依据：C02、C04、C11、C20、C27、C30、C41 → C99、C04、C11、C20、C27、C30、C41",
		"研发投入加回 研发口径：费用化 → 费用化与资本化",
		"新增「新建科技创新平台视同利润」",
		"示例水务（虚构） 科技成果转化收入（万元） 目标：500（责任书第6条（示例）） → 450（责任书第6条（示例））",
		"示例水务（虚构） 里程碑：智慧水务和生态资源智能化创新中心挂牌（2023-12-31 前） → 智慧水务创新中心挂牌（2023-12-31 前）",
		"取消「条款 C02」",
		"取消「新建科技创新平台视同利润」",
	}
	if !slices.Equal(zh, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(zh, "\n"), strings.Join(want, "\n"))
	}
	for _, s := range en {
		if s == "" || strings.Contains(s, "%!") {
			t.Error(s)
		}
	}
}

// TestSettingsAreTold: everything a pack says has words in both languages, a path of its own and a group.
func TestSettingsAreTold(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range loaded(t, examplePackFile(t)).Settings() {
		for _, p := range []text.Pair{s.Of, s.Name, s.Value} {
			if p.ZH == "" || p.EN == "" || strings.Contains(p.ZH+p.EN, "%!") {
				t.Errorf("%s: %+v", s.Path, p)
			}
		}
		if seen[s.Path] || !strings.HasPrefix(s.Path, s.Group+".") {
			t.Error(s.Path, s.Group)
		}
		seen[s.Path] = true
	}
}

func TestChoosePack(t *testing.T) {
	draft := loaded(t, examplePackFile(t))
	issued := loaded(t, swapped(t, "\"draft\" ", "\"issued\" "))
	second := loaded(t, swapped(t, "\"draft\" ", "\"issued\" ", "2023.1", "2023.2"))
	mending := loaded(t, swapped(t, "\"draft\" ", "\"issued\" ", "2023.1", "2023.10", "supersedes = \"\"", "supersedes = \""+issued.SHA256+"\""))
	use := func(p *scoring.Pack) *scoring.PackUse { u := p.Use(); return &u }
	for _, c := range []struct {
		name  string
		packs []*scoring.Pack
		year  int
		used  *scoring.PackUse
		want  *scoring.Pack
		code  string
	}{
		{"none", nil, 2023, nil, nil, ""},
		{"a draft is not issued", []*scoring.Pack{draft}, 2023, nil, nil, ""},
		{"one", []*scoring.Pack{draft, issued}, 2023, nil, issued, ""},
		{"another year", []*scoring.Pack{issued}, 2024, nil, nil, ""},
		{"the same twice", []*scoring.Pack{issued, issued}, 2023, nil, issued, ""},
		{"two", []*scoring.Pack{second, issued}, 2023, nil, nil, "pack.two"},
		{"one that replaces another", []*scoring.Pack{issued, mending}, 2023, use(issued), mending, ""},
		{"an older one", []*scoring.Pack{second}, 2023, use(mending), second, "pack.older"},
		{"the same version, changed", []*scoring.Pack{issued}, 2023, use(draft), issued, "pack.changed"},
		{"the one used before", []*scoring.Pack{issued}, 2023, use(issued), issued, ""},
		{"used in another year", []*scoring.Pack{issued}, 2023, &scoring.PackUse{Year: 2022, ID: issued.ID, Version: "2023.9"}, issued, ""},
	} {
		got, err := scoring.ChoosePack(c.packs, "", c.year, c.used)
		code := ""
		if f, ok := err.(*text.Fault); ok {
			code = f.Code
		}
		if code != c.code || code == "" && (got != c.want || err != nil) {
			t.Errorf("%s: %v %v", c.name, got, err)
		}
	}
	if err := issued.InYear(2023); err != nil {
		t.Error(err)
	}
	if f, ok := issued.InYear(2024).(*text.Fault); !ok || f.Code != "pack.year" {
		t.Error(f)
	}
}

func TestCompareVersions(t *testing.T) {
	ordered := []string{"", "2022.9", "2023", "2023.1", "2023.2", "2023.10", "2023.10.1", "2024.0"}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := scoring.CompareVersions(a, b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Error(a, b, got)
			}
		}
	}
}
