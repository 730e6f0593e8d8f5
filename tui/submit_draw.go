package tui

import (
	"fmt"
	"path/filepath"
	"strconv"

	"yice/filing"
	"yice/text"
	"yice/tui/paint"
)

func (s *submitScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	if !s.read {
		a.Text(2, 1, text.TuiSubReading.In(m.lang), t.Faint)
		return caret{}
	}
	foot := s.footRows(m)
	body := a.Rows(0, a.H-foot)
	lines, at := s.lines(m)
	top := clampInt(at-body.H/2, 0, max(len(lines)-body.H, 0))
	for y := range min(body.H, len(lines)-top) {
		l := lines[top+y]
		row := body.Rows(y, 1)
		if l.row < 0 {
			s.drawHead(m, row, l)
			continue
		}
		s.drawRow(m, row, s.rows[l.row])
		m.cursorRow(row, l.row == s.list.at)
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return caret{}
}

// footRows are the rows below the list.
func (s *submitScreen) footRows(m *Root) int {
	switch {
	case s.task != nil:
		return 6
	case m.stand.locked && s.receipt == nil:
		return 4
	case s.receipt != nil:
		return 6
	}
	return 2
}

// submitLine is a line as drawn: one of the rows, or a heading.
type submitLine struct {
	row        int // -1: a heading, or a blank line
	head, note text.Pair
}

// lines puts a heading before each kind of rows, and says where the cursor is.
func (s *submitScreen) lines(m *Root) (out []submitLine, at int) {
	last := -1
	for i, r := range s.rows {
		if g := groupOfRow(r.kind); g != last {
			if last >= 0 {
				out = append(out, submitLine{row: -1})
			}
			last = g
			out = append(out, s.headOf(m, g))
		}
		if i == s.list.at {
			at = len(out)
		}
		out = append(out, submitLine{row: i})
	}
	return out, at
}

func groupOfRow(k submitKind) int {
	switch k {
	case rowPeriod, rowNeed:
		return 0
	case rowSign, rowWithout:
		return 1
	case rowMade:
		return 3
	}
	return 2
}

func (s *submitScreen) headOf(m *Root, group int) submitLine {
	switch group {
	case 0:
		note := text.TuiSubReady
		if s.period.Quarterly() {
			note = text.TuiSubReadyQuarter
		}
		if n := s.blocked(); n > 0 {
			note = text.TuiSubBlocked.With(n)
		}
		return submitLine{-1, text.TuiSubNeeds, note}
	case 1:
		return submitLine{-1, text.TuiSubSigns, text.TuiSubSignsNote}
	case 3:
		return submitLine{-1, text.TuiSubMade, text.Pair{}}
	}
	return submitLine{-1, text.TuiSubSealing, text.Pair{}}
}

func (s *submitScreen) drawHead(m *Root, a paint.Area, l submitLine) {
	if l.head.Empty() {
		return
	}
	t := m.th
	x := a.Text(2, 0, l.head.In(m.lang), t.Head)
	note, st := l.note.In(m.lang), t.Faint
	if l.head == text.TuiSubNeeds {
		st = t.Good
		if s.blocked() > 0 {
			st = t.Bad
		}
	}
	a.Cut(x+2, 0, a.W-x-3, note, st)
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
			return shorten(value, a.W-24), t.Strong
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
		v, st := or(s.unsigned, text.TuiSubWithoutNone, false)
		labelled(text.TuiSubWithout, v, st)
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
		if s.evidence {
			say, whole := s.alongSay()
			st := t.Strong
			if !whole {
				st = t.Bad
			}
			labelled(text.TuiSubEvidence, say.In(m.lang), st)
		} else {
			labelled(text.TuiSubEvidence, text.TuiSubNo.In(m.lang), t.Faint)
		}
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
		x := a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubNext.With(m.stand.year+1).In(m.lang), t.Accent) + 2
		a.Cut(x, 0, a.W-x-1, text.TuiSubNextSay.In(m.lang), t.Faint)
	case rowReopen:
		a.Text(4, 0, t.Chrome.Right+" "+text.TuiSubReopen.In(m.lang), t.Accent)
	case rowMade:
		s.drawMade(m, a, r.i)
	}
}

