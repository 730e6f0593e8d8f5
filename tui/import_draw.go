package tui

import (
	"strconv"
	"strings"

	"yice/filing"
	"yice/filing/intake"
	"yice/text"
	"yice/tui/paint"
)

// count writes a number of rows with its thousands apart.
func count(n int64) string { return group(strconv.FormatInt(n, 10)) }

// importLine is a line as drawn: one of the rows, or a heading.
type importLine struct {
	row        int // -1: a heading
	head, note text.Pair
}

func (s *importScreen) draw(m *Root, a paint.Area) caret {
	body := a.Rows(0, a.H-3)
	lines, at := s.lines()
	top := clampInt(at-body.H/2, 0, max(len(lines)-body.H, 0))
	s.list.rows = body.H
	for y := range min(body.H, len(lines)-top) {
		l := lines[top+y]
		row := body.Rows(y, 1)
		if l.row < 0 {
			x := row.Text(2, 0, l.head.In(m.lang), m.th.Head)
			row.Cut(x+2, 0, row.W-x-3, l.note.In(m.lang), m.th.Faint)
			continue
		}
		s.drawRow(m, row, s.rows[l.row])
		m.cursorRow(row, l.row == s.list.at)
	}
	s.drawFoot(m, a.Below(a.H-3))
	return caret{}
}

// lines puts a heading before each kind of rows, and says where the cursor is.
func (s *importScreen) lines() (out []importLine, at int) {
	var last text.Pair
	for i, r := range s.rows {
		if l := s.headOf(r.kind); l.head != last {
			last = l.head
			out = append(out, l)
		}
		if i == s.list.at {
			at = len(out)
		}
		out = append(out, importLine{row: i})
	}
	return out, at
}

func (s *importScreen) headOf(k importKind) importLine {
	switch k {
	case impColumn:
		return importLine{-1, text.TuiImpColumns, text.TuiImpColNote}
	case impRefused:
		l := importLine{-1, text.TuiImpRefused, text.Pair{}}
		if s.refused() > importListed {
			l.note = text.TuiImpMore.With(importListed)
		}
		return l
	case impDouble:
		return importLine{-1, text.TuiImpDoubles, text.Pair{}}
	case impAll, impGood, impSave:
		return importLine{-1, text.TuiImpWrite, text.Pair{}}
	}
	return importLine{-1, text.TuiImpSource, text.Pair{}}
}

func (s *importScreen) drawRow(m *Root, a paint.Area, r importRow) {
	t := m.th
	labelled := func(label text.Pair, value string, st paint.Style) {
		a.Text(4, 0, label.In(m.lang), t.Text)
		a.Cut(14, 0, a.W-15, value, st)
	}
	switch r.kind {
	case impFile:
		if s.path == "" {
			labelled(text.TuiImpFile, text.TuiImpNoFile.In(m.lang), t.Warn)
		} else {
			labelled(text.TuiImpFile, shorten(paint.Safe(s.path), a.W-16), t.Strong)
		}
	case impForm:
		if s.form == nil {
			labelled(text.TuiImpForm, text.TuiImpNoForm.In(m.lang), t.Warn)
		} else {
			labelled(text.TuiImpForm, s.form.Title.In(m.lang), t.Strong)
		}
	case impSheet:
		labelled(text.TuiImpSheet, s.sheetNames(), t.Strong)
	case impEncoding:
		if s.src == nil {
			labelled(text.TuiImpEncoding, text.TuiImpGarble.In(m.lang), t.Warn)
		} else {
			labelled(text.TuiImpEncoding, string(s.src.Encoding), t.Strong)
		}
	case impHow:
		labelled(text.TuiImpHow, s.howSay().In(m.lang), t.Strong)
	case impColumn:
		s.drawColumn(m, a, r.i)
	case impRefused:
		s.drawRefused(m, a, &s.plan.Result.Refused[r.i])
	case impDouble:
		s.drawDouble(m, a, s.plan.Doubles[r.i])
	default:
		s.drawWay(m, a, r.kind)
	}
}

// howSay says what becomes of the earlier import that the file looks like.
func (s *importScreen) howSay() text.Pair {
	e := s.plan.Replaces
	if e.File == "" {
		if s.replace {
			return text.TuiImpThat.With(e.Say)
		}
		return text.TuiImpOther.With(e.Say)
	}
	if s.replace {
		return text.TuiImpReplace.With(e.At, paint.Safe(e.File), count(e.Rows))
	}
	return text.TuiImpBeside.With(e.At, paint.Safe(e.File))
}

