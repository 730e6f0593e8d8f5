package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/paint"
)

// overviewScreen is the desk: the forms with their state, the progress to every target, what to do next, what is wrong.
type overviewScreen struct {
	pane  pane
	forms list // of m.stand.states
	steps list
	finds list
}

// pane is the part of the overview that the arrows move in.
type pane uint8

const (
	formsPane pane = iota
	stepsPane
	findsPane
)

func (s *overviewScreen) place() Place { return InOverview }

func (s *overviewScreen) crumb(*Root) string                    { return "" }
func (s *overviewScreen) key(*Root, tea.KeyPressMsg) tea.Cmd    { return nil }
func (s *overviewScreen) paste(*Root, string) tea.Cmd           { return nil }
func (s *overviewScreen) answer(*Root, tea.Msg) (tea.Cmd, bool) { return nil, false }
func (s *overviewScreen) follow(m *Root) tea.Cmd                { s.clampAll(m); return nil }
func (s *overviewScreen) clampAll(m *Root) {
	s.forms.n, s.steps.n, s.finds.n = len(m.stand.states), len(m.stand.steps), len(m.stand.findings)
	s.forms.clamp()
	s.steps.clamp()
	s.finds.clamp()
}

func (s *overviewScreen) list() *list {
	switch s.pane {
	case stepsPane:
		return &s.steps
	case findsPane:
		return &s.finds
	}
	return &s.forms
}

