package importing

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// count writes a number of rows with its thousands apart.

// importRoom is from how many columns and rows on the table, its reading and its sums are seen together.
const importRoomW, importRoomH = 112, 27

// draw arranges the views by the room there is: one at a time at 80 × 24; from 112 × 32 the table above, the reading and the
// sums below it, beside one another; where it is much wider, those two to the right of the table.
func (s *Screen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	s.drawAs(m, a.Rows(0, 1))
	s.drawTabs(m, a.Rows(1, 1))
	foot := 2
	body := a.Sub(0, 2, a.W, a.H-2-foot)
	switch {
	case a.W >= 170 && a.H >= importRoomH:
		main, right := body.SplitX(a.W - 66)
		above, below := right.Rows(0, right.H/2), right.Below(right.H/2)
		s.drawView(m, main, s.mainView())
		s.drawView(m, above, s.howView())
		s.drawView(m, below, viewSums)
	case a.W >= importRoomW && a.H >= importRoomH:
		h := body.H - kit.ClampInt(body.H*2/5, 9, 14)
		s.drawView(m, body.Rows(0, h), s.mainView())
		left, right := body.Below(h).SplitX(a.W * 9 / 20)
		s.drawView(m, left, s.howView())
		s.drawView(m, right, viewSums)
	default:
		s.drawView(m, body, s.view)
	}
	s.drawFoot(m, a.Below(a.H-foot))
	return screen.Caret{}
}

// mainView is what stands in the place of the table, howView what in that of the reading.
func (s *Screen) mainView() importView {
	if s.view == viewChanges || s.view == viewLeft {
		return s.view
	}
	return viewTable
}

func (s *Screen) howView() importView {
	if s.view == viewValues {
		return viewValues
	}
	return viewHow
}

var viewTitles = [importViews]text.Pair{text.TuiImpViewTable, text.TuiImpViewHow, text.TuiImpViewValues, text.TuiImpViewSums, text.TuiImpViewChanges, text.TuiImpViewLeft}

// drawAs says in one line what the file is taken for.
func (s *Screen) drawAs(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	if s.Path == "" {
		a.Cut(1, 0, a.W-2, text.TuiImpNoFile.Begun().In(lang), t.Warn)
		return
	}
	var parts kit.Line
	add := func(p string, st paint.Style) { parts = append(parts, kit.Piece{p, st}) }
	if s.form != nil && s.Source != nil {
		add(text.TuiImpAs.In(lang)+" ", t.Faint)
		add(s.recipeTitle(lang), t.Strong)
		if from := s.recipeFrom(); !from.Empty() {
			add(" · "+from.In(lang), t.Faint)
		}
		add("  "+t.Chrome.Arrow+" ", t.Faint)
		add(s.form.Title.In(lang), t.Strong)
		if len(s.sheets) > 1 {
			add("   "+text.TuiImpSheetsOf.With(s.taken(), len(s.sheets)).In(lang), t.Faint)
		}
	}
	name := a.Cut(1, 0, a.W-parts.Width()-5, kit.Shorten(paint.Safe(baseOf(s.Path)), max(a.W-parts.Width()-5, 12)), t.Title)
	parts.Draw(a, name+3, 0)
}

// baseOf is a path without its folders, whatever it is parted by.
func baseOf(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		return path[i+1:]
	}
	return path
}

// drawTabs names the views, each with how much there is in it.
func (s *Screen) drawTabs(m screen.Desk, a paint.Area) {
	t := m.Theme()
	x := 1
	for v := range importViews {
		note, st := s.tabNote(v)
		head := t.Text
		if v == s.view {
			head = t.Accent.With(paint.Underline)
		}
		from := x
		x = a.Text(x, 0, viewTitles[v].In(m.Lang()), head)
		if note != "" {
			x = a.Text(x, 0, " "+note, kit.MoodStyle(m, st, t.Faint))
		}
		kit.Zone(m, a, from, x, func() tea.Cmd { s.view = v; return nil })
		x += 3
	}
	a.Right(x, 0, a.W-x-1, "Tab", t.Key)
}

// tabNote is how much there is in a view, and whether any of it wants a look.
func (s *Screen) tabNote(v importView) (string, screen.Mood) {
	if s.Plan == nil {
		return "", screen.Plain
	}
	r := &s.Plan.Result
	switch v {
	case viewTable:
		return kit.Count(int64(len(s.lines)) + s.Plan.More), screen.Plain
	case viewHow:
		return strconv.Itoa(len(s.Columns)), screen.Plain
	case viewValues:
		open, assumed := 0, s.assumed()
		for i := range s.values {
			open += kit.Btoi(s.values[i].value == "")
		}
		switch {
		case open > 0:
			return strconv.Itoa(len(s.values)) + " !" + strconv.Itoa(open), screen.Bad
		case assumed > 0:
			return strconv.Itoa(len(s.values)) + " ?" + strconv.Itoa(assumed), screen.Warn
		}
		return strconv.Itoa(len(s.values)), screen.Plain
	case viewSums:
		if n := len(r.Account.Differences); n > 0 {
			return "!" + strconv.Itoa(n), screen.Bad
		}
	case viewChanges:
		return kit.Count(r.ChangeCount), screen.Plain
	case viewLeft:
		return kit.Count(r.Account.Asides() + r.RefusedCount), screen.Plain
	}
	return "", screen.Plain
}

