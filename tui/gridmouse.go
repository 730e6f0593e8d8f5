package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
)

// takeMouse lets a table be clicked: a cell takes the cursor, the one under the cursor is opened, a heading sorts, a number selects
// its row; what is dragged over is selected.
func (s *gridScreen) takeMouse(m *Root, a paint.Area) {
	m.Drag(a, func(x, y int) tea.Cmd { return s.click(m, x, y) }, func(x, y int) tea.Cmd { return s.dragTo(m, x, y) })
	if s.g.Editing() && s.g.Field().Kind != form.Note {
		in := s.g.Input()
		kit.CaretIn(m, a.Sub(in.X-a.X, in.Y-a.Y, in.W, 1), s.g.Editor())
	}
}

func (s *gridScreen) click(m *Root, x, y int) tea.Cmd {
	h, ok := s.g.At(x, y)
	if !ok || s.find != nil {
		return nil
	}
	here := h.Pos == s.g.Cursor() && !h.Head && !h.Number
	if s.g.Editing() {
		if here {
			return nil
		}
		return tea.Batch(s.leave(m, true), s.point(m, h))
	}
	if here && !s.g.Wide() {
		s.g.StopKeying()
		cmd := m.pressed("enter", 1)
		if s.g.Editing() {
			s.g.Editor().SelectAll() // what is typed takes its place; a click in it puts the caret
		}
		return cmd
	}
	return s.point(m, h)
}

// point goes to what was clicked.
func (s *gridScreen) point(m *Root, h grid.Hit) tea.Cmd {
	to := h.Pos
	switch {
	case h.Head:
		to.Row = s.g.Cursor().Row
	case to.Row >= s.g.Len() && s.g.Cursor().Row != to.Row:
		to.Col = 0 // a new row begins at its beginning
	}
	s.g.Point(to, false)
	s.g.Abandon(false)
	switch {
	case h.Head:
		return m.pressed("f9", 1)
	case h.Number:
		s.g.SelectRow()
	}
	return s.load(m)
}

// dragTo selects as far as the pointer is.
func (s *gridScreen) dragTo(m *Root, x, y int) tea.Cmd {
	h, ok := s.g.At(x, max(y, 2))
	if !ok || s.find != nil || s.g.Editing() || h.Number {
		return nil
	}
	s.g.Point(h.Pos, true)
	return s.load(m)
}
