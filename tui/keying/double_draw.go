package keying

import (
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

func (s *DoubleScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	if !s.read || s.at >= len(s.rows) {
		a.Text(2, 1, text.TuiReading.In(lang), t.Faint)
		return screen.Caret{}
	}
	x := a.Text(2, 0, text.TuiDblHead.With(s.at+1, len(s.rows)).In(lang), t.Title)
	sum := s.sum().In(lang)
	a.Right(x+2, 0, a.W-x-3, sum, t.Faint)
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	if s.compare {
		s.drawDifferences(m, a.Below(2))
		return screen.Caret{}
	}
	return s.drawFields(m, a.Below(2))
}

// drawFields draws what was keyed so far, the current field in its editor; nothing of the first
func (s *DoubleScreen) drawFields(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	body := a.Rows(0, a.H-3)
	titleW := 10
	for _, i := range s.fields {
		titleW = max(titleW, paint.Width(s.Form.Fields[i].Title.In(lang)))
	}
	titleW = min(titleW, a.W/3)
	inputX, inputW := titleW+5, kit.ClampInt(a.W-titleW-18, 20, 50)
	s.list.N = len(s.fields)
	s.list.Window(body.H)
	at := screen.Caret{}
	var cell paint.Area
	for k := range min(body.H, len(s.fields)-s.list.Top) {
		i := s.fields[s.list.Top+k]
		fd, row := &s.Form.Fields[i], body.Rows(k, 1)
		here := s.list.Top+k == s.list.At
		st := t.Text
		if fd.Applies != nil && !fd.Applies(s.second) {
			st = t.Faint
		}
		row.Cut(3, 0, titleW, fd.Title.In(lang), st)
		kit.CursorRow(m, row, here)
		w := inputW
		if grid.Numeric(fd) {
			w = min(w, 20)
		}
		if here && s.ed != nil {
			cell = row.Sub(inputX, 0, w, 1)
			cx, cy := cell.At(kit.Field(m, cell, s.ed, lineedit.Look{Text: t.Input, Mark: t.Mark, Right: grid.Numeric(fd)}), 0)
			at = screen.CaretAt(cx, cy)
		} else {
			s.drawSecond(m, row.Sub(inputX, 0, w, 1), fd, i)
		}
		row.Cut(inputX+w+2, 0, 10, fd.Unit.Title.In(lang), t.Faint)
	}
	foot := a.Below(a.H - 3)
	foot.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	hx := foot.Text(2, 1, s.Field().Title.In(lang), t.Head)
	say := s.Field().Help.In(lang)
	if s.list.At == 0 && s.ed.Empty() {
		say = text.TuiDblSay.In(lang)
	}
	for y, line := range paint.Wrap(say, a.W-hx-4) {
		foot.Text(hx+2, 1+y, line, t.Text)
	}
	if at.On {
		switch {
		case s.pick != nil && s.ed.Text() != "":
			s.pick.Draw(m, a, cell.X-a.X, cell.Y-a.Y, cell.W)
		case s.Field().Kind == form.Note:
			return DrawNote(m, a, s.Field(), s.ed, cell.X-a.X, cell.Y-a.Y)
		case s.pick == nil:
			DrawResult(m, a, s.Field(), s.ed.Text(), cell.X-a.X, cell.Y-a.Y, cell.W)
		}
	}
	return at
}

// drawSecond draws a field that was keyed, or that it was not.
func (s *DoubleScreen) drawSecond(m screen.Desk, a paint.Area, fd *form.Field, i int) {
	t := m.Theme()
	shown, st := fd.Display(s.second.Values[i], fd.Unit, m.Lang()), t.Strong
	if raw, ok := s.second.Raw[i]; ok {
		shown, st = raw, t.Bad
	}
	if shown == "" {
		a.Repeat(0, 0, a.W, t.Chrome.Dot, t.Rest)
		return
	}
	if grid.Numeric(fd) {
		a.Right(0, 0, a.W, shown, st)
	} else {
		a.Cut(0, 0, a.W, shown, st)
	}
}

// drawDifferences draws the two keyings beside each other where they do not agree.
func (s *DoubleScreen) drawDifferences(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	a.Cut(2, 0, a.W-4, text.TuiDblDiffer.With(s.rows[s.at].Label(), len(s.differ)).In(lang), t.Warn)
	nameW := kit.ClampInt(a.W/5, 14, 24)
	colW := (a.W - nameW - 4) / 3
	for c, p := range []text.Pair{text.TuiDblFirstCol, text.TuiDblSecondCol, text.TuiDblKept} {
		a.Text(nameW+4+c*colW, 1, p.In(lang), t.Head)
	}
	a.Text(3, 1, text.TuiDblField.In(lang), t.Head)
	body := a.Below(2)
	s.choice.N = len(s.differ)
	s.choice.Window(body.H)
	for k := range min(body.H, len(s.differ)-s.choice.Top) {
		i := s.choice.Top + k
		d, row := &s.differ[i], body.Rows(k, 1)
		fd := &s.Form.Fields[d.field]
		row.Cut(3, 0, nameW, fd.Title.In(lang), t.Text)
		first, second := t.Text, t.Text
		kept, kst := text.TuiDblUndecided.In(lang), t.Warn
		switch d.kept {
		case keepFirst:
			first, second, kept, kst = t.Good, t.Faint, s.shownCell(m, fd, d.first), t.Strong
		case takeSecond:
			first, second, kept, kst = t.Faint, t.Good, s.shownCell(m, fd, d.second), t.Strong
		case retyped:
			first, second, kept, kst = t.Faint, t.Faint, s.shownCell(m, fd, d.typed), t.Strong
		}
		row.Cut(nameW+4, 0, colW-2, s.shownCell(m, fd, d.first), first)
		row.Cut(nameW+4+colW, 0, colW-2, s.shownCell(m, fd, d.second), second)
		row.Cut(nameW+4+2*colW, 0, colW-2, kept, kst)
		kit.CursorRow(m, row, i == s.choice.At)
	}
}

// shownCell shows what was typed into a field as the table would.
func (s *DoubleScreen) shownCell(m screen.Desk, fd *form.Field, typed string) string {
	lang := m.Lang()
	if typed == "" {
		return text.TuiHistEmptyCell.In(lang)
	}
	v, err := fd.Parse(typed, fd.Unit)
	if err != nil {
		return typed
	}
	return fd.Display(v, fd.Unit, lang)
}
