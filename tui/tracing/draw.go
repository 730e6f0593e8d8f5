package tracing

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// historyFoot are the rows of the change under the cursor: a rule, where, was, now.
const historyFoot = 5

// Draw draws the lines, and in full the change under the cursor.
func (s *HistoryScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l := m.Theme(), m.Lang()
	s.drawHead(m, a.Rows(0, 1))
	body := a.Sub(0, 1, a.W, a.H-1-historyFoot)
	switch {
	case !s.read:
		body.Text(2, 0, text.TuiReading.In(l), t.Faint)
		return screen.Caret{}
	case len(s.rows) == 0 && s.reading:
		body.Text(2, 1, text.TuiHistLooking.In(l), t.Faint)
		return screen.Caret{}
	case len(s.rows) == 0:
		say := text.TuiHistNone
		if s.q != (store.HistoryQuery{}) {
			say = text.TuiHistEmpty
		}
		body.Text(2, 1, say.In(l), t.Faint)
		return screen.Caret{}
	}
	s.list.Window(body.H)
	if s.list.Top == 1 && s.rows[0].kind == rowHead {
		s.list.Top = 0 // the first head is seen with what is under it
	}
	for k := range min(body.H, len(s.rows)-s.list.Top) {
		i := s.list.Top + k
		row := body.Rows(k, 1)
		s.drawRow(m, row, &s.rows[i])
		kit.CursorRow(m, row, i == s.list.At)
		kit.Zone(m, row, 0, row.W, func() tea.Cmd { return s.pressed(m, i) })
	}
	s.drawChange(m, a.Below(a.H-historyFoot))
	return screen.Caret{}
}

// drawHead draws how the history is listed, and what it is narrowed to.
func (s *HistoryScreen) drawHead(m screen.Desk, a paint.Area) {
	l := m.Lang()
	t, x := m.Theme(), 2
	ways := []arrangement{byMinute, byRecord}
	if s.base.Row != 0 {
		ways = []arrangement{byField, byMinute}
	}
	for _, way := range ways {
		st := t.Faint
		if way == s.by {
			st = t.Cursor
		}
		from := x
		x = a.Text(x, 0, " "+[...]text.Pair{text.TuiHistByTime, text.TuiHistByRecord, text.TuiHistByField}[way].In(l)+" ", st) + 1
		kit.Zone(m, a, from, x-1, func() tea.Cmd { return s.arrangeBy(m, way) })
	}
	if f := s.filters(m); f != "" {
		x = a.Text(x+1, 0, text.TuiHistFilters.In(l)+" ", t.Head)
		a.Cut(x, 0, a.W-x-1, f, t.Warn)
	}
}

func (s *HistoryScreen) drawRow(m screen.Desk, a paint.Area, r *historyRow) {
	t := m.Theme()
	switch r.kind {
	case rowHead:
		x := a.Text(2, 0, r.title+" ", t.Head)
		a.Repeat(x, 0, a.W-x-1, t.Chrome.Dash, t.Frame)
	case rowMinute:
		s.drawMinute(m, a, r)
	case rowStep:
		s.drawStep(m, a, r)
	case rowPart:
		place, what := changeInWords(m, r.e)
		x := a.Cut(26, 0, max(a.W/3, 16), place, t.Faint)
		a.Cut(x+2, 0, a.W-x-3, what, t.Text)
	case rowMore:
		a.Cut(26, 0, a.W-28, text.TuiHistMore.With(r.n).In(m.Lang()), t.Faint)
	case rowRecord:
		s.drawRecord(m, a, r)
	case rowValue, rowEvent:
		s.drawValue(m, a, r)
	}
}

// whoWidth is what the name of a person has.
const whoWidth = 10

func whoShown(m screen.Desk, e *store.Entry) string {
	if e.Who == "" {
		return text.TuiHistNoWho.In(m.Lang())
	}
	return e.Who
}

