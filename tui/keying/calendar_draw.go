package keying

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// dayW and monthW are the cells of a day and of a month: its text between the marks of today, and that of what was
// there behind it. labelW are those of a quarter's name.
const dayW, monthW, labelW = 5, 9, 8

func (c *calendar) Draw(m screen.Desk, whole paint.Area) screen.Caret {
	lang := m.Lang()
	k := fieldOf(m)
	if k == nil {
		return screen.Caret{}
	}
	t := m.Theme()
	a := whole.Sub(0, 0, whole.W, whole.H-1) // the keys stay in sight
	rows, title := 7, text.TuiCalTitle.With(c.at.Year(), int(c.at.Month()))
	if c.months() {
		rows, title = 4, text.TuiCalTitleYear.With(c.at.Year())
	}
	note := ""
	if c.at.Year() != c.year {
		note = text.TuiCalOutside.With(c.year).In(lang)
	}
	box := nextTo(a, k.Cell.X-2, k.Cell.Y, 7*dayW+4, rows+4)
	box.Fill(t.Dialog)
	in := box.Box(t.Chrome, title.In(lang), note, t.Accent, t.Accent, t.Warn).Inset(1, 0)
	drawKeys(m, box, []keyWord{{"enter", text.TuiFootTake}, {"esc", text.TuiFootTyping}})
	box.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Dialog) })
	at := screen.Caret{}
	if c.months() {
		at = c.drawMonths(m, in)
	} else {
		at = c.drawDays(m, in)
	}
	legend := text.TuiCalLegend
	if c.months() {
		legend = text.TuiCalLegendM
	}
	c.chosen(m).Draw(in, 1, rows)
	in.Cut(1, rows+1, in.W-1, legend.In(lang), t.Faint)
	in.Below(rows).Restyle(func(s paint.Style) paint.Style { return s.Over(t.Dialog) })
	return at
}

// chosen says in words what the cursor is on.
func (c *calendar) chosen(m screen.Desk) kit.Line {
	lang := m.Lang()
	t := m.Theme()
	out := kit.Line{{shownDay(c.f, c.at, lang), t.Strong}}
	if c.at.Equal(c.today) {
		say := text.TuiCalIsToday
		if c.months() {
			say = text.TuiCalIsMonth
		}
		out = append(out, kit.Piece{"  " + say.In(lang), t.Accent})
	}
	if c.at.Equal(c.was) {
		out = append(out, kit.Piece{"  " + text.TuiCalWas.In(lang), t.Text})
	}
	return out
}

// drawDays draws a month, a week a row.
func (c *calendar) drawDays(m screen.Desk, a paint.Area) screen.Caret {
	for i, p := range text.TuiWeekdays {
		a.Text(i*dayW+1, 0, p.In(m.Lang()), m.Theme().Head.Over(m.Theme().Dialog))
	}
	at := screen.Caret{}
	first := day(c.at.Year(), c.at.Month(), 1)
	off := weekday(first)
	for t := first; t.Month() == first.Month(); t = t.AddDate(0, 0, 1) {
		n := off + t.Day() - 1
		cell := a.Sub(n%7*dayW, 1+n/7, dayW, 1)
		if p := c.drawOne(m, cell, t, strconv.Itoa(t.Day()), 2); p.On {
			at = p
		}
	}
	return at
}

// drawMonths draws a year, a quarter a row.
func (c *calendar) drawMonths(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	at := screen.Caret{}
	for i, p := range text.TuiMonthNames {
		if i%3 == 0 {
			a.Text(1, i/3, text.TuiQuarter.With(i/3+1).In(lang), t.Head.Over(t.Dialog))
		}
		cell := a.Sub(labelW+i%3*monthW, i/3, monthW, 1)
		if p := c.drawOne(m, cell, day(c.at.Year(), time.Month(i+1), 1), p.In(lang), 4); p.On {
			at = p
		}
	}
	return at
}

