package tui

import (
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/overview"
	"yice/tui/screen"
)

// opener is the command that hands a file to the program the system opens it with.
func opener(path string) []string {
	switch runtime.GOOS {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", path}
	case "darwin":
		return []string{"open", path}
	}
	return []string{"xdg-open", path}
}

// openMade opens the file made last with whatever the system has for it; where it has nothing the path is said.
func (m *Root) openMade() tea.Cmd {
	path := m.made
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	parent := m.ctx
	return func() tea.Msg {
		ctx, stop := context.WithTimeout(parent, 10*time.Second)
		defer stop()
		c := opener(path)
		if err := exec.CommandContext(ctx, c[0], c[1:]...).Run(); err != nil {
			return sayMsg{screen.Warn, text.TuiOpenMadeNo.With(path)}
		}
		return sayMsg{screen.Good, text.TuiOpenedMade.With(path)}
	}
}

// formHere is the form that is worked on, nil for none: on the overview the one under the cursor.
func (m *Root) formHere() *form.Form {
	switch s := m.Top().(type) {
	case *keying.TableScreen:
		return s.Form
	case *keying.CardScreen:
		return s.Form
	case *overview.Screen:
		return s.Form(m)
	}
	return nil
}
