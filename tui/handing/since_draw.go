package handing

import (
	"yice/entry"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// sinceHead are the rows above the list: when it was sealed, what differs, a rule.
const sinceHead = 2

// Draw draws the body.
func (s *SinceScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t := m.Theme()
	if !s.read {
		a.Text(2, 0, text.TuiSinceReading.In(m.Lang()), t.Faint)
		return screen.Caret{}
	}
	year := m.Standing().Year
	if s.before {
		year--
	}
	if s.Got == nil {
		a.Cut(2, 1, a.W-4, text.TuiSinceNoYear.With(year).In(m.Lang()), t.Faint)
		return screen.Caret{}
	}
	if s.Got.At.IsZero() {
		for y, l := range paint.Wrap(text.TuiSinceNever.With(year).In(m.Lang()), a.W-4) {
			a.Text(2, 1+y, l, t.Faint)
		}
		return screen.Caret{}
	}
	s.drawSealed(m, a, year)
	body := a.Below(sinceHead)
	if len(s.lines) == 0 {
		body.Cut(2, 1, a.W-4, t.Chrome.Check+" "+text.TuiSinceNone.In(m.Lang()), t.Good)
		return screen.Caret{}
	}
	s.list.Window(body.H)
	for k := range min(body.H, len(s.lines)-s.list.Top) {
		i := s.list.Top + k
		s.drawLine(m, body.Rows(k, 1), i)
		kit.CursorRow(m, body.Rows(k, 1), i == s.list.At)
	}
	return screen.Caret{}
}

// drawSealed says when the year was sealed and how much differs now.
func (s *SinceScreen) drawSealed(m screen.Desk, a paint.Area, year int) {
	t, l := m.Theme(), m.Lang()
	var added, changed, removed int64
	for i := range s.Got.Forms {
		f := &s.Got.Forms[i]
		added, changed, removed = added+f.Added, changed+f.Changed, removed+f.Removed
	}
	counts := text.TuiSinceCounts.With(kit.Count(added), kit.Count(changed), kit.Count(removed)).In(l)
	w := paint.Width(counts)
	a.Right(a.W-1-w, 0, w, counts, t.Strong)
	x := a.Text(2, 0, text.TuiSinceSealed.With(year, s.Got.At.Local().Format("2006-01-02 15:04")).In(l), t.Title)
	if s.Got.Who != "" {
		a.Cut(x+2, 0, max(a.W-x-w-5, 0), text.TuiSinceBy.With(s.Got.Who).In(l), t.Faint)
	}
	a.Repeat(0, 1, a.W, t.Chrome.Dash, t.Frame)
}

func (s *SinceScreen) drawLine(m screen.Desk, a paint.Area, i int) {
	l, t := s.lines[i], m.Theme()
	switch {
	case l.event == -2:
		a.Text(2, 0, text.TuiSinceEvents.In(m.Lang()), t.Head)
	case l.event >= 0:
		s.drawEvent(m, a, l.event)
	case l.row < 0:
		f := &s.Got.Forms[l.form]
		x := a.Text(2, 0, f.Form.Title.In(m.Lang()), t.Head)
		for _, n := range []struct {
			how text.Pair
			n   int64
		}{{text.TuiSinceAdded, f.Added}, {text.TuiSinceChanged, f.Changed}, {text.TuiSinceRemoved, f.Removed}} {
			if n.n > 0 {
				x = a.Text(x+2, 0, n.how.In(m.Lang())+" "+kit.Count(n.n), t.Faint)
			}
		}
		if int64(len(f.Rows)) < f.Added+f.Changed+f.Removed && len(f.Rows) >= entry.SinceListed {
			a.Cut(x+3, 0, a.W-x-4, text.TuiSinceMore.With(entry.SinceListed).In(m.Lang()), t.Warn)
		}
	case l.cell < 0:
		s.drawRow(m, a, &s.Got.Forms[l.form].Rows[l.row])
	default:
		s.drawCell(m, a, &s.Got.Forms[l.form].Rows[l.row], l.cell)
	}
}

// drawRow draws what became of a row, and when and by whom last.
func (s *SinceScreen) drawRow(m screen.Desk, a paint.Area, r *entry.SinceRow) {
	t, l := m.Theme(), m.Lang()
	how, sign, st := text.TuiSinceChanged, "~", t.Warn
	switch r.How {
	case entry.RowAdded, entry.RowsCame:
		how, sign, st = text.TuiSinceAdded, "+", t.Good
	case entry.RowRemoved, entry.RowsWent:
		how, sign, st = text.TuiSinceRemoved, "-", t.Bad
	}
	when := r.At.Local().Format("2006-01-02 15:04")
	if r.Who != "" {
		when = paint.Cut(r.Who, 12) + "  " + when
	}
	w := paint.Width(when)
	a.Right(a.W-1-w, 0, w, when, t.Faint)
	x := a.Text(4, 0, sign+" "+how.In(l)+"  ", st.With(paint.Bold))
	key := paint.Safe(r.Key)
	switch r.How {
	case entry.RowsCame:
		key = text.TuiSinceCame.With(r.Key, kit.Count(r.Count)).In(l)
	case entry.RowsWent:
		key = text.TuiSinceWent.With(r.Key, kit.Count(r.Count)).In(l)
	}
	a.Cut(x, 0, max(a.W-x-w-3, 0), key, t.Strong)
}

// drawCell draws a field as it was and as it is.
func (s *SinceScreen) drawCell(m screen.Desk, a paint.Area, r *entry.SinceRow, i int) {
	t, c := m.Theme(), &r.Cells[i]
	a.Cut(8, 0, 22, c.Field.Title.In(m.Lang()), t.Faint)
	x, half := 32, (a.W-32-6)/2
	was, is := kit.CellInWords(m, c.Field, c.Old), kit.CellInWords(m, c.Field, c.New)
	switch r.How {
	case entry.RowAdded:
		a.Cut(x, 0, a.W-x-1, is, t.Text)
		return
	case entry.RowRemoved:
		a.Cut(x, 0, a.W-x-1, was, t.Text)
		return
	}
	end := a.Cut(x, 0, half, was, t.Faint)
	end = a.Text(end+1, 0, t.Chrome.Arrow+" ", t.Faint)
	a.Cut(end, 0, a.W-end-1, is, t.Strong)
}

// drawEvent draws something that came in, or was done to the year as a whole.
func (s *SinceScreen) drawEvent(m screen.Desk, a paint.Area, i int) {
	l := m.Lang()
	t, e := m.Theme(), &s.Got.Events[i]
	when := e.At.Local().Format("2006-01-02 15:04")
	if e.Who != "" {
		when = paint.Cut(e.Who, 12) + "  " + when
	}
	w := paint.Width(when)
	a.Right(a.W-1-w, 0, w, when, t.Faint)
	kind := map[string]text.Pair{
		"recognition": text.TuiSinceRecog, "receipt": text.TuiSinceReceipt, "reason": text.TuiSinceReason,
	}[e.Kind]
	x := 4
	if e.Kind != "unlock" { // which says so itself
		x = a.Text(x, 0, kind.In(l)+"  ", t.Accent)
	}
	if e.Kind != "receipt" {
		a.Cut(x, 0, max(a.W-x-w-3, 0), paint.Safe(e.Say.In(l)), t.Text)
	}
}
