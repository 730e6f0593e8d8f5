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
func (s *submitScreen) chooseFile(m *Root, title, hint, none text.Pair, fits func(content string) bool, take func(m *Root, path string), more ...option) tea.Cmd {
	dirs := []string{filepath.Dir(m.desk.w.Path())}
	if m.o.ConfigDir != "" && m.o.ConfigDir != "-" {
		dirs = append(dirs, m.o.ConfigDir)
	}
	return later(func() func(m *Root) tea.Cmd {
		files := keyFiles(dirs, fits)
		return func(m *Root) tea.Cmd {
			all := make([]option, 0, len(files)+1)
			for _, path := range files {
				all = append(all, option{title: text.Same(filepath.Base(path)), note: shorten(filepath.Dir(path), 40), take: func(m *Root) tea.Cmd { take(m, path); return nil }})
			}
			look := func(m *Root, typed string) tea.Cmd {
				return m.askPath(title, text.TuiPathKeySay, typed, pathWant{ext: []string{".pem"}}, func(_ *Root, typed string) (text.Pair, tea.Cmd) {
					if expand(typed) == "" {
						return text.TuiPathEmpty, nil
					}
					return text.Pair{}, takeThere(expand(typed), take)
				})
			}
			all = append(all, option{title: text.TuiPathOther, note: "Tab", take: func(m *Root) tea.Cmd { return look(m, "") }})
			all = append(all, more...)
			all = append(all, option{title: none, take: func(m *Root) tea.Cmd { take(m, ""); return nil }})
			c := m.choose(title, all)
			c.hint = hint
			c.free = func(_ *Root, typed string) tea.Cmd { return takeThere(expand(typed), take) }
			c.tab = look
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
				m.say(bad, text.FilingNoFile.With(path))
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