func (s *importScreen) drawWay(m *Root, a paint.Area, k importKind) {
	t := m.th
	say, st := text.TuiImpAll, t.Accent
	switch {
	case k == impGood:
		r := s.plan.Result
		say = text.TuiImpGood.With(count(r.Added + r.Changed + r.Unchanged))
	case k == impSave:
		say = text.TuiImpSave
	case s.refused() > 0:
		st = t.Faint
	}
	a.Text(4, 0, t.Chrome.Right+" "+say.In(m.lang), st)
}

// drawColumn draws a header, the field it goes to, by what it was recognised, and what stands in it.
func (s *importScreen) drawColumn(m *Root, a paint.Area, i int) {
	t, c := m.th, s.cols[i]
	w := (a.W - 8) / 3
	a.Cut(4, 0, w-1, c.Header, t.Text)
	x := 4 + w
	if fd := s.form.Field(c.Field); fd != nil {
		x = a.Text(x, 0, t.Chrome.Right+" ", t.Faint)
		end := a.Cut(x, 0, w-10, fd.Title.In(m.lang), t.Strong)
		if by := howMatched(c.How); !by.Empty() {
			a.Cut(end+1, 0, 4+2*w-end-2, by.In(m.lang), t.Faint)
		}
	} else {
		a.Cut(x, 0, w-1, t.Chrome.Right+" "+text.TuiImpLeaveOut.In(m.lang), t.Warn)
	}
	if i < len(s.sample) {
		a.Cut(4+2*w, 0, a.W-5-2*w, s.sample[i], t.Faint)
	}
}

// sheetNames are the sheets that are taken.
func (s *importScreen) sheetNames() string {
	var names []string
	for _, sheet := range s.src.Taken() {
		names = append(names, paint.Safe(sheet.Name))
	}
	return strings.Join(names, ", ")
}

func howMatched(h intake.How) text.Pair {
	switch h {
	case intake.ByID:
		return text.TuiImpByID
	case intake.ByTitle:
		return text.TuiImpByTitle
	case intake.ByMemory:
		return text.TuiImpByMemory
	case intake.ByHand:
		return text.TuiImpByHand
	}
	return text.Pair{}
}

// drawRefused draws where a row is refused, its value and the reason.
func (s *importScreen) drawRefused(m *Root, a paint.Area, r *filing.Refusal) {
	t := m.th
	x := a.Text(4, 0, text.TuiImpRow.With(r.Row).In(m.lang), t.Bad) + 2
	if fd := s.plan.Form.Field(r.Field); fd != nil {
		x = a.Cut(x, 0, 16, fd.Title.In(m.lang), t.Text) + 2
	}
	if r.Value != "" {
		x = a.Cut(x, 0, 18, r.Value, t.Strong) + 2
	}
	a.Cut(x, 0, a.W-x-1, r.Reason.In(m.lang), t.Faint)
}

func (s *importScreen) drawDouble(m *Root, a paint.Area, d filing.Double) {
	t := m.th
	say := text.TuiImpRowHas.With(d.Row)
	if d.Of == 0 {
		say = text.TuiImpRowOf.With(d.Row, d.OfRow)
	}
	x := a.Text(4, 0, say.In(m.lang), t.Warn) + 2
	a.Cut(x, 0, a.W-x-1, d.Because.In(m.lang), t.Faint)
}

// drawFoot draws the progress, what is wrong with the file, or what an import would do.
func (s *importScreen) drawFoot(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a = a.Below(1)
	switch {
	case s.writing != nil:
		m.drawMeterLine(a.Sub(2, 0, a.W-4, 1), text.TuiImpWriting, &s.writing.meter)
	case s.under != nil:
		m.drawMeterLine(a.Sub(2, 0, a.W-4, 1), s.under.part(), &s.under.meter)
	case !s.wrong.Empty():
		for y, l := range paint.Wrap(s.wrong.In(m.lang), a.W-4) {
			a.Text(2, y, l, t.Bad)
		}
	case s.plan != nil:
		r, st := s.plan.Result, t.Good
		if r.RefusedCount > 0 {
			st = t.Bad
		}
		a.Cut(2, 0, a.W-3, text.TuiImpCounts.With(count(r.Read), count(r.Added), count(r.Changed), count(r.Unchanged), count(r.RefusedCount)).In(m.lang), st)
		switch at := s.rows[s.list.at]; {
		case at.kind == impRefused:
			a.Cut(2, 1, a.W-3, r.Refused[at.i].Reason.In(m.lang), t.Text)
		case r.Asides > 0:
			a.Cut(2, 1, a.W-3, text.TuiImpAsides.With(r.Asides).In(m.lang), t.Faint)
		}
	}
}
