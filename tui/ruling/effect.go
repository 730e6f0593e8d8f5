package ruling

import (
	"slices"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// effect is what a changed pack makes of the enterprise's score.
type effect struct {
	known         bool
	before, after scoring.Totals
	changes       []scoring.Change
}

// effectOf scores the year by both; nothing where there is no pack to score by.
func effectOf(m screen.Desk, before, after *scoring.Pack) effect {
	if m.Session() == nil || before == nil || after == nil {
		return effect{}
	}
	return scoredBy(before, after, m.Session().Facts())
}

func scoredBy(before, after *scoring.Pack, f *scoring.Facts) effect {
	if f == nil {
		return effect{}
	}
	a, b := scoring.Evaluate(before, f), scoring.Evaluate(after, f)
	lines := slices.DeleteFunc(scoring.Compare(a, b), func(c scoring.Change) bool { return c.Kind == "total" })
	return effect{true, a.Totals(), b.Totals(), lines}
}

// moves says of each total what it is and by how much it differs, the assessed profit first, as far as w cells have room.
func (e *effect) moves(m screen.Desk, w int) kit.Line {
	t := m.Theme()
	if !e.known {
		return nil
	}
	var l kit.Line
	add := func(title text.Pair, was, is scoring.Dec, unit string) {
		if len(l) > 0 {
			l = append(l, kit.Piece{"   ", t.Faint})
		}
		l = append(l, kit.Piece{title.In(m.Lang()) + " ", t.Faint}, kit.Piece{kit.Group(is.String()) + unit, t.Strong})
		d := is
		d.Units -= was.Units
		switch {
		case was.Places != is.Places: // the pack rounds otherwise
			l = append(l, kit.Piece{" ← " + kit.Group(was.String()), t.Faint})
		case d.Units > 0:
			l = append(l, kit.Piece{" " + kit.Group(d.Signed()), t.Up})
		case d.Units < 0:
			l = append(l, kit.Piece{" " + kit.Group(d.Signed()), t.Down})
		default:
			l = append(l, kit.Piece{" ±0", t.Faint})
		}
	}
	if a, b := e.before.Assessed, e.after.Assessed; a != nil && b != nil {
		add(text.TuiPolThenIs, *a, *b, "")
	}
	add(text.TuiScore, e.before.Innovation, e.after.Innovation, "")
	add(text.TuiBonus, e.before.Bonus, e.after.Bonus, "")
	if a, b := e.before.Completion, e.after.Completion; a != nil && b != nil && w >= 88 {
		add(text.TuiPeCompletion, *a, *b, "%")
	}
	return l
}

// drawEffect draws the totals and, below, as many lines that move as there is room for.
func drawEffect(m screen.Desk, a paint.Area, e *effect) {
	t := m.Theme()
	l := e.moves(m, a.W)
	if l == nil {
		a.Cut(0, 0, a.W, text.TuiPeNoEffect.In(m.Lang()), t.Faint)
		return
	}
	l.Draw(a, 0, 0)
	for y := 1; y < a.H && y <= len(e.changes); y++ {
		if more := len(e.changes) - y + 1; y == a.H-1 && more > 1 {
			a.Cut(2, y, a.W-2, text.TuiPeMoreLines.With(more).In(m.Lang()), t.Faint)
			return
		}
		a.Cut(2, y, a.W-2, e.changes[y-1].Say().In(m.Lang()), t.Text)
	}
}
