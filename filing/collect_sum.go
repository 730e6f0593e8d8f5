package filing

import (
	"math/big"

	"yice/scoring"
)

// One enterprise's year fits in 64 bits (form.MaxTotal); that of thousands need not. What is added up over enterprises is
// therefore added up without bounds, and shown exactly.

// yearRD is R&D of several enterprises, 分. The zero yearRD is nothing.
type yearRD struct {
	lines                                        int64
	expensed, expensedGovernment                 big.Int
	capitalised, capitalisedGovernment, original big.Int
}

// add takes a year in, or with sign -1 away.
func (y *yearRD) add(r scoring.RD, sign int64) {
	y.lines += r.Lines
	for _, f := range [...]struct {
		to   *big.Int
		from int64
	}{
		{&y.expensed, r.Expensed},
		{&y.expensedGovernment, r.ExpensedGovernment},
		{&y.capitalised, r.Capitalised},
		{&y.capitalisedGovernment, r.CapitalisedGovernment},
		{&y.original, r.Original},
	} {
		fen := big.NewInt(f.from)
		f.to.Add(f.to, fen.Mul(fen, big.NewInt(sign)))
	}
}

func (y *yearRD) total() *big.Int { return new(big.Int).Add(&y.expensed, &y.capitalised) }

func (y *yearRD) government() *big.Int {
	return new(big.Int).Add(&y.expensedGovernment, &y.capitalisedGovernment)
}

// rd gives it to the engine; ok is false where it is more than the engine adds up.
func (y *yearRD) rd() (rd scoring.RD, ok bool) {
	const most = 60 // bits: sums and differences of two stay within 64
	for _, n := range [...]*big.Int{&y.expensed, &y.expensedGovernment, &y.capitalised, &y.capitalisedGovernment, &y.original} {
		if n.BitLen() > most {
			return rd, false
		}
	}
	return scoring.RD{
		Lines: y.lines, Expensed: y.expensed.Int64(), ExpensedGovernment: y.expensedGovernment.Int64(),
		Capitalised: y.capitalised.Int64(), CapitalisedGovernment: y.capitalisedGovernment.Int64(), Original: y.original.Int64(),
	}, true
}

// figureSum is the sum of figures to the places of the finest one: those of two packs may differ. The zero figureSum is of none.
type figureSum struct {
	n      *big.Int
	places uint8
}

func (s *figureSum) add(d scoring.Dec) {
	if s.n == nil {
		s.n, s.places = new(big.Int), d.Places
	}
	n := big.NewInt(d.Units)
	for ; s.places < d.Places; s.places++ {
		s.n.Mul(s.n, big.NewInt(10))
	}
	for places := d.Places; places < s.places; places++ {
		n.Mul(n, big.NewInt(10))
	}
	s.n.Add(s.n, n)
}

// String shows all places, "" where nothing was added.
func (s *figureSum) String() string {
	if s.n == nil {
		return ""
	}
	return decimalText(s.n, int(s.places))
}

// decimalText writes n × 10^-places with all its places.
func decimalText(n *big.Int, places int) string {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	return new(big.Rat).SetFrac(n, ten).FloatString(places)
}

// wan writes 分 as 万元 with two decimals, half away from zero.
func wan(fen int64) string { return wanOf(big.NewInt(fen)) }

func wanOf(fen *big.Int) string {
	s := new(big.Rat).SetFrac(fen, big.NewInt(1_000_000)).FloatString(2)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}
