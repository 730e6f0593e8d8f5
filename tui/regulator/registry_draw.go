package regulator

import (
	"strconv"
	"strings"

	"yice/filing/registry"
	"yice/form"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// wideRegistry is the width from which the open enterprise stands beside the table.
const wideRegistry = 112

func (s *RegistryScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	lang := m.Lang()
	t := m.Theme()
	x := a.Text(0, 0, " "+text.TuiName.In(lang)+" ", t.Brand) + 1
	x = a.Text(x, 0, text.TuiPlaceRegistry.In(lang), t.Title) + 2
	if s.got != nil {
		x = a.Text(x, 0, text.TuiRegYear.With(s.got.Year.Year).In(lang), t.Strong) + 1
		state, st := text.TuiRegIsOpen, t.Faint
		if s.got.Year.Closed {
			state, st = text.TuiRegIsClosed, t.Good
		}
		x = a.Text(x, 0, state.In(lang), st) + 2
	}
	a.Right(x, 0, a.W-x-1, kit.Shorten(paint.Safe(s.Path), a.W-x-1), t.Faint)
	x = 1
	for i, p := range registryTabs {
		label := " " + p.In(lang) + " "
		if s.got != nil {
			n := strconv.Itoa([]int{len(s.got.Places), len(s.got.claims), len(s.got.waiting)}[i])
			if registryTab(i) != registryMembers && !s.got.queued {
				n = t.Chrome.Ellipsis
			}
			label = " " + p.In(lang) + " " + n + " "
			if marked := s.unsigned(); registryTab(i) == registryWaiting && marked > 0 {
				label += text.TuiRegMarked.With(marked).In(lang) + " "
			}
		}
		st := t.Faint
		if registryTab(i) == s.tab {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 1, label, st) + 1
		kit.TabZone(m, a.Below(1), from, x-1, i, int(s.tab), len(registryTabs))
	}
	if s.got != nil {
		say := text.TuiRegCounts.With(s.got.In, s.got.None, s.got.Void, s.got.Late).In(lang)
		if w := paint.Width(say); x+w+2 < a.W {
			a.Right(a.W-w-1, 1, w, say, t.Faint)
		}
	}
	a.Repeat(0, 2, a.W, t.Chrome.H, t.Frame)
	body := a.Below(3)
	switch {
	case s.work != nil && s.got == nil:
		s.drawTask(m, body)
		return screen.Caret{}
	case s.got == nil:
		return screen.Caret{}
	}
	if s.work != nil { // what was read before stands while something else is done
		s.drawTask(m, body.Below(body.H-4))
		body = body.Rows(0, body.H-4)
	}
	switch {
	case s.tab == registryClaims:
		s.drawClaims(m, body)
	case s.tab == registryWaiting:
		s.drawWaiting(m, body)
	case len(s.got.Places) == 0:
		body.Cut(2, 1, a.W-4, text.TuiRegEmpty.In(lang), t.Faint)
	case a.W >= wideRegistry:
		left, right := body.SplitX(a.W - s.caseWidth(m, a.W))
		s.drawMembers(m, left)
		for y := range right.H {
			right.Text(0, y, t.Chrome.V, t.Frame)
		}
		s.drawCase(m, right.Sub(2, 0, right.W-3, right.H))
	case s.into:
		s.drawCase(m, body.Sub(1, 0, body.W-2, body.H))
	default:
		s.drawMembers(m, body)
	}
	return screen.Caret{}
}

// drawTask draws how far what is under way has come.
func (s *RegistryScreen) drawTask(m screen.Desk, a paint.Area) {
	a.Text(2, 0, s.work.Title.In(m.Lang()), m.Theme().Text)
	kit.DrawMeter(m, a.Sub(2, 1, min(a.W-4, 70), 3), s.work.Meter)
}

func (s *RegistryScreen) drawMembers(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	figure, typeW, stateW := 7, 7, 6
	for _, p := range []text.Pair{text.QuestionConfirmed, text.RegistryAdjusted} {
		figure = max(figure, paint.Width(p.In(l)))
	}
	for _, c := range form.ByID("enterprise").Field("type").Codes {
		typeW = max(typeW, paint.Width(c.Title.In(l)))
	}
	for _, p := range []text.Pair{text.RegistryStateNone, text.TuiRegAsked, text.TuiRegIn, text.TermStatus} {
		stateW = max(stateW, paint.Width(p.In(l)))
	}
	const nameX, leastName = 7, 18
	figuresX := a.W - 3*(figure+1) - stateW - 2
	typeX := figuresX - typeW - 1
	if typeX-nameX < leastName { // the table is by type: its name can go where the enterprise's needs the room
		typeX, typeW = figuresX, 0
	}
	head := a.Rows(0, 1)
	head.Right(1, 0, 4, text.TuiGrpRank.In(l), t.Head)
	head.Cut(nameX, 0, typeX-nameX-1, text.TuiGrpName.In(l), t.Head)
	head.Cut(typeX, 0, typeW, text.TuiGrpType.In(l), t.Head)
	for i, p := range []text.Pair{text.TuiRegSelf, text.QuestionConfirmed, text.RegistryAdjusted} {
		head.Right(figuresX+i*(figure+1), 0, figure, p.In(l), t.Head)
	}
	head.Cut(a.W-stateW-1, 0, stateW, text.TermStatus.In(l), t.Head)
	body := a.Below(1)
	s.list.N = len(s.got.Places)
	s.list.Window(body.H)
	for k := range min(body.H, len(s.got.Places)-s.list.Top) {
		i := s.list.Top + k
		r, row := &s.got.Places[i], body.Rows(k, 1)
		name := r.Name
		if name == "" {
			name = r.USCC
		}
		row.Cut(nameX, 0, typeX-nameX-1, name, t.Strong)
		st := t.Text
		if r.Due != nil {
			row.Right(1, 0, 4, t.Chrome.Dot, t.Faint)
			// Where the figures of the others stand: what is missing is neither nothing nor full.
			row.Repeat(figuresX+1, 0, 3*(figure+1)-2, t.Chrome.Hatch, t.Rest)
			if st = t.Warn; r.Void() {
				st = t.Bad
			}
		} else {
			place := t.Chrome.Dot
			if r.Rank > 0 {
				place = strconv.Itoa(r.Rank)
			}
			row.Right(1, 0, 4, place, t.Text)
			row.Cut(typeX, 0, typeW, kit.TypeTitle(r.Type).In(l), t.Text)
			row.Right(figuresX, 0, figure, r.Self.Innovation, t.Faint)
			row.Right(figuresX+figure+1, 0, figure, r.Confirmed.Innovation, t.Text)
			adjusted := t.Strong
			if r.Points != "" {
				adjusted = t.Accent
			}
			row.Right(figuresX+2*(figure+1), 0, figure, r.Adjusted, adjusted)
			if len(r.Asked) > 0 || r.Late {
				st = t.Warn
			}
		}
		row.Cut(a.W-stateW-1, 0, stateW, r.Standing().Begun().In(l), st)
		kit.CursorRow(m, row, i == s.list.At && !s.into)
	}
}

// lineName is the name of a line beside its points, or below the unit of its money.
func lineName(l *registry.Line) text.Pair { return judging.Unmeasured(l.Says) }

// caseWidth is the room of the open enterprise beside the table, w cells wide both: as much as the names of its lines want, and no more
// than leaves the table its own names.
func (s *RegistryScreen) caseWidth(m screen.Desk, w int) int {
	const besides, figures, widest = 7, 54, 30 // margins and the rule; the table without its names, of which one is a line's at most
	lines, name, who := s.one.Scored(), 0, 0
	for i := range lines {
		name = max(name, paint.Width(lineName(&lines[i]).In(m.Lang())))
	}
	for i := range s.got.Places {
		who = max(who, min(paint.Width(s.got.Places[i].Name), widest))
	}
	return max(min(name+2*figureWidth(m, lines)+besides, w-figures-who), w*2/5)
}

// figureWidth is the room of a line's figures.
func figureWidth(m screen.Desk, lines []registry.Line) int {
	w := max(paint.Width(text.TuiRegSelf.In(m.Lang())), paint.Width(text.QuestionConfirmed.In(m.Lang())))
	for i := range lines {
		w = max(w, paint.Width(kit.Group(lines[i].Self)), paint.Width(kit.Group(lines[i].Confirmed)))
	}
	return w
}

func (s *RegistryScreen) drawCase(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if s.list.At >= len(s.got.Places) {
		return
	}
	r := &s.got.Places[s.list.At]
	c := s.one
	a.Cut(0, 0, a.W, strings.TrimSpace(r.Name+"  "+r.USCC), t.Title)
	if s.of != r.USCC || c == nil {
		a.Cut(0, 2, a.W, text.TuiRegReading.In(l), t.Faint)
		return
	}
	if c.Ranked == nil {
		y := 2 + a.Wrapped(2, text.TuiRegNothing.In(l), t.Faint)
		for _, b := range c.Returned {
			y += a.Wrapped(y, b.File+"  "+text.TuiRegWhy.With(b.Message).In(l), t.Bad)
		}
		return
	}
	about := []string{c.Ranked.Serial, text.CmdSheetBonus.In(l) + " " + c.Ranked.Confirmed.Bonus, c.Ranked.Grade}
	if n := len(c.HandedOn); n > 0 { // the newest: a group may hand on again
		about = append(about, text.TuiRegHanded.With(c.HandedOn[n-1].ByName).In(l))
	}
	a.Cut(0, 1, a.W, strings.Join(about, "   "), t.Faint)
	lines := c.Scored()
	s.line.N = len(lines)
	points := 0 // lines of points stand first, those of money below a rule that names their unit
	for points < len(lines) && judging.InPoints(lines[points].Kind) {
		points++
	}
	rule := kit.Btoi(points < len(lines))
	h := kit.ClampInt(len(lines)+rule, 4, max((a.H-3)*3/5, 4))
	table := a.Sub(0, 3, a.W, h)
	figure := figureWidth(m, lines)
	selfX, confirmedX := a.W-2*figure-2, a.W-figure-1
	a.Right(selfX, 2, figure, text.TuiRegSelf.In(l), t.Head)
	a.Right(confirmedX, 2, figure, text.QuestionConfirmed.In(l), t.Head)
	s.line.Window(h - rule)
	for y, i := 0, s.line.Top; y < h && i < len(lines); y, i = y+1, i+1 {
		if i == max(points, s.line.Top) && rule > 0 && i >= points {
			unit := " " + text.TuiWan.In(l)
			table.Repeat(1, y, a.W-2-paint.Width(unit), t.Chrome.Dash, t.Frame)
			table.Right(0, y, a.W-1, unit, t.Head)
			y++
		}
		one, row := &lines[i], table.Rows(y, 1)
		row.Text(1, 0, kit.Short(lineName(one).In(l), selfX-2), t.Text)
		row.Right(selfX, 0, figure, kit.Group(one.Self), t.Faint)
		row.Right(confirmedX, 0, figure, kit.Group(one.Confirmed), t.Strong)
		kit.CursorRow(m, row, s.into && i == s.line.At)
	}
	if a.H > h+4 && s.line.At < len(lines) {
		a.Repeat(0, 3+h, a.W, t.Chrome.Dash, t.Frame)
		s.drawRecords(m, a.Below(4+h), c, &lines[s.line.At], paint.Width(lineName(&lines[s.line.At]).In(l)) > selfX-2)
	}
}

// drawRecords draws what a line comes from, and its name where that is asked for: value and target, the rows that counted or did not, findings with their reasons.
func (s *RegistryScreen) drawRecords(m screen.Desk, a paint.Area, c *registry.Case, of *registry.Line, named bool) {
	t, l := m.Theme(), m.Lang()
	type shown struct {
		s  string
		st paint.Style
	}
	var all []shown
	add := func(s string, st paint.Style) {
		for _, one := range paint.Wrap(paint.Safe(s), max(a.W-1, 10)) {
			all = append(all, shown{one, st})
		}
	}
	var measured []string
	for _, one := range []struct {
		title text.Pair
		of    string
	}{{text.NoticeValue, of.Value}, {text.NoticeTarget, of.Target}, {text.TermGap, of.Gap}} {
		if one.of != "" {
			measured = append(measured, one.title.In(l)+" "+one.of)
		}
	}
	if named { // it was cut above
		add(of.Says.In(l), t.Head)
	}
	add(strings.Join(measured, "   "), t.Text)
	for _, x := range c.Adjustments {
		if x.Line == of.ID {
			add(x.Points+"  "+x.Basis+"  "+x.Who, t.Accent)
		}
	}
	if len(of.Used) > 0 {
		add(text.TuiRegRecords.In(l), t.Head)
	}
	for _, u := range of.Used {
		st := t.Text
		switch {
		case u.Pending:
			st = t.Pending
		case !u.Why.Empty() && u.Counted.Empty():
			st = t.Faint
		}
		add(strings.Join(strings.Fields(registry.RowName(u.Key, u.Title)+"  "+u.Counted.In(l)+" "+u.Why.In(l)), " "), st)
	}
	for i, f := range c.FindingsOf(of) {
		if i == 0 {
			add(text.TuiRegFindings.In(l), t.Head)
		}
		add(f.Message.In(l), t.Text)
		add("  "+f.Reason, t.Faint)
	}
	s.top = kit.ClampInt(s.top, 0, max(len(all)-a.H, 0))
	for y := range min(a.H, len(all)-s.top) {
		a.Text(1, y, all[s.top+y].s, all[s.top+y].st)
	}
}
