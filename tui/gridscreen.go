package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// gridScreen is the table of one form.
type gridScreen struct {
	f    *form.Form
	g    *grid.Grid
	pick *picker // the list under the cell being keyed, or nil
	find *lineedit.Editor
	// openAt is where to go once the rows are there.
	openRow   int64
	openField string
	opening   *opening // the view being counted or sorted, or nil
	drafted   string   // what was left in the file as the field under the cursor
}

// openForm shows a form: its card where it has one row, else its table.
func (m *Root) openForm(f *form.Form) tea.Cmd {
	if f.Single() {
		return m.push(newCard(f, 0))
	}
	return m.push(m.newGrid(f, 0, ""))
}

func (m *Root) newGrid(f *form.Form, row int64, field string) *gridScreen {
	s := &gridScreen{f: f, g: grid.New(f, m.stand.year, m.lang), openRow: row, openField: field}
	s.g.NextID, s.g.Declared = m.desk.nextRow, m.desk.s.SelfDeclared
	return s
}

func (s *gridScreen) place() Place {
	switch {
	case s.find != nil:
		return InInput
	case !s.g.Editing():
		return InGrid
	case s.g.Field().Kind == form.Note:
		return InNote
	}
	return InCell
}

func (s *gridScreen) crumb(m *Root) string { return s.f.Title.In(m.lang) }

func (s *gridScreen) follow(m *Root) tea.Cmd {
	s.g.SetFindings(m.stand.of(s.f))
	if !s.g.Opened() {
		return s.reopen(m, s.openRow, s.openField)
	}
	return s.load(m)
}

// load reads what is to be shown and is not there, and adds up the current column.
func (s *gridScreen) load(m *Root) tea.Cmd {
	s.g.Fit(m.w-1, m.h-headRows-footRows-gridFoot)
	return tea.Batch(s.g.Load(), s.g.AddUp())
}

func (s *gridScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	var err error
	switch msg := msg.(type) {
	case grid.PageMsg:
		if msg.Form != s.f {
			return nil, false
		}
		err = s.g.Page(msg)
	case grid.SourceMsg:
		if msg.Form != s.f {
			return nil, false
		}
		if !s.g.Awaits(msg) {
			return nil, true
		}
		s.opening = nil
		err = s.g.Adopt(msg)
	case grid.SumMsg:
		if msg.Form != s.f {
			return nil, false
		}
		err = s.g.Summed(msg)
	case choicesMsg:
		if msg.form != s.f {
			return nil, false
		}
		if s.pick != nil {
			s.pick.offer(msg)
		}
		return nil, true
	default:
		return nil, false
	}
	if err != nil {
		m.say(bad, sentence(err))
		return nil, true
	}
	return s.load(m), true
}

// written takes the outcome of a write.
func (s *gridScreen) written(m *Root, w writtenMsg) tea.Cmd {
	if w.err != nil {
		s.g.Refused(w.n, sentence(w.err).In(m.lang))
		return nil
	}
	if s.g.Written(w.n, w.edits, w.born, w.out) {
		return s.reopen(m, 0, "")
	}
	return nil
}

// put writes edits of this screen.
func (s *gridScreen) put(m *Root, edits []entry.Edit) tea.Cmd {
	if len(edits) == 0 {
		return nil
	}
	if m.stand.locked {
		m.say(bad, text.TuiSealedNoEdit)
	}
	n, cmd := m.apply(edits)
	s.g.Sent(n, edits)
	return cmd
}

// key takes typing: into the open cell, or opening one.
func (s *gridScreen) key(m *Root, k tea.KeyPressMsg) tea.Cmd {
	if s.find != nil {
		s.find.Key(k)
		return nil
	}
	if !s.g.Editing() {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) != 0 {
			return nil
		}
		if s.onFiles() {
			return m.openEvidence(nil)
		}
		if !s.open(m, true) {
			return nil
		}
		return tea.Batch(s.typeInto(m, k), s.loadChoices(m), s.load(m))
	}
	return s.typeInto(m, k)
}

func (s *gridScreen) typeInto(m *Root, k tea.KeyPressMsg) tea.Cmd {
	r := s.g.Editor().Key(k)
	if r.Changed {
		s.changed(m)
	}
	switch {
	case r.Copy != "":
		return m.copyText(r.Copy, text.TuiCopyText)
	case !r.Handled:
		return s.leaveFor(m, k.Keystroke())
	}
	return nil
}

