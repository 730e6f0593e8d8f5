package scoring_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

const quarters = `
[[indicator]]
id = "x"
name = "专利"
clauses = ["A1"]
weight = { "竞争型" = 100, "功能型" = 100, "服务业" = 100 }
target = 12
period_target = { q1 = 1, q2 = 2, q3 = 6 }
measure = { kind = "count", register = "patent", year_by = "applied_on" }
scale = { kind = "to_target", cap = "100%" }
overridable = ["period_target"]
given = ["weight", "target", "period_target", "scale.cap"]
[[enterprise]]
uscc = "91150200MA0BT0013C"
name = "示例"
type = "功能型"
doc = "示例"
  [[enterprise.override]]
  path = "indicator.x.period_target.q1"
  value = 2
  reason = "一企一策"
`

func patents(t *testing.T, asOf int, dates ...string) *scoring.Facts {
	f := &scoring.Facts{Type: "功能型", Year: 2026, AsOf: asOf, Registers: map[string][]*form.Record{}}
	for _, d := range dates {
		f.Registers["patent"] = append(f.Registers["patent"], registerRow(t, "patent", "applied_on", d))
	}
	return f
}

// TestTargetsOfQuarters: figures up to a month are scored by the target of its quarter, from October on by the year's.
func TestTargetsOfQuarters(t *testing.T) {
	p := loaded(t, smallPack(quarters))
	for month, want := range map[int]string{1: "100.00", 3: "100.00", 4: "50.00", 6: "50.00", 7: "16.67", 9: "16.67", 10: "8.33", 12: "8.33"} {
		s := scoring.Evaluate(p, patents(t, month, "2026-01-05"))
		if got := s.Line("x").Score.Confirmed.String(); got != want {
			t.Errorf("month %d: %s, want %s", month, got, want)
		}
		js := string(s.JSON())
		if has := strings.Contains(js, `"year_target": "12"`); has != (month < 10) {
			t.Errorf("month %d: the target of the year is told %v", month, has)
		}
	}
	own := patents(t, 3, "2026-01-05")
	own.USCC = exampleUSCC
	s := scoring.Evaluate(p, own)
	if l := s.Line("x"); l.Score.Confirmed.String() != "50.00" || l.GapText != "1" {
		t.Error(l.Score, l.GapText)
	}
	e, _ := s.Explain("x")
	i := slices.IndexFunc(e.Paragraphs, func(p scoring.Paragraph) bool {
		return len(p.Lines) == 2 && strings.Contains(p.Lines[1].ZH, "全年目标 12")
	})
	if i < 0 {
		t.Errorf("%+v", e.Paragraphs)
	}
	for _, c := range []struct {
		month  int
		dates  []string
		behind bool
	}{
		{3, []string{"2026-01-05"}, false},               // the even pace asks for 3
		{6, []string{"2026-01-05"}, true},                // 2 are due
		{6, []string{"2026-01-05", "2026-05-01"}, false}, // and there
	} {
		pace := scoring.Evaluate(p, patents(t, c.month, c.dates...)).Pace()
		if len(pace) != 1 || pace[0].NeedText != "12" || pace[0].Latest().Behind != c.behind {
			t.Errorf("month %d: %+v", c.month, pace)
		}
	}
}

const tenure = `
[[field]]
form = "annual"
id = "rd_2024"
title = "2024 年研发"
kind = "money"
unit = "万元"
[[field]]
form = "annual"
id = "share_2024"
title = "2024 年强度"
kind = "percent"
[[field]]
form = "annual"
id = "share_2025"
title = "2025 年强度"
kind = "percent"
[[indicator]]
id = "x"
name = "强度"
clauses = ["A1"]
weight = { "竞争型" = 100, "功能型" = 100, "服务业" = 100 }
target = "3%"
measure = { kind = "ratio", num = "rd.total", den = "fin.revenue" }
scale = { kind = "to_target", cap = "100%" }
given = ["weight", "target", "scale.cap"]
[[track]]
id = "spent"
name = "研发投入"
clauses = ["A1"]
measure = { kind = "value", field = "rd.total" }
[term]
name = "任期"
first = 2024
last = 2027
clauses = ["A1"]
[[term_line]]
id = "sum"
name = "四年投入"
clauses = ["A1"]
of = "spent"
by = "sum"
past = ["annual.rd_2024", "rd.total_prev"]
target = 400
given = ["target"]
[[term_line]]
id = "mean"
name = "平均强度"
clauses = ["A1"]
of = "x"
by = "mean"
past = ["annual.share_2024", "annual.share_2025"]
target = "3%"
given = ["target"]
[[term_line]]
id = "least"
name = "投入上限"
clauses = ["A1"]
of = "spent"
by = "sum"
direction = "lower"
past = ["annual.rd_2024", "rd.total_prev"]
target = 250
given = ["target"]
[[term_line]]
id = "end"
name = "末年强度"
clauses = ["A1"]
of = "x"
by = "last"
past = ["annual.share_2024", "annual.share_2025"]
target = "3%"
given = ["target"]
`

