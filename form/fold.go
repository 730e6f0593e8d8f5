package form

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold makes half-width of what an input method writes full-width, drops what cannot be seen and trims. Only for codes
// and what is read as one; text stays as typed.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' {
			plain = false
			break
		}
	}
	if plain {
		return strings.TrimSpace(s)
	}
	return strings.TrimSpace(strings.Map(foldRune, s))
}

func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // the full-width forms of ASCII
		return r - '！' + '!'
	case invisible(r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', 'ー', '─':
		return '-'
	}
	return r
}

// foldFigures is fold for what can only be a figure, a date, a code of a list or an identifier: there the marks of an
// input method stand for those of arithmetic too.
func foldFigures(s string) string {
	s = fold(s)
	if strings.ContainsAny(s, "。｡￥×✕÷、") {
		s = figureMarks.Replace(s)
	}
	return s
}

var figureMarks = strings.NewReplacer("。", ".", "｡", ".", "￥", "¥", "×", "*", "✕", "*", "÷", "/", "、", ",")

// invisible reports runes that take no cell and mean nothing in Chinese or English text.
func invisible(r rune) bool {
	switch r {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return false
}

// unruly reports runes that must never reach a terminal: controls, and those that reorder a line.
func unruly(r rune) bool {
	switch {
	case r < ' ', r == 0x7f, r >= 0x80 && r <= 0x9f:
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u2028', r == '\u2029':
		return true
	}
	return false
}

// Printable makes a text harmless to show: controls and what reorders a line become "·", and more than max runes are cut
// with "…". For sentences that quote what was typed.
func Printable(s string, limit int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n == limit {
			b.WriteRune('…')
			break
		}
		if unruly(r) || r == utf8.RuneError {
			r = '·'
		}
		if invisible(r) {
			continue
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// quoted is how a sentence quotes what was typed.
func quoted(s string) string { return Printable(strings.TrimSpace(s), 40) }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Folded is a text as it is compared with others that may mean the same: half-width, without blanks, in small letters.
func Folded(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(fold(s)), ""))
}
