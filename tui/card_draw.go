package tui

import (
	"fmt"
	"strconv"

	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// fieldW is the width from which a card is drawn in one more column, besideMin and besideMax those of the panel beside
// the fields.
const fieldW, besideMin, besideMax = 58, 40, 60

// helpRows are the rows below the fields where there is no panel: a rule and the help.
const helpRows = 3

// columns gives how many columns of fields a card takes, as few as hold every field, for a wide column shows more of
// each; and how wide the panel beside them is, 0 for none.
func (s *cardScreen) columns(a paint.Area) (cols, beside int) {
	n := len(s.f.Fields)
	most := clampInt(a.W/fieldW, 1, 3)
	for cols = 1; ; cols++ {
		rows := a.H - 1
		if beside = min(a.W-cols*fieldW, besideMax); beside < besideMin {
			beside = 0
			rows -= helpRows
		}
		if cols == most || (n+cols-1)/cols <= rows {
			return cols, beside
		}
	}
}

func (s *cardScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	var beside int
	s.cols, beside = s.columns(a)
	body := a.Rows(0, a.H-helpRows)
	if beside > 0 {
		body = a.Sub(0, 0, a.W-beside, a.H)
	}
	per := (len(s.f.Fields) + s.cols - 1) / s.cols
	row := list{at: s.list.at % per, top: s.list.top, n: per}
	row.window(body.H - 1)
	s.list.top, s.list.rows = row.top, row.rows
	colW := body.W / s.cols
	at := caret{}
	if s.rec == nil {
		a.Text(2, 1, text.TuiReading.In(m.lang), t.Faint)
		return at
	}
	for c := range s.cols {
		col := body.Sub(c*colW, 0, colW-1, body.H)
		s.drawHead(m, col)
		for k := range row.rows {
			if i := c*per + row.top + k; row.top+k < per && i < len(s.f.Fields) {
				if p := s.drawField(m, col.Rows(k+1, 1), i); p.on {
					at = p
				}
			}
		}
	}
	if beside > 0 {
		s.drawBeside(m, a.Sub(a.W-beside, 0, beside, a.H))
	} else {
		a.Repeat(0, a.H-helpRows, a.W, t.Chrome.H, t.Frame)
		s.drawHelp(m, a.Below(a.H-2))
	}
	if !at.on {
		return at
	}
	x, y := s.cell.X-a.X, s.cell.Y-a.Y
	switch {
	case s.pick != nil:
		s.pick.draw(m, a, x, y, s.cell.W)
	case s.field().Kind == form.Note:
		return m.drawNote(a, s.field(), s.ed, x, y)
	default:
		drawResult(m, a, s.field(), s.ed.Text(), x, y, s.cell.W)
	}
	return at
}

// places of a field's parts in a column w cells wide: title, input, last year. Figures take numW of the input's room and
// have their unit behind them.
func (s *cardScreen) places(m *Root, w int) (inputX, inputW, lastX, lastW int) {
	unitW := s.unitWidth(m)
	title, widest := 12, numW+unitW
	for i := range s.f.Fields {
		title = max(title, paint.Width(s.f.Fields[i].Title.In(m.lang))+2)
		if !grid.Numeric(&s.f.Fields[i]) {
			widest = 64
		}
	}
	if s.last != nil {
		lastW = 14
		if w >= 76 {
			lastW = 24
		}
	}
	inputX = min(title, max(w*2/5, w-lastW-numW-unitW-5), 34) + 4
	inputW = clampInt(w-inputX-lastW-1, 12, widest)
	return inputX, inputW, inputX + inputW, lastW
}

// numW is the room of a figure.
const numW = 20

// unitWidth is the room of the units of the form's figures, with the blank before them.
func (s *cardScreen) unitWidth(m *Root) int {
	w := 0
	for i := range s.f.Fields {
		if fd := &s.f.Fields[i]; grid.Numeric(fd) && fd.Kind != form.Percent {
			w = max(w, paint.Width(fd.Unit.Title.In(m.lang)))
		}
	}
	return w + 2
}

func (s *cardScreen) drawHead(m *Root, a paint.Area) {
	if s.last == nil {
		return
	}
	_, _, lastX, lastW := s.places(m, a.W)
	a.Right(lastX, 0, lastW, text.TuiLastYear.With(m.stand.year-1).In(m.lang), m.th.Head)
}

func (s *cardScreen) drawField(m *Root, a paint.Area, i int) caret {
	t, fd := m.th, &s.f.Fields[i]
	inputX, inputW, lastX, lastW := s.places(m, a.W)
	here := i == s.list.at
	label := t.Text
	if !s.applies(i) {
		label = t.Rest
	}
	title := fd.Title.In(m.lang)
	if fd.Required {
		title += " *"
	}
	a.Cut(3, 0, inputX-4, title, label)
	if x := worst(s.found, fd.ID); x != nil && x.Field == fd.ID {
		sign, st := "!", t.Bad
		if x.Severity == form.Verify {
			sign, st = "?", t.Warn
		}
		a.Text(1, 0, sign, st.With(paint.Bold))
	}
	s.drawLast(m, a, i, lastX, lastW)
	if here {
		a.Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
		a.Text(0, 0, t.Chrome.Caret, t.Accent.Over(t.Row))
	}
	w := inputW
	if grid.Numeric(fd) {
		unitW := s.unitWidth(m)
		w = min(inputW-unitW, numW)
		if fd.Kind != form.Percent {
			a.Cut(inputX+w+1, 0, unitW-1, fd.Unit.Title.In(m.lang), t.Faint.Over(rowGround(t.Row, here)))
		}
	}
	cell := a.Sub(inputX, 0, w, 1)
	if here && s.ed != nil {
		s.cell.X, s.cell.Y = cell.At(0, 0)
		s.cell.W = w
		x, y := cell.At(s.ed.Draw(cell, lineedit.Look{Text: t.Input, Mark: t.Mark, Right: grid.Numeric(fd)}), 0)
		return caret{x, y, true}
	}
	s.drawValue(m, cell, i, here)
	return caret{}
}

func rowGround(row paint.Style, here bool) paint.Style {
	if here {
		return row
	}
	return paint.Style{}
}

func (s *cardScreen) drawValue(m *Root, a paint.Area, i int, here bool) {
	t, fd := m.th, &s.f.Fields[i]
	shown, st := fd.Display(s.rec.Values[i], fd.Unit, m.lang), t.Strong
	if fd.Kind == form.Files && shown != "" {
		shown = evidenceShown(s.rec.Values[i], m.lang) + "  " + shown
	}
	if raw, ok := s.rec.Raw[i]; ok {
		shown, st = raw, t.Bad
	} else if n, ok := s.rec.Values[i].Int(); ok && n < 0 {
		st = t.Negative
	}
	if _, failed := s.failed[i]; failed {
		st = t.Bad.With(paint.Underline)
	}
	if fd.ID == "recognition" && m.desk != nil && m.desk.s.SelfDeclared(s.rec) {
		shown += text.TuiSelfDeclared.In(m.lang)
	}
	if shown == "" {
		st = t.Rest
		a.Repeat(0, 0, a.W, t.Chrome.Dot, st)
	}
	if grid.Numeric(fd) {
		a.Right(0, 0, a.W, shown, st)
	} else {
		a.Cut(0, 0, a.W, shown, st)
	}
	if here {
		a.Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
}

// drawLast draws last year's figure and, where there is room, the change.
func (s *cardScreen) drawLast(m *Root, a paint.Area, i, x, w int) {
	if s.last == nil {
		return
	}
	t, fd := m.th, &s.f.Fields[i]
	change := ""
	now, okNow := s.rec.Values[i].Int()
	was, okWas := s.last.Values[i].Int()
	if okNow && okWas && was != 0 && fd.Kind != form.Percent {
		change = growth(was, now)
	}
	changeW := 0
	if w >= 22 {
		changeW = 9
		st := t.Faint
		if len(change) > 0 && change[0] == '-' {
			st = t.Negative
		}
		a.Right(x+w-changeW, 0, changeW, change, st)
	}
	shown := fd.Display(s.last.Values[i], fd.Unit, m.lang)
	if grid.Numeric(fd) {
		a.Right(x, 0, w-changeW, shown, t.Faint)
	} else {
		a.Cut(x+1, 0, w-1, shown, t.Faint)
	}
}

// growth is the change from one figure to another in percent, one decimal, half away from zero; beyond 999% it says so.
func growth(was, now int64) string {
	if was < 0 {
		return ""
	}
	d := now - was
	neg := d < 0
	if neg {
		d = -d
	}
	if d/was >= 10 {
		if neg {
			return "<-999%"
		}
		return ">999%"
	}
	tenths := (d/was)*1000 + ((d%was)*1000+was/2)/was
	if was > 1<<52 {
		tenths = (d / (was / 1000))
	}
	sign := "+"
	if neg {
		sign = "-"
	}
	if tenths == 0 {
		sign = ""
	}
	return fmt.Sprintf("%s%d.%d%%", sign, tenths/10, tenths%10)
}

// drawHelp draws what is wrong with the current field, else its help, and its source with where we are.
func (s *cardScreen) drawHelp(m *Root, a paint.Area) {
	t, fd := m.th, s.field()
	if x := worst(s.found, fd.ID); x != nil {
		m.drawFindingText(a.Rows(0, 1), *x)
	} else {
		x := a.Text(1, 0, fd.Title.In(m.lang), t.Head)
		a.Cut(x+2, 0, a.W-x-3, fd.Help.In(m.lang), t.Text)
	}
	pos := strconv.Itoa(s.list.at+1) + " / " + strconv.Itoa(len(s.f.Fields))
	a.Right(a.W-12, 1, 11, pos, t.Faint)
	if fd.Source != "" {
		a.Cut(1, 1, a.W-14, text.TuiSource.With(fd.Cited()).In(m.lang), t.Faint)
	}
}
