package rooms_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
)

const accounting = `_ ¥* #,##0.00_ ;_ ¥* \-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ `

func TestACellShowsWhatItsReaderSees(t *testing.T) {
	for _, c := range []struct{ code, value, want, exact string }{
		// What is displayed counts.
		{"0.00", "884.955752", "884.96", "884.955752"},
		{"0.00", "884.96", "884.96", ""},
		{"0.00", "884.960000000001", "884.96", "884.960000000001"},
		{"0.00", "0.00500000000000000010", "0.01", "0.005"},
		{"0.00", "2.6749999999999998", "2.68", "2.675"},
		{"0", "-0.5", "-1", "-0.5"},
		{"0", "-0.4", "0", "-0.4"},
		{"0.00", "9.999", "10.00", "9.999"},
		{"0.00", "0.999", "1.00", "0.999"},
		{"#,##0.00", "23997378.36", "23997378.36", ""},
		{"#,##0.00", "23997378.360000003", "23997378.36", ""},
		{"0.00", "12", "12.00", ""},
		{"0000", "12", "0012", ""},
		{"#,##0.##", "5", "5", ""},
		{"#.00", ".5", "0.50", ""},
		{"#", "0", "0", ""},
		{"#,###", "0", "0", ""},
		// General shows all 15 digits.
		{"General", "123456.789012345", "123456.789012345", ""},
		{"", "0.1", "0.1", ""},
		{"G/通用格式", "-1.2E-3", "-0.0012", ""},
		{`G/通用格式"元"`, "12.5", "12.5元", ""},
		{"@", "12.50", "12.5", ""},
		{"General;@", "7", "7", ""},
		// A figure below zero has its sign in front, however it is shown.
		{"#,##0.00;(#,##0.00)", "-1234.5", "-1234.50", ""},
		{"#,##0.00_);[Red](#,##0.00)", "-1234.567", "-1234.57", "-1234.567"},
		{"0.00;[Red]0.00", "-5", "-5.00", ""},
		{"0.00;[红色]0.00", "-5", "-5.00", ""},
		{`0.00;"负"0.00`, "-5", "-5.00", ""},
		{`0.00_ ;\-0.00\ `, "-5", "-5.00", ""},
		{"0.00;0.00-", "-5", "-5.00", ""},
		{`"¥"#,##0.00;"¥"\-#,##0.00`, "-5", "-¥5.00", ""},
		{`#,##0.00;(#,##0.00)`, "-0.001", "0.00", "-0.001"},
		{`0.00"借";0.00"贷"`, "-5", "5.00贷", ""},
		{`0.00"借";0.00"贷";"平"`, "0", "平", ""},
		{"0.00;0.00", "-5", sheet.Damage + "5.00≠-5", ""},
		{"0.00;", "-5", sheet.Damage + "≠-5", ""},
		{"(0.00)", "5", sheet.Damage + "(5.00)≠5", ""},
		{`\-0.00`, "5", sheet.Damage + "-5.00≠5", ""},
		{`"A-"000`, "7", "A-007", ""},
		// A dash or nothing for a zero is a zero.
		{accounting, "1234.5", "¥1234.50", ""},
		{accounting, "-1234.5", "-¥1234.50", ""},
		{accounting, "0", "0", ""},
		{numfmt.Builtin(43), "0", "0", ""},
		{numfmt.Builtin(43), "-7", "-7.00", ""},
		{numfmt.Builtin(41), "0.4", "0", "0.4"},
		{"0.00;-0.00;", "0", "0", ""},
		{`0.00;-0.00;"零"`, "0", "零", ""},
		{`0.00;-0.00;"0"`, "0", "0", ""},
		// Literal text stands.
		{`0.00"万元"`, "12.3", "12.30万元", ""},
		{`0.00\ "元"`, "12.345", "12.35 元", "12.345 元"},
		{`[$¥-804]#,##0.00`, "12", "¥12.00", ""},
		{`[$$-409]#,##0.00`, "12", "$12.00", ""},
		{`[$USD] 0.0`, "1", "USD 1.0", ""},
		{`"第"0"号"`, "7", "第7号", ""},
		{`000\-0000`, "1234567", "123-4567", ""},
		{`0000\.00\.00`, "20230105", "2023.01.05", ""},
		{`0"年"00"月"`, "202301", "2023年01月", ""},
		{`"是";"否";"无"`, "1", "是", ""},
		{`"5.00"`, "7", sheet.Damage + "5.00≠7", ""},
		// Percent.
		{"0.00%", "0.123456", "12.35%", "12.3456%"},
		{"0%", "0.6", "60%", ""},
		{"0%", "1", "100%", ""},
		// Powers of ten say a rounded figure; fractions and numerals are plain.
		{"0.00E+00", "1234567", "1230000", "1234567"},
		{"0.00E+00", "-0.00123456", "-0.00123", "-0.00123456"},
		{"##0.0E+0", "1234567", "1200000", "1234567"},
		{"# ?/?", "1.5", "1.5", ""},
		{"# ??/??", "0.125", "0.125", ""},
		{"[DBNum2][$-804]General", "1234.5", "1234.5", ""},
		{"[DBNum1]0.0", "1234.56", "1234.6", "1234.56"},
		// A format that shows another figure is asked about, unless it says the unit.
		{"#,##0,", "1234567", sheet.Damage + "1235≠1234567", ""},
		{"0.0,,", "1234567", sheet.Damage + "1.2≠1234567", ""},
		{"0!.0,", "12345678", sheet.Damage + "1234.6≠12345678", ""},
		{`0\.0,`, "12345678", sheet.Damage + "1234.6≠12345678", ""},
		{`0"."0`, "123", sheet.Damage + "12.3≠123", ""},
		{`0!.0,"万"`, "12345678", "1234.6万", "1234.5678万"},
		{`0!.00,,"亿元"`, "1234567890", "12.35亿元", "12.3456789亿元"},
		{`0.00,"千元"`, "1234567", "1234.57千元", "1234.567千元"},
		{`0.00,"万元"`, "1234567", sheet.Damage + "1234.57万元≠1234567", ""},
		{`[>=10000]0!.0,"万";0.00`, "25000", "2.5万", ""},
		{`[>=10000]0!.0,"万";0.00`, "9999.5", "9999.50", ""},
		{`[>=10000]0!.0,"万";0.00`, "-5", "-5.00", ""},
		{`0"0000"`, "12", sheet.Damage + "120000≠12", ""},
		{`"0."00`, "12", sheet.Damage + "0.12≠12", ""},
		{`0\%`, "12", sheet.Damage + "12%≠12", ""},
		{";;;", "5", sheet.Damage + "≠5", ""},
		{";;;", "0", "0", ""},
		{";;;@", "-5", sheet.Damage + "≠-5", ""},
		// Numbers whose last digits are lost.
		{"0", "150204199001011234", sheet.Damage + "150204199001011000", ""},
		{"0", "150204199001015678", sheet.Damage + "150204199001016000", ""},
		{"0", "999999999999999", "999999999999999", ""},
		{"0", "1E15", sheet.Damage + "1000000000000000", ""},
		{"0.00", "abc", sheet.Damage + "abc", ""},
		// Moments.
		{"yyyy-mm-dd", "44931", "2023-01-05", ""},
		{`yyyy"年"m"月"d"日";@`, "44931.75", "2023-01-05", ""},
		{"[$-804]m/d;@", "44931", "2023-01-05", ""},
		{"[$-F800]dddd, mmmm dd, yyyy", "44931", "2023-01-05", ""},
		{"yyyy.mm", "44931", "2023-01", ""},
		{`yyyy"年"`, "44931", "2023", ""},
		{`m"月"`, "44931", "1月", ""},
		{"aaaa", "44931", "星期四", ""},
		{`e"年"m"月"`, "44931", "2023-01", ""},
		{"d", "44931", "5", ""},
		{"h:mm", "44931.75", "18:00", ""},
		{"h:mm:ss", "0.9999999", "0:00:00", ""},
		{"[h]:mm:ss", "1.5", "36:00:00", ""},
		{"mm:ss.0", "0.0005", "00:43", ""},
		{"yyyy-mm-dd", "20230105", "20230105", ""},
		{"yyyy-mm-dd", "60", "60", ""},
		{"yyyy-mm-dd", "-1", "-1", ""},
		{numfmt.Builtin(14), "59", "1900-02-28", ""},
		{numfmt.Builtin(57), "44931", "2023-01", ""},
		{numfmt.Builtin(22), "61", "1900-03-01", ""},
	} {
		if got := numfmt.Show(c.code, c.value, false); got.Text != c.want || got.Exact != c.exact {
			t.Errorf("%s of %s shows %q exact %q, want %q exact %q", c.value, c.code, got.Text, got.Exact, c.want, c.exact)
		}
	}
	if got := numfmt.Show("yyyy-mm-dd", "43469", true); got.Text != "2023-01-05" {
		t.Error(got)
	}
}

