package tui

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// keepSetting keeps a setting of the workspace, off the frame.
func (m *Root) keepSetting(name, value string) {
	w := m.desk.w
	m.desk.enqueue(&job{quiet: true, do: func(*entry.Session) (entry.Outcome, error) {
		return entry.Outcome{}, w.SetSetting(name, value)
	}}, keyed)
}

// readSome reads the head of a small text file.
func readSome(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return string(b), err
}

// chooseFile offers the key files beside the workspace and in the user's folders; a path can be typed instead, and more is offered
// behind them.
func (s *submitScreen) chooseFile(m *Root, title, hint, none text.Pair, fits func(content string) bool, take func(m *Root, path string), more ...kit.Option) tea.Cmd {
	dirs := []string{filepath.Dir(m.desk.w.Path())}
	if m.o.ConfigDir != "" && m.o.ConfigDir != "-" {
		dirs = append(dirs, m.o.ConfigDir)
	}
	return later(func() func(m *Root) tea.Cmd {
		files := keyFiles(dirs, fits)
		return func(m *Root) tea.Cmd {
			all := make([]kit.Option, 0, len(files)+1)
			for _, path := range files {
				all = append(all, kit.Option{Title: text.Same(filepath.Base(path)), Note: kit.Shorten(filepath.Dir(path), 40), Take: func() tea.Cmd { take(m, path); return nil }})
			}
			look := func(typed string) tea.Cmd {
				return kit.AskPath(m, title, text.TuiPathKeySay, typed, kit.PathWant{Ext: []string{".pem"}}, func(typed string) (text.Pair, tea.Cmd) {
					if kit.Expand(typed) == "" {
						return text.TuiPathEmpty, nil
					}
					return text.Pair{}, takeThere(kit.Expand(typed), take)
				})
			}
			all = append(all, kit.Option{Title: text.TuiPathOther, Note: "Tab", Take: func() tea.Cmd { return look("") }})
			all = append(all, more...)
			all = append(all, kit.Option{Title: none, Take: func() tea.Cmd { take(m, ""); return nil }})
			c := kit.Choose(m, title, all)
			c.Hint = hint
			c.Free = func(typed string) tea.Cmd { return takeThere(kit.Expand(typed), take) }
			c.Tab = look
			return nil
		}
	})
}

// takeThere takes a path if there is something.
func takeThere(path string, take func(m *Root, path string)) tea.Cmd {
	return later(func() func(m *Root) tea.Cmd {
		_, err := os.Stat(path)
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.say(screen.Bad, text.FilingNoFile.With(path))
				return nil
			}
			take(m, path)
			return nil
		}
	})
}

// keyFiles lists the .pem files of folders that hold what is wanted.
func keyFiles(dirs []string, fits func(content string) bool) []string {
	if config, err := os.UserConfigDir(); err == nil {
		dirs = append(dirs, filepath.Join(config, "yice"))
	}
	var out []string
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*.pem"))
		if err != nil {
			continue
		}
		for _, path := range names[:min(len(names), 200)] {
			if content, err := readSome(path); err == nil && fits(content) && !slices.Contains(out, path) {
				out = append(out, path)
			}
		}
	}
	return out
}

func privateKeys(content string) bool { return strings.Contains(content, "PRIVATE KEY-----") }
func publicKeys(content string) bool  { return strings.Contains(content, "PUBLIC KEY-----") }
