package form_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"yice/form"
)

// row is a record as typed, by field id. A text that does not parse is kept as such.
type row map[string]string

func (w row) with(changes row) row {
	m := maps.Clone(w)
	maps.Copy(m, changes)
	return m
}

func (w row) record(t testing.TB, which string) *form.Record {
	t.Helper()
	f := form.ByID(which)
	r := form.NewRecord(f)
	for id, typed := range w {
		i := f.Index(id)
		if i < 0 {
			t.Fatalf("%s has no field %s", which, id)
		}
		v, err := f.Fields[i].Parse(typed, f.Fields[i].Unit)
		if err != nil {
			if r.Raw == nil {
				r.Raw = map[int]string{}
			}
			r.Raw[i] = typed
			continue
		}
		r.Values[i] = v
	}
	return r
}

// sound are rows without any finding in 2023.
var sound = map[string]row{
	"enterprise": {"uscc": "91150200MA0BT0013C", "name": "示例水务", "type": "功能型", "tier": "权属企业", "parent_uscc": "91150200MA0BT00217", "industry": "4610", "area": "150200"},
	"annual": {
		"revenue": "80000", "main_revenue": "72000", "profit": "-320", "pay_total": "5200", "pay_performance": "2000", "pay_performance_separate": "30",
		"pay_research_performance": "200", "rd_staff": "46", "rd_staff_management": "5", "rd_staff_female": "20", "rd_staff_fulltime": "40", "rd_staff_bachelor": "30", "rd_staff_hired": "3",
		"institution_staff": "20", "institution_doctors": "2", "institution_masters": "8", "institutions": "1", "equipment_value": "300", "rd_assets": "100", "rd_assets_equipment": "60",
		"new_product_sales": "5000", "new_product_exports": "10", "deduction_claimed": "1000", "deduction_tax_saved": "250",
	},
	"rd_summary": {"expensed": "1000", "expensed_government": "60", "capitalised": "150", "capitalised_government": "0"},
	"spend":      {"date": "2023-01-05", "voucher": "记-0001", "summary": "中试装置设计", "project": "P1", "category": "设计", "treatment": "费用化", "source": "企业自筹", "activity": "应用研究", "amount": "14593.09"},
	"project": {
		"code": "P1", "name": "城市供水管网漏损智能识别关键技术研究", "level": "自治区级", "major": "是", "tackle": "是", "source": "2", "cooperation": "21", "goal": "4", "start": "202301", "end": "202406",
		"stage": "2", "staff": "12", "person_months": "96", "total_spend": "4600000", "government_funds": "100000", "status": "在研",
		"recognition": "已认定", "recognised_by": "示例主管部门", "recognised_doc": "示例认字〔2023〕1号", "recognised_on": "2024-01-20",
	},
	"patent": {"number": "202110253000.2", "title": "一种示例水处理方法", "kind": "发明", "status": "授权", "applied_on": "2021-05-10", "granted_on": "2023-08-10"},
	"award": {
		"name": "内蒙古自治区科学技术进步奖", "achievement_title": "示例成果", "level": "自治区级", "grade": "二等", "authority": "示例授奖部门", "awarded_on": "2023-11-10", "certificate": "证-000", "rank": "1",
		"recognition": "已认定", "recognised_doc": "示例认字〔2023〕1号", "recognised_on": "2023-12-20",
	},
	"platform": {
		"name": "智慧水务重点实验室", "kind": "重点实验室", "level": "自治区级", "established_on": "2023-06-18", "nature": "升级", "upgraded_from": "市级",
		"recognition": "已认定", "recognised_doc": "示例认字〔2023〕1号", "recognised_on": "2023-12-20",
	},
	"talent":     {"person": "t1", "name": "示例", "category": "专业技术人才", "since": "2023-07-01"},
	"team":       {"project": "P1", "person": "甲", "name": "示例甲", "pay": "200000", "share": "100%"},
	"conversion": {"name": "示例合同", "mode": "许可", "income": "4250000", "contracted_on": "2023-04-20"},
	"innovation": {"name": "示例创新", "category": "服务", "achieved_on": "2023-10-01"},
	"standard":   {"number": "DB15/T 1234-2023", "title": "示例标准", "level": "地方", "role": "主导", "issued_on": "2023-05-01"},
	"small":      {"title": "示例革新", "kind": "小革新", "adopted_on": "2023-05-01"},
	"alliance":   {"name": "示例联盟", "kind": "技术创新联盟", "formed_on": "2023-05-01"},
	"fund":       {"name": "示例专项", "kind": "科技专项资金", "applied": "100", "approved": "100", "received": "50", "received_on": "2023-05-01"},
	"checklist":  {"item": "内部立项机制", "answer": "是", "document": "示例发〔2023〕1号", "date": "2023-03-01"},
}

