package tui

import (
	"strings"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

// historyFoot are the rows of the change under the cursor: a rule, where, was, now.
const historyFoot = 5

func (s *historyScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	y := 0
	if f := s.filters(m); f != "" {
		x := a.Text(1, 0, text.TuiHistFilters.In(m.lang)+" ", t.Head)
		a.Cut(x, 0, a.W-x-1, f, t.Warn)
		y = 1
	}
	body := a.Sub(0, y, a.W, a.H-y-historyFoot)
	switch {
	case !s.read:
		body.Text(2, 0, text.TuiReading.In(m.lang), t.Faint)
		return caret{}
	case len(s.rows) == 0:
		say := text.TuiHistNone
		if s.narrowed() {
			say = text.TuiHistEmpty
		}
		body.Text(2, 1, say.In(m.lang), t.Faint)
		return caret{}
	}
	s.list.window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.top) {
		i := s.list.top + k
		s.drawRow(m, body.Rows(k, 1), s.rows[i])
		m.cursorRow(body.Rows(k, 1), i == s.list.at)
	}
	s.drawChange(m, a.Below(a.H-historyFoot))
	return caret{}
}

// filters says what the list is narrowed to.
func (s *historyScreen) filters(m *Root) string {
	var out []string
	if f := form.ByID(s.q.Form); f != nil {
		out = append(out, f.Title.In(m.lang))
		if fd := f.Field(s.q.Field); fd != nil {
			out = append(out, fd.Title.In(m.lang))
		}
	}
	if s.q.Row != 0 && s.label != "" {
		out = append(out, paint.Safe(s.label))
	}
	if s.q.Who != "" {
		out = append(out, paint.Safe(s.q.Who))
	}
	if !s.q.From.IsZero() {
		out = append(out, s.q.From.Format("2006-01-02"))
	}
	return strings.Join(out, "  "+m.th.Chrome.Dot+"  ")
}

func (s *historyScreen) drawRow(m *Root, a paint.Area, r historyRow) {
	t := m.th
	if r.day != "" {
		x := a.Text(2, 0, r.day+" ", t.Head)
		a.Repeat(x, 0, a.W-x-1, t.Chrome.Dash, t.Frame)
		return
	}
	e := &s.entries[r.from]
	if r.part {
		place, what := m.changeInWords(e)
		x := a.Cut(24, 0, max(a.W/3, 16), place, t.Faint)
		a.Cut(x+2, 0, a.W-x-3, what, t.Text)
		return
	}
	a.Text(2, 0, e.At.Local().Format("15:04:05"), t.Faint)
	who := e.Who
	if who == "" {
		who = text.TuiHistNoWho.In(m.lang)
	}
	a.Cut(12, 0, 10, who, t.Text)
	count := ""
	if r.n > 1 {
		mark := t.Chrome.Right
		if s.opened[e.Seq] {
			mark = t.Chrome.Down
		}
		count = mark + " " + text.TuiHistTimes.With(r.n).In(m.lang)
	}
	if r.rows > int64(r.n) { // a bulk: one entry for many rows
		count = strings.TrimSpace(count + "  " + text.TuiHistRows.With(r.rows).In(m.lang))
	}
	if e.Dropped && e.Kind != "undo" {
		count = strings.TrimSpace(text.TuiHistDropped.In(m.lang) + "  " + count)
	}
	w := paint.Width(count)
	say, st := stepInWords(e), t.Text
	switch {
	case e.Kind == "undo":
		st = t.Faint
	case e.Dropped:
		st = t.Faint.With(paint.Strike)
	case e.Kind == "bulk", e.Kind == "import":
		st = t.Strong
	case e.Kind == "lock":
		st = t.Warn
	}
	a.Cut(24, 0, a.W-26-w, say.In(m.lang), st)
	a.Right(a.W-1-w, 0, w, count, t.Accent)
}

// stepInWords says what a step did.
func stepInWords(e *store.Entry) text.Pair {
	switch e.Kind {
	case "undo":
		return text.TuiHistUndid.With(e.Label)
	case "redo":
		return text.TuiHistRedid.With(e.Label)
	}
	return e.Label
}

