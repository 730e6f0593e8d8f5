// Package numfmt says what a number format of a spreadsheet makes of a number: the text its reader sees in the cell.
//
// What is displayed counts. 884.955752 under 0.00 is 884.96, and that digits were left out is told ([Shown].Exact). Three
// things differ from the letter of the screen, none of them a figure: grouping is left out, a negative figure has its "-" in
// front however the format shows it (brackets, red, 负), and a format that shows a zero as a dash or as nothing gives "0".
//
//   - General shows up to 11 digits in a cell, and all 15 to whoever clicks it: it gives all 15.
//   - Literal text stays: 0.00"万元" gives 12.30万元. So does a currency: 12.30 dollars are no 元.
//   - 1.23E+06 says 1230000, rounded. Fractions and Chinese numerals ([DBNum2]) give the plain decimal.
//   - A date is 2006-01-02, 2006-01 where the format shows no day; a time alone is 15:04.
//
// A format may show another figure than the cell holds: thousands (#,##0,), 万 by the trick 0!.0, , no sign (0.00;0.00),
// nothing at all (;;;). Neither figure can be taken unasked: the one shown is in a unit that stands nowhere, and the one
// held is not what its reader sees under 单位：万元. Such a cell is damaged ([sheet.Damage], [sheet.Disguise]), unless the
// format itself names the unit it shows: 0!.0,"万" gives 12.3万.
//
// It must never touch a float: numbers are decimals of at most 15 digits, rounded half away from zero. Start with [Show],
// or with [Parse] where one format serves many cells.
package numfmt

import "yice/filing/intake/sheet"

// Shown is a number as its reader sees it.
type Shown struct {
	Text string // a cell's text by the contract of [sheet.Row]
	// Exact, where digits were left out, is Text with all of them.
	Exact string
}

// Show applies a format code to a decimal such as 884.955752 or 1.5E-3. What is no decimal is damaged.
func Show(code, decimal string, from1904 bool) Shown {
	n, ok := ParseDecimal([]byte(decimal))
	if !ok {
		return Shown{Text: sheet.Damage + decimal}
	}
	f := Parse(code)
	out, rounded := f.Append(nil, &n, from1904)
	s := Shown{Text: string(out)}
	if rounded {
		s.Exact = string(f.AppendExact(nil, &n))
	}
	return s
}

// Format is a format code, understood.
type Format struct {
	sections []section // of numbers: at least one, at most three
}

// General shows a number with all its digits.
var General = Parse("General")

// Append adds what a number shows as. rounded is true where digits were left out; AppendExact has them.
func (f *Format) Append(dst []byte, n *Decimal, from1904 bool) (out []byte, rounded bool) {
	s := f.pick(n)
	if n.Long() {
		return n.append(append(dst, sheet.Damage...)), false
	}
	if s.sort == moment {
		if out, ok := s.day.append(dst, n, from1904); ok {
			return out, false
		}
		return n.append(dst), false // a date before dates began shows as ####; what was keyed may still be understood
	}
	return s.figure(dst, n)
}

// AppendExact adds the figure that Append gave rounded, with all its digits.
func (f *Format) AppendExact(dst []byte, n *Decimal) []byte { return f.pick(n).exact(dst, n) }

// Figure reports whether a number shows as a figure, and not as a date or in words.
func (f *Format) Figure(n *Decimal) bool {
	s := f.pick(n).sort
	return s != moment && s != words
}

// pick finds the section a number falls in.
func (f *Format) pick(n *Decimal) *section {
	last := len(f.sections) - 1
	if last == 0 {
		return &f.sections[0]
	}
	for i := range last {
		if s := &f.sections[i]; s.holds(i, last, n) {
			return s
		}
	}
	return &f.sections[last]
}

// holds reports whether section i of several takes a number. Without a condition the first is for what is above zero, the
// second for what is below; a zero belongs to the last of three, else to the first.
func (s *section) holds(i, last int, n *Decimal) bool {
	if s.op != "" {
		c := n.compare(&s.limit)
		switch s.op {
		case "<":
			return c < 0
		case "<=":
			return c <= 0
		case ">":
			return c > 0
		case ">=":
			return c >= 0
		case "=":
			return c == 0
		}
		return c != 0
	}
	switch {
	case n.zero():
		return i == 0 && last == 1
	case i == 0:
		return !n.negative
	}
	return n.negative
}
