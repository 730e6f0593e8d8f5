package tui

import "testing"

// A reference to what is not there stays as it was typed, and is found: a record is made by nobody's slip.
func TestATypedReferenceMakesNoRecord(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").press("<right>", "<right>", "<right>", "没有的项目", "<enter>")
	d.count("project", 2).has("spend", "project=没有的项目")
	d.sees("强制性 1")
}
