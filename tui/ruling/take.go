package ruling

import (
	"os"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/scoring"
	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
	"yice/tui/trusting"
)

// AskPack asks for a policy pack and takes it into the workspace: an issued one with the signature of a key that may issue
// packs, a draft as it is.
func AskPack(m screen.Desk, o Office) tea.Cmd {
	return kit.AskPath(m, text.TuiPolTake, text.TuiPolTakeSay, "", kit.PathWant{Ext: []string{".toml", ".yicepolicy"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, takePack(m, o, path)
	})
}

// largestPack is a little more than a pack may have: the loader itself refuses what is larger, in words of its own.
const largestPack = 1 << 20

func takePack(m screen.Desk, o Office, path string) tea.Cmd {
	dir, now := o.TrustFolder(), m.Now()
	return screen.Later(func() screen.Do {
		pack, keys, err := ReadPack(path, dir)
		return func() tea.Cmd {
			if err != nil {
				kit.Refuse(m, text.TuiPolTake, Wrong(err))
				return nil
			}
			w, ctx := m.Session().Workspace(), m.Context()
			return m.InLine(func(session *entry.Session) (screen.Do, error) {
				taken, err := filing.TakePack(w, path, pack, keys, now)
				if err != nil {
					return func() tea.Cmd { kit.Refuse(m, text.TuiPolTake, Wrong(err)); return nil }, nil
				}
				if err := session.Reload(ctx); err != nil {
					return nil, err
				}
				name := text.Same(pack.ID + " " + pack.Version)
				switch {
				case taken.There:
					return func() tea.Cmd { m.Say(screen.Plain, text.TuiPolThere.With(name)); return nil }, nil
				case pack.Issued():
					return func() tea.Cmd { m.Say(screen.Good, text.TuiPolTaken.With(name, pack.Year, taken.Signer)); return nil }, nil
				}
				return func() tea.Cmd { m.Say(screen.Good, text.TuiPolTakenDraft.With(name, pack.Year)); return nil }, nil
			})
		}
	})
}

// ReadPack reads a pack and the keys that may have issued it.
func ReadPack(path, dir string) (*scoring.Pack, *seal.Keyring, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestPack {
		return nil, nil, &text.Fault{Code: "tui.pack", Class: text.Cannot, Say: text.TuiPolNotOne.With(path), Err: err}
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, &text.Fault{Code: "tui.pack", Class: text.Cannot, Say: text.TuiPolNotOne.With(path), Err: err}
	}
	pack, err := filing.LoadPackFile(source)
	if err != nil {
		return nil, nil, err
	}
	keys, err := trusting.Registered(dir)
	return pack, keys, err
}

// DraftTemplate keeps the built-in template of the year in the workspace, as a draft that can be changed.
func DraftTemplate(m screen.Desk, o Office) tea.Cmd {
	year := m.Standing().Year
	if p, ok := o.Template(year); ok && p != nil {
		return keepPack(m, p, text.TuiPolDrafted.With(year))
	}
	m.Say(screen.Warn, text.TuiPolNoTemplate.With(year))
	return nil
}
