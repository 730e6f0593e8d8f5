package scoring

import (
	"fmt"
	"math/big"
	"strings"

	"yice/form"
	"yice/text"
)

// Fact is one figure a pack may measure by: `num = "rd.total"`. Money facts are in 万元, exactly.
type Fact struct {
	ID    string
	Title text.Pair
	Unit  form.Unit
	// Source names the form and field a person would key to change it: "spend.amount", "annual.revenue".
	Source string
	How    text.Pair // how it is computed

	compute func(*Facts) (v *big.Rat, missing bool)
}

// IsMoney reports whether the fact is an amount, in 万元.
func (c *Fact) IsMoney() bool { return c.Unit.Fen != 0 }

// FactCatalogue lists every fact a pack may name, in the order people read them: R&D, finance, the registers, and then one
// fact for each further figure of form annual.
func FactCatalogue() []Fact {
	all := make([]Fact, 0, len(ownFacts)+40)
	for i := range ownFacts {
		all = append(all, *ownFacts[i])
	}
	annual := form.ByID("annual")
	if annual == nil {
		return all
	}
	for i := range annual.Fields {
		if c, ok := annualFact(annual, annual.Fields[i].ID); ok {
			all = append(all, c)
		}
	}
	return all
}

// FactByID gives a fact of the catalogue.
func FactByID(id string) (c Fact, ok bool) {
	if own, ok := ownFactByID[id]; ok {
		return *own, true
	}
	field, found := strings.CutPrefix(id, "annual.")
	if !found {
		return Fact{}, false
	}
	annual := form.ByID("annual")
	if c, ok := annualFact(annual, field); ok || form.WrongField(field, annual) != form.GoodID {
		return c, ok
	}
	// A figure that a pack may add: whether this one does was asked when the pack was read.
	return Fact{ID: id, Title: text.Same(field), Source: id, How: keyed, compute: annualFigure(field)}, true
}

// factIn is FactByID in the dictionary of a pack, which may bring figures of the year: with the title and unit they have there.
func factIn(d *form.Dictionary, id string) (Fact, bool) {
	if field, found := strings.CutPrefix(id, "annual."); found && d != nil {
		if _, own := ownFactByID[id]; !own {
			return annualFact(d.ByID("annual"), field)
		}
	}
	return FactByID(id)
}

// Fact gives a figure that the pack may measure by.
func (p *Pack) Fact(id string) (Fact, bool) { return factIn(p.Dictionary(), id) }

// keeps reports whether a figure of the year has a field: a name of the form annual.… alone is none.
func (p *Pack) keeps(id string) bool {
	field, found := strings.CutPrefix(id, "annual.")
	return !found || p.Dictionary().ByID("annual").Field(field) != nil
}

// fact is one that a measure names.
func (m *Measure) fact(id string) Fact {
	c, _ := factIn(m.forms, id)
	return c
}

// FactValue computes a fact of the catalogue: money in 万元 (exact), counts as they are, percents as fractions. missing is
// true where an input has no figure (an empty register is 0, an empty figure or an absent year before is missing); v is
// nil then, as it is for a fact the catalogue does not have.
func FactValue(f *Facts, id string) (v *big.Rat, missing bool) {
	if own, ok := ownFactByID[id]; ok {
		v, missing = own.compute(f)
		if f.grow != nil && !missing && flowing[id] {
			v.Mul(v, f.grow)
		}
		return v, missing
	}
	if c, ok := FactByID(id); ok {
		return c.compute(f)
	}
	return nil, true
}

// flowing are the sums of money over dated rows that a year goes on adding to; a projection lets them grow as all its flows do.
var flowing = map[string]bool{
	"conversion.income": true, "innovation.benefit": true, "small.benefit": true, "fund.approved": true, "fund.received": true,
}

// annualFact makes the fact of a numeric field of form annual. The figures that have a name of their own (fin.…) are
// reached by both.
func annualFact(annual *form.Form, field string) (Fact, bool) {
	if annual == nil {
		return Fact{}, false
	}
	fd := annual.Field(field)
	if fd == nil || scaleOf(fd) == 0 {
		return Fact{}, false
	}
	unit := fd.Unit
	if fd.Kind == form.Money {
		unit = form.Wan
	}
	return Fact{
		ID: "annual." + field, Title: fd.Title, Unit: unit, Source: "annual." + field,
		How:     text.Pair{ZH: "年度指标表中填报的数", EN: "the figure keyed in the annual figures"},
		compute: annualFigure(field),
	}, true
}

