package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/paint"
)

// cardScreen is one record, field by field, with last year's figure and what is wrong beside each.
type cardScreen struct {
	f      *form.Form
	row    int64 // 0: the form's one row
	rec    *form.Record
	last   *form.Record // the year before, nil: none
	loaded bool
	found  []form.Finding
	saving map[int]int // fields on their way to the file, by the number of the write
	failed map[int]string

	list list // over the fields
	cols int  // columns drawn last
	ed   *lineedit.Editor
	from string
	pick *picker
	cell grid.Rect
}

func newCard(f *form.Form, row int64) *cardScreen {
	return &cardScreen{f: f, row: row, saving: map[int]int{}, failed: map[int]string{}, list: list{n: len(f.Fields)}, cols: 1}
}

// cardMsg is a record as read.
type cardMsg struct {
	form      *form.Form
	row       int64
	rec, last *form.Record
	err       error
}

func (s *cardScreen) load(m *Root) tea.Cmd {
	f, row, session := s.f, s.row, m.desk.s
	return func() tea.Msg {
		out := cardMsg{form: f, row: row}
		if row == 0 {
			if rows := session.Records(f); len(rows) > 0 {
				out.rec = rows[0]
			}
		} else {
			out.rec, out.err = session.Record(f, row)
		}
		if out.rec != nil {
			out.last = session.LastYear(f, out.rec)
		}
		return out
	}
}

func (s *cardScreen) place() Place {
	if s.ed != nil {
		return InField
	}
	return InCard
}

func (s *cardScreen) crumb(m *Root) string {
	if s.rec == nil || s.f.Single() {
		return s.f.Title.In(m.lang)
	}
	key := s.rec.Key()
	if key == "" && len(s.f.Label) > 0 {
		fd := s.f.Field(s.f.Label[0])
		key = fd.Display(s.rec.Get(fd.ID), fd.Unit, m.lang)
	}
	return s.f.Title.In(m.lang) + " " + paint.Safe(paint.Cut(key, 30))
}

func (s *cardScreen) follow(m *Root) tea.Cmd {
	s.judge(m)
	if s.loaded {
		return nil
	}
	return s.load(m)
}

// judge gathers what is wrong in the record.
func (s *cardScreen) judge(m *Root) {
	if s.rec == nil {
		return
	}
	s.found = s.f.Check(s.rec, m.stand.year)
	known := map[string]bool{}
	for _, f := range s.found {
		known[f.Check+f.Field] = true
	}
	for _, f := range m.stand.findings {
		if f.Form == s.f.ID && (f.Row == s.rec.ID || f.Row == 0 && s.f.Single()) && (!known[f.Check+f.Field] || f.Explained) {
			s.found = append(s.found, f)
		}
	}
}

func (s *cardScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case cardMsg:
		if msg.form != s.f || msg.row != s.row {
			return nil, false
		}
		if msg.err != nil {
			m.say(bad, sentence(msg.err))
			return nil, true
		}
		s.take(m, msg)
		return nil, true
	case choicesMsg:
		if msg.form != s.f || s.pick == nil {
			return nil, false
		}
		s.pick.offer(msg)
		return nil, true
	}
	return nil, false
}

func (s *cardScreen) take(m *Root, msg cardMsg) {
	s.loaded = true
	s.last = msg.last
	rec := msg.rec
	if rec == nil {
		rec = form.NewRecord(s.f)
		rec.ID = m.desk.nextRow()
	}
	if s.rec != nil {
		for i := range s.saving {
			rec = rec.Clone()
			copyField(rec, s.rec, i)
		}
	}
	s.rec = rec
	s.judge(m)
}

func copyField(to, from *form.Record, i int) {
	to.Values[i] = from.Values[i]
	delete(to.Raw, i)
	if raw, ok := from.Raw[i]; ok {
		if to.Raw == nil {
			to.Raw = map[int]string{}
		}
		to.Raw[i] = raw
	}
}

