package tui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/screen"
)

// clipboard is the system's own. Its functions may take their time and are called in commands only; by names what did it.
type clipboard struct {
	write func(ctx context.Context, s string) (by string, err error)
	read  func(ctx context.Context) (s string, err error)
	// answer is how long the terminal may take to give its clipboard.
	answer time.Duration
}

func systemClipboard(env []string) clipboard {
	return clipboard{
		write:  func(ctx context.Context, s string) (string, error) { return writeClipboard(ctx, env, s) },
		read:   func(ctx context.Context) (string, error) { return readClipboard(ctx, env) },
		answer: 1500 * time.Millisecond,
	}
}

const (
	// clipboardWait bounds a tool that hangs: a display that is gone, a machine behind a slow line.
	clipboardWait = 2 * time.Second
	// clipboardMax bounds what is taken from the clipboard, in bytes.
	clipboardMax = 64 << 20
	// terminalMax is the longest text that terminals take by OSC 52, in bytes.
	terminalMax = 74_000
)

// copyText puts text on the clipboard: the system's own where there is one, and the terminal's (OSC 52) too, for the desk
// that is reached through ssh. It says which way it went; what names the text.
func (m *Root) copyText(s string, what text.Pair) tea.Cmd {
	clip, ctx := m.clip, m.ctx
	native := func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, clipboardWait)
		defer cancel()
		by, err := clip.write(ctx, s)
		switch {
		case err == nil:
			return sayMsg{screen.Good, text.TuiCopiedTo.With(what, by)}
		case len(s) > terminalMax:
			return sayMsg{screen.Warn, text.TuiCopyTooLong.With(what)}
		}
		return sayMsg{screen.Good, text.TuiCopiedTerm.With(what)}
	}
	if len(s) > terminalMax {
		return native
	}
	return tea.Batch(tea.SetClipboard(s), native)
}

// clipboardMsg is what the system's clipboard holds.
type clipboardMsg struct{ s string }

// unansweredMsg says that the terminal has had its time to give its clipboard.
type unansweredMsg struct{ n int }

// askClipboard asks for the clipboard: the system's own where there is one, else the terminal's. What comes back is a paste;
// where nothing comes, the terminal's own key for it is named.
func (m *Root) askClipboard() tea.Cmd {
	m.clipAsked++
	clip, ctx, n := m.clip, m.ctx, m.clipAsked
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, clipboardWait)
		defer cancel()
		s, err := clip.read(ctx)
		switch {
		case err != nil:
			late := tea.Tick(clip.answer, func(time.Time) tea.Msg { return unansweredMsg{n} })
			return tea.BatchMsg{tea.ReadClipboard, late}
		case s == "":
			return sayMsg{screen.Plain, text.TuiClipEmpty}
		}
		return clipboardMsg{s}
	}
}

// fromTerminal takes the terminal's clipboard, late what is said where it never came.
func (m *Root) fromTerminal(s string) tea.Cmd {
	m.clipAsked++
	if s == "" {
		m.say(screen.Plain, text.TuiClipEmpty)
		return nil
	}
	return m.pasted(s)
}

func (m *Root) late(msg unansweredMsg) {
	if msg.n == m.clipAsked {
		m.say(screen.Warn, text.TuiClipNone)
	}
}

// crlf ends lines as Windows does; those inside a quoted cell stay, spreadsheets write them so.
func crlf(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	quoted := false
	for i, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '\n' && !quoted && (i == 0 || s[i-1] != '\r'):
			b.WriteByte('\r')
		}
		b.WriteRune(r)
	}
	return b.String()
}
