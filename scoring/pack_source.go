package scoring

import (
	"bytes"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"yice/text"
	"yice/text/gb18030"
)

// MaxPackBytes is how large a pack's file may be.
const MaxPackBytes = 256 << 10

// source is the text of a pack with its lines, so that an offset becomes a line and a column.
type source struct {
	data   []byte
	starts []int // offset of each line
	runes  []int // characters before each block of 256 bytes, so that a column costs little even on one endless line
}

const runeBlock = 256

// PositionIn gives the line and the column, in characters, of a place in a file.
func PositionIn(data []byte, offset int) Position { return newSource(data).at(offset) }

func newSource(data []byte) *source {
	s := &source{data: data, starts: []int{0}}
	n := 0
	for i, c := range data {
		if i%runeBlock == 0 {
			s.runes = append(s.runes, n)
		}
		if utf8.RuneStart(c) {
			n++
		}
		if c == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	if len(data)%runeBlock == 0 {
		s.runes = append(s.runes, n)
	}
	return s
}

// at gives the position of an offset.
func (s *source) at(off int) Position {
	off = max(0, min(off, len(s.data)))
	line := sort.SearchInts(s.starts, off+1) - 1
	return Position{line + 1, s.runesBefore(off) - s.runesBefore(s.starts[line]) + 1}
}

func (s *source) runesBefore(off int) int {
	n := s.runes[off/runeBlock]
	for _, c := range s.data[off/runeBlock*runeBlock : off] {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// readSource checks the bytes of a pack and gives its text as UTF-8, so that the rest can be checked even where the
// encoding is wrong; ok is false where there is no text to go on with.
func readSource(raw []byte, errs *errorList) (ok bool) {
	errs.src = newSource(nil)
	switch {
	case len(raw) > MaxPackBytes:
		errs.add(0, "", text.PackTooLarge.With(len(raw)/1024+1, MaxPackBytes/1024))
		return false
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		errs.add(0, "", text.PackUTF16)
		return false
	case len(bytes.TrimSpace(raw)) == 0:
		errs.add(0, "", text.PackEmpty)
		return false
	}
	if rest, bom := bytes.CutPrefix(raw, []byte{0xEF, 0xBB, 0xBF}); bom {
		errs.add(0, "", text.PackBOM)
		raw = rest
	}
	if utf8.Valid(raw) {
		errs.src = newSource(raw)
		return true
	}
	bad := firstInvalid(raw)
	if decoded, err := io.ReadAll(gb18030.NewReader(bytes.NewReader(raw))); err == nil && !bytes.ContainsRune(decoded, utf8.RuneError) {
		errs.src = newSource(decoded)
		line := bytes.Count(raw[:bad], []byte{'\n'})
		errs.add(errs.src.starts[min(line, len(errs.src.starts)-1)], "", text.PackGBK)
		return true
	}
	errs.src = newSource(bytes.ToValidUTF8(raw, []byte("?")))
	errs.add(bad, "", text.PackNotUTF8)
	return true
}

func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(raw)
}

// fullWidth gives the ASCII that a full-width or look-alike character stands for where TOML wants ASCII; ok is false for
// any other character, Han among them.
func fullWidth(r rune) (ascii string, ok bool) {
	switch {
	case r >= '！' && r <= '～':
		return string(r - '！' + '!'), true
	case r == '\u3000' || r == '\u00a0' || r == '\u2007' || r == '\u202f':
		return " ", true
	case r >= '\u200b' && r <= '\u200f' || r == '\ufeff' || r == '\u2060':
		return "", true
	}
	switch r {
	case '“', '”', '„', '「', '」', '『', '』', '《', '》':
		return `"`, true
	case '‘', '’':
		return `'`, true
	case '【', '〔':
		return "[", true
	case '】', '〕':
		return "]", true
	case '、', '，':
		return ",", true
	case '。', '·':
		return ".", true
	case '−', '—', '–', '‐':
		return "-", true
	}
	return "", false
}

// foldWidth turns full-width characters of a word into the ASCII they stand for.
func foldWidth(s string) string {
	var b strings.Builder
	for _, r := range s {
		if a, ok := fullWidth(r); ok && r != '、' && r != '。' {
			b.WriteString(a)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
