package ruling

import (
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// moves says of each total what it is and by how much it differs, the assessed profit first, as far as w cells have room.
func moves(m screen.Desk, e *scoring.PackEffect, w int) (l kit.Line) {
	t := m.Theme()
	for _, x := range e.Totals() {
		unit := ""
		switch {
		case x.Share && w < 88:
			continue
		case x.Share:
			unit = "%"
		}
		if len(l) > 0 {
			l = append(l, kit.Piece{"   ", t.Faint})
		}
		l = append(l, kit.Piece{x.Title.In(m.Lang()) + " ", t.Faint}, kit.Piece{kit.Group(x.Is.String()) + unit, t.Strong})
		switch by := x.By(); {
		case x.Rounded():
			l = append(l, kit.Piece{" ← " + kit.Group(x.Was.String()), t.Faint})
		case by.Sign() > 0:
			l = append(l, kit.Piece{" " + kit.Group(by.Signed()), t.Up})
		case by.Sign() < 0:
			l = append(l, kit.Piece{" " + kit.Group(by.Signed()), t.Down})
		default:
			l = append(l, kit.Piece{" ±0", t.Faint})
		}
	}
	return l
}

// drawEffect draws the totals and, below, as many lines that move as there is room for.
func drawEffect(m screen.Desk, a paint.Area, e *scoring.PackEffect) {
	t := m.Theme()
	l := moves(m, e, a.W)
	if l == nil {
		a.Cut(0, 0, a.W, text.TuiPeNoEffect.In(m.Lang()), t.Faint)
		return
	}
	l.Draw(a, 0, 0)
	for y := 1; y < a.H && y <= len(e.Changes); y++ {
		if more := len(e.Changes) - y + 1; y == a.H-1 && more > 1 {
			a.Cut(2, y, a.W-2, text.TuiPeMoreLines.With(more).In(m.Lang()), t.Faint)
			return
		}
		a.Cut(2, y, a.W-2, e.Changes[y-1].Say().In(m.Lang()), t.Text)
	}
}
