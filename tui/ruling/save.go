package ruling

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/internal/whole"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// save asks where the draft goes: a new file, never one that is there, least of all the pack it began from.
func (s *EditScreen) save(m screen.Desk) tea.Cmd {
	if !s.whole(m) {
		return nil
	}
	pack := s.draft.Pack()
	return kit.AskPath(m, text.TuiPeSave, text.TuiPeSaveSay, kit.Beside(m, packFileName(pack)+".toml"), kit.PathWant{Save: true, Ext: []string{".toml"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		switch {
		case path == "":
			return text.TuiPathEmpty, nil
		case !strings.EqualFold(filepath.Ext(path), ".toml"):
			return text.TuiPeOnlyTOML, nil
		case there(path):
			return text.TuiPeExists, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			switch err := whole.New(path, pack.Source, 0o600); {
			case errors.Is(err, fs.ErrExist):
				return func() tea.Cmd { m.Say(screen.Bad, text.TuiPeExists); return nil }
			case err != nil:
				return func() tea.Cmd { m.Say(screen.Bad, kit.Sentence(err)); return nil }
			}
			return func() tea.Cmd {
				s.saved = pack.SHA256
				m.Made(path, text.TuiPeSaved.With(path))
				return s.keep(m)
			}
		})
	})
}

// paper asks where the sheet of what differs goes, which a director signs.
func (s *EditScreen) paper(m screen.Desk) tea.Cmd {
	l := m.Lang()
	switch {
	case !s.whole(m):
		return nil
	case len(s.rows) == 0:
		m.Say(screen.Plain, text.TuiPeSame)
		return nil
	}
	from, pack, lang := s.draft.From(), s.draft.Pack(), l.Written()
	name := kit.Beside(m, packFileName(pack)+text.TuiPePaperExt.In(l))
	return kit.AskPath(m, text.TuiPePaper, text.TuiPePaperSay, name, kit.PathWant{Save: true, Ext: []string{".html", ".htm"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		switch ext := strings.ToLower(filepath.Ext(path)); {
		case path == "":
			return text.TuiPathEmpty, nil
		case ext != ".html" && ext != ".htm":
			return text.TuiPeOnlyHTML, nil
		case there(path):
			return text.TuiPeExists, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			if err := filing.WritePackDiff(from, pack, path, lang); err != nil {
				return func() tea.Cmd { m.Say(screen.Bad, kit.Sentence(err)); return nil }
			}
			return func() tea.Cmd { m.Made(path, text.TuiPePaperDone.With(path)); return nil }
		})
	})
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// packFileName is what a pack's file is called, of letters that every system takes.
func packFileName(p *scoring.Pack) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimLeft(p.ID+"-"+p.Version, "."))
}
