package regulator

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/tui/kit"
	"yice/tui/screen"
)

// caseMsg is a case that was read.
type caseMsg struct {
	s   *RegistryScreen
	of  string
	one *registry.Case
	err error
}

// read reads the case of the enterprise under the cursor, one at a time: while the cursor moves on, only where it comes to rest
// is read next.
func (s *RegistryScreen) read(m screen.Desk) tea.Cmd {
	if s.r == nil || s.got == nil || s.sent || s.work != nil {
		return nil
	}
	if s.tab != registryMembers {
		return s.readRows(m)
	}
	if s.list.At >= len(s.got.Places) {
		return nil
	}
	uscc := s.got.Places[s.list.At].USCC
	if s.of == uscc {
		return nil
	}
	s.sent = true
	ctx := m.Context()
	return func() tea.Msg {
		s.turn.Lock()
		defer s.turn.Unlock()
		if s.r == nil {
			return caseMsg{s: s, of: uscc}
		}
		one, err := s.r.Show(ctx, uscc, "")
		return caseMsg{s, uscc, one, err}
	}
}

func (s *RegistryScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(caseMsg)
	if !ok || got.s != s {
		return nil, false
	}
	s.sent = false
	if got.err != nil {
		m.Say(screen.Bad, kit.Sentence(got.err))
	}
	if s.of != got.of && !s.into {
		s.line = kit.List{}
	}
	s.one, s.of, s.top = got.one, got.of, 0
	return s.read(m), true
}
