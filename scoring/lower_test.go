package scoring_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

// smallPack is a pack with the sections given, whose indicators must make 100 together.
func smallPack(sections string) []byte {
	return []byte(`[pack]
schema     = 2
id         = "SMALL"
version    = "2026.1"
title      = "测试包"
issuer     = "测试"
source_doc = "测试〔2026〕1号"
year       = 2026
valid_from = 2026-01-01
valid_to   = 2026-12-31
status     = "draft"
levels     = ["国家级", "自治区级", "市级"]
types      = ["竞争型", "功能型", "服务业"]
assumed    = ["valid_from", "valid_to"]
[rounding]
line_decimals  = 2
money_decimals = 2
mode           = "half_up"
assumed        = ["line_decimals", "money_decimals"]
[annual]
innovation_weight = 100
clauses = ["A1"]
assumed = ["innovation_weight"]
[[clause]]
id = "A1"
at = "一"
gist = "测试"
` + sections)
}

// oneLine is a pack of one indicator worth 100.
func oneLine(measure, scale, more string) []byte {
	return smallPack(fmt.Sprintf(`
[[indicator]]
id = "x"
name = "一项"
clauses = ["A1"]
weight = { "竞争型" = 100, "功能型" = 100, "服务业" = 100 }
given = ["weight"]
measure = %s
scale = %s
%s
`, measure, scale, more))
}

// figures are the year's figures of an enterprise of the small pack.
func figures(t *testing.T, annual ...string) *scoring.Facts {
	return &scoring.Facts{USCC: exampleUSCC, Name: "示例", Type: "功能型", Year: 2026, Annual: registerRow(t, "annual", annual...), Registers: map[string][]*form.Record{}}
}

const costs = `{ kind = "value", field = "annual.cost_total" }`

