package tui

import (
	"bytes"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// onGlass is a screenOut over a terminal of 20 × 3 whose bytes are kept.
type onGlass struct {
	*screenOut
	out   bytes.Buffer
	glass *vt.Emulator
}

func newGlass(w, h int) *onGlass {
	g := &onGlass{glass: vt.NewEmulator(w, h)}
	g.screenOut = newScreenOut(&g.out, []string{"TERM=xterm-256color"})
	g.heed(tea.WindowSizeMsg{Width: w, Height: h})
	g.asks = false // the emulator would wait for somebody to take its answer
	return g
}

// drawn shows a frame and gives the bytes it took.
func (g *onGlass) drawn(content string, at *tea.Cursor) string {
	v := tea.NewView(content)
	v.Cursor = at
	g.show(v)
	g.draw()
	return g.taken()
}

func (g *onGlass) taken() string {
	b := g.out.String()
	g.out.Reset()
	_, _ = g.glass.Write([]byte(b))
	return b
}

func (g *onGlass) lines() string { return strings.TrimRight(ansi.Strip(g.glass.Render()), " \n\r") }

func TestAFrameIsDrawnWhenThereIsOne(t *testing.T) {
	t.Parallel()
	g := newGlass(20, 3)
	if b := g.drawn("研发投入\n1", tea.NewCursor(1, 1)); strings.Count(b, ansi.SetModeAltScreenSaveCursor) != 1 {
		t.Fatalf("the other screen is not entered once: %q", b)
	}
	if !strings.Contains(g.lines(), "研发投入") {
		t.Fatalf("shown: %q", g.lines())
	}
	if p := g.glass.CursorPosition(); p.X != 1 || p.Y != 1 {
		t.Fatalf("the caret is at %v", p)
	}
	// The same again takes nothing; a character more takes a few bytes.
	if b := g.drawn("研发投入\n1", tea.NewCursor(1, 1)); b != "" {
		t.Fatalf("nothing changed, and %q was written", b)
	}
	if b := g.drawn("研发投入\n12", tea.NewCursor(2, 1)); len(b) == 0 || len(b) > 60 {
		t.Fatalf("%d bytes for a character: %q", len(b), b)
	}
	if b := g.drawn("研发投入\n12", nil); b != ansi.ResetModeTextCursorEnable {
		t.Fatalf("a caret taken away: %q", b)
	}
}

func TestWhatTheLibraryWritesIsFollowedByTheFrame(t *testing.T) {
	t.Parallel()
	g := newGlass(20, 3)
	g.drawn("研发投入\n1", tea.NewCursor(1, 1))
	n, err := g.Write([]byte(ansi.SetModeAltScreenSaveCursor + ansi.EraseEntireScreen + ansi.ResetModeTextCursorEnable))
	if err != nil || n == 0 {
		t.Fatal(n, err)
	}
	if b := g.taken(); strings.Contains(b, ansi.SetModeAltScreenSaveCursor) {
		t.Fatalf("the other screen is entered a second time, and the way back forgotten: %q", b)
	}
	if !strings.Contains(g.lines(), "研发投入") {
		t.Fatalf("the library cleared the screen, and it stays so: %q", g.lines())
	}
	if p := g.glass.CursorPosition(); p.X != 1 || p.Y != 1 {
		t.Fatalf("the caret is at %v", p)
	}
	// After another size the whole frame is written anew.
	g.glass.Resize(30, 4)
	g.heed(tea.WindowSizeMsg{Width: 30, Height: 4})
	if b := g.drawn("研发投入\n\n\n底", nil); !strings.Contains(g.lines(), "底") {
		t.Fatalf("after a new size: %q of %q", g.lines(), b)
	}
}

func TestATerminalGivenBackIsNotWrittenTo(t *testing.T) {
	t.Parallel()
	g := newGlass(20, 3)
	g.drawn("研发投入", nil)
	g.show(tea.NewView("金额"))
	if _, err := g.Write([]byte(ansi.ResetModeAltScreenSaveCursor)); err != nil {
		t.Fatal(err)
	}
	g.draw()
	g.drawn("人员", nil)
	b := g.taken()
	if strings.Contains(b, "金额") || strings.Contains(b, "人员") {
		t.Fatalf("a frame was left on the shell's screen: %q", b)
	}
}

func TestATerminalIsAskedForItsModesWithTheFirstFrame(t *testing.T) {
	t.Parallel()
	for env, asked := range map[string]bool{"TERM_PROGRAM=vte": true, "TERM_PROGRAM=Apple_Terminal": false, "SSH_TTY=/dev/pts/1": false} {
		g := newGlass(20, 3)
		g.asks = answersModes([]string{env})
		for _, first := range []bool{true, false} {
			g.show(tea.NewView(map[bool]string{true: "研", false: "发"}[first]))
			g.draw()
			if b := g.out.String(); b == "" || strings.Contains(b, ansi.RequestModeSynchronizedOutput) != (asked && first) {
				t.Errorf("%s, first %v: %q", env, first, b)
			}
			g.out.Reset()
		}
	}
}

func TestATerminalThatHoldsFramesGetsThemWhole(t *testing.T) {
	t.Parallel()
	g := newGlass(20, 3)
	g.heed(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
	b := g.drawn("研发投入", nil)
	from, to := strings.Index(b, ansi.SetModeSynchronizedOutput), strings.Index(b, ansi.ResetModeSynchronizedOutput)
	if at := strings.Index(b, "研发"); from < 0 || at < from || to < at {
		t.Fatalf("%q", b)
	}
}

// A terminal that measures by what people see as one character is told to, before a frame is measured so.
func TestATerminalMeasuresAsTheFrameDoes(t *testing.T) {
	t.Parallel()
	g := newGlass(20, 3)
	g.drawn("研发投入", nil)
	g.heed(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if b := g.drawn("研发", nil); !strings.Contains(b, ansi.SetModeUnicodeCore) || strings.Index(b, "研发") < strings.Index(b, ansi.SetModeUnicodeCore) {
		t.Fatalf("%q", b)
	}
	if b := g.drawn("研", nil); strings.Contains(b, ansi.SetModeUnicodeCore) {
		t.Fatalf("told again: %q", b)
	}
}

// The library draws nothing, and would hold every cell of the window twice; the program hears the size all the same.
func TestTheSizeIsForTheProgramAlone(t *testing.T) {
	out := newScreenOut(&bytes.Buffer{}, nil)
	m := screened{newRoot(t.Context(), Options{}), out}
	for _, size := range []tea.WindowSizeMsg{{Width: 160, Height: 50}, {Width: 80, Height: 24}} {
		for _, msg := range []tea.Msg{size, tea.FocusMsg{}} {
			told := out.keepSize(m, msg)
			if at, ok := told.(tea.WindowSizeMsg); ok && at.Width*at.Height != 1 {
				t.Errorf("the library is told %v", at)
			}
			m.Update(told)
		}
		if r := m.root; r.w != size.Width || r.h != size.Height || out.w != size.Width || out.h != size.Height {
			t.Errorf("of %v the program heard %d × %d, the screen %d × %d", size, r.w, r.h, out.w, out.h)
		}
	}
}
