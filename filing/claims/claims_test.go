package claims

import (
	"strings"
	"testing"
)

func alike(a, b string) bool {
	g := gistOf(a)
	return g.like(gistOf(b))
}

// alikeTold is the rule as it is told: in four of five neighbouring pairs of characters, or one within the other.
func alikeTold(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	switch {
	case a == b:
		return a != ""
	case len(ra) > longestTitle || len(rb) > longestTitle || min(len(ra), len(rb)) < 4:
		return false
	case min(len(ra), len(rb)) >= 6 && (strings.Contains(a, b) || strings.Contains(b, a)):
		return true
	}
	pairs, common := make(map[string]int), 0
	for i := range len(ra) - 1 {
		pairs[string(ra[i:i+2])]++
	}
	for i := range len(rb) - 1 {
		if p := string(rb[i : i+2]); pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 10*common >= 4*(len(ra)+len(rb)-2)
}

// Titles are alike both ways, and by the rule as it is told.
func FuzzTitlesAreAlikeBothWays(f *testing.F) {
	f.Add("智慧水务重点实验室", "智慧水务重点实验室（筹）")
	f.Add("a", "")
	f.Add("城市供水管网漏损识别技术", "城市供水管网漏损识别装置")
	f.Add("啊啊啊啊啊啊", "啊啊啊啊啊")
	f.Add("甲乙丙丁甲乙丙丁", "丁甲乙丙丁甲乙丙")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = plainTitle(a), plainTitle(b)
		if alike(a, b) != alike(b, a) || alike(a, b) != alikeTold(a, b) {
			t.Errorf("%q and %q: %v, told %v", a, b, alike(a, b), alikeTold(a, b))
		}
	})
}
