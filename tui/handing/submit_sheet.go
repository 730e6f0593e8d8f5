package handing

import (
	"strconv"

	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// drawSheet draws the figures that are signed and sealed, as a sheet of paper: the lines of the assessment where there is room
// for them, the totals always.
func (s *SubmitScreen) drawSheet(m screen.Desk, a paint.Area) {
	t, sh := m.Theme(), m.Standing().Sheet
	title := text.TuiSubSheet.With(s.period.Say())
	in := kit.Box(m, a, title.In(m.Lang()), "", false).Inset(1, 0)
	y := 0
	put := func(label text.Pair, figure string, st paint.Style) {
		w := paint.Width(figure)
		in.Cut(0, y, in.W-w-1, label.In(m.Lang()), t.Text)
		in.Right(in.W-w, y, w, figure, st)
		y++
	}
	rule := func() {
		in.Repeat(0, y, in.W, t.Chrome.Dash, t.Frame)
		y++
	}
	in.Cut(0, y, in.W-20, paint.Safe(kit.NameOr(m.Standing().Name, m.Standing().USCC)), t.Strong)
	in.Right(in.W-18, y, 18, m.Standing().USCC, t.Faint)
	y++
	in.Cut(0, y, in.W, sh.Pack.ID+" "+sh.Pack.Version, t.Faint)
	y++
	rule()
	if in.H-y >= s.totalRows(m, in.W)+len(sh.Indicators) {
		for k := range sh.Indicators {
			l := &sh.Indicators[k]
			figure := l.Score.Confirmed.String() + " / " + paint.PadLeft(l.Weight.Text, 2)
			st := t.Text
			if l.Exact == nil {
				st = t.Warn
			}
			put(judging.Scored(l), figure, st)
		}
	}
	put(text.LeaderInnovation, sh.Innovation.Confirmed.String(), t.Strong)
	put(text.LeaderBonus, sh.BonusTotal.Confirmed.String(), t.Strong)
	rule()
	for _, acc := range judging.Accounts(m)[1:] {
		figure, st := text.Column(acc.Figure, text.TuiWan).In(m.Lang()), t.Strong
		if acc.Missing {
			figure, st = acc.Figure, t.Warn
		}
		put(text.Same(acc.Label), figure, st)
	}
	if sh.Completion != nil {
		put(text.TuiCompletion, sh.Completion.Confirmed.String()+"%", t.Strong)
	}
	rule()
	for i, acc := range judging.Accounts(m) {
		if acc.Pending == "" {
			continue
		}
		pending := acc.Pending
		if i > 0 { // the first is in points
			pending = text.Column(pending, text.TuiWan).In(m.Lang())
		}
		put(text.TuiSubOpen.With(acc.Label), pending, t.Pending)
	}
	if sh.Unfilled.Sign() > 0 {
		put(text.LeaderUnfilled, sh.Unfilled.String(), t.Warn)
	}
	verify := strconv.Itoa(m.Standing().Verify + m.Standing().Explained)
	if m.Standing().MayVerify {
		verify += "+"
	}
	put(text.TuiSubVerify, verify, t.Text)
	put(text.TuiSubReasons, strconv.Itoa(m.Standing().Explained), t.Text)
	if !sh.Official {
		in.Wrapped(y, text.LeaderSimulated.In(m.Lang()), t.Warn)
	}
}

// totalRows are the rows of the sheet below its heading, without the lines of the assessment.
func (s *SubmitScreen) totalRows(m screen.Desk, w int) int {
	sh := m.Standing().Sheet
	n := 2 + 1 + len(judging.Accounts(m)) - 1 + kit.Btoi(sh.Completion != nil) + 1 + kit.Btoi(sh.Unfilled.Sign() > 0) + 2
	if !sh.Official {
		n += len(paint.Wrap(text.LeaderSimulated.In(m.Lang()), w))
	}
	for _, acc := range judging.Accounts(m) {
		n += kit.Btoi(acc.Pending != "")
	}
	return n
}
