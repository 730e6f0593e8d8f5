package scoring_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
)

// facts turns rows of text into what the engine takes, reading every cell as an import would.
func (e *enterprise) facts(t testing.TB) *scoring.Facts {
	f := &scoring.Facts{USCC: e.uscc, Name: e.name, Type: e.typ, Year: e.year, Registers: map[string][]*form.Record{}}
	if e.annual != nil {
		f.Annual = recordOf(t, "annual", e.annual, 1)
	}
	for id, rows := range e.rows {
		for i, x := range rows {
			f.Registers[id] = append(f.Registers[id], recordOf(t, id, x, int64(i+1)))
		}
	}
	var lines []*form.Record
	for i, x := range e.spend {
		lines = append(lines, recordOf(t, "spend", x, int64(i+1)))
	}
	f.Ledger = ledgerOf(lines)
	if e.before != nil {
		b := recordOf(t, "rd_summary", e.before, 1)
		f.Prev = &scoring.RD{
			FromSummary: true,
			Expensed:    b.Num("expensed"), ExpensedGovernment: b.Num("expensed_government"),
			Capitalised: b.Num("capitalised"), CapitalisedGovernment: b.Num("capitalised_government"),
		}
	}
	return f
}

func recordOf(t testing.TB, id string, x row, n int64) *form.Record {
	r := form.NewRecord(form.ByID(id))
	r.ID = n
	for _, field := range slices.Sorted(maps.Keys(x)) {
		fd := r.Form.Field(field)
		if fd == nil {
			t.Fatalf("%s has no field %s", id, field)
		}
		v, err := fd.Parse(x[field], form.Yuan)
		if err != nil {
			t.Fatalf("%s.%s = %q: %v", id, field, x[field], err)
		}
		r.Set(field, v)
	}
	return r
}

// ---- random enterprises ----

type draw struct{ t *rapid.T }

func (d draw) of(label string, values ...string) string {
	return rapid.SampledFrom(values).Draw(d.t, label)
}

func (d draw) n(label string, low, high int) int { return rapid.IntRange(low, high).Draw(d.t, label) }

// money draws an amount: round ones, ones to the 分, none, and nothing.
func (d draw) money(label string, top int) string {
	switch d.n(label+" kind", 0, 9) {
	case 0:
		return ""
	case 1:
		return "0.00"
	case 2, 3, 4:
		return fmt.Sprintf("%d0000.00", d.n(label, 0, top))
	case 5: // a tie when rounded to 0.01 万元
		return fmt.Sprintf("%d50.00", d.n(label, 0, top*100))
	}
	return fmt.Sprintf("%d.%02d", d.n(label, 0, top*10_000), d.n(label+" fen", 0, 99))
}

func (d draw) flag(label string) string { return d.of(label, "是", "是", "否", "") }
func (d draw) level(label string) string {
	return d.of(label, "国家级", "自治区级", "市级", "市级")
}

func (d draw) date(label string) string {
	return d.of(label, "2023-01-01", "2023-06-30", "2023-12-31", "2022-12-31", "2024-01-01", "2023-03-15", "")
}

func (d draw) recognition(x row) {
	x["recognition"] = d.of("recognition", "已认定", "已认定", "已认定", "待认定", "不予认定", "")
	if x["recognition"] == "已认定" {
		x["recognised_doc"] = d.of("doc", "认字1号", "认字2号", "认字2号", "")
		x["recognised_on"] = d.of("on", "2023-12-20", "2023-12-20", "")
	}
	x["recognised_by"] = d.of("by", "包头市科技局", "内蒙古自治区科技厅", "示例主管部门", "", "鄂尔多斯市科技局")
}

func (d draw) rows(id string, most int, make func(i int) row) []row {
	var rows []row
	for i := range d.n(id+" rows", 0, most) {
		rows = append(rows, make(i))
	}
	return rows
}

var items = []string{"预算列研发资金", "投资计划列研发项目", "领导班子专人负责", "科技创新管理制度", "内部立项机制", "知识产权管理制度", "企业人才数据库", "年度工作方案", "研发统计台账"}

