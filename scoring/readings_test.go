package scoring_test

import (
	"math/big"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
)

// A reading of the policy (Q1–Q16), written in the pack, with a case where it bites: the figures under the default and
// under the reading.
var readings = []struct {
	q          string
	pack       []string
	change     func(e *enterprise)
	unset, set map[string]string
}{
	{"Q1 B", []string{`reading         = "A"`, `reading         = "B"`}, func(e *enterprise) {
		e.spend, e.before = lines("3000000"), row{"expensed": "2000000"}
	}, map[string]string{"addback": "350.00"}, map[string]string{"addback": "450.00"}},
	{"Q2 total", []string{`basis           = "expensed"`, `basis           = "total"`}, func(e *enterprise) {
		e.spend = append(lines("1000000"), mend(lineR, "amount", "500000", "treatment", "资本化"))
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "150.00"}},
	{"Q3 include", []string{`government_fund = "exclude"`, `government_fund = "include"`}, func(e *enterprise) {
		e.spend = append(lines("1000000"), mend(lineR, "amount", "500000", "source", "政府部门"))
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "150.00"}},
	{"Q4 a fall is deducted", []string{`decrease        = "zero"`, `decrease        = "deduct"`}, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "2000000"}
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "50.00"}},
	{"Q4 without a year before all is increment", []string{`no_prev_year    = "base"`, `no_prev_year    = "increment"`}, func(e *enterprise) {
		e.spend = lines("1000000")
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "150.00"}},
	{"Q4 without a year before there is none", []string{`no_prev_year    = "base"`, `no_prev_year    = "missing"`}, func(e *enterprise) {
		e.spend = lines("1000000")
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "0.00", "addback+": "100.00"}},
	{"Q6 all three recognised", []string{`decrease        = "zero"`, "decrease        = \"zero\"\nrecognition     = \"all\""}, func(e *enterprise) {
		e.spend = lines("1000000")
		e.annual = mend(annualR, "rd_recognised", "800000")
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "80.00", "addback+": "80.00"}},
	{"Q6 all three, not recognised yet", []string{`decrease        = "zero"`, "decrease        = \"zero\"\nrecognition     = \"all\""}, func(e *enterprise) {
		e.spend = lines("1000000")
	}, map[string]string{"addback": "100.00"}, map[string]string{"addback": "0.00", "addback+": "100.00"}},
	{"Q6 platforms only", []string{`decrease        = "zero"`, "decrease        = \"zero\"\nrecognition     = \"platforms\"", "evidence = \"认定\"\namount   = \"spend_outside_rd\"  #", "amount   = \"spend_outside_rd\"  #"}, func(e *enterprise) {
		e.rows["project"] = []row{mend(projectR, "recognition", "待认定")}
		e.rows["platform"] = []row{mend(platformR, "level", "自治区级", "recognition", "待认定")}
	}, map[string]string{"deemed.major_project": "0.00", "deemed.new_platform": "0.00"}, map[string]string{"deemed.major_project": "100.00", "deemed.new_platform": "0.00"}},
	{"Q7 all spending", []string{`amount   = "spend_outside_rd"  #`, `amount   = "all_spend"  #`}, func(e *enterprise) {
		e.rows["project"] = []row{projectR}
		e.spend = []row{mend(lineR, "project", "P1", "amount", "400000")}
	}, map[string]string{"deemed.major_project": "60.00"}, map[string]string{"deemed.major_project": "100.00"}},
	{"Q7 a fixed sum", []string{`amount   = "spend_outside_rd"  #`, "fixed = 30\namount   = \"fixed\"  #", "rate     = \"100%\"\nassumed  = [\"rate\"]", "rate     = \"100%\"\nassumed  = [\"rate\", \"fixed\"]"}, func(e *enterprise) {
		e.rows["project"] = []row{projectR}
	}, map[string]string{"deemed.major_project": "100.00"}, map[string]string{"deemed.major_project": "30.00"}},
	{"Q8 automatically", []string{`evidence = "认定"            # 认定文件`, `evidence = "自动"            # 认定文件`}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "recognition", "待认定")}
	}, map[string]string{"bonus.platform": "0.00"}, map[string]string{"bonus.platform": "0.50"}},
	{"Q9 main revenue", []string{`den = "fin.revenue"`, `den = "fin.main_revenue"`}, func(e *enterprise) {
		e.annual = mend(annualR, "main_revenue", "50000000")
		e.spend = lines("750000")
	}, map[string]string{"rd_intensity": "10.00"}, map[string]string{"rd_intensity": "20.00"}},
	{"Q10 applied", []string{`status = ["授权"] }, year_by = "granted_on"`, `status = ["申请", "实审", "授权"] }, year_by = "applied_on"`}, func(e *enterprise) {
		e.rows["patent"] = []row{mend(patentR, "status", "实审", "granted_on", "", "applied_on", "2023-05-05")}
	}, map[string]string{"patents": "0.00"}, map[string]string{"patents": "3.00"}},
	{"Q10 in force", []string{`status = ["授权"] }, year_by = "granted_on"`, `status = ["授权"] }`}, func(e *enterprise) {
		e.rows["patent"] = []row{mend(patentR, "granted_on", "2019-05-05")}
	}, map[string]string{"patents": "0.00"}, map[string]string{"patents": "3.00"}},
	{"Q11 by the date of recognition", []string{"year_by  = \"established_on\"\nevidence = \"认定\"            #", "year_by  = \"recognised_on\"\nevidence = \"认定\"            #"}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "established_on", "2022-06-01", "recognised_on", "2023-02-01")}
	}, map[string]string{"bonus.platform": "0.00"}, map[string]string{"bonus.platform": "0.50"}},
	{"Q11 an upgrade in full", []string{`name     = "新增研发平台加分"`, "name     = \"新增研发平台加分\"\nupgrade  = \"full\""}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "level", "国家级", "nature", "升级", "upgraded_from", "市级")}
	}, map[string]string{"bonus.platform": "1.50"}, map[string]string{"bonus.platform": "2.00"}},
	{"Q11 no upgrades", []string{`name     = "新增研发平台加分"`, "name     = \"新增研发平台加分\"\nupgrade  = \"none\""}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "level", "国家级", "nature", "升级", "upgraded_from", "市级")}
	}, map[string]string{"bonus.platform": "1.50"}, map[string]string{"bonus.platform": "0.00", "bonus.platform+": "0.00"}},
	{"Q12 listed kinds only", []string{`regulator_kinds = ["工程研究中心", "技术创新中心", "制造业创新中心", "企业研究开发中心", "院士工作站", "新型研发机构"]`, ""}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "kind", "院士工作站")}
	}, map[string]string{"bonus.platform": "0.50"}, map[string]string{"bonus.platform": "0.00"}},
	{"Q12 a kind that nobody listed", []string{`"院士工作站", "新型研发机构"]`, `"新型研发机构"]`}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "kind", "院士工作站"), mend(platformR, "name", "乙", "kind", "新型研发机构")}
	}, map[string]string{"bonus.platform": "1.00"}, map[string]string{"bonus.platform": "0.50"}},
	{"Q14 on the innovation score", []string{"[bonus_total]\n", "[bonus_total]\non = \"innovation\"\n"}, func(e *enterprise) {
		e.rows["platform"] = []row{platformR}
		e.rows["project"] = []row{projectR}
	}, map[string]string{"innovation": "9.00", "annual_contribution": "1.35"}, map[string]string{"innovation": "9.00", "annual_contribution": "1.43"}},
	{"Q15 an extra rate", []string{"assumed         = [\"base_rate\"]", "original_rate = \"20%\"\nassumed         = [\"base_rate\", \"original_rate\"]"}, func(e *enterprise) {
		e.spend = append(lines("1000000"), mend(lineR, "amount", "500000", "original_technology", "是"))
	}, map[string]string{"addback": "150.00"}, map[string]string{"addback": "160.00"}},
	{"Q16 any city", []string{`status     = "draft"`, "city       = \"any\"\nstatus     = \"draft\""}, func(e *enterprise) {
		e.rows["platform"] = []row{mend(platformR, "recognised_by", "鄂尔多斯市科技局")}
	}, map[string]string{"bonus.platform": "0.00"}, map[string]string{"bonus.platform": "0.50"}},
	{"level-rated add-back", []string{"assumed         = [\"base_rate\"]", "key_rates = { \"自治区级\" = \"150%\" }\nassumed         = [\"base_rate\", \"key_rates\"]"}, func(e *enterprise) {
		e.rows["project"] = []row{projectR, mend(projectR, "code", "P2", "recognition", "待认定")}
		e.spend = []row{
			mend(lineR, "project", "P1", "amount", "1000000"), mend(lineR, "project", "P1", "amount", "500000", "source", "政府部门"),
			mend(lineR, "project", "P2", "amount", "200000"), mend(lineR, "amount", "300000"),
		}
	}, map[string]string{"addback": "150.00", "addback+": "150.00"}, map[string]string{"addback": "200.00", "addback+": "210.00"}},
	{"growth from nothing earns nothing", []string{`zero_base = "top"`, `zero_base = "zero"`}, func(e *enterprise) {
		e.spend, e.before = lines("1000000"), row{"expensed": "0"}
	}, map[string]string{"rd_growth": "10.00"}, map[string]string{"rd_growth": "0.00", "rd_growth+": "0.00", "rd_growth?": "未达标"}},
	{"points by grade", []string{`points   = { "国家级" = 3, "自治区级" = 1.5, "市级" = 0.5 }`, "points   = { \"国家级\" = 3, \"自治区级\" = 1.5, \"市级\" = 0.5 }\ngrades = { \"市级\" = { \"一等\" = 0.8 } }", "assumed  = [\"points\", \"cap\"]\n\n# ───────────── 利润", "assumed  = [\"points\", \"cap\", \"grades\"]\n\n# ───────────── 利润"}, func(e *enterprise) {
		e.rows["award"] = []row{mend(awardR, "grade", "一等"), mend(awardR, "certificate", "2", "grade", "二等")}
	}, map[string]string{"bonus.award": "1.00"}, map[string]string{"bonus.award": "1.30"}},
	{"tilt: rates added up", []string{`pick     = "highest"`, `pick     = "sum"`}, func(e *enterprise) {
		e.rows["project"] = []row{projectR, mend(projectR, "code", "P2", "level", "市级"), mend(projectR, "code", "P3", "level", "市级")}
	}, map[string]string{"tilt": "8.00"}, map[string]string{"tilt": "12.00"}},
}

