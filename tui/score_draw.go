package tui

import (
	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
)

func (s *scoreScreen) draw(m *Root, a paint.Area) caret {
	rows := m.sheetRows()
	s.list.n = len(rows)
	if m.stand.sheet == nil {
		m.drawNoPack(a.Sub(1, 1, a.W-2, a.H-1))
		return caret{}
	}
	foot := 3
	gaps := 0
	for _, r := range rows {
		if !r.group.Empty() {
			gaps++
		}
	}
	airy := len(rows)+gaps <= a.H-foot
	s.list.window(a.H - foot)
	y := 0
	for i := s.list.top; i < len(rows) && y < a.H-foot; i++ {
		if airy && i > 0 && !rows[i].group.Empty() {
			y++
		}
		s.drawRow(m, a.Rows(y, 1), rows[i], i == s.list.at)
		y++
	}
	if free := a.H - foot - y - 1; free >= 6 && m.stand.sheet.Pack.Addback != nil {
		s.drawReadings(m, a.Sub(0, a.H-foot-6, a.W, 6))
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return caret{}
}

func (s *scoreScreen) drawRow(m *Root, a paint.Area, r sheetRow, here bool) {
	t := m.th
	a.Cut(2, 0, 10, r.group.In(m.lang), t.Head)
	row := a.Sub(12, 0, a.W-12, 1)
	nameW := m.nameWidth(clampInt(a.W/4, 14, 30))
	if r.line.Kind == "indicator" {
		valueW := 21
		if a.W >= 110 {
			valueW = 27
		}
		m.drawIndicator(row, *r.line, nameW, valueW)
	} else {
		unit := text.TuiWan.In(m.lang)
		if r.line.Kind == "bonus" {
			unit = text.TuiPoints.In(m.lang)
			if c := r.line.Target.Text; c != "" {
				unit = ofMost(c)
			}
		}
		account{label: r.line.Title().In(m.lang), pending: pendingMore(r.line.Score), figure: group(r.line.Score.Confirmed.String()), unit: unit}.draw(m, row, max(nameW, 26))
	}
	m.cursorRow(a, here)
}

// drawReadings draws the add-back under every reading the pack could have chosen, the one in force marked.
func (s *scoreScreen) drawReadings(m *Root, a paint.Area) {
	t, sh := m.th, m.stand.sheet
	in := m.box(a, text.TuiReadings.In(m.lang), text.TuiWan.In(m.lang), false)
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
		in.Right(labelW+c*colW, 0, colW, h.In(m.lang), t.Faint)
	}
	for y, reading := range []struct {
		key  string
		name text.Pair
	}{{"A", text.TuiReadingA}, {"B", text.TuiReadingB}} {
		name := reading.name.With(sh.Pack.Addback.BaseRate.Text, sh.Pack.Addback.IncrementRate.Text)
		in.Cut(1, y+1, labelW-2, name.In(m.lang), t.Text)
		for c, h := range heads {
			d, ok := sh.Alternatives[reading.key+"/"+h.key]
			if !ok {
				continue
			}
			st, mark := t.Text, ""
			if s.inForce(sh, reading.key, h.basis, h.grants) {
				st, mark = t.Accent, t.Chrome.Right+" "
			}
			in.Right(labelW+c*colW, y+1, colW, mark+group(d.String()), st)
		}
	}
	in.Cut(1, 3, in.W-2, text.TuiReadNote.In(m.lang), t.Faint)
}

func (s *scoreScreen) inForce(sh *scoring.Sheet, reading, basis, grants string) bool {
	b := sh.Pack.Addback
	return b.Reading == reading && b.Basis == basis && b.GovernmentFund == grants
}

// drawFoot draws the totals, which are never added to one another.
func (s *scoreScreen) drawFoot(m *Root, a paint.Area) {
	t, sh := m.th, m.stand.sheet
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	l := line{{text.TuiScore.In(m.lang) + " ", t.Faint}}
	l = append(l, m.pairFigure(sh.Innovation, "")...)
	l = append(l, m.unfilled(sh.Unfilled)...)
	l = append(l, piece{"   " + text.TuiContribution.In(m.lang) + " ", t.Faint}, piece{sh.AnnualContribution.Confirmed.String(), t.Strong})
	l = append(l, piece{"   " + text.TuiBonus.In(m.lang) + " ", t.Faint})
	l = append(l, m.pairFigure(sh.BonusTotal, sh.BonusCap.Text)...)
	l.draw(a, 2, 1)
	if n := len(sh.Assumed); n > 0 {
		a.Cut(2, 2, a.W-4, text.TuiAssumed.With(n).In(m.lang), t.Warn)
	}
}