func TestSoundRowsHaveNoFindings(t *testing.T) {
	for _, f := range form.All() {
		w, ok := sound[f.ID]
		if !ok {
			t.Errorf("no sound row of %s", f.ID)
			continue
		}
		for _, got := range f.Check(w.record(t, f.ID), 2023) {
			t.Errorf("%s: %s: %s", f.ID, got.Check, got.Message.ZH)
		}
	}
}

// bites lists, for every rule, changes to a sound row that it must find, with the field it shows and what its sentence
// must name, and changes it must let pass.
var bites = []struct {
	check    string
	severity form.Severity
	form     string
	bad      row
	field    string
	names    []string
	good     row
}{
	{form.CheckUnread, form.Must, "spend", row{"amount": "一百"}, "amount", []string{"研发投入台账", "记-0001", "金额", "「一百」不是数字"}, row{"amount": "100"}},
	{form.CheckUnread, form.Must, "spend", row{"remark": "\x1b[2J"}, "remark", []string{"U+001B", "备注"}, nil},
	{form.CheckRequired, form.Must, "spend", row{"summary": ""}, "summary", []string{"摘要", "必填"}, nil},
	{form.CheckCode, form.Must, "spend", nil, "category", []string{"没有这一类", "人员人工"}, nil}, // put in below, past the parser
	{form.CheckNegative, form.Must, "annual", row{"rd_staff_hired": "-1"}, "rd_staff_hired", []string{"-1 人"}, row{"profit": "-1"}},
	{form.CheckShare, form.Must, "team", row{"share": "100.0001"}, "share", []string{"100.0001%"}, row{"share": "100"}},
	{form.CheckFuture, form.Verify, "patent", row{"granted_on": "2024-01-01"}, "granted_on", []string{"2024-01-01", "2023"}, row{"granted_on": "2023-12-31"}},
	{form.CheckUSCC, form.Verify, "enterprise", row{"parent_uscc": "91310115MA1H8R7C6D"}, "parent_uscc", []string{"91310115MA1H8R7C6D", "「D」"}, nil},

	{"enterprise.parent-missing", form.Verify, "enterprise", row{"parent_uscc": ""}, "parent_uscc", nil, row{"parent_uscc": "", "tier": "集团本部"}},
	{"enterprise.phone", form.Verify, "enterprise", row{"phone": "472-123"}, "phone", []string{"472-123", "区号"}, row{"phone": "13904720000"}},
	{"enterprise.parent-self", form.Verify, "enterprise", row{"parent_uscc": "91150200MA0BT0013C"}, "parent_uscc", []string{"91150200MA0BT0013C"}, nil},

	{"annual.main-revenue", form.Must, "annual", row{"main_revenue": "80000.01"}, "main_revenue", []string{"80,000.01 万元", "营业收入 80,000.00 万元"}, row{"main_revenue": "80000"}},
	{"annual.pay-performance", form.Must, "annual", row{"pay_performance": "5201"}, "pay_performance", nil, row{"pay_performance": "5200"}},
	{"annual.pay-separate", form.Must, "annual", row{"pay_performance_separate": "2001"}, "pay_performance_separate", nil, row{"pay_performance_separate": "2000"}},
	{"annual.pay-research", form.Must, "annual", row{"pay_research_performance": "2001"}, "pay_research_performance", nil, row{"pay_research_performance": "2001", "pay_performance": ""}},
	{"annual.staff-management", form.Must, "annual", row{"rd_staff_management": "47"}, "rd_staff_management", []string{"47 人", "46 人"}, row{"rd_staff_management": "46"}},
	{"annual.staff-female", form.Must, "annual", row{"rd_staff_female": "47"}, "rd_staff_female", nil, row{"rd_staff_female": "46"}},
	{"annual.staff-fulltime", form.Must, "annual", row{"rd_staff_fulltime": "47"}, "rd_staff_fulltime", nil, row{"rd_staff_fulltime": "46"}},
	{"annual.staff-bachelor", form.Must, "annual", row{"rd_staff_bachelor": "47"}, "rd_staff_bachelor", nil, row{"rd_staff_bachelor": "46"}},
	{"annual.staff-hired", form.Must, "annual", row{"rd_staff_hired": "47"}, "rd_staff_hired", nil, row{"rd_staff_hired": "46"}},
	{"annual.institution-staff", form.Must, "annual", row{"institution_staff": "47"}, "institution_staff", nil, row{"institution_staff": "46"}},
	{"annual.institution-degrees", form.Must, "annual", row{"institution_staff": "9"}, "institution_staff", []string{"9 人", "2 + 8"}, row{"institution_staff": "10"}},
	{"annual.bachelor-degrees", form.Must, "annual", row{"rd_staff_bachelor": "9"}, "rd_staff_bachelor", []string{"9 人", "2 + 8"}, row{"rd_staff_bachelor": "10"}},
	{"annual.assets-equipment", form.Must, "annual", row{"rd_assets_equipment": "100.01"}, "rd_assets_equipment", nil, row{"rd_assets_equipment": "100"}},
	{"annual.exports", form.Must, "annual", row{"new_product_exports": "5001"}, "new_product_exports", nil, row{"new_product_exports": "5000"}},
	{"annual.tech-staff", form.Must, "annual", row{"employees": "300", "tech_staff": "301"}, "tech_staff", nil, row{"employees": "300", "tech_staff": "300"}},
	{"annual.hightech-revenue", form.Verify, "annual", row{"hightech_revenue": "80001"}, "hightech_revenue", nil, row{"hightech_revenue": "80000"}},
	{"annual.equipment-institutions", form.Must, "annual", row{"institutions": ""}, "institutions", []string{"300.00 万元"}, row{"institutions": "", "equipment_value": "0"}},
	{"annual.as-of-year", form.Must, "annual", row{"as_of": "202206"}, "as_of", nil, row{"as_of": "202306"}},
	{"annual.tax-saved", form.Verify, "annual", row{"deduction_tax_saved": "1000.01"}, "deduction_tax_saved", nil, row{"deduction_tax_saved": "1000"}},
	{"annual.new-product-sales", form.Verify, "annual", row{"new_product_sales": "80001"}, "new_product_sales", nil, row{"new_product_sales": "80000"}},

	{"rd_summary.months", form.Must, "rd_summary", row{"months": "13"}, "months", nil, row{"months": "12"}},
	{"rd_summary.expensed-part", form.Must, "rd_summary", row{"expensed_government": "1000.01"}, "expensed_government", nil, row{"expensed_government": "1000"}},
	{"rd_summary.capitalised-part", form.Must, "rd_summary", row{"capitalised_government": "151"}, "capitalised_government", nil, row{"capitalised_government": "150"}},

	{"spend.date-outside-year", form.Must, "spend", row{"date": "2022-12-31"}, "date", []string{"2022-12-31", "2023"}, row{"date": "2023-12-31"}},
	{"spend.project-and-platform", form.Must, "spend", row{"platform": "L1"}, "platform", []string{"P1", "L1"}, row{"platform": "L1", "project": ""}},
	{"spend.counterparty-missing", form.Must, "spend", row{"category": "委托外部"}, "counterparty", nil, row{"category": "委托外部", "counterparty": "境内高校"}},
	{"spend.counterparty-extra", form.Verify, "spend", row{"counterparty": "境内高校"}, "counterparty", []string{"设计", "境内高校"}, nil},
	{"spend.reversal-remark", form.Must, "spend", row{"amount": "-14593.09"}, "remark", []string{"-14,593.09 元"}, row{"amount": "-14593.09", "remark": "冲销记-0001"}},
	{"spend.reversal-of", form.Verify, "spend", row{"amount": "-14593.09", "remark": "冲销"}, "reverses", []string{"-14,593.09 元", "凭证号"}, row{"amount": "-14593.09", "remark": "冲销", "reverses": "记-0001"}},
	{"spend.reversal-none", form.Must, "spend", row{"reverses": "记-0001"}, "reverses", []string{"不是红字"}, row{"amount": "-14593.09", "remark": "冲销", "reverses": "记-0001"}},
	{"spend.zero", form.Verify, "spend", row{"amount": "0"}, "amount", nil, row{"amount": "0.01"}},
	{
		"spend.intra-group-code", form.Verify, "spend",
		row{"category": "委托外部", "counterparty": "境内企业", "intra_group": "是"},
		"counterparty_uscc", nil,
		row{"category": "委托外部", "counterparty": "境内企业", "intra_group": "是", "counterparty_uscc": "91150200MA0BT00217"},
	},
	{"spend.item-category", form.Verify, "spend", row{"category": "直接投入", "item": "1.1"}, "item", []string{"1.1", "直接投入"}, row{"category": "装备调试与试验", "item": "5.4"}},
	{"spend.not-research", form.Verify, "spend", row{"summary": "车间技改工程款"}, "summary", []string{"技改"}, row{"summary": "膜组件中试生产试验"}},

	{"project.start-after-end", form.Must, "project", row{"start": "202407"}, "end", []string{"202407", "202406"}, row{"start": "202406", "end": "202406"}},
	{"project.start-after-year", form.Must, "project", row{"start": "202401"}, "start", []string{"202401", "2023"}, row{"start": "202312"}},
	{"project.end-before-year", form.Must, "project", row{"start": "202201", "end": "202212"}, "end", []string{"202212", "2023"}, row{"start": "202201", "end": "202301"}},
	{"project.end-before-year", form.Must, "project", row{"end": "202212"}, "end", nil, row{"end": "000000", "status": "终止"}},
	{"project.stage-missing", form.Must, "project", row{"stage": ""}, "stage", []string{"202301", "202406", "2023"}, row{"stage": "", "end": "202312"}},
	{"project.stage-missing", form.Must, "project", row{"stage": "", "start": "202212", "end": "000000", "status": "终止"}, "stage", nil, row{"stage": "", "end": "000000", "status": "终止"}},
	{"project.stage-extra", form.Verify, "project", row{"end": "202312"}, "stage", nil, nil},
	{"project.person-months", form.Verify, "project", row{"person_months": "144.1"}, "person_months", []string{"144.1 人月", "12 人", "144 人月"}, row{"person_months": "144"}},
	{"project.staff-zero", form.Verify, "project", row{"staff": "0", "person_months": "0"}, "staff", nil, row{"staff": "1", "person_months": "1"}},
	{"project.person-months-zero", form.Verify, "project", row{"person_months": "0"}, "person_months", nil, row{"person_months": "0.1"}},
	{"project.government-part", form.Must, "project", row{"government_funds": "4600000.01"}, "government_funds", nil, row{"government_funds": "4600000"}},
	{"project.failed-status", form.Verify, "project", row{"end": "000000"}, "status", []string{"在研"}, row{"end": "000000", "status": "终止"}},
	{"project.finished-later", form.Verify, "project", row{"status": "完成"}, "status", []string{"202406", "2023"}, row{"status": "完成", "end": "202312"}},
	{"project.major-level", form.Verify, "project", row{"level": "企业级"}, "level", []string{"企业级"}, row{"level": "企业级", "major": "否", "tackle": ""}},
	{"project.not-research", form.Verify, "project", row{"name": "二水厂技术改造"}, "name", []string{"二水厂技术改造"}, nil},
	{"project.recognition-proof", form.Must, "project", row{"recognised_doc": ""}, "recognition", []string{"文号"}, row{"recognised_doc": "", "recognised_on": "", "recognition": "待认定"}},
	{"project.recognition-proof", form.Must, "project", row{"recognised_on": ""}, "recognition", []string{"认定日期"}, nil},
	{"project.recognition-proof", form.Must, "project", row{"recognised_on": "", "recognised_doc": ""}, "recognition", []string{"文号和日期"}, row{"recognised_on": "", "recognised_doc": "", "recognition": "不予认定"}},
	{"project.recognition-undecided", form.Verify, "project", row{"recognition": "待认定"}, "recognition", nil, row{"recognition": "不予认定"}},

	{"patent.check-digit", form.Must, "patent", row{"number": "202110253000.3"}, "number", []string{"202110253000.3", "应为 2", "202110253000.2"}, nil},
	{"patent.type-digit", form.Must, "patent", row{"kind": "实用新型"}, "kind", []string{"类型位 1", "发明", "实用新型"}, row{"number": "201380059792.3", "applied_on": "2013-12-01", "granted_on": "2016-01-01"}},
	{"patent.type-digit", form.Must, "patent", row{"number": "202170253000.0"}, "kind", []string{"类型位是 7"}, nil},
	{"patent.number-year", form.Verify, "patent", row{"applied_on": "2020-05-10"}, "applied_on", []string{"2021", "2020-05-10"}, row{"applied_on": "2021-12-31"}},
	{"patent.granted-on-missing", form.Must, "patent", row{"granted_on": ""}, "granted_on", nil, row{"granted_on": "", "status": "实审"}},
	{"patent.granted-on-extra", form.Verify, "patent", row{"status": "实审"}, "granted_on", []string{"实审", "2023-08-10"}, row{"status": "失效"}},
	{"patent.granted-before-applied", form.Must, "patent", row{"granted_on": "2021-05-09"}, "granted_on", []string{"2021-05-09", "2021-05-10"}, row{"granted_on": "2021-05-10"}},

	{"award.rank", form.Verify, "award", row{"rank": "0"}, "rank", nil, row{"rank": ""}},
	{"award.grade-level", form.Verify, "award", row{"level": "国家级", "grade": "三等"}, "grade", nil, row{"level": "国家级"}},
	{"award.recognised-before", form.Verify, "award", row{"recognised_on": "2023-11-09"}, "recognised_on", []string{"2023-11-09", "获奖日期 2023-11-10"}, row{"recognised_on": "2023-11-10"}},
	{"award.recognition-proof", form.Must, "award", row{"recognised_doc": ""}, "recognition", nil, nil},
	{"award.recognition-undecided", form.Verify, "award", row{"recognition": ""}, "recognition", nil, nil},

	{"platform.upgraded-from-missing", form.Verify, "platform", row{"upgraded_from": ""}, "upgraded_from", nil, row{"upgraded_from": "", "nature": ""}},
	{"platform.upgraded-from-extra", form.Verify, "platform", row{"nature": "新建"}, "upgraded_from", []string{"市级"}, nil},
	{"platform.upgrade-order", form.Verify, "platform", row{"level": "市级"}, "upgraded_from", []string{"市级"}, row{"level": "国家级"}},
	{"platform.recognised-before", form.Verify, "platform", row{"recognised_on": "2023-06-17"}, "recognised_on", nil, nil},
	{"platform.recognition-proof", form.Must, "platform", row{"recognised_on": ""}, "recognition", nil, nil},
	{"platform.recognition-undecided", form.Verify, "platform", row{"recognition": "待认定"}, "recognition", nil, nil},

	{"talent.id-card", form.Must, "talent", row{"person": "15020319800101123X"}, "person", nil, row{"person": "150203198013011234"}},
	{"team.id-card", form.Must, "team", row{"person": "150203198001011234"}, "person", nil, nil},
	{"standard.level-prefix", form.Verify, "standard", row{"level": "国家"}, "level", []string{"地方", "国家"}, nil},
	{"standard.number-year", form.Verify, "standard", row{"issued_on": "2022-05-01"}, "issued_on", []string{"2023", "2022-05-01"}, nil},
	{"fund.approved-over-applied", form.Verify, "fund", row{"approved": "101"}, "approved", []string{"101.00 元", "100.00 元"}, nil},
	{"fund.received-over-approved", form.Verify, "fund", row{"received": "101"}, "received", nil, row{"received": "100"}},
	{"fund.received-on-missing", form.Verify, "fund", row{"received_on": ""}, "received_on", nil, row{"received_on": "", "received": "0"}},
	{"checklist.document", form.Verify, "checklist", row{"document": ""}, "document", nil, row{"document": "", "answer": "否"}},
}

