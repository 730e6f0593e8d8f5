package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// InTold is why something was refused.
var InTold = &screen.Place{ID: "told", Title: text.TuiPlaceTold, For: text.TuiForTold, Met: 340}

// Told is what must be read whole: why something was refused, and what to do. A line above the footer would cut it
// where it says so.
type Told struct {
	Title, Say text.Pair
	Mood       screen.Mood
	Also       *Option // what may be done about it, by the key in its note
	text       scrolled
}

// Refuse tells why something was not done.
func Refuse(m screen.Desk, title, why text.Pair) {
	m.Open(&Told{Title: title, Say: why, Mood: screen.Bad})
}

// Place is that of its keys.
func (d *Told) Place() *screen.Place { return InTold }

// Key takes a key.
func (d *Told) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch key := k.Keystroke(); {
	case key == "enter", key == "esc", key == "ctrl+c":
		return true, nil
	case d.Also != nil && strings.EqualFold(k.Text, d.Also.Note):
		m.Close(d)
		return true, d.Also.Take()
	}
	d.text.key(k.Keystroke())
	return false, nil
}

// Paste is of no use here.
func (d *Told) Paste(screen.Desk, string) tea.Cmd { return nil }

// Draw draws it in the middle of the frame.
func (d *Told) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t := m.Theme()
	w := min(76, whole.W-4)
	sign, st := "", t.Text
	if d.Mood == screen.Bad {
		sign, st = "! ", t.Bad
	}
	var lines []string
	for _, l := range strings.Split(sign+d.Say.In(m.Lang()), "\n") {
		lines = append(lines, paint.Wrap(paint.Safe(l), w-6)...)
	}
	in := Dialog(m, whole, d.Title.In(m.Lang()), w, len(lines)+6)
	d.text.draw(m, in.Sub(1, 1, in.W-1, max(in.H-4, 1)), lines, st)
	x := in.Text(1, in.H-2, "Enter ", t.Key)
	x = in.Text(x, in.H-2, text.TuiToldRead.In(m.Lang()), t.Strong) + 4
	if d.Also != nil {
		x = in.Text(x, in.H-2, d.Also.Note+" ", t.Key)
		in.Text(x, in.H-2, d.Also.Title.In(m.Lang()), t.Strong)
	}
	Underlay(m, in)
	return screen.Caret{}
}

// MoodStyle is how what is said so looks; where it is said plainly, as it would otherwise.
func MoodStyle(m screen.Desk, k screen.Mood, otherwise paint.Style) paint.Style {
	t := m.Theme()
	switch k {
	case screen.Good:
		return t.Good
	case screen.Warn:
		return t.Warn
	case screen.Bad:
		return t.Bad
	}
	return otherwise
}
