package tui

import (
	"errors"
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// lockLost reports that somebody else writes the file now.
func lockLost(err error) bool {
	var f *text.Fault
	return errors.As(err, &f) && f.Code == "store.lock-lost"
}

// overtaken keeps what could not be written because somebody else writes the file now, and offers to save it aside. More may
// come while the question stands: all of it is saved.
func (m *Root) overtaken(w writtenMsg) {
	m.unwritten = append(m.unwritten, w.edits...)
	if len(m.unwritten) == 0 || m.asked {
		return
	}
	m.asked = true
	m.open(kit.NewAsk(text.TuiUnwrittenTitle, kit.Sentence(w.err).Then(text.TuiUnwrittenSay.With(len(m.unwritten))), func(yes bool) tea.Cmd {
		m.asked = false
		if !yes || m.desk == nil {
			return nil
		}
		edits, session, lang, now := m.unwritten, m.desk.s, m.lang, m.now()
		m.unwritten = nil
		return later(func() func(m *Root) tea.Cmd {
			path, err := session.SaveUnwritten(edits, lang, now)
			if err != nil {
				return func(m *Root) tea.Cmd {
					m.unwritten = append(edits, m.unwritten...)
					m.say(screen.Bad, kit.Sentence(err))
					return nil
				}
			}
			return saying(screen.Good, text.TuiUnwrittenIn.With(path))
		})
	}), true)
}

// told is called when the screen has said that a write could not be.
func (d *desk) told(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.failed, n)
}

// saveUntold saves aside what could not be written while nobody was there to be told: after the last frame, and on a desk
// that was left for another. The last writes of the line may have been called kept.
func (d *desk) saveUntold() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	var edits []entry.Edit
	var why error
	for _, n := range slices.Sorted(maps.Keys(d.failed)) {
		edits, why = append(edits, d.failed[n].edits...), d.failed[n].err
	}
	if why == nil {
		return nil
	}
	clear(d.failed)
	path, err := d.s.SaveUnwritten(edits, d.keeps.lang, time.Now())
	if err != nil {
		return errors.Join(why, err)
	}
	return &text.Fault{Code: "tui.unwritten", Class: text.Cannot, Say: kit.Sentence(why).Then(text.TuiUnwrittenIn.With(path)), Err: why}
}
