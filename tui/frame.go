package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"yice/scoring"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
	"yice/tui/theme"
)

// least is the smallest terminal the screens are drawn on; below it a sentence asks for more room.
const leastW, leastH = 80, 24

func depthOf(p colorprofile.Profile) theme.Depth {
	switch {
	case p >= colorprofile.ANSI256:
		return theme.Many
	case p >= colorprofile.ANSI:
		return theme.Sixteen
	}
	return theme.Mono
}

// paint draws everything: header, strip, the screen, the message, the footer, dialogs over them.
func (m *Root) paint() tea.View {
	c := &m.sheet
	c.Clear(m.w, m.h)
	m.mouse.begin()
	var at screen.Caret
	if m.w < leastW || m.h < leastH {
		m.paintSmall(c.All())
	} else {
		at = m.paintAll(c.All())
	}
	v := tea.NewView(c.String())
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = m.windowTitle()
	if at.On {
		v.Cursor = tea.NewCursor(at.X, at.Y)
		v.Cursor.Shape = tea.CursorBar
		v.Cursor.Blink = false
	}
	return v
}

func (m *Root) windowTitle() string {
	t := text.TuiName.In(m.lang)
	if m.desk != nil {
		t = paint.Safe(m.stand.Name) + " " + strconv.Itoa(m.stand.Year) + " - " + t
	}
	return t
}

// paintSmall says that there is no room, in as many lines as there are. Nothing is lost meanwhile.
func (m *Root) paintSmall(a paint.Area) {
	say := text.TuiTooSmall.With(leastW, leastH, m.w, m.h).In(m.lang)
	for y, line := range paint.Wrap(say, max(a.W-1, 2)) {
		a.Text(0, y, line, m.th.Text)
	}
}

// headRows are the rows above the body, footRows those below it.
const headRows, footRows = 3, 2

// BodyRows are the rows of a screen's body, with the header above it and no message below.
func (m *Root) BodyRows() int { return m.h - headRows - footRows }

func (m *Root) headless() bool {
	head := m.Top().Place().Head
	return head == screen.Headless || head == screen.HeadedOpen && m.desk == nil
}

func (m *Root) paintAll(a paint.Area) screen.Caret {
	// A message of several lines takes its rows from the body, which is drawn with what is left: it covers nothing.
	lines := m.noteLines(a.W)
	foot := footRows + min(len(lines), m.noteRows())
	if len(lines) <= 1 {
		foot = footRows
	}
	body := a.Sub(0, 0, a.W, a.H-foot)
	if !m.headless() {
		m.paintHeader(a)
		m.paintStrip(a)
		a.Repeat(0, 2, a.W, m.th.Chrome.H, m.th.Frame)
		body = a.Sub(0, headRows, a.W, a.H-headRows-foot)
	}
	at := m.Top().Draw(m, body)
	m.paintNote(a, a.H-foot, lines)
	m.paintFooter(a)
	for _, l := range m.layers {
		m.mouse.begin()
		at = l.Draw(m, a)
	}
	return at
}

// paintHeader draws who and where on the left, what to know of the session on the right. The enterprise and the year are
// switches: a click on them lists the others.
func (m *Root) paintHeader(a paint.Area) {
	t, st := m.th, &m.stand
	right := m.headNotes(false)
	x := a.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand) + 1
	kit.Presses(m, a, 0, x-1, "ctrl+p", 1)
	name, typ, year := paint.Safe(kit.NameOr(st.Name, st.USCC)), "  "+kit.TypeTitle(st.Type).In(m.lang), text.TuiYear.With(st.Year).In(m.lang)
	tail, look := m.Top().Crumb(m), t.Title
	if tail != "" {
		tail, look = " "+t.Chrome.Right+" "+tail, t.Text
	}
	left := a.W - x - right.Width() - 2 - paint.Width(tail) - paint.Width(year) - 2 - 2*paint.Width(t.Chrome.More)
	if left < paint.Width(name)+paint.Width(typ) {
		typ = ""
	}
	if left < paint.Width(name) { // who it is comes before the particulars of the session
		short := m.headNotes(true)
		left, right = left+right.Width()-short.Width(), short
	}
	from := x
	x = a.Cut(x, 0, max(left, 8), name, look)
	x = a.Text(x, 0, t.Chrome.More, t.Key)
	kit.Zone(m, a, from, x, func() tea.Cmd { return m.switchFrom(true) })
	from = a.Text(x, 0, typ, look) + 2
	x = a.Text(from, 0, year, look)
	x = a.Text(x, 0, t.Chrome.More, t.Key)
	kit.Zone(m, a, from, x, func() tea.Cmd { return m.switchFrom(false) })
	a.Cut(x, 0, max(a.W-x-right.Width()-1, 0), tail, t.Title)
	right.Draw(a, a.W-right.Width()-1, 0)
}

