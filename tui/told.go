package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
)

// told is a sentence that must be read whole: why something was refused, and what to do. A line above the footer would cut it
// where it says so.
type told struct {
	title, say text.Pair
	also       *option // what may be done about it, by the key in its note
}

// refuse tells why something was not done.
func (m *Root) refuse(title text.Pair, err error) {
	m.open(&told{title: title, say: packWrong(err)}, false)
}

func (d *told) place() Place { return InTold }

func (d *told) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch key := k.Keystroke(); {
	case key == "enter", key == "esc", key == "ctrl+c":
		return true, nil
	case d.also != nil && strings.EqualFold(k.Text, d.also.note):
		m.remove(d)
		return true, d.also.take(m)
	}
	return false, nil
}

func (d *told) paste(*Root, string) tea.Cmd { return nil }

func (d *told) draw(m *Root, whole paint.Area) caret {
	w := min(76, whole.W-4)
	lines := paint.Wrap("! "+paint.Safe(d.say.In(m.lang)), w-6)
	in := m.dialogBox(whole, d.title.In(m.lang), w, len(lines)+6)
	for y, l := range lines {
		in.Text(1, y+1, l, m.th.Bad)
	}
	x := in.Text(1, in.H-2, "Enter ", m.th.Key)
	x = in.Text(x, in.H-2, text.TuiToldRead.In(m.lang), m.th.Strong) + 4
	if d.also != nil {
		x = in.Text(x, in.H-2, d.also.note+" ", m.th.Key)
		in.Text(x, in.H-2, d.also.title.In(m.lang), m.th.Strong)
	}
	m.underlay(in)
	return caret{}
}
