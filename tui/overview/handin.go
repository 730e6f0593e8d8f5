package overview

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/mending"
	"yice/tui/paint"
	"yice/tui/screen"
)

// What stands between the desk and handing in is one list: what is wrong, record by record, then what is asked for at the end.
// Every line opens its place.

// handingIn is what the overview knows of handing in beyond the standing: read off the frame.
type handingIn struct {
	no    int // standing it was read for
	signs []entry.SignOff
	made  []filing.Receipt
	taken map[string]string // the regulator's receipts, by serial
}

type handingInMsg struct {
	of *entry.Session
	handingIn
}

// barrier is one line of the list.
type barrier struct {
	of   *mending.Judged // findings; nil: something else
	sign string
	st   paint.Style
	say  text.Pair
	key  string // the key that leads there from everywhere
	open func() tea.Cmd
}

// askHandIn reads who signed and what was made, once a standing and only for the screen that shows it.
func (s *Screen) askHandIn(m screen.Desk) tea.Cmd {
	if m.Session() == nil || m.Top() != screen.Screen(s) || s.known != nil && s.known.no == m.Standing().No {
		return nil
	}
	of, no := m.Session(), m.Standing().No
	return func() tea.Msg {
		out := handingInMsg{of: of, handingIn: handingIn{no: no}}
		var err error
		if out.signs, err = of.SignOffs(); err != nil {
			return nil
		}
		if out.made, err = filing.Sealings(of); err != nil {
			return nil
		}
		if out.taken, err = filing.Received(of); err != nil {
			return nil
		}
		return out
	}
}

// barriers lists what stands in between.
func (s *Screen) barriers(m screen.Desk) []barrier {
	lang := m.Lang()
	t := m.Theme()
	if m.Standing().Locked {
		return s.afterwards(m)
	}
	var out []barrier
	groups := mending.ByRecord(m, m.Standing().Findings)
	for _, weight := range []int{2, 1} {
		for i := range groups {
			if g := &groups[i]; g.Weight() == weight {
				out = append(out, barrier{of: g, open: func() tea.Cmd { return s.office.MendAt(g.First()) }})
			}
		}
	}
	submit := func() tea.Cmd { return s.office.OpenSubmit(submission.Period{}) }
	if m.Standing().Sheet == nil {
		return append(out, barrier{sign: "!", st: t.Bad.With(paint.Bold), say: text.TuiHandNoPack, key: "F5", open: func() tea.Cmd { return m.Act(screen.ToPolicy) }})
	}
	asOf := m.Standing().Sheet.AsOf
	if q, due := quarterDue(m, asOf); due {
		b := barrier{sign: "?", st: t.Warn, say: text.TuiHandQuarter.With(q.Quarter), key: "F6", open: func() tea.Cmd { return s.office.OpenSubmit(q) }}
		if s.known != nil && handed(s.known.made, q) {
			b.sign, b.st, b.say = t.Chrome.Check, t.Good, text.TuiHandQuarterMade.With(q.Quarter)
		}
		out = append(out, b)
	}
	var unsigned []string
	if s.known != nil {
		for _, off := range s.known.signs {
			if !off.Standing {
				unsigned = append(unsigned, off.Role.Title().In(lang))
			}
		}
	}
	switch {
	case asOf != 12 && running(m):
		return append(out, barrier{sign: t.Chrome.Dot, st: t.Faint, say: text.TuiHandLater.With(asOf), key: "F6", open: submit})
	case asOf != 12:
		out = append(out, barrier{sign: "!", st: t.Bad.With(paint.Bold), say: text.TuiHandYear.With(asOf), open: func() tea.Cmd { return m.GoTo(m.Form("annual"), 0, "as_of") }})
	}
	switch {
	case len(unsigned) > 0:
		out = append(out, barrier{sign: t.Chrome.Dot, st: t.Text, say: text.TuiHandSign.With(len(unsigned), strings.Join(unsigned, kit.Between(lang))), key: "F6", open: submit})
	case len(out) == 0:
		out = append(out, barrier{sign: t.Chrome.Check, st: t.Good, say: text.TuiHandReady, key: "F6", open: submit})
	}
	return out
}

