package ruling

import (
	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// policyValue asks for a value of the pack: what it does and what may stand there, and while it is typed what it would make of the score.
type policyValue struct {
	s     *EditScreen
	cell  scoring.DraftCell
	ed    *lineedit.Editor
	words kit.List // over the words, where it is one of a list
	asked int
	// what was found out of the value that stands in the field
	tried   string
	refused text.Pair
	wrong   []scoring.CellError
	effect  scoring.PackEffect
}

func (s *EditScreen) ask(m screen.Desk) tea.Cmd {
	c := s.current()
	if c == nil {
		return nil
	}
	d := &policyValue{s: s, cell: *c, ed: lineedit.New(c.Value, false)}
	d.words.N = len(c.Words)
	for i, w := range c.Words {
		if w.ID == c.Value {
			d.words.At = i
		}
	}
	m.Open(d)
	return d.try(m)
}

// Place is that of a list, or of a field.
func (d *policyValue) Place() *screen.Place {
	if d.words.N > 0 {
		return kit.InList
	}
	return kit.InInput
}

// value is what Enter would take.
func (d *policyValue) value() string {
	if d.words.N > 0 {
		return d.cell.Words[d.words.At].ID
	}
	return d.ed.Text()
}

// Key takes every key.
func (d *policyValue) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch key := k.Keystroke(); {
	case key == "esc":
		return true, nil
	case key == "enter":
		if d.refused = d.s.draft.Set(d.cell.Path, d.value()); !d.refused.Empty() {
			d.tried = d.value()
			return false, nil
		}
		d.s.arrange(m)
		return true, d.s.keep(m)
	case d.words.N > 0:
		if !d.words.Move(key) {
			return false, nil
		}
	case key == "ctrl+v" || key == "shift+insert":
		return false, m.AskClipboard()
	default:
		if r := d.ed.Key(k); r.Copy != "" {
			return false, m.Copy(r.Copy, text.TuiCopyText)
		}
	}
	return false, d.try(m)
}

// Paste takes a text as typed.
func (d *policyValue) Paste(m screen.Desk, s string) tea.Cmd {
	d.ed.Insert(s)
	return d.try(m)
}

// try finds out, off the frame, what the value would make of the pack and the score.
func (d *policyValue) try(m screen.Desk) tea.Cmd {
	d.asked++
	asked, value, path, held, facts := d.asked, d.value(), d.cell.Path, *d.s.draft.Drafting, m.Session().Facts()
	return screen.Later(func() screen.Do {
		pack, wrong, refused := held.Try(path, value)
		var e scoring.PackEffect
		if pack != nil && refused.Empty() {
			e = scoring.PackEffectOf(held.Base(), pack, facts)
		}
		return func() tea.Cmd {
			if asked == d.asked {
				d.tried, d.refused, d.wrong, d.effect = value, refused, wrong, e
			}
			return nil
		}
	})
}

// policyValueEffect are the rows that tell what the value makes of the score.
const policyValueEffect = 4

// Draw draws what the value does, the field, and what became of it.
func (d *policyValue) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	t, w := m.Theme(), min(84, whole.W-4)
	say := d.s.about(m, &d.cell, w-6)
	rows := 1
	if d.words.N > 0 {
		rows = min(d.words.N, 8)
	}
	in := kit.Dialog(m, whole, d.cell.Heading(m.Lang())+"  "+d.cell.Name.Begun().In(m.Lang()), w, len(say)+rows+policyValueEffect+6)
	room := kit.ClampInt(len(say), 0, max(in.H-rows-policyValueEffect-3, 0))
	for y, l := range say[:room] {
		in.Text(1, 1+y, l, t.Text)
	}
	y := room + 2
	field := in.Sub(1, y, in.W-2, rows)
	at := screen.Caret{}
	if d.words.N > 0 {
		d.words.Window(rows)
		for k := range min(rows, d.words.N-d.words.Top) {
			word := d.cell.Words[d.words.Top+k]
			row := field.Rows(k, 1)
			row.Cut(2, 0, row.W-2, word.Told().In(m.Lang()), t.Text)
			kit.CursorRow(m, row, d.words.Top+k == d.words.At)
		}
	}
	drawTried(m, in.Sub(1, y+rows+1, in.W-2, max(in.H-y-rows-1, 0)), d)
	kit.Underlay(m, in)
	if d.words.N == 0 {
		x, fy := field.At(kit.Field(m, field, d.ed, lineedit.Look{Text: t.Input, Mark: t.Mark}), 0)
		at = screen.CaretAt(x, fy)
	}
	return at
}

// drawTried says what became of the value in the field.
func drawTried(m screen.Desk, a paint.Area, d *policyValue) {
	t := m.Theme()
	wrapped := func(say string, st paint.Style) {
		for y, l := range paint.Wrap(say, a.W)[:min(len(paint.Wrap(say, a.W)), a.H)] {
			a.Text(0, y, l, st)
		}
	}
	switch {
	case d.tried != d.value():
	case !d.refused.Empty():
		wrapped("! "+d.refused.In(m.Lang()), t.Bad)
	case len(d.wrong) > 0:
		wrapped("? "+text.TuiPeFitsNot.With(d.wrong[0].Say).In(m.Lang()), t.Warn)
	default:
		drawEffect(m, a, &d.effect)
	}
}
