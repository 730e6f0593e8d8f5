package judging

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Draw draws the body.
func (s *WhatIfScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := 1
	for i, p := range []text.Pair{text.TuiWhatSuppose, text.TuiWhatSteps} {
		st := t.Faint
		if (i == 1) == s.steps {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 0, " "+p.In(l)+" ", st) + 1
		kit.TabZone(m, a, from, x-1, i, kit.Btoi(s.steps), 2)
	}
	if !s.steps && len(s.Held)+len(s.Moved) > 0 {
		safe := text.TuiWhatSafe.In(l)
		a.Right(x, 0, a.W-x-1, safe, t.Pending)
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	if s.steps {
		s.drawSteps(m, body)
		return screen.Caret{}
	}
	// Above what is supposed, below the sheets beside each other; side by side where there is room.
	if a.W >= 112 {
		left, right := body.SplitX(a.W * 52 / 100)
		s.drawHeld(m, left)
		DrawSheets(m, right.Sub(1, 0, right.W-1, right.H), s.Then, text.TuiWhatThen)
		return screen.Caret{}
	}
	h := kit.ClampInt(len(s.Held)+len(s.Levers), 3, max(body.H-8, 3))
	s.drawHeld(m, body.Rows(0, h))
	body.Repeat(0, h, body.W, t.Chrome.Dash, t.Frame)
	DrawSheets(m, body.Below(h+1), s.Then, text.TuiWhatThen)
	return screen.Caret{}
}

// drawHeld draws what is supposed, then what can be moved.
func (s *WhatIfScreen) drawHeld(m screen.Desk, a paint.Area) {
	t := m.Theme()
	n := len(s.Held) + len(s.Levers)
	if n == 0 {
		say := text.TuiWhatNone
		if s.Then == nil {
			say = text.TuiReading
		}
		for y, l := range paint.Wrap(say.In(m.Lang()), a.W-4) {
			a.Text(2, y, l, t.Faint)
		}
		return
	}
	s.at.N = n
	hint := 0
	if a.H > n+2 { // where there is room, what this is
		hint = 2
	}
	s.at.Window(a.H - hint)
	for k := range min(a.H-hint, n-s.at.Top) {
		i := s.at.Top + k
		row := a.Rows(k, 1)
		if i < len(s.Held) {
			x := row.Text(2, 0, strconv.Itoa(i+1)+" ", t.Faint)
			row.Cut(x, 0, a.W-x-1, s.Held[i].say.In(m.Lang()), t.Text)
		} else {
			s.drawLever(m, row, &s.Levers[i-len(s.Held)])
		}
		kit.CursorRow(m, row, i == s.at.At)
	}
	if s.at.Top+s.at.Rows < n {
		a.Text(a.W-1, s.at.Rows-1, t.Chrome.Down, t.Accent)
	}
	if s.at.Top > 0 {
		a.Text(a.W-1, 0, t.Chrome.Up, t.Accent)
	}
	if hint > 0 {
		y := n + 1
		if l := s.Lever(); l != nil {
			for _, row := range kit.WrapLine(s.about(m, l), a.W-4) {
				row.Draw(a, 2, y)
				y++
			}
		}
		for _, l := range paint.Wrap(text.TuiWhatNudge.In(m.Lang()), a.W-4) {
			a.Text(2, y, l, t.Faint)
			y++
		}
	}
}

// effectWidth is what the effect of a lever takes of its line, leverWidth what it is moved by.
const effectWidth, leverWidth = 14, 19

// about says what there is of the lever under the cursor, and what it is moved by of that.
func (s *WhatIfScreen) about(m screen.Desk, l *scoring.Lever) kit.Line {
	t := m.Theme()
	out := kit.Line{{l.Title.In(m.Lang()), t.Strong}}
	if has := l.Has(); has != "" {
		out = append(out, kit.Piece{"  " + text.TuiWhatHas.With(text.InUnit(has, l.Unit)).In(m.Lang()), t.Text})
	}
	if by := l.Within(s.Moved[l.ID]); by != 0 && l.Share(by) != "" {
		out = append(out, kit.Piece{"  " + l.Share(by) + "%", t.Text})
	}
	return out
}

// drawLever draws what can be moved, by how much it is, and what that alone does; of one not moved what a nudge would do.
func (s *WhatIfScreen) drawLever(m screen.Desk, a paint.Area, l *scoring.Lever) {
	t := m.Theme()
	by := l.Within(s.Moved[l.ID])
	say, st, arrows := leverSay(l, by).In(m.Lang()), t.Faint, t.Faint
	switch {
	case by != 0:
		st, arrows = t.Strong, t.Key
		if paint.Width(say) > leverWidth-4 {
			say = l.Amount(by)
		}
	case l.Kind != scoring.MovesDecisions:
		say, st = t.Chrome.Dot, t.Rest
	}
	// The name goes before the room that a longer amount would have.
	right := a.W - 2 - effectWidth - 1
	x, most := right-leverWidth+1, right-3-paint.Width(say)
	if by == 0 && l.Least == 0 {
		most = right - 3 // nothing stands there
	}
	if full := l.Title.In(m.Lang()); by != 0 && l.Kind != scoring.MovesDecisions && paint.Width(full) > most-3 {
		most += paint.Width(say) // its unit stands with the name below
		say = l.Amount(by)
		most -= paint.Width(say)
	}
	name := kit.Short(text.Named(l.Title, l.Unit).In(m.Lang()), most-3)
	x = min(max(x, 2+paint.Width(name)+1), most)
	a.Text(2, 0, name, t.Text)
	if by > l.Least {
		a.Text(x, 0, t.Chrome.Left, arrows)
		s.arrow(m, a, x, l, "left")
	}
	if by < l.Most {
		a.Text(right, 0, t.Chrome.Right, arrows)
		s.arrow(m, a, right, l, "right")
	}
	a.Right(right-1-paint.Width(say), 0, paint.Width(say), say, st)
	effect := s.effectOf(m, l, by)
	effect.Draw(a, a.W-2-min(effect.Width(), effectWidth-1), 0)
}

// arrow lets a click on an arrow of a lever move it.
func (s *WhatIfScreen) arrow(m screen.Desk, a paint.Area, x int, l *scoring.Lever, key string) {
	kit.Zone(m, a, x-1, x+2, func() tea.Cmd {
		for i := range s.Levers {
			if &s.Levers[i] == l {
				s.at.At = len(s.Held) + i
			}
		}
		return m.Press(key, 1)
	})
}

// leverSay says by how much a lever is moved, or by how much a nudge would.
func leverSay(l *scoring.Lever, by int64) text.Pair {
	if l.Kind == scoring.MovesDecisions {
		return map[int64]text.Pair{-1: text.TuiWhatNoneRecog, 0: text.TuiWhatAsIs, 1: text.TuiWhatAllRecog}[by]
	}
	return text.Column(l.Amount(by), l.Unit)
}

// effectOf is what a lever does alone: points, else bonus, else profit, else what waits for a decision.
func (s *WhatIfScreen) effectOf(m screen.Desk, l *scoring.Lever, by int64) kit.Line {
	t := m.Theme()
	e, known := s.effects[l.ID]
	if !known {
		return nil
	}
	if !e.Moved {
		return kit.Line{{t.Chrome.Dot, t.Rest}}
	}
	var out kit.Line
	put := func(d scoring.Dec, unit string) {
		st := t.Up
		if d.Sign() < 0 {
			st = t.Down
		}
		if by == 0 {
			st = t.Faint // of a nudge that nobody gave
		}
		out = kit.Line{{kit.Group(d.Signed()), st}}
		if unit != "" {
			out = append(out, kit.Piece{" " + unit, t.Faint})
		}
	}
	switch {
	case e.Gain.Sign() != 0:
		put(e.Gain, text.TuiPoints.In(m.Lang()))
	case e.Bonus.Sign() != 0:
		put(e.Bonus, text.TuiWhatBonus.In(m.Lang()))
	case e.Profit.Sign() != 0:
		put(e.Profit, text.TuiWhatProfit.In(m.Lang()))
	case e.Pending.Sign() != 0:
		put(e.Pending, text.TuiWhatPending.In(m.Lang()))
	default:
		return kit.Line{{t.Chrome.Dot, t.Rest}}
	}
	return out
}

// drawSteps draws the single improvements, best first, with what the one under the cursor also does.
func (s *WhatIfScreen) drawSteps(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if len(m.Standing().Steps) == 0 {
		a.Text(2, 0, text.TuiStepNone.In(l), t.Faint)
		return
	}
	foot := kit.ClampInt(a.H/3, 5, 9)
	body := a.Rows(0, a.H-foot)
	s.step.N = len(m.Standing().Steps)
	s.step.Window(body.H)
	for k := range min(body.H, len(m.Standing().Steps)-s.step.Top) {
		i := s.step.Top + k
		st, row := m.Standing().Steps[i], body.Rows(k, 1)
		right := Gain(m, st)
		x := row.Text(2, 0, strconv.Itoa(i+1)+" ", t.Faint)
		row.Cut(x, 0, a.W-x-max(right.Width(), 8)-3, st.Say.Begun().In(l), t.Text)
		right.Draw(row, a.W-1-right.Width(), 0)
		kit.CursorRow(m, row, i == s.step.At)
	}
	s.drawStep(m, a.Below(a.H-foot))
}

func (s *WhatIfScreen) drawStep(m screen.Desk, a paint.Area) {
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	st := m.Standing().Steps[s.step.At]
	y := 1
	put := func(p text.Pair, style paint.Style) {
		for _, l := range paint.Wrap(p.In(m.Lang()), a.W-4) {
			if y < a.H {
				a.Text(2, y, l, style)
				y++
			}
		}
	}
	put(st.Say.Begun(), t.Title)
	for _, p := range st.Also {
		put(p, t.Text)
	}
	if !st.Note.Empty() {
		put(st.Note, t.Warn)
	}
	if f := m.Form(st.Form); f != nil {
		put(text.TuiStepTakes.With(f.Title).Begun(), t.Accent)
	}
	put(text.TuiStepNote, t.Faint)
}
