package paint

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/vt"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	_ "yice/internal/effort"
)

// put draws a sheet into a terminal emulator.
func put(t *testing.T, c *Canvas) *vt.Emulator {
	t.Helper()
	e := vt.NewEmulator(c.w, c.h)
	if _, err := e.WriteString(strings.ReplaceAll(c.String(), "\n", "\r\n")); err != nil {
		t.Fatal(err)
	}
	return e
}

func row(e *vt.Emulator, y int) string {
	var b strings.Builder
	for x := 0; x < e.Width(); x++ {
		if c := e.CellAt(x, y); c != nil && c.Width > 0 {
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

func TestTextIsClippedToItsArea(t *testing.T) {
	c := New(12, 3)
	a := c.All().Sub(2, 1, 6, 1)
	if x := a.Text(0, 0, "研发投入台账", Style{}); x != 12 {
		t.Errorf("x after = %d", x)
	}
	a.Text(0, 1, "outside", Style{})
	e := put(t, c)
	if got := row(e, 1); got != "  研发投" {
		t.Errorf("row = %q", got)
	}
	if got := row(e, 2); got != "" {
		t.Errorf("below = %q", got)
	}
}

func TestWideCharacterIsNeverHalved(t *testing.T) {
	c := New(8, 1)
	a := c.All()
	a.Text(0, 0, "研发投入", Style{})
	a.Text(1, 0, "x", Style{}) // into the right half of 研
	a.Text(4, 0, "y", Style{}) // into the left half of 投
	if got := row(put(t, c), 0); got != " x发y 入" {
		t.Errorf("row = %q", got)
	}
	c = New(5, 1)
	c.All().Text(0, 0, "研发投", Style{})
	if got := row(put(t, c), 0); got != "研发" {
		t.Errorf("row = %q", got)
	}
}

func TestNothingOfTheDataReachesTheTerminalAsACommand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		c := New(40, 1)
		c.All().Text(0, 0, s, Style{})
		for _, r := range c.String() {
			if unicode.IsControl(r) || direction(r) {
				t.Fatalf("%q let %U through", s, r)
			}
		}
		if w := Width(s); w < len(Clusters(s)) {
			t.Fatalf("%q measures %d cells for %d characters", s, w, len(Clusters(s)))
		}
	})
}

func TestCutPadAndWrapKeepTheirWidth(t *testing.T) {
	letters := []string{"研", "发", "a", "b", " ", ",", "，", "。", "１", "2", "e\u0301", "👍", "\t"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(letters)).Draw(t, "s"), "")
		w := rapid.IntRange(2, 20).Draw(t, "w")
		if got := Width(Cut(s, w)); got > w {
			t.Fatalf("Cut(%q, %d) takes %d", s, w, got)
		}
		if got := Width(Pad(s, w)); got != w {
			t.Fatalf("Pad(%q, %d) takes %d", s, w, got)
		}
		if got := Width(PadLeft(s, w)); got != w {
			t.Fatalf("PadLeft(%q, %d) takes %d", s, w, got)
		}
		for _, l := range Wrap(s, w) {
			if Width(l) > w {
				t.Fatalf("Wrap(%q, %d) has line %q", s, w, l)
			}
		}
		kept := strings.ReplaceAll(strings.Join(Wrap(s, w), ""), " ", "")
		if kept != strings.ReplaceAll(s, " ", "") {
			t.Fatalf("Wrap(%q, %d) lost text: %q", s, w, kept)
		}
	})
}

func TestWrapNeverBeginsALineWithAClosingMark(t *testing.T) {
	lines := Wrap("金额按凭证口径，冲销填负数。", 14)
	want := []string{"金额按凭证口", "径，冲销填负", "数。"}
	if strings.Join(lines, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", lines)
	}
}

// A straight quote closes where something stands right before it, else it opens; a word that is cut is not cut before what closes it.
func TestWrapLeavesNoQuoteAlone(t *testing.T) {
	for _, c := range []struct {
		say  string
		w    int
		want []string
	}{
		{"have recognised: Platforms '管网运维工程研究中心'", 48, []string{"have recognised: Platforms '管网运维工程研究中", "心'"}},
		{"say \"yes\" or \"no\"", 13, []string{"say \"yes\" or", "\"no\""}},
		{"见 (\"甲\")", 7, []string{"见", "(\"甲\")"}},
		{"abcdefghijklmnopqrstuvwxyzabcdefgh)", 34, []string{"abcdefghijklmnopqrstuvwxyzabcdefg", "h)"}},
	} {
		if got := Wrap(c.say, c.w); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q in %d: %q, want %q", c.say, c.w, got, c.want)
		}
	}
}

func TestJoinedEmojiIsDrawnAsItsBase(t *testing.T) {
	for _, s := range []string{"👨‍👩‍👧", "1️⃣", "👍🏽", "❤️"} {
		cs := Clusters(s)
		if len(cs) != 1 || cs[0].Text != s {
			t.Fatalf("%q: %v", s, cs)
		}
		c := New(6, 1)
		c.All().Text(0, 0, s+"x", Style{})
		e := put(t, c)
		if k := e.CellAt(cs[0].Width, 0); k == nil || k.Content != "x" {
			t.Errorf("%q: the next character is not in cell %d: %q", s, cs[0].Width, row(e, 0))
		}
	}
}

