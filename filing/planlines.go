package filing

import (
	"strings"
	"unicode/utf8"

	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

const (
	linesListed  = 5_000 // rows of a file that a plan shows, whatever they are
	asidesListed = 1_000 // rows behind those that are in doubt, refused, or change something
	lineCells    = 64    // cells kept of each
	lineRunes    = 200   // and what is kept of a cell
)

// PlannedLine is one row of the file as a plan shows it: what stands in it, what it is and why, and what becomes of it.
type PlannedLine struct {
	Sheet string
	Row   int // as a spreadsheet counts
	Kind  intake.Kind
	Why   text.Pair
	Cells []string // as they stand in the file, harmless on a terminal
	// Outcomes are what a line brings: one record, or where a table has a category a column one for each.
	Outcomes []Outcome
	Refusal  *Refusal
}

// Outcome is a record that a line brings, and what becomes of it.
type Outcome struct {
	Fate    Fate
	Record  *form.Record
	Before  *form.Record // what it changes; nil else
	Changed []int        // positions of fields that change
}

// lineKeeper collects the rows of a file for a plan, so many and no more.
type lineKeeper struct {
	src    *Source
	sheet  string
	begun  bool
	lines  []PlannedLine
	more   int64 // rows beyond those kept
	asides int
	open   bool // the last row is kept
}

// again forgets what was kept: the file is read once more from its beginning.
func (k *lineKeeper) again() { *k = lineKeeper{src: k.src} }

// header puts the rows up to the header before the first row of a sheet: nobody else hears of them.
func (k *lineKeeper) header(name string) {
	if k.begun && name == k.sheet {
		return
	}
	k.begun, k.sheet = true, name
	for _, s := range k.src.Taken() {
		if s.Name != name || len(k.lines) >= linesListed {
			continue
		}
		for _, row := range s.Above() {
			l := PlannedLine{Sheet: name, Row: row.Row, Kind: intake.Heading, Why: text.IntakeWhyHeader, Cells: row.Cells}
			if row.Title {
				l.Why = text.IntakeWhyTitle
			}
			k.lines = append(k.lines, l)
		}
	}
}

// see hears of every row of the file, before what becomes of it.
func (k *lineKeeper) see(l *intake.Line) {
	k.header(l.Sheet)
	k.open = len(k.lines) < linesListed
	if !k.open && (l.Kind == intake.Doubtful || l.Kind == intake.Total || l.Refusal != nil) && k.asides < asidesListed {
		k.asides++
		k.open = true
	}
	if !k.open {
		k.more++
		return
	}
	k.lines = append(k.lines, PlannedLine{Sheet: l.Sheet, Row: l.Row, Kind: l.Kind, Why: l.Why, Cells: keptCells(l.Cells), Refusal: l.Refusal})
}

// becomes hears what becomes of the row seen last.
func (k *lineKeeper) becomes(r fated) {
	if !k.open {
		return
	}
	l := &k.lines[len(k.lines)-1]
	if r.refusal != nil {
		l.Refusal = r.refusal
		return
	}
	l.Outcomes = append(l.Outcomes, Outcome{r.fate, r.record, r.before, r.changed})
}

// keptCells copies a row for the screen, shortened.
func keptCells(cells [][]byte) []string {
	last := min(len(cells), lineCells)
	for last > 0 && len(cells[last-1]) == 0 {
		last--
	}
	out := cellsOf(cells[:last])
	for i, s := range out {
		s = strings.TrimSpace(s)
		if utf8.RuneCountInString(s) > lineRunes {
			s = string([]rune(s)[:lineRunes]) + "…"
		}
		out[i] = s
	}
	return out
}
