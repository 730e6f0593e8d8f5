package tui

import (
	"math/big"
	"strconv"
	"strings"

	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// compareFigures compares two figures of a sheet; what is no figure is smallest.
func compareFigures(a, b string) int {
	x, okX := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(a, ",", ""), "%"))
	y, okY := new(big.Rat).SetString(strings.TrimSuffix(strings.ReplaceAll(b, ",", ""), "%"))
	switch {
	case okX && okY:
		return x.Cmp(y)
	case okX:
		return 1
	case okY:
		return -1
	}
	return 0
}

func (s *groupScreen) draw(m *Root, a paint.Area) screen.Caret {
	t := m.th
	x := a.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand) + 1
	x = a.Text(x, 0, text.TuiPlaceGroup.In(m.lang), t.Title) + 2
	a.Right(x, 0, a.W-x-1, kit.Shorten(paint.Safe(s.path), a.W-x-1), t.Faint)
	x = 1
	for i, p := range groupTabs {
		label := " " + p.In(m.lang) + " "
		if s.got != nil {
			label = " " + p.In(m.lang) + " " + strconv.Itoa(s.size(groupTab(i))) + " "
		}
		st := t.Faint
		if groupTab(i) == s.tab {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 1, label, st) + 1
		kit.TabZone(m, a.Below(1), from, x-1, i, int(s.tab), len(groupTabs))
	}
	a.Repeat(0, 2, a.W, t.Chrome.H, t.Frame)
	body := a.Below(3)
	switch {
	case s.task != nil:
		body.Text(2, 1, text.TuiGrpLooking.In(m.lang), t.Text)
		kit.DrawMeter(m, body.Sub(2, 3, min(a.W-4, 70), 3), &s.task.Meter)
	case s.got == nil:
		body.Cut(2, 1, a.W-4, text.TuiGrpNone.In(m.lang), t.Faint)
	default:
		s.drawTab(m, body)
	}
	return screen.Caret{}
}

func (s *groupScreen) size(tab groupTab) int {
	was := s.tab
	s.tab = tab
	n := s.count()
	s.tab = was
	return n
}

func (s *groupScreen) drawTab(m *Root, a paint.Area) {
	s.list.N = s.count()
	foot := 3
	body := a.Rows(0, a.H-foot)
	switch s.tab {
	case groupMembers:
		s.drawMembers(m, body)
	case groupRanking:
		s.drawRanking(m, body)
	case groupClaims:
		s.drawList(m, body, text.TuiGrpNoClaims, s.drawClaim)
	case groupIntra:
		s.drawList(m, body, text.TuiGrpNoIntra, s.drawIntra)
	case groupSpread:
		s.drawSpread(m, body)
	default:
		s.drawList(m, body, text.TuiGrpNoWrong, s.drawProblem)
	}
	s.drawFoot(m, a.Below(a.H-foot))
}

// memberColumn is one column of the table of enterprises.
type memberColumn struct {
	head  string
	w     int
	right bool
	of    func(e *filing.CollectedEnterprise) string
}

// columns are those that fit: who and how it stands, then the indicators from the first one shown.
func (s *groupScreen) columns(m *Root, w int) []memberColumn {
	l := m.lang
	nameW := kit.ClampInt(w/4, 18, 34)
	all := []memberColumn{
		{text.TuiGrpRank.In(l), 5, true, func(e *filing.CollectedEnterprise) string {
			switch {
			case e.Rank == 0 && e.OK && !e.Official:
				return text.TuiGrpSimulated.In(l) // never ranked
			case e.Rank == 0:
				return m.th.Chrome.Dot
			}
			return strconv.Itoa(e.Rank)
		}},
		{text.TuiGrpName.In(l), nameW, false, nameOf},
		{text.TuiGrpType.In(l), 7, false, func(e *filing.CollectedEnterprise) string { return typeTitle(e.Type).In(l) }},
		{text.TuiGrpYear.In(l), s.periodW(), true, func(e *filing.CollectedEnterprise) string { return e.Period }},
		{text.TuiScore.In(l), 7, true, func(e *filing.CollectedEnterprise) string { return e.Innovation }},
		{text.TuiBonus.In(l), 6, true, func(e *filing.CollectedEnterprise) string { return e.Bonus }},
		{text.TuiAssessed.In(l), 12, true, func(e *filing.CollectedEnterprise) string { return kit.Group(e.Assessed) }},
		{text.TuiCompletion.In(l), 9, true, func(e *filing.CollectedEnterprise) string { return e.Completion }},
	}
	used := 2
	for _, c := range all {
		used += c.w + 1
	}
	for _, c := range s.got.Columns[min(s.side, len(s.got.Columns)):] {
		cw := kit.ClampInt(paint.Width(kit.Short(c.Title.In(l), 12)), 7, 12)
		if used+cw+1 > w-2 {
			break
		}
		used += cw + 1
		all = append(all, memberColumn{kit.Short(c.Title.In(l), cw), cw, true, func(e *filing.CollectedEnterprise) string { return e.Indicators[c.ID] }})
	}
	return all
}

