package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// overviewScreen is the desk: the forms with their state, the progress to every target, what stands between it and handing in,
// what to do next.
type overviewScreen struct {
	pane  pane
	forms kit.List // of m.stand.states
	steps kit.List
	finds kit.List // of what stands in between
	known *handingIn
	gaps  judging.Gaps
}

// pane is the part of the overview that the arrows move in.
type pane uint8

const (
	formsPane pane = iota
	findsPane
	stepsPane
)

func (s *overviewScreen) place() *Place { return InOverview }

func (s *overviewScreen) crumb(*Root) string                 { return "" }
func (s *overviewScreen) key(*Root, tea.KeyPressMsg) tea.Cmd { return nil }
func (s *overviewScreen) paste(m *Root, p string) tea.Cmd    { return screen.Still{}.Paste(m, p) }

func (s *overviewScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(handingInMsg)
	if ok && got.desk == m.desk {
		s.known = &got.handingIn
	}
	return nil, ok
}

func (s *overviewScreen) follow(m *Root) tea.Cmd {
	s.clampAll(m)
	return s.askHandIn(m)
}

func (s *overviewScreen) clampAll(m *Root) {
	s.forms.N, s.steps.N, s.finds.N = len(m.stand.States), len(m.stand.Steps), len(s.barriers(m))
	s.forms.Clamp()
	s.steps.Clamp()
	s.finds.Clamp()
}

func (s *overviewScreen) list() *kit.List {
	switch s.pane {
	case stepsPane:
		return &s.steps
	case findsPane:
		return &s.finds
	}
	return &s.forms
}

// InOverview is the first screen: forms, progress, next steps, findings.
var InOverview = &Place{ID: "overview", Title: text.TuiPlaceOverview, For: text.TuiForOverview, Met: 30, Common: true, Opener: "home"}

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
			ID: "overview.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InOverview,
			Do: on(func(m *Root, s *overviewScreen, key string) tea.Cmd { s.list().Move(key); return nil }),
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
		if all := s.barriers(m); s.finds.At < len(all) {
			return all[s.finds.At].open(m)
		}
	case stepsPane:
		if s.steps.At < len(m.stand.Steps) {
			return judging.OpenSteps(m, s.steps.At)
		}
	default:
		if s.forms.At < len(m.stand.States) {
			return m.openForm(m.stand.States[s.forms.At].Form)
		}
	}
	return nil
}

// draw arranges the panes by the room there is: one column of forms and one of progress at 80 × 24, with what stands in
// between, or the next steps, below; boxes, and the next steps along the foot, from 112 × 32.
func (s *overviewScreen) draw(m *Root, a paint.Area) screen.Caret {
	s.clampAll(m)
	if a.W >= 112 && a.H >= 27 {
		s.drawWide(m, a)
	} else {
		s.drawCompact(m, a)
	}
	return screen.Caret{}
}

func (s *overviewScreen) drawWide(m *Root, a paint.Area) {
	stepRows := kit.ClampInt(len(m.stand.Steps)+2, 5, max(a.H-26, 6))
	upper, lower := a.Rows(0, a.H-stepRows), a.Below(a.H-stepRows)
	left, right := upper.SplitX(kit.ClampInt(a.W*3/8, 44, 60))
	s.drawForms(m, kit.Box(m, left, text.TuiForms.In(m.lang), text.TuiFormCount.With(len(m.stand.States)).In(m.lang), s.pane == formsPane))
	inner := len(judging.Indicators(m)) + 1 + len(judging.Accounts(m))
	if m.stand.Sheet == nil {
		inner = judging.NoPackRows
	}
	prog := min(inner+2, right.H-4)
	note := m.progressNote()
	if right.W-2 >= wideProgress {
		head := "   " + text.TermGap.In(m.lang) + " "
		note += head + strings.Repeat(" ", gapW-3-paint.Width(head))
	}
	s.drawProgress(m, kit.Box(m, right.Rows(0, prog), text.TuiProgress.In(m.lang), note, false), true)
	all := s.barriers(m)
	title, counts := m.handInTitle(all)
	s.drawBarriers(m, kit.Box(m, right.Below(prog), title.In(m.lang), counts.In(m.lang), s.pane == findsPane), all)
	s.drawSteps(m, kit.Box(m, lower, text.TuiSteps.In(m.lang), "", s.pane == stepsPane))
}

