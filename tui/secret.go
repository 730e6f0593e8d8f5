package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// secret is a question answered by a passphrase: what is typed is never shown, copied or kept.
type secret struct {
	title, say text.Pair
	ed         *lineedit.Editor
	then       func(m *Root, typed string) tea.Cmd
}

func newSecret(title, say text.Pair, then func(m *Root, typed string) tea.Cmd) *secret {
	return &secret{title, say, lineedit.New("", false), then}
}

func (d *secret) place() Place { return InInput }

func (d *secret) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter":
		return true, d.then(m, d.ed.Text())
	case "esc":
		return true, nil
	case "ctrl+v", "shift+insert":
		return false, m.askClipboard()
	}
	d.ed.Key(k)
	return false, nil
}

func (d *secret) paste(_ *Root, s string) tea.Cmd { d.ed.Insert(s); return nil }

func (d *secret) draw(m *Root, whole paint.Area) caret {
	w := min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.lang), w-6)
	in := m.dialogBox(whole, d.title.In(m.lang), w, len(lines)+6)
	for y, l := range lines {
		in.Text(1, y+1, l, m.th.Text)
	}
	m.underlay(in)
	field := in.Sub(1, len(lines)+2, in.W-2, 1)
	hidden := lineedit.New(strings.Repeat("*", len(paint.Clusters(d.ed.Text()))), false)
	cx, cy := field.At(hidden.Draw(field, lineedit.Look{Text: m.th.Input, Mark: m.th.Mark}), 0)
	return caret{cx, cy, true}
}
