package lineedit

import (
	"unicode"
	"unicode/utf8"
)

// class of a character for moves by word: a run of one class is a word. Chinese text has no spaces; a run of it moves as
// one, which in figures and names is what people expect.
type class uint8

const (
	space class = iota
	letter
	han
	mark
)

func classOf(s string) class {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '_':
		return letter
	}
	return mark
}

func (e *Editor) wordLeft(i int) int {
	for i > 0 && classOf(e.text[i-1].Text) == space {
		i--
	}
	if i == 0 {
		return 0
	}
	k := classOf(e.text[i-1].Text)
	for i > 0 && classOf(e.text[i-1].Text) == k {
		i--
	}
	return i
}

func (e *Editor) wordRight(i int) int {
	if i >= len(e.text) {
		return i
	}
	k := classOf(e.text[i].Text)
	for i < len(e.text) && classOf(e.text[i].Text) == k {
		i++
	}
	for i < len(e.text) && classOf(e.text[i].Text) == space {
		i++
	}
	return i
}
