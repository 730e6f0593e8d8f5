package intake

import (
	"bytes"
	"math/big"
	"slices"
	"strings"

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
	ids   []int   // columns a line is identified by: its date and voucher
	keys  [][]int // or, in a register, any of these: the columns of its natural keys
	texts []int   // columns of texts in which a word of totals may stand
	shape shaper

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

// figure is a column of money and what has been seen in it.
type figure struct {
	col  int
	unit form.Unit
	name string

	value  int64 // of the present row
	filled bool

	total   int64 // since the table began
	section int64 // since the last row of totals
	before  int64 // the section before that
	month   int64 // since the month changed
	page    int64 // since the header came again
	account int64 // since the title named an account
	subs    int64 // sum of the rows of totals since the last one that had them all
	carried int64 // what an earlier page or period brought
	base    int64 // of a running total that began before this file
	based   bool
	lines   int // in the section

	stated  int64
	covered int64 // of the lines, what totals of the file speak of
	off     int64
	said    bool
	row     int
	early   []Difference // totals that stand before their lines
	extra   *big.Rat     // Σ (shown − exact), in 分
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

// matches reports whether a stated figure is one of the sums it may mean.
func (f *figure) matches(n int64) bool {
	switch n {
	case f.section, f.month, f.total, f.page, f.account, f.total + f.carried, f.page + f.carried, f.account + f.carried:
		return true
	}
	return f.subs != 0 && n == f.subs || f.lines == 0 && n == f.before || f.based && n == f.account+f.base
}

// nearest is the sum that a stated figure most likely means.
func (f *figure) nearest(n int64) int64 {
	best := f.total
	for _, s := range []int64{f.section, f.month, f.account, f.page} {
		if dist(n, s) < dist(n, best) && s != 0 {
			best = s
		}
	}
	return best
}

func dist(a, b int64) uint64 {
	if a > b {
		return uint64(a) - uint64(b)
	}
	return uint64(b) - uint64(a)
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
	s.acc.Counts[Detail]++
	if refusal != nil {
		refusal.File, refusal.Sheet, refusal.Row = s.file, s.sheet, row.Number
		s.acc.Refused++
		return &s.line
	}
	s.line.Records = s.records
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
	said, cell := s.wordIn(cells)
	if said == wordNone && s.identified(cells) && !s.captioned(cells) {
		return 0, text.Pair{}, false
	}
	if s.l.repeats(cells) {
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
			s.shape.title(cells)
			return Heading, text.IntakeWhyTitle, true
		}
		if s.sparse(cells) {
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

// state holds a row of totals against the lines above it.
func (s *sorter) state(row int, said string) {
	if row == 0 {
		row = s.line.Row
	}
	running := strings.Contains(said, "累计") || strings.Contains(said, "本年")
	for _, f := range s.figs {
		if f.filled {
			s.hold(f, row, running)
		}
		if f.lines > 0 {
			if f.filled {
				f.covered, _ = add(f.covered, f.section)
			}
			f.before = f.section
			f.subs += f.section
		}
		f.section, f.lines = 0, 0
		if f.filled && f.value == f.total {
			f.subs = 0
		}
	}
}

func (s *sorter) hold(f *figure, row int, running bool) {
	f.stated, f.said, f.row, f.off = f.value, true, row, 0
	switch {
	case f.matches(f.value):
		if running && !f.based {
			f.base, f.based = f.value-f.account, true // the sums that follow have the same base
		}
	case running && !f.based && !s.fromJanuary():
		// A running total of a year whose first months stand elsewhere: what it brings is the base of those that follow.
		f.base, f.based = f.value-f.account, true
	case f.total == 0 && f.value != 0:
		f.early = append(f.early, Difference{s.sheet, row, f.name, f.value, 0})
	case s.rounded(f):
	default:
		d := Difference{s.sheet, row, f.name, f.value, f.nearest(f.value)}
		f.off = d.Stated - d.Sum
		s.acc.Differences = append(s.acc.Differences, d)
	}
}

// rounded reports a difference that is nothing but the roundings of the figures shown.
func (s *sorter) rounded(f *figure) bool {
	if f.extra == nil || f.extra.Sign() == 0 {
		return false
	}
	for _, sum := range []int64{f.total, f.section, f.month, f.account, f.page} {
		exact := new(big.Rat).Sub(new(big.Rat).SetInt64(sum), f.extra)
		off := exact.Sub(exact, new(big.Rat).SetInt64(f.value))
		if off.Abs(off).Cmp(big.NewRat(1, 2)) <= 0 {
			return true
		}
	}
	return false
}

// fromJanuary reports that the lines begin with the first month of the year, so that a running total has no base.
func (s *sorter) fromJanuary() bool {
	first := ""
	for m := range s.acc.ByMonth {
		if m != "—" && (first == "" || m < first) {
			first = m
		}
	}
	return first == "" || strings.HasSuffix(first, "-01")
}

// bring takes what a row brings forward from an earlier page or period.
func (s *sorter) bring(cells [][]byte, said word) {
	s.readFigures(cells)
	for _, f := range s.figs {
		if f.filled && said == wordCarried && !f.matches(f.value) {
			f.carried = f.value - f.page
		}
		if said == wordCarried {
			f.page = 0
			if f.filled && f.value == f.total+f.carried {
				f.carried = f.value
			}
		}
	}
}

// count adds the present row's figures to the sums.
func (s *sorter) count(row sheet.Row) *Refusal {
	for _, f := range s.figs {
		if !f.filled {
			continue
		}
		if !f.add(f.value) {
			return &Refusal{Reason: text.IntakeOverflow.With(row.Number)}
		}
		for _, n := range row.Notes {
			if n.Col == f.col && n.Kind == sheet.Rounded {
				f.rounding(row.Cells[f.col], n.Exact)
			}
		}
	}
	return nil
}

// rounding remembers by how much a shown figure is more than the one behind it. Both are framed alike (¥884.96 and
// ¥884.955752, 12.35万元 and 12.3456万元), so that what the frame means is known from the value of the shown one.
func (f *figure) rounding(shown, exact []byte) {
	e, ok := digitsOf(exact)
	s, also := digitsOf(shown)
	if !ok || !also {
		return
	}
	more := new(big.Rat)
	switch {
	case s.Sign() != 0:
		more.Mul(more.Quo(more.Sub(s, e), s), new(big.Rat).SetInt64(f.value))
	case bytes.ContainsRune(exact, '-'):
		more.Mul(e, new(big.Rat).SetInt64(f.unit.Fen))
	default:
		more.Neg(more.Mul(e, new(big.Rat).SetInt64(f.unit.Fen)))
	}
	if f.extra == nil {
		f.extra = new(big.Rat)
	}
	f.extra.Add(f.extra, more)
}

// digitsOf reads the digits of a figure without what stands around them: signs, a currency, a unit, the side of an entry.
func digitsOf(cell []byte) (*big.Rat, bool) {
	figure, _ := figureText(string(cell))
	figure = strings.TrimFunc(figure, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if figure = strings.ReplaceAll(figure, ",", ""); figure == "" || !plain([]byte(figure)) {
		return nil, false
	}
	return new(big.Rat).SetString(figure)
}

// month begins anew the sums of a month.
func (s *sorter) newMonth() {
	for _, f := range s.figs {
		f.month = 0
	}
}

// finish holds totals that stood before their lines, and gives the sums of the table.
func (s *sorter) finish() {
	for _, f := range s.figs {
		for _, d := range f.early {
			if d.Stated != f.total {
				d.Sum = f.total
				f.off = d.Stated - d.Sum
				s.acc.Differences = append(s.acc.Differences, d)
			}
		}
		s.acc.Totals = append(s.acc.Totals, s.columnTotal(f))
	}
}

// columnTotal says how a column stands to what the file states of it: a total that is off beside the sum it should be, else
// the whole where the file's totals cover it.
func (s *sorter) columnTotal(f *figure) ColumnTotal {
	t := ColumnTotal{Sheet: s.sheet, Column: f.name, Sum: f.total, Rounding: f.extra}
	switch {
	case f.off != 0:
		t.Sum, t.Stated, t.Off, t.Said = f.stated-f.off, f.stated, f.off, true
	case f.said && (f.stated == f.total || f.covered == f.total || len(f.early) > 0):
		t.Stated, t.Said = f.total, true
	}
	return t
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