func drawEnterprise(t *rapid.T) *enterprise {
	d := draw{t}
	e := &enterprise{
		uscc: d.of("uscc", "91150200MA0BT0013C", "91150200MA0BT0013C", "91150200MA0BT00217"), name: "随机",
		typ: d.of("type", "竞争型", "功能型", "服务业"), year: 2023, rows: map[string][]row{},
	}
	if d.n("annual", 0, 9) > 0 {
		e.annual = row{}
		for i, field := range []string{"revenue", "profit", "pay_total", "pay_performance", "pay_performance_separate", "rd_recognised"} {
			e.annual[field] = d.money(field, []int{30_000, 4_000, 6_000, 2_000, 100, 500}[i])
		}
		if d.n("loss", 0, 3) == 0 && e.annual["profit"] != "" {
			e.annual["profit"] = "-" + e.annual["profit"]
		}
	}
	codes := []string{"P1", "P2", "P3", "P4"}
	e.rows["project"] = d.rows("project", 4, func(i int) row {
		x := row{
			"code": codes[i], "name": "项目" + codes[i], "level": d.of("level", "国家级", "自治区级", "市级", "企业级", ""), "major": d.flag("major"), "tackle": d.flag("tackle"),
			"start": d.of("start", "202201", "202301", "202312", "202401", ""), "end": d.of("end", "202212", "202301", "202406", "000000", ""),
			"total_spend": d.money("total_spend", 300), "achievement": d.of("achievement", "", "", "a", "b"),
		}
		d.recognition(x)
		return x
	})
	e.rows["patent"] = d.rows("patent", 6, func(i int) row {
		return row{
			"number": []string{"202110253000.2", "202110253001.7", "202110253002.1", "202110253003.6", "202110253004.0", "202110253005.5"}[i], "title": "专利",
			"kind": d.of("kind", "发明", "发明", "实用新型"), "status": d.of("status", "授权", "授权", "实审", "失效"), "granted_on": d.date("granted_on"), "family": d.of("family", "", "f1", "f2"),
		}
	})
	e.rows["award"] = d.rows("award", 6, func(i int) row {
		x := row{"name": d.of("award", "包头市科学技术奖", "包头市科学技术奖", "包头市劳动模范"), "science": d.of("science", "", "", "是", "否"), "achievement_title": fmt.Sprint("成果", i), "achievement": d.of("achievement", "", "X", "Y"), "level": d.level("level"), "grade": d.of("grade", "一等", "二等", ""), "awarded_on": d.date("awarded_on"), "certificate": fmt.Sprint("证", i), "authority": d.of("authority", "示例部门", "呼和浩特市科技局")}
		d.recognition(x)
		return x
	})
	e.rows["platform"] = d.rows("platform", 5, func(i int) row {
		x := row{"name": fmt.Sprint("平台", i), "kind": "重点实验室", "level": d.level("level"), "nature": d.of("nature", "", "新建", "新认定", "升级"), "upgraded_from": d.of("from", "", "市级", "自治区级"), "achievement": d.of("achievement", "", "L", "M"), "established_on": d.date("established_on"), "total_spend": d.money("total_spend", 200), "code": ""}
		if d.n("code", 0, 2) == 0 {
			x["code"] = fmt.Sprint("PT", i)
		}
		d.recognition(x)
		return x
	})
	e.rows["talent"] = d.rows("talent", 5, func(int) row {
		return row{"person": d.of("person", "t1", "t2", "t3", ""), "name": "人", "category": "领军人才", "since": d.date("since"), "programme": d.of("programme", "", "英才兴蒙")}
	})
	e.rows["team"] = d.rows("team", 7, func(int) row {
		return row{"project": d.of("project", "P1", "P2", "P3", "P9", ""), "person": d.of("person", "甲", "乙", "丙"), "name": "某", "pay": d.money("pay", 30), "share": d.of("share", "100%", "60%", "33.3333%", "")}
	})
	e.rows["conversion"] = d.rows("conversion", 3, func(int) row {
		return row{"name": "转化", "mode": "许可", "income": d.money("income", 300), "contracted_on": d.date("contracted_on")}
	})
	e.rows["innovation"] = d.rows("innovation", 5, func(i int) row {
		return row{"name": fmt.Sprint("创新", i), "category": d.of("category", "技术", "产品", "服务", "品牌", "管理模式", "服务产品", "服务模式"), "achievement": d.of("achievement", "", "i1", "i2"), "achieved_on": d.date("achieved_on")}
	})
	e.rows["checklist"] = d.rows("checklist", 9, func(int) row {
		return row{"item": d.of("item", append(items, "zhihui_shuiwu", "智慧水务和生态资源智能化创新中心挂牌", "别的")...), "answer": d.of("answer", "是", "是", "否", "未填"), "document": d.of("document", "", "文1"), "date": d.of("date", "", "2023-05-01", "2024-02-01")}
	})
	e.spend = d.rows("spend", 12, func(int) row {
		x := row{"date": d.of("date", "2023-01-05", "2023-07-09", "2023-12-31"), "summary": "支出", "category": "直接投入", "treatment": d.of("treatment", "费用化", "费用化", "资本化"), "source": d.of("source", "企业自筹", "企业自筹", "政府部门"), "original_technology": d.of("original", "", "是"), "amount": d.money("amount", 100)}
		switch d.n("link", 0, 2) {
		case 0:
			x["project"] = d.of("project", codes...)
		case 1:
			if ps := e.rows["platform"]; len(ps) > 0 {
				p := ps[d.n("platform", 0, len(ps)-1)]
				if x["platform"] = p["code"]; p["code"] == "" {
					x["platform"] = p["name"]
				}
			}
		}
		if x["amount"] == "" {
			x["amount"] = "1.00"
		}
		if d.n("reversal", 0, 9) == 0 {
			x["amount"] = "-" + x["amount"]
		}
		return x
	})
	if d.n("before", 0, 4) > 0 {
		e.before = row{}
		for _, field := range []string{"expensed", "expensed_government", "capitalised", "capitalised_government"} {
			e.before[field] = d.money(field, 400)
		}
	}
	return e
}

