package importing

import (
	"maps"
	"math/big"
	"slices"

	"yice/filing/intake"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// sumLine is a line of the sums: a heading, or a name with its figure and what is said of it; beside it, where there is
// room, another.
type sumLine struct {
	head   bool
	name   string
	value  string
	note   string
	mood   screen.Mood
	style  paint.Style // of a row's kind
	beside *sumLine
}

// sumsBeside is from how many columns on categories and months stand beside one another.
const sumsBeside = 58

// sumLines are the sums of what comes in beside those the file states, by category and by month, then the rows by kind.
func (s *Screen) sumLines(m screen.Desk, wide bool) []sumLine {
	if s.Plan == nil || s.Plan.Result.Account == nil {
		return nil
	}
	a, l := s.Plan.Result.Account, m.Lang()
	var all []sumLine
	if len(a.ByMonth) > 0 {
		sum := new(big.Int)
		for _, fen := range a.ByMonth {
			sum.Add(sum, big.NewInt(fen))
		}
		if sum.IsInt64() {
			all = append(all, sumLine{name: text.TuiSumIn.In(l), value: kit.Yuan(sum.Int64()), note: text.TuiImpRowsOf.With(kit.Count(a.Lines() - a.Refused)).In(l)})
		}
	}
	many := len(a.Totals) > 4 // sheets: those that agree are said together
	for _, t := range a.Totals {
		differs := func(d intake.Difference) bool { return d.Sheet == t.Sheet && d.Column == t.Column }
		if !many || slices.ContainsFunc(a.Differences, differs) {
			all = append(all, s.totalLine(a, t, l)...)
		}
	}
	if many && len(a.Differences) == 0 {
		all = append(all, sumLine{name: text.TuiSumSheets.With(s.taken()).In(l), mood: screen.Good})
	}
	if s.accept != "" && len(a.Differences) > 0 {
		all = append(all, sumLine{name: text.TuiSumReason.With(paint.Safe(s.accept)).In(l), mood: screen.Warn})
	}
	categories, months := s.byCategory(a, l), byMonth(a, l)
	if wide && len(categories) > 0 {
		for i := range max(len(categories), len(months)) {
			var line sumLine
			if i < len(categories) {
				line = categories[i]
			}
			if i < len(months) {
				line.beside = &months[i]
			}
			all = append(all, line)
		}
	} else {
		all = append(append(all, categories...), months...)
	}
	all = append(all, sumLine{head: true, name: text.TuiSumRows.In(l)})
	for k, n := range s.kindCounts() {
		if n > 0 {
			all = append(all, sumLine{name: kit.KindTitles[k].In(l), value: kit.Count(n), style: kindStyle(m, rowKind(k))})
		}
	}
	return all
}

// byCategory are the sums of the categories, in the order of the dictionary.
func (s *Screen) byCategory(a *intake.Account, l text.Lang) []sumLine {
	if len(a.ByCategory) == 0 {
		return nil
	}
	all := []sumLine{{head: true, name: text.TuiSumCategory.In(l)}}
	fd := s.form.Field("category")
	for _, k := range slices.SortedFunc(maps.Keys(a.ByCategory), func(x, y string) int { return s.categoryAt(x) - s.categoryAt(y) }) {
		line := sumLine{name: text.TuiSumNoCat.In(l), value: kit.Yuan(a.ByCategory[k]), mood: screen.Warn}
		if k != "" {
			line.name, line.mood = valueTitle(fd, k).In(l), screen.Plain
		}
		all = append(all, line)
	}
	return all
}

func byMonth(a *intake.Account, l text.Lang) []sumLine {
	if len(a.ByMonth) == 0 {
		return nil
	}
	all := []sumLine{{head: true, name: text.TuiSumMonth.In(l)}}
	for _, k := range slices.Sorted(maps.Keys(a.ByMonth)) {
		all = append(all, sumLine{name: k, value: kit.Yuan(a.ByMonth[k])})
	}
	return all
}

// categoryAt puts categories in the order of the dictionary, and what has none last.
func (s *Screen) categoryAt(id string) int {
	if fd := s.form.Field("category"); fd != nil {
		if i := slices.IndexFunc(fd.Codes, func(c form.Code) bool { return c.ID == id }); i >= 0 {
			return i
		}
	}
	return 1000
}

// totalLine is a column of money: our sum, the file's, and the difference.
func (s *Screen) totalLine(a *intake.Account, t intake.ColumnTotal, l text.Lang) []sumLine {
	name := paint.Safe(t.Column)
	if s.taken() > 1 {
		name = paint.Safe(paint.Cut(t.Sheet, 14)) + " " + name
	}
	line := sumLine{name: name, value: kit.Yuan(t.Sum)}
	var off []sumLine
	for _, d := range a.Differences {
		if d.Sheet == t.Sheet && d.Column == t.Column && len(off) < 3 {
			off = append(off, sumLine{mood: screen.Bad, name: text.TuiSumDiffers.With(d.Row, kit.Yuan(d.Stated), kit.Yuan(d.Sum)).In(l) + "  " + text.TuiSumOff.With(kit.Yuan(d.Stated-d.Sum)).In(l)})
		}
	}
	switch {
	case len(off) > 0:
		line.mood, line.note = screen.Bad, "!"
	case t.Said && t.Stated == t.Sum:
		line.note, line.mood = text.TuiSumStated.In(l)+" "+kit.Yuan(t.Stated)+"  "+text.TuiSumAgree.In(l), screen.Good
	case t.Said:
		line.note, line.mood = text.TuiSumAllAgree.In(l), screen.Good
	default:
		line.note = text.TuiSumNone.In(l)
	}
	out := append([]sumLine{line}, off...)
	if t.Rounding != nil && t.Rounding.Sign() != 0 {
		yuan := new(big.Rat).Quo(t.Rounding, big.NewRat(100, 1)).FloatString(4)
		out = append(out, sumLine{name: text.TuiSumRounding.With(yuan).In(l)})
	}
	return out
}

// kindCounts are the rows by kind, refused ones apart from the lines.
func (s *Screen) kindCounts() (n [rowRefused + 1]int64) {
	if s.Plan == nil || s.Plan.Result.Account == nil {
		return n
	}
	a := s.Plan.Result.Account
	copy(n[:], a.Counts[:])
	refused := s.Plan.Result.RefusedCount
	n[intake.Detail] -= min(refused, n[intake.Detail])
	n[rowRefused] = refused
	return n
}

// drawSums draws the sums; where there is room, categories and months stand beside one another.
func (s *Screen) drawSums(m screen.Desk, a paint.Area, here bool) {
	t := m.Theme()
	all := s.sumLines(m, a.W >= sumsBeside)
	l := &s.lists[viewSums]
	l.N = len(all)
	if len(all) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiImpWaiting.In(m.Lang()), t.Faint)
		return
	}
	l.Window(a.H)
	split, end := a.W, kit.ClampInt(a.W-1, 20, 34) // where the column of months begins, and where the figures end
	if a.W >= sumsBeside {
		for _, line := range all {
			if line.value != "" {
				end = max(end, 2+paint.Width(line.name)+1+paint.Width(line.value))
			}
		}
		split = max(a.W*11/20, min(end+2, a.W-monthSum))
		end = min(end, split-1)
	}
	for y := range min(a.H, len(all)-l.Top) {
		line, row := all[l.Top+y], a.Rows(y, 1)
		if line.beside != nil {
			left, right := row.SplitX(split)
			drawSum(m, left, line, end)
			drawSum(m, right, *line.beside, min(right.W-1, 34))
		} else {
			drawSum(m, row, line, end)
		}
		kit.CursorRow(m, row, here && l.Top+y == l.At)
	}
}