// progressNote says what stands beside the progress: how many recognitions are counted by the enterprise's own word alone.
func (m *Root) progressNote() string {
	n := 0
	for _, f := range m.stand.States {
		n += f.SelfDeclared
	}
	note := text.TuiProgressNote.In(m.lang)
	if n == 0 {
		return note
	}
	return text.TuiDeclaredCounted.With(n).In(m.lang) + "   " + note
}

func (s *overviewScreen) drawCompact(m *Root, a paint.Area) {
	left, right := a.SplitX(kit.ClampInt(a.W*2/5, 33, 44))
	s.drawForms(m, left)
	right = right.Inset(1, 0)
	n := len(judging.Indicators(m))
	if m.stand.Sheet == nil {
		n = judging.NoPackRows
	}
	s.drawProgress(m, right.Rows(0, min(n+1+len(judging.Accounts(m)), right.H-4)), false)
	y := min(n+2+len(judging.Accounts(m)), right.H-4)
	rest := right.Below(y)
	all := s.barriers(m)
	title, note := m.handInTitle(all)
	other := text.TuiSteps
	if s.pane == stepsPane {
		title, other, note = other, title, text.Pair{}
	}
	st := m.th.Head
	if s.pane != formsPane {
		st = m.th.Accent
	}
	x := rest.Text(0, 0, title.In(m.lang), st)
	x = rest.Text(x+2, 0, other.In(m.lang), m.th.Faint)
	list, n := &s.finds, len(all)
	if s.pane == stepsPane {
		list, n = &s.steps, len(m.stand.Steps)
	}
	below := rest.H - 1
	list.Window(below)
	more := text.TuiMoreBelow.With(n - list.Top - below).In(m.lang)
	switch {
	case n-list.Top > below && paint.Width(more) <= rest.W-x-3:
		rest.Right(x+2, 0, rest.W-x-3, more, m.th.Accent)
	case paint.Width(note.In(m.lang)) <= rest.W-x-3:
		rest.Right(x+2, 0, rest.W-x-3, note.In(m.lang), m.th.Faint)
	}
	if s.pane == stepsPane {
		s.drawSteps(m, rest.Below(1))
	} else {
		s.drawBarriers(m, rest.Below(1), all)
	}
}

func (s *overviewScreen) drawForms(m *Root, a paint.Area) {
	countW := 4
	for _, f := range m.stand.States {
		countW = max(countW, len(countOf(f)))
	}
	rows := a.H
	months := a.H - len(m.stand.States) // what is left below the forms
	if months >= 2 {
		months = min(months, mostMonthRows)
		rows = a.H - months
	}
	s.forms.Window(rows)
	m.Pane(a, func() { s.pane = formsPane })
	for k := range min(rows, len(m.stand.States)-s.forms.Top) {
		i := s.forms.Top + k
		m.drawForm(a.Rows(k, 1), m.stand.States[i], countW, i == s.forms.At, s.pane == formsPane)
	}
	switch {
	case m.stand.Spent == 0 || months < 2:
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
	months := m.stand.Months[1:]
	colW := (a.W - 3) / len(months)
	w := kit.ClampInt(colW-1, 1, 5)
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
	var l kit.Line
	add := l.Within(a.W - 3)
	label, spent, after := text.TuiSpendYear, m.stand.Spent, int64(0)
	if sh := m.stand.Sheet; sh != nil && sh.AsOf < len(months) {
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
	add("", kit.Piece{label.In(m.lang) + " ", t.Faint}, kit.Piece{kit.Wan(spent), t.Strong}, kit.Piece{" " + text.TuiWan.In(m.lang), t.Faint})
	switch b := m.stand.SpentBefore; {
	case after != 0:
		add("  ", kit.Piece{text.TuiSpendAfter.In(m.lang) + " ", t.Faint}, kit.Piece{kit.Wan(after), t.Text})
	case b != nil && label == text.TuiSpendYear:
		add("  ", kit.Piece{text.TuiSpendBeside.In(m.lang) + " ", t.Faint}, kit.Piece{judging.Change(m, m.stand.Spent, b), t.Text})
	}
	l.Draw(a, 2, a.H-1)
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
	kit.CursorRow(m, a, here && current)
	if here && !current {
		a.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Row) })
	}
}

