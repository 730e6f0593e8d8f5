package scoring_test

import (
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/scoring"
	"yice/text"
)

const exampleUSCC = "91150200MA0BT0013C"

func examplePackFile(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// loaded loads a pack that must load.
func loaded(t testing.TB, source []byte) *scoring.Pack {
	t.Helper()
	p, err := scoring.Load(source)
	if err != nil {
		for _, e := range err.(scoring.PackErrors) {
			t.Error(e.In(text.ZH))
		}
		t.FailNow()
	}
	return p
}

// swapped is the example pack with pieces replaced.
func swapped(t testing.TB, swap ...string) []byte {
	t.Helper()
	return broken{swap: swap}.spoil(t)
}

func paths(all []scoring.Param) []string {
	var out []string
	for _, a := range all {
		out = append(out, a.Path+" = "+a.Text)
	}
	return out
}

func TestExampleLoads(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	if p.ID != "BT-SASAC-INNOV" || p.Year != 2023 || p.Issued() || p.City != "包头市" || p.BonusOn != "annual" || p.HalfEven {
		t.Errorf("head: %+v", p)
	}
	if len(p.Clauses) != 23 || len(p.Indicators) != 8 || len(p.Bonuses) != 2 || len(p.Deemed) != 2 || len(p.Enterprises) != 1 {
		t.Error(len(p.Clauses), len(p.Indicators), len(p.Bonuses), len(p.Deemed), len(p.Enterprises))
	}
	if len(p.Notices) != 0 {
		t.Error(p.Notices)
	}
	a := p.Addback
	if a.Reading != "A" || a.Basis != "expensed" || a.GovernmentFund != "exclude" || a.Scope != "entity" || a.Recognition != "projects_platforms" || a.Recognised {
		t.Errorf("%+v", a)
	}
	if a.IncrementRate.Basis != scoring.Given || a.IncrementRate.Value.Cmp(big.NewRat(3, 2)) != 0 || a.IncrementRate.Line != 253 || a.BaseRate.Basis != scoring.Assumed {
		t.Errorf("%+v", a.IncrementRate)
	}
	intensity := p.Indicators[0]
	if intensity.Target.Value.Cmp(big.NewRat(3, 200)) != 0 || intensity.Target.Line != 134 || intensity.Target.Col != 11 || intensity.Weight["功能型"].Origin != scoring.FromType {
		t.Errorf("%+v", intensity)
	}
	if up := p.Bonuses[0].Upgrade; up != "difference" {
		t.Error(up)
	}
}

// TestAssumed names every parameter of the example that the document does not give, in file order.
func TestAssumed(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	eff, ent := p.For(exampleUSCC, "功能型")
	if ent == nil || ent.Name != "示例水务（虚构）" {
		t.Fatal(ent)
	}
	want := strings.Split(strings.TrimSpace(`
pack.valid_from = 2023-01-01
pack.valid_to = 2023-12-31
rounding.line_decimals = 2
rounding.money_decimals = 2
annual.innovation_weight = 15
annual.innovation_weight_prev = 12
indicator.rd_intensity.scale.cap = 100%
indicator.rd_intensity.weight.功能型 = 20
indicator.rd_growth.scale.rungs.1.above = 0%
indicator.rd_growth.scale.rungs.1.give = 60%
indicator.rd_growth.scale.rungs.2.at = 5%
indicator.rd_growth.scale.rungs.2.give = 75%
indicator.rd_growth.scale.rungs.3.at = 10%
indicator.rd_growth.scale.rungs.3.give = 90%
indicator.rd_growth.scale.rungs.4.at = 20%
indicator.rd_growth.scale.rungs.4.give = 100%
indicator.rd_growth.weight.功能型 = 10
indicator.patents.scale.cap = 100%
indicator.patents.weight.功能型 = 15
indicator.major_projects.measure.points.国家级 = 10
indicator.major_projects.measure.points.自治区级 = 6
indicator.major_projects.measure.points.市级 = 3
indicator.major_projects.scale.cap = 100%
indicator.major_projects.target = 10
indicator.major_projects.weight.功能型 = 15
indicator.conversion.scale.cap = 100%
indicator.conversion.weight.功能型 = 10
indicator.type_innovation.scale.cap = 100%
indicator.type_innovation.target = 4
indicator.type_innovation.weight.功能型 = 15
indicator.talents.scale.cap = 100%
indicator.talents.weight.功能型 = 5
indicator.management.weight.功能型 = 10
bonus_total.cap = 5
bonus.platform.points.国家级 = 2
bonus.platform.points.自治区级 = 1
bonus.platform.points.市级 = 0.5
bonus.platform.cap = 3
bonus.award.points.国家级 = 3
bonus.award.points.自治区级 = 1.5
bonus.award.points.市级 = 0.5
bonus.award.cap = 3
addback.base_rate = 100%
deemed.major_project.rate = 100%
deemed.new_platform.rate = 100%
payroll_tilt.rates.国家级 = 3%
payroll_tilt.rates.自治区级 = 2%
payroll_tilt.rates.市级 = 1%
payroll_tilt.cap = 3%
priority.min_score = 80
priority.need_growth = true
enterprise.91150200MA0BT0013C.profit_target = 3500
enterprise.91150200MA0BT0013C.milestone.zhihui_shuiwu.due = 2023-12-31`), "\n")
	if got := paths(eff.Assumed); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(p.Assumed); n != len(want)+2*8+4 { // the weights of two more types, and what the enterprise sets itself
		t.Error(n)
	}
	stranger, none := p.For("91150200MA0BT00217", "竞争型")
	if none != nil || slices.ContainsFunc(stranger.Assumed, func(a scoring.Param) bool { return strings.HasPrefix(a.Path, "enterprise.") }) {
		t.Error(paths(stranger.Assumed))
	}
}

func TestForOverrides(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	eff, _ := p.For(exampleUSCC, "功能型")
	target := eff.Indicators[0].Target
	if target.Text != "1.80%" || target.Basis != scoring.Override || target.Origin != scoring.FromEnterprise || target.Reason != "一企一策：责任书第3条（示例）" || target.Line != 323 {
		t.Errorf("%+v", target)
	}
	if target.Default == nil || target.Default.Text != "1.50%" || target.Default.Origin != scoring.FromDefault {
		t.Errorf("%+v", target.Default)
	}
	if p.Indicators[0].Target.Text != "1.50%" {
		t.Error("the pack itself changed")
	}
	list := eff.Indicators[7].Measure
	if len(list.Items) != 10 || list.Items[9] != "智慧水务和生态资源智能化创新中心挂牌" || len(p.Indicators[7].Measure.Items) != 9 {
		t.Error(list.Items)
	}
	for _, name := range []string{"zhihui_shuiwu", "智慧水务和生态资源智能化创新中心挂牌"} {
		if item, ok := list.ItemNamed(name); !ok || item != list.Items[9] {
			t.Error(name, item, ok)
		}
	}
	if _, ok := list.ItemNamed("别的"); ok {
		t.Error("an unknown item is known")
	}
	items := p.ChecklistItems(exampleUSCC)
	if len(items) != 10 || items[9].Milestone == nil || items[9].Indicator != "management" || items[0].Milestone != nil {
		t.Error(items)
	}
	if n := len(p.ChecklistItems("91150200MA0BT00217")); n != 9 {
		t.Error(n)
	}
}

// TestLayers: a type's setting holds for the type, an enterprise's own above it.
func TestLayers(t *testing.T) {
	p := loaded(t, swapped(t, "# ───────────── 一企一策 ─────────────\n", `
[[type]]
name = "功能型"
  [[type.override]]
  path = "indicator.patents.target"
  value = 4
  reason = "功能型企业专利目标从低"
  [[type.override]]
  path = "indicator.type_innovation.target"
  value = 3
  reason = "功能型企业"
`))
	eff, _ := p.For(exampleUSCC, "功能型")
	patents := eff.Indicators[2].Target
	if patents.Text != "6" || patents.Origin != scoring.FromEnterprise || patents.Default.Text != "4" || patents.Default.Origin != scoring.FromType || patents.Default.Default.Text != "5" {
		t.Errorf("%+v", patents)
	}
	if own := eff.Indicators[5].Target; own.Text != "3" || own.Origin != scoring.FromType {
		t.Errorf("%+v", own)
	}
	if slices.ContainsFunc(eff.Assumed, func(a scoring.Param) bool { return a.Path == "indicator.type_innovation.target" }) {
		t.Error("what a type sets is still assumed")
	}
	other, _ := p.For("91150200MA0BT00217", "竞争型")
	if other.Indicators[2].Target.Text != "5" {
		t.Error(other.Indicators[2].Target.Text)
	}
}

// TestOwnWeights: an enterprise may have weights of its own where they are left open, and they sum to 100.
func TestOwnWeights(t *testing.T) {
	open := []string{
		"overridable = [\"target\"]\nassumed = [\"scale.cap\", \"target\", \"weight\"]", "overridable = [\"target\", \"weight\"]\nassumed = [\"scale.cap\", \"target\", \"weight\"]",
		"path   = \"indicator.rd_intensity.target\"\n  value  = \"1.80%\"", "path   = \"indicator.rd_intensity.weight\"\n  value  = 25",
	}
	got := errorsOf(t, swapped(t, open...))
	checkErrors(t, got, []string{"314:3 enterprise.91150200MA0BT0013C: 调整后该企业的权重合计是 105"})

	p := loaded(t, swapped(t, append(open,
		"overridable = [\"target\"]\nassumed = [\"scale.cap\", \"target\", \"weight\"]", "overridable = [\"target\", \"weight\"]\nassumed = [\"scale.cap\", \"target\", \"weight\"]",
		"path   = \"indicator.patents.target\"\n  value  = 6", "path   = \"indicator.patents.weight\"\n  value  = 10")...))
	eff, _ := p.For(exampleUSCC, "功能型")
	if w := eff.Indicators[0].Weight["功能型"]; w.Text != "25" || w.Origin != scoring.FromEnterprise || w.Default.Text != "20" {
		t.Errorf("%+v", w)
	}
	if w := p.Indicators[0].Weight["功能型"]; w.Text != "20" {
		t.Error("the pack itself changed")
	}
}

// TestReadings: every reading of the policy (Q1–Q16) can be chosen in a pack and reaches the Pack.
func TestReadingsOfAPack(t *testing.T) {
	p := loaded(t, swapped(t,
		"types      = [", "city       = \"any\"\ntypes      = [", // Q16
		"den = \"fin.revenue\"", "den = \"fin.main_revenue\"", // Q9
		"year_by = \"granted_on\"", "year_by = \"applied_on\"", // Q10
		"cap     = 5\n", "cap     = 5\non = \"innovation\"\n", // Q14
		"year_by  = \"established_on\"\nevidence", "year_by  = \"recognised_on\"\nupgrade = \"none\"\nevidence", // Q11
		"\"重点实验室\", \"博士后科研工作站\"]", "\"重点实验室\"]", // Q12
		"[\"工程研究中心\", \"技术创新中心\", \"制造业创新中心\", \"企业研究开发中心\", \"院士工作站\", \"新型研发机构\"]", "[\"工程研究中心\"]",
		"reading         = \"A\"", "reading         = \"B\"", // Q1
		"basis           = \"expensed\"", "basis           = \"total\"", // Q2
		"government_fund = \"exclude\"", "government_fund = \"include\"", // Q3
		"decrease        = \"zero\"", "decrease        = \"deduct\"\nbase_year = \"previous\"", // Q4
		"no_prev_year    = \"base\"", "no_prev_year    = \"missing\"\nscope = \"consolidated\"\nrecognition = \"all\"\noriginal_rate = \"20%\"\nkey_rates = { \"国家级\" = \"200%\" }", // Q4 Q5 Q6 Q15
		"assumed         = [\"base_rate\"]", "assumed         = [\"base_rate\", \"original_rate\", \"key_rates\"]",
		"evidence = \"认定\"\namount   = \"spend_outside_rd\"  #", "evidence = \"自动\"\namount   = \"all_spend\" #", // Q7 Q8
		"amount   = \"spend_outside_rd\"\nrate     = \"100%\"\nassumed  = [\"rate\"]", "amount   = \"fixed\"\nfixed = 80\nrate     = \"100%\"\nassumed  = [\"rate\", \"fixed\"]",
		"points   = { \"国家级\" = 3,", "grades   = { \"国家级\" = { \"特等\" = 6, \"一等\" = 5 } }\npoints   = { \"国家级\" = 3,",
		"assumed  = [\"points\", \"cap\"]\n\n# ─", "assumed  = [\"points\", \"cap\", \"grades\"]\n\n# ─",
		"scale   = { kind = \"to_target\", cap = \"100%\" }\ntarget  = 8", "scale   = { kind = \"efficacy\", floor = 2, base = \"60%\" }\ntarget  = 8",
		"assumed = [\"scale.cap\", \"target\", \"weight\"]\n\n[[indicator]]\nid      = \"management\"", "assumed = [\"scale.floor\", \"scale.base\", \"target\", \"weight\"]\n\n[[indicator]]\nid      = \"management\"",
		"pick     = \"highest\"", "pick     = \"sum\"",
		"base     = \"exclude_separate\"", "base     = \"all\"",
	))
	a := p.Addback
	if p.City != "any" || p.BonusOn != "innovation" || p.Indicators[0].Measure.Den != "fin.main_revenue" || p.Indicators[2].Measure.YearBy != "applied_on" {
		t.Errorf("%+v", p)
	}
	if a.Reading != "B" || a.Basis != "total" || a.GovernmentFund != "include" || a.Decrease != "deduct" || a.NoPrevYear != "missing" ||
		a.Scope != "consolidated" || !a.Recognised || a.OriginalRate.Text != "20%" || a.KeyRates["国家级"].Text != "200%" {
		t.Errorf("%+v", a)
	}
	b := p.Bonuses[0]
	kind := b.Measure.Where[len(b.Measure.Where)-1]
	if b.Upgrade != "none" || b.Measure.YearBy != "recognised_on" || kind.Field != "kind" || !slices.Equal(kind.Values, []string{"企业技术中心", "重点实验室", "工程研究中心"}) {
		t.Errorf("%+v", b)
	}
	if d := p.Deemed[0]; d.Evidence || d.Amount != "all_spend" {
		t.Errorf("%+v", d)
	}
	if d := p.Deemed[1]; !d.Evidence || d.Amount != "fixed" || d.Fixed.Text != "80" {
		t.Errorf("%+v", d)
	}
	if g := p.Bonuses[1].Measure.Grades["国家级"]["一等"]; g.Text != "5" || g.Path != "bonus.award.grades.国家级.一等" {
		t.Errorf("%+v", g)
	}
	if s := p.Indicators[6].Scale; s.Kind != scoring.ScaleEfficacy || s.Base.Text != "60%" || s.Floor.Text != "2" {
		t.Errorf("%+v", s)
	}
	if !p.Tilt.Sum || p.Tilt.ExcludeSeparate {
		t.Errorf("%+v", p.Tilt)
	}
}

// TestRecognitionOfPlatformsOnly: with that reading deemed projects count without recognition.
func TestRecognitionOfPlatformsOnly(t *testing.T) {
	reading := []string{"no_prev_year    = \"base\"", "recognition = \"platforms\"\nno_prev_year    = \"base\""}
	checkErrors(t, errorsOf(t, swapped(t, reading...)), []string{"268:12 deemed.major_project.evidence: 口径 recognition"})
	p := loaded(t, swapped(t, append(reading, "evidence = \"认定\"\namount   = \"spend_outside_rd\"  #", "amount   = \"spend_outside_rd\"  #")...))
	if p.Deemed[0].Evidence || !p.Deemed[1].Evidence {
		t.Error(p.Deemed)
	}
}

func TestNotices(t *testing.T) {
	p := loaded(t, swapped(t,
		"innovation_weight      = 15", "innovation_weight      = 12",
		"levels   = [\"国家级\", \"自治区级\"]   # 文件只列两级，市级不在内", "levels   = [\"国家级\", \"市级\"]",
		"levels   = [\"国家级\", \"自治区级\"]   # 文件只列两级，市级不单列", "levels   = [\"市级\"]",
		"uscc = \"91150200MA0BT0013C\"", "uscc = \"91310115MA1H8R7C6D\""))
	var got []string
	for _, n := range p.Notices {
		got = append(got, n.Path)
	}
	if want := []string{"annual.innovation_weight", "deemed.new_platform.levels", "payroll_separate.levels", "enterprise.91310115MA1H8R7C6D.uscc"}; !slices.Equal(got, want) {
		t.Error(got)
	}
}

// TestParam reaches every number of the pack by its path, as overriding does.
func TestParam(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	n := 0
	for _, s := range p.Settings() {
		at, ok := p.Param(s.Path)
		if !ok {
			continue
		}
		n++
		if at.Path != s.Path || at.Value == nil {
			t.Errorf("%s: %+v", s.Path, at)
		}
	}
	if n < 50 {
		t.Error(n)
	}
	if at, ok := p.Param("indicator.rd_growth.scale.rungs.2.give"); !ok || at.Text != "75%" {
		t.Error(at, ok)
	}
	for _, path := range []string{"", "indicator", "indicator.none.target", "indicator.rd_growth.target", "bonus.award.points.省级", "addback.nothing", "priority"} {
		if _, ok := p.Param(path); ok {
			t.Error(path)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		in      string
		want    string
		percent bool
	}{
		{"30", "30", false},
		{"-0.5", "-1/2", false},
		{"+7", "7", false},
		{"1.80%", "9/500", true},
		{"0.00000001", "1/100000000", false},
		{"999999999999999", "999999999999999", false},
		{"150%", "3/2", true},
	} {
		v, percent, why := scoring.ParseNumber(c.in)
		if !why.Empty() || v.RatString() != c.want || percent != c.percent {
			t.Error(c.in, v, percent, why)
		}
	}
	for _, in := range []string{"", "%", "-", "+", ".", "1.", ".5", "1e3", "inf", "nan", "0x1F", "1_000", "1,000", "１", " 1", "1 ", "1%%", "--1", "0.123456789", "1234567890123456", "1%5"} {
		if v, _, why := scoring.ParseNumber(in); why.Empty() {
			t.Error(in, v)
		}
	}
}

// TestNumberRoundTrip: any number a pack may have is read exactly, however it is written.
func TestNumberRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(0, 999_999_999_999_999).Draw(t, "whole")
		places := rapid.IntRange(0, 8).Draw(t, "places")
		v := big.NewRat(whole, tenTo(places))
		if rapid.Bool().Draw(t, "negative") {
			v.Neg(v)
		}
		got, _, why := scoring.ParseNumber(v.FloatString(places))
		if !why.Empty() || got.Cmp(v) != 0 {
			t.Fatal(v, got, why)
		}
	})
}

// tenTo is a one with so many noughts.
func tenTo(n int) int64 {
	all := int64(1)
	for range n {
		all *= 10
	}
	return all
}
