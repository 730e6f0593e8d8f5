//go:build linux

package main

import (
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"yice/checks/terminal"
)

// screenOf is a frame of one row.
func screenOf(s string) terminal.Frame {
	f := terminal.Frame{Width: 12, Height: 1, Cells: make([]terminal.Cell, 12), X: 1, Caret: true}
	x := 0
	for _, r := range s {
		w := 1
		if r >= 0x2e80 {
			w = 2
		}
		if r != ' ' {
			*f.At(x, 0) = terminal.Cell{Text: string(r), Width: w, Ink: "#fff"}
		}
		x += w
	}
	return f
}

// What stays is in the film once and never hidden; what comes and goes says when, by the times of the script; a wide character
// takes two cells; the poster is what is seen where nothing moves.
func TestFilm(t *testing.T) {
	shots := []shot{
		{Frame: screenOf("金额   1"), for_: time.Second},
		{Frame: screenOf("金额   <"), for_: 2 * time.Second},
		{Frame: screenOf("金额   1"), for_: time.Second, title: "a & b", keys: []string{"Y", "D"}},
	}
	drawn := drawFilm(shots, terminal.Dark, 2, "片")
	for d := xml.NewDecoder(strings.NewReader(drawn)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err, drawn)
		}
	}
	if n := strings.Count(drawn, ">金额</text>"); n != 1 {
		t.Errorf("what stays is drawn %d times", n)
	}
	if !regexp.MustCompile(`<g>[^\n]*x="13 33" y="28">金额</text>`).MatchString(drawn) {
		t.Errorf("what stays is hidden, or its characters are not two cells apart:\n%s", drawn)
	}
	group := func(what string) (attrs, times string) {
		m := regexp.MustCompile(`<g class="(a\d+)"([^>]*)>[^\n]*` + what).FindStringSubmatch(drawn)
		if m == nil {
			t.Fatalf("no group has %s:\n%s", what, drawn)
		}
		return m[2], regexp.MustCompile(`@keyframes ` + m[1] + `\{(.*)\}\.`).FindStringSubmatch(drawn)[1]
	}
	if attrs, times := group(`>1</text>`); attrs != "" || times != "0.000%{visibility:visible}25.000%{visibility:hidden}75.000%{visibility:visible}" {
		t.Error(attrs, times)
	}
	if attrs, times := group(`>&lt;</text>`); attrs != ` visibility="hidden"` || times != "0%{visibility:hidden}25.000%{visibility:visible}75.000%{visibility:hidden}" {
		t.Error(attrs, times)
	}
	if !strings.Contains(drawn, "animation:4.00s") || !strings.Contains(drawn, "a &amp; b") || !strings.Contains(drawn, ">D</text>") || strings.Contains(drawn, ">Y</text>") {
		t.Error(drawn)
	}
}