func (s *groupScreen) drawMembers(m *Root, a paint.Area) {
	t := m.th
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
		e, row := &s.got.Enterprises[s.rows[i]], body.Rows(k, 1)
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

// drawList draws the lines of a tab, or that there are none.
func (s *groupScreen) drawList(m *Root, a paint.Area, none text.Pair, one func(m *Root, row paint.Area, i int)) {
	if s.list.N == 0 {
		a.Text(2, 0, m.th.Chrome.Check+" "+none.In(m.lang), m.th.Good)
		return
	}
	s.list.Window(a.H)
	for k := range min(a.H, s.list.N-s.list.Top) {
		row := a.Rows(k, 1)
		one(m, row, s.list.Top+k)
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
}

func (s *groupScreen) drawClaim(m *Root, a paint.Area, i int) {
	t, c := m.th, &s.got.DoubleClaims[i]
	word, st := text.TuiGrpSuspect, t.Warn
	if c.Certain {
		word, st = text.TuiGrpCertain, t.Bad
	}
	x := a.Cut(2, 0, 9, word.In(m.lang), st) + 1
	if f := form.ByID(c.Kind); f != nil {
		x = a.Cut(max(x, 12), 0, 10, f.Title.In(m.lang), t.Head) + 2
	}
	x = max(x, 22)
	title, names := claimants(c)
	why := c.Because.In(m.lang)
	whyW := min(paint.Width(why), a.W/4)
	a.Right(a.W-1-whyW, 0, whyW, why, t.Faint)
	x = a.Cut(x, 0, (a.W-x-whyW)*2/5, title, t.Strong) + 2
	a.Cut(x, 0, a.W-x-whyW-3, names, t.Text)
}

// claimants gives an achievement and the names of those who claim it.
func claimants(c *filing.DoubleClaim) (title, names string) {
	var all []string
	for _, s := range c.Claims {
		name := s.Name
		if name == "" {
			name = s.USCC
		}
		all = append(all, name)
	}
	if len(c.Claims) > 0 {
		if title = c.Claims[0].Title; title == "" {
			title = c.Claims[0].Key
		}
	}
	return title, strings.Join(all, " / ")
}

func (s *groupScreen) drawIntra(m *Root, a paint.Area, i int) {
	g := &s.got.IntraGroup[i]
	name := func(name, uscc string) string {
		if name != "" {
			return name
		}
		return uscc
	}
	x := a.Cut(2, 0, a.W/3, name(g.FromName, g.From), m.th.Text) + 1
	x = a.Text(x, 0, m.th.Chrome.Arrow+"  ", m.th.Faint)
	a.Cut(x, 0, a.W/3, name(g.ToName, g.To), m.th.Text)
	say := text.TuiGrpLines.With(kit.Wan(g.Amount), g.Lines).In(m.lang)
	w := paint.Width(say)
	a.Right(a.W-w-1, 0, w, say, m.th.Strong)
}

func (s *groupScreen) drawProblem(m *Root, a paint.Area, i int) {
	p := s.problems()[i]
	x := a.Cut(2, 0, a.W/3, p.of, m.th.Strong)
	if p.of != "" {
		x += 2
	}
	a.Cut(x, 0, a.W-x-1, p.say.In(m.lang), m.th.Bad)
}

// drawSpread draws lowest, median and highest of every column, by type.
func (s *groupScreen) drawSpread(m *Root, a paint.Area) {
	t := m.th
	colW := 12
	first := a.W - 4*colW - 1
	for c, p := range []text.Pair{text.TuiGrpCount, text.TuiGrpMin, text.TuiGrpMedian, text.TuiGrpMax} {
		a.Right(first+c*colW, 0, colW, p.In(m.lang), t.Head)
	}
	s.drawList(m, a.Below(1), text.TuiGrpNone, func(m *Root, row paint.Area, i int) {
		sp := &s.got.Spread[i]
		row.Cut(2, 0, 16, sp.Period+" "+typeTitle(sp.Type).In(m.lang), t.Head)
		row.Cut(19, 0, first-20, s.columnName(m, sp.Column), t.Text)
		row.Right(first, 0, colW, strconv.Itoa(sp.Count), t.Faint)
		for c, v := range []string{sp.Min, sp.Median, sp.Max} {
			row.Right(first+(c+1)*colW, 0, colW, kit.Group(v), t.Text)
		}
	})
}

func (s *groupScreen) columnName(m *Root, id string) string {
	switch id {
	case "innovation":
		return text.TuiScore.In(m.lang)
	case "bonus":
		return text.TuiBonus.In(m.lang)
	case "assessed":
		return text.TuiAssessed.In(m.lang)
	case "completion":
		return text.TuiCompletion.In(m.lang)
	case "addback":
		return text.TuiAddback.In(m.lang)
	}
	for _, c := range s.got.Columns {
		if c.ID == id {
			return c.Title.In(m.lang)
		}
	}
	return id
}

// drawFoot tells more of the line under the cursor, and what all come to.
func (s *groupScreen) drawFoot(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	switch {
	case s.tab == groupMembers && s.list.At < len(s.rows):
		s.drawMember(m, a, &s.got.Enterprises[s.rows[s.list.At]])
	case s.tab == groupRanking:
		s.drawRanked(m, a)
	case s.tab == groupClaims && s.list.At < len(s.got.DoubleClaims):
		c := &s.got.DoubleClaims[s.list.At]
		for i, one := range c.Claims[:min(len(c.Claims), 2)] {
			a.Cut(2, 1+i, a.W-4, strings.Join(strings.Fields(one.Name+" "+one.USCC+"  "+one.Key+" "+one.Title), " "), t.Text)
		}
	case s.tab == groupProblems && s.list.At < len(s.problems()):
		for y, l := range paint.Wrap(s.problems()[s.list.At].say.In(m.lang), a.W-4) {
			a.Text(2, 1+y, l, t.Text)
		}
	}
}

func (s *groupScreen) drawMember(m *Root, a paint.Area, e *filing.CollectedEnterprise) {
	t := m.th
	var l kit.Line
	add := func(s string, st paint.Style) {
		if s != "" {
			l = append(l, kit.Piece{s + "   ", st})
		}
	}
	if !e.OK {
		add("! "+text.TuiGrpBad.In(m.lang), t.Bad)
	}
	if !e.Official && e.OK {
		add(text.TuiGrpDraft.In(m.lang), t.Warn)
	}
	if e.SelfDeclared > 0 {
		add(text.TuiDeclaredRows.With(e.SelfDeclared).In(m.lang), t.Pending)
	}
	add(e.USCC, t.Text)
	if e.Signer == "" {
		add(text.TuiGrpNoSigner.In(m.lang), t.Warn)
	} else {
		add(text.TuiGrpSigner.With(paint.Cut(e.Signer, 24)).In(m.lang), t.Text)
	}
	if len(e.SealedAt) >= 16 {
		add(text.TuiGrpSealed.With(strings.Replace(e.SealedAt[:16], "T", " ", 1)).In(m.lang), t.Faint)
	}
	l.Draw(a, 2, 1)
	if len(e.Problems) > 0 {
		a.Cut(2, 2, a.W-4, e.Problems[0].In(m.lang), t.Bad)
		return
	}
	for _, y := range s.got.Totals {
		if y.Period == e.Period {
			a.Cut(2, 2, a.W-4, text.TuiGrpSum.With(y.Enterprises, kit.Group(y.RD), kit.Group(y.RDNet), kit.Group(y.Assessed)).In(m.lang), t.Faint)
		}
	}
}

// typeTitle names a type of enterprise.
func typeTitle(id string) text.Pair { return form.ByID("enterprise").Field("type").CodeTitle(id) }

// periodW is the room of the column of periods: quarters take more of it than years.
func (s *groupScreen) periodW() int {
	for i := range s.got.Enterprises {
		if len(s.got.Enterprises[i].Period) > 4 {
			return 6
		}
	}
	return 5
}