// drawMinute draws a minute of work: when, who, which form, how many records; how many steps at the right.
func (s *HistoryScreen) drawMinute(m screen.Desk, a paint.Area, r *historyRow) {
	t, l, x := m.Theme(), m.Lang(), &s.minutes[r.minute]
	a.Text(2, 0, r.e.At.Local().Format("15:04"), t.Strong)
	a.Cut(12, 0, whoWidth, whoShown(m, r.e), t.Text)
	mark := t.Chrome.Right
	if x.opened {
		mark = t.Chrome.Down
	}
	count := mark + " " + text.TuiHistSteps.With(x.Steps).In(l)
	if x.Open { // it goes on in what is not read yet
		count = mark + " " + text.TuiHistStepsOr.With(x.Steps).In(l)
	}
	w := paint.Width(count)
	title := text.TuiHistYearItself
	if f := m.Form(r.e.Form); f != nil {
		title = f.Title
	}
	at := a.Cut(24, 0, a.W-26-w, title.In(l), t.Strong)
	if r.weight > 0 {
		rows := text.TuiHistRows.With(r.weight)
		if r.weight == 1 {
			rows = text.TuiHistOneRow
		}
		a.Cut(at, 0, a.W-at-w-2, " "+t.Chrome.Dot+" "+rows.In(l), t.Strong)
	}
	a.Right(a.W-1-w, 0, w, count, t.Accent)
}

func (s *HistoryScreen) drawStep(m screen.Desk, a paint.Area, r *historyRow) {
	t, l, e := m.Theme(), m.Lang(), r.e
	in := 0
	if r.within {
		in = 2
	}
	a.Text(2+in, 0, e.At.Local().Format("15:04:05"), t.Faint)
	a.Cut(12+in, 0, whoWidth, whoShown(m, e), t.Text)
	count := ""
	if r.n > 1 {
		mark := t.Chrome.Right
		if s.steps[e.Seq] {
			mark = t.Chrome.Down
		}
		count = mark + " " + text.TuiHistTimes.With(r.n).In(l)
	}
	if r.weight > int64(r.n) { // a bulk: one entry for many rows
		count = strings.TrimSpace(count + "  " + text.TuiHistRows.With(r.weight).In(l))
	}
	if e.Dropped && e.Kind != "undo" {
		count = strings.TrimSpace(text.TuiHistDropped.In(l) + "  " + count)
	}
	w := paint.Width(count)
	say, st := stepInWords(e), t.Text
	switch {
	case e.Kind == "undo":
		st = t.Faint
	case e.Dropped:
		st = t.Faint.With(paint.Strike)
	case e.Kind == "bulk", e.Kind == "import":
		st = t.Strong
	case e.Kind == "lock":
		st = t.Warn
	}
	a.Cut(24+in, 0, a.W-26-in-w, say.In(l), st)
	a.Right(a.W-1-w, 0, w, count, t.Accent)
}

// drawRecord draws a record that was changed: when last and by whom, which, what was done to it last, how many changes.
func (s *HistoryScreen) drawRecord(m screen.Desk, a paint.Area, r *historyRow) {
	t, l, e := m.Theme(), m.Lang(), r.e
	a.Text(2, 0, e.At.Local().Format("15:04:05"), t.Faint)
	a.Cut(12, 0, whoWidth, whoShown(m, e), t.Text)
	count := t.Chrome.Right + " " + text.TuiHistTimes.With(r.record.Changes).In(l)
	if r.record.Changes == 1 {
		count = t.Chrome.Right + " " + text.TuiHistOnce.In(l)
	}
	if r.record.Bulk {
		count = text.TuiHistRows.With(e.Rows).In(l)
	}
	f := m.Form(e.Form)
	place, what := changeInWords(m, e)
	made := f != nil && !r.record.Bulk && r.record.Changes == 1 && f.Field(e.Field) == nil && e.New != ""
	if made && paint.Width(f.Title.In(l)+place+what)+7 > a.W-26-paint.Width(count) { // where it has no room to say so, its count does
		count, what = t.Chrome.Right+" "+text.TuiHistNew.In(l), ""
	}
	w := paint.Width(count)
	a.Right(a.W-1-w, 0, w, count, t.Accent)
	if f == nil {
		return
	}
	room := a.W - 26 - w
	x := a.Cut(24, 0, room, f.Title.In(l), t.Head) + 1
	if r.record.Bulk {
		a.Cut(x+1, 0, 24+room-x-1, stepInWords(e).In(l), t.Strong)
		return
	}
	if name := form.KeyTitle(e.Form, e.Key).In(l); name != "" {
		x = a.Cut(x, 0, 24+room-x, name, t.Strong) + 1
	}
	if fd := f.Field(e.Field); fd != nil {
		what = fd.Title.In(l) + " " + what
	}
	if room := 24 + room - x - 1; room > 12 {
		a.Cut(x+1, 0, room, what, t.Faint)
	}
}