// A fixed format is the decimal rounded half away from zero, judged by exact fractions.
func TestRoundingIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits")
		scale := rapid.IntRange(0, 15).Draw(t, "scale")
		places := rapid.IntRange(0, 6).Draw(t, "places")
		value := fmt.Sprintf("%de-%d", digits, scale)
		exact, _ := new(big.Rat).SetString(value)
		want := exact.FloatString(places)
		if strings.Trim(want, "-0.") == "" {
			want = strings.TrimPrefix(want, "-")
		}
		code := strings.TrimSuffix("0."+strings.Repeat("0", places), ".")
		got := numfmt.Show(code, value, false)
		if got.Text != want {
			t.Fatalf("%s with %d places shows %s, want %s", value, places, got.Text, want)
		}
		shown, _ := new(big.Rat).SetString(got.Text)
		if whole, ok := new(big.Rat).SetString(got.Exact); shown.Cmp(exact) != 0 && (!ok || whole.Cmp(exact) != 0) || shown.Cmp(exact) == 0 && ok {
			t.Fatalf("%s shown as %s leaves out %q", value, got.Text, got.Exact)
		}
	})
}

// Whatever the code, a shown figure is never further from the held one than its last digit, or the cell is damaged.
func FuzzAFormatNeverLies(f *testing.F) {
	for _, code := range []string{"0.00", accounting, `[>=10000]0!.0,"万";0.00`, "#,##0,", "0%", "yyyy-mm-dd", "0.00;(0.00)", "# ?/?", "0.0E+0", `000\-00`, ";;;"} {
		f.Add(code, "-1234.565")
	}
	f.Fuzz(func(t *testing.T, code, value string) {
		got := numfmt.Show(code, value, false)
		held, ok := numfmt.ParseDecimal([]byte(value))
		shown, plain := new(big.Rat).SetString(got.Text)
		if !ok || !plain || strings.ContainsAny(got.Text, "eE/") || !numfmt.Parse(code).Figure(&held) {
			return
		}
		exact, _ := new(big.Rat).SetString(string(numfmt.Parse("").AppendExact(nil, &held)))
		if shown.Sign()*exact.Sign() < 0 {
			t.Fatalf("%q under %q shows as %q", value, code, got.Text)
		}
		difference := new(big.Rat).Sub(shown, exact)
		if bound := new(big.Rat).Abs(exact); difference.Sign() != 0 && got.Exact == "" || difference.Abs(difference).Cmp(bound.Add(bound, big.NewRat(1, 1))) > 0 {
			t.Fatalf("%q under %q shows as %q, exact %q", value, code, got.Text, got.Exact)
		}
	})
}