func TestEveryRuleBitesAndLetsPass(t *testing.T) {
	tried := map[string]bool{}
	for _, c := range bites {
		tried[c.check] = true
		f := form.ByID(c.form)
		r := sound[c.form].with(c.bad).record(t, c.form)
		if c.check == form.CheckCode {
			r.Set("category", form.S("没有这一类"))
		}
		found := f.Check(r, 2023)
		i := slices.IndexFunc(found, func(g form.Finding) bool { return g.Check == c.check })
		if i < 0 {
			t.Errorf("%s does not find %v; found %v", c.check, c.bad, found)
			continue
		}
		got := found[i]
		if got.Severity != c.severity || got.Field != c.field || got.Form != c.form {
			t.Errorf("%s: severity %v, field %s", c.check, got.Severity.Title(), got.Field)
		}
		for _, n := range append(c.names, f.Title.ZH, f.Field(c.field).Title.ZH) {
			if !strings.Contains(got.Message.ZH, n) {
				t.Errorf("%s: %q does not name %q", c.check, got.Message.ZH, n)
			}
		}
		if strings.Contains(got.Message.ZH+got.Message.EN, "%!") || got.Message.EN == "" {
			t.Errorf("%s: a broken sentence: %q %q", c.check, got.Message.ZH, got.Message.EN)
		}
		for _, ch := range got.Message.ZH + got.Message.EN {
			if unrulyRune(ch) {
				t.Errorf("%s: the sentence holds U+%04X", c.check, ch)
			}
		}
		for _, g := range f.Check(sound[c.form].with(c.good).record(t, c.form), 2023) {
			if g.Check == c.check {
				t.Errorf("%s finds fault with %v: %s", c.check, c.good, g.Message.ZH)
			}
		}
	}
	for _, id := range []string{form.CheckUnread, form.CheckRequired, form.CheckCode, form.CheckNegative, form.CheckShare, form.CheckFuture, form.CheckUSCC} {
		if !tried[id] {
			t.Errorf("%s is never tried", id)
		}
	}
	for _, f := range form.All() {
		for i := range f.Checks {
			if !tried[f.Checks[i].ID] {
				t.Errorf("%s is never tried", f.Checks[i].ID)
			}
		}
	}
}

