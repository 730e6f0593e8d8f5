package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

const twoWays = `
[[indicator]]
id = "rd"
name = "研发"
clauses = ["A1"]
weight = { "竞争型" = 100, "功能型" = 100, "服务业" = 100 }
ways = [
  { name = "按收入", measure = { kind = "ratio", num = "rd.total", den = "fin.revenue" }, scale = { kind = "to_target", cap = "100%" }, target = "10%" },
  { name = "按奖项", measure = { kind = "count", register = "award", year_by = "awarded_on", evidence = "认定" }, scale = { kind = "ladder", rungs = [{ at = 1, give = "60%" }, { at = 2, give = "100%" }] } },
]
overridable = ["ways"]
given = ["weight", "ways"]
`

func waysFacts(t *testing.T, revenue int64, awards ...string) *scoring.Facts {
	f := &scoring.Facts{USCC: exampleUSCC, Type: "功能型", Year: 2026, Ledger: scoring.RD{Expensed: 50_000_000, Lines: 1}, Registers: map[string][]*form.Record{}}
	f.Annual = form.NewRecord(form.ByID("annual"))
	if revenue > 0 {
		f.Annual.Set("revenue", form.N(revenue*1_000_000))
	}
	for i, state := range awards {
		r := registerRow(t, "award", "name", "科学技术奖"+string(rune('甲'+i)), "level", "国家级", "awarded_on", "2026-03-01", "science", "是", "recognition", state)
		if state == form.Recognised {
			for k, v := range map[string]string{"recognised_by": "科学技术部", "recognised_doc": "国科发〔2026〕1号", "recognised_on": "2026-04-01"} {
				r.Set(k, form.S(v))
			}
		}
		f.Registers["award"] = append(f.Registers["award"], r)
	}
	return f
}

// TestTheBestWayCounts: the way that earns most, each figure by its own; one without its figure is not compared and not missing.
func TestTheBestWayCounts(t *testing.T) {
	p := loaded(t, smallPack(twoWays))
	for name, c := range map[string]struct {
		facts                      *scoring.Facts
		by, score, pending, status string
		missing                    bool
	}{
		"the first":                    {waysFacts(t, 1000), "按收入", "50.00", "50.00", "未达标", false},
		"the second":                   {waysFacts(t, 1000, form.Recognised), "按奖项", "60.00", "60.00", "未达标", false},
		"another with what is pending": {waysFacts(t, 1000, form.Pending, form.Pending), "按收入", "50.00", "100.00", "未达标", false},
		"the one that has a figure":    {waysFacts(t, 0, form.Recognised), "按奖项", "60.00", "60.00", "未达标", false},
	} {
		s := scoring.Evaluate(p, c.facts)
		l := s.Line("rd")
		if l.By.ZH != c.by || l.Score.Confirmed.String() != c.score || l.Score.Pending.String() != c.pending || string(l.Status) != c.status || slices.Contains(s.Missing, "fin.revenue") != c.missing {
			t.Errorf("%s: by %s %v %s, missing %v", name, l.By.ZH, l.Score, l.Status, s.Missing)
		}
		e, _ := s.Explain("rd")
		told := ""
		for _, p := range e.Paragraphs {
			for _, line := range p.Lines {
				told += line.ZH + "\n"
			}
		}
		if !strings.Contains(told, "「"+c.by+"」：") || !strings.Contains(told, "取这一种") {
			t.Errorf("%s: told is\n%s", name, told)
		}
		if c.by == "按收入" && c.pending == "100.00" && !strings.Contains(told, "「按奖项」：") {
			t.Errorf("%s: the other way is not told\n%s", name, told)
		}
	}
	if js := string(scoring.Evaluate(p, waysFacts(t, 1000, form.Recognised)).JSON()); !strings.Contains(js, `"name": "按奖项"`) || strings.Count(js, `"counts": true`) != 1 {
		t.Error(js)
	}
	if a := scoring.Evaluate(p, waysFacts(t, 1000)).Account().Section("indicators"); a.Rows[0].Title.ZH != "研发（按收入）" {
		t.Error(a.Rows[0].Title)
	}
}

