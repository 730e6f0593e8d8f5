package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// The quick look lets every word pass, in simplified characters and in traditional ones, with blanks in it and in capitals.
func TestTheQuickLookPassesEveryWord(t *testing.T) {
	traditional := make(map[rune]rune)
	for from, to := range simplified {
		traditional[to] = from
	}
	all := slices.Concat(slices.Collect(maps.Keys(openingWords)), slices.Collect(maps.Keys(carriedWords)), slices.Collect(maps.Keys(totalWords)), totalTails)
	for _, w := range all {
		old := strings.Map(func(r rune) rune {
			if to, ok := traditional[r]; ok {
				return to
			}
			return r
		}, w)
		for _, written := range []string{w, old, strings.ToUpper(w), "　" + strings.Join(strings.Split(w, ""), " ") + "：", "2023年3月" + w} {
			if !mayBeWord([]byte(written)) {
				t.Errorf("%q is not looked at", written)
			}
		}
		if wordOf([]byte(old)) == wordNone {
			t.Errorf("%q says nothing", old)
		}
	}
	for _, other := range []string{"记-0000001", "研究材料", "人员人工", "直接投入", "费用化", "企业自筹", "2023-01-05", "12.50"} {
		if mayBeWord([]byte(other)) {
			t.Errorf("%q is looked at", other)
		}
	}
}
