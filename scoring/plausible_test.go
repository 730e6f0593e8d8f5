package scoring_test

import (
	"bytes"
	"os"
	"testing"

	"yice/scoring"
)

// A pack may set its own bands, one by one; they are numbers of the pack like others and need a basis.
func TestAPackSetsItsBands(t *testing.T) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	own := append(bytes.Clone(source), "\n[plausible]\nbeside_last_year = 3\nrd_over_revenue = \"20%\"\nassumed = [\"beside_last_year\", \"rd_over_revenue\"]\n"...)
	p, err := scoring.Load(own)
	if err != nil {
		t.Fatal(err)
	}
	b := scoring.Bands(p)
	if b.BesideLastYear.Text != "3" || b.RDOverRevenue.Value.RatString() != "1/5" || b.PayAHead.Text != scoring.DefaultPlausible.PayAHead.Text {
		t.Errorf("%+v", b)
	}
	named := 0
	for _, s := range p.Settings() {
		if s.Group == "plausible" {
			named++
		}
	}
	if named != 2 {
		t.Errorf("%d settings, want the two that are set", named)
	}
	if _, err := scoring.Load(append(bytes.Clone(source), "\n[plausible]\nbeside_last_year = 3\n"...)); err == nil {
		t.Error("a band without a basis is taken")
	}
	if _, err := scoring.Load(append(bytes.Clone(source), "\n[plausible]\nbeside = 3\n"...)); err == nil {
		t.Error("an unknown band is taken")
	}
}

func TestInWords(t *testing.T) {
	for fen, want := range map[int64]string{
		3_580_000_000_000_00: "3.58 万亿元", 3_5800_0000_00: "3.58 亿元", 120_5000_00: "120.50 万元", 80_00: "80.00 元", -80_00: "-80.00 元", 0: "0.00 元",
	} {
		if got := scoring.InWords(fen).ZH; got != want {
			t.Errorf("%d: %s, want %s", fen, got, want)
		}
	}
}
