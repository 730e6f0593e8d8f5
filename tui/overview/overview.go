// Package overview is the room of the first screen of a year: its forms with their state, how far it is to every target, what
// stands between it and handing in, and what to do next.
//
// It writes nothing: every line of it leads to where something is done.
//
// Start reading at Screen, then barriers.
package overview

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Screen is the desk: the forms with their state, the progress to every target, what stands between it and handing in,
// what to do next.
type Screen struct {
	screen.Still
	office Office
	pane   pane
	forms  kit.List // of m.Standing().states
	steps  kit.List
	finds  kit.List // of what stands in between
	known  *handingIn
	gaps   judging.Gaps
}

// Office is what the overview leads to that needs more than a desk.
type Office interface {
	// MendAt goes to the cell of a finding, to mend it and go on to the next.
	MendAt(f form.Finding) tea.Cmd
	// OpenSubmit opens the way to the sealed file of a period.
	OpenSubmit(of submission.Period) tea.Cmd
	// Deepen has the ledger looked at as a whole, where that is due.
	Deepen() tea.Cmd
}

// New is the screen.
func New(o Office) *Screen { return &Screen{office: o} }

// Form is the form under the cursor, nil where the cursor is on something else.
func (s *Screen) Form(m screen.Desk) *form.Form {
	if all := m.Standing().States; s.pane == formsPane && s.forms.At < len(all) {
		return all[s.forms.At].Form
	}
	return nil
}

// pane is the part of the overview that the arrows move in.
type pane uint8

const (
	formsPane pane = iota
	findsPane
	stepsPane
)

// Place says which of its keys are live.
func (s *Screen) Place() *screen.Place { return InOverview }

func (s *Screen) Crumb(screen.Desk) string { return "" }

func (s *Screen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(handingInMsg)
	if ok && got.of == m.Session() {
		s.known = &got.handingIn
	}
	return nil, ok
}

func (s *Screen) Follow(m screen.Desk) tea.Cmd {
	s.clampAll(m)
	if m.Top() == screen.Screen(s) && m.Session() != nil && m.Session().DeepSoon() { // not for every line that is keyed over it
		return tea.Batch(s.askHandIn(m), s.office.Deepen())
	}
	return s.askHandIn(m)
}

func (s *Screen) clampAll(m screen.Desk) {
	s.forms.N, s.steps.N, s.finds.N = len(m.Standing().States), len(m.Standing().Steps), len(s.barriers(m))
	s.forms.Clamp()
	s.steps.Clamp()
	s.finds.Clamp()
}

func (s *Screen) list() *kit.List {
	switch s.pane {
	case stepsPane:
		return &s.steps
	case findsPane:
		return &s.finds
	}
	return &s.forms
}

// InOverview is the first screen: forms, progress, next steps, findings.
var InOverview = &screen.Place{ID: "overview", Title: text.TuiPlaceOverview, For: text.TuiForOverview, Met: 30, Common: true, Opener: "home"}

// Declare declares it.
func Declare() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InOverview}, Actions: []screen.Action{
		{
			ID: "overview.open", Title: text.TuiOpenForm, Foot: text.TuiFootOpen, Keys: []string{"enter", "right"}, Where: InOverview, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *Screen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "overview.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InOverview,
			Do: screen.On(func(m screen.Desk, s *Screen, key string) tea.Cmd { s.list().Move(key); return nil }),
		},
		{
			ID: "overview.pane", Title: text.TuiNextPane, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InOverview, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *Screen, key string) tea.Cmd {
				step := 1
				if key == "shift+tab" {
					step = 2
				}
				s.pane = pane((int(s.pane) + step) % 3)
				return nil
			}),
		},
	}}
}

func (s *Screen) open(m screen.Desk) tea.Cmd {
	s.clampAll(m)
	switch s.pane {
	case findsPane:
		if all := s.barriers(m); s.finds.At < len(all) {
			return all[s.finds.At].open()
		}
	case stepsPane:
		if s.steps.At < len(m.Standing().Steps) {
			return judging.OpenSteps(m, s.steps.At)
		}
	default:
		if s.forms.At < len(m.Standing().States) {
			return m.GoTo(m.Standing().States[s.forms.At].Form, 0, "")
		}
	}
	return nil
}