// An empty row of every form has exactly its required fields to fill in, and no rule is frightened by it.
func TestEmptyRows(t *testing.T) {
	for _, f := range form.All() {
		var want, got []string
		for i := range f.Fields {
			if f.Fields[i].Required {
				want = append(want, f.Fields[i].ID)
			}
		}
		for _, g := range f.Check(form.NewRecord(f), 2023) {
			if g.Check != form.CheckRequired || g.Key != "" {
				t.Errorf("%s: %+v", f.ID, g)
			}
			got = append(got, g.Field)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%s asks for %v, want %v", f.ID, got, want)
		}
	}
}

// Values that no parser made must not break a check: an older file, or a hand on the database.
func TestChecksStandAnything(t *testing.T) {
	for _, f := range form.All() {
		for _, odd := range []form.Value{form.S("x"), form.S("。"), form.N(-1), form.N(1 << 62), form.S("2023"), form.S("20"), form.S("\x1b[2J"), form.N(-1 << 63)} {
			r := form.NewRecord(f)
			for i := range r.Values {
				r.Values[i] = odd
			}
			for _, g := range f.Check(r, 2023) {
				for _, c := range g.Message.ZH {
					if unrulyRune(c) {
						t.Fatalf("%s %s: the sentence holds U+%04X", f.ID, g.Check, c)
					}
				}
			}
		}
	}
}

