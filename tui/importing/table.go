package importing

import (
	"slices"
	"strings"

	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// rowKind is what a row is, as the table marks it: one of the kinds of intake, or refused.
type rowKind uint8

const (
	rowRefused rowKind = rowKind(intake.Doubtful) + 1 + iota
	rowSheet           // no row at all
)

// kindMarks are a sign of its own for each kind, so that they are told apart without colour.
var kindMarks = [...]string{" ", "=", ">", "<", "#", "_", "-", "?", "!", " "}

// kindStyle is the colour of a kind.
func kindStyle(m screen.Desk, k rowKind) paint.Style {
	t := m.Theme()
	switch intake.Kind(k) {
	case intake.Detail:
		return t.Text
	case intake.Total:
		return t.Sum
	case intake.Carried:
		return t.Moved
	case intake.Opening:
		return t.Before
	case intake.Doubtful:
		return t.Warn
	case intake.Heading:
		return t.Head
	case intake.Filtered:
		return t.Aside
	}
	if k == rowRefused {
		return t.Bad
	}
	return t.Faint
}

func kindOf(l *filing.PlannedLine) rowKind {
	if l.Refusal != nil {
		return rowRefused
	}
	return rowKind(l.Kind)
}

// importTable is the table of the file as it is drawn: which columns, how wide, and from which on.
type importTable struct {
	cols  []tableColumn
	first int // of cols: the leftmost shown behind the row's number and kind
	last  int // the rightmost shown
}

type tableColumn struct {
	at    int // of the file
	w     int // as wide as what stands in it, within bounds
	right bool
	whole bool // never cut: it says which row it is, or how much
}

const (
	columnMost = 34 // cells of a text
	columnTold = 24 // and of a figure or what a row is known by
	measured   = 400
)

// measure finds the columns that have something in them, and how wide they are.
func (t *importTable) measure(s *Screen) {
	n := len(s.Columns)
	for i := range s.lines {
		n = max(n, len(s.lines[i].Cells))
	}
	t.cols = t.cols[:0:0]
	for i := range min(n, 64) {
		c := tableColumn{at: i}
		if i < len(s.Columns) {
			c.right, c.whole = s.figures(i), s.figures(i) || s.identifies(i)
			c.w = min(paint.Width(strings.ReplaceAll(s.Columns[i].Header, "\n", " ")), 18)
			c.w = max(c.w, min(max(paint.Width(s.columnTitle(i).ZH), paint.Width(s.columnTitle(i).EN)), 14)*kit.Btoi(c.w > 0))
		}
		empty, most := c.w == 0, columnMost
		if c.whole {
			most = columnTold
		}
		for k := range s.lines[:min(len(s.lines), measured)] {
			l := &s.lines[k]
			if i >= len(l.Cells) || l.Cells[i] == "" || l.Kind == intake.Heading {
				continue
			}
			empty = false
			cell := l.Cells[i]
			if c.right {
				cell = figureShown(cell)
			}
			c.w = max(c.w, min(paint.Width(cell), most))
		}
		if !empty {
			c.w = max(c.w, 4)
			t.cols = append(t.cols, c)
		}
	}
	t.first = kit.ClampInt(t.first, 0, max(len(t.cols)-1, 0))
}

// figures reports a column of money.
func (s *Screen) figures(i int) bool {
	c := s.Columns[i]
	if s.form != nil {
		if fd := s.form.Field(c.Field); fd != nil && (fd.Kind == form.Money || fd.Kind == form.Int || fd.Kind == form.Decimal || fd.Kind == form.Percent) {
			return true
		}
	}
	switch c.Part {
	case "debit", "credit", "entry_amount", "amount", "balance", "tax_amount":
		return true
	}
	return c.Category != ""
}

// identifies reports a column that a row is known by.
func (s *Screen) identifies(i int) bool {
	c := s.Columns[i]
	for _, id := range []string{c.Part, c.Field} {
		switch id {
		case "date", "voucher", "month", "day", "period", "voucher_kind", "voucher_number", "code", "number", "account_code":
			return true
		}
	}
	return false
}

// side moves the columns to the left or the right.
func (t *importTable) side(key string) {
	switch key {
	case "left":
		t.first--
	case "right":
		if t.last < len(t.cols)-1 {
			t.first++
		}
	}
	t.first = kit.ClampInt(t.first, 0, max(len(t.cols)-1, 0))
}

// fitted gives the widths of the columns in a room: texts give way first, down to a few cells, and never what a row is known
// by.
func (t *importTable) fitted(room int) []int {
	widths := make([]int, len(t.cols))
	for most := columnMost; most >= 12; most -= 2 {
		sum := 0
		for i, c := range t.cols {
			widths[i] = c.w
			if !c.whole {
				widths[i] = min(c.w, most)
			}
			sum += widths[i] + 2
		}
		if sum <= room {
			t.first = 0
			return widths
		}
	}
	for i, c := range t.cols { // it is moved sideways anyway
		widths[i] = min(c.w, 24)
		if c.whole {
			widths[i] = c.w
		}
	}
	return widths
}

// drawTable draws the table of the file into a box: captions, what each column is taken for, the rows, and below what the row
// under the cursor is, why, and what becomes of it.
func (s *Screen) drawTable(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	if len(s.lines) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiImpWaiting.In(lang), t.Faint)
		return
	}
	detail := kit.ClampInt(a.H/5, 3, 4)
	rows := a.Rows(0, a.H-detail-1)
	numW := max(len(kit.Count(int64(s.lines[len(s.lines)-1].Row))), 3)
	kindW := 0
	for _, p := range kit.KindTitles {
		kindW = max(kindW, paint.Width(p.In(lang)))
	}
	left := 1 + numW + 1 + 2 + kindW + 1
	widths := s.table.fitted(a.W - left)
	s.drawCaptions(m, rows.Rows(0, 2), left, widths)
	body := rows.Below(2)
	l := &s.lists[viewTable]
	l.Window(body.H)
	for y := range min(body.H, len(s.lines)-l.Top) {
		line := &s.lines[l.Top+y]
		row := body.Rows(y, 1)
		k := kindOf(line)
		st := kindStyle(m, k)
		row.Right(1, 0, numW, kit.Count(int64(line.Row)), t.Faint)
		mark, markSt := kindMarks[k], st
		if k == rowKind(intake.Detail) && len(s.lacksOf(line)) > 0 {
			mark, markSt = "!", t.Bad
		}
		row.Text(1+numW+1, 0, mark+" ", markSt)
		row.Cut(1+numW+3, 0, kindW, s.kindWord(line, k).In(lang), st)
		s.drawCells(row, left, widths, line, st)
		kit.CursorRow(m, row, l.Top+y == l.At)
	}
	a.Repeat(0, a.H-detail-1, a.W, t.Chrome.Dash, t.Frame)
	s.drawLine(m, a.Sub(1, a.H-detail, a.W-2, detail))
}

