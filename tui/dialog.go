package tui

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// dialogActions are the keys dialogs take themselves, here to be shown.
func dialogActions() []Action {
	return []Action{
		{ID: "ask.yes", Title: text.TuiYes, Foot: text.TuiYes, Keys: []string{"enter", "y"}, Where: InAsk, Rank: 1},
		{ID: "ask.no", Title: text.TuiNo, Foot: text.TuiNo, Keys: []string{"esc", "n"}, Where: InAsk, Rank: 2},
		{ID: "list.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: InList, Rank: 1},
		{ID: "list.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InList, Rank: 3},
		{ID: "input.take", Title: text.TuiTake, Foot: text.TuiTake, Keys: []string{"enter"}, Where: InInput, Rank: 1, On: func(m *Root) bool { return !finding(m) }},
		{ID: "input.close", Title: text.TuiFootCancel, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InInput, Rank: 3, On: func(m *Root) bool { return !finding(m) }},
	}
}

// dialogBox draws a dialog in the middle and gives the area inside.
func (m *Root) dialogBox(whole paint.Area, title string, w, h int) paint.Area {
	a := whole.Centre(min(w, whole.W-4), min(h, whole.H-2))
	a.Fill(m.th.Dialog)
	in := a.Box(m.th.Chrome, title, "", m.th.Accent, m.th.Accent, m.th.Faint)
	a.Restyle(func(s paint.Style) paint.Style { return s.Over(m.th.Dialog) })
	return in.Inset(1, 0)
}

// underlay lays the dialog's ground under what was drawn in it.
func (m *Root) underlay(a paint.Area) {
	a.Restyle(func(s paint.Style) paint.Style { return s.Over(m.th.Dialog) })
}

// ask is a question with yes and no.
type ask struct {
	title, say text.Pair
	then       func(m *Root, yes bool) tea.Cmd
}

func newAsk(title, say text.Pair, then func(m *Root, yes bool) tea.Cmd) *ask {
	return &ask{title, text.OnScreen(say), then}
}

func (d *ask) place() Place { return InAsk }

func (d *ask) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter", "y", "shift+y":
		return true, d.then(m, true)
	case "esc", "n", "shift+n", "ctrl+c":
		return true, d.then(m, false)
	}
	return false, nil
}

func (d *ask) paste(*Root, string) tea.Cmd { return nil }

func (d *ask) draw(m *Root, whole paint.Area) caret {
	lines := paint.Wrap(d.say.In(m.lang), 52)
	in := m.dialogBox(whole, d.title.In(m.lang), 60, len(lines)+6)
	for y, l := range lines {
		in.Text(1, y+1, l, m.th.Text)
	}
	x := in.Text(1, in.H-2, "Enter ", m.th.Key)
	x = in.Text(x, in.H-2, text.TuiYes.In(m.lang), m.th.Strong) + 4
	x = in.Text(x, in.H-2, "Esc ", m.th.Key)
	in.Text(x, in.H-2, text.TuiNo.In(m.lang), m.th.Text)
	m.underlay(in)
	return caret{}
}

// input is a question answered by a text.
type input struct {
	title, say text.Pair
	ed         *lineedit.Editor
	wrong      text.Pair
	then       func(m *Root, typed string) (wrong text.Pair, cmd tea.Cmd)
}

func newInput(title, say text.Pair, typed string, then func(m *Root, typed string) (text.Pair, tea.Cmd)) *input {
	return &input{title: title, say: say, ed: lineedit.New(typed, false), then: then}
}

func (d *input) place() Place { return InInput }

func (d *input) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.Keystroke() {
	case "enter":
		wrong, cmd := d.then(m, d.ed.Text())
		d.wrong = wrong
		return wrong.Empty(), cmd
	case "esc":
		return true, nil
	case "ctrl+v", "shift+insert":
		return false, m.askClipboard()
	}
	d.wrong = text.Pair{}
	if r := d.ed.Key(k); r.Copy != "" {
		return false, m.copyText(r.Copy, text.TuiCopyText)
	}
	return false, nil
}

func (d *input) paste(_ *Root, s string) tea.Cmd { d.ed.Insert(s); return nil }

