package scoring_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

const fullAtTen = `{ kind = "to_target", cap = "100%" }`

// scored evaluates a pack of one line under facts.
func scored(t *testing.T, measure, scale, more string, f *scoring.Facts) *scoring.Line {
	t.Helper()
	p := loaded(t, oneLine(measure, scale, more))
	s := scoring.Evaluate(p, f)
	l := s.Line("x")
	if e, ok := s.Explain("x"); !ok || len(e.Paragraphs) < 3 {
		t.Errorf("%s: %+v", measure, e)
	}
	s.Account()
	s.JSON()
	scoring.Evaluate(p, f).Findings()
	scoring.Evaluate(p, f).NextSteps("2026-06-01")
	scoring.Evaluate(p, f).Pace()
	return l
}

func income(t *testing.T, on, yuan string) *form.Record {
	if yuan == "" {
		return registerRow(t, "conversion", "contracted_on", on)
	}
	return registerRow(t, "conversion", "contracted_on", on, "income", yuan)
}

func TestSum(t *testing.T) {
	const incomes = `{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`
	const more = "target = 20\nassumed = [\"target\", \"scale\"]"
	f := figures(t)
	if l := scored(t, incomes, fullAtTen, more, f); l.ValueText != "0.00" || l.Score.Confirmed.String() != "0.00" || l.GapText != "20.00" {
		t.Errorf("of no rows: %s, %s", l.ValueText, l.GapText)
	}
	f.Registers["conversion"] = []*form.Record{income(t, "2026-02-01", "50000"), income(t, "2026-03-01", "70000.01"), income(t, "2025-03-01", "900000"), income(t, "2026-04-01", "")}
	l := scored(t, incomes, fullAtTen, more, f) // 12.000001 万元 of 20
	if l.ValueText != "12.00" || l.Score.Confirmed.String() != "60.00" || l.GapText != "7.999999" {
		t.Errorf("%s, %s, gap %s", l.ValueText, l.Score.Confirmed, l.GapText)
	}
	p := loaded(t, oneLine(incomes, fullAtTen, more))
	s := scoring.Evaluate(p, f)
	e, _ := s.Explain("x")
	if len(e.Used) != 2 || len(e.Rejected) != 2 {
		t.Errorf("%+v", e)
	}
	var steps []string
	for _, st := range scoring.Evaluate(p, f).NextSteps("2026-06-01") {
		if st.Line == "x" {
			steps = append(steps, st.Say.ZH+" "+st.Gain.Signed())
		}
	}
	if want := "在成果转化再登记转化收入 8 万元 +40.00"; len(steps) != 1 || steps[0] != want {
		t.Errorf("%q, want %q", steps, want)
	}
	// Two rows that no int64 adds up.
	huge := func() *form.Record {
		r := income(t, "2026-02-01", "1")
		r.Set("income", form.N(math.MaxInt64))
		return r
	}
	f.Registers["conversion"] = []*form.Record{huge(), huge()}
	if l := scored(t, incomes, fullAtTen, more, f); l.Value.RatString() != "9223372036854775807/500000" || l.Score.Confirmed.String() != "100.00" {
		t.Errorf("%s, %s", l.Value.RatString(), l.Score.Confirmed)
	}
}

func TestDistinct(t *testing.T) {
	f := figures(t)
	f.Registers["alliance"] = []*form.Record{
		registerRow(t, "alliance", "partners", "甲公司 A"), registerRow(t, "alliance", "partners", "甲公司ａ"), registerRow(t, "alliance", "partners", "乙大学"), registerRow(t, "alliance", "name", "没有写"),
	}
	l := scored(t, `{ kind = "distinct", register = "alliance", field = "partners", unit = "家" }`, fullAtTen, "target = 4\nassumed = [\"target\", \"scale\"]", f)
	if l.ValueText != "2" || l.Score.Confirmed.String() != "50.00" || l.GapText != "2" {
		t.Errorf("%s, %s, %s", l.ValueText, l.Score.Confirmed, l.GapText)
	}
}

