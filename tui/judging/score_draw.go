package judging

import (
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Draw draws the lines in their groups, the readings where there is room, and the totals.
func (s *ScoreScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	rows := SheetRows(m)
	s.list.N = len(rows)
	if m.Standing().Sheet == nil {
		DrawNoPack(m, a.Sub(1, 1, a.W-2, a.H-1))
		return screen.Caret{}
	}
	if a.W >= wideSheet && s.list.At < len(rows) { // a wide screen says of the line under the cursor what opening it would
		s.drawBeside(m, a.Sub(wideSheet*5/8, 0, a.W-wideSheet*5/8, a.H), rows[s.list.At].Line.ID)
		a = a.Sub(0, 0, wideSheet*5/8, a.H)
	}
	says := sheetSays(m)
	open := openParameters(m, a.W-4)
	foot := 2 + min(1, len(says)) + len(open)
	gaps := 0
	for _, r := range rows {
		if !r.group.Empty() {
			gaps++
		}
	}
	airy := len(rows)+gaps <= a.H-foot
	s.list.Window(a.H - foot)
	y := 0
	for i := s.list.Top; i < len(rows) && y < a.H-foot; i++ {
		if airy && i > 0 && !rows[i].group.Empty() {
			y++
		}
		s.drawRow(m, a.Rows(y, 1), rows[i], i == s.list.At)
		y++
	}
	if free := a.H - foot - y - 1; free >= 6 && m.Standing().Sheet.Pack.Addback != nil {
		s.drawReadings(m, a.Sub(0, a.H-foot-6, a.W, 6))
	}
	s.drawFoot(m, a.Below(a.H-foot), says, open)
	return screen.Caret{}
}

// wideSheet is how wide a screen has room for a line's explanation beside the lines.
const wideSheet = 192

// drawBeside draws a line's explanation from its first line on.
func (s *ScoreScreen) drawBeside(m screen.Desk, a paint.Area, id string) {
	t, l, st := m.Theme(), m.Lang(), m.Standing()
	if s.beside.id != id || s.beside.no != st.No {
		e, _ := st.Sheet.Explain(id)
		s.beside = explained{id, st.No, e}
	}
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	e := s.beside.e
	a.Text(3, 0, e.Title.In(l), t.Title)
	score := e.Score.In(l)
	a.Right(a.W-2-paint.Width(score), 0, paint.Width(score), score, t.Strong)
	DrawExplained(m, a.Sub(1, 2, a.W-1, a.H-2), e, 0)
}

func (s *ScoreScreen) drawRow(m screen.Desk, a paint.Area, r sheetRow, here bool) {
	t, l := m.Theme(), m.Lang()
	a.Cut(2, 0, 10, r.group.In(l), t.Head)
	row := a.Sub(12, 0, a.W-12, 1)
	nameW := NameWidth(m, kit.ClampInt(a.W/3, 14, 30))
	switch {
	case tellsItself(r.Line.Kind):
		drawTold(m, row, r, max(nameW, 26))
	case r.Line.Kind == "indicator":
		DrawIndicator(m, row, *r.Line, nameW, valueWidth(m))
	default:
		label, unit := text.Named(r.Line.Title(), text.TuiWan), text.Behind(text.TuiWan, l)
		if r.Line.Kind == "bonus" || r.Line.Kind == "deduction" {
			label, unit = r.Line.Title(), text.TuiPoints.In(l)
			if c := r.Line.Target.Text; c != "" {
				unit = ofMost(c)
			}
		}
		account{Label: label.In(l), Pending: PendingMore(r.Line.Score), Figure: kit.Group(r.Line.Score.Confirmed.String()), unit: unit}.Draw(m, row, max(nameW, 26, min(paint.Width(label.In(l)), row.W/2)))
	}
	kit.CursorRow(m, a, here)
}

// drawReadings draws the add-back under every reading the pack could have chosen, the one in force marked.
func (s *ScoreScreen) drawReadings(m screen.Desk, a paint.Area) {
	t, l, sh := m.Theme(), m.Lang(), m.Standing().Sheet
	in := kit.Box(m, a, text.TuiReadings.In(l), text.TuiWan.In(l), false)
	heads := []struct{ key, basis, grants string }{
		{"expensed/exclude", "expensed", "exclude"},
		{"expensed/include", "expensed", "include"},
		{"total/exclude", "total", "exclude"},
		{"total/include", "total", "include"},
	}
	titles := []text.Pair{text.TuiReadExpensed, text.TuiReadExpensedGrants, text.TuiReadTotal, text.TuiReadTotalGrants}
	labelW := min(34, in.W/3)
	colW := (in.W - labelW - 2) / 4
	for c, h := range titles {
		in.Right(labelW+c*colW, 0, colW, h.In(l), t.Faint)
	}
	for y, reading := range []struct {
		key  string
		name text.Pair
	}{{"A", text.TuiReadingA}, {"B", text.TuiReadingB}} {
		name := reading.name.With(sh.Pack.Addback.BaseRate.Text, sh.Pack.Addback.IncrementRate.Text)
		in.Cut(1, y+1, labelW-2, name.In(l), t.Text)
		for c, h := range heads {
			d, ok := sh.Alternatives[reading.key+"/"+h.key]
			if !ok {
				continue
			}
			st, mark := t.Text, ""
			if s.inForce(sh, reading.key, h.basis, h.grants) {
				st, mark = t.Accent, t.Chrome.Right+" "
			}
			in.Right(labelW+c*colW, y+1, colW, mark+kit.Group(d.String()), st)
		}
	}
	in.Cut(1, 3, in.W-2, text.TuiReadNote.In(l), t.Faint)
}

func (s *ScoreScreen) inForce(sh *scoring.Sheet, reading, basis, grants string) bool {
	b := sh.Pack.Addback
	return b.Reading == reading && b.Basis == basis && b.GovernmentFund == grants
}

// openParameters says how many parameters the document leaves open, in lines of w cells.
func openParameters(m screen.Desk, w int) []string {
	sh := m.Standing().Sheet
	n := len(sh.Assumed())
	switch {
	case n == 0:
		return nil
	case sh.Settled:
		return paint.Wrap(text.TuiSettled.With(n).In(m.Lang()), w)
	}
	return paint.Wrap(text.TuiAssumed.With(n).In(m.Lang()), w)
}

// drawFoot draws the totals, which are never added to one another.
func (s *ScoreScreen) drawFoot(m screen.Desk, a paint.Area, says kit.Line, open []string) {
	t, sh := m.Theme(), m.Standing().Sheet
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	totals := func(more kit.Line) kit.Line {
		l := append(kit.Line{{text.TuiScore.In(m.Lang()) + " ", t.Faint}}, pairFigure(m, sh.Innovation, "")...)
		l = append(l, more...)
		l = append(l, kit.Piece{"   " + text.TuiContribution.In(m.Lang()) + " ", t.Faint}, kit.Piece{sh.AnnualContribution.Confirmed.String(), t.Strong})
		l = append(l, kit.Piece{"   " + text.TuiBonus.In(m.Lang()) + " ", t.Faint})
		return append(l, pairFigure(m, sh.BonusTotal, sh.BonusCap.Text)...)
	}
	l := totals(Unfilled(m, sh.Unfilled))
	if l.Width() > a.W-3 { // what is unfilled stands in the strip at the top too
		l = totals(nil)
	}
	l.Draw(a, 2, 1)
	y := 2
	if len(says) > 0 {
		says.Draw(a.Sub(0, y, a.W-1, 1), 2, 0)
		y++
	}
	st := t.Warn
	if sh.Settled {
		st = t.Faint
	}
	for i, line := range open {
		a.Text(2, y+i, line, st)
	}
}
