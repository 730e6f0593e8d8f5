package scoring_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode"

	"yice/scoring"
	"yice/text"
)

func builtIn(t *testing.T) []byte {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// Every line, clause and item of the built-in pack has its English in the program; only what it says of the example
// enterprise has none.
func TestTheTemplateHasItsEnglish(t *testing.T) {
	p, err := scoring.Load(builtIn(t))
	if err != nil {
		t.Fatal(err)
	}
	own := map[string]bool{}
	for i := range p.Enterprises {
		e := &p.Enterprises[i]
		own[e.Name], own[e.Doc] = true, true
		for k := range e.Overrides {
			own[e.Overrides[k].Reason] = true
		}
	}
	for _, said := range p.Texts() {
		en := p.Say(said).EN
		if han := strings.ContainsFunc(en, func(r rune) bool { return unicode.Is(unicode.Han, r) }); han != own[said] {
			t.Errorf("%q reads %q", said, en)
		}
	}
	for i := range p.Clauses {
		if at := p.Clauses[i].Where(); strings.ContainsFunc(at.EN, func(r rune) bool { return r > unicode.MaxASCII }) || at.ZH != p.Clauses[i].At {
			t.Errorf("%s stands in %q, %q", p.Clauses[i].ID, at.ZH, at.EN)
		}
	}
}

// The pack's own English goes before the program's, moves no figure and no line above it, shows in the differences, and
// travels into next year's pack.
func TestAPackBringsItsEnglish(t *testing.T) {
	was, err := scoring.Load(builtIn(t))
	if err != nil {
		t.Fatal(err)
	}
	source := string(builtIn(t)) + "\n[english]\n\"研发投入强度\" = \"R&D share\"\n\"责任书第4条（示例）\" = \"letter, article 4\"\n"
	p, err := scoring.Load([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for said, want := range map[string]string{"研发投入强度": "R&D share", "责任书第4条（示例）": "letter, article 4", "发明专利授权": "Invention patents granted", "没有": "没有"} {
		if got := p.Say(said); got != (text.Pair{ZH: said, EN: want}) {
			t.Errorf("%q reads %+v", said, got)
		}
	}
	if diff := scoring.PackDiff(was, p); len(diff) == 0 {
		t.Error("the differences do not show the English")
	}
	next, err := scoring.NewFrom(p, 2024)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = scoring.Load(next); err != nil || p.Say("研发投入强度").EN != "R&D share" {
		t.Errorf("next year's pack reads %q (%v)", p.Say("研发投入强度").EN, err)
	}
}

// What is no text is an error; the English of a text that the pack does not have is worth a look.
func TestEnglishThatIsNone(t *testing.T) {
	for lines, want := range map[string]string{
		"\"研发投入强度\" = \"\"":    "english.研发投入强度",
		"\"研发投入强度\" = 3":       "english.研发投入强度",
		"\"研发投入强度\" = \" a \"": "english.研发投入强度",
	} {
		_, err := scoring.Load([]byte(string(builtIn(t)) + "\n[english]\n" + lines + "\n"))
		var all scoring.PackErrors
		if !errors.As(err, &all) || len(all) != 1 || !strings.Contains(all[0].Path+all[0].Say.ZH, want) || all[0].Line == 0 {
			t.Errorf("%s: %v", lines, err)
		}
	}
	p, err := scoring.Load([]byte(string(builtIn(t)) + "\n[english]\n\"研发投入强\" = \"R&D\"\n"))
	if err != nil || len(p.Notices) != 1 || !strings.Contains(p.Notices[0].Say.ZH, "研发投入强") {
		t.Errorf("a text the pack does not have: %v", err)
	}
}
