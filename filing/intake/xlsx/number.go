package xlsx

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// number gives a cell's number as people see it: the 15 digits a spreadsheet shows, without an exponent. exact is false
// for whole numbers of more than 15 digits: such a cell once held a code or a card number whose last digits are lost.
func number(b *Book, dst, v []byte, k kind) (out []byte, exact bool) {
	if k == plain && short(v) {
		return append(dst, v...), true
	}
	f, err := strconv.ParseFloat(string(v), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return append(dst, v...), false
	}
	switch k {
	case date, month:
		if day, ok := b.day(f); ok {
			layout := "2006-01-02"
			if k == month {
				layout = "2006-01"
			}
			return day.AppendFormat(dst, layout), true
		}
	case percent:
		return append(append(dst, shift(decimal(f), 2)...), '%'), true
	}
	return append(dst, decimal(f)...), math.Abs(f) < 1e15
}

// short reports a plain decimal that needs no rounding: at most 15 characters of digits, sign and point.
func short(v []byte) bool {
	if len(v) == 0 || len(v) > 15 {
		return false
	}
	for _, c := range v {
		if (c < '0' || c > '9') && c != '.' && c != '-' {
			return false
		}
	}
	return true
}

// decimal writes a number with 15 significant digits and no exponent.
func decimal(f float64) string {
	s := strconv.FormatFloat(f, 'e', 14, 64)
	mantissa, exponent, _ := strings.Cut(s, "e")
	e, err := strconv.Atoi(exponent)
	if err != nil || e < -20 || e > 40 {
		return strconv.FormatFloat(f, 'g', 15, 64)
	}
	return shift(mantissa, e)
}

// shift moves the point of a decimal to the right (to the left where n is negative) and trims zeros that say nothing.
func shift(s string, n int) string {
	s, negative := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	for ; n > 0; n-- {
		if fraction == "" {
			fraction = "0"
		}
		whole, fraction = whole+fraction[:1], fraction[1:]
	}
	for ; n < 0; n++ {
		if whole == "" {
			whole = "0"
		}
		whole, fraction = whole[:len(whole)-1], whole[len(whole)-1:]+fraction
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

// day gives the day of a serial; ok is false for what is no day between 1900 and 9999. 1900 had no 29 February, though
// serials count it.
func (b *Book) day(serial float64) (time.Time, bool) {
	n := int(math.Floor(serial))
	switch {
	case b.from04:
		n += 1462
	case n == 60:
		return time.Time{}, false
	case n < 60:
		n++
	}
	if n < 2 || n > 2_958_465 {
		return time.Time{}, false
	}
	return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC), true
}

// column reads the letters of a cell's address; row is what follows.
func column(address []byte) (col int, row []byte) {
	for i, c := range address {
		switch {
		case c >= 'A' && c <= 'Z':
			col = col*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			col = col*26 + int(c-'a') + 1
		case c == '$':
		default:
			return col - 1, address[i:]
		}
		if col > 1<<15 {
			return col, nil
		}
	}
	return col - 1, nil
}

// block is a merged block: columns and rows from 0, and from 1 as addresses have them.
type block struct{ left, right, top, bottom int }

func parseBlock(ref []byte) (b block, ok bool) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return b, false
	}
	var top, bottom []byte
	b.left, top = column(from)
	b.right, bottom = column(to)
	var err1, err2 error
	b.top, err1 = strconv.Atoi(string(bytes.TrimPrefix(top, []byte("$"))))
	b.bottom, err2 = strconv.Atoi(string(bytes.TrimPrefix(bottom, []byte("$"))))
	return b, err1 == nil && err2 == nil && b.left >= 0 && b.right >= b.left && b.bottom >= b.top && b.bottom <= MaxRows
}
