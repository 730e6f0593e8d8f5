package gb18030

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// everyCode visits all sequences of bytes that have the form of a code.
func everyCode(visit func(code []byte)) {
	for a := 0; a < 0x80; a++ {
		visit([]byte{byte(a)})
	}
	for a := 0x81; a <= 0xFE; a++ {
		for b := 0x30; b <= 0x39; b++ {
			for c := 0x81; c <= 0xFE; c++ {
				for d := 0x30; d <= 0x39; d++ {
					visit([]byte{byte(a), byte(b), byte(c), byte(d)})
				}
			}
		}
		for b := 0x40; b <= 0xFE; b++ {
			visit([]byte{byte(a), byte(b)})
		}
	}
}

// the codes whose character the editions of 2005 and 2022 changed; decoders of the first edition disagree there.
var changed = map[string]rune{
	"a8bc": 'ḿ', "8135f437": 0xE7C7,

	"a6d9": '︐', "a6da": '︒', "a6db": '︑', "a6dc": '︓', "a6dd": '︔', "a6de": '︕', "a6df": '︖',
	"a6ec": '︗', "a6ed": '︘', "a6f3": '︙',
	"fe59": 0x9FB4, "fe61": 0x9FB5, "fe66": 0x9FB6, "fe67": 0x9FB7, "fe6d": 0x9FB8, "fe7e": 0x9FB9, "fe90": 0x9FBA, "fea0": 0x9FBB,

	"84318236": 0xE78D, "84318237": 0xE78F, "84318238": 0xE78E, "84318239": 0xE790, "84318330": 0xE791,
	"84318331": 0xE792, "84318332": 0xE793, "84318333": 0xE794, "84318334": 0xE795, "84318335": 0xE796,
	"82359037": 0xE81E, "82359038": 0xE826, "82359039": 0xE82B, "82359130": 0xE82C,
	"82359131": 0xE832, "82359132": 0xE843, "82359133": 0xE854, "82359134": 0xE864,
}

// unchanged is the SHA-256 of every other code and its character ("b0a1 554a\n", in the order of everyCode) as Python's
// codec "gb18030" has them, which is another hand's work and the edition of 2000.
const unchanged = "0ad50587f066df3674ee7904cf1aaba615321afe05f8f41b6c2da153d00838b5"

func TestEveryCodeHasTheCharacterOfTheStandard(t *testing.T) {
	digest := sha256.New()
	var line []byte
	codes := 0
	everyCode(func(code []byte) {
		r, size := mapping().next(code)
		if size < 0 {
			return
		}
		codes++
		if size != len(code) {
			t.Fatalf("% X: took %d bytes", code, size)
		}
		if want, ok := changed[hex.EncodeToString(code)]; ok {
			if r != want {
				t.Errorf("% X is %U, want %U", code, r, want)
			}
			return
		}
		line = append(hex.AppendEncode(line[:0], code), ' ')
		line = append(strconv.AppendInt(line, int64(r), 16), '\n')
		digest.Write(line)
	})
	if want := int(utf8.MaxRune) + 1 - 0x800; codes != want {
		t.Errorf("%d codes, want %d: one for every character", codes, want)
	}
	if got := hex.EncodeToString(digest.Sum(nil)); got != unchanged {
		t.Errorf("the codes no edition changed differ from Python's: %s", got)
	}
}

func TestEveryCodeAndEveryCharacterComeBack(t *testing.T) {
	seen := make([]bool, utf8.MaxRune+1)
	everyCode(func(code []byte) {
		r, size := mapping().next(code)
		if size < 0 {
			return
		}
		if seen[r] {
			t.Fatalf("%U has more than one code", r)
		}
		seen[r] = true
		back, ok := Append(nil, r)
		if !ok || !bytes.Equal(back, code) {
			t.Fatalf("% X is %U, which goes out as % X", code, r, back)
		}
	})
	for r := range seen {
		if _, ok := Append(nil, rune(r)); ok != seen[r] || ok != utf8.ValidRune(rune(r)) {
			t.Fatalf("%U: has a code: %v, is a code's character: %v", r, ok, seen[r])
		}
	}
}

