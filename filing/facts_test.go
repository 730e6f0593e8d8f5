package filing

import (
	"testing"

	"yice/scoring"
)

// TestPriorOfPartOfAYear: a year that runs to June goes with the same months of the year before, else with the whole of it,
// which a second reader finds as little comparable as the first.
func TestPriorOfPartOfAYear(t *testing.T) {
	half, whole := &scoring.RD{Expensed: 600}, &scoring.RD{Expensed: 1000}
	for _, c := range []struct {
		says     string
		facts    scoring.Facts
		expensed int64
		months   string
	}{
		{"the same months", scoring.Facts{AsOf: 6, Prev: half, PrevYear: whole}, 600, "6"},
		{"the whole year only", scoring.Facts{AsOf: 6, PrevYear: whole}, 1000, ""},
		{"a whole year", scoring.Facts{AsOf: 12, Prev: whole, PrevYear: whole}, 1000, ""},
	} {
		r := priorRecord(&c.facts)
		if got := r.Form.Field("months").Show(r.Get("months")); r.Num("expensed") != c.expensed || got != c.months {
			t.Errorf("%s: %d, months %q", c.says, r.Num("expensed"), got)
		}
	}
	if priorRecord(&scoring.Facts{}) != nil {
		t.Error("a year before out of nothing")
	}
}