func (s *cardScreen) written(m *Root, w writtenMsg) tea.Cmd {
	for i, n := range s.saving {
		if n <= w.n {
			delete(s.saving, i)
			if w.err != nil && n == w.n {
				s.failed[i] = sentence(w.err).In(m.lang)
			}
		}
	}
	if w.err != nil || s.rec == nil {
		return nil
	}
	if id, ok := w.born[s.rec.ID]; ok {
		s.rec = s.rec.Clone()
		s.rec.ID = id
	}
	if len(w.edits) == 0 {
		return s.load(m)
	}
	for _, r := range w.out.Records {
		if r != nil && r.Form == s.f && r.ID == s.rec.ID {
			s.take(m, cardMsg{rec: r, last: s.last})
		}
	}
	return nil
}

func (s *cardScreen) field() *form.Field { return &s.f.Fields[s.list.at] }

func (s *cardScreen) applies(i int) bool {
	fd := &s.f.Fields[i]
	return fd.Applies == nil || s.rec == nil || fd.Applies(s.rec)
}

// open opens the current field.
func (s *cardScreen) open(m *Root, replace bool) tea.Cmd {
	if s.rec == nil {
		return nil
	}
	if !s.applies(s.list.at) {
		m.say(plain, text.TuiDoesNotApply.With(s.field().Title))
		return nil
	}
	fd := s.field()
	s.from = grid.Editable(s.rec, fd, s.list.at, m.lang)
	typed := s.from
	if replace {
		typed = ""
	}
	s.ed = lineedit.New(typed, fd.Kind == form.Note)
	s.pick = newPicker(fd, m.lang, s.ed.Text())
	if s.pick != nil && fd.Kind == form.Ref {
		return m.askChoices(s.f, fd)
	}
	return nil
}

// leave closes the field and writes it.
func (s *cardScreen) leave(m *Root, choose bool) tea.Cmd {
	if s.ed == nil {
		return nil
	}
	fd := s.field()
	var edits []entry.Edit
	if choose && s.pick != nil {
		if take, create, ok := s.pick.chosen(); ok {
			s.ed.Set(take)
			edits = m.createEdits(fd, take, create)
		}
	}
	typed := s.ed.Text()
	s.ed, s.pick = nil, nil
	if typed == s.from {
		m.keepDraft(s.f, s.rec.ID, fd.ID, "")
		return nil
	}
	if m.stand.locked {
		m.say(bad, text.TuiSealedNoEdit)
	}
	s.rec = s.rec.Clone()
	grid.Lay(s.rec, s.list.at, typed, fd.Unit)
	s.judge(m)
	edits = append(edits, entry.Edit{Form: s.f, Row: s.rec.ID, Field: fd.ID, Typed: typed, Unit: fd.Unit})
	n, cmd := m.apply(edits)
	s.saving[s.list.at] = n
	delete(s.failed, s.list.at)
	return cmd
}

// next goes to the next field that applies, step back to the one before.
func (s *cardScreen) next(by int) {
	for i := s.list.at + by; i >= 0 && i < len(s.f.Fields); i += by {
		if s.applies(i) {
			s.list.at = i
			return
		}
	}
}

func (s *cardScreen) key(m *Root, k tea.KeyPressMsg) tea.Cmd {
	var cmd tea.Cmd
	if s.ed == nil {
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta) != 0 {
			return nil
		}
		cmd = s.open(m, true)
		if s.ed == nil {
			return cmd
		}
	}
	r := s.ed.Key(k)
	if r.Changed {
		s.changed(m)
	}
	switch {
	case r.Copy != "":
		return tea.Batch(cmd, copyText(r.Copy))
	case !r.Handled:
		if a := m.findAt(InCard, k.Keystroke()); a != nil {
			return tea.Batch(s.leave(m, true), a.Do(m, k.Keystroke()))
		}
	}
	return cmd
}

func (s *cardScreen) changed(m *Root) {
	if s.pick != nil {
		s.pick.narrow(s.ed.Text())
	}
	m.keepDraft(s.f, s.rec.ID, s.field().ID, s.ed.Text())
}

func (s *cardScreen) paste(m *Root, p string) tea.Cmd {
	var cmd tea.Cmd
	if s.ed == nil {
		if cmd = s.open(m, true); s.ed == nil {
			return cmd
		}
	}
	s.ed.Insert(p)
	s.changed(m)
	return cmd
}