// leaveFor takes what is keyed and does what a key of the table means: no field holds anyone in.
func (s *gridScreen) leaveFor(m *Root, key string) tea.Cmd {
	a := m.findAt(InGrid, key)
	if a == nil {
		return nil
	}
	cmd := s.leave(m, true)
	return tea.Batch(cmd, a.Do(m, key))
}

// changed follows what is in the open cell: the list narrows, and the text is left in the file against a crash.
func (s *gridScreen) changed(m *Root) {
	typed := s.g.Editor().Text()
	if s.pick != nil {
		s.pick.narrow(typed)
	}
	s.drafted = typed
	id := int64(0)
	if r := s.g.Current(); r != nil {
		id = r.ID
	}
	m.keepDraft(s.f, id, s.g.Field().ID, typed)
}

// open opens the current cell, with the list of its codes or of the rows it can name.
func (s *gridScreen) open(m *Root, replace bool) bool {
	if s.g.Current() == nil && !s.g.OnBlank() {
		return false
	}
	if !s.g.Edit(replace) {
		m.say(plain, text.TuiDoesNotApply.With(s.g.Field().Title))
		return false
	}
	s.pick = newPicker(s.g.Field(), m.lang, s.g.Editor().Text())
	return true
}

// onFiles reports that the current cell is one of files: those are attached, not typed.
func (s *gridScreen) onFiles() bool { return s.g.Field().Kind == form.Files }

// loadChoices asks for the rows that the open cell can name.
func (s *gridScreen) loadChoices(m *Root) tea.Cmd {
	if s.pick == nil || s.g.Field().Kind != form.Ref {
		return nil
	}
	return m.askChoices(s.f, s.g.Field())
}

// leave closes the open cell and writes it. A chosen row that is not there yet is made in the same step.
func (s *gridScreen) leave(m *Root, choose bool) tea.Cmd {
	var before []entry.Edit
	if choose && s.pick != nil {
		if typed, create, ok := s.pick.chosen(); ok {
			s.g.Editor().Set(typed)
			before = m.createEdits(s.g.Field(), typed, create)
		}
	}
	s.pick = nil
	// A single + in a text is the number after the one above: vouchers come in order.
	if s.g.Field().Kind == form.Text && s.g.Editing() && s.g.Editor().Text() == "+" {
		if next, ok := form.Succeeding(s.g.Above()); ok {
			s.g.Editor().Set(next)
		}
	}
	edits := s.g.Leave()
	if len(edits) == 0 {
		if s.drafted != "" {
			s.drafted = ""
			m.keepDraft(s.f, 0, s.g.Field().ID, "")
		}
		return s.load(m)
	}
	s.drafted = ""
	return tea.Batch(s.put(m, append(before, edits...)), s.load(m))
}

// createEdits makes the row that a reference names, where it is to be made in place.
func (m *Root) createEdits(f *form.Field, key string, create bool) []entry.Edit {
	if !create {
		return nil
	}
	target := form.ByID(f.Ref)
	if target == nil || len(target.Keys) == 0 {
		return nil
	}
	m.say(good, text.TuiCreated.With(target.Title, key))
	return []entry.Edit{{Form: target, Row: m.desk.nextRow(), Field: target.Keys[0][0], Typed: key}}
}

func (s *gridScreen) cancel(m *Root) {
	s.pick = nil
	s.g.Cancel()
	s.g.StopKeying()
	if s.drafted != "" {
		s.drafted = ""
		m.keepDraft(s.f, 0, s.g.Field().ID, "")
	}
}

func (s *gridScreen) paste(m *Root, p string) tea.Cmd {
	switch {
	case s.find != nil:
		s.find.Insert(p)
		return nil
	case s.g.Editing() && strings.Contains(p, "\t"):
		// Cells, not the text of one: they go into the table.
		return tea.Batch(s.leave(m, false), m.askPaste(s, p))
	case s.g.Editing():
		s.g.Editor().Insert(p)
		s.changed(m)
		return nil
	case grid.IsBlock(p) || s.g.Wide():
		return m.askPaste(s, p)
	case s.onFiles() && !isEvidence(p):
		return m.pasteEvidence(p)
	}
	if s.open(m, true) {
		s.g.Editor().Insert(p)
		s.changed(m)
		return tea.Batch(s.leave(m, false), s.load(m))
	}
	return nil
}

