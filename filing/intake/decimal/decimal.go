// Package decimal works on the decimals that spreadsheets hold and show: digits, a point, a sign, nothing else. A figure
// leaves the binary number it was stored as once, at the 15 digits a spreadsheet keeps, and is only ever rounded by its
// digits, half away from zero. No arithmetic of binary fractions touches it.
package decimal

import (
	"math"
	"strconv"
	"strings"
)

// Digits is how many digits of a number a spreadsheet keeps.
const Digits = 15

// Of writes a stored number with 15 significant digits and no exponent. ok is false for what is no number, or one of a
// size that nobody counts in.
func Of(f float64) (s string, ok bool) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "", false
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', Digits-1, 64), "e")
	e, err := strconv.Atoi(exponent)
	if err != nil || e > 40 {
		return "", false
	}
	if e < -40 {
		return "0", true
	}
	return Shift(mantissa, e), true
}

// Parse reads a number as files write them ("-1.2E-3") and gives it as [Of] does.
func Parse(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 400 || strings.Trim(s, "0123456789+-.eE") != "" {
		return "", false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "", false
	}
	return Of(f)
}

// Kept reports whether a decimal has no more whole digits than a spreadsheet keeps: one that has more was once a code
// whose last digits are lost.
func Kept(s string) bool {
	whole, _, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return len(whole) <= Digits
}

// Shift moves the point of a decimal n places to the right (to the left where n is negative) and trims zeros that say
// nothing.
func Shift(s string, n int) string {
	s, negative := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	if n > 0 {
		if len(fraction) < n {
			fraction += strings.Repeat("0", n-len(fraction))
		}
		whole, fraction = whole+fraction[:n], fraction[n:]
	} else if n < 0 {
		if len(whole) < -n {
			whole = strings.Repeat("0", -n-len(whole)) + whole
		}
		cut := len(whole) + n
		whole, fraction = whole[:cut], whole[cut:]+fraction
	}
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if negative && whole != "0" {
		whole = "-" + whole
	}
	return whole
}

// Round gives a decimal with n digits behind the point, rounded half away from zero.
func Round(s string, n int) string {
	s, negative := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	if len(fraction) <= n {
		fraction += strings.Repeat("0", n-len(fraction))
	} else {
		up := fraction[n] >= '5'
		digits := []byte(whole + fraction[:n])
		for i := len(digits) - 1; up && i >= 0; i-- {
			if digits[i] == '9' {
				digits[i] = '0'
				continue
			}
			digits[i]++
			up = false
		}
		if up {
			digits = append([]byte{'1'}, digits...)
		}
		whole, fraction = string(digits[:len(digits)-n]), string(digits[len(digits)-n:])
	}
	if whole == "" {
		whole = "0"
	}
	if n > 0 {
		whole += "." + fraction
	}
	if negative && strings.Trim(whole, "0.") != "" {
		whole = "-" + whole
	}
	return whole
}