// TestATermOfYears: 2024 and 2025 keyed, 2026 of the sheet, 2027 left.
func TestATermOfYears(t *testing.T) {
	p := loaded(t, smallPack(tenure))
	annual := form.NewRecord(p.Dictionary().ByID("annual"))
	set := func(id string, n int64) { annual.Set(id, form.N(n)) }
	set("revenue", 5_000*1_000_000)
	set("rd_2024", 80*1_000_000)
	set("share_2024", 10_000)
	set("share_2025", 30_000)
	f := &scoring.Facts{Type: "功能型", Year: 2026, Annual: annual, Ledger: scoring.RD{Expensed: 100 * 1_000_000, Lines: 1}}
	f.Prev = &scoring.RD{Expensed: 90 * 1_000_000}
	f.PrevYear = f.Prev
	s := scoring.Evaluate(p, f)
	for id, want := range map[string][4]string{ // 80 + 90 + 100; (1 + 3 + 2) ÷ 3
		"sum":   {"270.00", "未达标", "130.00", "130.00"},
		"mean":  {"2.00%", "未达标", "1.00%", "6.00%"}, // 4 × 3 − 6 in the one year left
		"least": {"270.00", "未达标", "20.00", ""},
		"end":   {"2.00%", "未达标", "1.00%", ""},
	} {
		l := s.Line(id)
		if got := [4]string{l.ValueText, string(l.Status), l.GapText, l.EachText()}; got != want {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
		e, ok := s.Explain(id)
		if !ok || !strings.Contains(flatText(e), "2024 年：") {
			t.Errorf("%s is not explained: %s", id, flatText(e))
		}
	}
	if e, _ := s.Explain("least"); !strings.Contains(flatText(e), "已无法达到") {
		t.Error(flatText(e))
	}
	sec := s.Account().Section("term")
	if sec == nil || len(sec.Terms) != 8 || sec.Terms[0].Name.ZH != "2024" || len(sec.Rows) != 4 {
		t.Fatalf("%+v", sec)
	}
	for _, r := range sec.Rows {
		if len(r.Cells) != len(sec.Terms) {
			t.Errorf("%s has %d cells of %d", r.ID, len(r.Cells), len(sec.Terms))
		}
	}
	if js := string(s.JSON()); !strings.Contains(js, `"2024": "80.00"`) || !strings.Contains(js, `"each_year": "130.00"`) {
		t.Error(js)
	}
	annual.Set("share_2025", form.Value{})
	s = scoring.Evaluate(p, f)
	if l := s.Line("mean"); l.Status != scoring.NoData || l.ValueText != "" || !slices.Equal(l.Missing, []string{"annual.share_2025"}) {
		t.Error(l.Status, l.ValueText, l.Missing)
	}
	if l := s.Line("end"); l.ValueText != "2.00%" {
		t.Error("the last year asks for the years before")
	}
	if e, _ := s.Explain("mean"); !strings.Contains(flatText(e), "2025 年强度") || strings.Contains(flatText(e), "share_2025") {
		t.Error("a figure of the pack is told by its id: " + flatText(e))
	}
	for _, st := range scoring.Evaluate(p, f).NextSteps("") {
		if strings.Contains(st.Say.ZH, "share_2025") {
			t.Error(st.Say.ZH)
		}
	}
}

func flatText(e scoring.Explanation) string {
	var b strings.Builder
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			b.WriteString(p.Label.ZH + "：" + l.ZH + "\n")
		}
	}
	return b.String()
}

// TestFiguresOfThePackHaveTheirNameAndUnit: money of a field that the pack adds is money.
func TestFiguresOfThePackHaveTheirNameAndUnit(t *testing.T) {
	p := loaded(t, smallPack(tenure))
	c, ok := p.Fact("annual.rd_2024")
	if !ok || !c.IsMoney() || c.Title.ZH != "2024 年研发" {
		t.Errorf("%+v", c)
	}
	in := p.InputOf("annual.rd_2024", big.NewRat(80, 1))
	if in.Text != "800000.00" {
		t.Error(in.Text)
	}
}

