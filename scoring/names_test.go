package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

const province = `
[[indicator]]
id = "awards"
name = "获奖"
clauses = ["A1"]
weight = { "公益类" = 100, "商业一类" = 100, "商业二类" = 100, "金融类" = 100 }
target = 20
measure = { kind = "level_points", register = "award", year_by = "awarded_on", points = { "国家级" = 10, "省级" = 6, "市级" = 3, "区县级" = 1 } }
scale = { kind = "to_target", cap = "100%" }
overridable = ["target"]
given = ["weight", "target", "measure.points", "scale.cap"]

[[type]]
name = "金融类"
  [[type.override]]
  path = "indicator.awards.target"
  value = 10
  reason = "金融企业"

[[test]]
name = "省级奖"
type = "金融类"
rows = [{ form = "award", name = "省科学技术进步奖", level = "省级", awarded_on = "2026-03-01" }, { form = "award", name = "区科学技术奖", level = "区县级", awarded_on = "2026-03-01" }]
expect = { awards = "70.00", "awards.value" = 7 }
`

func provincePack(swap ...string) []byte {
	s := strings.Replace(string(smallPack(province)), `["国家级", "自治区级", "市级"]`, `["国家级", "省级", "市级", "区县级"]`, 1)
	s = strings.Replace(s, `["竞争型", "功能型", "服务业"]`, `["公益类", "商业一类", "商业二类", "金融类"]`, 1)
	return []byte(strings.NewReplacer(swap...).Replace(s))
}

// TestNamesOfThePack: levels and types by any name, in order; what the dictionary reads 省级 as is 省级 again.
func TestNamesOfThePack(t *testing.T) {
	p := loaded(t, provincePack())
	for _, o := range p.Try(p.Trials) {
		for _, d := range o.Differ {
			t.Error(d.ZH)
		}
	}
	f := &scoring.Facts{USCC: exampleUSCC, Type: "公益类", Year: 2026, Registers: map[string][]*form.Record{"award": {
		registerRow(t, "award", "name", "科学技术进步奖", "level", "省级", "awarded_on", "2026-03-01"), // stored as 自治区级
	}}}
	s := scoring.Evaluate(p, f)
	if l := s.Line("awards"); l.ValueText != "6" || l.Score.Confirmed.String() != "30.00" {
		t.Error(l.ValueText, l.Score)
	}
	e, _ := s.Explain("awards")
	if len(e.Used) != 1 || !strings.Contains(e.Used[0].Counts.ZH, "省级") {
		t.Errorf("%+v", e.Used)
	}
	for _, d := range scoring.Evaluate(p, f).Findings() {
		if strings.HasPrefix(d.Check, "scoring.no-type") || d.Check == "scoring.authority" {
			t.Error(d)
		}
	}
	if err := p.InYear(2026); err != nil || !slices.Equal(p.Types, []string{"公益类", "商业一类", "商业二类", "金融类"}) {
		t.Error(err, p.Types)
	}
	f.Type = "功能型"
	if !slices.ContainsFunc(scoring.Evaluate(p, f).Findings(), func(d form.Finding) bool { return d.Check == "scoring.no-type" }) {
		t.Error("a type that is none of the pack's passes")
	}
}

// TestNamesAreRefused: a name that hides another, a type that a line forgets, and in schema 1 any that is not built in.
func TestNamesAreRefused(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`["国家级", "省级", "市级", "区县级"]`, `["国家级", "自治区级", "省级", "市级", "区县级"]`, "「省级」和「自治区级」在填报里是同一个"},
		{`["国家级", "省级", "市级", "区县级"]`, `["国家级", "省级", "省级", "市级", "区县级"]`, "省级"},
		{`"区县级" = 1 }`, `"区级县" = 1 }`, "是不是想写「区县级」"},
		{`, "金融类" = 100 }`, ` }`, "金融类"},
		{`name = "金融类"`, `name = "金溶类"`, "是不是想写「金融类」"},
		{`["公益类", "商业一类", "商业二类", "金融类"]`, `["一","二","三","四","五","六","七","八","九","十","十一","十二","十三"]`, "最多 12 个名称"},
		{`"金融类"]`, `"一二三四五六七八九十一二三四五六七八九十一"]`, "最多 20 个字"},
		{`schema     = 2`, `schema     = 1`, "是不是想写「自治区级」"},
	} {
		got := strings.Join(errorsOf(t, provincePack(c.from, c.to)), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s\n%s\nwant %s", c.to, got, c.want)
		}
	}
	p := loaded(t, []byte(strings.ReplaceAll(string(provincePack()), "市级", "市极")))
	if !slices.ContainsFunc(p.Notices, func(n scoring.PackError) bool { return strings.Contains(n.Say.ZH, "「市极」不是内置的名称") }) {
		t.Error(p.Notices)
	}
}
