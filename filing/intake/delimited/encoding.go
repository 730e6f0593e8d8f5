package delimited

import (
	"bytes"
	"errors"
	"io"

	"yice/filing/intake/incoming"
	"yice/text"
	"yice/text/gb18030"
)

// Encoding is how the text of a file is stored.
type Encoding string

const (
	Auto    Encoding = ""             // find out: BOM, else zero bytes of UTF-16, else valid UTF-8 over the whole file, else clean GB18030
	UTF8    Encoding = "UTF-8"        // without BOM
	UTF8BOM Encoding = "UTF-8 (BOM)"  // with BOM
	GB18030 Encoding = "GB18030"      // and with it GBK and GB2312
	UTF16   Encoding = "UTF-16 (BOM)" // "Unicode text" of spreadsheets
	UTF16LE Encoding = "UTF-16LE"     // without BOM, the lower byte first
	UTF16BE Encoding = "UTF-16BE"     // without BOM, the higher byte first
)

var (
	bomUTF8    = []byte("\xEF\xBB\xBF")
	bomUTF16LE = []byte("\xFF\xFE")
	bomUTF16BE = []byte("\xFE\xFF")
)

// settle finds the encoding of a text file: BOM, then the zero bytes of UTF-16, then UTF-8 over the whole file, then GB18030
// over the whole file without a character that makes one doubt. asked, where it is not Auto, is believed, and must be true of
// the whole file as well.
func settle(f *incoming.File, asked Encoding) (Encoding, error) {
	switch {
	case bytes.HasPrefix(f.Head, bomUTF8):
		return withoutZeros(f)(inUTF8(f, UTF8BOM))
	case bytes.HasPrefix(f.Head, bomUTF16LE), bytes.HasPrefix(f.Head, bomUTF16BE):
		return inUTF16(f, UTF16)
	case asked == UTF8, asked == UTF8BOM:
		return withoutZeros(f)(inUTF8(f, asked))
	case asked == GB18030:
		_, err := surveyGB18030(f)
		return withoutZeros(f)(GB18030, err)
	case asked == UTF16, asked == UTF16LE, asked == UTF16BE:
		return inUTF16(f, asked)
	}
	if f.Zeros.Any() {
		if e, ok := guessUTF16(f); ok {
			return inUTF16(f, e)
		}
		if few := f.Zeros.Even+f.Zeros.Odd < 1+f.Size/20; !few {
			return "", notATable(f)
		}
	}
	e, err := settleBytes(f)
	if err != nil && f.Zeros.Any() {
		return "", notATable(f)
	}
	return withoutZeros(f)(e, err)
}

func notATable(f *incoming.File) error {
	return refuse("not-a-table", text.FilingNotATable.With(f.Name))
}

// settleBytes decides between UTF-8 and GB18030.
func settleBytes(f *incoming.File) (Encoding, error) {
	if f.UTF8 {
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

// decoder gives how the bytes of a file become UTF-8 without a BOM, and lines that end with LF or CRLF. size is what is read
// at a time.
func decoder(f *incoming.File, e Encoding) func(r io.Reader, size int) io.Reader {
	big := e == UTF16BE || e == UTF16 && bigEndian(f.Head)
	return func(r io.Reader, size int) io.Reader {
		switch e {
		case GB18030:
			r = gb18030.NewReader(r)
		case UTF16, UTF16LE, UTF16BE:
			r = newUTF16Reader(r, big)
		default:
			r = &skipBOM{r: r}
		}
		return newLineEnds(r, min(max(size, 1<<10), buffer))
	}
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
