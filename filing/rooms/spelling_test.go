package rooms_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"yice/filing/registry/spelling"
)

// The chain of a history lasts by one spelling of its lines, which is that of JSON, whatever stands in them.
func FuzzTheSpellingOfALine(f *testing.F) {
	for _, s := range []string{"", "甲", "a\"b\\c", "\u2028\u2029…“”", "\x00\x1f\x7f\ufffd", "\xff\xe2\x80", "<&>", "🙂"} {
		f.Add(s, "示例")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var want bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode([]string{a, b}); err != nil {
			t.Fatal(err)
		}
		if got := spelling.Texts([]string{a, b}); got+"\n" != want.String() {
			t.Errorf("%q, want %q", got, want.String())
		}
	})
}

// A figure reads the same whether it is reckoned here or by math/big.
func TestAFigureHasOneSpelling(t *testing.T) {
	for from, want := range map[string]string{
		"12.50": "25/2", "-0.000": "0", "100": "100", "0.333333333333": "333333333333/1000000000000", "-3.20": "-16/5", "1e-05": "1/100000",
		"123456789012345678901234567890.5": "246913578024691357802469135781/2", "": "", "007": "7",
	} {
		if got := spelling.Figure(from); got != want {
			t.Errorf("%s: %s, want %s", from, got, want)
		}
	}
	for from, want := range map[float64]string{12.5: "25/2", 0.1: "1/10", -3: "-3", 1e-7: "1/10000000"} {
		if got := spelling.Figure(from); got != want {
			t.Errorf("%v: %s, want %s", from, got, want)
		}
	}
}
