package scoring_test

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// goldenMonths are the months of the example's ledger.
func goldenMonths(t testing.TB) *scoring.Months {
	t.Helper()
	var months scoring.Months
	lines := readForm(t, "../examples/golden-2023/2023", "spend")
	for m := 1; m <= 12; m++ {
		months[m] = ledgerOf(slices.DeleteFunc(slices.Clone(lines), func(r *form.Record) bool {
			return r.Str("date")[5:7] != monthText(m)
		}))
	}
	return &months
}

func monthText(m int) string { return string([]byte{byte('0' + m/10), byte('0' + m%10)}) }

// goldenHalf is the example in June: figures of half a year, and a ledger that goes on to December.
func goldenHalf(t testing.TB) *scoring.Facts {
	t.Helper()
	f := goldenFacts(t)
	f.AsOf = 6
	f.Annual.Set("as_of", form.S("202306"))
	f.Annual.Set("revenue", form.N(40_000_0000_00))
	f.Annual.Set("profit", form.N(1_600_0000_00))
	f.Ledger = f.Ledger.UpTo(6, goldenMonths(t))
	f.Prev, f.PrevYear = nil, f.Prev
	return f
}

// TestHalfAYear: ratios take the same months of both parts; what the ledger has beyond them is said and not counted; growth
// over a year known as a whole only is not comparable, and costs nothing but itself.
func TestHalfAYear(t *testing.T) {
	f := goldenHalf(t)
	if got := f.Ledger.Total(); got != 658_050_018 {
		t.Fatalf("%d 分 to June", got)
	}
	s := scoring.Evaluate(goldenPack(t), f)
	var printed struct {
		AsOf string `json:"as_of"`
	}
	if err := json.Unmarshal(s.JSON(), &printed); err != nil || printed.AsOf != "2023-06" {
		t.Errorf("as of %q %v", printed.AsOf, err)
	}
	l := s.Line("rd_intensity")
	if l.Score.Confirmed.String() != "18.28" || l.ValueText != "1.65%" { // 658.05 ÷ 40,000 ÷ 1.80% × 20
		t.Errorf("intensity %s of %s", l.Score.Confirmed, l.ValueText)
	}
	if l = s.Line("rd_growth"); l.Status != scoring.NotComparable || l.Score.Pending.Sign() != 0 || l.Unfilled.String() != "10.00" {
		t.Errorf("growth: %+v %v %v", l.Status, l.Score, l.Unfilled)
	}
	for _, want := range []string{"不可比", "月以后"} {
		if said := written(s, text.ZH); !strings.Contains(said, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	w := s.Line("addback")
	if w.Exact == nil || w.Score.Confirmed.Sign() <= 0 || w.Score.Confirmed.Rat().Cmp(big.NewRat(659, 1)) > 0 {
		t.Errorf("add-back of half a year %v", w.Score)
	}
	same := scoring.RD{FromSummary: true, Expensed: 500_0000_00}
	f.Prev = &same
	if l = scoring.Evaluate(goldenPack(t), f).Line("rd_growth"); l.Status == scoring.NotComparable || l.ValueText != "31.61%" {
		t.Errorf("growth over the same months: %v %s", l.Status, l.ValueText)
	}
}

// TestProjectionScalesEveryFlowAlike: half a year of R&D beside half a year of revenue keeps its intensity.
func TestProjectionScalesEveryFlowAlike(t *testing.T) {
	p, f := goldenPack(t), goldenHalf(t)
	pr, ok := scoring.Project(f)
	if !ok || pr.Profile || pr.Year != 2*658_050_018 || pr.AsOfMonth != 6 || !strings.Contains(pr.Say.ZH, "按月数") {
		t.Fatalf("%+v", pr)
	}
	then := scoring.Evaluate(p, pr.Facts)
	if l := then.Line("rd_intensity"); l.Score.Confirmed.String() != "18.28" {
		t.Errorf("intensity at the year's end %s", l.Score.Confirmed)
	}
	if then.AsOf != 12 || then.Book.String() != "3200.00" || then.Line("rd_growth").Status == scoring.NotComparable {
		t.Errorf("%d %v %v", then.AsOf, then.Book, then.Line("rd_growth").Status)
	}
	// Last year spent a quarter by June: this one is expected to spend four times as much by December.
	f.PrevYear = &scoring.RD{Lines: 2, Expensed: 400, ByMonth: [13]int64{6: 100, 12: 300}}
	pr, ok = scoring.Project(f)
	if !ok || !pr.Profile || pr.Year != 4*658_050_018 || pr.Low() != 2*658_050_018 || pr.High() != 4*658_050_018 || !strings.Contains(pr.Say.ZH, "按上年各月进度") {
		t.Errorf("%+v", pr)
	}
	if l := scoring.Evaluate(p, pr.Facts).Line("rd_intensity"); l.Score.Confirmed.String() != "18.28" {
		t.Errorf("intensity by last year's months %s", l.Score.Confirmed)
	}
	if _, ok := scoring.Project(goldenFacts(t)); ok {
		t.Error("a whole year is projected")
	}
}

// TestLinearYearCutAnywhere: a year whose flows are even, cut at any month, is projected to its own figures.
func TestLinearYearCutAnywhere(t *testing.T) {
	p := goldenPack(t)
	rapid.Check(t, func(rt *rapid.T) {
		month := rapid.IntRange(1, 11).Draw(rt, "month")
		each := func(what string) int64 { return rapid.Int64Range(1, 90_0000_00).Draw(rt, what) }
		expensed, government, capitalised := each("expensed"), each("government"), each("capitalised")
		government = min(government, expensed)
		revenue, profit, pay, income, built := each("revenue")*60, each("profit")-40_0000_00, each("pay")*2, each("income"), each("built")*2
		prev := &scoring.RD{FromSummary: true, Expensed: each("before") * 12}
		year := func(n int64, asOf int) *scoring.Facts {
			f := &scoring.Facts{USCC: "91150200MA0BT0013C", Type: "功能型", Year: 2023, AsOf: asOf, PrevYear: prev}
			f.Annual = form.NewRecord(form.ByID("annual"))
			f.Annual.Set("revenue", form.N(revenue*n))
			f.Annual.Set("profit", form.N(profit*n))
			f.Annual.Set("pay_total", form.N(pay*n))
			f.Annual.Set("pay_performance", form.N(pay*n/2))
			f.Registers = map[string][]*form.Record{}
			for m := range n {
				c := form.NewRecord(form.ByID("conversion"))
				c.Set("name", form.S(monthText(int(m)+1)))
				c.Set("income", form.N(income))
				f.Registers["conversion"] = append(f.Registers["conversion"], c)
			}
			f.Ledger = scoring.RD{Lines: n, Expensed: expensed * n, ExpensedGovernment: government * n, Capitalised: capitalised * n}
			f.Ledger.ByProject, f.Ledger.ByPlatform = map[string]int64{"P1": capitalised * n}, map[string]int64{"L1": expensed * n}
			f.Registers["project"] = []*form.Record{recognisedRow("project", map[string]string{
				"code": "P1", "name": "项目", "level": "自治区级", "major": form.Yes, "tackle": form.Yes, "start": "202301", "end": "202312",
			}, "total_spend", built*n)}
			f.Registers["platform"] = []*form.Record{recognisedRow("platform", map[string]string{
				"code": "L1", "name": "中心", "kind": "企业技术中心", "level": "自治区级", "nature": "新建", "established_on": "2023-01-05",
			}, "total_spend", built*n)}
			member := form.NewRecord(form.ByID("team"))
			member.Set("project", form.S("P1"))
			member.Set("person", form.S("1"))
			member.Set("pay", form.N(pay*n))
			member.Set("share", form.N(500_000))
			f.Registers["team"] = []*form.Record{member}
			return f
		}
		whole := year(12, 12)
		whole.Prev = prev
		pr, ok := scoring.Project(year(int64(month), month))
		if !ok {
			rt.Fatal("not projected")
		}
		got, want := scoring.Evaluate(p, pr.Facts), scoring.Evaluate(p, whole)
		for k, v := range flat(want) {
			if g := flat(got)[k]; g != v {
				rt.Errorf("%s: projected %s, the year %s", k, g, v)
			}
		}
	})
}

// recognisedRow is a row of a register with its recognition and one amount.
func recognisedRow(register string, values map[string]string, field string, fen int64) *form.Record {
	r := form.NewRecord(form.ByID(register))
	for id, v := range values {
		r.Set(id, form.S(v))
	}
	r.Set("recognition", form.S(form.Recognised))
	r.Set("recognised_by", form.S("内蒙古自治区科学技术厅"))
	r.Set("recognised_doc", form.S("内科发〔2023〕1号"))
	r.Set("recognised_on", form.S("2023-01-31"))
	r.Set(field, form.N(fen))
	return r
}

// TestProjectionOfNothing: a half year without R&D has flows all the same; reversals beyond what was spent are no pace.
func TestProjectionOfNothing(t *testing.T) {
	f := goldenHalf(t)
	f.Ledger = scoring.RD{}
	pr, ok := scoring.Project(f)
	if !ok || pr.Year != 0 || scoring.Evaluate(goldenPack(t), pr.Facts).Book.String() != "3200.00" {
		t.Errorf("without R&D: %v %+v", ok, pr)
	}
	f.Ledger.Expensed = -1
	if _, ok := scoring.Project(f); ok {
		t.Error("reversals are projected")
	}
	f.Ledger, f.Annual = scoring.RD{}, nil
	if _, ok := scoring.Project(f); ok {
		t.Error("nothing at all is projected")
	}
	f = goldenHalf(t) // what R&D came to by a summary goes by months
	f.Ledger = scoring.RD{FromSummary: true, Expensed: 100_00}
	if pr, ok := scoring.Project(f); !ok || pr.Year != 200_00 || pr.Profile {
		t.Errorf("from a summary: %v %+v", ok, pr)
	}
}

// TestProfileBesideASummary: how last year went month by month is its ledger's to say, whatever its summary came to.
func TestProfileBesideASummary(t *testing.T) {
	f := goldenHalf(t)
	f.PrevYear = &scoring.RD{FromSummary: true, Expensed: 900, ByMonth: [13]int64{6: 100, 12: 300}}
	if pr, ok := scoring.Project(f); !ok || !pr.Profile || pr.Year != 4*658_050_018 {
		t.Errorf("%v %+v", ok, pr)
	}
}

// TestKeyProjectsRunToTheSameMonth: what a rate by project looks at, and what is taken off the spending on a project or a
// platform, goes no further than the rest.
func TestKeyProjectsRunToTheSameMonth(t *testing.T) {
	var months scoring.Months
	months[6] = scoring.RD{Lines: 1, Expensed: 100, OwnByProject: map[string]int64{"P1": 100}, ByProject: map[string]int64{"P1": 100}, ByPlatform: map[string]int64{"L1": 100}}
	months[9] = scoring.RD{Lines: 1, Expensed: 400, OwnByProject: map[string]int64{"P1": 400}, ByProject: map[string]int64{"P1": 400}, ByPlatform: map[string]int64{"L1": 400}}
	year := scoring.RD{Lines: 2, Expensed: 500, OwnByProject: map[string]int64{"P1": 500}, ByProject: map[string]int64{"P1": 500}, ByPlatform: map[string]int64{"L1": 500}}
	if got := year.UpTo(6, &months); got.OwnByProject["P1"] != 100 || got.ByProject["P1"] != 100 || got.ByPlatform["L1"] != 100 || got.After.Amount != 400 {
		t.Errorf("%+v", got)
	}
	if year.OwnByProject["P1"] != 500 || year.ByProject["P1"] != 500 {
		t.Error("the year itself was changed")
	}
}

// TestQuartersNotBegun: what has not begun is neither a figure nor late.
func TestQuartersNotBegun(t *testing.T) {
	f := goldenHalf(t)
	f.AsOf = 4
	for _, pl := range scoring.Evaluate(goldenPack(t), f).Pace() {
		for q, want := range [4]bool{true, true, false, false} {
			if got := pl.Quarters[q]; got.Begun != want || !got.Begun && (got.Behind || got.Value != nil) {
				t.Errorf("%s quarter %d: %+v", pl.Line, q+1, got)
			}
		}
		if pl.Latest() != &pl.Quarters[1] && pl.Latest().Text != pl.Quarters[1].Text {
			t.Errorf("%s: latest %+v", pl.Line, pl.Latest())
		}
	}
}