// TestGrowthOfAnything: a year before that is not known is missing, one that is known to be nothing is nothing.
func TestGrowthOfAnything(t *testing.T) {
	const scale = `{ kind = "to_target", cap = "100%" }`
	for _, c := range []struct {
		of          string
		rows        [][2]string
		value, note string
		status      scoring.Status
	}{
		{`{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "120"}, {"2025-02-01", "100"}}, "20.00%", "", scoring.Reached},
		{`{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "120"}}, "", "past.x", scoring.NoData},
		{`{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "120"}, {"2025-02-01", ""}}, "", "", scoring.Reached},   // a row without a figure: 0, and anything after it is the top
		{`{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "120"}, {"2025-02-01", "-1"}}, "", "", scoring.Reached}, // of less than nothing no part can be told
		{`{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "-1"}, {"2025-02-01", "-2"}}, "", "", scoring.NotDefined},
		{`{ kind = "sum", register = "conversion", field = "income" }`, [][2]string{{"2026-02-01", "120"}, {"2025-02-01", "100"}}, "", "past.x", scoring.NoData},
		{`{ kind = "count", register = "conversion", year_by = "contracted_on" }`, [][2]string{{"2026-02-01", "1"}, {"2026-02-02", "1"}, {"2026-02-02", "1"}, {"2025-02-01", "1"}, {"2025-02-01", "1"}}, "50.00%", "", scoring.Reached},
		{`"rd.total"`, nil, "", "rd.total_prev", scoring.NoData},
		{`"fin.revenue"`, nil, "", "past.x", scoring.NoData},
		{
			`{ kind = "per", num = { kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }, den = { kind = "count", register = "conversion", year_by = "contracted_on" } }`,
			[][2]string{{"2026-02-01", "120"}, {"2026-02-01", "180"}, {"2025-02-01", "100"}},
			"50.00%", "", scoring.Reached,
		},
	} {
		f := figures(t, "revenue", "1000000")
		for _, r := range c.rows {
			f.Registers["conversion"] = append(f.Registers["conversion"], income(t, r[0], r[1]))
		}
		l := scored(t, `{ kind = "growth", of = `+c.of+` }`, scale, "target = \"5%\"\nassumed = [\"target\", \"scale\"]", f)
		note := strings.Join(l.Missing, " ")
		if l.ValueText != c.value || l.Status != c.status || note != c.note && !strings.Contains(note, c.note) {
			t.Errorf("growth of %s, %v: %q %s %q; want %q %s %q", c.of, c.rows, l.ValueText, l.Status, note, c.value, c.status, c.note)
		}
		if (l.Status == scoring.NoData || l.Status == scoring.NotDefined) != (l.Unfilled.String() == "100.00") {
			t.Errorf("%s: unfilled %s", c.of, l.Unfilled)
		}
	}
}

func TestPer(t *testing.T) {
	sum := `{ kind = "sum", register = "conversion", field = "income", year_by = "contracted_on" }`
	for _, c := range []struct {
		num, den, unit, target, value, gap string
		status                             scoring.Status
	}{
		{sum, `"annual.employees"`, `, unit = "元/人"`, "600", "400", "200", scoring.Short},                 // 12 万元 by 300 persons
		{sum, `"annual.employees"`, ``, "0.06", "0.04", "0.02", scoring.Short},                            // in 万元/人
		{sum, `"fin.revenue"`, ``, `"20%"`, "12.00%", "8.00%", scoring.Short},                             // of 100 万元
		{`"annual.employees"`, `"fin.revenue"`, `, unit = "人/亿元"`, "30000", "30000", "", scoring.Reached}, // 300 by 0.01 亿元
		{`{ kind = "count", register = "conversion" }`, `"annual.employees"`, `, unit = "项/人"`, "0.02", "0.01", "0.01", scoring.Short},
		{sum, `"annual.tech_staff"`, ``, "1", "", "", scoring.NoData},
		{sum, `{ kind = "count", register = "alliance" }`, ``, "1", "", "", scoring.NotDefined}, // nothing to divide by
		{sum, `"fin.profit"`, ``, "1", "", "", scoring.NotDefined},                              // less than nothing
	} {
		f := figures(t, "employees", "300", "revenue", "1000000", "profit", "-5")
		for n := range 3 {
			f.Registers["conversion"] = append(f.Registers["conversion"], income(t, fmt.Sprintf("2026-02-0%d", n+1), "40000"))
		}
		m := fmt.Sprintf(`{ kind = "per", num = %s, den = %s%s }`, c.num, c.den, c.unit)
		l := scored(t, m, fullAtTen, "target = "+c.target+"\nassumed = [\"target\", \"scale\"]", f)
		if l.ValueText != c.value || l.GapText != c.gap || l.Status != c.status {
			t.Errorf("%s: %q, gap %q, %s; want %q, %q, %s", m, l.ValueText, l.GapText, l.Status, c.value, c.gap, c.status)
		}
	}
	f := figures(t, "employees", "300")
	f.Registers["conversion"] = []*form.Record{income(t, "2026-02-01", "120000")}
	p := loaded(t, oneLine(`{ kind = "per", num = `+sum+`, den = "annual.employees", unit = "元/人" }`, fullAtTen, "target = 600\nassumed = [\"target\", \"scale\"]"))
	s := scoring.Evaluate(p, f)
	if title := s.Account().Section("indicators").Rows[0].Title.ZH; title != "一项（元/人）" {
		t.Error(title)
	}
	e, _ := s.Explain("x")
	var all []string
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			all = append(all, l.ZH)
		}
	}
	for _, want := range []string{"1 行转化收入合计 12.00 万元", "12.00 × 10000 ÷ 300 = 400 元/人", "再增加转化收入 6.00 万元得满分，+33.33 分"} {
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("no %q in\n%s", want, strings.Join(all, "\n"))
		}
	}
	if len(e.Used) != 1 {
		t.Error(e.Used)
	}
}

// TestMeasuresAreRefused: what does not measure, by line and reason, and each typo by name.
func TestMeasuresAreRefused(t *testing.T) {
	for _, c := range []struct{ measure, want string }{
		{`{ kind = "sum", register = "conversion", field = "incom" }`, "是不是想写「income」"},
		{`{ kind = "sum", register = "conversion", field = "contracted_on" }`, "不能这样用"},
		{`{ kind = "sum", register = "conversion", field = "income", unit = "元" }`, "的单位就是万元"},
		{`{ kind = "sum", register = "conversion" }`, "field"},
		{`{ kind = "distinct", register = "alliance", field = "evidence" }`, "不能这样用"},
		{`{ kind = "growth" }`, "增长缺 of"},
		{`{ kind = "growth", cur = "fin.revenue" }`, "prev"},
		{`{ kind = "growth", of = "fin.revenue", cur = "fin.revenue", prev = "fin.profit" }`, "不能都写"},
		{`{ kind = "growth", of = { kind = "growth", of = "fin.revenue" } }`, "不认识「growth」"},
		{`{ kind = "growth", of = 3 }`, "指标数的名称"},
		{`{ kind = "growth", of = "fin.revenu" }`, "是不是想写「fin.revenue」"},
		{`{ kind = "per", num = "fin.revenue" }`, "den"},
		{`{ kind = "per", num = { kind = "per", num = "fin.revenue", den = "fin.profit" }, den = "fin.revenue" }`, "不认识「per」"},
		{`{ kind = "per", num = { kind = "checklist", items = ["一"] }, den = "fin.revenue" }`, "不认识「checklist」"},
		{`{ kind = "per", num = "fin.revenue", den = "annual.employees", unit = "元" }`, "要写成 分子/分母"},
		{`{ kind = "per", num = "fin.revenue", den = "annual.employees", unit = "元/件" }`, "分母是人"},
		{`{ kind = "per", num = { kind = "sum", register = "conversion", field = "income", where = { kin = ["a"] } }, den = "fin.revenue" }`, "indicator.x.measure.num.where.kin"},
	} {
		got := strings.Join(errorsOf(t, oneLine(c.measure, fullAtTen, "target = 5\nassumed = [\"target\", \"scale\"]")), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s\n%s\nwant %s", c.measure, got, c.want)
		}
	}
	one := strings.Replace(string(oneLine(`{ kind = "sum", register = "conversion", field = "income" }`, fullAtTen, "target = 5\nassumed = [\"target\", \"scale\"]")), "schema     = 2", "schema     = 1", 1)
	if got := errorsOf(t, []byte(one)); len(got) != 1 || !strings.Contains(got[0], "[sum] 要政策包格式 2") {
		t.Error(got)
	}
}