// drawOne draws a day or a month in w cells with its marks, and gives the caret where it is the one chosen.
func (c *calendar) drawOne(m screen.Desk, a paint.Area, t time.Time, name string, w int) screen.Caret {
	kit.Zone(m, a, 0, w+2, func() tea.Cmd { c.at = t; return m.Press("enter", 1) })
	st := m.Theme().Text
	switch {
	case t.Equal(c.today):
		st = m.Theme().Accent
	case t.Year() != c.year:
		st = m.Theme().Faint
	}
	st = st.Over(m.Theme().Dialog)
	a.Right(1, 0, w, name, st)
	if t.Equal(c.today) {
		a.Text(0, 0, "[", st)
		a.Text(w+1, 0, "]", st)
	}
	if t.Equal(c.was) {
		a.Text(w+2, 0, "*", m.Theme().Strong.Over(m.Theme().Dialog))
	}
	if !t.Equal(c.at) {
		return screen.Caret{}
	}
	a.Sub(0, 0, w+2, 1).Restyle(func(paint.Style) paint.Style { return m.Theme().Cursor })
	x, y := a.At(1+w-paint.Width(name), 0)
	return screen.CaretAt(x, y)
}

// shownDay is a day as tables show it, with its weekday; of a month, the month.
func shownDay(f *form.Field, t time.Time, l text.Lang) string {
	if f.Kind == form.Month {
		return t.Format("2006-01")
	}
	return t.Format(dayLayout) + " " + text.TuiDays[weekday(t)].In(l)
}

// drawReading shows beside a date being keyed what it is read as, else how one is typed; and the key of the calendar.
func drawReading(m screen.Desk, a paint.Area, f *form.Field, typed string, x, y int) {
	lang := m.Lang()
	at := m.Here()
	if at == InCalendar {
		return
	}
	t := m.Theme()
	var rows []kit.Line
	v, err := f.Parse(f.Keyed(typed, m.Standing().Year), f.Unit)
	read, ok := dayOf(f, v)
	switch {
	case err != nil && !unfinished(f, typed):
		for _, s := range paint.Wrap(kit.Sentence(err).In(lang), 40) {
			rows = append(rows, kit.Line{{s, t.Warn}})
		}
		rows = append(rows, kit.Line{})
	case ok:
		rows = []kit.Line{{{"= ", t.Faint}, {shownDay(f, read, lang), t.Strong}}}
		if f.InYear && read.Year() != m.Standing().Year {
			rows[0] = append(rows[0], kit.Piece{"  ! " + text.TuiCalOutside.With(m.Standing().Year).In(lang), t.Warn})
		}
	case !v.Empty():
		return // 000000
	default:
		rows = []kit.Line{{{text.TuiSuchAs.With(suchAs(f, m.Standing().Year)).In(lang), t.Faint}}}
	}
	if at == InCell || at == InField {
		last := &rows[len(rows)-1]
		if len(*last) > 0 {
			*last = append(*last, kit.Piece{"   ", t.Text})
		}
		*last = append(*last, kit.Piece{screen.Keycap("f9"), t.Key}, kit.Piece{" " + text.TuiFootCalendar.In(lang), t.Faint})
	}
	popup(m, a, x, y, 0, rows, -1)
}

// suchAs is the shortest way to type a date.
func suchAs(f *form.Field, year int) string {
	y := strconv.Itoa(year)
	switch {
	case f.Kind == form.Month && f.InYear:
		return "3"
	case f.Kind == form.Month:
		return y + "03"
	case f.InYear:
		return "0315"
	}
	return y + "0315"
}

// unfinished reports a text that may still become a date: what is half typed is not called wrong.
func unfinished(f *form.Field, typed string) bool {
	var runs []string
	in := false
	for _, r := range typed {
		switch {
		case unicode.IsDigit(r):
			if !in {
				runs = append(runs, "")
			}
			in = true
			if r >= '０' {
				r -= '０' - '0'
			}
			runs[len(runs)-1] += string(r)
		case unicode.IsLetter(r) && !strings.ContainsRune("年月日号", r):
			return false
		default:
			in = false
		}
	}
	if len(runs) == 0 {
		return true
	}
	most, parts := 8, 3
	if f.Kind == form.Month {
		most, parts = 6, 2
	}
	digits := len(strings.Join(runs, ""))
	if f.InYear && f.Kind == form.Date && len(runs) == 1 && digits == 4 {
		return runs[0] >= "1900" // a year, no month and day
	}
	return digits < most && (len(runs) < parts || strings.Trim(runs[len(runs)-1], "0") == "")
}