func cardActions() []Action {
	on := func(f func(m *Root, s *cardScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
		return func(m *Root, key string) tea.Cmd {
			if s, ok := m.top().(*cardScreen); ok {
				return f(m, s, key)
			}
			return nil
		}
	}
	picking := func(m *Root) bool { s, ok := m.top().(*cardScreen); return ok && s.pick.open() }
	return []Action{
		{ID: "card.edit", Title: text.TuiEditCell, Foot: text.TuiFootEdit, Keys: []string{"enter"}, Where: InCard, Rank: 1,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd { return s.open(m, false) })},
		{ID: "card.move", Title: text.TuiMoveField, Keys: append([]string{"left", "right"}, listKeys...), Where: InCard,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { s.move(key); return nil })},
		{ID: "card.tab", Title: text.TuiTabCell, Foot: text.TuiFootNext, Keys: []string{"tab", "shift+tab"}, Where: InCard, Rank: 2,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd {
				if key == "tab" {
					s.next(1)
				} else {
					s.next(-1)
				}
				return nil
			})},
		{ID: "card.other", Title: text.TuiOtherRecord, Foot: text.TuiFootOther, Keys: []string{"ctrl+pgdown", "ctrl+pgup"}, Where: InCard, Rank: 3,
			On: func(m *Root) bool { s, ok := m.top().(*cardScreen); return ok && s.row != 0 },
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { return s.other(m, key == "ctrl+pgdown") })},
		{ID: "card.reason", Title: text.TuiWriteReason, Keys: []string{"ctrl+w"}, Where: InCard, Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
			if x := worst(s.found, s.field().ID); x != nil {
				return m.askReason(*x)
			}
			m.say(plain, text.TuiNothingToExplain)
			return nil
		})},
		{ID: "card.clear", Title: text.TuiClearCells, Keys: []string{"delete", "backspace"}, Where: InCard,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				cmd := s.open(m, true)
				return tea.Batch(cmd, s.leave(m, false))
			})},
		{ID: "field.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: InField, Rank: 1,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.next(1)
				return cmd
			})},
		{ID: "field.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab", "shift+enter"}, Where: InField,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.next(-1)
				return cmd
			})},
		{ID: "field.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InField, Rank: 2, On: picking,
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd { s.pick.list.move(key); return nil })},
		{ID: "field.updown", Title: text.TuiTakeMove, Keys: []string{"up", "down"}, Caps: "↑↓", Where: InField, On: func(m *Root) bool { return !picking(m) },
			Do: on(func(m *Root, s *cardScreen, key string) tea.Cmd {
				cmd := s.leave(m, false)
				s.next(map[string]int{"up": -1, "down": 1}[key])
				return cmd
			})},
		{ID: "field.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InField, Rank: 4,
			Do: on(func(m *Root, s *cardScreen, _ string) tea.Cmd {
				m.keepDraft(s.f, s.rec.ID, s.field().ID, "")
				s.ed, s.pick = nil, nil
				return nil
			})},
	}
}

// move answers the arrows; left and right go to the column beside.
func (s *cardScreen) move(key string) {
	per := (len(s.f.Fields) + s.cols - 1) / s.cols
	switch key {
	case "left":
		if s.list.at >= per {
			s.list.at -= per
		}
	case "right":
		if s.list.at+per < len(s.f.Fields) {
			s.list.at += per
		}
	default:
		s.list.move(key)
	}
}

// other goes to the record above or below in the table the card was opened from.
func (s *cardScreen) other(m *Root, down bool) tea.Cmd {
	if len(m.stack) < 2 {
		return nil
	}
	g, ok := m.stack[len(m.stack)-2].(*gridScreen)
	if !ok {
		return nil
	}
	by := -1
	if down {
		by = 1
	}
	g.g.Move(by, 0, false)
	r := g.g.Current()
	if r == nil || r.ID <= 0 {
		g.g.Move(-by, 0, false)
		m.say(plain, text.TuiNoMoreRecords)
		return nil
	}
	at := s.list.at
	*s = *newCard(s.f, r.ID)
	s.list.at = at
	return tea.Batch(s.load(m), g.load(m))
}

// fieldW is the width from which a card is drawn in one more column.
const fieldW = 58

