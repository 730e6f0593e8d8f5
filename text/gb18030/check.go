package gb18030

import (
	"errors"
	"io"
)

// Survey says what a whole stream of GB 18030 holds.
type Survey struct {
	// Doubtful counts characters that hardly anybody means: those of private use, which look like nothing outside the
	// system they come from, those Unicode never gives out, the controls U+0080–U+009F, and U+FFFD, the mark of a text
	// that was lost earlier. A stream with some decodes, but may not be GB 18030 at all.
	Doubtful int64
	First    rune  // the first of them
	At       int64 // where its code begins, in bytes
}

// Check reads a whole stream. It gives a *BadCode where the stream is not GB 18030.
func Check(r io.Reader) (Survey, error) {
	var (
		s      Survey
		t      = mapping()
		buf    = make([]byte, 64<<10)
		offset int64 // of buf in the stream
		held   int   // bytes of buf that begin a code
	)
	for {
		n, err := io.ReadFull(r, buf[held:])
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return s, err
		}
		used, bad := t.survey(&s, buf[:held+n], offset)
		if bad != nil {
			return s, bad
		}
		offset += int64(used)
		held = copy(buf, buf[used:held+n])
		if last {
			if held > 0 {
				return s, &BadCode{Offset: offset, Bytes: append([]byte(nil), buf[:held]...), Cut: true}
			}
			return s, nil
		}
	}
}

// survey looks at the whole codes in b and gives how many bytes they are.
func (t *tables) survey(s *Survey, b []byte, offset int64) (int, *BadCode) {
	at := 0
	for at < len(b) {
		if b[at] < 0x80 {
			at++
			continue
		}
		r, size := t.next(b[at:])
		switch {
		case size == 0:
			return at, nil
		case size < 0:
			return at, &BadCode{Offset: offset + int64(at), Bytes: append([]byte(nil), b[at:at-size]...)}
		case doubtful(r):
			if s.Doubtful == 0 {
				s.First, s.At = r, offset+int64(at)
			}
			s.Doubtful++
		}
		at += size
	}
	return at, nil
}

// doubtful tells the characters of [Survey.Doubtful].
func doubtful(r rune) bool {
	switch {
	case r < 0xA0:
		return r >= 0x80
	case r < 0xE000:
		return false
	case r <= 0xF8FF: // private use
		return true
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r == 0xFFFD:
		return true
	}
	return r >= 0x40000 && r < 0xE0000 || r >= 0xF0000 // planes without characters, planes of private use
}
