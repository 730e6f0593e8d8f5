package beginning

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// The card is drawn as a form: a line a field, what is known of the one under the cursor below them, or beside them where
// the screen is wide.

// newLabel is the room of the names of the fields.
const newLabel = 26

func (n *CardScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	title := text.TuiNewTitle
	if n.inside {
		title = text.TuiNewFirmTitle
	}
	x := a.Text(0, 0, " "+text.TuiName.In(lang)+" ", t.Brand) + 1
	a.Cut(x, 0, a.W-x-1, title.In(lang), t.Title)
	a.Repeat(0, 1, a.W, t.Chrome.H, t.Frame)
	rows := len(n.fields) + 2
	body := a.Below(2)
	if a.W >= 112 {
		left, right := body.SplitX(a.W * 3 / 5)
		at := n.drawFields(m, left.Sub(1, 1, left.W-3, rows))
		left.Sub(4, rows+2, left.W-8, left.H-rows-2).Wrapped(0, text.TuiForNewBook.In(lang), t.Faint)
		n.drawChoices(m, kit.Box(m, right.Sub(0, 0, right.W-1, min(right.H, rows+8)), n.panelTitle(m), "", true).Inset(1, 0))
		return at
	}
	at := n.drawFields(m, body.Sub(1, 0, body.W-2, rows))
	body.Repeat(0, rows, body.W, t.Chrome.Dash, t.Frame)
	n.drawChoices(m, body.Sub(2, rows+1, body.W-4, body.H-rows-1))
	return at
}

func (n *CardScreen) panelTitle(m screen.Desk) string {
	lang := m.Lang()
	if f := n.now(); f != nil {
		return f.title.In(lang)
	}
	return text.TuiNewMake.In(lang)
}

// drawFields draws the card itself.
func (n *CardScreen) drawFields(m screen.Desk, a paint.Area) (at screen.Caret) {
	lang := m.Lang()
	t := m.Theme()
	for i := range n.fields {
		f, row := &n.fields[i], a.Rows(i, 1)
		kit.Zone(m, row, 0, row.W, func() tea.Cmd { return n.to(m, i) })
		wrong, missing := n.wrong(m, f)
		if n.settles(m, f) {
			wrong = text.Pair{}
		}
		sign, st := " ", t.Faint
		switch {
		case !wrong.Empty() && (!missing || f.seen):
			sign, st = "!", t.Bad
		case f.id == "uscc" && !entry.DoubtfulCode(f.text()).Empty():
			sign, st = "?", t.Warn
		case f.id == newPack && !n.yearHolds(m):
		case !missing && (f.text() != "" || f.id == newPack):
			sign, st = t.Chrome.Check, t.Good
		}
		row.Text(1, 0, sign, st)
		name := t.Text
		if i == n.at {
			name = t.Accent
			row.Text(0, 0, t.Chrome.Caret, t.Accent)
		}
		row.Cut(3, 0, newLabel-4, f.title.In(lang), name)
		field := row.Sub(newLabel, 0, row.W-newLabel-1, 1)
		noteW := 0
		if note := n.note(m, f); note != "" && field.W > 40 {
			noteW = min(paint.Width(note), field.W-22) + 2
			field.Cut(field.W-noteW+2, 0, noteW-2, note, t.Faint)
		}
		if c := n.drawValue(m, field.Sub(0, 0, field.W-noteW, 1), f, i == n.at); i == n.at {
			at = c
		}
	}
	row := a.Rows(len(n.fields)+1, 1)
	kit.Presses(m, row, 0, row.W, "f10", 1)
	all := n.lacking(m)
	label, state, st := " "+text.TuiNewMake.In(lang)+" ", text.TuiNewReady, t.Good
	if len(all) > 0 {
		state, st = n.lacks(all), t.Warn
	}
	look := t.Strong
	if n.now() == nil {
		row.Text(0, 0, t.Chrome.Caret, t.Accent)
		look = t.Cursor
	}
	row.Text(3, 0, label, look)
	row.Cut(newLabel, 0, row.W-newLabel-1, state.In(lang), st)
	return at
}

