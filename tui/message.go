package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/beginning"
	"yice/tui/handing"
	"yice/tui/importing"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/regulator"
	"yice/tui/screen"
	"yice/tui/seeking"
)

// messageRows are the rows a message takes at most on a small terminal; of a large one a sixth.
const messageRows = 4

func (m *Root) noteRows() int { return max(messageRows, m.h/6) }

// noteLines gives the message in lines as it is drawn; none: there is none.
func (m *Root) noteLines(w int) []string {
	if m.note.say.Empty() {
		return nil
	}
	sign := map[screen.Mood]string{screen.Plain: "", screen.Good: m.th.Chrome.Check + " ", screen.Warn: "? ", screen.Bad: "! "}[m.note.mood]
	return paint.Wrap(sign+m.note.say.In(m.lang), w-6)
}

// noteCut reports a message that has no room even so: a key shows the whole of it.
func (m *Root) noteCut() bool { return len(m.layers) == 0 && len(m.noteLines(m.w)) > m.noteRows() }

// noteWholeActions is the key that shows a message whole where it was cut; elsewhere it is that of help.
func noteWholeActions() []Action {
	return []Action{{
		ID: "note.whole", Title: text.TuiNoteWhole, Foot: text.TuiFootNoteWhole, Keys: []string{"f2"}, Where: screen.Anywhere.And(beginning.InStart, keying.InCell, keying.InField, keying.InNote, beginning.InNewBook, handing.InVerdict, regulator.InSubmitted, importing.InImport, seeking.InSearch, keying.InDouble), On: (*Root).noteCut,
		Do: func(m *Root, _ string) tea.Cmd {
			m.open(&kit.Told{Title: text.TuiNoteWholeTitle, Say: m.note.say, Mood: m.note.mood}, false)
			return nil
		},
	}}
}

// paintNote draws the message on the rule above the footer, or below that rule where it takes several rows.
func (m *Root) paintNote(a paint.Area, y int, lines []string) {
	a.Repeat(0, y, a.W, m.th.Chrome.H, m.th.Frame)
	if s := m.taskNote(); s != "" && m.headless() {
		w := paint.Width(s) + 2
		a.Text(max(a.W-w-2, 0), y, " "+s+" ", m.th.Accent)
	}
	st := map[screen.Mood]paint.Style{screen.Plain: m.th.Text, screen.Good: m.th.Good, screen.Warn: m.th.Warn, screen.Bad: m.th.Bad.With(paint.Bold)}[m.note.mood]
	switch n := min(len(lines), m.noteRows()); {
	case len(lines) == 0:
	case len(lines) == 1:
		a.Text(2, y, " "+lines[0]+" ", st)
	default:
		for k, l := range lines[:n] {
			if k == n-1 && len(lines) > n {
				l = paint.Cut(strings.Join(lines[k:], ""), a.W-6)
			}
			a.Text(3, y+1+k, l, st)
		}
	}
}
