package delimited

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yice/filing/intake/incoming"
	"yice/text"
)

// Encoding is how the text of a file is stored.
type Encoding string

const (
	Auto    Encoding = ""             // find out: BOM, else valid UTF-8 over the whole file, else clean GB18030
	UTF8    Encoding = "UTF-8"        // without BOM
	UTF8BOM Encoding = "UTF-8 (BOM)"  // with BOM
	GB18030 Encoding = "GB18030"      // and with it GBK and GB2312
	UTF16   Encoding = "UTF-16 (BOM)" // "Unicode text" of spreadsheets
)

var (
	bomUTF8    = []byte("\xEF\xBB\xBF")
	bomUTF16LE = []byte("\xFF\xFE")
	bomUTF16BE = []byte("\xFE\xFF")
)

// settle finds the encoding of a text file: BOM, then UTF-8 over the whole file, then GB18030 that decodes without a mark
// of failure. asked, where it is not Auto, is believed.
func settle(f *incoming.File, asked Encoding) (Encoding, error) {
	switch {
	case bytes.HasPrefix(f.Head, bomUTF8):
		if !f.UTF8 {
			return "", refuse("encoding", text.FilingEncodingBroken.With(f.Name))
		}
		return UTF8BOM, nil
	case bytes.HasPrefix(f.Head, bomUTF16LE), bytes.HasPrefix(f.Head, bomUTF16BE):
		return UTF16, nil
	case asked != Auto:
		return asked, nil
	case f.Zeros.Any():
		return "", refuse("not-a-table", text.FilingNotATable.With(f.Name))
	case f.UTF8:
		return UTF8, nil
	}
	if ok, err := cleanGB18030(f.Reader()); err != nil {
		return "", incoming.Cannot(f.Path, err)
	} else if !ok {
		return "", refuse("encoding", text.FilingEncodingUnknown.With(f.Name))
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
		tail = incoming.CutOff(all)
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
