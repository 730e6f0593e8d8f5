package kit

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"yice/form"
)

// Group puts thousands separators into a decimal text.
func Group(s string) string { return form.Grouped(s) }

// Count shows a number of things: 183000 is "183,000".
func Count(n int64) string { return Group(strconv.FormatInt(n, 10)) }

// Hundredths shows hundredths as a decimal: 3939 is "39.39".
func Hundredths(n *big.Int) string {
	sign, s := "", n.String()
	if n.Sign() < 0 {
		sign, s = "-", s[1:]
	}
	for len(s) < 3 {
		s = "0" + s
	}
	return sign + Group(s[:len(s)-2]) + "." + s[len(s)-2:]
}

// Ratio gives part of whole in hundredths of a percent, half away from zero; whole is above nothing.
func Ratio(part *big.Int, whole int64) *big.Int {
	twice := new(big.Int).Mul(part, big.NewInt(2*100_00))
	of := big.NewInt(whole)
	if twice.Sign() < 0 {
		twice.Sub(twice, of)
	} else {
		twice.Add(twice, of)
	}
	return twice.Quo(twice, new(big.Int).Mul(of, big.NewInt(2)))
}

// Growth is the change from one figure to another in percent, one decimal, half away from zero; beyond 999% it says so.
func Growth(was, now int64) string {
	if was < 0 {
		return ""
	}
	d := now - was
	neg := d < 0
	if neg {
		d = -d
	}
	if d/was >= 10 {
		if neg {
			return "<-999%"
		}
		return ">999%"
	}
	tenths := (d/was)*1000 + ((d%was)*1000+was/2)/was
	if was > 1<<52 {
		tenths = (d / (was / 1000))
	}
	sign := "+"
	if neg {
		sign = "-"
	}
	if tenths == 0 {
		sign = ""
	}
	return fmt.Sprintf("%s%d.%d%%", sign, tenths/10, tenths%10)
}

// CompareFigures compares two figures of a sheet; what is no figure is smallest.
func CompareFigures(a, b string) int {
	x, okX := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(a, ",", ""), "%"))
	y, okY := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(b, ",", ""), "%"))
	switch {
	case okX && okY:
		return x.Cmp(y)
	case okX:
		return 1
	case okY:
		return -1
	}
	return 0
}
