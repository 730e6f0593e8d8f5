package form

import (
	"sort"
	"strings"
	"unicode/utf8"

	"yice/form/pinyin"
)

// Lookup finds codes as people type on a screen: by number, text, pinyin initials (fyh) or whole pinyin (feiyong), best
// first; all of them, in the order of the list, for nothing typed. The result is only a choice to offer, [Field.Parse]
// decides what a code is.
func (f *Field) Lookup(typed string) []Code {
	codes := f.Offered()
	if f.Kind == Flag && len(codes) == 0 {
		codes = flagCodes
	}
	key := codeKey(typed)
	if key == "" {
		return append([]Code(nil), codes...)
	}
	type hit struct {
		code *Code
		rank int
	}
	var hits []hit
	for i := range codes {
		if r := codes[i].rank(key); r > 0 {
			hits = append(hits, hit{&codes[i], r})
		}
	}
	sort.SliceStable(hits, func(a, b int) bool { return hits[a].rank < hits[b].rank })
	found := make([]Code, len(hits))
	for i, h := range hits {
		found[i] = *h.code
	}
	return found
}

// rank says how well a code fits what was typed, 1 the best, 0 not at all.
func (c *Code) rank(key string) int {
	zh, en := codeKey(c.Title.ZH), codeKey(c.Title.EN)
	switch {
	case c.named(key):
		return 1
	case strings.HasPrefix(c.NBS, key), strings.HasPrefix(codeKey(c.ID), key):
		return 2
	case strings.HasPrefix(zh, key):
		return 3
	case Sounds(c.Title.ZH, key, true):
		return 4
	case strings.HasPrefix(en, key):
		return 5
	case strings.Contains(zh, key):
		return 6
	case Sounds(c.Title.ZH, key, false):
		return 7
	case len(key) > 1 && strings.Contains(en, key):
		return 8
	}
	for _, also := range c.Also {
		if strings.Contains(codeKey(also), key) || Sounds(also, key, true) {
			return 9
		}
	}
	return 0
}

// Sounds reports whether letters spell a Chinese title by pinyin initials (zdsys), whole syllables (zhongdian) or any
// mixture, from its beginning or, where start is false, from any character on. A character of several readings fits by
// each of them.
func Sounds(title, letters string, start bool) bool {
	if letters == "" || len(letters) > 64 || !allLower(letters) {
		return false
	}
	runes := []rune(codeKey(title))
	if start {
		return spells(runes, letters)
	}
	for i := range runes {
		if spells(runes[i:], letters) {
			return true
		}
	}
	return false
}

// spells walks a title with the sets of ways the letters can have been used up so far.
func spells(title []rune, letters string) bool {
	used := map[int]bool{0: true}
	for _, r := range title {
		ways := syllables(r)
		if len(ways) == 0 {
			continue // a mark: nobody types it
		}
		next := map[int]bool{}
		for n := range used {
			for _, syllable := range ways {
				rest := letters[n:]
				for size := 1; size <= len(syllable); size++ {
					// A syllable counts by its initial, by all of it, or cut off where the letters end.
					if !strings.HasPrefix(rest, syllable[:size]) {
						break
					}
					if size == 1 || size == len(syllable) || size == len(rest) {
						next[n+size] = true
					}
				}
			}
		}
		if next[len(letters)] {
			return true
		}
		if len(next) == 0 {
			return false
		}
		used = next
	}
	return false
}

// syllables gives the readings of a character, the character itself where it is a letter or a digit, nothing for a mark.
func syllables(r rune) []string {
	switch {
	case r >= utf8.RuneSelf:
		return pinyin.Of(r)
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return []string{string(r)}
	}
	return nil
}

func allLower(s string) bool {
	for i := 0; i < len(s); i++ {
		if (s[i] < 'a' || s[i] > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
