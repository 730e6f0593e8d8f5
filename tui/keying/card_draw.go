package keying

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/attaching"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// fieldW is the width from which a card is drawn in one more column, besideMin and besideMax those of the panel beside
// the fields.
const fieldW, besideMin, besideMax = 58, 40, 60

// columns gives how many columns of fields a card takes, as few as hold every field, for a wide column shows more of
// each; and how wide the panel beside them is, 0 for none.
func (s *CardScreen) columns(l text.Lang, a paint.Area) (cols, beside int) {
	s.arrange(1)
	n := len(s.lines)
	most := kit.ClampInt(a.W/fieldW, 1, 3)
	for cols = 1; ; cols++ {
		rows := a.H - 1
		if beside = min(a.W-cols*fieldW, besideMax); beside < besideMin {
			beside = 0
			rows -= s.helpRows(l, a.W)
		}
		if cols == most || (n+cols-1)/cols <= rows {
			return cols, beside
		}
	}
}

func (s *CardScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	var beside int
	s.cols, beside = s.columns(m.Lang(), a)
	foot := s.helpRows(m.Lang(), a.W)
	body := a.Rows(0, a.H-foot)
	if beside > 0 {
		body = a.Sub(0, 0, a.W-beside, a.H)
	}
	s.arrange(s.cols)
	_, at0, longest := s.whereIs()
	if at0 == 1 {
		at0 = 0 // the heading above the first field stays in sight
	}
	row := kit.List{At: at0, Top: s.list.Top, N: longest}
	row.Window(body.H - 1)
	s.list.Top, s.list.Rows = row.Top, row.Rows
	airy := s.airy(body.H - 1)
	colW := body.W / s.cols
	at := screen.Caret{}
	if s.Record == nil {
		a.Text(2, 1, text.TuiReading.In(m.Lang()), t.Faint)
		return at
	}
	for c := range s.cols {
		col := body.Sub(c*colW, 0, colW-1, body.H)
		s.drawHead(m, col)
		lines := s.column(c)
		y := 1
		for k := range min(row.Rows, max(len(lines)-row.Top, 0)) {
			line := lines[row.Top+k]
			if line < 0 {
				if airy && k > 0 {
					y++
				}
				s.drawGroup(m, col.Rows(y, 1), -1-line)
			} else if p := s.drawField(m, col.Rows(y, 1), s.shown[line]); p.On {
				at = p
			}
			y++
		}
	}
	if beside > 0 {
		s.drawBeside(m, a.Sub(a.W-beside, 0, beside, a.H))
	} else {
		a.Repeat(0, a.H-foot, a.W, t.Chrome.H, t.Frame)
		s.drawHelp(m, a.Below(a.H-foot+1))
	}
	if !at.On {
		return at
	}
	x, y := s.cell.X-a.X, s.cell.Y-a.Y
	switch {
	case s.pick != nil:
		s.pick.Draw(m, a, x, y, s.cell.W)
	case s.Field().Kind == form.Note:
		return DrawNote(m, a, s.Field(), s.ed, x, y)
	default:
		DrawResult(m, a, s.Field(), s.ed.Text(), x, y, s.cell.W)
	}
	return at
}

// places of a field's parts in a column w cells wide: title, input, last year. Figures take numW of the input's room and
// have their unit behind them.
func (s *CardScreen) places(m screen.Desk, w int) (inputX, inputW, lastX, lastW int) {
	unitW := s.unitWidth(m)
	title, widest := 12, numW+unitW
	for i := range s.Form.Fields {
		title = max(title, paint.Width(s.Form.Fields[i].Title.In(m.Lang()))+2+indent(&s.Form.Fields[i]))
		if !grid.Numeric(&s.Form.Fields[i]) {
			widest = 64
		}
	}
	switch {
	case !s.hasLast(w), unitW <= 2 && w < wideColumn: // words of last year are told beside, where there is a panel
	case w >= wideColumn && s.against() != nil:
		lastW = 24
	default:
		lastW = 14
	}
	inputX = min(title, max(w*2/5, w-lastW-s.leastFigure(m)-unitW-5), 48) + 4
	if lastW > 14 && widest == 64 && w-inputX-lastW < 40 { // words of this year before words of the last
		lastW = 19
	}
	inputW = kit.ClampInt(w-inputX-lastW-1, 12, widest)
	return inputX, inputW, inputX + inputW, lastW
}

// leastFigure is what a figure's room may shrink to, so that the titles are whole: that of the widest there is.
func (s *CardScreen) leastFigure(m screen.Desk) int {
	w := 14
	for i := range s.Form.Fields {
		fd := &s.Form.Fields[i]
		if !grid.Numeric(fd) {
			continue
		}
		if s.Record != nil {
			w = max(w, paint.Width(fd.Display(s.Record.Values[i], fd.Unit, m.Lang())))
		}
		if last := s.against(); last != nil {
			w = max(w, paint.Width(fd.Display(last.Values[i], fd.Unit, m.Lang())))
		}
	}
	return min(w, numW)
}

// wideColumn is how wide a column of fields has room for more than a figure and its unit.
const wideColumn = 76

// numW is the room of a figure.
const numW = 20