// drawValue draws what a field holds; the one under the cursor as a field being keyed.
func (n *CardScreen) drawValue(m screen.Desk, a paint.Area, f *newField, here bool) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	if f.id == newPack {
		st := t.Strong
		if here {
			st = t.Input
		}
		a.Fill(paint.Style{}.Over(st))
		a.Cut(0, 0, a.W, n.packSays(m), st)
		x, y := a.At(0, 0)
		return screen.Caret{X: x, Y: y, On: here}
	}
	if here {
		x, y := a.At(kit.Field(m, a, f.ed, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
		return screen.CaretAt(x, y)
	}
	shown := f.ed.Text()
	if f.id == newPath {
		shown = kit.Shorten(shown, a.W)
	}
	switch {
	case shown != "":
		a.Cut(0, 0, a.W, shown, t.Strong)
	case f.needed:
		a.Cut(0, 0, a.W, text.TuiNewNeeded.In(lang), t.Faint)
	default:
		a.Cut(0, 0, a.W, text.TuiNewOptional.In(lang), t.Faint)
	}
	return screen.Caret{}
}

// note is what stands behind a field: how far a code has come, what a typed code means.
func (n *CardScreen) note(m screen.Desk, f *newField) string {
	lang := m.Lang()
	switch f.id {
	case "uscc":
		wrong, _ := n.wrong(m, f)
		switch k := len(f.text()); {
		case k == 0:
		case wrong.Empty() && entry.DoubtfulCode(f.text()).Empty():
			return text.TuiNewUSCCGood.In(lang)
		case k < 18:
			return text.TuiNewUSCCLong.With(k).In(lang)
		}
	case "type", "tier", "industry":
		fd := n.forms(m).ByID("enterprise").Field(f.id)
		if f.value != "" {
			if fd.OpenCodes {
				return f.value
			}
			return ""
		}
		if v, err := fd.Parse(f.text(), form.NoUnit); err == nil && !v.Empty() {
			if title := fd.CodeTitle(v.Str()).In(lang); title != f.text() {
				return title
			}
		}
	case newYear:
		for _, c := range []struct {
			year int
			say  text.Pair
		}{{m.Now().Year(), text.TuiNewYearThis}, {m.Now().Year() - 1, text.TuiNewYearLast}} {
			if f.text() == strconv.Itoa(c.year) {
				return c.say.In(lang)
			}
		}
	}
	return ""
}

// settles reports that what is typed is taken for one of the choices when the field is left: it is no mistake while it is
// being typed.
func (n *CardScreen) settles(m screen.Desk, f *newField) bool {
	if f == nil || f != n.now() || f.text() == "" {
		return false
	}
	switch f.id {
	case "type", "tier", "industry":
		return n.marked(m, n.choices(m)) >= 0
	}
	return false
}

// drawChoices draws what is wrong with the field under the cursor, its help, and what can be chosen.
func (n *CardScreen) drawChoices(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t, y := m.Theme(), 0
	say := func(p text.Pair, st paint.Style) {
		for _, l := range paint.Wrap(p.In(lang), a.W) {
			if y < a.H {
				a.Text(0, y, l, st)
				y++
			}
		}
	}
	f := n.now()
	if f == nil {
		all := n.lacking(m)
		if len(all) > 0 {
			say(n.lacks(all), t.Warn)
		} else {
			say(text.TuiNewMakeHelp, t.Text)
		}
		return
	}
	if wrong, missing := n.wrong(m, f); !wrong.Empty() && (!missing || f.seen) && !n.settles(m, f) {
		say(text.Pair{ZH: "! " + wrong.ZH, EN: "! " + wrong.EN}, t.Bad)
	} else if f.id == "uscc" {
		if doubt := entry.DoubtfulCode(f.text()); !doubt.Empty() {
			say(text.Pair{ZH: "? " + doubt.ZH, EN: "? " + doubt.EN}, t.Warn)
		}
	}
	say(f.help, t.Faint)
	all := n.choices(m)
	if len(all) == 0 {
		return
	}
	y++
	rows := max(a.H-y, 1)
	at := n.marked(m, all)
	n.list.N = len(all)
	if !n.picked {
		n.list.At = max(at, 0)
	}
	n.list.Window(rows)
	for k := range min(rows, len(all)-n.list.Top) {
		i, row := n.list.Top+k, a.Rows(y+k, 1)
		x := 2
		if all[i].no != "" {
			x = row.Text(2, 0, all[i].no, t.Faint) + 2
		} else if f.id == newYear {
			x = row.Text(2, 0, all[i].take, t.Strong) + 2
		}
		row.Cut(x, 0, a.W-x-1, all[i].title, t.Text)
		kit.CursorRow(m, row, i == at)
		kit.Zone(m, row, 0, row.W, func() tea.Cmd {
			n.list.At, n.picked = i, true
			return n.take(m)
		})
	}
	if len(all) > rows {
		pos := text.TuiMore.With(max(at, 0)+1, len(all)).In(lang)
		a.Right(a.W-paint.Width(pos)-1, a.H-1, paint.Width(pos), pos, t.Faint)
	}
}
