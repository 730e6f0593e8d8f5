package kit

import (
	"strconv"
	"strings"
)

// Group puts thousands separators into a decimal text.
func Group(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") {
		sign, s = s[:1], s[1:]
	}
	whole, frac, dot := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if dot {
		b.WriteString("." + frac)
	}
	return sign + b.String()
}

// Count shows a number of things: 183000 is "183,000".
func Count(n int64) string { return Group(strconv.FormatInt(n, 10)) }
