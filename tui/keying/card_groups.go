package keying

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// A long card is a paper form: its fields stand in groups under headings, what is a part of another is indented.

// displayOrder gives the fields of a form in the order of its groups, then those that are in none.
func displayOrder(f *form.Form) []int {
	out := make([]int, 0, len(f.Fields))
	for _, g := range f.Groups {
		for _, id := range g.Fields {
			if i := f.Index(id); i >= 0 {
				out = append(out, i)
			}
		}
	}
	for i := range f.Fields {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// groupOf is the group of a field, -1 where it is in none.
func groupOf(f *form.Form, i int) int {
	return slices.IndexFunc(f.Groups, func(g form.Group) bool { return slices.Contains(g.Fields, f.Fields[i].ID) })
}

// arrange lays the fields and the headings out in columns of about one length. No column begins within a group where a heading is near.
func (s *CardScreen) arrange(cols int) {
	s.lines, s.begin = s.lines[:0:0], s.begin[:0:0]
	last := -1
	for k, i := range s.shown {
		if g := groupOf(s.Form, i); g != last {
			if last = g; g >= 0 {
				s.lines = append(s.lines, -1-g)
			}
		}
		s.lines = append(s.lines, k)
	}
	for c := range cols {
		at := (len(s.lines)*c + cols - 1) / cols
		if c > 0 {
			at = s.headingNear(at)
		}
		s.begin = append(s.begin, at)
	}
}

// headingNear is the place of the heading nearest to a line, at most a few lines away; else the line.
func (s *CardScreen) headingNear(at int) int {
	for d := range 6 {
		for _, k := range []int{at + d, at - d} {
			if k > 0 && k < len(s.lines) && s.lines[k] < 0 {
				return k
			}
		}
	}
	return at
}

// column gives the lines of a column.
func (s *CardScreen) column(c int) []int {
	to := len(s.lines)
	if c+1 < len(s.begin) {
		to = s.begin[c+1]
	}
	return s.lines[min(s.begin[c], to):to]
}

// airy reports whether every column has room for a blank line before each of its groups.
func (s *CardScreen) airy(rows int) bool {
	for c := range s.begin {
		n := 0
		for k, line := range s.column(c) {
			if n++; line < 0 && k > 0 {
				n++
			}
		}
		if n > rows {
			return false
		}
	}
	return true
}

// whereIs gives the column and the row in it of the field under the cursor, and the rows of the longest column.
func (s *CardScreen) whereIs() (col, row, rows int) {
	for c := range s.begin {
		lines := s.column(c)
		rows = max(rows, len(lines))
		if r := slices.Index(lines, s.list.At); r >= 0 {
			col, row = c, r
		}
	}
	return col, row, rows
}

// beside goes to the field in the next column at the same height, or the nearest above it.
func (s *CardScreen) beside(by int) {
	col, row, _ := s.whereIs()
	if col += by; col < 0 || col >= len(s.begin) {
		return
	}
	lines := s.column(col)
	for row = min(row, len(lines)-1); row >= 0 && lines[row] < 0; row-- {
	}
	if row < 0 && len(lines) > 1 {
		row = 1 // below the heading the column begins with
	}
	if row >= 0 && lines[row] >= 0 {
		s.list.At = lines[row]
	}
}

func (s *CardScreen) drawGroup(m screen.Desk, a paint.Area, g int) {
	t := m.Theme()
	x := a.Text(1, 0, s.Form.Groups[g].Title.In(m.Lang()), t.Head) + 1
	a.Repeat(x, 0, a.W-x, t.Chrome.Dash, t.Frame)
}

// indent is how far the title of a field stands in: what is a part of the line above stands below it.
func indent(fd *form.Field) int {
	if strings.HasPrefix(fd.Title.ZH, "其中") {
		return 2
	}
	return 0
}

// toMonth is the month to whose end the figures of a record run: the year's where it does not say.
func toMonth(r *form.Record) int {
	if at := r.Str("as_of"); len(at) == 6 {
		return int(at[4]-'0')*10 + int(at[5]-'0')
	}
	return 12
}

// comparable reports whether a figure may be set against the one beside it: figures to June are not set against those of a whole
// year.
func (s *CardScreen) comparable() bool {
	return s.Form.Index("as_of") < 0 || s.Record == nil || s.against() == nil || toMonth(s.Record) == toMonth(s.against())
}

// against is what stands beside this year's figures: last year's, of the same months where they are known.
func (s *CardScreen) against() *form.Record {
	if s.Same != nil && s.Record != nil && toMonth(s.Same) == toMonth(s.Record) {
		return s.Same
	}
	return s.Last
}

// hasLast reports whether there is a column of last year beside the figures, in a column of fields so wide: with the figures of the
// year also where nothing is known of it, so that this is seen, unless what is keyed needs the room.
func (s *CardScreen) hasLast(w int) bool {
	return s.Last != nil || s.Form.Index("as_of") >= 0 && w >= wideColumn
}

// headLast names that column: the year, and to which month where this year's or its own do not run through.
func (s *CardScreen) headLast(year int) text.Pair {
	b := s.against()
	switch {
	case b == nil && s.Form.Index("as_of") >= 0:
		return text.TuiLastUnknown.With(year)
	case s.Form.Index("as_of") < 0 || s.Record == nil || toMonth(s.Record) == 12 && toMonth(b) == 12:
		return text.TuiLastYear.With(year)
	case toMonth(b) == 12:
		return text.TuiLastWhole.With(year)
	}
	return text.TuiLastMonths.With(year, toMonth(b))
}

// headNow names the column of this year's figures where they do not run through the year.
func (s *CardScreen) headNow() (text.Pair, bool) {
	if s.Form.Index("as_of") < 0 || s.Record == nil || toMonth(s.Record) == 12 {
		return text.Pair{}, false
	}
	return text.TuiCardAsOf.With(toMonth(s.Record)), true
}
