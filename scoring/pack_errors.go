package scoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yice/internal/inorder"
	"yice/text"
)

// Position is a place in a pack's file: the line, and the character in it, both from 1.
type Position struct{ Line, Col int }

// PackError is one thing wrong with a pack: where, what, and in Say also what to do about it.
type PackError struct {
	Position
	Path string // "indicator.rd_intensity.target"; "" where the file cannot be read that far
	Say  text.Pair
	// Suggest is what was probably meant, "" where nothing comes near. Say names it already.
	Suggest string
}

// In gives the error as one line of plain words.
func (e PackError) In(l text.Lang) string {
	where := text.PackAt.With(e.Line, e.Col)
	if e.Path != "" {
		where = text.PackAtPath.With(e.Line, e.Col, e.Path)
	}
	return where.In(l) + e.Say.In(l)
}

// PackErrors is everything wrong with a pack, in file order: all at once, at most 200.
type PackErrors []PackError

func (e PackErrors) Error() string {
	switch len(e) {
	case 0:
		return ""
	case 1:
		return e[0].In(text.ZH)
	}
	return e[0].In(text.ZH) + text.PackAndMore.With(len(e)-1).In(text.ZH)
}

// Lines gives the errors one a line, in file order.
func (e PackErrors) Lines(l text.Lang) []string {
	all := make([]string, len(e))
	for i := range e {
		all[i] = e[i].In(l)
	}
	return all
}

const (
	maxPackErrors  = 200  // shown
	maxPackCollect = 1000 // looked for, so that the first 200 of the file are the ones shown
)

// errorList gathers what is wrong while a pack is read.
type errorList struct {
	src  *source
	all  []PackError
	more int
}

// add notes an error at an offset of the source.
func (l *errorList) add(at int, path string, say text.Pair) { l.addNear(at, path, say, "") }

// addNear notes an error with what was probably meant.
func (l *errorList) addNear(at int, path string, say text.Pair, near string) {
	if len(l.all) >= maxPackCollect {
		l.more++
		return
	}
	if near != "" {
		meant := text.PackMeant.With(near)
		say = text.Pair{ZH: say.ZH + meant.ZH, EN: say.EN + meant.EN}
	}
	l.all = append(l.all, PackError{l.src.at(at), legible(path), say, near})
}

// about reports whether an error has been noted at a path or below it.
func (l *errorList) about(path string) bool {
	return slices.ContainsFunc(l.all, func(e PackError) bool { return e.Path == path || strings.HasPrefix(e.Path, path+".") })
}

// full reports whether no further error would be kept, so that nobody needs to look for suggestions.
func (l *errorList) full() bool { return len(l.all) >= maxPackCollect }

// sorted gives the errors in file order, cut to what can be read, with a last line that says so.
func (l *errorList) sorted() PackErrors {
	inorder.Stably(l.all, func(a, b PackError) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	all := slices.CompactFunc(l.all, func(a, b PackError) bool { return a == b })
	if len(all) <= maxPackErrors {
		return all
	}
	left := len(all) - maxPackErrors + l.more
	last := all[maxPackErrors-1]
	return append(slices.Clip(all[:maxPackErrors]), PackError{Position: last.Position, Say: text.PackTooMany.With(left)})
}

// nearest gives the candidate a mistyped word probably meant, or "".
func nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(foldWidth(strings.TrimSpace(word))))
	if len(w) == 0 || len(w) > 64 {
		return ""
	}
	best, bestAway := "", 0
	for _, c := range candidates {
		if strings.HasSuffix(c, "."+word) {
			return c
		}
		r := []rune(strings.ToLower(c))
		allowed := max(len(w), len(r)) / 3
		if allowed == 0 {
			allowed = 1
		}
		if len(w) == 1 && len(r) == 1 {
			allowed = 0
		}
		away := 2 * distance(w, r, allowed)
		if away > 0 && sameLetters(w, r) {
			away-- // letters in another order: of equals the likelier slip
		}
		if away <= 2*allowed && (best == "" || away < bestAway) {
			best, bestAway = c, away
		}
	}
	if best == word {
		return ""
	}
	return best
}

// sameLetters reports whether two words are made of the same letters.
func sameLetters(a, b []rune) bool {
	x, y := slices.Clone(a), slices.Clone(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// distance counts the insertions, deletions, replacements and swaps of neighbours between two words; limit+1 for "further".
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	before, last, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

// legible makes a text of the file fit to be shown in a message: no control, direction or format characters, not too long.
func legible(s string) string {
	n := 0
	var b strings.Builder
	for _, r := range s {
		if n++; n > 60 {
			b.WriteString("…")
			break
		}
		if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) || r == unicode.ReplacementChar {
			fmt.Fprintf(&b, "⟨%04X⟩", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// among lists candidates in words: "a、b、c".
func among(candidates []string) text.Pair {
	shown := candidates
	if len(shown) > 12 {
		shown = shown[:12]
	}
	p := text.Pair{ZH: strings.Join(shown, "、"), EN: strings.Join(shown, ", ")}
	if len(candidates) > len(shown) {
		p.ZH, p.EN = p.ZH+"……", p.EN+", …"
	}
	return p
}
