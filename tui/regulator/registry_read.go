package regulator

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"yice/filing/registry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// readRegistry reads what is drawn: the ranked, and those who are due in their type's place.
func readRegistry(ctx context.Context, r *registry.Registry) (*registryGot, error) {
	g := &registryGot{}
	var err error
	if g.year, err = r.Newest(ctx); err != nil {
		return nil, err
	}
	ranked, err := r.Rank(ctx, registry.RankOptions{})
	if err != nil {
		return nil, err
	}
	due, err := r.Due(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, row := range ranked {
		g.rows = append(g.rows, registryRow{Ranked: row})
		if row.Late {
			g.late++
		}
	}
	g.in = len(ranked)
	for i := range due {
		d := &due[i]
		if d.Period != ranked0(ranked, d.Period) || d.State == text.RegistryStateLate.ZH {
			continue
		}
		g.rows = append(g.rows, registryRow{Ranked: registry.Ranked{USCC: d.USCC, Name: d.Name}, due: d})
		if d.State == text.RegistryStateVoid.ZH {
			g.void++
		} else {
			g.none++
		}
	}
	return g, nil
}

// ranked0 is the period of a ranking; that is asked where nobody is ranked yet.
func ranked0(rows []registry.Ranked, asked string) string {
	if len(rows) == 0 {
		return asked
	}
	return rows[0].Period
}

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
	if s.list.At >= len(s.got.rows) {
		return nil
	}
	uscc := s.got.rows[s.list.At].USCC
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
