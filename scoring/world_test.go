package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

// TestLevelsOfBodies: a district's body is not its city's, nor the city's its region's.
func TestLevelsOfBodies(t *testing.T) {
	p := goldenPack(t)
	for name, want := range map[string]string{
		"科学技术部": "国家级", "中华人民共和国工业和信息化部": "国家级", "国家知识产权局": "国家级",
		"内蒙古自治区科学技术厅": "自治区级", "自治区人民政府": "自治区级",
		"包头市科学技术局": "市级", "内蒙古包头市人民政府": "市级", "鄂尔多斯市科技局": "市级", "国家税务总局包头市税务局": "市级",
		"包头市昆都仑区人民政府": scoring.BelowCity, "包头稀土高新区管委会": scoring.BelowCity,
		"示例主管部门": "", "中国水利企业协会": "", "": "",
	} {
		if got := p.LevelOfBody(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for number, want := range map[string]string{"国科发〔2023〕1号": "国家级", "内科发〔2023〕1号": "自治区级", "包科发〔2023〕1号": "市级", "示例认字〔2023〕1号": "", "": ""} {
		if got := p.LevelOfDocument(number); got != want {
			t.Errorf("%s is %q, want %q", number, got, want)
		}
	}
}

// TestClaimsAreAskedAbout: every claim that does not fit is found, once its one thing is changed; the example has none.
func TestClaimsAreAskedAbout(t *testing.T) {
	card := form.NewRecord(form.ByID("enterprise"))
	card.Set("uscc", form.S("91150200MA0BT0013C"))
	row := func(id string, fields map[string]string) *form.Record {
		r := form.NewRecord(form.ByID(id))
		r.ID = 99
		for field, v := range fields {
			value, err := r.Form.Field(field).Parse(v, form.Yuan)
			if err != nil {
				t.Fatal(err)
			}
			r.Set(field, value)
		}
		return r
	}
	add := func(f *scoring.Facts, r *form.Record) {
		f.Registers[r.Form.ID] = append(f.Registers[r.Form.ID], r)
	}
	yes := func(item string) *form.Record {
		return row("checklist", map[string]string{"item": item, "answer": "是"})
	}
	for _, c := range []struct {
		check, says string
		change      func(f *scoring.Facts)
	}{
		{"scoring.authority", "自治区级", func(f *scoring.Facts) {
			f.Registers["platform"][0].Set("recognised_by", form.S("包头市科学技术局"))
		}},
		{"scoring.authority", "区县级", func(f *scoring.Facts) {
			f.Registers["award"][1].Set("authority", form.S("包头市青山区人民政府"))
		}},
		{"scoring.document-level", "内科发", func(f *scoring.Facts) {
			f.Registers["award"][1].Set("recognised_doc", form.S("内科发〔2023〕9号"))
		}},
		{"scoring.city-unnamed", "写全称", func(f *scoring.Facts) { f.Registers["platform"][1].Set("recognised_by", form.S("市科技局")) }},
		{"scoring.award-name", "劳动模范", func(f *scoring.Facts) { f.Registers["award"][1].Set("name", form.S("包头市劳动模范")) }},
		{"scoring.answer", "分管科技创新领导", func(f *scoring.Facts) { f.Card = card; add(f, yes("领导班子专人负责")) }},
		{"scoring.answer", "研发预算", func(f *scoring.Facts) { f.Annual.Set("rd_budget", form.Value{}); add(f, yes("预算列研发资金")) }},
		{"scoring.answer", "投资计划", func(f *scoring.Facts) {
			f.Annual.Set("rd_plan", form.Value{})
			add(f, yes("投资计划列研发项目"))
		}},
		{"scoring.answer", "创新人才", func(f *scoring.Facts) { f.Registers["talent"] = nil; add(f, yes("企业人才数据库")) }},
		{"scoring.answer", "台账", func(f *scoring.Facts) { f.Ledger = scoring.RD{}; add(f, yes("研发统计台账")) }},
		{"scoring.fund", "政府部门资金", func(f *scoring.Facts) {
			add(f, row("fund", map[string]string{"name": "专项", "received": "100", "received_on": "2023-05-01"}))
		}},
		{"scoring.pay-apart", "已单列", func(f *scoring.Facts) { f.Annual.Set("pay_performance_separate", form.N(500_0000_00)) }},
	} {
		p, f := goldenPack(t), goldenFacts(t)
		c.change(f)
		if !slices.ContainsFunc(scoring.Evaluate(p, f).Findings(), func(x form.Finding) bool {
			return x.Check == c.check && x.Severity == form.Verify && strings.Contains(x.Message.ZH, c.says) && x.Message.EN != ""
		}) {
			t.Errorf("%s (%s) is not found: %v", c.check, c.says, scoring.Evaluate(p, f).Findings())
		}
	}
}

// TestAPackBringsItsTables: its own bodies and award names replace the built-in ones, and are listed among its settings.
func TestAPackBringsItsTables(t *testing.T) {
	tables := "[[authority]]\nlevel = \"市级\"\nnames = [\"示例主管部门\"]\ndocuments = [\"示例\"]\n\n[[award_name]]\nnames = [\"劳动模范\"]\n\n"
	p := variant(t, "[bonus_total]\n", tables+"[bonus_total]\n")
	if p.LevelOfBody("示例主管部门") != "市级" || p.LevelOfBody("科学技术部") != "" || p.LevelOfDocument("示例认字1号") != "市级" || !p.ScienceAward("劳动模范") || p.ScienceAward("科学技术奖") {
		t.Error("the built-in tables still hold")
	}
	if !slices.ContainsFunc(p.Settings(), func(s scoring.Setting) bool {
		return strings.HasPrefix(s.Path, "authority.") && strings.Contains(s.Value.ZH, "示例主管部门")
	}) {
		t.Error("the settings do not list them")
	}
	_, err := scoring.Load([]byte(strings.Replace(string(p.Source), "level = \"市级\"\nnames = [\"示例主管部门\"]", "level = \"县级\"\nnames = []", 1)))
	if err == nil || !strings.Contains(err.Error(), "县级") {
		t.Errorf("a level nobody has: %v", err)
	}
}

// TestAnAwardSaysThatItIsOfScience: one whose name does not show it is pending until somebody says, whatever recognises it;
// said to be none it counts nowhere.
func TestAnAwardSaysThatItIsOfScience(t *testing.T) {
	points := func(name, science string) (string, []form.Finding) {
		p, f := goldenPack(t), goldenFacts(t)
		f.Registers["award"] = f.Registers["award"][:1]
		a := f.Registers["award"][0]
		a.Set("name", form.S(name))
		a.Set("science", form.S(science))
		l := scoring.Evaluate(p, f).Line("award")
		return l.Score.Confirmed.String() + " " + l.Score.Pending.String(), scoring.Evaluate(p, f).Findings()
	}
	for _, c := range []struct {
		name, science, want string
		asked               bool
	}{
		{"内蒙古自治区科学技术进步奖", "", "1.50 1.50", false},
		{"内蒙古自治区劳动模范", "", "0.00 1.50", true},
		{"内蒙古自治区劳动模范", "是", "1.50 1.50", false},
		{"内蒙古自治区劳动模范", "否", "0.00 0.00", false},
		{"内蒙古自治区科学技术进步奖", "否", "0.00 0.00", false},
	} {
		got, found := points(c.name, c.science)
		asked := slices.ContainsFunc(found, func(f form.Finding) bool { return f.Check == "scoring.award-name" && f.Field == "science" })
		if got != c.want || asked != c.asked {
			t.Errorf("%s %s: %s asked %v, want %s %v", c.name, c.science, got, asked, c.want, c.asked)
		}
	}
}

// TestFundsAgainstTheLedger: special funds that came in and were spent by no line are asked about, as is more spent than came.
func TestFundsAgainstTheLedger(t *testing.T) {
	found := func(kind string, government int64) (all []string) {
		p, f := goldenPack(t), goldenFacts(t)
		r := form.NewRecord(form.ByID("fund"))
		r.Set("name", form.S("专项"))
		r.Set("kind", form.S(kind))
		r.Set("received", form.N(50_0000_00))
		r.Set("received_on", form.S("2023-05-01"))
		f.Registers["fund"] = []*form.Record{r}
		f.Ledger.ExpensedGovernment, f.Ledger.CapitalisedGovernment = government, 0
		for _, x := range scoring.Evaluate(p, f).Findings() {
			if strings.HasPrefix(x.Check, "scoring.fund") {
				all = append(all, x.Check)
			}
		}
		return all
	}
	for _, c := range []struct {
		kind       string
		government int64
		want       string
	}{
		{"科技专项资金", 50_0000_00, ""}, {"科技专项资金", 50_0000_01, "scoring.fund"}, {"科技专项资金", 0, "scoring.fund-unspent"}, {"创新投资基金", 0, ""},
	} {
		if got := strings.Join(found(c.kind, c.government), " "); got != c.want {
			t.Errorf("%s, %d spent: %q, want %q", c.kind, c.government, got, c.want)
		}
	}
}

// TestOnlyNewPlatformsAreDeemed: a pack that says nothing of it means 新建, as the document does.
func TestOnlyNewPlatformsAreDeemed(t *testing.T) {
	p := variant(t, "where    = { nature = [\"新建\"] }    # 文件说“新建”；升级、新认定不在内（空着按新建）\n", "")
	for nature, want := range map[string]string{"": "110.00", "新建": "110.00", "升级": "0.00", "新认定": "0.00"} {
		f := goldenFacts(t)
		for _, r := range f.Registers["platform"] {
			r.Set("nature", form.S(nature))
		}
		if got := scoring.Evaluate(p, f).Line("new_platform").Score.Confirmed.String(); got != want {
			t.Errorf("%q: %s, want %s", nature, got, want)
		}
	}
}
