package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	_ "yice/internal/effort"
	"yice/tui/kit"
)

// keysOf gives the keys that a console makes of a text.
func keysOf(s string) []tea.KeyPressMsg {
	var out []tea.KeyPressMsg
	for _, r := range s {
		switch r {
		case '\t':
			out = append(out, tea.KeyPressMsg{Code: tea.KeyTab})
		case '\r':
			out = append(out, tea.KeyPressMsg{Code: tea.KeyEnter})
		case '\n':
			out = append(out, tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl})
		case '↓':
			out = append(out, tea.KeyPressMsg{Code: tea.KeyDown})
		default:
			out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return out
}

// typed is what keys stand for, for comparing.
func typed(keys []tea.KeyPressMsg) string {
	var b strings.Builder
	for _, k := range keys {
		if s, ok := pasteText(k); ok {
			b.WriteString(s)
		} else {
			b.WriteString("<" + k.Keystroke() + ">")
		}
	}
	return b.String()
}

// played is what a burst let go when keys came at times, as a line: a paste in [], keys as they are, "." where time passed
// before they were let go.
func played(b *burst, keys []tea.KeyPressMsg, gap func(i int) time.Duration) string {
	var out strings.Builder
	show := func(f freed) {
		if f.paste != "" {
			out.WriteString("[" + f.paste + "]")
		}
		out.WriteString(typed(f.keys))
	}
	now := time.Unix(0, 0)
	var wake time.Time
	waiting := false
	until := func(t time.Time) {
		for waiting && !wake.After(t) {
			now, waiting = wake, false
			f := b.due()
			show(f)
			if f.wait > 0 {
				waiting, wake = true, now.Add(f.wait)
			}
		}
		now = t
	}
	at := now
	for i, k := range keys {
		at = at.Add(gap(i))
		until(at)
		f := b.take(k, now)
		show(f)
		if f.wait > 0 {
			waiting, wake = true, now.Add(f.wait)
		}
	}
	until(at.Add(time.Minute))
	return out.String()
}

func TestAPasteThatComesAsKeysIsOneText(t *testing.T) {
	t.Parallel()
	swift := func(int) time.Duration { return 200 * time.Microsecond }
	hand := func(int) time.Duration { return 30 * time.Millisecond } // the fastest a key repeats
	seam := func(i int) time.Duration {
		return []time.Duration{100 * time.Microsecond, 20 * time.Millisecond}[kit.Btoi(i == 5)]
	}
	slow := func(i int) time.Duration {
		return []time.Duration{100 * time.Microsecond, 80 * time.Millisecond}[kit.Btoi(i == 5)]
	}
	for _, c := range []struct {
		name, keys string
		gap        func(int) time.Duration
		want       string
	}{
		{"two columns", "甲\t乙\r丙\t丁\r", swift, "[甲\t乙\r丙\t丁\r]"},
		{"a column of single figures", "1\r2", swift, "[1\r2]"},
		{"an empty first cell", "\t乙方\r\t丁", swift, "[\t乙方\r\t丁]"},
		{"empty last cells", "甲方\t\t\r", swift, "[甲方\t\t\r]"},
		{"line ends of both kinds", "甲\r\n乙", swift, "[甲\r\n乙]"},
		{"two readings of the console", "一二三四五六\t七\r", seam, "[一二三四五六\t七\r]"},
		{"a line with pauses, once it is known", "1\t2\r34\t5", slow, "[1\t2\r34\t5]"},
		{"the same by hand", "甲\t乙\r丙\t丁\r", hand, "甲\t乙\r丙\t丁\r"},
		{"an input method's words", "研发人员工资", swift, "研发人员工资"},
		{"a scanner's line", "6901234567892\r", swift, "6901234567892\r"},
		{"a scanner that ends in Tab", "6901234567892\t", swift, "6901234567892\t"},
		{"Tab held down", "\t\t\t\t\t", swift, "\t\t\t\t\t"},
		{"a chord", "a\t", swift, "a\t"},
		{"another key ends it", "甲\t乙↓丙", swift, "[甲\t乙]<down>丙"},
		{"another key amid typing", "甲↓乙", swift, "甲<down>乙"},
	} {
		if got := played(&burst{on: true}, keysOf(c.keys), c.gap); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestASingleKeyIsHeldForLessThanAnyoneSees: what is held is let go in the time said, and keys that no paste makes are not
// held at all.
func TestASingleKeyIsHeldForLessThanAnyoneSees(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a", "中", "\t", "\r"} {
		b := burst{on: true}
		f := b.take(keysOf(s)[0], clock)
		if len(f.keys) != 0 || f.wait != handGap || f.wait > 5*time.Millisecond {
			t.Fatalf("%q: %+v", s, f)
		}
		if f = b.due(); typed(f.keys) != s || f.wait != 0 {
			t.Fatalf("%q is let go as %+v", s, f)
		}
	}
	for _, name := range []string{"up", "esc", "f4", "ctrl+d", "backspace", "shift+tab"} {
		b := burst{on: true}
		if f := b.take(keyNamed(t, name), clock); len(f.keys) != 1 || f.wait != 0 {
			t.Fatalf("%s is held: %+v", name, f)
		}
	}
}

// TestNoKeyIsLostOrTurned: whatever comes at whatever pace, what is let go is what came.
func TestNoKeyIsLostOrTurned(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		keys := rapid.StringOfN(rapid.SampledFrom([]rune("ab中\t\r\n↓")), 0, 40, -1).Draw(r, "keys")
		gaps := rapid.SliceOfN(rapid.SampledFrom([]int{0, 1, 2, 4, 20, 30, 90, 200}), 41, 41).Draw(r, "gaps")
		got := played(&burst{on: true}, keysOf(keys), func(i int) time.Duration { return time.Duration(gaps[i]) * time.Millisecond })
		if got = strings.NewReplacer("[", "", "]", "").Replace(got); got != strings.ReplaceAll(keys, "↓", "<down>") {
			r.Fatalf("%q became %q", keys, got)
		}
	})
}

