package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/grid"
	"yice/tui/paint"
)

// pastePreview shows what a paste will do before it does it, with what could not be read, row by row.
type pastePreview struct {
	s    *gridScreen
	p    *grid.Paste
	list list
}

func (m *Root) askPaste(s *gridScreen, block string) tea.Cmd {
	if m.stand.locked {
		m.say(bad, text.TuiSealedNoEdit)
		return nil
	}
	p := s.g.Preview(block)
	if p.Unread {
		m.say(warn, text.TuiPasteUnread)
		return nil
	}
	m.open(&pastePreview{s: s, p: p, list: list{n: len(p.Problems)}}, false)
	return nil
}

func (d *pastePreview) place() Place { return InList }

func (d *pastePreview) key(m *Root, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	if d.list.move(key) {
		return false, nil
	}
	switch key {
	case "enter":
		return true, d.take(m, false)
	case "g", "shift+g":
		if len(d.p.Problems) > 0 {
			return true, d.take(m, true)
		}
	case "esc", "ctrl+c":
		return true, nil
	}
	return false, nil
}

func (d *pastePreview) take(m *Root, goodOnly bool) tea.Cmd {
	edits := d.s.g.Paste(d.p, goodOnly)
	if len(edits) == 0 {
		m.say(plain, text.TuiPasteNothing)
		return nil
	}
	rows := d.p.Rows
	if goodOnly {
		rows = d.p.Good
	}
	m.say(good, text.TuiPasted.With(rows))
	return tea.Batch(d.s.put(m, edits), d.s.load(m))
}

func (d *pastePreview) paste(*Root, string) tea.Cmd { return nil }

// said are the lines above the problems.
func (d *pastePreview) said(m *Root) (lines []string, styles []paint.Style) {
	p, t := d.p, m.th
	add := func(st paint.Style, s string) { lines, styles = append(lines, s), append(styles, st) }
	add(t.Text, text.TuiPasteSay.With(p.Rows, p.Cells, p.New, p.Changed).In(m.lang))
	if p.Header {
		add(t.Faint, text.TuiPasteHeader.In(m.lang))
	}
	var units []string
	for _, u := range p.Units {
		units = append(units, u.In(m.lang))
	}
	switch len(units) {
	case 0:
	case 1:
		add(t.Faint, text.TuiPasteUnit.With(units[0]).In(m.lang))
	default:
		add(t.Faint, text.TuiPasteUnits.With(strings.Join(units, text.ScoreEnum.In(m.lang))).In(m.lang))
	}
	if p.Cleared > 0 {
		add(t.Warn, "! "+text.TuiPasteCleared.With(p.Cleared).In(m.lang))
	}
	if p.Skipped > 0 {
		add(t.Warn, "! "+text.TuiPasteSkipped.With(p.Skipped).In(m.lang))
	}
	if len(p.Unknown) > 0 {
		add(t.Warn, "! "+text.TuiPasteUnknown.With(paint.Safe(strings.Join(p.Unknown, text.ScoreEnum.In(m.lang)))).In(m.lang))
	}
	if len(p.Problems) > 0 {
		add(t.Bad, "! "+text.TuiPasteProblems.With(len(p.Problems)).In(m.lang))
	}
	return lines, styles
}

func (d *pastePreview) draw(m *Root, whole paint.Area) caret {
	p := d.p
	lines, styles := d.said(m)
	rows := clampInt(len(p.Problems), 0, 10)
	cols := d.columns(m)
	why := 3 * btoi(cols.why > min(92, whole.W-4)-5-cols.x) // a rule and the whole reason of the line under the cursor
	in := m.dialogBox(whole, text.TuiPasteTitle.In(m.lang), 92, len(lines)+rows+why+5)
	for i, l := range lines {
		in.Cut(1, i+1, in.W-2, l, styles[i])
	}
	y, cursor := len(lines)+1, -1
	d.list.window(min(rows, max(in.H-y-2-why, 1)))
	if rows > 0 {
		if shown := d.list.rows; len(p.Problems) > shown {
			at := fmt.Sprintf("↑↓ %d–%d / %d", d.list.top+1, d.list.top+shown, len(p.Problems))
			in.Right(0, y-1, in.W-1, at, m.th.Faint)
		}
		cursor = y + d.list.at - d.list.top
		d.drawProblems(m, in.Sub(0, y, in.W, d.list.rows+why), cols)
	}
	hint := text.TuiPasteHint
	if rows > 0 {
		hint = text.TuiPasteHintBad
	}
	in.Cut(1, in.H-1, in.W-2, hint.In(m.lang), m.th.Key)
	m.underlayBut(in, cursor)
	return caret{}
}

// problemColumns are the widths of the list of problems; x is where the reasons begin.
type problemColumns struct{ row, field, typed, x, why int }

// columns measures the problems, the first of many.
func (d *pastePreview) columns(m *Root) (c problemColumns) {
	for _, pr := range d.p.Problems[:min(len(d.p.Problems), 200)] {
		c.row = max(c.row, paint.Width(text.TuiRowNo.With(pr.Row).In(m.lang)))
		c.field = max(c.field, min(paint.Width(pr.Field.In(m.lang)), 18))
		c.typed = max(c.typed, min(paint.Width(paint.Safe(pr.Typed)), 20))
		c.why = max(c.why, paint.Width(pr.Why.In(m.lang)))
	}
	c.x = 1 + c.row + 2 + c.field + 2 + c.typed + 2
	return c
}

// drawProblems draws the cells that cannot be read, in columns, and below them, where it was cut, why the one under the
// cursor cannot.
func (d *pastePreview) drawProblems(m *Root, a paint.Area, c problemColumns) {
	shown := d.p.Problems[d.list.top:min(d.list.top+d.list.rows, len(d.p.Problems))]
	for k, pr := range shown {
		a.Cut(1, k, c.row, text.TuiRowNo.With(pr.Row).In(m.lang), m.th.Faint)
		a.Cut(1+c.row+2, k, c.field, pr.Field.In(m.lang), m.th.Strong)
		a.Cut(1+c.row+2+c.field+2, k, c.typed, paint.Safe(pr.Typed), m.th.Bad)
		a.Cut(c.x, k, a.W-c.x-1, pr.Why.In(m.lang), m.th.Text)
		if d.list.top+k == d.list.at {
			a.Rows(k, 1).Restyle(func(paint.Style) paint.Style { return m.th.Cursor })
		}
	}
	if a.H <= len(shown) {
		return
	}
	a.Repeat(1, len(shown), a.W-2, m.th.Chrome.Dash, m.th.Frame)
	for k, l := range paint.Wrap(d.p.Problems[d.list.at].Why.In(m.lang), a.W-2) {
		if k < 2 {
			a.Text(1, len(shown)+1+k, l, m.th.Text)
		}
	}
}
