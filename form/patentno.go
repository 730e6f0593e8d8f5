package form

import (
	"strings"

	"yice/text"
)

// parsePatentNumber reads an application number in any of its dresses; the stored form is 201910380558.X, before October
// 2003 85100001.0. A wrong check or type digit is stored and is a finding; only what cannot be such a number is refused.
func parsePatentNumber(s string) (Value, error) {
	if scientific(s) {
		return Value{}, refuse(text.FormScientific, quoted(s))
	}
	n := strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if published(n) {
		return Value{}, refuse(text.FormPatentPublication, quoted(s))
	}
	for _, prefix := range []string{"ZL", "CN", "ZL"} {
		n = strings.TrimPrefix(n, prefix)
	}
	n = strings.TrimPrefix(n, ".")
	if i := strings.IndexByte(n, '.'); i >= 0 {
		if i != len(n)-2 {
			return Value{}, refuse(text.FormNotPatent, quoted(s))
		}
		n = n[:i] + n[i+1:]
	}
	switch len(n) {
	case 12, 8:
		if allDigits(n) && patentYearFits(n+"0") {
			want, _ := PatentCheckDigit(n + ".0")
			return Value{}, refuse(text.FormPatentNoCheck, quoted(s), n+"."+string(want))
		}
	case 13, 9:
		last := n[len(n)-1]
		if allDigits(n[:len(n)-1]) && (last >= '0' && last <= '9' || last == 'X') && patentYearFits(n) {
			return S(n[:len(n)-1] + "." + string(last)), nil
		}
	}
	return Value{}, refuse(text.FormNotPatent, quoted(s))
}

// published reports a publication number: CN, 7 or 9 digits, A B U S.
func published(n string) bool {
	rest, ok := strings.CutPrefix(n, "CN")
	digits := strings.TrimRight(rest, "ABCUSY")
	return ok && digits != rest && allDigits(digits) && (len(digits) == 7 || len(digits) == 9)
}

// patentYearFits: new numbers since 2003 begin with four digits of the year, old ones with two from 1985 to 2003.
func patentYearFits(n string) bool {
	if len(n) == 13 {
		y := number4(n)
		return y >= 2003 && y <= MaxYear
	}
	y := number2(n)
	return y >= 85 || y <= 3
}

// patentDigits takes a stored number apart; ok is false for what is not shaped like one.
func patentDigits(number string) (digits string, ok bool) {
	i := strings.IndexByte(number, '.')
	if i != len(number)-2 || i != 12 && i != 8 || !allDigits(number[:i]) {
		return "", false
	}
	return number[:i], true
}

// PatentCheckDigit gives the right check digit of a stored number: weights 2–9 and again 2–5, modulo 11, 10 is X.
func PatentCheckDigit(number string) (want byte, ok bool) {
	digits, ok := patentDigits(number)
	if !ok {
		return 0, false
	}
	sum := 0
	for i := 0; i < len(digits); i++ {
		sum += int(digits[i]-'0') * (2 + i%8)
	}
	if sum %= 11; sum == 10 {
		return 'X', true
	}
	return '0' + byte(sum), true
}

// PatentType gives the type digit of a stored number and the kind it stands for, "" for none.
func PatentType(number string) (digit byte, kind string) {
	digits, ok := patentDigits(number)
	if !ok {
		return '?', ""
	}
	digit = digits[2]
	if len(digits) == 12 {
		digit = digits[4]
	}
	switch digit {
	case '1', '8':
		return digit, Invention
	case '2', '9':
		return digit, Utility
	case '3':
		return digit, Design
	}
	return digit, ""
}

// PatentYear gives the year a stored number was filed in.
func PatentYear(number string) int {
	digits, ok := patentDigits(number)
	switch {
	case !ok:
		return 0
	case len(digits) == 12:
		return number4(digits)
	case number2(digits) >= 85:
		return 1900 + number2(digits)
	}
	return 2000 + number2(digits)
}
