package gb18030

import (
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// BadText is where text is not UTF-8, and so has no character that could have a code. Every character has one.
type BadText struct {
	Offset int64  // of the byte in the text, which is UTF-8
	Bytes  []byte // what stands there
}

func (e *BadText) Error() string {
	return fmt.Sprintf("no character (% X) at byte %d of the text", e.Bytes, e.Offset)
}

// Encoder turns UTF-8 into GB 18030. It is a [transform.Transformer]; it stops with a *BadText. The zero value is ready.
type Encoder struct{ offset int64 }

// NewEncoder begins a stream.
func NewEncoder() *Encoder { return new(Encoder) }

// NewWriter writes what is written to it as GB 18030; it must be closed.
func NewWriter(w io.Writer) io.WriteCloser { return transform.NewWriter(w, NewEncoder()) }

// Reset begins another stream.
func (e *Encoder) Reset() { e.offset = 0 }

// Transform encodes what is whole in src.
func (e *Encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	nDst, nSrc, err = mapping().encode(dst, src, atEOF)
	e.offset += int64(nSrc)
	if bad, ok := err.(*BadText); ok {
		bad.Offset = e.offset
	}
	return nDst, nSrc, err
}

func (t *tables) encode(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		// As in decode, what a table consists of goes by without a call.
		if c := src[nSrc]; c < utf8.RuneSelf {
			if nDst == len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			dst[nDst] = c
			nDst++
			nSrc++
			continue
		} else if r := threeBytes(src[nSrc:]); r != 0 && len(dst)-nDst >= 2 {
			if place := t.place[r]; place < pairs {
				dst[nDst], dst[nDst+1] = pair(place)
				nDst += 2
				nSrc += 3
				continue
			}
		}
		r, size := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && size == 1 {
			if !atEOF && !utf8.FullRune(src[nSrc:]) {
				return nDst, nSrc, transform.ErrShortSrc
			}
			return nDst, nSrc, &BadText{Bytes: []byte{src[nSrc]}}
		}
		var code [4]byte
		n := t.put(&code, r)
		if nDst+n > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], code[:n])
		nSrc += size
	}
	return nDst, nSrc, nil
}

// threeBytes is the character src begins with, if it is one of three bytes, else 0.
func threeBytes(src []byte) uint16 {
	if len(src) < 3 || src[0]&0xF0 != 0xE0 || src[1]&0xC0 != 0x80 || src[2]&0xC0 != 0x80 {
		return 0
	}
	r := uint16(src[0])<<12 | uint16(src[1]&0x3F)<<6 | uint16(src[2]&0x3F)
	if r < 0x800 || r&0xF800 == 0xD800 { // too long, or a surrogate
		return 0
	}
	return r
}
