package statutory

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/returns"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// paperFoot are the rows below the table where there is no panel beside it.
const paperFoot = 5

// besideMost cells are taken by the panel beside the table.
const besideMost = 60

// paperCell is a figure as it is drawn.
type paperCell struct {
	shown string
	st    paint.Style
}

// Draw draws the table, and beside or below it what is to be known of the cell under the cursor.
func (s *PaperScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	if s.now == nil {
		a.Text(2, 0, text.TuiReturnReading.In(l), t.Faint)
		return screen.Caret{}
	}
	s.drawTitle(m, a.Rows(0, 1))
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(2)
	if len(s.rows) == 0 || len(s.cols) == 0 {
		body.Cut(2, 0, body.W-4, text.TuiPaperEmpty.In(l), t.Faint)
		return screen.Caret{}
	}
	// A panel beside the table only where no column has to give way to it.
	if beside := min(body.W*3/10, besideMost); body.W >= 112 && beside > 30 && s.fits(m, body.W-beside) == s.fits(m, body.W) {
		s.drawTable(m, body.Sub(0, 0, body.W-beside, body.H))
		side := body.Sub(body.W-beside, 0, beside, body.H)
		for y := range side.H {
			side.Text(0, y, t.Chrome.V, t.Frame)
		}
		s.drawAbout(m, side.Sub(2, 0, side.W-3, side.H))
		return screen.Caret{}
	}
	foot := min(paperFoot, max(body.H-6, 2))
	s.drawTable(m, body.Rows(0, body.H-foot-1))
	a.Repeat(0, a.H-foot-1, a.W, t.Chrome.Dash, t.Frame)
	s.drawAbout(m, body.Below(body.H-foot).Sub(2, 0, body.W-3, foot))
	return screen.Caret{}
}

// drawTitle says which form this is, of what year, and whether its rules are only a reference.
func (s *PaperScreen) drawTitle(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	note := ""
	if !s.of.Recalled.Empty() {
		note = text.TuiPaperBeside.In(l)
	}
	w := paint.Width(note)
	a.Right(a.W-1-w, 0, w, note, t.Warn)
	look := ""
	if looks := s.looks(); looks > 0 {
		look = "? " + text.TuiReturnLook.With(looks).In(l)
	}
	x := 2
	if numberOf(s.of) != "" {
		x = a.Cut(x, 0, 22, s.of.Number.In(l), t.Head) + 2
	}
	x = a.Cut(x, 0, max(a.W-x-w-2-paint.Width(look)-2, 8), s.of.Title.In(l), t.Title) + 2
	a.Cut(x, 0, max(a.W-x-w-2, 0), look, t.Warn)
}

// looks counts what has to be looked at before the return is handed in.
func (s *PaperScreen) looks() (n int) {
	for _, x := range s.notices {
		if x.Look {
			n++
		}
	}
	return n + len(s.found)
}

// value is a cell as it is drawn.
func (s *PaperScreen) value(m screen.Desk, r, c int) paperCell {
	t := m.Theme()
	slice, line := s.cell(r, c)
	col := &s.cols[c]
	if !s.now.Has(slice, line) {
		return paperCell{"/", t.Rest}
	}
	f := s.now.Exact(slice, line)
	switch {
	case col.last, col.change:
		was := returns.Figure{}
		like := (*returns.Slice)(nil)
		if s.last != nil {
			if like = s.last.Like(slice); like != nil {
				was = s.last.Exact(like, line)
			}
		}
		if col.change {
			if !f.Known || !was.Known || line.Measure == returns.InPercent {
				return paperCell{}
			}
			return paperCell{judging.Change(m, f.Exact, &was.Exact), t.Faint}
		}
		if !was.Known {
			return paperCell{}
		}
		return paperCell{form.Separated(s.last.At(like, line)), t.Faint}
	case !f.Known:
		return paperCell{t.Chrome.Hatch + t.Chrome.Hatch, t.Rest}
	}
	st := t.Text
	switch {
	case f.Exact < 0:
		st = t.Negative
	case s.rows[r].strong || slice.Total:
		st = t.Strong
	}
	return paperCell{form.Separated(s.now.At(slice, line)), st}
}

// widths are those of the columns: as wide as their figures, and their heads within reason.
func (s *PaperScreen) widths(m screen.Desk) []int {
	l := m.Lang()
	out := make([]int, len(s.cols))
	for c := range s.cols {
		head := s.cols[c].head.In(l)
		out[c] = (paint.Width(head) + 1) / 2
		if l.Written() == text.EN { // its words are not broken
			for _, word := range strings.Fields(head) {
				out[c] = max(out[c], paint.Width(word))
			}
		}
		out[c] = kit.ClampInt(out[c], 8, 14)
		for r := range s.rows {
			if s.rows[r].caption.Empty() {
				out[c] = max(out[c], paint.Width(s.value(m, r, c).shown))
			}
		}
		out[c] += 2
	}
	return out
}

