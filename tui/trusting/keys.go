// Package trusting is the room of the registered keys: whose may sign what, for whom and when, and how that changes. Nothing is
// trusted before its fingerprint was compared by hand.
package trusting

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Folder is the user's own folder of registered keys, which need not be there yet.
type Folder interface {
	TrustFolder() string
	// Registered is told, whenever the folder was read, whether there are keys to ask for in it. One that cannot be read counts as
	// one that has some.
	Registered(dir string, some bool)
}

// KeysScreen is the register of keys: whose may sign what, for whom and when. It needs no workspace.
type KeysScreen struct {
	screen.Still
	folder Folder
	keys   *seal.Keyring // nil where none is registered yet
	wrong  text.Pair     // why they cannot be read
	read   bool
	asked  bool
	list   kit.List
}

// NewKeys shows the keys of a folder.
func NewKeys(folder Folder) *KeysScreen { return &KeysScreen{folder: folder} }

// Place says which of its keys are live.
func (s *KeysScreen) Place() *screen.Place       { return InKeys }
func (s *KeysScreen) Crumb(m screen.Desk) string { return text.TuiKeys.In(m.Lang()) }

// InKeys is whose keys may sign what.
var InKeys = &screen.Place{ID: "keys", Title: text.TuiPlaceKeys, For: text.TuiForKeys, Met: 310, Common: true, Head: screen.HeadedOpen, Opener: "keys"}

// Keys declares the register of keys.
func Keys() screen.Declaration {
	current := func(m screen.Desk) bool {
		s, ok := m.Top().(*KeysScreen)
		return ok && s.current() != nil
	}
	return screen.Declaration{Places: []*screen.Place{InKeys}, Actions: []screen.Action{
		{
			ID: "keys.open", Title: text.TuiKeyOpen, Foot: text.TuiFootPrint, Keys: []string{"enter"}, Where: InKeys, Rank: 1, On: current,
			Do: screen.On(func(m screen.Desk, s *KeysScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "keys.take", Title: text.TuiKeyTake, Foot: text.TuiFootTakeKeys, Keys: []string{"t"}, Where: InKeys, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *KeysScreen, _ string) tea.Cmd { return AskRegister(m, s.folder) }),
		},
		{
			ID: "keys.add", Title: text.TuiKeyAdd, Foot: text.TuiFootAddKey, Keys: []string{"a", "insert"}, Where: InKeys, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *KeysScreen, _ string) tea.Cmd { return AskPublicKey(m, s.folder) }),
		},
		{
			ID: "keys.make", Title: text.TuiKeyMake, Foot: text.TuiFootMake, Keys: []string{"k"}, Where: InKeys, Rank: 4,
			Do: func(m screen.Desk, _ string) tea.Cmd { return AskNewKey(m, nil) },
		},
		{
			ID: "keys.revoke", Title: text.TuiKeyRevoke, Foot: text.TuiFootRevoke, Keys: []string{"r"}, Where: InKeys, Rank: 5, On: current,
			Do: screen.On(func(m screen.Desk, s *KeysScreen, _ string) tea.Cmd { askRevoke(m, s.folder, *s.current()); return nil }),
		},
		{
			ID: "keys.remove", Title: text.TuiKeyRemove, Keys: []string{"delete"}, Where: InKeys, On: current,
			Do: screen.On(func(m screen.Desk, s *KeysScreen, _ string) tea.Cmd {
				askRemove(m, s.folder, *s.current(), s.keys.Root())
				return nil
			}),
		},
		{
			ID: "keys.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InKeys,
			Do: screen.On(func(_ screen.Desk, s *KeysScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// Follow reads the folder once.
func (s *KeysScreen) Follow(m screen.Desk) tea.Cmd {
	if s.asked {
		return nil
	}
	s.asked = true
	return readKeys(m, s.folder)
}

// readKeys reads the folder of registered keys again, off the frame, and shows them where they are on the screen.
func readKeys(m screen.Desk, folder Folder) tea.Cmd {
	dir := folder.TrustFolder()
	return screen.Later(func() screen.Do {
		keys, err := Registered(dir)
		return func() tea.Cmd {
			folder.Registered(dir, err != nil || len(keys.Holders()) > 0)
			s, ok := m.Top().(*KeysScreen)
			if !ok {
				return nil
			}
			s.keys, s.read, s.wrong = keys, true, text.Pair{}
			if err != nil {
				s.wrong = kit.Sentence(err)
			}
			s.list.N = len(keys.Holders())
			s.list.Clamp()
			return nil
		}
	})
}

// Registered reads a folder that need not be there yet.
func Registered(dir string) (*seal.Keyring, error) {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return seal.OpenTrust(dir)
}

func (s *KeysScreen) current() *seal.Holder {
	all := s.keys.Holders()
	if s.list.At >= len(all) {
		return nil
	}
	return &all[s.list.At]
}

// open shows a key's fingerprint, or gives it a role where it has none.
func (s *KeysScreen) open(m screen.Desk) tea.Cmd {
	h := s.current()
	if h.Role == seal.Unassigned {
		askRole(m, &newHolder{folder: s.folder, Holder: *h})
		return nil
	}
	m.Open(kit.NewFingerprint(text.TuiPrintHolder.With(h.Name, text.TuiKeySigns.With(h.Role.Title(), h.Role.Does())), h.Fingerprint, nil))
	return nil
}

// changeKeys changes the folder of registered keys, off the frame.
func changeKeys(m screen.Desk, folder Folder, do func(t seal.Trust) (text.Pair, error)) tea.Cmd {
	dir := folder.TrustFolder()
	return screen.Later(func() screen.Do {
		say, err := do(seal.Trust{Dir: dir})
		return func() tea.Cmd {
			if err != nil {
				kit.Refuse(m, text.TuiKeys, kit.Sentence(err))
			} else {
				m.Say(screen.Good, say)
			}
			return readKeys(m, folder)
		}
	})
}

// keysBeside is where key files are looked for and put: beside the workspace, else in the user's folder.
func keysBeside(m screen.Desk, name string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		dir = "."
	}
	if m.Path() != "" {
		dir = filepath.Dir(m.Path())
	}
	return filepath.Join(dir, name)
}
