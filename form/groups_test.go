package form_test

import (
	"testing"

	"yice/form"
)

// Every field of a form that is parted into groups stands in one of them and in no other, but for what every form has at its end.
func TestGroupsHoldEveryField(t *testing.T) {
	parted := 0
	for _, f := range form.All() {
		in := map[string]int{}
		for _, g := range f.Groups {
			for _, id := range g.Fields {
				if f.Field(id) == nil {
					t.Errorf("%s: the group %s names %q, which is no field", f.ID, g.Title.ZH, id)
				}
				in[id]++
			}
		}
		if len(f.Groups) == 0 {
			continue
		}
		parted++
		for i := range f.Fields {
			if fd := &f.Fields[i]; in[fd.ID] != 1 && fd.Kind != form.Files && fd.Kind != form.Note {
				t.Errorf("%s.%s stands in %d groups", f.ID, fd.ID, in[fd.ID])
			}
		}
	}
	if parted == 0 {
		t.Error("no form is parted")
	}
}
