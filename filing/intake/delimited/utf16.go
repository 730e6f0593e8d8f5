package delimited

import (
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"yice/filing/intake/incoming"
)

// badUTF16 says that a text of two bytes a character ends within one, or has half of a pair: a surrogate without its other.
type badUTF16 struct {
	Offset int64
	Bytes  []byte
	Cut    bool // the file ends here
}

func (b *badUTF16) Error() string { return fmt.Sprintf("no UTF-16 at byte %d: % X", b.Offset, b.Bytes) }

// utf16Reader gives text of two bytes a character as UTF-8, without the mark it may begin with. It invents nothing: what is
// no character ends the reading.
type utf16Reader struct {
	r     io.Reader
	big   bool // the higher byte comes first
	begun bool

	raw   [16 << 10]byte
	held  int   // bytes at the beginning of raw that wait for what follows
	at    int64 // where raw begins in the file
	out   []byte
	from  int
	err   error
	zeros int   // characters U+0000
	zero  int64 // where the first of them stands
}

func newUTF16Reader(r io.Reader, big bool) *utf16Reader { return &utf16Reader{r: r, big: big} }

func (u *utf16Reader) Read(p []byte) (int, error) {
	for u.from == len(u.out) {
		if u.err != nil {
			return 0, u.err
		}
		u.fill()
	}
	n := copy(p, u.out[u.from:])
	u.from += n
	return n, nil
}

func (u *utf16Reader) unit(i int) uint16 {
	if u.big {
		return uint16(u.raw[i])<<8 | uint16(u.raw[i+1])
	}
	return uint16(u.raw[i+1])<<8 | uint16(u.raw[i])
}

// fill decodes the next part, as far as it holds whole characters.
func (u *utf16Reader) fill() {
	n, err := io.ReadFull(u.r, u.raw[u.held:])
	last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	size := u.held + n
	u.out, u.from = u.out[:0], 0
	i := 0
	if !u.begun && size >= 2 {
		u.begun = true
		if u.unit(0) == 0xFEFF {
			i = 2
		}
	}
	for ; i+1 < size; i += 2 {
		c := u.unit(i)
		switch {
		case c < utf8.RuneSelf:
			if c == 0 {
				if u.zeros == 0 {
					u.zero = u.at + int64(i)
				}
				u.zeros++
			}
			u.out = append(u.out, byte(c))
			continue
		case c < 0xD800 || c > 0xDFFF:
			u.out = utf8.AppendRune(u.out, rune(c))
			continue
		}
		if c < 0xDC00 && i+3 >= size && !last {
			break // its other half comes with the next part
		}
		if c < 0xDC00 && i+3 < size {
			if d := u.unit(i + 2); d >= 0xDC00 && d <= 0xDFFF {
				u.out = utf8.AppendRune(u.out, 0x10000+rune(c-0xD800)<<10+rune(d-0xDC00))
				i += 2
				continue
			}
		}
		u.err = &badUTF16{u.at + int64(i), append([]byte(nil), u.raw[i:i+2]...), c < 0xDC00 && i+3 >= size}
		return
	}
	switch {
	case last && i < size:
		u.err = &badUTF16{u.at + int64(i), append([]byte(nil), u.raw[i:size]...), true}
	case last:
		u.err = io.EOF
	case err != nil:
		u.err = err
	}
	u.at += int64(i)
	u.held = copy(u.raw[:], u.raw[i:size])
}

// bigEndian reports which byte of a character comes first in a file that is said to be UTF-16: as its mark says, else as it
// reads better.
func bigEndian(head []byte) bool {
	switch {
	case len(head) >= 2 && head[0] == 0xFE && head[1] == 0xFF:
		return true
	case len(head) >= 2 && head[0] == 0xFF && head[1] == 0xFE:
		return false
	}
	little, _ := likelyUTF16(head, false)
	big, _ := likelyUTF16(head, true)
	return big > little
}

// guessUTF16 finds text of two bytes a character that has no mark. Every sign that parts cells or ends a line has a zero
// byte in it, so that a table always shows which of the two comes first.
func guessUTF16(f *incoming.File) (Encoding, bool) {
	little, ok := likelyUTF16(f.Head, false)
	big, okBig := likelyUTF16(f.Head, true)
	switch {
	case ok && little >= big:
		return UTF16LE, true
	case okBig:
		return UTF16BE, true
	}
	return "", false
}

// likelyUTF16 counts the characters that a Chinese table is written in; ok reports that the others are few, and that
// something parts cells or lines.
func likelyUTF16(head []byte, big bool) (known int, ok bool) {
	all, parted := 0, false
	for i := 0; i+1 < len(head); i += 2 {
		lo, hi := head[i], head[i+1]
		if big {
			lo, hi = hi, lo
		}
		all++
		switch c := uint16(hi)<<8 | uint16(lo); {
		case c == '\t' || c == '\n' || c == '\r' || c == ',':
			parted = true
			known++
		case c >= ' ' && c <= '~', c >= 0x4E00 && c <= 0x9FFF, c >= 0x3000 && c <= 0x303F, c >= 0xFF00 && c <= 0xFFEF,
			c >= 0x2010 && c <= 0x203B, c == 0xA0 || c == 0xA5 || c == 0xB7, c >= 0x2460 && c <= 0x249B:
			known++
		}
	}
	return known, parted && known*10 >= all*9
}
