package regulator

import (
	"slices"
	"strconv"
	"strings"

	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

func (s *GroupScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	x := a.Text(0, 0, " "+text.TuiName.In(l)+" ", t.Brand) + 1
	x = a.Text(x, 0, text.TuiPlaceGroup.In(l), t.Title) + 2
	a.Right(x, 0, a.W-x-1, kit.Shorten(paint.Safe(s.Path), a.W-x-1), t.Faint)
	x = 1
	labels, wide := [len(groupTabs)]string{}, 0
	for i, p := range groupTabs {
		labels[i] = " " + p.In(l) + " "
		if s.Got != nil && groupTab(i) != groupSpread { // how many figures are compared tells nothing
			labels[i] += strconv.Itoa(s.size(groupTab(i))) + " "
		}
		wide += paint.Width(labels[i]) + 1
	}
	gap := kit.Btoi(x+wide <= a.W)
	for i, label := range labels {
		st := t.Faint
		if groupTab(i) == s.tab {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 1, label, st) + gap
		kit.TabZone(m, a.Below(1), from, x-gap, i, int(s.tab), len(groupTabs))
	}
	a.Repeat(0, 2, a.W, t.Chrome.H, t.Frame)
	body := a.Below(3)
	switch {
	case s.work != nil:
		body.Text(2, 1, text.TuiGrpLooking.In(l), t.Text)
		kit.DrawMeter(m, body.Sub(2, 3, min(a.W-4, 70), 3), s.work.Meter)
	case s.Got == nil:
		body.Cut(2, 1, a.W-4, text.TuiGrpNone.In(l), t.Faint)
	default:
		s.drawTab(m, body)
	}
	return screen.Caret{}
}

func (s *GroupScreen) size(tab groupTab) int {
	was := s.tab
	s.tab = tab
	n := s.count()
	s.tab = was
	return n
}

func (s *GroupScreen) drawTab(m screen.Desk, a paint.Area) {
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

// drawList draws the lines of a tab, or that there are none.
func (s *GroupScreen) drawList(m screen.Desk, a paint.Area, none text.Pair, one func(m screen.Desk, row paint.Area, i int)) {
	t := m.Theme()
	if s.list.N == 0 {
		a.Text(2, 0, t.Chrome.Check+" "+none.In(m.Lang()), t.Good)
		return
	}
	s.list.Window(a.H)
	for k := range min(a.H, s.list.N-s.list.Top) {
		row := a.Rows(k, 1)
		one(m, row, s.list.Top+k)
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
}

func (s *GroupScreen) drawClaim(m screen.Desk, a paint.Area, i int) {
	t, l, c := m.Theme(), m.Lang(), &s.Got.DoubleClaims[i]
	word, st := text.TuiGrpSuspect, t.Warn
	if c.Certain {
		word, st = text.TuiGrpCertain, t.Bad
	}
	x := a.Cut(2, 0, 9, word.Begun().In(l), st) + 1
	kindW := 0
	for i := range s.Got.DoubleClaims {
		if f := form.ByID(s.Got.DoubleClaims[i].Kind); f != nil {
			kindW = max(kindW, paint.Width(f.Title.In(l)))
		}
	}
	x = max(x, 12)
	if f := form.ByID(c.Kind); f != nil {
		a.Text(x, 0, f.Title.In(l), t.Head)
	}
	x += kindW + 2
	title, names := claimed(c)
	why := c.Because.In(l)
	whyW := 0 // a narrow screen says it below, and names both who claim it
	if a.W >= 100 {
		whyW = a.W/4 + 2
		a.Right(a.W+1-whyW, 0, whyW-2, why, t.Faint)
	}
	titleW := (a.W - x - whyW) / 3
	a.Cut(x, 0, titleW-2, title, t.Strong)
	room := a.W - x - titleW - whyW - 1
	a.Cut(x+titleW, 0, room, claimants(l, names, room), t.Text)
}

// claimants names who claims an achievement in w cells: whoever claims it several times once, with how often where there is room; where
// there is none for all, how many more there are.
func claimants(l text.Lang, names []string, w int) string {
	var each, bare []string
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			continue
		}
		n := 0
		for _, other := range names {
			n += kit.Btoi(other == name)
		}
		bare = append(bare, name)
		if n > 1 {
			name = text.TuiGrpSoMany.With(name, n).In(l)
		}
		each = append(each, name)
	}
	if say := strings.Join(each, " / "); paint.Width(say) <= w {
		return say
	}
	for shown := len(bare); ; shown-- {
		say := strings.Join(bare[:shown], " / ")
		if more := len(bare) - shown; more > 0 {
			say = text.TuiGrpAndMore.With(say, more).In(l)
		}
		if shown <= 1 || paint.Width(say) <= w {
			return say
		}
	}
}

// claimed gives an achievement and the names of those who claim it.
func claimed(c *filing.DoubleClaim) (title string, all []string) {
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
	return title, all
}

func (s *GroupScreen) drawIntra(m screen.Desk, a paint.Area, i int) {
	t := m.Theme()
	g := &s.Got.IntraGroup[i]
	name := func(name, uscc string) string {
		if name != "" {
			return name
		}
		return uscc
	}
	x := a.Cut(2, 0, a.W/3, name(g.FromName, g.From), t.Text) + 1
	x = a.Text(x, 0, t.Chrome.Arrow+"  ", t.Faint)
	a.Cut(x, 0, a.W/3, name(g.ToName, g.To), t.Text)
	say := text.TuiGrpLines.With(kit.Wan(g.Amount), g.Lines).In(m.Lang())
	w := paint.Width(say)
	a.Right(a.W-w-1, 0, w, say, t.Strong)
}

func (s *GroupScreen) drawProblem(m screen.Desk, a paint.Area, i int) {
	t := m.Theme()
	p := s.Got.Troubles()[i]
	x := a.Cut(2, 0, a.W/3, p.Of, t.Strong)
	if p.Of != "" {
		x += 2
	}
	a.Cut(x, 0, a.W-x-1, p.Say.Begun().In(m.Lang()), t.Bad)
}

// drawSpread draws lowest, median and highest of every column, by type.
func (s *GroupScreen) drawSpread(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	colW := 12
	first := a.W - 4*colW - 1
	for c, p := range []text.Pair{text.TuiGrpCount, text.TuiGrpMin, text.TuiGrpMedian, text.TuiGrpMax} {
		a.Right(first+c*colW, 0, colW, p.Begun().In(l), t.Head)
	}
	s.drawList(m, a.Below(1), text.TuiGrpNone, func(m screen.Desk, row paint.Area, i int) {
		sp := &s.Got.Spread[i]
		row.Cut(2, 0, 16, sp.Period+" "+kit.TypeTitle(sp.Type).In(l), t.Head)
		row.Cut(19, 0, first-20, s.Got.FigureTitle(sp.Column).In(l), t.Text)
		row.Right(first, 0, colW, strconv.Itoa(sp.Count), t.Faint)
		for c, v := range []string{sp.Min, sp.Median, sp.Max} {
			row.Right(first+(c+1)*colW, 0, colW, kit.Group(v), t.Text)
		}
	})
}

// drawFoot tells more of the line under the cursor, and what all come to.
func (s *GroupScreen) drawFoot(m screen.Desk, a paint.Area) {
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	switch {
	case s.tab == groupMembers && s.list.At < len(s.rows):
		s.drawMember(m, a, &s.Got.Enterprises[s.rows[s.list.At]])
	case s.tab == groupRanking:
		s.drawRanked(m, a)
	case s.tab == groupClaims && s.list.At < len(s.Got.DoubleClaims):
		c := &s.Got.DoubleClaims[s.list.At]
		a.Cut(2, 0, a.W-4, " "+c.Because.In(m.Lang())+" ", t.Faint)
		for i, one := range c.Claims[:min(len(c.Claims), 2)] {
			a.Cut(2, 1+i, a.W-4, strings.Join(strings.Fields(one.Name+" "+one.USCC+"  "+one.Key+" "+one.Title), " "), t.Text)
		}
	case s.tab == groupProblems && s.list.At < len(s.Got.Troubles()):
		for y, l := range paint.Wrap(s.Got.Troubles()[s.list.At].Say.In(m.Lang()), a.W-4) {
			a.Text(2, 1+y, l, t.Text)
		}
	}
}
