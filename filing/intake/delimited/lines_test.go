package delimited

import (
	"io"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"yice/filing/intake/sheet"
)

func TestLinesEndHoweverTheyEnd(t *testing.T) {
	const want = "1:日期|金额\n3:甲|1\n4:乙|2\n"
	for name, end := range map[string]string{"LF": "\n", "CRLF": "\r\n", "CR": "\r"} {
		content := strings.ReplaceAll("日期,金额\n\n甲,1\n乙,2", "\n", end)
		for _, stored := range []string{content, content + end, "\uFEFF" + content, inGB(t, content)} {
			b, err := openBook(t, stored)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if got := shown(t, b); got != want {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
	b, err := openBook(t, "a,b\r\"x\ny\",\"1\r2\"\r\nc,d\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, b); got != "1:a|b\n2:x\ny|1\n2\n3:c|d\n" {
		t.Errorf("mixed: %q", got)
	}
}

func TestLineEndsAreMendedAcrossParts(t *testing.T) {
	alone := regexp.MustCompile(`\r(\n)?`)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("a\r\n中"))).Draw(t, "s")
		want := alone.ReplaceAllStringFunc(s, func(m string) string {
			if m == "\r" {
				return "\n"
			}
			return m
		})
		var r io.Reader = strings.NewReader(s)
		switch rapid.IntRange(0, 2).Draw(t, "how") {
		case 0:
			r = iotest.OneByteReader(r)
		case 1:
			r = iotest.DataErrReader(r)
		}
		got, err := io.ReadAll(newLineEnds(r, rapid.IntRange(2, 9).Draw(t, "size")))
		if err != nil || string(got) != want {
			t.Fatalf("%q came as %q, want %q, %v", s, got, want, err)
		}
	})
}

func TestRowsHaveLimits(t *testing.T) {
	long := strings.Repeat("长", maxRecordBytes/3+1)
	for name, c := range map[string]struct{ content, want string }{
		"columns":                {"a,b\n" + strings.Repeat(",", sheet.MaxColumns) + "\n", "1:a|b\nfiling.row-too-large"},
		"columns between quotes": {"a,b\n\"x\"" + strings.Repeat(",", sheet.MaxColumns) + "\n", "1:a|b\nfiling.row-too-large"},
		"a long line":            {"a,b\n" + long + ",1\n", "1:a|b\nfiling.row-too-large"},
		"a long cell":            {"a,b\n\"" + strings.ReplaceAll(long+long, "长长长长长长长长", "长长长\n长长长长") + "\n长\",1\n", "1:a|b\nfiling.row-too-large"},
	} {
		b, err := openBook(t, c.content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := shown(t, b); got != c.want {
			t.Errorf("%s: %.80q", name, got)
		}
	}
	b, err := openBook(t, strings.Repeat(",", sheet.MaxColumns-1)+"x\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, b); got != "1:"+strings.Repeat("|", sheet.MaxColumns-1)+"x\n" {
		t.Errorf("%q", got)
	}
}

// Whatever stands in a file, it is refused by a fault with words, or every cell of it is text.
func FuzzOpen(f *testing.F) {
	for _, seed := range []string{
		"日期,金额\n2023-01-05,1\n", "sep=;\na;\"b\n\"\n", "\xFF\xFEa\x00,\x00\n\x00", "a\x00|\x00\n\x00", "\x00a\x00\t\x00\n",
		"a\r\"b\r\n", "=\"1,2\",'00123\t\n", "\xD5\xC5,1\n", "a\x00b,1\n", "\"\"\"", "=\"", "\x1a",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := openBook(t, string(content))
		if err != nil {
			if code(err)[:7] != "filing." {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		r, err := b.Rows(0)
		if err != nil {
			t.Fatal(err)
		}
		for last := 0; ; {
			row, err := r.Next()
			if err != nil {
				return
			}
			if row.Number <= last || len(row.Cells) > sheet.MaxColumns {
				t.Fatalf("row %d after %d of %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
			for _, c := range row.Cells {
				if len(c) > 0 && c[0] == 0 {
					t.Fatalf("a cell is taken for damage: %q", c)
				}
			}
		}
	})
}