// Draw arranges the panes by the room there is: one column of forms and one of progress at 80 × 24, with what stands in
// between, or the next steps, below; boxes, and the next steps along the foot, from 112 × 32.
func (s *Screen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	s.clampAll(m)
	if a.W >= 112 && a.H >= 27 {
		s.drawWide(m, a)
	} else {
		s.drawCompact(m, a)
	}
	return screen.Caret{}
}

func (s *Screen) drawWide(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	stepRows := kit.ClampInt(len(m.Standing().Steps)+2, 5, max(a.H-26, 6))
	upper, lower := a.Rows(0, a.H-stepRows), a.Below(a.H-stepRows)
	formsW := kit.ClampInt(max(a.W*3/8, formsWidth(m)+2), 44, 60)
	if a.W >= roomyWidth {
		formsW = kit.ClampInt(formsWidth(m)+2, 44, 60)
	}
	left, right := upper.SplitX(formsW)
	s.drawForms(m, kit.Box(m, left, text.TuiForms.In(lang), text.TuiFormCount.With(len(m.Standing().States)).In(lang), s.pane == formsPane))
	inner := len(judging.Indicators(m)) + 1 + len(judging.Accounts(m))
	if m.Standing().Sheet == nil {
		inner = judging.NoPackRows
	}
	prog := min(inner+2, right.H-4)
	box := right.Rows(0, prog)
	body := kit.Box(m, box, text.TuiProgress.In(lang), "", false)
	if m.Standing().Sheet != nil {
		drawHeads(m, box.Rows(0, 1), body.W)
	}
	s.drawProgress(m, body, true)
	all := s.barriers(m)
	title, counts := handInTitle(m, all)
	s.drawBarriers(m, kit.Box(m, right.Below(prog), title.In(lang), counts.In(lang), s.pane == findsPane), all)
	s.drawSteps(m, kit.Box(m, lower, text.TuiSteps.In(lang), "", s.pane == stepsPane))
}

// drawHeads heads the figures of the progress, in the frame over them; w is the width within. Before them, where there is room, stands
// how many recognitions are counted by the enterprise's own word alone.
func drawHeads(m screen.Desk, a paint.Area, w int) {
	lang, t := m.Lang(), m.Theme()
	put := func(x int, say string) { a.Text(x, 0, " "+say+" ", t.Faint) }
	if w >= wideProgress {
		w -= gapWidth(w)
		put(w+2, text.TermGap.In(lang))
	}
	value, target, points := judging.FiguresAt(m, w, valueW)
	heads := strings.Fields(text.TuiProgressNote.In(lang))
	first := value - paint.Width(heads[0])
	put(first, heads[0]+" / "+heads[2])
	if from := points - paint.Width(heads[3]); from > target+paint.Width(heads[2])+1 {
		put(from, heads[3])
	}
	n := 0
	for _, f := range m.Standing().States {
		n += f.SelfDeclared
	}
	if said := text.TuiDeclaredCounted.With(n).In(lang); n > 0 && 6+paint.Width(text.TuiProgress.In(lang))+paint.Width(said) < first {
		put(first-paint.Width(said)-3, said)
	}
}

// valueW is the room of a value and its target.
const valueW = 21

