package filing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yice/text"
)

// What a file begins with says what it is, whatever its name says.
var (
	bomUTF8    = []byte("\xEF\xBB\xBF")
	bomUTF16LE = []byte("\xFF\xFE")
	bomUTF16BE = []byte("\xFE\xFF")
	magicZip   = []byte("PK\x03\x04")
	magicOLE   = []byte("\xD0\xCF\x11\xE0") // .xls, or an encrypted .xlsx
)

// sniffed is what one reading of a whole file says about it.
type sniffed struct {
	head   []byte // the first bytes, as they are
	digest string
	size   int64
	utf8   bool // valid over the whole file
	nul    bool // holds a zero byte: not text of one byte a character
}

func sniff(r io.Reader) (sniffed, error) {
	const headBytes = 64 << 10
	s := sniffed{utf8: true}
	h := sha256.New()
	buf := make([]byte, 256<<10)
	tail := 0 // bytes of a character cut off at the end of the last chunk
	for {
		n, err := io.ReadFull(r, buf[tail:])
		chunk := buf[tail : tail+n]
		h.Write(chunk)
		s.size += int64(n)
		if len(s.head) < headBytes {
			s.head = append(s.head, chunk[:min(n, headBytes-len(s.head))]...)
		}
		s.nul = s.nul || bytes.IndexByte(chunk, 0) >= 0
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if s.utf8 {
			all := buf[:tail+n]
			tail = 0
			if !last {
				tail = cutOff(all)
			}
			s.utf8 = utf8.Valid(all[:len(all)-tail])
			copy(buf, all[len(all)-tail:])
		} else {
			tail = 0
		}
		if last {
			s.digest = hex.EncodeToString(h.Sum(nil))
			return s, nil
		}
		if err != nil {
			return s, err
		}
	}
}

// cutOff gives how many bytes at the end begin a character that is not complete.
func cutOff(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if utf8.RuneStart(b[len(b)-n]) {
			if !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// textEncoding settles the encoding of a text file: BOM, then UTF-8 over the whole file, then GB18030 that decodes without
// a mark of failure. asked, where it is not AutoEncoding, is believed.
func textEncoding(path string, s sniffed, asked Encoding) (Encoding, error) {
	name := shownName(path)
	switch {
	case bytes.HasPrefix(s.head, bomUTF8):
		if !s.utf8 {
			return "", fault("filing.encoding", text.Cannot, text.FilingEncodingBroken.With(name))
		}
		return UTF8BOM, nil
	case bytes.HasPrefix(s.head, bomUTF16LE), bytes.HasPrefix(s.head, bomUTF16BE):
		return UTF16, nil
	case asked != AutoEncoding:
		return asked, nil
	case s.nul:
		return "", fault("filing.not-a-table", text.Cannot, text.FilingNotATable.With(name))
	case s.utf8:
		return UTF8, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return "", cannotOpen(path, err)
	}
	defer file.Close()
	if ok, err := cleanGB18030(file); err != nil {
		return "", cannotOpen(path, err)
	} else if !ok {
		return "", fault("filing.encoding", text.Cannot, text.FilingEncodingUnknown.With(name))
	}
	return GB18030, nil
}

// cleanGB18030 reports whether a whole file decodes without a replacement or a private-use character.
func cleanGB18030(r io.Reader) (bool, error) {
	dec := transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder())
	buf := make([]byte, 256<<10)
	tail := 0
	for {
		n, err := dec.Read(buf[tail:])
		all := buf[:tail+n]
		tail = cutOff(all)
		for b := all[:len(all)-tail]; len(b) > 0; {
			c, size := utf8.DecodeRune(b)
			if c == utf8.RuneError || c >= 0xE000 && c <= 0xF8FF {
				return false, nil
			}
			b = b[size:]
		}
		copy(buf, all[len(all)-tail:])
		if err == io.EOF {
			return tail == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// decoded gives the text of a file as UTF-8 without its BOM.
func decoded(r io.Reader, e Encoding) io.Reader {
	switch e {
	case GB18030:
		return transform.NewReader(r, simplifiedchinese.GB18030.NewDecoder())
	case UTF16:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	return &skipBOM{r: r}
}

// skipBOM drops the byte order mark a UTF-8 file may begin with.
type skipBOM struct {
	r     io.Reader
	begun bool
	held  []byte
}

func (s *skipBOM) Read(p []byte) (int, error) {
	if !s.begun {
		s.begun = true
		head := make([]byte, len(bomUTF8))
		n, err := io.ReadFull(s.r, head)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return 0, err
		}
		s.held = bytes.TrimPrefix(head[:n], bomUTF8)
	}
	if len(s.held) > 0 {
		n := copy(p, s.held)
		s.held = s.held[n:]
		return n, nil
	}
	return s.r.Read(p)
}
