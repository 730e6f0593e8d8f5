package submission

import "testing"

// The relations of the statutory returns are named by their cells, and stand in the list of findings like any other check.
func TestNamesOfChecks(t *testing.T) {
	for name, is := range map[string]bool{
		"spend.likely-double": true, "107-1.10>0": true, "107-2.ge.23.24+25": true, "checklist.unfilled": true,
		"": false, "a&b": false, "a b": false, "审核": false,
	} {
		if checkNamed(name) != is {
			t.Errorf("%q: %v", name, !is)
		}
	}
}
