package scoring_test

import (
	"os"
	"strings"
	"testing"

	"yice/scoring"
)

// docs/pack-format.md is what the declarations say, and the pack printed in it loads.
func TestThePageOfPacksIsWhatIsDeclared(t *testing.T) {
	const path = "../docs/pack-format.md"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const begins = "<!-- 以下由声明生成：go test ./scoring -run ThePageOfPacks -update -->\n\n"
	before, after, found := strings.Cut(string(page), begins)
	if !found {
		t.Fatalf("%s has no line %q", path, begins)
	}
	if want := strings.TrimSuffix(scoring.FormatPage(), "\n"); after != want {
		if !*update {
			t.Fatalf("%s is not what is declared: write it anew with -update, and look at it", path)
		}
		if err := os.WriteFile(path, []byte(before+begins+want), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p, err := scoring.Load([]byte(exampleIn(t, before)))
	if err != nil {
		t.Fatalf("the pack of the page does not load: %v", err)
	}
	if len(p.Deductions) != 1 || len(p.Tracks) != 1 || len(p.Indicators) != 2 {
		t.Errorf("it has %d deductions, %d tracks, %d indicators", len(p.Deductions), len(p.Tracks), len(p.Indicators))
	}
	for _, o := range p.Try(p.Trials) {
		for _, d := range o.Differ {
			t.Errorf("the test of the page's pack: %s", d.ZH)
		}
	}
}

// exampleIn gives the pack that the page prints.
func exampleIn(t *testing.T, page string) string {
	t.Helper()
	_, example, found := strings.Cut(page, "```toml\n")
	example, _, ended := strings.Cut(example, "```")
	if !found || !ended {
		t.Fatal("the page shows no pack")
	}
	return example
}

// examplePack is the pack that docs/pack-format.md prints.
func examplePack(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../docs/pack-format.md")
	if err != nil {
		t.Fatal(err)
	}
	return exampleIn(t, string(page))
}

// TestTheFragmentsOfThePageLoad: what the page shows in part loads behind its pack.
func TestTheFragmentsOfThePageLoad(t *testing.T) {
	page, err := os.ReadFile("../docs/pack-format.md")
	if err != nil {
		t.Fatal(err)
	}
	source, n := examplePack(t), 0
	for rest := string(page); ; n++ {
		_, fragment, found := strings.Cut(rest, "```toml-fragment\n")
		if !found {
			break
		}
		fragment, rest, _ = strings.Cut(fragment, "```")
		source += fragment
	}
	p, err := scoring.Load([]byte(source))
	if err != nil || n < 2 {
		t.Fatalf("%d fragments: %v", n, err)
	}
	if p.Term == nil || len(p.Conditions) != 2 || len(p.Forms) != 1 {
		t.Error("the page shows less than it has")
	}
}
