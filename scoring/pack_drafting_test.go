package scoring_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"yice/scoring"
	"yice/text"
)

func drafting(t *testing.T, p *scoring.Pack) *scoring.Drafting {
	t.Helper()
	d, err := scoring.NewDrafting(p)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func draftAt(t *testing.T, d *scoring.Drafting, path string) scoring.DraftCell {
	t.Helper()
	for _, c := range d.Cells(text.ZH) {
		if c.Path == path {
			return c
		}
	}
	t.Fatalf("no %s", path)
	return scoring.DraftCell{}
}

// A value is taken as loading takes it, the rest of the file stays to the byte, and what was changed is taken back and done again.
func TestAPackIsChangedValueByValue(t *testing.T) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	d := drafting(t, loaded(t, source))
	const target = "indicator.patents.target"
	for value, want := range map[string]text.Pair{"五": text.PackNumberForm, "": text.PackCellBlank} {
		if why := d.Set(target, value); why != want || d.Changed() != 0 {
			t.Errorf("%q: %v", value, why)
		}
	}
	if why := d.Set("addback.reading", "C"); why.Empty() {
		t.Error("a word that is none is taken")
	}
	if why := d.Set("rounding.line_decimals", "9"); why.Empty() {
		t.Error("a number out of its range is taken")
	}
	if why := d.Set("no.such", "1"); why != text.PackCellNone {
		t.Error(why)
	}
	if why := d.Set(target, "4"); !why.Empty() {
		t.Fatal(why)
	}
	now := draftAt(t, d, target)
	if p, _ := d.Pack().Param(target); p.Text != "4" || now.Was != "5" || now.Value != "4" || !now.Changed || !now.Open || now.Hint != text.HintTarget || !now.Number {
		t.Errorf("%+v", now)
	}
	if want := bytes.Replace(source, []byte("target  = 5 "), []byte("target  = 4 "), 1); !bytes.Equal(d.Pack().Source, want) && bytes.Count(d.Pack().Source, []byte("\n")) != bytes.Count(source, []byte("\n")) {
		t.Error("more of the file was changed than the value")
	}
	if rows := d.Diff(); len(rows) != 1 || rows[0].Old.ZH != "5" || rows[0].New.ZH != "4" || rows[0].Clauses.Empty() {
		t.Errorf("%+v", rows)
	}
	if !d.Undo() || d.Changed() != 0 || !bytes.Equal(d.Pack().Source, source) || d.Undo() {
		t.Error("it is not taken back")
	}
	if !d.Redo() || d.Changed() != 1 || d.Redo() {
		t.Error("it is not done again")
	}
	if !d.Reset(target) || d.Changed() != 0 || d.Reset(target) || !d.Undo() || d.Changed() != 1 {
		t.Error("it does not get back what it was")
	}
	if why := d.Set(target, "5"); !why.Empty() || d.Changed() != 0 {
		t.Error("as it was is a change")
	}
}

// Weights are moved one by one: between them there is no pack, that is told, and nothing else of it is refused.
func TestWeightsAreMovedOneByOne(t *testing.T) {
	d := drafting(t, loaded(t, swapped(t)))
	a, b := "indicator.rd_intensity.weight.功能型", "indicator.patents.weight.功能型"
	wa, wb := draftAt(t, d, a).Value, draftAt(t, d, b).Value
	one := func(s string, by int) string { return fewerOrMore(t, s, by) }
	if why := d.Set(a, one(wa, -1)); !why.Empty() {
		t.Fatal(why)
	}
	if d.Pack() != nil || len(d.Wrong()) == 0 || d.Wrong()[0].Path != "indicator" || d.Diff() != nil {
		t.Fatalf("weights of 99 make a pack: %v", d.Wrong())
	}
	if p, wrong, refused := d.Try(b, one(wb, 1)); p == nil || len(wrong) > 0 || !refused.Empty() || d.Pack() != nil {
		t.Error("trying it changes the draft, or does not tell that it fits", wrong, refused)
	}
	if why := d.Set(b, one(wb, 1)); !why.Empty() || d.Pack() == nil || len(d.Diff()) != 2 {
		t.Error(why, d.Wrong())
	}
}

