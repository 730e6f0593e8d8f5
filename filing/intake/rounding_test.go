package intake

import (
	"math/big"
	"testing"

	"yice/filing/intake/sheet"
	"yice/form"
)

// What rounding takes away or adds is counted whatever frames the figure.
func TestRoundingsAreCountedWithinTheirFrames(t *testing.T) {
	for _, c := range []struct {
		shown, exact string
		unit         form.Unit
		want         string // 分
	}{
		{"884.96", "884.955752", form.Yuan, "0.4248"},
		{"¥884.96", "¥884.955752", form.Yuan, "0.4248"},
		{"￥-884.96", "￥-884.955752", form.Yuan, "-0.4248"},
		{"-¥884.96", "-¥884.955752", form.Yuan, "-0.4248"},
		{"贷 884.96", "贷 884.955752", form.Yuan, "-0.4248"},
		{"12.35", "12.3456", form.Wan, "4400"},
		{"12.35万元", "12.3456万元", form.Yuan, "4400"},
		{"0.00", "0.004", form.Yuan, "-0.4"},
		{"-0.00", "-0.004", form.Yuan, "0.4"},
		{"¥1.00", "#N/A", form.Yuan, ""},
		{"—", "0.004", form.Yuan, ""},
	} {
		f := figure{col: 1, unit: c.unit}
		s := &sorter{figs: []*figure{&f}}
		row := sheet.Row{Number: 2, Cells: [][]byte{[]byte("甲"), []byte(c.shown)}, Notes: []sheet.Note{{Col: 1, Kind: sheet.Rounded, Exact: []byte(c.exact)}}}
		s.readFigures(row.Cells)
		if refusal := s.count(row); refusal != nil {
			t.Fatal(refusal)
		}
		switch want, ok := new(big.Rat).SetString(c.want); {
		case !ok && f.extra != nil, ok && f.extra == nil:
			t.Errorf("%s of %s: %v", c.shown, c.exact, f.extra)
		case ok && f.extra.Cmp(want) != 0:
			t.Errorf("%s of %s: %s, want %s", c.shown, c.exact, f.extra.FloatString(6), c.want)
		}
	}
}

// A figure shown with so few digits that its reader would not enter it is refused; one shown to the 分, to the 元 or in 万元 with two
// decimals counts as shown.
func TestTooFewDigitsAreNoFigure(t *testing.T) {
	for _, c := range []struct {
		shown, exact string
		unit         form.Unit
		coarse       bool
	}{
		{"884.96", "884.955752", form.Yuan, false},
		{"885", "884.955752", form.Yuan, false},
		{"0", "0.4", form.Yuan, false},
		{"12.35", "12.3456", form.Wan, false},
		{"1.23E+05", "123456.78", form.Yuan, true},
		{"1.23457E+05", "123456.78", form.Yuan, false},
		{"0.05", "0.0456", form.Wan, false},
		{"1.2E+01", "12.3456", form.Wan, true},
		{"-1.2E+3", "-1234.5", form.Yuan, true},
	} {
		f := &figure{unit: c.unit}
		a, err := readAmount([]byte(c.shown), c.unit)
		if err != nil {
			t.Fatal(c.shown, err)
		}
		f.value = a.fen
		if got := f.coarse([]byte(c.shown), f.rounding([]byte(c.shown), []byte(c.exact))); got != c.coarse {
			t.Errorf("%s for %s: %v", c.shown, c.exact, got)
		}
	}
}
