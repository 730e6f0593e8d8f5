package delimited

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/transform"

	"yice/filing/intake/incoming"
	"yice/text"
	"yice/text/gb18030"
)

// inGB gives a text in GB18030.
func inGB(t testing.TB, s string) string {
	t.Helper()
	out, _, err := transform.String(gb18030.NewEncoder(), s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const page = "日期,摘要,金额\n2023-01-05,研发材料款（一车间）,12.50\n\"2023-01-06\",\"研发,\n设备\",3.00\n2023-01-07,差旅,4.00\n"

func TestBytesThatCannotBeReadAreNamedWhereTheyStand(t *testing.T) {
	gb := inGB(t, page)
	in := func(s, before, bad string) string {
		if !strings.Contains(s, before) {
			t.Fatalf("%q has no %q", s, before)
		}
		return strings.Replace(s, before, before+bad, 1)
	}
	// So that the place is far behind what is kept of a file's beginning.
	many := strings.Repeat("2023-01-05,研发材料款,12.50\n", 20_000)
	for name, c := range map[string]struct {
		content string
		asked   Encoding
		want    string // in what the fault says
	}{
		"GB18030":                {in(gb, inGB(t, "研发材料"), "\xFF"), Auto, "第 2 行第 2 列有读不出来的字（按 GB18030 读，字节 FF）"},
		"GB18030 between quotes": {in(gb, inGB(t, "设备"), "\xFF"), Auto, "第 3 行第 2 列"},
		"GB18030 in the header":  {in(gb, inGB(t, "金额"), "\xFF"), Auto, "第 1 行第 3 列"},
		"GB18030 at a row's end": {in(gb, "4.00", "\xCD"), Auto, "第 4 行第 3 列有读不出来的字（按 GB18030 读，字节 CD 0A）"},
		"GB18030 far behind":     {inGB(t, many+"2023-02-01,") + "\xFF,1\n", Auto, "第 20001 行第 2 列"},
		"GB18030 cut off":        {gb + "2023-01-08," + inGB(t, "研")[:1], Auto, "第 5 行第 2 列一个字的中间断了（按 GB18030 读，字节 D1）"},
		"GB18030 asked for":      {in(gb, inGB(t, "研发材料"), "\xFF"), GB18030, "第 2 行第 2 列"},
		"UTF-8":                  {in(page, "研发材料", "\xFF"), Auto, "第 2 行第 2 列有读不出来的字（按 UTF-8 读，字节 FF）"},
		"UTF-8 of which a byte was lost": {
			strings.Replace(page, "差旅", "差旅"[:5], 1), Auto, "第 4 行第 2 列有读不出来的字（按 UTF-8 读，字节 E6）",
		},
		"UTF-8 with its mark": {"\uFEFF" + in(page, "研发材料", "\xFF"), Auto, "第 2 行第 2 列"},
		"UTF-8 asked for":     {gb, UTF8, "第 1 行第 1 列有读不出来的字（按 UTF-8 读，字节 C8）"},
		"UTF-8 far behind":    {many + "2023-02-01,\xFF,1\n", Auto, "第 20001 行第 2 列"},
		"UTF-8 cut off":       {page + "2023-01-08," + "研"[:2], Auto, "第 5 行第 2 列一个字的中间断了（按 UTF-8 读，字节 E7 A0）"},
		"doubtful": {
			gb + "2023-01-08," + inGB(t, "\uE000李\uE001") + ",1\n", Auto, "有 2 处是自造字或没有定义的字，先是第 5 行第 2 列（字节 AA A1，U+E000）",
		},
		"neither": {"\xFF\xFF\xFF", Auto, "第 1 行第 1 列"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := openAs(t, c.content, c.asked)
			var f *text.Fault
			if !errors.As(err, &f) || f.Code != "filing.encoding" || !strings.Contains(f.Say.ZH, c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func openAs(t testing.TB, content string, asked Encoding) (*Book, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := incoming.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return Open(f, Options{Encoding: asked})
}

func TestGB18030IsReadToTheLetter(t *testing.T) {
	for name, c := range map[string]struct {
		stored, want string
		asked        Encoding
	}{
		"a code others lose":                    {"\xD5\xC5\xA6\xD9\n", "1:张︐\n", Auto},
		"beyond Unicode's first 65,536":         {inGB(t, "𠂇,𬭎\n"), "1:𠂇|𬭎\n", Auto},
		"private use, where the user says so":   {"\xAA\xA1\n", "1:\uE000\n", GB18030},
		"the euro as Windows writes it":         {"\x80,\xD5\xC5\n", "1:€|张\n", Auto},
		"bytes that UTF-8 would be wrong about": {"\xC1\xAA\xCD\xA8\n", "1:联通\n", Auto},
	} {
		b, err := openAs(t, c.stored, c.asked)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := shown(t, b); b.Encoding != GB18030 || got != c.want {
			t.Errorf("%s: %q in %s, want %q", name, got, b.Encoding, c.want)
		}
	}
}

// Text of any length in GB18030 is taken for GB18030, never for UTF-8 that was damaged.
func TestDamageIsNotSeenWhereThereIsNone(t *testing.T) {
	const seed = 18030
	random := rand.New(rand.NewPCG(seed, seed))
	var all []rune // the 6,763 characters of GB 2312, by their codes
	for lead := 0xB0; lead <= 0xF7; lead++ {
		for trail := 0xA1; trail <= 0xFE; trail++ {
			s, _, err := transform.String(gb18030.NewDecoder(), string([]byte{byte(lead), byte(trail)}))
			if r := []rune(s)[0]; err == nil && r < 0xE000 {
				all = append(all, r)
			}
		}
	}
	for range 5_000 {
		var s strings.Builder
		for range 1 + random.IntN(40) {
			if random.IntN(5) == 0 {
				s.WriteByte(',')
			}
			s.WriteRune(all[random.IntN(len(all))])
		}
		u, err := surveyUTF8(strings.NewReader(inGB(t, s.String())))
		if err != nil {
			t.Fatal(err)
		}
		if u.wrong > 0 && u.meant() {
			t.Fatalf("seed %d: %s", seed, fmt.Sprintf("%q is taken for damaged UTF-8: %+v", s.String(), *u))
		}
	}
}
