package rooms_test

import (
	"regexp"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

// takes is what Enter leaves in a cell where so much was typed.
func takes(p *keying.Picker, typed string) (string, bool) {
	p.Narrow(typed)
	if take, create, ok := p.Chosen(); ok {
		return take, create
	}
	return typed, false
}

// TestDigitsAreTheNumbersOfTheList: in a list with statistical numbers digits are those numbers and nothing else, whole ones
// alone; in a list without they are the place, and the list shows the digit that works.
func TestDigitsAreTheNumbersOfTheList(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ form, field, typed, want string }{
		{"spend", "category", "1", "1"},
		{"spend", "category", "2", "2"},
		{"spend", "category", "3", "3"},
		{"spend", "category", "8", "人员人工"},
		{"spend", "category", "9", "直接投入"},
		{"spend", "category", "10", "折旧与长期待摊"},
		{"spend", "category", "19", "其他"},
		{"spend", "category", "20", "20"},
		{"spend", "category", "zjtr", "直接投入"},
		{"spend", "category", "折旧", "折旧与长期待摊"},
		{"spend", "source", "43", "政府部门"},
		{"spend", "source", "4", "4"},
		{"spend", "source", "5", "5"},
		{"spend", "source", "57", "企业自筹"},
		{"spend", "treatment", "1", "费用化"},
		{"spend", "treatment", "2", "资本化"},
		{"spend", "treatment", "3", "3"},
		{"spend", "treatment", "0", "0"},
		{"spend", "intra_group", "1", "是"},
		{"spend", "intra_group", "2", "否"},
		{"award", "level", "3", "市级"},
		{"platform", "kind", "10", "其他"},
		{"platform", "kind", "1", "企业技术中心"},
		{"project", "source", "2", "2"},
		{"project", "cooperation", "2", "2"},
		{"project", "cooperation", "21", "21"},
		{"enterprise", "industry", "46", "46"},
		{"enterprise", "area", "150200", "150200"},
	} {
		p := keying.NewPicker(form.ByID(c.form).Field(c.field), text.ZH, "")
		if got, _ := takes(p, c.typed); got != c.want {
			t.Errorf("%s.%s: %q takes %q, want %q", c.form, c.field, c.typed, got, c.want)
		}
	}
	// What is shownOfKeying beside a line is what one types for it.
	for _, f := range form.All() {
		for i := range f.Fields {
			fd := &f.Fields[i]
			p := keying.NewPicker(fd, text.ZH, "")
			if fd.Kind == form.Ref || p == nil || fd.OpenCodes {
				continue
			}
			lines := shownOfKeying(p, len(fd.Lookup("")))
			if all := fd.Lookup(""); len(lines) != len(all) {
				t.Fatalf("%s.%s: %d lines of %d codes", f.ID, fd.ID, len(lines), len(all))
			}
			for no, title := range lines {
				got, _ := takes(p, no)
				if whole := fd.CodeTitle(got).In(text.ZH); !strings.HasPrefix(whole, strings.TrimSuffix(title, "…")) {
					t.Errorf("%s.%s: %s takes %s, the list shows it beside %s", f.ID, fd.ID, no, whole, title)
				}
			}
		}
	}
}

var line = regexp.MustCompile(`│ +(\S+)  (.*?) *│`)

// shownOfKeying are the lines of a list by what stands before each: it is gone through to its end.
func shownOfKeying(p *keying.Picker, n int) map[string]string {
	p.Narrow("")
	m, out := screentest.New(text.ZH), map[string]string{}
	for range n {
		frame, _ := m.Frame(80, 24, func(m screen.Desk, a paint.Area) screen.Caret { p.Draw(m, a, 1, 1, 20); return screen.Caret{} })
		for _, l := range line.FindAllStringSubmatch(frame, -1) {
			out[l[1]] = l[2]
		}
		p.Move("down")
	}
	return out
}

// TestAReferenceMakesNoRecord: text that fits nothing stays as it was typed; a record is made where its line was gone to.
func TestAReferenceMakesNoRecord(t *testing.T) {
	t.Parallel()
	p := keying.NewPicker(form.ByID("spend").Field("project"), text.ZH, "")
	p.Offer(keying.ChoicesMsg{Target: form.ByID("project"), Form: form.ByID("spend"), Field: "project", Rows: []entry.Choice{{Key: "P10", Title: "再生水"}, {Key: "P1", Title: "管网漏损"}}})
	for typed, want := range map[string]string{"P1": "P1", "P10": "P10", "漏损": "P1", "P2": "P2", "没有的项目": "没有的项目"} {
		if got, create := takes(p, typed); got != want || create {
			t.Errorf("%q takes %q, made %v", typed, got, create)
		}
	}
	p.Narrow("P2")
	p.Move("down")
	if take, create, ok := p.Chosen(); !ok || !create || take != "P2" {
		t.Errorf("gone to it: %q %v %v", take, create, ok)
	}
}