func (s *Screen) drawCompact(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	left, right := a.SplitX(kit.ClampInt(max(a.W*2/5, min(narrowForms(m), a.W/2)), 33, 44))
	s.drawForms(m, left)
	right = right.Inset(1, 0)
	n := len(judging.Indicators(m))
	if m.Standing().Sheet == nil {
		n = judging.NoPackRows
	}
	y := min(n+2+len(judging.Accounts(m)), right.H-4)
	rest := right.Below(y)
	all := s.barriers(m)
	if whole := s.whole(m, all, right.W-1); s.pane != formsPane && n+2+len(whole) <= y { // what the cursor is on, in full, in the place of the accounts
		s.drawProgress(m, right.Rows(0, n), false)
		for k, l := range whole {
			right.Text(1, n+1+k, l, t.Text)
		}
	} else {
		s.drawProgress(m, right.Rows(0, y-1), false)
	}
	title, note := handInTitle(m, all)
	other := text.TuiSteps
	if s.pane == stepsPane {
		title, other, note = other, title, text.Pair{}
	}
	st := t.Head
	if s.pane != formsPane {
		st = t.Accent
	}
	x := rest.Text(0, 0, title.In(lang), st)
	x = rest.Cut(x+2, 0, rest.W-x-3, other.In(lang), t.Faint)
	list, n := &s.finds, len(all)
	if s.pane == stepsPane {
		list, n = &s.steps, len(m.Standing().Steps)
	}
	below := rest.H - 1
	list.Rows = below
	more := text.TuiMoreBelow.With(n - list.Top - below).In(lang)
	switch {
	case n-list.Top > below && paint.Width(more) <= rest.W-x-3:
		rest.Right(x+2, 0, rest.W-x-3, more, t.Accent)
	case paint.Width(note.In(lang)) <= rest.W-x-3:
		rest.Right(x+2, 0, rest.W-x-3, note.In(lang), t.Faint)
	}
	if s.pane == stepsPane {
		s.drawSteps(m, rest.Below(1))
	} else {
		s.drawBarriers(m, rest.Below(1), all)
	}
}

// whole is what is said by the line that the cursor is on, in full, in lines w cells wide.
func (s *Screen) whole(m screen.Desk, all []barrier, w int) []string {
	switch {
	case s.pane == stepsPane && s.steps.At < len(m.Standing().Steps):
		return paint.Wrap(m.Standing().Steps[s.steps.At].Say.Begun().In(m.Lang()), w)
	case s.pane == findsPane && s.finds.At < len(all):
		if b := &all[s.finds.At]; b.of != nil {
			return paint.Wrap(b.of.Whole(m), w)
		}
		return paint.Wrap(all[s.finds.At].say.Begun().In(m.Lang()), w)
	}
	return nil
}

// countWidth is the room of how much there is of each form; formsWidth that of the whole list, no title cut.
func countWidth(m screen.Desk) int {
	w := 4
	for _, f := range m.Standing().States {
		w = max(w, len(CountOf(f)))
	}
	return w
}

func formsWidth(m screen.Desk) int {
	w := 0
	for _, f := range m.Standing().States {
		w = max(w, paint.Width(f.Form.Title.In(m.Lang())))
	}
	return 2 + w + 1 + countWidth(m) + stateRoom(m)
}

// leastStateW is the room of a form's state in a word; stateRoom that of the longest, no word cut.
const leastStateW = 12

func stateRoom(m screen.Desk) int {
	w := leastStateW
	for _, f := range m.Standing().States {
		word, _ := formState(m, f)
		w = max(w, paint.Width(word)+1)
	}
	return w
}

// narrowForms is the least room of the list in which no title is cut: each form's count and state stand right behind its title where it
// is so long.
func narrowForms(m screen.Desk) int {
	w := 0
	for _, f := range m.Standing().States {
		word, _ := formState(m, f)
		w = max(w, 2+paint.Width(f.Form.Title.In(m.Lang()))+1+len(CountOf(f))+1+paint.Width(word))
	}
	return w
}

func (s *Screen) drawForms(m screen.Desk, a paint.Area) {
	countW, stateW := countWidth(m), stateRoom(m)
	rows := a.H
	months := a.H - len(m.Standing().States) // what is left below the forms
	if months >= 2 {
		months = min(months, mostMonthRows)
		rows = a.H - months
	}
	s.forms.Window(rows)
	m.Pane(a, func() { s.pane = formsPane })
	for k := range min(rows, len(m.Standing().States)-s.forms.Top) {
		i := s.forms.Top + k
		drawForm(m, a.Rows(k, 1), m.Standing().States[i], countW, stateW, i == s.forms.At, s.pane == formsPane)
	}
	switch {
	case m.Standing().Spent == 0 || months < 2:
	case months >= leastMonthRows:
		s.drawMonths(m, a.Below(a.H-months))
	default:
		s.drawSpark(m, a.Below(a.H-2))
	}
}

