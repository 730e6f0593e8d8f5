// Package gb18030 reads and writes text in GB 18030-2022, and with it GBK and GB 2312, which are parts of it.
//
// Every code of the standard has one character and every character (every Unicode scalar value) has one code, so that bytes
// and text come back from each other unchanged. Nothing is ever put in the place of what cannot be read: a [Decoder] stops
// at a [BadCode], an [Encoder] at [BadText], and both say where it stands.
//
// Codes have one, two or four bytes:
//
//	00–7F                          ASCII
//	81–FE  40–7E or 80–FE          23,940 characters, in twobyte.txt: a line a first byte, in the order of the second
//	81–84  30–39  81–FE  30–39     the rest of Unicode's first 65,536, in the order of Unicode, but for [moved]
//	90–E3  30–39  81–FE  30–39     the rest of Unicode, in its order
//
// Start with [NewReader] and [NewWriter] for streams, [Check] to find out whether a stream is GB 18030 at all.
package gb18030

import (
	_ "embed"
	"sync"
	"unicode/utf8"
)

//go:generate go run gen.go index-gb18030.txt

// twoByte are the characters of the two-byte codes, a line a first byte from 81 to FE.
//
//go:embed twobyte.txt
var twoByte string

const (
	firstLead   = 0x81
	seconds     = 190                              // second bytes of a two-byte code
	pairs       = (0xFE - firstLead + 1) * seconds // two-byte codes
	basic       = 39420                            // four-byte codes of Unicode's first 65,536
	beyond      = 189000                           // place of the code of U+10000 among the four-byte codes
	secondDigit = 0x30                             // of a four-byte code: 30–39
)

// moved are the characters that a later edition of the standard gave to a two-byte code that had been one of private use.
// The private character took over the four-byte code the character had before: the first by the edition of 2005, the other
// eighteen by that of 2022 (GB 18030-2022, as in glibc's charmap GB18030 and in OpenJDK's GB18030).
var moved = [...]struct{ character, private uint16 }{
	{0x1E3F, 0xE7C7},                                                                                                             // A8BC
	{0xFE10, 0xE78D}, {0xFE12, 0xE78E}, {0xFE11, 0xE78F}, {0xFE13, 0xE790}, {0xFE14, 0xE791}, {0xFE15, 0xE792}, {0xFE16, 0xE793}, // A6D9–A6DF
	{0xFE17, 0xE794}, {0xFE18, 0xE795}, {0xFE19, 0xE796}, // A6EC, A6ED, A6F3
	{0x9FB4, 0xE81E}, {0x9FB5, 0xE826}, {0x9FB6, 0xE82B}, {0x9FB7, 0xE82C}, // FE59, FE61, FE66, FE67
	{0x9FB8, 0xE832}, {0x9FB9, 0xE843}, {0x9FBA, 0xE854}, {0x9FBB, 0xE864}, // FE6D, FE7E, FE90, FEA0
}

// tables hold the mapping within Unicode's first 65,536 both ways. A place is that of a two-byte code (from 0), or, after
// all of these, that of a four-byte code.
type tables struct {
	rune  [pairs + basic]uint16 // by place
	place [0x10000]uint16       // by character; 0 below 80 and for surrogates, which have none
}

// mapping is made when first needed: most runs of the program meet no GB 18030.
var mapping = sync.OnceValue(newTables)

func newTables() *tables {
	t := new(tables)
	var taken [0x10000]bool // by a two-byte code, were nothing moved
	at := 0
	for _, r := range twoByte {
		if r == '\n' {
			continue
		}
		t.set(at, uint16(r))
		taken[r] = true
		at++
	}
	var now [0x10000]uint16 // what has the four-byte code of a character that moved
	for _, m := range moved {
		taken[m.character], taken[m.private] = false, true
		now[m.character] = m.private
	}
	for r := 0x80; r < 0x10000; r++ {
		if taken[r] || r >= 0xD800 && r < 0xE000 {
			continue
		}
		c := uint16(r)
		if now[r] != 0 {
			c = now[r]
		}
		t.set(at, c)
		at++
	}
	return t
}

func (t *tables) set(place int, r uint16) {
	t.rune[place], t.place[r] = r, uint16(place)
}

// euroByte is the byte 80, which the standard leaves free and Windows writes for € in its code page 936.
const euroByte, euro = 0x80, '€'

// next reads the code src begins with. A size of 0 asks for more bytes; below 0 it is the size of what is no code.
func (t *tables) next(src []byte) (r rune, size int) {
	c := src[0]
	switch {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c == euroByte:
		return euro, 1
	case c == 0xFF:
		return 0, -1
	case len(src) < 2:
		return 0, 0
	}
	if place, ok := pairPlace(c, src[1]); ok {
		return rune(t.rune[place]), 2
	}
	return t.nextFour(src)
}

// pairPlace is the place of a two-byte code.
func pairPlace(lead, second byte) (int, bool) {
	if second < 0x40 || second == 0x7F || second == 0xFF {
		return 0, false
	}
	place := int(lead-firstLead)*seconds + int(second) - 0x40
	if second > 0x7F {
		place--
	}
	return place, true
}

// nextFour reads a four-byte code, of which two bytes are there at least.
func (t *tables) nextFour(src []byte) (r rune, size int) {
	for i := 1; i < 4; i++ {
		low, high := byte(secondDigit), byte(0x39)
		if i == 2 {
			low, high = firstLead, 0xFE
		}
		switch {
		case i == len(src):
			return 0, 0
		case src[i] < low || src[i] > high:
			return 0, -(i + 1)
		}
	}
	place := ((int(src[0]-firstLead)*10+int(src[1]-secondDigit))*126+int(src[2]-firstLead))*10 + int(src[3]-secondDigit)
	switch {
	case place < basic:
		return rune(t.rune[pairs+place]), 4
	case place >= beyond && place < beyond+0x100000:
		return rune(place - beyond + 0x10000), 4
	}
	return 0, -4
}

// put writes the code of a character that is no ASCII and gives its size.
func (t *tables) put(dst *[4]byte, r rune) int {
	place := int(r) - 0x10000 + beyond
	if r < 0x10000 {
		place = int(t.place[r])
		if place < pairs {
			dst[0], dst[1] = pair(uint16(place))
			return 2
		}
		place -= pairs
	}
	dst[3] = byte(place%10) + secondDigit
	dst[2] = byte(place/10%126) + firstLead
	dst[1] = byte(place/1260%10) + secondDigit
	dst[0] = byte(place/12600) + firstLead
	return 4
}

// pair is the two-byte code at a place.
func pair(place uint16) (lead, second byte) {
	second = byte(place%seconds) + 0x40
	if second >= 0x7F {
		second++
	}
	return byte(place/seconds) + firstLead, second
}

// Append adds the code of a character, or says that it has none: it is a surrogate, or beyond Unicode.
func Append(dst []byte, r rune) ([]byte, bool) {
	if !utf8.ValidRune(r) {
		return dst, false
	}
	if r < utf8.RuneSelf {
		return append(dst, byte(r)), true
	}
	var code [4]byte
	n := mapping().put(&code, r)
	return append(dst, code[:n]...), true
}
