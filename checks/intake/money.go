package intake

import (
	"fmt"
	"strings"
)

// Fen is an amount in 分.
type Fen int64

// Plain writes an amount as the program exports it: 1234.50.
func (a Fen) Plain() string {
	sign := ""
	if a < 0 {
		sign, a = "-", -a
	}
	return fmt.Sprintf("%s%d.%02d", sign, a/100, a%100)
}

// Grouped writes it as an accounting program shows it: 1,234.50.
func (a Fen) Grouped() string {
	s := a.Plain()
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 6; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// Bracketed writes a negative amount in brackets.
func (a Fen) Bracketed() string {
	if a < 0 {
		return "(" + (-a).Grouped() + ")"
	}
	return a.Grouped()
}

// Trailing writes a negative amount with the sign behind it, as SAP does.
func (a Fen) Trailing() string {
	if a < 0 {
		return (-a).Grouped() + "-"
	}
	return a.Grouped()
}

// FullWidth writes it in the digits of a Chinese input method.
func (a Fen) FullWidth() string { return wide(a.Grouped()) }

func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x20 && r < 0x7F {
			return r + 0xFEE0
		}
		return r
	}, s)
}

// In writes it in a unit of so many 分 with so many decimals; it panics where the unit cannot hold it exactly, which is a
// mistake of the corpus.
func (a Fen) In(unit Fen, decimals int) string {
	scale := Fen(1)
	for range decimals {
		scale *= 10
	}
	sign := ""
	if a < 0 {
		sign, a = "-", -a
	}
	if a*scale%unit != 0 {
		panic(fmt.Sprintf("%s is not whole in %d decimals of a unit of %d 分", a.Plain(), decimals, unit))
	}
	n := a * scale / unit
	if decimals == 0 {
		return fmt.Sprintf("%s%d", sign, n)
	}
	return fmt.Sprintf("%s%d.%0*d", sign, n/scale, decimals, n%scale)
}

// Units an export may be in.
const (
	Yuan    Fen = 100
	Qian    Fen = 100 * 1000    // 千元
	Wan     Fen = 100 * 10000   // 万元
	Million Fen = 100 * 1000000 // 百万元
)