// lacksOf are the places of the required fields that what a line brings leaves empty.
func (s *Screen) lacksOf(l *filing.PlannedLine) []int {
	for i := range l.Outcomes {
		if lacks := s.lacksIn(&l.Outcomes[i]); len(lacks) > 0 {
			return lacks
		}
	}
	return nil
}

// lacksIn are those of one record. What one answer fills for all lines is asked for by itself.
func (s *Screen) lacksIn(o *filing.Outcome) []int {
	if o.Fate == filing.Same || o.Record == nil {
		return nil
	}
	return slices.DeleteFunc(filing.Lacks(o.Record), func(i int) bool { return s.fillable(&s.form.Fields[i]) })
}

// kindWord is the word of a row: of a line that changes or is there, that.
func (s *Screen) kindWord(l *filing.PlannedLine, k rowKind) text.Pair {
	if s.Plan == nil {
		if l.Kind == intake.Heading {
			return text.TuiKindHeading
		}
		return text.Pair{}
	}
	if k == rowKind(intake.Detail) {
		for _, o := range l.Outcomes {
			if o.Fate == filing.Change {
				return text.TuiFateChange
			}
		}
	}
	return kit.KindTitles[k]
}

// drawCaptions draws the captions, and below each what its column is taken for.
func (s *Screen) drawCaptions(m screen.Desk, a paint.Area, x int, widths []int) {
	t := m.Theme()
	s.table.last = len(s.table.cols) - 1
	for i := s.table.first; i < len(s.table.cols); i++ {
		c, w := s.table.cols[i], widths[i]
		if x+w > a.W && i > s.table.first {
			s.table.last = i - 1
			break
		}
		caption, as, st := "", "", t.Faint
		if c.at < len(s.Columns) {
			caption = strings.ReplaceAll(s.Columns[c.at].Header, "\n", " ")
			as = s.columnTitle(c.at).In(m.Lang())
			if s.columnTaken(c.at) {
				st = t.Accent
			}
		}
		if c.right {
			a.Right(x, 0, w, caption, t.Head)
			a.Right(x, 1, w, as, st)
		} else {
			a.Cut(x, 0, w, caption, t.Head)
			a.Cut(x, 1, w, as, st)
		}
		x += w + 2
	}
}

func (s *Screen) drawCells(a paint.Area, x int, widths []int, l *filing.PlannedLine, st paint.Style) {
	if l.Kind == intake.Heading && l.Why != text.IntakeWhyHeader && l.Why != text.IntakeWhyRepeat || few(l.Cells) {
		a.Cut(x, 0, a.W-x-1, titleText(l.Cells), st)
		return
	}
	for i := s.table.first; i <= s.table.last && i < len(s.table.cols); i++ {
		c, w := s.table.cols[i], widths[i]
		if c.at < len(l.Cells) {
			cell := l.Cells[c.at]
			if c.right {
				cell = figureShown(cell)
			}
			if c.right && paint.Width(cell) <= w {
				a.Right(x, 0, w, cell, st)
			} else {
				a.Cut(x, 0, w, cell, st)
			}
		}
		x += w + 2
	}
}

// figureShown is a bare figure with its thousands apart; anything else as it stands.
func figureShown(cell string) string {
	if len(cell) > 3 && strings.Trim(cell, "0123456789.-") == "" && strings.Count(cell, ".") <= 1 {
		return kit.Group(cell)
	}
	return cell
}

