package form

import (
	"fmt"
	"math"

	"yice/text"
)

// Money is bounded by kind and every sum of it is checked, so that no figure can wrap: a cell by MaxMoney, and what a column
// of an enterprise's year holds, its signs left out, by MaxTotal. Whoever lets rows in asks [Field.Within] of each cell and
// keeps a [Gross] of each column; behind those doors any choice of rows, in any order, adds up within int64 with room for
// ninety more of its kind.

const (
	// MaxMoney is the most a cell of money holds in 分, to either side of nothing: 10^12 元.
	MaxMoney = 100_000_000_000_000
	// MaxTotal is the most the amounts of a column come to in 分 for one enterprise and year, taken without their signs: 10^15 元.
	MaxTotal = 1000 * MaxMoney
	// maxCount is the most a cell of any other figure holds, in ones: far above every count of people, months or pieces.
	maxCount = 1_000_000_000
	// maxPoints is the most a percentage holds, in percent points. What is above 100 is a finding of its own.
	maxPoints = 1_000_000
)

// Limit is the largest figure a field may hold, in what it counts (see [Kind]); its negative is the smallest. 0: the field
// is no figure.
func (f *Field) Limit() int64 {
	switch f.Kind {
	case Money:
		return MaxMoney
	case Int:
		return maxCount
	case Decimal:
		return maxCount * pow10(f.Decimals)
	case Percent:
		return maxPoints * f.counts(NoUnit)
	}
	return 0
}

// Within refuses a value beyond the field's limit, wherever it comes from; the error is a *ParseError.
func (f *Field) Within(v Value) error {
	n, ok := v.Int()
	if limit := f.Limit(); !ok || n >= -limit && n <= limit {
		return nil
	}
	return f.beyond(Printable(f.Show(v), 40), Yuan)
}

// beyond is the refusal of a figure above the limit, in the unit it was typed in.
func (f *Field) beyond(typed string, bare Unit) error {
	if f.Kind == Money {
		if bare.Fen == 0 {
			bare = f.Unit
		}
		most := f.Display(N(MaxMoney), bare, text.ZH)
		return refuse(text.FormMoneyBeyond, typed, bare.Title, most)
	}
	return refuse(text.FormFigureBeyond, typed, f.Display(N(f.Limit()), NoUnit, text.ZH))
}

// AddMoney adds two amounts of 分; the error is for a sum that 64 bits do not hold.
func AddMoney(a, b int64) (int64, error) {
	sum := a + b
	if (b > 0) != (sum > a) && b != 0 {
		return 0, fmt.Errorf("form: %d + %d 分 is beyond what can be held", a, b)
	}
	return sum, nil
}

// Plus adds two amounts of 分 that have come in by a checked door, and so cannot fill 64 bits. If they did all the same the
// sum would stay at the end of the range, never on the other side of nothing.
func Plus(a, b int64) int64 {
	sum, err := AddMoney(a, b)
	switch {
	case err == nil:
		return sum
	case b > 0:
		return math.MaxInt64
	}
	return math.MinInt64
}

// Gross is what the amounts of a column come to, taken without their signs. The zero Gross is nothing.
type Gross int64

// Add takes one more amount in; ok is false, and nothing is taken, where the column would come to more than MaxTotal.
func (g *Gross) Add(fen int64) (ok bool) {
	if fen < 0 {
		fen = -fen // the smallest int64 stays negative
	}
	if fen < 0 || fen > MaxTotal-int64(*g) {
		return false
	}
	*g += Gross(fen)
	return true
}

// Columns keeps a Gross of every column of money of one form.
type Columns struct {
	form  *Form
	at    []int
	gross []Gross
}

// NewColumns begins to add up a form.
func NewColumns(f *Form) *Columns {
	c := &Columns{form: f}
	for i := range f.Fields {
		if f.Fields[i].Kind == Money {
			c.at = append(c.at, i)
		}
	}
	c.gross = make([]Gross, len(c.at))
	return c
}

// Add takes a row in. It gives the field whose column would come to more than MaxTotal, nil where all is well.
func (c *Columns) Add(r *Record) *Field {
	for n, i := range c.at {
		if !c.gross[n].Add(r.Values[i].Num()) {
			return &c.form.Fields[i]
		}
	}
	return nil
}
