package scoring_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s differs from line %d:\n got %q\nwant %q", name, i+1, at(a, i), at(b, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// written is a sheet's explanation as a person would read it.
func written(s *scoring.Sheet, l text.Lang) string {
	var b strings.Builder
	ids := append(s.LineIDs(), "innovation", "annual_contribution", "bonus", "assessed", "completion", "base", "priority")
	for _, id := range ids {
		e, ok := s.Explain(id)
		if !ok {
			fmt.Fprintf(&b, "%s: not explained\n", id)
		}
		fmt.Fprintf(&b, "%s  %s\n", e.Title.In(l), e.Score.In(l))
		for _, p := range e.Paragraphs {
			for i, line := range p.Lines {
				label := ""
				if i == 0 {
					label = p.Label.In(l)
				}
				fmt.Fprintf(&b, "  %s\t%s\n", label, line.In(l))
			}
		}
		for i, list := range [][]scoring.Use{e.Used, e.Rejected} {
			for _, u := range list {
				pending := ""
				if u.Pending {
					pending = " (…)"
				}
				fmt.Fprintf(&b, "  %s %s\t%s\t%s%s\t%s\n", []string{"+", "-"}[i], u.Key, u.Title, u.Counts.In(l), pending, u.Why.In(l))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// trap puts one row of every reason into the example enterprise.
func trap(t testing.TB) *scoring.Facts {
	f := goldenFacts(t)
	put := func(id string, x row) {
		f.Registers[id] = append(f.Registers[id], recordOf(t, id, x, int64(900+len(f.Registers[id]))))
	}
	put("patent", mend(patentR, "number", "201910380558.X", "granted_on", "2022-08-10"))
	put("patent", row{"number": "201810053768.3", "title": "无日期", "kind": "发明", "status": "授权"})
	put("patent", mend(patentR, "number", "201620406833.2", "kind", "实用新型"))
	put("patent", mend(patentR, "number", "201410345054.1", "status", "失效"))
	put("project", mend(projectR, "code", "P3", "level", "企业级"))
	put("project", mend(projectR, "code", "P4", "major", "否", "tackle", ""))
	put("project", mend(projectR, "code", "P5", "start", "202101", "end", "202212"))
	put("project", mend(projectR, "code", "P6", "start", "", "end", ""))
	put("project", mend(projectR, "code", "P7", "recognition", "不予认定", "level", "市级"))
	put("platform", mend(platformR, "name", "不予认定的平台", "recognition", "不予认定"))
	put("platform", mend(platformR, "name", "缺文号的平台", "recognised_doc", ""))
	put("platform", mend(platformR, "name", "外市的平台", "recognised_by", "鄂尔多斯市科学技术局"))
	put("platform", mend(platformR, "name", "升级的平台", "level", "国家级", "nature", "升级", "upgraded_from", "自治区级", "total_spend", ""))
	put("platform", mend(platformR, "name", "又一块牌子", "achievement", "l1", "level", "国家级", "recognition", "待认定"))
	put("innovation", row{"name": "未填类别", "achieved_on": "2023-05-05"})
	put("team", row{"project": "P9", "person": "庚", "name": "示例庚", "pay": "90000", "share": "50%"})
	put("team", row{"project": "P1", "person": "己", "name": "示例己", "pay": "180000", "share": "55%"})
	put("checklist", row{"item": "内部立项机制", "answer": "否"})
	put("checklist", row{"item": "zhihui_shuiwu", "answer": "是", "date": "2024-03-01"})
	put("checklist", row{"item": "没人要求的事", "answer": "是"})
	return f
}

// TestExplanationsInWords keeps the wording of every explanation of the example, and of one with a row for every reason.
func TestExplanationsInWords(t *testing.T) {
	p := goldenPack(t)
	for name, f := range map[string]*scoring.Facts{"example": goldenFacts(t), "traps": trap(t)} {
		s := scoring.Evaluate(p, f)
		for _, l := range []text.Lang{text.ZH, text.EN} {
			got := written(s, l)
			if strings.Contains(got, "%!") {
				t.Errorf("%s in %v has an unfilled verb", name, l)
			}
			golden(t, name+"."+l.String()+".txt", got)
		}
	}
}

func TestJSON(t *testing.T) {
	p := goldenPack(t)
	s := scoring.Evaluate(p, goldenFacts(t))
	golden(t, "example.json", strings.ReplaceAll(string(s.JSON()), p.SHA256, "sha256"))
	var v map[string]any
	if err := json.Unmarshal(s.JSON(), &v); err != nil {
		t.Fatal(err)
	}
	if missing, ok := v["missing"].([]any); !ok || len(missing) != 0 {
		t.Errorf("missing = %v, want an empty list", v["missing"])
	}
	empty := scoring.Evaluate(p, &scoring.Facts{Year: 2023, Type: "竞争型"})
	if err := json.Unmarshal(empty.JSON(), &v); err != nil {
		t.Fatal(err)
	}
	profit := v["profit"].(map[string]any)
	for _, k := range []string{"book", "assessed", "assessed_with_pending", "target", "completion", "completion_with_pending"} {
		if x, there := profit[k]; !there || x != nil {
			t.Errorf("profit.%s = %v, want null", k, x)
		}
	}
	if got := fmt.Sprint(v["missing"]); got != "[fin.revenue rd.total_prev fin.profit fin.pay_total]" && !strings.Contains(got, "fin.revenue") {
		t.Errorf("missing = %v", got)
	}
	if first := v["indicators"].([]any)[0].(map[string]any); first["value"] != nil || first["status"] != "缺数据" || first["with_pending"] != "0.00" || first["unfilled"] != "30.00" {
		t.Errorf("without revenue: %v", first)
	}
}

// TestNextSteps: the best single improvements of the example, valued by scoring again.
func TestNextSteps(t *testing.T) {
	var b strings.Builder
	p, f := goldenPack(t), goldenFacts(t)
	for _, l := range []text.Lang{text.ZH, text.EN} {
		for _, s := range scoring.Evaluate(p, f).NextSteps("") {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s.%s %d\t%s\n", s.Say.In(l), s.Gain.Signed(), s.Bonus.Signed(), s.Profit.Signed(), s.Form, s.Field, s.Row, s.Note.In(l))
			for _, a := range s.Also {
				fmt.Fprintf(&b, "\t%s\n", a.In(l))
			}
		}
	}
	golden(t, "next.txt", b.String())
}

// TestNextStepsOfMissing: figures that are not there come first, with what they may bring.
func TestNextStepsOfMissing(t *testing.T) {
	f := goldenFacts(t)
	f.Annual.Set("revenue", form.Value{})
	f.Annual.Set("profit", form.Value{})
	f.Prev = nil
	steps := scoring.Evaluate(goldenPack(t), f).NextSteps("")
	if s := steps[0]; s.UpTo.String() != "20.00" || s.Form != "annual" || s.Field != "revenue" {
		t.Errorf("first %+v", s)
	}
	if s := steps[1]; s.UpTo.String() != "10.00" || s.Form != "rd_summary" {
		t.Errorf("second %+v", s)
	}
	if !slices.ContainsFunc(steps, func(s scoring.Step) bool { return s.Field == "profit" && s.Line == "assessed" }) {
		t.Error("the profit is not asked for")
	}
}

// TestNextStepsHoldTrue: every step that adds R&D, put into the facts, brings what it says.
func TestNextStepsHoldTrue(t *testing.T) {
	p := goldenPack(t)
	before := scoring.Evaluate(p, goldenFacts(t))
	tried := 0
	for _, s := range scoring.Evaluate(p, goldenFacts(t)).NextSteps("") {
		if s.Form != "spend" {
			continue
		}
		f := goldenFacts(t)
		if !put(t, f, before.Line("rd_intensity"), s.Takes) {
			t.Fatal("not put")
		}
		after := scoring.Evaluate(p, f)
		if got := after.Innovation.Confirmed.Units - before.Innovation.Confirmed.Units; got != s.Gain.Units {
			t.Errorf("%s brings %d, not %v", s.Say, got, s.Gain)
		}
		if got := after.Assessed.Confirmed.Units - before.Assessed.Confirmed.Units; got != s.Profit.Units {
			t.Errorf("%s brings %d of profit, not %v", s.Say, got, s.Profit)
		}
		tried++
	}
	if tried != 1 {
		t.Errorf("%d steps add R&D", tried)
	}
}

func TestFindings(t *testing.T) {
	p := goldenPack(t)
	if got := scoring.Evaluate(p, goldenFacts(t)).Findings(); len(got) != 0 {
		t.Errorf("the example has findings: %v", got)
	}
	f := trap(t)
	f.Type = "竞争型"
	var got []string
	for _, x := range scoring.Evaluate(p, f).Findings() {
		got = append(got, fmt.Sprintf("%s %s %s %s %s", x.Check, x.Severity.Title().ZH, x.Form, x.Key, x.Field))
		if x.Message.ZH == "" || x.Message.EN == "" || strings.Contains(x.Message.ZH+x.Message.EN, "%!") {
			t.Errorf("%s says %q", x.Check, x.Message)
		}
	}
	golden(t, "findings.txt", strings.Join(got, "\n")+"\n")
	f.Type = "没有这种"
	if !slices.ContainsFunc(scoring.Evaluate(p, f).Findings(), func(x form.Finding) bool { return x.Check == "scoring.no-type" && x.Severity == form.Must }) {
		t.Error("a type the pack does not know is not noticed")
	}
}

func TestPay(t *testing.T) {
	f := goldenFacts(t)
	f.Registers["team"] = []*form.Record{
		recordOf(t, "team", row{"project": "P1", "person": "甲", "pay": "100", "share": "50%"}, 1),
		recordOf(t, "team", row{"project": "P2", "person": "甲", "pay": "200", "share": "50%"}, 2),
	}
	got := slices.DeleteFunc(scoring.Evaluate(goldenPack(t), f).Findings(), func(x form.Finding) bool { return x.Check == "scoring.pay-apart" })
	if len(got) != 1 || got[0].Check != "scoring.pay" || got[0].Key != "P1+甲" {
		t.Errorf("%v", got)
	}
}

func TestCompareInWords(t *testing.T) {
	p := goldenPack(t)
	f := goldenFacts(t)
	before := scoring.Evaluate(p, f)
	f.Registers["patent"][4].Set("status", form.S(form.Granted))
	f.Registers["patent"][4].Set("granted_on", form.S("2023-09-09"))
	f.Annual.Set("profit", form.Value{})
	var got []string
	for _, c := range scoring.Compare(before, scoring.Evaluate(p, f)) {
		got = append(got, c.Line+": "+c.Say().ZH)
	}
	want := []string{"innovation: 创新指标分 +2.50", "annual_contribution: 计入年度考核 +0.37", "assessed: 考核利润 不能计算了", "completion: 利润完成率 不能计算了", "patents: 发明专利授权 +2.50"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if all := scoring.Compare(nil, before); len(all) < 15 || !all[0].BeforeNone {
		t.Errorf("against nothing: %v", all)
	}
}

func TestPaceAndProjection(t *testing.T) {
	p, f := goldenPack(t), goldenFacts(t)
	var b strings.Builder
	for _, pl := range scoring.Evaluate(p, f).Pace() {
		fmt.Fprintf(&b, "%s %s %s:", pl.Line, pl.NeedText, pl.Unit.ZH)
		for _, q := range pl.Quarters {
			fmt.Fprintf(&b, " %s %s%% %v", q.Text, q.Percent, q.Behind)
		}
		b.WriteString("\n")
	}
	golden(t, "pace.txt", b.String())

	half := &scoring.Facts{Year: 2023, AsOf: 6, Ledger: scoring.RD{Expensed: 500_00, Capitalised: 100_00, ExpensedGovernment: 30_00}}
	half.Ledger.ByMonth[2], half.Ledger.ByMonth[6] = 400_00, 200_00
	pr, ok := scoring.Project(half)
	if !ok || pr.Year != 1200_00 || pr.SoFar != 600_00 || pr.Facts.Ledger.Expensed != 1000_00 || pr.Facts.Ledger.Total() != 1200_00 || pr.Facts.Ledger.ExpensedGovernment != 60_00 {
		t.Errorf("%+v", pr)
	}
	if half.Ledger.Expensed != 500_00 {
		t.Error("the facts were changed")
	}
	for _, c := range []struct {
		rd    scoring.RD
		month int
	}{{half.Ledger, 0}, {half.Ledger, 12}, {half.Ledger, 13}, {scoring.RD{}, 6}} {
		if _, ok := scoring.Project(&scoring.Facts{Ledger: c.rd, AsOf: c.month}); ok {
			t.Errorf("projected from %+v in month %d", c.rd, c.month)
		}
	}
}

func TestDec(t *testing.T) {
	for _, c := range []struct {
		d    scoring.Dec
		want string
	}{
		{scoring.Dec{Units: 8258, Places: 2}, "82.58"},
		{scoring.Dec{Units: 5, Places: 2}, "0.05"},
		{scoring.Dec{Units: -5, Places: 2}, "-0.05"},
		{scoring.Dec{Units: -12345, Places: 3}, "-12.345"},
		{scoring.Dec{Units: 7}, "7"},
		{scoring.Dec{Places: 4}, "0.0000"},
		{scoring.Dec{Units: -9223372036854775808, Places: 2}, "-92233720368547758.08"},
	} {
		if got := c.d.String(); got != c.want {
			t.Errorf("%#v is %q, want %q", c.d, got, c.want)
		}
	}
}

// TestNothingAtAll: no facts, a type nobody knows, a pack without any section: every question still has an answer.
func TestNothingAtAll(t *testing.T) {
	full := goldenPack(t)
	bare := &scoring.Pack{ID: "bare", Year: 2023, LineDecimals: 2, MoneyDecimals: 2}
	for _, p := range []*scoring.Pack{full, bare} {
		for _, f := range []*scoring.Facts{{}, {Type: "没有这种", Year: 2023}, {Type: "功能型", Year: 2023, Prev: &scoring.RD{}}, goldenFacts(t)} {
			s := scoring.Evaluate(p, f)
			if !json.Valid(s.JSON()) {
				t.Errorf("%s: %s", p.ID, s.JSON())
			}
			for _, id := range append(s.LineIDs(), "innovation", "bonus", "assessed", "completion", "base") {
				e, ok := s.Explain(id)
				if !ok || e.Title.Empty() || e.Score.Empty() || strings.Contains(written(s, text.EN), "%!") {
					t.Errorf("%s: %s is not explained", p.ID, id)
				}
			}
			if _, ok := s.Explain("nothing of the kind"); ok {
				t.Error("an unknown line is explained")
			}
			scoring.Evaluate(p, f).NextSteps("")
			scoring.Evaluate(p, f).Pace()
			scoring.Evaluate(p, f).Findings()
			scoring.Project(f)
			if s.Totals().Innovation != s.Innovation.Confirmed {
				t.Error("the strip shows another score")
			}
		}
	}
}