// monthSum is the room of a month with its figure.
const monthSum = 26

// drawSum draws one line of the sums; the figures of a column end below one another.
func drawSum(m screen.Desk, row paint.Area, line sumLine, end int) {
	t := m.Theme()
	switch {
	case line.head:
		row.Cut(1, 0, row.W-2, line.name, t.Head)
		return
	case line.value == "":
		row.Cut(3, 0, row.W-4, line.name, kit.MoodStyle(m, line.mood, t.Faint))
		return
	}
	st := line.style
	if st == (paint.Style{}) {
		st = t.Text
		if line.note == "" {
			st = kit.MoodStyle(m, line.mood, t.Text)
		}
	}
	row.Cut(2, 0, end-2-paint.Width(line.value)-1, line.name, st)
	row.Right(2, 0, end-2, line.value, t.Strong)
	row.Cut(end+2, 0, row.W-end-3, line.note, kit.MoodStyle(m, line.mood, t.Faint))
}

// changeRow is a line of what changes: a heading, a cell, a likely double.
type changeRow struct {
	head   text.Pair
	cell   int // of Result.Changes; -1: none
	double int // of Plan.Doubles; -1: none
}

func (s *Screen) changeList() []changeRow {
	if s.Plan == nil {
		return nil
	}
	r := &s.Plan.Result
	all := []changeRow{{head: text.TuiChgCounts.With(kit.Count(r.Added), kit.Count(r.Changed), kit.Count(r.Unchanged), kit.Count(r.Removed)), cell: -1, double: -1}}
	if len(r.Changes) > 0 {
		all = append(all, changeRow{head: text.TuiChgCells, cell: -1, double: -1})
	}
	for i := range r.Changes {
		all = append(all, changeRow{cell: i, double: -1})
	}
	if r.ChangeCount > int64(len(r.Changes)) {
		all = append(all, changeRow{head: text.TuiChgMore.With(kit.Count(r.ChangeCount), len(r.Changes)), cell: -1, double: -1})
	}
	if len(s.Plan.Doubles) > 0 {
		all = append(all, changeRow{head: text.TuiImpDoubles, cell: -1, double: -1})
	}
	for i := range min(len(s.Plan.Doubles), importListed) {
		all = append(all, changeRow{cell: -1, double: i})
	}
	for _, said := range r.Said {
		all = append(all, changeRow{head: said, cell: -1, double: -1})
	}
	return all
}

