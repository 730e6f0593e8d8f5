package main

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"yice/text"
)

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"甲\n乙":              "甲\n乙",
		"\x1b]0;x\x07":      "␛]0;x␇",
		"a\x7fb":            "a␡b",
		"a\u009b2Jb":        "a\uFFFD2Jb",
		"\u202egnp.\u2066x": "\uFFFDgnp.\uFFFDx",
		"\xffa":             "\uFFFDa",
		"a\tb\rc":           "a␉b␍c",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
	if got := oneLine("甲\r\n乙\n丙"); got != "甲⏎乙⏎丙" {
		t.Errorf("oneLine gives %q", got)
	}
}

// Whatever the data, nothing printed commands a terminal, and JSON still means the same.
func TestNothingObeyedIsEverPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.StringOf(rapid.RuneFrom([]rune("甲a \n\t\r\x00\x1b\x07\x7f\u0085\u009b\u202e\u2066\u200f\"\\<&"))).Draw(t, "data")
		var out, errs bytes.Buffer
		p := &program{stdout: &out, stderr: &errs}
		if err := p.print(data); err != nil {
			t.Fatal(err)
		}
		p.message(text.Same(data))
		if err := p.printJSON(map[string]string{"k": data}); err != nil {
			t.Fatal(err)
		}
		for _, printed := range []string{out.String(), errs.String()} {
			for _, r := range printed {
				if r != '\n' && obeyed(r) {
					t.Fatalf("%U is printed of %q", r, data)
				}
			}
		}
		doc := out.String()[strings.LastIndex(out.String(), "{\n"):]
		var back map[string]string
		if err := json.Unmarshal([]byte(doc), &back); err != nil || back["k"] != data {
			t.Fatalf("JSON of %q reads back as %q (%v)", data, back["k"], err)
		}
	})
}

func TestColumnsStandInLine(t *testing.T) {
	tab := columns("lrl")
	tab.row("研发投入强度", "1.65%", "达标")
	tab.row("ab", "100", "")
	tab.row("", "7", "x\ny")
	lines := strings.Split(strings.TrimSuffix(tab.String(), "\n"), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines: %q", len(lines), lines)
	}
	for _, line := range lines {
		if strings.TrimRight(line, " ") != line {
			t.Errorf("%q ends in blanks", line)
		}
	}
	if a, b := ansi.StringWidth(strings.Split(lines[0], "%")[0]), ansi.StringWidth(lines[1]); a+1 != b {
		t.Errorf("figures do not end in one column: %d and %d", a+1, b)
	}
	if !strings.HasSuffix(lines[2], "x⏎y") {
		t.Errorf("a line end in a cell: %q", lines[2])
	}
}

func TestExitCodesOfFaults(t *testing.T) {
	for _, c := range []struct {
		err  error
		want text.Class
	}{
		{usage("x", text.Same("a")), 2},
		{cannot("x", text.Same("a"), nil), 3},
		{&text.Fault{Class: text.Findings, Say: text.Same("a")}, 1},
		{context.Canceled, 3},
		{bytes.ErrTooLarge, 3},
	} {
		var errs bytes.Buffer
		p := &program{stderr: &errs}
		if got := p.report(c.err); got != c.want {
			t.Errorf("%v exits %d, want %d", c.err, got, c.want)
		}
		if errs.Len() == 0 {
			t.Errorf("%v says nothing", c.err)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args []string
		env  map[string]string
		want text.Lang
		bad  bool
	}{
		{nil, nil, text.ZH, false},
		{nil, map[string]string{"LANG": "C"}, text.ZH, false},
		{nil, map[string]string{"LANG": "en_US.UTF-8"}, text.EN, false},
		{nil, map[string]string{"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN"}, text.ZH, false},
		{nil, map[string]string{"LANG": "zh_CN", "YICE_LANG": "en"}, text.EN, false},
		{[]string{"score", "--lang", "en"}, map[string]string{"YICE_LANG": "zh"}, text.EN, false},
		{[]string{"--lang=en", "score"}, nil, text.EN, false},
		{[]string{"reason", "--", "--lang=en"}, nil, text.ZH, false},
		{[]string{"--lang=de"}, nil, text.ZH, true},
		{nil, map[string]string{"YICE_LANG": "de"}, text.ZH, true},
	} {
		p := &program{args: c.args, lookup: func(name string) (string, bool) { v, ok := c.env[name]; return v, ok }, now: time.Now}
		got, err := p.language()
		if got != c.want || (err != nil) != c.bad {
			t.Errorf("%v %v: %v, %v", c.args, c.env, got, err)
		}
	}
}

func TestProgressIsOneLineAndOnlyForTheEye(t *testing.T) {
	p := &program{stderr: &bytes.Buffer{}, now: time.Now}
	if g := p.following(text.CmdImportSoFar); g != nil {
		t.Error("progress is written where nobody looks")
	}
	var none *progress
	none.at(1) // must not matter
	none.done()

	var out bytes.Buffer
	clock := time.Unix(0, 0)
	p = &program{stderr: &out, now: func() time.Time { return clock }}
	g := &progress{p: p, say: text.CmdImportSoFar, next: clock.Add(progressEvery)}
	g.at(int64(1))
	if out.Len() != 0 {
		t.Errorf("shown too soon: %q", out.String())
	}
	clock = clock.Add(progressEvery)
	g.at(int64(2))
	g.at(int64(3))
	g.done()
	if got := out.String(); strings.Count(got, "2") != 1 || strings.Contains(got, "3") || strings.Contains(got, "\n") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("shown: %q", got)
	}
}
