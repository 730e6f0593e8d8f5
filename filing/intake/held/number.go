package held

import (
	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
)

// Number puts a stored number, given as a decimal, into a cell as a format shows it. What is no decimal is damaged.
func (s *Sheet) Number(c Cell, f *numfmt.Format, decimal string, from1904 bool) error {
	c.Kind = Figure
	n, ok := numfmt.ParseDecimal([]byte(decimal))
	if !ok {
		return s.Add(c, []byte(sheet.Damage+decimal))
	}
	if !f.Figure(&n) {
		c.Kind = Text
	}
	shown, rounded := f.Append(nil, &n, from1904)
	if rounded {
		exact, err := s.Keep(f.AppendExact(nil, &n))
		if err != nil {
			return err
		}
		c.Exact = exact
	}
	return s.Add(c, shown)
}

// Damaged puts a cell that holds no value; what is what stands there.
func (s *Sheet) Damaged(c Cell, what string) error {
	c.Kind = Figure
	return s.Add(c, []byte(sheet.Damage+what))
}

// Flag puts a yes or a no.
func (s *Sheet) Flag(c Cell, yes bool) error {
	if yes {
		return s.Add(c, []byte("是"))
	}
	return s.Add(c, []byte("否"))
}