func (d *input) draw(m *Root, whole paint.Area) caret {
	w := min(76, whole.W-4)
	lines := paint.Wrap(d.say.In(m.lang), w-6)
	var wrong []string
	if !d.wrong.Empty() {
		wrong = paint.Wrap("! "+d.wrong.In(m.lang), w-6)
	}
	in := m.dialogBox(whole, d.title.In(m.lang), w, len(lines)+len(wrong)+7)
	for y, l := range lines {
		in.Text(1, y+1, l, m.th.Text)
	}
	y := len(lines) + 2
	for k, l := range wrong {
		in.Text(1, y+2+k, l, m.th.Bad)
	}
	m.underlay(in)
	field := in.Sub(1, y, in.W-2, 1)
	cx, cy := field.At(d.ed.Draw(field, lineedit.Look{Text: m.th.Input, Mark: m.th.Mark}), 0)
	return caret{cx, cy, true}
}

// askReason asks for the written reason of a finding.
func (m *Root) askReason(f form.Finding) tea.Cmd {
	if f.Severity == form.Must {
		m.say(warn, text.TuiMustMend)
		return nil
	}
	id := entry.FindingID(f)
	m.open(newInput(text.TuiReasonTitle, f.Message, f.Reason, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		_, cmd := m.desk.enqueue(&job{do: func(s *entry.Session) (entry.Outcome, error) {
			return entry.Outcome{}, s.Reason(id, typed)
		}}, reasoned)
		return text.Pair{}, cmd
	}), false)
	return nil
}

// offerDraft gives back text that was being keyed when a session ended badly.
func (m *Root) offerDraft(d entry.Draft) {
	f := form.ByID(d.Form)
	if f == nil || f.Field(d.Field) == nil {
		return
	}
	say := text.TuiDraftSay.With(f.Title, f.Field(d.Field).Title, paint.Safe(paint.Cut(d.Typed, 60)))
	m.open(newAsk(text.TuiDraftTitle, say, func(m *Root, yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		row := d.Row
		if row == 0 {
			row = m.desk.nextRow()
		}
		_, cmd := m.apply([]entry.Edit{{Form: f, Row: row, Field: d.Field, Typed: d.Typed}})
		return tea.Batch(cmd, m.goTo(f, d.Row, d.Field))
	}), true)
}

// columnChooser chooses the columns of a table.
type columnChooser struct {
	s     *gridScreen
	cols  []grid.Column
	shown []bool
	list  list
}

func newColumnChooser(s *gridScreen) *columnChooser {
	cols, shown := s.g.Columns()
	return &columnChooser{s: s, cols: cols, shown: shown, list: list{n: len(cols)}}
}

func (d *columnChooser) place() Place { return InList }

func (d *columnChooser) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if d.list.move(key) {
		return false, nil
	}
	switch key {
	case "space", "x":
		d.shown[d.list.at] = !d.shown[d.list.at]
	case "a":
		all := true
		for _, on := range d.shown {
			all = all && on
		}
		for i := range d.shown {
			d.shown[i] = !all
		}
	case "enter":
		d.s.g.SetShown(d.shown)
		return true, nil
	case "esc":
		return true, nil
	}
	return false, nil
}

func (d *columnChooser) paste(*Root, string) tea.Cmd { return nil }

func (d *columnChooser) draw(m *Root, whole paint.Area) caret {
	in := m.dialogBox(whole, text.TuiColumns.In(m.lang), 46, len(d.cols)+5)
	rows := in.H - 2
	d.list.window(rows)
	for k := range min(rows, len(d.cols)-d.list.top) {
		i := d.list.top + k
		box, st := "[ ] ", m.th.Faint
		if d.shown[i] {
			box, st = "["+m.th.Chrome.Check+"] ", m.th.Text
		}
		in.Text(1, k, box, st)
		in.Cut(5, k, in.W-6, d.cols[i].Title, st)
		if i == d.list.at {
			in.Rows(k, 1).Restyle(func(paint.Style) paint.Style { return m.th.Cursor })
		}
	}
	in.Cut(1, in.H-1, in.W-2, text.TuiColumnsHint.In(m.lang), m.th.Faint)
	m.underlayBut(in, d.list.at-d.list.top)
	return caret{}
}

// underlayBut is underlay for all rows but one.
func (m *Root) underlayBut(a paint.Area, row int) {
	for y := range a.H {
		if y != row {
			m.underlay(a.Rows(y, 1))
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
