package ruling

import (
	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Held is the draft that the program holds until it is saved or dropped; the zero value holds none.
type Held struct{ edit *EditScreen }

// Unsaved is how many values are changed of a draft that leaving the program would lose sight of, and whether it is kept for the next
// time; 0 where there is none.
func (h *Held) Unsaved() (changed int, kept bool) {
	if h.edit == nil || !h.edit.draft.Unsaved() {
		return 0, false
	}
	return h.edit.draft.Changed(), h.edit.draft.Kept()
}

// keep brings what is changed down to the disk, off the frame.
func (s *EditScreen) keep(m screen.Desk) tea.Cmd {
	write := s.draft.Keep()
	if write == nil {
		return nil
	}
	return screen.Later(func() screen.Do {
		err := write()
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, text.TuiPeNotKept.With(kit.Sentence(err)))
			}
			return nil
		}
	})
}

// resume shows a draft, and tells what of an earlier one it goes on with.
func resume(m screen.Desk, o Office, d *filing.PackDraft, left filing.PackDraftLeft) tea.Cmd {
	s := &EditScreen{draft: d}
	o.Held().edit = s
	s.arrange(m)
	switch {
	case left.Aside != "":
		m.Say(screen.Bad, text.TuiPeKeptUnread.With(left.Aside))
	case len(left.Paths) > 0:
		m.Say(screen.Bad, text.TuiPeKeptPart.With(d.Changed(), len(left.Paths), left.Paths[0]))
	case d.Changed() > 0:
		m.Say(screen.Plain, text.TuiPeGoesOn.With(d.From().ID, d.From().Version, d.Changed()))
	}
	return tea.Batch(m.Push(s), s.keep(m))
}