// few reports a row of one text: a title, which stands across the columns.
func few(cells []string) bool {
	n := 0
	for _, c := range cells {
		n += kit.Btoi(c != "")
	}
	return n <= 1
}

func titleText(cells []string) string {
	var out []string
	for _, c := range cells {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "  ")
}

// drawLine says of the row under the cursor what it is and why, and what becomes of it.
func (s *Screen) drawLine(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	if s.lists[viewTable].At >= len(s.lines) {
		return
	}
	l := &s.lines[s.lists[viewTable].At]
	k := kindOf(l)
	where := text.TuiImpRow.With(l.Row).Begun().In(lang)
	if s.taken() > 1 {
		where = paint.Safe(paint.Cut(l.Sheet, 16)) + " " + where
	}
	x := a.Text(0, 0, where+"  ", t.Faint)
	if s.Plan == nil {
		return
	}
	x = a.Text(x, 0, kit.KindTitles[k].In(lang)+"  ", kindStyle(m, k))
	switch {
	case l.Refusal != nil:
		say := l.Refusal.Reason.In(lang)
		if fd := s.form.Field(l.Refusal.Field); fd != nil {
			a.Cut(x, 0, a.W-x, fd.Title.In(lang)+"  "+paint.Safe(l.Refusal.Value), t.Strong)
		}
		for y, part := range paint.Wrap(say, a.W) {
			a.Text(0, 1+y, part, t.Bad)
		}
		return
	case !l.Why.Empty():
		a.Cut(x, 0, a.W-x, l.Why.In(lang), t.Text)
	}
	for i, o := range l.Outcomes {
		if 1+i >= a.H {
			break
		}
		s.drawOutcome(m, a, 1+i, x, &o, i == 0, len(l.Outcomes) == 1)
	}
}

// drawOutcome draws what a line becomes.
func (s *Screen) drawOutcome(m screen.Desk, a paint.Area, y, x int, o *filing.Outcome, first, only bool) {
	lang := m.Lang()
	t := m.Theme()
	say, st := text.TuiFateAdd, t.Good
	switch o.Fate {
	case filing.Change:
		say, st = text.TuiFateChange, t.Accent
	case filing.Same:
		say, st = text.TuiFateSame, t.Faint
	}
	if first {
		x = a.Text(x, 0, say.In(lang), st)
		if lacks := s.lacksIn(o); len(lacks) > 0 {
			titles := make([]text.Pair, len(lacks))
			for i, pos := range lacks {
				titles[i] = s.form.Fields[pos].Title
			}
			a.Cut(x+2, 0, a.W-x-2, text.ImportRowLacks.With(text.Join(titles, text.ScoreEnum)).In(lang), t.Bad)
		}
	}
	if o.Fate == filing.Change {
		var parts []string
		for _, pos := range o.Changed {
			fd := &s.form.Fields[pos]
			parts = append(parts, text.TuiImpBecomes.With(fd.Title, s.shown(fd, o.Before, lang), s.shown(fd, o.Record, lang)).In(lang))
		}
		for _, l := range paint.Wrap(strings.Join(parts, "  "), a.W) {
			a.Text(0, y, l, t.Accent)
			y++
		}
		return
	}
	lines := paint.Wrap(t.Chrome.Arrow+" "+s.recordText(o.Record, lang), a.W)
	if rest := a.H - y; !only { // another line stands below it
		lines = []string{paint.Cut(kit.Rejoin(lines), a.W)}
	} else if len(lines) > rest {
		lines = append(lines[:rest-1:rest-1], paint.Cut(kit.Rejoin(lines[rest-1:]), a.W))
	}
	for k, l := range lines {
		a.Text(0, y+k, l, t.Text)
	}
}

// shown is a value of a record as people read it, in the unit of its field.
func (s *Screen) shown(fd *form.Field, r *form.Record, l text.Lang) string {
	v := fd.Display(r.Get(fd.ID), fd.Unit, l)
	if v == "" {
		return text.TuiChgNothing.In(l)
	}
	return paint.Safe(v)
}

// recordText is a record in one line: what it is known by first, then what it says.
func (s *Screen) recordText(r *form.Record, l text.Lang) string {
	ids := []string{"date", "voucher", "summary", "category", "treatment", "source", "project", "amount"}
	if s.form.Scope != form.Ledger {
		ids = nil
		for i := range s.form.Fields {
			ids = append(ids, s.form.Fields[i].ID)
		}
	}
	var parts []string
	for _, id := range ids {
		fd := s.form.Field(id)
		if fd == nil || r.Get(id).Empty() {
			continue
		}
		v := paint.Safe(fd.Display(r.Get(id), fd.Unit, l))
		if s.form.Scope == form.Ledger && id == "amount" {
			v = text.InUnit(v, fd.Unit.Title).In(l)
		}
		if s.form.Scope != form.Ledger {
			v = fd.Title.In(l) + " " + v
		}
		parts = append(parts, paint.Cut(v, 40))
	}
	return strings.Join(parts, " "+"·"+" ")
}