// TestAWayThatIsNotTakenIsAdvised: what would reach more by another way is a step, and so is the figure that one lacks.
func TestAWayThatIsNotTakenIsAdvised(t *testing.T) {
	p := loaded(t, smallPack(twoWays))
	steps := scoring.Evaluate(p, waysFacts(t, 1000, form.Recognised)).NextSteps("")
	rd, awards := false, false
	for _, st := range steps {
		rd = rd || st.Form == "spend" && st.Gain.Sign() > 0
		awards = awards || st.Form == "award" && st.Gain.Sign() > 0
	}
	if !rd || !awards {
		t.Errorf("steps by R&D %v, by awards %v", rd, awards)
	}
	steps = scoring.Evaluate(p, waysFacts(t, 0, form.Recognised)).NextSteps("")
	if i := slices.IndexFunc(steps, func(st scoring.Step) bool { return st.Field == "revenue" }); i < 0 || steps[i].UpTo.String() != "40.00" {
		t.Errorf("%+v", steps)
	}
}

// TestWaysAreOverridden: a number of a way, for one enterprise; the pack's own stays.
func TestWaysAreOverridden(t *testing.T) {
	p := loaded(t, smallPack(twoWays+`
[[enterprise]]
uscc = "`+exampleUSCC+`"
name = "示例"
type = "功能型"
doc = "示例"
  [[enterprise.override]]
  path = "indicator.rd.ways.1.target"
  value = "5%"
  reason = "一企一策"
`))
	if got := scoring.Evaluate(p, waysFacts(t, 1000)).Line("rd").Score.Confirmed.String(); got != "100.00" {
		t.Error(got)
	}
	other := waysFacts(t, 1000)
	other.USCC = ""
	if got := scoring.Evaluate(p, other).Line("rd").Score.Confirmed.String(); got != "50.00" {
		t.Error(got)
	}
}

const threeConditions = `
[[condition]]
id = "large"
name = "收入"
clauses = ["A1"]
measure = { kind = "value", field = "fin.revenue" }
least = 500
below = 2000
given = ["least", "below"]
[[condition]]
id = "honest"
name = "承诺"
clauses = ["A1"]
measure = { kind = "checklist", items = ["无失信", "无事故"] }
[[condition]]
id = "enough"
name = "及格"
clauses = ["A1"]
score = "rd"
least = 60
given = ["least"]
`

// TestConditions: met, not met, and unknown where a figure, an answer, or what a score may still become, is missing.
func TestConditions(t *testing.T) {
	p := loaded(t, smallPack(twoWays+threeConditions))
	yes := func(f *scoring.Facts, answers ...string) *scoring.Facts {
		for i, a := range answers {
			f.Registers["checklist"] = append(f.Registers["checklist"], registerRow(t, "checklist", "item", []string{"无失信", "无事故"}[i], "answer", a))
		}
		return f
	}
	for name, c := range map[string]struct {
		facts                               *scoring.Facts
		large, honest, enough, all, pending scoring.Status
	}{
		"all":          {yes(waysFacts(t, 1000, form.Recognised), "是", "是"), scoring.Met, scoring.Met, scoring.Met, scoring.Met, scoring.Met},
		"on the bound": {yes(waysFacts(t, 2000, form.Recognised), "是", "是"), scoring.NotMet, scoring.Met, scoring.Met, scoring.NotMet, scoring.NotMet},
		"a no":         {yes(waysFacts(t, 500, form.Recognised), "否"), scoring.Met, scoring.NotMet, scoring.Met, scoring.NotMet, scoring.NotMet},
		"no answer":    {yes(waysFacts(t, 500), "是"), scoring.Met, scoring.Unsure, scoring.Met, scoring.Unsure, scoring.Unsure},
		"no figure":    {yes(waysFacts(t, 0, form.Recognised), "是", "是"), scoring.Unsure, scoring.Met, scoring.Met, scoring.Unsure, scoring.Unsure},
		"pending":      {yes(waysFacts(t, 1000, form.Pending, form.Pending), "是", "是"), scoring.Met, scoring.Met, scoring.NotMet, scoring.NotMet, scoring.Met},
	} {
		s := scoring.Evaluate(p, c.facts)
		got := []scoring.Status{s.Line("large").Status, s.Line("honest").Status, s.Line("enough").Status, s.Qualified, s.QualifiedPending}
		if !slices.Equal(got, []scoring.Status{c.large, c.honest, c.enough, c.all, c.pending}) {
			t.Errorf("%s: %v", name, got)
		}
		for _, id := range []string{"large", "honest", "enough"} {
			if e, ok := s.Explain(id); !ok || len(e.Paragraphs) < 3 {
				t.Errorf("%s: %s is not explained: %+v", name, id, e)
			}
		}
	}
	js := string(scoring.Evaluate(p, yes(waysFacts(t, 2000, form.Recognised), "是", "是")).JSON())
	for _, want := range []string{`"all": "不符合"`, `"required": "≥ 500，< 2000"`, `"status": "不符合"`} {
		if !strings.Contains(js, want) {
			t.Errorf("JSON lacks %s", want)
		}
	}
	if plain := string(scoring.Evaluate(loaded(t, smallPack(twoWays)), waysFacts(t, 1000)).JSON()); strings.Contains(plain, "conditions") {
		t.Error("a pack without conditions tells of them")
	}
	if items := p.ChecklistItems(""); len(items) != 2 {
		t.Errorf("asked are %v", items)
	}
	for _, d := range scoring.Evaluate(p, yes(waysFacts(t, 1000), "是")).Findings() {
		if d.Check == "scoring.item" {
			t.Error(d)
		}
	}
}

