package tui

import (
	"fmt"
	"path/filepath"
	"strconv"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

func (s *submitScreen) draw(m *Root, a paint.Area) screen.Caret {
	t := m.th
	if !s.read {
		a.Text(2, 1, text.TuiSubReading.In(m.lang), t.Faint)
		return screen.Caret{}
	}
	foot := s.footRows(m)
	body := a.Rows(0, a.H-foot)
	if a.W >= 116 && m.stand.Sheet != nil {
		// What is signed and sealed stands at the left, as the paper that it is; the steps beside it.
		var sheet paint.Area
		sheet, body = body.SplitX(min(a.W-62, 72))
		s.drawSheet(m, sheet)
	}
	lines, at := s.lines(m, body.W, body.H)
	top := kit.ClampInt(at-body.H/2, 0, max(len(lines)-body.H, 0))
	for y := range min(body.H, len(lines)-top) {
		l := lines[top+y]
		row := body.Rows(y, 1)
		switch {
		case l.more != "":
			row.Text(l.x, 0, l.more, l.st)
			if l.row >= 0 && l.row == s.list.At {
				row.Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
			}
		case l.row < 0:
			s.drawHead(m, row, l)
		default:
			s.drawRow(m, row, s.rows[l.row])
			kit.CursorRow(m, row, l.row == s.list.At)
		}
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return screen.Caret{}
}

// footRows are the rows below the list.
func (s *submitScreen) footRows(m *Root) int {
	switch {
	case s.task != nil:
		return 6
	case m.stand.Locked && s.receipt == nil:
		return 4
	case s.receipt != nil:
		return 1 + len(s.receiptLines(m, m.w-4))
	case s.keyFile == "":
		return 2
	}
	return 0 // nothing is to be said: the steps have the room
}

// stepOf says what a step is, how it stands, and whether it is done.
func (s *submitScreen) stepOf(m *Root, step int) (title, note text.Pair, done bool) {
	switch step {
	case 1:
		left := s.blocked()
		if s.signaturesLack() && s.unsigned == "" {
			left -= s.unsignedNeeds() // that is the second step
		}
		switch {
		case m.stand.Locked:
			return text.TuiSubStepCheck, text.Pair{}, true
		case left > 0:
			return text.TuiSubStepCheck, text.TuiSubBlocked.With(left), false
		}
		return text.TuiSubStepCheck, text.TuiSubReady, true
	case 2:
		if m.stand.Locked || !s.signaturesLack() {
			return text.TuiSubStepSign, text.Pair{}, true
		}
		if s.unsigned != "" {
			return text.TuiSubStepSign, text.TuiSubStepWithout, false
		}
		left := 0
		for _, off := range s.signs {
			left += kit.Btoi(!off.Standing)
		}
		return text.TuiSubStepSign, text.TuiSubSignsNote.With(left), false
	case 3:
		if m.stand.Locked && len(s.made) > 0 {
			return text.TuiSubStepSeal, text.TuiSubStepSealed.With(s.made[len(s.made)-1].Serial), true
		}
		return text.TuiSubStepSeal, text.Pair{}, m.stand.Locked
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
func (s *submitScreen) received(i int) bool { _, there := s.taken[s.made[i].Serial]; return there }

// headNote is what stands behind the heading of a step, in the colour of how it stands.
func (s *submitScreen) headNote(m *Root, step int) (title, note text.Pair, st paint.Style) {
	title, note, done := s.stepOf(m, step)
	switch st = m.th.Faint; {
	case done:
		st = m.th.Good
	case step == 1:
		st = m.th.Bad
	}
	return title, note, st
}

// noteX is where the note behind a heading begins.
func (s *submitScreen) noteX(m *Root, step int) int {
	title, _, _ := s.stepOf(m, step)
	return 6 + paint.Width(title.In(m.lang)) + 2
}

func (s *submitScreen) drawHead(m *Root, a paint.Area, l submitLine) {
	if l.step == 0 {
		return
	}
	t := m.th
	title, note, st := s.headNote(m, l.step)
	sign, look := t.Chrome.Dot, t.Faint
	if _, _, done := s.stepOf(m, l.step); done {
		sign, look = t.Chrome.Check, t.Good
	}
	a.Text(2, 0, strconv.Itoa(l.step), t.Accent)
	a.Text(4, 0, sign, look)
	a.Text(6, 0, title.In(m.lang), t.Head)
	if x := s.noteX(m, l.step); paint.Width(note.In(m.lang)) <= a.W-x-1 {
		a.Text(x, 0, note.In(m.lang), st)
	}
}

func (s *submitScreen) drawRow(m *Root, a paint.Area, r submitRow) {
	t := m.th
	labelled := func(label text.Pair, value string, st paint.Style) {
		a.Text(4, 0, label.In(m.lang), t.Text)
		a.Cut(22, 0, a.W-23, value, st)
	}
	or := func(value string, none text.Pair, warn bool) (string, paint.Style) {
		switch {
		case value != "":
			return kit.Shorten(value, a.W-24), t.Strong
		case warn:
			return none.In(m.lang), t.Warn
		}
		return none.In(m.lang), t.Faint
	}
	switch r.kind {
	case rowPeriod:
		labelled(text.TuiSubPeriod, s.period.Say().In(m.lang)+"   "+text.TuiSubPeriodNext.In(m.lang), t.Strong)
	case rowNeed:
		s.drawNeed(m, a, s.needs[r.i])
	case rowSign:
		s.drawSign(m, a, r.i)
	case rowWithout:
		v, st := s.without(m)
		labelled(text.TuiSubWithout, paint.Wrap(v, a.W-23)[0], st)
	case rowKey:
		v, st := or(s.keyFile, text.TuiSubNoKey, true)
		labelled(text.TuiSubKey, v, st)
	case rowTo:
		v, st := or(s.to, text.TuiSubNoTo, false)
		labelled(text.TuiSubTo, v, st)
	case rowOut:
		v, st := or(s.out, text.Pair{}, false)
		labelled(text.TuiSubOut, v, st)
	case rowEvidence:
		v, st := s.evidenceSay(m)
		labelled(text.TuiSubEvidence, paint.Wrap(v, a.W-23)[0], st)
	case rowSeal:
		st := t.Accent
		if s.blocked() > 0 {
			st = t.Faint
		}
		title := text.TuiSubGo
		if s.period.Quarterly() {
			title = text.TuiSubGoQuarter
		}
		a.Text(4, 0, t.Chrome.Right+" "+title.In(m.lang), st)
	case rowNext:
		x := a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubNext.With(m.stand.Year+1).In(m.lang), t.Accent) + 2
		if say := text.TuiSubNextSay.In(m.lang); x+paint.Width(say) < a.W {
			a.Text(x, 0, say, t.Faint)
		}
	case rowReopen:
		a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubReopen.In(m.lang), t.Accent)
	case rowMade:
		s.drawMade(m, a, r.i)
	case rowReceipt:
		x := a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubReceipt.In(m.lang), t.Accent) + 2
		if say := text.TuiSubReceiptSay.In(m.lang); x+paint.Width(say) < a.W {
			a.Text(x, 0, say, t.Faint)
		}
	}
}

// without says why it is sealed although sign-offs are missing.
func (s *submitScreen) without(m *Root) (string, paint.Style) {
	if s.unsigned == "" {
		return text.TuiSubWithoutNone.In(m.lang), m.th.Faint
	}
	return s.unsigned, m.th.Strong
}

// evidenceSay says whether evidence travels along, and whether all of it can.
func (s *submitScreen) evidenceSay(m *Root) (string, paint.Style) {
	if !s.evidence {
		return text.TuiSubNo.In(m.lang), m.th.Faint
	}
	say, whole := s.alongSay()
	if !whole {
		return say.In(m.lang), m.th.Bad
	}
	return say.In(m.lang), m.th.Strong
}

// needLook is how a condition is shown.
func (s *submitScreen) needLook(m *Root, p filing.Prerequisite) (sign string, look, words paint.Style) {
	t := m.th
	switch {
	case p.OK:
		return t.Chrome.Check, t.Good, t.Text
	case p.Need:
		return "!", t.Bad, t.Bad
	}
	return "?", t.Warn, t.Warn
}

func (s *submitScreen) drawNeed(m *Root, a paint.Area, p filing.Prerequisite) {
	sign, look, words := s.needLook(m, p)
	a.Text(4, 0, sign, look.With(paint.Bold))
	a.Text(6, 0, paint.Wrap(p.Say.In(m.lang), a.W-7)[0], words)
}

// stateX is where the state of a sign-off stands, behind who signed and how.
func (s *submitScreen) stateX(m *Root, i int) int {
	off, x := s.signs[i], 22
	if off.Name != "" {
		x += paint.Width(paint.Cut(off.Name, 24)) + 2 + paint.Width(off.Date) + 2 + paint.Width(s.signedHow(i).In(m.lang)) + 2
	}
	return x
}

func (s *submitScreen) signedHow(i int) text.Pair {
	if s.signs[i].Proof != nil {
		return text.CmdSignKeyed
	}
	return text.CmdSignTyped
}

func (s *submitScreen) drawSign(m *Root, a paint.Area, i int) {
	t, off := m.th, s.signs[i]
	sign, st, state := t.Chrome.Dot, t.Faint, text.TuiSubNotSigned
	switch {
	case off.Standing:
		sign, st, state = t.Chrome.Check, t.Good, text.Pair{}
	case off.Name != "":
		sign, st, state = "?", t.Warn, text.TuiSubStale
	}
	a.Text(4, 0, sign, st.With(paint.Bold))
	a.Cut(6, 0, 15, off.Role.Title().In(m.lang), t.Text)
	if off.Name != "" {
		x := a.Cut(22, 0, 24, off.Name, t.Strong) + 2
		x = a.Text(x, 0, off.Date, t.Faint) + 2
		a.Cut(x, 0, a.W-x-1, s.signedHow(i).In(m.lang), t.Faint)
	}
	if x := s.stateX(m, i); x+paint.Width(state.In(m.lang)) < a.W {
		a.Text(x, 0, state.In(m.lang), st)
	}
}

// drawMade draws one of the submissions made, the newest first.
func (s *submitScreen) drawMade(m *Root, a paint.Area, i int) {
	t, r := m.th, &s.made[i]
	x := a.Text(4, 0, strconv.Itoa(i+1)+"  ", t.Faint)
	x = a.Cut(x, 0, 40, filepath.Base(r.File), t.Text) + 2
	if s.received(i) { // before what may be cut
		x = a.Cut(x, 0, a.W-x-1, t.Chrome.Check+" "+text.TuiSubStepReceived.In(m.lang), t.Good) + 2
	}
	x = a.Cut(x, 0, a.W-x-1, text.TuiSubSerial.In(m.lang)+" "+paint.Cut(r.Serial, 12), t.Faint) + 2
	if r.Replaces != "" {
		a.Cut(x, 0, a.W-x-1, text.TuiSubReplaces.In(m.lang)+" "+paint.Cut(r.Replaces, 12), t.Faint)
	}
}

// drawFoot draws what the sealing under way is doing, what was sealed, or what to know of the state of the year.
func (s *submitScreen) drawFoot(m *Root, a paint.Area) {
	t := m.th
	if a.H == 0 {
		return
	}
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a = a.Below(1)
	switch {
	case s.task != nil:
		say := text.TuiSubWorking
		if p := s.task.Stage.Load(); p != nil {
			say = *p
		}
		a.Cut(2, 0, a.W-4, say.In(m.lang), t.Pending)
		kit.DrawMeter(m, a.Sub(2, 1, a.W-4, 3), &s.task.Meter)
	case s.receipt != nil:
		for y, l := range s.receiptLines(m, a.W-4) {
			l.Draw(a, 2, y)
		}
	case m.stand.Locked:
		for y, l := range paint.Wrap(text.TuiSubLocked.In(m.lang), a.W-4) {
			a.Text(2, y, l, t.Warn)
		}
	case s.keyFile == "":
		a.Cut(2, 0, a.W-4, text.TuiSubNoKeyNote.In(m.lang), t.Faint)
	}
}

// receiptLines say what was sealed: the file, the digests it is known by, how others check it.
func (s *submitScreen) receiptLines(m *Root, w int) []kit.Line {
	t, r := m.th, s.receipt
	file := t.Chrome.Check + " " + kit.Shorten(r.File, max(w-26, 20)) + "   " + text.TuiSubRows.With(kit.Group(fmt.Sprint(r.Rows)), kit.Group(fmt.Sprint(r.Bytes))).In(m.lang)
	out := []kit.Line{{{paint.Cut(file, w), t.Good}}}
	put := func(label text.Pair, value string) {
		l := kit.Line{{label.In(m.lang) + "  ", t.Faint}, {value, t.Text}}
		if l.Width() <= w {
			out = append(out, l)
			return
		}
		out = append(out, kit.Line{l[0]})
		for _, v := range paint.Wrap(value, w-2) {
			out = append(out, kit.Line{{"  " + v, t.Text}})
		}
	}
	put(text.TuiSubDigest, r.Manifest)
	signer := r.Signer
	if signer == "" {
		signer = text.TuiSubNoKey.In(m.lang)
	}
	put(text.TuiSubSigner, signer)
	serial := r.Serial
	if r.Replaces != "" {
		serial += "   " + text.TuiSubReplaces.In(m.lang) + " " + r.Replaces
	}
	put(text.TuiSubSerial, serial)
	for _, l := range paint.Wrap(text.TuiSubCheckIt.In(m.lang), w) {
		out = append(out, kit.Hinted(m, l, t.Faint))
	}
	return out
}