func everyCharacter() string {
	var b strings.Builder
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if utf8.ValidRune(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestStreamsOfEveryCharacterComeBack(t *testing.T) {
	text := everyCharacter()
	var gb bytes.Buffer
	w := NewWriter(&gb)
	if _, err := io.Copy(w, iotest.HalfReader(strings.NewReader(text))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	stored := gb.Bytes()
	for name, r := range map[string]io.Reader{
		"Reader":           NewReader(bytes.NewReader(stored)),
		"Reader, by parts": NewReader(iotest.DataErrReader(iotest.HalfReader(bytes.NewReader(stored)))),
		"Decoder":          transform.NewReader(bytes.NewReader(stored), NewDecoder()),
	} {
		back, err := io.ReadAll(r)
		if err != nil || string(back) != text {
			t.Errorf("%s: %d bytes come back as %d, %v", name, len(text), len(back), err)
		}
	}
	if err := iotest.TestReader(NewReader(bytes.NewReader(stored[:4000])), []byte(text[:decodedLen(t, stored[:4000])])); err != nil {
		t.Error(err)
	}
	s, err := Check(bytes.NewReader(stored))
	if err != nil {
		t.Fatal(err)
	}
	// Controls, private use, planes 15 and 16, planes 4 to 13, U+FDD0–U+FDEF, two at the end of each other plane, U+FFFD.
	want := 32 + 0x1900 + 2*0x10000 + 10*0x10000 + 32 + 2*5 + 1
	if s.Doubtful != int64(want) || s.First != 0x80 || s.At != 0x80 {
		t.Errorf("doubtful: %+v, want %d", s, want)
	}
}

func decodedLen(t *testing.T, b []byte) int {
	t.Helper()
	s, err := io.ReadAll(transform.NewReader(bytes.NewReader(b), NewDecoder()))
	if err != nil {
		t.Fatal(err)
	}
	return len(s)
}

func TestBytesThatAreNoCodeAreNamed(t *testing.T) {
	for _, c := range []struct {
		in     string
		before string // what can be read
		bad    string // what is named
		cut    bool
	}{
		{"ab\xFFc", "ab", "\xFF", false},
		{"\xC1\xAA\xCD\xA8\xFF", "联通", "\xFF", false},
		{"\xC1\xAA\xCD,1\n", "联", "\xCD,", false},
		{"\xC1\xAA\xCD\n", "联", "\xCD\n", false},
		{"\xA1\x7F", "", "\xA1\x7F", false},
		{"\xA1\xFF", "", "\xA1\xFF", false},
		{"\x81\x30\x7F\x30", "", "\x81\x30\x7F", false},
		{"\x81\x30\x81a", "", "\x81\x30\x81a", false},
		{"\x84\x31\xA5\x30", "", "\x84\x31\xA5\x30", false}, // after U+FFFF
		{"\x8F\x39\xFE\x39", "", "\x8F\x39\xFE\x39", false},
		{"\xE3\x32\x9A\x36", "", "\xE3\x32\x9A\x36", false}, // after U+10FFFF
		{"\xFE\x39\xFE\x39", "", "\xFE\x39\xFE\x39", false},
		{"a\xC1", "a", "\xC1", true},
		{"\x81\x30", "", "\x81\x30", true},
		{"\x81\x30\x81", "", "\x81\x30\x81", true},
	} {
		// A stream of whole buffers before it does not change what is said.
		for _, lead := range []string{"", strings.Repeat("\xD5\xC5,12.50\n", 15_000)} {
			in := lead + c.in
			for name, r := range map[string]io.Reader{
				"Reader":        NewReader(strings.NewReader(in)),
				"one by one":    NewReader(iotest.OneByteReader(strings.NewReader(in))),
				"Decoder":       transform.NewReader(strings.NewReader(in), NewDecoder()),
				"small buffers": iotest.OneByteReader(NewReader(strings.NewReader(in))),
			} {
				got, err := io.ReadAll(r)
				if !strings.HasSuffix(string(got), c.before) || strings.ContainsRune(string(got), utf8.RuneError) {
					t.Errorf("%s of %q: read %q", name, c.in, tail(got))
				}
				names(t, name, c.in, err, c.bad, int64(len(in)-len(c.in)+strings.Index(c.in, c.bad)), c.cut)
			}
			_, err := Check(strings.NewReader(in))
			names(t, "Check", c.in, err, c.bad, int64(len(lead)+strings.Index(c.in, c.bad)), c.cut)
		}
	}
}

func tail(b []byte) []byte { return b[max(0, len(b)-40):] }

func names(t *testing.T, who, in string, err error, bytes string, offset int64, cut bool) {
	t.Helper()
	var bad *BadCode
	if !errors.As(err, &bad) {
		t.Errorf("%s of %q: %v, want a BadCode", who, in, err)
		return
	}
	if string(bad.Bytes) != bytes || bad.Offset != offset || bad.Cut != cut {
		t.Errorf("%s of %q names % X at %d (cut: %v), want % X at %d (%v)", who, in, bad.Bytes, bad.Offset, bad.Cut, bytes, offset, cut)
	}
}

func TestTextThatIsNoUTF8IsNamed(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int64
	}{{"张\xFF", 3}, {"a\xED\xA0\x80", 1}, {"张\xE5\xBC", 3}, {"\xC1\xAA", 0}} {
		_, _, err := transform.String(NewEncoder(), c.in)
		var bad *BadText
		if !errors.As(err, &bad) || bad.Offset != c.offset || bad.Bytes[0] != c.in[c.offset] {
			t.Errorf("%q: %v", c.in, err)
		}
	}
}

func TestWhatIsKnownOfSingleCodes(t *testing.T) {
	for in, want := range map[string]string{
		"\xD5\xC5\xA6\xD9": "张︐", // the second was lost before
		"\xA2\xE3":         "€",
		"\x80":             "€", // as Windows writes it
		"\xA8\xBC":         "ḿ",
		"\xA3\xA0":         "\uE5E5",
		"\xAA\xA1":         "\uE000", // the first of private use
		"\xFE\x51":         "\uE816", // one of six whose character has a code of its own beyond the first 65,536
		"\x95\x32\x90\x31": "𠂇",
		"\x84\x31\xA4\x37": "\uFFFD",
		"\x84\x31\xA4\x39": "\uFFFF",
		"\x90\x30\x81\x30": "\U00010000",
		"\xE3\x32\x9A\x35": "\U0010FFFF",
	} {
		got, _, err := transform.String(NewDecoder(), in)
		if err != nil || got != want {
			t.Errorf("% X reads %q, %v; want %q", in, got, err, want)
		}
		if in == "\x80" {
			in = "\xA2\xE3"
		}
		if out, _, err := transform.String(NewEncoder(), want); err != nil || out != in {
			t.Errorf("%q writes % X, %v; want % X", want, out, err, in)
		}
	}
}

func TestDoubtIsNamed(t *testing.T) {
	for in, want := range map[string]Survey{
		"\xD5\xC5\xA6\xD9\x80":             {},
		"\xD5\xC5\xAA\xA1x\xFE\x51":        {Doubtful: 2, First: 0xE000, At: 2},
		"a\x84\x31\xA4\x37":                {Doubtful: 1, First: 0xFFFD, At: 1},
		"\x95\x32\x90\x31\x81\x30\x81\x30": {Doubtful: 1, First: 0x80, At: 4},
	} {
		if got, err := Check(strings.NewReader(in)); err != nil || got != want {
			t.Errorf("% X: %+v, %v; want %+v", in, got, err, want)
		}
	}
}

// A table of money, in both encodings.
func table(lines int) (gb []byte, text string) {
	var b strings.Builder
	for i := range lines {
		fmt.Fprintf(&b, "YF2023-%02d,2023-%02d-15,记-%d,研发人员工资薪金及五险一金（高新所）,%d.50,自筹资金\n", i%90, i%12+1, i, i*37%900_000)
	}
	out, _, err := transform.String(NewEncoder(), b.String())
	if err != nil {
		panic(err)
	}
	return []byte(out), b.String()
}

func TestStreamingAsksForNoMemoryPerLine(t *testing.T) {
	gb, _ := table(20_000)
	p := make([]byte, 64<<10)
	r := NewReader(nil)
	n := testing.AllocsPerRun(5, func() {
		r.from, r.begin, r.end, r.err = bytes.NewReader(gb), 0, 0, nil
		for {
			if _, err := r.Read(p); err != nil {
				break
			}
		}
	})
	if n > 5 {
		t.Errorf("%v allocations for %d bytes", n, len(gb))
	}
}