// countOf is how much of a form is there: fields filled of those asked for, or rows.
func countOf(f entry.FormState) string {
	if f.Form.Single() || f.Asked > 0 {
		return fmt.Sprintf("%d/%d", f.Filled, f.Asked)
	}
	return kit.Group(strconv.FormatInt(f.Rows, 10))
}

// formState is a form's state in a word.
func (m *Root) formState(f entry.FormState) (string, paint.Style) {
	t := m.th
	switch {
	case f.Must > 0:
		return "! " + strconv.Itoa(f.Must), t.Bad.With(paint.Bold)
	case f.Verify > 0:
		return "? " + strconv.Itoa(f.Verify), t.Warn
	case f.Form.ID == "rd_summary" && f.Filled == 0 && m.stand.Ledger.Lines > 0: // the ledger says it all
		return text.TuiNotAsked.In(m.lang), t.Faint
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
	total := kit.Wan(m.stand.Spent) + " " + text.TuiWan.In(m.lang)
	if label := text.TuiMonths.In(m.lang) + " "; a.W >= 16+paint.Width(label)+paint.Width(total) {
		x = a.Text(x, 1, label, t.Faint)
	}
	x = a.Text(x, 1, paint.Spark(t.Chrome, m.stand.Months[1:]), t.Part)
	a.Right(x, 1, a.W-x-1, total, t.Text)
}

// drawProgress draws a line an indicator with its bar, then the other accounts.
func (s *overviewScreen) drawProgress(m *Root, a paint.Area, full bool) {
	lines := judging.Indicators(m)
	if m.stand.Sheet == nil {
		judging.DrawNoPack(m, a)
		return
	}
	// Wider units are paid for by the names, whose own units in brackets go first: bars stay long enough to be read.
	if full && a.W >= wideProgress { // more is said, not longer bars drawn
		s.gaps.Follow(m)
		for y, l := range lines {
			a.Cut(a.W-gapW+2, y, gapW-3, s.gaps.In(m, l.ID, gapW-3), m.th.Faint)
		}
		a.Repeat(0, len(lines), a.W, m.th.Chrome.Dash, m.th.Frame)
		a = a.Sub(0, 0, a.W-gapW, a.H)
	}
	nameW := judging.NameWidth(m, kit.ClampInt(a.W/3, 16, 30-judging.UnitWidth(m)))
	for y, l := range lines {
		if full {
			judging.DrawIndicator(m, a.Rows(y, 1), l, nameW, 21)
		} else {
			judging.DrawIndicator(m, a.Rows(y, 1), l, nameW, 0)
		}
	}
	y := len(lines)
	if full {
		a.Repeat(0, y, a.W, m.th.Chrome.Dash, m.th.Frame)
	}
	for _, acc := range judging.Accounts(m) {
		y++
		acc.Draw(m, a.Rows(y, 1), judging.AccountWidth(m))
	}
}

// A progress as wide as wideProgress has gapW cells for what each indicator is short of.
const wideProgress, gapW = 124, 54

// drawSteps draws the improvements, best first, with what each brings.
func (s *overviewScreen) drawSteps(m *Root, a paint.Area) {
	s.steps.Window(a.H)
	m.Pane(a, func() { s.pane = stepsPane })
	if m.stand.Sheet == nil {
		a.Wrapped(0, " "+text.TuiStepsWait.In(m.lang), m.th.Faint)
		return
	}
	if len(m.stand.Steps) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiNoSteps.In(m.lang), m.th.Faint)
		return
	}
	for k := range min(a.H, len(m.stand.Steps)-s.steps.Top) {
		i := s.steps.Top + k
		step := m.stand.Steps[i]
		right := judging.Gain(m, step)
		no := strconv.Itoa(i+1) + " "
		a.Text(1, k, no, m.th.Faint)
		a.Cut(1+len(no), k, a.W-3-len(no)-max(right.Width(), 8), step.Say.In(m.lang), m.th.Text)
		right.Draw(a, a.W-1-right.Width(), k)
		kit.CursorRow(m, a.Rows(k, 1), i == s.steps.At && s.pane == stepsPane)
	}
}