func TestWhoseKeysAreHeld(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env, system string
		on          bool
	}{{"", "linux", false}, {"", "windows", true}, {"burst", "linux", true}, {"marked", "windows", false}} {
		if b := newBurst([]string{"YICE_PASTE=" + c.env}, c.system); b.on != c.on {
			t.Errorf("%+v: %v", c, b.on)
		}
	}
	d := at(t, 120, 36)
	// The terminal's word, and a paste that came marked, end it; the user's word stands.
	d.m.burst = burst{on: true}
	d.send(tea.ModeReportMsg{Mode: ansi.ModeBracketedPaste, Value: ansi.ModeNotRecognized})
	if !d.m.burst.on {
		t.Error("a terminal that does not know marks is taken for one that does")
	}
	d.raw("x")
	d.send(tea.ModeReportMsg{Mode: ansi.ModeBracketedPaste, Value: ansi.ModeReset})
	if d.m.burst.on || d.m.burst.n != 0 {
		t.Error("the terminal's word is not taken, or a key stays held")
	}
	d.m.burst = burst{on: true}
	d.paste("x")
	if d.m.burst.on {
		t.Error("a marked paste does not end it")
	}
	d.m.burst = burst{on: true, asked: true}
	d.paste("x")
	if !d.m.burst.on {
		t.Error("the user's word does not stand")
	}
}

func bursting(o *Options) { o.Environ = append(o.Environ, "YICE_PASTE=burst") }

// typeBurst sends a text as the keys of a console, all at once.
func (d *driver) typeBurst(s string) *driver {
	d.t.Helper()
	for _, k := range keysOf(s) {
		d.send(k)
	}
	d.settle()
	return d
}

func TestABurstIsPastedWithPreview(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, bursting)
	d.form("patent").press("<ctrl+end>", "<down>", "<home>")
	d.typeBurst("202210000001.5\t甲\t发明\t申请\t2022-1-2\r坏号\t乙\t发明\t没有\t2022-13-2\r")
	d.sees("共 2 行 10 格：新增 2 行", "第 2 行", "没有").count("patent", 6)
	d.press("g").count("patent", 7).has("patent", "title=甲", "applied_on=2022-01-02")
	// One cell is typed, as it always was; so is a line that ends in Enter.
	d.press("<ctrl+end>", "<right>").typeBurst("乙方名称\r").has("patent", "title=乙方名称")
	// Keys by hand do what they always did.
	d.press("<ctrl+z>", "<ctrl+home>", "x", "<esc>", "<f12>").count("patent", 7)
}

func TestABurstIntoAQuestionAnswersNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, bursting)
	d.press("<ctrl+q>").sees("退出").typeBurst("y\tn\ry\ty\r")
	if d.quit || len(d.m.layers) != 1 {
		t.Fatal("a paste answered the question")
	}
}
