package scoring

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"yice/text"
)

// syntaxSentence says in plain words what the parser has against an expression. at is an offset in body.
func syntaxSentence(message string, body []byte, at int) text.Pair {
	found := text.PackEndOfLine
	if at < len(body) {
		r, _ := utf8.DecodeRune(body[at:])
		if r != '\n' && r != '\r' {
			found = text.Quoted.With(legible(string(r)))
		}
		if r == '\n' || r == '\r' || r == '#' {
			found = text.PackEndOfLine
		}
	}
	for _, s := range syntaxSentences {
		if strings.HasPrefix(message, s.begins) {
			if say := afterNumber(body, at); !say.Empty() {
				return say
			}
			if isHan(body, at) && s.han != nil {
				return *s.han
			}
			if !strings.Contains(s.say.ZH, "%s") {
				return s.say
			}
			return s.say.With(found)
		}
	}
	return text.PackSyntax.With(found)
}

// afterNumber says what is wrong where a number is followed by what people write after one: a percent sign or a unit.
func afterNumber(body []byte, at int) text.Pair {
	number := bytes.TrimRight(body[:min(at, len(body))], " ")
	if len(number) == 0 || number[len(number)-1] < '0' || number[len(number)-1] > '9' {
		return text.Pair{}
	}
	if bytes.HasPrefix(body[at:], []byte("%")) {
		return text.PackBarePercent
	}
	for _, unit := range []string{"万元", "亿元", "千元", "百分", "万", "亿", "元", "分", "人", "项", "件", "个", "家", "倍", "年"} {
		if bytes.HasPrefix(body[at:], []byte(unit)) {
			return text.PackUnit.With(text.Quoted.With(unit))
		}
	}
	return text.Pair{}
}

func isHan(body []byte, at int) bool {
	if at >= len(body) {
		return false
	}
	r, _ := utf8.DecodeRune(body[at:])
	return r >= 0x2E80
}

// syntaxSentences pair the beginnings of the parser's messages with sentences; han is said instead where a Chinese
// character stands at the place.
var syntaxSentences = []struct {
	begins string
	say    text.Pair
	han    *text.Pair
}{
	{"expected '=' after key", text.PackNoEquals, &text.PackHanKey},
	{"invalid character at start of key", text.PackBadKey, &text.PackHanKey},
	{"expected key", text.PackBadKey, nil},
	{"expected ']'", text.PackHeaderOpen, &text.PackHanKey},
	{"expected ']]'", text.PackHeaderOpen, &text.PackHanKey},
	{"unexpected character", text.PackBareValue, &text.PackHanValue},
	{"strings must be quoted", text.PackBareValue, &text.PackHanValue},
	{"expected keyword", text.PackBareValue, nil},
	{"expected value", text.PackNoValue, nil},
	{"basic strings cannot have new lines", text.PackOpenString, nil},
	{"unterminated", text.PackOpenString, nil},
	{"multiline", text.PackOpenLongString, nil},
	{"literal strings cannot have new lines", text.PackOpenString, nil},
	{"basic strings cannot have control", text.PackControl, nil},
	{"literal strings cannot have control", text.PackControl, nil},
	{"control characters", text.PackControl, nil},
	{"carriage return", text.PackControl, nil},
	{"array is incomplete", text.PackOpenArray, nil},
	{"expected ',' or ']'", text.PackArrayComma, nil},
	{"inline table is incomplete", text.PackOpenTable, nil},
	{"expected ',' or '}'", text.PackTableComma, nil},
	{"unexpected comma", text.PackStrayComma, nil},
	{"invalid escape", text.PackEscape, nil},
	{"need a character after", text.PackEscape, nil},
	{"unicode escape", text.PackEscape, nil},
	{"escape sequence", text.PackEscape, nil},
	{"invalid hexadecimal", text.PackEscape, nil},
	{"integers cannot have leading", text.PackNumberForm, nil},
	{"decimal point", text.PackNumberForm, nil},
	{"exponent", text.PackNumberForm, nil},
	{"number must have", text.PackNumberForm, nil},
	{"expected digit", text.PackNumberForm, nil},
	{"expected number", text.PackNumberForm, nil},
	{"radix prefix", text.PackNumberForm, nil},
	{"sign is not allowed", text.PackNumberForm, nil},
	{"expected newline", text.PackTrailing, nil},
}

// neverClosed says whether a message is about a bracket or a string without an end.
func neverClosed(message string) bool {
	return strings.Contains(message, "incomplete") || strings.Contains(message, "terminated")
}
