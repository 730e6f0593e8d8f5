package submission

import (
	"bytes"
	"strings"
	"testing"
)

// What was written by an earlier version of the forms is read: its columns are fewer, and its words about them are others.
// What ties the descriptor to the data is compared all the same.
func TestTheDescriptorOfAnotherDictionary(t *testing.T) {
	ours := describe(nil, "91150200MA0BT0013C", "示例", 2023, []described{{form: formOfEntry(nil, "data/annual.csv"), path: "data/annual.csv"}})
	theirs := bytes.Replace(ours, []byte(formOfEntry(nil, "data/annual.csv").Fields[0].Title.ZH), []byte("从前的说法"), 1)
	if bytes.Equal(ours, theirs) || !sameTables(theirs, ours) {
		t.Error("another wording of a field is refused")
	}
	for _, change := range [][2]string{{"data/annual.csv", "data/award.csv"}, {`"sha256:`, `"sha256:ff`}, {`"revenue"`, `"invented"`}, {"{\n", "{\n\n"}} {
		if bad := strings.Replace(string(ours), change[0], change[1], 1); bad == string(ours) || sameTables([]byte(bad), ours) {
			t.Errorf("%q for %q passes", change[1], change[0])
		}
	}
}

// A table of our own dictionary has every column; one of another may lack some, and never has them in another order.
func TestColumnsOfAnotherDictionary(t *testing.T) {
	f := formOfEntry(nil, "data/annual.csv")
	header := func(ids ...string) (cells [][]byte) {
		for _, id := range ids {
			cells = append(cells, []byte(id))
		}
		return cells
	}
	first, second := f.Fields[0].ID, f.Fields[1].ID
	if _, err := newTableReader(f, "x", header(first, second), otherSpelling); err != nil {
		t.Error(err)
	}
	if _, err := newTableReader(f, "x", header(second, first), otherSpelling); err == nil {
		t.Error("columns out of order pass")
	}
	if _, err := newTableReader(f, "x", header(first, first), otherSpelling); err == nil {
		t.Error("a doubled column passes")
	}
	if _, err := newTableReader(f, "x", header(first, second), ownSpelling); err == nil {
		t.Error("a table of our own dictionary may lack columns")
	}
}