// room is how wide the words before the figures are: number, name, unit.
func (s *PaperScreen) room(m screen.Desk) (numberW, nameW, unitW int) {
	l := m.Lang()
	for i := range s.rows {
		r := &s.rows[i]
		numberW = max(numberW, paint.Width(r.number.In(l)))
		nameW = max(nameW, paint.Width(r.name.In(l))+2*r.level)
		if r.line != nil {
			unitW = max(unitW, paint.Width(r.line.Measure.Title.In(l)))
		}
	}
	return min(numberW, 14), nameW, unitW
}

// fits counts the figure columns that there is room for at a width, without cutting the names below what tells them apart.
func (s *PaperScreen) fits(m screen.Desk, w int) (n int) {
	numberW, nameW, unitW := s.room(m)
	room := w - 4 - numberW - min(nameW, leastName) - unitW - 4
	for _, cw := range s.widths(m) {
		if room -= cw; room < 0 {
			break
		}
		n++
	}
	return n
}

// leastName is what a name keeps while figures need the room: the figures can be moved, the names of two rows may differ at their ends.
const leastName = 40

func (s *PaperScreen) drawTable(m screen.Desk, a paint.Area) {
	t := m.Theme()
	widths := s.widths(m)
	numberW, nameW, unitW := s.room(m)
	fixed := 3 + numberW + 1
	if unitW > 0 {
		fixed += unitW + 2
	}
	want := 0
	for _, w := range widths {
		want += w
	}
	nameW = min(nameW, max(a.W-fixed-want-2, leastName))
	x0 := fixed + nameW + 1
	first, last := s.window(widths, a.W-x0-1)

	heads, headH := s.heads(m, widths, first, last)
	x := x0
	for c := first; c <= last; c++ {
		for y, l := range heads[c-first] {
			a.Right(x, headH-len(heads[c-first])+y, widths[c], l, t.Head)
		}
		x += widths[c]
	}
	if first > 0 {
		a.Text(x0-1, headH-1, t.Chrome.Left, t.Accent)
	}
	if last < len(s.cols)-1 {
		a.Text(min(x, a.W-1), headH-1, t.Chrome.Right, t.Accent)
	}
	body := a.Below(headH)
	s.list.Window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		row, r := body.Rows(k, 1), &s.rows[i]
		if !r.caption.Empty() {
			row.Cut(2, 0, row.W-3, r.caption.In(m.Lang()), t.Head)
			continue
		}
		s.drawName(m, row, i, numberW, nameW, unitW)
		kit.CursorRow(m, row, i == s.list.At)
		x := x0
		for c := first; c <= last; c++ {
			v := s.value(m, i, c)
			st := v.st
			if i == s.list.At && c == s.col {
				st = t.Cursor
			} else if i == s.list.At {
				st = st.Over(t.Row)
			}
			row.Right(x, 0, widths[c], v.shown, st)
			kit.Zone(m, row, x, x+widths[c], s.click(m, i, c))
			x += widths[c]
		}
		kit.Zone(m, row, 0, x0, s.click(m, i, s.col))
	}
}

// click puts the cursor on a cell; where it stands there, it opens what is behind.
func (s *PaperScreen) click(m screen.Desk, r, c int) func() tea.Cmd {
	return func() tea.Cmd {
		if s.list.At == r && s.col == c {
			return s.behind(m)
		}
		s.list.At, s.col = r, c
		return nil
	}
}

func (s *PaperScreen) drawName(m screen.Desk, row paint.Area, i, numberW, nameW, unitW int) {
	t, l, r := m.Theme(), m.Lang(), &s.rows[i]
	if r.line != nil {
		if slices.ContainsFunc(s.notices, func(n returns.Notice) bool { return n.About == r.line.ID }) {
			row.Text(1, 0, "?", t.Warn.With(paint.Bold))
		}
		if f, bad := s.marks[r.line.ID]; bad {
			sign, st := "?", t.Warn
			if f.Severity == form.Must {
				sign, st = "!", t.Bad
			}
			row.Text(1, 0, sign, st.With(paint.Bold))
		}
	}
	st := t.Text
	switch {
	case r.slice != nil && !r.slice.Apart.Empty():
		st = t.Faint
	case r.strong:
		st = t.Strong
	}
	row.Cut(3, 0, numberW, r.number.In(l), t.Faint)
	x := 3 + numberW + 1
	row.Text(x+2*r.level, 0, kit.Ended(r.name.In(l), nameW-2*r.level), st)
	if r.line != nil && unitW > 0 {
		row.Cut(x+nameW+1, 0, unitW, r.line.Measure.Title.In(l), t.Faint)
	}
}

