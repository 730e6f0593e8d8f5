package delimited

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yice/filing/intake/gb18030"
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

// settle finds the encoding of a text file: BOM, then UTF-8 over the whole file, then GB18030 over the whole file without a
// character that makes one doubt. asked, where it is not Auto, is believed, and must be true of the whole file as well.
func settle(f *incoming.File, asked Encoding) (Encoding, error) {
	switch {
	case bytes.HasPrefix(f.Head, bomUTF8):
		return inUTF8(f, UTF8BOM)
	case bytes.HasPrefix(f.Head, bomUTF16LE), bytes.HasPrefix(f.Head, bomUTF16BE):
		return UTF16, nil
	case asked == UTF8, asked == UTF8BOM:
		return inUTF8(f, asked)
	case asked == GB18030:
		_, err := surveyGB18030(f)
		return GB18030, err
	case asked != Auto:
		return asked, nil
	case f.Zeros.Any():
		return "", refuse("not-a-table", text.FilingNotATable.With(f.Name))
	case f.UTF8:
		return UTF8, nil
	}
	if u, err := surveyUTF8(f.Reader()); err != nil {
		return "", incoming.Cannot(f.Path, err)
	} else if u.meant() {
		return "", u.refuse(f)
	}
	s, err := surveyGB18030(f)
	if err == nil && s.Doubtful > 0 {
		err = refuseDoubtful(f, s)
	}
	return GB18030, err
}

// decoded gives the text of a file as UTF-8 without its BOM.
func decoded(r io.Reader, e Encoding) io.Reader {
	switch e {
	case GB18030:
		return gb18030.NewReader(r)
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
