package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Secret is a question answered by a passphrase: what is typed is never shown, copied or kept.
type Secret struct {
	title, say text.Pair
	ed         *lineedit.Editor
	then       func(typed string) tea.Cmd
}

// NewSecret asks for a passphrase.
func NewSecret(title, say text.Pair, then func(typed string) tea.Cmd) *Secret {
	return &Secret{title, say, lineedit.New("", false), then}
}

// Place is that of its keys.
func (d *Secret) Place() *screen.Place { return InInput }

// Key takes a key.
func (d *Secret) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter":
		return true, d.then(d.ed.Text())
	case "esc":
		return true, nil
	case "ctrl+v", "shift+insert":
		return false, m.AskClipboard()
	}
	d.ed.Key(k)
	return false, nil
}

// Paste puts a text where the caret is.
func (d *Secret) Paste(_ screen.Desk, s string) tea.Cmd { d.ed.Insert(s); return nil }

// Draw draws it in the middle of the frame.
func (d *Secret) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t := m.Theme()
	w := min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.Lang()), w-6)
	in := Dialog(m, whole, d.title.In(m.Lang()), w, len(lines)+6)
	for y, l := range lines {
		in.Text(1, y+1, l, t.Text)
	}
	Underlay(m, in)
	field := in.Sub(1, len(lines)+2, in.W-2, 1)
	hidden := lineedit.New(strings.Repeat("*", len(paint.Clusters(d.ed.Text()))), false)
	cx, cy := field.At(hidden.Draw(field, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	return screen.CaretAt(cx, cy)
}