func TestReadings(t *testing.T) {
	for _, c := range readings {
		t.Run(c.q, func(t *testing.T) {
			for i, p := range []*scoring.Pack{variant(t), variant(t, c.pack...)} {
				e := blank()
				c.change(e)
				s := scoring.Evaluate(p, e.facts(t))
				got, want := flat(s), []map[string]string{c.unset, c.set}[i]
				for k, v := range want {
					if got[k] != v {
						t.Errorf("%s %s = %q, want %q", []string{"default:", "set:"}[i], k, got[k], v)
					}
				}
				for _, id := range s.LineIDs() { // every reading can be explained, in both languages
					e, ok := s.Explain(id)
					for _, p := range e.Paragraphs {
						for _, line := range p.Lines {
							if strings.Contains(line.ZH, "%!") || strings.Contains(line.EN, "%!") || line.EN == "" {
								t.Errorf("%s: %q", id, line)
							}
						}
					}
					if !ok || len(e.Paragraphs) == 0 {
						t.Errorf("%s is not explained", id)
					}
				}
			}
		})
	}
}

// TestConsolidatedIsShown: Q5 changes no figure, it is said.
func TestConsolidatedIsShown(t *testing.T) {
	p := variant(t, `decrease        = "zero"`, "decrease        = \"zero\"\nscope           = \"consolidated\"")
	e, _ := scoring.Evaluate(p, blank().facts(t)).Explain("addback")
	if !strings.Contains(joinLines(e), text.ScoreScopeGroup.ZH) {
		t.Errorf("not said: %s", joinLines(e))
	}
}

