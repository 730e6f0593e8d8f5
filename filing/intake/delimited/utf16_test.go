package delimited

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"pgregory.net/rapid"

	"yice/text"
)

// inUTF16Units gives a text in two bytes a character.
func inUTF16Units(s string, order binary.AppendByteOrder) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

func TestUTF16IsFoundWithAndWithoutItsMark(t *testing.T) {
	const content = "日期\t摘要\t金额\r\n2023-01-05\t一车间𠂇\t12.50\r\n"
	const want = "1:日期|摘要|金额\n2:2023-01-05|一车间𠂇|12.50\n"
	for name, c := range map[string]struct {
		content string
		asked   Encoding
		want    Encoding
	}{
		"LE, mark":           {"\xFF\xFE" + inUTF16Units(content, binary.LittleEndian), Auto, UTF16},
		"BE, mark":           {"\xFE\xFF" + inUTF16Units(content, binary.BigEndian), Auto, UTF16},
		"LE":                 {inUTF16Units(content, binary.LittleEndian), Auto, UTF16LE},
		"BE":                 {inUTF16Units(content, binary.BigEndian), Auto, UTF16BE},
		"LE, asked for":      {inUTF16Units(content, binary.LittleEndian), UTF16LE, UTF16LE},
		"BE, asked for":      {inUTF16Units(content, binary.BigEndian), UTF16, UTF16},
		"LE, CR":             {inUTF16Units(strings.ReplaceAll(content, "\n", ""), binary.LittleEndian), Auto, UTF16LE},
		"BE, many 一":         {inUTF16Units(content+strings.Repeat("一一一一一一一一\n", 50), binary.BigEndian)[:len(content)], Auto, UTF16BE},
		"LE, mostly Chinese": {inUTF16Units(strings.Repeat("一二三四五六七八九十研发材料\t一一一一\n", 2), binary.LittleEndian), Auto, UTF16LE},
	} {
		b, err := openAs(t, c.content, c.asked)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := shown(t, b)
		if b.Encoding != c.want {
			t.Errorf("%s: %s", name, b.Encoding)
		}
		if !strings.Contains(name, "一") && !strings.Contains(name, "mostly") && got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestHalfCharactersOfUTF16AreNamed(t *testing.T) {
	le := func(s string) string { return inUTF16Units(s, binary.LittleEndian) }
	const head = "日期,摘要,金额\n2023-01-05,"
	far := strings.Repeat("2023-01-05,研发材料,12.50\n", 20_000)
	for name, c := range map[string]struct{ content, code, want string }{
		"first half":      {le(head) + "\x40\xD8" + le("材料,1\n"), "filing.encoding", "第 2 行第 2 列有读不出来的字（按 UTF-16LE 读，字节 40 D8）"},
		"second half":     {"\xFF\xFE" + le(head) + "\x87\xDC" + le("材料,1\n"), "filing.encoding", "第 2 行第 2 列有读不出来的字（按 UTF-16 (BOM) 读，字节 87 DC）"},
		"two first ones":  {le(head) + "\x40\xD8\x40\xD8" + le("材料,1\n"), "filing.encoding", "第 2 行第 2 列"},
		"far behind":      {le(far) + "\x40\xD8" + le(",1\n"), "filing.encoding", "第 20001 行第 1 列"},
		"cut off":         {le(head+"材料,1\n2023-01-06,") + "\x14", "filing.encoding", "第 3 行第 2 列一个字的中间断了"},
		"cut in a pair":   {le(head) + "\x40\xD8", "filing.encoding", "第 2 行第 2 列一个字的中间断了"},
		"a zero":          {"\xFF\xFE" + le(head+"\x00,1\n"), "filing.encoding", "有 1 处空字节（NUL），先是第 2 行第 2 列"},
		"zeros in UTF-8":  {head + "材\x00料,1\n2\x00,", "filing.encoding", "有 2 处空字节（NUL），先是第 2 行第 2 列"},
		"zeros behind it": {"\xEF\xBB\xBF" + head + "\x00#N/A,1\n", "filing.encoding", "先是第 2 行第 2 列"},
		"zeros in GB":     {inGB(t, head+"材料,1\n2023-01-06,") + "\x00,1\n", "filing.encoding", "先是第 3 行第 2 列"},
		"a picture":       {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00", "filing.not-a-table", ""},
		"zeros":           {strings.Repeat("\x00", 40), "filing.not-a-table", ""},
	} {
		_, err := openAs(t, c.content, Auto)
		var f *text.Fault
		if !errors.As(err, &f) || f.Code != c.code || !strings.Contains(f.Say.ZH, c.want) {
			t.Errorf("%s: %v, want %s %q", name, err, c.code, c.want)
		}
	}
}

// However a text is handed over, it is decoded to the letter.
func TestUTF16IsDecodedAcrossParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("a,\n一龥\U00020087\uE000"))).Draw(t, "s")
		big := rapid.Bool().Draw(t, "big")
		var order binary.AppendByteOrder = binary.LittleEndian
		if big {
			order = binary.BigEndian
		}
		var r io.Reader = strings.NewReader(inUTF16Units(s, order))
		if rapid.Bool().Draw(t, "bytes") {
			r = iotest.OneByteReader(r)
		}
		got, err := io.ReadAll(newUTF16Reader(r, big))
		if err != nil || string(got) != s {
			t.Fatalf("%q came as %q, %v", s, got, err)
		}
	})
}

func TestUTF16PairsLieAcrossBuffers(t *testing.T) {
	s := "a" + strings.Repeat("\U00020087", 20_000)
	got, err := io.ReadAll(newUTF16Reader(strings.NewReader(inUTF16Units(s, binary.LittleEndian)), false))
	if err != nil || string(got) != s {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
}
