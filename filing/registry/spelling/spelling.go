// Package spelling has the one spelling of what a registry keeps and of what its history is reckoned over: a list of texts, a figure, the sides
// of a double claim. What is written in one spelling reads back as it was written, and what is written in another is not read. It knows no
// database. Start with [Texts].
package spelling

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"yice/scoring"
)

// Texts is the one spelling of a list of texts: as JSON has it.
func Texts(texts []string) string {
	n := 2
	for _, t := range texts {
		n += len(t) + 3
	}
	b := append(make([]byte, 0, n), '[')
	for i, t := range texts {
		if i > 0 {
			b = append(b, ',')
		}
		if plainJSON(t) {
			b = append(b, '"')
			for _, c := range []byte(t) {
				if c == '"' || c == '\\' {
					b = append(b, '\\')
				}
				b = append(b, c)
			}
			b = append(b, '"')
			continue
		}
		var one bytes.Buffer
		e := json.NewEncoder(&one)
		e.SetEscapeHTML(false)
		_ = e.Encode(t) // of a text it never fails
		b = append(b, bytes.TrimSuffix(one.Bytes(), []byte("\n"))...)
	}
	return string(append(b, ']'))
}

// plainJSON reports whether a text stands in JSON as it is, but for quotes and what they are kept by.
func plainJSON(s string) bool {
	for i := range len(s) {
		// 0xE2 begins the two signs that end a line, which are escaped.
		if c := s[i]; c < ' ' || c == 0x7f || c == 0xe2 {
			return false
		}
	}
	return utf8.ValidString(s)
}

// Figure is a figure as text, the same whichever database it lay in: a fraction in its lowest terms.
func Figure(v any) string {
	var s string
	switch x := v.(type) {
	case int64:
		return strconv.FormatInt(x, 10)
	case float64:
		s = strconv.FormatFloat(x, 'f', -1, 64)
	case string:
		s = x
	default:
		s = fmt.Sprint(v)
	}
	if d, ok := Dec(s); ok {
		return lowest(d)
	}
	if q, ok := new(big.Rat).SetString(s); ok && s != "" {
		return q.RatString()
	}
	return s
}

// Dec reads a decimal as the program writes one.
func Dec(s string) (d scoring.Dec, ok bool) {
	negative, point := false, -1
	digits := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '-' && i == 0:
			negative = true
		case c == '.' && point < 0 && digits > 0:
			point = i
		case c >= '0' && c <= '9' && digits < 18:
			d.Units = d.Units*10 + int64(c-'0')
			digits++
			if point >= 0 {
				d.Places++
			}
		default:
			return d, false
		}
	}
	if negative {
		d.Units = -d.Units
	}
	return d, digits > 0 && point != len(s)-1
}

// lowest is a decimal as a fraction in its lowest terms.
func lowest(d scoring.Dec) string {
	units, under := d.Units, int64(1)
	for range d.Places {
		under *= 10
	}
	a, b := max(units, -units), under
	for b != 0 {
		a, b = b, a%b
	}
	if units, under = units/a, under/a; under == 1 {
		return strconv.FormatInt(units, 10)
	}
	return strconv.FormatInt(units, 10) + "/" + strconv.FormatInt(under, 10)
}

// Storable is a text that every database keeps: a server takes no byte that is nothing.
func Storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