// switchFrom lists the other years or enterprises for a click on the title; what is being keyed is finished first.
func (m *Root) switchFrom(firms bool) tea.Cmd {
	if !m.here().Common {
		return nil
	}
	return m.openSwitch(firms)
}

// headNotes say what to know of the session; brief: in as few words as there are.
func (m *Root) headNotes(brief bool) kit.Line {
	t, st := m.th, &m.stand
	var out kit.Line
	gap, simulated, clock := "   ", text.TuiSimulated, "15:04:05"
	if brief {
		gap, simulated, clock = "  ", text.TuiSimulatedShort, "15:04"
	}
	add := func(p text.Pair, s paint.Style) {
		if len(out) > 0 {
			out = append(out, kit.Piece{gap, t.Text})
		}
		out = append(out, kit.Piece{p.In(m.lang), s})
	}
	if s := m.taskNote(); s != "" {
		add(text.Same(s), t.Accent)
	}
	if !m.damage.Empty() {
		add(text.TuiDamaged, t.Bad)
	}
	switch {
	case st.Sheet == nil:
		add(text.TuiNoPack, t.Bad)
	case !st.Sheet.Official:
		add(simulated, t.Warn)
	default:
		add(text.TuiOfficial, t.Good)
	}
	if st.Locked {
		add(text.TuiSealed, t.Warn)
	}
	kept, unkept := 0, 0
	if m.desk != nil && m.turn <= m.desk.n {
		kept, unkept = m.desk.inWaiting()
	}
	switch {
	case kept > 0 && unkept == 0:
		add(text.TuiKept.With(kept), t.Good)
	case unkept > 0 && m.holding() != nil:
		add(text.TuiQueued.With(unkept), t.Warn)
	case m.desk != nil && m.turn == m.desk.n && m.holding() != nil:
		// What is written is shown as the task it is.
	case m.desk != nil && m.turn <= m.desk.n:
		add(text.TuiSaving, t.Pending)
	case !st.SavedAt.IsZero():
		add(text.TuiSaved.With(st.SavedAt.Format(clock)), t.Faint)
	}
	return out
}

// paintStrip draws the score with what the last edit did, on every screen.
func (m *Root) paintStrip(a paint.Area) {
	for _, parts := range m.stripParts() {
		if parts.Width() <= a.W-2 {
			parts.Draw(a, 1, 1)
			return
		}
	}
}

// terseness is in how few words the strip speaks.
type terseness uint8

const (
	inFull  terseness = iota
	inBrief           // shorter words
	inShort           // no account says what it is of its target, for every account to have its figure
)

// stripParts gives the strip in its fullest form and in shorter ones: closer together, then in fewer words,
// and only then without what is wanted least.
func (m *Root) stripParts() []kit.Line {
	whole, brief, short := m.stripSegments(inFull), m.stripSegments(inBrief), m.stripSegments(inShort)
	out := []kit.Line{m.stripLine(whole, "    "), m.stripLine(whole, "  "), m.stripLine(brief, "   "), m.stripLine(brief, "  ")}
	for keep := len(short); keep >= 2; keep-- {
		out = append(out, m.stripLine(short[:keep], "   "), m.stripLine(short[:keep], "  "))
	}
	return out
}

func (m *Root) stripLine(segments []kit.Line, gap string) (l kit.Line) {
	for i, seg := range segments {
		if i > 0 {
			l = append(l, kit.Piece{gap, m.th.Text})
		}
		l = append(l, seg...)
	}
	return l
}

