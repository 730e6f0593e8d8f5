package biff

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"yice/filing/intake/held"
)

// reader reads through a record and its continuations as if they were one, except that characters cut in two begin anew
// with a byte that says how wide they are.
type reader struct {
	parts [][]byte
	buf   [8]byte
}

func newReader(r *record) *reader { return &reader{parts: r.parts} }

// room drops the parts that are read to their end and gives what is left of the present one.
func (r *reader) room() []byte {
	for len(r.parts) > 0 && len(r.parts[0]) == 0 {
		r.parts = r.parts[1:]
	}
	if len(r.parts) == 0 {
		return nil
	}
	return r.parts[0]
}

// take reads n ≤ 8 bytes.
func (r *reader) take(n int) ([]byte, bool) {
	part := r.room()
	if len(part) >= n {
		r.parts[0] = part[n:]
		return part[:n], true
	}
	for i := range n {
		part := r.room()
		if len(part) == 0 {
			return nil, false
		}
		r.buf[i] = part[0]
		r.parts[0] = part[1:]
	}
	return r.buf[:n], true
}

func (r *reader) u8() (int, bool) {
	b, ok := r.take(1)
	if !ok {
		return 0, false
	}
	return int(b[0]), true
}

func (r *reader) u16() (int, bool) {
	b, ok := r.take(2)
	if !ok {
		return 0, false
	}
	return u16(b, 0), true
}

func (r *reader) u32() (uint32, bool) {
	b, ok := r.take(4)
	if !ok {
		return 0, false
	}
	return u32(b, 0), true
}

// skip passes over bytes that are no characters: they run on through continuations without a word.
func (r *reader) skip(n int64) bool {
	for n > 0 {
		part := r.room()
		if len(part) == 0 {
			return false
		}
		k := min(n, int64(len(part)))
		r.parts[0] = part[k:]
		n -= k
	}
	return true
}

// The bits of the byte before a string's characters.
const (
	wideChars = 0x01
	phonetics = 0x04
	richText  = 0x08
)

// text reads a string whose length has been read: its flags, the counts of what hangs on it, its characters, and passes
// over its formats and its phonetic guide.
func (r *reader) text(dst []byte, n int) ([]byte, bool) {
	flags, ok := r.u8()
	if !ok {
		return dst, false
	}
	var behind int64
	if flags&richText != 0 {
		runs, ok := r.u16()
		if !ok {
			return dst, false
		}
		behind += 4 * int64(runs)
	}
	if flags&phonetics != 0 {
		size, ok := r.u32()
		if !ok {
			return dst, false
		}
		behind += int64(size)
	}
	dst, ok = r.chars(dst, n, flags&wideChars != 0)
	return dst, ok && r.skip(behind)
}

// chars reads n characters of one or two bytes. Where a part ends among them, the next begins with the flag byte, and the
// rest may be of another width.
func (r *reader) chars(dst []byte, n int, wide bool) ([]byte, bool) {
	var high rune // of a pair whose second half is still to come
	put := func(u uint16) {
		c := rune(u)
		if high != 0 {
			pair := utf16.DecodeRune(high, c)
			high = 0
			dst = utf8.AppendRune(dst, pair)
			if pair != utf8.RuneError {
				return
			}
		}
		if c >= 0xD800 && c < 0xDC00 {
			high = c
			return
		}
		if c != 0 { // no character of a text, and our own mark of damage
			dst = utf8.AppendRune(dst, c)
		}
	}
	for n > 0 {
		begun := len(r.parts) > 0 && len(r.parts[0]) == 0
		part := r.room()
		if part == nil {
			return dst, false
		}
		if begun {
			wide, part = part[0]&wideChars != 0, part[1:]
		}
		k := min(n, len(part))
		if wide {
			k = min(n, len(part)/2)
			for i := range k {
				put(binary.LittleEndian.Uint16(part[2*i:]))
			}
			part = part[2*k:]
		} else {
			for _, c := range part[:k] {
				put(uint16(c))
			}
			part = part[k:]
		}
		n -= k
		if n > 0 && len(part) > 0 {
			return dst, false // half a character
		}
		r.parts[0] = part
	}
	if high != 0 {
		dst = utf8.AppendRune(dst, utf8.RuneError)
	}
	return dst, true
}

// sharedStrings are the texts of a workbook, back to back.
type sharedStrings struct {
	all  []byte
	ends []uint32
}

const maxStrings = 256 << 20

func (s *sharedStrings) get(i uint32) ([]byte, bool) {
	if s == nil || int64(i) >= int64(len(s.ends)) {
		return nil, false
	}
	from := uint32(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return s.all[from:s.ends[i]:s.ends[i]], true
}

// readStrings reads the SST: the texts, each with what hangs on it, over as many continuations as it takes.
func readStrings(rec *record) (*sharedStrings, error) {
	r := newReader(rec)
	if _, ok := r.u32(); !ok {
		return nil, errRecord
	}
	count, ok := r.u32()
	if !ok {
		return nil, errRecord
	}
	s := &sharedStrings{}
	for range count {
		if r.room() == nil {
			// Some writers count more than they write; a cell that means one of those is refused.
			return s, nil
		}
		n, ok := r.u16()
		if !ok {
			return nil, errRecord
		}
		if s.all, ok = r.text(s.all, n); !ok {
			return nil, errRecord
		}
		s.ends = append(s.ends, uint32(len(s.all)))
		if len(s.all) > maxStrings {
			return nil, held.Limit()
		}
	}
	return s, nil
}
