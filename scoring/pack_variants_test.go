package scoring_test

import (
	"slices"
	"strings"
	"testing"

	"yice/scoring"
)

// Every assumed number is moved both ways where its place has both: decimals, days and an enterprise's own figures too, in the file they stand in.
func TestEveryAssumptionIsMoved(t *testing.T) {
	p := loaded(t, swapped(t))
	all, still := p.Variants()
	to := map[string][]string{}
	for _, v := range all {
		if v.Pack == nil || v.From == v.To || v.Name.Empty() {
			t.Errorf("%s: %v → %v", v.Path, v.From, v.To)
		}
		to[v.Path] = append(to[v.Path], v.To.ZH)
	}
	for path, want := range map[string][]string{
		"rounding.line_decimals":                                   {"3", "1"},
		"rounding.money_decimals":                                  {"3", "1"},
		"pack.valid_from":                                          {"2023-02-01", "2022-12-01"},
		"enterprise." + namedUSCC + ".profit_target":               {"3850", "3150"},
		"enterprise." + namedUSCC + ".milestone.zhihui_shuiwu.due": {"2024-01-31", "2023-11-30"},
	} {
		if !slices.Equal(to[path], want) {
			t.Errorf("%s is moved to %v, want %v", path, to[path], want)
		}
	}
	for _, path := range still {
		if strings.HasPrefix(path, "rounding.") || strings.HasPrefix(path, "enterprise.") {
			t.Errorf("%s is not moved", path)
		}
	}
	for _, v := range all {
		if v.Path == "rounding.line_decimals" && v.To.ZH == "3" && v.Pack.LineDecimals != 3 {
			t.Error("the pack rounds as before")
		}
	}
}

func TestADayBesideIsOfTheCalendar(t *testing.T) {
	for day, want := range map[string][2]string{"2023-03-31": {"2023-04-30", "2023-02-28"}, "2023-12-15": {"2024-01-15", "2023-11-15"}, "2024-01-01": {"2024-02-01", "2023-12-01"}, "x": {"", ""}} {
		if got := [2]string{scoring.DayBeside(day, true), scoring.DayBeside(day, false)}; got != want {
			t.Errorf("%s: %v", day, got)
		}
	}
}