// gridFoot are the rows below a table: a rule, the figures, the help.
const gridFoot = 3

// draw draws the table with, below it, the figures of the selection and the help of the field.
func (s *gridScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	x, y, on := s.g.Draw(a.Sub(0, 0, a.W-1, a.H-gridFoot), t)
	at := caret{x, y, on}
	if !on {
		// An input method opens its candidates at the terminal's caret, before the first letter reaches the program.
		if c := s.g.Cell(); c.W > 0 {
			at = caret{c.X, c.Y, true}
		}
	}
	a.Repeat(0, a.H-gridFoot, a.W, t.Chrome.H, t.Frame)
	s.drawFigures(m, a.Rows(a.H-2, 1))
	if s.find != nil {
		return s.drawFind(m, a.Rows(a.H-1, 1))
	}
	s.drawHelp(m, a.Rows(a.H-2, 2))
	if on {
		return s.drawPopup(m, a, at)
	}
	return at
}

// sortBar is how wide the bar of a sort is.
const sortBar = 16

func (s *gridScreen) drawFind(m *Root, a paint.Area) caret {
	x := a.Text(1, 0, text.TuiFind.In(m.lang)+" ", m.th.Head)
	field := a.Sub(x, 0, min(a.W-x-1, 40), 1)
	cx, cy := field.At(s.find.Draw(field, lineedit.Look{Text: m.th.Input, Mark: m.th.Mark}), 0)
	return caret{cx, cy, true}
}

// drawFigures draws how many rows there are, what is selected, and what it comes to.
func (s *gridScreen) drawFigures(m *Root, a paint.Area) {
	t, g := m.th, s.g
	var l line
	say := func(p text.Pair, v string) {
		if len(l) > 0 {
			l = append(l, piece{"   ", t.Text})
		}
		l = append(l, piece{p.In(m.lang) + " ", t.Faint}, piece{v, t.Text})
	}
	f := g.Field()
	show := func(sum int64) string { return f.Display(form.N(sum), f.Unit, m.lang) }
	rows := group(strconv.Itoa(g.Len()))
	if g.Wide() {
		from, to := g.Selection()
		say(text.TuiSelected, strconv.Itoa(to.Row-from.Row+1)+" × "+strconv.Itoa(to.Col-from.Col+1))
		if sum, ok := g.Selected(); ok && f.Kind != form.Percent {
			say(text.TuiSum, show(sum.Sum))
			say(text.TuiCountOf, strconv.FormatInt(sum.Count, 10))
		}
	}
	say(text.TuiRowOf, group(strconv.Itoa(min(g.Cursor().Row+1, g.Len())))+" / "+rows)
	if total, ok := g.Total(); ok {
		say(text.TuiColumnSum, show(total.Sum))
		if total.Count > 1 && f.Kind == form.Money {
			say(text.TuiAverage, show(total.Sum/total.Count))
		}
	}
	if n := m.stand.notCounted; n.Lines > 0 && s.f.Scope == form.Ledger && f.Kind == form.Money {
		l = append(l, piece{"   " + text.TuiNotCounted.With(m.stand.year, n.Lines, show(n.Amount)).In(m.lang), t.Warn})
	}
	if r := g.Current(); r != nil && !g.Wide() {
		if n := len(form.Attachments(r.Get("evidence"))); n > 0 {
			say(text.TuiEvidence, strconv.Itoa(n))
		}
	}
	l.draw(a, 1, 0)
	if q := s.openingText(m); q != "" {
		x := max(a.W-1-paint.Width(q), 0)
		a.Right(x, 0, paint.Width(q), q, t.Pending)
		if p, ok := s.opening.permille(); ok && x > l.width()+sortBar+4 {
			a.Bar(t.Chrome, x-sortBar-1, 0, sortBar, p, t.Fill, t.Rest)
		}
	} else if q := s.queryText(m); q != "" {
		w := min(paint.Width(q), max(a.W-l.width()-4, 0))
		a.Right(a.W-1-w, 0, w, q, t.Warn)
	}
}

// openingText says how far a sort or a search has come.
func (s *gridScreen) openingText(m *Root) string {
	if s.opening == nil || s.g.Plain() {
		return ""
	}
	p, known := s.opening.permille()
	if !known {
		return text.TuiArranging.In(m.lang)
	}
	if left, ok := s.opening.left(m.now()); ok {
		return text.TuiArrangingLeft.With(p/10, text.TuiTaskLeft.With(spent(left))).In(m.lang)
	}
	return text.TuiArrangingOf.With(p / 10).In(m.lang)
}

