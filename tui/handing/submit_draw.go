package handing

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Draw draws the four steps, the sheet that is signed beside them where there is room.
func (s *SubmitScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	if !s.read {
		a.Text(2, 1, text.TuiSubReading.In(m.Lang()), t.Faint)
		return screen.Caret{}
	}
	foot := s.footRows(m)
	body := a.Rows(0, a.H-foot)
	if a.W >= 116 && m.Standing().Sheet != nil {
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
	// The steps are four, and how much of them lies above and below is said.
	var below []string
	for _, l := range lines[min(top+body.H, len(lines)):] {
		if l.step > 0 {
			title, _, _ := s.headNote(m, l.step)
			below = append(below, strconv.Itoa(l.step)+" · "+title.In(m.Lang()))
		}
	}
	shown, last := kit.List{Top: top, N: len(lines), Rows: body.H}, body.Rows(body.H-1, 1)
	if len(below) > 0 {
		say := "↓ " + strings.Join(below, "   ")
		last.Right(last.W-1-paint.Width(say), 0, paint.Width(say), say, t.Accent)
	} else {
		kit.DrawMore(m, last, &shown)
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return screen.Caret{}
}

// footRows are the rows below the list.
func (s *SubmitScreen) footRows(m screen.Desk) int {
	switch {
	case s.work != nil:
		return 6
	case m.Standing().Locked && s.receipt == nil:
		return 4
	case s.receipt != nil:
		return 1 + len(s.receiptLines(m, m.Width()-4))
	case s.KeyFile == "":
		return 2
	}
	return 0 // nothing is to be said: the steps have the room
}

func (s *SubmitScreen) drawRow(m screen.Desk, a paint.Area, r submitRow) {
	t, l := m.Theme(), m.Lang()
	labelled := func(label text.Pair, value string, st paint.Style) {
		a.Text(4, 0, label.In(l), t.Text)
		a.Cut(22, 0, a.W-23, value, st)
	}
	or := func(value string, none text.Pair, warn bool) (string, paint.Style) {
		switch {
		case value != "":
			return kit.Shorten(value, a.W-24), t.Strong
		case warn:
			return none.In(l), t.Warn
		}
		return none.In(l), t.Faint
	}
	switch r.kind {
	case rowPeriod:
		labelled(text.TuiSubPeriod, s.period.Say().In(l)+"   "+text.TuiSubPeriodNext.In(l), t.Strong)
	case rowNeed:
		s.drawNeed(m, a, s.needs[r.i])
	case rowSign:
		s.drawSign(m, a, r.i)
	case rowWithout:
		v, st := s.without(m)
		labelled(text.TuiSubWithout, paint.Wrap(v, a.W-23)[0], st)
	case rowKey:
		v, st := or(s.KeyFile, text.TuiSubNoKey, true)
		labelled(text.TuiSubKey, v, st)
	case rowTo:
		v, st := or(s.To, text.TuiSubNoTo, false)
		labelled(text.TuiSubTo, v, st)
	case rowOut:
		v, st := or(s.Out, text.Pair{}, false)
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
		a.Text(4, 0, t.Chrome.Right+" "+title.In(l), st)
	case rowNext:
		x := a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubNext.With(m.Standing().Year+1).In(l), t.Accent) + 2
		if say := text.TuiSubNextSay.In(l); x+paint.Width(say) < a.W {
			a.Text(x, 0, say, t.Faint)
		}
	case rowReopen:
		a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubReopen.In(l), t.Accent)
	case rowMade:
		s.drawMade(m, a, r.i)
	case rowReceipt:
		x := a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubReceipt.In(l), t.Accent) + 2
		if say := text.TuiSubReceiptSay.In(l); x+paint.Width(say) < a.W {
			a.Text(x, 0, say, t.Faint)
		}
	}
}

// without says why it is sealed although sign-offs are missing.
func (s *SubmitScreen) without(m screen.Desk) (string, paint.Style) {
	t := m.Theme()
	if s.Unsigned == "" {
		return text.TuiSubWithoutNone.In(m.Lang()), t.Faint
	}
	return s.Unsigned, t.Strong
}

// evidenceSay says whether evidence travels along, and whether all of it can.
func (s *SubmitScreen) evidenceSay(m screen.Desk) (string, paint.Style) {
	l, t := m.Lang(), m.Theme()
	if !s.evidence {
		return text.TuiSubNo.In(l), t.Faint
	}
	say, whole := s.alongSay()
	if !whole {
		return say.In(l), t.Bad
	}
	return say.In(l), t.Strong
}

// needLook is how a condition is shown.
func (s *SubmitScreen) needLook(m screen.Desk, p filing.Prerequisite) (sign string, look, words paint.Style) {
	t := m.Theme()
	switch {
	case p.OK:
		return t.Chrome.Check, t.Good, t.Text
	case p.Need:
		return "!", t.Bad, t.Bad
	}
	return "?", t.Warn, t.Warn
}

func (s *SubmitScreen) drawNeed(m screen.Desk, a paint.Area, p filing.Prerequisite) {
	sign, look, words := s.needLook(m, p)
	a.Text(4, 0, sign, look.With(paint.Bold))
	a.Text(6, 0, paint.Wrap(p.Say.Begun().In(m.Lang()), a.W-7)[0], words)
}

