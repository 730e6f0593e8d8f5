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

// state holds a row of totals against the lines above it.
func (s *sorter) state(row int, said string) {
	if row == 0 {
		row = s.line.Row
	}
	running := strings.Contains(said, "累计") || strings.Contains(said, "本年")
	// A running total may have begun before this file, but not in one column and in another not, nor where the table says
	// that it begins with the year.
	based := running && !s.l.january && !slices.ContainsFunc(s.figs, func(f *figure) bool { return f.filled && f.value != 0 && f.matches(f.value) })
	for _, f := range s.figs {
		if f.filled {
			s.hold(f, row, running, based)
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

func (s *sorter) hold(f *figure, row int, running, based bool) {
	f.stated, f.said, f.row, f.off = f.value, true, row, 0
	switch {
	case f.matches(f.value):
		if running && !f.based {
			f.base, f.based = f.value-f.account, true // the sums that follow have the same base
		}
	case based && !f.based && !s.fromJanuary():
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
			if n.Col == f.col && n.Kind == sheet.Rounded && f.coarse(row.Cells[f.col], f.rounding(row.Cells[f.col], n.Exact)) {
				return &Refusal{Value: shorten(row.Cells[f.col]), Reason: text.FilingDisguised.With(shorten(row.Cells[f.col]), shorten(n.Exact))}
			}
		}
	}
	return nil
}

// rounding remembers by how much a shown figure is more than the one behind it. Both are framed alike (¥884.96 and
// ¥884.955752, 12.35万元 and 12.3456万元), so that what the frame means is known from the value of the shown one.
func (f *figure) rounding(shown, exact []byte) (more *big.Rat) {
	e, ok := digitsOf(exact)
	s, also := digitsOf(shown)
	if !ok || !also {
		return nil
	}
	more = new(big.Rat)
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
	return more
}

// coarse reports a figure that shows too few of its digits to be what its reader would enter: 1.23E+05 for 123456.78. What is
// left out is more than 1 元 and more than a thousandth; in a column of 万元 its two decimals are what counts.
func (f *figure) coarse(shown []byte, more *big.Rat) bool {
	if more == nil || f.unit.Fen > form.Yuan.Fen && !bytes.ContainsAny(shown, "eE") {
		return false
	}
	off := new(big.Rat).Abs(more)
	exact := new(big.Rat).Sub(big.NewRat(f.value, 1), more)
	return off.Cmp(big.NewRat(100, 1)) > 0 && off.Mul(off, big.NewRat(1000, 1)).Cmp(exact.Abs(exact)) > 0
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
	s.closeBlock()
	if s.late.row > 0 {
		s.acc.ask(Question{Code: "intake.unit", Sheet: s.sheet, Row: s.late.row, Say: text.IntakeLateUnit.With(s.late.row, s.late.said)})
	}
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