func overviewActions() []Action {
	on := func(f func(*Root, *overviewScreen, string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*overviewScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	return []Action{
		{
			ID: "overview.open", Title: text.TuiOpenForm, Foot: text.TuiFootOpen, Keys: []string{"enter", "right"}, Where: InOverview, Rank: 1,
			Do: on(func(m *Root, s *overviewScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "overview.move", Title: text.TuiMove, Keys: listKeys, Caps: "↑↓", Where: InOverview,
			Do: on(func(m *Root, s *overviewScreen, key string) tea.Cmd { s.list().move(key); return nil }),
		},
		{
			ID: "overview.pane", Title: text.TuiNextPane, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InOverview, Rank: 2,
			Do: on(func(m *Root, s *overviewScreen, key string) tea.Cmd {
				step := 1
				if key == "shift+tab" {
					step = 2
				}
				s.pane = pane((int(s.pane) + step) % 3)
				return nil
			}),
		},
	}
}

func (s *overviewScreen) open(m *Root) tea.Cmd {
	s.clampAll(m)
	switch s.pane {
	case findsPane:
		if s.finds.at < len(m.stand.findings) {
			return m.jump(m.stand.findings[s.finds.at])
		}
	case stepsPane:
		if s.steps.at < len(m.stand.steps) {
			return m.openSteps(s.steps.at)
		}
	default:
		if s.forms.at < len(m.stand.states) {
			return m.openForm(m.stand.states[s.forms.at].Form)
		}
	}
	return nil
}

// draw arranges the panes by the room there is: one column of forms and one of progress at 80 × 24; boxes, and the
// findings below, from 112 × 32; next steps and findings beside one another where it is wider still.
func (s *overviewScreen) draw(m *Root, a paint.Area) caret {
	s.clampAll(m)
	if a.W >= 112 && a.H >= 27 {
		s.drawWide(m, a)
	} else {
		s.drawCompact(m, a)
	}
	return caret{}
}

func (s *overviewScreen) drawWide(m *Root, a paint.Area) {
	findRows := clampInt(len(m.stand.findings)+2, 4, max(a.H-26, 4))
	if a.H >= 40 {
		findRows = clampInt(len(m.stand.findings)+2, 6, a.H-30)
	}
	upper, lower := a.Rows(0, a.H-findRows), a.Below(a.H-findRows)
	left, right := upper.SplitX(clampInt(a.W*3/8, 44, 60))
	s.drawForms(m, m.box(left, text.TuiForms.In(m.lang), text.TuiFormCount.With(len(m.stand.states)).In(m.lang), s.pane == formsPane))
	inner := len(m.indicators()) + 1 + len(m.accounts())
	if m.stand.sheet == nil {
		inner = noPackRows
	}
	prog := min(inner+2, right.H-3)
	s.drawProgress(m, m.box(right.Rows(0, prog), text.TuiProgress.In(m.lang), m.progressNote(), false), true)
	s.drawSteps(m, m.box(right.Below(prog), text.TuiSteps.In(m.lang), "", s.pane == stepsPane))
	note := text.TuiFindingCount.With(m.stand.must, m.stand.verify, m.stand.explained).In(m.lang)
	s.drawFindings(m, m.box(lower, text.TuiChecks.In(m.lang), note, s.pane == findsPane))
}

// progressNote says what stands beside the progress: how many recognitions are counted by the enterprise's own word alone.
func (m *Root) progressNote() string {
	n := 0
	for _, f := range m.stand.states {
		n += f.SelfDeclared
	}
	note := text.TuiProgressNote.In(m.lang)
	if n == 0 {
		return note
	}
	return text.TuiDeclaredCounted.With(n).In(m.lang) + "   " + note
}

func (s *overviewScreen) drawCompact(m *Root, a paint.Area) {
	left, right := a.SplitX(clampInt(a.W*2/5, 33, 44))
	s.drawForms(m, left)
	right = right.Inset(1, 0)
	n := len(m.indicators())
	if m.stand.sheet == nil {
		n = noPackRows
	}
	s.drawProgress(m, right.Rows(0, min(n+1+len(m.accounts()), right.H-4)), false)
	y := min(n+2+len(m.accounts()), right.H-4)
	rest := right.Below(y)
	title, other := text.TuiSteps, text.TuiChecks
	if s.pane == findsPane {
		title, other = other, title
	}
	st := m.th.Head
	if s.pane != formsPane {
		st = m.th.Accent
	}
	x := rest.Text(0, 0, title.In(m.lang), st)
	rest.Text(x+2, 0, other.In(m.lang), m.th.Faint)
	if s.pane == findsPane {
		s.drawFindings(m, rest.Below(1))
	} else {
		s.drawSteps(m, rest.Below(1))
	}
}

// box draws a frame; the one the arrows move in has its title lit.
func (m *Root) box(a paint.Area, title, note string, current bool) paint.Area {
	head, frame := m.th.Head, m.th.Frame
	if current {
		head = m.th.Accent
	}
	return a.Box(m.th.Chrome, title, note, frame, head, m.th.Faint)
}

func (s *overviewScreen) drawForms(m *Root, a paint.Area) {
	countW := 4
	for _, f := range m.stand.states {
		countW = max(countW, len(countOf(f)))
	}
	rows := a.H
	months := a.H - len(m.stand.states) // what is left below the forms
	if months >= 2 {
		months = min(months, mostMonthRows)
		rows = a.H - months
	}
	s.forms.window(rows)
	for k := range min(rows, len(m.stand.states)-s.forms.top) {
		i := s.forms.top + k
		m.drawForm(a.Rows(k, 1), m.stand.states[i], countW, i == s.forms.at, s.pane == formsPane)
	}
	switch {
	case m.stand.spent == 0 || months < 2:
	case months >= leastMonthRows:
		s.drawMonths(m, a.Below(a.H-months))
	default:
		s.drawSpark(m, a.Below(a.H-2))
	}
}

// The months are drawn as columns where there is room for them, else as a sparkline: rule, columns, their numbers, the year.
const leastMonthRows, mostMonthRows = 5, 9

// drawMonths draws the year's spending as a column a month, and what it comes to beside the budget and the year before.
func (s *overviewScreen) drawMonths(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	months := m.stand.months[1:]
	colW := (a.W - 3) / len(months)
	w := clampInt(colW-1, 1, 5)
	var top int64
	for _, fen := range months {
		top = max(top, fen)
	}
	foot := a.H - 3
	for i, fen := range months {
		x := 2 + i*colW
		a.Column(t.Chrome, x, foot, w, paint.Units(fen, top, foot*t.Chrome.Eighths()), t.Part)
		no := strconv.Itoa(i + 1)
		a.Text(x+(w-len(no)+1)/2, foot+1, no, t.Faint)
	}
	var l line
	add := l.within(a.W - 3)
	label, spent, after := text.TuiSpendYear, m.stand.spent, int64(0)
	if sh := m.stand.sheet; sh != nil && sh.AsOf < len(months) {
		// The figures beside the ledger run to that month: what was spent later is no part of what they are compared with.
		label, spent = text.TuiSpendThrough.With(sh.AsOf), 0
		for i, fen := range months {
			if i < sh.AsOf {
				spent += fen
			} else {
				after += fen
			}
		}
	}
	add("", piece{label.In(m.lang) + " ", t.Faint}, piece{wan(spent), t.Strong}, piece{" " + text.TuiWan.In(m.lang), t.Faint})
	switch b := m.stand.spentBefore; {
	case after != 0:
		add("  ", piece{text.TuiSpendAfter.In(m.lang) + " ", t.Faint}, piece{wan(after), t.Text})
	case b != nil && label == text.TuiSpendYear:
		add("  ", piece{text.TuiSpendBeside.In(m.lang) + " ", t.Faint}, piece{change(m, m.stand.spent, b), t.Text})
	}
	l.draw(a, 2, a.H-1)
}

// drawForm draws one form: title, rows, state.
func (m *Root) drawForm(a paint.Area, f entry.FormState, countW int, here, current bool) {
	t := m.th
	stateW := 12
	titleX := 2
	a.Cut(titleX, 0, a.W-titleX-countW-stateW, f.Form.Title.In(m.lang), t.Text)
	cst := t.Text
	if f.Rows == 0 && f.Asked == 0 {
		cst = t.Faint
	}
	a.Right(a.W-stateW-countW, 0, countW, countOf(f), cst)
	word, st := m.formState(f)
	a.Cut(a.W-stateW+1, 0, stateW-1, word, st)
	if here {
		a.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Row) })
		if current {
			a.Text(0, 0, t.Chrome.Caret, t.Accent.Over(t.Row))
		}
	}
}

// countOf is how much of a form is there: fields filled of those asked for, or rows.
func countOf(f entry.FormState) string {
	if f.Form.Single() || f.Asked > 0 {
		return fmt.Sprintf("%d/%d", f.Filled, f.Asked)
	}
	return group(strconv.FormatInt(f.Rows, 10))
}

// formState is a form's state in a word.
func (m *Root) formState(f entry.FormState) (string, paint.Style) {
	t := m.th
	switch {
	case f.Must > 0:
		return "! " + strconv.Itoa(f.Must), t.Bad.With(paint.Bold)
	case f.Verify > 0:
		return "? " + strconv.Itoa(f.Verify), t.Warn
	case f.Asked > f.Filled:
		return text.TuiLacks.With(f.Asked - f.Filled).In(m.lang), t.Warn
	case f.Pending > 0 && f.SelfDeclared > 0:
		return text.TuiPendingAndDeclared.With(f.Pending, f.SelfDeclared).In(m.lang), t.Pending
	case f.SelfDeclared > 0:
		return text.TuiDeclaredRows.With(f.SelfDeclared).In(m.lang), t.Pending
	case f.Pending > 0:
		return text.TuiPendingRows.With(f.Pending).In(m.lang), t.Pending
	case f.Rows == 0:
		return t.Chrome.Dot, t.Faint
	}
	return t.Chrome.Check, t.Good
}

// drawSpark draws the year's spending by month.
func (s *overviewScreen) drawSpark(m *Root, a paint.Area) {
	t := m.th
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	x := 2
	total := wan(m.stand.spent) + " " + text.TuiWan.In(m.lang)
	if label := text.TuiMonths.In(m.lang) + " "; a.W >= 16+paint.Width(label)+paint.Width(total) {
		x = a.Text(x, 1, label, t.Faint)
	}
	x = a.Text(x, 1, paint.Spark(t.Chrome, m.stand.months[1:]), t.Part)
	a.Right(x, 1, a.W-x-1, total, t.Text)
}

// wan shows 分 as 万元 with two decimals, half away from zero.
func wan(fen int64) string {
	neg := fen < 0
	if neg {
		fen = -fen
	}
	c := (fen + 5_000) / 10_000
	s := group(fmt.Sprintf("%d.%02d", c/100, c%100))
	if neg {
		return "-" + s
	}
	return s
}

// drawProgress draws a line an indicator with its bar, then the other accounts.
func (s *overviewScreen) drawProgress(m *Root, a paint.Area, full bool) {
	lines := m.indicators()
	if m.stand.sheet == nil {
		m.drawNoPack(a)
		return
	}
	// Wider units are paid for by the names, whose own units in brackets go first: bars stay long enough to be read.
	nameW := m.nameWidth(clampInt(a.W/3, 16, 30-m.unitWidth()))
	for y, l := range lines {
		if full {
			m.drawIndicator(a.Rows(y, 1), l, nameW, 21)
		} else {
			m.drawIndicator(a.Rows(y, 1), l, nameW, 0)
		}
	}
	y := len(lines)
	if full {
		a.Repeat(0, y, a.W, m.th.Chrome.Dash, m.th.Frame)
	}
	for _, acc := range m.accounts() {
		y++
		acc.draw(m, a.Rows(y, 1), m.accountWidth())
	}
}

// drawSteps draws the improvements, best first, with what each brings.
func (s *overviewScreen) drawSteps(m *Root, a paint.Area) {
	s.steps.window(a.H)
	if m.stand.sheet == nil {
		a.Wrapped(0, " "+text.TuiStepsWait.In(m.lang), m.th.Faint)
		return
	}
	if len(m.stand.steps) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiNoSteps.In(m.lang), m.th.Faint)
		return
	}
	for k := range min(a.H, len(m.stand.steps)-s.steps.top) {
		i := s.steps.top + k
		step := m.stand.steps[i]
		right := m.gain(step)
		no := strconv.Itoa(i+1) + " "
		a.Text(1, k, no, m.th.Faint)
		a.Cut(1+len(no), k, a.W-3-len(no)-max(right.width(), 8), step.Say.In(m.lang), m.th.Text)
		right.draw(a, a.W-1-right.width(), k)
		m.cursorRow(a.Rows(k, 1), i == s.steps.at && s.pane == stepsPane)
	}
}

// drawFindings draws what is wrong, gravest first.
func (s *overviewScreen) drawFindings(m *Root, a paint.Area) {
	s.finds.window(a.H)
	if len(m.stand.findings) == 0 {
		a.Cut(1, 0, a.W-2, m.th.Chrome.Check+" "+text.TuiNoFindings.In(m.lang), m.th.Good)
		return
	}
	for k := range min(a.H, len(m.stand.findings)-s.finds.top) {
		i := s.finds.top + k
		m.drawFinding(a.Rows(k, 1), m.stand.findings[i])
		m.cursorRow(a.Rows(k, 1), i == s.finds.at && s.pane == findsPane)
	}
}

// cursorRow lights the current row of a list.
func (m *Root) cursorRow(a paint.Area, here bool) {
	if !here {
		return
	}
	a.Restyle(func(s paint.Style) paint.Style { return s.Over(m.th.Row) })
	a.Text(0, 0, m.th.Chrome.Caret, m.th.Accent.Over(m.th.Row))
}
