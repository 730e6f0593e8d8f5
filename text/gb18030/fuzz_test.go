package gb18030

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// FuzzDecode: what decodes is text that encodes to the same bytes; what does not is named where it stands, the same
// whichever way the stream is cut.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"\xD5\xC5\xA6\xD9,1\n", "\x81\x30\x81\x30", "\x80", "\xFF", "\x84\x31\xA4\x37", "\xE3\x32\x9A\x36", "\xC1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		text, err := io.ReadAll(NewReader(bytes.NewReader(in)))
		if !utf8.Valid(text) {
			t.Fatalf("% X is not UTF-8", text)
		}
		readable := in
		var bad *BadCode
		if errors.As(err, &bad) {
			readable = in[:bad.Offset]
			if !bytes.HasPrefix(in[bad.Offset:], bad.Bytes) || len(bad.Bytes) == 0 {
				t.Fatalf("names % X", bad.Bytes)
			}
		} else if err != nil {
			t.Fatal(err)
		}
		back, _, err2 := transform.Bytes(NewEncoder(), text)
		if err2 != nil || !bytes.Equal(back, plainEuro(readable)) {
			t.Fatalf("% X comes back as % X, %v", readable, back, err2)
		}
		again, err3 := io.ReadAll(iotest.OneByteReader(NewReader(iotest.OneByteReader(bytes.NewReader(in)))))
		if !bytes.Equal(text, again) || (err == nil) != (err3 == nil) || err != nil && err.Error() != err3.Error() {
			t.Fatalf("cut, it reads %q, %v", again, err3)
		}
		if _, err4 := Check(bytes.NewReader(in)); (err == nil) != (err4 == nil) || err != nil && err.Error() != err4.Error() {
			t.Fatalf("Check says %v, Reader %v", err4, err)
		}
	})
}

// plainEuro writes € as the standard does wherever the byte 80 stands alone.
func plainEuro(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		_, size := mapping().next(b)
		if b[0] == euroByte {
			out = append(out, 0xA2, 0xE3)
		} else {
			out = append(out, b[:size]...)
		}
		b = b[size:]
	}
	return out
}
