package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/seal"
	"yice/text"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// InFingerprint is a fingerprint being compared.
var InFingerprint = &screen.Place{ID: "fingerprint", Title: text.TuiPlacePrint, For: text.TuiForPrint, Met: 330}

// Fingerprint shows a key's fingerprint large, in numbered groups, for two people to read to each other. With then it asks
// for the last group, so that nobody confirms what he has not looked at; without, it is only shown.
type Fingerprint struct {
	say   text.Pair
	print string
	ed    *lineedit.Editor
	wrong bool
	then  func() tea.Cmd
}

// NewFingerprint shows a fingerprint with a sentence; then, where set, is done once its last group was typed.
func NewFingerprint(say text.Pair, print string, then func() tea.Cmd) *Fingerprint {
	return &Fingerprint{say: say, print: print, ed: lineedit.New("", false), then: then}
}

// Place is that of its keys.
func (d *Fingerprint) Place() *screen.Place { return InFingerprint }

// Key takes a key.
func (d *Fingerprint) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
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
		m.Close(d) // what follows may lay something else over the screen
		return true, d.then()
	}
	if d.then != nil {
		d.wrong = false
		d.ed.Key(k)
	}
	return false, nil
}

// agrees reports whether the last group was typed, or the whole.
func (d *Fingerprint) agrees() bool {
	typed := seal.FingerprintTyped(strings.TrimSpace(d.ed.Text()))
	return typed == d.print || typed == d.print[strings.LastIndex(d.print, "-")+1:]
}

// Paste is not taken: what was compared is typed.
func (d *Fingerprint) Paste(screen.Desk, string) tea.Cmd { return nil }

// groupsAcross are the groups of a fingerprint in a row.
const groupsAcross = 3

// Draw draws it in the middle of the frame.
func (d *Fingerprint) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t := m.Theme()
	w := min(72, whole.W-4)
	title, note := text.TuiPrintTitle, text.TuiPrintSay
	if d.then == nil {
		title, note = text.TuiPrintOf, text.Pair{}
	}
	lines := paint.Wrap(d.say.In(m.Lang()), w-6)
	notes := paint.Wrap(note.In(m.Lang()), w-6)
	if note.Empty() {
		notes = nil
	}
	h := len(lines) + len(notes) + 11
	if d.then != nil {
		h += 3
	}
	in := Dialog(m, whole, title.In(m.Lang()), w, h)
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
		Hint(m, in, 1, in.H-1, in.W-2, "Enter "+text.TuiFootBack.In(m.Lang()), t.Faint)
		Underlay(m, in)
		return screen.Caret{}
	}
	y++
	ask, st := text.TuiPrintType, t.Text
	if d.wrong {
		ask, st = text.TuiPrintWrong, t.Bad
	}
	in.Cut(1, y, in.W-2, ask.In(m.Lang()), st)
	Underlay(m, in)
	field := in.Sub(1, y+1, 12, 1)
	cx, cy := field.At(Field(m, field, d.ed, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
	return screen.CaretAt(cx, cy)
}

// drawGroups draws the six groups in two rows, each with its number, its letters apart, and gives the row below.
func (d *Fingerprint) drawGroups(m screen.Desk, a paint.Area, y int) int {
	t := m.Theme()
	const wide = 19
	left := max((a.W-groupsAcross*wide)/2, 1)
	for i, g := range strings.Split(d.print, "-") {
		x, row := left+i%groupsAcross*wide, y+i/groupsAcross*3
		a.Text(x, row, string(rune('1'+i)), t.Faint)
		a.Text(x+3, row, " "+strings.Join(strings.Split(g, ""), "  ")+" ", t.Cursor)
	}
	return y + 6
}