func fewerOrMore(t *testing.T, s string, by int) string {
	t.Helper()
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			t.Fatal(s)
		}
		n = n*10 + int(c-'0')
	}
	n += by
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}

// What a section may say and does not stands in the list; set, it is an assumption.
func TestWhatIsNotSetCanBeSet(t *testing.T) {
	d := drafting(t, loaded(t, swapped(t)))
	const path = "indicator.rd_intensity.chosen"
	if c := draftAt(t, d, path); c.Set || c.Value != "" || len(c.Words) != 2 {
		t.Fatalf("%+v", c)
	}
	if why := d.Set(path, "true"); !why.Empty() || d.Pack() == nil {
		t.Fatal(why, d.Wrong())
	}
	unset := 0
	for _, c := range d.Cells(text.ZH) {
		if c.Set || !c.Number {
			continue
		}
		unset++
		if e := drafting(t, loaded(t, swapped(t))); !e.Set(c.Path, "1").Empty() || e.Pack() == nil && len(e.Wrong()) == 0 {
			t.Errorf("%s is not taken and nothing is said", c.Path)
		} else if p := e.Pack(); p != nil {
			if at, ok := p.Param(c.Path); ok && (at.Text != "1" || at.Basis != scoring.Assumed) {
				t.Errorf("%s: %+v", c.Path, at)
			}
		}
	}
	if unset == 0 {
		t.Error("no section leaves a number out")
	}
}

// An issued pack is never changed: its next version begins as a draft, and says which pack it takes the place of.
func TestAnIssuedPackIsDraftedAnew(t *testing.T) {
	p := loaded(t, swapped(t, "\"draft\" ", "\"issued\" "))
	d := drafting(t, p)
	if why := d.Set("indicator.patents.target", "4"); !why.Empty() {
		t.Fatal(why)
	}
	now := d.Pack()
	if now.Issued() || now.Supersedes != p.SHA256 || now.Version == p.Version || d.From() != p || now.Year != p.Year {
		t.Errorf("%s %s %s", now.Status, now.Version, now.Supersedes)
	}
	var says []string
	for _, r := range d.Diff() {
		says = append(says, r.Say().ZH)
	}
	if all := strings.Join(says, "\n"); !strings.Contains(all, "5 → 4") || !strings.Contains(all, p.Version) {
		t.Error(all)
	}
}

// Every number of the example tells its range and what it does, in both languages.
func TestEveryNumberTellsWhatItDoes(t *testing.T) {
	for _, name := range []string{"pack-2023", "pack-2023-whole", "pack-province", "pack-small-tech", "pack-group"} {
		source, err := os.ReadFile("../examples/" + name + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		d := drafting(t, loaded(t, source))
		for _, c := range d.Cells(text.EN) {
			if _, _, why := scoring.ParseNumber(c.Value); !why.Empty() || c.Value == "" {
				continue
			}
			if c.Number && (c.Hint.Empty() || c.Hint.EN == "" || c.Range.EN == "" || strings.Contains(c.Range.EN, "%!")) {
				t.Errorf("%s: %s: %+v", name, c.Path, c)
			}
		}
	}
}

// What the dictionary has a name for is read by that name, before a change and after it; what an enterprise calls its own stays.
func TestValuesReadInEnglish(t *testing.T) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	d := drafting(t, loaded(t, source))
	if why := d.Set("bonus.platform.kinds.1", "重点实验室"); !why.Empty() {
		t.Fatal(why)
	}
	for path, want := range map[string][2]string{
		"indicator.type_innovation.measure.where_by_type.竞争型.4": {"values that count, by type competitive 4", "business model"},
		"bonus.platform.kinds.1":             {"kinds of platform that count 1", "key laboratory"},
		"bonus.platform.regulator_kinds.5":   {"kinds on the regulator's list 5", "academician station"},
		"enterprise.91150200MA0BT0013C.type": {"Type", "functional"},
		"clause.C04.at":                      {"section of the document", "1(2); 2(2)"},
		"enterprise.91150200MA0BT0013C.name": {"name", "示例水务（虚构）"},
	} {
		if c := draftAt(t, d, path); c.Name.EN != want[0] || c.Now().In(text.EN) != want[1] {
			t.Errorf("%s: %s: %s", path, c.Name.EN, c.Now().In(text.EN))
		}
	}
}