// drawView draws one view in its box.
func (s *Screen) drawView(m screen.Desk, a paint.Area, v importView) {
	lang := m.Lang()
	t := m.Theme()
	here := v == s.view
	frame, head := t.Frame, t.Head
	if here {
		frame, head = t.Accent, t.Accent
	}
	in := a.Box(t.Chrome, viewTitles[v].In(lang), "", frame, head, t.Faint)
	m.Pane(a, func() { s.view = v })
	if v == viewTable {
		s.drawKinds(m, a)
	} else {
		s.drawPlace(m, a, v)
	}
	switch v {
	case viewTable:
		s.drawTable(m, in)
		if last := s.table.last; s.table.first > 0 || last < len(s.table.cols)-1 {
			note := " " + text.TuiImpColumnsAt.With(s.table.first+1, last+1, len(s.table.cols)).In(lang) + " "
			a.Right(2, a.H-1, a.W-4, note, t.Faint)
		}
	case viewHow:
		s.drawChoices(m, in, here)
	case viewValues:
		s.drawValues(m, in, here)
	case viewSums:
		s.drawSums(m, in, here)
	case viewChanges:
		s.drawChanges(m, in)
	case viewLeft:
		s.drawLeft(m, in)
	}
}

// drawPlace says in the edge of a box where in a long list the cursor is.
func (s *Screen) drawPlace(m screen.Desk, a paint.Area, v importView) {
	if l := &s.lists[v]; l.N > a.H-2 {
		note := " " + text.TuiMore.With(l.At+1, l.N).In(m.Lang()) + " "
		a.Right(2, 0, a.W-4, note, m.Theme().Faint)
	}
}

// drawKinds says in the edge of the table how many rows there are of each kind.
func (s *Screen) drawKinds(m screen.Desk, a paint.Area) {
	t := m.Theme()
	var parts kit.Line
	for k, n := range s.kindCounts() {
		if n == 0 {
			continue
		}
		if len(parts) > 0 {
			parts = append(parts, kit.Piece{" · ", t.Faint})
		}
		parts = append(parts, kit.Piece{strings.TrimSpace(kindMarks[k] + kit.KindTitles[k].In(m.Lang())), kindStyle(m, rowKind(k))}, kit.Piece{" " + kit.Count(n), t.Text})
	}
	if w := parts.Width(); w > 0 && w+12 <= a.W {
		x := a.W - w - 4
		a.Text(x, 0, " ", t.Text)
		x = parts.Draw(a, x+1, 0)
		a.Text(x, 0, " ", t.Text)
	}
}

// drawChoices draws how the file is read.
func (s *Screen) drawChoices(m screen.Desk, a paint.Area, here bool) {
	lang := m.Lang()
	t := m.Theme()
	l := &s.lists[viewHow]
	l.Window(a.H)
	labelW := kit.ClampInt(a.W/4, 12, 22)
	for y := range min(a.H, len(s.choices)-l.Top) {
		c, row := &s.choices[l.Top+y], a.Rows(y, 1)
		if c.head {
			row.Cut(1, 0, row.W-2, c.label.In(lang), t.Head)
			kit.CursorRow(m, row, here && l.Top+y == l.At)
			continue
		}
		row.Cut(2, 0, labelW, c.label.In(lang), t.Text)
		x := 2 + labelW + 1
		st := kit.MoodStyle(m, c.mood, t.Strong)
		if c.value != "" {
			v := c.value
			if c.label == text.TuiImpFile {
				v = kit.Shorten(v, row.W-x-1)
			}
			x = row.Cut(x, 0, row.W-x-1, v, st) + 2
			st = t.Faint
		}
		if p := c.pair.In(lang); p != "" && x < row.W-2 {
			x = row.Cut(x, 0, row.W-x-1, p, st) + 2
		}
		if p := c.more.In(lang); p != "" {
			x = row.Cut(x, 0, row.W-x-1, p, t.Faint) + 2
		}
		if c.note != "" && x < row.W-6 {
			at := max(x, 2+labelW+1+16)
			row.Cut(at, 0, row.W-at-1, c.note, t.Faint)
		}
		kit.CursorRow(m, row, here && l.Top+y == l.At)
	}
}

