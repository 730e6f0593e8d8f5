package delimited

import (
	"bytes"
	"io"
)

// lineEnds gives a text in which every line ends with LF or CRLF: a CR that stands alone ends a line too, as old exports and
// the "Macintosh" formats of spreadsheets have it.
type lineEnds struct {
	r    io.Reader
	buf  []byte
	from int // what of buf is mended and was not given yet: buf[from:to]
	to   int
	held bool // behind that stands a CR of which it is not known what follows
	err  error
}

func newLineEnds(r io.Reader, size int) *lineEnds { return &lineEnds{r: r, buf: make([]byte, size)} }

func (l *lineEnds) Read(p []byte) (int, error) {
	for l.from == l.to {
		if l.err != nil {
			return 0, l.err
		}
		l.fill()
	}
	n := copy(p, l.buf[l.from:l.to])
	l.from += n
	return n, nil
}

// fill reads and mends the next part; the CR at its end waits for what follows.
func (l *lineEnds) fill() {
	begin := 0
	if l.held {
		l.buf[0], begin = '\r', 1
	}
	n, err := l.r.Read(l.buf[begin:])
	part := l.buf[:begin+n]
	l.from, l.to, l.held, l.err = 0, len(part), false, err
	for at := 0; ; at++ {
		i := bytes.IndexByte(part[at:], '\r')
		if i < 0 {
			return
		}
		switch at += i; {
		case at+1 < len(part):
			if part[at+1] != '\n' {
				part[at] = '\n'
			}
		case err != nil:
			part[at] = '\n'
		default:
			l.held, l.to = true, at
		}
	}
}
