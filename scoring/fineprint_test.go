package scoring_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
)

// variant loads the default pack with pieces of its text replaced: old, new, old, new, …
func variant(t testing.TB, pieces ...string) *scoring.Pack {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "examples", "pack-2023.toml"))
	if err != nil {
		t.Fatal(err)
	}
	source := string(data)
	for i := 0; i < len(pieces); i += 2 {
		if !strings.Contains(source, pieces[i]) {
			t.Fatalf("the pack has no %q", pieces[i])
		}
		source = strings.Replace(source, pieces[i], pieces[i+1], 1)
	}
	p, err := scoring.Load([]byte(source))
	if err != nil {
		for _, e := range err.(scoring.PackErrors) {
			t.Errorf("line %d: %s", e.Line, e.Say.ZH)
		}
		t.FailNow()
	}
	return p
}

func mend(x row, more ...string) row {
	c := row{}
	for k, v := range x {
		c[k] = v
	}
	for i := 0; i < len(more); i += 2 {
		c[more[i]] = more[i+1]
	}
	return c
}

// Rows that count in full under the default pack; cases change one thing.
var (
	known     = row{"recognition": "已认定", "recognised_doc": "认字1号", "recognised_on": "2023-12-20", "recognised_by": "包头市科学技术局"}
	platformR = mend(known, "name", "实验室", "kind", "重点实验室", "level", "市级", "established_on", "2023-06-18", "total_spend", "500000")
	awardR    = mend(known, "name", "包头市科学技术奖", "achievement_title", "成果", "level", "市级", "awarded_on", "2023-11-10", "certificate", "证1")
	projectR  = mend(known, "code", "P1", "name", "项目", "level", "自治区级", "major", "是", "tackle", "是", "start", "202301", "end", "202406", "total_spend", "1000000")
	patentR   = row{"number": "202110253000.2", "title": "方法", "kind": "发明", "status": "授权", "granted_on": "2023-08-10"}
	lineR     = row{"date": "2023-03-01", "summary": "支出", "category": "直接投入", "treatment": "费用化", "source": "企业自筹"}
	annualR   = row{"revenue": "100000000", "profit": "10000000", "pay_total": "20000000", "pay_performance": "5000000", "pay_performance_separate": "1000000"}
)

// lines makes ledger lines of amounts in 元.
func lines(amounts ...string) []row {
	var out []row
	for _, a := range amounts {
		out = append(out, mend(lineR, "amount", a))
	}
	return out
}

func blank() *enterprise {
	return &enterprise{uscc: "91150200MA0BT00217", name: "甲", typ: "功能型", year: 2023, annual: mend(annualR), rows: map[string][]row{}}
}

