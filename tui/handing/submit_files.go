package handing

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

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
func (s *SubmitScreen) chooseFile(m screen.Desk, title, hint, none text.Pair, fits func(content string) bool, take func(path string), more ...kit.Option) tea.Cmd {
	dirs := []string{filepath.Dir(m.Path())}
	if dir := s.office.KeyFolder(); dir != "" {
		dirs = append(dirs, dir)
	}
	return screen.Later(func() screen.Do {
		files := keyFiles(dirs, fits)
		return func() tea.Cmd {
			all := make([]kit.Option, 0, len(files)+1)
			for _, path := range files {
				all = append(all, kit.Option{Title: text.Same(filepath.Base(path)), Note: kit.Shorten(filepath.Dir(path), 40), Take: func() tea.Cmd { take(path); return nil }})
			}
			look := func(typed string) tea.Cmd {
				return kit.AskPath(m, title, text.TuiPathKeySay, typed, kit.PathWant{Ext: []string{".pem"}}, func(typed string) (text.Pair, tea.Cmd) {
					if kit.Expand(typed) == "" {
						return text.TuiPathEmpty, nil
					}
					return text.Pair{}, takeThere(m, kit.Expand(typed), take)
				})
			}
			all = append(all, kit.Option{Title: text.TuiPathOther, Note: "Tab", Take: func() tea.Cmd { return look("") }})
			all = append(all, more...)
			all = append(all, kit.Option{Title: none, Take: func() tea.Cmd { take(""); return nil }})
			c := kit.Choose(m, title, all)
			c.Hint = hint
			c.Free = func(typed string) tea.Cmd { return takeThere(m, kit.Expand(typed), take) }
			c.Tab = look
			return nil
		}
	})
}

// takeThere takes a path if there is something.
func takeThere(m screen.Desk, path string, take func(path string)) tea.Cmd {
	return screen.Later(func() screen.Do {
		_, err := os.Stat(path)
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, text.FilingNoFile.With(path))
				return nil
			}
			take(path)
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
