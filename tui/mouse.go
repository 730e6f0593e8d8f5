package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/tui/paint"
)

// The mouse is a second way to what keys do; nothing needs it. A click means something where the frame says so, the wheel
// moves as the arrows do.

// zone is a stretch of a row that a click means something in, in cells of the frame.
type zone struct {
	x0, x1, y int
	do        func(m *Root) tea.Cmd
}

// zone says what a click on a part of the first row of an area means.
func (m *Root) zone(a paint.Area, from, to int, do func(m *Root) tea.Cmd) {
	x, y := a.At(from, 0)
	m.zones = append(m.zones, zone{x, x + to - from, y, do})
}

// clicked takes a click; under a dialog, and while a field is being keyed, nothing else is to be reached.
func (m *Root) clicked(k tea.MouseClickMsg) tea.Cmd {
	if k.Button != tea.MouseLeft || m.here()&Anywhere == 0 || m.now().Before(m.armed) {
		return nil
	}
	for _, z := range m.zones {
		if k.Y == z.y && k.X >= z.x0 && k.X < z.x1 {
			m.note = note{}
			return z.do(m)
		}
	}
	return nil
}

// wheelRows are moved by one notch.
const wheelRows = 3

// wheeled takes the wheel for so many arrows, as a terminal that knows no mouse does.
func (m *Root) wheeled(k tea.MouseWheelMsg) tea.Cmd {
	key := tea.KeyPressMsg{Code: tea.KeyDown}
	switch k.Button {
	case tea.MouseWheelUp:
		key.Code = tea.KeyUp
	case tea.MouseWheelDown:
	default:
		return nil
	}
	var cmds []tea.Cmd
	for range wheelRows {
		cmds = append(cmds, m.press(key))
	}
	return tea.Batch(cmds...)
}
