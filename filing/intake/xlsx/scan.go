package xlsx

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// scanner walks through XML as it comes, without a tree and without copying what it is not asked for. It knows as much
// XML as sheets are written in: elements, attributes, text, CDATA, comments; a DOCTYPE is refused.
type scanner struct {
	r    *bufio.Reader
	tag  []byte // between < and >, of the last element
	text []byte // before it
	buf  []byte
	buf2 []byte
}

const (
	maxTag  = 64 << 10
	maxText = 1 << 20
)

var errXML = errors.New("xlsx: broken XML")

func newScanner(r io.Reader) *scanner { return &scanner{r: bufio.NewReaderSize(r, 256<<10)} }

// next goes to the next element, opening or closing; io.EOF at the end. text is what stood before it.
func (s *scanner) next() error {
	s.buf2 = s.buf2[:0]
	for {
		text, err := s.until('<', &s.buf, maxText)
		if err != nil {
			return err
		}
		// Even a look ahead moves the reader's own buffer, and the text may lie in it.
		s.text = append(s.text[:0], text...)
		mark, err := s.r.Peek(3)
		if err != nil {
			return errXML
		}
		switch {
		case mark[0] == '!':
			s.buf2 = append(s.buf2, s.text...)
			if err := s.aside(mark); err != nil {
				return err
			}
			continue
		case len(s.buf2) > 0:
			s.buf2 = append(s.buf2, s.text...)
			s.text = append(s.text[:0], s.buf2...)
		}
		s.tag, err = s.element()
		return err
	}
}

// until reads up to a byte and drops it; what it gives is good until the next read.
func (s *scanner) until(end byte, buf *[]byte, most int) ([]byte, error) {
	part, err := s.r.ReadSlice(end)
	if err == nil {
		return part[:len(part)-1], nil
	}
	*buf = append((*buf)[:0], part...)
	for errors.Is(err, bufio.ErrBufferFull) {
		if len(*buf) > most {
			return nil, errXML
		}
		part, err = s.r.ReadSlice(end)
		*buf = append(*buf, part...)
	}
	if errors.Is(err, io.EOF) {
		if len(bytes.TrimSpace(*buf)) > 0 {
			return nil, errXML
		}
		return nil, io.EOF
	}
	if err != nil {
		return nil, err
	}
	return (*buf)[:len(*buf)-1], nil
}

// element reads a tag to its end; a > in quotes is none.
func (s *scanner) element() ([]byte, error) {
	tag, err := s.until('>', &s.buf, maxTag)
	if err != nil {
		return nil, errXML
	}
	if !open(tag) {
		return tag, nil
	}
	whole := bytes.Clone(tag)
	for open(whole) {
		more, err := s.until('>', &s.buf, maxTag)
		if err != nil || len(whole) > maxTag {
			return nil, errXML
		}
		whole = append(append(whole, '>'), more...)
	}
	return whole, nil
}

// open reports whether a quote is still open at the end of a tag.
func open(tag []byte) bool {
	var quote byte
	for {
		i := 0
		if quote == 0 {
			i = bytes.IndexAny(tag, `"'`)
		} else {
			i = bytes.IndexByte(tag, quote)
		}
		if i < 0 {
			return quote != 0
		}
		if quote == 0 {
			quote = tag[i]
		} else {
			quote = 0
		}
		tag = tag[i+1:]
	}
}

// aside passes a comment, or takes the text of a CDATA section.
func (s *scanner) aside(mark []byte) error {
	end, cdata := "-->", false
	switch {
	case bytes.HasPrefix(mark, []byte("!--")):
	case bytes.HasPrefix(mark, []byte("![C")):
		end, cdata = "]]>", true
	default:
		return errXML
	}
	var all []byte
	for !bytes.HasSuffix(all, []byte(end)) {
		part, err := s.r.ReadSlice('>')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) || len(all) > maxText {
			return errXML
		}
		all = append(all, part...)
	}
	if body, ok := bytes.CutPrefix(all, []byte("![CDATA[")); cdata && ok {
		// As it stands; what would be read as an entity is written as one.
		s.buf2 = append(s.buf2, bytes.ReplaceAll(body[:len(body)-len(end)], []byte("&"), []byte("&amp;"))...)
	}
	return nil
}

// name gives the element's name without its prefix; closing is true for </name>.
func (s *scanner) name() (name []byte, closing bool) {
	tag := s.tag
	if len(tag) > 0 && tag[0] == '/' {
		tag, closing = tag[1:], true
	}
	for i, c := range tag {
		if c == ' ' || c == '/' || c == '\t' || c == '\n' || c == '\r' {
			tag = tag[:i]
			break
		}
	}
	if i := bytes.IndexByte(tag, ':'); i >= 0 {
		tag = tag[i+1:]
	}
	return tag, closing
}

// empty reports an element without content, <name/>.
func (s *scanner) empty() bool { return bytes.HasSuffix(s.tag, []byte("/")) }

// on reports an element that switches a property of a font on: <strike/>, <strike val="1"/>.
func (s *scanner) on() bool {
	if _, closing := s.name(); closing {
		return false
	}
	v := string(s.attr("val"))
	return v != "0" && v != "false" && v != "off"
}

// attr gives an attribute of the element as it is written, nil where it has none.
func (s *scanner) attr(name string) []byte {
	tag := s.tag
	for {
		i := bytes.IndexByte(tag, '=')
		if i < 0 || i+1 >= len(tag) {
			return nil
		}
		key := bytes.TrimRight(tag[:i], " \t\r\n")
		if at := bytes.LastIndexAny(key, " \t\r\n"); at >= 0 {
			key = key[at+1:]
		}
		rest := bytes.TrimLeft(tag[i+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		tag = rest[2+end:]
	}
}

// unescape turns entities into what they stand for, and the escapes of spreadsheets (_x000D_) into their characters.
func unescape(dst, src []byte) []byte {
	for len(src) > 0 {
		i := bytes.IndexAny(src, "&_")
		if i < 0 {
			return append(dst, src...)
		}
		dst = append(dst, src[:i]...)
		src = src[i:]
		if src[0] == '_' {
			if len(src) >= 7 && src[1] == 'x' && src[6] == '_' {
				if n, err := strconv.ParseUint(string(src[2:6]), 16, 16); err == nil {
					dst = utf8.AppendRune(dst, rune(n))
					src = src[7:]
					continue
				}
			}
			dst, src = append(dst, '_'), src[1:]
			continue
		}
		end := bytes.IndexByte(src[:min(len(src), 12)], ';')
		if end < 0 {
			dst, src = append(dst, '&'), src[1:]
			continue
		}
		dst = entity(dst, src[1:end])
		src = src[end+1:]
	}
	return dst
}

func entity(dst, name []byte) []byte {
	switch string(name) {
	case "amp":
		return append(dst, '&')
	case "lt":
		return append(dst, '<')
	case "gt":
		return append(dst, '>')
	case "quot":
		return append(dst, '"')
	case "apos":
		return append(dst, '\'')
	}
	if len(name) > 1 && name[0] == '#' {
		base, digits := 10, name[1:]
		if digits[0] == 'x' || digits[0] == 'X' {
			base, digits = 16, digits[1:]
		}
		if n, err := strconv.ParseUint(string(digits), base, 32); err == nil {
			return utf8.AppendRune(dst, rune(n))
		}
	}
	return append(append(append(dst, '&'), name...), ';')
}
