package intake

import (
	"bytes"
	"slices"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// sorter goes through the rows below a header, one after another: it says what each is, hands the lines on, and keeps the
// sums that rows of totals are held against.
type sorter struct {
	l     *layout
	acc   *Account
	file  string
	sheet string
	figs  []*figure
	// against is the column of credits.
	against *figure
	ids     []int   // columns a line is identified by: its date and voucher
	keys    [][]int // or, in a register, any of these: the columns of its natural keys
	texts   []int   // columns of texts in which a word of totals may stand
	// beside are columns that say of a line whether it counts.
	beside  []besideColumn
	quiet   quietTexts
	counted bool // a line came in
	// late is a unit stated under lines, until another line follows.
	late lateUnit
	// blocks are the lines between one header and the next.
	blocks blocks
	shape  shaper

	line    Line
	records []*form.Record
	begun   bool
}

// shaper makes records of a line, in the way of its shape.
type shaper interface {
	// title takes what a row that is no line says: an account, a unit, a year, a project.
	title(cells [][]byte)
	// detail judges a row that is not a total by its words and adds its amounts to the figures.
	detail(row sheet.Row) (kind Kind, why text.Pair, refusal *Refusal)
	// like reports a row that could be a line of the table, by its date and amount or by what its cells hold.
	like(row sheet.Row) bool
	// after hears of a row of totals, a new header: what was carried down from line to line ends there.
	after(kind Kind)
}

func (f *figure) add(n int64) bool {
	ok := true
	for _, sum := range []*int64{&f.total, &f.section, &f.month, &f.page, &f.account} {
		var fits bool
		*sum, fits = add(*sum, n)
		ok = ok && fits
	}
	f.lines++
	return ok
}

// next sorts one row. It gives nil for a row that is simply blank.
func (s *sorter) next(row sheet.Row, hidden string) *Line {
	if len(row.Notes) > 0 {
		s.once(&row)
	}
	s.line = Line{Sheet: s.sheet, Row: row.Number, Cells: row.Cells}
	if blank(row.Cells) {
		s.acc.Counts[Blank]++
		return nil
	}
	if !s.l.literal {
		if row.Hidden && hidden != "take" {
			s.acc.hidden++
			return s.left(Doubtful, text.IntakeWhyHidden)
		}
		if kind, why, is := s.aside(row); is {
			return s.left(kind, why)
		}
	}
	s.begun = true
	kind, why, refusal := s.shape.detail(row)
	if kind != Detail {
		return s.left(kind, why)
	}
	s.line.Kind, s.line.Refusal = Detail, refusal
	s.blocks.take(row)
	s.acc.Counts[Detail]++
	if refusal != nil {
		refusal.File, refusal.Sheet, refusal.Row = s.file, s.sheet, row.Number
		s.acc.Refused++
		return &s.line
	}
	s.line.Records = s.records
	s.counted, s.late = true, lateUnit{}
	return &s.line
}

// above takes what a row over the header says. One that is a line as those below are is no title: it is asked about.
func (s *sorter) above(row sheet.Row) *Line {
	if s.identified(row.Cells) && s.shape.like(row) {
		s.line = Line{Sheet: s.sheet, Row: row.Number, Cells: row.Cells}
		return s.left(Doubtful, text.IntakeWhyAbove)
	}
	s.shape.title(row.Cells)
	return nil
}

// once makes one amount of one that is merged over several rows as text: 5.274 千元.
func (s *sorter) once(row *sheet.Row) {
	for i := range row.Notes {
		n := &row.Notes[i]
		if n.Kind != sheet.Filled || !slices.ContainsFunc(s.figs, func(f *figure) bool { return f.col == n.Col }) {
			continue
		}
		if n.Col < len(row.Cells) {
			row.Cells[n.Col] = nil
		}
		n.Kind = sheet.Covered
	}
}

func (s *sorter) left(kind Kind, why text.Pair) *Line {
	s.line.Kind, s.line.Why = kind, why
	s.acc.leave(&s.line)
	if kind == Doubtful && s.l.recipe.Doubtful != "leave" && why != text.IntakeWhyHidden {
		s.acc.doubt(&s.line)
	}
	s.shape.after(kind)
	return &s.line
}

// aside tells rows that are no lines by what is written in them.
func (s *sorter) aside(row sheet.Row) (Kind, text.Pair, bool) {
	cells := row.Cells
	if !s.begun && columnNumbers(cells) {
		return Heading, text.IntakeWhyNumbers, true
	}
	if len(s.keys) > 0 && s.sparse(cells) && remark(cells) {
		return Heading, text.IntakeWhyTitle, true // a page mark in the column of names
	}
	said, cell := s.wordIn(cells)
	if said == wordNone && s.identified(cells) && !s.captioned(cells) {
		return 0, text.Pair{}, false
	}
	if s.l.repeats(cells) {
		s.closeBlock()
		for _, f := range s.figs {
			f.page, f.lines = 0, 0
		}
		s.shape.title(cells)
		return Heading, text.IntakeWhyRepeat, true
	}
	why := text.IntakeWhyWord.With(shorten(cell))
	switch said {
	case wordOpening, wordCarried:
		if s.vouchered(cells) {
			return Doubtful, why, true
		}
		s.bring(cells, said)
		if said == wordOpening {
			return Opening, why, true
		}
		return Carried, why, true
	case wordTotal:
		s.readFigures(cells)
		if !s.adds() && s.vouchered(cells) {
			return Doubtful, text.IntakeWhyBadTotal, true
		}
		s.state(row.Number, string(bytes.TrimSpace(cell)))
		return Total, why, true
	case wordTotalOf:
		if s.readFigures(cells); s.adds() && s.figured() {
			if s.identified(cells) && s.oneLine() {
				break // a line that happens to equal the one before it
			}
			s.state(row.Number, string(bytes.TrimSpace(cell)))
			return Total, why, true
		}
		if !s.identified(cells) && s.figured() {
			s.state(row.Number, string(bytes.TrimSpace(cell)))
			return Total, why, true
		}
	}
	if s.identified(cells) {
		return 0, text.Pair{}, false
	}
	return s.unidentified(cells)
}

// captioned reports a row whose first identifying cell is the caption of its column: a quick look before the whole header
// is compared.
func (s *sorter) captioned(cells [][]byte) bool {
	for _, at := range slices.Concat(append(slices.Clone(s.keys), s.ids)...) {
		if at < len(cells) {
			for _, h := range s.l.rows {
				if at < len(h.cells) && len(cells[at]) > 0 && h.cells[at] == string(cells[at]) {
					return true
				}
			}
		}
	}
	return false
}

// unidentified judges a row without date, voucher or key: a title, a total without a word, or nothing known.
func (s *sorter) unidentified(cells [][]byte) (Kind, text.Pair, bool) {
	s.readFigures(cells)
	switch {
	case !s.figured():
		if remark(cells) || s.titled(cells) {
			s.unitBelow(cells)
			s.shape.title(cells)
			return Heading, text.IntakeWhyTitle, true
		}
		if s.sparse(cells) {
			s.unitBelow(cells)
			s.shape.title(cells)
			return Heading, text.IntakeWhyText, true
		}
	case s.adds() && s.bareSum(cells):
		if s.oneLine() && s.described(cells) {
			return 0, text.Pair{}, false
		}
		s.state(0, "")
		return Total, text.IntakeWhySum, true
	}
	return 0, text.Pair{}, false
}

// titled reports a row that names an account, a unit or a period in front of a table.
func (s *sorter) titled(cells [][]byte) bool {
	shown := texts(cells)
	if _, ok := accountIn(shown); ok {
		return true
	}
	for _, c := range shown {
		if _, ok := unitIn(c); ok {
			return true
		}
	}
	return false
}

// sparse reports a row with at most two texts, in a table of more columns.
func (s *sorter) sparse(cells [][]byte) bool {
	n := 0
	for _, c := range cells {
		if len(bytes.TrimSpace(c)) > 0 {
			n++
		}
	}
	return n <= 2 && len(s.l.captions) > 3
}

// identified reports a row that has all a line is known by.
func (s *sorter) identified(cells [][]byte) bool {
	for _, key := range s.keys {
		if allFilled(cells, key) {
			return true
		}
	}
	return allFilled(cells, s.ids)
}

func allFilled(cells [][]byte, columns []int) bool {
	for _, at := range columns {
		if at >= len(cells) || len(cells[at]) == 0 || len(bytes.TrimSpace(cells[at])) == 0 {
			return false
		}
	}
	return len(columns) > 0
}

// vouchered reports a row with a voucher's number, which no total has.
func (s *sorter) vouchered(cells [][]byte) bool {
	at, ok := s.l.at[roleVoucher]
	if !ok {
		at, ok = s.l.at[roleVoucherNumber]
	}
	return ok && at < len(cells) && len(bytes.TrimSpace(cells[at])) > 0 && !bytes.Contains(cells[at], []byte("计"))
}

// wordIn finds what the texts of a row say of it.
func (s *sorter) wordIn(cells [][]byte) (said word, cell []byte) {
	for _, at := range s.texts {
		if at >= len(cells) {
			continue
		}
		switch w := wordOf(cells[at]); {
		case w == wordNone:
		case w == wordTotalOf:
			if said == wordNone {
				said, cell = w, cells[at]
			}
		default:
			return w, cells[at]
		}
		if len(s.l.recipe.Totals) > 0 {
			f := fold(string(cells[at]))
			for _, t := range s.l.recipe.Totals {
				if f == fold(t) {
					return wordTotal, cells[at]
				}
			}
		}
	}
	return said, cell
}

// readFigures reads the money of a row; what is no figure is left as not there.
func (s *sorter) readFigures(cells [][]byte) {
	for _, f := range s.figs {
		f.value, f.filled = 0, false
		if f.col >= len(cells) {
			continue
		}
		a, err := readAmount(cells[f.col], f.unit)
		if err == nil && a.filled {
			f.value, f.filled = a.fen, true
			if a.side < 0 {
				f.value = -a.fen
			}
		}
	}
}

func (s *sorter) figured() bool {
	for _, f := range s.figs {
		if f.filled {
			return true
		}
	}
	return false
}

// adds reports whether every figure of the row is a sum of what stands above it.
func (s *sorter) adds() bool {
	any := false
	for _, f := range s.figs {
		if !f.filled || f.value == 0 && f.total == 0 {
			continue
		}
		if !f.matches(f.value) {
			return false
		}
		any = true
	}
	return any
}

// oneLine reports that the section holds a single line: its total and a second line like it cannot be told apart.
func (s *sorter) oneLine() bool {
	for _, f := range s.figs {
		if f.filled && f.lines > 1 {
			return false
		}
	}
	return true
}

// bareSum reports a row that has no voucher: only such a row can be a total by arithmetic alone.
func (s *sorter) bareSum(cells [][]byte) bool { return !s.vouchered(cells) }

// described reports a row with a summary, as a line has, or where the table has none with any text.
func (s *sorter) described(cells [][]byte) bool {
	if at, ok := s.l.at[roleSummary]; ok {
		return at < len(cells) && len(bytes.TrimSpace(cells[at])) > 0
	}
	for _, at := range s.texts {
		if at < len(cells) && len(bytes.TrimSpace(cells[at])) > 0 {
			return true
		}
	}
	return false
}

// noted reports a note of a kind for a column of the row.
func noted(row sheet.Row, col int, kind sheet.NoteKind) bool {
	for _, n := range row.Notes {
		if n.Col == col && n.Kind == kind {
			return true
		}
	}
	return false
}