// TestLessIsBetter: each scale from its other end, exact at the edges, with zero, what is negative and what is missing.
func TestLessIsBetter(t *testing.T) {
	const (
		toTarget = `{ kind = "to_target", direction = "lower", cap = "120%" }`
		ladder   = `{ kind = "ladder", direction = "lower", rungs = [{ at = 10, give = "50%" }, { at = 5, give = "80%" }, { below = 5, give = "90%" }, { below = 2, give = "100%" }] }`
		efficacy = `{ kind = "efficacy", direction = "lower", floor = 10, base = "60%" }`
		beyond   = `{ kind = "efficacy", direction = "lower", floor = 10, base = "60%", cap = "110%" }`
		five     = "target = 5\nassumed = [\"target\", \"scale\"]"
		none     = `assumed = ["scale"]`
	)
	for _, c := range []struct {
		scale, more, value, score, gap string
		status                         scoring.Status
	}{
		{toTarget, five, "5", "100.00", "", scoring.Reached},
		{toTarget, five, "5.000001", "100.00", "0.000001", scoring.Short}, // 5 ÷ 5.000001
		{toTarget, five, "8", "62.50", "3.00", scoring.Short},
		{toTarget, five, "4", "120.00", "", scoring.Reached}, // 125%, capped
		{toTarget, five, "4.5", "111.11", "", scoring.Reached},
		{toTarget, five, "0", "120.00", "", scoring.Reached},
		{toTarget, five, "-1", "0.00", "", scoring.Reached}, // no cost is negative
		{toTarget, five, "", "0.00", "", scoring.NoData},
		{toTarget, strings.Replace(five, "5", "0", 1), "0", "100.00", "", scoring.Reached},
		{toTarget, strings.Replace(five, "5", "0", 1), "0.000001", "0.00", "0.000001", scoring.Short},
		{toTarget, strings.Replace(five, "5", "-3", 1), "-3", "100.00", "", scoring.Reached},
		{toTarget, strings.Replace(five, "5", "-3", 1), "-2", "0.00", "1.00", scoring.Short},
		{ladder, none, "10.000001", "0.00", "8.000002", scoring.Short}, // to 1.999999, the first below 2
		{ladder, none, "10", "50.00", "8.000001", scoring.Short},
		{ladder, none, "5.000001", "50.00", "3.000002", scoring.Short},
		{ladder, none, "5", "80.00", "3.000001", scoring.Short},
		{ladder, none, "4.999999", "90.00", "3.00", scoring.Short},
		{ladder, none, "2", "90.00", "0.000001", scoring.Short},
		{ladder, none, "1.999999", "100.00", "", scoring.Reached},
		{ladder, none, "0", "100.00", "", scoring.Reached},
		{ladder, none, "-0.01", "0.00", "", scoring.Reached},
		{efficacy, five, "10.000001", "0.00", "5.000001", scoring.Short},
		{efficacy, five, "10", "60.00", "5.00", scoring.Short},
		{efficacy, five, "7.5", "80.00", "2.50", scoring.Short},
		{efficacy, five, "5", "100.00", "", scoring.Reached},
		{efficacy, five, "0", "100.00", "", scoring.Reached},
		{beyond, five, "4", "108.00", "", scoring.Reached}, // 60% + 40% × 6 ÷ 5
		{beyond, five, "0", "110.00", "", scoring.Reached}, // 140%, capped
		{beyond, five, "-4", "0.00", "", scoring.Reached},
	} {
		p := loaded(t, oneLine(costs, c.scale, c.more))
		f := figures(t)
		if c.value != "" {
			f = figures(t, "cost_total", fmt.Sprint(yuanOf(t, c.value)))
		}
		s := scoring.Evaluate(p, f)
		l := s.Line("x")
		if l.Score.Confirmed.String() != c.score || l.GapText != c.gap || l.Status != c.status && c.score != "0.00" {
			t.Errorf("%s of %s %s: %s, gap %q, %s; want %s, %q, %s", c.value, c.scale, c.more, l.Score.Confirmed, l.GapText, l.Status, c.score, c.gap, c.status)
		}
		if l.GapRat != nil { // so much less is full marks, and a 分 more than that is not
			for _, d := range []struct {
				by   *big.Rat
				full bool
			}{{l.NeedRat, true}, {new(big.Rat).Sub(l.NeedRat, big.NewRat(1, 1_000_000)), false}} {
				less := new(big.Rat).Sub(l.Value, d.by)
				less.Mul(less, big.NewRat(1_000_000, 1))
				f.Annual.Set("cost_total", form.N(less.Num().Int64()))
				if got := scoring.Evaluate(p, f).Line("x").Status == scoring.Reached; got != d.full {
					t.Errorf("%s of %s: %s less reaches: %v", c.value, c.scale, d.by.RatString(), got)
				}
			}
		}
		if e, ok := s.Explain("x"); !ok || len(e.Paragraphs) < 3 {
			t.Errorf("%+v", e)
		}
	}
}

// yuanOf turns 万元 into 元.
func yuanOf(t *testing.T, wan string) string {
	v, ok := new(big.Rat).SetString(wan)
	if !ok {
		t.Fatal(wan)
	}
	return v.Mul(v, big.NewRat(10_000, 1)).FloatString(2)
}

