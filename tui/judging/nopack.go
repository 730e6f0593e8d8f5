package judging

import (
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Without a pack there is no score: the panels that would show it say why there is none, and which key mends that.

// NoPackRows are wanted for that.
const NoPackRows = 10

// DrawNoPack says why no pack is in force, and what can be done.
func DrawNoPack(m screen.Desk, a paint.Area) {
	y := a.Sub(1, 0, a.W-2, a.H).Wrapped(0, m.Standing().PackNote.In(m.Lang()), m.Theme().Warn)
	drawWays(m, a, y+1)
}

// drawWays lists the keys that bring a pack.
func drawWays(m screen.Desk, a paint.Area, y int) {
	t := m.Theme()
	a.Cut(1, y, a.W-2, text.TuiPackMend.In(m.Lang()), t.Text)
	y++
	for _, way := range []struct {
		key string
		say text.Pair
	}{{"F5", text.TuiPackWayTake}, {"Ctrl+P", text.TuiPackWayDraft.With(text.TuiPolDraft)}} {
		for i, l := range paint.Wrap(way.say.In(m.Lang()), max(a.W-10, 4)) {
			if i == 0 {
				a.Text(1, y, way.key, t.Key)
			}
			a.Text(9, y, l, t.Text)
			y++
		}
	}
}
