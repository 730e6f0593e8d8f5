package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
)

// guide is the first minute: a few pages over the overview, which Esc ends for good.
type guide struct{ page int }

func (m *Root) openGuide() { m.open(&guide{}, false) }

// greet shows the guide to somebody who has not seen it.
func (m *Root) greet() {
	if !m.prefs.Guided {
		m.open(&guide{}, true)
	}
}

func (g *guide) place() Place                { return InGuide }
func (g *guide) paste(*Root, string) tea.Cmd { return nil }

func guideActions() []Action {
	return []Action{
		{ID: "guide.next", Title: text.TuiGuideNext, Foot: text.TuiGuideNextFoot, Keys: []string{"enter", "right", "space"}, Where: InGuide, Rank: 1},
		{ID: "guide.back", Title: text.TuiGuideBack, Keys: []string{"left", "backspace"}, Where: InGuide},
		{ID: "guide.close", Title: text.TuiGuideClose, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InGuide, Rank: 2},
	}
}

func (g *guide) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter", "right", "space", "tab", "pgdown", "down":
		g.page++
	case "left", "backspace", "shift+tab", "pgup", "up":
		g.page = max(g.page-1, 0)
	case "esc", "q", "ctrl+c":
		g.page = len(text.TuiGuide)
	}
	if g.page < len(text.TuiGuide) {
		return false, nil
	}
	if m.prefs.Guided {
		return true, nil
	}
	m.prefs.Guided = true
	p, dir := m.prefs, m.o.ConfigDir
	return true, func() tea.Msg {
		// Not being able to keep it shows the guide once more, no worse.
		_ = p.save(dir)
		return nil
	}
}

func (g *guide) draw(m *Root, whole paint.Area) caret {
	t := m.th
	page := text.TuiGuide[g.page]
	w := min(68, whole.W-4)
	lines := paint.Wrap(page[1].In(m.lang), w-6)
	in := m.dialogBox(whole, text.TuiGoGuide.In(m.lang), w, max(len(lines)+7, 14))
	in.Text(1, 1, strconv.Itoa(g.page+1)+"  "+page[0].In(m.lang), t.Title)
	for y, l := range lines {
		in.Text(1, 3+y, l, t.Text)
	}
	hint := text.TuiGuideHint
	if g.page == len(text.TuiGuide)-1 {
		hint = text.TuiGuideLast
	}
	in.Text(1, in.H-1, hint.In(m.lang), t.Key)
	dots := ""
	for i := range text.TuiGuide {
		if i == g.page {
			dots += t.Chrome.Full
		} else {
			dots += t.Chrome.Dot
		}
	}
	in.Right(in.W-1-len(text.TuiGuide), in.H-1, len(text.TuiGuide), dots, t.Accent)
	m.underlay(in)
	return caret{}
}
