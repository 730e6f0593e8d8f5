package mending

import (
	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// On a wide screen the record that a finding is about stands beside the list: what is wrong with it in full, then its fields, those
// that something is wrong with marked. Whoever reads that a date lies outside of the year sees which line it is without going there.

// wideChecks is how wide a screen has room for a record beside the list.
const wideChecks = 160

// looked is a line of a ledger that was read to be shown beside the list, for it is not in memory.
type looked struct {
	row    int64
	no     int // the standing it was read in
	record *form.Record
}

// look reads the line of a ledger under the cursor, off the frame.
func (s *ChecksScreen) look(m screen.Desk) tea.Cmd {
	g := s.Current()
	if g == nil || g.Form == nil || g.Form.Scope != form.Ledger || g.records() > 1 || m.Session() == nil || m.Width() < wideChecks {
		return nil
	}
	f, session, now := g.Form, m.Session(), looked{row: g.First().Row, no: m.Standing().No}
	if now.row == 0 || s.beside.row == now.row && s.beside.no == now.no {
		return nil
	}
	return screen.Later(func() screen.Do {
		now.record, _ = session.Record(f, now.row) // what cannot be read is not shown: going there says why
		return func() tea.Cmd { s.beside = now; return nil }
	})
}

// record is the one that a line is about; nil where there are several, none, or it has not been read yet.
func (s *ChecksScreen) record(m screen.Desk, g *Judged) *form.Record {
	x := g.First()
	switch {
	case g.Form == nil || g.records() > 1 || m.Session() == nil:
		return nil
	case g.Form.Scope == form.Ledger:
		if s.beside.row == x.Row {
			return s.beside.record
		}
		return nil
	case g.Form.Single():
		if all := m.Session().Records(g.Form); len(all) > 0 {
			return all[0]
		}
		return nil
	}
	r, _ := m.Session().Record(g.Form, x.Row)
	return r
}

// drawBeside draws what is wrong with the record under the cursor, what can be done, and the record.
func (s *ChecksScreen) drawBeside(m screen.Desk, a paint.Area, g *Judged) {
	t, l := m.Theme(), m.Lang()
	for y := range a.H {
		a.Text(0, y, t.Chrome.V, t.Frame)
	}
	in := a.Sub(2, 0, a.W-3, a.H)
	title := text.TuiGoChecks.In(l)
	if g.Form != nil {
		title = g.Form.Title.In(l)
	}
	x := in.Text(0, 0, title+"  ", t.Head)
	in.Cut(x, 0, in.W-x, g.Label(m), t.Strong)
	hint, st := s.hint(m, in.W+4)
	lines := s.details(m, g, in.W+4)
	room := max(in.H/2-len(hint)-2, 1)
	y := 1
	for i := range min(room, len(lines)) {
		if i == room-1 && len(lines) > room {
			in.Cut(2, y, in.W-2, text.TuiJudgedWhole.With(len(lines)-room+1, screen.KeycapIn("space", l)).In(l), t.Faint)
			y++
			break
		}
		if lines[i].first {
			in.Text(0, y, t.Chrome.Dot, t.Faint)
		}
		in.Text(2, y, lines[i].say, t.Text)
		y++
	}
	for _, h := range hint {
		kit.Hint(m, in, 0, y, in.W, h, st)
		y++
	}
	in.Repeat(0, y, in.W, t.Chrome.Dash, t.Frame)
	if r := s.record(m, g); r != nil {
		drawRecord(m, in.Below(y+1), g, r)
	}
}

// drawRecord draws the fields that are filled in or that something is wrong with, these marked; what has no room is counted.
func drawRecord(m screen.Desk, a paint.Area, g *Judged, r *form.Record) {
	t, l := m.Theme(), m.Lang()
	wrong := map[string]form.Finding{}
	for _, x := range g.All {
		if was, ok := wrong[x.Field]; !ok || x.Severity == form.Must && was.Severity != form.Must {
			wrong[x.Field] = x
		}
	}
	var shown []int
	nameW := 8
	for i := range r.Form.Fields {
		_, raw := r.Raw[i]
		if _, bad := wrong[r.Form.Fields[i].ID]; bad || raw || !r.Values[i].Empty() {
			shown = append(shown, i)
			nameW = max(nameW, paint.Width(r.Form.Fields[i].Title.In(l)))
		}
	}
	nameW = min(nameW, a.W/2)
	for y, i := range shown {
		if y == a.H-1 && y < len(shown)-1 {
			a.Cut(2, y, a.W-2, text.TuiMoreBelow.With(len(shown)-y).In(l), t.Faint)
			return
		}
		fd := &r.Form.Fields[i]
		say, st := paint.Safe(fd.Display(r.Values[i], fd.Unit, l)), t.Text
		if raw, ok := r.Raw[i]; ok {
			say, st = paint.Safe(raw), t.Bad
		}
		if x, bad := wrong[fd.ID]; bad {
			sign, mark := "!", t.Bad
			switch {
			case x.Explained:
				sign, mark = t.Chrome.Check, t.Good
			case x.Severity == form.Verify:
				sign, mark = "?", t.Warn
			}
			a.Text(0, y, sign, mark.With(paint.Bold))
			st = t.Strong
		}
		a.Cut(2, y, nameW, fd.Title.In(l), t.Faint)
		if say == "" {
			say, st = text.TuiHistEmptyCell.In(l), t.Faint
		} else if fd.Kind != form.Percent {
			say = text.InUnit(say, fd.Unit.Title).In(l)
		}
		a.Cut(nameW+4, y, a.W-nameW-4, say, st)
	}
}