// TestQuartersAndTermsAreRefused: slips, and what a hostile pack would say.
func TestQuartersAndTermsAreRefused(t *testing.T) {
	for _, c := range []struct{ in, from, to, want string }{
		{quarters, ", q3 = 6 }", " }", "写全 q1、q2、q3"},
		{quarters, "q1 = 1, q2 = 2", "q1 = 3, q2 = 2", "不会下降"},
		{quarters, "q3 = 6", "q3 = 13", "不会下降"},
		{quarters, "q3 = 6", "q4 = 6", "q4"},
		{quarters, "q3 = 6", "q3 = 1e999", "q3"},
		{quarters, `scale = { kind = "to_target", cap = "100%" }`, `scale = { kind = "efficacy", floor = 2, base = "60%" }`, "floor"},
		{quarters, `, "period_target", "scale.cap"]`, `, "scale.cap"]`, "period_target"},
		{quarters, `id = "x"`, `id = "y"`, "indicator.x"},
		{tenure, "first = 2024", "first = 2026", "past"},
		{tenure, "first = 2024", "first = 2027", "2 到 10 年"},
		{tenure, "last = 2027", "last = 2025", "2 到 10 年"},
		{tenure, "first = 2024", "first = 2001", "2 到 10 年"},
		{tenure, "last = 2027", "last = 99999999999999999999", "last"},
		{tenure, `of = "spent"`, `of = "sum"`, "sum"},
		{tenure, `of = "spent"`, `of = "nothing"`, "nothing"},
		{tenure, `past = ["annual.rd_2024", "rd.total_prev"]`, `past = ["rd.total_prev"]`, "2 个指标数"},
		{tenure, `past = ["annual.rd_2024", "rd.total_prev"]`, `past = ["annual.share_2024", "rd.total_prev"]`, "单位不同"},
		{tenure, `past = ["annual.rd_2024", "rd.total_prev"]`, `past = ["annual.rd_1999", "rd.total_prev"]`, "rd_1999"},
		{tenure, `past = ["annual.rd_2024", "rd.total_prev"]`, `past = ["` + strings.Repeat(`a", "`, 400) + `b"]`, "past"},
		{tenure, "[term]\nname = \"任期\"\nfirst = 2024\nlast = 2027\nclauses = [\"A1\"]\n", "", "要有 [term]"},
		{tenure, `id = "sum"`, `id = "spent"`, "spent"},
		{tenure, `by = "last"`, `by = "product"`, "product"},
	} {
		got := strings.Join(errorsOf(t, []byte(strings.Replace(string(smallPack(c.in)), c.from, c.to, 1))), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s\n→ %s\nwant %s", c.to, got, c.want)
		}
	}
}

// TestGrowthOfAFigureOfTheYear: without a field for it the year before is missing, and the pack is told; with one it is compared.
func TestGrowthOfAFigureOfTheYear(t *testing.T) {
	const track = `
[[track]]
id = "staff"
name = "职工增长"
clauses = ["A1"]
measure = { kind = "growth", of = "annual.employees" }
`
	const before = `
[[field]]
form = "annual"
id = "employees_prev"
title = "上年职工总数"
kind = "int"
unit = "人"
`
	told := func(p *scoring.Pack) bool {
		return slices.ContainsFunc(p.Notices, func(n scoring.PackError) bool { return strings.Contains(n.Say.ZH, "employees_prev") })
	}
	if p := loaded(t, smallPack(twoWays+track)); !told(p) {
		t.Error("a growth that is always missing goes unsaid")
	} else if l := scoring.Evaluate(p, waysFacts(t, 100)).Line("staff"); l.Status != scoring.NoData || slices.Contains(l.Missing, "annual.employees_prev") {
		t.Error(l.Status, l.Missing)
	}
	p := loaded(t, smallPack(before+twoWays+track))
	if told(p) {
		t.Error("a growth that has its field is warned of")
	}
	f := waysFacts(t, 100)
	f.Annual = form.NewRecord(p.Dictionary().ByID("annual"))
	f.Annual.Set("employees", form.N(110))
	if l := scoring.Evaluate(p, f).Line("staff"); l.Status != scoring.NoData || !slices.Equal(l.Missing, []string{"annual.employees_prev"}) {
		t.Error(l.Status, l.Missing)
	}
	f.Annual.Set("employees_prev", form.N(100))
	if l := scoring.Evaluate(p, f).Line("staff"); l.ValueText != "10.00%" {
		t.Error(l.ValueText, l.Status)
	}
}
