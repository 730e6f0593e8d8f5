package delimited

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"yice/filing/intake/incoming"
	"yice/text"
	"yice/text/gb18030"
)

// surveyGB18030 reads a whole file as GB18030; what is no code is a fault that says where it stands.
func surveyGB18030(f *incoming.File) (gb18030.Survey, error) {
	s, err := gb18030.Check(f.Reader())
	var bad *gb18030.BadCode
	switch {
	case errors.As(err, &bad):
		return s, refuseBytes(f, GB18030, bad.Offset, bad.Bytes, bad.Cut)
	case err != nil:
		return s, incoming.Cannot(f.Path, err)
	}
	return s, nil
}

// refuseDoubtful names the first character that hardly anybody means.
func refuseDoubtful(f *incoming.File, s gb18030.Survey) error {
	row, column := place(f, GB18030, s.At)
	code, _ := gb18030.Append(nil, s.First)
	return refuse("encoding", text.FilingDoubtful.With(f.Name, row, column, fmt.Sprintf("% X", code), s.First, s.Doubtful))
}

// inUTF8 holds a file to being UTF-8 from end to end.
func inUTF8(f *incoming.File, e Encoding) (Encoding, error) {
	if f.UTF8 {
		return e, nil
	}
	u, err := surveyUTF8(f.Reader())
	if err != nil {
		return "", incoming.Cannot(f.Path, err)
	}
	return "", u.refuse(f)
}

// utf8Survey says what a file that is not UTF-8 has of it.
type utf8Survey struct {
	long  int    // characters of three bytes or four: Chinese, nearly all
	wrong int    // bytes that belong to no character
	at    int64  // of the first of these
	first []byte // what stands there
	cut   bool   // the file ends within a character, and only that is wrong
}

// meant reports that a file was UTF-8 before something happened to it. In text that is GB18030 a long character comes about
// by chance once in some fifty, and nearly every character has a wrong byte.
func (u *utf8Survey) meant() bool { return u.long > 2*u.wrong }

// surveyUTF8 reads a file as UTF-8 until it is clear that nobody meant that.
func surveyUTF8(r io.Reader) (*utf8Survey, error) {
	const clear = 1000 // wrong bytes
	u := new(utf8Survey)
	buf := make([]byte, 64<<10)
	var offset int64
	held := 0
	for {
		n, err := io.ReadFull(r, buf[held:])
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return nil, err
		}
		part := buf[:held+n]
		cut := incoming.CutOff(part)
		u.see(part[:len(part)-cut], offset)
		offset += int64(len(part) - cut)
		held = copy(buf, part[len(part)-cut:])
		if last {
			if held > 0 {
				u.cut = u.wrong == 0
				u.note(buf[:held], offset)
			}
			return u, nil
		}
		if u.wrong > clear && !u.meant() {
			return u, nil
		}
	}
}

// see takes whole characters.
func (u *utf8Survey) see(part []byte, offset int64) {
	for i := 0; i < len(part); {
		if part[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(part[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			u.note(part[i:i+1], offset+int64(i))
		case size > 2:
			u.long++
		}
		i += size
	}
}

func (u *utf8Survey) note(stands []byte, at int64) {
	if u.wrong == 0 {
		u.at, u.first = at, bytes.Clone(stands)
	}
	u.wrong++
}

func (u *utf8Survey) refuse(f *incoming.File) error {
	return refuseBytes(f, UTF8, u.at, u.first, u.cut)
}

func refuseBytes(f *incoming.File, e Encoding, at int64, stands []byte, cut bool) error {
	row, column := place(f, e, at)
	say := text.FilingUndecodable
	if cut {
		say = text.FilingCutOff
	}
	return refuse("encoding", say.With(f.Name, row, column, string(e), fmt.Sprintf("% X", stands)))
}

// inUTF16 holds a file to being UTF-16 from end to end, without half characters.
func inUTF16(f *incoming.File, e Encoding) (Encoding, error) {
	u := newUTF16Reader(f.Reader(), e == UTF16BE || e == UTF16 && bigEndian(f.Head))
	_, err := io.CopyBuffer(io.Discard, struct{ io.Reader }{u}, make([]byte, 64<<10))
	var bad *badUTF16
	switch {
	case errors.As(err, &bad):
		return "", refuseBytes(f, e, bad.Offset, bad.Bytes, bad.Cut)
	case err != nil:
		return "", incoming.Cannot(f.Path, err)
	case u.zeros > 0:
		return "", refuseZeros(f, e, u.zero, int64(u.zeros))
	}
	return e, nil
}

// withoutZeros refuses a text of one byte a character, or more, that holds zero bytes: they are no characters, and what stood
// there is lost.
func withoutZeros(f *incoming.File) func(Encoding, error) (Encoding, error) {
	return func(e Encoding, err error) (Encoding, error) {
		if err != nil || !f.Zeros.Any() {
			return e, err
		}
		at, err := firstZero(f.Reader())
		if err != nil {
			return "", incoming.Cannot(f.Path, err)
		}
		return "", refuseZeros(f, e, at, f.Zeros.Even+f.Zeros.Odd)
	}
}

func firstZero(r io.Reader) (at int64, err error) {
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		if i := bytes.IndexByte(buf[:n], 0); i >= 0 || err != nil {
			return at + int64(max(i, 0)), err
		}
		at += int64(n)
	}
}

func refuseZeros(f *incoming.File, e Encoding, at, many int64) error {
	row, column := place(f, e, at)
	return refuse("encoding", text.FilingZeroBytes.With(f.Name, many, row, column))
}

// place gives the row and the column, both from 1, of a byte of a file that can be read up to there.
func place(f *incoming.File, e Encoding, at int64) (row, column int) {
	decode := decoder(f, e)
	head, _ := io.ReadAll(decode(bytes.NewReader(f.Head[:min(int64(len(f.Head)), at)]), len(f.Head)))
	comma, declared := separator(head)
	before := decode(io.LimitReader(f.Reader(), at), buffer)
	// What cannot be read is some character of its cell.
	records := NewRecords(io.MultiReader(before, strings.NewReader("?")), comma)
	if declared {
		records.row--
	}
	for {
		cells, n, err := records.Next()
		switch {
		case err == io.EOF:
			return row, max(column, 1)
		case err != nil: // within quotes, most likely
			return records.row, len(records.ends) + 1
		}
		row, column = n, len(cells)
	}
}
