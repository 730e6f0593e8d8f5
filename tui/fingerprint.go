package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/seal"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// fingerprint shows a key's fingerprint large, in numbered groups, for two people to read to each other. With then it asks
// for the last group, so that nobody confirms what he has not looked at; without, it is only shown.
type fingerprint struct {
	say   text.Pair
	print string
	ed    *lineedit.Editor
	wrong bool
	then  func(m *Root) tea.Cmd
}

func newFingerprint(say text.Pair, print string, then func(m *Root) tea.Cmd) *fingerprint {
	return &fingerprint{say: say, print: print, ed: lineedit.New("", false), then: then}
}

func (d *fingerprint) place() Place { return InFingerprint }

func (d *fingerprint) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "esc":
		return true, nil
	case "enter":
		if d.then == nil {
			return true, nil
		}
		if d.wrong = !d.agrees(); d.wrong {
			return false, nil
		}
		m.remove(d) // what follows may lay something else over the screen
		return true, d.then(m)
	}
	if d.then != nil {
		d.wrong = false
		d.ed.Key(k)
	}
	return false, nil
}

// agrees reports whether the last group was typed, or the whole.
func (d *fingerprint) agrees() bool {
	typed := seal.FingerprintTyped(strings.TrimSpace(d.ed.Text()))
	return typed == d.print || typed == d.print[strings.LastIndex(d.print, "-")+1:]
}

// paste is not taken: what was compared is typed.
func (d *fingerprint) paste(*Root, string) tea.Cmd { return nil }

// groupsAcross are the groups of a fingerprint in a row.
const groupsAcross = 3

func (d *fingerprint) draw(m *Root, whole paint.Area) caret {
	t := m.th
	w := min(72, whole.W-4)
	title, note := text.TuiPrintTitle, text.TuiPrintSay
	if d.then == nil {
		title, note = text.TuiPrintOf, text.Pair{}
	}
	lines := paint.Wrap(d.say.In(m.lang), w-6)
	notes := paint.Wrap(note.In(m.lang), w-6)
	if note.Empty() {
		notes = nil
	}
	h := len(lines) + len(notes) + 11
	if d.then != nil {
		h += 3
	}
	in := m.dialogBox(whole, title.In(m.lang), w, h)
	y := 1
	for _, l := range lines {
		in.Text(1, y, l, t.Text)
		y++
	}
	y = d.drawGroups(m, in, y+1)
	for _, l := range notes {
		in.Text(1, y, l, t.Warn)
		y++
	}
	if d.then == nil {
		in.Text(1, in.H-1, "Enter "+text.TuiFootBack.In(m.lang), t.Faint)
		m.underlay(in)
		return caret{}
	}
	y++
	ask, st := text.TuiPrintType, t.Text
	if d.wrong {
		ask, st = text.TuiPrintWrong, t.Bad
	}
	in.Cut(1, y, in.W-2, ask.In(m.lang), st)
	m.underlay(in)
	field := in.Sub(1, y+1, 12, 1)
	cx, cy := field.At(d.ed.Draw(field, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	return caret{cx, cy, true}
}

// drawGroups draws the six groups in two rows, each with its number, its letters apart, and gives the row below.
func (d *fingerprint) drawGroups(m *Root, a paint.Area, y int) int {
	t := m.th
	const wide = 19
	left := max((a.W-groupsAcross*wide)/2, 1)
	for i, g := range strings.Split(d.print, "-") {
		x, row := left+i%groupsAcross*wide, y+i/groupsAcross*3
		a.Text(x, row, string(rune('1'+i)), t.Faint)
		a.Text(x+3, row, " "+strings.Join(strings.Split(g, ""), "  ")+" ", t.Cursor)
	}
	return y + 6
}
