package rooms_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/filing/intake/decimal"
	"yice/filing/intake/sheet"
)

func TestNumbersAreWrittenAsASpreadsheetKeepsThem(t *testing.T) {
	for f, want := range map[float64]string{
		0.1 + 0.2: "0.3", 14593.090000000001: "14593.09", -0.0012: "-0.0012", 1e5: "100000", 123456789012345: "123456789012345",
		150204199001011234: "150204199001011000", 1e-50: "0", math.Copysign(0, -1): "0", 2.5: "2.5", 1e15: "1000000000000000",
	} {
		if got, ok := decimal.Of(f); got != want || !ok {
			t.Errorf("%v is %s, want %s", f, got, want)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), 1e300} {
		if got, ok := decimal.Of(f); ok {
			t.Errorf("%v is taken for %s", f, got)
		}
	}
	for _, s := range []string{"", "1,2", "0x10", "Inf", "1_000", "1e999", strings.Repeat("1", 500)} {
		if got, ok := decimal.Parse(s); ok {
			t.Errorf("%s is taken for %s", s, got)
		}
	}
}

func TestRoundingGoesByTheDigits(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{
		{"1.005", 2, "1.01"},
		{"-1.005", 2, "-1.01"},
		{"884.955752", 2, "884.96"},
		{"9.995", 2, "10.00"},
		{"0.004", 2, "0.00"},
		{"-0.004", 2, "0.00"},
		{"12", 2, "12.00"},
		{"99.5", 0, "100"},
		{"0.5", 0, "1"},
		{"2.675", 2, "2.68"},
	} {
		if got := decimal.Round(c.s, c.n); got != c.want {
			t.Errorf("%s to %d is %s, want %s", c.s, c.n, got, c.want)
		}
	}
}

// Every 分 comes back from the binary number it was stored as.
func TestFenComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		fen := rapid.Int64Range(-99_999_999_999_999, 99_999_999_999_999).Draw(rt, "fen")
		want := decimal.Shift(fmt.Sprint(fen), -2)
		if got, ok := decimal.Of(float64(fen) / 100); !ok || got != want {
			rt.Errorf("%d 分 came back as %s", fen, got)
		}
		if got := decimal.Shift(decimal.Shift(want, 7), -7); got != want {
			rt.Errorf("%s moved to and fro is %s", want, got)
		}
	})
}

func TestFiguresAreToldFromTexts(t *testing.T) {
	for shown, want := range map[string]bool{
		"1,234.50": true, "(1,234.50)": true, "-¥1,234.50": true, "￥ -1,234": true, " 12.5% ": true, "0.00": true, ".5": true,
		"1\u00a0": true, "−3": true, "100元": true, "1,234.50-": true, "660201": true,
		"12,34": false, "1,234,5": false, "": false, "-": false, "1.2.3": false, "1-2": false, "2023-01-05": false, "甲": false,
		",123": false, "1e5": false, "记-001": false, "1月": false, "第3行": false,
	} {
		if got := decimal.Is(shown); got != want {
			t.Errorf("%q is a figure: %v", shown, got)
		}
	}
}

func TestWhatIsSeenOfANumber(t *testing.T) {
	for _, c := range []struct {
		shown, held string
		red         bool
		want, exact string
	}{
		{"884.96", "884.955752", false, "884.96", "884.955752"},
		{"1,234.50", "1234.5", false, "1234.50", ""},
		{"(1,234.50)", "-1234.5", false, "-1234.50", ""},
		{"（1,234.50）", "-1234.5", false, "-1234.50", ""},
		{"1,234.50-", "-1234.5", false, "-1234.50", ""},
		{"￥-1,234.50", "-1234.5", false, "-￥1234.50", ""},
		{"1,234.50", "-1234.5", true, "-1234.50", ""},
		{"1,234.50", "-1234.5", false, sheet.Damage + "1,234.50≠-1234.5", ""},
		{"-5", "5", false, sheet.Damage + "-5≠5", ""},
		{"12.3%", "0.12345", false, "12.3%", "12.345%"},
		{"12.35 %", "0.1235", false, "12.35%", ""},
		{"12.30万元", "12.3", false, "12.30万元", ""},
		{"12.3万", "123456", false, "12.3万", "12.3456万"},
		{"1,235", "1234567", false, sheet.Damage + "1,235≠1234567", ""},
		{"1.23E+06", "1234567", false, "1230000", "1234567"},
		{"1 1/2", "1.5", false, "1.5", ""},
		{"-0.00", "-0.004", false, "0.00", "-0.004"},
		{" - ", "0", false, "0", ""},
		{"", "0", false, "0", ""},
		{"", "7", false, sheet.Damage + "≠7", ""},
		{"TRUE", "1", false, "是", ""},
		{"通过", "1", false, "通过", ""},
		{"884.95", "884.955752", false, sheet.Damage + "884.95≠884.955752", ""},
		{"1.234,56", "1234.56", false, "1234.56", ""},
	} {
		if got := decimal.See(c.shown, c.held, c.red); got.Text != c.want || got.Exact != c.exact {
			t.Errorf("%q for %s: %q, exactly %q", c.shown, c.held, got.Text, got.Exact)
		}
	}
}