// afterwards lists what there is to do once the year is sealed.
func (s *Screen) afterwards(m screen.Desk) []barrier {
	t := m.Theme()
	say := text.TuiHandSealed
	receipt := barrier{sign: t.Chrome.Right, st: t.Key, say: text.TuiHandReceipt, open: func() tea.Cmd { return m.Act(screen.ToReceive) }}
	if s.known != nil && len(s.known.made) > 0 {
		serial := s.known.made[len(s.known.made)-1].Serial
		say = text.TuiHandSealedAs.With(serial)
		if _, came := s.known.taken[serial]; came {
			receipt = barrier{sign: t.Chrome.Check, st: t.Good, say: text.TuiHandReceived, key: "F6", open: func() tea.Cmd { return s.office.OpenSubmit(submission.Period{}) }}
		}
	}
	return []barrier{
		{sign: t.Chrome.Check, st: t.Good, say: say, key: "F6", open: func() tea.Cmd { return s.office.OpenSubmit(submission.Period{}) }},
		receipt,
		{sign: t.Chrome.Right, st: t.Key, say: text.TuiHandNext.With(m.Standing().Year + 1), open: func() tea.Cmd { return m.Act(screen.ToYearAfter) }},
	}
}

// running reports that the year is not over yet.
func running(m screen.Desk) bool { return m.Now().Year() <= m.Standing().Year }

// quarterDue is the quarter whose return can be handed in: the figures of a running year run to its end.
func quarterDue(m screen.Desk, asOf int) (submission.Period, bool) {
	return submission.Period{Year: m.Standing().Year, Quarter: asOf / 3}, running(m) && asOf%3 == 0 && asOf < 12
}

func handed(made []filing.Receipt, p submission.Period) bool {
	for _, r := range made {
		if r.Period == p.String() {
			return true
		}
	}
	return false
}

// drawBarriers draws the list.
func (s *Screen) drawBarriers(m screen.Desk, a paint.Area, all []barrier) {
	t := m.Theme()
	lit := s.pane == findsPane
	m.Pane(a, func() { s.pane = findsPane })
	said := func(b *barrier) []string {
		return paint.Wrap(b.say.Begun().In(m.Lang()), a.W-5-paint.Width(b.key)-1)
	}
	s.finds.Spread(a.H, func(i int) int {
		if b := &all[i]; b.of == nil {
			return len(said(b))
		}
		return all[i].of.Rows(m, a.W, true)
	}, func(i, y, n int) {
		b, row := &all[i], a.Rows(y, n)
		if b.of != nil {
			b.of.DrawWhole(m, row, true)
		} else {
			row.Text(2, 0, b.sign, b.st)
			drawSaid(row, 4, row.W-5-paint.Width(b.key)-1, said(b), t.Text)
			row.Right(row.W-1-paint.Width(b.key), 0, paint.Width(b.key), b.key, t.Key)
		}
		kit.CursorRow(m, row, i == s.finds.At && lit)
	})
}

// drawSaid draws lines below one another; what has no room below goes into the last of them, and is cut.
func drawSaid(a paint.Area, x, w int, lines []string, st paint.Style) {
	for y, l := range lines[:min(len(lines), a.H)] {
		if y == a.H-1 && y < len(lines)-1 {
			l = kit.Rejoin(lines[y:])
		}
		a.Cut(x, y, w, l, st)
	}
}

// handInTitle heads the list: how many things there are, and how many findings.
func handInTitle(m screen.Desk, all []barrier) (title, note text.Pair) {
	open := 0
	for _, b := range all {
		open += kit.Btoi(b.of != nil || b.sign != m.Theme().Chrome.Check)
	}
	title = text.TuiHand.With(open)
	switch {
	case m.Standing().Locked:
		return text.TuiHandAfter, text.Pair{}
	case open == 0:
		return text.TuiHandNothing, text.Pair{}
	case m.Standing().Must == 0 && m.Standing().Verify == 0:
		return title, text.Pair{}
	}
	return title, text.TuiFindingCount.With(m.Standing().Must, m.Standing().ToVerify(), m.Standing().Explained)
}