// valueShown is a value a field has had, or what became of the whole record.
func valueShown(m screen.Desk, r *historyRow) (shown string, st paint.Style) {
	t, l, e := m.Theme(), m.Lang(), r.e
	shown, st = text.TuiHistMade.In(l), t.Text
	switch f := m.Form(e.Form); {
	case r.kind == rowValue && f != nil:
		if shown = text.TuiHistEmptyCell.In(l); r.value.New != "" {
			shown = strings.ReplaceAll(kit.CellShown(f.Field(r.field), r.value.New, l), "\n", " ")
		}
	case e.New == "":
		shown, st = text.TuiHistGone.In(l), t.Warn
	case e.Kind == "undo" || e.Kind == "redo":
		shown = text.TuiHistBack.In(l)
	}
	if e.Dropped && e.Kind != "undo" {
		st = t.Faint.With(paint.Strike)
	}
	return shown, st
}

// drawValue draws a value a field has had, or what became of the whole record: when, by whom, how.
func (s *HistoryScreen) drawValue(m screen.Desk, a paint.Area, r *historyRow) {
	t, e := m.Theme(), r.e
	clock := "2006-01-02 15:04:05"
	if a.W < 100 {
		clock = "2006-01-02 15:04"
	}
	side := len(clock) + 2 + whoWidth + 2 + min(s.howWidth, max(a.W/3, 14))
	room := min(a.W-4-side-3, max(s.valueWidth, a.W/4))
	shown, st := valueShown(m, r)
	a.Cut(4, 0, room, shown, st)
	x := 4 + room + 2
	a.Text(x, 0, e.At.Local().Format(clock), t.Faint)
	x += len(clock) + 2
	a.Cut(x, 0, whoWidth, whoShown(m, e), t.Text)
	x += whoWidth + 2
	a.Cut(x, 0, a.W-x-1, HowOf(r.change).In(m.Lang()), t.Accent)
}

// howInFull is how a change came about, with the sheet of the file and what its step was called.
func howInFull(m screen.Desk, x *store.Change) string {
	l := m.Lang()
	how := HowOf(x)
	if x.Sheet != "" {
		how = text.TuiHowSheet.With(how, x.Sheet)
	}
	step := stepInWords(&x.Entry)
	switch {
	case x.Kind == "undo" || x.Kind == "redo":
		return step.In(l)
	case x.File == "" && step != how:
		return how.In(l) + "  " + m.Theme().Chrome.Dot + "  " + step.In(l)
	}
	return how.In(l)
}

// stepInWords says what a step did.
func stepInWords(e *store.Entry) text.Pair {
	switch e.Kind {
	case "undo":
		return text.TuiHistUndid.With(e.Label)
	case "redo":
		return text.TuiHistRedid.With(e.Label)
	}
	return e.Label
}

// changeInWords gives the place of one change and what became of it, in a line.
func changeInWords(m screen.Desk, e *store.Entry) (place, what string) {
	l := m.Lang()
	f := m.Form(e.Form)
	if f == nil {
		return e.Form, e.New
	}
	if e.Kind == "import" {
		return f.Title.In(l), e.New
	}
	if e.Kind == "bulk" {
		return f.Title.In(l), text.TuiHistMadeMany.With(e.Rows).In(l)
	}
	place = form.KeyTitle(e.Form, e.Key).In(l)
	if fd := f.Field(e.Field); fd != nil {
		return strings.TrimSpace(place + "  " + fd.Title.In(l)), kit.CellInWords(m, fd, e.Old) + " " + m.Theme().Chrome.Arrow + " " + kit.CellInWords(m, fd, e.New)
	}
	if e.New == "" {
		return place, text.TuiHistGone.In(l)
	}
	return place, text.TuiHistMade.In(l)
}
