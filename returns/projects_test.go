package returns

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
)

func TestProjectRules(t *testing.T) {
	for _, c := range []struct {
		name  string
		cells []string
		yuan  int64 // ledger lines of the project
		want  string
		not   string
	}{
		{"sound", []string{"staff=3", "person_months=20.5", "total_spend=1000000"}, 1_000_000, "", "*"},
		{"no spending", []string{"total_spend=0"}, 0, "107-1.10>0", ""},
		{"reversed to nothing", nil, -1, "107-1.10>0", ""},
		{"spent outside the ledger", []string{"total_spend=1000.01"}, 1000, "project.spend-outside-ledger", ""},
		{"spent less than the ledger", []string{"total_spend=999.99"}, 1000, "project.spend-below-ledger", ""},
		{"spent what the ledger has", []string{"total_spend=1000"}, 1000, "", "*"},
		{"total not keyed", nil, 1000, "", "*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t).project("P1", c.cells...).line(Sum{Category: "直接投入"}, 1000)
			if c.yuan != 0 {
				d.line(Sum{Category: "直接投入", Project: "P1"}, c.yuan)
			}
			found := d.findings()
			if c.want != "" && !slices.Contains(found, c.want) {
				t.Errorf("found %v, want %s", found, c.want)
			}
			if c.not == "*" && len(found) > 0 || slices.Contains(found, c.not) {
				t.Errorf("found %v, want none of %s", found, c.not)
			}
			for _, f := range Findings(d.in) {
				if f.Form == "project" && f.Row != 0 && (f.Key != "P1" || !strings.Contains(f.Message.ZH, "P1")) {
					t.Errorf("%s does not say which project: key %q, %s", f.Check, f.Key, f.Message.ZH)
				}
			}
		})
	}
}

// What one row answers for is said by its form, and by nobody else.
func TestNothingIsSaidTwice(t *testing.T) {
	d := newDesk(t).annual("rd_staff=46", "rd_staff_bachelor=50", "institution_staff=60", "rd_assets=1", "rd_assets_equipment=2", "equipment_value=1", "institutions=0")
	d.project("P1", "start=202306", "end=202305", "staff=0", "person_months=0").line(Sum{Category: "人员人工", Project: "P1"}, 100_000)
	if found := d.findings(); !slices.Equal(found, []string{"107-2.no-institution"}) {
		t.Errorf("found %v", found)
	}
	var own []string
	for _, r := range []*form.Record{d.in.Annual, d.in.Registers["project"][0]} {
		for _, f := range r.Form.Check(r, 2023) {
			own = append(own, f.Check)
		}
	}
	for _, want := range []string{"annual.staff-bachelor", "annual.institution-staff", "annual.assets-equipment", "annual.equipment-institutions", "project.start-after-end", "project.staff-zero"} {
		if !slices.Contains(own, want) {
			t.Errorf("%s is said by nobody: %v", want, own)
		}
	}
}

func TestWhichProjectsAreOnTheReturn(t *testing.T) {
	d := newDesk(t)
	d.project("B", "start=202201", "end=202312")
	d.project("A", "start=202001", "end=202112")
	d.project("C", "start=202001", "end=202112")
	d.project("D", "start=202405", "end=202412")
	d.project("E", "start=202001", "end=000000")
	d.line(Sum{Category: "直接投入", Project: "C", Source: "政府部门"}, 500).line(Sum{Category: "委托外部", Counterparty: "境外机构", Project: "C"}, 700)
	var got []string
	for i, row := range Table1071(d.in) {
		got = append(got, row.Record.Key())
		if row.Number != i+1 {
			t.Errorf("row %d has number %d", i+1, row.Number)
		}
		if row.Record.Key() == "C" && (row.Spend.Exact != 120_000 || row.Government.Exact != 50_000 || row.Own.Exact != 50_000 || row.Commissioned.Exact != 70_000) {
			t.Errorf("C: %+v", row)
		}
	}
	if want := []string{"B", "C", "E"}; !slices.Equal(got, want) {
		t.Errorf("on 107-1: %v, want %v", got, want)
	}
}

