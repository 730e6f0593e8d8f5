package entry_test

import (
	"context"
	"strings"
	"testing"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/scoring"
)

// 元 keyed as 万元 is possible, and asked about with the figures that show it.
func TestWhatIsHardlyLikelyIsAskedAbout(t *testing.T) {
	s := golden(t)
	annual := form.ByID(annualID)
	asks := func(check string, words ...string) {
		t.Helper()
		got := findings(s, check)
		if len(got) != 1 || got[0].Severity != form.Verify {
			t.Fatalf("%s: %+v", check, got)
		}
		for _, w := range words {
			if !strings.Contains(got[0].Message.ZH, w) {
				t.Errorf("%s does not say %q: %s", check, w, got[0].Message.ZH)
			}
		}
	}
	for _, f := range s.Findings() {
		for _, check := range []string{"most", "beside-last-year", "a-head", "over-revenue"} {
			if strings.HasSuffix(f.Check, check) {
				t.Errorf("the example: %s", f.Message.ZH)
			}
		}
	}
	must[entry.Outcome](t)(s.Put(annual, 0, "revenue", "60000000"))
	asks("annual.revenue-most", "6,000.00 亿元", "50000000")
	asks("annual.revenue-a-head", "46 人", "130.43 亿元")
	must[entry.Outcome](t)(s.Put(annual, 0, "revenue", "500"))
	asks("spend.over-revenue", "1,320.00 万元", "500.00 万元")
	must[entry.Outcome](t)(s.Put(annual, 0, "revenue", "80000"))
	must[entry.Outcome](t)(s.Put(annual, 0, "pay_total", "52000000"))
	asks("annual.over-revenue", "5,200.00 亿元", "8.00 亿元")
	must[entry.Outcome](t)(s.Put(annual, 0, "rd_staff", "1"))
	asks("annual.pay-a-head", "1 人", "150")
	must[entry.Outcome](t)(s.Put(form.ByID(enterpriseID), 0, "phone", "12345"))
	asks("enterprise.phone", "12345")
	must[entry.Outcome](t)(s.Put(form.ByID(enterpriseID), 0, "phone", "13904720000"))
	if got := findings(s, "enterprise.phone"); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestLastYearIsABand(t *testing.T) {
	w := newWorkspace(t)
	before := open(t, w, 2022)
	must[entry.Outcome](t)(before.Put(form.ByID(annualID), 0, "revenue", "80000"))
	must[entry.Outcome](t)(before.Put(form.ByID(summaryID), 0, "expensed", "100"))
	s := open(t, w, 2023)
	count := func(check string) int { return len(findings(s, check)) }
	for typed, want := range map[string]int{"800000": 0, "800000.01": 1, "8000": 0, "7999.99": 1, "80000": 0} {
		must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "revenue", typed))
		if got := count("annual.beside-last-year"); got != want {
			t.Errorf("revenue %s: %d findings, want %d", typed, got, want)
		}
	}
	addLine(t, s, append([]string{"date", "2023-05-05", "amount", "10000001"}, everyPart[:8]...)...)
	if count("spend.beside-last-year") != 1 {
		t.Error("ten times last year's R&D is not asked about")
	}
}

func TestOneLineOverTheOthersIsAskedAbout(t *testing.T) {
	s := golden(t)
	if err := s.CheckDeep(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := findings(s, book.CheckLineOver); len(got) != 0 {
		t.Fatalf("the example: %+v", got)
	}
	addLine(t, s, append([]string{"date", "2023-05-05", "amount", "20000000"}, everyPart...)...)
	if err := s.CheckDeep(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := append(findings(s, book.CheckLineOver), findings(s, book.CheckFarAbove)...); len(got) != 1 {
		t.Fatalf("%+v", got)
	}
	b := scoring.Bands(nil)
	for _, c := range []struct {
		fen, year, others int64
		want              bool
	}{{51, 100, 0, true}, {50, 100, 0, false}, {7, 100, 12, true}, {6, 100, 12, false}, {-90, 100, 1, false}} {
		if _, bad := b.LineOver(c.fen, c.year, c.others); bad != c.want {
			t.Errorf("%+v: %v", c, bad)
		}
	}
}
