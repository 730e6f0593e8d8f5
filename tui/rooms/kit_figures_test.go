package rooms_test

import (
	"math/big"
	"strings"
	"testing"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen/screentest"

	"pgregory.net/rapid"
)

// Shares and changes are exact: what is shown is the nearest hundredth of a percent, halves away from zero.
func TestRatios(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		part, whole := rapid.Int64().Draw(t, "part"), rapid.Int64Range(1, 1<<62).Draw(t, "whole")
		got := kit.Ratio(big.NewInt(part), whole)
		exact := new(big.Rat).Mul(big.NewRat(part, 1), big.NewRat(100_00, 1))
		exact.Quo(exact, new(big.Rat).SetInt64(whole))
		off := new(big.Rat).Sub(new(big.Rat).SetInt(got), exact)
		half := big.NewRat(1, 2)
		if off.Abs(off).Cmp(half) > 0 || off.Cmp(half) == 0 && new(big.Rat).Abs(new(big.Rat).SetInt(got)).Cmp(exact.Abs(exact)) < 0 {
			t.Fatalf("%d of %d: %s", part, whole, got)
		}
	})
	for n, want := range map[int64]string{0: "0.00", 5: "0.05", -5: "-0.05", 1478: "14.78", -123456: "-1,234.56", 100: "1.00"} {
		if got := kit.Hundredths(big.NewInt(n)); got != want {
			t.Errorf("%d is shown %s, want %s", n, got, want)
		}
	}
}

// A month's figure is left out rather than cut.
func TestColumnFigures(t *testing.T) {
	t.Parallel()
	c := kit.Months{Now: []int64{1_152_96_00_00, -40_00_00_00, 99_49_99_99}, ColW: 5, AxisW: 12}
	k := paint.New(30, 4)
	m := screentest.New(text.ZH)
	c.Draw(m, k.All())
	if out := k.String(); !strings.Contains(out, "1153") || !strings.Contains(out, "-40") || strings.Contains(out, "…") {
		t.Errorf("drawn as\n%s", out)
	}
}

// A trend stands where two years at least have a figure; a year without one is a dot, and nothing is an empty column.
func TestTrend(t *testing.T) {
	t.Parallel()
	r := func(n int64) *big.Rat { return big.NewRat(n, 3) }
	for _, c := range []struct {
		figures []*big.Rat
		want    string
	}{
		{[]*big.Rat{r(4), r(8)}, "▅█"},
		{[]*big.Rat{r(1), nil, r(8)}, "▂·█"},
		{[]*big.Rat{nil, r(8)}, ""},
		{[]*big.Rat{r(0), r(0), r(0)}, "   "},
		{[]*big.Rat{r(-2), r(0), r(5)}, "· █"},
	} {
		if got := kit.Trend(paint.Unicode(), c.figures); got != c.want {
			t.Errorf("%v: %q, want %q", c.figures, got, c.want)
		}
	}
}