func (s *cardScreen) draw(m *Root, a paint.Area) caret {
	t := m.th
	body := a.Rows(0, a.H-3)
	// As few columns as hold every field, for a wide column shows more of each.
	most := clampInt(a.W/fieldW, 1, 3)
	for s.cols = 1; s.cols < most && (len(s.f.Fields)+s.cols-1)/s.cols > body.H-1; s.cols++ {
	}
	per := (len(s.f.Fields) + s.cols - 1) / s.cols
	row := list{at: s.list.at % per, top: s.list.top, n: per}
	row.window(body.H - 1)
	s.list.top, s.list.rows = row.top, row.rows
	colW := a.W / s.cols
	at := caret{}
	if s.rec == nil {
		a.Text(2, 1, text.TuiReading.In(m.lang), t.Faint)
		return at
	}
	for c := range s.cols {
		col := body.Sub(c*colW, 0, colW-1, body.H)
		s.drawHead(m, col)
		for k := range row.rows {
			if i := c*per + row.top + k; row.top+k < per && i < len(s.f.Fields) {
				if p := s.drawField(m, col.Rows(k+1, 1), i); p.on {
					at = p
				}
			}
		}
	}
	a.Repeat(0, a.H-3, a.W, t.Chrome.H, t.Frame)
	s.drawHelp(m, a.Below(a.H-2))
	if at.on {
		if s.pick != nil {
			s.pick.draw(m, a, s.cell.X-a.X, s.cell.Y-a.Y, s.cell.W)
		} else {
			drawResult(m, a, s.field(), s.ed.Text(), s.cell.X-a.X, s.cell.Y-a.Y, s.cell.W)
		}
	}
	return at
}

// places of a field's parts in a column w cells wide: title, input, unit, last year.
func (s *cardScreen) places(m *Root, w int) (inputX, inputW, unitX, lastX, lastW int) {
	title := 12
	for i := range s.f.Fields {
		title = max(title, paint.Width(s.f.Fields[i].Title.In(m.lang))+2)
	}
	inputX = min(title, w*2/5, 34) + 4
	if s.last != nil {
		lastW = 13
		if w >= 76 {
			lastW = 23
		}
	}
	inputW = clampInt(w-inputX-unitW-lastW-3, 12, 64)
	unitX = inputX + inputW + 1
	return inputX, inputW, unitX, unitX + unitW, lastW
}

// unitW is the room of a field's unit.
const unitW = 7

func (s *cardScreen) drawHead(m *Root, a paint.Area) {
	if s.last == nil {
		return
	}
	_, _, _, lastX, lastW := s.places(m, a.W)
	a.Right(lastX, 0, lastW, text.TuiLastYear.With(m.stand.year-1).In(m.lang), m.th.Head)
}

func (s *cardScreen) drawField(m *Root, a paint.Area, i int) caret {
	t, fd := m.th, &s.f.Fields[i]
	inputX, inputW, unitX, lastX, lastW := s.places(m, a.W)
	here := i == s.list.at
	label := t.Text
	if !s.applies(i) {
		label = t.Rest
	}
	title := fd.Title.In(m.lang)
	if fd.Required {
		title += " *"
	}
	a.Cut(3, 0, inputX-4, title, label)
	if x := worst(s.found, fd.ID); x != nil && x.Field == fd.ID {
		sign, st := "!", t.Bad
		if x.Severity == form.Verify {
			sign, st = "?", t.Warn
		}
		a.Text(1, 0, sign, st.With(paint.Bold))
	}
	s.drawLast(m, a, i, lastX, lastW)
	if here {
		a.Restyle(func(st paint.Style) paint.Style { return st.Over(t.Row) })
		a.Text(0, 0, t.Chrome.Caret, t.Accent.Over(t.Row))
	}
	if fd.Kind != form.Percent {
		a.Cut(unitX, 0, unitW-1, fd.Unit.Title.In(m.lang), t.Faint.Over(rowGround(t.Row, here)))
	}
	w := inputW
	if grid.Numeric(fd) {
		w = min(w, 20)
	}
	cell := a.Sub(inputX+inputW-w, 0, w, 1)
	if !grid.Numeric(fd) {
		cell = a.Sub(inputX, 0, w, 1)
	}
	if here && s.ed != nil {
		s.cell.X, s.cell.Y = cell.At(0, 0)
		s.cell.W = w
		x, y := cell.At(s.ed.Draw(cell, lineedit.Look{Text: t.Input, Mark: t.Mark, Right: grid.Numeric(fd)}), 0)
		return caret{x, y, true}
	}
	s.drawValue(m, cell, i, here)
	return caret{}
}

