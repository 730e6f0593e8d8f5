package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// takeMouse lets a table be clicked: a cell takes the cursor, the one under the cursor is opened, a heading sorts, a number selects
// its row; what is dragged over is selected.
func (s *TableScreen) takeMouse(m screen.Desk, a paint.Area) {
	m.Drag(a, func(x, y int) tea.Cmd { return s.click(m, x, y) }, func(x, y int) tea.Cmd { return s.dragTo(m, x, y) })
	if s.Grid.Editing() && s.Grid.Field().Kind != form.Note {
		in := s.Grid.Input()
		kit.CaretIn(m, a.Sub(in.X-a.X, in.Y-a.Y, in.W, 1), s.Grid.Editor())
	}
}

func (s *TableScreen) click(m screen.Desk, x, y int) tea.Cmd {
	h, ok := s.Grid.At(x, y)
	if !ok || s.find != nil {
		return nil
	}
	here := h.Pos == s.Grid.Cursor() && !h.Head && !h.Number
	if s.Grid.Editing() {
		if here {
			return nil
		}
		return tea.Batch(s.leave(m, true), s.point(m, h))
	}
	if here && !s.Grid.Wide() {
		s.Grid.StopKeying()
		cmd := m.Press("enter", 1)
		if s.Grid.Editing() {
			s.Grid.Editor().SelectAll() // what is typed takes its place; a click in it puts the caret
		}
		return cmd
	}
	return s.point(m, h)
}

// point goes to what was clicked.
func (s *TableScreen) point(m screen.Desk, h grid.Hit) tea.Cmd {
	to := h.Pos
	switch {
	case h.Head:
		to.Row = s.Grid.Cursor().Row
	case to.Row >= s.Grid.Len() && s.Grid.Cursor().Row != to.Row:
		to.Col = 0 // a new row begins at its beginning
	}
	s.Grid.Point(to, false)
	s.Grid.Abandon(false)
	switch {
	case h.Head:
		return m.Press("f9", 1)
	case h.Number:
		s.Grid.SelectRow()
	}
	return s.load(m)
}

// dragTo selects as far as the pointer is.
func (s *TableScreen) dragTo(m screen.Desk, x, y int) tea.Cmd {
	h, ok := s.Grid.At(x, max(y, 2))
	if !ok || s.find != nil || s.Grid.Editing() || h.Number {
		return nil
	}
	s.Grid.Point(h.Pos, true)
	return s.load(m)
}
