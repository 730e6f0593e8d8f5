package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

var (
	// InList is a dialog with a list.
	InList = &screen.Place{ID: "list", Title: text.TuiPlaceList, For: text.TuiForList, Met: 380}
	// InInput is a dialog with a field.
	InInput = &screen.Place{ID: "input", Title: text.TuiPlaceInput, For: text.TuiForInput, Met: 390}
	// InAsk is a dialog with a question.
	InAsk = &screen.Place{ID: "ask", Title: text.TuiPlaceAsk, For: text.TuiForAsk, Met: 400}
)

// Ask is a question with yes and no.
type Ask struct {
	title, say text.Pair
	then       func(yes bool) tea.Cmd
	text       scrolled
}

// NewAsk is a question; then is told the answer.
func NewAsk(title, say text.Pair, then func(yes bool) tea.Cmd) *Ask {
	return &Ask{title: title, say: say, then: then}
}

// Place is that of its keys.
func (d *Ask) Place() *screen.Place { return InAsk }

// Key takes a key.
func (d *Ask) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if letter := screen.Letter(k); letter != "" {
		key = letter
	}
	switch key {
	case "enter", "y":
		return true, d.then(true)
	case "esc", "n", "ctrl+c":
		return true, d.then(false)
	}
	d.text.key(k.Keystroke())
	return false, nil
}

// Paste is of no use here.
func (d *Ask) Paste(screen.Desk, string) tea.Cmd { return nil }

// Draw draws it in the middle of the frame.
func (d *Ask) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	l, t := m.Lang(), m.Theme()
	w := 60
	if say := d.say.In(l); strings.Contains(say, "\n") { // a list keeps its lines, prose is read in narrow ones
		for _, line := range strings.Split(say, "\n") {
			w = max(w, paint.Width(line)+8)
		}
		w = min(w, 84, whole.W-4)
	}
	lines := paint.Wrap(d.say.In(l), w-8)
	in := Dialog(m, whole, d.title.In(l), w, len(lines)+6)
	d.text.draw(m, in.Sub(1, 1, in.W-1, max(in.H-4, 1)), lines, t.Text)
	x := in.Text(1, in.H-2, "Enter ", t.Key)
	x = in.Text(x, in.H-2, text.TuiYes.In(l), t.Strong) + 4
	x = in.Text(x, in.H-2, "Esc ", t.Key)
	in.Text(x, in.H-2, text.TuiNo.In(l), t.Text)
	Underlay(m, in)
	return screen.Caret{}
}