func rowGround(row paint.Style, here bool) paint.Style {
	if here {
		return row
	}
	return paint.Style{}
}

func (s *cardScreen) drawValue(m *Root, a paint.Area, i int, here bool) {
	t, fd := m.th, &s.f.Fields[i]
	shown, st := fd.Display(s.rec.Values[i], fd.Unit, m.lang), t.Strong
	if raw, ok := s.rec.Raw[i]; ok {
		shown, st = raw, t.Bad
	} else if n, ok := s.rec.Values[i].Int(); ok && n < 0 {
		st = t.Negative
	}
	if _, failed := s.failed[i]; failed {
		st = t.Bad.With(paint.Underline)
	}
	if shown == "" {
		st = t.Rest
		a.Repeat(0, 0, a.W, t.Chrome.Dot, st)
	}
	if grid.Numeric(fd) {
		a.Right(0, 0, a.W, shown, st)
	} else {
		a.Cut(0, 0, a.W, shown, st)
	}
	if here {
		a.Restyle(func(paint.Style) paint.Style { return t.Cursor })
	}
}

// drawLast draws last year's figure and, where there is room, the change.
func (s *cardScreen) drawLast(m *Root, a paint.Area, i, x, w int) {
	if s.last == nil {
		return
	}
	t, fd := m.th, &s.f.Fields[i]
	change := ""
	now, okNow := s.rec.Values[i].Int()
	was, okWas := s.last.Values[i].Int()
	if okNow && okWas && was != 0 && fd.Kind != form.Percent {
		change = growth(was, now)
	}
	changeW := 0
	if w >= 22 {
		changeW = 9
		st := t.Faint
		if len(change) > 0 && change[0] == '-' {
			st = t.Negative
		}
		a.Right(x+w-changeW, 0, changeW, change, st)
	}
	shown := fd.Display(s.last.Values[i], fd.Unit, m.lang)
	if grid.Numeric(fd) {
		a.Right(x, 0, w-changeW, shown, t.Faint)
	} else {
		a.Cut(x+1, 0, w-1, shown, t.Faint)
	}
}

// growth is the change from one figure to another in percent, one decimal, half away from zero; beyond 999% it says so.
func growth(was, now int64) string {
	if was < 0 {
		return ""
	}
	d := now - was
	neg := d < 0
	if neg {
		d = -d
	}
	if d/was >= 10 {
		if neg {
			return "<-999%"
		}
		return ">999%"
	}
	tenths := (d/was)*1000 + ((d%was)*1000+was/2)/was
	if was > 1<<52 {
		tenths = (d / (was / 1000))
	}
	sign := "+"
	if neg {
		sign = "-"
	}
	if tenths == 0 {
		sign = ""
	}
	return fmt.Sprintf("%s%d.%d%%", sign, tenths/10, tenths%10)
}

// drawHelp draws what is wrong with the current field, else its help, and its source with where we are.
func (s *cardScreen) drawHelp(m *Root, a paint.Area) {
	t, fd := m.th, s.field()
	if x := worst(s.found, fd.ID); x != nil {
		m.drawFindingText(a.Rows(0, 1), *x)
	} else {
		x := a.Text(1, 0, fd.Title.In(m.lang), t.Head)
		a.Cut(x+2, 0, a.W-x-3, fd.Help.In(m.lang), t.Text)
	}
	pos := strconv.Itoa(s.list.at+1) + " / " + strconv.Itoa(len(s.f.Fields))
	a.Right(a.W-12, 1, 11, pos, t.Faint)
	if fd.Source != "" {
		a.Cut(1, 1, a.W-14, text.TuiSource.With(fd.Source).In(m.lang), t.Faint)
	}
}