// unitWidth is the room of the units of the form's figures, with the blank before them.
func (s *CardScreen) unitWidth(m screen.Desk) int {
	w := 0
	for i := range s.Form.Fields {
		if fd := &s.Form.Fields[i]; grid.Numeric(fd) && fd.Kind != form.Percent {
			w = max(w, paint.Width(fd.Unit.Title.In(m.Lang())))
		}
	}
	return w + 2
}

func (s *CardScreen) drawHead(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	inputX, inputW, lastX, lastW := s.places(m, a.W)
	if now, ok := s.headNow(); ok {
		a.Right(inputX, 0, min(inputW-s.unitWidth(m), numW), now.In(lang), t.Head)
	}
	if lastW > 0 {
		head := s.headLast(m.Standing().Year - 1).In(lang)
		if slices.ContainsFunc(s.Form.Fields, func(f form.Field) bool { return grid.Numeric(&f) }) {
			a.Right(lastX, 0, lastW, head, t.Head)
		} else {
			a.Cut(lastX+1, 0, lastW-1, head, t.Head) // above the words
		}
	}
}

func (s *CardScreen) drawField(m screen.Desk, a paint.Area, i int) screen.Caret {
	lang := m.Lang()
	t, fd := m.Theme(), &s.Form.Fields[i]
	kit.Zone(m, a, 0, a.W, func() tea.Cmd { return s.click(m, i) })
	inputX, inputW, lastX, lastW := s.places(m, a.W)
	here := i == s.at()
	label := t.Text
	if !s.applies(i) {
		label = t.Faint
	}
	title := fd.Title.In(lang)
	if fd.Required {
		title += " *"
	}
	in := indent(fd)
	labelW := inputX - 4 - in
	a.Cut(3+in, 0, labelW, title, label)
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
			a.Cut(inputX+w+1, 0, unitW-1, fd.Unit.Title.In(lang), t.Faint.Over(rowGround(t.Row, here)))
		}
	}
	cell := a.Sub(inputX, 0, w, 1)
	if here && s.ed != nil {
		s.cell.X, s.cell.Y = cell.At(0, 0)
		s.cell.W = w
		x, y := cell.At(kit.Field(m, cell, s.ed, lineedit.Look{Text: t.Input, Mark: t.Mark, Right: grid.Numeric(fd)}), 0)
		return screen.CaretAt(x, y)
	}
	shown := s.drawValue(m, cell, i, here)
	if free := w - max(shown, leastDots) - 1; !here && grid.Numeric(fd) && paint.Width(title) > labelW && free > 0 {
		// A title that has no room goes on over what the figure leaves free.
		a.Text(a.Cut(3+in, 0, labelW+free, title, label), 0, " ", label)
	}
	return screen.Caret{}
}

// leastDots stay of a figure that is not there.
const leastDots = 4

// click goes to a field, and opens the one under the cursor; what is being keyed in another is taken.
func (s *CardScreen) click(m screen.Desk, i int) tea.Cmd {
	if i == s.at() {
		if s.ed != nil {
			return nil
		}
		cmd := m.Press("enter", 1)
		if s.ed != nil {
			s.ed.SelectAll() // what is typed takes its place; a click in it puts the caret
		}
		return cmd
	}
	cmd := s.leave(m, true)
	s.GoTo(i)
	return cmd
}

func rowGround(row paint.Style, here bool) paint.Style {
	if here {
		return row
	}
	return paint.Style{}
}

// drawValue draws a value and gives the cells that it takes.
func (s *CardScreen) drawValue(m screen.Desk, a paint.Area, i int, here bool) int {
	lang := m.Lang()
	t, fd := m.Theme(), &s.Form.Fields[i]
	shown, st := fd.Display(s.Record.Values[i], fd.Unit, lang), t.Strong
	if fd.Kind == form.Files && shown != "" {
		shown = attaching.Shown(s.Record.Values[i], lang) + "  " + shown
	}
	if raw, ok := s.Record.Raw[i]; ok {
		shown, st = raw, t.Bad
	} else if n, ok := s.Record.Values[i].Int(); ok && n < 0 {
		st = t.Negative
	}
	if _, failed := s.failed[i]; failed {
		st = t.Bad.With(paint.Underline)
	}
	if fd.ID == "recognition" && m.Session() != nil && m.Session().SelfDeclared(s.Record) {
		shown += text.TuiSelfDeclared.In(lang)
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
	return paint.Width(shown)
}

// drawLast draws last year's figure, of the same months where it is known, and, where there is room, the change.
func (s *CardScreen) drawLast(m screen.Desk, a paint.Area, i, x, w int) {
	last := s.against()
	if last == nil || w == 0 {
		return
	}
	t, fd := m.Theme(), &s.Form.Fields[i]
	change := ""
	now, okNow := s.Record.Values[i].Int()
	was, okWas := last.Values[i].Int()
	if okNow && okWas && was != 0 && fd.Kind != form.Percent && s.comparable() {
		change = kit.Growth(was, now)
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
	shown := fd.Display(last.Values[i], fd.Unit, m.Lang())
	if grid.Numeric(fd) {
		a.Right(x, 0, w-changeW, shown, t.Faint)
	} else {
		a.Cut(x+1, 0, w-1, shown, t.Faint)
	}
}