func TestGovernmentFundsOnlyWithoutLines(t *testing.T) {
	d := newDesk(t).project("A", "government_funds=3000").project("B", "government_funds=3000")
	d.line(Sum{Category: "直接投入", Project: "B"}, 500)
	rows := Table1071(d.in)
	if got := rows[0].Government; got != known(300_000) {
		t.Errorf("without lines the keyed figure counts: %+v", got)
	}
	if got := rows[1].Government; got != known(0) {
		t.Errorf("with lines they count: %+v", got)
	}
	if got := d.findings(); !slices.Contains(got, "107-1.10>=11") {
		t.Errorf("3 千元 of 0 pass: %v", got)
	}
}

func TestTwoRowsWithOneCodeShareNoMoney(t *testing.T) {
	d := newDesk(t).project("A").project("A").line(Sum{Category: "直接投入", Project: "A"}, 500)
	var sum int64
	for _, row := range Table1071(d.in) {
		sum += row.Spend.Exact
	}
	if sum != 50_000 {
		t.Errorf("the lines of one code are shown as %d 分, want 50000", sum)
	}
}

func TestAcrossTheReturns(t *testing.T) {
	d := newDesk(t).annual("rd_staff=1").project("A", "staff=9", "person_months=12.1").line(Sum{Category: "人员人工", Project: "A"}, 100_000)
	if found := d.findings(); !slices.Contains(found, "107.1x12>=9") {
		t.Errorf("12.1 person-months of one person pass: %v", found)
	}
	d = newDesk(t).annual("rd_staff=1").project("A", "staff=9", "person_months=12").line(Sum{Category: "人员人工", Project: "A"}, 100_000)
	if found := d.findings(); len(found) != 0 {
		t.Errorf("found %v", found)
	}
	d = newDesk(t).project("A", "government_funds=3000").line(Sum{Category: "设计"}, 100_000)
	if found := d.findings(); !slices.Contains(found, "107.43>=11") {
		t.Errorf("projects have more government funds than the year: %v", found)
	}
	d = newDesk(t).project("A").line(Sum{Category: "设计", Project: "A"}, 100_000).line(Sum{Category: "设计"}, -1)
	if found := d.findings(); !slices.Contains(found, "107.7>=10") {
		t.Errorf("projects spent more than the year: %v", found)
	}
}

func TestLabourCostOfAMonth(t *testing.T) {
	for yuan, want := range map[int64]bool{21_999: true, 22_000: false, 500_000: false, 500_001: true} {
		d := newDesk(t).annual("rd_staff=5").project("A", "staff=5", "person_months=10").line(Sum{Category: "人员人工"}, yuan)
		if got := slices.Contains(d.findings(), "107.labour-per-month"); got != want {
			t.Errorf("%d 元 for 10 months: found %v, want %v", yuan, got, want)
		}
	}
	d := newDesk(t).project("A", "person_months=10").line(Sum{Category: "人员人工"}, 10_000)
	if say := d.message("107.labour-per-month"); !strings.Contains(say, "1,000 元/人月") {
		t.Error(say)
	}
}

func TestOldProjectUnderANewCode(t *testing.T) {
	for _, c := range []struct {
		earlier, code, name string
		want                bool
	}{
		{"城市供水管网漏损智能识别技术研究", "N1", "城市供水管网漏损智能识别技术研究（二期）", true},
		{"城市供水管网漏损智能识别技术研究", "N1", "城市供水管网漏损 智能识别 技术研究", true},
		{"城市供水管网漏损智能识别技术研究", "OLD", "城市供水管网漏损智能识别技术研究", false},
		{"城市供水管网漏损智能识别技术研究", "N1", "再生水深度处理膜污染控制技术攻关", false},
		{"一二三四五", "N1", "一二三四六", false}, // 80% is not above 80%
		{"一二三四五六", "N1", "一二三四五七", true},
	} {
		d := newDesk(t).project(c.code, "name="+c.name).line(Sum{Category: "设计", Project: c.code}, 1)
		d.in.Earlier = []*form.Record{record(t, "project", 1, "code=OLD", "name="+c.earlier)}
		if got := slices.Contains(d.findings(), "project.old-name"); got != c.want {
			t.Errorf("%q beside %q (%s): found %v, want %v", c.name, c.earlier, c.code, got, c.want)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"甲", "", 1}, {"甲乙丙", "甲丙", 1}, {"甲乙丙", "乙丙丁", 2}, {"kitten", "sitting", 3}} {
		if got := edits([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("edits(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