// TestNothingGrowsIntoLess: growth where less is better. From nothing there is no merit, a fall beyond 100% is no figure, and
// nothing after nothing has not fallen.
func TestNothingGrowsIntoLess(t *testing.T) {
	const scale = `{ kind = "efficacy", direction = "lower", floor = "10%", base = "60%" }`
	growth := `{ kind = "growth", cur = "conversion.income", prev = "annual.cost_total" }`
	for _, c := range []struct{ cur, prev, target, score string }{
		{"95", "100", "-5%", "100.00"},
		{"110", "100", "-5%", "60.00"},
		{"110.01", "100", "-5%", "0.00"},
		{"1", "0", "-5%", "0.00"},
		{"0", "0", "-5%", "86.67"}, // 60% + 40% × 10 ÷ 15
		{"0", "0", "0%", "100.00"},
		{"1", "0", "0%", "0.00"},
		{"-1", "100", "-5%", "0.00"},
		{"100", "", "-5%", "0.00"},
	} {
		p := loaded(t, oneLine(growth, scale, "target = \""+c.target+"\"\nassumed = [\"target\", \"scale\"]"))
		f := figures(t)
		if c.prev != "" {
			f = figures(t, "cost_total", yuanOf(t, c.prev))
		}
		f.Registers["conversion"] = []*form.Record{registerRow(t, "conversion", "income", yuanOf(t, c.cur))}
		s := scoring.Evaluate(p, f)
		if l := s.Line("x"); l.Score.Confirmed.String() != c.score {
			t.Errorf("%s after %s to %s: %s, want %s", c.cur, c.prev, c.target, l.Score.Confirmed, c.score)
		}
		if _, ok := s.Explain("x"); !ok {
			t.Error("not explained")
		}
		scoring.Evaluate(p, f).NextSteps("2026-06-01")
	}
}

// TestFewerIsBetter: rows counted; the register's rows are what happened, and none is proposed to be undone or added.
func TestFewerIsBetter(t *testing.T) {
	p := loaded(t, oneLine(`{ kind = "count", register = "small", year_by = "adopted_on" }`,
		`{ kind = "ladder", direction = "lower", rungs = [{ at = 2, give = "50%" }, { at = 0, give = "100%" }] }`, `assumed = ["scale"]`))
	f := figures(t)
	for n, want := range []string{"100.00", "50.00", "50.00", "0.00"} {
		s := scoring.Evaluate(p, f)
		if got := s.Line("x").Score.Confirmed.String(); got != want {
			t.Errorf("%d rows: %s, want %s", n, got, want)
		}
		for _, st := range scoring.Evaluate(p, f).NextSteps("2026-06-01") {
			if st.Line == "x" {
				t.Errorf("%d rows: %v", n, st.Say.ZH)
			}
		}
		f.Registers["small"] = append(f.Registers["small"], registerRow(t, "small", "adopted_on", "2026-03-01"))
	}
	asked := func() bool {
		return slices.ContainsFunc(scoring.Evaluate(p, f).Findings(), func(d form.Finding) bool { return d.Check == "scoring.none" })
	}
	if asked() {
		t.Error("rows are there, and it is asked for them")
	}
	rows := f.Registers["small"]
	if f.Registers["small"] = nil; !asked() {
		t.Error("full marks rest on an empty register, and nobody is asked")
	}
	f.Registers["small"] = rows
	s := scoring.Evaluate(p, f)
	e, _ := s.Explain("x")
	var all string
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			all += l.ZH + "\n"
		}
	}
	for _, want := range []string{"不高于 2 得 50%、不高于 0 得 100%", "再减少五小活动 2 项到 2 档，+50.00 分", "再减少五小活动 4 项得满分，+100.00 分"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if j := string(s.JSON()); !strings.Contains(j, `"direction": "lower"`) || !strings.Contains(j, `"target": "0"`) {
		t.Error(j)
	}
	if c := s.Account().Section("indicators").Rows[0].Cells[1].Text.ZH; c != "≤ 0" {
		t.Error(c)
	}
}

// TestNoneOfWhatIsDividedIsAskedAbout: a ratio that is nothing because nobody keyed what is divided earns full marks, and is asked about.
func TestNoneOfWhatIsDividedIsAskedAbout(t *testing.T) {
	p := loaded(t, oneLine(`{ kind = "per", num = { kind = "sum", register = "small", field = "benefit" }, den = "fin.revenue" }`,
		`{ kind = "to_target", direction = "lower", cap = "100%" }`, "target = 5\nassumed = [\"target\", \"scale\"]"))
	f := figures(t, "revenue", "100")
	asked := func() bool {
		return slices.ContainsFunc(scoring.Evaluate(p, f).Findings(), func(d form.Finding) bool { return d.Check == "scoring.none" && d.Form == "small" })
	}
	if scoring.Evaluate(p, f).Line("x").Status != scoring.Reached || !asked() {
		t.Error("full marks rest on an empty register, and nobody is asked")
	}
	f.Registers["small"] = []*form.Record{registerRow(t, "small", "benefit", "100")}
	if asked() {
		t.Error("rows are there, and it is asked for them")
	}
}