// queryText says how the rows are narrowed and sorted.
func (s *gridScreen) queryText(m *Root) string {
	q := s.g.Query()
	out := ""
	add := func(p text.Pair) {
		if out != "" {
			out += "  "
		}
		out += p.In(m.lang)
	}
	if q.Find != "" {
		add(text.TuiFound.With(q.Find))
	}
	for _, w := range q.Where {
		f := s.f.Field(w.Field)
		add(text.TuiFiltered.With(f.Title, filterText(m, f, w)))
	}
	for _, o := range q.Sort {
		add(text.TuiSorted.With(s.f.Field(o.Field).Title))
	}
	return out
}

// drawHelp draws what is wrong in the current cell, over the figures too where one row is too short for it; else the
// field's help and source.
func (s *gridScreen) drawHelp(m *Root, two paint.Area) {
	g, t := s.g, m.th
	f := g.Field()
	a := two.Below(1)
	if why := g.Why(); why != "" {
		a.Cut(1, 0, a.W-2, "! "+text.TuiNotSaved.With(why).In(m.lang), t.Bad)
		return
	}
	if r := g.Current(); r != nil {
		if x := worst(g.FindingsOf(r), f.ID); x != nil {
			if m.findingWidth(*x) > a.W {
				two.Fill(t.Text)
				a = two
			}
			m.drawFindingText(a, *x)
			return
		}
	}
	x := a.Text(1, 0, f.Title.In(m.lang), t.Head)
	src := f.Cited().In(m.lang)
	w := 0
	if src != "" {
		w = paint.Width(src) + 1
		a.Right(a.W-1-min(w, a.W/2), 0, min(w, a.W/2), src, t.Faint)
	}
	a.Cut(x+2, 0, a.W-x-4-w, f.Help.In(m.lang), t.Text)
}

// worst gives the finding to show for a field, nil for none; a finding of the whole row is shown where the field has none.
func worst(list []form.Finding, field string) *form.Finding {
	var out *form.Finding
	for i := range list {
		x := &list[i]
		if x.Field != field && x.Field != "" || x.Explained {
			continue
		}
		if out == nil || out.Field == "" && x.Field != "" || x.Severity < out.Severity && x.Field == out.Field {
			out = x
		}
	}
	return out
}

// placed is a finding's sentence for a screen that stands at its place.
func placed(f form.Finding) text.Pair {
	if f.Short.Empty() {
		return f.Message
	}
	return f.Short
}

func (m *Root) findingHead(f form.Finding) string {
	if f.Severity == form.Verify {
		return "? " + f.Severity.Title().In(m.lang) + "  "
	}
	return "! " + f.Severity.Title().In(m.lang) + "  "
}

func (m *Root) findingWidth(f form.Finding) int {
	return 2 + paint.Width(m.findingHead(f)) + paint.Width(placed(f).In(m.lang))
}

// drawFindingText draws a finding in as many rows as the area has; the last is cut.
func (m *Root) drawFindingText(a paint.Area, f form.Finding) {
	st := m.th.Bad
	if f.Severity == form.Verify {
		st = m.th.Warn
	}
	x := a.Text(1, 0, m.findingHead(f), st.With(paint.Bold))
	rows := paint.Wrap(placed(f).In(m.lang), a.W-x-1)
	for y, row := range rows {
		if y == a.H-1 {
			a.Cut(x, y, a.W-x-1, strings.Join(rows[y:], ""), st)
			break
		}
		a.Text(x, y, row, st)
	}
}

// drawPopup draws beside the open cell: the list of codes or rows, the rows of a note, or what an arithmetic comes to.
func (s *gridScreen) drawPopup(m *Root, a paint.Area, at caret) caret {
	cell, ed := s.g.Cell(), s.g.Editor()
	x, y := cell.X-a.X, cell.Y-a.Y
	switch {
	case s.pick != nil:
		s.pick.draw(m, a, x, y, cell.W)
	case s.g.Field().Kind == form.Note:
		return m.drawNote(a, s.g.Field(), ed, x, y)
	default:
		drawResult(m, a, s.g.Field(), ed.Text(), x, y, cell.W)
	}
	return at
}
