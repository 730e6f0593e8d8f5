package form_test

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/text"
)

func TestDictionaryIsValid(t *testing.T) {
	if err := form.Validate(form.All()); err != nil {
		t.Error(err)
	}
}

// contract is the dictionary's promise to everything outside: files, tables and --json are named by it. Required fields
// have a *. Fields may be added at the end of a line's list, none may go or be renamed.
var contract = []string{
	"enterprise: uscc* name* short_name type* tier parent_uscc industry area legal_representative unit_head statistics_head prepared_by phone innovation_lead returns",
	"annual: revenue main_revenue profit pay_total pay_performance pay_performance_separate rd_budget rd_plan rd_recognised pay_research_performance as_of rd_staff rd_staff_management rd_staff_female rd_staff_fulltime rd_staff_bachelor rd_staff_hired rd_assets rd_assets_equipment deduction_claimed deduction_tax_saved hightech_tax_saved institutions institution_staff institution_doctors institution_masters institution_spend equipment_value new_product_sales new_product_exports trademarks papers renovation_spend domestic_tech_bought foreign_tech_bought absorption_spend overseas_institutions employees tech_staff hightech_revenue cost_total assets_total",
	"rd_summary: expensed expensed_government capitalised capitalised_government months",
	"spend: date* voucher summary* project platform category* item treatment* source* activity counterparty counterparty_name counterparty_uscc intra_group original_technology non_taxable reverses amount*",
	"project: code* name* level* major tackle organisation source* cooperation* result goal* start* end* stage staff person_months total_spend government_funds role achievement status recognition recognised_by recognised_doc recognised_on",
	"patent: number* title* kind* status* applied_on* granted_on family holders acquired implemented project standard",
	"award: name* achievement_title* achievement level* grade authority* awarded_on* certificate rank project team team_reward science recognition recognised_by recognised_doc recognised_on",
	"platform: code name* kind* level* role partners achievement established_on* nature upgraded_from total_spend staff recognition recognised_by recognised_doc recognised_on",
	"talent: person* name* category* mode programme degree since*",
	"team: project* person* name* pay* share*",
	"conversion: name* mode* income* contracted_on* patent counterparty_name counterparty_uscc",
	"innovation: name* category* achievement achieved_on* benefit key",
	"standard: number* title* level* role* issued_on* patent",
	"small: title* kind* proposer adopted_on* benefit",
	"alliance: name* kind* partners partner_kind formed_on* role",
	"fund: name* kind* level field applied approved received received_on",
	"checklist: item* answer document date",
}

func TestDictionaryKeepsItsPromise(t *testing.T) {
	if len(form.All()) != len(contract) {
		t.Fatalf("%d forms, promised are %d", len(form.All()), len(contract))
	}
	for n, line := range contract {
		id, fields, _ := strings.Cut(line, ": ")
		f := form.All()[n]
		if f.ID != id || form.ByID(id) != f {
			t.Errorf("form %d is %s, promised is %s", n, f.ID, id)
			continue
		}
		var got []string
		for i := range f.Fields {
			name := f.Fields[i].ID
			if f.Fields[i].Required {
				name += "*"
			}
			got = append(got, name)
		}
		if want := append(strings.Fields(fields), "evidence", "remark"); !slices.Equal(got, want) {
			t.Errorf("%s has\n%v, promised\n%v", id, got, want)
		}
	}
	if form.ByID("nothing") != nil || form.ByID("spend").Field("nothing") != nil || form.ByID("spend").Index("nothing") != -1 {
		t.Error("what is not there is found")
	}
	form.All()[0] = nil
	if form.All()[0] == nil {
		t.Error("All hands out the dictionary itself")
	}
}

func TestValidateSeesWhatIsWrong(t *testing.T) {
	good := func() form.Form {
		return form.Form{
			ID: "pump", Title: inBoth("泵", "Pump"), Help: inBoth("泵。", "Pumps."), Scope: form.Register, Label: []string{"name"},
			Fields: []form.Field{{ID: "name", Title: inBoth("名称", "Name"), Help: inBoth("名。", "Name."), Kind: form.Text}},
		}
	}
	if err := form.Validate(append(form.All(), form.NewForm(good()))); err != nil {
		t.Fatalf("a form of one's own: %v", err)
	}
	rule := func(*form.Record) (text.Pair, bool) { return text.Pair{}, false }
	for want, spoil := range map[string]func(f *form.Form){
		"stands twice":            func(f *form.Form) { f.ID = "spend" },
		"lower case":              func(f *form.Form) { f.ID = "Pump" },
		"both languages":          func(f *form.Form) { f.Title.EN = "" },
		"name stands twice":       func(f *form.Form) { f.Fields = append(f.Fields, f.Fields[0]) },
		"title needs both":        func(f *form.Form) { f.Fields[0].Title.EN = "" },
		"help needs both":         func(f *form.Form) { f.Fields[0].Help.ZH = "" },
		"no form with a key":      func(f *form.Form) { f.Fields[0].Kind, f.Fields[0].Ref = form.Ref, "spend" },
		"has no codes":            func(f *form.Form) { f.Fields[0].Kind = form.CodeKind },
		"no rule for its":         func(f *form.Form) { f.Fields[0].Kind = form.ID },
		"no unit of money":        func(f *form.Form) { f.Fields[0].Kind = form.Money },
		"is no field":             func(f *form.Form) { f.Keys = [][]string{{"number"}} },
		"label names":             func(f *form.Form) { f.Label = []string{"number"} },
		"need a label":            func(f *form.Form) { f.Label = nil },
		"spend.zero stands twice": func(f *form.Form) { f.Checks = []form.Check{{ID: "spend.zero", Fields: []string{"name"}, Bad: rule}} },
		"needs fields and one":    func(f *form.Form) { f.Checks = []form.Check{{ID: "pump.x", Fields: []string{"name"}}} },
		"pump.y names":            func(f *form.Form) { f.Checks = []form.Check{{ID: "pump.y", Fields: []string{"weight"}, Bad: rule}} },
		"code \"a\" stands twice": func(f *form.Form) {
			f.Fields[0].Kind, f.Fields[0].Codes = form.CodeKind, []form.Code{codeOf("a", "甲", "A"), codeOf("a", "乙", "B")}
		},
		"pattern of its open": func(f *form.Form) {
			f.Fields[0].Kind, f.Fields[0].Codes, f.Fields[0].OpenCodes, f.Fields[0].Pattern = form.CodeKind, []form.Code{codeOf("a", "甲", "A")}, true, "["
		},
	} {
		f := good()
		spoil(&f)
		if err := form.Validate(append(form.All(), form.NewForm(f))); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want a complaint with %q, got %v", want, err)
		}
	}
}

