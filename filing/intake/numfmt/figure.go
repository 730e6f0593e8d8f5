package numfmt

import (
	"strings"

	"yice/filing/intake/sheet"
)

// figure adds a number that is no date.
func (s *section) figure(dst []byte, n *Decimal) (out []byte, rounded bool) {
	from := len(dst)
	if s.plain && !s.unsigned && (s.sort == general || s.sort == figure) {
		return s.simple(dst, n)
	}
	if s.sort == words {
		return s.inWords(dst, n), false
	}
	m := *n
	m.point += 2*s.percents - 3*s.thousands
	switch s.sort {
	case figure:
		rounded = m.round(s.places)
	case power:
		rounded = m.round(s.places + s.wholeOfPower(&m) - m.point)
	}
	before, after := s.before, s.after
	if m.negative || m.zero() {
		before, after = s.bareBefore, s.bareAfter
	}
	if m.negative && s.says != worded && !s.unsigned {
		dst = append(dst, '-')
	}
	if m.zero() && s.dashed() {
		return append(dst, '0'), false
	}
	dst = append(dst, before...)
	if s.inner != nil && s.sort == figure {
		dst = s.interleave(dst, &m)
	} else {
		dst = m.unsigned(dst, max(s.whole, 1), s.least)
	}
	dst = append(dst, after...)
	if s.disguises(n, &m, dst[from:]) {
		shown := string(dst[from:])
		return s.disguise(dst[:from], shown, n), false
	}
	return dst, rounded
}

// wholeOfPower is how many digits a figure shows before the point where it is written with a power of ten.
func (s *section) wholeOfPower(m *Decimal) int {
	ints := max(s.ints, 1)
	return ((m.point-1)%ints+ints)%ints + 1
}

// simple is for the formats nearly all cells have: General, 0.00, #,##0.00.
func (s *section) simple(dst []byte, n *Decimal) (out []byte, rounded bool) {
	if s.sort == general {
		return n.append(dst), false
	}
	m := *n
	rounded = m.round(s.places)
	if m.negative {
		dst = append(dst, '-')
	}
	return m.unsigned(dst, max(s.whole, 1), s.least), rounded
}

// dashed reports a section that shows a zero as a dash, or as nothing: there is no place that must have a digit.
func (s *section) dashed() bool {
	return s.sort == figure && s.whole == 0 && s.least == 0 && dashes(s.before+s.after)
}

// dashes reports text that stands for no figure: dashes, a slash, the mark of a currency beside them, or nothing.
func dashes(s string) bool { return strings.Trim(s, "-−－–—/_ ¥￥$") == "" }

// inWords adds what a section without places for digits shows of a number.
func (s *section) inWords(dst []byte, n *Decimal) []byte {
	shown := s.before
	switch {
	case n.zero() && dashes(shown):
		return append(dst, '0')
	case n.zero() && strings.Trim(shown, "0.") == "":
		return append(dst, shown...)
	case dashes(shown), strings.ContainsAny(shown, "0123456789"):
		return s.disguise(dst, shown, n)
	}
	return append(dst, shown...)
}

// interleave lays the digits out where text stands between their places: the first place takes those left over.
func (s *section) interleave(dst []byte, m *Decimal) []byte {
	whole := m.unsigned(nil, max(s.whole, 1), s.least)
	digits, places, _ := strings.Cut(string(whole), ".")
	at, left := 0, s.ints
	if s.ints == 0 {
		dst = append(dst, digits...)
	}
	pointed := false
	for _, p := range s.inner {
		switch {
		case p.place == 0:
			dst = append(dst, p.text...)
		case left > 0:
			for len(digits)-at >= left {
				dst = append(dst, digits[at])
				at++
			}
			left--
		case at >= 0 && places != "":
			if !pointed {
				dst = append(dst, '.')
				pointed = true
			}
			dst = append(dst, places[0])
			places = places[1:]
		}
	}
	return dst
}

// units are the words behind a figure that say how many of its digits it leaves out.
var units = []struct {
	word  string
	power int
}{{"百万", 6}, {"千万", 7}, {"十万", 5}, {"百亿", 10}, {"十亿", 9}, {"千", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}}

// disguises reports a format that shows another figure than the cell holds; m is what is left of n after rounding.
func (s *section) disguises(n, m *Decimal, shown []byte) bool {
	switch {
	case s.forged, n.negative && s.unsigned:
		return true
	case !m.negative && !m.zero() && (s.says == marked || shown[0] == '-' || shown[0] == '('):
		return true // shows a figure above zero like one below
	}
	scale := 3*s.thousands + s.shift
	if scale == 0 || n.zero() {
		return false
	}
	after := strings.TrimLeft(s.after, " ")
	for _, u := range units {
		if strings.HasPrefix(after, u.word) {
			return u.power != scale
		}
	}
	return true
}

// disguise adds a cell that shows one figure and holds another: it is for people to settle.
func (s *section) disguise(dst []byte, shown string, n *Decimal) []byte {
	dst = append(append(append(dst, sheet.Damage...), shown...), sheet.Disguise...)
	return n.append(dst)
}

// exact adds a figure with all its digits and what stands around them.
func (s *section) exact(dst []byte, n *Decimal) []byte {
	m := *n
	m.point += 2*s.percents - 3*s.thousands - s.shift
	m.trim()
	before, after := s.before, s.after
	if m.negative {
		before, after = s.bareBefore, s.bareAfter
		if s.says != worded {
			dst = append(dst, '-')
		}
	}
	return append(m.unsigned(append(dst, before...), 1, s.least), after...)
}