func TestFieldsThatDoNotApplyAreNotAskedFor(t *testing.T) {
	for _, c := range []struct {
		form, field string
		w           row
		want        bool
	}{
		{"spend", "counterparty", row{"category": "委托外部"}, true},
		{"spend", "counterparty", row{"category": "设计"}, false},
		{"spend", "platform", row{"project": "P1"}, false},
		{"spend", "platform", row{"project": "P1", "platform": "L"}, true}, // or it could not be cleared
		{"spend", "counterparty", row{"category": "设计", "counterparty": "境内高校"}, true},
		{"spend", "counterparty", row{"category": "设计", "counterparty": "某校"}, true},
		{"patent", "granted_on", row{"status": "实审"}, false},
		{"patent", "granted_on", row{"status": "授权"}, true},
		{"patent", "granted_on", row{"status": "失效"}, true},
		{"project", "recognised_doc", row{"recognition": "待认定"}, false},
		{"project", "recognised_doc", row{"recognition": "不予认定"}, true},
		{"project", "stage", row{"start": "202301", "end": "202312"}, false},
		{"project", "stage", row{"start": "202301", "end": "000000"}, true},
		{"platform", "upgraded_from", row{"nature": "升级"}, true},
		{"platform", "upgraded_from", row{"nature": "新建"}, false},
		{"conversion", "counterparty_name", row{"mode": "自行投资实施"}, false},
		{"checklist", "document", row{"answer": "否"}, false},
	} {
		r := c.w.record(t, c.form)
		if got := r.Form.Field(c.field).Applies(r); got != c.want {
			t.Errorf("%s.%s applies to %v: %v", c.form, c.field, c.w, got)
		}
	}
}
