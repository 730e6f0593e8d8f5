package tui

import "testing"

func TestCaretReportsAreReadAmongOtherThings(t *testing.T) {
	t.Parallel()
	got := []byte("q\x1b[A\x1b[1;2R\x1b[12;3Rx\x1b[5")
	var cols []int
	for {
		c, rest, ok := report(got)
		if !ok {
			break
		}
		cols, got = append(cols, c), rest
	}
	if c, _, ok := report(append(got, ";2R"...)); !ok || c != 2 {
		t.Errorf("a report in two pieces: %d %v", c, ok)
	}
	if len(cols) != 2 || cols[0] != 2 || cols[1] != 3 {
		t.Errorf("columns %v", cols)
	}
}
