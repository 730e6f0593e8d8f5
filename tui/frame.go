package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"yice/scoring"
	"yice/text"
	"yice/tui/paint"
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
	c := paint.New(m.w, m.h)
	m.zones = m.zones[:0]
	var at caret
	if m.w < leastW || m.h < leastH {
		m.paintSmall(c.All())
	} else {
		at = m.paintAll(c.All())
	}
	v := tea.NewView(c.String())
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = m.windowTitle()
	if at.on {
		v.Cursor = tea.NewCursor(at.x, at.y)
		v.Cursor.Shape = tea.CursorBar
		v.Cursor.Blink = false
	}
	return v
}

func (m *Root) windowTitle() string {
	t := text.TuiName.In(m.lang)
	if m.desk != nil {
		t = paint.Safe(m.stand.name) + " " + strconv.Itoa(m.stand.year) + " - " + t
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

// headless are the places without header and strip: they are about no year of one's own.
const headless = InStart | InNewBook | InVerdict | InGroup | InSubmitted

func (m *Root) headless() bool {
	at := m.top().place()
	return at&headless != 0 || (at == InKeys || at == InBackups) && m.desk == nil
}

func (m *Root) paintAll(a paint.Area) caret {
	body := a.Sub(0, 0, a.W, a.H-footRows)
	if !m.headless() {
		m.paintHeader(a)
		m.paintStrip(a)
		a.Repeat(0, 2, a.W, m.th.Chrome.H, m.th.Frame)
		body = a.Sub(0, headRows, a.W, a.H-headRows-footRows)
	}
	at := m.top().draw(m, body)
	m.paintNote(a)
	m.paintFooter(a)
	for _, l := range m.layers {
		at = l.draw(m, a)
	}
	return at
}

// paintHeader draws who and where on the left, what to know of the session on the right. The enterprise and the year are
// switches: a click on them lists the others.
func (m *Root) paintHeader(a paint.Area) {
	t, st := m.th, &m.stand
	right := m.headNotes()
	x := a.Text(0, 0, " "+text.TuiName.In(m.lang)+" ", t.Brand) + 1
	name, typ, year := paint.Safe(nameOr(st.name, st.uscc)), "  "+typeTitle(st.typ).In(m.lang), text.TuiYear.With(st.year).In(m.lang)
	tail, look := m.top().crumb(m), t.Title
	if tail != "" {
		tail, look = " "+t.Chrome.Right+" "+tail, t.Text
	}
	left := a.W - x - right.width() - 2 - paint.Width(tail) - paint.Width(year) - 2 - 2*paint.Width(t.Chrome.More)
	if left < paint.Width(name)+paint.Width(typ) {
		typ = ""
	}
	from := x
	x = a.Cut(x, 0, max(left, 8), name, look)
	x = a.Text(x, 0, t.Chrome.More, t.Key)
	m.zone(a, from, x, func(m *Root) tea.Cmd { return m.openSwitch(true) })
	from = a.Text(x, 0, typ, look) + 2
	x = a.Text(from, 0, year, look)
	x = a.Text(x, 0, t.Chrome.More, t.Key)
	m.zone(a, from, x, func(m *Root) tea.Cmd { return m.openSwitch(false) })
	a.Cut(x, 0, max(a.W-x-right.width()-1, 0), tail, t.Title)
	right.draw(a, a.W-right.width()-1, 0)
}

// piece is a styled bit of a line.
type piece struct {
	s  string
	st paint.Style
}

type line []piece

func (l line) width() int {
	w := 0
	for _, p := range l {
		w += paint.Width(p.s)
	}
	return w
}

func (l line) draw(a paint.Area, x, y int) int {
	for _, p := range l {
		x = a.Text(x, y, p.s, p.st)
	}
	return x
}

func (m *Root) headNotes() line {
	t, st := m.th, &m.stand
	var out line
	add := func(p text.Pair, s paint.Style) {
		if len(out) > 0 {
			out = append(out, piece{"   ", t.Text})
		}
		out = append(out, piece{p.In(m.lang), s})
	}
	if s := m.taskNote(); s != "" {
		add(text.Same(s), t.Accent)
	}
	if !m.damage.Empty() {
		add(text.TuiDamaged, t.Bad)
	}
	switch {
	case st.sheet == nil:
		add(text.TuiNoPack, t.Bad)
	case !st.sheet.Official:
		add(text.TuiSimulated, t.Warn)
	default:
		add(text.TuiOfficial, t.Good)
	}
	if st.locked {
		add(text.TuiSealed, t.Warn)
	}
	switch {
	case m.desk != nil && m.turn < m.desk.n && m.holding() != nil:
		add(text.TuiQueued.With(m.desk.n-m.turn), t.Pending)
	case m.desk != nil && m.turn == m.desk.n && m.holding() != nil:
		// What is written is shown as the task it is.
	case m.desk != nil && m.turn <= m.desk.n:
		add(text.TuiSaving, t.Pending)
	case !st.savedAt.IsZero():
		add(text.TuiSaved.With(st.savedAt.Format("15:04:05")), t.Faint)
	}
	return out
}

// paintStrip draws the score with what the last edit did, on every screen.
func (m *Root) paintStrip(a paint.Area) {
	for _, parts := range m.stripParts() {
		if parts.width() <= a.W-2 {
			parts.draw(a, 1, 1)
			return
		}
	}
}

// stripParts gives the strip in its fullest form and in shorter ones.
func (m *Root) stripParts() []line {
	var out []line
	for keep := 9; keep >= 2; keep-- {
		var l line
		for i, seg := range m.stripSegments() {
			if i >= keep {
				break
			}
			if i > 0 {
				l = append(l, piece{"    ", m.th.Text})
			}
			l = append(l, seg...)
		}
		out = append(out, l)
	}
	return out
}

// stripSegments are the parts of the strip, the most wanted first.
func (m *Root) stripSegments() []line {
	t, st := m.th, &m.stand
	if st.sheet == nil {
		return append([]line{{{paint.Cut(st.packNote.In(m.lang), max(m.w-30, 10)), t.Warn}}, m.findingSegment()}, m.apartSegments()...)
	}
	tot := st.totals
	label := func(p text.Pair) piece { return piece{p.In(m.lang) + " ", t.Faint} }
	figure := func(s string) piece { return piece{s, t.Strong} }
	score := line{label(text.TuiScore), figure(tot.Innovation.String())}
	score = append(score, m.movement()...)
	if more := pendingMore(scoring.Pair{Confirmed: tot.Innovation, Pending: tot.InnovationPending}); more != "" {
		score = append(score, piece{" " + text.TuiPendingPlus.With(more).In(m.lang), t.Pending})
	}
	score = append(score, m.unfilled(tot.Unfilled)...)
	out := append([]line{score, m.findingSegment()}, m.apartSegments()...)
	if tot.Assessed != nil {
		l := line{label(text.TuiAssessed), figure(group(tot.Assessed.String())), {" " + text.TuiWan.In(m.lang), t.Faint}}
		if tot.Completion != nil {
			l = append(l, piece{" = ", t.Faint}, figure(tot.Completion.String()+"%"))
		}
		out = append(out, l)
	}
	bonus := line{label(text.TuiBonus), figure(tot.Bonus.String())}
	if more := pendingMore(scoring.Pair{Confirmed: tot.Bonus, Pending: tot.BonusPending}); more != "" {
		bonus = append(bonus, piece{" " + text.TuiPendingPlus.With(more).In(m.lang), t.Pending})
	}
	return append(out, bonus)
}

// apartSegments say what of the ledger the figures do not count: what its lines leave blank, and what is of another year.
func (m *Root) apartSegments() (out []line) {
	for _, say := range m.stand.unfilled {
		out = append(out, line{{say.In(m.lang), m.th.Warn}})
	}
	if o := m.stand.outside; !o.Empty() {
		if paint.Width(o.In(m.lang)) > m.w/3 {
			o = text.TuiOutsideShort.With(m.stand.notCounted.Lines, wan(m.stand.notCounted.Amount))
		}
		out = append(out, line{{o.In(m.lang), m.th.Warn}})
	}
	return out
}

func (m *Root) findingSegment() line {
	t, st := m.th, &m.stand
	must, verify := t.Good, t.Good
	if st.must > 0 {
		must = t.Bad.With(paint.Bold)
	}
	if st.verify > 0 {
		verify = t.Warn
	}
	return line{{text.TuiMust.In(m.lang) + " ", t.Faint}, {strconv.Itoa(st.must), must}, {"  " + text.TuiVerify.In(m.lang) + " ", t.Faint}, {strconv.Itoa(st.verify), verify}}
}

// movement is what the last edit did to the score: "+0.42".
func (m *Root) movement() line {
	o := &m.stand.moved
	if o.Seq == 0 {
		return nil
	}
	d := o.After.Innovation
	d.Units -= o.Before.Innovation.Units
	switch {
	case d.Units > 0:
		return line{{" +" + d.String(), m.th.Up}}
	case d.Units < 0:
		return line{{" " + d.String(), m.th.Down}}
	}
	return nil
}

// paintNote draws the message on the rule above the footer.
func (m *Root) paintNote(a paint.Area) {
	y := a.H - footRows
	a.Repeat(0, y, a.W, m.th.Chrome.H, m.th.Frame)
	if s := m.taskNote(); s != "" && m.headless() {
		w := paint.Width(s) + 2
		a.Text(max(a.W-w-2, 0), y, " "+s+" ", m.th.Accent)
	}
	if m.note.say.Empty() {
		return
	}
	st := map[mood]paint.Style{plain: m.th.Text, good: m.th.Good, warn: m.th.Warn, bad: m.th.Bad.With(paint.Bold)}[m.note.mood]
	sign := map[mood]string{plain: "", good: m.th.Chrome.Check + " ", warn: "? ", bad: "! "}[m.note.mood]
	a.Text(2, y, " "+paint.Cut(sign+m.note.say.In(m.lang), a.W-6)+" ", st)
}

// paintFooter draws the keys of the place, as many as fit, the most wanted first. Help and the way out are always
// among them.
func (m *Root) paintFooter(a paint.Area) {
	acts := m.footer()
	width := func(act *Action) int { return paint.Width(act.Cap()) + 1 + paint.Width(act.Foot.In(m.lang)) + 2 }
	reserved := 0
	for _, act := range acts {
		if always(act) {
			reserved += width(act)
		}
	}
	x, y := 1, a.H-1
	for _, act := range acts {
		if always(act) {
			reserved -= width(act)
		}
		if x+width(act)-2+reserved > a.W-1 {
			continue
		}
		x = a.Text(x, y, act.Cap(), m.th.Key) + 1
		x = a.Text(x, y, act.Foot.In(m.lang), m.th.Text) + 2
	}
}

// always reports the keys that no footer leaves out.
func always(act *Action) bool { return act.Keys[0] == "esc" || act.Keys[0] == "f2" }

// group puts thousands separators into a decimal text.
func group(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") {
		sign, s = s[:1], s[1:]
	}
	whole, frac, dot := strings.Cut(s, ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if dot {
		b.WriteString("." + frac)
	}
	return sign + b.String()
}
