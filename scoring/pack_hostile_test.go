package scoring_test

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"yice/scoring"
	"yice/scoring/hostile"
	"yice/text"
)

// TestHostilePacks bounds the memory; how long the built program takes over each is seen in checks/policy.
func TestHostilePacks(t *testing.T) {
	for name, source := range hostile.Packs(scoring.MaxPackBytes) {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := scoring.Load(source); err == nil {
				t.Error("it loads")
			} else if n := len(err.(scoring.PackErrors)); n == 0 || n > shownErrors+1 {
				t.Error(n)
			}
			runtime.ReadMemStats(&after)
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 100 {
				t.Errorf("took %d MB", mb)
			}
		})
	}
}

// TestManyErrors: of very many errors the first 200 of the file are shown, and that there are more.
func TestManyErrors(t *testing.T) {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, "[x%d]\n", i)
	}
	_, err := scoring.Load([]byte(b.String()))
	var all scoring.PackErrors
	if !errors.As(err, &all) || len(all) != shownErrors+1 {
		t.Fatal(len(all))
	}
	if all[0].Line != 1 || all[199].Line != 200 || !strings.Contains(all[200].Say.ZH, "还有至少 305 处") {
		t.Error(all[0], all[199], all[200])
	}
}

func TestSourcePositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := []byte(rapid.StringOfN(rapid.RuneFrom([]rune("a一\n ＝\r")), 0, 900, -1).Draw(t, "text"))
		off := rapid.IntRange(0, len(data)).Draw(t, "offset")
		before := data[:off]
		line := bytes.Count(before, []byte("\n")) + 1
		last := before[bytes.LastIndexByte(before, '\n')+1:]
		col := 1
		for i := range last {
			if last[i]&0xC0 != 0x80 {
				col++
			}
		}
		if got := scoring.PositionIn(data, off); got != (scoring.Position{line, col}) {
			t.Fatal(got, line, col)
		}
	})
}

// TestAnyDamage: the example with any piece of it cut out, doubled or replaced either loads or says what is wrong, in both
// languages, at a place within the file.
func TestAnyDamage(t *testing.T) {
	good := examplePackFile(t)
	pieces := []string{"", "\"", "[", "]]", "{", "=", "，", "'", "\n", "\r", "#", "'", ".", "-", "0x", "1e9", "true", "\x00", "\xff", "[[a]]\n", "\"\"\""}
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, len(good)-1).Draw(t, "from")
		to := min(len(good), from+rapid.IntRange(0, 60).Draw(t, "length"))
		source := append(append(bytes.Clone(good[:from]), rapid.SampledFrom(pieces).Draw(t, "with")...), good[to:]...)
		checkLoad(t, source)
	})
}

// checkLoad loads anything and checks what must hold of the answer.
func checkLoad(t interface {
	Helper()
	Fatalf(string, ...any)
}, source []byte,
) {
	t.Helper()
	p, err := scoring.Load(source)
	if err == nil {
		if p.SHA256 == "" || len(p.Indicators) == 0 || len(p.Types) == 0 {
			t.Fatalf("an empty pack loads: %+v", p)
		}
		return
	}
	all, ok := err.(scoring.PackErrors)
	if !ok || len(all) == 0 {
		t.Fatalf("error %T", err)
	}
	lines := bytes.Count(source, []byte("\n")) + 1
	for _, e := range all {
		said := e.In(text.ZH) + e.In(text.EN)
		if e.Line < 1 || e.Line > lines || e.Col < 1 || e.Say.ZH == "" || e.Say.EN == "" || strings.Contains(said, "%!") {
			t.Fatalf("%+v", e)
		}
		if strings.ContainsFunc(said, harmful) {
			t.Fatalf("control character in %q", said)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(examplePackFile(f))
	for _, b := range brokenPacks {
		f.Add(b.spoil(f))
	}
	for _, source := range hostile.Packs(scoring.MaxPackBytes) {
		f.Add(source[:min(len(source), 2000)])
	}
	f.Fuzz(func(t *testing.T, source []byte) { checkLoad(t, source) })
}

func BenchmarkLoad(b *testing.B) {
	source := examplePackFile(b)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := scoring.Load(source); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFor(b *testing.B) {
	p := loaded(b, examplePackFile(b))
	for b.Loop() {
		p.For(exampleUSCC, "功能型")
	}
}

// shownErrors is how many errors of a file are told; one more says that there are others.
const shownErrors = 200

// harmful are the characters that a terminal obeys, or that turn a text round.
func harmful(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