// stateX is where the state of a sign-off stands, behind who signed and how.
func (s *SubmitScreen) stateX(m screen.Desk, i int) int {
	off, x := s.signs[i], 22
	if off.Name != "" {
		x += paint.Width(paint.Cut(off.Name, 24)) + 2 + paint.Width(off.Date) + 2 + paint.Width(s.signedHow(i).In(m.Lang())) + 2
	}
	return x
}

func (s *SubmitScreen) signedHow(i int) text.Pair {
	if s.signs[i].Proof != nil {
		return text.CmdSignKeyed
	}
	return text.CmdSignTyped
}

func (s *SubmitScreen) drawSign(m screen.Desk, a paint.Area, i int) {
	t, l, off := m.Theme(), m.Lang(), s.signs[i]
	sign, st, state := t.Chrome.Dot, t.Faint, text.TuiSubNotSigned
	switch {
	case off.Standing:
		sign, st, state = t.Chrome.Check, t.Good, text.Pair{}
	case off.Name != "":
		sign, st, state = "?", t.Warn, text.TuiSubStale
	}
	a.Text(4, 0, sign, st.With(paint.Bold))
	a.Cut(6, 0, 15, off.Role.Title().In(l), t.Text)
	if off.Name != "" {
		x := a.Cut(22, 0, 24, off.Name, t.Strong) + 2
		x = a.Text(x, 0, off.Date, t.Faint) + 2
		a.Cut(x, 0, a.W-x-1, s.signedHow(i).In(l), t.Faint)
	}
	if x := s.stateX(m, i); x+paint.Width(state.In(l)) < a.W {
		a.Text(x, 0, state.In(l), st)
	}
}

// drawMade draws one of the submissions made, the newest first.
func (s *SubmitScreen) drawMade(m screen.Desk, a paint.Area, i int) {
	t, l, r := m.Theme(), m.Lang(), &s.made[i]
	serial := func(s string) string {
		if a.W >= 100 {
			return s
		}
		return paint.Cut(s, 12)
	}
	x := a.Text(4, 0, strconv.Itoa(i+1)+"  ", t.Faint)
	x = a.Cut(x, 0, 40, filepath.Base(r.File), t.Text) + 2
	if s.received(i) { // before what may be cut
		x = a.Cut(x, 0, a.W-x-1, t.Chrome.Check+" "+text.TuiSubStepReceived.In(l), t.Good) + 2
	}
	x = a.Cut(x, 0, a.W-x-1, text.TuiSubSerial.In(l)+" "+serial(r.Serial), t.Faint) + 2
	if r.Replaces != "" {
		a.Cut(x, 0, a.W-x-1, text.TuiSubReplaces.In(l)+" "+serial(r.Replaces), t.Faint)
	}
}

// drawFoot draws what the sealing under way is doing, what was sealed, or what to know of the state of the year.
func (s *SubmitScreen) drawFoot(m screen.Desk, a paint.Area) {
	t := m.Theme()
	if a.H == 0 {
		return
	}
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a = a.Below(1)
	switch {
	case s.work != nil:
		say := text.TuiSubWorking
		if p := s.work.Stage.Load(); p != nil {
			say = *p
		}
		a.Cut(2, 0, a.W-4, say.In(m.Lang()), t.Pending)
		kit.DrawMeter(m, a.Sub(2, 1, a.W-4, 3), s.work.Meter)
	case s.receipt != nil:
		for y, l := range s.receiptLines(m, a.W-4) {
			l.Draw(a, 2, y)
		}
	case m.Standing().Locked:
		for y, l := range paint.Wrap(text.TuiSubLocked.In(m.Lang()), a.W-4) {
			a.Text(2, y, l, t.Warn)
		}
	case s.KeyFile == "":
		a.Cut(2, 0, a.W-4, text.TuiSubNoKeyNote.Begun().In(m.Lang()), t.Faint)
	}
}

// receiptLines say what was sealed: the file, the digests it is known by, how others check it.
func (s *SubmitScreen) receiptLines(m screen.Desk, w int) []kit.Line {
	t, r := m.Theme(), s.receipt
	file := t.Chrome.Check + " " + kit.Shorten(r.File, max(w-26, 20)) + "   " + text.TuiSubRows.With(kit.Group(fmt.Sprint(r.Rows)), kit.Group(fmt.Sprint(r.Bytes))).In(m.Lang())
	out := []kit.Line{{{paint.Cut(file, w), t.Good}}}
	put := func(label text.Pair, value string) {
		l := kit.Line{{label.In(m.Lang()) + "  ", t.Faint}, {value, t.Text}}
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
		signer = text.TuiSubNoKey.In(m.Lang())
	}
	put(text.TuiSubSigner, signer)
	serial := r.Serial
	if r.Replaces != "" {
		serial += "   " + text.TuiSubReplaces.In(m.Lang()) + " " + r.Replaces
	}
	put(text.TuiSubSerial, serial)
	for _, l := range paint.Wrap(text.TuiSubCheckIt.In(m.Lang()), w) {
		out = append(out, kit.Hinted(m, l, t.Faint))
	}
	return out
}