// A code says the same whichever of its names is typed, and no two codes of a list share a name.
func TestCodesReadByEveryName(t *testing.T) {
	for _, which := range form.All() {
		for i := range which.Fields {
			f := &which.Fields[i]
			for _, c := range f.Codes {
				if f.Kind != form.CodeKind {
					continue
				}
				for _, name := range append([]string{c.ID, c.NBS, c.Title.ZH, c.Title.EN, strings.ToUpper(c.Title.EN)}, c.Also...) {
					if v, err := f.Parse(name, form.NoUnit); name != "" && (err != nil || v.Str() != c.ID) {
						t.Errorf("%s.%s: %q reads as %q, %v; want %s", which.ID, f.ID, name, v.Str(), err, c.ID)
					}
				}
			}
		}
	}
}

func TestLabels(t *testing.T) {
	for which, want := range map[string]string{
		"enterprise": "91150200MA0BT0013C", "annual": "", "rd_summary": "", "spend": "记-0001 2023-01-05", "project": "P1", "patent": "202110253000.2", "award": "证-000",
		"platform": "智慧水务重点实验室", "talent": "t1", "team": "P1+甲", "conversion": "示例合同 2023-04-20", "innovation": "示例创新 2023-10-01", "standard": "DB15/T 1234-2023",
		"small": "示例革新 2023-05-01", "alliance": "示例联盟 2023-05-01", "fund": "示例专项 2023-05-01", "checklist": "内部立项机制",
	} {
		if got := sound[which].record(t, which).Label(); got != want {
			t.Errorf("%s is labelled %q, want %q", which, got, want)
		}
	}
	for _, c := range []struct {
		form string
		w    row
		id   int64
		want string
	}{
		{"award", row{"achievement_title": "成果", "level": "市级"}, 0, "成果+市级"},
		{"talent", row{"person": "t1", "programme": "草原英才"}, 0, "t1+草原英才"},
		{"platform", row{"code": "L1", "name": "平台"}, 0, "L1"},
		{"spend", row{"date": "2023-01-05", "summary": "示例"}, 7, "2023-01-05 示例"},
		{"spend", row{}, 7, "#7"},
		{"project", row{"name": "示例项目"}, 7, "示例项目"},
		{"patent", row{"title": "示例专利"}, 7, "示例专利"},
		{"team", row{"person": "t1", "name": "示例"}, 7, "示例"},
		{"award", row{"certificate": "C++"}, 7, "C++"},
		{"spend", row{}, 0, ""},
		{"annual", row{}, 7, ""},
	} {
		r := c.w.record(t, c.form)
		if r.ID = c.id; r.Label() != c.want {
			t.Errorf("%s %v is labelled %q, want %q", c.form, c.w, r.Label(), c.want)
		}
	}
}

func TestWhatTheNextYearTakesOver(t *testing.T) {
	for _, c := range []struct {
		form string
		w    row
		want bool
	}{
		{"enterprise", nil, true},
		{"project", nil, true},
		{"project", row{"status": ""}, true},
		{"project", row{"status": "完成"}, false},
		{"project", row{"status": "终止"}, false},
		{"project", row{"end": "000000"}, false},
		{"patent", nil, true},
		{"patent", row{"status": "失效"}, false},
		{"platform", nil, true},
		{"talent", nil, true},
	} {
		f := form.ByID(c.form)
		if got := f.Persists(sound[c.form].with(c.w).record(t, c.form), 2024); got != c.want {
			t.Errorf("%s %v goes on: %v", c.form, c.w, got)
		}
	}
	for _, id := range []string{"annual", "rd_summary", "spend", "award", "team", "conversion", "innovation", "standard", "small", "alliance", "fund", "checklist"} {
		if form.ByID(id).Persists != nil {
			t.Errorf("%s is taken over", id)
		}
	}
	// What is of one year alone must not be taken over; what names the row must.
	for which, yearly := range map[string]string{
		"project":  "result stage staff person_months total_spend government_funds recognition recognised_by recognised_doc recognised_on remark",
		"platform": "total_spend staff remark", "patent": "remark", "talent": "remark", "enterprise": "remark",
	} {
		var left []string
		f := form.ByID(which)
		for i := range f.Fields {
			if !f.Fields[i].Carry {
				left = append(left, f.Fields[i].ID)
			}
		}
		if got := strings.Join(left, " "); got != yearly {
			t.Errorf("%s leaves behind %s, want %s", which, got, yearly)
		}
	}
}

func inBoth(zh, en string) text.Pair { return text.Pair{ZH: zh, EN: en} }

func codeOf(id, zh, en string) form.Code { return form.Code{ID: id, Title: inBoth(zh, en)} }
