package scoring_test

import (
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

func TestFactCatalogue(t *testing.T) {
	empty := &scoring.Facts{Year: 2023}
	seen := map[string]bool{}
	for _, c := range scoring.FactCatalogue() {
		if seen[c.ID] || c.Title.ZH == "" || c.Title.EN == "" || c.How.ZH == "" || c.How.EN == "" {
			t.Errorf("%+v", c)
		}
		seen[c.ID] = true
		register, field, _ := strings.Cut(c.Source, ".")
		f := form.ByID(register)
		if f == nil || field != "" && f.Field(field) == nil {
			t.Errorf("%s has no source %s", c.ID, c.Source)
		}
		again, ok := scoring.FactByID(c.ID)
		if !ok || again.ID != c.ID {
			t.Error(c.ID)
		}
		v, missing := scoring.FactValue(empty, c.ID)
		figure := register == "annual" || strings.HasPrefix(c.ID, "rd.")
		if missing != figure || !missing && v.Sign() != 0 {
			t.Errorf("%s of an empty year: %v %v", c.ID, v, missing)
		}
	}
	for _, id := range []string{"rd.total", "rd.total_prev", "rd.government_prev", "fin.revenue", "fin.rd_recognised", "conversion.income", "annual.rd_staff", "annual.revenue"} {
		if !seen[id] {
			t.Error(id)
		}
	}
	for _, id := range []string{"", "rd", "annual.", "annual.nothing", "fin.staff"} {
		if v, missing := scoring.FactValue(empty, id); v != nil || !missing {
			t.Error(id, v, missing)
		}
	}
}

// registerRow makes a row of a register out of field, value, field, value.
func registerRow(t *testing.T, register string, cells ...string) *form.Record {
	t.Helper()
	f := form.ByID(register)
	r := form.NewRecord(f)
	for i := 0; i < len(cells); i += 2 {
		v, err := f.Field(cells[i]).Parse(cells[i+1], form.Yuan)
		if err != nil {
			t.Fatal(cells[i], err)
		}
		r.Set(cells[i], v)
	}
	return r
}

func TestFactValues(t *testing.T) {
	f := &scoring.Facts{
		Year:   2023,
		Annual: registerRow(t, "annual", "revenue", "800000000.01", "rd_staff", "46"),
		Registers: map[string][]*form.Record{
			"patent": {
				registerRow(t, "patent", "kind", "发明", "status", "授权", "applied_on", "2021-05-10", "granted_on", "2023-08-10"),
				registerRow(t, "patent", "kind", "发明", "status", "授权", "applied_on", "2020-05-10", "granted_on", "2022-08-10"),
				registerRow(t, "patent", "kind", "发明", "status", "实审", "applied_on", "2023-05-14"),
				registerRow(t, "patent", "kind", "实用新型", "status", "授权", "applied_on", "2023-01-10", "granted_on", "2023-12-31"),
			},
			"conversion": {registerRow(t, "conversion", "income", "4250000.01"), registerRow(t, "conversion", "income", "-1"), registerRow(t, "conversion", "name", "无金额")},
			"project":    {registerRow(t, "project", "major", "是", "total_spend", "100"), registerRow(t, "project", "major", "否", "tackle", "是")},
		},
		Ledger: scoring.RD{Lines: 2, Expensed: 1_000_000, ExpensedGovernment: 250_000, Capitalised: 500_000, CapitalisedGovernment: 100, Original: 7},
		Prev:   &scoring.RD{Expensed: 900_000, ExpensedGovernment: 1, Capitalised: 3},
	}
	for id, want := range map[string]string{
		"rd.total": "3/2", "rd.total_prev": "900003/1000000", "rd.expensed": "1", "rd.government": "1/4", "rd.own": "3/4",
		"rd.own_prev": "899999/1000000", "rd.capitalised": "1/2", "rd.capitalised_government": "1/10000", "rd.original": "7/1000000",
		"fin.revenue": "80000000001/1000000", "annual.rd_staff": "46", "annual.revenue": "80000000001/1000000",
		"patent.applied": "2", "patent.granted": "2", "patent.in_force": "3", "patent.invention_applied": "1",
		"patent.invention_granted": "1", "patent.invention_granted_prev": "1", "patent.invention_in_force": "2",
		"conversion.count": "3", "project.major": "1", "project.tackle": "1", "project.spend": "1/100", "award.count": "0",
	} {
		v, missing := scoring.FactValue(f, id)
		if missing || v.RatString() != want {
			t.Error(id, v, missing)
		}
	}
	if v, missing := scoring.FactValue(f, "conversion.income"); missing || v.FloatString(6) != "424.999901" {
		t.Error(v, missing)
	}
	if _, missing := scoring.FactValue(f, "fin.profit"); !missing {
		t.Error("an empty figure is not missing")
	}
	// A ledger of a line of 0.00, of lines later in the year only, or of a summary is a ledger; one of strays is not begun.
	for _, c := range []struct {
		ledger scoring.RD
		known  bool
	}{
		{scoring.RD{}, false},
		{scoring.RD{Lines: 1}, true},
		{scoring.RD{After: scoring.Blank{Lines: 1, Amount: 5}}, true},
		{scoring.RD{FromSummary: true}, true},
		{scoring.RD{Outside: scoring.Blank{Lines: 3, Amount: 9}}, false},
	} {
		if v, missing := scoring.FactValue(&scoring.Facts{Ledger: c.ledger}, "rd.total"); missing == c.known || c.known && v.Sign() != 0 {
			t.Errorf("%+v: %v, missing %v", c.ledger, v, missing)
		}
	}
}
