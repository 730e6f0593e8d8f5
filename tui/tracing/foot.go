package tracing

import (
	"strings"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// drawChange draws the change under the cursor in full.
func (s *HistoryScreen) drawChange(m screen.Desk, a paint.Area) {
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	r := s.row()
	if r == nil {
		return
	}
	e := r.e
	if r.kind == rowMinute {
		s.drawMinuteFoot(m, a, r)
		return
	}
	chain := text.TuiHistChain.With(e.Seq).In(m.Lang())
	w := paint.Width(chain)
	a.Right(a.W-1-w, 1, w, chain, t.Faint)
	f := m.Form(e.Form)
	if f == nil || e.Kind == "bulk" || e.Kind == "import" || e.Kind == "note" || e.Kind == "lock" {
		a.Cut(2, 1, a.W-w-5, stepInWords(e).In(m.Lang()), t.Strong)
		for y, l := range paint.Wrap(importInWords(m, e), a.W-4) {
			if y < 3 && e.Kind != "bulk" {
				a.Text(2, 2+y, l, t.Text)
			}
		}
		return
	}
	x := a.Text(2, 1, f.Title.In(m.Lang()), t.Head)
	name := e.Key
	if name == "" && s.base.Row != 0 && !f.Single() {
		name = s.label
	}
	x = a.Cut(x+2, 1, max(a.W-x-w-8, 0), form.KeyTitle(e.Form, name).In(m.Lang()), t.Strong)
	fd := f.Field(e.Field)
	if r.kind == rowValue || r.kind == rowEvent {
		a.Cut(2, historyFoot-1, a.W-4, howInFull(m, r.change), t.Faint)
	}
	if fd == nil {
		s.drawWhole(m, a, f, e)
		return
	}
	a.Cut(x+2, 1, max(a.W-x-w-6, 0), fd.Title.In(m.Lang()), t.Text)
	lx := a.Text(2, 2, text.TuiHistWas.In(m.Lang())+"  ", t.Faint)
	a.Cut(lx, 2, a.W-lx-1, kit.CellInWords(m, fd, e.Old), t.Text)
	lx = a.Text(2, 3, text.TuiHistIs.In(m.Lang())+"  ", t.Faint)
	a.Cut(lx, 3, a.W-lx-1, kit.CellInWords(m, fd, e.New), t.Strong)
}

// importInWords is what an entry says, the built-in recipe of an import by its title rather than its name.
func importInWords(m screen.Desk, e *store.Entry) string {
	if e.Kind != "import" {
		return e.New
	}
	parts := strings.Split(e.New, " · ")
	for i, p := range parts {
		name, rest, more := strings.Cut(p, "\n")
		if title, ok := text.TuiRecipeTitles[strings.TrimSuffix(name, "*")]; ok && i > 0 {
			if parts[i] = title.In(m.Lang()); more {
				parts[i] += "\n" + rest
			}
		}
	}
	return strings.Join(parts, " · ")
}

// drawMinuteFoot says what a minute of work comes to.
func (s *HistoryScreen) drawMinuteFoot(m screen.Desk, a paint.Area, r *historyRow) {
	t, l, x := m.Theme(), m.Lang(), &s.minutes[r.minute]
	at := a.Text(2, 1, r.e.At.Local().Format("2006-01-02 15:04"), t.Head)
	if f := m.Form(r.e.Form); f != nil {
		a.Cut(at+2, 1, a.W-at-3, f.Title.In(l), t.Strong)
	}
	a.Cut(2, 2, a.W-3, text.TuiHistMinuteSays.With(x.Steps, x.Entries, x.Records, x.First, x.Head.Seq).In(l), t.Text)
	lx := a.Text(2, 3, text.TuiHistLast.In(l)+"  ", t.Faint)
	a.Cut(lx, 3, a.W-lx-1, stepInWords(r.e).In(l), t.Text)
}

// drawWhole draws a record that was made or removed: its cells, as many as fit.
func (s *HistoryScreen) drawWhole(m screen.Desk, a paint.Area, f *form.Form, e *store.Entry) {
	t := m.Theme()
	head, cells := text.TuiHistMade, e.New
	if e.New == "" {
		head, cells = text.TuiHistGone, e.Old
	}
	a.Text(2, 2, head.In(m.Lang()), t.Faint)
	for y, l := range paint.Wrap(rowInWords(m, f, cells), a.W-4) {
		if 3+y < historyFoot-1 || s.by != byField && y < 2 {
			a.Text(2, 3+y, l, t.Text)
		}
	}
}

// rowInWords puts the titles of the fields for their ids in "id=value; id=value".
func rowInWords(m screen.Desk, f *form.Form, cells string) string {
	l := m.Lang()
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
			out = append(out, fd.Title.In(l)+" "+kit.CellInWords(m, fd, rest[:at]))
			rest = rest[at+2:]
		}
		fd, rest = &f.Fields[i], rest[len(mark):]
	}
	if fd == nil {
		return cells
	}
	out = append(out, fd.Title.In(l)+" "+kit.CellInWords(m, fd, rest))
	return strings.Join(out, "   ")
}
