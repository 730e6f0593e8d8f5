package scoring_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"yice/scoring"
)

// TestOutlookIsPrinted: budget, quarters and the year's end stand under a key of their own, both ends of the band with them;
// what goes into a submission has none of it, for its reader does not know last year's months.
func TestOutlookIsPrinted(t *testing.T) {
	p, f := goldenPack(t), goldenHalf(t)
	s := scoring.Evaluate(p, f)
	type end struct{ RD, Score, Assessed string }
	var printed struct {
		Outlook struct {
			Budget struct {
				AsOf    string `json:"as_of"`
				Basis   string
				Whole   string
				Spent   string
				Due     string
				Percent string
				Behind  bool
			}
			Pace []struct {
				Line     string
				Quarters [4]*struct{ Percent string }
			}
			Projection *struct {
				Method     string
				ByMonths   end  `json:"by_months"`
				ByLastYear *end `json:"by_last_year"`
				Sheet      struct {
					AsOf    string `json:"as_of"`
					Outlook any
				}
			}
		}
	}
	read := func() {
		t.Helper()
		printed.Outlook.Projection = nil
		if err := json.Unmarshal(s.JSONWith(scoring.Evaluate(p, f).Outlook(f)), &printed); err != nil {
			t.Fatal(err)
		}
	}
	read()
	b := printed.Outlook.Budget
	if b.AsOf != "2023-06" || b.Basis != "budget" || b.Whole != "1300.00" || b.Spent != "658.05" || b.Due != "650.00" || b.Percent != "50.62%" || b.Behind {
		t.Errorf("budget: %+v", b)
	}
	if len(printed.Outlook.Pace) == 0 || printed.Outlook.Pace[0].Quarters[1] == nil || printed.Outlook.Pace[0].Quarters[2] != nil {
		t.Errorf("pace: %+v", printed.Outlook.Pace)
	}
	if pr := printed.Outlook.Projection; pr == nil || pr.Method != "months" || pr.ByLastYear != nil || pr.ByMonths.RD != "1316.10" || pr.Sheet.AsOf != "2023-12" || pr.Sheet.Outlook != nil {
		t.Errorf("projection: %+v", pr)
	}
	f.PrevYear = &scoring.RD{Lines: 2, Expensed: 400, ByMonth: [13]int64{6: 100, 12: 300}}
	read()
	pr := printed.Outlook.Projection
	if pr == nil || pr.Method != "last_year" || pr.ByLastYear == nil || pr.ByMonths.RD != "1316.10" || pr.ByLastYear.RD != "2632.20" || pr.ByMonths.Assessed == pr.ByLastYear.Assessed {
		t.Errorf("by last year: %+v", pr)
	}
	whole := goldenFacts(t)
	if got := scoring.Evaluate(p, whole).JSONWith(scoring.Evaluate(p, whole).Outlook(whole)); !bytes.Contains(got, []byte(`"projection": null`)) {
		t.Error("a whole year is projected")
	}
	if bytes.Contains(s.JSON(), []byte("outlook")) {
		t.Error("the sheet itself carries an outlook")
	}
}
