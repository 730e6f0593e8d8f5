package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// A note of several lines is written in a box beside its cell. The cell's own editor is drawn there in rows, so that
// taking, cancelling, drafts and pasting are those of any field.

// noteRows and noteWidth are the rows and cells of its text where the screen has room.
const noteRows, noteWidth = 8, 64

// asField does what a key of any other field does, on a table or a card.
func asField(m screen.Desk, key string) tea.Cmd {
	if k := fieldOf(m); k != nil {
		return k.Key(key)
	}
	return nil
}

// InNote is a note of several lines being written, on a table or a card.
var InNote = &screen.Place{ID: "note", Title: text.TuiPlaceNote, For: text.TuiForNote, Met: 80}

// Note declares it: the keys of a note being written; those without Do are the editor's own.
func Note() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InNote}, Actions: []screen.Action{
		{ID: "note.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: InNote, Rank: 1, Do: asField},
		{ID: "note.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab"}, Where: InNote, Do: asField},
		{ID: "note.line", Title: text.TuiNoteLine, Foot: text.TuiFootLine, Keys: []string{"ctrl+n", "alt+enter", "shift+enter", "ctrl+j"}, Where: InNote, Rank: 2},
		{ID: "note.move", Title: text.TuiNoteMove, Keys: []string{"up", "down", "pgup", "pgdown", "home", "end"}, Where: InNote},
		{ID: "note.word", Title: text.TuiNoteWord, Keys: []string{"ctrl+left", "ctrl+right"}, Where: InNote},
		{ID: "note.select", Title: text.TuiNoteSelect, Keys: []string{"shift+left", "shift+right", "shift+up", "shift+down", "ctrl+a"}, Where: InNote},
		{ID: "note.copy", Title: text.TuiNoteCopy, Keys: []string{"ctrl+c", "ctrl+x"}, Where: InNote},
		{ID: "note.paste", Title: text.TuiNotePaste, Keys: []string{"ctrl+v", "shift+insert"}, Where: InNote, Do: func(m screen.Desk, _ string) tea.Cmd { return m.AskClipboard() }},
		{ID: "note.undo", Title: text.TuiNoteUndo, Foot: text.TuiFootUndo, Keys: []string{"ctrl+z", "ctrl+y"}, Where: InNote, Rank: 5},
		{ID: "note.erase", Title: text.TuiNoteErase, Keys: []string{"ctrl+w", "ctrl+u", "ctrl+k"}, Where: InNote},
		{ID: "note.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InNote, Rank: 4, Do: asField},
	}}
}

// nextTo gives the part of an area for a box of w × h by a cell: below it; above it where there is room only there; where
// there is neither, on the wider side, lower than asked.
func nextTo(a paint.Area, x, y, w, h int) paint.Area {
	w = min(w, a.W)
	above, below := y, a.H-y-1
	top := y + 1
	if below < h && above > below {
		h = min(h, above)
		top = y - h
	}
	return a.Sub(kit.ClampInt(x, 0, a.W-w), top, w, min(h, a.H-top))
}

// DrawNote draws the editor of a note beside its cell, its text below the cell's own, and gives the caret.
func DrawNote(m screen.Desk, a paint.Area, f *form.Field, ed *lineedit.Editor, x, y int) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	box := nextTo(a, x-2, y, noteWidth+5, noteRows+2)
	box.Fill(t.Dialog)
	in := box.Inset(2, 1)
	cx, cy := ed.DrawRows(in, lineedit.Look{Text: t.Text, Mark: t.Mark})
	at := ed.Where()
	count := text.TuiNoteCount.With(at.Row+1, at.Rows, ed.Length())
	if ed.Length() > form.MaxNote*9/10 {
		count = text.TuiNoteFull.With(at.Row+1, at.Rows, ed.Length(), form.MaxNote)
	}
	box.Box(t.Chrome, f.Title.In(lang), count.In(lang), t.Accent, t.Accent, t.Faint)
	// What is out of sight is told on the edge.
	if at.First > 0 {
		box.Text(box.W-1, 1, t.Chrome.Up, t.Accent)
	}
	if at.First+at.Shown < at.Rows {
		box.Text(box.W-1, in.H, t.Chrome.Down, t.Accent)
	}
	keys := []keyWord{{"enter", text.TuiFootTake}, {"ctrl+n", text.TuiFootLine}}
	if m.Here() == InNote {
		keys = append(keys, keyWord{"esc", text.TuiFootCancel})
	}
	drawKeys(m, box, keys)
	at1, at2 := in.At(cx, cy)
	box.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Dialog) })
	return screen.CaretAt(at1, at2)
}

// keyWord is a key and what it does, in a word.
type keyWord struct {
	key string
	say text.Pair
}

// drawKeys draws the keys of a box into its lower edge, as many as fit.
func drawKeys(m screen.Desk, box paint.Area, keys []keyWord) {
	t := m.Theme()
	x, edge := 2, box.Rows(box.H-1, 1)
	for _, k := range keys {
		l := kit.Line{{" " + screen.Keycap(k.key), t.Key}, {" " + k.say.In(m.Lang()) + " ", t.Text}}
		if x+l.Width() > box.W-2 {
			return
		}
		x = l.Draw(edge, x, 0) + 1
	}
}
