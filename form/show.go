package form

import (
	"fmt"
	"strconv"
	"strings"

	"yice/text"
)

// Show gives the canonical text of a value, as files hold it: money in 元 with two decimals and no separators, percent
// with its sign, codes by id.
func (f *Field) Show(v Value) string {
	n, ok := v.Int()
	if !ok {
		return v.Str()
	}
	switch f.Kind {
	case Money:
		return fixed(n, 2)
	case Decimal:
		return fixed(n, f.Decimals)
	case Percent:
		return trimZeros(fixed(n, 4), 0) + "%"
	}
	return strconv.FormatInt(n, 10)
}

// Typed gives the text an editor starts from: as [Field.Show], but money in the unit given (NoUnit: the field's own),
// exact to the last 分, so that leaving a cell unchanged changes nothing; and a level or type as the pack calls it.
func (f *Field) Typed(v Value, in Unit) string {
	if f.Named != NotNamed {
		return codeTitle(f.Codes, v.Str()).ZH
	}
	n, ok := v.Int()
	if !ok || f.Kind != Money {
		return f.Show(v)
	}
	return trimZeros(f.inUnit(n, in), 2)
}

// Display gives the text for people: thousands separators, the unit given (NoUnit: the field's own), code titles in the
// language. It is exact: figures are never rounded here, at least two decimals of money are shown.
func (f *Field) Display(v Value, in Unit, l text.Lang) string {
	if v.Empty() {
		return ""
	}
	if n, ok := v.Int(); ok {
		switch f.Kind {
		case Money:
			return Separated(trimZeros(f.inUnit(n, in), 2))
		case Percent:
			return f.Show(v)
		}
		return Separated(f.Show(v))
	}
	switch s := v.Str(); f.Kind {
	case CodeKind:
		return codeTitle(f.Codes, s).In(l)
	case Flag:
		return codeTitle(flagCodes, s).In(l)
	case Month:
		if len(s) == 6 && s != FailedMonth {
			return s[:4] + "-" + s[4:]
		}
		return s
	case Files:
		var names []string
		for _, a := range Attachments(v) {
			names = append(names, a.Name)
		}
		if l.Written() == text.EN {
			return strings.Join(names, ", ")
		}
		return strings.Join(names, "、")
	default:
		if f.Worded && l.Written() == text.EN {
			return text.OfTemplate(s)
		}
		return s
	}
}

// inUnit writes 分 in a unit of money with every decimal it has.
func (f *Field) inUnit(fen int64, in Unit) string {
	one := f.counts(in)
	decimals := 0
	for p := int64(1); p < one; p *= 10 {
		decimals++
	}
	return fixed(fen, decimals)
}

// fixed writes n ÷ 10^decimals.
func fixed(n int64, decimals int) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if decimals == 0 {
		return sign + s
	}
	if len(s) <= decimals {
		s = strings.Repeat("0", decimals-len(s)+1) + s
	}
	return sign + s[:len(s)-decimals] + "." + s[len(s)-decimals:]
}

// trimZeros drops decimals that say nothing, down to a least number of them.
func trimZeros(s string, least int) string {
	point := strings.IndexByte(s, '.')
	if point < 0 {
		return s
	}
	for len(s) > point+1+least && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	return strings.TrimSuffix(s, ".")
}

// Separated puts a separator before every third digit of a plain decimal number: -1234567.80 → -1,234,567.80.
func Separated(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, decimals, point := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if point {
		b.WriteByte('.')
		b.WriteString(decimals)
	}
	return b.String()
}

// InWan shows 分 as 万元 with two decimals, half away from zero.
func InWan(fen int64) string {
	neg := fen < 0
	if neg {
		fen = -fen
	}
	c := (fen + 5_000) / 10_000
	s := Grouped(fmt.Sprintf("%d.%02d", c/100, c%100))
	if neg && c > 0 {
		return "-" + s
	}
	return s
}

// KeyTitle gives the key of a row as people read it, in both languages: its codes by their titles. The form may be one that
// is not known.
func KeyTitle(form, key string) text.Pair {
	f := ByID(form)
	if f == nil {
		return text.Same(key)
	}
	for _, fields := range f.Keys {
		parts := strings.Split(key, "+")
		if len(parts) != len(fields) {
			continue
		}
		for i, id := range fields {
			if fd := f.Field(id); fd != nil {
				parts[i] = fd.Display(S(parts[i]), NoUnit, text.EN)
			}
		}
		return text.Pair{ZH: key, EN: strings.Join(parts, "+")}
	}
	return text.Same(key)
}
