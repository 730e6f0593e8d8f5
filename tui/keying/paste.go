package keying

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/grid"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// pastePreview shows what a paste will do before it does it, with what could not be read, row by row.
type pastePreview struct {
	s    *TableScreen
	p    *grid.Paste
	list kit.List

	lines []pasteLine
}

func askPaste(m screen.Desk, s *TableScreen, block string) tea.Cmd {
	if m.Standing().Locked {
		m.Say(screen.Bad, text.TuiSealedNoEdit)
		return nil
	}
	p := s.Grid.Preview(block)
	if p.Unread {
		m.Say(screen.Warn, text.TuiPasteUnread)
		return nil
	}
	d := &pastePreview{s: s, p: p}
	d.arrange()
	s.pasting = d
	m.Open(d)
	return nil
}

func (d *pastePreview) Place() *screen.Place { return InPaste }

// pasteActions are the keys of the preview, which it takes itself, here to be shown.
func pasteActions() []screen.Action {
	on := func(f func(d *pastePreview) bool) func(screen.Desk) bool {
		return func(m screen.Desk) bool {
			s, ok := m.Top().(*TableScreen)
			return ok && s.pasting != nil && f(s.pasting)
		}
	}
	return []screen.Action{
		{ID: "paste.take", Title: text.TuiPasteTake, Foot: text.TuiPasteTitle, Keys: []string{"enter"}, Where: InPaste, Rank: 1},
		{ID: "paste.good", Title: text.TuiPasteGood, Foot: text.TuiFootPasteGood, Keys: []string{"g"}, Where: InPaste, Rank: 2, On: on((*pastePreview).unread)},
		{ID: "paste.asides", Title: text.TuiPasteAlso, Foot: text.TuiFootPasteAlso, Keys: []string{"a"}, Where: InPaste, Rank: 3, On: on((*pastePreview).leaves)},
		{ID: "paste.scroll", Title: text.TuiMove, Foot: text.TuiFootScroll, Keys: kit.ListKeys, Caps: "↑↓", Where: InPaste, Rank: 4, On: on(func(d *pastePreview) bool { return len(d.lines) > 0 })},
		{ID: "paste.close", Title: text.TuiPasteNot, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InPaste, Rank: 5},
	}
}

// unread reports that there are cells which could not be read.
func (d *pastePreview) unread() bool { return len(d.p.Problems) > 0 }

func (d *pastePreview) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if d.list.Move(key) {
		return false, nil
	}
	if letter := screen.Letter(k); letter != "" {
		key = letter
	}
	switch key {
	case "enter":
		return true, d.take(m, false)
	case "g":
		if d.unread() {
			return true, d.take(m, true)
		}
	case "a":
		if d.leaves() {
			d.p.All = !d.p.All
			d.s.Grid.Review(d.p)
			d.arrange()
		}
	case "esc", "ctrl+c":
		return true, nil
	}
	return false, nil
}

// leaves reports that rows are left out which could be pasted as they stand.
func (d *pastePreview) leaves() bool { return d.p.Whole() }

// pasteLine is a line of the list: a cell that cannot be read, a row that is left out, a cell that changes.
type pasteLine struct {
	row   text.Pair
	what  text.Pair
	typed string
	why   text.Pair
	mood  screen.Mood
}

// arrange lists what cannot be read, then what is left out and why, then what changes.
func (d *pastePreview) arrange() {
	d.lines = d.lines[:0:0]
	for _, pr := range d.p.Problems {
		d.lines = append(d.lines, pasteLine{text.TuiRowNo.With(pr.Row), pr.Field, paint.Safe(pr.Typed), pr.Why, screen.Bad})
	}
	if !d.p.All {
		for _, a := range d.p.Asides {
			d.lines = append(d.lines, pasteLine{text.TuiRowNo.With(a.Row), kit.KindTitles[a.Kind], paint.Safe(a.Text), a.Why, screen.Warn})
		}
	}
	for _, c := range d.p.Changes {
		now := text.Same(paint.Safe(c.New))
		if c.New == "" {
			now = text.TuiChgNothing
		}
		d.lines = append(d.lines, pasteLine{text.TuiRowNo.With(c.Row), c.Field, paint.Safe(c.Old), text.TuiPasteBecomes.With(now), screen.Plain})
	}
	d.list.N = len(d.lines)
	d.list.Clamp()
}

func (d *pastePreview) take(m screen.Desk, goodOnly bool) tea.Cmd {
	edits := d.s.Grid.Paste(d.p, goodOnly)
	if len(edits) == 0 {
		m.Say(screen.Plain, text.TuiPasteNothing)
		return nil
	}
	rows := d.p.Rows
	if goodOnly {
		rows = d.p.Good
	}
	m.Say(screen.Good, text.TuiPasted.With(rows))
	return tea.Batch(d.s.putAs(m, edits, text.EntryLabelPaste.With(rows, d.s.Form.Title)), d.s.load(m))
}

func (d *pastePreview) Paste(screen.Desk, string) tea.Cmd { return nil }