func (s *Screen) changeRows() int { return len(s.changeList()) }

func (s *Screen) changeAt(at int) (changeRow, bool) {
	all := s.changeList()
	if at >= len(all) {
		return changeRow{}, false
	}
	return all[at], true
}

// drawChanges draws what would change of what is there, old and new, and likely doubles.
func (s *Screen) drawChanges(m screen.Desk, a paint.Area) {
	lang := m.Lang()
	t := m.Theme()
	all := s.changeList()
	if len(all) == 0 {
		a.Cut(1, 0, a.W-2, text.TuiImpWaiting.In(lang), t.Faint)
		return
	}
	l := &s.lists[viewChanges]
	l.Window(a.H)
	for y := range min(a.H, len(all)-l.Top) {
		c, row := all[l.Top+y], a.Rows(y, 1)
		switch {
		case c.cell >= 0:
			change := s.Plan.Result.Changes[c.cell]
			title := text.Same(change.Field)
			if fd := s.form.Field(change.Field); fd != nil {
				title = fd.Title
			}
			x := row.Cut(3, 0, 26, paint.Safe(change.Key), t.Strong)
			x = row.Cut(max(x+2, 18), 0, 20, title.In(lang), t.Text) + 2
			x = row.Cut(x, 0, 40, s.inWords(change.Field, change.Old).In(lang), t.Faint)
			x = row.Text(x+1, 0, t.Chrome.Arrow+" ", t.Faint)
			row.Cut(x, 0, row.W-x-1, s.inWords(change.Field, change.New).In(lang), t.Accent)
		case c.double >= 0:
			d := s.Plan.Doubles[c.double]
			say := text.TuiImpRowHas.With(d.Row)
			if d.Of == 0 {
				say = text.TuiImpRowOf.With(d.Row, d.OfRow)
			}
			x := row.Text(3, 0, say.In(lang), t.Warn) + 2
			row.Cut(x, 0, row.W-x-1, d.Because.In(lang), t.Text)
		default:
			row.Cut(2, 0, row.W-3, c.head.In(lang), t.Head)
		}
		kit.CursorRow(m, row, l.Top+y == l.At)
	}
}

// inWords is a cell before or after an import as people read it; "nothing" where it has none.
func (s *Screen) inWords(field, canonical string) text.Pair {
	fd := s.form.Field(field)
	switch {
	case canonical == "":
		return text.TuiChgNothing
	case fd == nil:
		return text.Same(paint.Safe(canonical))
	}
	return text.Pair{ZH: paint.Safe(kit.CellShown(fd, canonical, text.ZH)), EN: paint.Safe(kit.CellShown(fd, canonical, text.EN))}
}