// scaleOf says what a stored number of a field is divided by to give the figure of the fact; 0 for what is no number.
func scaleOf(fd *form.Field) int64 {
	switch fd.Kind {
	case form.Int:
		return 1
	case form.Money, form.Percent:
		return 1_000_000 // 分 in 万元; millionths
	case form.Decimal:
		n := int64(1)
		for range fd.Decimals {
			n *= 10
		}
		return n
	}
	return 0
}

// annualFigure reads one figure of form annual; an empty one is missing.
func annualFigure(field string) func(*Facts) (*big.Rat, bool) {
	return func(f *Facts) (*big.Rat, bool) {
		if f.Annual == nil {
			return nil, true
		}
		n, ok := f.Annual.Get(field).Int()
		if !ok {
			return nil, true
		}
		return big.NewRat(n, scaleOf(f.Annual.Form.Field(field))), false
	}
}

// ofYear and ofYearBefore read a sum of R&D, in 万元. A ledger that nobody has begun is missing, not 0: who spent nothing keys
// a line of 0.00.
func ofYear(sum func(*RD) int64) func(*Facts) (*big.Rat, bool) {
	return func(f *Facts) (*big.Rat, bool) {
		if !f.Ledger.kept() {
			return nil, true
		}
		return wan(sum(&f.Ledger)), false
	}
}

func ofYearBefore(sum func(*RD) int64) func(*Facts) (*big.Rat, bool) {
	return func(f *Facts) (*big.Rat, bool) {
		if f.Prev == nil {
			return nil, true
		}
		return wan(sum(f.Prev)), false
	}
}

// wan turns 分 into 万元.
func wan(fen int64) *big.Rat { return big.NewRat(fen, 1_000_000) }

// keep says whether a row of a register belongs to a fact.
type keep func(f *Facts, r *form.Record) bool

// counted counts the rows of a register that pass every test. An empty register is 0.
func counted(register string, tests ...keep) func(*Facts) (*big.Rat, bool) {
	return func(f *Facts) (*big.Rat, bool) {
		n := int64(0)
		for _, r := range f.Registers[register] {
			if passes(f, r, tests) {
				n++
			}
		}
		return big.NewRat(n, 1), false
	}
}

// summed adds a money field over the rows of a register, in 万元; a row without the figure adds nothing (form finds it).
func summed(register, field string, tests ...keep) func(*Facts) (*big.Rat, bool) {
	return func(f *Facts) (*big.Rat, bool) {
		var sum exactSum
		for _, r := range f.Registers[register] {
			if passes(f, r, tests) {
				sum.add(r.Num(field))
			}
		}
		return new(big.Rat).SetFrac(sum.whole(), big.NewInt(1_000_000)), false
	}
}

func passes(f *Facts, r *form.Record, tests []keep) bool {
	for _, test := range tests {
		if !test(f, r) {
			return false
		}
	}
	return true
}

// is asks a field for a value.
func is(field, value string) keep {
	return func(_ *Facts, r *form.Record) bool { return r.Str(field) == value }
}

// within asks that a date lies in the filing year.
func within(field string) keep {
	return func(f *Facts, r *form.Record) bool {
		year, ok := yearOf(r.Str(field))
		return ok && year == f.Year && f.reached(r.Str(field))
	}
}

// yearBefore asks that a date lies in the year before the filing year.
func yearBefore(field string) keep {
	return func(f *Facts, r *form.Record) bool {
		year, ok := yearOf(r.Str(field))
		return ok && year == f.Year-1 && f.reached(r.Str(field))
	}
}

// reached asks that a date lies in the months that a ratio compares, in whichever year.
func (f *Facts) reached(date string) bool {
	if f.upTo == 0 {
		return true
	}
	digits := strings.ReplaceAll(date, "-", "")
	return len(digits) < 6 || digits[4:6] <= fmt.Sprintf("%02d", f.upTo)
}

// yearOf reads the year of a stored date or month ("2023-03-15", "202303").
func yearOf(date string) (year int, ok bool) {
	if len(date) < 4 {
		return 0, false
	}
	for _, c := range []byte(date[:4]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		year = year*10 + int(c-'0')
	}
	return year, true
}
