package numfmt

import (
	"strings"
	"unicode/utf8"
)

// what is the kind of a token.
type what uint8

const (
	text      what = iota // stands as it is
	digit                 // 0 # ?
	point                 // .
	comma                 // ,
	percent               // %
	exponent              // E+ E-
	generally             // General
	at                    // @
	bracket               // [ ]
	letter                // a letter that dates are made of
)

type token struct {
	what what
	text string
}

// generals are the words for General that files have.
var generals = []string{"general", "g/通用格式", "g/標準", "常规"}

// tokens takes a section apart. Blanks as wide as a character (_x) and fillings (*x) are dropped.
func tokens(part string) []token {
	var list []token
	for len(part) > 0 {
		t, n := next(part)
		if n > 0 && (t.what != text || t.text != "") {
			list = append(list, t)
		}
		part = part[max(n, 1):]
	}
	return list
}

// next gives the first token and how many bytes it takes.
func next(part string) (token, int) {
	folded := strings.ToLower(part[:min(len(part), 16)])
	for _, g := range generals {
		if strings.HasPrefix(folded, g) {
			return token{generally, ""}, len(g)
		}
	}
	switch c := part[0]; c {
	case '"':
		end := strings.IndexByte(part[1:], '"')
		if end < 0 {
			return token{text, part[1:]}, len(part)
		}
		return token{text, part[1 : 1+end]}, end + 2
	case '\\', '!':
		_, n := utf8.DecodeRuneInString(part[1:])
		return token{text, part[1 : 1+n]}, 1 + n
	case '_', '*':
		_, n := utf8.DecodeRuneInString(part[1:])
		return token{text, ""}, 1 + n
	case '[':
		end := strings.IndexByte(part, ']')
		if end < 0 {
			return token{text, "["}, 1
		}
		return inBrackets(part[1:end]), end + 1
	case '0', '#', '?':
		return token{digit, part[:1]}, 1
	case '.':
		return token{point, "."}, 1
	case ',':
		return token{comma, ","}, 1
	case '%':
		return token{percent, "%"}, 1
	case '@':
		return token{at, "@"}, 1
	case 'E', 'e':
		if len(part) > 1 && (part[1] == '+' || part[1] == '-') {
			return token{exponent, ""}, 2
		}
	}
	for _, noon := range []string{"am/pm", "a/p", "上午/下午"} {
		if strings.HasPrefix(folded, noon) {
			return token{letter, "a/p"}, len(noon)
		}
	}
	if c := part[0] | 0x20; strings.IndexByte("ymdhsaegb", c) >= 0 && part[0] < utf8.RuneSelf && part[0] >= 'A' {
		n := 1
		for n < len(part) && part[n]|0x20 == c {
			n++
		}
		return token{letter, folded[:min(n, len(folded))]}, n
	}
	_, n := utf8.DecodeRuneInString(part)
	return token{text, part[:n]}, n
}

// inBrackets gives the currency of [$¥-804] as text, the elapsed hours of [h] as what they are.
func inBrackets(in string) token {
	if symbol, ok := strings.CutPrefix(in, "$"); ok {
		symbol, _, _ = strings.Cut(symbol, "-")
		return token{text, symbol}
	}
	if folded := strings.ToLower(in); folded != "" && (strings.Trim(folded, "h") == "" || strings.Trim(folded, "m") == "" || strings.Trim(folded, "s") == "") {
		return token{letter, "[" + folded}
	}
	return token{bracket, in}
}
