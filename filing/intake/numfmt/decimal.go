package numfmt

import "bytes"

// digitsKept is how many digits a spreadsheet keeps of a number.
const digitsKept = 15

// Decimal is a number of at most 15 digits: 0.d1d2d3… × 10^point.
type Decimal struct {
	negative bool
	n        int // digits; the first and the last are not 0
	point    int
	digits   [digitsKept]byte // '0' to '9'
}

// farthest is how far from the point digits may stand.
const farthest = 400

// ParseDecimal reads digits with a sign, a point and an exponent, as files write numbers. More digits than a spreadsheet
// keeps are the dust of binary fractions, 14593.090000000001: they are rounded away.
func ParseDecimal(b []byte) (d Decimal, ok bool) {
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		d.negative = b[0] == '-'
		b = b[1:]
	}
	exponent := 0
	if i := bytes.IndexAny(b, "eE"); i >= 0 {
		if exponent, ok = parseExponent(b[i+1:]); !ok {
			return d, false
		}
		b = b[:i]
	}
	seen, fraction, more := false, false, byte('0')
	for _, c := range b {
		switch {
		case c == '.' && !fraction:
			fraction = true
			continue
		case c < '0' || c > '9':
			return d, false
		}
		seen = true
		if !fraction && (d.n > 0 || c != '0') {
			d.point++
		}
		switch {
		case d.n == 0 && c == '0':
			if fraction {
				d.point--
			}
		case d.n < digitsKept:
			d.digits[d.n] = c
			d.n++
		case more == '0':
			more = c | 0x40 // the first digit beyond, whatever follows it
		}
	}
	d.point += exponent
	if !seen || d.point > farthest || d.point < -farthest {
		return Decimal{}, !(d.n > 0) && seen
	}
	if more&0x40 != 0 && more&^0x40 >= '5' {
		d.up(d.n)
	}
	d.trim()
	return d, true
}

func parseExponent(b []byte) (n int, ok bool) {
	negative := false
	if len(b) > 0 && (b[0] == '-' || b[0] == '+') {
		negative = b[0] == '-'
		b = b[1:]
	}
	if len(b) == 0 || len(b) > 4 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	if negative {
		n = -n
	}
	return n, true
}

// up adds one to the last of the first n digits and drops the others; n may be 0.
func (d *Decimal) up(n int) {
	for i := n - 1; i >= 0; i-- {
		if d.digits[i] < '9' {
			d.digits[i]++
			d.n = i + 1
			return
		}
	}
	d.digits[0], d.n = '1', 1
	d.point++
}

// trim drops zeros at the end; a number without digits is zero, which has no sign.
func (d *Decimal) trim() {
	for d.n > 0 && d.digits[d.n-1] == '0' {
		d.n--
	}
	if d.n == 0 {
		d.point, d.negative = 0, false
	}
}

func (d *Decimal) zero() bool { return d.n == 0 }

// Long reports a number whose whole part has more digits than a spreadsheet keeps: it once was a code or the number of a
// card, and its last digits are lost.
func (d *Decimal) Long() bool { return d.n > 0 && d.point > digitsKept }

// places is how many digits stand behind the point.
func (d *Decimal) places() int { return max(0, d.n-d.point) }

// round keeps n digits behind the point, half away from zero, and reports whether any was lost.
func (d *Decimal) round(n int) (lost bool) {
	kept := d.point + n
	if kept >= d.n {
		return false
	}
	switch {
	case kept < 0:
		d.n = 0
	case d.digits[kept] >= '5':
		if kept == 0 {
			d.digits[0], d.n = '1', 1
			d.point++
		} else {
			d.up(kept)
		}
	default:
		d.n = kept
	}
	d.trim()
	return true
}

// compare gives -1, 0 or 1.
func (d *Decimal) compare(o *Decimal) int {
	switch {
	case d.negative != o.negative:
		if d.negative {
			return -1
		}
		return 1
	case d.negative:
		return o.size(d)
	}
	return d.size(o)
}

// size compares without signs.
func (d *Decimal) size(o *Decimal) int {
	switch {
	case d.n == 0 || o.n == 0:
		return min(d.n, 1) - min(o.n, 1)
	case d.point != o.point:
		if d.point < o.point {
			return -1
		}
		return 1
	}
	return bytes.Compare(d.digits[:d.n], o.digits[:o.n])
}

// append writes the decimal with all its digits and no exponent.
func (d *Decimal) append(dst []byte) []byte {
	if d.negative {
		dst = append(dst, '-')
	}
	return d.unsigned(dst, 1, 0)
}

// unsigned writes the decimal without its sign, with at least whole digits before the point and places behind it.
func (d *Decimal) unsigned(dst []byte, whole, places int) []byte {
	for i := max(d.point, 0); i < whole; i++ {
		dst = append(dst, '0')
	}
	for i := range max(d.point, 0) {
		dst = append(dst, d.at(i))
	}
	if places = max(places, d.places()); places == 0 {
		return dst
	}
	dst = append(dst, '.')
	for i := range places {
		dst = append(dst, d.at(d.point+i))
	}
	return dst
}

// at gives the digit at a place: 0 before the first and behind the last.
func (d *Decimal) at(i int) byte {
	if i < 0 || i >= d.n {
		return '0'
	}
	return d.digits[i]
}
