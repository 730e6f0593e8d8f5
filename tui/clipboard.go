package tui

import (
	"context"
	"os/exec"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// copyText puts text on the clipboard: through the terminal (OSC 52), and through the system's own tool where there is
// one, since many terminals ignore the former.
func copyText(s string) tea.Cmd {
	return tea.Batch(tea.SetClipboard(s), func() tea.Msg {
		for _, c := range copyTools {
			if _, err := exec.LookPath(c[0]); err != nil {
				continue
			}
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, c[0], c[1:]...)
			cmd.Stdin = strings.NewReader(s)
			if cmd.Run() == nil {
				return nil
			}
		}
		return nil
	})
}

// readClipboard asks for the clipboard: the system's own tool where there is one, else the terminal. What comes back is
// a paste.
func readClipboard() tea.Cmd {
	return func() tea.Msg {
		for _, c := range pasteTools {
			if _, err := exec.LookPath(c[0]); err != nil {
				continue
			}
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
			defer cancel()
			out, err := exec.CommandContext(ctx, c[0], c[1:]...).Output()
			if err == nil && len(out) > 0 {
				return tea.PasteMsg{Content: string(out)}
			}
		}
		return tea.ReadClipboard()
	}
}

var (
	copyTools = [][]string{{"wl-copy"}, {"xclip", "-selection", "clipboard"}, {"pbcopy"}, {"clip.exe"}}

	pasteTools = [][]string{
		{"wl-paste", "--no-newline"},
		{"xclip", "-selection", "clipboard", "-o"},
		{"pbpaste"},
		{"powershell.exe", "-NoProfile", "-Command", "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw"},
	}
)