// drawPack varies the readings of the default pack.
func drawPack(t *rapid.T, base *scoring.Pack) *scoring.Pack {
	d := draw{t}
	p := *base
	p.Indicators = slices.Clone(base.Indicators)
	p.Bonuses = slices.Clone(base.Bonuses)
	p.Deemed = slices.Clone(base.Deemed)
	if d.n("plain", 0, 2) == 0 {
		return &p
	}
	num := func(s string) scoring.Param {
		return scoring.Param{Value: rat(s), Text: s, Path: "test"}
	}
	p.HalfEven = d.n("even", 0, 1) == 1
	p.City = d.of("city", "包头市", "any")
	p.BonusOn = d.of("bonus on", "annual", "innovation")
	a := *base.Addback
	a.Reading, a.Basis = d.of("reading", "A", "B"), d.of("basis", "expensed", "total")
	a.GovernmentFund = d.of("government", "exclude", "include")
	a.Decrease, a.NoPrevYear = d.of("decrease", "zero", "deduct"), d.of("no prev", "base", "increment", "missing")
	a.Recognised = d.n("recognised", 0, 3) == 0
	if d.n("original rate", 0, 1) == 1 {
		a.OriginalRate = num("10%")
	}
	if d.n("key rates", 0, 1) == 1 {
		a.KeyRates = map[string]scoring.Param{"国家级": num("200%"), "自治区级": num("150%")}
	}
	p.Addback = &a
	for i := range p.Bonuses {
		b := &p.Bonuses[i]
		b.Upgrade = d.of("upgrade", "difference", "full", "none")
		b.Measure.Evidence = d.n("evidence", 0, 3) > 0
		if d.n("grades", 0, 1) == 1 && b.ID == "award" {
			b.Measure.Grades = map[string]map[string]scoring.Param{"市级": {"一等": num("0.75"), "二等": num("0.25")}}
		}
	}
	for i := range p.Deemed {
		dm := &p.Deemed[i]
		dm.Amount, dm.Fixed = d.of("amount", "spend_outside_rd", "spend_outside_rd", "all_spend", "fixed"), num("12.345")
		dm.Evidence = d.n("evidence", 0, 3) > 0
		dm.Rate = num(d.of("rate", "100%", "50%", "33.33%"))
		if dm.Register == "platform" && d.n("nature", 0, 1) == 1 {
			dm.Where = []scoring.Condition{{Field: "nature", Values: []string{"新建"}}}
		}
	}
	tilt := *base.Tilt
	tilt.Sum, tilt.ExcludeSeparate = d.n("sum", 0, 1) == 1, d.n("exclude", 0, 1) == 1
	p.Tilt = &tilt
	for i := range p.Indicators {
		in := &p.Indicators[i]
		switch {
		case in.ID == "conversion" && d.n("efficacy", 0, 1) == 1:
			in.Scale = scoring.Scale{Kind: scoring.ScaleEfficacy, Floor: num("50"), Base: num("60%")}
			if d.n("over", 0, 1) == 1 {
				in.Scale.Cap = num("120%")
			}
		case in.ID == "rd_intensity" && d.n("ladder", 0, 1) == 1:
			in.Scale = scoring.Scale{Kind: scoring.ScaleLadder, Rungs: []scoring.Rung{{At: num("0.5%"), Give: num("40%")}, {At: num("1%"), Give: num("100%"), Above: true}}}
		case in.ID == "patents" && d.n("cap", 0, 1) == 1:
			in.Scale.Cap = num("150%")
		case in.ID == "talents" && d.n("zero", 0, 4) == 0:
			in.Target = num("0")
		}
	}
	return &p
}

// TestEngineAgreesWithReference compares the engine with the plain implementation, figure by figure.
func TestEngineAgreesWithReference(t *testing.T) {
	base := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		p, e := drawPack(rt, base), drawEnterprise(rt)
		got, want := flat(scoring.Evaluate(p, e.facts(t))), reference(p, e)
		for _, d := range differ(got, want) {
			rt.Error(d)
		}
	})
}
