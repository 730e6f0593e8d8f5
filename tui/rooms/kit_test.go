package rooms_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/screen/screentest"
)

func typed(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

func named(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

// A question needs no program around it: it is answered by Enter and Esc, by letters, and by capitals.
func TestAQuestionIsAnswered(t *testing.T) {
	t.Parallel()
	for key, c := range map[string]struct {
		k         tea.KeyPressMsg
		done, yes bool
	}{
		"enter": {named(tea.KeyEnter), true, true},
		"y":     {typed('y'), true, true},
		"Y":     {typed('Y'), true, true},
		"esc":   {named(tea.KeyEscape), true, false},
		"n":     {typed('n'), true, false},
		"x":     {typed('x'), false, false},
	} {
		m := screentest.New(text.ZH)
		asked, yes := 0, false
		q := kit.NewAsk(text.Same("?"), text.Same("?"), func(y bool) tea.Cmd { asked++; yes = y; return nil })
		if done, _ := q.Key(m, c.k); done != c.done || yes != c.yes || asked > 1 || done != (asked == 1) {
			t.Errorf("%s: done %v, yes %v, told %d times", key, done, yes, asked)
		}
	}
}

// A refused answer keeps the question open, with what is wrong and what was typed.
func TestARefusedAnswerKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.EN)
	q := kit.NewInput(text.Same("year"), text.Same("which?"), "", func(s string) (text.Pair, tea.Cmd) {
		if s != "2024" {
			return text.Same("no such year: " + s), nil
		}
		return text.Pair{}, nil
	})
	for _, r := range "202" {
		q.Key(m, typed(r))
	}
	if done, _ := q.Key(m, named(tea.KeyEnter)); done {
		t.Fatal("it closed")
	}
	if frame, at := m.Frame(80, 24, q.Draw); !strings.Contains(frame, "no such year: 202") || !at.On {
		t.Errorf("caret %v:\n%s", at, frame)
	}
	q.Key(m, typed('4'))
	if frame, _ := m.Frame(80, 24, q.Draw); strings.Contains(frame, "no such year") {
		t.Errorf("it is still wrong:\n%s", frame)
	}
	if done, _ := q.Key(m, named(tea.KeyEnter)); !done {
		t.Error("the right answer was not taken")
	}
}

// What a chooser opens lies on top: the chooser is gone before its line is taken.
func TestAChooserIsGoneBeforeItsLineIsTaken(t *testing.T) {
	t.Parallel()
	m := screentest.New(text.ZH)
	took := ""
	var all []kit.Option
	for _, name := range []string{"研发投入台账", "专利", "研发项目"} {
		all = append(all, kit.Option{Title: text.Same(name), Take: func() tea.Cmd {
			took = fmt.Sprintf("%s, %d open", name, len(m.Layers))
			return nil
		}})
	}
	c := kit.Choose(m, text.Same("?"), all)
	for _, r := range "yfxm" { // by initials
		c.Key(m, typed(r))
	}
	if done, _ := c.Key(m, named(tea.KeyEnter)); !done || took != "研发项目, 0 open" {
		t.Errorf("done %v, took %q", done, took)
	}
}

// Where nothing fits, what was typed is taken if the chooser takes it; else Enter does nothing.
func TestAChooserTakesWhatFitsNothing(t *testing.T) {
	t.Parallel()
	for _, free := range []bool{true, false} {
		m := screentest.New(text.EN)
		took := ""
		c := kit.Choose(m, text.Same("?"), []kit.Option{{Title: text.Same("patents"), Take: func() tea.Cmd { took = "patents"; return nil }}})
		if free {
			c.Free = func(s string) tea.Cmd { took = "typed " + s; return nil }
		}
		for _, r := range "zz" {
			c.Key(m, typed(r))
		}
		done, _ := c.Key(m, named(tea.KeyEnter))
		if want := map[bool]string{true: "typed zz", false: ""}[free]; took != want || done != free {
			t.Errorf("free %v: done %v, took %q", free, done, took)
		}
	}
}

// The cursor of a list is always among the rows shown, whatever moves it and however many there are.
func TestTheCursorOfAListIsShown(t *testing.T) {
	t.Parallel()
	for n := range 40 {
		for rows := range 12 {
			l := kit.List{N: n}
			l.Window(rows)
			for _, key := range []string{"end", "up", "pgup", "down", "pgdown", "home", "pgdown", "pgdown", "up"} {
				if !l.Move(key) {
					t.Fatal(key, "is no key of a list")
				}
				l.Window(rows)
				if l.At < 0 || n > 0 && l.At >= n || l.At < l.Top || l.At >= l.Top+max(rows, 1) || l.Top < 0 {
					t.Fatalf("%d in %d rows after %s: at %d, from %d", n, rows, key, l.At, l.Top)
				}
			}
		}
	}
	l := kit.List{N: 3}
	if l.Move("enter") || l.At != 0 {
		t.Error("a list took Enter")
	}
}

// Every dialog is drawn in any size of frame, and a passphrase never.
func TestDialogsAreDrawnInAnySize(t *testing.T) {
	t.Parallel()
	long := text.Same(strings.Repeat("这一句话很长，一屏放不下。", 60))
	for _, lang := range []text.Lang{text.ZH, text.EN} {
		m := screentest.New(lang)
		word := kit.NewSecret(text.Same("?"), long, func(string) tea.Cmd { return nil })
		for _, r := range "geheim" {
			word.Key(m, typed(r))
		}
		for name, d := range map[string]screen.Layer{
			"ask": kit.NewAsk(long, long, nil), "input": kit.NewInput(long, long, "x", nil), "secret": word, "told": &kit.Told{Title: long, Say: long},
			"print": kit.NewFingerprint(long, "aaaa-bbbb-cccc-dddd-eeee-ffff", nil), "chooser": kit.NewChooser("?", []kit.Option{{Title: long}}),
		} {
			for _, size := range [][2]int{{200, 50}, {80, 24}, {40, 12}, {20, 8}} {
				if frame, _ := m.Frame(size[0], size[1], d.Draw); strings.Contains(frame, "geheim") || strings.TrimSpace(frame) == "" {
					t.Errorf("%s at %v:\n%s", name, size, frame)
				}
			}
		}
	}
}
