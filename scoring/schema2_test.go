package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// schema2 is the example pack in schema 2 with sections added.
func schema2(t *testing.T, sections string) []byte {
	return swapped(t, "schema     = 1", "schema     = 2", "# ───────────── 一企一策 ─────────────\n", sections)
}

const pointsOff = `
[[deduction]]
id = "refused_projects"
name = "未通过验收的项目"
clauses = ["C16"]
by = "rows"
register = "project"
where = { tackle = ["否"] }
each = 2
cap = 3
assumed = ["each", "cap"]

[[deduction]]
id = "safety"
name = "安全与诚信"
clauses = ["C16"]
by = "items"
items = ["按时报送统计数据", "无弄虚作假"]
each = 1.5
assumed = ["each"]

[[deduction]]
id = "regulator"
name = "国资委扣分"
clauses = ["C16"]
by = "entered"
points = 0
overridable = ["points"]
assumed = ["points"]
`

const followed = `
[[track]]
id = "patents_applied"
name = "发明专利申请"
clauses = ["C01"]
measure = { kind = "value", field = "patent.invention_applied" }

[[track]]
id = "standards"
name = "标准"
clauses = ["C27"]
measure = { kind = "count", register = "standard", year_by = "issued_on" }
`

const graded = `
[grades]
clauses = ["C16"]
from = { A = 90, B = 80, C = 60 }
last = "D"
lower = ["deduction"]
shares = { A = "20%" }
assumed = ["from", "shares"]
`

func factsOf(registers map[string][]*form.Record) *scoring.Facts {
	return &scoring.Facts{USCC: exampleUSCC, Name: "示例", Type: "功能型", Year: 2023, Registers: registers}
}

func TestPointsOff(t *testing.T) {
	p := loaded(t, schema2(t, pointsOff))
	f := factsOf(map[string][]*form.Record{
		"project":   {registerRow(t, "project", "code", "P1", "tackle", "否"), registerRow(t, "project", "code", "P2", "tackle", "否"), registerRow(t, "project", "code", "P3", "tackle", "是")},
		"checklist": {registerRow(t, "checklist", "item", "按时报送统计数据", "answer", "否")},
	})
	s := scoring.Evaluate(p, f)
	var got []string
	for i := range s.Deductions {
		got = append(got, s.Deductions[i].Score.Confirmed.String())
	}
	if want := []string{"3.00", "1.50", "0.00"}; !slices.Equal(got, want) || s.DeductionTotal.Confirmed.String() != "4.50" { // two rows at 2, at most 3
		t.Error(got, s.DeductionTotal)
	}
	if !strings.Contains(string(s.JSON()), `"deductions": {`) {
		t.Error("the JSON has no deductions")
	}
	if a := s.Account().Section("deductions"); a == nil || len(a.Rows) != 4 || a.Rows[3].Cells[0].Text.ZH != "4.50" {
		t.Errorf("%+v", a)
	}
	for i := range s.Deductions {
		if e, ok := s.Explain(s.Deductions[i].ID); !ok || len(e.Paragraphs) < 3 {
			t.Errorf("%s: %+v", s.Deductions[i].ID, e)
		}
	}
	for _, d := range scoring.Evaluate(p, f).Findings() { // the item is asked for
		if d.Check == "scoring.item" {
			t.Error(d)
		}
	}
	if items := p.ChecklistItems(exampleUSCC); items[len(items)-1].Text != "无弄虚作假" && items[len(items)-2].Text != "无弄虚作假" {
		t.Error(items)
	}
}

// TestPointsOffAreExplained: each way in its own words, with what is pending, and the sum.
func TestPointsOffAreExplained(t *testing.T) {
	p := loaded(t, schema2(t, strings.Replace(pointsOff, "each = 2\n", "each = 2\nevidence = \"认定\"\n", 1)))
	f := factsOf(map[string][]*form.Record{
		"project":   {registerRow(t, "project", "code", "P1", "tackle", "否")},
		"checklist": {registerRow(t, "checklist", "item", "按时报送统计数据", "answer", "否")},
	})
	s := scoring.Evaluate(p, f)
	said := func(id string, label text.Pair) string {
		e, _ := s.Explain(id)
		for _, p := range e.Paragraphs {
			if p.Label == label {
				return p.Lines[0].ZH
			}
		}
		return ""
	}
	for _, c := range []struct {
		id    string
		label text.Pair
		want  string
	}{
		{"refused_projects", text.ScoreLabelFormula, "min(3, 0 × 2) = 0.0000 → 0.00"},
		{"refused_projects", text.ScoreLabelPending, "min(3, 1 × 2) = 2.0000 → 2.00"},
		{"safety", text.ScoreLabelRule, "答「否」的项数，共 2 项；没答的不扣分"},
		{"deductions", text.ScoreLabelFormula, "0.00 + 1.50 + 0.00 = 1.50 分"},
		{"deductions", text.ScoreLabelPending, "2.00 + 1.50 + 0.00 = 3.50 分"},
	} {
		if got := said(c.id, c.label); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.id, c.label.ZH, got, c.want)
		}
	}
}