// A sentence of the policy's fine print, a case where it bites, and what must come out.
var finePrint = []struct {
	says   string
	pack   []string // pieces of the default pack replaced
	change func(e *enterprise)
	want   map[string]string
}{
	{"已认定 without number counts as pending", nil, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "recognised_doc", "")}
	}, map[string]string{"bonus.platform": "0.00", "bonus.platform+": "0.50"}},
	{"市级 counts for bodies that name the city, others pend", nil, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "recognised_by", "市科学技术局")}
	}, map[string]string{"bonus.platform": "0.00", "bonus.platform+": "0.50"}},
	{"已认定 without date counts as pending", nil, func(e *enterprise) {
		e.rows["award"] = []row{mend(awardR, "recognised_on", "")}
	}, map[string]string{"bonus.award": "0.00", "bonus.award+": "0.50"}},
	{"不予认定 counts neither way", nil, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "recognition", "不予认定")}
	}, map[string]string{"bonus.platform": "0.00", "bonus.platform+": "0.00"}},
	{"indicator points ask no recognition", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "recognition", "待认定", "tackle", "否")}
	}, map[string]string{"major_projects": "9.00", "major_projects+": "9.00", "deemed.major_project": "0.00", "deemed.major_project+": "100.00"}},
	{"dedupe takes the best level; confirmed among the recognised only", nil, func(e *enterprise) {
		e.rows["award"] = []row{
			mend(awardR, "achievement", "X", "certificate", "证1"),
			mend(awardR, "achievement", "X", "certificate", "证2", "level", "国家级", "recognition", "待认定"),
		}
	}, map[string]string{"bonus.award": "0.50", "bonus.award+": "3.00"}},
	{"an empty key stands for itself", nil, func(e *enterprise) {
		e.rows["award"] = []row{awardR, mend(awardR, "certificate", "证2")}
	}, map[string]string{"bonus.award": "1.00"}},
	{"deemed amounts add up, never deduped", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "achievement", "a"), mend(projectR, "code", "P2", "achievement", "a")}
	}, map[string]string{"deemed.major_project": "200.00", "major_projects": "9.00"}},
	{"a row without its date belongs to no year", nil, func(e *enterprise) {
		e.rows["patent"] = []row{mend(patentR, "granted_on", "")}
	}, map[string]string{"patents": "0.00", "patents+": "0.00"}},
	{"a row of another year does not count", nil, func(e *enterprise) {
		e.rows["patent"] = []row{mend(patentR, "granted_on", "2022-12-31"), mend(patentR, "number", "202110253001.7", "granted_on", "2023-01-01"), mend(patentR, "number", "202110253002.1", "granted_on", "2023-12-31")}
	}, map[string]string{"patents": "6.00"}},
	{"active: begun by December", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "start", "202312", "end", "202406"), mend(projectR, "code", "P2", "start", "202401", "end", "202406")}
	}, map[string]string{"major_projects": "9.00"}},
	{"active: ending in January or later", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "start", "202201", "end", "202301"), mend(projectR, "code", "P2", "start", "202201", "end", "202212")}
	}, map[string]string{"major_projects": "9.00"}},
	{"active: 000000 counts in its filing year", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "start", "202201", "end", "000000")}
	}, map[string]string{"major_projects": "9.00"}},
	{"deemed: never below zero, both treatments of the ledger", nil, func(e *enterprise) {
		e.rows["project"] = []row{projectR, mend(projectR, "code", "P2", "total_spend", "100")}
		e.spend = []row{mend(lineR, "project", "P1", "amount", "300000"), mend(lineR, "project", "P1", "amount", "200000", "treatment", "资本化"), mend(lineR, "project", "P2", "amount", "200")}
	}, map[string]string{"deemed.major_project": "50.00"}},
	{"deemed: rows added first, rounded once", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "total_spend", "40"), mend(projectR, "code", "P2", "total_spend", "40")}
	}, map[string]string{"deemed.major_project": "0.01"}},
	{"a line is rounded once, half away from zero", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "total_spend", "50")}
	}, map[string]string{"deemed.major_project": "0.01"}},
	{"half to even where the pack says so", []string{`mode           = "half_up"`, `mode           = "half_even"`}, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "total_spend", "50")}
	}, map[string]string{"deemed.major_project": "0.00"}},
	{"totals add rounded lines", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "total_spend", "50")}
		e.rows["platform"] = []row{mend(platformR, "level", "自治区级", "total_spend", "50")}
		e.spend = lines("50.00")
	}, map[string]string{"addback": "0.01", "assessed": "1000.03"}},
	{"city-level platforms do not count as profit, city-level projects do", nil, func(e *enterprise) {
		e.rows["platform"] = []row{platformR}
		e.rows["project"] = []row{mend(projectR, "level", "市级")}
	}, map[string]string{"deemed.new_platform": "0.00", "deemed.new_platform+": "0.00", "deemed.major_project": "100.00", "bonus.platform": "0.50"}},
	{"major and key-problem projects are separate flags", nil, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "major", "否")}
	}, map[string]string{"major_projects": "0.00", "deemed.major_project": "0.00", "tilt": "8.00"}},
	{"add-back: base 100%, increment 150%", nil, func(e *enterprise) {
		e.spend, e.before = lines("3000000"), row{"expensed": "2000000"}
	}, map[string]string{"addback": "350.00"}},
	{"add-back: a fall counts no increment", nil, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "2000000"}
	}, map[string]string{"addback": "100.00"}},
	{"add-back: without a year before all is base", nil, func(e *enterprise) {
		e.spend = lines("1000000")
	}, map[string]string{"addback": "100.00"}},
	{"add-back: government money goes out of both years", nil, func(e *enterprise) {
		e.spend = append(lines("3000000"), mend(lineR, "amount", "500000", "source", "政府部门"), mend(lineR, "amount", "700000", "treatment", "资本化"))
		e.before = row{"expensed": "2000000", "expensed_government": "400000"}
	}, map[string]string{"addback": "370.00", "A/total/exclude": "475.00", "A/total/include": "530.00"}},
	{"missing: 0, 缺数据, its full weight unfilled and nowhere as points", nil, func(e *enterprise) {
		e.annual = mend(annualR, "revenue", "")
		e.spend = lines("1000000")
	}, map[string]string{"rd_intensity": "0.00", "rd_intensity+": "0.00", "rd_intensity_": "20.00", "rd_intensity?": "缺数据"}},
	{"growth without a year before is missing", nil, func(e *enterprise) {
		e.spend = lines("1000000")
	}, map[string]string{"rd_growth": "0.00", "rd_growth+": "0.00", "rd_growth_": "10.00", "rd_growth?": "缺数据"}},
	{"growth from nothing: the top rung", nil, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "0"}
	}, map[string]string{"rd_growth": "10.00", "rd_growth?": "达标"}},
	{"growth: both nothing is 0", nil, func(e *enterprise) {
		e.spend, e.before = lines("0"), row{"expensed": "0"}
	}, map[string]string{"rd_growth": "0.00", "rd_growth+": "0.00", "rd_growth?": "未达标"}},
	{"a ledger not begun is missing, not a fall to nothing", nil, func(e *enterprise) {
		e.before = row{"expensed": "900000"}
	}, map[string]string{"rd_growth": "0.00", "rd_growth_": "10.00", "rd_growth?": "缺数据", "rd_intensity?": "缺数据"}},
	{"a fall scores 0", nil, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "2000000"}
	}, map[string]string{"rd_growth": "0.00", "rd_growth+": "0.00"}},
	{"exactly +20% stands on the rung of 20%", nil, func(e *enterprise) {
		e.spend, e.before = lines("1380000.36"), row{"expensed": "1150000.30"}
	}, map[string]string{"rd_growth": "10.00"}},
	{"one 分 below +20% does not", nil, func(e *enterprise) {
		e.spend, e.before = lines("1380000.35"), row{"expensed": "1150000.30"}
	}, map[string]string{"rd_growth": "9.00"}},
	{"no growth is not above 0%", nil, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "1000000"}
	}, map[string]string{"rd_growth": "0.00"}},
	{"a denominator ≤ 0 cannot be computed", nil, func(e *enterprise) {
		e.spend = lines("1000000")
		e.annual = mend(annualR, "revenue", "0")
	}, map[string]string{"rd_intensity": "0.00", "rd_intensity+": "0.00", "rd_intensity_": "20.00", "rd_intensity?": "不可计算"}},
	{"an empty register is 0, an empty figure is missing", nil, func(e *enterprise) {
		e.annual = mend(annualR, "profit", "")
	}, map[string]string{"conversion": "0.00", "conversion?": "未达标", "assessed": "", "completion": ""}},
	{"checklist: 是 counts, 未填 is unfilled, 否 never", nil, func(e *enterprise) {
		e.rows["checklist"] = []row{{"item": "预算列研发资金", "answer": "是"}, {"item": "内部立项机制", "answer": "否"}, {"item": "年度工作方案", "answer": "未填"}}
	}, map[string]string{"management": "1.11", "management+": "1.11", "management_": "7.78"}},
	{"a milestone is one more item, unanswered until answered", nil, func(e *enterprise) {
		e.uscc = "91150200MA0BT0013C"
		e.rows["checklist"] = []row{{"item": "zhihui_shuiwu", "answer": "是", "date": "2023-12-31"}}
	}, map[string]string{"management": "1.00", "management+": "1.00", "management_": "9.00"}},
	{"a milestone done after its due date does not count", nil, func(e *enterprise) {
		e.uscc = "91150200MA0BT0013C"
		e.rows["checklist"] = []row{{"item": "智慧水务和生态资源智能化创新中心挂牌", "answer": "是", "date": "2024-01-01"}}
	}, map[string]string{"management": "0.00", "management+": "0.00", "management_": "9.00"}},
	{"pay apart: at most 100% of a person over eligible projects", nil, func(e *enterprise) {
		e.rows["project"] = []row{projectR, mend(projectR, "code", "P2"), mend(projectR, "code", "P3", "level", "市级")}
		e.rows["team"] = []row{
			{"project": "P1", "person": "甲", "pay": "200000", "share": "60%"},
			{"project": "P2", "person": "甲", "pay": "200000", "share": "60%"},
			{"project": "P1", "person": "乙", "pay": "100000", "share": "50%"},
			{"project": "P3", "person": "乙", "pay": "100000", "share": "50%"},
		}
	}, map[string]string{"separate": "25.00", "base": "1975.00"}},
	{"tilt: the highest rate of performance pay less what is apart", nil, func(e *enterprise) {
		e.rows["project"] = []row{projectR, mend(projectR, "code", "P2", "level", "国家级", "recognition", "待认定")}
	}, map[string]string{"tilt": "8.00", "tilt+": "12.00"}},
	{"conversion: every row of the filing year, whatever its date", nil, func(e *enterprise) {
		e.rows["conversion"] = []row{{"name": "a", "income": "1000000", "contracted_on": "2021-01-01"}, {"name": "b", "income": "500000"}, {"name": "c"}}
	}, map[string]string{"conversion": "5.00"}},
	{"the card's type decides the weights", nil, func(e *enterprise) {
		e.uscc, e.typ = "91150200MA0BT0013C", "竞争型"
		e.rows["patent"] = []row{patentR}
	}, map[string]string{"patents": "3.33"}},
	{"the type's own directions count", nil, func(e *enterprise) {
		e.typ = "服务业"
		e.rows["innovation"] = []row{{"name": "a", "category": "服务", "achieved_on": "2023-02-02"}, {"name": "b", "category": "服务模式", "achieved_on": "2023-02-02"}}
	}, map[string]string{"type_innovation": "5.00"}},
	{"priority: the score and R&D growth", nil, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "900000"}
	}, map[string]string{"priority": "false"}},
	{"caps: of the group, and of all groups", nil, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "level", "国家级"), mend(platformR, "name", "b", "level", "国家级")}
		e.rows["award"] = []row{mend(awardR, "level", "国家级"), mend(awardR, "certificate", "2", "level", "国家级")}
	}, map[string]string{"bonus.platform": "3.00", "bonus.award": "3.00", "bonus": "5.00"}},
	{"no profit target: no completion", nil, func(e *enterprise) {}, map[string]string{"assessed": "1000.00", "completion": ""}},
	{"the assessed profit adds what is printed, and completion follows from it", nil, func(e *enterprise) {
		e.uscc = "91150200MA0BT0013C"
		e.annual = mend(annualR, "profit", "-1234550.00") // −123.455 万元, printed −123.46
		e.spend, e.before = lines("10300000"), row{"expensed": "9400000"}
		e.rows["project"] = []row{mend(projectR, "total_spend", "600000")}
		e.rows["platform"] = []row{mend(platformR, "level", "自治区级", "total_spend", "1100000")}
	}, map[string]string{"addback": "1075.00", "assessed": "1121.54", "completion": "32.04%"}},
	{"completion = assessed ÷ target", nil, func(e *enterprise) { e.uscc = "91150200MA0BT0013C" }, map[string]string{"completion": "28.57%"}},
}