// said are the lines above the problems.
func (d *pastePreview) said(m screen.Desk) (lines []string, styles []paint.Style) {
	lang := m.Lang()
	p, t := d.p, m.Theme()
	add := func(st paint.Style, s string) { lines, styles = append(lines, s), append(styles, st) }
	add(t.Text, text.TuiPasteSay.With(p.Rows, p.Cells, p.New, p.Changed).In(lang))
	if p.Header {
		add(t.Faint, text.TuiPasteHeader.In(lang))
	}
	var units []string
	for _, u := range p.Units {
		units = append(units, u.In(lang))
	}
	switch len(units) {
	case 0:
	case 1:
		add(t.Faint, text.TuiPasteUnit.With(units[0]).In(lang))
	default:
		add(t.Faint, text.TuiPasteUnits.With(strings.Join(units, text.ScoreEnum.In(lang))).In(lang))
	}
	if p.Account {
		add(t.Faint, text.TuiPasteAccount.In(lang))
	}
	for _, diff := range p.Differences[:min(len(p.Differences), 2)] {
		add(t.Bad, "! "+diff.Say().In(lang))
	}
	if n := len(p.Asides); n > 0 && p.All {
		add(t.Warn, "! "+text.TuiPasteAll.With(n).In(lang))
	} else if n > 0 {
		add(t.Warn, "! "+text.TuiPasteAsides.With(n).In(lang))
	}
	if p.Cleared > 0 {
		add(t.Warn, "! "+text.TuiPasteCleared.With(p.Cleared).In(lang))
	}
	if p.Beyond > 0 {
		add(t.Bad, "! "+text.TuiPasteBeyond.With(p.Beyond).In(lang))
	}
	if p.Skipped > 0 {
		add(t.Warn, "! "+text.TuiPasteSkipped.With(p.Skipped).In(lang))
	}
	if len(p.Unknown) > 0 {
		add(t.Warn, "! "+text.TuiPasteUnknown.With(paint.Safe(strings.Join(p.Unknown, text.ScoreEnum.In(lang)))).In(lang))
	}
	if len(p.Problems) > 0 {
		add(t.Bad, "! "+text.TuiPasteProblems.With(len(p.Problems)).In(lang))
	}
	return lines, styles
}

func (d *pastePreview) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	p := d.p
	lines, styles := d.said(m)
	rows := kit.ClampInt(len(d.lines), 0, 10)
	cols := d.columns(m)
	why := 3 * kit.Btoi(cols.why > min(92, whole.W-4)-5-cols.x) // a rule and the whole reason of the line under the cursor
	in := kit.Dialog(m, whole, text.TuiPasteTitle.In(lang), 92, len(lines)+rows+why+5)
	for i, l := range lines {
		in.Cut(1, i+1, in.W-2, l, styles[i])
	}
	y, cursor := len(lines)+1, -1
	d.list.Window(min(rows, max(in.H-y-2-why, 1)))
	if rows > 0 {
		if shown := d.list.Rows; len(d.lines) > shown {
			at := fmt.Sprintf("↑↓ %d–%d / %d", d.list.Top+1, d.list.Top+shown, len(d.lines))
			in.Right(0, y-1, in.W-1, at, t.Faint)
		}
		cursor = y + d.list.At - d.list.Top
		d.drawProblems(m, in.Sub(0, y, in.W, d.list.Rows+why), cols)
	}
	hint := text.TuiPasteHint
	switch {
	case d.unread():
		hint = text.TuiPasteHintBad
	case d.leaves() && p.All:
		hint = text.TuiPasteHintLess
	case d.leaves():
		hint = text.TuiPasteHintAll
	}
	kit.Hint(m, in, 1, in.H-1, in.W-2, hint.In(lang), t.Text)
	kit.UnderlayBut(m, in, cursor)
	return screen.Caret{}
}

// problemColumns are the widths of the list; x is where the reasons begin.
type problemColumns struct{ row, field, typed, x, why int }

// columns measures the list, the first of many.
func (d *pastePreview) columns(m screen.Desk) (c problemColumns) {
	lang := m.Lang()
	for _, l := range d.lines[:min(len(d.lines), 200)] {
		c.row = max(c.row, paint.Width(l.row.In(lang)))
		c.field = max(c.field, min(paint.Width(l.what.In(lang)), 18))
		c.typed = max(c.typed, min(paint.Width(l.typed), 30))
		c.why = max(c.why, paint.Width(l.why.In(lang)))
	}
	c.x = 1 + c.row + 2 + c.field + 2 + c.typed + 2
	return c
}

// drawProblems draws the list in columns, and below it, where it was cut, the reason of the line under the cursor.
func (d *pastePreview) drawProblems(m screen.Desk, a paint.Area, c problemColumns) {
	lang := m.Lang()
	t := m.Theme()
	shown := d.lines[d.list.Top:min(d.list.Top+d.list.Rows, len(d.lines))]
	for k, l := range shown {
		typed, why := kit.MoodStyle(m, l.mood, t.Faint), t.Text
		if l.mood == screen.Plain {
			why = t.Accent
		}
		a.Cut(1, k, c.row, l.row.In(lang), t.Faint)
		a.Cut(1+c.row+2, k, c.field, l.what.In(lang), t.Strong)
		a.Cut(1+c.row+2+c.field+2, k, c.typed, l.typed, typed)
		a.Cut(c.x, k, a.W-c.x-1, l.why.In(lang), why)
		if d.list.Top+k == d.list.At {
			a.Rows(k, 1).Restyle(func(paint.Style) paint.Style { return t.Cursor })
		}
	}
	if a.H <= len(shown) {
		return
	}
	a.Repeat(1, len(shown), a.W-2, t.Chrome.Dash, t.Frame)
	for k, l := range paint.Wrap(d.lines[d.list.At].why.In(lang), a.W-2) {
		if k < 2 {
			a.Text(1, len(shown)+1+k, l, t.Text)
		}
	}
}
