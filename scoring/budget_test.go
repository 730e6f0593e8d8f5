package scoring_test

import (
	"strings"
	"testing"

	"yice/form"
	"yice/scoring"
)

// TestSpentOfTheBudget: what was spent is held against an even pace of the budget, else against last year's months, else
// against nothing.
func TestSpentOfTheBudget(t *testing.T) {
	f := goldenHalf(t)
	s, ok := scoring.SpentOf(f)
	if !ok || !s.Budget || s.Percent.String() != "50.62" || s.DueShare.String() != "50.00" || s.Behind || !strings.Contains(s.Say().ZH, "1,300.00") {
		t.Errorf("%+v", s)
	}
	f.Annual.Set("rd_budget", form.N(1_400_0000_00))
	if s, _ := scoring.SpentOf(f); !s.Behind || s.Percent.String() != "47.00" {
		t.Errorf("of a larger budget: %+v", s)
	}
	f.Annual.Set("rd_budget", form.Value{})
	f.PrevYear = &scoring.RD{Lines: 2, Expensed: 800_0000_00, ByMonth: [13]int64{6: 200_0000_00, 12: 600_0000_00}}
	if s, ok := scoring.SpentOf(f); !ok || s.Budget || s.DueShare.String() != "25.00" || s.Percent.String() != "82.26" || s.Behind {
		t.Errorf("by last year: %+v", s)
	}
	if s, _ := scoring.SpentOf(f); s.DueBy[5] != 0 || s.DueBy[6] != 200_0000_00 || s.DueBy[12] != 800_0000_00 {
		t.Errorf("by last year's months: %v", s.DueBy)
	}
	f.PrevYear = nil
	if s, ok := scoring.SpentOf(f); ok {
		t.Errorf("by nothing: %+v", s)
	}
	whole := goldenFacts(t)
	if s, _ := scoring.SpentOf(whole); s.DueShare.String() != "100.00" || s.Percent.String() != "101.54" {
		t.Errorf("a whole year: %+v", s)
	}
}