func TestFinePrint(t *testing.T) {
	for _, c := range finePrint {
		t.Run(c.says, func(t *testing.T) {
			p, e := variant(t, c.pack...), blank()
			c.change(e)
			got := flat(scoring.Evaluate(p, e.facts(t)))
			for k, want := range c.want {
				if got[k] != want {
					t.Errorf("%s = %q, want %q", k, got[k], want)
				}
			}
			for _, d := range differ(got, reference(p, e)) {
				t.Error(d)
			}
		})
	}
}

// TestAnUnknownNeverRaises: a figure taken out never raises the score, with what is pending or without; what it was worth
// stands as unfilled at most.
func TestAnUnknownNeverRaises(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, f := drawPack(rt, base), drawEnterprise(rt).facts(t)
		was := scoring.Evaluate(p, f)
		if f.Annual != nil && rapid.Bool().Draw(rt, "revenue") {
			f.Annual = f.Annual.Clone()
			f.Annual.Set("revenue", form.Value{})
		} else {
			f.Prev, f.PrevYear = nil, nil
		}
		is := scoring.Evaluate(p, f)
		if is.Innovation.Confirmed.Cmp(was.Innovation.Confirmed) > 0 || is.Innovation.Pending.Cmp(was.Innovation.Pending) > 0 {
			rt.Errorf("%v from %v", is.Innovation, was.Innovation)
		}
		for i := range is.Indicators {
			if l := &is.Indicators[i]; l.Status == scoring.NoData && (l.Score.Pending != l.Score.Confirmed || l.Score.Pending.Sign() != 0) {
				rt.Errorf("%s without data has %v pending", l.ID, l.Score.Pending)
			}
		}
	})
}
