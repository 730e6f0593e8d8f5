package tui

import (
	"os"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// askPack asks for a policy pack and takes it into the workspace: an issued one with the signature of a key that may issue
// packs, a draft as it is.
func (m *Root) askPack() tea.Cmd {
	return m.askPath(text.TuiPolTake, text.TuiPolTakeSay, "", pathWant{ext: []string{".toml"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.takePack(path)
	})
}

// largestPack is a little more than a pack may have: the loader itself refuses what is larger, in words of its own.
const largestPack = 1 << 20

func (m *Root) takePack(path string) tea.Cmd {
	dir, now := m.o.TrustFolder, m.now()
	return later(func() func(m *Root) tea.Cmd {
		pack, keys, err := readPack(path, dir)
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.refuse(text.TuiPolTake, err)
				return nil
			}
			w, ctx := m.desk.w, m.ctx
			return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
				taken, err := filing.TakePack(w, path, pack, keys, now)
				if err != nil {
					return func(m *Root) tea.Cmd { m.refuse(text.TuiPolTake, err); return nil }, nil
				}
				if err := session.Reload(ctx); err != nil {
					return nil, err
				}
				name := text.Same(pack.ID + " " + pack.Version)
				switch {
				case taken.There:
					return saying(plain, text.TuiPolThere.With(name)), nil
				case pack.Issued():
					return saying(good, text.TuiPolTaken.With(name, pack.Year, taken.Signer)), nil
				}
				return saying(good, text.TuiPolTakenDraft.With(name, pack.Year)), nil
			})
		}
	})
}

// readPack reads a pack and the keys that may have issued it.
func readPack(path, dir string) (*scoring.Pack, *seal.Keyring, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largestPack {
		return nil, nil, &text.Fault{Code: "tui.pack", Class: text.Cannot, Say: text.TuiPolNotOne.With(path), Err: err}
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, &text.Fault{Code: "tui.pack", Class: text.Cannot, Say: text.TuiPolNotOne.With(path), Err: err}
	}
	pack, err := scoring.Load(source)
	if err != nil {
		return nil, nil, err
	}
	keys, err := registered(dir)
	return pack, keys, err
}