const wantingConditions = `
[[condition]]
id = "intensity"
name = "投入强度"
clauses = ["A1"]
measure = { kind = "ratio", num = "rd.total", den = "fin.revenue" }
least = "8%"
given = ["least"]
[[condition]]
id = "awards"
name = "获奖"
clauses = ["A1"]
measure = { kind = "count", register = "award", year_by = "awarded_on", evidence = "认定" }
above = 1
given = ["above"]
[[condition]]
id = "small"
name = "规模"
clauses = ["A1"]
measure = { kind = "value", field = "fin.revenue" }
most = 800
given = ["most"]
[[condition]]
id = "thrift"
name = "费用率"
clauses = ["A1"]
measure = { kind = "ratio", num = "annual.cost_total", den = "fin.revenue" }
below = "50%"
given = ["below"]
[[condition]]
id = "full"
name = "满额"
clauses = ["A1"]
measure = { kind = "ratio", num = "rd.total", den = "fin.revenue" }
least = "10%"
given = ["least"]
[[condition]]
id = "enough"
name = "及格"
clauses = ["A1"]
score = "rd"
least = 80
given = ["least"]
`

// TestConditionsAreAdvised: what is short of a condition is a step, just as large as it takes; what a step does to the others is said;
// and nobody is told to be smaller than he is.
func TestConditionsAreAdvised(t *testing.T) {
	p := loaded(t, smallPack(twoWays+wantingConditions))
	f := waysFacts(t, 1000)
	f.Annual.Set("cost_total", form.N(600_000_000))
	said := map[string]string{}
	for _, st := range scoring.Evaluate(p, f).NextSteps("") {
		if said[st.Say.ZH] != "" {
			t.Errorf("proposed twice: %s", st.Say.ZH)
		}
		for _, a := range st.Also {
			said[st.Say.ZH] += a.ZH + "\n"
		}
	}
	all := ""
	for say, also := range said {
		all += say + ": " + also
	}
	for _, want := range []struct{ step, meets string }{{"投入研发 30.00 万元", "投入强度"}, {"投入研发 50.00 万元", "及格"}, {"2", "获奖"}} {
		found := false
		for say, also := range said {
			found = found || strings.Contains(say, want.step) && strings.Contains(also, "符合了条件“"+want.meets+"”")
		}
		if !found {
			t.Errorf("no step %s meets %s:\n%s", want.step, want.meets, all)
		}
	}
	if strings.Contains(all, "规模") {
		t.Errorf("somebody is to shrink:\n%s", all)
	}
	if !strings.Contains(all, "费用率") {
		t.Errorf("less of a rate is not proposed:\n%s", all)
	}
}