func (s *submitScreen) drawNeed(m *Root, a paint.Area, p filing.Prerequisite) {
	t := m.th
	sign, st := t.Chrome.Check, t.Good
	switch {
	case p.OK:
	case p.Need:
		sign, st = "!", t.Bad
	default:
		sign, st = "?", t.Warn
	}
	a.Text(4, 0, sign, st.With(paint.Bold))
	if p.OK {
		st = t.Text
	}
	a.Cut(6, 0, a.W-7, text.OnScreen(p.Say).In(m.lang), st)
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
	x := 22
	if off.Name != "" {
		x = a.Cut(x, 0, 24, off.Name, t.Strong) + 2
		x = a.Text(x, 0, off.Date, t.Faint) + 2
		kind := text.CmdSignTyped
		if off.Proof != nil {
			kind = text.CmdSignKeyed
		}
		x = a.Text(x, 0, kind.In(m.lang), t.Faint) + 2
	}
	a.Cut(x, 0, a.W-x-1, state.In(m.lang), st)
}

// drawMade draws one of the submissions made, the newest first.
func (s *submitScreen) drawMade(m *Root, a paint.Area, i int) {
	t, r := m.th, &s.made[i]
	x := a.Text(4, 0, strconv.Itoa(i+1)+"  ", t.Faint)
	x = a.Cut(x, 0, 40, filepath.Base(r.File), t.Text) + 2
	x = a.Text(x, 0, text.TuiSubSerial.In(m.lang)+" "+paint.Cut(r.Serial, 12), t.Faint) + 2
	if r.Replaces != "" {
		a.Cut(x, 0, a.W-x-1, text.TuiSubReplaces.In(m.lang)+" "+paint.Cut(r.Replaces, 12), t.Faint)
	}
}

// drawFoot draws what the sealing under way is doing, what was sealed, or what to know of the state of the year.
func (s *submitScreen) drawFoot(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a = a.Below(1)
	switch {
	case s.task != nil:
		say := text.TuiSubWorking
		if p := s.task.stage.Load(); p != nil {
			say = *p
		}
		a.Cut(2, 0, a.W-4, say.In(m.lang), t.Pending)
		m.drawMeter(a.Sub(2, 1, a.W-4, 3), &s.task.meter)
	case s.receipt != nil:
		s.drawReceipt(m, a)
	case m.stand.locked:
		for y, l := range paint.Wrap(text.TuiSubLocked.In(m.lang), a.W-4) {
			a.Text(2, y, l, t.Warn)
		}
	case s.keyFile == "":
		a.Cut(2, 0, a.W-4, text.TuiSubNoKeyNote.In(m.lang), t.Faint)
	}
}

func (s *submitScreen) drawReceipt(m *Root, a paint.Area) {
	t, r := m.th, s.receipt
	put := func(y int, label text.Pair, value string) {
		x := a.Text(2, y, label.In(m.lang)+"  ", t.Faint)
		a.Cut(x, y, a.W-x-1, value, t.Text)
	}
	a.Cut(2, 0, a.W-4, t.Chrome.Check+" "+shorten(r.File, a.W-30)+"   "+text.TuiSubRows.With(group(fmt.Sprint(r.Rows)), group(fmt.Sprint(r.Bytes))).In(m.lang), t.Good)
	put(1, text.TuiSubDigest, r.Manifest)
	signer := r.Signer
	if signer == "" {
		signer = text.TuiSubNoKey.In(m.lang)
	}
	put(2, text.TuiSubSigner, signer)
	serial := r.Serial
	if r.Replaces != "" {
		serial += "   " + text.TuiSubReplaces.In(m.lang) + " " + r.Replaces
	}
	put(3, text.TuiSubSerial, serial)
	a.Cut(2, 4, a.W-4, text.TuiSubCheckIt.In(m.lang), t.Faint)
}
