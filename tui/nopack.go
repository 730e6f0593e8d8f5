package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
)

// Without a pack there is no score: the panels that would show it say why there is none, and which key mends that.

// noPackRows are wanted for that.
const noPackRows = 10

// drawNoPack says why no pack is in force, and what can be done.
func (m *Root) drawNoPack(a paint.Area) {
	y := a.Sub(1, 0, a.W-2, a.H).Wrapped(0, m.stand.packNote.In(m.lang), m.th.Warn)
	m.drawWays(a, y+1)
}

// drawWays lists the keys that bring a pack.
func (m *Root) drawWays(a paint.Area, y int) {
	a.Cut(1, y, a.W-2, text.TuiPackMend.In(m.lang), m.th.Text)
	y++
	for _, way := range []struct {
		key string
		say text.Pair
	}{{"F5", text.TuiPackWayTake}, {"Ctrl+P", text.TuiPackWayDraft.With(text.TuiPolDraft)}} {
		for i, l := range paint.Wrap(way.say.In(m.lang), max(a.W-10, 4)) {
			if i == 0 {
				a.Text(1, y, way.key, m.th.Key)
			}
			a.Text(9, y, l, m.th.Text)
			y++
		}
	}
}

// draftPack keeps the built-in template of the year in the workspace, as a draft that can be changed.
func (m *Root) draftPack() tea.Cmd {
	year, template := m.stand.year, m.o.Template
	if template != nil {
		if p, ok := template(year); ok && p != nil {
			return m.keepPack(p, text.TuiPolDrafted.With(year))
		}
	}
	m.say(warn, text.TuiPolNoTemplate.With(year))
	return nil
}