// TestLessToDo: the step that lowers a figure of the year, valued by scoring again.
func TestLessToDo(t *testing.T) {
	p := loaded(t, oneLine(`{ kind = "ratio", num = "annual.cost_total", den = "fin.revenue" }`, `{ kind = "to_target", direction = "lower", cap = "100%" }`,
		"target = \"80%\"\nassumed = [\"target\", \"scale\"]"))
	f := figures(t, "cost_total", "9000000", "revenue", "10000000")
	steps := scoring.Evaluate(p, f).NextSteps("2026-06-01")
	steps = slices.DeleteFunc(steps, func(s scoring.Step) bool { return s.Line != "x" })
	if len(steps) != 1 || steps[0].Say.ZH != "成本费用总额减少 100.00 万元" || steps[0].Gain.String() != "11.11" {
		t.Errorf("%+v", steps)
	}
	l := scoring.Evaluate(p, f).Line("x")
	if done, whole := l.Way(l.Value); new(big.Rat).Quo(done, whole).Cmp(big.NewRat(8, 9)) != 0 {
		t.Error(done, whole)
	}
}

// TestLowerIsRefused: what cannot stand with less is better, and each typo by name.
func TestLowerIsRefused(t *testing.T) {
	for _, c := range []struct{ measure, scale, more, want string }{
		{costs, `{ kind = "to_target", direction = "lowest", cap = "100%" }`, "target = 5", `indicator.x.scale.direction: 不认识「lowest」。可以写：higher、lower。是不是想写「lower」`},
		{costs, `{ kind = "ladder", direction = "lower", rungs = [{ at = 5, give = "50%" }, { at = 10, give = "100%" }] }`, "", "阶梯顺序不对：10 不低于上一级 5"},
		{costs, `{ kind = "ladder", direction = "lower", rungs = [{ above = 5, give = "50%" }] }`, "", "这个方向的阶梯不写 above，写 at 或 below"},
		{costs, `{ kind = "ladder", rungs = [{ below = 5, give = "50%" }] }`, "", "这个方向的阶梯不写 below，写 at 或 above"},
		{costs, `{ kind = "efficacy", direction = "lower", floor = 4, base = "60%" }`, "target = 5", "起点 4 要高于目标 5"},
		{`{ kind = "growth", cur = "fin.revenue", prev = "fin.profit", zero_base = "top" }`, `{ kind = "to_target", direction = "lower", cap = "100%" }`, "target = 5", "不能写 zero_base"},
		{`{ kind = "count", register = "project", evidence = "认定" }`, `{ kind = "to_target", direction = "lower", cap = "100%" }`, "target = 5", "越低越好的项不能写 evidence"},
		{`{ kind = "checklist", items = ["一"] }`, `{ kind = "fraction", direction = "lower" }`, "", "direction"},
	} {
		more := c.more + "\nassumed = [\"scale\""
		if c.more != "" {
			more += ", \"target\""
		}
		got := errorsOf(t, oneLine(c.measure, c.scale, more+"]"))
		if !strings.Contains(strings.Join(got, "\n"), c.want) {
			t.Errorf("%s\n%s\nwant %s", c.scale, strings.Join(got, "\n"), c.want)
		}
	}
	one := strings.Replace(string(oneLine(costs, `{ kind = "to_target", direction = "lower", cap = "100%" }`, "target = 5\nassumed = [\"target\", \"scale\"]")), "schema     = 2", "schema     = 1", 1)
	if got := errorsOf(t, []byte(one)); len(got) != 1 || !strings.Contains(got[0], "要政策包格式 2") {
		t.Error(got)
	}
}
