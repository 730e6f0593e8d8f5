package form

import (
	"math/big"

	"yice/text"
)

// What a number of a kind counts: an Int ones, Money 分, a Decimal 10^-Decimals, a Percent 10^-4 of a point.

// parseNumber reads a folded text. Plain digits, nearly every cell of a file, take the short way.
func (f *Field) parseNumber(s string, bare Unit) (Value, error) {
	one := f.counts(bare)
	if n, ok := plainNumber(s, one); ok {
		if limit := f.Limit(); n < -limit || n > limit {
			return Value{}, f.beyond(quoted(s), bare)
		}
		return N(n), nil
	}
	got, err := f.reckon(s, bare)
	if err != nil {
		return Value{}, err
	}
	got.Mul(got, new(big.Rat).SetInt64(one))
	if !got.IsInt() {
		return Value{}, f.tooFine(got)
	}
	if limit := big.NewInt(f.Limit()); got.Num().CmpAbs(limit) > 0 {
		return Value{}, f.beyond(quoted(s), bare)
	}
	return N(got.Num().Int64()), nil
}

// counts gives how many of the stored unit one typed unit has.
func (f *Field) counts(bare Unit) int64 {
	switch f.Kind {
	case Money:
		switch {
		case bare.Fen > 0:
			return bare.Fen
		case f.Unit.Fen > 0:
			return f.Unit.Fen
		}
		return Yuan.Fen
	case Decimal:
		return pow10(f.Decimals)
	case Percent:
		return 10_000
	}
	return 1
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// plainNumber reads an optional minus, digits and decimals; ok is false for anything else, and for what is too long or
// too fine to be sure about here.
func plainNumber(s string, one int64) (n int64, ok bool) {
	negative := false
	if s != "" && s[0] == '-' {
		negative, s = true, s[1:]
	}
	if s == "" || len(s) > 18 || s[0] == '.' || s[len(s)-1] == '.' {
		return 0, false
	}
	point := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '.' && !point:
			point = true
		case c < '0' || c > '9':
			return 0, false
		case !point:
			n = n*10 + int64(c-'0')
		case one%10 == 0:
			n, one = n*10+int64(c-'0'), one/10
		case c != '0': // finer than what is stored
			return 0, false
		}
	}
	const most = 1<<63 - 1
	if n > most/one {
		return 0, false
	}
	n *= one
	if negative {
		n = -n
	}
	return n, true
}

// tooFine says that a number has more decimals than its field keeps.
func (f *Field) tooFine(stored *big.Rat) error {
	show := func(one int64) string {
		v := new(big.Rat).Quo(stored, new(big.Rat).SetInt64(one))
		s := v.FloatString(6)
		if back, ok := new(big.Rat).SetString(s); ok && back.Cmp(v) == 0 {
			return trimZeros(s, 0)
		}
		return s + "…"
	}
	switch f.Kind {
	case Money:
		return refuse(text.FormNotWholeFen, show(Yuan.Fen))
	case Percent:
		return refuse(text.FormTooFine, show(10_000)+"%", 4)
	case Decimal:
		return refuse(text.FormTooFine, show(pow10(f.Decimals)), f.Decimals)
	}
	return refuse(text.FormNotWhole, show(1))
}