func joinLines(e scoring.Explanation) string {
	var b strings.Builder
	for _, p := range e.Paragraphs {
		for _, l := range p.Lines {
			b.WriteString(p.Label.ZH + " " + l.ZH + "\n")
		}
	}
	return b.String()
}

// Every measure with every scale, by hand: the weight is 10.
var (
	toTarget = scoring.Scale{Kind: scoring.ScaleToTarget, Cap: number("100%")}
	ladder   = scoring.Scale{Kind: scoring.ScaleLadder, Rungs: []scoring.Rung{
		{At: number("0"), Above: true, Give: number("20%")}, {At: number("2"), Give: number("50%")}, {At: number("5"), Give: number("100%")},
	}}
	ladderPercent = scoring.Scale{Kind: scoring.ScaleLadder, Rungs: []scoring.Rung{
		{At: number("1%"), Give: number("30%")}, {At: number("50%"), Above: true, Give: number("90%")},
	}}
	fraction = scoring.Scale{Kind: scoring.ScaleFraction}
	efficacy = scoring.Scale{Kind: scoring.ScaleEfficacy, Floor: number("1"), Base: number("60%")}
)

func number(s string) scoring.Param { return scoring.Param{Value: rat(s), Text: s, Path: "test"} }

func TestEveryMeasureWithEveryScale(t *testing.T) {
	value := scoring.Measure{Kind: scoring.MeasureValue, Fact: "conversion.income"}                                                           // 3
	ratio := scoring.Measure{Kind: scoring.MeasureRatio, Num: "rd.total", Den: "fin.revenue"}                                                 // 2%
	growth := scoring.Measure{Kind: scoring.MeasureGrowth, Cur: "rd.total", Prev: "rd.total_prev"}                                            // 100%
	count := scoring.Measure{Kind: scoring.MeasureCount, Register: "patent"}                                                                  // 2
	points := scoring.Measure{Kind: scoring.MeasureLevelPoints, Register: "project", Points: map[string]scoring.Param{"自治区级": number("3.5")}} // 3.5
	checks := scoring.Measure{Kind: scoring.MeasureChecklist, Items: []string{"a", "b", "c", "d"}}                                            // 3 of 4
	for _, c := range []struct {
		name          string
		m             scoring.Measure
		s             scoring.Scale
		target        string
		score, gap    string
		value, status string
	}{
		{"value to target", value, toTarget, "4", "7.50", "1.00", "3.00", "未达标"},
		{"value to target reached", value, toTarget, "3", "10.00", "", "3.00", "达标"},
		{"value ladder", value, ladder, "", "5.00", "2.00", "3.00", "未达标"},
		{"value fraction", value, fraction, "", "10.00", "", "3.00", "达标"},
		{"value efficacy", value, efficacy, "5", "8.00", "2.00", "3.00", "未达标"},
		{"ratio to target", ratio, toTarget, "3%", "6.67", "1.00%", "2.00%", "未达标"},
		{"ratio ladder", ratio, ladderPercent, "", "3.00", "48.01%", "2.00%", "未达标"},
		{"ratio fraction", ratio, fraction, "", "0.20", "98.00%", "2.00%", "未达标"},
		{"ratio efficacy", ratio, scoring.Scale{Kind: scoring.ScaleEfficacy, Floor: number("1%"), Base: number("60%")}, "3%", "8.00", "1.00%", "2.00%", "未达标"},
		{"ratio efficacy below the floor", ratio, scoring.Scale{Kind: scoring.ScaleEfficacy, Floor: number("2.5%"), Base: number("60%")}, "3%", "0.00", "1.00%", "2.00%", "未达标"},
		{"growth to target", growth, toTarget, "150%", "6.67", "50.00%", "100.00%", "未达标"},
		{"growth ladder", growth, ladderPercent, "", "9.00", "", "100.00%", "达标"},
		{"growth fraction", growth, fraction, "", "10.00", "", "100.00%", "达标"},
		{"growth efficacy", growth, scoring.Scale{Kind: scoring.ScaleEfficacy, Floor: number("0%"), Base: number("50%"), Cap: number("120%")}, "50%", "12.00", "", "100.00%", "达标"},
		{"count to target", count, toTarget, "3", "6.67", "1", "2", "未达标"},
		{"count ladder", count, ladder, "", "5.00", "3", "2", "未达标"},
		{"count fraction", count, fraction, "", "10.00", "", "2", "达标"},
		{"count efficacy", count, efficacy, "5", "7.00", "3", "2", "未达标"},
		{"points to target", points, toTarget, "4", "8.75", "0.5", "3.5", "未达标"},
		{"points ladder", points, ladder, "", "5.00", "1.5", "3.5", "未达标"},
		{"points fraction", points, fraction, "", "10.00", "", "3.5", "达标"},
		{"points efficacy", points, efficacy, "6", "8.00", "2.5", "3.5", "未达标"},
		{"checklist to target", checks, toTarget, "5", "6.00", "2", "3", "未达标"},
		{"checklist to target in percent", checks, toTarget, "100%", "7.50", "1", "3", "未达标"},
		{"checklist ladder", checks, ladder, "", "5.00", "2", "3", "未达标"},
		{"checklist ladder in percent", checks, ladderPercent, "", "9.00", "", "3", "达标"},
		{"checklist fraction", checks, fraction, "", "7.50", "1", "3", "未达标"},
		{"checklist efficacy", checks, efficacy, "4", "8.67", "1", "3", "未达标"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := *goldenPack(t)
			in := scoring.Indicator{ID: "it", Name: "它", Measure: c.m, Scale: c.s, Weight: map[string]scoring.Param{"功能型": number("10")}}
			if c.target != "" {
				in.Target = number(c.target)
			}
			p.Indicators = []scoring.Indicator{in}
			e := blank()
			e.spend, e.before = lines("2000000"), row{"expensed": "1000000"}
			e.rows["conversion"] = []row{{"name": "a", "income": "30000"}}
			e.rows["patent"] = []row{patentR, mend(patentR, "number", "202110253001.7")}
			e.rows["project"] = []row{projectR}
			e.rows["checklist"] = []row{{"item": "a", "answer": "是"}, {"item": "b", "answer": "是"}, {"item": "c", "answer": "是"}, {"item": "d", "answer": "否"}}
			s := scoring.Evaluate(&p, e.facts(t))
			l := s.Line("it")
			if got := l.Score.Confirmed.String(); got != c.score {
				t.Errorf("score %s, want %s", got, c.score)
			}
			if l.ValueText != c.value || string(l.Status) != c.status || l.GapText != c.gap {
				t.Errorf("value %q status %s gap %q, want %q %s %q", l.ValueText, l.Status, l.GapText, c.value, c.status, c.gap)
			}
			told, _ := s.Explain("it")
			if strings.Contains(joinLines(told), "%!") || !strings.Contains(joinLines(told), c.score) {
				t.Errorf("explained as\n%s", joinLines(told))
			}
		})
	}
}

// TestEachRoundedOnce: 1/3 of a weight, three times, is not the weight.
func TestEachRoundedOnce(t *testing.T) {
	p := *goldenPack(t)
	p.Indicators = nil
	for _, id := range []string{"a", "b", "c"} {
		p.Indicators = append(p.Indicators, scoring.Indicator{ID: id, Name: id, Measure: scoring.Measure{Kind: scoring.MeasureCount, Register: "patent"}, Scale: toTarget, Target: number("3"), Weight: map[string]scoring.Param{"功能型": number("10")}})
	}
	e := blank()
	e.rows["patent"] = []row{patentR}
	s := scoring.Evaluate(&p, e.facts(t))
	if got := s.Innovation.Confirmed.String(); got != "9.99" {
		t.Errorf("3 × 3.33 = %s", got)
	}
	if s.Indicators[0].Exact.Cmp(big.NewRat(10, 3)) != 0 {
		t.Errorf("exact %v", s.Indicators[0].Exact)
	}
}
