package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// How long a key is held to see whether more follow. The first figure is shorter than any hand, the second bridges what an
// input method commits and the seams between two readings of the console, the third those of a slow line.
const (
	handGap  = 3 * time.Millisecond
	swiftGap = 25 * time.Millisecond
	blockGap = 100 * time.Millisecond
)

// burst tells a paste from typing where the terminal does not mark pastes (old Windows consoles): there a block of cells
// comes as keys, and its Tab and Enter would be taken as commands. Keys that come faster than any hand, with a Tab or
// Enter among their letters, are one text; all others are let go in their order, none is lost.
type burst struct {
	on    bool
	asked bool // the user said so: what the terminal says changes nothing

	keys    []tea.KeyPressMsg // held, until they are known to be a text
	text    strings.Builder   // of the keys
	n       int               // keys held
	letters int
	tabs    int
	breaks  bool // a Tab or a line break came
	inside  bool // and a letter behind it
	block   bool // cells: letters with a Tab or a line break between them
	last    time.Time
	wakes   bool // a call of due is under way
	seen    int  // keys there were when it was sent off
}

// freed is what a burst lets go: a text to be pasted, then keys to be dealt with one by one. wait says to call due when so
// much time has passed.
type freed struct {
	paste string
	keys  []tea.KeyPressMsg
	wait  time.Duration
}

// newBurst is on where pastes may come as keys: on Windows, until the terminal is seen to mark them; elsewhere on request
// (YICE_PASTE=burst), since a terminal behind ssh may be an old console too. YICE_PASTE=marked says that it never happens.
func newBurst(env []string, system string) burst {
	switch environ(env, "YICE_PASTE") {
	case "burst":
		return burst{on: true, asked: true}
	case "marked":
		return burst{asked: true}
	}
	return burst{on: system == "windows"}
}

// marked takes the terminal's own word, or a paste that came marked: keys are no longer held.
func (b *burst) marked() freed {
	if b.asked {
		return freed{}
	}
	b.on = false
	return b.free()
}

// take takes a key as it comes.
func (b *burst) take(k tea.KeyPressMsg, now time.Time) freed {
	var out freed
	if b.n > 0 && now.Sub(b.last) > b.gap() {
		out = b.free()
	}
	s, joins := pasteText(k)
	if !joins || s == "" && b.n == 0 {
		if b.n > 0 {
			out = b.free()
		}
		out.keys = append(out.keys, k)
		return out
	}
	b.gather(k, s)
	b.last = now
	if !b.wakes {
		b.wakes, b.seen, out.wait = true, b.n, b.gap()
	}
	return out
}

// gather adds a key. It is a block once a letter follows a break, or there are two tabs: a line that only ends in a break
// comes from a scanner, and one letter behind a break tells nothing yet.
func (b *burst) gather(k tea.KeyPressMsg, s string) {
	b.n++
	b.text.WriteString(s)
	switch {
	case s == "":
	case strings.ContainsAny(s, "\t\r\n"):
		b.breaks = true
		b.tabs += strings.Count(s, "\t")
	default:
		b.letters++
		b.inside = b.inside || b.breaks
	}
	if b.block = b.letters >= 2 && (b.inside || b.tabs > 1); b.block {
		b.keys = nil
		return
	}
	b.keys = append(b.keys, k)
}

// due is called when the time asked for has passed: if no key has come since, what is held is let go.
func (b *burst) due() freed {
	b.wakes = false
	switch b.n {
	case 0:
		return freed{}
	case b.seen:
		return b.free()
	}
	b.wakes, b.seen = true, b.n
	return freed{wait: b.gap()}
}

// free lets go of what is held; a call of due stays under way.
func (b *burst) free() freed {
	out := freed{keys: b.keys}
	if b.block {
		out = freed{paste: b.text.String()}
	}
	*b = burst{on: b.on, asked: b.asked, wakes: b.wakes}
	return out
}

// gap is how long the next key may take and still be of the same burst.
func (b *burst) gap() time.Duration {
	switch {
	case b.block:
		return blockGap
	case b.n >= 3:
		return swiftGap
	}
	return handGap
}

// pasteText is what a key stands for in a pasted text; joins is false for keys that no paste makes. A shift key on its own,
// which some consoles send before a capital, stands for nothing.
func pasteText(k tea.KeyPressMsg) (s string, joins bool) {
	switch k.Keystroke() {
	case "tab":
		return "\t", true
	case "enter":
		return "\r", true
	case "ctrl+j":
		return "\n", true
	case "leftshift", "rightshift", "shift+leftshift", "shift+rightshift":
		return "", true
	}
	return k.Text, k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) == 0
}

// burstMsg says that the time a burst asked for has passed.
type burstMsg struct{}

// hold gives a key to the burst, and deals with what it lets go.
func (m *Root) hold(k tea.KeyPressMsg) tea.Cmd { return m.freed(m.burst.take(k, m.now())) }

func (m *Root) freed(f freed) tea.Cmd {
	var cmds []tea.Cmd
	if f.paste != "" {
		m.dirty = true
		cmds = append(cmds, m.pasted(f.paste))
	}
	for _, k := range f.keys {
		m.dirty = true
		cmds = append(cmds, m.keyed(k))
	}
	if f.wait > 0 {
		cmds = append(cmds, tea.Tick(f.wait, func(time.Time) tea.Msg { return burstMsg{} }))
	}
	return tea.Batch(cmds...)
}

// askMarked asks the terminal whether it marks pastes, where that decides whether keys are held.
func (m *Root) askMarked() tea.Cmd {
	if !m.burst.on || m.burst.asked {
		return nil
	}
	return tea.Raw(ansi.RequestModeBracketedPaste)
}

// answersMarked reports whether a terminal's answer says that it marks pastes.
func answersMarked(r tea.ModeReportMsg) bool {
	return r.Mode == ansi.ModeBracketedPaste && (r.Value == ansi.ModeSet || r.Value == ansi.ModeReset || r.Value == ansi.ModePermanentlySet)
}