// stripSegments are the parts of the strip, the most wanted first.
func (m *Root) stripSegments(how terseness) []kit.Line {
	t, st, brief := m.th, &m.stand, how != inFull
	if st.Sheet == nil {
		return append([]kit.Line{{{paint.Cut(st.PackNote.In(m.lang), max(m.w-30, 10)), t.Warn}}, m.findingSegment(brief)}, m.apartSegments()...)
	}
	tot := st.Totals
	label := func(p text.Pair) kit.Piece { return kit.Piece{p.In(m.lang) + " ", t.Faint} }
	figure := func(s string) kit.Piece { return kit.Piece{s, t.Strong} }
	score := kit.Line{label(text.TuiScore), figure(tot.Innovation.String())}
	score = append(score, m.movement()...)
	if more := judging.PendingMore(scoring.Pair{Confirmed: tot.Innovation, Pending: tot.InnovationPending}); more != "" {
		score = append(score, kit.Piece{" " + text.TuiPendingPlus.With(more).In(m.lang), t.Pending})
	}
	score = append(score, judging.Unfilled(m, tot.Unfilled)...)
	out := append([]kit.Line{score, m.findingSegment(brief)}, m.apartSegments()...)
	if tot.Assessed != nil {
		name := text.TuiAssessedBrief
		if !brief {
			name = text.Named(name, text.TuiWan)
		}
		l := kit.Line{label(name), figure(kit.Group(tot.Assessed.String()))}
		if !brief {
			l = append(l, kit.Behind(m, text.TuiWan))
		}
		if tot.Completion != nil && how != inShort {
			l = append(l, kit.Piece{text.TuiStripReached.In(m.lang), t.Faint}, figure(tot.Completion.String()+"%"))
		}
		out = append(out, l)
	}
	bonus := kit.Line{label(text.TuiBonus), figure(tot.Bonus.String())}
	if more := judging.PendingMore(scoring.Pair{Confirmed: tot.Bonus, Pending: tot.BonusPending}); more != "" && !brief {
		bonus = append(bonus, kit.Piece{" " + text.TuiPendingPlus.With(more).In(m.lang), t.Pending})
	}
	return append(out, bonus)
}

// apartSegments say what of the ledger the figures do not count: what its lines leave blank, and what is of another year.
func (m *Root) apartSegments() (out []kit.Line) {
	for _, say := range m.stand.Unfilled {
		out = append(out, kit.Line{{say.In(m.lang), m.th.Warn}})
	}
	if o := m.stand.Outside; !o.Empty() {
		if paint.Width(o.In(m.lang)) > m.w/3 {
			o = text.TuiOutsideShort.With(m.stand.NotCounted.Lines, kit.Wan(m.stand.NotCounted.Amount))
		}
		out = append(out, kit.Line{{o.In(m.lang), m.th.Warn}})
	}
	return out
}

func (m *Root) findingSegment(brief bool) kit.Line {
	t, st := m.th, &m.stand
	must, verify := t.Good, t.Good
	if st.Must > 0 {
		must = t.Bad.With(paint.Bold)
	}
	if st.Verify > 0 {
		verify = t.Warn
	} else if st.MayVerify {
		verify = t.Text
	}
	a, b, gap := text.TuiMust, text.TuiVerify, "  "
	if brief {
		a, b, gap = text.TuiMustBrief, text.TuiVerifyBrief, " "
	}
	return kit.Line{{a.In(m.lang) + " ", t.Faint}, {strconv.Itoa(st.Must), must}, {gap + b.In(m.lang) + " ", t.Faint}, {st.ToVerify(), verify}}
}

// movement is what the last edit did to the score: "+0.42".
func (m *Root) movement() kit.Line {
	o := &m.stand.Moved
	if o.Seq == 0 {
		return nil
	}
	d := o.After.Innovation
	d.Units -= o.Before.Innovation.Units
	switch {
	case d.Units > 0:
		return kit.Line{{" +" + d.String(), m.th.Up}}
	case d.Units < 0:
		return kit.Line{{" " + d.String(), m.th.Down}}
	}
	return nil
}

// paintFooter draws the keys of the place, as many as fit, the most wanted first. Help and the way out are always
// among them.
func (m *Root) paintFooter(a paint.Area) {
	acts := m.footer()
	width := func(act *Action) int {
		return paint.Width(act.CapIn(m.lang)) + 1 + paint.Width(act.Foot.In(m.lang)) + 2
	}
	reserved := 0
	for _, act := range acts {
		if stays(act) {
			reserved += width(act)
		}
	}
	x, y := 1, a.H-1
	for _, act := range acts {
		if stays(act) {
			reserved -= width(act)
		}
		if x+width(act)-2+reserved > a.W-1 {
			continue
		}
		x = a.Text(x, y, act.CapIn(m.lang), m.th.Key) + 1
		x = a.Text(x, y, act.Foot.In(m.lang), m.th.Text) + 2
	}
}

// stays reports the keys that no footer leaves out.
func stays(act *Action) bool { return act.Keys[0] == "esc" || act.Keys[0] == "f2" }
