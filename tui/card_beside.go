package tui

import (
	"strconv"

	"yice/form"
	"yice/text"
	"yice/tui/mending"
	"yice/tui/paint"
)

// drawBeside draws, to the right of the fields, what is to be known of the current one (help, source, last year) and below
// it everything that is wrong with the record, in full.
func (s *cardScreen) drawBeside(m *Root, a paint.Area) {
	t, fd := m.th, s.field()
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	a = a.Sub(2, 1, a.W-3, a.H-1)
	pos := strconv.Itoa(s.list.At+1) + " / " + strconv.Itoa(len(s.shown))
	a.Cut(0, 0, a.W-len(pos)-2, fd.Title.In(m.lang), t.Head)
	a.Right(0, 0, a.W, pos, t.Faint)
	y := a.Wrapped(2, fd.Help.In(m.lang), t.Text)
	if fd.Source != "" {
		y = a.Wrapped(y, text.TuiSource.With(fd.Cited()).In(m.lang), t.Faint)
	}
	y = s.besideLast(m, a, y)
	s.besideFound(m, a.Below(y+1))
}

// besideLast draws the figure or text of the year before with the change, that of other months below it, and gives the row after.
func (s *cardScreen) besideLast(m *Root, a paint.Area, y int) int {
	t, fd, i := m.th, s.field(), s.at()
	one := func(r *form.Record, head text.Pair, change bool) {
		if r == nil || r.Values[i].Empty() {
			return
		}
		y++
		x := a.Text(0, y, head.In(m.lang)+"  ", t.Faint)
		x = a.Cut(x, y, a.W-x, paint.Safe(fd.Display(r.Values[i], fd.Unit, m.lang)), t.Strong)
		if fd.Kind != form.Percent {
			x = a.Text(x+1, y, fd.Unit.Title.In(m.lang), t.Faint)
		}
		now, okNow := s.rec.Values[i].Int()
		if was, ok := r.Values[i].Int(); ok && okNow && was != 0 && fd.Kind != form.Percent && change {
			a.Text(x+2, y, growth(was, now), t.Text)
		}
	}
	was := y
	year := m.stand.Year - 1
	one(s.against(), s.headLast(year), s.comparable())
	if s.last != nil && s.against() != s.last {
		if toMonth(s.last) == 12 {
			one(s.last, text.TuiLastWhole.With(year), false)
		} else {
			one(s.last, text.TuiLastMonths.With(year, toMonth(s.last)), false)
		}
	}
	if y > was {
		y++
	}
	return y
}

// besideFound draws the findings of the record, those of the current field first.
func (s *cardScreen) besideFound(m *Root, a paint.Area) {
	t := m.th
	if len(s.found) == 0 || a.H < 3 {
		return
	}
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a.Text(0, 1, text.TuiChecks.In(m.lang), t.Head)
	y := 2
	for _, here := range []bool{true, false} {
		for _, x := range s.found {
			if (x.Field == s.field().ID) != here || y >= a.H {
				continue
			}
			st := t.Bad
			switch {
			case x.Explained:
				st = t.Faint
			case x.Severity == form.Verify:
				st = t.Warn
			}
			a.Text(0, y, m.findingHead(x), st.With(paint.Bold))
			say := mending.Placed(x).In(m.lang)
			if f := s.f.Field(x.Field); f != nil && !here {
				say = f.Title.In(m.lang) + "  " + say
			}
			y = a.Sub(2, 0, a.W-2, a.H).Wrapped(y+1, say, st)
			if x.Explained {
				y = a.Sub(2, 0, a.W-2, a.H).Wrapped(y, text.CmdCheckExplained.With(x.Reason).In(m.lang), t.Text)
			}
		}
	}
}
