package tui

import (
	"strconv"

	"yice/form"
	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

func (s *whatIfScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x := 1
	for i, p := range []text.Pair{text.TuiWhatSuppose, text.TuiWhatSteps} {
		st := t.Faint
		if (i == 1) == s.steps {
			st = t.Cursor
		}
		x = a.Text(x, 0, " "+p.In(m.lang)+" ", st) + 1
	}
	if !s.steps && len(s.held) > 0 {
		safe := text.TuiWhatSafe.In(m.lang)
		a.Right(x, 0, a.W-x-1, safe, t.Pending)
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	if s.steps {
		s.drawSteps(m, body)
		return caret{}
	}
	// Above what is supposed, below the sheets beside each other; side by side where there is room.
	if a.W >= 112 {
		left, right := body.SplitX(a.W * 2 / 5)
		s.drawHeld(m, left)
		m.drawSheets(right.Sub(1, 0, right.W-1, right.H), s.then, text.TuiWhatThen)
		return caret{}
	}
	h := clampInt(len(s.held)+1, 3, 6)
	s.drawHeld(m, body.Rows(0, h))
	body.Repeat(0, h, body.W, t.Chrome.Dash, t.Frame)
	m.drawSheets(body.Below(h+1), s.then, text.TuiWhatThen)
	return caret{}
}

func (s *whatIfScreen) drawHeld(m *Root, a paint.Area) {
	t := m.th
	if len(s.held) == 0 {
		for y, l := range paint.Wrap(text.TuiWhatNone.In(m.lang), a.W-4) {
			a.Text(2, y, l, t.Faint)
		}
		return
	}
	s.at.n = len(s.held)
	s.at.window(a.H - 1)
	for k := range min(a.H-1, len(s.held)-s.at.top) {
		i := s.at.top + k
		row := a.Rows(k, 1)
		x := row.Text(2, 0, strconv.Itoa(i+1)+" ", t.Faint)
		row.Cut(x, 0, a.W-x-1, s.held[i].say.In(m.lang), t.Text)
		m.cursorRow(row, i == s.at.at)
	}
}

// beside is one line of the two sheets.
type beside struct {
	name    string
	was, is string
	delta   scoring.Dec
	strong  bool
}

// drawSheets draws today's sheet beside another one.
func (m *Root) drawSheets(a paint.Area, other *scoring.Sheet, head text.Pair) {
	t := m.th
	rows := m.compareSheets(other)
	figW := clampInt(a.W/6, 9, 12)
	x3 := a.W - 1 - figW
	x2 := x3 - figW - 1
	x1 := x2 - figW - 1
	a.Text(1, 0, text.TuiWhatLine.In(m.lang), t.Head)
	a.Right(x1, 0, figW, text.TuiWhatToday.In(m.lang), t.Head)
	a.Right(x2, 0, figW, head.In(m.lang), t.Head)
	a.Right(x3, 0, figW, text.TuiWhatDelta.In(m.lang), t.Head)
	if len(rows) > a.H-1 {
		rows = closestRows(rows, a.H-1)
	}
	for y, r := range rows {
		row := a.Rows(y+1, 1)
		st := t.Text
		if r.strong {
			st = t.Strong
		}
		row.Cut(1, 0, x1-2, r.name, st)
		row.Right(x1, 0, figW, r.was, t.Text)
		switch {
		case r.delta.Units == 0:
			row.Right(x2, 0, figW, r.is, t.Faint)
			row.Right(x3, 0, figW, t.Chrome.Dot, t.Rest)
		default:
			row.Right(x2, 0, figW, r.is, t.Strong)
			dst := t.Up
			if r.delta.Units < 0 {
				dst = t.Down
			}
			row.Right(x3, 0, figW, group(r.delta.Signed()), dst)
		}
	}
}

// closestRows keeps totals and what moved where there is no room for every line.
func closestRows(rows []beside, n int) []beside {
	var out []beside
	for pass := range 2 {
		for _, r := range rows {
			if first := r.strong || r.delta.Units != 0; first == (pass == 0) && len(out) < n {
				out = append(out, r)
			}
		}
	}
	return out
}

// compareSheets lists totals, then every line of the sheet, now and then.
func (m *Root) compareSheets(then *scoring.Sheet) []beside {
	now := m.stand.sheet
	if now == nil {
		return nil
	}
	if then == nil {
		then = now
	}
	var out []beside
	add := func(name text.Pair, was, is scoring.Dec, end string, strong bool) {
		d := is
		d.Units -= was.Units
		out = append(out, beside{name: name.In(m.lang), was: group(was.String()) + end, is: group(is.String()) + end, delta: d, strong: strong})
	}
	add(text.TuiScore, now.Innovation.Confirmed, then.Innovation.Confirmed, "", true)
	add(text.TuiBonus, now.BonusTotal.Confirmed, then.BonusTotal.Confirmed, "", true)
	if now.Assessed != nil && then.Assessed != nil {
		add(text.TuiAssessed, now.Assessed.Confirmed, then.Assessed.Confirmed, "", true)
	}
	if net, ok := scoring.Net(now, then); ok && net.Cmp(then.Assessed.Confirmed) != 0 {
		add(text.TuiAssessedNet, now.Assessed.Confirmed, net, "", true)
	}
	if now.Completion != nil && then.Completion != nil {
		add(text.TuiCompletion, now.Completion.Confirmed, then.Completion.Confirmed, "%", true)
	}
	for _, r := range m.sheetRows() {
		other := then.Line(r.line.ID)
		if other == nil || r.line.ID == "" {
			continue
		}
		add(r.line.Title(), r.line.Score.Confirmed, other.Score.Confirmed, "", false)
	}
	return out
}

// drawSteps draws the single improvements, best first, with what the one under the cursor also does.
func (s *whatIfScreen) drawSteps(m *Root, a paint.Area) {
	t := m.th
	if len(m.stand.steps) == 0 {
		a.Text(2, 0, text.TuiStepNone.In(m.lang), t.Faint)
		return
	}
	foot := clampInt(a.H/3, 5, 9)
	body := a.Rows(0, a.H-foot)
	s.step.n = len(m.stand.steps)
	s.step.window(body.H)
	for k := range min(body.H, len(m.stand.steps)-s.step.top) {
		i := s.step.top + k
		st, row := m.stand.steps[i], body.Rows(k, 1)
		right := m.gain(st)
		x := row.Text(2, 0, strconv.Itoa(i+1)+" ", t.Faint)
		row.Cut(x, 0, a.W-x-max(right.width(), 8)-3, st.Say.In(m.lang), t.Text)
		right.draw(row, a.W-1-right.width(), 0)
		m.cursorRow(row, i == s.step.at)
	}
	s.drawStep(m, a.Below(a.H-foot))
}

func (s *whatIfScreen) drawStep(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	st := m.stand.steps[s.step.at]
	y := 1
	put := func(p text.Pair, style paint.Style) {
		for _, l := range paint.Wrap(p.In(m.lang), a.W-4) {
			if y < a.H {
				a.Text(2, y, l, style)
				y++
			}
		}
	}
	put(st.Say, t.Title)
	for _, p := range st.Also {
		put(p, t.Text)
	}
	if !st.Note.Empty() {
		put(st.Note, t.Warn)
	}
	if f := form.ByID(st.Form); f != nil {
		put(text.TuiStepTakes.With(f.Title), t.Accent)
	}
	put(text.TuiStepNote, t.Faint)
}
