package ruling

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing"
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
	return kit.AskPath(m, text.TuiPeSave, text.TuiPeSaveSay, kit.Beside(m, s.draft.FileName()+".toml"), kit.PathWant{Save: true, Ext: []string{".toml"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if why := filing.UnfitForDraft(path); !why.Empty() {
			return why, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			if err := filing.WriteDraft(pack, path); err != nil {
				return func() tea.Cmd { m.Say(screen.Bad, kit.Sentence(err)); return nil }
			}
			return func() tea.Cmd {
				s.draft.Saved(pack)
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
	name := kit.Beside(m, s.draft.FileName()+text.TuiPePaperExt.In(l))
	return kit.AskPath(m, text.TuiPePaper, text.TuiPePaperSay, name, kit.PathWant{Save: true, Ext: []string{".html", ".htm"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if why := filing.UnfitForSheet(path); !why.Empty() {
			return why, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			if err := filing.WritePackDiff(from, pack, path, lang); err != nil {
				return func() tea.Cmd { m.Say(screen.Bad, kit.Sentence(err)); return nil }
			}
			return func() tea.Cmd { m.Made(path, text.TuiPePaperDone.With(path)); return nil }
		})
	})
}
