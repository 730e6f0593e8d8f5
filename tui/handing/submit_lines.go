package handing

import (
	"yice/text"
	"yice/tui/paint"
	"yice/tui/screen"
)

// submitLine is a line as drawn: one of the rows, the heading of a step, a blank line, or what had no room in the line before.
type submitLine struct {
	row  int // -1: a heading, or a blank line
	step int // of a heading, counted from 1; 0: a blank line
	// more is what the line before goes on with, x from where.
	more string
	x    int
	st   paint.Style
}

// steps is how many there are to a file that is handed in: look, sign, seal, hand over.
const steps = 4

// lines puts the headings of all four steps between the rows, those without a row too, with room before each where there is, and says
// where the cursor is. What is longer than a line goes on in the next.
func (s *SubmitScreen) lines(m screen.Desk, w, h int) (out []submitLine, at int) {
	headings := 0
	i := 0
	for step := 1; step <= steps; step++ {
		if step == 2 && s.period.Quarterly() {
			continue // a quarter's return is signed by nobody
		}
		headings++
		out = append(out, submitLine{row: -1, step: step})
		_, note, st := s.headNote(m, step)
		if x := s.noteX(m, step); paint.Width(note.In(m.Lang())) > w-x-1 {
			out = append(out, goesOn(submitLine{row: -1, x: 6, st: st}, paint.Wrap(note.In(m.Lang()), w-7))...)
		}
		for ; i < len(s.rows) && stepOfRow(s.rows[i].kind) == step; i++ {
			if i == s.list.At {
				at = len(out)
			}
			out = append(out, submitLine{row: i})
			x, rest, st := s.rowRest(m, s.rows[i], w)
			out = append(out, goesOn(submitLine{row: i, x: x, st: st}, rest)...)
		}
	}
	if h < len(out)+headings-1 {
		return out, at
	}
	var roomy []submitLine
	for k, l := range out {
		if l.step > 1 {
			roomy = append(roomy, submitLine{row: -1})
		}
		if k == at {
			at = len(roomy)
		}
		roomy = append(roomy, l)
	}
	return roomy, at
}

// goesOn makes lines of what had no room.
func goesOn(of submitLine, lines []string) (out []submitLine) {
	for _, l := range lines {
		of.more = l
		out = append(out, of)
	}
	return out
}

// rowRest is what has no room in the line of a row, and from where it goes on below.
func (s *SubmitScreen) rowRest(m screen.Desk, r submitRow, w int) (x int, rest []string, st paint.Style) {
	l, t := m.Lang(), m.Theme()
	beside := func(title, say text.Pair) (int, []string, paint.Style) {
		if 6+paint.Width(title.In(l))+2+paint.Width(say.In(l)) < w {
			return 0, nil, st
		}
		return 6, paint.Wrap(say.In(l), w-7), t.Faint
	}
	switch r.kind {
	case rowNeed:
		_, _, st = s.needLook(m, s.needs[r.i])
		return 6, paint.Wrap(s.needs[r.i].Say.Begun().In(l), w-7)[1:], st
	case rowWithout:
		v, st := s.without(m)
		return 22, paint.Wrap(v, w-23)[1:], st
	case rowEvidence:
		v, st := s.evidenceSay(m)
		return 22, paint.Wrap(v, w-23)[1:], st
	case rowNext:
		return beside(text.TuiSubNext.With(m.Standing().Year+1), text.TuiSubNextSay)
	case rowReceipt:
		return beside(text.TuiSubReceipt, text.TuiSubReceiptSay)
	case rowSign:
		if off := s.signs[r.i]; off.Name != "" && !off.Standing && s.stateX(m, r.i)+paint.Width(text.TuiSubStale.In(l)) >= w {
			return 22, paint.Wrap(text.TuiSubStale.In(l), w-23), t.Warn
		}
	}
	return 0, nil, st
}

func stepOfRow(k submitKind) int {
	switch k {
	case rowPeriod, rowNeed:
		return 1
	case rowSign, rowWithout:
		return 2
	case rowMade, rowReceipt, rowNext, rowReopen:
		return 4
	}
	return 3
}