// drawValues draws texts of the file and what they mean.
func (s *Screen) drawValues(m screen.Desk, a paint.Area, here bool) {
	lang := m.Lang()
	t := m.Theme()
	if len(s.values) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiImpEmptyView.In(lang), t.Faint)
		return
	}
	l := &s.lists[viewValues]
	l.Window(a.H)
	stateW := 0
	for _, p := range []text.Pair{text.TuiImpUnanswered, text.TuiImpAssumed, text.TuiImpAnswered} {
		stateW = max(stateW, paint.Width(p.In(lang)))
	}
	valueW := kit.ClampInt((a.W-stateW-8)/3, 10, 26)
	for y := range min(a.H, len(s.values)-l.Top) {
		x, row := &s.values[l.Top+y], a.Rows(y, 1)
		say, st := text.TuiImpAnswered, t.Good
		switch {
		case x.value == "":
			say, st = text.TuiImpUnanswered, t.Bad
		case !x.said:
			say, st = text.TuiImpAssumed, t.Warn
		}
		row.Cut(2, 0, stateW, say.In(lang), st)
		textW := a.W - 2 - stateW - 2 - 3 - valueW - 8
		at := 2 + stateW + 2
		row.Cut(at, 0, textW, paint.Safe(x.text), t.Text)
		at += textW
		value := "—"
		if x.value != "" {
			value = valueTitle(x.field, x.value).In(lang)
		}
		at = row.Text(at, 0, " "+t.Chrome.Arrow+" ", t.Faint)
		row.Cut(at, 0, valueW, value, t.Strong)
		if x.rows > 0 {
			row.Right(a.W-7, 0, 6, kit.Count(x.rows), t.Faint)
		}
		kit.CursorRow(m, row, here && l.Top+y == l.At)
	}
}

// drawLeft draws what does not come in, and why.
func (s *Screen) drawLeft(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	if len(s.left) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiImpEmptyView.In(lang), t.Faint)
		return
	}
	l := &s.lists[viewLeft]
	l.Window(a.H)
	kindW := 0
	for _, p := range kit.KindTitles {
		kindW = max(kindW, paint.Width(p.In(lang)))
	}
	for y := range min(a.H, len(s.left)-l.Top) {
		x, row := &s.left[l.Top+y], a.Rows(y, 1)
		if !x.head.Empty() {
			row.Cut(1, 0, row.W-2, x.head.In(lang), t.Head)
			kit.CursorRow(m, row, l.Top+y == l.At)
			continue
		}
		at := 3
		if x.row > 0 {
			row.Right(1, 0, 7, kit.Count(int64(x.row)), t.Faint)
			row.Text(9, 0, kindMarks[x.kind]+" "+kit.KindTitles[x.kind].In(lang), kindStyle(m, x.kind))
			at = 11 + kindW + 1
		}
		why := x.why.In(lang)
		room := row.W - at - 1
		whatW := kit.ClampInt(room-paint.Width(why)-2, room/3, room)
		end := row.Cut(at, 0, whatW, strings.TrimSpace(x.field.In(lang)+" "+x.what), t.Text)
		row.Cut(end+2, 0, row.W-end-3, why, t.Faint)
		kit.CursorRow(m, row, l.Top+y == l.At)
	}
}

// drawFoot draws the progress, what is wrong with the file, what is open, or what an import would do.
func (s *Screen) drawFoot(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	line := a.Sub(1, 0, a.W-2, a.H)
	switch {
	case s.writing != nil:
		kit.DrawMeterLine(m, line.Rows(0, 1), text.TuiImpWriting, s.writing.Meter)
	case s.under != nil:
		kit.DrawMeterLine(m, line.Rows(0, 1), s.under.Part(), &s.under.Meter)
	case !s.wrong.Empty():
		for y, l := range paint.Wrap(s.wrong.In(lang), line.W) {
			line.Text(0, y, l, t.Bad)
		}
	case s.Plan != nil && len(s.open) > 0:
		first := s.open[0]
		head := text.TuiImpOpen.With(len(s.open)).In(lang)
		st := t.Warn
		if first.must {
			st = t.Bad
		}
		x := line.Text(0, 0, head+"  ", st.With(paint.Bold))
		say := paint.Wrap(first.say.In(lang), line.W-x)
		line.Text(x, 0, say[0], t.Text)
		key := text.TuiImpAnswer.In(lang)
		if len(say) > 1 {
			line.Cut(x, 1, line.W-x-paint.Width(key)-2, strings.Join(say[1:], ""), t.Text)
		}
		line.Right(0, 1, line.W, key, t.Key)
	case s.Plan != nil:
		r := &s.Plan.Result
		x := line.Cut(0, 0, line.W, text.TuiImpSettled.With(kit.Count(r.Added), kit.Count(r.Changed), kit.Count(r.Unchanged)).In(lang), t.Good)
		line.Cut(x+3, 0, line.W-x-3, text.TuiImpReady.In(lang), t.Key)
		switch {
		case len(r.Said) > 0:
			line.Cut(0, 1, line.W, r.Said[0].In(lang), t.Warn)
		case s.Plan.More > 0:
			line.Cut(0, 1, line.W, text.TuiImpMoreRows.With(kit.Count(s.Plan.More)).In(lang), t.Faint)
		}
	}
}
