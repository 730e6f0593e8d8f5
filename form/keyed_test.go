package form

import "testing"

func TestMonthAndDayAreEnoughWhereTheYearIsKnown(t *testing.T) {
	date := ByID("spend").Field("date")
	for typed, want := range map[string]string{
		"0315": "2023-03-15", "3.15": "2023-03-15", "3-5": "2023-03-05", "3/15": "2023-03-15", "3月15日": "2023-03-15",
		"０３１５": "2023-03-15", " 12.1 ": "2023-12-01", "1301": "2023-13-01",
		"2023-03-15": "2023-03-15", "20230315": "20230315", "2023.3.15": "2023.3.15", "": "", "3": "3", "三月": "三月", "3.": "3.",
	} {
		if got := date.Keyed(typed, 2023); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := ByID("patent").Field("applied_on").Keyed("0315", 2023); got != "0315" {
		t.Errorf("a patent may have been applied for in any year: %q", got)
	}
}

func TestSucceedingCountsTheLastNumber(t *testing.T) {
	for s, want := range map[string]string{
		"记-0099": "记-0100", "银付字9号": "银付字10号", "2023-记-001": "2023-记-002", "999": "1000", "转12/3": "转12/4",
	} {
		if got, ok := Succeeding(s); !ok || got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"", "记账", "1234567890123456789"} {
		if got, ok := Succeeding(s); ok {
			t.Errorf("%q: %q", s, got)
		}
	}
}
