package pinyin

import (
	"slices"
	"testing"

	library "github.com/mozillazg/go-pinyin"
)

// The packed readings are those of the library, of every character it has and of none besides.
func TestTheReadingsAreTheLibrarys(t *testing.T) {
	args := library.Args{Style: library.Normal, Heteronym: true}
	characters := make(map[rune]bool, len(library.PinyinDict))
	for r := range library.PinyinDict {
		characters[rune(r)] = true
		want := library.SinglePinyin(rune(r), args)
		want = slices.DeleteFunc(want, func(s string) bool { return s == "" })
		slices.Sort(want)
		want = slices.Compact(want)
		if got := Of(rune(r)); !slices.Equal(got, want) {
			t.Fatalf("%c: %v, want %v", r, got, want)
		}
	}
	for _, e := range readings().entries {
		if !characters[rune(e>>syllableBits)] {
			t.Fatalf("%c is not of the library", rune(e>>syllableBits))
		}
	}
	for _, r := range "a1，Ω🙂" {
		if got := Of(r); got != nil {
			t.Errorf("%c: %v", r, got)
		}
	}
}
