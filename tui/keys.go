package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"yice/seal"
	"yice/text"
)

// keysScreen is the register of keys: whose may sign what, for whom and when. It needs no workspace.
type keysScreen struct {
	still
	keys  *seal.Keyring // nil where none is registered yet
	wrong text.Pair     // why they cannot be read
	read  bool
	asked bool
	list  list
}

func (s *keysScreen) place() Place         { return InKeys }
func (s *keysScreen) crumb(m *Root) string { return text.TuiKeys.In(m.lang) }

func keysActions() []Action {
	everywhere := Anywhere&^InKeys | InStart
	current := func(m *Root) bool {
		s, ok := m.top().(*keysScreen)
		return ok && s.current() != nil
	}
	return []Action{
		{
			ID: "keys.open", Title: text.TuiKeyOpen, Foot: text.TuiFootPrint, Keys: []string{"enter"}, Where: InKeys, Rank: 1, On: current,
			Do: on(func(m *Root, s *keysScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "keys.take", Title: text.TuiKeyTake, Foot: text.TuiFootTakeKeys, Keys: []string{"t"}, Where: InKeys, Rank: 2,
			Do: func(m *Root, _ string) tea.Cmd { return m.askRegister() },
		},
		{
			ID: "keys.add", Title: text.TuiKeyAdd, Foot: text.TuiFootAddKey, Keys: []string{"a", "insert"}, Where: InKeys, Rank: 3,
			Do: func(m *Root, _ string) tea.Cmd { return m.askPublicKey() },
		},
		{
			ID: "keys.make", Title: text.TuiKeyMake, Foot: text.TuiFootMake, Keys: []string{"k"}, Where: InKeys, Rank: 4,
			Do: func(m *Root, _ string) tea.Cmd { return m.askNewKey(nil) },
		},
		{
			ID: "keys.revoke", Title: text.TuiKeyRevoke, Foot: text.TuiFootRevoke, Keys: []string{"r"}, Where: InKeys, Rank: 5, On: current,
			Do: on(func(m *Root, s *keysScreen, _ string) tea.Cmd { return m.askRevoke(*s.current()) }),
		},
		{
			ID: "keys.remove", Title: text.TuiKeyRemove, Keys: []string{"delete"}, Where: InKeys, On: current,
			Do: on(func(m *Root, s *keysScreen, _ string) tea.Cmd { return m.askRemove(*s.current(), s.keys.Root()) }),
		},
		{
			ID: "keys.move", Title: text.TuiMove, Keys: listKeys, Where: InKeys,
			Do: on(func(_ *Root, s *keysScreen, key string) tea.Cmd { s.list.move(key); return nil }),
		},
		{
			ID: "keys", Title: text.TuiGoKeys, Where: everywhere,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&keysScreen{}) },
		},
		{ID: "keys.take.any", Title: text.TuiKeyTake, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return m.askRegister() }},
		{ID: "keys.add.any", Title: text.TuiKeyAdd, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return m.askPublicKey() }},
		{ID: "keys.make.any", Title: text.TuiKeyMake, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return m.askNewKey(nil) }},
		{ID: "told.read", Title: text.TuiToldRead, Foot: text.TuiToldRead, Keys: []string{"enter", "esc"}, Where: InTold, Rank: 1},
		{
			ID: "told.also", Title: text.TuiToldAlso, Keys: []string{"r"}, Where: InTold,
			On: func(m *Root) bool {
				if len(m.layers) == 0 {
					return false
				}
				d, ok := m.layers[len(m.layers)-1].(*told)
				return ok && d.also != nil
			},
		},
		{ID: "fingerprint.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: InFingerprint, Rank: 1},
		{ID: "fingerprint.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InFingerprint, Rank: 2},
	}
}

func (s *keysScreen) follow(m *Root) tea.Cmd {
	if s.asked {
		return nil
	}
	s.asked = true
	return m.readKeys()
}

// readKeys reads the folder of registered keys again, off the frame, and shows them where they are on the screen.
func (m *Root) readKeys() tea.Cmd {
	dir := m.o.TrustFolder
	return later(func() func(m *Root) tea.Cmd {
		keys, err := registered(dir)
		return func(m *Root) tea.Cmd {
			// Whoever has registered keys asks for them from then on; and a folder that cannot be read never counts as none.
			if m.o.Trust == "" && (err != nil || len(keys.Holders()) > 0) {
				m.o.Trust = dir
			} else if m.o.Trust == dir && err == nil && len(keys.Holders()) == 0 {
				m.o.Trust = ""
			}
			s, ok := m.top().(*keysScreen)
			if !ok {
				return nil
			}
			s.keys, s.read, s.wrong = keys, true, text.Pair{}
			if err != nil {
				s.wrong = sentence(err)
			}
			s.list.n = len(keys.Holders())
			s.list.clamp()
			return nil
		}
	})
}

// registered reads a folder that need not be there yet.
func registered(dir string) (*seal.Keyring, error) {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return seal.OpenTrust(dir)
}

func (s *keysScreen) current() *seal.Holder {
	all := s.keys.Holders()
	if s.list.at >= len(all) {
		return nil
	}
	return &all[s.list.at]
}

// open shows a key's fingerprint, or gives it a role where it has none.
func (s *keysScreen) open(m *Root) tea.Cmd {
	h := s.current()
	if h.Role == seal.Unassigned {
		return m.askRole(&newHolder{Holder: *h})
	}
	m.open(newFingerprint(text.TuiPrintHolder.With(h.Name, text.TuiKeySigns.With(h.Role.Title(), h.Role.Does())), h.Fingerprint, nil), false)
	return nil
}

// changeKeys changes the folder of registered keys, off the frame.
func (m *Root) changeKeys(do func(t seal.Trust) (text.Pair, error)) tea.Cmd {
	dir := m.o.TrustFolder
	return later(func() func(m *Root) tea.Cmd {
		say, err := do(seal.Trust{Dir: dir})
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.refuse(text.TuiKeys, err)
			} else {
				m.say(good, say)
			}
			return m.readKeys()
		}
	})
}

// keysBeside is where key files are looked for and put: beside the workspace, else in the user's folder.
func (m *Root) keysBeside(name string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		dir = "."
	}
	if m.desk != nil {
		dir = filepath.Dir(m.desk.w.Path())
	}
	return filepath.Join(dir, name)
}
