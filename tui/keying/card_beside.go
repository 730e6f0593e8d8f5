package keying

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/tracing"
)

// drawBeside draws, to the right of the fields, what is to be known of the current one (help, source, last year) and below
// it everything that is wrong with the record, in full.
func (s *CardScreen) drawBeside(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t, fd := m.Theme(), s.Field()
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	a = a.Sub(2, 1, a.W-3, a.H-1)
	pos := strconv.Itoa(s.list.At+1) + " / " + strconv.Itoa(len(s.shown))
	a.Cut(0, 0, a.W-len(pos)-2, fd.Title.In(lang), t.Head)
	a.Right(0, 0, a.W, pos, t.Faint)
	y := a.Wrapped(2, fd.Help.In(lang), t.Text)
	if fd.Source != "" {
		y = a.Wrapped(y, text.TuiSource.With(Cited(m, fd, true)).In(lang), t.Faint)
	}
	y = s.besideLast(m, a, y)
	y = s.besidePast(m, a, y)
	s.besideFound(m, a.Below(y+1))
}

// widePast and tallPast are how large a screen is before what became of a field stands beside it, pastMost how many of its values do
// at most, and pastRead how much of the record is read for that.
const widePast, tallPast, pastMost, pastRead = 160, 40, 6, 100

// readPast reads what became of the record, off the frame.
func (s *CardScreen) readPast(m screen.Desk) tea.Cmd {
	if s.Record == nil || s.Record.ID <= 0 || m.Session() == nil || m.Width() < widePast {
		return nil
	}
	ctx, w, book, f, row := m.Context(), m.Session().Workspace(), m.Session().Book(), s.Form, s.Record.ID
	return screen.Later(func() screen.Do {
		past, err := w.Past(ctx, book, f, row, 0, pastRead)
		return func() tea.Cmd {
			if err == nil && s.Record != nil && s.Record.ID == row {
				s.past = past
			}
			return nil
		}
	})
}

// besidePast draws the values that the current field has had, the newest first, each with who brought it, when and from where, and
// gives the row after.
func (s *CardScreen) besidePast(m screen.Desk, a paint.Area, y int) int {
	if a.H < tallPast {
		return y
	}
	lang := m.Lang()
	t, fd, n := m.Theme(), s.Field(), 0
	for i := range s.past {
		x := &s.past[i]
		for _, c := range x.Cells {
			if c.Field != fd.ID || n == pastMost {
				continue
			}
			if n == 0 {
				y++
				a.Text(0, y, text.TuiHistory.In(lang), t.Head)
				y++
			}
			n++
			end := a.Text(0, y, x.At.Format("2006-01-02 15:04")+"  ", t.Faint)
			end = a.Text(end, y, paint.Safe(x.Who)+"  ", t.Text)
			y = a.Sub(end, 0, a.W-end, a.H).Wrapped(y, paint.Safe(tracing.HowOf(x).In(lang)), t.Faint)
			now := paint.Safe(kit.CellInWords(m, fd, c.New))
			end = 2
			if c.Old != "" {
				was := paint.Safe(kit.CellShown(fd, c.Old, lang))
				arrow := " " + t.Chrome.Arrow + " "
				if whole := end + paint.Width(was) + paint.Width(arrow); whole+paint.Width(now) > a.W { // each in a row of its own
					a.Cut(end, y, a.W-end, was, t.Faint)
					y++
					end = a.Text(end, y, t.Chrome.Arrow+" ", t.Faint)
				} else {
					end = a.Text(a.Text(end, y, was, t.Faint), y, arrow, t.Faint)
				}
			}
			y = a.Sub(end, 0, a.W-end, a.H).Wrapped(y, now, t.Strong)
		}
	}
	return y
}

// besideLast draws the figure or text of the year before with the change, that of other months below it, and gives the row after.
func (s *CardScreen) besideLast(m screen.Desk, a paint.Area, y int) int {
	lang := m.Lang()
	t, fd, i := m.Theme(), s.Field(), s.at()
	one := func(r *form.Record, head text.Pair, change bool) {
		if r == nil || r.Values[i].Empty() {
			return
		}
		y++
		x := a.Text(0, y, head.In(lang)+"  ", t.Faint)
		shown := kit.Line{{paint.Safe(fd.Display(r.Values[i], fd.Unit, lang)), t.Strong}}
		if fd.Kind != form.Percent {
			shown = kit.InUnit(m, shown[0].S, fd.Unit.Title, t.Strong)
		}
		x = shown.Draw(a, x, y)
		now, okNow := s.Record.Values[i].Int()
		if was, ok := r.Values[i].Int(); ok && okNow && was != 0 && fd.Kind != form.Percent && change {
			a.Text(x+2, y, kit.Growth(was, now), t.Text)
		}
	}
	was := y
	year := m.Standing().Year - 1
	one(s.against(), s.headLast(year), s.comparable())
	if s.Last != nil && s.against() != s.Last {
		if toMonth(s.Last) == 12 {
			one(s.Last, text.TuiLastWhole.With(year), false)
		} else {
			one(s.Last, text.TuiLastMonths.With(year, toMonth(s.Last)), false)
		}
	}
	if y > was {
		y++
	}
	return y
}

// besideFound draws the findings of the record, those of the current field first.
func (s *CardScreen) besideFound(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	if len(s.found) == 0 || a.H < 3 {
		return
	}
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a.Text(0, 1, text.TuiChecks.In(lang), t.Head)
	y := 2
	for _, here := range []bool{true, false} {
		for _, x := range s.found {
			if (x.Field == s.Field().ID) != here || y >= a.H {
				continue
			}
			st := t.Bad
			switch {
			case x.Explained:
				st = t.Faint
			case x.Severity == form.Verify:
				st = t.Warn
			}
			a.Text(0, y, findingHead(m, x), st.With(paint.Bold))
			say := mending.Placed(x).In(lang)
			if f := s.Form.Field(x.Field); f != nil && !here {
				say = f.Title.In(lang) + "  " + say
			}
			y = a.Sub(2, 0, a.W-2, a.H).Wrapped(y+1, say, st)
			if x.Explained {
				y = a.Sub(2, 0, a.W-2, a.H).Wrapped(y, text.CmdCheckExplained.With(x.Reason).In(lang), t.Text)
			}
		}
	}
}

// Cited is the source of a field as people read it.
func Cited(m screen.Desk, fd *form.Field, whole bool) text.Pair {
	if m.Session() == nil {
		return fd.Cited()
	}
	return m.Session().Cited(fd, whole)
}
