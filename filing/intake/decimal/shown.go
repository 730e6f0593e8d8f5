package decimal

import (
	"strings"
	"unicode"

	"yice/filing/intake/sheet"
)

// Seen is what a cell shows of a number that stands beside it, in the shape package sheet asks for: the same that package
// numfmt makes of a number and its format.
type Seen struct {
	Text  string
	Exact string // Text with all digits, where it has fewer
	Words bool   // no figure: yes, no, a name
}

// unitWords are words behind a figure that say how many digits it leaves out.
var unitWords = []struct {
	word  string
	power int
}{{"百万", 6}, {"千万", 7}, {"十万", 5}, {"百亿", 10}, {"十亿", 9}, {"千", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}}

// See compares what a cell shows with the decimal it holds. A text that shows another figure than the decimal rounded, that
// of another unit or without its sign, is damaged: which of the two counts is for people. A figure without a sign is taken
// for negative where red says that its colour shows it.
func See(shown, held string, red bool) Seen {
	shown = strings.TrimFunc(shown, blank)
	p, ok := take(shown)
	if !ok {
		return seeWords(shown, held)
	}
	abs, below := strings.CutPrefix(held, "-")
	scaled := abs
	switch {
	case strings.HasPrefix(p.after, "%"):
		scaled = Shift(abs, 2)
	case !p.rounds(abs):
		for _, u := range unitWords {
			if strings.HasPrefix(p.after, u.word) {
				scaled = Shift(abs, -u.power)
				break
			}
		}
	}
	zero := strings.Trim(p.digits, "0.") == ""
	if !p.rounds(scaled) || !zero && p.minus != below && !(below && red) {
		return Seen{Text: sheet.Damage + shown + sheet.Disguise + held}
	}
	sign := ""
	if below && !zero {
		sign = "-"
	}
	s := Seen{Text: sign + p.before + p.digits + p.after}
	if Shift(p.digits, 0) != Shift(scaled, 0) {
		if below {
			sign = "-"
		}
		s.Exact = sign + p.before + scaled + p.after
	}
	return s
}

// seeWords is for what has no single figure in it: words, dashes, a power of ten, a fraction.
func seeWords(shown, held string) Seen {
	zero := held == "0"
	switch {
	case zero && dashes(shown):
		return Seen{Text: "0"}
	case dashes(shown):
		return Seen{Text: sheet.Damage + shown + sheet.Disguise + held}
	case shown == "TRUE":
		return Seen{Text: "是", Words: true}
	case shown == "FALSE":
		return Seen{Text: "否", Words: true}
	case !strings.ContainsAny(shown, "0123456789"):
		return Seen{Text: shown, Words: true}
	}
	if power, ok := Parse(shown); ok && power != held {
		return Seen{Text: power, Exact: held}
	}
	return Seen{Text: held}
}

// dashes reports text that stands for no figure.
func dashes(s string) bool { return strings.Trim(s, "-−－–—/_ ¥￥$") == "" }

// parts are a figure as it is shown, taken apart.
type parts struct {
	before, after string // what stands around it, without sign and brackets
	digits        string // without grouping
	minus         bool
}

// rounds reports whether a decimal without sign, rounded to as many digits, is the figure.
func (p *parts) rounds(abs string) bool {
	_, fraction, _ := strings.Cut(p.digits, ".")
	return Shift(Round(abs, len(fraction)), 0) == Shift(p.digits, 0)
}

// brackets around a figure show that it is below zero.
var brackets = map[string]string{"(": ")", "（": "）"}

// take finds the one figure in a text: digits in groups of three, or none.
func take(shown string) (p parts, ok bool) {
	from := strings.IndexAny(shown, "0123456789")
	if from < 0 || len(shown) > 200 {
		return p, false
	}
	if from > 0 && shown[from-1] == '.' {
		from--
	}
	to := from + len(shown[from:]) - len(strings.TrimLeft(shown[from:], "0123456789,."))
	core := strings.TrimRight(shown[from:to], ",.")
	p.before, p.after = shown[:from], shown[from+len(core):]
	if strings.ContainsAny(p.after, "0123456789") {
		return p, false
	}
	if p.digits, ok = ungroup(core); !ok {
		return p, false
	}
	for _, sign := range []string{"-", "−", "－", "负", "△", "▲"} {
		if strings.Contains(p.before, sign) {
			p.minus, p.before = true, strings.Replace(p.before, sign, "", 1)
		}
	}
	if rest, ok := strings.CutPrefix(p.after, "-"); ok && !p.minus {
		p.minus, p.after = true, rest
	}
	for opens, closes := range brackets {
		if strings.Contains(p.before, opens) && strings.Contains(p.after, closes) {
			p.minus = true
			p.before, p.after = strings.Replace(p.before, opens, "", 1), strings.Replace(p.after, closes, "", 1)
		}
	}
	p.before, p.after = strings.TrimFunc(p.before, blank), strings.TrimRightFunc(p.after, blank)
	if strings.TrimFunc(p.after, blank) == "%" {
		p.after = "%"
	}
	return p, true
}

// currencies may stand before or behind a figure and say nothing of its size.
const currencies = "¥￥$€£元CNYRMB"

// Is reports whether a text whose kind nobody states is a figure: 1,234.50 · (1,234.50) · -¥1,234.50 · 12.5%.
func Is(shown string) bool {
	p, ok := take(strings.TrimFunc(shown, blank))
	return ok && strings.Trim(p.before, currencies) == "" && strings.Trim(p.after, currencies+"%") == ""
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u00a0' || r == '\u3000' || r == '\u202f' }

// ungroup takes the commas out of 1,234,567.89.
func ungroup(s string) (string, bool) {
	whole, fraction, point := strings.Cut(s, ".")
	if point && (fraction == "" || !digits(fraction)) {
		return "", false
	}
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if !digits(g) || len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3)) {
			return "", false
		}
	}
	whole = strings.Join(groups, "")
	switch {
	case whole == "" && !point:
		return "", false
	case whole == "":
		whole = "0"
	}
	if point {
		whole += "." + fraction
	}
	return whole, true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