// window gives the first and last column shown, the one of the cursor among them.
func (s *PaperScreen) window(widths []int, room int) (first, last int) {
	s.left = min(s.left, s.col)
	for {
		used := 0
		last = s.left
		for c := s.left; c < len(widths) && used+widths[c] <= room; c++ {
			used += widths[c]
			last = c
		}
		if s.col <= last || s.left == s.col {
			break
		}
		s.left++
	}
	for s.left > 0 { // no room is left empty at the right
		used := 0
		for c := s.left - 1; c < len(widths); c++ {
			used += widths[c]
		}
		if used > room {
			break
		}
		s.left--
		last = len(widths) - 1
	}
	return s.left, last
}

// heads are the captions of the columns shown, wrapped, and how many rows the highest takes.
func (s *PaperScreen) heads(m screen.Desk, widths []int, first, last int) (out [][]string, rows int) {
	const most = 4
	rows = 1
	for c := first; c <= last; c++ {
		lines := paint.Wrap(s.cols[c].head.In(m.Lang()), widths[c]-1)
		if len(lines) > most {
			lines = append(lines[:most-1:most-1], paint.Cut(strings.Join(lines[most-1:], ""), widths[c]-1))
		}
		out = append(out, lines)
		rows = max(rows, len(lines))
	}
	return out, rows
}

// drawAbout tells of the cell under the cursor: its exact figure, its formula, last year's, what is wrong; then what has to be
// known of the return.
func (s *PaperScreen) drawAbout(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	y := 0
	say := func(words string, st paint.Style) {
		if y < a.H {
			y = a.Wrapped(y, words, st)
		}
	}
	if slice, line, ok := s.here(); ok {
		a.Cut(0, y, a.W, s.cellName(m, slice, line), t.Head)
		y++
		say(s.cellSays(m, slice, line), t.Text)
		if f, bad := s.marks[line.ID]; bad {
			st := t.Warn
			if f.Severity == form.Must {
				st = t.Bad
			}
			say(f.Message.In(l), st)
		}
		for _, n := range s.notices {
			if n.About == line.ID {
				say("? "+n.Say.In(l), t.Warn)
			}
		}
		if a.H > paperFoot {
			y++
		}
	}
	for _, f := range s.found {
		st := t.Warn
		if f.Severity == form.Must {
			st = t.Bad
		}
		say("! "+f.Message.In(l), st)
	}
	for _, n := range s.notices {
		if _, line, ok := s.here(); ok && n.About == line.ID {
			continue
		}
		if n.Look {
			say("? "+n.Say.In(l), t.Warn)
		} else {
			say(n.Say.In(l), t.Faint)
		}
	}
	if a.H > paperFoot {
		y++
	}
	if !s.of.Recalled.Empty() {
		say(text.ReturnsReference.With(s.of.Recalled).In(l), t.Faint)
	}
	say(s.of.Note.In(l), t.Faint)
}

// cellName names the cell: the line and the column or project it stands in.
func (s *PaperScreen) cellName(m screen.Desk, slice *returns.Slice, line *returns.Line) string {
	l := m.Lang()
	name := oneLinePair(line.Title).In(l)
	if line.Number != "" {
		name = line.Number + " " + name
	}
	of := slice.Title.In(l)
	if s.cols[s.col].last {
		of = s.cols[s.col].head.In(l)
	}
	return name + "  " + m.Theme().Chrome.Dot + "  " + of
}

// cellSays is a cell in words: what it comes to, how, and what it was the year before.
func (s *PaperScreen) cellSays(m screen.Desk, slice *returns.Slice, line *returns.Line) string {
	l := m.Lang()
	var parts []string
	switch f := s.now.Exact(slice, line); {
	case !s.now.Has(slice, line):
		return text.TuiPaperNone.In(l)
	case !f.Known:
		parts = append(parts, text.TuiPaperBlank.In(l))
	case line.Measure.Per >= form.Thousand.Fen && s.now.MeasureAt(slice, line) == line.Measure: // money that is shown rounded
		parts = append(parts, text.TuiPaperExact.In(l)+" "+text.InUnit(form.Separated(returns.InYuan.Show(f)), returns.InYuan.Title).In(l))
	}
	parts = append(parts, line.Formula.Says(s.of).In(l))
	if s.last != nil && !s.cols[s.col].last {
		if like := s.last.Like(slice); like != nil {
			if was := s.last.Shown(like, line, l); was != "" {
				parts = append(parts, text.TuiPaperLast.With(s.last.Year).In(l)+" "+was)
			}
		}
	}
	return strings.Join(parts, "   ")
}
