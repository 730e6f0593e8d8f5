package handing

import (
	"strconv"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// stepOf says what a step is, how it stands, and whether it is done.
func (s *SubmitScreen) stepOf(m screen.Desk, step int) (title, note text.Pair, done bool) {
	switch step {
	case 1:
		left := s.blocked()
		if s.signaturesLack() && s.Unsigned == "" {
			left -= s.unsignedNeeds() // that is the second step
		}
		switch {
		case m.Standing().Locked:
			return text.TuiSubStepCheck, text.Pair{}, true
		case left > 0:
			return text.TuiSubStepCheck, text.TuiSubBlocked.With(left), false
		}
		return text.TuiSubStepCheck, text.TuiSubReady, true
	case 2:
		if m.Standing().Locked || !s.signaturesLack() {
			return text.TuiSubStepSign, text.Pair{}, true
		}
		if s.Unsigned != "" {
			return text.TuiSubStepSign, text.TuiSubStepWithout, false
		}
		left := 0
		for _, off := range s.signs {
			left += kit.Btoi(!off.Standing)
		}
		return text.TuiSubStepSign, text.TuiSubSignsNote.With(left), false
	case 3:
		if m.Standing().Locked && len(s.made) > 0 {
			return text.TuiSubStepSeal, text.TuiSubStepSealed.With(s.made[len(s.made)-1].Serial), true
		}
		return text.TuiSubStepSeal, text.Pair{}, m.Standing().Locked
	}
	switch newest := len(s.made) - 1; {
	case newest < 0:
		return text.TuiSubStepHand, text.TuiSubStepHandNote, false
	case s.received(newest):
		return text.TuiSubStepHand, text.TuiSubStepReceived, true
	}
	return text.TuiSubStepHand, text.TuiSubStepWait, false
}

// received reports that the regulator's receipt for one of the submissions made has come.
func (s *SubmitScreen) received(i int) bool { _, there := s.taken[s.made[i].Serial]; return there }

// headNote is what stands behind the heading of a step, in the colour of how it stands.
func (s *SubmitScreen) headNote(m screen.Desk, step int) (title, note text.Pair, st paint.Style) {
	t := m.Theme()
	title, note, done := s.stepOf(m, step)
	switch st = t.Faint; {
	case done:
		st = t.Good
	case step == 1:
		st = t.Bad
	}
	return title, note, st
}

// noteX is where the note behind a heading begins.
func (s *SubmitScreen) noteX(m screen.Desk, step int) int {
	title, _, _ := s.stepOf(m, step)
	return 6 + paint.Width(title.In(m.Lang())) + 2
}

func (s *SubmitScreen) drawHead(m screen.Desk, a paint.Area, l submitLine) {
	if l.step == 0 {
		return
	}
	t := m.Theme()
	title, note, st := s.headNote(m, l.step)
	sign, look := t.Chrome.Dot, t.Faint
	if _, _, done := s.stepOf(m, l.step); done {
		sign, look = t.Chrome.Check, t.Good
	}
	a.Text(2, 0, strconv.Itoa(l.step), t.Accent)
	a.Text(4, 0, sign, look)
	a.Text(6, 0, title.In(m.Lang()), t.Head)
	if x := s.noteX(m, l.step); paint.Width(note.In(m.Lang())) <= a.W-x-1 {
		a.Text(x, 0, note.In(m.Lang()), st)
	}
}
