package judging

import (
	"strings"

	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Gaps are the sentences that say what each indicator is short of, made once for a standing.
type Gaps struct {
	sheet *scoring.Sheet
	said  map[string][]text.Pair
}

// Follow makes the sentences anew where the sheet is another one.
func (g *Gaps) Follow(m screen.Desk) {
	sh := m.Standing().Sheet
	if g.sheet == sh {
		return
	}
	g.sheet, g.said = sh, map[string][]text.Pair{}
	for _, l := range Indicators(m) {
		e, _ := sh.Explain(l.ID)
		for _, p := range e.Paragraphs {
			if p.Label == text.ScoreLabelGap {
				g.said[l.ID] = p.Lines
			}
		}
	}
}

// In is what an indicator is short of, in the last of its sentences that w cells have room for, which says most; "" where
// there is none.
func (g *Gaps) In(m screen.Desk, id string, w int) (said string) {
	for _, p := range g.said[id] {
		one := p.In(m.Lang())
		if i := strings.LastIndexAny(one, "，,"); i > 0 && paint.Width(one) > w && paint.Width(one[:i]) <= w {
			one = one[:i] // what it brings is told on its own page
		}
		if said == "" || paint.Width(one) <= w {
			said = one
		}
	}
	return said
}
