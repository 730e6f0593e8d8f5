package form

import (
	"strings"
	"unicode/utf8"

	"yice/text"
)

// usccAlphabet has no I, O, S, V, Z (GB 32100-2015).
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

var usccWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// parseUSCC reads a unified social credit code; one whose check character fails is stored all the same, since an
// enterprise may really have such a code, and is a finding.
func parseUSCC(s string) (Value, error) {
	code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(s))
	if scientific(code) {
		return Value{}, refuse(text.FormScientific, quoted(s))
	}
	if n := utf8.RuneCountInString(code); n != 18 {
		return Value{}, refuse(text.FormUSCCLength, quoted(s), n)
	}
	for i, r := range code {
		if !strings.ContainsRune(usccAlphabet, r) {
			return Value{}, refuse(text.FormUSCCLetter, quoted(s), i+1, quoted(string(r)))
		}
	}
	return S(code), nil
}

// usccCheck gives the check character of a code's first 17; ok is false for what is not shaped like one.
func usccCheck(code string) (want byte, ok bool) {
	if len(code) != 18 {
		return 0, false
	}
	sum := 0
	for i, w := range usccWeights {
		v := strings.IndexByte(usccAlphabet, code[i])
		if v < 0 {
			return 0, false
		}
		sum += v * w
	}
	return usccAlphabet[(31-sum%31)%31], true
}

// ValidUSCC reports whether a stored code's check character is right.
func ValidUSCC(code string) bool {
	want, ok := usccCheck(code)
	return ok && want == code[17]
}
