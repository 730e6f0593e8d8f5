package personal

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Guide is the first minute: a few pages over the overview, which Esc ends for good.
type Guide struct {
	page int
	seen func() tea.Cmd
}

// NewGuide begins at its first page; seen is done once it was read or closed.
func NewGuide(seen func() tea.Cmd) *Guide { return &Guide{seen: seen} }

// Place says which of its keys are live.
func (g *Guide) Place() *screen.Place              { return InGuide }
func (g *Guide) Paste(screen.Desk, string) tea.Cmd { return nil }

// InGuide is the first minute.
var InGuide = &screen.Place{ID: "guide", Title: text.TuiPlaceGuide, For: text.TuiForGuide, Met: 420}

// GuideKeys declares the guide; its keys are its own.
func GuideKeys() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InGuide}, Actions: []screen.Action{
		{ID: "guide.next", Title: text.TuiGuideNext, Foot: text.TuiGuideNextFoot, Keys: []string{"enter", "right", "space"}, Where: InGuide, Rank: 1},
		{ID: "guide.back", Title: text.TuiGuideBack, Keys: []string{"left", "backspace"}, Where: InGuide},
		{ID: "guide.close", Title: text.TuiGuideClose, Foot: text.TuiFootBack, Keys: []string{"esc"}, Where: InGuide, Rank: 2},
	}}
}

// Key turns the page.
func (g *Guide) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
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
	return true, g.seen()
}

// Draw draws a page in the middle of the frame.
func (g *Guide) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t := m.Theme()
	page := text.TuiGuide[g.page]
	w := min(68, whole.W-4)
	lines := paint.Wrap(page[1].In(m.Lang()), w-6)
	in := kit.Dialog(m, whole, text.TuiGoGuide.In(m.Lang()), w, max(len(lines)+7, 14))
	in.Text(1, 1, strconv.Itoa(g.page+1)+"  "+page[0].In(m.Lang()), t.Title)
	for y, l := range lines {
		in.Text(1, 3+y, l, t.Text)
	}
	hint := text.TuiGuideHint
	switch g.page {
	case 0:
		hint = text.TuiGuideOpen
	case len(text.TuiGuide) - 1:
		hint = text.TuiGuideLast
	}
	in.Text(1, in.H-1, hint.In(m.Lang()), t.Key)
	dots := ""
	for i := range text.TuiGuide {
		if i == g.page {
			dots += t.Chrome.Full
		} else {
			dots += t.Chrome.Dot
		}
	}
	in.Right(in.W-1-len(text.TuiGuide), in.H-1, len(text.TuiGuide), dots, t.Accent)
	kit.Underlay(m, in)
	return screen.Caret{}
}
