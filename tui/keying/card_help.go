package keying

import (
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Where no panel stands beside the fields their help stands below them, whole: what a figure is decides what is keyed.

// placeW is the room at the end of the help's last row for where one is.
const placeW = 13

// helpMost are the rows that help takes at most, below the rule.
const helpMost = 4

// helpRows are the rows below the fields where there is no panel: a rule and as much as the longest help of the form wants, so that
// the fields stay where they are while one goes through them.
func (s *CardScreen) helpRows(l text.Lang, w int) int {
	rows := 2
	for i := range s.Form.Fields {
		lines, _ := helpLines(&s.Form.Fields[i], l, w)
		n := len(lines)
		if n > 1 && 1+paint.Width(lines[n-1])+placeW > w {
			n++
		}
		rows = max(rows, n)
	}
	return 1 + min(rows, helpMost)
}

// helpLines are the lines of a field's help, the first beginning with its title, and from which cell the help goes on: below its
// beginning where that is two rows, else from the edge, which holds more.
func helpLines(fd *form.Field, l text.Lang, w int) (lines []string, from int) {
	title, help := fd.Title.In(l)+"  ", fd.Help.In(l)
	from = 1 + paint.Width(title)
	lines = paint.Wrap(help, w-from-1)
	if len(lines) <= 2 && (len(lines) < 2 || from+paint.Width(lines[1])+placeW <= w) {
		lines[0] = title + lines[0]
		return lines, from
	}
	return paint.Wrap(title+help, w-2), 1
}

// drawHelp draws what is wrong with the current field, else its help, and its source with where we are.
func (s *CardScreen) drawHelp(m screen.Desk, a paint.Area) {
	l := m.Lang()
	t, fd, last := m.Theme(), s.Field(), a.H-1
	a.Right(a.W-placeW, last, placeW-1, strconv.Itoa(s.list.At+1)+" / "+strconv.Itoa(len(s.shown)), t.Faint)
	if x := worst(s.found, fd.ID); x != nil {
		drawFindingText(m, a.Sub(0, 0, a.W-placeW, a.H), *x)
		return
	}
	lines, from := helpLines(fd, l, a.W)
	end := 0 // where the last row of help ends
	for y, line := range lines[:min(len(lines), a.H)] {
		x, w := from, a.W-from-1
		if y == 0 {
			x, w = 1, a.W-2
		}
		if y == last {
			line, w = strings.Join(lines[y:], " "), a.W-placeW-x
		}
		end = a.Cut(x, y, w, line, t.Text)
	}
	a.Text(1, 0, fd.Title.In(l), t.Head)
	if fd.Source == "" {
		return
	}
	source := text.TuiSource.With(Cited(m, fd, a.W >= widePast)).In(l)
	switch y := len(lines) - 1; {
	case y < last:
		a.Cut(1, y+1, a.W-placeW-1, source, t.Faint)
	case end+2+paint.Width(source) < a.W-placeW:
		a.Text(end+2, y, source, t.Faint)
	}
}
