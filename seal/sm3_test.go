package seal_test

import (
	"encoding/hex"
	"testing"

	"yice/seal"
)

// The two examples of GB/T 32905-2016, annex A.
func TestSM3KnowsTheStandardsExamples(t *testing.T) {
	for in, want := range map[string]string{
		"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
		"abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd": "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
	} {
		sum := seal.SM3([]byte(in))
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("SM3(%q) = %s, want %s", in, got, want)
		}
		h := seal.NewSM3()
		h.Write([]byte(in))
		if got := hex.EncodeToString(h.Sum(nil)); got != want {
			t.Errorf("NewSM3(%q) = %s, want %s", in, got, want)
		}
	}
}