// changeInWords gives the place of one change and what became of it, in a line.
func (m *Root) changeInWords(e *store.Entry) (place, what string) {
	f := form.ByID(e.Form)
	if f == nil {
		return e.Form, e.New
	}
	if e.Kind == "import" {
		return f.Title.In(m.lang), e.New
	}
	place = form.KeyTitle(e.Form, e.Key).In(m.lang)
	if fd := f.Field(e.Field); fd != nil {
		return strings.TrimSpace(place + "  " + fd.Title.In(m.lang)), m.cellInWords(fd, e.Old) + " " + m.th.Chrome.Arrow + " " + m.cellInWords(fd, e.New)
	}
	if e.New == "" {
		return place, text.TuiHistGone.In(m.lang)
	}
	return place, text.TuiHistMade.In(m.lang)
}

// cellInWords shows a canonical text as the screen shows the cell.
func (m *Root) cellInWords(fd *form.Field, canonical string) string {
	if canonical == "" {
		return text.TuiHistEmptyCell.In(m.lang)
	}
	v, err := fd.Parse(canonical, form.Yuan)
	if fd.Kind != form.Money {
		v, err = fd.Parse(canonical, form.NoUnit)
	}
	if err != nil {
		return canonical
	}
	return fd.Display(v, fd.Unit, m.lang)
}

// drawChange draws the change under the cursor in full.
func (s *historyScreen) drawChange(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	e := s.current()
	if e == nil {
		return
	}
	chain := text.TuiHistChain.With(e.Seq).In(m.lang)
	w := paint.Width(chain)
	a.Right(a.W-1-w, 1, w, chain, t.Faint)
	f := form.ByID(e.Form)
	if f == nil || e.Kind == "bulk" || e.Kind == "import" || e.Kind == "note" || e.Kind == "lock" {
		a.Cut(2, 1, a.W-w-5, stepInWords(e).In(m.lang), t.Strong)
		for y, l := range paint.Wrap(e.New, a.W-4) {
			if y < 3 && e.Kind != "bulk" {
				a.Text(2, 2+y, l, t.Text)
			}
		}
		return
	}
	x := a.Text(2, 1, f.Title.In(m.lang), t.Head)
	x = a.Cut(x+2, 1, max(a.W-x-w-8, 0), form.KeyTitle(e.Form, e.Key).In(m.lang), t.Strong)
	fd := f.Field(e.Field)
	if fd == nil {
		s.drawWhole(m, a, f, e)
		return
	}
	a.Cut(x+2, 1, max(a.W-x-w-6, 0), fd.Title.In(m.lang), t.Text)
	lx := a.Text(2, 2, text.TuiHistWas.In(m.lang)+"  ", t.Faint)
	a.Cut(lx, 2, a.W-lx-1, m.cellInWords(fd, e.Old), t.Text)
	lx = a.Text(2, 3, text.TuiHistIs.In(m.lang)+"  ", t.Faint)
	a.Cut(lx, 3, a.W-lx-1, m.cellInWords(fd, e.New), t.Strong)
}

// drawWhole draws a record that was made or removed: its cells, as many as fit.
func (s *historyScreen) drawWhole(m *Root, a paint.Area, f *form.Form, e *store.Entry) {
	head, cells := text.TuiHistMade, e.New
	if e.New == "" {
		head, cells = text.TuiHistGone, e.Old
	}
	a.Text(2, 2, head.In(m.lang), m.th.Faint)
	for y, l := range paint.Wrap(m.rowInWords(f, cells), a.W-4) {
		if y < 2 {
			a.Text(2, 3+y, l, m.th.Text)
		}
	}
}

// rowInWords puts the titles of the fields for their ids in "id=value; id=value".
func (m *Root) rowInWords(f *form.Form, cells string) string {
	var out []string
	rest := cells
	var fd *form.Field
	for i := range f.Fields {
		mark := f.Fields[i].ID + "="
		at := -1
		if fd == nil && strings.HasPrefix(rest, mark) {
			at = 0
		} else if fd != nil {
			if k := strings.Index(rest, "; "+mark); k >= 0 {
				at = k
			}
		}
		if at < 0 {
			continue
		}
		if fd != nil {
			out = append(out, fd.Title.In(m.lang)+" "+m.cellInWords(fd, rest[:at]))
			rest = rest[at+2:]
		}
		fd, rest = &f.Fields[i], rest[len(mark):]
	}
	if fd == nil {
		return cells
	}
	out = append(out, fd.Title.In(m.lang)+" "+m.cellInWords(fd, rest))
	return strings.Join(out, "   ")
}
