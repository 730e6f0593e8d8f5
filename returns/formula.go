package returns

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// op is what a formula does.
type op uint8

const (
	opLedger  op = iota // Σ of ledger lines
	opKeyed             // a field of annual
	opPlus              // Σ of lines
	opMinus             // the first line less the others
	opPortion           // a line × num ÷ den, rounded once; of what is below nothing, nothing
	opLeast             // the smallest of lines, not below nothing
	opRatio             // the first ÷ the second, hundredths of a percent
	opOf                // worked out from rows
)

// Formula is where a line's figure comes from. It is data: what it says of itself is read from what it does.
type Formula struct {
	op       op
	where    where
	within   where // opLedger of one value of a column: the lines that must all have one for it to be known
	column   dim
	lines    []string
	num, den int64
	field    string
	instead  string // opOf of the ledger: the field of the slice's row that stands in where it has no line
	form     string // opOf: the form whose rows it is worked out from
	of       func(*Slice) Figure
	rows     func(*Slice) where // opOf of a register: which rows it is worked out from; nil: all
	say      text.Pair
}

func lines(w where) Formula { return Formula{op: opLedger, where: w} }

// among makes a sum of lines by one column known only where all lines it is among have that column filled: what has not
// been told apart is not nothing.
func (f Formula) among(d dim, w where) Formula {
	f.column, f.within = d, w
	return f
}

func keyedAs(field string) Formula { return Formula{op: opKeyed, field: field} }

func plus(ids ...string) Formula { return Formula{op: opPlus, lines: ids} }

func minus(ids ...string) Formula { return Formula{op: opMinus, lines: ids} }

func portion(id string, num, den int64) Formula {
	return Formula{op: opPortion, lines: []string{id}, num: num, den: den}
}

func least(ids ...string) Formula { return Formula{op: opLeast, lines: ids} }

func ratio(a, b string) Formula { return Formula{op: opRatio, lines: []string{a, b}} }

func of(formID, field string, say text.Pair, f func(*Slice) Figure) Formula {
	return Formula{op: opOf, form: formID, field: field, of: f, say: say}
}

// figure works the formula out in a slice, of lines that stand before it.
func (f *Formula) figure(s *Slice, at func(string) Figure) Figure {
	switch f.op {
	case opLedger:
		if f.column != "" && s.lacks(f.column, f.within) {
			return Figure{}
		}
		return s.sum(f.where)
	case opKeyed:
		if s.in == nil || s.in.Annual == nil {
			return Figure{}
		}
		return figureOf(s.in.Annual.Get(f.field))
	case opOf:
		if s.in == nil {
			return Figure{}
		}
		return f.of(s)
	}
	parts := make([]int64, len(f.lines))
	for i, id := range f.lines {
		p := at(id)
		if !p.Known {
			return Figure{}
		}
		parts[i] = p.Exact
	}
	return f.joined(parts)
}

func (f *Formula) joined(parts []int64) Figure {
	total := parts[0]
	switch f.op {
	case opPlus, opMinus:
		for _, p := range parts[1:] {
			if f.op == opMinus {
				p = -p
			}
			total = form.Plus(total, p)
		}
	case opPortion:
		total = multiplied(max(total, 0), f.num, f.den)
	case opLeast:
		total = max(slices.Min(parts), 0)
	case opRatio:
		if parts[1] <= 0 {
			return Figure{}
		}
		total = multiplied(total, 100*100, parts[1])
	}
	return known(total)
}

// multiplied is n × num ÷ den rounded half away from zero; the product may be beyond 64 bits.
func multiplied(n, num, den int64) int64 {
	p := new(big.Int).Mul(big.NewInt(n), big.NewInt(num))
	twice := new(big.Int).Lsh(new(big.Int).Abs(p), 1)
	twice.Add(twice, big.NewInt(den))
	twice.Quo(twice, new(big.Int).Lsh(big.NewInt(den), 1))
	if p.Sign() < 0 {
		twice.Neg(twice)
	}
	if !twice.IsInt64() {
		return form.Plus(1<<62, 1<<62) // saturates, as every sum beyond its bound
	}
	return twice.Int64()
}

// fixed writes n × 10^-places with every place.
func fixed(n int64, places int) string {
	s := scaled(n, places)
	if places == 0 {
		return s
	}
	whole, rest, _ := strings.Cut(s, ".")
	return whole + "." + rest + strings.Repeat("0", places-len(rest))
}

// Says tells the formula in words: "台账：费用类别 = 人员人工", "= 3 + 7 + 16", "6 × 1 ÷ 9".
func (f *Formula) Says(r *Return) text.Pair {
	names := make([]string, len(f.lines))
	for i, id := range f.lines {
		names[i] = r.naming(id)
	}
	switch f.op {
	case opLedger:
		return text.ReturnsFromLedger.With(f.where.says())
	case opKeyed:
		return place("annual", f.field)
	case opPlus:
		return text.Same(strings.Join(names, " + "))
	case opMinus:
		return text.Same(strings.Join(names, " − "))
	case opPortion:
		return text.ReturnsFromPortion.With(names[0], f.num, f.den)
	case opLeast:
		return text.ReturnsFromLeast.With(text.Same(strings.Join(names, "; ")))
	case opRatio:
		return text.Same(strings.Join(names, " ÷ "))
	}
	return f.say
}

// naming is how formulas call a line: its number on the form, else its title.
func (r *Return) naming(id string) string {
	for i := range r.Lines {
		if l := &r.Lines[i]; l.ID == id {
			if l.Number != "" {
				return "〔" + l.Number + "〕"
			}
			return "〔" + l.ID + "〕"
		}
	}
	panic("returns: " + r.ID + " has no line " + id)
}

// says tells conditions in words.
func (w where) says() text.Pair {
	if len(w) == 0 {
		return text.ReturnsEveryLine
	}
	return in(func(l text.Lang) string {
		var told []string
		for _, c := range w {
			f := form.ByID("spend").Field(c.Field)
			var names []string
			for _, v := range c.Values {
				name := codeTitle(c.Field, v).In(l)
				if f.Kind == form.Ref && v != "" {
					name = v
				}
				names = append(names, name)
			}
			sign := " = "
			if c.Not {
				sign = " ≠ "
			}
			told = append(told, f.Title.In(l)+sign+strings.Join(names, "/"))
		}
		return strings.Join(told, text.ReturnsListComma.In(l))
	})
}
