package intake

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// textFile writes the one sheet of a grid as CSV or TSV. A merged area is, in text, its first cell and nothing after it.
func textFile(container string, g Grid) ([]byte, error) {
	if len(g.Sheets) != 1 {
		return nil, errors.New("a text file is one sheet")
	}
	comma, end := ",", "\n"
	if strings.HasPrefix(container, "tsv") {
		comma = "\t"
	}
	switch container {
	case "csv-cr":
		end = "\r"
	case "csv-crlf", "csv-gb18030", "csv-bom":
		end = "\r\n"
	}
	s := g.Sheets[0]
	wide := s.width()
	var b strings.Builder
	for _, r := range s.Rows {
		for i := range wide {
			if i > 0 {
				b.WriteString(comma)
			}
			if i < len(r.Cells) {
				b.WriteString(quoted(r.Cells[i].Text, comma))
			}
		}
		b.WriteString(end)
	}
	return encoded(container, b.String())
}

func quoted(s, comma string) string {
	if !strings.ContainsAny(s, comma+"\"\r\n") {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// encoded writes a text in the container's characters.
func encoded(container, s string) ([]byte, error) {
	switch container {
	case "csv-bom":
		return append([]byte("\xEF\xBB\xBF"), s...), nil
	case "csv-gb18030", "html-gbk":
		return gb18030(s)
	case "csv-mixed", "csv-mixed-gb":
		return mixed(s, container == "csv-mixed-gb")
	case "csv-utf16le", "tsv-utf16le":
		return utf16bytes(s, binary.LittleEndian), nil
	case "csv-utf16le-bom":
		return utf16bytes("\uFEFF"+s, binary.LittleEndian), nil
	case "csv-utf16be":
		return utf16bytes(s, binary.BigEndian), nil
	}
	return []byte(s), nil
}

// mixed writes the first half in one encoding and the second in another, as files pasted together are.
func mixed(s string, gbFirst bool) ([]byte, error) {
	at := len(s)/2 + strings.IndexByte(s[len(s)/2:], '\n') + 1
	first, second := s[:at], s[at:]
	if gbFirst {
		b, err := gb18030(first)
		return append(b, second...), err
	}
	b, err := gb18030(second)
	return append([]byte(first), b...), err
}

func utf16bytes(s string, order binary.AppendByteOrder) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

// gb18030 encodes with an implementation that is not the program's. It invents bytes for some characters, so what it wrote
// has to read back.
func gb18030(s string) ([]byte, error) {
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil, err
	}
	back, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(back, []byte(s)) {
		return nil, fmt.Errorf("GB18030 does not hold the text")
	}
	return b, nil
}