// TestWaysAndConditionsAreRefused: what a hostile pack, or a slip, may say.
func TestWaysAndConditionsAreRefused(t *testing.T) {
	whole := twoWays + threeConditions
	many := strings.Repeat(`{ name = "x", measure = { kind = "value", field = "fin.revenue" }, scale = { kind = "to_target", cap = "100%" }, target = 1 },`, 7)
	for _, c := range []struct{ from, to, want string }{
		{`name = "按奖项"`, `name = "按收入"`, "两种算法同名"},
		{`, target = "10%" }`, ` }`, "target"},
		{"ways = [", `target = 3` + "\nways = [", "写了 ways"},
		{"ways = [", "ways = [" + many, "2 到 6 种"},
		{`{ kind = "count", register = "award", year_by = "awarded_on", evidence = "认定" }`, `{ kind = "checklist", items = ["甲"] }`, "不能用 checklist"},
		{`ways = [`, `ways = [ { name = "套", ways = [] },`, "ways"},
		{`given = ["weight", "ways"]`, `given = ["weight"]`, "「ways」"},
		{`score = "rd"`, `score = "enough"`, "enough"},
		{`score = "rd"`, "score = \"rd\"\nmeasure = { kind = \"value\", field = \"fin.revenue\" }", "measure"},
		{`least = 500`, `least = 2000`, "互相矛盾"},
		{`least = 500`, "least = 500\nabove = 400", "只写一个"},
		{"least = 60\ngiven = [\"least\"]\n", "", "没有写要求"},
		{`items = ["无失信", "无事故"] }`, `items = ["无失信", "无事故"] }` + "\nleast = 1\ngiven = [\"least\"]", "checklist"},
		{`id = "large"`, `id = "rd"`, "rd"},
		{`id = "large"`, `id = "addback"`, "addback"},
		{`schema     = 2`, `schema     = 1`, "格式 2"},
		{`least = 60`, `least = 1e400`, "least"},
	} {
		source := strings.Replace(string(smallPack(whole)), c.from, c.to, 1)
		if got := strings.Join(errorsOf(t, []byte(source)), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s\n→ %s\nwant %s", c.to, got, c.want)
		}
	}
	earlier := strings.Replace(string(smallPack(twoWays)), "schema     = 2", "schema     = 1", 1)
	if got := strings.Join(errorsOf(t, []byte(earlier)), "\n"); !strings.Contains(got, "indicator.ways") {
		t.Errorf("ways in a pack of an earlier schema: %s", got)
	}
	for _, id := range scoring.Expectable() {
		source := strings.Replace(string(smallPack(whole)), `id = "large"`, `id = "`+id+`"`, 1)
		if got := errorsOf(t, []byte(source)); len(got) == 0 {
			t.Errorf("a line may be called %s, as the total is", id)
		}
	}
}

// TestWaysAreSaid: what a line with several ways counts by, in the sentence that a director reads; a line without any says nothing of
// them.
func TestWaysAreSaid(t *testing.T) {
	p := loaded(t, smallPack(twoWays))
	said := p.Indicators[0].SayWays(p).ZH
	for _, want := range []string{"按收入", "按奖项", "最高"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q does not say %s", said, want)
		}
	}
	if plain := (&scoring.Indicator{}).SayWays(p); !plain.Empty() {
		t.Errorf("a line without ways says %q", plain.ZH)
	}
}

// TestFamiliesAreLookedForInWays: what the notice asks for may be counted by one way of several, and a pack that lacks a family is
// refused although its lines have ways.
func TestFamiliesAreLookedForInWays(t *testing.T) {
	asks := strings.Replace(string(smallPack(twoWays)), `id = "A1"`, `id = "C10"`, 1)
	asks = strings.ReplaceAll(asks, `clauses = ["A1"]`, `clauses = ["C10"]`)
	got := strings.Join(errorsOf(t, []byte(asks)), "\n")
	if !strings.Contains(got, "缺少「发明专利」一类") || strings.Contains(got, "缺少「研发投入」一类") {
		t.Error(got)
	}
}
