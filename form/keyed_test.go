package form_test

import (
	"strings"
	"testing"

	"yice/form"
)

func TestMonthAndDayAreEnoughWhereTheYearIsKnown(t *testing.T) {
	date := form.ByID("spend").Field("date")
	for typed, want := range map[string]string{
		"0315": "2023-03-15", "3.15": "2023-03-15", "3-5": "2023-03-05", "3/15": "2023-03-15", "3月15日": "2023-03-15",
		"０３１５": "2023-03-15", " 12.1 ": "2023-12-01", "1301": "2023-13-01",
		"2023-03-15": "2023-03-15", "20230315": "20230315", "2023.3.15": "2023.3.15", "": "", "3": "3", "三月": "三月", "3.": "3.",
	} {
		if got := date.Keyed(typed, 2023); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := form.ByID("patent").Field("applied_on").Keyed("0315", 2023); got != "0315" {
		t.Errorf("a patent may have been applied for in any year: %q", got)
	}
}

// A month of the filing year is its number; of a project, which may end in any year, it is not. What is none is told so.
func TestAMonthOfTheYear(t *testing.T) {
	at := form.ByID("annual").Field("as_of")
	for typed, want := range map[string]string{
		"6": "202606", "06": "202606", "６月": "202606", "6月份": "202606", "12": "202612", "13": "202613", "0": "0", "202605": "202605", "2025年6月": "2025年6月", "": "", "六": "六",
	} {
		if got := at.Keyed(typed, 2026); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := form.ByID("project").Field("end").Keyed("6", 2026); got != "6" {
		t.Errorf("a project may end in any year: %q", got)
	}
	for _, typed := range []string{"6", "六月", "2026"} {
		if _, err := at.Parse(typed, form.NoUnit); err == nil || !strings.Contains(err.Error(), "不是年月") {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

// A day alone is of the month of the date beside it.
func TestADayAlone(t *testing.T) {
	date := form.ByID("spend").Field("date")
	for typed, want := range map[string]string{"7": "2023-12-07", "０7": "2023-12-07", "31": "2023-12-31", "0": "0", "0315": "0315", "": "", "三": "三"} {
		if got := date.DayOf(typed, form.S("2023-12-05")); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	if got := date.DayOf("7", form.Value{}); got != "7" {
		t.Errorf("of no month at all: %q", got)
	}
	if got := form.ByID("patent").Field("applied_on").DayOf("7", form.S("2023-12-05")); got != "7" {
		t.Errorf("a patent may have been applied for in any month: %q", got)
	}
}

func TestSucceedingCountsTheLastNumber(t *testing.T) {
	for s, want := range map[string]string{
		"记-0099": "记-0100", "银付字9号": "银付字10号", "2023-记-001": "2023-记-002", "999": "1000", "转12/3": "转12/4",
	} {
		if got, ok := form.Succeeding(s); !ok || got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"", "记账", "1234567890123456789"} {
		if got, ok := form.Succeeding(s); ok {
			t.Errorf("%q: %q", s, got)
		}
	}
}