// TestPointsOffRefuseIdleKeys: a key that the way of a deduction has no use for is not passed over.
func TestPointsOffRefuseIdleKeys(t *testing.T) {
	got := errorsOf(t, schema2(t, strings.Replace(pointsOff, "points = 0\n", "points = 0\nitems = [\"安全\"]\n", 1)))
	if len(got) != 1 || !strings.HasSuffix(got[0], `deduction.regulator.items: by = "entered" 用不到 items。请删去。`) {
		t.Error(got)
	}
}

// TestRegulatorTakesOff: what the regulator takes off one enterprise is an override with its reason.
func TestRegulatorTakesOff(t *testing.T) {
	source := schema2(t, pointsOff)
	own, err := scoring.SetOverride(source, scoring.Enterprise{USCC: "91150200MA0BT00217", Name: "另一家", Type: "竞争型"}, "deduction.regulator.points", "2.5", "通报批评 1 号")
	if err != nil {
		t.Fatal(err)
	}
	f := factsOf(nil)
	f.USCC, f.Type = "91150200MA0BT00217", "竞争型"
	s := scoring.Evaluate(loaded(t, own), f)
	if l := s.Line("regulator"); l.Score.Confirmed.String() != "2.50" {
		t.Error(l.Score)
	}
}

func TestTracks(t *testing.T) {
	p := loaded(t, schema2(t, followed))
	f := factsOf(map[string][]*form.Record{
		"patent": {
			registerRow(t, "patent", "kind", "发明", "applied_on", "2023-05-10"), registerRow(t, "patent", "kind", "发明", "applied_on", "2023-06-10"),
			registerRow(t, "patent", "kind", "发明", "applied_on", "2022-06-10"),
		},
		"standard": {registerRow(t, "standard", "issued_on", "2023-02-01")},
	})
	s := scoring.Evaluate(p, f)
	without := scoring.Evaluate(loaded(t, examplePackFile(t)), f)
	if s.Innovation != without.Innovation || s.BonusTotal != without.BonusTotal || !slices.Equal(s.Missing, without.Missing) {
		t.Error("a track changes a figure of the score")
	}
	a := s.Account().Section("tracks")
	if a == nil || len(a.Rows) != 2 {
		t.Fatalf("%+v", a)
	}
	cells := func(r int) (all []string) {
		for _, c := range a.Rows[r].Cells {
			all = append(all, c.Text.ZH)
		}
		return all
	}
	if got := cells(0); !slices.Equal(got, []string{"2", "1", text.TrendUp.ZH, "0"}) {
		t.Error(got)
	}
	// No standard of last year is in this year's register: nothing is known of it, which is not nothing.
	if got := cells(1); !slices.Equal(got, []string{"1", "", "", "1"}) {
		t.Error(got)
	}
	if e, ok := s.Explain("standards"); !ok || len(e.Used) != 1 {
		t.Errorf("%+v", e)
	}
	if j := string(s.JSON()); !strings.Contains(j, `"last_year": "1"`) || !strings.Contains(j, `"evidence": [`) {
		t.Error(j)
	}
}

// TestGrades: a grade is the highest whose bound the score reaches, one lower where points are off.
func TestGrades(t *testing.T) {
	g := loaded(t, schema2(t, graded)).Grades
	if got := g.Names(); !slices.Equal(got, []string{"A", "B", "C", "D"}) {
		t.Fatal(got)
	}
	for _, c := range []struct {
		units int64
		off   bool
		want  string
	}{{9000, false, "A"}, {8999, false, "B"}, {9000, true, "B"}, {6000, false, "C"}, {6000, true, "D"}, {0, false, "D"}, {0, true, "D"}} {
		if got := g.Word(scoring.Dec{c.units, 2}.Rat(), c.off, false); got != c.want {
			t.Errorf("%d %v: %s, want %s", c.units, c.off, got, c.want)
		}
	}
	s := scoring.Evaluate(loaded(t, schema2(t, graded+pointsOff)), factsOf(nil))
	if s.Grade != "D" || !strings.Contains(string(s.JSON()), `"grade": "D"`) || s.Account().Section("grade") == nil {
		t.Error(s.Grade)
	}
}

// TestSchemaOne: a pack of the first schema has none of it, says so where it tries, and reads as before.
func TestSchemaOne(t *testing.T) {
	got := errorsOf(t, swapped(t, "# ───────────── 一企一策 ─────────────\n", followed))
	checkErrors(t, got, []string{"314:3 track: [track] 要政策包格式 2：把 [pack] 的 schema 改成 2"})
	j := string(scoring.Evaluate(loaded(t, examplePackFile(t)), factsOf(nil)).JSON())
	for _, key := range []string{`"tracks"`, `"deductions"`, `"grade"`} {
		if strings.Contains(j, key) {
			t.Error(key)
		}
	}
}
