package markup

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"yice/internal/pattern"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yice/text"
	"yice/text/gb18030"
)

var (
	bomUTF8 = []byte("\xEF\xBB\xBF")
	bomLE   = []byte("\xFF\xFE")
	bomBE   = []byte("\xFE\xFF")
)

// declares finds what a page or an XML file says of its own encoding.
var declares = pattern.Of(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([\w\-]+)`)

// plausible are the names of encodings that say nothing against UTF-8 or GB 18030: systems write down any of them, and
// what they write holds beside it is what it is.
var plausible = map[string]bool{
	"utf-8": true, "utf8": true, "gb2312": true, "gbk": true, "gb18030": true, "x-gbk": true, "cp936": true, "ms936": true, "windows-936": true,
	"gb_2312-80": true, "csgb2312": true, "iso-8859-1": true, "latin1": true, "us-ascii": true, "ascii": true, "windows-1252": true, "unicode": true, "utf-16": true,
}

// decode gives a file's text as UTF-8. What a file is, its bytes say better than it does: text that is valid UTF-8 from end
// to end is UTF-8, and other text is GB 18030 if all of it is.
func decode(content []byte) (io.Reader, error) {
	switch {
	case bytes.HasPrefix(content, bomLE), bytes.HasPrefix(content, bomBE):
		return transform.NewReader(bytes.NewReader(content), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	case bytes.HasPrefix(content, bomUTF8):
		content = content[len(bomUTF8):]
	}
	bad := invalid(content)
	if bad < 0 {
		return bytes.NewReader(content), nil
	}
	if name := declares.FindSubmatch(content[:min(len(content), 8<<10)]); name != nil && !plausible[strings.ToLower(string(name[1]))] {
		return nil, refuse("encoding", text.ForeignCharset.With(string(name[1])), nil)
	}
	if mostlyUTF8(content) {
		return nil, refuse("encoding", text.ForeignBadText.With(bad+1), nil)
	}
	survey, err := gb18030.Check(bytes.NewReader(content))
	var code *gb18030.BadCode
	switch {
	case errors.As(err, &code):
		return nil, refuse("encoding", text.ForeignBadText.With(code.Offset+1), err)
	case err != nil:
		return nil, err
	case survey.Doubtful > 0:
		return nil, refuse("encoding", text.ForeignBadText.With(survey.At+1), nil)
	}
	return gb18030.NewReader(bytes.NewReader(content)), nil
}

// invalid gives the first place that is no UTF-8, -1 where there is none.
func invalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// mostlyUTF8 reports text that is UTF-8 but for some bytes: damaged, or cut off. Read as GB 18030 it would be nonsense that
// decodes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b) && good+bad < 100_000; {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else if size > 2 {
			good++
		}
		i += size
	}
	return good > bad
}
