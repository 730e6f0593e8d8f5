package tui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/screen"
)

// checkAfter leaves the first moments of an opened file to the screen.
const checkAfter = 1500 * time.Millisecond

// pageCheck is the check of an opened file behind the first screen. It ends with the desk, and the file is closed after
// it: a connection that is still open would leave the journal behind.
type pageCheck struct {
	stop    context.CancelFunc
	running sync.WaitGroup
}

// damageMsg is what is wrong with the file itself.
type damageMsg struct {
	desk *desk
	say  text.Pair
}

// check looks at the pages of the file and the end of its history. Damage that nobody has touched yet is found here,
// before anything is built on it. A check that cannot be done says so too; one that was ended says nothing. 0: no check.
func (d *desk) check(after time.Duration) tea.Cmd {
	if after == 0 {
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	d.checking.stop = stop
	told := make(chan tea.Msg, 1)
	d.checking.running.Go(func() { told <- d.damage(ctx, after) })
	return func() tea.Msg { return <-told }
}

// damage gives a damageMsg, or nil where all is well.
func (d *desk) damage(ctx context.Context, after time.Duration) tea.Msg {
	select {
	case <-ctx.Done():
		return nil
	case <-time.After(after):
	}
	found, err := d.w.CheckPages(ctx)
	switch {
	case ctx.Err() != nil:
		return nil
	case len(found) > 0:
		return damageMsg{d, found[0].Message}
	case err != nil:
		return damageMsg{d, kit.Sentence(err)}
	}
	return nil
}

func (c *pageCheck) end() {
	if c.stop != nil {
		c.stop()
		c.running.Wait()
	}
}

// damaged says what was found; the word stays above every screen.
func (m *Root) damaged(msg damageMsg) {
	if msg.desk != m.desk {
		return
	}
	m.damage = msg.say
	m.open(kit.NewAsk(text.TuiDamaged, text.TuiDamagedAsk.With(msg.say), func(yes bool) tea.Cmd {
		if yes {
			return m.Push(keeping.NewBackups(m, m.desk.w.Path()))
		}
		m.say(screen.Bad, msg.say)
		return nil
	}), true)
}