func TestBarFillsToHalfACell(t *testing.T) {
	for _, k := range []struct {
		permille int
		want     string
	}{{0, "▁▁▁▁"}, {1, "▖▁▁▁"}, {500, "▄▄▁▁"}, {640, "▄▄▖▁"}, {1000, "▄▄▄▄"}, {999, "▄▄▄▖"}, {1700, "▄▄▄▄"}, {-5, "▁▁▁▁"}} {
		c := New(4, 1)
		c.All().Bar(Unicode(), 0, 0, 4, k.permille, Style{}, Style{})
		if got := row(put(t, c), 0); got != k.want {
			t.Errorf("%d‰: %q, want %q", k.permille, got, k.want)
		}
	}
}

func TestSpark(t *testing.T) {
	if got := Spark(Unicode(), []int64{0, 1, 4, 8, -3}); got != " ▂▅█·" {
		t.Errorf("%q", got)
	}
	if got := Spark(Unicode(), []int64{1 << 62, 1 << 61}); got != "█▅" {
		t.Errorf("%q", got)
	}
}

func TestBoxTitleNeverCoversTheCorner(t *testing.T) {
	c := New(14, 3)
	in := c.All().Box(Unicode(), "研发投入台账明细", "1,204", Style{}, Style{}, Style{})
	if in.W != 12 || in.H != 1 {
		t.Fatalf("inside %d × %d", in.W, in.H)
	}
	got := row(put(t, c), 0)
	if !strings.HasPrefix(got, "╭─ ") || !strings.HasSuffix(got, "╮") {
		t.Errorf("%q", got)
	}
}

// A bar is never longer than its share nor shorter by a whole unit, and shows whatever is more than nothing.
func TestUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 1<<62).Draw(t, "whole")
		part, units := rapid.Int64Range(-5, whole+5).Draw(t, "part"), rapid.IntRange(1, 2000).Draw(t, "units")
		n := Units(part, whole, units)
		share := new(big.Rat).Mul(big.NewRat(part, whole), big.NewRat(int64(units), 1))
		floor := int(new(big.Int).Quo(share.Num(), share.Denom()).Int64())
		want := min(max(floor, 0), units)
		if part > 0 {
			want = max(want, 1)
		}
		if n != want {
			t.Fatalf("%d of %d in %d units: %d, want %d", part, whole, units, n, want)
		}
	})
}

// Strips and columns are as long as they are told to be, to the eighth where the terminal has the glyphs.
func TestStripsAndColumns(t *testing.T) {
	for _, c := range []struct {
		k       Chrome
		eighths int
		strip   string
		column  []string
	}{
		{Unicode(), 11, "█▍  ", []string{" ", "▃", "█"}},
		{Unicode(), 16, "██  ", []string{" ", "█", "█"}},
		{Unicode(), 1, "▏   ", []string{" ", " ", "▁"}},
		{ASCII(), 13, "#-  ", []string{" ", "=", "#"}},
		{ASCII(), 0, "    ", []string{" ", " ", " "}},
	} {
		s := New(4, 1)
		s.All().Strip(c.k, 0, 0, c.eighths, Style{})
		if got := s.String(); got != strings.TrimRight(c.strip, " ") {
			t.Errorf("%d eighths: %q, want %q", c.eighths, got, c.strip)
		}
		s = New(1, 3)
		s.All().Column(c.k, 0, 2, 1, c.eighths, Style{})
		for y, want := range c.column {
			if got := strings.Split(s.String(), "\n")[y]; got != strings.TrimRight(want, " ") {
				t.Errorf("%d eighths, row %d: %q, want %q", c.eighths, y, got, want)
			}
		}
	}
}

// However text of all kinds is put together, it is split as the tables of Unicode say, and measured as it is split.
func TestTextIsSplitAsUnicodeSays(t *testing.T) {
	parts := []string{"a", " ", "研", "发", "，", "、", "（", "·", "é", "e\u0301", "\u0301", "👨\u200d👩\u200d👧", "🇨🇳", "🇨", "1\ufe0f\u20e3", "한", "ᄒ", "\u200d", "\u0600", "नि", "\x1b", "\r\n", "\xff", "ｶﾞ", "㐀", "𠮷", "…"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "parts"), "")
		var want []Cluster
		state, width := -1, 0
		for rest := s; rest != ""; {
			var c string
			c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			k := cluster(c)
			want, width = append(want, k), width+k.Width
		}
		if got := Clusters(s); !slices.Equal(got, want) {
			t.Fatalf("%q: %+v, not %+v", s, got, want)
		}
		if got := Width(s); got != width {
			t.Fatalf("%q: %d cells wide, not %d", s, got, width)
		}
	})
}

// A rule below an area, or above it, is not drawn over what lies there, nor beyond the canvas.
func TestRulesStayInTheirArea(t *testing.T) {
	t.Parallel()
	c := New(6, 3)
	a := c.All().Sub(0, 1, 6, 1)
	for _, y := range []int{-2, -1, 1, 2, 40} {
		a.Repeat(0, y, 6, "-", Style{})
	}
	if got := c.String(); strings.Contains(got, "-") {
		t.Errorf("drawn as\n%s", got)
	}
	if a.Repeat(0, 0, 6, "-", Style{}); !strings.Contains(c.String(), "------") {
		t.Error("no rule is drawn in it")
	}
}
