package report

import (
	"strings"

	"yice/filing/report/parted"
	"yice/returns"
	"yice/text"
)

// grid is a return laid out: captions, column numbers, rows. Every print of a return draws this.
type grid struct {
	heads   []text.Pair
	numbers []string // nil: the form numbers no column
	words   int      // columns of words before the figures
	again   int      // the first of them, that a table parted by columns has in every part
	rows    []gridRow
	notes   []text.Pair
	strong  bool // its strong rows are sums of the others
}

// mostAgain is how many columns of words are repeated at most.
const mostAgain = 3

type gridRow struct {
	cells   []gridCell
	strong  bool
	caption text.Pair // not empty: a caption over the rows that follow, instead of cells
}

type gridCell struct {
	text    text.Pair // of a column of words
	figure  string    // as shown; "" where nobody has given it
	none    bool      // the slice has no such line: nothing to fill in
	measure returns.Measure
}

// layOut lays a table out: lines down and slices across, or the other way for a form of many projects.
func layOut(t *returns.Table) *grid {
	g := &grid{}
	if t.Return.Across {
		g.across(t)
	} else {
		g.down(t)
	}
	for i, seen := 0, map[string]bool{}; i < len(t.Slices); i++ {
		if a := t.Slices[i].Apart; !a.Empty() && !seen[a.ZH] && len(t.Slices[i].Heads) > 0 && a != t.Slices[i].Title {
			seen[a.ZH] = true
			g.notes = append(g.notes, text.ReportLegend.With(t.Slices[i].Title, a))
		}
	}
	for _, n := range t.Notices() {
		g.notes = append(g.notes, n.Say)
	}
	g.notes = append(g.notes, t.Return.Note)
	if !t.Return.Recalled.Empty() {
		g.notes = append(g.notes, text.ReturnsReference.With(t.Return.Recalled))
	}
	return g
}

func (g *grid) across(t *returns.Table) {
	g.words, g.strong = len(t.Return.Heads), true
	g.again = min(g.words, mostAgain)
	if g.words > mostAgain { // of a row of many words its code and its name
		g.again = 2
	}
	g.heads = append(g.heads, t.Return.Heads...)
	numbered := false
	numbers := make([]string, g.words)
	for _, l := range formLines(t.Return) {
		head := l.Title
		if !strings.Contains(head.ZH, "\n") { // those of the paper form have their unit
			head = text.ReportUnit.With(l.Title, l.Measure.Title)
		}
		g.heads = append(g.heads, head)
		numbers = append(numbers, l.Number)
		numbered = numbered || l.Number != ""
	}
	if numbered {
		g.numbers = numbers
	}
	for _, s := range t.Slices {
		row := gridRow{strong: s.Total}
		for _, h := range s.Heads {
			row.cells = append(row.cells, gridCell{text: h})
		}
		for _, l := range formLines(t.Return) {
			row.cells = append(row.cells, gridCell{figure: t.At(s, l), none: !t.Has(s, l), measure: t.MeasureAt(s, l)})
		}
		g.rows = append(g.rows, row)
	}
}

func (g *grid) down(t *returns.Table) {
	g.words, g.again = 3, 3
	g.heads = []text.Pair{text.Report1072Code, text.Report1072Indicator, text.Report1072Unit}
	for _, s := range t.Slices {
		g.heads = append(g.heads, s.Title)
	}
	var group text.Pair
	for _, l := range formLines(t.Return) {
		if l.Group != group && !l.Group.Empty() {
			g.rows = append(g.rows, gridRow{caption: l.Group})
		}
		group = l.Group
		title := l.Title
		for range l.Level {
			title = text.ReturnsIndented.With(title)
		}
		row := gridRow{strong: l.Level == 0, cells: []gridCell{{text: text.Same(l.Number)}, {text: title}, {text: l.Measure.Title}}}
		for _, s := range t.Slices {
			row.cells = append(row.cells, gridCell{figure: t.At(s, l), none: !t.Has(s, l), measure: t.MeasureAt(s, l)})
		}
		g.rows = append(g.rows, row)
	}
}

// formLines are the lines that the form prints.
func formLines(r *returns.Return) (out []*returns.Line) {
	for i := range r.Lines {
		if !r.Lines[i].Hidden {
			out = append(out, &r.Lines[i])
		}
	}
	return out
}

// widths gives room for what is longest in a column, within reason.
func (g *grid) widths(l text.Lang) []float64 {
	const least, leastWord, most = 9, 7, 44
	widths := make([]float64, len(g.heads))
	for i, h := range g.heads {
		widths[i] = max(least, longestWord(h.In(l)))
		if i < g.words {
			widths[i] = max(leastWord, longestWord(h.In(l)))
		}
		for _, row := range g.rows {
			if i < len(row.cells) {
				c := row.cells[i]
				widths[i] = max(widths[i], min(most, float64(2*len([]rune(c.text.In(l))))), roomFor(c.figure))
			}
		}
	}
	if g.strong && parted.Sum(widths) > sheetUnits {
		for i := range g.words {
			widths[i] = min(widths[i], wordUnits)
		}
	}
	return widths
}
