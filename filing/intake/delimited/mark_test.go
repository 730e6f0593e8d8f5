package delimited

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMarksThatKeepDigitsAreTakenOff(t *testing.T) {
	for cell, want := range map[string]string{
		`="00123"`:           "00123",
		`=""`:                "",
		`="说 ""好"""`:         `说 "好"`,
		"=\"00123\"\t":       "00123",
		"'00123":             "00123",
		"'2023-01-05":        "2023-01-05",
		"'91150200MA0N1234X": "91150200MA0N1234X",
		"'-1,234.50":         "-1,234.50",
		"123456\t":           "123456",
		"\t123456":           "123456",
		"材料\t":               "材料",
		"123456 ":            "123456",
		" 1,234.50 ":         "1,234.50",
		"\t":                 "",
		// Texts of people.
		"'23级新员工":  "'23级新员工",
		"'tis":     "'tis",
		"'":        "'",
		"=1+1":     "=1+1",
		`="a"&"b"`: `="a"&"b"`,
		`="a`:      `="a`,
		`5" 管`:     `5" 管`,
		" 研发 ":     " 研发 ",
		"甲'00123":  "甲'00123",
		"'00123'":  "'00123'",
		"'-":       "'-",
		// Texts that a spreadsheet would compute.
		"'=1+1":               "=1+1",
		"'-项目一":               "-项目一",
		"'@SUM(A1)":           "@SUM(A1)",
		"'+cmd|' /C calc'!A0": "+cmd|' /C calc'!A0",
		`=HYPERLINK("x")`:     `=HYPERLINK("x")`,
	} {
		if got := string(Unmarked([]byte(cell))); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
		if back := string(Unmarked([]byte(Marked(cell)))); back != cell {
			t.Errorf("%q is marked as %q and comes back as %q", cell, Marked(cell), back)
		}
	}
	for _, plain := range []string{"", "研发材料", "2023-01-05", "12.50", "-5", "+3", "-1,234.50", "-", "--", "'tis"} {
		if got := Marked(plain); got != plain {
			t.Errorf("%q is marked: %q", plain, got)
		}
	}
}

// What begins as a formula is marked for people to see, and comes back; no cell that is written begins as one.
func TestNoSpreadsheetComputesWhatIsWritten(t *testing.T) {
	for s, want := range map[string]string{
		"=1+1":                         "'=1+1",
		`=HYPERLINK("http://x","点这里")`: `'=HYPERLINK("http://x","点这里")`,
		"+cmd|' /C calc'!A0":           "'+cmd|' /C calc'!A0",
		"-项目一":                         "'-项目一",
		"@SUM(A1)":                     "'@SUM(A1)",
		"-1+1":                         "'-1+1",
		"+86(10)":                      "'+86(10)",
		"\r=1+1":                       "'\r=1+1",
		"\t=1+1":                       "'\t=1+1",
		"'=1+1":                        `="'=1+1"`,
		`="a"&cmd`:                     `="=""a""&cmd"`,
	} {
		if got := Marked(s); got != want {
			t.Errorf("%q is marked %q, want %q", s, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("=+-@\t\r'\"1中,"))).Draw(t, "s")
		m := Marked(s)
		if string(Unmarked([]byte(m))) != s {
			t.Fatalf("%q is marked %q and comes back as %q", s, m, Unmarked([]byte(m)))
		}
		if computed([]byte(m)) && !formulaText([]byte(m)) {
			t.Fatalf("%q is written as %q, which a spreadsheet computes", s, m)
		}
	})
}

func TestMarkedTextsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("0a,\"\n 中=;\t'-|"))).Draw(t, "s")
		if back := string(Unmarked([]byte(Marked(s)))); back != s {
			t.Fatalf("%q came back as %q", s, back)
		}
	})
}

func TestMarksAreReadWithTheirSeparators(t *testing.T) {
	for content, want := range map[string]string{
		// The quotes of the mark are not those of CSV.
		"日期,凭证,金额\n=\"2023-01-05\",=\"0001\",=\"1,234,567.00\"\n": "1:日期|凭证|金额\n2:2023-01-05|0001|1,234,567.00\n",
		"a,b\n\"=\"\"00123\"\"\",\"=\"\"1,5\"\"\"\n":              "1:a|b\n2:00123|1,5\n",
		"a,b,c\n=\"1,2,3\"\t,x,=\"4,5\"\n":                        "1:a|b|c\n2:1,2,3|x|4,5\n",
		// Half of a mark is a text.
		"a,b\n=\"1,2\n":              "1:a|b\n2:=\"1|2\n",
		"a,b\n'00123,123456\t\n":     "1:a|b\n2:00123|123456\n",
		"a,b\n5\" 管,\"x\"y\n":        "1:a|b\n2:5\" 管|xy\n",
		"a,b\n1,2\n\x1a":             "1:a|b\n2:1|2\n",
		"a,b\n\"x\ny\"z,2\n":         "1:a|b\ntorn-quote",
		"a,b\n\"x,1\nc,2\n\"d\",3\n": "1:a|b\ntorn-quote",
		"a,b\n\"x,1\nc,2\n":          "1:a|b\nopen-quote",
	} {
		b, err := openBook(t, content)
		if err != nil {
			t.Errorf("%q: %v", content, err)
		} else if got := strings.ReplaceAll(shown(t, b), "filing.", ""); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}

// What is pasted comes from screens, which show no marks.
func TestPastedTextIsTakenToTheLetter(t *testing.T) {
	if got := shown(t, Text("a\tb\r'00123\t=\"1\"\r\n")); got != "1:a|b\n2:'00123|=\"1\"\n" {
		t.Errorf("%q", got)
	}
	if got := shown(t, Text("a|b\n\x00#N/A|2\n")); got != "1:a|b\n2:\uFFFD#N/A|2\n" {
		t.Errorf("%q", got)
	}
}
