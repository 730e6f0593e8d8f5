package gb18030

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

func BenchmarkDecode(b *testing.B) {
	gb, _ := table(100_000)
	p := make([]byte, 256<<10)
	for name, open := range map[string]func() io.Reader{
		"ours":      func() io.Reader { return NewReader(bytes.NewReader(gb)) },
		"transform": func() io.Reader { return transform.NewReader(bytes.NewReader(gb), NewDecoder()) },
		"x-text": func() io.Reader {
			return transform.NewReader(bytes.NewReader(gb), simplifiedchinese.GB18030.NewDecoder())
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(gb)))
			b.ReportAllocs()
			for b.Loop() {
				r := open()
				for {
					if _, err := r.Read(p); err != nil {
						break
					}
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	_, s := table(100_000)
	text := []byte(s)
	for name, open := range map[string]func() io.WriteCloser{
		"ours":   func() io.WriteCloser { return NewWriter(io.Discard) },
		"x-text": func() io.WriteCloser { return transform.NewWriter(io.Discard, simplifiedchinese.GB18030.NewEncoder()) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				w := open()
				_, _ = w.Write(text)
				_ = w.Close()
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	gb, _ := table(100_000)
	b.SetBytes(int64(len(gb)))
	for b.Loop() {
		if _, err := Check(bytes.NewReader(gb)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTables(b *testing.B) {
	for b.Loop() {
		newTables()
	}
}
