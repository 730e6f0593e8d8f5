package tui

import (
	"context"

	"yice/tui/kit"
	"yice/tui/screen"

	tea "charm.land/bubbletea/v2"
)

// Deepen has the ledger looked at as a whole, off the frame, where that is due: a list of what is to be mended must have
// all that sealing will ask for. What it finds comes with a new standing.
func (m *Root) Deepen() tea.Cmd {
	d := m.desk
	if d == nil || !d.s.DeepDue() || d.deepBusy {
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	d.deepening.stop, d.deepBusy = stop, true
	done := make(chan error, 1)
	d.deepening.running.Go(func() { done <- d.s.CheckDeep(ctx) })
	return func() tea.Msg {
		err := <-done
		return doMsg(func(m *Root) tea.Cmd {
			d.deepBusy = false
			switch {
			case m.desk != d || ctx.Err() != nil && err != nil:
				return nil
			case err != nil:
				m.say(screen.Bad, kit.Sentence(err))
				return nil
			}
			return m.restand()
		})
	}
}
