package tui

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

// askPack asks for a policy pack and takes it into the workspace: an issued one with the signature of a key that may issue
// packs, a draft as it is.
func (m *Root) askPack() tea.Cmd {
	return kit.AskPath(m, text.TuiPolTake, text.TuiPolTakeSay, "", kit.PathWant{Ext: []string{".toml", ".yicepolicy"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
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
					return saying(screen.Plain, text.TuiPolThere.With(name)), nil
				case pack.Issued():
					return saying(screen.Good, text.TuiPolTaken.With(name, pack.Year, taken.Signer)), nil
				}
				return saying(screen.Good, text.TuiPolTakenDraft.With(name, pack.Year)), nil
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
	pack, err := filing.LoadPackFile(source)
	if err != nil {
		return nil, nil, err
	}
	keys, err := trusting.Registered(dir)
	return pack, keys, err
}

// draftPack keeps the built-in template of the year in the workspace, as a draft that can be changed.
func (m *Root) draftPack() tea.Cmd {
	year, template := m.stand.Year, m.o.Template
	if template != nil {
		if p, ok := template(year); ok && p != nil {
			return m.keepPack(p, text.TuiPolDrafted.With(year))
		}
	}
	m.say(screen.Warn, text.TuiPolNoTemplate.With(year))
	return nil
}
