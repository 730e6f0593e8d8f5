package regulator

import (
	"strconv"
	"strings"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// memberColumn is one column of the table of enterprises.
type memberColumn struct {
	head  string
	w     int
	right bool
	of    func(e *filing.CollectedEnterprise) string
}

// columns are those that fit: who and how it stands, then the indicators from the first one shown.
func (s *GroupScreen) columns(m screen.Desk, w int) []memberColumn {
	l := m.Lang()
	nameW, typeW := 10, paint.Width(text.TuiGrpType.In(l))
	for i := range s.Got.Enterprises {
		e := &s.Got.Enterprises[i]
		nameW, typeW = max(nameW, paint.Width(e.Known())), max(typeW, paint.Width(kit.TypeTitle(e.Type).In(l)))
	}
	nameW = min(nameW, kit.ClampInt(w/4, 18, 34))
	assessed := text.TuiAssessed.In(l)
	if w >= 112 && l.Written() == text.ZH || w >= 150 { // a narrower one rather has another indicator
		assessed = text.AccountUnit.With(text.TuiAssessed, text.TuiWan).In(l)
	}
	all := []memberColumn{
		{text.TuiGrpRank.In(l), 5, true, func(e *filing.CollectedEnterprise) string {
			switch {
			case e.Rank == 0 && e.OK && !e.Official:
				return text.TuiGrpSimulated.In(l) // never ranked
			case e.Rank == 0:
				return m.Theme().Chrome.Dot
			}
			return strconv.Itoa(e.Rank)
		}},
		{text.TuiGrpName.In(l), nameW, false, (*filing.CollectedEnterprise).Known},
		{text.TuiGrpType.In(l), min(typeW, 14), false, func(e *filing.CollectedEnterprise) string { return kit.TypeTitle(e.Type).In(l) }},
		{text.TuiGrpYear.In(l), s.periodW(), true, func(e *filing.CollectedEnterprise) string { return e.Period }},
		{text.TuiScore.In(l), 7, true, func(e *filing.CollectedEnterprise) string { return e.Innovation }},
		{text.TuiBonus.In(l), 6, true, func(e *filing.CollectedEnterprise) string { return e.Bonus }},
		{assessed, max(12, paint.Width(assessed)), true, func(e *filing.CollectedEnterprise) string { return kit.Group(e.Assessed) }},
	}
	used := 2
	for _, c := range all {
		used += c.w + 1
	}
	if reached := (memberColumn{text.TuiCompletion.In(l), 9, true, func(e *filing.CollectedEnterprise) string { return e.Completion }}); used+reached.w < w {
		used += reached.w + 1
		all = append(all, reached)
	}
	most := 12 // of the name of an indicator; on a wide screen it is whole
	if w >= 112 {
		most = 26
	}
	for _, c := range s.Got.Columns[min(s.side, len(s.Got.Columns)):] {
		cw := kit.ClampInt(paint.Width(kit.Short(c.Title.In(l), most)), 7, most)
		if used+cw+1 > w-2 {
			break
		}
		used += cw + 1
		all = append(all, memberColumn{kit.Short(c.Title.In(l), cw), cw, true, func(e *filing.CollectedEnterprise) string { return e.Indicators[c.ID] }})
	}
	return all
}

func (s *GroupScreen) drawMembers(m screen.Desk, a paint.Area) {
	t := m.Theme()
	cols := s.columns(m, a.W)
	draw := func(row paint.Area, of func(c memberColumn) string, st func(i int) paint.Style) {
		x := 2
		for i, c := range cols {
			if c.right {
				row.Right(x, 0, c.w, of(c), st(i))
			} else {
				row.Cut(x, 0, c.w, of(c), st(i))
			}
			x += c.w + 1
		}
	}
	draw(a.Rows(0, 1), func(c memberColumn) string { return c.head }, func(int) paint.Style { return t.Head })
	body := a.Below(1)
	s.list.Window(body.H)
	for k := range min(body.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		e, row := &s.Got.Enterprises[s.rows[i]], body.Rows(k, 1)
		draw(row, func(c memberColumn) string { return c.of(e) }, func(col int) paint.Style {
			switch {
			case !e.OK:
				return t.Bad
			case col == 1 || col == 4:
				return t.Strong
			}
			return t.Text
		})
		if !e.OK {
			row.Text(0, 0, "!", t.Bad)
		}
		kit.CursorRow(m, row, i == s.list.At)
	}
}

func (s *GroupScreen) drawMember(m screen.Desk, a paint.Area, e *filing.CollectedEnterprise) {
	t := m.Theme()
	var l kit.Line
	add := func(s string, st paint.Style) {
		if s != "" {
			l = append(l, kit.Piece{s + "   ", st})
		}
	}
	if !e.OK {
		add("! "+text.TuiGrpBad.In(m.Lang()), t.Bad)
	}
	if !e.Official && e.OK {
		add(text.TuiGrpDraft.In(m.Lang()), t.Warn)
	}
	if e.SelfDeclared > 0 {
		add(text.TuiDeclaredRows.With(e.SelfDeclared).In(m.Lang()), t.Pending)
	}
	add(e.USCC, t.Text)
	if e.Signer == "" {
		add(text.TuiGrpNoSigner.In(m.Lang()), t.Warn)
	} else {
		add(text.TuiGrpSigner.With(paint.Cut(e.Signer, min(24, a.W/6))).In(m.Lang()), t.Text)
	}
	if sealed := 16; len(e.SealedAt) >= sealed {
		if a.W < 100 { // the day, which is not cut
			sealed = len("2006-01-02")
		}
		add(text.TuiGrpSealed.With(strings.Replace(e.SealedAt[:sealed], "T", " ", 1)).In(m.Lang()), t.Faint)
	}
	if l.Width() > a.W-3 {
		for i := range l {
			l[i].S = strings.TrimSuffix(l[i].S, " ")
		}
	}
	for l.Width() > a.W-3 && len(l) > 1 { // no part is cut: the last ones stay away
		l = l[:len(l)-1]
	}
	l.Draw(a, 2, 1)
	if len(e.Problems) > 0 {
		a.Cut(2, 2, a.W-4, e.Problems[0].In(m.Lang()), t.Bad)
		return
	}
	for _, y := range s.Got.Totals {
		if y.Period == e.Period {
			say := text.TuiGrpSum.With(y.Enterprises, kit.Group(y.RD), kit.Group(y.RDNet), kit.Group(y.Assessed)).In(m.Lang())
			if paint.Width(say) > a.W-4 { // no figure is cut: the one that says least stays away
				say = text.TuiGrpSumBrief.With(y.Enterprises, kit.Group(y.RD), kit.Group(y.Assessed)).In(m.Lang())
			}
			a.Cut(2, 2, a.W-4, say, t.Faint)
		}
	}
}

// periodW is the room of the column of periods: quarters take more of it than years.
func (s *GroupScreen) periodW() int {
	for i := range s.Got.Enterprises {
		if len(s.Got.Enterprises[i].Period) > 4 {
			return 6
		}
	}
	return 5
}
