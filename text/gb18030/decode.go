package gb18030

import (
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// BadCode is where bytes are no code of GB 18030.
type BadCode struct {
	Offset int64  // of the first of the bytes in the stream
	Bytes  []byte // from there to the byte that fits no code
	Cut    bool   // the stream ends within a code
}

func (e *BadCode) Error() string {
	if e.Cut {
		return fmt.Sprintf("GB 18030 ends within a code (% X) at byte %d", e.Bytes, e.Offset)
	}
	return fmt.Sprintf("no code of GB 18030 (% X) at byte %d", e.Bytes, e.Offset)
}

// Decoder turns GB 18030 into UTF-8. It is a [transform.Transformer]; it stops with a *BadCode. What it cannot read it
// never replaces. The zero value is ready.
type Decoder struct{ offset int64 }

// NewDecoder begins a stream.
func NewDecoder() *Decoder { return new(Decoder) }

// Reset begins another stream.
func (d *Decoder) Reset() { d.offset = 0 }

// Transform decodes what is whole in src.
func (d *Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	nDst, nSrc, err = mapping().decode(dst, src)
	if err == transform.ErrShortSrc && atEOF {
		err = &BadCode{Bytes: append([]byte(nil), src[nSrc:]...), Cut: true}
	}
	d.offset += int64(nSrc)
	if bad, ok := err.(*BadCode); ok {
		bad.Offset = d.offset
	}
	return nDst, nSrc, err
}

func (t *tables) decode(dst, src []byte) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		// Most of a table is ASCII and characters of three bytes in UTF-8; these go by without a call.
		if c := src[nSrc]; c < utf8.RuneSelf {
			if nDst == len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			dst[nDst] = c
			nDst++
			nSrc++
			continue
		} else if len(src)-nSrc >= 2 && len(dst)-nDst >= 3 && c-firstLead <= 0xFE-firstLead {
			if place, ok := pairPlace(c, src[nSrc+1]); ok {
				if r := t.rune[place]; r >= 0x800 {
					d := dst[nDst : nDst+3]
					d[0], d[1], d[2] = 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF
					nDst += 3
					nSrc += 2
					continue
				}
			}
		}
		r, size := t.next(src[nSrc:])
		switch {
		case size == 0:
			return nDst, nSrc, transform.ErrShortSrc
		case size < 0:
			return nDst, nSrc, &BadCode{Bytes: append([]byte(nil), src[nSrc:nSrc-size]...)}
		case nDst+utf8.RuneLen(r) > len(dst):
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

// Reader gives a stream of GB 18030 as UTF-8. Reading stops with a *BadCode where bytes are no code, after all that stands
// before them.
type Reader struct {
	from       io.Reader
	d          Decoder
	src        []byte
	begin, end int // of what is not decoded yet
	small      [utf8.UTFMax]byte
	rest       []byte // of a character in small, for which a reader had no room
	err        error
}

// NewReader begins to read.
func NewReader(r io.Reader) *Reader { return &Reader{from: r, src: make([]byte, 64<<10)} }

// Read gives what comes next.
func (r *Reader) Read(p []byte) (int, error) {
	switch {
	case len(p) == 0:
		return 0, nil
	case len(r.rest) == 0 && len(p) < utf8.UTFMax:
		n, err := r.read(r.small[:])
		if err != nil {
			return 0, err
		}
		r.rest = r.small[:n]
	case len(r.rest) == 0:
		return r.read(p)
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// read gives whole characters; p has room for one.
func (r *Reader) read(p []byte) (int, error) {
	for {
		if r.begin < r.end {
			n, used, err := r.d.Transform(p, r.src[r.begin:r.end], r.err == io.EOF)
			r.begin += used
			if err != nil && err != transform.ErrShortDst && err != transform.ErrShortSrc {
				r.err, r.end = err, r.begin
			}
			if n > 0 {
				return n, nil
			}
		}
		if r.err != nil {
			return 0, r.err
		}
		r.end = copy(r.src, r.src[r.begin:r.end])
		r.begin = 0
		n, err := r.from.Read(r.src[r.end:])
		r.end += n
		r.err = err
	}
}