// The months are drawn as columns where there is room for them, else as a sparkline: rule, columns, their numbers, the year.
const leastMonthRows, mostMonthRows = 5, 9

// drawMonths draws the year's spending as a column a month, and what it comes to beside the budget and the year before.
func (s *Screen) drawMonths(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	months := m.Standing().Months[1:]
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
	label, spent, after := text.TuiSpendYear, m.Standing().Spent, int64(0)
	if sh := m.Standing().Sheet; sh != nil && sh.AsOf < len(months) {
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
	add("", kit.Piece{text.Named(label, text.TuiWan).In(lang) + " ", t.Faint}, kit.Piece{kit.Wan(spent), t.Strong}, kit.Behind(m, text.TuiWan))
	switch b := m.Standing().SpentBefore; {
	case after != 0:
		add("  ", kit.Piece{text.TuiSpendAfter.In(lang) + " ", t.Faint}, kit.Piece{kit.Wan(after), t.Text})
	case b != nil && label == text.TuiSpendYear:
		add("  ", kit.Piece{text.TuiSpendBeside.In(lang) + " ", t.Faint}, kit.Piece{judging.Change(m, m.Standing().Spent, b), t.Text})
	}
	l.Draw(a, 2, a.H-1)
}

// drawForm draws one form: title, rows, state.
func drawForm(m screen.Desk, a paint.Area, f entry.FormState, countW, stateW int, here, current bool) {
	t := m.Theme()
	titleX := 2
	count := CountOf(f)
	word, st := formState(m, f)
	stateX := a.W - stateW + 1
	if ends := titleX + paint.Width(f.Form.Title.In(m.Lang())) + 1 + len(count) + 1; ends > stateX {
		stateX = max(stateX, min(ends, a.W-paint.Width(word)))
	}
	a.Cut(titleX, 0, stateX-titleX-len(count)-2, f.Form.Title.In(m.Lang()), t.Text)
	cst := t.Text
	if f.Rows == 0 && f.Asked == 0 {
		cst = t.Faint
	}
	a.Right(stateX-1-countW, 0, countW, count, cst)
	a.Cut(stateX, 0, a.W-stateX, word, st)
	kit.CursorRow(m, a, here && current)
	if here && !current {
		a.Restyle(func(s paint.Style) paint.Style { return s.Over(t.Row) })
	}
}

// CountOf is how much of a form is there: fields filled of those asked for, or rows.
func CountOf(f entry.FormState) string {
	if f.Form.Single() || f.Asked > 0 {
		return fmt.Sprintf("%d/%d", f.Filled, f.Asked)
	}
	return kit.Group(strconv.FormatInt(f.Rows, 10))
}

// formState is a form's state in a word.
func formState(m screen.Desk, f entry.FormState) (string, paint.Style) {
	lang := m.Lang()
	t := m.Theme()
	switch {
	case f.Must > 0:
		return "! " + strconv.Itoa(f.Must), t.Bad.With(paint.Bold)
	case f.Verify > 0:
		return "? " + strconv.Itoa(f.Verify), t.Warn
	case f.Form.ID == "rd_summary" && f.Filled == 0 && m.Standing().Ledger.Lines > 0: // the ledger says it all
		return text.TuiNotAsked.In(lang), t.Faint
	case f.Asked > f.Filled:
		return text.TuiLacks.With(f.Asked - f.Filled).In(lang), t.Warn
	case f.Pending > 0 && f.SelfDeclared > 0:
		return text.TuiPendingAndDeclared.With(f.Pending, f.SelfDeclared).In(lang), t.Pending
	case f.SelfDeclared > 0:
		return text.TuiDeclaredRows.With(f.SelfDeclared).In(lang), t.Pending
	case f.Pending > 0:
		return text.TuiPendingRows.With(f.Pending).In(lang), t.Pending
	case f.Rows == 0:
		return t.Chrome.Dot, t.Faint
	}
	return t.Chrome.Check, t.Good
}

// drawSpark draws the year's spending by month.
func (s *Screen) drawSpark(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	x := 2
	total := text.Column(kit.Wan(m.Standing().Spent), text.TuiWan).In(lang)
	for _, label := range []text.Pair{text.Named(text.TuiMonths, text.TuiWan), text.TuiMonthsBrief} {
		if a.W >= 16+paint.Width(label.In(lang))+paint.Width(total) {
			x = a.Text(x, 1, label.In(lang), t.Faint)
			if label.In(lang) != "" {
				x++
			}
			break
		}
	}
	x = a.Text(x, 1, paint.Spark(t.Chrome, m.Standing().Months[1:]), t.Part)
	a.Right(x, 1, a.W-x-1, total, t.Text)
}

// drawProgress draws a line an indicator with its bar, then the other accounts.
func (s *Screen) drawProgress(m screen.Desk, a paint.Area, full bool) {
	t := m.Theme()
	lines := judging.Indicators(m)
	if m.Standing().Sheet == nil {
		judging.DrawNoPack(m, a)
		return
	}
	if full && a.W >= wideProgress { // more is said, not longer bars drawn
		s.gaps.Follow(m)
		gapW := gapWidth(a.W)
		for y, l := range lines {
			a.Cut(a.W-gapW+2, y, gapW-2, s.gaps.In(m, l.ID, gapW-2), t.Faint)
		}
		a.Repeat(0, len(lines), a.W, t.Chrome.Dash, t.Frame)
		a = a.Sub(0, 0, a.W-gapW, a.H)
	}
	values := 0
	if full {
		values = valueW
	}
	nameW := judging.NameRoom(m, a.W, values)
	for y, l := range lines {
		judging.DrawIndicator(m, a.Rows(y, 1), l, nameW, values)
	}
	y := len(lines)
	if full {
		a.Repeat(0, y, a.W, t.Chrome.Dash, t.Frame)
	}
	for _, acc := range judging.Accounts(m) {
		y++
		acc.Draw(m, a.Rows(y, 1), judging.AccountWidth(m, a.W))
	}
}

// A progress as wide as wideProgress has room for what each indicator is short of: all that names, bars that are read well and figures
// leave. A screen of roomyWidth gives the forms no more than they take.
const wideProgress, leastGap, mostGap, roomyWidth = 124, 54, 84, 180

func gapWidth(w int) int { return kit.ClampInt(w-76, leastGap, mostGap) }

// drawSteps draws the improvements, best first, with what each brings.
func (s *Screen) drawSteps(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	lit := s.pane == stepsPane
	m.Pane(a, func() { s.pane = stepsPane })
	if m.Standing().Sheet == nil {
		a.Wrapped(0, " "+text.TuiStepsWait.In(lang), t.Faint)
		return
	}
	if len(m.Standing().Steps) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiNoSteps.In(lang), t.Faint)
		return
	}
	no := func(i int) string { return strconv.Itoa(i+1) + " " }
	room := func(i int, right kit.Line) int { return a.W - 3 - len(no(i)) - max(right.Width(), 8) }
	said := func(i int) []string {
		step := m.Standing().Steps[i]
		return paint.Wrap(step.Say.Begun().In(lang), room(i, judging.Gain(m, step)))
	}
	s.steps.Spread(a.H, func(i int) int { return len(said(i)) }, func(i, y, n int) {
		row, right := a.Rows(y, n), judging.Gain(m, m.Standing().Steps[i])
		row.Text(1, 0, no(i), t.Faint)
		drawSaid(row, 1+len(no(i)), room(i, right), said(i), t.Text)
		right.Draw(row, a.W-1-right.Width(), 0)
		kit.CursorRow(m, row, i == s.steps.At && lit)
	})
}
