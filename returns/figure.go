package returns

import (
	"strconv"

	"yice/form"
)

// Figure is one figure of a return, exact: money in 分, person-months in tenths, everything else as counted.
// The zero Figure is one that nobody has given yet, which is not the same as 0.
type Figure struct {
	Known bool
	Exact int64
}

func known(n int64) Figure { return Figure{true, n} }

// figureOf reads a number cell; an empty or unread cell is not known.
func figureOf(v form.Value) Figure {
	n, ok := v.Int()
	return Figure{ok, n}
}

// fenPerThousand is how many 分 are 千元.
const fenPerThousand = 100_000

// Thousand rounds 分 to 千元, half away from zero.
func Thousand(fen int64) int64 { return divide(fen, fenPerThousand) }

// divide rounds n/d half away from zero; d > 0.
func divide(n, d int64) int64 {
	q, r := n/d, n%d
	switch {
	case r >= d-r:
		return q + 1
	case -r >= d+r:
		return q - 1
	}
	return q
}

// shown writes a figure in a sentence: money in 千元, as its return has it.
func shown(unit form.Unit, exact int64) string {
	if unit.Fen != 0 {
		exact = Thousand(exact)
	}
	return form.Grouped(strconv.FormatInt(exact, 10))
}

// plain writes 分 in 千元 with every place it has: "1,000.4", "12".
func plain(fen int64) string { return form.Grouped(scaled(fen, 5)) }

// scaled writes n × 10^-places without trailing zeros.
func scaled(n int64, places int) string {
	sign := ""
	u := uint64(n)
	if n < 0 {
		sign, u = "-", -u
	}
	s := strconv.FormatUint(u, 10)
	for len(s) <= places {
		s = "0" + s
	}
	whole, rest := s[:len(s)-places], s[len(s)-places:]
	for len(rest) > 0 && rest[len(rest)-1] == '0' {
		rest = rest[:len(rest)-1]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}
