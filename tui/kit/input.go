package kit

import (
	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Input is a question answered by a text.
type Input struct {
	title, say text.Pair
	ed         *lineedit.Editor
	wrong      text.Pair
	then       func(typed string) (wrong text.Pair, cmd tea.Cmd)
	text       scrolled // of say, where it is longer than the dialog
}

// NewInput is a question with what stands in its field at first; then says what is wrong with an answer, or takes it.
func NewInput(title, say text.Pair, typed string, then func(typed string) (text.Pair, tea.Cmd)) *Input {
	return &Input{title: title, say: say, ed: lineedit.New(typed, false), then: then}
}

// Again has the question asked once more, with what is wrong with what stands in its field.
func (d *Input) Again(wrong text.Pair) *Input {
	d.wrong = wrong
	return d
}

// Place is that of its keys.
func (d *Input) Place() *screen.Place { return InInput }

// Key takes a key.
func (d *Input) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter":
		wrong, cmd := d.then(d.ed.Text())
		d.wrong = wrong
		return wrong.Empty(), cmd
	case "esc":
		return true, nil
	case "ctrl+v", "shift+insert":
		return false, m.AskClipboard()
	case "up", "down", "pgup", "pgdown":
		d.text.key(k.Keystroke())
		return false, nil
	}
	d.wrong = text.Pair{}
	if r := d.ed.Key(k); r.Copy != "" {
		return false, m.Copy(r.Copy, text.TuiCopyText)
	}
	return false, nil
}

// Paste puts a text where the caret is.
func (d *Input) Paste(_ screen.Desk, s string) tea.Cmd { d.ed.Insert(s); return nil }

// Draw draws it in the middle of the frame.
func (d *Input) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t := m.Theme()
	w := min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.Lang()), w-6)
	var wrong []string
	if !d.wrong.Empty() {
		wrong = paint.Wrap("! "+d.wrong.In(m.Lang()), w-6)
	}
	in := Dialog(m, whole, d.title.In(m.Lang()), w, len(lines)+len(wrong)+7)
	// The field and what is wrong with it are always seen; the text above them scrolls where there is no room for all of it.
	room := ClampInt(len(lines), 1, max(in.H-4-len(wrong), 1))
	d.text.draw(m, in.Sub(1, 1, in.W-1, room), lines, t.Text)
	y := room + 2
	for k, l := range wrong {
		in.Text(1, y+2+k, l, t.Bad)
	}
	Underlay(m, in)
	field := in.Sub(1, y, in.W-2, 1)
	cx, cy := field.At(Field(m, field, d.ed, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	return screen.CaretAt(cx, cy)
}
